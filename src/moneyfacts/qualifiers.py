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

`above` and `below` leave v itself out, `at_least` and `at_most` keep it; the far end of either is open. The percentages
are of the figure's size. What is nearly a negative figure falls short of it towards zero, and what is nearly zero lies
on either side. `between` qualifies a range, whose two ends are as printed. A range ("$10-15 million") reaches from the
lower end's reading to the upper end's.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Literal, assert_never, get_args

import msgspec

from .interval import Interval
from .records import Reader, Record, a_flag, a_number

Sense = Literal["above", "at_least", "below", "at_most", "nearly", "about", "between"]
SENSES: tuple[Sense, ...] = get_args(Sense)

_TWENTIETH = Fraction(1, 20)
_EIGHTH = Fraction(1, 8)
_TENTH = Fraction(1, 10)
_QUARTER = Fraction(1, 4)


class Precision(Record, frozen=True):
    """How finely a figure was printed: the unit of its last digit, and of its last digit that is not zero.

    "2,000" has a last digit of 1 and a last non-zero digit of 1,000; in "34.3 billion" both are 100 million. Both are
    positive, and in "0.0", where no digit is other than zero, they are the same. `word` marks a factor said in a word
    ("doubled", "half"), which nobody means to the digit.
    """

    digit: Decimal | Fraction
    nonzero: Decimal | Fraction
    word: bool = False

    _readers: ClassVar[Mapping[str, Reader]] = {"digit": a_number, "nonzero": a_number, "word": a_flag}


class Readings(msgspec.Struct, frozen=True, gc=False):
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
    match sense:
        case None | "between" if precision.word:
            plausible = Interval.around(v, size * _EIGHTH)
            return Readings(Interval.around(v, size * _TWENTIETH), plausible, plausible)
        case None | "between":
            typical = Interval.around(v, half)
            return Readings(typical, Interval.around(v, max(2 * half, unit / 2)), typical)
        case "about":
            share = _EIGHTH if precision.word else _TWENTIETH
            plausible = Interval.around(v, max(unit / 2, size * share))
            return Readings(Interval.around(v, max(half, size * _TWENTIETH)), plausible, plausible)
        case "nearly" if v == 0:
            return Readings(Interval.around(v, half), Interval.around(v, unit), Interval.everything())
        case "nearly":
            margins = (max(unit / 10, size * _TWENTIETH), max(unit, size * _TENTH), None)
            short = (Interval(None if gap is None else size - gap, size, gap is None, True) for gap in margins)
            return Readings(*(short if v > 0 else (-each for each in short)))
        case "above" | "at_least":
            tops = (v + unit, v + max(unit, size * _QUARTER), None)
            return Readings(*(Interval(v, top, sense == "above", True) for top in tops))
        case "below" | "at_most":
            bottoms = (v - unit, v - max(unit, size * _QUARTER), None)
            return Readings(*(Interval(bottom, v, True, sense == "below") for bottom in bottoms))
        case _:
            assert_never(sense)


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
    if Fraction(low) > Fraction(high):
        first, last = last, first
    return Readings(
        _from_to(first.typical, last.typical),
        _from_to(first.plausible, last.plausible),
        _from_to(first.bounds, last.bounds),
    )


def _from_to(first: Interval, last: Interval) -> Interval:
    return Interval(first.low, last.high, first.low_open, last.high_open)
