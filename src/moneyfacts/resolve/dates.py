"""Which days are meant: dates as they were said, placed on the calendar from the publication date.

Where no year is said, a month or quarter is the last one that had begun by the publication date, a day of a month the
nearest one, a weekday the last one up to the publication date; words that look ahead ("will open in March") turn each
of them forward. Of two ends, the one that is placed places the other. The last three months end yesterday, the
next three begin tomorrow; the last three quarters or decades are those of the calendar. Early, mid and late are thirds.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec
from dateutil.relativedelta import relativedelta

from ..model.values import BACKWARDS, DateSpan, Grain
from ..read.mention import DateExpression, Tense
from .arithmetic import DAY, MONTHS, NO_SUCH_DAY, day, first_of, months, nth, step, third, working_days

NO_DATE = "relative to a publication date that is not known"
NO_FISCAL_YEAR = "the end of the fiscal year is not stated"
NO_LENGTH = "how long it is is not stated"
TOLD_BEFORE = "a period that was told of before"
NO_SEASON = "when a season begins depends on the place"

_OF_CALENDAR = ("quarter", "half", "decade", "century")  # "the last two quarters" are calendar quarters
_FLOATING = ("date", "month", "quarter", "half")
_THIRD = {"early": 0, "mid": 1, "late": 2}


def resolved(when: DateExpression, published: date | None) -> DateSpan:
    """Return the calendar dates of `when`; where they cannot be known, a span without dates that says why."""
    try:
        if when.edge is None:
            return _span(when, published)
        span = _end_point(when, published)
        return span if span.unresolved else _open(span, when.edge)
    except (ValueError, OverflowError):
        return DateSpan(grain=when.grain, fiscal=when.fiscal, unresolved=NO_SUCH_DAY)


def _end_point(when: DateExpression, published: date | None) -> DateSpan:
    """Return a date as an end of a span: "until mid-March" ends in the middle of March, on its 15th day or 16th."""
    if when.portion != "mid" or when.whole is None:
        return _span(when, published)
    span = _part(when, when.whole, published)
    whole = resolved(when.whole, published)
    if span.unresolved or whole.start is None or whole.end is None:
        return span
    return day(whole.start + timedelta(days=(whole.end - whole.start).days // 2))


def _open(span: DateSpan, edge: str) -> DateSpan:
    """Return the span with one side left open: "until" and "since" hold the date, "before" and "after" do not."""
    if edge == "until":
        return msgspec.structs.replace(span, start=None)
    if edge == "since":
        return msgspec.structs.replace(span, end=None)
    if edge == "before":
        return msgspec.structs.replace(span, start=None, end=_start(span) - DAY)
    return msgspec.structs.replace(span, start=_end(span) + DAY, end=None)


def _span(when: DateExpression, published: date | None) -> DateSpan:
    match when.kind:
        case "span" if when.first and when.last:
            return _from_to(when.first, when.last, published, when.tense)
        case "ended" if when.last:
            return _ended(when, published)
        case "unsaid":
            return DateSpan(grain=when.grain, unresolved=NO_LENGTH if when.number is None else TOLD_BEFORE)
        case "season":
            return _season(when, published)
        case "century" if when.number is not None:
            return months(date(100 * when.number - 99, 1, 1), 1200, "century")
        case "nth" | "around" | "portion" if when.whole:
            return _part(when, when.whole, published)
        case "counted" | "shifted" if when.whole or published:
            return _counted(when, published)
        case _ if when.fiscal:
            return _fiscal(when)
    if when.year is not None:
        return _of_year(when, when.year)
    if when.whole is not None:
        return _in_whole(when, when.whole, published)
    if published is None:
        return DateSpan(grain=when.grain, unresolved=NO_DATE)
    return _from_publication(when, published)


def _from_publication(when: DateExpression, published: date) -> DateSpan:
    match when.kind:
        case "named_day":
            return day(published + timedelta(days=when.offset or 0))
        case "weekday":
            return day(_weekday(when, published))
        case "relative":
            return _relative(when, published)
        case "decade":
            number = (when.number or 0) + published.year // 100 * 100
            return _of_year(when, number if number <= published.year else number - 100)
        case "date":
            days = list(_candidates(when, published))
            if when.tense:
                ahead = when.tense == "future"
                days = [span for span in days if (_start(span) >= published if ahead else _start(span) <= published)]
            if not days:
                return DateSpan(unresolved=NO_SUCH_DAY)
            return min(days, key=lambda span: abs(_start(span) - published))
    return _without_year(when, published)


def _without_year(when: DateExpression, published: date) -> DateSpan:
    """Return the last such month, quarter or half that had begun, or the next one for words that look ahead."""
    if when.offset == 0:
        return _of_year(when, published.year)
    ahead = when.tense == "future" or (when.offset or 0) > 0
    for years in (0, 1, 2):
        span = _valid(when, published.year + (years if ahead else -years))
        if span is None:
            continue
        fits = _end(span) >= published if ahead else _start(span) <= published
        if fits and (when.offset != -1 or _end(span) < published):
            return span
    return DateSpan(grain=when.grain, unresolved=NO_SUCH_DAY)


def _candidates(when: DateExpression, near: date) -> Iterator[DateSpan]:
    """Yield the spans, in order, that a date without a year or month may mean around `near`."""
    if when.kind == "weekday":
        monday = near - timedelta(days=near.weekday() - (when.number or 0))
        yield from (day(monday + timedelta(weeks=step)) for step in (-1, 0, 1, 2) if _possible(monday, step * 7))
    elif when.kind == "date" and when.number is None:
        first = near.replace(day=1)
        for step in range(-12, 13):
            month = first + relativedelta(months=step)
            span = _valid(msgspec.structs.replace(when, number=month.month), month.year)
            if span and (when.weekday is None or _start(span).weekday() == when.weekday):
                yield span
    else:
        for step in (-2, -1, 0, 1, 2):
            if span := _valid(when, near.year + step):
                yield span


def _possible(day: date, shift: int) -> bool:
    return date.min.toordinal() <= day.toordinal() + shift <= date.max.toordinal()


def _valid(when: DateExpression, year: int) -> DateSpan | None:
    try:
        return _of_year(when, year)
    except (ValueError, OverflowError):
        return None


def _of_year(when: DateExpression, year: int) -> DateSpan:
    """Return a date, month, quarter, half, year or decade whose year is known."""
    number = when.number or 1
    match when.kind:
        case "date":
            return day(date(year, number, when.day or 1))
        case "month":
            return months(date(year, number, 1), 1, "month")
        case "year":
            return DateSpan(start=date(year, 1, 1), end=date(year, 12, 31), grain="year")
        case "decade":
            return months(date(year, 1, 1), MONTHS[when.grain], when.grain)
    size = MONTHS[when.grain]
    return months(date(year, 1 + size * (number - 1), 1), size, when.grain)


def _in_whole(when: DateExpression, whole: DateExpression, published: date | None) -> DateSpan:
    """Return a month or day in a year, or a weekday in a week, that is said relative to the publication date."""
    span = _span(whole, published)
    if span.start is None:
        return DateSpan(grain=when.grain, fiscal=span.fiscal, unresolved=span.unresolved)
    if when.kind == "weekday":
        return day(span.start + timedelta(days=when.number or 0))
    return _of_year(when, span.start.year)


def _start(span: DateSpan) -> date:
    return span.start or date.min


def _end(span: DateSpan) -> date:
    return span.end or date.max


def _weekday(when: DateExpression, published: date) -> date:
    ahead = ((when.number or 0) - published.weekday()) % 7
    if when.offset == 1 or (when.tense == "future" and when.offset is None):
        return published + timedelta(days=ahead or 7)
    if when.offset == 0:
        return published + timedelta(days=(when.number or 0) - published.weekday())
    back = (7 - ahead) % 7
    return published - timedelta(days=back or (7 if when.offset == -1 else 0))


def _relative(when: DateExpression, published: date) -> DateSpan:
    """Return the week, month, ... that lies `offset` of them from the one of the publication date."""
    offset, grain = when.offset or 0, when.grain
    if grain == "day":
        return day(published + timedelta(days=offset))
    if grain == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=offset)
        first, last = {None: (0, 6), "weekend": (5, 6), "working": (0, 4)}[when.only]
        return DateSpan(start=monday + timedelta(days=first), end=monday + timedelta(days=last), grain="week")
    return months(first_of(grain, published) + relativedelta(months=MONTHS[grain] * offset), MONTHS[grain], grain)


def _counted(when: DateExpression, published: date | None) -> DateSpan:
    """Return so many days, weeks, ... before or after the publication date, or from a date on, or a day so far off."""
    anchor = resolved(when.whole, published) if when.whole else DateSpan(start=published, end=published)
    if anchor.start is None:
        return DateSpan(grain=when.grain, unresolved=anchor.unresolved)
    start, count = anchor.start, when.count
    if when.kind == "shifted":
        grain = when.first.grain if when.first else when.grain
        return day(step(start, grain, count * (when.offset or 1)))
    if when.offset and when.grain in _OF_CALENDAR:
        size = MONTHS[when.grain]
        first = first_of(when.grain, start) + relativedelta(months=size * (1 if when.offset > 0 else -count))
        return months(first, size * count, when.grain)
    if when.only == "working":
        days = working_days(start, count, when.offset or 1)
        return DateSpan(start=min(days), end=max(days))
    if when.offset and when.offset < 0:
        return DateSpan(start=step(start, when.grain, -count), end=start - DAY, grain=when.grain)
    first = start + DAY if when.offset else start
    return DateSpan(start=first, end=step(first, when.grain, count) - DAY, grain=when.grain)


def _part(when: DateExpression, whole: DateExpression, published: date | None) -> DateSpan:
    """Return a part of a stretch: its third week, last ten days, end, what is left of it, the week around it."""
    span = resolved(whole if whole.tense else msgspec.structs.replace(whole, tense=when.tense), published)
    if span.start is None or span.end is None:
        return DateSpan(grain=when.grain, fiscal=span.fiscal, label=span.label, unresolved=span.unresolved)
    if when.kind == "around":
        monday = span.start - timedelta(days=span.start.weekday())
        return DateSpan(start=monday, end=monday + timedelta(days=6), grain="week")
    if when.kind == "nth":
        return nth(when, span.start, span.end)
    return _portion(when, span.start, span.end, span.grain, published)


def _portion(when: DateExpression, start: date, end: date, grain: Grain, published: date | None) -> DateSpan:
    match when.portion:
        case "start":
            return day(start)
        case "end":
            return day(end)
        case "rest" | "so_far":
            if published is None:
                return DateSpan(grain=when.grain, unresolved=NO_DATE)
            if start <= published <= end:
                left = when.portion == "rest"
                start, end = (published, end) if left else (start, published)
            return DateSpan(start=start, end=end, grain=when.grain)
    return third(DateSpan(start=start, end=end, grain=grain), _THIRD[when.portion or "early"], when.grain)


def _floats(when: DateExpression) -> bool:
    """Tell whether a date has no year or week of its own, so that another end may give it one."""
    if when.whole is not None or when.year is not None or when.offset is not None or when.fiscal:
        return False
    return when.kind in _FLOATING or when.kind == "weekday"


def _from_to(first: DateExpression, last: DateExpression, published: date | None, tense: Tense | None) -> DateSpan:
    """Return the span between two dates, each of which may have its year, month or week from the other."""
    if _floats(first) and _floats(last):
        start, end = _both(first, last, published, tense)
    elif _floats(first):
        end = resolved(last, published)
        start = end
        if end.start is not None:
            before = [span for span in _candidates(_like(first, last), end.start) if _start(span) <= _start(end)]
            start = before[-1] if before else DateSpan(unresolved=NO_SUCH_DAY)
    elif _floats(last) and (last.kind != "weekday" or first.grain == "day"):
        start = resolved(first, published)
        end = start
        if start.start is not None:
            behind = [span for span in _candidates(last, start.start) if _end(span) >= _start(start)]
            end = behind[0] if behind else DateSpan(unresolved=NO_SUCH_DAY)
    else:
        start, end = _end_point(first, published), _end_point(last, published)
    if start.start is None or end.end is None:
        reason = start if start.unresolved else end
        return DateSpan(grain=first.grain, fiscal=reason.fiscal, unresolved=reason.unresolved)
    if start.start > end.end:
        return DateSpan(grain=first.grain, unresolved=BACKWARDS)
    return DateSpan(start=start.start, end=end.end, grain=first.grain)


def _like(first: DateExpression, last: DateExpression) -> DateExpression:
    """Return the first date with the month of the last where it has none: "the ninth to 17 April"."""
    if first.kind == "date" and first.number is None and last.number is not None:
        return msgspec.structs.replace(first, number=last.number)
    return first


def _next(when: DateExpression, from_day: date) -> DateSpan | None:
    """Return the first span of a date without a year or month that begins on a day or later."""
    if when.kind == "weekday" or when.number is None:
        return next((span for span in _candidates(when, from_day) if _start(span) >= from_day), None)
    for year in (from_day.year, from_day.year + 1, from_day.year + 2):
        span = _valid(when, year)
        if span and _start(span) >= from_day:
            return span
    return None


def _both(
    first: DateExpression, last: DateExpression, published: date | None, tense: Tense | None
) -> tuple[DateSpan, DateSpan]:
    """Place two dates without a year: days where they are nearest, longer stretches where the end had last begun."""
    if published is None:
        unknown = DateSpan(grain=first.grain, unresolved=NO_DATE)
        return unknown, unknown
    pairs = []
    for start in _candidates(first, published):
        end = _next(last, _start(start))
        if end is not None:
            pairs.append((start, end))
    if tense == "future":
        pairs = [pair for pair in pairs if _end(pair[1]) >= published][:1]
    elif tense == "past" and first.kind == "date":
        pairs = [pair for pair in pairs if _start(pair[0]) <= published][-1:]
    elif first.grain == "day" and first.kind == "date":
        pairs = sorted(pairs, key=lambda pair: max(_start(pair[0]) - published, published - _end(pair[1])))[:1]
    else:
        pairs = [pair for pair in pairs if _start(pair[1]) <= published][-1:]
    return pairs[0] if pairs else (DateSpan(unresolved=NO_SUCH_DAY), DateSpan(unresolved=NO_SUCH_DAY))


def _ended(when: DateExpression, published: date | None) -> DateSpan:
    """Return the months up to the stated end: "the three months ended Sept. 30" begin on 1 July."""
    assert when.last is not None
    last_when = when.last
    last = resolved(last_when, published)
    if last.end is None:
        return DateSpan(grain=when.grain, fiscal=when.fiscal, unresolved=last.unresolved)
    unit = when.whole.grain if when.whole else "month"
    start = step(last.end + DAY, unit, -(when.number or 1))
    if published and start > published and last_when.year is None and last_when.kind in ("date", "month"):
        last = _of_year(last_when, last.end.year - 1)  # what ended has begun
        assert last.end is not None
        start = step(last.end + DAY, unit, -(when.number or 1))
    return DateSpan(start=start, end=last.end, grain=when.grain, fiscal=when.fiscal)


def _season(when: DateExpression, published: date | None) -> DateSpan:
    """Return a season by its ISO 8601-2 name, without dates: they depend on the hemisphere, and on who counts."""
    year = when.year
    if year is None and when.whole is not None:
        start = _span(when.whole, published).start
        year = start.year if start else None
    label = None if year is None else f"{year}-{when.number}"
    return DateSpan(grain="quarter", label=label, unresolved=NO_SEASON)


def _fiscal(when: DateExpression) -> DateSpan:
    """Return a company's own period, which only its fiscal year's end would place on the calendar."""
    year = "" if when.year is None else f"FY{when.year}"
    part = {"quarter": f"Q{when.number}", "half": f"H{when.number}"}.get(when.kind, "")
    label = "-".join(each for each in (year, part) if each) or None
    return DateSpan(grain=when.grain, fiscal=True, label=label, unresolved=NO_FISCAL_YEAR)
