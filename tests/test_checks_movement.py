"""The rules on levels that rose or fell: growth, multiple, absolute_change and growth_direction."""

from __future__ import annotations

import pickle
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import corners
from conftest import in_any_context
from corners import Ends, Printed, as_promised, expected, readings, unsigned
from moneyfacts.checks import RULES, Rule
from moneyfacts.link import Link
from moneyfacts.model.facts import Fact
from moneyfacts.model.findings import Verdict
from moneyfacts.model.interval import Interval
from moneyfacts.model.readings import Precision
from moneyfacts.model.values import Change, Direction, Money, Percent, Ratio
from scenes import figure, found, only, said, shown, tie

GROWTH, GROWTH_DIRECTION, ABSOLUTE_CHANGE, MULTIPLE, *_ = RULES
MOVEMENTS = (GROWTH, GROWTH_DIRECTION, ABSOLUTE_CHANGE, MULTIPLE)


def movement(line: str) -> Link:
    """Read "up: pct 55%, current 34.3 billion CNY"."""
    way, _, roles = line.partition(": ")
    directions: dict[str, Direction] = {"up": "up", "down": "down", "flat": "flat"}
    pairs = [tuple(each.split(" ", 1)) for each in roles.split(", ")]
    return tie("movement", [(role, words) for role, words in pairs], directions.get(way))


