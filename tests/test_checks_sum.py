"""The rules on sums and unit prices: sum and per_unit."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import in_any_context
from corners import Ends, Printed, as_promised, expected, prints, readings
from moneyfacts.checks import RULES, Rule
from moneyfacts.link import Link
from moneyfacts.model.facts import Fact
from moneyfacts.model.findings import Verdict
from moneyfacts.model.values import Count, Money, Percent
from scenes import figure, found, only, rows, said, shown, tie, tied

SUM, PER_UNIT = (next(rule for rule in RULES if rule.name == name) for name in ("sum", "per_unit"))

SUMS = """
item 12.4 million EUR; item 20.1 million; item 8 million; total 48.9 million EUR
    conflicts: 12.4 million EUR, 20.1 million and 8 million add up to €39.9 to 41.1 million, not 48.9 million EUR
item 12.4 million EUR; item 20.1 million; item 8 million; total 40.9 million EUR
    agrees: 12.4 million EUR, 20.1 million and 8 million add up to €39.9 to 41.1 million, which fits 40.9 million EUR
item 1,200 men; item 3,050 women; total 4,300
    strained: 1,200 men and 3,050 women add up to 4,249 to 4,251, which fits 4,300 only loosely
item 1,200 men; item 3,900 women; total 4,300
    conflicts: 1,200 men and 3,900 women add up to 5,099 to 5,101, not 4,300
total 4,300 members; item 1,200 men; item 3,900 women
    conflicts: 1,200 men and 3,900 women add up to 5,099 to 5,101 members, not 4,300 members
item about 400 vans; item 217; total 630 vans
    agrees: about 400 vans and 217 add up to 596.5 to 637.5 vans, which fits 630 vans
item 2 million USD; item -5 million USD; total -3 million USD
    agrees: 2 million USD and -5 million USD add up to -$4 to -2 million, which fits -3 million USD
item 31%; item 24%; total 55%
    agrees: 31% and 24% add up to 54% to 56%, which fits 55%
item 31%; item 24%; total 65%
    conflicts: 31% and 24% add up to 54% to 56%, not 65%
item 2 million USD; item 3 million; total 5 million EUR
    undecided: 2 million USD, 3 million and 5 million EUR cannot be compared: they are in different currencies
item 47.2%; item 31.5%; item 21.3%
    agrees: 47.2%, 31.5% and 21.3% add up to 99.85% to 100.2%, which fits 100%
item 47.2%; item 31.5%; item 11.3%
    conflicts: 47.2%, 31.5% and 11.3% add up to 89.85% to 90.15%, not 100%
item 33%; item 33%; item 33%
    agrees: 33%, 33% and 33% add up to 97.5% to 100.5%, which fits 100%
item 51%; item 50%
    agrees: 51% and 50% add up to 100% to 102%, which fits 100%
item 52%; item 50%
    strained: 52% and 50% add up to 101% to 103%, which fits 100% only loosely
item half; item 30%; item 2,000 bp
    agrees: half, 30% and 2,000 bp add up to 97% to 103%, which fits 100%
"""

PRICES = """
count 1.4 million shares; price 12.50 USD; total 17.5 million USD
    agrees: 12.50 USD times 1.4 million shares is $16.87 to 18.13 million, which fits 17.5 million USD
count 1.4 million shares; price 12.50 USD; total 19.3 million USD
    conflicts: 12.50 USD times 1.4 million shares is $16.87 to 18.13 million, not 19.3 million USD
count 1.4 million shares; price 12.50; total 17.5 million USD
    agrees: 12.50 times 1.4 million shares is $16.87 to 18.13 million, which fits 17.5 million USD
price 12.10 to 12.90 USD; count 1.40 million; total 17.9 million USD
    agrees: 12.10 to 12.90 USD times 1.40 million is $16.87 to 18.13 million, which fits 17.9 million USD
price 12.10 to 12.90 USD; count 1.40 million; total 19.6 million USD
    conflicts: 12.10 to 12.90 USD times 1.40 million is $16.87 to 18.13 million, not 19.6 million USD
