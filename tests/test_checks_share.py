"""The rules on shares and margins: share and ratio."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import in_any_context
from corners import Ends, Printed, as_promised, expected, prints, unsigned
from moneyfacts.checks import RULES, Rule
from moneyfacts.link import Link
from moneyfacts.model.facts import Fact
from moneyfacts.model.readings import Precision
from moneyfacts.model.values import Count, Percent
from scenes import figure, found, only, rows, said, shown, tie, tied

SHARE, RATIO = (next(rule for rule in RULES if rule.name == name) for name in ("share", "ratio"))

SHARES = """
numerator 3.1 million USD; pct 36%; denominator 11.2 million USD
    conflicts: 3.1 million USD is 27.11% to 28.25% of 11.2 million USD, not 36%
numerator 3.1 million USD; pct 28%; denominator 11.2 million USD
    agrees: 3.1 million USD is 27.11% to 28.25% of 11.2 million USD, which fits 28%
numerator 3.1 million USD; pct 28.4%; denominator 11.2 million USD
    strained: 3.1 million USD is 27.11% to 28.25% of 11.2 million USD, which fits 28.4% only loosely
pct 27.6%; numerator 3.1 million USD; denominator 11.2 million
    agrees: 3.1 million USD is 27.11% to 28.25% of 11.2 million, which fits 27.6%
numerator 20 shops; pct third; denominator 61 shops
    agrees: 20 shops is 31.71% to 33.88% of 61 shops, which fits third
numerator 17 shops; pct third; denominator 61 shops
    strained: 17 shops is 26.83% to 28.93% of 61 shops, which fits third only loosely
numerator 38 shops; pct third; denominator 61 shops
    conflicts: 38 shops is 60.98% to 63.64% of 61 shops, not third
numerator 19 shops; pct nearly third; denominator 61 shops
    agrees: 19 shops is 30.08% to 32.23% of 61 shops, which fits nearly third
numerator 23 shops; pct nearly third; denominator 61 shops
    strained: 23 shops is 36.59% to 38.84% of 61 shops, which fits nearly third only loosely
numerator 34 shops; pct above half; denominator 61 shops
    agrees: 34 shops is 54.47% to 57.02% of 61 shops, which fits above half
numerator 29 shops; pct above half; denominator 61 shops
    strained: 29 shops is 46.34% to 48.76% of 61 shops, which fits above half only loosely
numerator at_least 40 vans; pct 43%; denominator 97 vans
    agrees: at_least 40 vans is 41.03% to 51.81% of 97 vans, which fits 43%
numerator at_least 40 vans; pct 31%; denominator 97 vans
    conflicts: at_least 40 vans is 41.03% to 51.81% of 97 vans, not 31%
numerator 614,000 EUR; pct 548 bp; denominator 11.2 million EUR
    agrees: 614,000 EUR is 5.458% to 5.507% of 11.2 million EUR, which fits 548 bp
numerator 614,000 EUR; pct 748 bp; denominator 11.2 million EUR
    conflicts: 614,000 EUR is 5.458% to 5.507% of 11.2 million EUR, not 748 bp
numerator 369 vans; pct 41%; denominator 520 vans; denominator 380 trucks
    agrees: 369 vans is 40.9% to 41.1% of 520 vans and 380 trucks together, which fits 41%
numerator 369 vans; pct 71%; denominator 520 vans; denominator 380 trucks
    conflicts: 369 vans is 40.9% to 41.1% of 520 vans and 380 trucks together, not 71%
numerator 0 shops; pct 0%; denominator 61 shops
    agrees: 0 shops is 0% to 0.8264% of 61 shops, which fits 0%
numerator 0.0 million USD; pct 36%; denominator 11.2 million USD
    conflicts: 0.0 million USD is 0% to 0.4484% of 11.2 million USD, not 36%
