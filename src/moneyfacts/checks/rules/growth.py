"""Growth: two levels and the percentage between them.

    current = prior x (1 + pct / 100), or 1 - pct / 100 on the way down

"Sales rose 50% to $3.1 million from $2.4 million": the true levels lie in [3.05, 3.15] and [2.35, 2.45] million, so the
growth in [24.48, 34.05] percent, and 50% is not in reach. Where only one level is stated the other is derived: "rose
55% to 34.3 billion yuan" was 34.25 / 1.555 to 34.35 / 1.545 billion before, which is 22.03 to 22.23.

Nothing is said where a level is itself a percentage ("rose 5% to 20%" may mean points), where one is negative (a
percentage of a loss has no agreed meaning), or where the change is annualized (the levels are then not a year apart).
Nor where bare numbers fit the other way: a currency that rises is quoted lower ("the krona rose 0.8 percent to 9.35
from 9.43 a euro").

Source: the calculation inconsistency of XBRL's Calculations 1.1 specification, by which reported figures agree if a
choice of values within their rounding does.
"""

from __future__ import annotations

from functools import partial

from ...identities import levels as relations
from ...identities.levels import Way
from ...model.findings import Finding
from ...model.values import Change, Percent
from ..movement import Movement, movement_rule
from ..verdict import Judged, judged
from ..wording import fits, quoted, signed

PERCENT = Percent()


def judge(movement: Movement) -> Finding | None:
    """Return what the percentage and the levels of a movement say of each other."""
    if "pct" not in movement.facts or movement.losses or not is_plain(movement):
        return None

    def judgment(way: Way) -> Judged:
        return judged(movement.readings, partial(relations.growth, way=way))

    found = judgment(movement.way)
    implied = found.implied.get("pct")
    if found.verdict == "conflicts" and movement.could_be_turned(judgment):
        return None
    if implied is None:
        return movement.undecided("growth", found)
    prior, current, pct = (movement.facts[role] for role in ("prior", "current", "pct"))
    is_so = f"from {quoted(prior)} to {quoted(current)} is {signed(implied, PERCENT, movement.way)}"
    return movement.finding("growth", found, f"{is_so}, {fits(found.verdict, quoted(pct))}")


def is_plain(movement: Movement) -> bool:
    """Tell whether the percentage is one of the levels, over the time between them."""
    pct = movement.facts["pct"].value
    return isinstance(pct, Change) and pct.basis != "annualized" and not isinstance(movement.like, Percent)


GROWTH = movement_rule("growth", judge)