price 3.2 billion EUR per year; count 5 year; total 16.0 billion EUR
    agrees: 3.2 billion EUR per year times 5 year is €15.75 to 16.25 billion, which fits 16.0 billion EUR
price 3.2 billion per year; count 60 month; total 16.0 billion EUR
    agrees: 3.2 billion per year times 60 month is €15.75 to 16.25 billion, which fits 16.0 billion EUR
price 3.2 billion EUR per year; count 60 month; total 18.0 billion EUR
    conflicts: 3.2 billion EUR per year times 60 month is €15.75 to 16.25 billion, not 18.0 billion EUR
price 3.2 billion per year; count about 5 year; total 17.6 billion EUR
    agrees: 3.2 billion per year times about 5 year is €14.18 to 17.88 billion, which fits 17.6 billion EUR
price 3.2 billion per year; count 4.5 year; total 14.6 billion EUR
    agrees: 3.2 billion per year times 4.5 year is €14.02 to 14.79 billion, which fits 14.6 billion EUR
price 40 USD; count 6 month; total 240 USD
    agrees: 40 USD times 6 month is $237 to 243, which fits 240 USD
price 1.25 million EUR per van; count 4 vans; total 5.5 million EUR
    conflicts: 1.25 million EUR per van times 4 vans is €4.98 to 5.02 million, not 5.5 million EUR
price 1.25 million EUR per van; count 20 vans; total 29.3 million EUR
    strained: 1.25 million EUR per van times 20 vans is €24.9 to 25.1 million, which fits 29.3 million EUR only loosely
price 1.25 million EUR per van; count 23 vans; total 27.5 million EUR
    conflicts: 1.25 million EUR per van times 23 vans is €28.64 to 28.87 million, not 27.5 million EUR
price 1.25 million EUR per van; count 9 to 11 vans; total 12.1 million EUR
    agrees: 1.25 million EUR per van times 9 to 11 vans is €10.58 to 14.43 million, which fits 12.1 million EUR
price 1.25 million EUR per van; count above 20 vans; total 31.3 million EUR
    agrees: 1.25 million EUR per van times above 20 vans is €24.9 to 37.65 million, which fits 31.3 million EUR
price 51.5 USD per barrel; count 3 barrel; total 170 USD
    agrees: 51.5 USD per barrel times 3 barrel is $128.6 to 180.4, which fits 170 USD
price 5 trees per worker; count 200 workers; total 1,000 trees
    agrees: 5 trees per worker times 200 workers is 900 to 1,100 trees, which fits 1,000 trees
price 5 USD|CAD; count 33 shares; total 165 CAD
    agrees: 5 USD|CAD times 33 shares is CAD 148.5 to 181.5, which fits 165 CAD
price 5 USD|CAD; count 33 shares; total 165 EUR
    undecided: 5 USD|CAD and 165 EUR cannot be compared: they are in different currencies
price 5 EUR; count 33 shares; total 165 USD
    undecided: 5 EUR and 165 USD cannot be compared: they are in different currencies
