"""Which exchange rates a conversion in a text is held to: those published around its time, else a pair beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import NamedTuple, Self

from msgspec.structs import replace

from ..errors import RateError
from ..link import Link, Relation
from ..model.facts import Document
from ..model.findings import RateUsed
from ..model.interval import Interval, nearest, plain
from ..model.values import DateSpan, Money, Quantity
from ..rates.base import SHOWN_DIGITS, ExchangeRates, Rate
from .operand import Operand, newsroom

WINDOW_DAYS = 10  # calendar days up to publication whose rates count
LONGEST_PERIOD = 92  # days of a period whose rates count: a quarter
LONGEST_AGE = 731  # days since the end of a figure's period after which it may be converted at rates of then
AMOUNT_REACH = Fraction(25, 100)  # of what is printed, the most that an amount may be beside it at a stretch
_YEAR = timedelta(days=365)
_BESIDE = 160  # characters around a pair in which a date may be that of its rate
_DOLLAR = "USD"
NEIGHBOURS = 3  # conversions of the same currencies on either side that stand in where no rate is published


_REACH = Interval(1 - AMOUNT_REACH, 1 + AMOUNT_REACH)


class Pair(NamedTuple):
    """An amount as it is printed, its equivalent in another currency, and their currencies.

    The equivalent restates what is printed, so that it may be anything that its print allows, but the amount may not;
    `restated` is how the equivalent is printed. `tie` is that of their link.
    """

    amount: Operand
    equivalent: Operand
    base: str
    quote: str
    restated: Interval
    tie: str | None

    @property
    def operands(self) -> dict[str, Operand]:
        """Its figures by their roles in the identity."""
        return {"amount": self.amount, "equivalent": self.equivalent}

    @property
    def ratio(self) -> Fraction:
        """The equivalent as printed by the amount, the lower ends where they are ranges."""
        return (self.restated.low or Fraction(0)) / (self.amount.typical.low or 1)

    @classmethod
    def of(cls, link: Link, relation: Relation = "conversion") -> Self | None:
        """Return the pair that a conversion or a printed rate states, None where there is nothing to compare."""
        one, other = link.get("amount"), link.get("equivalent")
        if link.relation != relation or one is None or other is None:
            return None
        first, second = one.value, other.value
        if not isinstance(first, Money) or not isinstance(second, Money):
            return None
        printed, restated = _printed(first), _printed(second)
        amount = Operand.of("amount", one, stretch=_near_print)
        equivalent = Operand.of("equivalent", other, stretch=newsroom)
        like = first.per is None or second.per is None or first.per == second.per
        if printed is None or restated is None or not like or first.currency == second.currency:
            return None
        if amount is None or equivalent is None:
            return None
        amount = replace(amount, typical=printed)
        return cls(amount, equivalent, first.currency, second.currency, restated, link.tie)

    def candidates(self, known: frozenset[str]) -> Iterator[Pair]:
        """Yield the pair in each two currencies that its signs and words may mean, as it is read first.

        "$" may be the dollar of the United States, or one of those that are `known` from the rest of the text.
        """
        bases, quotes = (_candidates(each.value, known) for each in (self.amount, self.equivalent))
        for base, quote in product(bases, quotes):
            if base != quote:
                yield self._replace(base=base, quote=quote)


def _candidates(value: Quantity, known: frozenset[str]) -> list[str]:
    codes = value.candidates if isinstance(value, Money) else ()
    return [code for code in codes if _DOLLAR not in codes or code == codes[0] or code == _DOLLAR or code in known]


def _near_print(amount: Operand) -> Interval:
    """Return what newsrooms get away with an amount for, not far from what is printed."""
    loose = newsroom(amount).intersection(amount.typical * _REACH)
    return loose.hull(amount.typical) if loose else amount.typical


class Quote(NamedTuple):
    """How many units of the equivalent's currency one of the amount's is, by a published rate or by another pair."""

    range: Interval
    origin: Rate | Pair

    @property
    def day(self) -> date | None:
        """The day on which the rate was published."""
        return self.origin.date if isinstance(self.origin, Rate) else None

    @property
    def told(self) -> str:
        """The quote's origin in words: "the ECB rates of 2017-01-19"."""
        if isinstance(self.origin, Rate):
            return f"the {self.origin.source} rates of {self.origin.date}"
        return f"the rate of {self.origin.amount.fact.text} ({self.origin.equivalent.fact.text})"

    def used(self) -> RateUsed:
        """Return the quote as a finding names it."""
        origin = self.origin
        if isinstance(origin, Rate):
            return RateUsed(origin.source, origin.date, origin.legs, origin.shown)
        figures = ((origin.base, origin.amount.value), (origin.quote, origin.equivalent.value))
        amounts = ((code, value.amount) for code, value in figures if isinstance(value, Money))
        legs = tuple((code, amount) for code, amount in amounts if isinstance(amount, Decimal))
        return RateUsed("the text", None, legs, _shown(origin))