numerator 41 shops; pct 26%; numerator 63; pct 39%
    agrees: 41 shops is 26% of 152.8 to 162.7 shops, and 63 is 39% of 158.2 to 164.9 shops: one whole
numerator 41 shops; pct 26%; numerator 63 shops; pct 37%
    strained: 41 shops is 26% of 152.8 to 162.7 shops, and 63 shops is 37% of 166.7 to 174 shops: one whole only loosely
numerator 41 shops; pct 26%; numerator 63 shops; pct 29%
    conflicts: 41 shops is 26% of 152.8 to 162.7 shops, and 63 shops is 29% of 211.9 to 222.8 shops: not one whole
numerator 41; pct 26%; numerator 63; pct 39%; numerator 55; pct half
    conflicts: 41 is 26% of 152.8 to 162.7, 63 is 39% of 158.2 to 164.9, and 55 is half of 103.8 to 116.8: not one whole
numerator 41 men; pct 26%; numerator 63 women; pct 39%
    agrees: 41 men is 26% of 152.8 to 162.7, and 63 women is 39% of 158.2 to 164.9: one whole
numerator 5 million USD; pct 20%; denominator 25 million EUR
    undecided: 5 million USD and 25 million EUR cannot be compared: they are in different currencies
numerator 5 USD|CAD; pct 20%; denominator 25 CAD
    agrees: 5 USD|CAD is 17.65% to 22.45% of 25 CAD, which fits 20%
numerator 5 million USD; pct 20%; numerator 7 million EUR; pct 28%
    undecided: 5 million USD and 7 million EUR cannot be compared: they are in different currencies
"""

RATIOS = """
numerator 640 million EUR; pct 9.0%; denominator 7.1 billion EUR
    agrees: 640 million EUR is 8.944% to 9.085% of 7.1 billion EUR, which fits 9.0%
numerator 640 million EUR; pct 9.6%; denominator 7.1 billion EUR
    conflicts: 640 million EUR is 8.944% to 9.085% of 7.1 billion EUR, not 9.6%
denominator 7.12 billion EUR; numerator 642 million EUR; pct 8.9%
    strained: 642 million EUR is 9.004% to 9.03% of 7.12 billion EUR, which fits 8.9% only loosely
numerator 8.4 billion EUR; pct 120%; denominator 7.0 billion EUR
    agrees: 8.4 billion EUR is 118.4% to 121.6% of 7.0 billion EUR, which fits 120%
numerator 14.1 billion EUR; pct twice; denominator 7.0 billion EUR
    agrees: 14.1 billion EUR is 199.3% to 203.6% of 7.0 billion EUR, which fits twice
numerator 14.1 billion EUR; pct twice; denominator 9.3 billion EUR
    conflicts: 14.1 billion EUR is 150.3% to 153% of 9.3 billion EUR, not twice
numerator 640 million EUR; pct 9.0%; denominator 7.1 billion USD
    undecided: 640 million EUR and 7.1 billion USD cannot be compared: they are in different currencies
