"""Difference: what one figure is more than another, in their own unit; points between two percentages.

    minuend - subtrahend = result        current = prior + points, or prior - points on the way down

"Cut by 25 basis points to 5.25 percent from 5.5 percent": the true levels lie in [5.245, 5.255] and [5.45, 5.55]
percent, so the cut in [0.195, 0.305] points, which holds 0.25. With one level the other is derived. A number without a
unit beside a percentage is one ("to 7.75 percent from eight").

Source: the definition of a difference; a basis point is a hundredth of a percentage point.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from .. import relations
from ..facts import Fact
from ..findings import Finding
from ..interval import Interval
from ..link import Link
from ..proportions import difference
from ..values import Change, Count, Percent, Quantity
from .judge import Judged, comparison, in_percent, is_bare, judged, shown, unit_of
from .movement import movement_of
from .rule import Rule, Scene
from .wording import amount, fits, quoted, signed

_POINTS = frozenset({"percentage_point", "basis_point"})
_POINT = Percent(unit="percentage_point")


def find(scene: Scene) -> Iterator[Finding]:
    """Yield whether each difference is that of its figures."""
    for link in scene.links:
        if link.relation == "difference":
            finding = _of_two(link)
        elif link.relation == "movement" and _is_in_points(link):
            finding = _in_points(link)
        else:
            continue
        if finding is not None:
            yield finding


def _is_in_points(link: Link) -> bool:
    pct = link.get("pct")
    return pct is not None and isinstance(pct.value, Change) and pct.value.unit in _POINTS


def _of_two(link: Link) -> Finding | None:
    more, less, result = (link.get(role) for role in ("minuend", "subtrahend", "result"))
    if more is None or less is None or result is None:
        return None
    values = [fact.value for fact in (more, less, result) if isinstance(fact.value, Quantity)]
    readings = {role: each for role, fact in link.roles if (each := fact.readings)}
    if len(readings) < 3 or comparison(values) != "same":
        return None
    found = judged(readings, difference)
    implied = found.implied["result"]
    if implied is None:
        return None
    is_so = f"{quoted(more)} less {quoted(less)} is {amount(implied, unit_of(values))}"
    message = f"{is_so}, {fits(found.verdict, quoted(result))}"
    return Finding("difference", found.verdict, message, shown(link.roles, found.stated, found.implied))


def _in_points(link: Link) -> Finding | None:
    movement = movement_of(link, "difference")
    if movement is None or not isinstance(movement.like, Percent | Change):
        return None
    pct = movement.facts["pct"]
    rate = in_percent(pct)
    if rate is None or any(not _is_percentage(movement.facts[role]) for role in movement.facts if role != "pct"):
        return None
    readings = {("change" if role == "pct" else role): each for role, each in movement.readings.items()}
    readings["change"] = rate[0]
    found = judged(readings, partial(relations.absolute_change, way=movement.way))
    unit = Interval.point(rate[1])
    points = found.implied.get("change")
    told = Judged(
        found.verdict,
        {
            ("pct" if role == "change" else role): (each / unit if role == "change" else each)
            for role, each in found.stated.items()
        },
        {
            ("pct" if role == "change" else role): (each and each / unit if role == "change" else each)
            for role, each in found.implied.items()
        },
    )
    if movement.levels < 2 or points is None:
        return movement.undecided("difference", told)
    prior, current = movement.facts["prior"], movement.facts["current"]
    is_so = f"from {quoted(prior)} to {quoted(current)} is {signed(points, _POINT, movement.way)}"
    return movement.finding("difference", told, f"{is_so}, {fits(found.verdict, quoted(pct))}")


def _is_percentage(fact: Fact) -> bool:
    value = fact.value
    if isinstance(value, Percent | Change):
        return value.unit == "percent"
    return isinstance(value, Count) and is_bare(value)


DIFFERENCE = Rule("difference", find)
