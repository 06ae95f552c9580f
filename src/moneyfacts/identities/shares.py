"""The identities of shares, sums and products, as pure functions on intervals: exact, and free of words and of texts.

Each takes the intervals that its figures allow, and gives back what the others imply for each, in the same order: all
its values, and no others, that leave the identity a solution; None where those contradict each other already. Each is
one equation in which each figure stands once, so that its figures hold together where any of them meets what is implied
for it. Only `one_whole` is several: each of its pairs confines the whole that they share to an interval, and intervals
that meet two by two have a point in common (Helly's theorem in one dimension).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from ..model.interval import Interval
from .levels import over, unsigned
from .time import UNIT_DAYS, UNIT_MONTHS

Terms = tuple[Interval | None, ...]

_NOTHING = Interval.point(0)
_HUNDRED = Interval.point(100)
_PERCENT = Interval.point(Fraction(1, 100))


def share(numerator: Interval, pct: Interval, *denominators: Interval) -> tuple[Interval, ...]:
    """Tie an amount to what it is a share of: numerator = pct / 100 x (denominator + denominator + ...).

    None of them is negative.

    >>> three, quarter = Interval.around(3, 0), Interval.around(25, 5)
    >>> [str(implied) for implied in share(three, quarter, Interval.point(10), Interval.point(2))]
    ['[2.4, 3.6]', '[25, 25]', '[8, 13]', '[0, 5]']
    """
    numerator, rate = unsigned(numerator), unsigned(pct) * _PERCENT
    wholes = [unsigned(each) for each in denominators]
    all_of_them, whole = _sum(wholes), over(numerator, rate)
    parts = (whole - _sum((*wholes[:place], *wholes[place + 1 :])) for place in range(len(wholes)))
    return (all_of_them * rate, over(numerator, all_of_them) * _HUNDRED, *parts)


def whole_of(numerator: Interval, pct: Interval) -> Interval:
    """Return the whole of which an amount is a share: numerator / (pct / 100); neither is negative.

    >>> str(whole_of(Interval.point(3), Interval.around(25, 5)))
    '[10, 15]'
    """
    return over(unsigned(numerator), unsigned(pct) * _PERCENT)


def one_whole(*pairs: Interval) -> Terms:
    """Tie shares of one whole that is not stated: numerator / pct is the same for each pair of a numerator and a pct.

    >>> ten, twenty = Interval.point(10), Interval.point(20)
    >>> [str(implied) for implied in one_whole(ten, Interval.point(5), twenty, Interval.around(11, 1))]
    ['[25/3, 10]', '[5, 6]', '[20, 24]', '[10, 10]']
    """
    found = list(zip(pairs[::2], pairs[1::2], strict=True))
    wholes = [whole_of(*pair) for pair in found]
    implied: list[Interval | None] = []
    for place, (numerator, pct) in enumerate(found):
        whole = _common((*wholes[:place], *wholes[place + 1 :]))
        if whole is None:
            implied += (None, None)
        else:
            implied += (whole * unsigned(pct) * _PERCENT, over(unsigned(numerator), whole) * _HUNDRED)
    return tuple(implied)


def sum_of(total: Interval, *items: Interval) -> tuple[Interval, ...]:
    """Tie items to what they make up: total = item + item + ...

    >>> [str(implied) for implied in sum_of(Interval.point(10), Interval.around(4, 1), Interval.around(5, 1))]
    ['[7, 11]', '[4, 6]', '[5, 7]']
    """
    rests = (total - _sum((*items[:place], *items[place + 1 :])) for place in range(len(items)))
    return (_sum(items), *rests)


def difference(minuend: Interval, subtrahend: Interval, result: Interval) -> tuple[Interval, Interval, Interval]:
    """Tie two figures to what the one is more than the other: minuend - subtrahend = result.

    >>> [str(implied) for implied in difference(Interval.point(9), Interval.point(5), Interval.point(3))]
    ['[8, 8]', '[6, 6]', '[4, 4]']
    """
    return subtrahend + result, minuend - result, minuend - subtrahend


def same(first: Interval, again: Interval) -> tuple[Interval, Interval]:
    """Tie a figure to itself, said again: first = again."""
    return again, first


def product(price: Interval, count: Interval, total: Interval) -> tuple[Interval, Interval, Interval]:
    """Tie what one costs to what all of them cost: total = price x count.

    >>> [str(implied) for implied in product(Interval.point(5), Interval.point(4), Interval.around(21, 1))]
    ['[5, 5.5]', '[4, 4.4]', '[20, 20]']
    """
    return over(total, count), over(total, price), price * count


def periods(unit: str, per: str) -> Fraction | None:
    """Return how many periods there are in a unit of time, None where no calendar says it.

    >>> periods("year", "quarter"), periods("month", "year"), periods("month", "day"), periods("year", "share")
    (Fraction(4, 1), Fraction(1, 12), None, None)
    """
    for units in (UNIT_MONTHS, UNIT_DAYS):
        if unit in units and per in units:
            return units[unit] / units[per]
    return None


def _sum(items: Sequence[Interval]) -> Interval:
    total = _NOTHING
    for item in items:
        total += item
    return total


def _common(intervals: Sequence[Interval]) -> Interval | None:
    """Return what intervals have in common: everything where there is none of them."""
    common: Interval | None = Interval.everything()
    for each in intervals:
        common = common and common.intersection(each)
    return common
