"""The rules on figures that are restated: difference, unit_conversion, repeat and cagr."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest

from conftest import in_any_context
from moneyfacts.api import check
from moneyfacts.checks import RULES, Rule
from moneyfacts.link import Link
from moneyfacts.model.facts import Fact
from moneyfacts.model.values import Change, Direction, Measurement
from scenes import figure, found, only, rows, said, shown, tie, tied

DIFFERENCE, UNIT_CONVERSION, REPEAT, CAGR = (
    next(rule for rule in RULES if rule.name == name) for name in ("difference", "unit_conversion", "repeat", "cagr")
)


def moved(line: str, relation: Literal["movement", "cagr"] = "movement") -> Link:
    """Read "down: pct 25 bp; current 5.25%; prior 5.5%", where figures in the role `pct` are changes."""
    way, _, roles = line.partition(": ")
    directions: dict[str, Direction] = {"up": "up", "down": "down"}
    pairs = (each.split(" ", 1) for each in roles.split("; "))
    return tie(relation, [(role, words) for role, words in pairs], directions[way])


POINTS = """
down: pct 25 bp; current 5.25%; prior 5.5%
    agrees: from 5.5% to 5.25% is down 0.195 to 0.305 percentage points, which fits 25 bp
down: pct 75 bp; current 5.25%; prior 5.5%
    conflicts: from 5.5% to 5.25% is down 0.195 to 0.305 percentage points, not 75 bp
up: pct 0.8 pp; current 17.2%; prior 16.4%
    agrees: from 16.4% to 17.2% is up 0.7 to 0.9 percentage points, which fits 0.8 pp
up: pct 0.65 pp; current 17.2%; prior 16.4%
    strained: from 16.4% to 17.2% is up 0.7 to 0.9 percentage points, which fits 0.65 pp only loosely
up: pct 0.8 pp; current 16.4%; prior 17.2%
    conflicts: from 17.2% to 16.4% is down 0.7 to 0.9 percentage points, not 0.8 pp
down: pct 0.25 pp; current 7.75%; prior 8
    agrees: from 8 to 7.75% is up 0.255 percentage points to down 0.755 percentage points, which fits 0.25 pp
up: pct 0.3 pp; prior -0.1%; current 0.2%
    agrees: from -0.1% to 0.2% is up 0.2 to 0.4 percentage points, which fits 0.3 pp
up: pct 25 bp; current 2.50%
    undecided: up 25 bp to 2.50%: 2.24% to 2.26% before, which is not stated
down: pct 0.5 pp; prior 5.25%
    undecided: down 0.5 pp from 5.25%: 4.695% to 4.805% after, which is not stated
"""

LEFT = """
minuend 112 million USD; subtrahend 85 million USD; result 27 million USD
    agrees: 112 million USD less 85 million USD is $26 to 28 million, which fits 27 million USD
minuend 112.4 million USD; subtrahend 85.1 million; result 27.5 million USD
    strained: 112.4 million USD less 85.1 million is $27.2 to 27.4 million, which fits 27.5 million USD only loosely
minuend 112 million USD; subtrahend 85 million USD; result 72 million USD
    conflicts: 112 million USD less 85 million USD is $26 to 28 million, not 72 million USD
result 54 jobs; minuend about 120 jobs; subtrahend 66
    agrees: about 120 jobs less 66 is 47.5 to 60.5 jobs, which fits 54 jobs
minuend 76%; subtrahend 71%; result 5 pp
    agrees: 76% less 71% is 4 to 6 percentage points, which fits 5 pp
minuend 76%; subtrahend 71%; result 9 pp
    conflicts: 76% less 71% is 4 to 6 percentage points, not 9 pp
minuend 7.60%; subtrahend 7.10%; result 50 bp
    agrees: 7.60% less 7.10% is 0.49 to 0.51 percentage points, which fits 50 bp
minuend 76%; subtrahend 71%; result 5%
    agrees: 76% less 71% is 4% to 6%, which fits 5%
minuend 112 million USD; subtrahend 85 million EUR; result 27 million USD
    undecided: 112 million USD, 85 million EUR and 27 million USD cannot be compared: they are in different currencies
