"""Multiple: two levels and the factor between them.

    current = prior x factor, or prior / factor on the way down

"Doubled to $4.1 million from $2.2 million": the true levels lie in [4.05, 4.15] and [2.15, 2.25] million, so one is
1.8 to 1.93 times the other. A careful writer's "doubled" is 1.9 to 2.1 times (see `model.readings`): it agrees.
"Halved" is down by the factor 2. A ratio says itself which level is the greater: "twice the 2.7 percent", "fell to a
third of the $12 million". Levels may be percentages. Where only one level is stated the other is derived. Nothing is
said where a level is negative.

Source: the readings of factors in words are those of the annotation guidelines that the gold relations were made by.
"""

from __future__ import annotations

from ...identities.levels import multiple
from ...model.findings import Finding
from ...model.values import Change
from ..movement import Movement, movement_rule
from ..wording import amount, fits

_TIMES = Change(direction="up", unit="multiple")


def judge(movement: Movement) -> Finding | None:
    """Return what the factor and the levels of a movement say of each other."""
    if "factor" not in movement.operands or movement.losses:
        return None
    found = movement.judged(multiple)
    implied = found.implied.get("factor")
    if implied is None:
        return movement.undecided("multiple", found)
    prior, current, factor = movement.quoted("prior", "current", "factor")
    large, small = (current, prior) if movement.way == "up" else (prior, current)
    is_so = f"{large} is {amount(implied, _TIMES)} {small}"
    return found.finding("multiple", f"{is_so}, {fits(found.verdict, factor)}")


MULTIPLE = movement_rule("multiple", judge, about="Two levels and the factor between them.")
