"""What identities share: figures by role, what they imply for each other, and the steps of arithmetic between them.

An identity is a function: it takes the intervals that its figures allow, by role, and gives back the interval that the
others imply for each, by role: all its values, and no others, that leave the identity a solution; None where those
contradict each other already. Where a role is missing it is implied, too, as far as it follows. Figures hold together
where each meets what the others imply for it (`holds`). What the words add ("up", the years) follows the figures.

Each figure appears once in each formula, or the intervals would come out too wide. Where an identity is one equation
its figures hold together as soon as any of them meets what is implied for it. The only intervals wider than they need
be are quotients by what may be zero on either side; those never miss a solution.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from operator import mul
from typing import Literal

from ..model.interval import Interval

Figures = Mapping[str, Interval]
Implied = Mapping[str, Interval | None]
"""What follows for each role from the others; None where those contradict each other already."""
Way = Literal["up", "down"]
Formula = tuple[str, Callable[[Interval, Interval], Interval], str, str]
"""A role, and what it is of two others: an operation on them."""

SIGN: Mapping[Way, int] = {"up": 1, "down": -1}
NOT_NEGATIVE = Interval(Fraction(0), None, False, True)

_ZERO = Interval.point(0)


def holds(figures: Figures, implied: Implied) -> bool:
    """Tell whether each figure meets what the others imply for it.

    >>> figures = {"prior": Interval.point(2), "current": Interval.point(3)}
    >>> holds(figures, {"current": Interval.around(3, 1)}), holds(figures, {"prior": None})
    (True, False)
    """
    for role, stated in figures.items():
        if role in implied:
            following = implied[role]
            if following is None or not stated.overlaps(following):
                return False
    return True


def solved(figures: Figures, formulas: tuple[Formula, ...]) -> dict[str, Interval]:
    """Return what formulas imply for each role whose two others are there."""
    return {
        role: operation(figures[one], figures[other])
        for role, operation, one, other in formulas
        if one in figures and other in figures
    }


def factors(first: str, second: str, product: str) -> tuple[Formula, ...]:
    """Return the formulas of two roles whose product is a third."""
    return (first, over, product, second), (second, over, product, first), (product, mul, first, second)


def unsigned(magnitude: Interval) -> Interval:
    """Return what a figure without a sign may be: a print near zero never means the other direction."""
    if magnitude.low is not None and magnitude.low.numerator >= 0:
        return magnitude
    return magnitude.intersection(NOT_NEGATIVE) or magnitude


def affine(interval: Interval, factor: Fraction | int, offset: int = 0) -> Interval:
    """Return factor x interval + offset; the factor is not zero."""
    top, bottom = factor.as_integer_ratio()
    low, high = (_moved(end, top, bottom, offset) for end in (interval.low, interval.high))
    if top > 0:
        return Interval(low, high, interval.low_open, interval.high_open)
    return Interval(high, low, interval.high_open, interval.low_open)


def _moved(end: Fraction | None, top: int, bottom: int, offset: int) -> Fraction | None:
    """Return end x top / bottom + offset: in integers, so that it is put in lowest terms once."""
    if end is None:
        return None
    over_all = end.denominator * bottom
    return Fraction(end.numerator * top + offset * over_all, over_all)


def over(dividend: Interval, divisor: Interval) -> Interval:
    """Return all factors that make some value of the divisor one of the dividend: any, where both may be zero."""
    if divisor.low is not None and divisor.low.numerator > 0:
        return dividend / divisor
    if divisor == _ZERO or (0 in divisor and 0 in dividend):
        return Interval.everything()
    return dividend / divisor
