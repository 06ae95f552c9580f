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
from ..link import Link
from ..proportions import same
from .rule import Rule, Scene
from .terms import Term, judged, pct_of
from .wording import fits, quoted


def find(scene: Scene) -> Iterator[Finding]:
    """Yield whether figures that are said to be one can be."""
    for link in scene.links:
        if link.relation == "repeat" and (finding := _judge(link)):
            yield finding


def _judge(link: Link) -> Finding | None:
    first, again = (_term(role, link.get(role)) for role in ("first", "again"))
    if first is None or again is None:
        return None
    found = judged([first, again], same)
    message = f"{quoted(first.fact)} said again is {quoted(again.fact)}, {fits(found.verdict, quoted(first.fact))}"
    return found.finding("repeat", message)


def _term(role: str, fact: Fact | None) -> Term | None:
    """Return a figure, a share in percent."""
    share = pct_of(fact) if fact is not None else None
    if share is not None:
        return share._replace(role=role)
    return Term.of(role, fact) if fact is not None else None


REPEAT = Rule("repeat", find)