def printed(rate: Pair, base: str) -> list[list[Quote]]:
    """Return the rate that a text prints, as a window of its own."""
    return [[Quote(_rate_of(rate, base), rate)]]


def published(pair: Pair, rates: ExchangeRates, day: date | None) -> tuple[list[list[Quote]], str]:
    """Return the published rates of each window that fits a pair, or none, and what was missing.

    `day` is the date of publication. The window up to it comes first, that of the figure's own period after it.
    """
    windows: list[tuple[Rate, ...]] = []
    missing = "the date of publication is not known"
    if day is not None:
        try:
            found = rates.published(pair.base, pair.quote, _before(day), day)
            windows.append(found or (rates.rate(pair.base, pair.quote, day),))
        except RateError as error:
            missing = str(error)
    period = _period(pair, day)
    if period is not None:
        try:
            windows.append(rates.published(pair.base, pair.quote, *period))
        except RateError as error:
            missing = str(error)
    return [[Quote(Interval.point(rate.value), rate) for rate in window] for window in windows if window], missing


def beside(same: Sequence[Pair], place: int) -> list[list[Quote]]:
    """Return the rates of the pairs nearest to one of those in the same two currencies, each a window of its own.

    Either figure of such a pair may be the rounded one, so its rate is as open as both. One that repeats the same two
    figures proves nothing.
    """
    pair = same[place]
    near = (*same[max(0, place - NEIGHBOURS) : place], *same[place + 1 : place + 1 + NEIGHBOURS])
    near = tuple(other for other in near if not _repeats(other, pair) and _may_be_of_one_time(other, pair))
    return [[Quote(_rate_of(other, pair.base), other)] for other in near]


def _may_be_of_one_time(one: Pair, other: Pair) -> bool:
    """Tell whether two pairs are told of no two different times: "$613 million in 2004 and $1.4 billion in 2008"."""
    times = {pair.equivalent.fact.context.period for pair in (one, other)} - {None}
    return len(times) < 2


def _printed(money: Money) -> Interval | None:
    """Return an amount or range as it is printed; None where it is not above zero."""
    ends = [Fraction(end) for end in (money.amount, money.low, money.high) if end is not None]
    return Interval(min(ends), max(ends)) if ends and min(ends) > 0 else None


def dates_beside(pair: Pair, document: Document) -> list[date]:
    """Return the last days of the dates right around a pair which ended before publication.

    A day that would be to come is that of the year before: in a chronicle of October, "March 11 - sells its stake".
    """
    low, high = pair.amount.fact.start - _BESIDE, pair.equivalent.fact.end + _BESIDE
    ends = [
        (fact.value.end, fact.value.grain)
        for fact in document.facts
        if low <= fact.start <= high and isinstance(fact.value, DateSpan) and fact.value.end is not None
    ]
    published = document.published
    if published is None:
        return [end for end, _ in ends]
    past = [end - _YEAR if end > published and grain == "day" else end for end, grain in ends]
    return [end for end in past if end < published]


def is_old(pair: Pair, day: date | None) -> bool:
    """Tell whether an amount is of a year that ended long before publication: a line of a chronicle."""
    period = pair.amount.fact.context.period
    return day is not None and period is not None and period.end is not None and (day - period.end).days > LONGEST_AGE


def _before(day: date) -> date:
    return date.fromordinal(max(1, day.toordinal() - WINDOW_DAYS))


def _period(pair: Pair, day: date | None) -> tuple[date, date] | None:
    """Return the days of the period that the figures are of: no longer than a quarter, and over before the window."""
    period: DateSpan | None = pair.amount.fact.context.period or pair.equivalent.fact.context.period
    if period is None or period.start is None or period.end is None:
        return None
    if (period.end - period.start).days >= LONGEST_PERIOD or (day is not None and period.end >= _before(day)):
        return None
    return min(period.start, _before(period.end)), period.end


def _rate_of(pair: Pair, base: str) -> Interval:
    """Return what one unit of `base` is by a pair, as its two figures are rounded; qualifiers restate one another."""
    facts = (replace(each.fact, qualifier=None) for each in (pair.amount, pair.equivalent))
    amount, equivalent = (fact.typical or Interval.everything() for fact in facts)
    return equivalent / amount if pair.base == base else amount / equivalent


def _repeats(one: Pair, other: Pair) -> bool:
    figures = {(one.base, one.amount.typical), (one.quote, one.restated)}
    return figures == {(other.base, other.amount.typical), (other.quote, other.restated)}


def _shown(pair: Pair) -> str:
    """Return the rate of a pair for people, the larger way round: "6.8493 CNY/USD"."""
    if pair.ratio >= 1:
        return f"{plain(nearest(pair.ratio, digits=SHOWN_DIGITS))} {pair.quote}/{pair.base}"
    return f"{plain(nearest(1 / pair.ratio, digits=SHOWN_DIGITS))} {pair.base}/{pair.quote}"
