"""Printed figures by day: how a rate is looked up, crossed through the source's base currency, and refused.

A source prints, for each of its days, how many units of a currency one unit of its base currency is. Every rate is
calculated from those figures as they are printed, exactly: one unit of A is figure(B) / figure(A) units of B.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

import msgspec

from ..errors import RateError
from .base import Rate

FALLBACK_DAYS = 10
"""How many calendar days before the day asked for a rate may be: the longest gap between two ECB days is 5."""

MOST_WINDOWS = 1024
"""How many windows of rates are kept: the articles of one day ask for the same ones."""

_ONE = Decimal(1)


class Fixed(msgspec.Struct, frozen=True):
    """A currency's `figure` that is fixed by law from the day `since` on, and no longer printed."""

    since: date
    figure: Decimal


class RateHistory:
    """Rates from figures printed by day; a source says which days it has and what is printed on each.

    Lookups are safe from several threads: nothing but caches ever changes.
    """

    fixed: ClassVar[Mapping[str, Fixed]] = {}
    more: ClassVar[str | None] = None
    """Where later figures are, for a copy of a history that goes on elsewhere: days after its end are then refused."""

    def __init__(self, name: str, base: str) -> None:
        self.name = name
        self.base = base
        self._covered_days: dict[str, tuple[date, ...]] = {}
        self._windows: dict[tuple[str, str, date, date], tuple[Rate, ...]] = {}

    @property
    def currencies(self) -> tuple[str, ...]:
        """The codes of all currencies that the source has on at least one day, its base among them, sorted."""
        raise NotImplementedError

    @property
    def _days(self) -> Sequence[date]:
        """The days that have figures, oldest first."""
        raise NotImplementedError

    def _printed(self, position: int, currency: str) -> Decimal | None:
        """Return what is printed for a currency, other than the base, on the day at a position of `_days`."""
        raise NotImplementedError

    def rate(self, base: str, quote: str, on: date) -> Rate:
        """Return how many units of `quote` one unit of `base` was on the last day published up to `on`.

        That day (`Rate.date`) lies at most `FALLBACK_DAYS` before `on`. A currency in itself is 1 on any day.

        Raises RateError for a currency that the source does not know, and for a day that has no rate of the two: the
        message says which currency or day is missing, and what is covered. Raises TypeError where `on` is not a date (a
        datetime is none: which day it is depends on where).

        >>> from moneyfacts.rates import ECB
        >>> rate = ECB.rate("USD", "CNY", date(2017, 1, 22))  # a Sunday has the rate of its Friday
        >>> rate.date.isoformat(), rate.legs
        ('2017-01-20', (('USD', Decimal('1.0632')), ('CNY', Decimal('7.3125'))))
        """
        self._check(base, quote, on, on)
        if base == quote:
            return Rate(base, quote, Fraction(1), on, self.name)
        if self.more is None or on <= self._days[-1]:
            for position in reversed(range(bisect_right(self._days, on))):
                if (on - self._days[position]).days > FALLBACK_DAYS:
                    break
                rate = self._rate_at(position, base, quote, on)
                if rate is not None:
                    return rate
        raise self._refusal(base, quote, on)

    def published(self, base: str, quote: str, start: date, end: date) -> tuple[Rate, ...]:
        """Return the rates of all days from `start` to `end` on which the two were published, oldest first.

        () where there are none, be it that the days lie outside the history, or that `end` lies before `start`.
        Raises RateError for a currency that the source does not know, TypeError where `start` or `end` is not a date.

        >>> from moneyfacts.rates import ECB
        >>> [rate.shown for rate in ECB.published("USD", "CNY", date(2017, 1, 19), date(2017, 1, 22))]
        ['6.8655 CNY/USD', '6.8778 CNY/USD']
        """
        self._check(base, quote, start, end)
        key = (base, quote, start, end)
        known = self._windows.get(key)
        if known is not None:
            return known
        window = range(bisect_left(self._days, start), bisect_right(self._days, end))
        rates = (self._rate_at(position, base, quote, self._days[position]) for position in window)
        found = tuple(rate for rate in rates if rate is not None)
        if len(self._windows) >= MOST_WINDOWS:
            self._windows.clear()
        self._windows[key] = found
        return found

    def covered(self, currency: str) -> tuple[date, date]:
        """Return the first and the last day on which a currency has a figure; days between may still have none.

        Raises RateError for a currency that the source does not know.

        >>> from moneyfacts.rates import ECB
        >>> [day.isoformat() for day in ECB.covered("RUB")]
        ['2005-04-01', '2022-03-01']
        """
        self._check_currency(currency)
        days = self._days_of(currency)
        fixed = self.fixed.get(currency)
        first = days[0] if fixed is None else min(days[0], max(fixed.since, self._days[0]))
        return first, days[-1]

    def _rate_at(self, position: int, base: str, quote: str, on: date) -> Rate | None:
        """Return the rate from the figures of one day, with those that are fixed on the day `on`."""
        of_base, of_quote = self._figure(position, base, on), self._figure(position, quote, on)
        if of_base is None or of_quote is None:
            return None
        pairs = () if base == quote else ((base, of_base), (quote, of_quote))
        legs = tuple(pair for pair in pairs if pair[0] != self.base)
        return Rate(base, quote, Fraction(of_quote) / Fraction(of_base), self._days[position], self.name, legs)

    def _figure(self, position: int, currency: str, on: date) -> Decimal | None:
        if currency == self.base:
            return _ONE
        fixed = self.fixed.get(currency)
        if fixed is not None and fixed.since <= on:
            return fixed.figure
        return self._printed(position, currency)

    def _days_of(self, currency: str) -> tuple[date, ...]:
        """Return the days on which a currency has a figure: a scan of all days, so made once, for messages only."""
        days = self._covered_days.get(currency)
        if days is None:
            days = tuple(
                day for position, day in enumerate(self._days) if self._figure(position, currency, day) is not None
            )
            self._covered_days[currency] = days
        return days

    def _check(self, base: str, quote: str, *days: date) -> None:
        for day in days:
            if not is_plain_date(day):
                raise TypeError(f"a rate is of a day, a datetime.date, not of {day!r}")
        self._check_currency(base)
        self._check_currency(quote)

    def _check_currency(self, currency: object) -> None:
        if not isinstance(currency, str):
            raise TypeError(f"a currency is a code, such as 'USD', not {currency!r}")
        if currency not in self.currencies:
            known = self.currencies
            raise RateError(
                f"{self.name} has no rates of {currency!r}: it covers {len(known)} currencies, {', '.join(known)}",
                currency=currency,
            )

    def _refusal(self, base: str, quote: str, on: date) -> RateError:
        """Return the error that says why there is no rate on `on`, and until and from when there is one."""
        first, last = self._days[0], self._days[-1]
        missing = base if base != self.base else quote
        if on < first:
            why = f"the history begins on {first}"
        elif self.more is not None and on > last:
            why = f"the embedded history ends {last}; {self.more}"
        elif (on - last).days > FALLBACK_DAYS:
            why = f"the history ends on {last}, more than {FALLBACK_DAYS} days before"
        else:
            lacking = [currency for currency in (base, quote) if not self._has_near(currency, on)]
            missing = lacking[0] if lacking else missing
            why = self._gap(missing, on) if lacking else f"no one day of the {FALLBACK_DAYS} before has both"
        return RateError(f"{self.name} has no {base}/{quote} rate for {on}: {why}", currency=missing, on=on)

    def _has_near(self, currency: str, on: date) -> bool:
        days = self._days_of(currency)
        before = bisect_right(days, on)
        return before > 0 and (on - days[before - 1]).days <= FALLBACK_DAYS

    def _gap(self, currency: str, on: date) -> str:
        days = self._days_of(currency)
        after = bisect_right(days, on)
        if 0 < after < len(days):
            return f"{currency} has no figure between {days[after - 1]} and {days[after]}"
        first, last = self.covered(currency)
        return f"{currency} is covered from {first} to {last}"


def is_plain_date(day: object) -> bool:
    """Tell whether `day` is a calendar day and no more: a datetime is a date to Python, but compares with none."""
    return isinstance(day, date) and not isinstance(day, datetime)