"""


@pytest.mark.parametrize(("line", "verdict", "message"), rows(SHARES))
@in_any_context
def test_the_table_of_shares(line: str, verdict: str, message: str) -> None:
    in_the_table(SHARE, tied("share", line), verdict, message)


@pytest.mark.parametrize(("line", "verdict", "message"), rows(RATIOS))
@in_any_context
def test_the_table_of_ratios(line: str, verdict: str, message: str) -> None:
    in_the_table(RATIO, tied("ratio", line), verdict, message)


def in_the_table(rule: Rule, link: Link, verdict: str, message: str) -> None:
    """Hold a finding to its row; it shows every figure, in the order of the text, and is that of no other rule."""
    finding = only(rule, link)
    assert said(finding) == (verdict, message)
    assert finding.rule == rule.name
    assert [(part.role, part.text) for part in finding.facts] == [(role, fact.text) for role, fact in link.roles]
    assert all((part.implied is None) is (verdict == "undecided") or verdict == "conflicts" for part in finding.facts)
    assert [other.name for other in RULES if other is not rule and found(other, link)] == []


ONE = Precision(Decimal(1), Decimal(1))
NOTHING = [
    "numerator 5 million USD; pct 20%",
    "numerator 5 million USD; denominator 25 million USD",
    "pct 20%; denominator 25 million USD",
    "numerator -5 million USD; pct 20%; denominator 25 million USD",
    "numerator 5 million USD; pct 20%; denominator -25 million USD",
    "numerator 5 million USD; pct -20%; denominator 25 million USD",
    "numerator -7 to 5 million USD; pct 20%; denominator 25 million USD",
    "numerator 5 million USD; pct 20%; denominator 25 jobs",
    "numerator 5 million USD; pct 20%; denominator 25%",
    "numerator 5 million USD; pct 20 jobs; denominator 25 million USD",
    "numerator 5 million USD; pct 20; denominator 25 million USD",
    "numerator 5 USD per share; pct 20%; denominator 25 USD per year",
]
PAIRS = [
    "numerator 41 shops; pct 26%; numerator 63 shops",
    "numerator 41 shops; pct 26%; numerator 63 USD; pct 39%",
    "numerator -41 shops; pct 26%; numerator 63 shops; pct 39%",
    "numerator 41 shops; pct 26%; numerator 63 shops; pct 39",
]


@pytest.mark.parametrize("line", [*NOTHING, *PAIRS])
def test_nothing_is_said(line: str) -> None:
    assert found(SHARE, tied("share", line)) == []
    assert found(RATIO, tied("ratio", line)) == []


def test_figures_without_a_reading_are_no_shares() -> None:
    unread = Fact(Count(of="shops"), "some shops", 0, 10)
    points = Fact(Percent(amount=Decimal(20), unit="percentage_point"), "20 points", 0, 9, precision=(ONE,))
    whole = ("denominator", "25 shops")
    assert found(SHARE, tie("share", [("numerator", unread), ("pct", figure("20%")), whole])) == []
    assert found(SHARE, tie("share", [("numerator", "5 shops"), ("pct", points), whole])) == []
    assert found(SHARE, tie("share", [("numerator", unread), ("pct", figure("20%"))] * 2)) == []


def test_a_share_that_was_read_as_a_change_is_one() -> None:
    """In the roles of `scenes` a pct is a Change; its direction says nothing of a share."""
    link = tie("share", [("numerator", "5 shops"), ("pct", "20%"), ("denominator", "25 shops")], "down")
    assert only(SHARE, link).verdict == "agrees"
    times = tie("share", [("numerator", "5 shops"), ("pct", "2 x"), ("denominator", "25 shops")], "up")
    assert found(SHARE, times) == []


def test_each_share_of_a_stated_whole_is_a_finding() -> None:
    link = tied("share", "numerator 5 shops; pct 20%; numerator 15 shops; pct 72%; denominator 25 shops")
    findings = found(SHARE, link)
    assert [finding.verdict for finding in findings] == ["agrees", "conflicts"]
    assert [[part.text for part in finding.facts] for finding in findings] == [
        ["5 shops", "20%", "25 shops"],
        ["15 shops", "72%", "25 shops"],
    ]


def test_what_a_finding_holds() -> None:
    """Each range is in the figure's own unit: basis points, and ratios, which are not in percent."""
    finding = only(SHARE, tied("share", "numerator 614,000 EUR; pct 748 bp; denominator 11.2 million EUR"))
    assert [(part.role, shown(part.stated), shown(part.implied)) for part in finding.facts] == [
        ("numerator", "[613999.5 .. 614000.5]", "[833462.5 .. 842062.5]"),
        ("pct", "[747.5 .. 748.5]", "[545.777333333 .. 550.673094171]"),
        ("denominator", "[11150000 .. 11250000]", "[8203066.13226 .. 8214053.51171]"),
    ]
    third = only(SHARE, tied("share", "numerator 20 shops; pct third; denominator 61 shops")).facts[1]
    assert (shown(third.stated), shown(third.implied)) == ("[19/60 .. 0.35]", "[0.317073170731 .. 0.338842975207]")


