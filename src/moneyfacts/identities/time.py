"""The identities of time: what is elapsed between dates, and how long the units of time are."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from fractions import Fraction

from ..model.interval import Interval
from ..model.values import DateSpan

# How many months a unit of time has where the calendar counts them, else how many days; and a grain at most.
UNIT_MONTHS = {
    **{"month": Fraction(1), "quarter": Fraction(3), "half": Fraction(6)},
    **{"year": Fraction(12), "decade": Fraction(120), "century": Fraction(1200)},
}
UNIT_DAYS = {
    **{"second": Fraction(1, 86_400), "minute": Fraction(1, 1_440), "hour": Fraction(1, 24)},
    **{"day": Fraction(1), "week": Fraction(7)},
}
_GRAIN_MONTHS = {"day": Fraction(1, 28), "week": Fraction(1, 4), **UNIT_MONTHS}
_GRAIN_DAYS = {
    **{"day": Fraction(1), "week": Fraction(7), "month": Fraction(31), "quarter": Fraction(92), "half": Fraction(184)},
    **{"year": Fraction(366), "decade": Fraction(3_653), "century": Fraction(36_525)},
}


def elapsed(start: DateSpan, end: DateSpan, unit: str) -> Interval | None:
    """Return the time from `start` to `end` in units of a duration, over the earliest and latest readings of both.

    The first day may be any of the start's and the last any of the end's; where the two are one span ("July through
    September"), any of its first grain and of its last. The latest reading counts both days. Where one of the two is
    told in coarser grains than the other, but not coarser than the unit, it counts those whole: from 20 January 2017
    through 2028 is 12 years at most, since 2017 and 2028 are both counted. Months and years are the calendar's, and odd
    days are their share of their own month. None where an end is open or the unit is none of time.

    >>> new_year, through = date(2017, 1, 20), DateSpan(end=date(2028, 12, 31), grain="year")
    >>> str(elapsed(DateSpan(start=new_year, end=new_year), through, "year").rounded_outward(4))
    '[10.94, 12]'
    >>> summer = DateSpan(start=date(2016, 7, 1), end=date(2016, 9, 30), grain="month")
    >>> str(elapsed(summer, summer, "month")), str(elapsed(summer, summer, "day"))
    ('[1, 3]', '[30, 92]')
    """
    size = UNIT_MONTHS.get(unit) or UNIT_DAYS.get(unit)
    if start.start is None or end.end is None or size is None:
        return None
    in_months = unit in UNIT_MONTHS
    position, grains = (_in_months, _GRAIN_MONTHS) if in_months else (_in_days, _GRAIN_DAYS)
    first, last = position(start.start)[0], position(end.end)[1]
    latest_first, earliest_last = first + grains[start.grain], last - grains[end.grain]
    if start == end:
        if earliest_last <= first:
            return Interval.point((last - first) / size)
    else:
        latest_first = latest_first if start.end is None else position(start.end)[0]
        earliest_last = earliest_last if end.start is None else position(end.start)[0]
    coarse = max(grains[start.grain], grains[end.grain])
    if in_months and start.grain != end.grain and 1 <= coarse <= size:
        first, last = first // coarse * coarse, -(-last // coarse) * coarse
    least, most = earliest_last - latest_first, last - first
    return Interval(max(least, min(most, Fraction(0))) / size, most / size)


def _in_months(day: date) -> tuple[Fraction, Fraction]:
    """Return where a day begins and ends, in months."""
    days = monthrange(day.year, day.month)[1]
    months = 12 * day.year + day.month - 1
    return months + Fraction(day.day - 1, days), months + Fraction(day.day, days)


def _in_days(day: date) -> tuple[Fraction, Fraction]:
    """Return where a day begins and ends, in days."""
    return Fraction(day.toordinal()), Fraction(day.toordinal() + 1)


def years_of_age(start: DateSpan, end: DateSpan) -> Interval | None:
    """Return how many whole years old one is at an end who began at any day of `start`; None where an end is open.

    >>> born, died = date(1950, 1, 1), date(2010, 5, 3)
    >>> str(years_of_age(DateSpan(start=born, end=date(1950, 12, 31)), DateSpan(start=died, end=died)))
    '[59, 60]'
    """
    if start.start is None or start.end is None or end.start is None or end.end is None or end.end < start.start:
        return None
    least, most = _whole_years(start.end, end.start), _whole_years(start.start, end.end)
    return Interval(Fraction(max(least, 0)), Fraction(most))


def anniversary(start: DateSpan, end: DateSpan) -> Interval | None:
    """Return which anniversary of a start falls into a year; None where either is of several years.

    >>> founded, marked = (DateSpan(start=date(y, 1, 1), end=date(y, 12, 31), grain="year") for y in (1912, 2013))
    >>> str(anniversary(founded, marked))
    '[101, 101]'
    """
    days = (start.start, start.end, end.start, end.end)
    years = [day.year for day in days if day is not None]
    if len(years) < len(days) or years[0] != years[1] or years[2] != years[3] or years[2] <= years[0]:
        return None
    return Interval.point(years[2] - years[0])


def _whole_years(start: date, end: date) -> int:
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))
