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
on either side. `between` qualifies a range, whose two ends are as printed. A range ("$10-15 million")
reaches from the lower end's reading to the upper end's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Literal, assert_never, get_args

import msgspec

from .interval import Interval
from .records import Reader, Record, a_flag, a_number

Sense = Literal["above", "at_least", "below", "at_most", "nearly", "about", "between"]
SENSES: tuple[Sense, ...] = get_args(Sense)

_MIRRORED: dict[Sense, Sense] = {"above": "below", "below": "above", "at_least": "at_most", "at_most": "at_least"}
_HALF = Fraction(1, 2)
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
    """The three ranges of true values that the print of a figure allows, each derived when it is asked for.

    `low` and `high` are the two ends of a printed range, one and the same figure where there is no range.
    """

    low: Fraction
    high: Fraction
    precision: tuple[Precision, Precision]
    sense: Sense | None = None

    @property
    def loose(self) -> Interval:
        """The loosest range used in comparisons.

        For a qualified factor or fraction in a word it also includes what is within 12.5%, on either side: 2.04 times
        is printed as "nearly doubled", and 33.2% as "more than a third". Otherwise it is `plausible`.
        """
        if not self.precision[0].word or self.sense is None:
            return self.plausible
        return self.plausible.hull(Interval.around(self.low, abs(self.low) * _EIGHTH))

    @property
    def typical(self) -> Interval:
        """The true values that a careful writer means."""
        return self._over(_typical)

    @property
    def plausible(self) -> Interval:
        """The true values that newsrooms get away with printing so."""
        return self._over(_plausible)

    @property
    def bounds(self) -> Interval:
        """The true values that the words guarantee."""
        return self._over(_bounds)

    def negated(self) -> Readings:
        """Return the readings of the same size below zero: a loss of more than 5 is less than -5."""
        low = -self.low
        high = low if self.high is self.low else -self.high
        return Readings(low, high, self.precision, _MIRRORED.get(self.sense, self.sense) if self.sense else None)

    def _over(self, reading: Callable[[Fraction, Precision, Sense | None], Interval]) -> Interval:
        first = reading(self.low, self.precision[0], self.sense)
        if self.high is self.low:
            return first
        last = reading(self.high, self.precision[1], self.sense)
        if self.low > self.high:
            first, last = last, first
        return Interval(first.low, last.high, first.low_open, last.high_open)


def readings(value: Decimal | Fraction, precision: Precision, sense: Sense | None = None) -> Readings:
    """Return what `value`, printed with `precision` and qualified by `sense`, may truly be.

    >>> ten = Precision(Decimal(1), Decimal(10))
    >>> found = readings(Decimal(350), ten, "above")
    >>> str(found.typical), str(found.plausible), str(found.bounds)
    ('(350, 360)', '(350, 437.5)', '(350, inf)')
    """
    exactly = Fraction(value)
    return Readings(exactly, exactly, (precision, precision), sense)


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
    return Readings(Fraction(low), Fraction(high), precisions, sense)


def _typical(v: Fraction, precision: Precision, sense: Sense | None) -> Interval:
    match sense:
        case None | "between":
            return Interval.around(v, abs(v) * _TWENTIETH if precision.word else Fraction(precision.digit) * _HALF)
        case "about":
            return Interval.around(v, max(Fraction(precision.digit) * _HALF, abs(v) * _TWENTIETH))
        case "nearly" if v == 0:
            return Interval.around(v, Fraction(precision.digit) * _HALF)
        case "nearly":
            return _short_of(v, max(Fraction(precision.nonzero) * _TENTH, abs(v) * _TWENTIETH))
        case _:
            return _beyond(v, Fraction(precision.nonzero), sense)


def _plausible(v: Fraction, precision: Precision, sense: Sense | None) -> Interval:
    unit = Fraction(precision.nonzero)
    match sense:
        case None | "between" if precision.word:
            return Interval.around(v, abs(v) * _EIGHTH)
        case None | "between":
            return Interval.around(v, max(Fraction(precision.digit), unit * _HALF))
        case "about":
            return Interval.around(v, max(unit * _HALF, abs(v) * (_EIGHTH if precision.word else _TWENTIETH)))
        case "nearly" if v == 0:
            return Interval.around(v, unit)
        case "nearly":
            return _short_of(v, max(unit, abs(v) * _TENTH))
        case _:
            return _beyond(v, max(unit, abs(v) * _QUARTER), sense)


def _bounds(v: Fraction, precision: Precision, sense: Sense | None) -> Interval:
    match sense:
        case None | "between" if not precision.word:
            return _typical(v, precision, sense)
        case None | "between" | "about":
            return _plausible(v, precision, sense)
        case "nearly" if v == 0:
            return Interval.everything()
        case "nearly":
            return _short_of(v, None)
        case _:
            return _beyond(v, None, sense)


def _short_of(v: Fraction, gap: Fraction | None) -> Interval:
    """Return what is nearly v: from `gap` nearer to zero up to v, which is left out."""
    short = Interval(None if gap is None else abs(v) - gap, abs(v), gap is None, True)
    return short if v > 0 else -short


def _beyond(v: Fraction, reach: Fraction | None, sense: Literal["above", "at_least", "below", "at_most"]) -> Interval:
    """Return what is above or below v, as far as `reach`, None for no end."""
    match sense:
        case "above" | "at_least":
            return Interval(v, None if reach is None else v + reach, sense == "above", True)
        case "below" | "at_most":
            return Interval(None if reach is None else v - reach, v, True, sense == "below")
        case _:
            assert_never(sense)
