"""Points: two levels that are percentages, and the percentage between them, which may be told for points.

    current = prior x (1 + pct / 100), or 1 - pct / 100 on the way down; else current = prior + pct, or prior - pct

"Unemployment fell 0.5% to 6.4% from 6.9%": the true levels lie in [6.35, 6.45] and [6.85, 6.95] percent, so that the
rate fell by 5.8 to 8.7 percent, and by 0.4 to 0.6 percentage points. 0.5% is out of reach of the first and right for
the second: percent is told for percentage points.

* `agrees`: it is the growth of the percentage ("rose 20% to 12% from 10%");
* `strained`: it is the points between the two, which some newsrooms call percent; the finding says which they are;
* `conflicts`: it is neither.

Where levels are so round that it may be either ("rose 1% to 8% from 7%" by 0 to 30.8 percent) the printed numbers
decide: it is the points between them to the digit, and not their growth.

Nothing is said where a level is not stated or is a range, where one is negative, and of a rate for a year. A percentage
of more than half a level may be the lower end of a forecast ("rise 2 percent to 4 percent"), and only agrees, as it is
printed. Points that are told as such are those of `difference`.

Source: the style books of news agencies, which ask for percentage points between two percentages.
"""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from ...identities.levels import absolute_change, growth
from ...link import Link
from ...model.findings import Finding
from ...model.interval import Interval
from ...model.values import Change, Percent
from ..movement import LEVELS, Movement, movement_of
from ..operand import Operand
from ..rule import Rule
from ..run import judging
from ..verdict import Judged, judged
from ..wording import fits, signed

_PERCENT, _POINT = Percent(), Percent(unit="percentage_point")
_MOST = Fraction(1, 2)  # of a level, that a percentage beside it may be


def judge(link: Link) -> Finding | None:
    """Return whether a percentage between two percentages is their growth, or points told as percent."""
    movement = _of_percentages(link)
    if movement is None:
        return None
    found, as_points = movement.judged(growth), _as_points(movement)
    apart, grown = _fit_as_printed(movement)
    if _may_begin_a_range(movement) and not grown:
        return None
    prior, current, pct = movement.quoted("prior", "current", "pct")
    by_growth = signed(found.follows("pct"), _PERCENT, movement.way)
    if found.verdict == "agrees" and (grown or not apart):
        return found.finding("points", f"from {prior} to {current} is {by_growth}, {fits('agrees', pct)}")
    by_points = signed(as_points.follows("change"), _POINT, movement.way)
    is_so = f"from {prior} to {current} is {by_points}, or {by_growth}"
    if as_points.verdict == "agrees":
        finding = found._replace(verdict="strained").finding("points", f"{is_so}: {pct} is of percentage points")
        return replace(finding, slip=f"percent for percentage points: {pct} would fit as points")
    return found.finding("points", f"{is_so}, {fits(found.verdict, pct)}")


def _of_percentages(link: Link) -> Movement | None:
    """Return the movement of a percentage from one level to another by a percentage; None for any other."""
    pct = link.get("pct")
    if pct is None or link.get("change") or link.losses or not isinstance(pct.value, Change):
        return None
    movement = movement_of(link, "points")
    if movement is None or movement.levels < len(LEVELS) or "pct" not in movement.operands:
        return None
    if pct.value.unit != "percent" or pct.value.basis == "annualized" or pct.value.amount is None:
        return None
    return movement if min(_levels(movement)) > 0 else None


def _levels(movement: Movement) -> list[Fraction]:
    return [_level(movement.operands[role]) for role in LEVELS]


def _may_begin_a_range(movement: Movement) -> bool:
    """Tell whether the percentage is so great beside a level that they may be a range: "rise 2 to 4 percent"."""
    return Fraction(movement.operands["pct"].value.amount or 0) > _MOST * min(_levels(movement))


def _level(operand: Operand) -> Fraction:
    """Return the percentage that a level is; 0 for any other, and for a range."""
    value = operand.value
    is_one = isinstance(value, Percent) and value.unit == "percent" and value.amount is not None
    return Fraction(value.amount or 0) if is_one else Fraction(0)


def _as_points(movement: Movement) -> Judged:
    """Return whether the percentage can be the points between the levels."""
    levels = {role: movement.operands[role] for role in LEVELS}
    points = replace(movement.operands["pct"], role="change")
    return judged({**levels, "change": points}, lambda figures: absolute_change(figures, movement.way))


def _fit_as_printed(movement: Movement) -> tuple[bool, bool]:
    """Tell whether the printed numbers are so many points apart, and whether they are apart by so many percent."""
    exact = {role: Interval.point(_level(movement.operands[role])) for role in LEVELS}
    pct = movement.operands["pct"].typical
    implied = absolute_change(exact, movement.way)["change"], growth(exact, movement.way)["pct"]
    apart, grown = (each is not None and each.overlaps(pct) for each in implied)
    return apart, grown


POINTS = Rule("points", judging(judge, "movement"), about="Two percentages, and the percentage between them.")
