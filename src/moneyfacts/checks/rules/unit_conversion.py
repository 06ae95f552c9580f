"""Unit conversion: a quantity and the same in another unit, mostly in brackets; a price and the same per another unit.

    equivalent = amount x factor

"100 kilometers (60 miles)": the true distance lies in [99.5, 100.5] kilometers, which is 61.83 to 62.45 miles, and the
bracket in [59.5, 60.5]. Printed to the ten it may be [55, 65], which newsrooms get away with: it fits only loosely. 90
miles would conflict. "$19.74 a barrel (47 cents a gallon)": a barrel of oil has 42 gallons, so the price is 46.99 to
47.01 cents a gallon: it agrees.

Either figure may be the one that was converted, so both are taken in their readings: `agrees` in the typical ones;
`strained` in the plausible ones, but no more than 25% beyond the typical ones, or "100" could be 50 to 150. The factor
is exact, and gets no tolerance. Nothing is said of units that do not convert into each other, nor of prices in
currencies that exclude each other.

Source: the definitions of the units, as pint has them, in exact rationals; a barrel is one of oil, an ounce one of troy
where it is a price's.
"""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from ...identities import levels as relations
from ...link import Link
from ...measure import factor
from ...model.facts import Fact
from ...model.findings import Finding
from ...model.interval import Interval
from ...model.values import Measurement, Money
from ..operand import Term
from ..rule import Rule
from ..run import judging
from ..verdict import judged, shown
from ..wording import amount, fits, quoted

REACH = Fraction(25, 100)

_REACH = Interval(1 - REACH, 1 + REACH)


def judge(link: Link) -> Finding | None:
    """Return whether two quantities can be one, None where their units do not convert into each other."""
    one, other = link.get("amount"), link.get("equivalent")
    if link.relation != "conversion" or one is None or other is None:
        return None
    terms = [_term("amount", one), _term("equivalent", other)]
    readings = {term.role: term for term in terms if term is not None}
    times = _factor(one.value, other.value)
    if times is None or len(readings) < 2:
        return None
    rate = Interval.point(times)
    found = judged(readings, lambda figures: relations.conversion({**figures, "rate": rate}))
    like = replace(readings["equivalent"].value, low=None, high=None)
    is_so = f"{quoted(one)} is {amount(readings['amount'].typical * rate, like)}"
    message = f"{is_so}, {fits(found.verdict, quoted(other))}"
    return Finding("unit_conversion", found.verdict, message, shown(link.roles, found.stated, found.implied))


def _term(role: str, fact: Fact) -> Term | None:
    """Return a figure that newsrooms may round, but not by any amount."""
    term = Term.of(role, fact)
    return term and term._replace(loose=term.loose.intersection(term.typical * _REACH) or term.typical)


def _factor(one: object, other: object) -> Fraction | None:
    """Return how many of the second unit one of the first is, None where neither says the other again."""
    if isinstance(one, Measurement) and isinstance(other, Measurement):
        return factor(one.unit, other.unit)
    if isinstance(one, Money) and isinstance(other, Money) and one.per and other.per and one.per != other.per:
        return factor(other.per, one.per) if {*one.candidates} & {*other.candidates} else None
    return None


UNIT_CONVERSION = Rule("unit_conversion", judging(judge))
