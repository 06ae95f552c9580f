"""Part and whole: amounts that the text says are in another.

    part + part + ... <= whole

"34.3 billion yuan, including 28.5 billion yuan from e-commerce": the true part lies in [28.45, 28.55] billion and the
whole in [34.25, 34.35] billion, so the part is 82.82% to 83.36% of it. A part of 38.5 billion yuan would be more than
the whole, and conflict. Other parts may go unmentioned, so parts need not add up to their whole.

Amounts in different currencies are undecided; nothing is said of a whole that is negative, nor of unlike things.

Source: the definition of a part; the intervals are those of `moneyfacts.model.readings`.
"""

from __future__ import annotations

from ...identities.levels import part_of_whole
from ...link import Link
from ...model.facts import Fact
from ...model.findings import Finding, Verdict
from ...model.interval import Interval
from ...model.readings import Readings
from ...model.values import Percent, Quantity
from ..rule import Rule
from ..run import judging
from ..verdict import comparison, part
from ..wording import amount, quoted

_PERCENT = Percent()
_SO = {"agrees": "", "strained": ": no more than the whole only loosely", "conflicts": ": more than the whole"}


def judge(link: Link) -> Finding | None:
    """Return whether the parts that a text names can all be in their whole."""
    if link.relation != "part_whole":
        return None
    facts = [fact for role in ("whole", "part") for fact in link.all(role)]
    values = [fact.value for fact in facts if isinstance(fact.value, Quantity)]
    readings = [found for fact in facts if (found := fact.readings) is not None]
    if len(facts) < 2 or len(readings) < len(facts) or not _is_no_loss(readings[0].typical):
        return None
    compared = comparison(values)
    if compared == "different":
        return None
    if compared == "currencies":
        message = f"{_told(facts[1:])} and {quoted(facts[0])} cannot be compared: they are in different currencies"
        return Finding("part_whole", "undecided", message, tuple(part(role, fact) for role, fact in link.roles))
    return _compared(facts, readings)


def _compared(facts: list[Fact], readings: list[Readings]) -> Finding:
    whole, *parts = (each.typical for each in readings)
    found = part_of_whole(whole, parts)
    verdict: Verdict = "agrees"
    if not whole.overlaps(found.whole):
        loose, *looser = (each.plausible for each in readings)
        verdict = "strained" if loose.overlaps(part_of_whole(loose, looser).whole) else "conflicts"
    share = amount(found.share * Interval.point(100), _PERCENT)
    is_so = f"{_told(facts[1:])} {'is' if len(parts) == 1 else 'are'} {share} of {quoted(facts[0])}"
    shown = [part("whole", facts[0], whole, found.whole)]
    shown += (part("part", *each) for each in zip(facts[1:], parts, found.parts, strict=True))
    return Finding("part_whole", verdict, is_so + _SO[verdict], tuple(sorted(shown, key=lambda each: each.start)))


def _told(parts: list[Fact]) -> str:
    return " and ".join(quoted(fact) for fact in parts)


def _is_no_loss(values: Interval) -> bool:
    return values.low is not None and values.low >= 0


PART_WHOLE = Rule("part_whole", judging(judge, slips=False))