"""


@pytest.mark.parametrize(("line", "verdict", "message"), rows(SUMS))
@in_any_context
def test_the_table_of_sums(line: str, verdict: str, message: str) -> None:
    in_the_table(SUM, tied("sum", line), verdict, message)


@pytest.mark.parametrize(("line", "verdict", "message"), rows(PRICES))
@in_any_context
def test_the_table_of_prices(line: str, verdict: str, message: str) -> None:
    in_the_table(PER_UNIT, tied("per_unit", line), verdict, message)


def in_the_table(rule: Rule, link: Link, verdict: str, message: str) -> None:
    """Hold a finding to its row; it shows every figure, in the order of the text, and is that of no other rule."""
    finding = only(rule, link)
    assert said(finding) == (verdict, message)
    assert finding.rule == rule.name
    assert [(part.role, part.text) for part in finding.facts] == [(role, fact.text) for role, fact in link.roles]
    assert all((part.implied is None) is (verdict == "undecided") for part in finding.facts)
    assert [other.name for other in RULES if other is not rule and found(other, link)] == []


NO_SUMS = [
    "item 5 million USD; total 5 million USD",
    "item 100%",
    "total 100%",
    "item 5 vans; item 7 vans",
    "item 50%; item 50%; item 3 vans",
    "item 5 million USD; item 7 vans; total 12 million USD",
    "item 5%; item 7%; total 12 vans",
    "item 5 USD per share; item 7 USD per year; total 12 USD",
]


@pytest.mark.parametrize("line", NO_SUMS)
def test_nothing_is_said_of_what_makes_no_sum(line: str) -> None:
    assert found(SUM, tied("sum", line)) == []


NO_PRICES = [
    "price 5 USD; count 33 shares",
    "price 5 USD; total 165 USD",
    "count 33 shares; total 165 USD",
    "price 5 USD; count 33 USD; total 165 USD",
    "price 5 USD; count 33%; total 165 USD",
    "price 5 USD; count 33 shares; total 165 jobs",
    "price 45; count 4,100 shares; total 1,845",  # in cents?
    "price 45; count 4,100 shares; total 1,845 sales",
    "price 5 USD per day; count 3 month; total 450 USD",
    "price 5 USD per share; count 3 year; total 15 USD",
]


@pytest.mark.parametrize("line", NO_PRICES)
def test_nothing_is_said_of_what_is_no_price(line: str) -> None:
    assert found(PER_UNIT, tied("per_unit", line)) == []


def test_figures_without_a_reading_are_passed_over() -> None:
    some, amount = Fact(Count(of="vans"), "some vans", 0, 9), figure("5 USD")
    assert found(SUM, tie("sum", [("item", "5 vans"), ("item", some), ("total", "9 vans")])) == []
    assert found(SUM, tie("sum", [("item", "5 vans"), ("item", "4 vans"), ("total", some)])) == []
    assert found(PER_UNIT, tie("per_unit", [("price", amount), ("count", some), ("total", amount)])) == []
    assert found(PER_UNIT, tie("per_unit", [("price", some), ("count", "3 vans"), ("total", amount)])) == []
    assert found(PER_UNIT, tie("per_unit", [("price", amount), ("count", "3 vans"), ("total", some)])) == []


def test_more_things_may_be_a_change() -> None:
    """In the roles of `scenes` a change is one: of a number it counts, of an amount of money it does not."""
    more, dearer = figure("33 vans", "change"), figure("33 USD", "change")
    for count, findings in ((more, 1), (dearer, 0)):
        link = tie("per_unit", [("price", "5.0 USD"), ("count", count), ("total", "165 USD")])
        assert len(found(PER_UNIT, link)) == findings


def test_what_a_finding_holds() -> None:
    """Each figure is in its own unit, and what is implied for it too: months, though the price is per year."""
    finding = only(PER_UNIT, tied("per_unit", "price 3.2 billion EUR per year; count 60 month; total 18.0 billion EUR"))
    assert [(part.role, shown(part.stated), shown(part.implied)) for part in finding.facts] == [
        ("price", "[3150000000 .. 3250000000]", "[3590000000 .. 3610000000]"),
        ("count", "[60 .. 60]", "[66.2769230769 .. 68.761904762]"),
        ("total", "[17950000000 .. 18050000000]", "[15750000000 .. 16250000000]"),
    ]
    left = only(SUM, tied("sum", "item 47.2%; item 31.5%; item 2,130 bp")).facts
    assert [(part.role, shown(part.stated), shown(part.implied)) for part in left] == [
        ("item", "[47.15 .. 47.25]", "[47.145 .. 47.255]"),
        ("item", "[31.45 .. 31.55]", "[31.445 .. 31.555]"),
        ("item", "[2129.5 .. 2130.5]", "[2120 .. 2140]"),
    ]


# The property of each rule. The oracle has its own readings of a plain print, and compares sums and products.

amounts = st.fractions(10, 10**6, max_denominator=1000)
places = st.integers(-2, 3)


def money(printed: Printed) -> Fact:
    return Fact(Money(amount=printed[0], currency="USD"), "money", 0, 5, precision=(printed[1],))


def percent(printed: Printed) -> Fact:
    return Fact(Percent(amount=printed[0]), "percent", 0, 7, precision=(printed[1],))


@st.composite
def sums(draw: st.DrawFn) -> Sequence[Fraction]:
    """Draw the true values of a total and its items."""
    items = draw(st.lists(amounts, min_size=2, max_size=4))
    return (sum(items, Fraction(0)), *items)


@given(prints(sums(), places))
@in_any_context
def test_a_sum_finds_what_sums_of_fractions_find(case: tuple[list[Printed], str]) -> None:
    """Figures printed from true values agree (strained, if truncated); corrupted ones have the oracle's verdict."""
    numbers, how = case

    def possible(ends: list[Ends]) -> bool:
        (t0, t1), *items = ends
        return sum(low for low, _ in items) <= t1 and t0 <= sum(high for _, high in items)

    link = tie("sum", [("total", money(numbers[0])), *(("item", money(each)) for each in numbers[1:])])
    verdict = only(SUM, link).verdict
    assert verdict == expected(numbers, possible)
    assert as_promised(verdict, how)


