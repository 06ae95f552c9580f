"""Amounts restated in another currency at the rates of the day, and quantities in another unit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...checks.rules.fx import RATE_TOLERANCE
from ...errors import RateError
from ...measure import factor
from ...model.values import Measurement, Money
from ...rates.base import ExchangeRates, Rate
from ..amounts import Amount
from .candidates import Candidates
from .derivation import Derivation


def currencies(claim: Amount, near: Candidates, rates: ExchangeRates, on: date | None) -> Iterator[Derivation]:
    """Yield what the amounts of other currencies are in the claim's, at the rate of the claim's day or the source's."""
    money = claim.fact.value
    day = on or near.text.document.published
    if not isinstance(money, Money) or day is None:
        return
    for level in near.levels:
        other = level.fact.value
        if (
            not isinstance(other, Money)
            or other.per != money.per
            or not {*money.candidates}.isdisjoint(other.candidates)
        ):
            continue
        rate = _rate(rates, other.currency, money.currency, day)
        if rate is not None:
            value = level.value * rate.value
            at = f" at the {rate.source} rates of {rate.date}"
            yield Derivation(value, (level.cited,), f"{level.said} is ", money, at, leeway=RATE_TOLERANCE)


def units(claim: Amount, near: Candidates) -> Iterator[Derivation]:
    """Yield what the quantities of other units are in the claim's."""
    mine = claim.fact.value
    if not isinstance(mine, Measurement):
        return
    for level in near.levels:
        other = level.fact.value
        if isinstance(other, Measurement) and other.unit != mine.unit and (times := factor(other.unit, mine.unit)):
            value = level.value * times
            yield Derivation(value, (level.cited,), f"{level.said} is ", mine)


def _rate(rates: ExchangeRates, base: str, quote: str, day: date) -> Rate | None:
    try:
        return rates.rate(base, quote, day)
    except RateError:
        return None
