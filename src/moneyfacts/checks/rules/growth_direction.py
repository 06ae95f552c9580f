"""Growth direction: two levels and a word that says which is the greater, with no amount of change.

    current > prior on the way up, current < prior on the way down

"Rose to 31 mln eur from 33 mln": the true levels lie in [30.5, 31.5] and [32.5, 33.5] million, so it cannot have risen.
Levels that print alike agree with either word.

A loss is below zero and a profit above: "a profit of $3 million, up from a loss of $5 million" agrees. Where the words
seem to say the opposite ("the loss rose to $5 million from a profit") they speak of the size, and nothing is said.

Nothing is said of two negative levels: whether a loss that "fell" came closer to zero or went further below is not in
the numbers. Nor of two of which one is more than 10,000 times the other: those are no two levels of one thing ("a
profit of $92 million, or 53 cents a share").

Source: the order that the words state, read from the same rounding intervals as all identities here.
"""

from __future__ import annotations

from ...identities.levels import order
from ...model.findings import Finding
from ...model.interval import Interval
from ..movement import Movement, movement_rule

MOST_TIMES = 10_000  # that one level may be the other

_IS = {"agrees": "is {}", "strained": "is {} only loosely", "conflicts": "is not {}"}


def judge(movement: Movement) -> Finding | None:
    """Return whether the levels of a movement are in the order that its direction states."""
    if movement.levels < 2 or movement.losses == 2:
        return None
    before, after = (movement.operands[role].typical for role in ("prior", "current"))
    if _dwarfs(before, after) or _dwarfs(after, before):
        return None
    found = movement.judged(order)
    if movement.losses and found.verdict == "conflicts":
        return None
    prior, current = movement.quoted("prior", "current")
    message = f"from {prior} to {current} {_IS[found.verdict].format(movement.way)}"
    return found.finding("growth_direction", message)


def _dwarfs(large: Interval, small: Interval) -> bool:
    return large.low is not None and small.high is not None and 0 < small.high * MOST_TIMES < large.low


GROWTH_DIRECTION = movement_rule(
    "growth_direction", judge, slips=False, about="Two levels and the word that says which of them is the greater."
)
