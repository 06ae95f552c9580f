"""Sum: figures that make up a total, or percentages that make up all.

    item + item + ... = total        or, without a total, pct + pct + ... = 100

"The 135 orders, including 35 of the old model and 100 of the new": 35 and 100 make 135. "64 percent from steel, 28 from
energy and 8 from the rest": the true percentages lie in [63.5, 64.5], [27.5, 28.5] and [7.5, 8.5], so their sum in
[98.5, 101.5], which holds 100. Nothing is said of figures in unlike units.

Source: the definition of a sum; the intervals are those of `moneyfacts.qualifiers`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding, Verdict
from ..interval import Interval
from ..link import Link
from ..proportions import total
from ..qualifiers import Readings
from ..values import Quantity
from .judge import comparison, part, unit_of
from .rule import Rule, Scene
from .wording import amount, quoted

_ALL = Interval.point(100)
_SO: dict[Verdict, str] = {"agrees": "which fits {}", "strained": "which fits {} only loosely", "conflicts": "not {}"}


def find(scene: Scene) -> Iterator[Finding]:
    """Yield whether items make up what the text says they do."""
    for link in scene.links:
        if link.relation == "sum" and (finding := _judge(link)):
            yield finding


def _judge(link: Link) -> Finding | None:
    whole, items = link.get("total"), link.all("item")
    facts = [*items, *([whole] if whole else [])]
    values = [fact.value for fact in facts if isinstance(fact.value, Quantity)]
    readings = [found for fact in facts if (found := fact.readings) is not None]
    if len(readings) < len(facts) or comparison(values) != "same":
        return None
    typical, loose = _all(readings, "typical", len(items)), _all(readings, "plausible", len(items))
    together, follows = total(*typical)
    verdict: Verdict = "agrees"
    if not typical[1].meets(together):
        verdict = "strained" if loose[1].meets(total(*loose)[0]) else "conflicts"
    told = ", ".join(quoted(fact) for fact in items)
    unit = unit_of(values)
    message = f"{told} make {amount(together, unit)}, {_SO[verdict].format(quoted(whole) if whole else '100%')}"
    parts = [part("item", *each) for each in zip(items, typical[0], follows, strict=True)]
    if whole:
        parts.append(part("total", whole, typical[1], together))
    return Finding("sum", verdict, message, tuple(sorted(parts, key=lambda each: each.start)))


def _all(readings: list[Readings], name: str, items: int) -> tuple[list[Interval], Interval]:
    """Return one reading of the items, and of the total."""
    ranges: list[Interval] = [getattr(each, name) for each in readings]
    return ranges[:items], ranges[items] if len(ranges) > items else _ALL


SUM = Rule("sum", find)
