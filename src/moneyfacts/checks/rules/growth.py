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

from ...identities.levels import growth
from ...model.findings import Finding
from ...model.values import Change, Percent
from ..movement import Movement, movement_rule
from ..wording import fits, signed

PERCENT = Percent()


def judge(movement: Movement) -> Finding | None:
    """Return what the percentage and the levels of a movement say of each other."""
    if "pct" not in movement.operands or movement.losses or not is_plain(movement):
        return None
    found = movement.judged(growth)
    implied = found.implied.get("pct")
    if found.verdict == "conflicts" and movement.could_be_turned(growth):
        return None
    if implied is None:
        return movement.undecided("growth", found)
    prior, current, pct = movement.quoted("prior", "current", "pct")
    is_so = f"from {prior} to {current} is {signed(implied, PERCENT, movement.way)}"
    return found.finding("growth", f"{is_so}, {fits(found.verdict, pct)}")


def is_plain(movement: Movement) -> bool:
    """Tell whether the percentage is one of the levels, over the time between them."""
    pct = movement.operands["pct"].value
    return isinstance(pct, Change) and pct.basis != "annualized" and not isinstance(movement.like, Percent)


GROWTH = movement_rule("growth", judge, about="Two levels and the percentage between them.")
