"""How figures are written in sentences."""

from __future__ import annotations

from fractions import Fraction

import pytest

from conftest import in_any_context
from moneyfacts.checks.wording import amount, fits, signed
from moneyfacts.identities.figures import Way
from moneyfacts.model.interval import Interval
from moneyfacts.model.values import Change, Count, Duration, Measurement, Money, Percent, Quantity, Ratio


def between(low: str | None, high: str | None) -> Interval:
    first, last = (None if each is None else Fraction(each) for each in (low, high))
    return Interval(first, last, low is None, high is None)


DOLLARS = Money(currency="USD")


@pytest.mark.parametrize(
    ("low", "high", "like", "text"),
    [
        ("145655800", "145655800", DOLLARS, "$145.7 million"),
        ("22025723472", "22233009709", Money(currency="CNY"), "CNY 22.03 to 22.23 billion"),
        ("22025723472", "22025723999", Money(currency="EUR"), "€22.03 billion"),
        ("999999", "1000001", Money(currency="GBP"), "£1 million"),
        ("999", "1000001", DOLLARS, "$999 to 1 million"),
        ("12345.6", "23456.7", DOLLARS, "$12,350 to 23,460"),
        ("-5.5", "-5.5", DOLLARS, "-$5.5"),
        ("0", "0", DOLLARS, "$0"),
        ("1", None, DOLLARS, "$1 or more"),
        (None, "1E12", DOLLARS, "$1 trillion or less"),
        (None, None, DOLLARS, "any amount"),
        ("0.82821", "0.83364", Percent(), "0.8282% to 0.8336%"),
        ("5", "6", Percent(unit="percentage_point"), "5 to 6 percentage points"),
        ("5", "6", Change(direction="up", unit="percent"), "5% to 6%"),
        ("5", "6", Change(direction="up", unit="USD", candidates=("USD", "CAD")), "$5 to 6"),
        ("5", "6", Change(direction="up", unit="multiple"), "5 to 6 times"),
        ("5", "6", Change(direction="up", unit="count", of="jobs"), "5 to 6 jobs"),
        ("5", "6", Change(direction="up", unit="count"), "5 to 6"),
        ("5", "6", Change(direction="up", unit="barrel"), "5 to 6 barrel"),
        ("5", "6", Count(), "5 to 6"),
        ("5", "6", Measurement(unit="ton"), "5 to 6 ton"),
        ("1", "1", Duration(unit="year"), "1 year"),
        ("2", "2", Duration(unit="year"), "2 years"),
        ("5", "6", Ratio(), "5 to 6"),
    ],
)
@in_any_context
def test_amounts(low: str | None, high: str | None, like: Quantity, text: str) -> None:
    assert amount(between(low, high), like) == text


@pytest.mark.parametrize(
    ("low", "high", "way", "text"),
    [
        ("1", "2", "up", "up 1% to 2%"),
        ("-2", "-1", "up", "down 1% to 2%"),
        ("-2", "-1", "down", "up 1% to 2%"),
        ("-2", "1", "up", "down 2% to up 1%"),
        ("0", "1", "down", "down 0% to 1%"),
        (None, None, "up", "up any amount"),
        ("3", None, "up", "up 3% or more"),
    ],
)
def test_changes(low: str | None, high: str | None, way: Way, text: str) -> None:
    assert signed(between(low, high), Percent(), way) == text


def test_fits() -> None:
    assert fits("agrees", "55%") == "which fits 55%"
    assert fits("strained", "55%") == "which fits 55% only loosely"
    assert fits("conflicts", "55%") == "not 55%"
