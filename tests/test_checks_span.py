"""The rule on durations and the dates that they last."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import in_any_context
from moneyfacts.api import check
from moneyfacts.checks import RULES, Rule
from moneyfacts.link import Link
from moneyfacts.model.facts import Fact
from moneyfacts.model.findings import Assumed, Verdict
from moneyfacts.model.readings import Precision
from moneyfacts.model.values import DateSpan, Duration
from scenes import found, only, said, shown, tie

SPAN: Rule = RULES[6]
TODAY = Assumed("start", "2017-01-20", "published")


def dates(words: str) -> Fact:
    """Return the fact of "2012-01-01..2012-12-31 year", or of dates that are not resolved ("fiscal 2017")."""
    ends, _, grain = words.partition(" ")
    start, dots, end = ends.partition("..")
    if not start[:1].isdigit() and not dots:
        return Fact(DateSpan(unresolved="the fiscal year's end is not known", grain="year"), words, 0, len(words))
    value = {"start": start or None, "end": end or (None if dots else start), "grain": grain or "day"}
    return Fact(DateSpan.from_dict(value), words, 0, len(words))


def span(duration: str | None, *, assumed: tuple[Assumed, ...] = (), **ends: str) -> Link:
    stated: list[tuple[str, str | Fact]] = [] if duration is None else [("duration", duration)]
    return tie("span", [*stated, *((role, dates(words)) for role, words in ends.items())], assumed=assumed)


THROUGH_2028 = "..2028-12-31 year"
YEARS: list[tuple[str, Verdict, str]] = [
    # the worked example: 12 years with both 2017 and 2028 counted, 11 without
    ("9", "conflicts", "not 9 year"),
    ("10", "conflicts", "not 10 year"),
    ("11", "agrees", "which fits 11 year"),
    ("12", "agrees", "which fits 12 year"),
    ("13", "conflicts", "not 13 year"),
    ("above 10", "agrees", "which fits above 10 year"),
    ("12.4", "strained", "which fits 12.4 year only loosely"),
    ("10.6", "strained", "which fits 10.6 year only loosely"),
    ("below 14", "strained", "which fits below 14 year only loosely"),
    ("10 to 11", "agrees", "which fits 10 to 11 year"),
]


@pytest.mark.parametrize(("years", "verdict", "fit"), YEARS)
def test_the_worked_example(years: str, verdict: Verdict, fit: str) -> None:
    message = f"from 2017-01-20 to 2028-12-31 is 10.95 to 12 years, {fit}; the start is assumed (published)"
    link = span(f"{years} year", end=THROUGH_2028, assumed=(TODAY,))
    finding = only(SPAN, link)
    assert said(finding) == (verdict, message)
    assert finding.assumed == (TODAY,)


TABLE: list[tuple[Link, Verdict, str]] = [
    (
        span("5 year", start="2012-01-01..2012-12-31 year", end="2016-01-01..2016-12-31 year"),
        "agrees",
        "from 2012-01-01 to 2016-12-31 is 3.003 to 5 years, which fits 5 year",
    ),
    (
        span("4 quarter", start="2016-01-01..2016-12-31 quarter", end="2016-01-01..2016-12-31 quarter"),
        "agrees",
        "from 2016-01-01 to 2016-12-31 is 2 to 4 quarters, which fits 4 quarter",
    ),
    (
        span("3 month", end="2016-07-01..2016-09-30 quarter"),
        "agrees",
        "from 2016-07-01 to 2016-09-30 is 3 months, which fits 3 month",
    ),
    (
        span("1 quarter", end="2016-07-01..2016-09-30 quarter"),
        "agrees",
        "from 2016-07-01 to 2016-09-30 is 1 quarter, which fits 1 quarter",
    ),
    (
        span("30 day", start="2017-01-01", end="2017-01-30"),
        "agrees",
        "from 2017-01-01 to 2017-01-30 is 29 to 30 days, which fits 30 day",
    ),
    (
        span("40 day", start="2017-01-01", end="2017-01-30"),
        "conflicts",
        "from 2017-01-01 to 2017-01-30 is 29 to 30 days, not 40 day",
    ),
    (
        span("10 year", start="2030-01-01", end=THROUGH_2028),
        "conflicts",
        "from 2030-01-01 to 2028-12-31 ends before it starts, not 10 year",
    ),
    (
        span(None, end="2016-01-01..2016-12-31 month", assumed=(Assumed("duration", "1 month", "monthly"),)),
        "conflicts",
        "from 2016-01-01 to 2016-12-31 is 10 to 12 months, not 1 month; the duration is assumed (monthly)",
    ),
    (span("12 year", end=THROUGH_2028), "undecided", "12 year cannot be compared with dates: the start is not stated"),
    (span("12 year", start="2017-01-01"), "undecided", "12 year cannot be compared with dates: the end is not stated"),
    (
        span("12 year", start="2017-01-01", end="2018-01-01.. year"),
        "undecided",
        "12 year cannot be compared with dates: the end is not stated",
    ),
    (span("12 year"), "undecided", "12 year cannot be compared with dates: the start and the end are not stated"),
    (
        span("1 year", end="fiscal 2017"),
        "undecided",
        "1 year cannot be compared with dates: the fiscal year's end is not known",
    ),
]


@pytest.mark.parametrize(("link", "verdict", "message"), TABLE, ids=[row[2] for row in TABLE])
@in_any_context
def test_the_table(link: Link, verdict: Verdict, message: str) -> None:
    finding = only(SPAN, link)
    assert said(finding) == (verdict, message)
    assert [(part.role, part.text) for part in finding.facts] == [(role, fact.text) for role, fact in link.roles]
    assert finding.assumed == link.assumed


def assumed(value: str) -> tuple[Assumed, ...]:
    return (Assumed("duration", value, "an adjective"),)


NOTHING = [
    # "quarterly revenue from July through September" agrees, which is worth no finding
    span(None, end="2016-07-01..2016-09-30 month", assumed=assumed("1 quarter")),
    span(None, end=THROUGH_2028, assumed=assumed("1 quarter")),
    span(None, end="2017-01-19", assumed=assumed("1 year")),  # the annual meeting on Thursday
    span("5 year", start="2012-10-01..2012-10-31 month", end="2012-10-01..2012-10-31 month"),
    span(None, end=THROUGH_2028),
    span("5 barrel", end="2012-10-01..2012-10-31 month"),
    tie("span", [("duration", Fact(Duration(unit="year"), "some years", 0, 10)), ("end", dates("2017-01-01"))]),
    tie(
        "span",
        [
            (
                "duration",
                Fact(
                    Duration(amount=Decimal(5), unit="parsec"),
                    "5",
                    0,
                    1,
                    precision=(Precision(Decimal(1), Decimal(1)),),
                ),
            ),
            ("end", dates("2017-01-01")),
        ],
    ),
    tie("span", [("duration", "5 year"), ("start", "5 jobs"), ("end", dates("2017-01-01"))]),
    tie("movement", [("duration", "5 year"), ("end", dates("2017-01-01"))]),
]


@pytest.mark.parametrize("link", NOTHING)
def test_nothing_is_said(link: Link) -> None:
    assert found(SPAN, link) == []


def test_what_a_finding_holds() -> None:
    """The duration is implied by the dates, in its own unit; dates have no range."""
    finding = only(SPAN, span("12 year", end=THROUGH_2028, assumed=(TODAY,)))
    assert [(part.role, shown(part.stated), shown(part.implied)) for part in finding.facts] == [
        ("duration", "[11.5 .. 12.5]", "[10.9489247311 .. 12]"),
        ("end", "nothing", "nothing"),
    ]


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 5000), st.sampled_from(("day", "week")))
@in_any_context
def test_days_that_were_counted_agree(start: date, days: int, unit: str) -> None:
    """A number of days or whole weeks from one date to another agrees, whether or not both ends are counted."""
    many = days * (7 if unit == "week" else 1)
    for reach in (many, many - 1):
        link = span(f"{days} {unit}", start=f"{start}", end=f"{start + timedelta(days=reach)}")
        assert only(SPAN, link).verdict == "agrees"
    far = span(f"{days} {unit}", start=f"{start}", end=f"{start + timedelta(days=many + 9)}")
    assert only(SPAN, far).verdict == "conflicts"


@given(st.integers(1900, 2100), st.integers(2, 60), st.integers(0, 364))
def test_years_that_were_counted_agree(year: int, years: int, day: int) -> None:
    """From a day of one year through another it is as many years as their numbers differ, or one more."""
    start = date(year, 1, 1) + timedelta(days=day)
    end = f"..{year + years}-12-31 year"
    for stated, agrees in ((years, True), (years + 1, True), (years + 2, False), (years - 2, False)):
        verdict = only(SPAN, span(f"{stated} year", start=f"{start}", end=end)).verdict
        assert (verdict == "agrees") == agrees


def test_dates_that_run_backwards_conflict() -> None:
    [finding] = check("The mill will take 40 million euros over the five years from 2017 until 2016.", min_confidence=0)
    assert finding.verdict == "conflicts"
    assert finding.message == "2017 to 2016 ends before it starts"
    assert [(part.role, part.text) for part in finding.facts] == [
        ("duration", "five years"),
        ("start", "2017"),
        ("end", "2016"),
    ]


@given(st.integers(1990, 2015), st.integers(3, 40), st.integers(-5, 5))
def test_a_deal_that_was_signed_earlier(year: int, years: int, off: int) -> None:
    """It lasts from the year in which it was signed, whenever the text is published, both years counted or not."""
    text = f"The {years}-year deal, signed in {year}, runs through {year + years + off}."
    if off <= -years:
        return
    [finding] = check(text, published=date(2016, 5, 20), rules=["span"], min_confidence=0)
    assert (finding.verdict == "agrees") == (off in (-1, 0, 1))
    assert finding.assumed == ()
