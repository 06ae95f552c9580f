"""The rule on parts and their whole."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import in_any_context
from moneyfacts.checks import RULES, Rule
from moneyfacts.link import Link
from moneyfacts.model.facts import Fact
from moneyfacts.model.findings import Verdict
from moneyfacts.model.readings import Precision
from moneyfacts.model.values import Count, Money
from scenes import figure, found, only, rounded_to, said, shown, tie

PART_WHOLE: Rule = RULES[5]


def whole(words: str, *parts: str) -> Link:
    return tie("part_whole", [("whole", words), *(("part", part) for part in parts)])


TABLE: list[tuple[Link, Verdict, str]] = [
    # the worked example
    (
        whole("34.3 billion CNY", "28.5 billion CNY"),
        "agrees",
        "28.5 billion CNY is 82.82% to 83.36% of 34.3 billion CNY",
    ),
    (
        whole("34.3 billion CNY", "38.5 billion CNY"),
        "conflicts",
        "38.5 billion CNY is 111.9% to 112.6% of 34.3 billion CNY: more than the whole",
    ),
    (
        whole("34.3 billion CNY", "34.4 billion CNY"),
        "agrees",
        "34.4 billion CNY is 100% to 100.6% of 34.3 billion CNY",
    ),
    (
        whole("34.3 billion CNY", "34.5 billion CNY"),
        "strained",
        "34.5 billion CNY is 100.3% to 100.9% of 34.3 billion CNY: no more than the whole only loosely",
    ),
    (whole("50 jobs", "20 jobs", "30"), "agrees", "20 jobs and 30 are 97.03% to 103% of 50 jobs"),
    (
        whole("51 jobs", "21 men", "35 women"),
        "conflicts",
        "21 men and 35 women are 106.8% to 112.9% of 51 jobs: more than the whole",
    ),
    (whole("above 40 jobs", "44 jobs"), "agrees", "44 jobs is 87% to 111.3% of above 40 jobs"),
    (whole("at_most 40 jobs", "21 jobs"), "agrees", "21 jobs is 51.25% to 71.67% of at_most 40 jobs"),
    (whole("at_most 100 jobs", "21 jobs"), "agrees", "21 jobs is 20.5% or more of at_most 100 jobs"),
    (
        whole("5 million USD", "3 million EUR"),
        "undecided",
        "3 million EUR and 5 million USD cannot be compared: they are in different currencies",
    ),
    (whole("5 USD|CAD", "3 CAD"), "agrees", "3 CAD is 45.45% to 77.78% of 5 USD|CAD"),
]


@pytest.mark.parametrize(("link", "verdict", "message"), TABLE, ids=[row[2] for row in TABLE])
@in_any_context
def test_the_table(link: Link, verdict: Verdict, message: str) -> None:
    finding = only(PART_WHOLE, link)
    assert said(finding) == (verdict, message)
    assert [(part.role, part.text) for part in finding.facts] == [(role, fact.text) for role, fact in link.roles]


NOTHING = [
    whole("5 million USD", "3 jobs"),
    whole("34.3 billion CNY", "20%"),
    whole("-5 million USD", "3 million USD"),
    whole("0 USD", "3 USD"),
    whole("5 million USD"),
    tie("part_whole", [("whole", "5 USD"), ("part", Fact(Money(currency="USD"), "some", 0, 4))]),
    tie("part_whole", [("whole", figure("5 USD", per="share")), ("part", figure("3 USD", per="year"))]),
    tie("movement", [("whole", "5 USD"), ("part", "3 USD")]),
]


@pytest.mark.parametrize("link", NOTHING)
def test_nothing_is_said(link: Link) -> None:
    assert found(PART_WHOLE, link) == []


def test_what_a_finding_holds() -> None:
    """The parts come to at least this; each has the room that the others, at their least, leave of the whole."""
    finding = only(PART_WHOLE, whole("51 jobs", "21 men", "35 women"))
    assert [(part.role, shown(part.stated), shown(part.implied)) for part in finding.facts] == [
        ("whole", "[50.5 .. 51.5]", "[55 .. )"),
        ("part", "[20.5 .. 21.5]", "( .. 17]"),
        ("part", "[34.5 .. 35.5]", "( .. 31]"),
    ]


def test_parts_before_their_whole_stay_in_the_order_of_the_text() -> None:
    link = tie("part_whole", [("part", "3 jobs"), ("whole", "5 jobs")])
    assert [part.role for part in only(PART_WHOLE, link).facts] == ["part", "whole"]


def count(printed: tuple[Decimal, Precision]) -> Fact:
    return Fact(Count(amount=printed[0]), "count", 0, 5, precision=(printed[1],))


@given(
    st.lists(st.fractions(10, 10**5, max_denominator=100), min_size=1, max_size=4),
    st.fractions(Fraction(1, 2), 2, max_denominator=100),
    st.lists(st.integers(-1, 2), min_size=5, max_size=5),
)
@in_any_context
def test_parts_that_are_no_more_than_the_whole_agree(
    parts: list[Fraction], factor: Fraction, places: list[int]
) -> None:
    """Printed from true values whose sum is the whole or less they agree; else the verdict is the oracle's."""
    true = sum(parts, Fraction(0)) * factor
    printed = [rounded_to(value, place) for value, place in zip((true, *parts), places, strict=False)]
    (w, half, reach), *rest = (
        (Fraction(v), Fraction(fine.digit) / 2, max(Fraction(fine.digit), Fraction(fine.nonzero) / 2))
        for v, fine in printed
    )
    least, at_worst = sum(v - h for v, h, _ in rest), sum(v - m for v, _, m in rest)
    expected = "agrees" if least <= w + half else "strained" if at_worst <= w + reach else "conflicts"
    finding = only(
        PART_WHOLE, tie("part_whole", [("whole", count(printed[0])), *(("part", count(p)) for p in printed[1:])])
    )
    assert finding.verdict == expected
    assert factor < 1 or finding.verdict == "agrees"