def test_what_a_finding_on_one_whole_holds() -> None:
    """Where two of three exclude each other, nothing follows from them for the third."""
    link = tied("share", "numerator 41; pct 26%; numerator 63; pct 39%; numerator 55; pct half")
    assert [shown(part.implied) for part in only(SHARE, link).facts] == [
        *["nothing"] * 4,
        "[75.1582278481 .. 85.4411764706]",
        "[0.334879518072 .. 0.35076]",
    ]


# The property of each rule. The oracle has its own readings of a plain print, and compares products of fractions.

amounts = st.fractions(10, 10**6, max_denominator=1000)
rates = st.fractions(Fraction(1, 100), 1, max_denominator=500)
places = st.integers(-2, 3)


def shops(printed: Printed) -> Fact:
    return Fact(Count(amount=printed[0], of="shops"), "shops", 0, 5, precision=(printed[1],))


def percent(printed: Printed) -> Fact:
    return Fact(Percent(amount=printed[0]), "percent", 0, 7, precision=(printed[1],))


@st.composite
def shares(draw: st.DrawFn) -> Sequence[Fraction]:
    """Draw the true values of a numerator, its percentage, and one or more denominators."""
    denominators, rate = draw(st.lists(amounts, min_size=1, max_size=3)), draw(rates)
    return (sum(denominators) * rate, rate * 100, *denominators)


@given(prints(shares(), places))
@in_any_context
def test_a_share_finds_what_products_of_fractions_find(case: tuple[list[Printed], str]) -> None:
    """Figures printed from true values agree (strained, if truncated); corrupted ones have the oracle's verdict."""
    numbers, how = case

    def possible(ends: list[Ends]) -> bool:
        (n0, n1), (p0, p1), *wholes = map(unsigned, ends)
        return p0 * sum(low for low, _ in wholes) <= 100 * n1 and 100 * n0 <= p1 * sum(high for _, high in wholes)

    wholes = [("denominator", shops(each)) for each in numbers[2:]]
    link = tie("share", [("numerator", shops(numbers[0])), ("pct", percent(numbers[1])), *wholes])
    verdict = only(SHARE, link).verdict
    assert verdict == expected(numbers, possible)
    assert as_promised(verdict, how)
    if len(wholes) == 1:
        assert [only(RATIO, Link("ratio", link.roles)).verdict] == [verdict]


@st.composite
def shares_of_one(draw: st.DrawFn) -> Sequence[Fraction]:
    """Draw the true values of some numerators and their percentages of one whole."""
    whole = draw(amounts)
    return [value for rate in draw(st.lists(rates, min_size=2, max_size=3)) for value in (whole * rate, 100 * rate)]


@given(prints(shares_of_one(), places))
@in_any_context
def test_shares_of_one_whole_find_what_products_of_fractions_find(case: tuple[list[Printed], str]) -> None:
    """The same of shares whose whole is not stated: each two of them have to leave it a value."""
    numbers, how = case

    def possible(ends: list[Ends]) -> bool:
        pairs = list(zip(*[iter(map(unsigned, ends))] * 2, strict=True))
        return all(n0 * q0 <= m1 * p1 for (n0, _), (_, p1) in pairs for (_, m1), (q0, _) in pairs)

    made = [(("numerator", shops), ("pct", percent))[place % 2] for place in range(len(numbers))]
    link = tie("share", [(role, figure_of(each)) for (role, figure_of), each in zip(made, numbers, strict=True)])
    verdict = only(SHARE, link).verdict
    assert verdict == expected(numbers, possible)
    assert as_promised(verdict, how)
