"""Which slip would explain a conflict, in a sentence: "one digit is wrong: $3.4 million for $2.4 million would fit".

A slip is named where the rule itself finds that the figures so meant agree, in their typical readings. A percentage
that repeats the digits of the change ("88 cents, or 0.88 percent") is named before all others. Nothing is named
by the rules on an order, a part or a span, which nearly any other figure would satisfy.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial

from ..identities.levels import growth
from ..link import Link
from ..model.facts import Fact
from ..model.findings import Finding
from ..model.interval import SIGNIFICANT_DIGITS, Interval
from ..model.values import Change, Percent, Quantity
from .naming import in_words_of
from .slips import Reach, Slip, digits_of, likely
from .wording import amount, quoted

FEWEST_DIGITS = 2  # of a percentage that repeats those of the change: one digit repeats by chance
FEWEST_IF_WEAK = 3  # of a figure that is wrong by one, where the words tie it loosely

_ROUNDED = Fraction(1, 10 ** (SIGNIFICANT_DIGITS - 1))  # of a number that is rounded outward, the most it may move

_HEADS = {
    "scale": "off by a thousand, as where million stands for billion",
    "place": "off by ten or a hundred, as where a digit or a separator is lost",
    "transposed": "two digits are exchanged",
    "digit": "one digit is wrong",
}


def explained(
    finding: Finding, link: Link, judge: Callable[[Link], Finding | None], reach: Callable[[], Reach] | None = None
) -> Finding:
    """Return a finding on a link with the slip that would explain its conflict, if one would, for whoever asks.

    `judge` is the rule that found it: by the figures as they may have been meant, it has to find that they agree. What
    each figure has to be for that the finding implies, unless `reach` says it.
    """
    if finding.verdict != "conflicts" or not any(each.stated for each in finding.facts):
        return finding
    return finding.with_slip(partial(_slip, finding, link, judge, reach))


def _slip(
    finding: Finding, link: Link, judge: Callable[[Link], Finding | None], within: Callable[[], Reach] | None
) -> str | None:
    slip = _sought(finding, link, judge, within)
    return slip and in_words_of(slip, (fact for _, fact in link.roles))


def _sought(
    finding: Finding, link: Link, judge: Callable[[Link], Finding | None], within: Callable[[], Reach] | None
) -> str | None:
    if link.weak and not _is_fine(link):
        return None
    copied = _copied(finding, link)
    if copied and not link.weak:
        return copied
    reach = within() if within else _reach(finding, link)
    sure = {} if within else _sure(finding, link, reach)

    def agrees(slip: Slip) -> bool:
        if len(slip.changed) != 1:
            return _levels_fit(finding, slip) and _is_agreed(judge(slip.meant))
        [(printed, meant)] = slip.changed
        own, others, inner = meant.typical, reach.get(printed.start), sure.get(printed.start)
        if own is not None and others is not None:
            if not own.overlaps(others):
                return False
            if inner is not None and own.overlaps(inner):
                return True
        return _is_agreed(judge(slip.meant))

    slips = likely(link, agrees, reach)
    if link.weak and not all(_is_telling(slip) for slip in slips):
        return None
    return copied or _told(link, slips)


def _is_agreed(finding: Finding | None) -> bool:
    return finding is not None and finding.verdict == "agrees"


def _reach(finding: Finding, link: Link) -> Reach:
    """Return what each figure has to be, for the others' sake, as far as the finding says it.

    Where nothing is implied for a figure the others contradict each other already, and what the finding leaves out has
    nothing to do with the conflict: neither can be put right alone. Only years to grow in are never implied.
    """
    if finding.rate is not None:  # another rate of the window implies other amounts
        return {}
    places: dict[int, Interval | None] = {fact.start: None for _, fact in link.roles}
    losses = {fact.start for role, fact in link.roles if role in link.losses}
    for part in finding.facts:
        implied = part.implied
        places[part.start] = -implied if implied and part.start in losses else implied
        if part.role == "duration":
            del places[part.start]
    return places


def _sure(finding: Finding, link: Link, reach: Reach) -> dict[int, Interval | None]:
    """Return in which range each figure surely agrees with the others, so that the rule need not be asked again.

    It is what they imply for it, but for the rounding, where the rule takes the figure for what it typically is.
    """
    stated = {part.start: part.stated for part in finding.facts}
    found: dict[int, Interval | None] = {}
    for _, fact in link.roles:
        within, own = reach.get(fact.start), fact.typical
        if within is not None and own is not None and own == stated.get(fact.start):
            found[fact.start] = _narrowed(within)
    return found


def _narrowed(interval: Interval) -> Interval | None:
    """Return an interval without what rounding outward may have added to it; None where nothing may be left."""
    low = None if interval.low is None else interval.low + abs(interval.low) * _ROUNDED
    high = None if interval.high is None else interval.high - abs(interval.high) * _ROUNDED
    if low is not None and high is not None and low >= high:
        return None
    return Interval(low, high, True, True)


def _is_fine(link: Link) -> bool:
    """Tell whether each figure has digits enough, so that they hardly fit by chance: "a third" has none."""
    return all((digits := digits_of(fact)) and len(digits) >= FEWEST_DIGITS for _, fact in link.roles)


def _is_telling(slip: Slip) -> bool:
    """Tell whether a slip explains figures that are tied loosely: of few digits, or by any scale, one often would."""
    digits = (digits_of(printed) for printed, _ in slip.changed)
    return slip.kind in ("digit", "transposed") and all(each and len(each) >= FEWEST_IF_WEAK for each in digits)


def _levels_fit(finding: Finding, slip: Slip) -> bool:
    """Tell whether two levels, exchanged or moved the other way, may be so far apart as the finding states.

    A quick look as well; it is only taken at movements of levels above zero, by an amount or a percentage of one of
    them.
    """
    if finding.rule not in ("growth", "absolute_change") or slip.meant.losses:
        return True
    stated = {part.role: part.stated for part in finding.facts}
    prior, current = stated.get("prior"), stated.get("current")
    way = next((fact.value.direction for _, fact in slip.meant.roles if isinstance(fact.value, Change)), None)
    if prior is None or current is None or way not in ("up", "down"):
        return True
    if slip.kind in ("exchanged", "base"):
        prior, current = current, prior
    change, pct = stated.get("change"), stated.get("pct")
    if change is not None and not change.overlaps(current - prior if way == "up" else prior - current):
        return False
    return pct is None or pct.overlaps(growth({"prior": prior, "current": current}, way)["pct"] or pct)


def _copied(finding: Finding, link: Link) -> str | None:
    """Return that a percentage repeats the digits of the change: "88 cents, or 0.88 percent"."""
    change, pct = link.get("change"), link.get("pct")
    implied = next((part.implied for part in finding.facts if part.role == "pct"), None)
    if change is None or pct is None or implied is None:
        return None
    digits = digits_of(pct)
    if digits is None or len(digits) < FEWEST_DIGITS or digits != digits_of(change):
        return None
    return f"{quoted(pct)} repeats the digits of {quoted(change)}: {amount(implied, Percent())} would fit"


def _told(link: Link, slips: tuple[Slip, ...]) -> str | None:
    if not slips:
        return None
    kind, changed = slips[0].kind, slips[0].changed
    if kind == "exchanged":
        return f"{quoted(changed[0][0])} and {quoted(changed[1][0])} are exchanged: the other way round they would fit"
    if kind == "turned":
        return "the direction is the other one: the figures would fit it"
    if kind == "base":
        pct = link.get("pct")
        return f"{quoted(pct)} is of the level after: of that it would fit" if pct else None
    fits = (f"{_meant(printed, meant)} for {printed.text}" for slip in slips for printed, meant in slip.changed)
    return f"{_HEADS[kind]}: {', or '.join(fits)} would fit"


def _meant(printed: Fact, meant: Fact) -> str:
    """Return a figure as it may have been meant: the text with other digits, else in words of ours."""
    value = meant.value
    if meant.text != printed.text or not isinstance(value, Quantity) or value.amount is None:
        return meant.text
    return amount(Interval.point(value.amount), value, SIGNIFICANT_DIGITS)
