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

from ...identities.shares import conversion
from ...link import Link
from ...measure import factor
from ...model.findings import Finding
from ...model.interval import Interval
from ...model.values import Measurement, Money
from ..operand import Operand, as_printed
from ..rule import Rule
from ..run import judging
from ..verdict import judged
from ..wording import amount, fits, quoted

REACH = Fraction(25, 100)

_REACH = Interval(1 - REACH, 1 + REACH)


def judge(link: Link) -> Finding | None:
    """Return whether two quantities can be one, None where their units do not convert into each other."""
    one, other = link.get("amount"), link.get("equivalent")
    if one is None or other is None:
        return None
    times = _factor(one.value, other.value)
    printed, restated = (
        Operand.of(role, fact, stretch=_near) for role, fact in (("amount", one), ("equivalent", other))
    )
    if times is None or printed is None or restated is None:
        return None
    rate = Interval.point(times)
    found = judged({"amount": printed, "equivalent": restated}, lambda figures: conversion({**figures, "rate": rate}))
    like = replace(restated.value, low=None, high=None)
    is_so = f"{quoted(one)} is {amount(found.follows('equivalent'), like)}"
    return found.finding("unit_conversion", f"{is_so}, {fits(found.verdict, quoted(other))}")


def _near(operand: Operand) -> Interval:
    """Return what newsrooms may round a figure to: not by any amount."""
    return as_printed(operand).intersection(operand.typical * _REACH) or operand.typical


def _factor(one: object, other: object) -> Fraction | None:
    """Return how many of the second unit one of the first is, None where neither says the other again."""
    if isinstance(one, Measurement) and isinstance(other, Measurement):
        return factor(one.unit, other.unit)
    if isinstance(one, Money) and isinstance(other, Money) and one.per and other.per and one.per != other.per:
        return factor(other.per, one.per) if {*one.candidates} & {*other.candidates} else None
    return None


UNIT_CONVERSION = Rule(
    "unit_conversion", judging(judge, "conversion"), about="A quantity and the same quantity in another unit."
)
