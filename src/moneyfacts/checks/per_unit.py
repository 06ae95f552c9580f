"""Per unit: a price for each, how many, and what they come to.

    price x count = total

"Sold 20 million shares at $25 each, raising $500 million": the true price lies in [24.5, 25.5], the count in [19.5,
20.5] million, so the total in [477.75, 522.75] million. A price may be a range ("between $3.34 and $3.35 a share"), a
count a length of time ("$62.4 billion in five years, or $12.5 billion a year").

Amounts in two currencies are undecided. Nothing is said where a figure is negative.

Source: the definition of a price; the intervals are those of `moneyfacts.qualifiers`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding
from ..link import Link
from ..proportions import product
from ..values import Money
from .judge import judged, shown
from .rule import Rule, Scene
from .wording import amount, fits, quoted


def find(scene: Scene) -> Iterator[Finding]:
    """Yield whether each total is what so many come to at their price."""
    for link in scene.links:
        if link.relation == "per_unit" and (finding := _judge(link)):
            yield finding


def _judge(link: Link) -> Finding | None:
    facts = {role: fact for role, fact in link.roles if fact.readings is not None}
    if len(facts) < 3:
        return None
    price, paid = facts["price"].value, facts["total"].value
    if not isinstance(price, Money) or not isinstance(paid, Money):
        return None
    told = f"{quoted(facts['count'])} at {quoted(facts['price'])}"
    if not {*price.candidates} & {*paid.candidates}:
        message = f"{told} and {quoted(facts['total'])} cannot be compared: they are in different currencies"
        return Finding("per_unit", "undecided", message, shown(link.roles, {}, {}))
    found = judged({role: each for role, fact in facts.items() if (each := fact.readings)}, product)
    implied = found.implied["total"]
    if implied is None or any(each.low is not None and each.low < 0 for each in found.stated.values()):
        return None
    value = amount(implied, Money(currency=paid.currency))
    message = f"{told} come to {value}, {fits(found.verdict, quoted(facts['total']))}"
    return Finding("per_unit", found.verdict, message, shown(link.roles, found.stated, found.implied))


PER_UNIT = Rule("per_unit", find)
