"""When one date bears out another: the same days, or days within it."""

from __future__ import annotations

from ..model.facts import Fact
from ..model.values import DateSpan
from .amounts import Fit


def date_fit(claim: Fact, source: Fact) -> Fit | None:
    """Tell whether a date of a claim is borne out by one of a source: the same, or one within it."""
    mine, other = claim.value, source.value
    if not isinstance(mine, DateSpan) or not isinstance(other, DateSpan):
        return None
    if mine.unresolved or other.unresolved:
        alike = mine.label == other.label if mine.label else claim.text.casefold() == source.text.casefold()
        return "stated" if alike else None
    if mine == other or (mine.start, mine.end) == (other.start, other.end):
        return "stated"
    if mine.grain == other.grain and _shares_its_end(mine, other):
        return "stated"
    if mine.start is None or mine.end is None:
        return None
    inside = [day for day in (other.start, other.end) if day is not None]
    return "rounded" if inside and all(mine.start <= day <= mine.end for day in inside) else None


def _shares_its_end(mine: DateSpan, other: DateSpan) -> bool:
    """Tell whether one of the two is open, and the other has its one end: "2028" and "through 2028"."""
    if (mine.start is None) != (other.start is None):
        return mine.end is not None and mine.end == other.end
    return (mine.end is None) != (other.end is None) and mine.start is not None and mine.start == other.start
