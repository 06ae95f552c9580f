"""Absolute change: an amount of change with the levels before and after it, its percentage, or both.

    current = prior + change, or prior - change on the way down
    change = prior x pct / 100

Three of the four decide, and all four are taken together. "Fell 63 cents, or 0.63 percent, to $74.70": the true level
before lies in [74.695, 74.705] + [0.625, 0.635], so the fall in [0.8297, 0.8430] percent, and 0.63 is not in reach.
With two of them the rest is derived: "up $3 million to $45 million" was $41 to $43 million before.

A percentage is left aside where a level is negative or itself a percentage, or where it is annualized. What does not
fit is passed over where one level alone is a loss (the words may speak of its size), and where bare numbers fit the
other way (see `growth`).

Source: as for `growth`.
"""

from __future__ import annotations

from ...identities.levels import absolute_change
from ...model.findings import Finding
from ..movement import CHANGES, LEVELS, Movement, movement_rule
from ..verdict import Judged
from ..wording import amount, fits, signed
from .growth import PERCENT, is_plain

_SUSPECTS = ("pct", "change", "current", "prior")  # in the order in which writers get them wrong


def judge(movement: Movement) -> Finding | None:
    """Return what the amount of change and the other figures of a movement say of each other."""
    if "change" not in movement.operands:
        return None
    if "pct" in movement.operands and (movement.losses or not is_plain(movement)):
        movement = movement.without("pct")
    found = movement.judged(absolute_change)
    if found.verdict == "conflicts" and (movement.losses == 1 or movement.could_be_turned(absolute_change)):
        return None
    if len(movement.operands) < 3:
        return movement.undecided("absolute_change", found)
    return found.finding("absolute_change", _message(movement, found))


def _message(movement: Movement, found: Judged) -> str:
    """Say what the others imply for one figure: the first that they all imply something for."""
    for role in _SUSPECTS:
        implied = found.implied.get(role)
        if role in movement.operands and implied is not None:
            others = movement.without(role).said()
            if role in CHANGES:
                follows = f"is {signed(implied, PERCENT if role == 'pct' else movement.like, movement.way)}"
            else:
                follows = f"makes {amount(implied, movement.like)} {LEVELS[role]}"
            return f"{others} {follows}, {fits(found.verdict, *movement.quoted(role))}"
    return f"{movement.said()}: no three of these figures fit together"


ABSOLUTE_CHANGE = movement_rule(
    "absolute_change", judge, about="An amount of change with the levels before and after it, its percentage, or both."
)
