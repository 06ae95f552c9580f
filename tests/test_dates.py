"""Laws of dates: every way to say a day says that day, and stretches tile the calendar as the words promise.

The oracle is the standard library: `strftime` prints what is read back, `calendar` and ISO weeks say where a stretch
must begin and end. Nothing here asks the library's own arithmetic.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moneyfacts.api import extract, parse_span
from moneyfacts.model.values import DateSpan

DAY = timedelta(days=1)
days = st.dates(date(1950, 1, 1), date(2090, 12, 31))
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def ordinal(number: int) -> str:
    suffix = "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


FORMS: dict[str, Callable[[date], str]] = {
    "month first": lambda day: f"{day:%B} {day.day}, {day.year}",
    "day first": lambda day: f"{day.day} {day:%B} {day.year}",
    "short month": lambda day: f"{day:%b}. {day.day}, {day.year}" if day.month != 5 else f"May {day.day}, {day.year}",
    "ordinal": lambda day: f"{ordinal(day.day)} of {day:%B} {day.year}",
    "ISO 8601": lambda day: day.isoformat(),
    "weekday first": lambda day: f"{day:%A}, {day:%B} {day.day}, {day.year}",
    "American slashes": lambda day: f"{day.month}/{day.day}/{day.year}",
}


def only(text: str, published: date | None = None) -> DateSpan:
    """Return the one date of a text."""
    [fact] = extract(text, published=published).of("date_span")
    assert isinstance(fact.value, DateSpan)
    return fact.value


def ends(span: DateSpan) -> tuple[date, date]:
    assert span.start is not None, span.unresolved
    assert span.end is not None, span.unresolved
    return span.start, span.end


@pytest.mark.parametrize("form", FORMS)
@given(day=days, published=st.none() | days)
def test_a_day_is_read_back_in_every_form(form: str, day: date, published: date | None) -> None:
    said = FORMS[form](day)
    assert ends(parse_span(said, published=published)) == (day, day)
    assert ends(only(f"The dam broke on {said} and was mended.", published)) == (day, day)


@given(days, days, st.sampled_from(("to", "through", "until")), st.sampled_from(sorted(FORMS)))
def test_two_days_with_their_years_make_their_span(one: date, other: date, word: str, form: str) -> None:
    first, last = sorted((one, other))
    if form == "weekday first" or first == last:
        return
    assert ends(only(f"It was shut from {FORMS[form](first)} {word} {FORMS[form](last)}.")) == (first, last)


@given(days, days)
def test_open_sides_leave_no_day_out_and_none_twice(day: date, published: date) -> None:
    said = FORMS["month first"](day)
    spans = {word: only(f"It was shut {word} {said}.", published) for word in ("before", "since", "until", "after")}
    assert (spans["before"].start, spans["since"].end, spans["until"].start, spans["after"].end) == (None,) * 4
    assert spans["before"].end == day - DAY
    assert spans["since"].start == spans["until"].end == day
    assert spans["after"].start == day + DAY


@given(days, st.sampled_from(("last", "this", "next")))
def test_weeks_months_and_years_around_the_publication_date(published: date, word: str) -> None:
    offset = ("last", "this", "next").index(word) - 1
    start, end = ends(only(f"It shut {word} week.", published))
    assert (start.weekday(), end - start) == (0, 6 * DAY)
    assert start <= published + 7 * offset * DAY <= end
    number = published.year * 12 + published.month - 1 + offset
    year, month = number // 12, number % 12 + 1
    last = calendar.monthrange(year, month)[1]
    assert ends(only(f"It shut {word} month.", published)) == (date(year, month, 1), date(year, month, last))
    year = published.year + offset
    assert ends(only(f"It shut {word} year.", published)) == (date(year, 1, 1), date(year, 12, 31))


@given(days, st.sampled_from(WEEKDAYS))
def test_a_weekday_is_the_nearest_on_its_side(published: date, name: str) -> None:
    past, _ = ends(only(f"It shut on {name}.", published))
    ahead, _ = ends(only(f"It will shut on {name}.", published))
    assert past.strftime("%A") == ahead.strftime("%A") == name
    assert published - 6 * DAY <= past <= published < ahead <= published + 7 * DAY


@given(days, st.integers(1, 12))
def test_a_month_without_a_year_is_the_last_that_had_begun_or_the_next_to_end(published: date, month: int) -> None:
    name = calendar.month_name[month]
    start, end = ends(only(f"It shut in {name}.", published))
    assert (start.day, start.month, end.day) == (1, month, calendar.monthrange(start.year, month)[1])
    assert start <= published < date(start.year + 1, month, 1)
    start, end = ends(only(f"It will shut in {name}.", published))
    assert end >= published > date(end.year - 1, month, calendar.monthrange(end.year - 1, month)[1])


@given(days, st.sampled_from(range(2, 13)), st.sampled_from(("days", "weeks")))
def test_the_past_ends_yesterday_and_the_next_begins_tomorrow(published: date, count: int, unit: str) -> None:
    length = count * (7 if unit == "weeks" else 1) * DAY
    said = WORDS[count - 2]
    assert ends(only(f"It rained in the past {said} {unit}.", published)) == (published - length, published - DAY)
    assert ends(only(f"It will rain in the next {count} {unit}.", published)) == (published + DAY, published + length)


@given(st.integers(1951, 2089), st.integers(1, 52))
def test_weeks_of_a_year_are_those_of_iso_8601(year: int, week: int) -> None:
    start, end = ends(only(f"Output fell in week {week} of {year}."))
    assert (start, end) == (date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7))


@given(st.integers(1951, 2089), st.sampled_from(("", "May ", "February ", "the third quarter of ")))
def test_early_mid_and_late_tile_their_stretch(year: int, part: str) -> None:
    whole = ends(only(f"It shut in {part}{year}."))
    early, mid, late = (ends(only(f"It shut in {word} {part}{year}.")) for word in ("early", "mid", "late"))
    assert (early[0], late[1]) == whole
    assert (early[1] + DAY, mid[1] + DAY) == (mid[0], late[0])
    thirds = [(last - first).days + 1 for first, last in (early, mid, late)]
    assert max(thirds) - min(thirds) <= 4


@given(days, st.sampled_from(("early", "mid", "late")))
def test_two_days_have_no_thirds(published: date, word: str) -> None:
    """ "Early this weekend" is not a part of a day: it ends when it begins, or later."""
    start, end = ends(only(f"It shut {word} this weekend.", published))
    assert ends(only("It shut this weekend.", published)) == (start, end)


@given(days, st.sampled_from(("week", "month", "quarter", "year")))
def test_what_is_past_and_what_is_left_share_today(published: date, grain: str) -> None:
    whole = ends(only(f"It shut this {grain}.", published))
    past = ends(only(f"It has lost money so far this {grain}.", published))
    left = ends(only(f"It is shut for the rest of this {grain}.", published))
    assert (past[0], left[1]) == whole
    assert past[1] == left[0] == published


@given(days, st.sampled_from((1, 2, 3, 6, 9, 12)))
def test_months_up_to_a_day_are_so_many(day: date, count: int) -> None:
    last = date(day.year, day.month, calendar.monthrange(day.year, day.month)[1])
    said = f"{count} months" if count > 1 else "month"
    start, end = ends(only(f"Profit fell in the {said} ended {FORMS['month first'](last)}."))
    assert (end, start.day) == (last, 1)
    assert (end.year - start.year) * 12 + end.month - start.month + 1 == count
