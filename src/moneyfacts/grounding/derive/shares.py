"""Shares of stated amounts, the amounts that shares come to, and prices: what each of so many costs."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ...identities.time import UNIT_MONTHS
from ...model.values import Count, Percent
from ..amounts import Amount, are_in_one_unit
from .candidates import Candidates
from .derivation import Derivation, Level

_HUNDRED = Fraction(100)
_MOST = 10 * _HUNDRED  # percent of a whole
_PERCENT, _COUNT = Percent(), Count()


def shares(claim: Amount, near: Candidates) -> Iterator[Derivation]:
    """Yield what one figure is of another in the same unit, in percent or as a factor, where the claim is a share."""
    if claim.dimension not in ("percent", "factor"):
        return
    for first, second in near.pairs(near.levels):
        part, whole = sorted((first, second), key=lambda level: level.value)
        if not part.is_like(whole) or not are_in_one_unit(part.amount, whole.amount):
            continue
        if part.value <= 0 or part.value == whole.value or part.amount.dimension in ("points", "factor"):
            continue
        if claim.dimension == "factor":
            times = whole.value / part.value
            yield Derivation(times, (whole.cited, part.cited), f"{whole.said} is ", _COUNT, f" times {part.said}")
        elif part.amount.dimension != "percent":
            pct = part.value / whole.value * _HUNDRED
            yield Derivation(pct, (part.cited, whole.cited), f"{part.said} of {whole.said} is ", _PERCENT)


def portions(claim: Amount, near: Candidates) -> Iterator[Derivation]:
    """Yield what a stated share of a stated amount comes to, and what the whole is of which an amount is the share."""
    if claim.way is not None:
        return
    rates = [level for level in near.levels if level.amount.dimension == "percent" and 0 < level.value < _MOST]
    for level in near.levels:
        if level.amount.kind != claim.kind or not are_in_one_unit(claim, level.amount):
            continue
        for rate in rates:
            if not near.are_together(level, rate) or level.amount.dimension == "percent":
                continue
            part = level.value * rate.value / _HUNDRED
            yield Derivation(part, (rate.cited, level.cited), f"{rate.said} of {level.said} is ", level.fact.value)
            if abs(level.number - rate.number) <= 1:
                whole = level.value / rate.value * _HUNDRED
                yield Derivation(whole, (level.cited, rate.cited), f"{level.said} is {rate.said} of ", level.fact.value)


def rates(claim: Amount, near: Candidates) -> Iterator[Derivation]:
    """Yield what an amount is for each of so many things, and what so many at a price come to."""
    if claim.base not in ("money", "count") or claim.way is not None:
        return
    for pair in near.pairs(near.levels):
        for amount, things in (pair, pair[::-1]):
            if amount.amount.base != claim.base or things.fact.kind not in ("count", "measurement", "duration"):
                continue
            number = things.value / _periods(claim, things)
            if not are_in_one_unit(claim, amount.amount) or number <= 1:
                continue
            cited = (amount.cited, things.cited)
            each = amount.value / number
            yield Derivation(each, cited, f"{amount.said} for {things.said} is ", claim.fact.value, " each")
            if claim.base == "money":
                total = amount.value * number
                yield Derivation(total, cited, f"{things.said} at {amount.said} are ", claim.fact.value)


def _periods(claim: Amount, things: Level) -> Fraction:
    """Return how many of a length's own units the time has that an amount of the claim is for, 1 for no length."""
    per = getattr(claim.fact.value, "per", None)
    if things.amount.dimension == "months" and per in UNIT_MONTHS:
        return UNIT_MONTHS[per]
    return things.amount.unit if things.fact.kind == "duration" else Fraction(1)
