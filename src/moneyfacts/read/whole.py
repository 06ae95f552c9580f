"""One whole figure and nothing else: what the `parse_` verbs read, with an error that shows where reading stopped."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from ..errors import ParseError
from ..interval import negated
from ..lang.frozen import MARKS
from ..lang.language import Language
from ..values import Change, Money, Percent, PercentUnit
from . import dates
from .behind import per
from .draft import Draft, When
from .figure import MINUS, Amount, amount
from .number import Number
from .quantity import quantity
from .worded import in_words


def whole_money(text: str, language: Language) -> Money:
    """Return the amount of money that `text` is; brackets around it are a minus, as accounts print it."""
    try:
        found, negative = _one(text, language, "an amount of money")
    except ParseError:
        money = _range_or_rate(text, language)
        if money is None:
            raise
        return money
    unit = found.unit
    if unit is None or unit.tag not in ("currency", "minor"):
        raise ParseError(text, found.end, "a currency")
    number, others = _signed(found.number.times(unit.power, found.end), negative)
    return Money(
        amount=number,
        alternatives=others,
        currency=unit.candidates[0],
        candidates=unit.candidates,
        reason=unit.reason,
    )


def _range_or_rate(text: str, language: Language) -> Money | None:
    """Return "$10-15 million" or "$10 million a year", None where the text is neither, whole."""
    start, stop = _trimmed(text)
    found = quantity(text, start, language, None) if start < stop else None
    if not isinstance(found, Draft) or not isinstance(found.value, Money) or found.start != start:
        return None
    rate = per(text, found.end, language)
    return found.value if (rate[0] if rate else found.end) == stop else None


def whole_percent(text: str, language: Language) -> Percent:
    """Return the percentage, percentage points or basis points that `text` is."""
    found, negative = _one(text, language, "a percentage")
    if found.unit is None or found.unit.tag != "percent":
        raise ParseError(text, found.end, "a percent sign or word")
    number, others = _signed(found.number, negative)
    return Percent(amount=number, alternatives=others, unit=cast(PercentUnit, found.unit.name))


def whole_number(text: str, language: Language) -> Decimal:
    """Return the number that `text` is, in digits or words, with its scale."""
    found, negative = _one(text, language, "a number")
    if found.unit is not None:
        raise ParseError(text, found.number.end, "the end")
    return _signed(found.number, negative)[0]


def whole_change(text: str, language: Language) -> Change:
    """Return the change that `text` is, with the word that governs it: "rose 55%", "down 3 cents", "+5%"."""
    for match in language.trigger(" " + text):
        found = quantity(text, match.start(), language, None)
        if isinstance(found, Draft) and isinstance(found.value, Change):
            return found.value
        if isinstance(found, Draft):
            raise ParseError(text, found.start, "a word that says which way it moves, like 'rose' or 'down'")
    raise ParseError(text, 0, "a change, like 'rose 55%'")


def whole_date(text: str, language: Language) -> When:
    """Return the date or span that `text` is, as it was said."""
    start, stop = _trimmed(text)
    for position in (start, *(match.start() for match in language.trigger(" " + text))):
        found = dates.date(text, position, language)
        if found is not None and found.when is not None:
            if found.end != stop:
                raise ParseError(text, found.end, "the end")
            return found.when
    raise ParseError(text, start, "a date or a span of dates")


def _signed(number: Number, negative: bool) -> tuple[Decimal, tuple[Decimal, ...]]:
    """Return the amount of a number with its sign, and its other readings."""
    if negative:
        return negated(number.amount), tuple(map(negated, number.alternatives))
    return number.amount, number.alternatives


def _trimmed(text: str) -> tuple[int, int]:
    start, stop = 0, len(text)
    while stop and (text[stop - 1].isspace() or text[stop - 1] in MARKS):
        stop -= 1
    while start < stop and (text[start].isspace() or text[start] in MARKS):
        start += 1
    return start, stop


def _one(text: str, language: Language, expected: str) -> tuple[Amount, bool]:
    """Return the one amount that fills the whole text, and whether a sign or brackets make it negative."""
    start, stop = _trimmed(text)
    negative = False
    if text[start : start + 1] == "(" and text[stop - 1 : stop] == ")":
        start, stop, negative = start + 1, stop - 1, True
    if text[start : start + 1] and text[start] in MINUS + "+":
        negative = negative or text[start] != "+"
        start += 1
    first = text[start:stop].split(" ", 1)
    if first[0].casefold() in language.numbers.ones and len(first) == 2 and in_words(first[1], 0, language.numbers):
        start += len(first[0]) + 1
    found = amount(text, start, language) if start < stop else None
    if found is None:
        raise ParseError(text, start, expected)
    if found.end != stop:
        raise ParseError(text, found.end, "the end" if found.unit else f"the rest of {expected}")
    return found, negative or found.negative
