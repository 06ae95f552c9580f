"""The rule on dates and the weekdays beside them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from conftest import in_any_context
from moneyfacts.api import check
from moneyfacts.checks import RULES
from moneyfacts.link import Link
from moneyfacts.model.facts import Fact
from moneyfacts.model.findings import Assumed, Verdict
from moneyfacts.model.values import Count, DateSpan
from scenes import found, only, said, tie

WEEKDAY = next(rule for rule in RULES if rule.name == "weekday")
NAMES = ("Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
FULL = (
    *("ar", "bg", "de", "en", "es", "fr", "hi", "id", "it", "ja", "ka", "ko", "nl", "pt", "ro", "ru", "sv", "tr", "zh"),
    *("en-GB", "en-US", "de-AT", "es-MX", "fr-CA", "pt-PT"),
)
"""Locales in whose full form of a date both the day and its weekday are read."""


def on(day: date | None, words: str = "a day") -> Fact:
    return Fact(DateSpan(start=day, end=day), words, 0, len(words))


def linked(weekday: date | None, day: date | None, assumed: tuple[Assumed, ...] = ()) -> Link:
    return tie("weekday", [("weekday", on(weekday, "the name")), ("date", on(day))], assumed=assumed)


def zeller(day: date) -> str:
    """Return the weekday by Zeller's congruence, which knows nothing of ordinals of days."""
    year, month = (day.year, day.month) if day.month > 2 else (day.year - 1, day.month + 12)
    century, rest = divmod(year, 100)
    return NAMES[(day.day + 13 * (month + 1) // 5 + rest + rest // 4 + century // 4 + 5 * century) % 7]


TABLE: list[tuple[date, date, Verdict, str, str | None]] = [
    # the date, the nearest day of the weekday told, and what is said of them
    (date(2015, 5, 5), date(2015, 5, 5), "agrees", "2015-05-05 is a Tuesday, which fits Tuesday", None),
    (
        *(date(2015, 5, 5), date(2015, 5, 4), "conflicts", "2015-05-05 is a Tuesday, not a Monday"),
        "2015-05-04 is a Monday, and, if the year is wrong, 2014-05-05",
    ),
    (
        *(date(2016, 2, 29), date(2016, 3, 1), "conflicts", "2016-02-29 is a Monday, not a Tuesday"),
        "2016-03-01 is a Tuesday",
    ),
    (
        *(date(2015, 10, 9), date(2015, 10, 12), "conflicts", "2015-10-09 is a Friday, not a Monday"),
        "2015-10-12 is a Monday",
    ),
    (
        *(date(2015, 12, 31), date(2016, 1, 2), "conflicts", "2015-12-31 is a Thursday, not a Saturday"),
        "2016-01-02 is a Saturday, and, if the year is wrong, 2016-12-31",
    ),
    (
        *(date(9999, 12, 31), date(9999, 12, 30), "conflicts", "9999-12-31 is a Friday, not a Thursday"),
        "9999-12-30 is a Thursday, and, if the year is wrong, 9998-12-31",
    ),
]


@pytest.mark.parametrize(("day", "told", "verdict", "message", "slip"), TABLE, ids=[row[3] for row in TABLE])
@in_any_context
def test_the_table(day: date, told: date, verdict: Verdict, message: str, slip: str | None) -> None:
    finding = only(WEEKDAY, linked(told, day))
    assert said(finding) == (verdict, message)
    assert finding.slip == slip
    assert [(part.role, part.stated, part.implied) for part in finding.facts] == [
        ("weekday", None, None),
        ("date", None, None),
    ]


def test_an_assumed_year_is_told() -> None:
    assumed = (Assumed("year", "2015", "published"),)
    finding = only(WEEKDAY, linked(date(2015, 5, 5), date(2015, 5, 5), assumed))
    assert finding.message == "2015-05-05 is a Tuesday, which fits Tuesday; the year is assumed (published)"
    assert finding.assumed == assumed


NOTHING = [
    linked(None, date(2015, 5, 5)),
    linked(date(2015, 5, 5), None),
    tie("weekday", [("date", on(date(2015, 5, 5)))]),
    tie("weekday", [("weekday", on(date(2015, 5, 5))), ("date", Fact(Count(amount=Decimal(5)), "5", 0, 1))]),
    tie("span", [("weekday", on(date(2015, 5, 5))), ("date", on(date(2015, 5, 5)))]),
]


@pytest.mark.parametrize("link", NOTHING)
def test_nothing_is_said(link: Link) -> None:
    assert found(WEEKDAY, link) == []


def test_no_other_rule_says_anything() -> None:
    link = linked(date(2015, 5, 4), date(2015, 5, 5))
    assert [rule.name for rule in RULES if rule is not WEEKDAY and found(rule, link)] == []


@given(st.dates(date(1924, 1, 1), date(2099, 12, 31)), st.sampled_from(NAMES), st.sampled_from(("{}, {}", "{1} ({0})")))
@in_any_context
def test_a_weekday_fits_as_zeller_says(day: date, name: str, frame: str) -> None:
    """Beside a date each weekday agrees that Zeller's congruence gives, and each other conflicts."""
    told = f"{format_date(day, 'MMMM', 'en')} {day.day}, {day.year}"
    [finding] = check(f"It opened on {frame.format(name, told)}.", rules=["weekday"])
    assert finding.verdict == ("agrees" if name == zeller(day) else "conflicts")
    assert f"{day} is a {zeller(day)}, " in finding.message


@given(st.dates(date(1924, 1, 1), date(2099, 12, 31)), st.integers(1, 6), st.sampled_from(FULL))
def test_what_cldr_prints_agrees(day: date, off: int, locale: str) -> None:
    """A date in the full form of a locale agrees with its weekday, and with the name of another it conflicts."""
    printed, name, other = (
        format_date(each, form, locale.replace("-", "_"))
        for each, form in ((day, "full"), (day, "EEEE"), (day + timedelta(days=off), "EEEE"))
    )
    assert name in printed
    verdicts = [
        [finding.verdict for finding in check(f"{text}.", rules=["weekday"], locale=locale)]
        for text in (printed, printed.replace(name, other))
    ]
    assert verdicts == [["agrees"], ["conflicts"]]


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(-100, 100))
def test_a_date_without_a_year_is_near_the_publication(published: date, away: int) -> None:
    """Where no year is stated it is the one that brings the date nearest to the publication."""
    day = published + timedelta(days=away)
    text = f"It said so on {zeller(day)}, {format_date(day, 'MMM', 'en')} {day.day}."
    [finding] = check(text, rules=["weekday"], published=published)
    assert finding.verdict == "agrees"
    assert finding.assumed == (Assumed("year", f"{day.year}", "published"),)
    assert check(text, rules=["weekday"]).findings == ()
