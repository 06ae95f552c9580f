"""Which days are meant: dates as they were said, placed on the calendar from the publication date.

Where no year is said, a month or quarter is the last one that had begun by the publication date, a day of a month the
nearest one, a weekday the last one up to the publication date; words that look ahead ("will open in March") turn each
of them forward. Weeks run from Monday to Sunday (ISO 8601).
"""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
from dateutil.relativedelta import relativedelta

from ..read.draft import When
from ..values import DateSpan, Grain

NO_DATE = "relative to a publication date that is not known"
NO_FISCAL_YEAR = "the end of the fiscal year is not stated"
NO_SUCH_DAY = "the calendar has no such day"

_DAY = timedelta(days=1)
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}


def resolved(when: When, published: date | None) -> DateSpan:
    """Return the calendar dates of `when`; where they cannot be known, a span without dates that says why."""
    try:
        span = _span(when, published)
    except (ValueError, OverflowError):
        return DateSpan(grain=when.grain, fiscal=when.fiscal, unresolved=NO_SUCH_DAY)
    if span.unresolved is None and when.edge == "until":
        return msgspec.structs.replace(span, start=None)
    if span.unresolved is None and when.edge == "since":
        return msgspec.structs.replace(span, end=None)
    return span


def _span(when: When, published: date | None) -> DateSpan:
    match when.kind:
        case "year" if when.year is not None and not when.fiscal:
            return _months(date(when.year, 1, 1), 12, "year")
        case "decade" if when.year is not None:
            return _months(date(when.year, 1, 1), 120, "decade")
        case "span" if when.first and when.last:
            return _from_to(when.first, when.last, published, when.future)
        case "ended" if when.last and when.number:
            return _ended(when, published)
        case "date" | "month" | "first" if when.year is not None:
            return _of_year(when, when.year)
        case _ if when.fiscal:
            return _fiscal(when)
        case "quarter" | "half" if when.year is not None:
            return _of_year(when, when.year)
    if published is None:
        return DateSpan(grain=when.grain, unresolved=NO_DATE)
    return _from_publication(when, published)


def _from_publication(when: When, published: date) -> DateSpan:
    match when.kind:
        case "named_day":
            day = published + timedelta(days=when.offset or 0)
            return DateSpan(start=day, end=day)
        case "weekday":
            day = _weekday(when, published)
            return DateSpan(start=day, end=day)
        case "relative":
            return _relative(when.grain, when.offset or 0, published)
        case "date":
            years = (_of_year(when, published.year + step) for step in (-1, 0, 1))
            days = [span for span in years if span.start and (not when.future or span.start >= published)]
            return min(days, key=lambda span: abs((span.start or published) - published))
        case _ if when.offset is not None and when.kind != "month":
            return _of_year(when, published.year + when.offset)
    return _without_year(when, published)


def _without_year(when: When, published: date) -> DateSpan:
    """Return the last such month, quarter or half that had begun, or the next one for words that look ahead."""
    spans = [_of_year(when, published.year + step) for step in (-1, 0, 1)]
    if when.offset == -1:
        return [span for span in spans if span.end and span.end < published][-1]
    if when.future or when.offset == 1:
        return next(span for span in spans if span.end and span.end >= published)
    if when.offset == 0:
        return spans[1]
    return [span for span in spans if span.start and span.start <= published][-1]


def _of_year(when: When, year: int) -> DateSpan:
    """Return a date, month, quarter, half or first months whose year is known."""
    number = when.number or 1
    match when.kind:
        case "date":
            day = date(year, number, when.day or 1)
            return DateSpan(start=day, end=day)
        case "month":
            return _months(date(year, number, 1), 1, "month")
        case "first":
            return _months(date(year, 1, 1), number, "month")
    size = _MONTHS[when.grain]
    return _months(date(year, 1 + size * (number - 1), 1), size, when.grain)


def _months(start: date, count: int, grain: Grain) -> DateSpan:
    """Return the span of so many months from the first of one."""
    months = start.year * 12 + start.month - 1 + count
    return DateSpan(start=start, end=date(months // 12, months % 12 + 1, 1) - _DAY, grain=grain)


def _weekday(when: When, published: date) -> date:
    ahead = ((when.number or 0) - published.weekday()) % 7
    if when.offset == 1 or (when.future and when.offset is None):
        return published + timedelta(days=ahead or 7)
    if when.offset == 0:
        return published + timedelta(days=(when.number or 0) - published.weekday())
    back = (7 - ahead) % 7
    return published - timedelta(days=back or (7 if when.offset == -1 else 0))


def _relative(grain: Grain, offset: int, published: date) -> DateSpan:
    """Return the week, month, ... that lies `offset` of them from the one of the publication date."""
    if grain == "day":
        day = published + timedelta(days=offset)
        return DateSpan(start=day, end=day)
    if grain == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=offset)
        return DateSpan(start=monday, end=monday + timedelta(days=6), grain="week")
    if grain == "century":
        first = date(published.year // 100 * 100 + 100 * offset, 1, 1)
        return _months(first, 1200, "century")
    size = _MONTHS[grain]
    if size >= 12:
        first = date(published.year // (size // 12) * (size // 12), 1, 1)
    else:
        first = date(published.year, (published.month - 1) // size * size + 1, 1)
    return _months(first + relativedelta(months=size * offset), size, grain)


def _from_to(first: When, last: When, published: date | None, future: bool) -> DateSpan:
    """Return the span between two dates, each of which may have its year from the other."""
    if first.year is None and last.year is None:
        end = resolved(msgspec.structs.replace(last, future=future), published)
        start = resolved(_with_year(first, end.end.year if end.end else None, last), published)
    elif last.year is None:
        start = resolved(first, published)
        wraps = (last.number or 0, last.day or 0) < (first.number or 0, first.day or 0)
        year = None if first.year is None else first.year + wraps
        end = resolved(msgspec.structs.replace(last, year=year), published)
    else:
        end = resolved(last, published)
        start = resolved(_with_year(first, last.year, last), published)
    if start.start is None or end.end is None:
        return start if start.unresolved else end
    if start.start > end.end:
        return DateSpan(grain=first.grain, unresolved="the span ends before it begins")
    return DateSpan(start=start.start, end=end.end, grain=first.grain)


def _with_year(first: When, year: int | None, last: When) -> When:
    if first.year is not None or year is None or first.kind not in ("date", "month", "quarter", "half"):
        return first
    wraps = (first.number or 0, first.day or 0) > (last.number or 0, last.day or 31)
    return msgspec.structs.replace(first, year=year - wraps)


def _ended(when: When, published: date | None) -> DateSpan:
    """Return the months up to the stated end: "the three months ended Sept. 30" begin on 1 July."""
    assert when.last is not None
    last = resolved(when.last, published)
    if last.end is None:
        return DateSpan(grain=when.grain, fiscal=True, unresolved=last.unresolved)
    start = last.end + _DAY - relativedelta(months=when.number or 0)
    return DateSpan(start=start, end=last.end, grain=when.grain, fiscal=True)


def _fiscal(when: When) -> DateSpan:
    """Return a company's own period, which only its fiscal year's end would place on the calendar."""
    year = "" if when.year is None else f"FY{when.year}"
    part = {"quarter": f"Q{when.number}", "half": f"H{when.number}"}.get(when.kind, "")
    label = "-".join(each for each in (year, part) if each) or None
    return DateSpan(grain=when.grain, fiscal=True, label=label, unresolved=NO_FISCAL_YEAR)
