"""Numbers and values as people read them: "34.3 billion", "CNY 34.3 billion per year", "up 55%, year on year".

Nothing is rounded here but by `to_places`, which says so, in exact rationals: this is what was read. What follows from
it is written to a few digits, by `checks/wording.py`, with the same words for scales and percentages.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import singledispatch

from ..checks.wording import PERCENTAGES, SCALES
from ..model.facts import Fact
from ..model.interval import plain
from ..model.readings import Sense
from ..model.values import Change, Count, DateSpan, Duration, Measurement, Money, Percent, Quantity, Ratio, Value

Number = Decimal | Fraction | int

_MOST_DECIMALS = 3  # before a scale word; a number with more of them is printed in full

_LOOSELY: Mapping[Sense, str] = {
    "above": "more than ",
    "at_least": "at least ",
    "below": "less than ",
    "at_most": "at most ",
    "nearly": "nearly ",
    "about": "about ",
    "between": "",  # the range itself says it
}
_BASIS = {
    "year_on_year": "year on year",
    "quarter_on_quarter": "quarter on quarter",
    "month_on_month": "month on month",
    "annualized": "annualized",
    "since": "since an earlier date",
}
_DAY = timedelta(days=1)


def number(value: Number) -> str:
    """Return a number, exactly, in the form that is quickest to read.

    >>> number(Decimal("34300000000")), number(1234567), number(Decimal("45.00")), number(Fraction(1, 3))
    ('34.3 billion', '1,234,567', '45.00', '1/3')
    """
    printed = plain(value)
    if "/" in printed:
        return printed
    sign, digits = ("-", printed[1:]) if printed.startswith("-") else ("", printed)
    whole, _, decimals = digits.partition(".")
    if not decimals.strip("0"):
        for power, word in SCALES:
            if len(whole) > power:
                places = whole[-power:].rstrip("0")
                if len(places) > _MOST_DECIMALS:
                    break
                return f"{sign}{grouped(whole[:-power])}{'.' if places else ''}{places} {word}"
    return sign + grouped(digits)


def grouped(digits: str) -> str:
    """Return unsigned digits with commas at the thousands.

    >>> grouped("4987004837.26"), grouped("999")
    ('4,987,004,837.26', '999')
    """
    whole, point, decimals = digits.partition(".")
    head = len(whole) % 3
    parts = [whole[:head]] if head else []
    return ",".join([*parts, *(whole[at : at + 3] for at in range(head, len(whole), 3))]) + point + decimals


def to_places(value: Number, places: int) -> str:
    """Return a number rounded to that many decimal places, ties away from zero.

    >>> to_places(Fraction(200, 3), 2), to_places(Decimal("-0.125"), 2), to_places(7, 0)
    ('66.67', '-0.13', '7')
    """
    exactly = Fraction(value)
    steps = (2 * abs(exactly.numerator) * 10**places + exactly.denominator) // (2 * exactly.denominator)
    digits = str(steps).rjust(places + 1, "0")
    sign = "-" if exactly < 0 and steps else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def fact(found: Fact) -> str:
    """Return what a fact means, its qualifier included."""
    return meaning(found.value, _LOOSELY[found.qualifier.sense] if found.qualifier else "")


@singledispatch
def meaning(value: Value, loosely: str = "") -> str:
    """Return what a value means; `loosely` stands before its number.

    >>> meaning(Money(amount=Decimal("34.3E9"), currency="CNY", per="year"), "more than ")
    'more than CNY 34.3 billion per year'
    """
    raise TypeError(f"no words for {loosely}{value!r}")


@meaning.register
def _(value: Money, loosely: str = "") -> str:
    return f"{loosely}{value.currency} {_amount(value)}{_per(value.per)}"


@meaning.register
def _(value: Percent, loosely: str = "") -> str:
    return f"{loosely}{_amount(value)}{PERCENTAGES[value.unit]}"


@meaning.register
def _(value: Change, loosely: str = "") -> str:
    basis = f", {_BASIS[value.basis]}" if value.basis else ""
    if value.direction == "flat":
        return f"flat{basis}"
    how_much = _amount(value)
    if value.unit in PERCENTAGES:
        how_much += PERCENTAGES[value.unit]
    elif value.unit == "multiple":
        how_much = f"by a factor of {how_much}"
    elif value.candidates:
        how_much = f"{value.unit} {how_much}"
    else:
        how_much += f" {value.of or ''}" if value.unit == "count" else f" {_unit(value.unit)}"
    return f"{value.direction} {loosely}{how_much.rstrip()}{_per(value.per)}{basis}"


@meaning.register
def _(value: Count, loosely: str = "") -> str:
    return f"{loosely}{_amount(value)} {value.of or ''}".rstrip() + _per(value.per)


@meaning.register
def _(value: Ratio, loosely: str = "") -> str:
    return f"{loosely}{_amount(value)}"


@meaning.register
def _(value: Measurement, loosely: str = "") -> str:
    return f"{loosely}{_amount(value)} {_unit(value.unit)}"


@meaning.register
def _(value: Duration, loosely: str = "") -> str:
    return f"{loosely}{_amount(value)} {value.unit}{'' if value.amount == 1 else 's'}"


@meaning.register
def _(value: DateSpan, loosely: str = "") -> str:
    label = f"{value.label}: " if value.label else ""
    if value.start is None and value.end is None:
        return f"{label}{value.unresolved or 'not known'}"
    if value.start is None or value.end is None:
        return f"{label}{loosely}{f'until {value.end}' if value.start is None else f'from {value.start}'}"
    if value.start == value.end:
        return f"{label}{loosely}{value.start}"
    return f"{label}{loosely}{value.start} to {value.end}"


def period(value: DateSpan) -> str:
    """Return a span as briefly as its dates allow: a year, months, or the days.

    >>> period(DateSpan(start=date(2016, 7, 1), end=date(2016, 9, 30)))
    '2016-07 to 2016-09'
    """
    start, end = value.start, value.end
    if value.label or start is None or end is None or start.day != 1 or end == date.max or (end + _DAY).day != 1:
        return value.label or meaning(value)
    size = len("2016") if (start.month, end.month) == (1, 12) else len("2016-07")
    first, last = start.isoformat()[:size], end.isoformat()[:size]
    return first if first == last else f"{first} to {last}"


def context(found: Fact) -> str:
    """Return what the words around a figure say of it: whose it is, of what, of when."""
    around = found.context
    parts = (around.subject, around.measure, around.period and period(around.period), around.accounting)
    return ", ".join(part for part in parts if part)


def _amount(value: Quantity) -> str:
    if value.low is not None and value.high is not None:
        return f"{number(value.low)} to {number(value.high)}"
    return "" if value.amount is None else number(value.amount)


def _per(noun: str | None) -> str:
    return f" per {noun}" if noun else ""


def _unit(name: str) -> str:
    return name.replace("_", " ")
