"""Exchange rates after one small protocol, and conversion at the rates of a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar, Protocol, Self, runtime_checkable

from msgspec.structs import replace

from ..doors import check_conversion
from ..model.interval import as_decimal, nearest, plain, product
from ..model.records import Reader, Record, a_date, a_decimal, a_number, a_text
from ..model.values import Money

SHOWN_DIGITS = 5  # significant digits of a cross rate in a message
DIGITS = 28  # significant digits of a converted amount that has no last one: as many as Python's own Decimals keep


def _a_value(value: Any) -> Fraction:
    rate = Fraction(a_number(value))
    if rate <= 0:
        raise ValueError(f"{value!r} is not a rate: it is not above zero")
    return rate


def _legs(value: Any) -> tuple[tuple[str, Decimal], ...]:
    if not isinstance(value, Mapping):
        raise ValueError(f"{value!r} is not an object")
    return tuple((a_text(currency), a_decimal(figure)) for currency, figure in value.items())


class Rate(Record, frozen=True):
    """One unit of `base` is `value` units of `quote`, exactly, on `date` as `source` published it.

    `legs` are the source's own printed figures that the value follows from, each with its currency.

    >>> euro = Rate("EUR", "USD", Fraction("1.0668"), date(2017, 1, 19), "ECB", (("USD", Decimal("1.0668")),))
    >>> euro.shown, Rate.from_dict(euro.to_dict()) == euro
    ('1.0668 USD/EUR', True)
    """

    base: str
    quote: str
    value: Fraction
    date: date
    source: str
    legs: tuple[tuple[str, Decimal], ...] = ()

    _readers: ClassVar[Mapping[str, Reader]] = {
        "base": a_text,
        "quote": a_text,
        "value": _a_value,
        "date": a_date,
        "source": a_text,
        "legs": _legs,
    }

    @property
    def shown(self) -> str:
        """The rate for people, the larger way round: "6.8655 CNY/USD" is that many yuan for a dollar."""
        if self.value >= 1:
            return f"{plain(nearest(self.value, digits=SHOWN_DIGITS))} {self.quote}/{self.base}"
        return f"{plain(nearest(1 / self.value, digits=SHOWN_DIGITS))} {self.base}/{self.quote}"

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form, the legs as an object, with the rate as it is `shown`."""
        legs = {currency: plain(figure) for currency, figure in self.legs}
        return {**super().to_dict(), "legs": legs, "shown": self.shown}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Return the rate whose `to_dict` is `data`; raises ValueError for what is none, and names the field."""
        if isinstance(data, Mapping):
            data = {name: field for name, field in data.items() if name != "shown"}
        return super().from_dict(data)


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


class Conversion(Record, frozen=True):
    """An amount of money in another currency, and the `rate` that it was converted at.

    `exact` is what it comes to, a Fraction where decimals cannot say it: to calculate with. `money` is the same as a
    Decimal: to print, store and hand on.
    """

    exact: Money
    rate: Rate

    _readers: ClassVar[Mapping[str, Reader]] = {"exact": Money.from_dict, "rate": Rate.from_dict}

    @property
    def money(self) -> Money:
        """The amount (or both ends of a range) as a Decimal: all of it, or 28 significant digits of what has no end."""
        return replace(
            self.exact,
            **{name: _as_digits(getattr(self.exact, name)) for name in ("amount", "low", "high")},
        )

    @property
    def date(self) -> date:
        """The day on which the rate was published: the day asked for, or the last one before it."""
        return self.rate.date

    @property
    def source(self) -> str:
        """Who published the rate."""
        return self.rate.source

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form, with the `money` that follows from the exact one."""
        return {"money": self.money.to_dict(), **super().to_dict()}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Return the conversion whose `to_dict` is `data`; `money` is not read but derived anew."""
        if isinstance(data, Mapping):
            data = {name: field for name, field in data.items() if name != "money"}
        return super().from_dict(data)


def _as_digits(number: Decimal | Fraction | None) -> Decimal | Fraction | None:
    """Return a number as a Decimal; what has no last digit ends at the nearest of so many."""
    return as_decimal(nearest(number, digits=DIGITS)) if isinstance(number, Fraction) else number


def convert(money: Money, to: str, on: date, rates: ExchangeRates | None = None) -> Conversion:
    """Return `money` in the currency `to` at the rate of the last day published up to `on` (by default the ECB's).

    The amount (or both ends of a printed range) is converted exactly: `Conversion.exact` has all of it. `per` stays;
    other readings of the digits (`alternatives`) are left after, as is the reason for the currency. Raises
    RateError for a currency or a date that the source does not cover, TypeError where `on` is not a date and for any
    other argument of a wrong type.

    >>> raised = convert(Money(amount=Decimal("1E9"), currency="CNY", per="year"), "USD", date(2017, 1, 21))
    >>> print(raised.money.rounded(), "=", raised.money.format())
    USD 145394871.79 per year = $145,394,871.79
    >>> raised.date.isoformat(), raised.source  # a Saturday has the rate of its Friday
    ('2017-01-20', 'ECB')
    """
    check_conversion(money, to, rates)
    if rates is None:
        from .ecb import ECB  # noqa: PLC0415 - the history is loaded only when it is used

        rates = ECB
    rate = rates.rate(money.currency, to, on)
    amount, low, high = (
        None if number is None else product(number, rate.value) for number in (money.amount, money.low, money.high)
    )
    return Conversion(Money(amount=amount, low=low, high=high, currency=to, per=money.per), rate)
