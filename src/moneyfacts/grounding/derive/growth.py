"""Growth, factors, differences and levels that follow from what rose or fell in the sources.

Which of two levels was before the other is known where the words say so, and where their periods do.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from ...model.facts import Fact
from ...model.values import Count, Direction, Percent, Value
from ..amounts import Amount, amount_of, are_in_one_unit, same_unit
from ..topic import same_measure, same_period
from .candidates import Candidates
from .derivation import Derivation, Level

_HUNDRED = Fraction(100)
_PERCENT, _COUNT = Percent(), Count()


class Moved(NamedTuple):
    """A level before and the level after."""

    prior: Level
    current: Level

    @property
    def way(self) -> Direction:
        """Whether it rose or fell."""
        difference = self.current.value - self.prior.value
        return "up" if difference > 0 else "down" if difference < 0 else "flat"

    def follows(self, value: Fraction, said: str, like: Value) -> Derivation:
        """Return a value that follows from both levels."""
        how = f"from {self.prior.said} to {self.current.said} is {said}"
        return Derivation(value, (self.prior.cited, self.current.cited), how, like, way=self.way)


def growth(claim: Amount, near: Candidates) -> Iterator[Derivation]:
    """Yield the percentages, factors and differences between two levels, as the claim asks for one of them."""
    if claim.fact.kind == "ratio" and claim.dimension == "percent":
        return  # "three-quarters" is a share
    for moved in _moved(near, points=claim.dimension == "points"):
        prior, current, way = moved.prior.value, moved.current.value, moved.way
        like = moved.current.amount
        if claim.base == _between(like.base):
            if same_unit(claim.fact.value, like.fact.value) or claim.dimension == "points":
                rise = abs(current - prior)
                yield moved.follows(rise, f"{way} ", claim.fact.value)
        elif prior > 0 and current > 0 and like.dimension not in ("percent", "points"):
            if claim.dimension == "percent":
                pct = abs(current / prior - 1) * _HUNDRED
                yield moved.follows(pct, f"{way} ", _PERCENT)
            elif claim.dimension == "factor":
                times = current / prior if way != "down" else prior / current
                yield moved.follows(times, f"{way} by a factor of ", _COUNT)


def rises(claim: Amount, near: Candidates) -> Iterator[Derivation]:
    """Yield the percentage that an amount of change is of the level before, where only one level is stated."""
    if claim.dimension != "percent":
        return
    for link in near.links:
        change, current, prior = (_level(near, link.get(role)) for role in ("change", "current", "prior"))
        known = prior or current
        if link.relation != "movement" or link.direction not in ("up", "down") or not (change and known):
            continue
        if change.amount.base == known.amount.base and are_in_one_unit(change.amount, known.amount):
            way = link.direction
            before = known.value if prior else known.value - (change.value if way == "up" else -change.value)
            if before > 0:
                pct = change.value / before * _HUNDRED
                how = f"{way} {change.said} {'from' if prior else 'to'} {known.said} is {way} "
                yield Derivation(pct, (change.cited, known.cited), how, _PERCENT, way=way)


def levels(claim: Amount, near: Candidates) -> Iterator[Derivation]:
    """Yield the level before or after that a movement implies and does not state."""
    for link in near.links:
        if link.relation != "movement" or link.direction not in ("up", "down"):
            continue
        prior, current, pct, change = (_level(near, link.get(role)) for role in ("prior", "current", "pct", "change"))
        known = current or prior
        if known is None or (prior and current) or known.amount.base != claim.base:
            continue
        rise = 1 if link.direction == "up" else -1
        moved, value = None, known.value
        if change is not None and change.amount.base in (claim.base, _between(claim.base)):
            moved, value = change, known.value + (rise if known is prior else -rise) * change.value
        elif pct is not None and pct.amount.dimension == "percent" and pct.value < _HUNDRED:
            times = 1 + rise * pct.value / _HUNDRED
            moved, value = pct, known.value * times if known is prior else known.value / times
        if moved and same_unit(claim.fact.value, known.fact.value):
            where, word = ("after", "from") if known is prior else ("before", "to")
            is_so = f"{link.direction} {moved.said} {word} {known.said} is "
            yield Derivation(value, (moved.cited, known.cited), is_so, known.fact.value, f" {where}")


def _between(dimension: str) -> str:
    """Return the dimension of what lies between two levels: points between percentages."""
    return "points" if dimension == "percent" else dimension


def _level(near: Candidates, fact: Fact | None) -> Level | None:
    amount = amount_of(fact) if fact else None
    return Level(near.text, amount) if amount else None


def _moved(near: Candidates, *, points: bool) -> Iterator[Moved]:
    """Yield the levels before and after: those that words tie, and those of one thing in two stretches of time."""
    for link in near.links:
        if link.relation in ("movement", "cagr"):
            prior, current = _level(near, link.get("prior")), _level(near, link.get("current"))
            if prior and current and prior.amount.dimension == current.amount.dimension and not link.losses:
                yield Moved(prior, current)
    for first, second in near.pairs(near.figures if points else near.levels):
        if points and {first.amount.dimension, second.amount.dimension} != {"percent"}:
            continue
        if not first.is_like(second) or not same_unit(first.fact.value, second.fact.value):
            continue
        if first.value == second.value:
            continue
        one, other = near.text.topic(first.place), near.text.topic(second.place)
        if same_measure(one, other) == "unlike" or one.accounting != other.accounting:
            continue
        if one.period and other.period and same_period(one.period, other.period) == "unlike":
            yield Moved(first, second) if one.period < other.period else Moved(second, first)
        else:
            yield Moved(first, second)
            yield Moved(second, first)