TABLE: list[tuple[Rule, str, Verdict, str]] = [
    (
        GROWTH,
        "up: pct 50%, current 3.1 million USD, prior 2.1 million USD",
        "agrees",
        "from 2.1 million USD to 3.1 million USD is up 41.86% to 53.66%, which fits 50%",
    ),
    (
        GROWTH,  # the worked example of the rule
        "up: pct 50%, current 3.1 million USD, prior 2.4 million USD",
        "conflicts",
        "from 2.4 million USD to 3.1 million USD is up 24.49% to 34.04%, not 50%",
    ),
    (
        GROWTH,  # 29.557: the last digit was truncated
        "up: pct 29.5%, current 79,249, prior 61,169",
        "strained",
        "from 61,169 to 79,249 is up 29.56%, which fits 29.5% only loosely",
    ),
    (
        GROWTH,
        "down: pct 12%, prior 2.6 billion USD, current 2.28 billion",
        "agrees",
        "from 2.6 billion USD to 2.28 billion is down 10.39% to 14.15%, which fits 12%",
    ),
    (
        GROWTH,  # the other way
        "up: pct 12%, prior 2.6 billion USD, current 2.28 billion USD",
        "conflicts",
        "from 2.6 billion USD to 2.28 billion USD is down 10.39% to 14.15%, not 12%",
    ),
    (
        GROWTH,
        "up: pct about 30%, prior 10.2 million USD, current 13.4 million USD",
        "agrees",
        "from 10.2 million USD to 13.4 million USD is up 30.24% to 32.51%, which fits about 30%",
    ),
    (
        GROWTH,  # the worked example of the article
        "up: pct 55%, current 34.3 billion CNY",
        "undecided",
        "up 55% to 34.3 billion CNY: CNY 22.03 to 22.23 billion before, which is not stated",
    ),
    (
        GROWTH,
        "down: pct 10%, prior 500 jobs",
        "undecided",
        "down 10% from 500 jobs: 447.1 to 453 jobs after, which is not stated",
    ),
    (
        GROWTH,
        "up: pct 12%, current 2.28 billion GBP, prior 2.6 billion USD",
        "conflicts",
        "2.28 billion GBP and 2.6 billion USD are in two currencies, GBP and USD",
    ),
    (
        GROWTH,  # one of them may be in the currency of the other
        "up: pct 50%, current 3 USD|CAD, prior 2 CAD",
        "agrees",
        "from 2 CAD to 3 USD|CAD is up 0% to 133.3%, which fits 50%",
    ),
    (
        MULTIPLE,  # the worked example of the rule
        "up: pct doubled, current 4.1 million USD, prior 2.2 million USD",
        "agrees",
        "4.1 million USD is 1.8 to 1.93 times 2.2 million USD, which fits doubled",
    ),
    (
        MULTIPLE,
        "up: pct doubled, current 131 million EUR, prior 71 million EUR",
        "strained",
        "131 million EUR is 1.825 to 1.865 times 71 million EUR, which fits doubled only loosely",
    ),
    (
        MULTIPLE,
        "up: pct tripled, current 131 million EUR, prior 71 million EUR",
        "conflicts",
        "131 million EUR is 1.825 to 1.865 times 71 million EUR, not tripled",
    ),
    (
        MULTIPLE,
        "down: pct halved, current 4.1 million USD, prior 8.0 million USD",
        "agrees",
        "8.0 million USD is 1.916 to 1.988 times 4.1 million USD, which fits halved",
    ),
    (
        MULTIPLE,
        "up: pct above doubled, current 5.0 million USD",
        "undecided",
        "above doubled to 5.0 million USD: $1.65 to 2.525 million before, which is not stated",
    ),
    (
        MULTIPLE,
        "up: pct 3.5 x, current 42 ton",
        "undecided",
        "up 3.5 x to 42 ton: 11.69 to 12.32 ton before, which is not stated",
    ),
    (
        ABSOLUTE_CHANGE,  # the worked example of the rule
        "down: change 0.63 USD, pct 0.63%, current 74.70 USD",
        "conflicts",
        "down 0.63 USD to 74.70 USD is down 0.8297% to 0.843%, not 0.63%",
    ),
    (
        ABSOLUTE_CHANGE,
        "down: change 0.63 USD, pct 0.84%, current 74.70 USD",
        "agrees",
        "down 0.63 USD to 74.70 USD is down 0.8297% to 0.843%, which fits 0.84%",
    ),
    (
        ABSOLUTE_CHANGE,  # 0.782 is neither rounded nor truncated to 0.79, but one off
        "up: change 11.09, pct 0.79%, current 1,428.35",
        "strained",
        "up 11.09 to 1,428.35 is up 0.7821% to 0.7829%, which fits 0.79% only loosely",
    ),
    (
        ABSOLUTE_CHANGE,
        "up: change 3 million USD, prior 42 million USD, current 45 million USD",
        "agrees",
        "from 42 million USD to 45 million USD is up $2 to 4 million, which fits 3 million USD",
    ),
    (
        ABSOLUTE_CHANGE,
        "up: change 3 million USD, prior 42 million USD, current 54 million USD",
        "conflicts",
        "from 42 million USD to 54 million USD is up $11 to 13 million, not 3 million USD",
    ),
    (
        ABSOLUTE_CHANGE,  # all four, of which the percentage alone is off
        "up: change 3.0 million USD, pct 9.1%, prior 42.0 million USD, current 45.0 million USD",
        "conflicts",
        "up 3.0 million USD from 42.0 million USD to 45.0 million USD is up 7.015% to 7.271%, not 9.1%",
    ),
    (
        ABSOLUTE_CHANGE,  # all four, of which the level after alone is off
        "up: change 3.0 million USD, pct 7.1%, prior 42.0 million USD, current 54.0 million USD",
        "conflicts",
        "up 3.0 million USD, or 7.1%, from 42.0 million USD makes $44.91 to 45.06 million after, not 54.0 million USD",
    ),
    (
        ABSOLUTE_CHANGE,
        "up: change 3.0 million USD, pct 7.1%, prior 24.0 million USD, current 45.0 million USD",
        "conflicts",
        "up 3.0 million USD, or 7.1%, to 45.0 million USD makes $41.95 to 42.08 million before, not 24.0 million USD",
    ),
    (
        ABSOLUTE_CHANGE,
        "up: change 3.0 million USD, pct 70%, prior 24.0 million USD, current 95.0 million USD",
        "conflicts",
        "up 3.0 million USD, or 70%, from 24.0 million USD to 95.0 million USD: no three of these figures fit together",
    ),
    (
        ABSOLUTE_CHANGE,
        "up: change 3 million USD, current 45 million USD",
        "undecided",
        "up 3 million USD to 45 million USD: $41 to 43 million before, which is not stated",
    ),
    (
        ABSOLUTE_CHANGE,
        "down: change 20 jobs, pct 4%",
        "undecided",
        "down 20 jobs, or 4%: 433.3 to 585.7 jobs before and 413.8 to 565.2 jobs after, which is not stated",
    ),
    (
        ABSOLUTE_CHANGE,  # a percentage of a loss says nothing, the rest does
        "up: change 3 million USD, pct 60%, prior -5 million USD, current -2 million USD",
        "agrees",
        "from -5 million USD to -2 million USD is up $2 to 4 million, which fits 3 million USD",
    ),
    (
        ABSOLUTE_CHANGE,
        "up: change 3 million USD, current 45 million EUR",
        "conflicts",
        "3 million USD and 45 million EUR are in two currencies, USD and EUR",
    ),
    (
        GROWTH_DIRECTION,
        "up: current 45 million USD, prior 42 million USD",
        "agrees",
        "from 42 million USD to 45 million USD is up",
    ),
    (
        GROWTH_DIRECTION,  # the worked example of the rule
        "up: current 31 million EUR, prior 33 million",
        "conflicts",
        "from 33 million to 31 million EUR is not up",
    ),
    (GROWTH_DIRECTION, "down: current 5.1%, prior 5.1%", "agrees", "from 5.1% to 5.1% is down"),
    (GROWTH_DIRECTION, "up: current 31.0%, prior 31.2%", "strained", "from 31.2% to 31.0% is up only loosely"),
    (
        GROWTH_DIRECTION,
        "down: current -5 million USD, prior 3 million USD",
        "agrees",
        "from 3 million USD to -5 million USD is down",
    ),
    (
        GROWTH_DIRECTION,
        "up: current 470 million USD, prior 13 million GBP",
        "conflicts",
        "470 million USD and 13 million GBP are in two currencies, USD and GBP",
    ),
]