@st.composite
def divided(draw: st.DrawFn) -> Sequence[Fraction]:
    """Draw true percentages that make up 100."""
    weights = draw(st.lists(st.integers(1, 1000), min_size=2, max_size=5))
    return [Fraction(100 * weight, sum(weights)) for weight in weights]


@given(prints(divided(), st.integers(0, 3)))
@in_any_context
def test_percentages_of_all_find_what_sums_of_fractions_find(case: tuple[list[Printed], str]) -> None:
    """The same of percentages that make up 100: truncated ones may each lack all but one of their last digit."""
    numbers, how = case

    def possible(ends: list[Ends]) -> bool:
        return sum(low for low, _ in ends) <= 100 <= sum(high for _, high in ends)

    verdict = only(SUM, tie("sum", [("item", percent(each)) for each in numbers])).verdict
    assert verdict == expected(numbers, possible)
    assert as_promised(verdict, how)


@st.composite
def prices(draw: st.DrawFn) -> Sequence[Fraction]:
    """Draw the true values of a price, a whole number of things, and what they cost."""
    price, count = draw(amounts), Fraction(draw(st.integers(1, 10**6)))
    return price, count, price * count


@given(prints(prices(), places))
@in_any_context
def test_a_price_finds_what_products_of_fractions_find(case: tuple[list[Printed], str]) -> None:
    """The same of a unit price, where a whole count is exact, but for zeros that may have been rounded."""
    (price, count, total), how = case
    typical, plausible = (
        [readings(*price)[loose], counted(count)[loose], readings(*total)[loose]] for loose in (False, True)
    )
    best: Verdict = "agrees" if multiplied(typical) else "strained" if multiplied(plausible) else "conflicts"
    things = Fact(Count(amount=count[0], of="shares"), "count", 0, 5, precision=(count[1],))
    verdict = only(
        PER_UNIT, tie("per_unit", [("price", money(price)), ("count", things), ("total", money(total))])
    ).verdict
    assert verdict == best
    assert as_promised(verdict, how)


def counted(count: Printed) -> tuple[Ends, Ends]:
    typical, plausible = readings(*count)
    if count[1].digit != 1:
        return typical, plausible
    exactly = (Fraction(count[0]),) * 2
    return exactly, plausible if count[1].nonzero != 1 else exactly


def multiplied(ends: list[Ends]) -> bool:
    """Tell whether a product meets its total, by all corners: a print near zero may be on either side of it."""
    prices, counts, (t0, t1) = ends
    corners = [price * count for price in prices for count in counts]
    return min(corners) <= t1 and t0 <= max(corners)
