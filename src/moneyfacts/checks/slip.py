"""Which slip would explain a conflict, in a sentence: "one digit is wrong: $3.4 million for $2.4 million would fit".

A slip is named where the rule itself finds that the figures so meant agree, in their typical readings. A percentage
that repeats the digits of the change ("88 cents, or 0.88 percent") is named before all others. Nothing is named
by the rules on an order, a part or a span, which nearly any other figure would satisfy.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from ..facts import Fact
from ..findings import Finding
from ..interval import SIGNIFICANT_DIGITS, Interval
from ..link import Link
from ..slips import Slip, digits_of, likely
from ..values import Percent, Quantity
from .wording import amount, quoted

FEWEST_DIGITS = 2  # of a percentage that repeats those of the change: one digit repeats by chance
FEWEST_IF_WEAK = 3  # of a figure that is wrong by one, where the words tie it loosely

_HEADS = {
    "scale": "off by a thousand, as where million stands for billion",
    "place": "off by ten or a hundred, as where a digit or a separator is lost",
    "transposed": "two digits are exchanged",
    "digit": "one digit is wrong",
}


def explained(finding: Finding, link: Link, judge: Callable[[Link], Finding | None]) -> Finding:
    """Return a finding on a link with the slip that would explain its conflict, if one would.

    `judge` is the rule that found it: by the figures as they may have been meant, it has to find that they agree.
    """
    if finding.verdict != "conflicts" or not any(each.stated for each in finding.facts):
        return finding
    is_sure = not link.losses and finding.rate is None  # another rate of the window implies other amounts
    implied = {part.start: part.implied for part in finding.facts if is_sure}

    def agrees(slip: Slip) -> bool:
        if len(slip.changed) == 1 and not _is_in_reach(*slip.changed[0], implied):
            return False
        found = judge(slip.meant)
        return found is not None and found.verdict == "agrees"

    slips = likely(link, agrees)
    if link.weak and not (_is_fine(link) and all(_is_telling(slip) for slip in slips)):
        return finding
    slip = _copied(finding, link) or _told(link, slips)
    return replace(finding, slip=slip) if slip else finding


def _is_fine(link: Link) -> bool:
    """Tell whether each figure has digits enough, so that they hardly fit by chance: "a third" has none."""
    return all((digits := digits_of(fact)) and len(digits) >= FEWEST_DIGITS for _, fact in link.roles)


def _is_telling(slip: Slip) -> bool:
    """Tell whether a slip explains figures that are tied loosely: of few digits, or by any scale, one often would."""
    digits = (digits_of(printed) for printed, _ in slip.changed)
    return slip.kind in ("digit", "transposed") and all(each and len(each) >= FEWEST_IF_WEAK for each in digits)


def _is_in_reach(printed: Fact, meant: Fact, implied: Mapping[int, Interval | None]) -> bool:
    """Tell whether a figure as meant may be what the others imply for it: a quick look before the rule judges."""
    others, own = implied.get(printed.start), meant.typical
    return others is None or own is None or own.overlaps(others)


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