"""

UNITS = """
amount about 100 kilometer; equivalent 60 mile
    agrees: about 100 kilometer is 59.03 to 65.24 mile, which fits 60 mile
amount 100 kilometer; equivalent 60 mile
    strained: 100 kilometer is 61.83 to 62.45 mile, which fits 60 mile only loosely
amount 100 kilometer; equivalent 90 mile
    conflicts: 100 kilometer is 61.83 to 62.45 mile, not 90 mile
amount 45 mile; equivalent 72 kilometer
    agrees: 45 mile is 71.62 to 73.23 kilometer, which fits 72 kilometer
amount 250 acre; equivalent 101 hectare
    agrees: 250 acre is 101 to 101.4 hectare, which fits 101 hectare
amount 250 acre; equivalent 110 hectare
    conflicts: 250 acre is 101 to 101.4 hectare, not 110 hectare
amount 20 to 30 mile; equivalent 32 to 48 kilometer
    agrees: 20 to 30 mile is 31.38 to 49.08 kilometer, which fits 32 to 48 kilometer
amount 19.74 USD per barrel; equivalent 0.47 USD per gallon
    agrees: 19.74 USD per barrel is $0.4699 to 0.4701, which fits 0.47 USD per gallon
amount 19.74 USD per barrel; equivalent 0.74 USD per gallon
    conflicts: 19.74 USD per barrel is $0.4699 to 0.4701, not 0.74 USD per gallon
amount 19.74 USD|CAD per barrel; equivalent 0.47 CAD per gallon
    agrees: 19.74 USD|CAD per barrel is CAD 0.4699 to 0.4701, which fits 0.47 CAD per gallon
"""

AGAIN = """
first below quarter; again 24%
    agrees: below quarter is 0% to 25%, which fits 24%
first below quarter; again 34%
    conflicts: below quarter is 0% to 25%, not 34%
first above third; again 33.4%
    agrees: above third is 33.33% to 66.67%, which fits 33.4%
first above third; again 33.2%
    strained: above third is 33.33% to 66.67%, which fits 33.2% only loosely
first above third; again 21%
    conflicts: above third is 33.33% to 66.67%, not 21%
first nearly half; again 47%
    agrees: nearly half is 45% to 50%, which fits 47%
first half; again 4,960 bp
    agrees: half is 47.5% to 52.5%, which fits 4,960 bp
first 12%; again 11.7%
    agrees: 12% is 11.5% to 12.5%, which fits 11.7%
first 12%; again 12.7%
    strained: 12% is 11.5% to 12.5%, which fits 12.7% only loosely
first 340,000 ton; again 340,000 ton
    agrees: 340,000 ton is 340,000 ton, which fits 340,000 ton
first 340,000 ton; again 430,000 ton
    conflicts: 340,000 ton is 340,000 ton, not 430,000 ton
first 1.4 billion USD; again 1.38 billion USD
    agrees: 1.4 billion USD is $1.35 to 1.45 billion, which fits 1.38 billion USD
first 1.4 billion USD; again 1.38 million USD
    conflicts: 1.4 billion USD is $1.35 to 1.45 billion, not 1.38 million USD
first 32 jets; again 32
    agrees: 32 jets is 31.5 to 32.5 jets, which fits 32
"""

YEARLY = """
down: pct 200%; duration 2 year; current 3 USD; prior 10 USD
    conflicts: from 10 USD to 3 USD in 2 year is down 39.3% to 51.2% a year, not 200%
up: pct 8%; duration 5 year; current 5.9 billion USD; prior 4.0 billion USD
    agrees: from 4.0 billion USD to 5.9 billion USD in 5 year is up 7.632% to 8.539% a year, which fits 8%
up: pct 8%; duration 5 year; current 9.5 billion USD; prior 4.0 billion USD
    conflicts: from 4.0 billion USD to 9.5 billion USD in 5 year is up 18.47% to 19.31% a year, not 8%