@pytest.mark.parametrize(("rule", "line", "verdict", "message"), TABLE, ids=[row[1] for row in TABLE])
@in_any_context
def test_the_table(rule: Rule, line: str, verdict: Verdict, message: str) -> None:
    """Each movement falls to one rule alone, which says what the table says."""
    link = movement(line)
    finding = only(rule, link)
    assert said(finding) == (verdict, message)
    assert finding.rule == rule.name
    assert [found(other, link) for other in MOVEMENTS if other is not rule] == [[], [], []]
    assert [(part.text, part.start) for part in finding.facts if part.role != "pct"] == [
        (fact.text, fact.start) for role, fact in link.roles if role != "pct" or rule is MULTIPLE
    ]


NOTHING = [
    "up: pct 55%",
    "up: pct doubled",
    "up: change 3 million USD",
    "up: pct 5%, prior 20%, current 25%",  # percent or points?
    "up: pct 5 pp, prior 20%, current 25%",  # a difference, which is no growth
    "up: pct 55%, prior -3 million USD, current -1 million USD",
    "up: pct doubled, prior -3 million USD, current -1 million USD",
    "down: pct 100%, current 3.0 million USD",  # could have been anything before
    "down: prior -5 million USD, current -7 million USD",
    "up: current 0.53 USD, prior 92 million USD",  # a profit and that per share
    "down: prior 0.53 USD, current 92 million USD",
    "up: current 92 million USD, prior 91 jobs",
    "up: current 9 ton, prior 8 barrel",
    "up: pct 5%, current 9 ton, prior 8 year",
    "flat: current 92 million USD, prior 91 million USD",
    "compared: current 92 million USD, prior 91 million USD",
]


@pytest.mark.parametrize("line", NOTHING)
def test_nothing_is_said(line: str) -> None:
    assert [found(rule, movement(line)) for rule in MOVEMENTS] == [[], [], [], []]


def test_nothing_is_said_of_annualized_growth_and_of_unlike_measures() -> None:
    levels = [("prior", "2.0 million USD"), ("current", "2.1 million USD")]
    annual = tie("movement", [("pct", "3%"), *levels], "up", basis="annualized")
    assert found(GROWTH, annual) == []
    with_change = tie("movement", [("change", "0.1 million USD"), ("pct", "21%"), *levels], "up", basis="annualized")
    assert said(only(ABSOLUTE_CHANGE, with_change))[0] == "agrees"
    per_share = ("prior", figure("2.0 USD", per="share"))
    assert found(GROWTH_DIRECTION, tie("movement", [per_share, ("current", figure("5 USD", per="year"))], "up")) == []
    assert len(found(GROWTH_DIRECTION, tie("movement", [per_share, ("current", "5 USD")], "up"))) == 1


