"""The identities that tie figures together, as pure functions on intervals: exact, and free of words and of texts.

A relation takes the intervals that its figures allow, by role, and gives back the interval that the others imply for
each: all its values, and no others, that leave the identity a solution. Where a role is missing it is implied, too, as
far as it follows. Figures hold together where each meets what the others imply for it (`holds`).

Each figure appears once in each formula, or the intervals would come out too wide. Where four figures obey two
equations at once (`absolute_change`) the implied interval of one is what three pairs of the others leave in common.
Once that figure is fixed, each of the others confines one remaining unknown to an interval, and intervals of a line
that meet two by two have a point in common (Helly's theorem in one dimension): the intersection is exact as well. The
only intervals wider than they need be are quotients by what may be zero on either side; those never miss a solution.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from operator import add, mul, sub
from typing import Literal, NamedTuple

from ..model.interval import Interval, root

Figures = Mapping[str, Interval]
Implied = Mapping[str, Interval | None]
"""What follows for each role from the others; None where those contradict each other already."""
Way = Literal["up", "down"]

_SIGN: Mapping[Way, int] = {"up": 1, "down": -1}
_ZERO, _ONE = Interval.point(0), Interval.point(1)
_NOT_NEGATIVE = Interval(Fraction(0), None, False, True)


def holds(figures: Figures, implied: Implied) -> bool:
    """Tell whether each figure meets what the others imply for it.

    >>> figures = {"prior": Interval.point(2), "pct": Interval.around(50, 1), "current": Interval.point(3)}
    >>> holds(figures, growth(figures, "up")), holds(figures, growth(figures, "down"))
    (True, False)
    """
    for role, stated in figures.items():
        if role in implied:
            following = implied[role]
            if following is None or not stated.overlaps(following):
                return False
    return True


def growth(figures: Figures, way: Way) -> Implied:
    """Tie two levels by a percentage: current = prior x (1 + pct / 100), or 1 - pct / 100 on the way down.

    `pct` is in percent, and unsigned.

    >>> figures = {"pct": Interval.around(50, 0), "current": Interval.around(3, 0)}
    >>> str(growth(figures, "up")["prior"]), str(growth(figures, "down")["prior"])
    ('[2, 2]', '[6, 6]')
    """
    prior, pct, current = figures.get("prior"), figures.get("pct"), figures.get("current")
    sign = _SIGN[way]
    implied = {}
    if pct is not None:
        factor = _affine(unsigned(pct), Fraction(sign, 100), 1)
        if current is not None:
            implied["prior"] = over(current, factor)
        if prior is not None:
            implied["current"] = prior * factor
    if prior is not None and current is not None:
        implied["pct"] = _affine(over(current, prior), 100 * sign, -100 * sign)
    return implied


def multiple(figures: Figures, way: Way) -> Implied:
    """Tie two levels by a factor: current = prior x factor, or prior / factor on the way down.

    "Halved" is down, by the factor 2.

    >>> figures = {"prior": Interval.point(8), "factor": Interval.point(2)}
    >>> str(multiple(figures, "up")["current"]), str(multiple(figures, "down")["current"])
    ('[16, 16]', '[4, 4]')
    """
    less, more = ("prior", "current") if way == "up" else ("current", "prior")
    small, factor, large = figures.get(less), figures.get("factor"), figures.get(more)
    implied = {}
    if factor is not None:
        if large is not None:
            implied[less] = over(large, factor)
        if small is not None:
            implied[more] = small * factor
    if small is not None and large is not None:
        implied["factor"] = over(large, small)
    return implied


def compound(figures: Figures, years: int, way: Way) -> Implied:
    """Tie two levels by a yearly percentage: current = prior x (1 + pct / 100)^years, or 1 - pct / 100 on the way down.

    Levels are not negative. What is implied for a level is exact, and for `pct`, which takes a root, rounded outward:
    it misses no solution, and figures hold together (`holds`) exactly where the levels allow it.

    >>> figures = {"prior": Interval.point(100), "pct": Interval.point(10), "current": Interval.point(133)}
    >>> implied = compound(figures, 3, "up")
    >>> str(implied["current"]), str(implied["pct"].rounded_outward(6))
    ('[133.1, 133.1]', '[9.97244, 9.97245]')
    """
    prior, current = (each and unsigned(each) for each in (figures.get("prior"), figures.get("current")))
    pct, sign = figures.get("pct"), _SIGN[way]
    implied: dict[str, Interval | None] = {}
    if pct is not None:
        yearly = _affine(unsigned(pct), Fraction(sign, 100), 1).intersection(
            _NOT_NEGATIVE
        )  # None: down by more than all
        factor = yearly and _mapped(yearly, lambda end, _: end**years)
        if current is not None:
            implied["prior"] = factor and over(current, factor)
        if prior is not None:
            implied["current"] = factor and prior * factor
    if prior is not None and current is not None:
        yearly = _mapped(unsigned(over(current, prior)), lambda end, up: root(end, years, up=up))
        implied["pct"] = _affine(yearly, 100 * sign, -100 * sign)
    return implied


def order(figures: Figures, way: Way) -> Implied:
    """Tie two levels by their order alone: current > prior on the way up, current < prior on the way down.

    >>> figures = {"prior": Interval.around(5, 1), "current": Interval.around(8, 1)}
    >>> str(order(figures, "up")["current"]), str(order(figures, "down")["current"])
    ('(4, inf)', '(-inf, 6)')
    """
    less, more = ("prior", "current") if way == "up" else ("current", "prior")
    low, high = figures[less].low, figures[more].high
    return {more: Interval(low, None, True, True), less: Interval(None, high, True, True)}


def absolute_change(figures: Figures, way: Way) -> Implied:
    """Tie up to four figures: current = prior + change (or prior - change), and change = prior x pct / 100.

    `change` and `pct` are unsigned. Levels are not negative where `pct` is given: a percentage of a loss has no agreed
    meaning.

    >>> figures = {"change": Interval.point(3), "current": Interval.point(45)}
    >>> {role: str(implied) for role, implied in absolute_change(figures, "up").items()}
    {'prior': '[42, 42]', 'pct': '[50/7, 50/7]'}
    """
    sign = _SIGN[way]
    prior, current, change, pct = (figures.get(role) for role in ("prior", "current", "change", "pct"))
    change = None if change is None else _affine(unsigned(change), sign)
    rate = None if pct is None else _affine(unsigned(pct), Fraction(sign, 100))
    factor = None if rate is None else _affine(rate, 1, 1)
    implied: dict[str, Interval | None] = {}
    _common(implied, "prior", (sub, current, change), (over, change, rate), (over, current, factor))
    _common(implied, "current", (add, prior, change), (mul, prior, factor), (_whole_after, change, factor))
    _common(implied, "change", (sub, current, prior), (mul, prior, rate), (_part_after, current, factor), times=sign)
    _common(
        implied,
        "pct",
        (over, change, prior),
        (_growth, current, prior),
        (_of_before, change, current),
        times=100 * sign,
    )
    return implied


def _whole_after(change: Interval, factor: Interval) -> Interval:
    """Return the level after a change, by the factor between the levels."""
    return over(change, _affine(over(_ONE, factor), -1, 1))


def _part_after(current: Interval, factor: Interval) -> Interval:
    """Return the change before a level, by the factor between the levels."""
    return current * _affine(over(_ONE, factor), -1, 1)


def _growth(current: Interval, prior: Interval) -> Interval:
    """Return the change between two levels as a part of the one before."""
    return _affine(over(current, prior), 1, -1)


def _of_before(change: Interval, current: Interval) -> Interval:
    """Return a change as a part of the level before it, by the level after it."""
    return _affine(over(_ONE, _affine(over(change, current), -1, 1)), 1, -1)


def conversion(figures: Figures) -> Implied:
    """Tie an amount to its equivalent in another currency: equivalent = amount x rate.

    >>> figures = {"amount": Interval.point(1000), "equivalent": Interval.around(146, 1)}
    >>> str(conversion(figures)["rate"])
    '[0.145, 0.147]'
    """
    amount, rate, equivalent = figures.get("amount"), figures.get("rate"), figures.get("equivalent")
    implied = {}
    if equivalent is not None and rate is not None:
        implied["amount"] = over(equivalent, rate)
    if equivalent is not None and amount is not None:
        implied["rate"] = over(equivalent, amount)
    if amount is not None and rate is not None:
        implied["equivalent"] = amount * rate
    return implied


class PartOfWhole(NamedTuple):
    """What parts and their whole imply for each other, and which share of the whole the parts are together."""

    whole: Interval
    parts: tuple[Interval, ...]
    share: Interval


def part_of_whole(whole: Interval, parts: Sequence[Interval]) -> PartOfWhole:
    """Tie parts to their whole: sum(parts) <= whole, since other parts may have gone unmentioned.

    It holds where the whole meets what the parts imply for it.

    >>> found = part_of_whole(Interval.around(10, 1), [Interval.point(4), Interval.point(3)])
    >>> str(found.whole), [str(each) for each in found.parts], str(found.share)
    ('[7, inf)', ['(-inf, 8]', '(-inf, 7]'], '[7/11, 7/9]')
    """
    total = parts[0]
    for part in parts[1:]:
        total += part
    room = []
    for index in range(len(parts)):
        most = whole
        for rest in (*parts[:index], *parts[index + 1 :]):
            most -= rest
        room.append(Interval(None, most.high, True, most.high_open))
    return PartOfWhole(Interval(total.low, None, total.low_open, True), tuple(room), over(total, whole))


def unsigned(magnitude: Interval) -> Interval:
    """Return what a figure without a sign may be: a print near zero never means the other direction."""
    return magnitude.intersection(_NOT_NEGATIVE) or magnitude


def _affine(interval: Interval, factor: Fraction | int, offset: int = 0) -> Interval:
    """Return factor x interval + offset; the factor is not zero."""
    low = None if interval.low is None else interval.low * factor + offset
    high = None if interval.high is None else interval.high * factor + offset
    if factor > 0:
        return Interval(low, high, interval.low_open, interval.high_open)
    return Interval(high, low, interval.high_open, interval.low_open)


def _mapped(interval: Interval, function: Callable[[Fraction, bool], Fraction]) -> Interval:
    """Return what a rising function makes of an interval; it is told whether an end is the upper one."""
    low = None if interval.low is None else function(interval.low, False)
    high = None if interval.high is None else function(interval.high, True)
    return Interval(low, high, interval.low_open, interval.high_open)


def over(dividend: Interval, divisor: Interval) -> Interval:
    """Return all factors that make some value of the divisor one of the dividend: any, where both may be zero."""
    if divisor.low is not None and divisor.low > 0:
        return dividend / divisor
    if divisor == _ZERO or (0 in divisor and 0 in dividend):
        return Interval.everything()
    return dividend / divisor


def _common(
    implied: dict[str, Interval | None],
    role: str,
    *ways: tuple[Callable[[Interval, Interval], Interval], Interval | None, Interval | None],
    times: int = 1,
) -> None:
    """Enter what all that follows for a role has in common, so many times: nothing where nothing follows.

    Each way is an operation on two figures. Where the first of them contradict each other the others need no look.
    """
    common = None
    for operation, first, second in ways:
        if first is None or second is None:
            continue
        following = operation(first, second)
        common = following if common is None else common.intersection(following)
        implied[role] = common
        if common is None:
            return
    if common is not None and times != 1:
        implied[role] = _affine(common, times)
