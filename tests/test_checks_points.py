"""The rule on two percentages and the percentage between them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from conftest import in_any_context
from moneyfacts.api import check
from moneyfacts.checks import RULES
from moneyfacts.link import Link
from moneyfacts.model.values import Basis, Direction
from scenes import found, only, rows, said, tie

POINTS = next(rule for rule in RULES if rule.name == "points")


def moved(line: str, basis: Basis | None = None) -> Link:
    """Read "down: pct 0.5%; current 6.4%; prior 6.9%"."""
    way, _, roles = line.partition(": ")
    directions: dict[str, Direction] = {"up": "up", "down": "down"}
    pairs = (each.split(" ", 1) for each in roles.split("; "))
    return tie("movement", [(role, words) for role, words in pairs], directions[way], basis=basis)


TABLE = """
down: pct 2%; current 44%; prior 46%
    strained: from 46% to 44% is down 1 to 3 percentage points, or down 2.198% to 6.452%: 2% is of percentage points
up: pct 0.5%; current 6.9%; prior 6.4%
    strained: from 6.4% to 6.9% is up 0.4 to 0.6 percentage points, or up 6.202% to 9.449%: 0.5% is of percentage points
up: pct 1%; current 8%; prior 7%
    strained: from 7% to 8% is up 0 to 2 percentage points, or up 0% to 30.77%: 1% is of percentage points
up: pct 20%; current 12%; prior 10%
    agrees: from 10% to 12% is up 9.524% to 31.58%, which fits 20%
down: pct 7.2%; current 6.4%; prior 6.9%
    agrees: from 6.9% to 6.4% is down 5.839% to 8.633%, which fits 7.2%
up: pct 2.5%; current 4.1%; prior 4.0%
    agrees: from 4.0% to 4.1% is up 0% to 5.063%, which fits 2.5%
up: pct 100%; current 100%; prior 50%
    agrees: from 50% to 100% is up 97.03% to 103%, which fits 100%
down: pct 0.9%; current 6.4%; prior 6.9%
    conflicts: from 6.9% to 6.4% is down 0.4 to 0.6 percentage points, or down 5.839% to 8.633%, not 0.9%
down: pct 0.5%; current 6.9%; prior 6.4%
    conflicts: from 6.4% to 6.9% is up 0.4 to 0.6 percentage points, or up 6.202% to 9.449%, not 0.5%
"""


@pytest.mark.parametrize(("line", "verdict", "message"), rows(TABLE))
@in_any_context
def test_the_table(line: str, verdict: str, message: str) -> None:
    finding = only(POINTS, moved(line))
    assert said(finding) == (verdict, message)
    assert [part.role for part in finding.facts] == ["pct", "current", "prior"]
    if verdict == "strained":
        told = finding.facts[0].text
        assert finding.slip == f"percent for percentage points: {told} would fit as points"


NOTHING = [
    moved("down: pct 0.5%; current 6.4%"),
    moved("down: pct 0.5%; prior 6.9%"),
    moved("down: current 6.4%; prior 6.9%"),
    moved("down: pct 0.5 pp; current 6.4%; prior 6.9%"),
    moved("down: pct 50 bp; current 6.4%; prior 6.9%"),
    moved("down: pct 2 x; current 6.4%; prior 6.9%"),
    moved("down: pct 0.5%; current 6.4 million USD; prior 6.9 million USD"),
    moved("down: pct 0.5%; current 6.4%; prior 6.9 million"),
    moved("down: pct 0.5%; current 6.4 pp; prior 6.9 pp"),
    moved("down: pct 0.5%; change 0.5 million; current 6.4%; prior 6.9%"),
    moved("up: pct 0.5%; current 0.2%; prior -0.3%"),
    moved("up: pct 0.5 to 1%; current 6.9%; prior 6.4%"),
    moved("up: pct 0.5%; current 6.9%; prior 6 to 7%"),
    moved("up: pct 2%; current 4%; prior 1%"),
    moved("up: pct 2%; current 4%; prior 3%"),
    moved("down: pct 0.5%; current 6.4%; prior 6.9%", "annualized"),
    tie("span", [("pct", "0.5%"), ("current", "6.4%"), ("prior", "6.9%")], "up"),
]


@pytest.mark.parametrize("link", NOTHING)
def test_nothing_is_said(link: Link) -> None:
    assert found(POINTS, link) == []


@pytest.mark.parametrize("line", [row[0] for row in rows(TABLE)])
def test_no_other_rule_says_anything(line: str) -> None:
    assert [rule.name for rule in RULES if rule is not POINTS and found(rule, moved(line))] == []


def in_digits(number: int, places: int) -> str:
    """Print a number of tenths or hundredths."""
    whole, rest = divmod(number, 10**places)
    return f"{whole}.{rest:0{places}}"


_LEVELS = st.integers(101, 9999)  # hundredths of a percent


@given(_LEVELS, st.integers(1, 60), st.sampled_from(("up", "down")))
@in_any_context
def test_points_are_never_growth(prior: int, hundredths: int, way: str) -> None:
    """Points that are told as percent are named as such, if no percentage of the level before rounds to them."""
    current = prior + (hundredths if way == "up" else -hundredths)
    assume(hundredths * 2 <= min(prior, current))
    grown = Fraction(hundredths * 100, prior)
    assume(abs(grown - Fraction(hundredths, 100)) > Fraction(1, 4) + Fraction(2, prior) * 100)
    apart, after, before = (in_digits(each, 2) for each in (hundredths, current, prior))
    text = f"The rate moved: it {'rose' if way == 'up' else 'fell'} {apart}% to {after}% from {before}%."
    [finding] = check(text, rules=["points"], min_confidence=0)
    assert finding.verdict == "strained"
    assert finding.slip is not None
    assert finding.slip.startswith("percent for percentage points")


@given(_LEVELS, _LEVELS)
@in_any_context
def test_true_growth_agrees(prior: int, current: int) -> None:
    """The growth of a percentage, rounded to one place, agrees wherever it isn't the points between the two as well."""
    assume(prior != current)
    grown = abs(Fraction(current - prior, prior)) * 100
    tenths = (grown * 10 + Fraction(1, 2)).__floor__()
    apart = Fraction(abs(current - prior), 100)
    assume(tenths and abs(Fraction(tenths, 10) - apart) > Fraction(1, 20))
    way = "rose" if current > prior else "fell"
    text = f"The rate moved: it {way} {in_digits(tenths, 1)}% to {in_digits(current, 2)}% from {in_digits(prior, 2)}%."
    [finding] = check(text, rules=["points"], min_confidence=0)
    assert finding.verdict == "agrees"
