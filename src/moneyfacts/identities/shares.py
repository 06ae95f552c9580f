"""The identities of shares, sums and products.

Where several figures play one part, any roles but those named are theirs: the denominators of a share, the items of a
sum, the parts of a whole. Each identity is one equation in which each figure stands once. Only `one_whole` is several:
each of its pairs confines the whole that they share to an interval, and intervals that meet two by two have a point in
common (Helly's theorem in one dimension).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from operator import add, sub

from ..model.interval import Interval
from .figures import Figures, Formula, Implied, affine, factors, over, solved, unsigned
from .time import UNIT_DAYS, UNIT_MONTHS

_PERCENT = Fraction(1, 100)
_CONVERSION = factors("amount", "rate", "equivalent")
_PER_UNIT = factors("price", "count", "total")
_DIFFERENCE: tuple[Formula, ...] = (
    ("minuend", add, "subtrahend", "result"),
    ("subtrahend", sub, "minuend", "result"),
    ("result", sub, "minuend", "subtrahend"),
)


def share(figures: Figures) -> dict[str, Interval]:
    """Tie an amount to what it is a share of: numerator = pct / 100 x (denominator + denominator + ...).

    Any other roles are denominators; where there is none, `denominator` is implied. None of them is negative.

    >>> figures = {"numerator": Interval.point(3), "pct": Interval.around(25, 5)}
    >>> str(share(figures)["denominator"])
    '[10, 15]'
    >>> found = share(figures | {"vans": Interval.point(10), "trucks": Interval.point(2)})
    >>> {role: str(implied) for role, implied in found.items()}
    {'numerator': '[2.4, 3.6]', 'pct': '[25, 25]', 'vans': '[8, 13]', 'trucks': '[0, 5]'}
    """
    amounts = {role: unsigned(each) for role, each in figures.items()}
    numerator, pct = amounts.pop("numerator", None), amounts.pop("pct", None)
    rate = None if pct is None else affine(pct, _PERCENT)
    whole = None if numerator is None or rate is None else over(numerator, rate)
    if not amounts:
        return {} if whole is None else {"denominator": whole}
    together = _sum([*amounts.values()])
    implied = {}
    if rate is not None:
        implied["numerator"] = together * rate
    if numerator is not None:
        implied["pct"] = affine(over(numerator, together), 100)
    return implied if whole is None else implied | _rests(whole, amounts)


def one_whole(figures: Figures) -> Implied:
    """Tie shares of one whole that is not stated: numerator / pct is the same for each numerator and its pct.

    Roles are numerators, each with its pct after it.

    >>> north = {"north": Interval.point(10), "north %": Interval.point(5)}
    >>> found = one_whole(north | {"south": Interval.point(20), "south %": Interval.around(11, 1)})
    >>> {role: str(implied) for role, implied in found.items()}
    {'north': '[25/3, 10]', 'north %': '[5, 6]', 'south': '[20, 24]', 'south %': '[10, 10]'}
    """
    roles = list(figures)
    pairs = [
        (role, pct, unsigned(figures[role]), unsigned(figures[pct]))
        for role, pct in zip(roles[::2], roles[1::2], strict=True)
    ]
    wholes = [over(numerator, affine(pct, _PERCENT)) for _, _, numerator, pct in pairs]
    implied: dict[str, Interval | None] = {}
    for place, (role, pct_role, numerator, pct) in enumerate(pairs):
        whole = _common((*wholes[:place], *wholes[place + 1 :]))
        implied[role] = whole and affine(whole * pct, _PERCENT)
        implied[pct_role] = whole and affine(over(numerator, whole), 100)
    return implied


def part_of_whole(figures: Figures) -> dict[str, Interval]:
    """Tie parts to their whole: part + part + ... <= whole, since other parts may have gone unmentioned.

    Any roles but `whole` are parts. `share` is implied as well: which part of the whole they are together.

    >>> found = part_of_whole({"whole": Interval.around(10, 1), "red": Interval.point(4), "blue": Interval.point(3)})
    >>> {role: str(implied) for role, implied in found.items()}
    {'whole': '[7, inf)', 'red': '(-inf, 8]', 'blue': '(-inf, 7]', 'share': '[7/11, 7/9]'}
    """
    parts = {role: each for role, each in figures.items() if role != "whole"}
    together, whole = _sum([*parts.values()]), figures.get("whole")
    implied = {"whole": Interval(together.low, None, together.low_open, True)}
    if whole is None:
        return implied
    for role, rest in _rests(whole, parts).items():
        implied[role] = Interval(None, rest.high, True, rest.high_open)
    return implied | {"share": over(together, whole)}


def sum_of(figures: Figures) -> dict[str, Interval]:
    """Tie items to what they make up: total = item + item + ... Any roles but `total` are items.

    >>> figures = {"total": Interval.point(10), "red": Interval.around(4, 1), "blue": Interval.around(5, 1)}
    >>> {role: str(implied) for role, implied in sum_of(figures).items()}
    {'total': '[7, 11]', 'red': '[4, 6]', 'blue': '[5, 7]'}
    """
    items = {role: each for role, each in figures.items() if role != "total"}
    implied = {"total": _sum([*items.values()])}
    return implied | _rests(figures["total"], items) if "total" in figures else implied


def difference(figures: Figures) -> Implied:
    """Tie two figures to what the one is more than the other: minuend - subtrahend = result.

    >>> found = difference({"minuend": Interval.point(9), "subtrahend": Interval.point(5), "result": Interval.point(3)})
    >>> {role: str(implied) for role, implied in found.items()}
    {'minuend': '[8, 8]', 'subtrahend': '[6, 6]', 'result': '[4, 4]'}
    """
    return solved(figures, _DIFFERENCE)


def same(figures: Figures) -> Implied:
    """Tie a figure to itself, said again: first = again.

    >>> str(same({"first": Interval.point(5)})["again"])
    '[5, 5]'
    """
    others = (("first", "again"), ("again", "first"))
    return {role: figures[other] for role, other in others if other in figures}


def per_unit(figures: Figures) -> Implied:
    """Tie what one costs to what all of them cost: total = price x count.

    >>> found = per_unit({"price": Interval.point(5), "count": Interval.point(4), "total": Interval.around(21, 1)})
    >>> {role: str(implied) for role, implied in found.items()}
    {'price': '[5, 5.5]', 'count': '[4, 4.4]', 'total': '[20, 20]'}
    """
    return solved(figures, _PER_UNIT)


def conversion(figures: Figures) -> dict[str, Interval]:
    """Tie an amount to its equivalent in another currency or unit: equivalent = amount x rate.

    >>> str(conversion({"amount": Interval.point(1000), "equivalent": Interval.around(146, 1)})["rate"])
    '[0.145, 0.147]'
    """
    return solved(figures, _CONVERSION)


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
    total = items[0]
    for item in items[1:]:
        total += item
    return total


def _rests(whole: Interval, parts: Figures) -> dict[str, Interval]:
    """Return what the other parts leave of a whole for each."""
    rests = {}
    for role in parts:
        rest = whole
        for other, part in parts.items():
            if other != role:
                rest -= part
        rests[role] = rest
    return rests


def _common(intervals: Sequence[Interval]) -> Interval | None:
    """Return what intervals have in common: everything where there is none of them."""
    common: Interval | None = Interval.everything()
    for each in intervals:
        common = common and common.intersection(each)
    return common