def test_ratios_are_compared_with_ratios() -> None:
    half = Fact(Ratio(amount=Fraction(1, 2)), "half", 0, 4, precision=(Precision(Decimal(1), Decimal(1), True),))
    assert found(GROWTH_DIRECTION, tie("movement", [("prior", half), ("current", "3 jobs")], "up")) == []
    assert only(GROWTH_DIRECTION, tie("movement", [("prior", half), ("current", half)], "up")).verdict == "agrees"


def test_figures_without_a_reading_play_no_part() -> None:
    """A change whose amount was not read, and a second figure in a role, are passed over."""
    unread = Fact(Change(direction="up", unit="percent"), "some", 0, 4)
    levels = [("prior", "2 USD"), ("current", "3 USD")]
    assert found(GROWTH, tie("movement", [("pct", unread), *levels], "up")) == []
    assert found(ABSOLUTE_CHANGE, tie("movement", [("change", unread), *levels], "up")) == []
    assert found(MULTIPLE, tie("movement", [("pct", figure("doubled", "pct")), ("current", unread)])) == []
    twice = tie("movement", [("pct", "50%"), *levels, ("prior", "7 USD")], "up")
    assert [part.text for part in only(GROWTH, twice).facts] == ["50%", "2 USD", "3 USD"]
    odd = tie("movement", [("pct", Fact(Percent(amount=Decimal(5)), "5%", 0, 2)), *levels], "up")
    assert [found(rule, odd) for rule in MOVEMENTS] == [[], [], [], []]


def test_the_direction_of_the_change_decides() -> None:
    fallen = figure("10%", "pct", "down")
    assert said(only(GROWTH, tie("movement", [("pct", fallen), ("prior", "500 jobs")], "up")))[1].startswith("down 10%")


def test_what_a_growth_finding_holds() -> None:
    """The stated range is the typical one, the implied one that of the two other figures, the derived one in yuan."""
    conflict = only(GROWTH, movement("up: pct 50%, current 3.1 million USD, prior 2.4 million USD"))
    assert [
        (part.role, shown(part.stated, "1000000"), shown(part.implied, "1000000")) for part in conflict.facts[1:]
    ] == [
        ("current", "[3.05 .. 3.15]", "[3.51325 .. 3.68725]"),
        ("prior", "[2.35 .. 2.45]", "[2.02657807308 .. 2.10702341138]"),
    ]
    assert shown(conflict.facts[0].implied) == "[24.4897959183 .. 34.0425531915]"
    [derived] = only(GROWTH, movement("up: pct 55%, current 34.3 billion CNY")).derived
    assert (derived.role, derived.currency) == ("prior", "CNY")
    assert shown(derived.range, "1000000000") == "[22.0257234726 .. 22.2330097088]"
    assert derived.range.is_within(Interval(Fraction("22.02E9"), Fraction("22.24E9")))


def test_derived_levels_are_in_the_surer_currency() -> None:
    rows = only(ABSOLUTE_CHANGE, tie("movement", [("change", "3 USD|CAD"), ("current", "45 CAD")], "up")).derived
    assert [(each.role, each.currency) for each in rows] == [("prior", "CAD")]
    assert only(GROWTH, movement("up: pct 5%, current 42 ton")).derived[0].currency is None


def test_a_range_may_be_a_level() -> None:
    link = movement("up: change 3 million USD, prior 40 to 45 million USD, current 47 million USD")
    assert only(ABSOLUTE_CHANGE, link).verdict == "agrees"


def test_the_rules_travel_to_other_processes() -> None:
    assert [rule.name for rule in pickle.loads(pickle.dumps(RULES))] == [rule.name for rule in RULES]


# The property of each rule. The oracle has its own readings of a plain print, and compares products of fractions.

levels = st.fractions(10, 10**6, max_denominator=1000)
places = st.integers(-2, 3)


