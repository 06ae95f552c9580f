"""Compound growth: two levels, a percentage a year, and the years between them.

    current = prior x (1 + pct / 100)^years, or 1 - pct / 100 on the way down

"Grew 8% a year over five years to $5.9 billion from $4.0 billion": the true levels lie in [5.85, 5.95] and [3.95, 4.05]
billion, so one is 1.444 to 1.506 times the other, which is 7.632% to 8.539% a year: it agrees. With one level the other
is derived.

Years are counted whole, as the words have them: "over five years" is five, not 4.5 to 5.5. Nothing is said where the
duration is no whole number of years, is qualified ("nearly five years") or is longer than a century, nor where a level
is negative or itself a percentage.

Source: the definition of compound interest; the intervals are those of `moneyfacts.model.readings`. The root is rounded
outward in integers, and no verdict rests on it.
"""

from __future__ import annotations

from fractions import Fraction
from functools import partial

from ...identities.levels import compound
from ...identities.time import UNIT_MONTHS
from ...model.facts import Fact
from ...model.findings import Finding
from ...model.interval import Interval
from ...model.values import Change, Duration, Percent
from ..movement import Movement, movement_rule
from ..wording import fits, signed
from .growth import PERCENT

MOST_YEARS = 100
MOST_DIGITS = 20  # of the percentage, whose powers stay exact


def judge(movement: Movement) -> Finding | None:
    """Return what a yearly percentage, the years and the levels of a movement say of each other."""
    duration = movement.operands.get("duration")
    years = None if duration is None else years_of(duration.fact)
    if years is None or movement.losses or not _is_yearly(movement):
        return None
    found = movement.judged(partial(compound, years=years))
    implied = found.implied.get("pct")
    if implied is None:
        return movement.undecided("cagr", found)
    prior, current, lasting, pct = movement.quoted("prior", "current", "duration", "pct")
    is_so = f"from {prior} to {current} in {lasting} is {signed(implied, PERCENT, movement.way)} a year"
    return found.finding("cagr", f"{is_so}, {fits(found.verdict, pct)}")


def years_of(duration: Fact) -> int | None:
    """Return the years of a duration; None where they are not whole, not exactly told, none, or too many."""
    value = duration.value
    if not isinstance(value, Duration) or value.amount is None or value.unit not in UNIT_MONTHS or duration.qualifier:
        return None
    years = Fraction(value.amount) * UNIT_MONTHS[value.unit] / UNIT_MONTHS["year"]
    return int(years) if years.denominator == 1 and 0 < years <= MOST_YEARS else None


def _is_yearly(movement: Movement) -> bool:
    """Tell whether there is a percentage, of levels that are none, whose powers can be written."""
    pct = movement.operands.get("pct")
    if pct is None or isinstance(movement.like, Percent) or not isinstance(pct.value, Percent | Change):
        return False
    return pct.value.unit == "percent" and _digits(pct.typical) <= MOST_DIGITS


def _digits(interval: Interval) -> int:
    ends = (end.as_integer_ratio() for end in (interval.low, interval.high) if end is not None)
    return max(len(f"{abs(top)}{bottom}") for top, bottom in ends)


CAGR = movement_rule("cagr", judge, about="Two levels, the percentage a year, and the years between them.")
