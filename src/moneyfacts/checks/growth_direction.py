"""Growth direction: two levels and a word that says which is the greater, with no amount of change.

    current > prior on the way up, current < prior on the way down

"Rose to 31 mln eur from 33 mln": the true levels lie in [30.5, 31.5] and [32.5, 33.5] million, so it cannot have risen.
Levels that print alike agree with either word. Nothing is said of two negative levels: whether a loss that "fell" came
closer to zero or went further below is not in the numbers.

Source: the order that the words state, read from the same rounding intervals as all identities here.
"""

from __future__ import annotations

from functools import partial

from .. import relations
from ..findings import Finding
from .judge import judged
from .movement import Movement, find
from .rule import Rule
from .wording import quoted

_IS = {"agrees": "is {}", "strained": "is {} only loosely", "conflicts": "is not {}"}


def judge(movement: Movement) -> Finding | None:
    """Return whether the levels of a movement are in the order that its direction states."""
    if movement.levels < 2 or movement.losses == 2:
        return None
    found = judged(movement.readings, partial(relations.order, way=movement.way))
    prior, current = (movement.facts[role] for role in ("prior", "current"))
    message = f"from {quoted(prior)} to {quoted(current)} {_IS[found.verdict].format(movement.way)}"
    return movement.finding("growth_direction", found, message)


GROWTH_DIRECTION = Rule("growth_direction", partial(find, "growth_direction", judge))
