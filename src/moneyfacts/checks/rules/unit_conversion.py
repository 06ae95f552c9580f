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
from functools import partial

from msgspec.structs import replace

from ...identities.figures import Figures, Implied
from ...identities.shares import conversion
from ...link import Link
from ...measure import factor
from ...model.findings import VERDICTS, Finding
from ...model.interval import Interval
from ...model.values import Measurement, Money
from ..operand import Operand, as_printed
from ..rule import Rule
from ..run import judging
from ..verdict import judged
from ..wording import amount, fits, quoted

REACH = Fraction(25, 100)

_ONE = Fraction(1)
_SHORT_TON = Fraction("907.18474")
NAMESAKES: dict[str, tuple[Fraction, ...]] = {
    "ounce": (Fraction("28.349523125") / Fraction("31.1034768"),),  # of anything but gold
    "ton": (1000 / _SHORT_TON, Fraction("1016.0469088") / _SHORT_TON),  # a tonne, a long ton
    "gallon": (Fraction("4.54609") / Fraction("3.785411784"),),  # the imperial one
    "horsepower": (Fraction("735.49875") / Fraction("745.69987158227022"),),  # the metric one
}
"""Other units of the same name, as they are told without another word: how much of the usual one each is."""

_REACH = Interval(1 - REACH, 1 + REACH)


def judge(link: Link) -> Finding | None:
    """Return whether two quantities can be one, None where their units do not convert into each other."""
    one, other = link.get("amount"), link.get("equivalent")
    if one is None or other is None:
        return None
    if one.qualifier is not None and one.qualifier.sense != "about" and other.qualifier is None:
        one = replace(one, qualifier=None)  # "at least 140 miles (224 km)": it is said of both
    printed, restated = (
        Operand.of(role, fact, stretch=_near) for role, fact in (("amount", one), ("equivalent", other))
    )
    factors = _factors(one.value, other.value)
    if not factors or printed is None or restated is None:
        return None
    operands = {"amount": printed, "equivalent": restated}
    verdicts = [judged(operands, partial(_implied, Interval.point(times))) for times in factors]
    found = max(verdicts, key=lambda each: VERDICTS.index(each.verdict))  # the first of the best
    like = replace(restated.value, low=None, high=None)
    is_so = f"{quoted(one)} is {amount(found.follows('equivalent'), like)}"
    return found.finding("unit_conversion", f"{is_so}, {fits(found.verdict, quoted(other))}")


def _implied(rate: Interval, figures: Figures) -> Implied:
    return conversion({**figures, "rate": rate})


def _near(operand: Operand) -> Interval:
    """Return what newsrooms may round a figure to: not by any amount."""
    return as_printed(operand).intersection(operand.typical * _REACH) or operand.typical


def _factors(one: object, other: object) -> list[Fraction]:
    """Return how many of the second unit one of the first may be; none where neither says the other again."""
    times: Fraction | None = None
    units: tuple[str, ...] = ()
    if isinstance(one, Measurement) and isinstance(other, Measurement):
        times, units = factor(one.unit, other.unit), (one.unit, other.unit)
    elif isinstance(one, Money) and isinstance(other, Money) and one.per and other.per and one.per != other.per:
        units = (other.per, one.per)
        times = factor(*units) if {*one.candidates} & {*other.candidates} else None
    if times is None:
        return []
    firsts, seconds = ((_ONE, *NAMESAKES.get(unit, ())) for unit in units)
    return [times * first / second for first in firsts for second in seconds]


UNIT_CONVERSION = Rule(
    "unit_conversion", judging(judge, "conversion"), about="A quantity and the same quantity in another unit."
)
