"""The identities of shares, sums, prices and differences, as pure functions on intervals: see `relations`."""

from __future__ import annotations

from collections.abc import Sequence

from .interval import Interval
from .relations import Figures, Implied, quotient

_HUNDRED = Interval.point(100)


def share(figures: Figures) -> Implied:
    """Tie a figure to what it is a percentage of: numerator = pct / 100 x denominator.

    >>> figures = {"numerator": Interval.point(5), "pct": Interval.point(20)}
    >>> str(share(figures)["denominator"])
    '[25, 25]'
    """
    numerator, pct, denominator = (figures.get(role) for role in ("numerator", "pct", "denominator"))
    part = None if pct is None else quotient(pct, _HUNDRED)
    implied = {}
    if numerator is not None and denominator is not None:
        implied["pct"] = quotient(numerator, denominator) * _HUNDRED
    if part is not None and denominator is not None:
        implied["numerator"] = denominator * part
    if part is not None and numerator is not None:
        implied["denominator"] = quotient(numerator, part)
    return implied


def one_whole(numerators: Sequence[Interval], percentages: Sequence[Interval]) -> list[Interval]:
    """Return the wholes that figures and the percentages that they are of one whole allow, each by itself.

    >>> found = one_whole([Interval.around(237, 1), Interval.around(164, 1)], [Interval.point(8), Interval.point(5)])
    >>> [str(each) for each in found]
    ['[2950, 2975]', '[3260, 3300]']
    """
    return [
        quotient(numerator, quotient(pct, _HUNDRED)) for numerator, pct in zip(numerators, percentages, strict=True)
    ]


def total(items: Sequence[Interval], whole: Interval) -> tuple[Interval, list[Interval]]:
    """Tie items to what they add up to: what they imply for it, and what it and the others imply for each.

    >>> together, each = total([Interval.point(4), Interval.point(5)], Interval.around(10, 1))
    >>> str(together), [str(one) for one in each]
    ('[9, 9]', ['[4, 6]', '[5, 7]'])
    """
    together = _sum(items)
    return together, [whole - _sum([*items[:place], *items[place + 1 :]]) for place in range(len(items))]


def product(figures: Figures) -> Implied:
    """Tie a price to what is paid in all: price x count = total.

    >>> figures = {"price": Interval.point(25), "count": Interval.point(20), "total": Interval.around(500, 50)}
    >>> {role: str(implied) for role, implied in product(figures).items()}
    {'price': '[22.5, 27.5]', 'count': '[18, 22]', 'total': '[500, 500]'}
    """
    price, count, paid = (figures[role] for role in ("price", "count", "total"))
    return {"price": quotient(paid, count), "count": quotient(paid, price), "total": price * count}


def difference(figures: Figures) -> Implied:
    """Tie two figures to what the one is more than the other: minuend - subtrahend = result.

    >>> figures = {"minuend": Interval.point(9), "subtrahend": Interval.point(5), "result": Interval.point(3)}
    >>> {role: str(implied) for role, implied in difference(figures).items()}
    {'minuend': '[8, 8]', 'subtrahend': '[6, 6]', 'result': '[4, 4]'}
    """
    more, less, result = (figures[role] for role in ("minuend", "subtrahend", "result"))
    return {"minuend": less + result, "subtrahend": more - result, "result": more - less}


def same(figures: Figures) -> Implied:
    """Tie a figure to itself, said again: first = again."""
    return {"first": figures["again"], "again": figures["first"]}


def _sum(items: Sequence[Interval]) -> Interval:
    together = Interval.point(0)
    for each in items:
        together += each
    return together
