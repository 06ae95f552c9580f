"""Difference: what one figure is more than another, in their own unit; points between two percentages.

    minuend - subtrahend = result        current = prior + points, or prior - points on the way down

"Cut by 25 basis points to 5.25 percent from 5.5 percent": the true levels lie in [5.245, 5.255] and [5.45, 5.55]
percent, so the cut in [0.195, 0.305] points, which holds 0.25. With one level the other is derived. A number without a
unit beside a percentage is one ("to 7.75 percent from eight").

"Exports of $112 billion and imports of $85 billion, a surplus of $27 billion": the true figures lie half a billion on
either side, so the surplus in [26, 28] billion: it agrees. Points are the difference of two percentages. Amounts in
different currencies are undecided; nothing is said of unlike things.

Source: the definition of a difference; a basis point is a hundredth of a percentage point.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TypeVar

from ...identities import levels as relations
from ...identities.shares import difference
from ...link import Link
from ...model.facts import Fact
from ...model.findings import Finding
from ...model.interval import Interval
from ...model.values import Change, Count, Percent
from ..movement import movement_of
from ..operand import Term, in_other_currencies, points_of
from ..operand import judged as terms_judged
from ..rule import Rule
from ..run import judging
from ..verdict import Judged, comparison, is_bare, judged, unit_of
from ..wording import amount, fits, quoted, signed

T = TypeVar("T", Interval, Interval | None)
_POINTS = frozenset({"percentage_point", "basis_point"})
_POINT = Percent(unit="percentage_point")


def judge(link: Link) -> Finding | None:
    """Return whether a difference, or points between two levels, can be that of its figures."""
    if link.relation == "difference":
        return _of_two(link)
    return _in_points(link) if link.relation == "movement" and _is_in_points(link) else None


def _is_in_points(link: Link) -> bool:
    pct = link.get("pct")
    return pct is not None and isinstance(pct.value, Change) and pct.value.unit in _POINTS


def _of_two(link: Link) -> Finding | None:
    minuend, subtrahend, result = (link.get(role) for role in ("minuend", "subtrahend", "result"))
    if minuend is None or subtrahend is None or result is None:
        return None
    of_shares = _is_percentage(minuend) and _is_percentage(subtrahend)
    points = points_of(result) if of_shares else None
    terms = (Term.of("minuend", minuend), Term.of("subtrahend", subtrahend), points or Term.of("result", result))
    more, less, rest = terms
    if more is None or less is None or rest is None:
        return None
    rest = rest._replace(role="result")
    values = [term.value for term in ((more, less) if points else (more, less, rest))]
    compared = comparison(values)
    if compared == "currencies":
        return in_other_currencies("difference", (more, less, rest), (more, less, rest))
    if compared == "different":
        return None
    found = terms_judged((more, less, rest), difference)
    left = amount(more.typical - less.typical, _POINT if points else unit_of(values))
    is_so = f"{quoted(minuend)} less {quoted(subtrahend)} is {left}"
    return found.finding("difference", f"{is_so}, {fits(found.verdict, quoted(result))}")


def _in_points(link: Link) -> Finding | None:
    movement = movement_of(link, "difference")
    if movement is None or not isinstance(movement.like, Percent | Change):
        return None
    pct = movement.facts["pct"]
    points = points_of(pct)
    if points is None or any(not _is_percentage(fact) for role, fact in movement.facts.items() if role != "pct"):
        return None
    levels = {role: each for role, each in movement.readings.items() if role != "pct"}
    found = judged({**levels, "change": points}, partial(relations.absolute_change, way=movement.way))
    told = Judged(found.verdict, _in_own_unit(found.stated, points), _in_own_unit(found.implied, points))
    implied = found.implied.get("change")
    if movement.levels < 2 or implied is None:
        return movement.undecided("difference", told)
    prior, current = movement.facts["prior"], movement.facts["current"]
    is_so = f"from {quoted(prior)} to {quoted(current)} is {signed(implied, _POINT, movement.way)}"
    return movement.finding("difference", told, f"{is_so}, {fits(found.verdict, quoted(pct))}")


def _in_own_unit(ranges: Mapping[str, T], points: Term) -> dict[str, T]:
    """Return the ranges of a movement with the change under its own role and in its own unit."""
    own = Interval.point(1 / points.unit)
    named = {role: each for role, each in ranges.items() if role not in ("change", "pct")}
    if (change := ranges.get("change")) is not None:
        named["pct"] = change * own
    return named


def _is_percentage(fact: Fact) -> bool:
    value = fact.value
    if isinstance(value, Percent | Change):
        return value.unit == "percent"
    return isinstance(value, Count) and is_bare(value)


DIFFERENCE = Rule("difference", judging(judge))
