"""Part and whole: amounts that the text says are in another.

    part + part + ... <= whole

"34.3 billion yuan, including 28.5 billion yuan from e-commerce": the true part lies in [28.45, 28.55] billion and the
whole in [34.25, 34.35] billion, so the part is 82.82% to 83.36% of it. A part of 38.5 billion yuan would be more than
the whole, and conflict. Other parts may go unmentioned, so parts need not add up to their whole.

Amounts in different currencies are undecided; nothing is said of a whole that is negative, nor of unlike things.

Source: the definition of a part; the intervals are those of `moneyfacts.model.readings`.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from ...identities.figures import affine
from ...identities.shares import part_of_whole
from ...link import Link
from ...model.facts import Fact
from ...model.findings import Finding
from ...model.interval import Interval
from ...model.values import Percent
from ..operand import Operand, in_order, newsroom, numbered, part
from ..rule import Rule
from ..run import judging
from ..verdict import comparison, judged
from ..wording import amount, quoted

_ONE = Fraction(1)
_PERCENT = Percent()
_SO = {"agrees": "", "strained": ": no more than the whole only loosely", "conflicts": ": more than the whole"}


def judge(link: Link) -> Finding | None:
    """Return whether the parts that a text names can all be in their whole."""
    roles = [(role, fact) for role in ("whole", "part") for fact in link.all(role)]
    known = [each for role, fact in roles if (each := Operand.of(role, fact, _ONE, newsroom))]
    if len(roles) < 2 or len(known) < len(roles) or not _is_no_loss(known[0].typical):
        return None
    whole, *parts = known
    compared = comparison(each.value for each in known)
    if compared == "different":
        return None
    told = _told(each.fact for each in parts)
    if compared == "currencies":
        message = f"{told} and {quoted(whole.fact)} cannot be compared: they are in different currencies"
        return Finding("part_whole", "undecided", message, in_order(part(role, fact) for role, fact in link.roles))
    found = judged({"whole": whole, **numbered(parts)}, part_of_whole)
    share = amount(affine(found.follows("share"), 100), _PERCENT)
    is_so = f"{told} {'is' if len(parts) == 1 else 'are'} {share} of {quoted(whole.fact)}"
    return found.finding("part_whole", is_so + _SO[found.verdict])


def _told(parts: Iterable[Fact]) -> str:
    return " and ".join(map(quoted, parts))


def _is_no_loss(values: Interval) -> bool:
    return values.low is not None and values.low >= 0


PART_WHOLE = Rule(
    "part_whole", judging(judge, "part_whole", slips=False), about="Parts and their whole, which is no smaller."
)
