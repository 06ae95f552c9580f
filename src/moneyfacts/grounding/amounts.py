"""When one print of a figure bears out another: the same value, or a coarser print of it.

Amounts are compared in dimensions: money, percentages (fractions and ratios below one among them), points between
percentages, factors, counts, units of measurement, lengths of time in months or in days.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

from ..identities.time import UNIT_DAYS, UNIT_MONTHS
from ..model.facts import Fact
from ..model.interval import Interval
from ..model.readings import Sense
from ..model.values import Change, Count, Direction, Duration, Measurement, Money, Percent, Quantity, Ratio, Value

Fit = Literal["stated", "rounded"]

TIMES = (*UNIT_DAYS, *UNIT_MONTHS)

_ONE = Fraction(1)
_BASIS_POINT = Fraction(1, 100)
_HUNDRED = Fraction(100)
_TWENTIETH = Fraction(1, 20)
_HUNDREDTH = Fraction(1, 100)
_SPELLED_ZEROS = 1000  # "12,000" is twelve thousand, rounded as such; "120" is not twelve tens

_AT_LEAST: frozenset[Sense] = frozenset({"above", "at_least"})
_AT_MOST: frozenset[Sense] = frozenset({"below", "at_most", "nearly"})


class Scale(NamedTuple):
    """The dimension that a value is compared in, and how much one of its own unit is there."""

    dimension: str
    unit: Fraction = _ONE


class Amount(NamedTuple):
    """A figure as it is compared with others: its ends in its dimension (equal, but for a printed range)."""

    fact: Fact
    dimension: str
    unit: Fraction
    low: Fraction
    high: Fraction
    way: Direction | None

    @property
    def kind(self) -> str:
        """Its dimension, whatever time it is for: a text says it once, or not at all."""
        kind, _, per = self.dimension.partition(" per ")
        return kind if per in TIMES else self.dimension

    @property
    def base(self) -> str:
        """Its dimension, whatever it is for: that of "$1.55 per pound" is money."""
        return self.dimension.partition(" per ")[0]

    @property
    def is_range(self) -> bool:
        """Whether two ends are printed."""
        return self.low != self.high

    @property
    def sense(self) -> Sense | None:
        """How the words before it loosen it."""
        return self.fact.qualifier.sense if self.fact.qualifier else None

    @property
    def digit(self) -> Fraction:
        """The unit of its last printed digit that is not zero, in its dimension."""
        return min(Fraction(each.nonzero) for each in self.fact.precision) * self.unit

    @property
    def typical(self) -> Interval:
        """What a careful writer means by it, in its dimension."""
        readings = self.fact.readings
        assert readings is not None  # an amount has them
        return readings.typical * Interval.point(self.unit)

    @property
    def is_fine(self) -> bool:
        """Whether few other values may be printed so: no more than a twentieth of it."""
        allowed = self.allows
        return allowed.low is not None and allowed.high is not None and allowed.high - allowed.low <= self.size / 20

    @property
    def size(self) -> Fraction:
        """How far from zero it is."""
        return abs(self.low)

    @property
    def reach(self) -> tuple[Fraction, Fraction]:
        """Between which sizes a figure lies that it may be a print of."""
        allowed = self.allows
        low, high = allowed.low, allowed.high
        return min(self.low, self.low if low is None else low), max(self.high, self.high if high is None else high)

    @property
    def allows(self) -> Interval:
        """The values that may be printed so when rounded.

        As many as its typical reading has, but no farther than a tenth of it (whole percentages: a quarter), or than a
        quarter of it where a word says that it is above or below. Zeros at the end of a whole number count as rounded
        away where there are three or more of them ("12,000"), but no farther than 5% of it; of one or two, no farther
        than 1%. A fraction in a word ("more than half") allows what its plausible reading does.
        """
        readings = self.fact.readings
        assert readings is not None  # an amount has them
        scale = Interval.point(self.unit)
        precision = self.fact.precision[0]
        if precision.word:
            return readings.loose * scale
        if self.sense is not None:
            return _no_farther(readings.typical * scale, self.low, self.size / 4)
        digit, nonzero = Fraction(precision.digit) * self.unit, Fraction(precision.nonzero) * self.unit
        share = _TWENTIETH if nonzero >= digit * _SPELLED_ZEROS else _HUNDREDTH
        rounding = max(digit / 2, min(nonzero / 2, self.size * share))
        if self.dimension == "percent":
            return Interval.around(self.low, rounding if precision.digit < 1 else min(rounding, self.size / 4))
        return Interval.around(self.low, min(rounding, self.size / 10))


def _no_farther(values: Interval, middle: Fraction, reach: Fraction) -> Interval:
    """Return the values that are within reach of the middle."""
    return values.intersection(Interval.around(middle, reach)) or values


def amount_of(fact: Fact) -> Amount | None:
    """Return a fact as it is compared, None for dates."""
    value = fact.value
    if not isinstance(value, Quantity) or not fact.precision:
        return None
    scale = scale_of(value)
    low, high = (value.low, value.high) if value.amount is None else (value.amount, value.amount)
    if low is None or high is None:
        return None
    first = Fraction(low) if scale.unit is _ONE else Fraction(low) * scale.unit
    last = first if high is low else Fraction(high) * scale.unit
    way = value.direction if isinstance(value, Change) else None
    if first is not last and first > last:
        first, last = last, first
    return Amount(fact, scale.dimension, scale.unit, first, last, way)


def scale_of(value: Value) -> Scale:
    """Return the dimension of a value, and its unit in it.

    >>> scale_of(Percent(amount=Fraction(5), unit="basis_point")), scale_of(Duration(amount=Fraction(2), unit="year"))
    (Scale(dimension='points', unit=Fraction(1, 100)), Scale(dimension='months', unit=Fraction(12, 1)))
    """
    match value:
        case Money(per=per) | Change(candidates=(_, *_), per=per):
            return _per("money", per)
        case Percent(unit=unit) | Change(unit="percent" | "percentage_point" | "basis_point" as unit):
            return _PERCENTAGES[unit]
        case Change(unit="multiple"):
            return _FACTOR
        case Ratio(amount=amount):
            return _FACTOR if amount is not None and amount > 1 else _FRACTION
        case Count(per=per) | Change(unit="count", per=per):
            return _per("count", per)
        case Duration(unit=unit):
            return Scale("months", UNIT_MONTHS[unit]) if unit in UNIT_MONTHS else Scale("days", UNIT_DAYS[unit])
        case Measurement(unit=unit) | Change(unit=unit):
            return _per(unit, None)
    return Scale(value.kind)


_PERCENTAGES = {
    "percent": Scale("percent"),
    "percentage_point": Scale("points"),
    "basis_point": Scale("points", _BASIS_POINT),
}
_FACTOR = Scale("factor")
_FRACTION = Scale("percent", _HUNDRED)


@lru_cache(maxsize=256)
def _per(dimension: str, per: str | None) -> Scale:
    return Scale(f"{dimension} per {per}" if per else dimension)


def same_unit(first: Value, second: Value) -> bool:
    """Tell whether two values of one dimension may be in one unit: currencies that exclude each other are not."""
    mine, others = getattr(first, "candidates", ()), getattr(second, "candidates", ())
    return not (mine or others) or not set(mine).isdisjoint(others)


def are_in_one_unit(first: Amount, second: Amount) -> bool:
    """Tell whether two amounts are in one currency, where they are money, so that they may be added."""
    mine, other = first.fact.value, second.fact.value
    return not isinstance(mine, Money) or not isinstance(other, Money) or mine.currency == other.currency


def fits(claim: Amount, source: Amount, allowed: Interval | None = None) -> Fit | None:
    """Return whether a figure of a source supports one of a claim, dimension and unit being the same.

    The same value is `stated`, whatever loosens either, unless they are loosened in opposite directions; a claim that
    is coarser than the source and allows its value is `rounded`. Movements in opposite directions are neither.
    `allowed` is what the claim allows, where somebody has worked it out.
    """
    if {claim.way, source.way} == {"up", "down"}:
        return None
    if (claim.low, claim.high) == (source.low, source.high):
        opposite = (claim.sense in _AT_LEAST and source.sense in _AT_MOST) or (
            claim.sense in _AT_MOST and source.sense in _AT_LEAST
        )
        return None if opposite else "stated"
    if source.is_range and not claim.is_range:
        end = source.high if claim.sense in _AT_MOST else source.low if claim.sense in _AT_LEAST else None
        if end == claim.low:
            return "rounded"
    if claim.is_range:
        if not source.is_range:
            return "rounded" if claim.low <= source.low <= claim.high else None
        half = claim.digit / 2
        return "rounded" if abs(claim.low - source.low) <= half and abs(claim.high - source.high) <= half else None
    if claim.digit < source.digit and not claim.fact.precision[0].word:
        return None  # finer than its source
    allowed = allowed or claim.allows
    return "rounded" if source.low in allowed and source.high in allowed else None
