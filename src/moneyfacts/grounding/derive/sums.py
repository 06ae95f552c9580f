"""Sums of figures that a source tells together, what is left of one without another, and what is left of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from ..amounts import Amount, are_in_one_unit
from .candidates import Candidates
from .derivation import Derivation, Level

MOST_ITEMS = 6  # of a sum, told one after the other

_HUNDRED = Fraction(100)


def sums(claim: Amount, near: Candidates) -> Iterator[Derivation]:
    """Yield what figures come to that are told one after the other.

    Figures that restate each other, those before and after a movement, and a part and its whole are no items.
    """
    if claim.dimension in ("factor", "points") or claim.way is not None:
        return
    apart = near.tied("movement", "conversion", "repeat", "cagr", "rate", "per_unit", "part_whole", "share")
    levels = _alike(claim, near)
    for first in range(len(levels)):
        for last in range(first + 2, min(len(levels), first + MOST_ITEMS) + 1):
            items = levels[first:last]
            if not all(near.are_together(one, other) and one.is_like(other) for one, other in pairwise(items)):
                break
            starts = frozenset(item.fact.start for item in items)
            if all(len(starts & each) < 2 for each in apart):
                yield _sum(items)


def rests(claim: Amount, near: Candidates) -> Iterator[Derivation]:
    """Yield what is left of one figure without another, and of a hundred percent without a share."""
    if claim.dimension == "factor" or claim.way is not None:
        return
    for one, other in near.pairs(_alike(claim, near)):
        less, more = sorted((one, other), key=lambda level: level.value)
        if not less.is_like(more):
            continue
        rest = more.value - less.value
        if rest:
            yield Derivation(rest, (more.cited, less.cited), f"{more.said} less {less.said} is ", claim.fact.value)
    if claim.dimension == "percent":
        for level in _alike(claim, near):
            if 0 < level.value < _HUNDRED and near.shared.get(level.number):
                rest = _HUNDRED - level.value
                yield Derivation(rest, (level.cited,), f"all but {level.said} is ", claim.fact.value)


def _alike(claim: Amount, near: Candidates) -> list[Level]:
    return [level for level in near.levels if level.amount.base == claim.base and are_in_one_unit(claim, level.amount)]


def _sum(items: Sequence[Level]) -> Derivation:
    total = sum((item.value for item in items), Fraction(0))
    listed = " and ".join(item.said for item in items)
    return Derivation(total, tuple(item.cited for item in items), f"{listed} are ", items[0].fact.value)
