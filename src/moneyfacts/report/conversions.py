"""A conversion for people and for programs: what it comes to, at which rate, of which day, published by whom."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ..model.currencies import minor_unit
from ..model.interval import nearest, plain
from ..model.values import Money
from ..rates import Conversion
from .figures import grouped, number, to_places
from .rows import doubt_of

_FEWEST_DIGITS = 3  # of a converted amount, however few digits were printed
_MILLION = 1_000_000
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def conversion_text(text: str, money: Money, conversion: Conversion, on: date) -> str:
    """Return a conversion as lines of text; `text` is the amount as it was given, `on` the day that was asked for.

    >>> from moneyfacts import parse_money
    >>> money, day = parse_money("34.3 billion yuan"), date(2017, 1, 21)
    >>> print(conversion_text("34.3 billion yuan", money, money.convert("USD", day), day), end="")
    34.3 billion yuan = USD 4.99 billion
    <BLANKLINE>
    in full    USD 4,987,044,102.56
    rate       6.8778 CNY/USD
    published  2017-01-20 by ECB
               2017-01-21 is a Saturday; 2017-01-20 is the last day published before it
    """
    rate = conversion.rate
    amounts = _amounts(money), _amounts(conversion.exact)
    places = minor_unit(conversion.exact.currency)
    per = f" per {money.per}" if money.per else ""
    brief = " to ".join(_brief(after, before, places) for before, after in zip(*amounts, strict=True))
    rows = [("rate", rate.shown), ("published", f"{rate.date} by {rate.source}")]
    if rate.date != on:
        rows.append(("", _fallback(on, rate.date)))
    if any(abs(after) >= _MILLION for after in amounts[1]):
        full = " to ".join(_signed(to_places(after, places)) for after in amounts[1])
        rows.insert(0, ("in full", f"{rate.quote} {full}{per}"))
    if len(money.candidates) > 1:
        rows.append(("read as", doubt_of(money.candidates, money.reason)))
    lines = (f"{name:<9}  {said}" for name, said in rows)
    return f"{' '.join(text.split())} = {rate.quote} {brief}{per}\n\n" + "".join(f"{line}\n" for line in lines)


def conversion_dict(text: str, money: Money, conversion: Conversion, on: date) -> dict[str, Any]:
    """Return the JSON form: the conversion's own, what it is of, and the amount in the currency's smallest unit.

    `rounded` is null for a printed range, which has no single amount.
    """
    amount = conversion.exact.amount
    rounded = None if amount is None else to_places(amount, minor_unit(conversion.exact.currency))
    return {"text": text, "on": on.isoformat(), "from": money.to_dict(), **conversion.to_dict(), "rounded": rounded}


def _amounts(money: Money) -> list[Fraction]:
    ends = (money.amount, money.low, money.high)
    return [Fraction(end) for end in ends if end is not None]


def _brief(amount: Fraction, before: Fraction, places: int) -> str:
    """Return an amount with as many digits as the amount before it had, but to the smallest unit below a million."""
    if 1 <= abs(amount) < _MILLION:
        return _signed(to_places(amount, places))
    return number(nearest(amount, digits=max(_FEWEST_DIGITS, _digits(before))))


def _digits(amount: Decimal | Fraction) -> int:
    """Return how many digits say an amount, 0 where decimals cannot."""
    printed = plain(amount)
    return 0 if "/" in printed else len(printed.replace(".", "").strip("-0"))


def _signed(digits: str) -> str:
    return f"-{grouped(digits[1:])}" if digits.startswith("-") else grouped(digits)


def _fallback(on: date, published: date) -> str:
    if on.weekday() > 4:
        return f"{on} is a {_WEEKDAYS[on.weekday()]}; {published} is the last day published before it"
    return f"no rate was published on {on}; {published} is the last day before it that has one"
