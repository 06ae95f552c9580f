"""Arithmetic of the calendar: stretches from a day on, steps of days and months, thirds, weeks of a stretch.

Weeks run from Monday to Sunday, and belong to the year or month that has their Thursday (ISO 8601).
"""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ..model.values import DateSpan, Grain
from ..read.mention import DateExpression

NO_SUCH_DAY = "the calendar has no such day"

DAY = timedelta(days=1)
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def day(value: date) -> DateSpan:
    """Return the span of one day."""
    return DateSpan(start=value, end=value)


def months(start: date, count: int, grain: Grain) -> DateSpan:
    """Return the span of so many months from the first day of one."""
    last = start.year * 12 + start.month - 1 + count  # the month after it, which the calendar may lack
    end = date.max if last == 12 * (date.max.year + 1) else date(last // 12, last % 12 + 1, 1) - DAY
    return DateSpan(start=start, end=end, grain=grain)


def first_of(grain: Grain, day: date) -> date:
    """Return the first day of the month, quarter, ... that holds `day`."""
    size = MONTHS[grain]
    if size >= 12:
        return date(max(1, day.year // (size // 12) * (size // 12)), 1, 1)
    return date(day.year, (day.month - 1) // size * size + 1, 1)


def step(day: date, grain: Grain, count: int) -> date:
    """Return the day that lies so many weeks, months, ... after another, or before it where `count` is negative."""
    if grain in ("day", "week"):
        return day + timedelta(days=count * (7 if grain == "week" else 1))
    return day + relativedelta(months=MONTHS[grain] * count)


def working_days(day: date, count: int, offset: int) -> list[date]:
    """Return the next or last so many days from Monday to Friday; holidays differ by place and are not left out."""
    found: list[date] = []
    while len(found) < count:
        day += DAY * offset
        if day.weekday() < 5:
            found.append(day)
    return found


def nth(when: DateExpression, start: date, end: date) -> DateSpan:
    """Return the third week, the last two months, ... of a stretch; no dates where they lie outside it."""
    number, count, grain = when.number or 1, when.count, when.grain
    if when.only == "weekend":
        ends = end - timedelta(days=(end.weekday() - 5) % 7)  # the last Saturday
        first = start + timedelta(days=(5 - start.weekday()) % 7 + 7 * (number - 1)) if number > 0 else ends
        last = first + DAY
    elif grain == "week":
        first = monday_of_first_week(start)
        if number < 0:
            first = monday_of_first_week(end + DAY) - timedelta(weeks=count)
            number = 1
        first += timedelta(weeks=number - 1)
        last = first + timedelta(days=7 * count - 1)
    elif number < 0:
        first, last = step(end + DAY, grain, -count), end
    else:
        first = step(start, grain, number - 1)
        last = step(first, grain, count) - DAY
    inside = start <= first and last <= end if grain != "week" else start <= last and first <= end
    if not inside:
        return DateSpan(grain=grain, unresolved=NO_SUCH_DAY)
    return DateSpan(start=first, end=last, grain=grain)


def monday_of_first_week(start: date) -> date:
    """Return the Monday of the first week whose Thursday is not before `start`."""
    thursday = start + timedelta(days=(3 - start.weekday()) % 7)
    return thursday - timedelta(days=3)


def third(whole: DateSpan, number: int, grain: Grain) -> DateSpan:
    """Return the first (0), second or last third of a stretch that has both ends; of a decade years 0-3, 4-6, 7-9."""
    start, end = whole.start or date.min, whole.end or date.max
    size = MONTHS.get(whole.grain, 0)
    if whole.grain == "decade":
        first, last = ((0, 3), (4, 6), (7, 9))[number]
        return DateSpan(
            start=start.replace(year=start.year + first), end=end.replace(year=start.year + last), grain="decade"
        )
    if size >= 3 and size % 3 == 0:
        begin = start + relativedelta(months=size // 3 * number)
        stop = start + relativedelta(months=size // 3 * (number + 1)) - DAY if number < 2 else end
        return DateSpan(start=begin, end=stop, grain=grain)
    days = ((end - start).days + 1) // 3
    if not days:  # "early this weekend" is no part of a day
        return DateSpan(start=start, end=end, grain=grain)
    stop = end if number == 2 else start + timedelta(days=days * (number + 1) - 1)
    return DateSpan(start=start + timedelta(days=days * number), end=stop, grain=grain)
