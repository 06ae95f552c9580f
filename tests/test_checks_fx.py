"""The rule on conversions, with rates in memory: the article's own days, and days without rates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import in_any_context
from moneyfacts.checks import RULES, Rule
from moneyfacts.link import Link
from moneyfacts.model.facts import Fact
from moneyfacts.model.findings import RateUsed, Verdict
from moneyfacts.model.interval import Interval
from moneyfacts.model.readings import Precision
from moneyfacts.model.values import DateSpan, Money
from scenes import Rates, figure, found, only, rounded_to, said, shown, tie

FX: Rule = RULES[4]
ECB = Rates(
    {
        "2016-07-29": {"CNY": "7.3774", "USD": "1.1113"},
        "2016-09-30": {"CNY": "7.4463", "USD": "1.1161"},
        "2017-01-09": {"CNY": "7.2900", "USD": "1.0516"},  # a day before the window of 20 January
        "2017-01-10": {"CNY": "7.3196", "USD": "1.0567"},
        "2017-01-18": {"CNY": "7.2931", "USD": "1.0664", "GBP": "0.8680"},
        "2017-01-19": {"CNY": "7.3241", "USD": "1.0668", "GBP": "0.8650"},
        "2017-01-20": {"CNY": "7.3128", "USD": "1.0632"},
    }
)
ARTICLE = "2017-01-20"


def pair(amount: str | Fact, equivalent: str | Fact) -> Link:
    return tie("conversion", [("amount", amount), ("equivalent", equivalent)])


TABLE: list[tuple[str, str, Verdict, str]] = [
    # the worked example: at the rates of the 20th alone it would be 145.39
    (
        "above 1 billion CNY",
        "146 million USD",
        "agrees",
        "1 billion CNY is $145.66 million at the ECB rates of 2017-01-19, which prints as 146 million USD",
    ),
    (
        "above 1 billion CNY",
        "246 million USD",
        "conflicts",
        "1 billion CNY is $146.22 million at the ECB rates of 2017-01-18, not 246 million USD, which is 68% too high",
    ),
    (
        "1 billion CNY",
        "about 140 million USD",
        "agrees",
        "1 billion CNY is $145.39 million at the ECB rates of 2017-01-20, which fits about 140 million USD",
    ),
    # no day's rate gives 145.51 exactly, but some rate between two days does
    (
        "1.0000 billion CNY",
        "145.5123 million USD",
        "agrees",
        "1.0000 billion CNY is $144.37 to 146.22 million at the ECB rates of 2017-01-10 to 2017-01-20, "
        "which fits 145.5123 million USD",
    ),
    # up to 2% further
    (
        "1 billion CNY",
        "149 million USD",
        "strained",
        "1 billion CNY is $146.22 million at the ECB rates of 2017-01-18, which fits 149 million USD only loosely",
    ),
    # the amount may be 1.25 billion at most, and that only by its own print
    (
        "above 1 billion CNY",
        "185 million USD",
        "strained",
        "1 billion CNY is $146.22 million at the ECB rates of 2017-01-18, which fits 185 million USD only loosely",
    ),
    (
        "1.23 billion CNY",
        "228 million USD",
        "conflicts",
        "1.23 billion CNY is $179.85 million at the ECB rates of 2017-01-18, not 228 million USD, "
        "which is 27% too high",
    ),
    (
        "below 1.00 billion CNY",
        "103 million USD",
        "conflicts",
        "1.00 billion CNY is $144.37 million at the ECB rates of 2017-01-10, not 103 million USD, which is 29% too low",
    ),
    # million for billion
    (
        "1.82 billion EUR",
        "1.94 million USD",
        "conflicts",
        "1.82 billion EUR is $1.9232 billion at the ECB rates of 2017-01-10, not 1.94 million USD, "
        "which is too low by a factor of 990",
    ),
    (
        "10 million USD",
        "191.2 million GBP",
        "conflicts",
        "10 million USD is £8.1395 million at the ECB rates of 2017-01-18, not 191.2 million GBP, "
        "which is too high by a factor of 23",
    ),
    (
        "10 to 15 million EUR",
        "10.6 to 15.9 million USD",
        "agrees",
        "10 to 15 million EUR is $10.632 to 15.948 million at the ECB rates of 2017-01-20, "
        "which prints as 10.6 to 15.9 million USD",
    ),
    # a currency without rates, and one with none in these days
    (
        "5 million LKR",
        "33,000 USD",
        "undecided",
        "5 million LKR and 33,000 USD cannot be compared: ECB has no rates of 'LKR'",
    ),
]


@pytest.mark.parametrize(("amount", "equivalent", "verdict", "message"), TABLE, ids=[row[1] for row in TABLE])
@in_any_context
def test_the_table(amount: str, equivalent: str, verdict: Verdict, message: str) -> None:
    finding = only(FX, pair(amount, equivalent), rates=ECB, published=ARTICLE)
    assert said(finding) == (verdict, message)
    assert [part.role for part in finding.facts] == ["amount", "equivalent"]
    assert (finding.rate is None) == (verdict == "undecided")


def test_the_worked_example_is_that_of_the_design() -> None:
    finding = only(FX, pair("above 1 billion CNY", "146 million USD"), rates=ECB, published=ARTICLE)
    legs = (("CNY", Decimal("7.3241")), ("USD", Decimal("1.0668")))
    assert finding.rate == RateUsed("ECB", date(2017, 1, 19), legs, "6.8655 CNY/USD")
    assert [(shown(part.stated), shown(part.implied)) for part in finding.facts] == [
        ("[1000000000 .. 1000000000]", "[998928149.606 .. 1005793635.18]"),
        ("[145500000 .. 146500000]", "[145656121.571 .. 145656121.572]"),
    ]


def test_the_window_is_ten_days_up_to_publication() -> None:
    """At the rates of the 9th alone $178.08 million would be right: a day more and they do not count."""
    link = pair("1.2345 billion CNY", "178.08 million USD")
    assert only(FX, link, rates=ECB, published="2017-01-19").verdict == "agrees"
    assert only(FX, link, rates=ECB, published="2017-01-20").verdict == "strained"


def test_a_rate_from_before_the_window_serves_where_the_source_says_so() -> None:
    late = Rates({"2017-01-09": {"USD": "1.0516"}})
    finding = only(FX, pair("10 EUR", "10.5 USD"), rates=late, published="2017-01-19")
    assert finding.rate is not None
    assert (finding.verdict, finding.rate.date) == ("agrees", date(2017, 1, 9))


QUARTER = DateSpan(start=date(2016, 7, 1), end=date(2016, 9, 30), grain="quarter")


def test_the_period_of_the_figure_counts_too() -> None:
    """A quarter's revenue may be converted at the quarter's rates, 2% and more from those of its publication."""
    amount = figure("1.234 billion CNY", period=QUARTER)
    finding = only(FX, pair(amount, "185.0 million USD"), rates=ECB, published=ARTICLE)
    assert finding.rate is not None
    assert (finding.verdict, finding.rate.date) == ("agrees", date(2016, 9, 30))
    assert only(FX, pair("1.234 billion CNY", "185.0 million USD"), rates=ECB, published=ARTICLE).verdict == "conflicts"
    assert only(FX, pair(amount, "205.0 million USD"), rates=ECB, published=ARTICLE).rate is not None
    undated = only(FX, pair(amount, "185.0 million USD"), rates=ECB)
    assert undated.verdict == "agrees"


@pytest.mark.parametrize(
    "period",
    [
        DateSpan(start=date(2016, 1, 1), end=date(2016, 12, 31), grain="year"),  # too long
        DateSpan(start=date(2017, 1, 1), end=date(2017, 1, 12), grain="day"),  # not over
        DateSpan(end=date(2016, 9, 30), grain="day"),
        DateSpan(start=date(2016, 7, 1), grain="day"),
    ],
)
def test_only_a_short_period_that_is_over_counts(period: DateSpan) -> None:
    amount = figure("1.234 billion CNY", period=period)
    assert only(FX, pair(amount, "185.0 million USD"), rates=ECB, published=ARTICLE).verdict == "conflicts"


def test_a_day_has_the_ten_days_up_to_it() -> None:
    day = DateSpan(start=date(2016, 10, 3), end=date(2016, 10, 3))
    amount = figure("1.234 billion CNY", period=day)
    assert only(FX, pair(amount, "185.0 million USD"), rates=ECB, published=ARTICLE).verdict == "agrees"
    unknown = figure("1.000 billion LKR", period=day)
    assert only(FX, pair(unknown, "185.0 million USD"), rates=ECB, published=ARTICLE).verdict == "undecided"


def test_without_a_date_the_finding_says_so() -> None:
    assert said(only(FX, pair("1 billion CNY", "146 million USD"), rates=ECB)) == (
        "undecided",
        "1 billion CNY and 146 million USD cannot be compared: the date of publication is not known",
    )
    late = only(FX, pair("1 billion CNY", "146 million USD"), rates=ECB, published="2030-01-01")
    assert late.message.endswith("cannot be compared: ECB has no CNY/USD rate for 2030-01-01")
    assert only(FX, pair("1 billion CNY", "146 million USD"), rates=ECB, published="0001-01-01").verdict == "undecided"


def test_a_pair_beside_it_stands_in_for_rates() -> None:
    """Both figures of the other pair are as rounded as they are printed; it may be written the other way round."""
    links = pair("5.0 million LKR", "33,000 USD"), pair("66,100 USD", "10.0 million LKR"), pair("1.0 LKR", "3 USD")
    one, other, wrong = found(FX, *links, rates=ECB, published=ARTICLE)
    assert said(one) == (
        "agrees",
        "5.0 million LKR is $32,885 to 33,216 at the rate of 66,100 USD (10.0 million LKR), which prints as 33,000 USD",
    )
    assert one.rate == RateUsed(
        "the text",
        None,
        (("USD", Decimal(66100)), ("LKR", Decimal(10000000))),
        "151.29 LKR/USD",
    )
    assert other.verdict == "agrees"
    assert wrong.verdict == "conflicts"
    assert wrong.message.endswith("not 3 USD, which is too high by a factor of 450")


def test_a_pair_that_repeats_the_figures_proves_nothing() -> None:
    links = pair("5.0 million LKR", "33,000 USD"), pair("33,000 USD", "5.0 million LKR")
    assert [each.verdict for each in found(FX, *links)] == ["undecided", "undecided"]


def test_a_pair_of_ranges_stands_in_too() -> None:
    links = pair("10 to 15 LKR", "20 to 30 USD"), pair("100 LKR", "200 USD")
    first, second = found(FX, *links)
    assert [first.verdict, second.verdict] == ["agrees", "agrees"]
    assert second.rate == RateUsed("the text", None, (), "2 USD/LKR")


NOTHING = [
    pair("5 USD", "4 USD"),
    pair("0 EUR", "0 USD"),
    pair("-5 EUR", "5 USD"),
    pair("5 EUR", "5 jobs"),
    pair("5 jobs", "5 EUR"),
    pair(figure("5 EUR", per="year"), figure("5 USD", per="share")),
    pair(Fact(Money(amount=Decimal(5), currency="EUR"), "5", 0, 1), Fact(Money(currency="USD"), "some", 0, 4)),
    pair("5 EUR", Fact(Money(currency="USD"), "some", 0, 4, precision=(Precision(Decimal(1), Decimal(1)),))),
    tie("conversion", [("amount", "5 EUR")]),
    tie("part_whole", [("amount", "5 EUR"), ("equivalent", "5 USD")]),
]


@pytest.mark.parametrize("link", NOTHING)
def test_nothing_is_said(link: Link) -> None:
    assert found(FX, link, rates=ECB, published=ARTICLE) == []


def test_what_is_per_year_is_so_in_both() -> None:
    yearly = pair(figure("1 billion CNY", per="year"), "146 million USD")
    assert only(FX, yearly, rates=ECB, published=ARTICLE).verdict == "agrees"


def test_many_pairs_cost_no_more_each() -> None:
    """Only the nearest pairs are looked at, however many there are."""
    links = [pair(f"{number}.0 LKR", f"{2 * number}.0 USD") for number in range(1, 200)]
    assert {each.verdict for each in found(FX, *links)} == {"agrees"}


@st.composite
def conversions(draw: st.DrawFn) -> tuple[list[Fraction], Fact, Fact, bool]:
    """Draw days of rates, and an amount with its equivalent: printed at a rate of those days, or corrupted."""
    rates = draw(st.lists(st.decimals("0.5", 2, places=4), min_size=1, max_size=4))
    rate = Fraction(draw(st.sampled_from(rates)))
    number, fine = rounded_to(draw(st.fractions(10, 10**6, max_denominator=100)), draw(st.integers(-1, 2)))
    value = Fraction(number) * rate
    wrong = draw(st.booleans())
    if wrong:
        value *= draw(st.fractions(Fraction(1, 3), 3, max_denominator=50))
    printed, finely = rounded_to(value, draw(st.integers(-1, 2)))
    amount = Fact(Money(amount=number, currency="EUR"), "amount", 0, 6, precision=(fine,))
    equivalent = Fact(Money(amount=printed, currency="USD"), "equivalent", 0, 10, precision=(finely,))
    return [Fraction(each) for each in rates], amount, equivalent, wrong


def verdict_of(rates: Sequence[Fraction], amount: Fact, equivalent: Fact) -> Verdict:
    """Return the verdict that comparisons of products come to, with readings of their own."""
    ends = []
    for fact in (amount, equivalent):
        assert isinstance(fact.value, Money)
        v, fine = Fraction(fact.value.amount or 0), fact.precision[0]
        reach = max(Fraction(fine.digit), Fraction(fine.nonzero) / 2)
        ends.append((v, Fraction(fine.digit) / 2, reach))
    (a, _, a_reach), (e, half, e_reach) = ends
    low, high = min(rates), max(rates)
    if a * low <= e + half and e - half <= a * high:
        return "agrees"
    least, most = max(a - a_reach, a * 3 / 4), min(a + a_reach, a * 5 / 4)
    strained = least * low * 98 / 100 <= e + e_reach and e - e_reach <= most * high * 102 / 100
    return "strained" if strained else "conflicts"


@given(conversions())
@in_any_context
def test_what_was_converted_and_printed_agrees(case: tuple[list[Fraction], Fact, Fact, bool]) -> None:
    """An equivalent printed at a rate of the window agrees; a corrupted one has the oracle's verdict."""
    values, amount, equivalent, wrong = case
    table = Rates({f"2017-01-1{index}": {"USD": _text(value)} for index, value in enumerate(values)})
    findings = found(FX, pair(amount, equivalent), rates=table, published="2017-01-19")
    if not findings:
        assert isinstance(equivalent.value, Money)
        assert not equivalent.value.amount
        return
    [finding] = findings
    assert finding.verdict == verdict_of(values, amount, equivalent)
    assert wrong or finding.verdict == "agrees"
    assert finding.rate is not None
    implied = finding.facts[1].implied
    assert implied is not None
    assert finding.facts[0].stated == Interval.point(_amount(amount))


def _amount(fact: Fact) -> Fraction:
    assert isinstance(fact.value, Money)
    return Fraction(fact.value.amount or 0)


def _text(rate: Fraction) -> str:
    """Print a rate of four places."""
    return (
        f"{rate.numerator * 10**4 // rate.denominator // 10**4}.{rate.numerator * 10**4 // rate.denominator % 10**4:04}"
    )
