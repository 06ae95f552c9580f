"""The rule on ages and anniversaries."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import in_any_context
from moneyfacts.api import check
from moneyfacts.checks import RULES
from moneyfacts.link import Link
from moneyfacts.model.facts import Fact
from moneyfacts.model.findings import Verdict
from moneyfacts.model.values import DateSpan, Duration
from scenes import figure, found, only, said, shown, tie

AGE = next(rule for rule in RULES if rule.name == "age")


def dates(words: str) -> Fact:
    """Return the fact of a year, "1950", or of a day, "2010-05-03"; "since 1950" has an open end."""
    first = words.removeprefix("since ")
    start, end = (
        (date(int(first), 1, 1), date(int(first), 12, 31)) if len(first) == 4 else (date.fromisoformat(first),) * 2
    )
    open_end = None if words.startswith("since") else end
    return Fact(DateSpan(start=start, end=open_end, grain="day" if start == end else "year"), words, 0, len(words))


def aged(age: str, start: str, end: str, role: str = "age") -> Link:
    return tie("age", [("start", dates(start)), ("end", dates(end)), (role, figure(age))])


TABLE: list[tuple[Link, Verdict, str, str]] = [
    (
        aged("59", "1950", "2010-05-03"),
        "agrees",
        "from 1950 to 2010-05-03 is 59 to 60 years, which fits 59",
        "[59 .. 60]",
    ),
    (aged("61", "1950", "2010-05-03"), "conflicts", "from 1950 to 2010-05-03 is 59 to 60 years, not 61", "[59 .. 60]"),
    (aged("55", "1951", "2006"), "agrees", "from 1951 to 2006 is 54 to 55 years, which fits 55", "[54 .. 55]"),
    (
        *(aged("60", "1950-05-12", "2010-05-03"), "conflicts"),
        *("from 1950-05-12 to 2010-05-03 is 59 years, not 60", "[59 .. 59]"),
    ),
    (
        *(aged("60", "1950-05-12", "2010-05-12"), "agrees"),
        *("from 1950-05-12 to 2010-05-12 is 60 years, which fits 60", "[60 .. 60]"),
    ),
    (aged("0", "2010", "2010"), "agrees", "from 2010 to 2010 is 0 years, which fits 0", "[0 .. 0]"),
    (
        *(aged("100 year", "1912", "2013", "anniversary"), "conflicts"),
        *("from 1912 to 2013 is 101 years, not 100 year", "[101 .. 101]"),
    ),
    (
        *(aged("101 year", "1912", "2013-02-01", "anniversary"), "agrees"),
        *("from 1912 to 2013-02-01 is 101 years, which fits 101 year", "[101 .. 101]"),
    ),
]


@pytest.mark.parametrize(("link", "verdict", "message", "implied"), TABLE, ids=[row[2] for row in TABLE])
@in_any_context
def test_the_table(link: Link, verdict: Verdict, message: str, implied: str) -> None:
    finding = only(AGE, link)
    assert said(finding) == (verdict, message)
    assert [shown(part.implied) for part in finding.facts] == ["nothing", "nothing", implied]


NOTHING = [
    tie("age", [("start", dates("1950")), ("age", "59")]),
    tie("age", [("end", dates("1950")), ("age", "59")]),
    tie("age", [("start", dates("1950")), ("end", dates("2010"))]),
    tie("age", [("start", dates("1950")), ("end", dates("2010")), ("age", Fact(Duration(unit="year"), "some", 0, 4))]),
    tie("age", [("start", dates("1950")), ("end", "2010 jobs"), ("age", "59")]),
    tie("age", [("start", dates("1950")), ("end", dates("2010")), ("age", dates("1951"))]),
    aged("59", "since 1950", "2010"),
    aged("59", "2010", "1950"),
    aged("60 year", "2010", "1950", "anniversary"),
    aged("60 year", "since 1950", "2010", "anniversary"),
    tie("span", [("start", dates("1950")), ("end", dates("2010")), ("age", "59")]),
]


@pytest.mark.parametrize("link", NOTHING)
def test_nothing_is_said(link: Link) -> None:
    assert found(AGE, link) == []


def test_no_other_rule_says_anything() -> None:
    assert [rule.name for rule in RULES if rule is not AGE and found(rule, TABLE[1][0])] == []


def birthdays(born: date, died: date) -> int:
    """Count the birthdays of a life, one by one, by walking from year to year; that of 29 February is a day later."""
    passed = 0
    for year in range(born.year + 1, died.year + 1):
        is_leap_day = (born.month, born.day) == (2, 29)
        day = date(year, 2, 28) + timedelta(days=1) if is_leap_day else date(year, born.month, born.day)
        passed += day <= died
    return passed


@given(st.dates(date(1900, 1, 1), date(1990, 11, 30)), st.integers(0, 36_000), st.integers(-3, 3))
@in_any_context
def test_an_age_is_the_number_of_birthdays(born: date, days: int, off: int) -> None:
    """Of two known days one age agrees, and no other."""
    died = min(born + timedelta(days=days), date(2099, 11, 30))
    years = birthdays(born, died)
    if years + off < 0:
        return
    link = aged(str(years + off), born.isoformat(), died.isoformat())
    assert only(AGE, link).verdict == ("agrees" if off == 0 else "conflicts")


@given(st.dates(date(1900, 1, 1), date(1950, 11, 30)), st.integers(10_000, 30_000), st.booleans())
def test_a_true_age_never_conflicts(born: date, days: int, day_known: bool) -> None:
    """However finely the dates are told, the true age agrees."""
    died = born + timedelta(days=days)
    told = f"on {died.day} {died:%B} {died.year}" if day_known else f"in {died.year}"
    text = f"Born in {born.year}, she died {told} aged {birthdays(born, died)}."
    [finding] = check(text, rules=["age"], min_confidence=0)
    assert finding.verdict == "agrees"


@given(st.integers(1850, 2000), st.integers(5, 99), st.integers(-4, 4))
def test_anniversaries(founded: int, years: int, off: int) -> None:
    """An anniversary agrees in its own year alone."""
    suffix = "th" if years // 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(years % 10, "th")
    text = f"Founded in {founded}, the mill marks its {years}{suffix} anniversary in {founded + years + off}."
    verdicts = [finding.verdict for finding in check(text, rules=["age"], min_confidence=0)]
    assert verdicts == ["agrees" if off == 0 else "conflicts"]
