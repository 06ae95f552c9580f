"""What takes some thought: losses held against profits, ratios, and rates that fall as others rise."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from moneyfacts.checks import RULES
from moneyfacts.link import Link
from moneyfacts.model.findings import Finding
from moneyfacts.model.values import Direction
from scenes import figure, found, rows, said, tie

MOVEMENTS = RULES[:4]
RATIOS = ("twice", "third", "half", "quarter")

LOSSES = """
down to a loss: current 2.1 million USD*; prior 6.6 million USD
    agrees: from 6.6 million USD to 2.1 million USD is down
up from a loss: current 3 million USD; prior 5 million USD*
    agrees: from 5 million USD to 3 million USD is up
up from a loss: current 0.0 million USD; prior 5 million USD*
    agrees: from 5 million USD to 0.0 million USD is up
down to a loss: change 8.7 million USD; current 2.1 million USD*; prior 6.6 million USD
    agrees: from 6.6 million USD to 2.1 million USD is down $8.6 to 8.8 million, which fits 8.7 million USD
"""

FACTORS = """
up, a ratio: current 5.4%; prior 2.7%; pct twice
    agrees: 5.4% is 1.945 to 2.057 times 2.7%, which fits twice
up, a ratio: current 9.4%; prior 2.7%; pct twice
    conflicts: 9.4% is 3.4 to 3.566 times 2.7%, not twice
no way, a ratio: current 13.9 million USD; prior 6.9 million USD; pct twice
    agrees: 13.9 million USD is 1.993 to 2.036 times 6.9 million USD, which fits twice
down, a ratio: current 4.0 million USD; prior 12.1 million USD; pct third
    agrees: 4.0 million USD is 0.3251 to 0.3361 times 12.1 million USD, which fits third
down, a ratio: current 36 million USD; prior 12.1 million USD; pct third
    conflicts: 36 million USD is 2.922 to 3.029 times 12.1 million USD, not third
down, a ratio: current 4.0 million USD; pct half
    undecided: half to 4.0 million USD: $7.524 to 8.526 million before, which is not stated
down, a factor: current 8.1%; prior 16.2%; pct halved
    agrees: 16.2% is 1.982 to 2.019 times 8.1%, which fits halved
"""

RATES = """
up, by a percentage: current 9.43; prior 9.35; pct 0.8%
    agrees: from 9.35 to 9.43 is up 0.7483% to 0.9631%, which fits 0.8%
up, by a percentage: current 3.81; prior 9.35; pct 0.8%
    conflicts: from 9.35 to 3.81 is down 59.18% to 59.33%, not 0.8%
up, by a percentage: current 9.35 USD; prior 9.43 USD; pct 0.8%
    conflicts: from 9.43 USD to 9.35 USD is down 0.7427% to 0.9539%, not 0.8%
up, by an amount: current 9.35 USD; prior 9.43 USD; change 0.08 USD
    conflicts: from 9.43 USD to 9.35 USD is down $0.07 to 0.09, not 0.08 USD
"""

NOTHING = [
    "up, and a loss: current 2.1 million USD*; prior 6.6 million USD",
    "down, and a loss: current 3 million USD; prior 5 million USD*",
    "up from a loss: current 3 million USD; prior 5 million USD*; pct 40%",
    "up from a loss: current 3 million USD; prior 5 million USD*; pct doubled",
    "up from a loss: current 3 million USD; prior 5 million USD*; pct twice",
    "up from a loss: current 3 million USD; prior 5 million USD*; change 2 million USD",
    "up, by a percentage: current 9.35; prior 9.43; pct 0.8%",
    "down, by a percentage: current 9.43; prior 9.35; pct 0.8%",
    "up, by an amount: current 9.35; prior 9.43; change 0.08",
    "up, by an amount: current 9.35; prior 9.43; change 0.08; pct 0.8%",
]


def movement(line: str) -> Link:
    """Read "up, and so on: current 3 USD*; prior 5 USD", where a star marks a loss."""
    told, _, roles = line.partition(": ")
    directions: dict[str, Direction] = {"up": "up", "down": "down"}
    way = directions.get(told.replace(",", " ").split()[0])
    pairs = [each.rstrip("*").split(" ", 1) for each in roles.split("; ")]
    figures = [(role, figure(words) if words in RATIOS else words) for role, words in pairs]
    link = tie("movement", figures, way)
    return replace(link, losses=tuple(each.split(" ")[0] for each in roles.split("; ") if each.endswith("*")))


def all_found(link: Link) -> list[Finding]:
    return [finding for rule in MOVEMENTS for finding in found(rule, link)]


@pytest.mark.parametrize(("line", "verdict", "message"), [*rows(LOSSES), *rows(FACTORS), *rows(RATES)])
def test_the_table(line: str, verdict: str, message: str) -> None:
    assert [said(finding) for finding in all_found(movement(line))] == [(verdict, message)]


@pytest.mark.parametrize("line", NOTHING)
def test_nothing_is_said(line: str) -> None:
    assert all_found(movement(line)) == []


def test_a_loss_of_more_than_an_amount_is_less_than_its_negative() -> None:
    """The qualifier turns with the sign, so that the stated range lies below zero."""
    [finding] = all_found(movement("down to a loss: current above 2.0 million USD*; prior 6.6 million USD"))
    stated = finding.facts[0].stated
    assert stated is not None
    assert str(stated) == "(-3000000, -2000000)"
