"""Unit conversion: a quantity and the same in another unit, mostly in brackets; a price and the same per another unit.

    equivalent = amount x factor

"About 100 kilometers (60 miles)": 100 kilometers are 62.137 miles. The bracket is printed to the ten, and newsrooms get
away with that: it fits only loosely. "$19.74 a barrel (47 cents a gallon)": a barrel of oil has 42 gallons, so the
price is 47 cents exactly; 74 cents would conflict.

Either figure may be the one that was converted, so both are taken in their readings: `agrees` in the typical ones,
`strained` in the plausible ones. Nothing is said of units that do not convert into each other.

Source: the definitions of the units, as pint has them, in exact rationals; a barrel is one of oil, an ounce one of troy
where it is a price's.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec.structs import replace

from .. import relations
from ..findings import Finding
from ..interval import Interval
from ..link import Link
from ..measure import factor
from ..values import Measurement, Money, Quantity
from .judge import judged, shown
from .rule import Rule, Scene
from .wording import amount, fits, quoted


def find(scene: Scene) -> Iterator[Finding]:
    """Yield whether each converted quantity is what the other one is in its unit."""
    for link in scene.links:
        if link.relation == "conversion" and (finding := _judge(link)):
            yield finding


def _judge(link: Link) -> Finding | None:
    one, other = link.get("amount"), link.get("equivalent")
    if one is None or other is None:
        return None
    readings = {role: each for role, fact in link.roles if (each := fact.readings)}
    times = _factor(one.value, other.value)
    if times is None or len(readings) < 2 or not isinstance(other.value, Quantity):
        return None
    rate = Interval.point(times)
    found = judged(readings, lambda figures: relations.conversion({**figures, "rate": rate}))
    value = found.implied["equivalent"]
    if value is None:
        return None
    like = replace(other.value, low=None, high=None)
    message = f"{quoted(one)} is {amount(value, like)}, {fits(found.verdict, quoted(other))}"
    return Finding("unit_conversion", found.verdict, message, shown(link.roles, found.stated, found.implied))


def _factor(one: object, other: object) -> Fraction | None:
    """Return how many of the second unit one of the first is, None where neither says the other again."""
    if isinstance(one, Measurement) and isinstance(other, Measurement):
        return factor(one.unit, other.unit)
    if isinstance(one, Money) and isinstance(other, Money) and one.per and other.per and one.per != other.per:
        return factor(other.per, one.per) if {*one.candidates} & {*other.candidates} else None
    return None


UNIT_CONVERSION = Rule("unit_conversion", find)
