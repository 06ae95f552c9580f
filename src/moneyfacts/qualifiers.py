"""How much a printed figure leaves open: the three readings of each qualifier, in one table.

Writers, newsrooms and logic differ, so a figure has three ranges of possible true values:

* `typical`: what a careful writer means. An unqualified figure was rounded to its last printed digit (both ends of the
  tie included: how ties were rounded is unknown, as XBRL Calculations 1.1 has it).
* `plausible`: what newsrooms get away with: the last digit truncated instead of rounded, whole numbers rounded to their
  last non-zero digit ("350,000 tons"), "more than" said of anything up to a quarter above.
* `bounds`: what the words guarantee, and no more: "more than 1 billion" has no upper end.

With v the figure, h half the unit of its last printed digit, u the unit of its last non-zero digit:

=================  ===========================  ===============================  ==============
sense              typical                      plausible                        bounds
=================  ===========================  ===============================  ==============
none               [v - h, v + h]               [v - m, v + m], m = max(2h, u/2) as typical
about              v +- max(h, 5%)              v +- max(u/2, 5%)                as plausible
nearly             [v - max(u/10, 5%), v)       [v - max(u, 10%), v)             (-inf, v)
above, at_least    from v to v + u              from v to v + max(u, 25%)        from v to inf
below, at_most     from v - u to v              from v - max(u, 25%) to v        from -inf to v
word factor        v +- 5%                      v +- 12.5%                       as plausible
=================  ===========================  ===============================  ==============

`above` and `below` leave v itself out, `at_least` and `at_most` keep it. Of a negative figure the percentages are of
its size. A range ("$10-15 million") reaches from the lower end's reading to the upper end's.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Literal

import msgspec

from .interval import Interval

Sense = Literal["above", "at_least", "below", "at_most", "nearly", "about", "between"]
SENSES: tuple[Sense, ...] = ("above", "at_least", "below", "at_most", "nearly", "about", "between")

_TWENTIETH = Fraction(1, 20)
_EIGHTH = Fraction(1, 8)
_TENTH = Fraction(1, 10)
_QUARTER = Fraction(1, 4)


class Precision(msgspec.Struct, frozen=True):
    """How finely a figure was printed: the unit of its last digit, and of its last digit that is not zero.

    "2,000" has a last digit of 1 and a last non-zero digit of 1,000; in "34.3 billion" both are 100 million. `word` marks
    a factor said in a word ("doubled", "half"), which nobody means to the digit.
    """

    digit: Decimal | Fraction
    nonzero: Decimal | Fraction
    word: bool = False


class Readings(msgspec.Struct, frozen=True):
    """The three ranges of true values that the print of a figure allows."""

    typical: Interval
    plausible: Interval
    bounds: Interval


def readings(value: Decimal | Fraction, precision: Precision, sense: Sense | None = None) -> Readings:
    """Return what `value`, printed with `precision` and qualified by `sense`, may truly be.

    >>> ten = Precision(Decimal(1), Decimal(10))
    >>> found = readings(Decimal(350), ten, "above")
    >>> str(found.typical), str(found.plausible), str(found.bounds)
    ('(350, 360)', '(350, 437.5)', '(350, inf)')
    """
    v, half, unit = Fraction(value), Fraction(precision.digit) / 2, Fraction(precision.nonzero)
    size = abs(v)
    if sense is None or sense == "between":
        if precision.word:
            typical, plausible = Interval.around(v, size * _TWENTIETH), Interval.around(v, size * _EIGHTH)
            return Readings(typical, plausible, plausible)
        typical = Interval.around(v, half)
        return Readings(typical, Interval.around(v, max(2 * half, unit / 2)), typical)
    if sense == "about":
        typical = Interval.around(v, max(half, size * _TWENTIETH))
        plausible = Interval.around(v, max(unit / 2, size * (_EIGHTH if precision.word else _TWENTIETH)))
        plausible = plausible.hull(typical)
        return Readings(typical, plausible, plausible)
    if sense == "nearly":
        if v < 0:
            mirrored = readings(-value if isinstance(value, Fraction) else value.copy_negate(), precision, sense)
            return Readings(-mirrored.typical, -mirrored.plausible, Interval(v, None, True, True))
        return Readings(
            Interval(v - max(unit / 10, size * _TWENTIETH), v, False, True) if v else Interval.around(v, half),
            Interval(v - max(unit, size * _TENTH), v, False, True) if v else Interval.around(v, unit),
            Interval(None, v, True, True) if v else Interval.everything(),
        )
    closed = sense in ("at_least", "at_most")
    near, far = v + unit, v + max(unit, size * _QUARTER)
    if sense in ("above", "at_least"):
        return Readings(*(Interval(v, high, not closed, True) for high in (near, far, None)))
    near, far = v - unit, v - max(unit, size * _QUARTER)
    return Readings(*(Interval(low, v, True, not closed) for low in (near, far, None)))


def range_readings(
    low: Decimal | Fraction,
    high: Decimal | Fraction,
    precisions: tuple[Precision, Precision],
    sense: Sense | None = None,
) -> Readings:
    """Return what a printed range may truly hold: from the reading of its lower end to that of its upper one.

    >>> one = Precision(Decimal(1), Decimal(1))
    >>> str(range_readings(Decimal(10), Decimal(15), (one, one)).typical)
    '[9.5, 15.5]'
    """
    first, last = readings(low, precisions[0], sense), readings(high, precisions[1], sense)
    return Readings(
        first.typical.hull(last.typical), first.plausible.hull(last.plausible), first.bounds.hull(last.bounds)
    )