up: pct 7.6%; duration 5 year; current 5.9 billion USD; prior 4.0 billion
    agrees: from 4.0 billion to 5.9 billion USD in 5 year is up 7.632% to 8.539% a year, which fits 7.6%
up: pct 7.5%; duration 5 year; current 5.9 billion; prior 4.0 billion USD
    strained: from 4.0 billion USD to 5.9 billion in 5 year is up 7.632% to 8.539% a year, which fits 7.5% only loosely
down: pct 10%; duration 36 month; current 729 jobs; prior 1,000 jobs
    agrees: from 1,000 jobs to 729 jobs in 36 month is down 9.964% to 10.04% a year, which fits 10%
up: pct 10%; duration 2 decade; current 673; prior 100
    agrees: from 100 to 673 in 2 decade is up 9.971% to 10.03% a year, which fits 10%
up: pct 10%; duration 1 year; current 110 jobs; prior 100 jobs
    agrees: from 100 jobs to 110 jobs in 1 year is up 8.955% to 11.06% a year, which fits 10%
up: pct 10.0%; duration 3 year; current 133 million USD
    undecided: up 10.0% to 133 million USD in 3 year: $99.41 to 100.4 million before, which is not stated
down: pct 10.0%; duration 2 year; prior 100 jobs
    undecided: down 10.0% from 100 jobs in 2 year: 80.51 to 81.5 jobs after, which is not stated
up: pct 8%; duration 5 year; current 5.9 billion USD; prior 4.0 billion EUR
    conflicts: 5.9 billion USD and 4.0 billion EUR are in two currencies, USD and EUR
