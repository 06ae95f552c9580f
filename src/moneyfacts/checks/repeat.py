"""Repeat: one figure, and the same said again in another way.

    first = again

"Less than a quarter, or 24 percent": the true share lies below 25 and in [23.5, 24.5] percent: it agrees. "More than
a third, or 31 percent" conflicts.

Source: the definition of an apposition; the readings are those of `moneyfacts.qualifiers`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..facts import Fact
from ..findings import Finding
from ..interval import Interval
from ..link import Link
from ..proportions import same
from ..qualifiers import Readings
from .judge import in_percent, judged, shown
from .rule import Rule, Scene
from .wording import fits, quoted


def find(scene: Scene) -> Iterator[Finding]:
    """Yield whether figures that are said to be one can be."""
    for link in scene.links:
        if link.relation == "repeat" and (finding := _judge(link)):
            yield finding


def _judge(link: Link) -> Finding | None:
    first, again = link.get("first"), link.get("again")
    if first is None or again is None:
        return None
    one, other = _comparable(first), _comparable(again)
    if one is None or other is None:
        return None
    found = judged({"first": one[0], "again": other[0]}, same)
    units = {"first": one[1], "again": other[1]}
    stated = {role: each / units[role] for role, each in found.stated.items()}
    implied = {role: each and each / units[role] for role, each in found.implied.items()}
    message = f"{quoted(first)} said again is {quoted(again)}, {fits(found.verdict, quoted(first))}"
    return Finding("repeat", found.verdict, message, shown(link.roles, stated, implied))


def _comparable(fact: Fact) -> tuple[Readings, Interval] | None:
    """Return the readings of a figure, a share in percent, and how many of those its own unit is."""
    if rate := in_percent(fact):
        return rate[0], Interval.point(rate[1])
    return (fact.readings, Interval.point(1)) if fact.readings else None


REPEAT = Rule("repeat", find)
