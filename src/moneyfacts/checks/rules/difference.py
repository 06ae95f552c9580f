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

from ...identities.levels import absolute_change
from ...identities.shares import difference
from ...link import Link
from ...model.facts import Fact
from ...model.findings import Finding
from ...model.values import Change, Count, Percent
from ..movement import movement_of
from ..operand import Operand, points_of
from ..rule import Rule
from ..run import judging
from ..verdict import comparison, in_other_currencies, is_bare, judged, unit_of
from ..wording import amount, fits, quoted, signed

_POINTS = frozenset({"percentage_point", "basis_point"})
_POINT = Percent(unit="percentage_point")


def judge(link: Link) -> Finding | None:
    """Return whether a difference, or points between two levels, can be that of its figures."""
    if link.relation == "difference":
        return _of_two(link)
    return _in_points(link) if _is_in_points(link) else None


def _is_in_points(link: Link) -> bool:
    pct = link.get("pct")
    return pct is not None and isinstance(pct.value, Change) and pct.value.unit in _POINTS


def _of_two(link: Link) -> Finding | None:
    facts = [fact for role in ("minuend", "subtrahend", "result") if (fact := link.get(role))]
    if len(facts) < 3:
        return None
    minuend, subtrahend, result = facts
    of_shares = _is_percentage(minuend) and _is_percentage(subtrahend)
    points = points_of(result, "result") if of_shares else None
    more, less = Operand.of("minuend", minuend), Operand.of("subtrahend", subtrahend)
    rest = points or Operand.of("result", result)
    if more is None or less is None or rest is None:
        return None
    values = [each.value for each in ((more, less) if points else (more, less, rest))]
    compared = comparison(values)
    if compared == "currencies":
        return in_other_currencies("difference", (more, less, rest))
    if compared == "different":
        return None
    found = judged({"minuend": more, "subtrahend": less, "result": rest}, difference)
    left = amount(found.follows("result"), _POINT if points else unit_of(values))
    is_so = f"{quoted(minuend)} less {quoted(subtrahend)} is {left}"
    return found.finding("difference", f"{is_so}, {fits(found.verdict, quoted(result))}")


def _in_points(link: Link) -> Finding | None:
    movement = movement_of(link, "difference")
    if movement is None or not isinstance(movement.like, Percent | Change):
        return None
    points = points_of(movement.operands["pct"].fact)
    movement = movement.without("pct")
    if points is None or any(not _is_percentage(each.fact) for each in movement.operands.values()):
        return None
    movement = movement._replace(operands={**movement.operands, "change": points})
    found = movement.judged(absolute_change)
    implied = found.implied.get("change")
    if movement.levels < 2 or implied is None:
        return movement.undecided("difference", found)
    prior, current, change = movement.quoted("prior", "current", "change")
    is_so = f"from {prior} to {current} is {signed(implied, _POINT, movement.way)}"
    return found.finding("difference", f"{is_so}, {fits(found.verdict, change)}")


def _is_percentage(fact: Fact) -> bool:
    value = fact.value
    if isinstance(value, Percent | Change):
        return value.unit == "percent"
    return isinstance(value, Count) and is_bare(value)


DIFFERENCE = Rule("difference", judging(judge, "difference", "movement"), about="What one figure is more than another.")
