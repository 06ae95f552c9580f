"""The identities of levels that rise or fall: from the one before to the one after.

Where four figures obey two equations at once (`absolute_change`) the implied interval of one is what three pairs of the
others leave in common. Once that figure is fixed, each of the others confines one remaining unknown to an interval, and
intervals of a line that meet two by two have a point in common (Helly's theorem in one dimension): the intersection is
exact as well.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from operator import add, mul, sub

from ..model.interval import Interval, root
from .figures import NOT_NEGATIVE, SIGN, Figures, Implied, Way, affine, factors, over, solved, unsigned

_ONE = Interval.point(1)
_PERCENT = {"up": Fraction(1, 100), "down": Fraction(-1, 100)}
_MULTIPLE = {"up": factors("prior", "factor", "current"), "down": factors("current", "factor", "prior")}


def growth(figures: Figures, way: Way) -> Implied:
    """Tie two levels by a percentage: current = prior x (1 + pct / 100), or 1 - pct / 100 on the way down.

    `pct` is in percent, and unsigned.

    >>> figures = {"pct": Interval.around(50, 0), "current": Interval.around(3, 0)}
    >>> str(growth(figures, "up")["prior"]), str(growth(figures, "down")["prior"])
    ('[2, 2]', '[6, 6]')
    """
    prior, pct, current = figures.get("prior"), figures.get("pct"), figures.get("current")
    sign = SIGN[way]
    implied = {}
    if pct is not None:
        factor = affine(unsigned(pct), _PERCENT[way], 1)
        if current is not None:
            implied["prior"] = over(current, factor)
        if prior is not None:
            implied["current"] = prior * factor
    if prior is not None and current is not None:
        implied["pct"] = affine(over(current, prior), 100 * sign, -100 * sign)
    return implied


def multiple(figures: Figures, way: Way) -> Implied:
    """Tie two levels by a factor: current = prior x factor, or prior / factor on the way down.

    "Halved" is down, by the factor 2.

    >>> figures = {"prior": Interval.point(8), "factor": Interval.point(2)}
    >>> str(multiple(figures, "up")["current"]), str(multiple(figures, "down")["current"])
    ('[16, 16]', '[4, 4]')
    """
    return solved(figures, _MULTIPLE[way])


def compound(figures: Figures, way: Way, years: int) -> Implied:
    """Tie two levels by a yearly percentage: current = prior x (1 + pct / 100)^years, or 1 - pct / 100 on the way down.

    Levels are not negative. What is implied for a level is exact, and for `pct`, which takes a root, rounded outward:
    it misses no solution, and figures hold together (`holds`) exactly where the levels allow it.

    >>> figures = {"prior": Interval.point(100), "pct": Interval.point(10), "current": Interval.point(133)}
    >>> implied = compound(figures, "up", 3)
    >>> str(implied["current"]), str(implied["pct"].rounded_outward(6))
    ('[133.1, 133.1]', '[9.97244, 9.97245]')
    """
    prior, current = (each and unsigned(each) for each in (figures.get("prior"), figures.get("current")))
    pct, sign = figures.get("pct"), SIGN[way]
    implied: dict[str, Interval | None] = {}
    if pct is not None:
        yearly = affine(unsigned(pct), _PERCENT[way], 1).intersection(NOT_NEGATIVE)  # None: down by more than all
        factor = yearly and _mapped(yearly, lambda end, _: end**years)
        if current is not None:
            implied["prior"] = factor and over(current, factor)
        if prior is not None:
            implied["current"] = factor and prior * factor
    if prior is not None and current is not None:
        yearly = _mapped(unsigned(over(current, prior)), lambda end, up: root(end, years, up=up))
        implied["pct"] = affine(yearly, 100 * sign, -100 * sign)
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
    sign = SIGN[way]
    prior, current, change, pct = (figures.get(role) for role in ("prior", "current", "change", "pct"))
    change = None if change is None else affine(unsigned(change), sign)
    rate = None if pct is None else affine(unsigned(pct), _PERCENT[way])
    factor = None if rate is None else affine(rate, 1, 1)
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
    return over(change, affine(over(_ONE, factor), -1, 1))


def _part_after(current: Interval, factor: Interval) -> Interval:
    """Return the change before a level, by the factor between the levels."""
    return current * affine(over(_ONE, factor), -1, 1)


def _growth(current: Interval, prior: Interval) -> Interval:
    """Return the change between two levels as a part of the one before."""
    return affine(over(current, prior), 1, -1)


def _of_before(change: Interval, current: Interval) -> Interval:
    """Return a change as a part of the level before it, by the level after it."""
    return affine(over(_ONE, affine(over(change, current), -1, 1)), 1, -1)


def _mapped(interval: Interval, function: Callable[[Fraction, bool], Fraction]) -> Interval:
    """Return what a rising function makes of an interval; it is told whether an end is the upper one."""
    low = None if interval.low is None else function(interval.low, False)
    high = None if interval.high is None else function(interval.high, True)
    return Interval(low, high, interval.low_open, interval.high_open)


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
        implied[role] = affine(common, times)