"""


def of_table(table: str, rule: Rule, link: Callable[[str], Link]) -> list[object]:
    return [pytest.param(rule, link(line), *told, id=f"{rule.name}: {line}") for line, *told in rows(table)]


TABLE = [
    *of_table(POINTS, DIFFERENCE, moved),
    *of_table(LEFT, DIFFERENCE, lambda line: tied("difference", line)),
    *of_table(UNITS, UNIT_CONVERSION, lambda line: tied("conversion", line)),
    *of_table(AGAIN, REPEAT, lambda line: tied("repeat", line)),
    *of_table(YEARLY, CAGR, lambda line: moved(line, "cagr")),
]


@pytest.mark.parametrize(("rule", "link", "verdict", "message"), TABLE)
@in_any_context
def test_the_table(rule: Rule, link: Link, verdict: str, message: str) -> None:
    """Each rule says what the table says, of all its figures, and no other rule says anything."""
    finding = only(rule, link)
    assert said(finding) == (verdict, message)
    assert finding.rule == rule.name
    assert sorted((part.role, part.text) for part in finding.facts) == sorted(
        (role, fact.text) for role, fact in link.roles
    )
    assert [other.name for other in RULES if other is not rule and found(other, link)] == []


NOTHING = [
    tied("difference", "minuend 12 jobs; subtrahend 5 USD; result 7 jobs"),
    tied("difference", "minuend 12%; subtrahend 5 jobs; result 7 pp"),
    tied("difference", "minuend 12 jobs; subtrahend 5 jobs"),
    moved("up: pct 25 bp; current 5; prior 6"),
    moved("up: pct 25 bp; current 5 USD; prior 6 USD"),
    moved("up: pct 0.3 pp; change 2 jobs"),
    moved("up: pct 0.3 pp; current 5 pp; prior 2 pp"),
    tied("conversion", "amount 12 kilometer; equivalent 5 barrel"),
    tied("conversion", "amount 12 kilometer; equivalent 5 USD"),
    tied("conversion", "amount 12 kilometer"),
    tied("conversion", "amount 5 USD; equivalent 5 USD"),
    tied("conversion", "amount 19 USD per barrel; equivalent 5 USD per barrel"),
    tied("conversion", "amount 19 USD per barrel; equivalent 5 EUR per gallon"),
    tied("conversion", "amount 19 USD per barrel; equivalent 5 USD per share"),
    tied("repeat", "first 5 USD; again 5 EUR"),
    tied("repeat", "first 5 USD; again 5 jobs"),
    tied("repeat", "first 5%; again 5 jobs"),
    tied("repeat", "first third; again 3"),
    tied("repeat", "first 5 mile; again 8 kilometer"),
    tied("repeat", "first 5%"),
    *(
        moved(f"up: {line}", "cagr")
        for line in (
            "pct 8%; duration 5 year",
            "pct 8%; prior 4 USD; current 5 USD",
            "duration 5 year; prior 4 USD; current 5 USD",
            "pct 8 pp; duration 5 year; prior 4 USD; current 5 USD",
            "pct 8%; duration nearly 5 year; prior 4 USD; current 5 USD",
            "pct 8%; duration 4 to 5 year; prior 4 USD; current 5 USD",
            "pct 8%; duration 30 month; prior 4 USD; current 5 USD",
            "pct 8%; duration 50 day; prior 4 USD; current 5 USD",
            "pct 8%; duration 101 year; prior 4 USD; current 5 USD",
            "pct 8%; duration 0 year; prior 4 USD; current 5 USD",
            "pct 8.00000000000000000001%; duration 5 year; prior 4 USD; current 5 USD",
            "pct 8%; duration 5 year; prior -4 USD; current 5 USD",
            "pct 8%; duration 5 year; prior 4%; current 5%",
            "pct 8%; duration 5 year; prior 4 USD; current 5 jobs",
            "pct 8%; duration 5 jobs; prior 4 USD; current 5 USD",
        )
    ),
]


@pytest.mark.parametrize("link", NOTHING, ids=lambda link: f"{link.relation}: {[fact.text for _, fact in link.roles]}")
def test_nothing_is_said(link: Link) -> None:
    assert [rule.name for rule in (DIFFERENCE, UNIT_CONVERSION, REPEAT, CAGR) if found(rule, link)] == []


def test_ranges_of_points_are_in_the_unit_of_the_figure() -> None:
    """The change of 75 basis points is shown in basis points, what follows for it too."""
    facts = only(DIFFERENCE, moved("down: pct 75 bp; current 5.25%; prior 5.5%")).facts
    assert [(part.role, shown(part.stated), shown(part.implied)) for part in facts] == [
        ("pct", "[74.5 .. 75.5]", "[19.5 .. 30.5]"),
        ("current", "[5.245 .. 5.255]", "[4.695 .. 4.805]"),
        ("prior", "[5.45 .. 5.55]", "[5.99 .. 6.01]"),
    ]
    [derived] = only(DIFFERENCE, moved("up: pct 25 bp; current 2.50%")).derived
    assert (derived.role, shown(derived.range), derived.currency) == ("prior", "[2.24 .. 2.26]", None)


def test_ranges_of_a_repeat_are_in_the_unit_of_each_figure() -> None:
    facts = only(REPEAT, tied("repeat", "first half; again 4,960 bp")).facts
    assert [(shown(part.stated), shown(part.implied)) for part in facts] == [
        ("[0.475 .. 0.525]", "[0.49595 .. 0.49605]"),
        ("[4959.5 .. 4960.5]", "[4750 .. 5250]"),
    ]


def test_a_figure_without_a_reading_is_restated_by_none() -> None:
    unread = Fact(Change(direction="up", unit="percent"), "some", 0, 4)
    miles = Fact(Measurement(unit="mile"), "some miles", 0, 10)
    assert found(REPEAT, tie("repeat", [("first", unread), ("again", figure("5%"))])) == []
    assert found(UNIT_CONVERSION, tie("conversion", [("amount", "5 kilometer"), ("equivalent", miles)])) == []
    levels = [("minuend", figure("5%")), ("subtrahend", figure("3%"))]
    assert found(DIFFERENCE, tie("difference", [*levels, ("result", unread)])) == []


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("More than one-third, or 34.2 percent, of the flats were let.", "agrees"),
        ("More than one-third, or 33.2 percent, of the flats were let.", "strained"),
        ("More than one-third, or 31.2 percent, of the flats were let.", "conflicts"),
    ],
)
def test_a_fraction_beside_its_figure_is_hardly_loose(text: str, verdict: str) -> None:
    [finding] = check(text)
    assert finding.verdict == verdict
