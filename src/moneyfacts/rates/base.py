"""Exchange rates behind one small protocol, and conversion at the rates of a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Protocol, runtime_checkable

import msgspec

from ..interval import nearest, plain, product
from ..values import Money

SHOWN_DIGITS = 5  # significant digits of a cross rate in a message


class Rate(msgspec.Struct, frozen=True):
    """One unit of `base` is `value` units of `quote`, exactly, on `date` as `source` published it.

    `legs` are the source's own printed figures that the value follows from, each with its currency.
    """

    base: str
    quote: str
    value: Fraction
    date: date
    source: str
    legs: tuple[tuple[str, Decimal], ...] = ()

    @property
    def shown(self) -> str:
        """The rate for people, the larger way round: "6.8655 CNY/USD" is that many yuan for a dollar."""
        if self.value >= 1:
            return f"{plain(nearest(self.value, digits=SHOWN_DIGITS))} {self.quote}/{self.base}"
        return f"{plain(nearest(1 / self.value, digits=SHOWN_DIGITS))} {self.base}/{self.quote}"


@runtime_checkable
class ExchangeRates(Protocol):
    """Where rates come from. `name` is the source as findings name it ("ECB")."""

    @property
    def name(self) -> str:
        """The source as findings name it."""

    def rate(self, base: str, quote: str, on: date) -> Rate:
        """Return the rate of the last day published up to `on`; `Rate.date` says which day that is.

        Raises RateError where a currency is not covered, or no day close enough before `on` is: the message says what
        is missing and what is covered.
        """

    def published(self, base: str, quote: str, start: date, end: date) -> tuple[Rate, ...]:
        """Return the rates published from `start` to `end`, both included, oldest first; () where there are none.

        Raises RateError where a currency is not covered at all.
        """


class Conversion(msgspec.Struct, frozen=True):
    """An amount of money in another currency: the converted `money`, exact, and the `rate` that it was converted at."""

    money: Money
    rate: Rate

    @property
    def date(self) -> date:
        """The day on which the rate was published: the day asked for, or the last one before it."""
        return self.rate.date

    @property
    def source(self) -> str:
        """Who published the rate."""
        return self.rate.source

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "money": self.money.to_dict(),
            "rate": plain(self.rate.value),
            "date": self.rate.date.isoformat(),
            "source": self.rate.source,
            "legs": {currency: plain(figure) for currency, figure in self.rate.legs},
            "shown": self.rate.shown,
        }


def convert(money: Money, to: str, on: date, rates: ExchangeRates | None = None) -> Conversion:
    """Return `money` in the currency `to` at the rate of the last day published up to `on` (by default the ECB's).

    The amount (or both ends of a printed range) is converted exactly, never rounded; it is a Fraction where decimals
    cannot say it. Raises RateError for a currency or a date that the source does not cover.
    """
    if rates is None:
        from .ecb import ECB  # noqa: PLC0415 - the history is loaded only when it is used

        rates = ECB
    rate = rates.rate(money.currency, to, on)
    amount, low, high = (
        None if number is None else product(number, rate.value) for number in (money.amount, money.low, money.high)
    )
    return Conversion(Money(amount=amount, low=low, high=high, currency=to, per=money.per), rate)