def money(printed: Printed) -> Fact:
    return Fact(Money(amount=printed[0], currency="USD"), "money", 0, 5, precision=(printed[1],))


def change(printed: Printed, unit: str, way: Direction) -> Fact:
    codes = ("USD",) if unit == "USD" else ()
    value = Change(direction=way, amount=printed[0], unit=unit, candidates=codes)
    return Fact(value, "change", 0, 6, precision=(printed[1],))


@st.composite
def prints(draw: st.DrawFn) -> tuple[Direction, list[Printed], str]:
    """Draw the prints of prior, change, pct and current: rounded, truncated, or with one of them corrupted."""
    way: Direction = draw(st.sampled_from(("up", "down")))
    prior, share = draw(levels), draw(st.fractions(0, Fraction(9, 10), max_denominator=500))
    moved = prior * share
    values = (prior, moved, share * 100, prior + moved if way == "up" else prior - moved)
    numbers, how = draw(corners.prints(st.just(values), places))
    return way, numbers, how


@given(prints())
@in_any_context
def test_growth_finds_what_products_of_fractions_find(
    case: tuple[Direction, list[Printed], str],
) -> None:
    """Figures printed from true values agree (strained, if truncated); corrupted ones have the oracle's verdict."""
    way, (prior, _, pct, current), how = case
    sign = 1 if way == "up" else -1

    def possible(ends: list[Ends]) -> bool:
        (p0, p1), rate, (c0, c1) = ends
        f0, f1 = sorted(1 + sign * each / 100 for each in unsigned(rate))
        return min(p0 * f0, p0 * f1) <= c1 and c0 <= max(p1 * f0, p1 * f1)

    assume(all(readings(*level)[1][0] > 0 for level in (prior, current)))
    roles = [("prior", money(prior)), ("pct", change(pct, "percent", way)), ("current", money(current))]
    verdict = only(GROWTH, tie("movement", roles, way)).verdict
    assert verdict == expected([prior, pct, current], possible)
    assert as_promised(verdict, how)


@given(prints())
@in_any_context
def test_a_change_finds_what_sums_of_fractions_find(
    case: tuple[Direction, list[Printed], str],
) -> None:
    """The same of the absolute change between two levels."""
    way, (prior, moved, _, current), how = case

    def possible(ends: list[Ends]) -> bool:
        (p0, p1), (d0, d1), (c0, c1) = ends[0], unsigned(ends[1]), ends[2]
        return p0 + d0 <= c1 and c0 <= p1 + d1 if way == "up" else p0 - d1 <= c1 and c0 <= p1 - d0

    roles = [("prior", money(prior)), ("change", change(moved, "USD", way)), ("current", money(current))]
    verdict = only(ABSOLUTE_CHANGE, tie("movement", roles, way)).verdict
    assert verdict == expected([prior, moved, current], possible)
    assert as_promised(verdict, how)


@given(prints())
@in_any_context
def test_four_printed_figures_agree(case: tuple[Direction, list[Printed], str]) -> None:
    """All four together agree where they are printed from true values (test_relations has the oracle)."""
    way, (prior, moved, pct, current), how = case
    assume(all(readings(*level)[0][0] > 0 for level in (prior, current)))
    changes = [("change", change(moved, "USD", way)), ("pct", change(pct, "percent", way))]
    finding = only(
        ABSOLUTE_CHANGE, tie("movement", [("prior", money(prior)), *changes, ("current", money(current))], way)
    )
    assert as_promised(finding.verdict, how)


@given(prints())
def test_a_direction_finds_what_a_comparison_finds(
    case: tuple[Direction, list[Printed], str],
) -> None:
    way, (prior, _, _, current), how = case

    def possible(ends: list[Ends]) -> bool:
        (p0, p1), (c0, c1) = ends
        return c1 > p0 if way == "up" else c0 < p1

    findings = found(GROWTH_DIRECTION, tie("movement", [("prior", money(prior)), ("current", money(current))], way))
    assume(findings)
    assert findings[0].verdict == expected([prior, current], possible)
    assert as_promised(findings[0].verdict, how) or Fraction(prior[0]) == Fraction(current[0])
