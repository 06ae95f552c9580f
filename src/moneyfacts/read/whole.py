"""One whole figure and nothing else: what the `parse_` verbs read, with an error that shows where reading stopped.

A text is one figure where `scan` finds one in it and nothing is left over. What only a text would not say so, "2016" as
a number or "-$5", is read here too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import wraps
from typing import TypeVar, cast

import msgspec

from ..errors import ParseError
from ..lang.language import Language
from ..model.interval import negated
from ..model.values import Change, Count, Money, Percent, PercentUnit
from .dates import is_year
from .layout import layout
from .mention import DateExpression, Mention
from .numbers.in_digits import Number
from .numbers.in_words import in_words
from .quantities.amount import MINUS, Amount, amount
from .scan import scan

_LONGEST = 1000  # code points of a figure with all its words
_MOST_LEFT_OFF = 16  # words at either end of a change
_NO_CENTS = re.compile(r"[.,][-–—]+").fullmatch
_MONTH = re.compile(r"(?:(\d{1,2})[./-](\d{4})|(\d{4})[./](\d{1,2}))").fullmatch
_SHORTENED = re.compile(r"([^\W\d_]+)\.?").sub
_LAST_WORD = re.compile(r"[^\W\d_]*$").search

_NAMES = {Money: "an amount of money", Percent: "a percentage", Count: "a number"}

V = TypeVar("V", Money, Percent, Change, Count)
R = TypeVar("R")


def _set_plainly(read: Callable[[str, Language], R]) -> Callable[[str, Language], R]:
    """Return a reader of texts set plainly as one of any text; its errors show the place in the text as given."""

    @wraps(read)
    def reader(text: str, language: Language) -> R:
        laid = layout(text)
        try:
            return read(laid.text, language)
        except ParseError as error:
            if not laid.places:
                raise
            raise ParseError(text, laid.given_place(error.position), error.expected) from None

    return reader


class _Place(msgspec.Struct, frozen=True):
    """Where the figure of a text stands, without the spaces, the sign and the brackets around it."""

    start: int
    stop: int
    negative: bool


@_set_plainly
def whole_money(text: str, language: Language) -> Money:
    """Return the amount of money that `text` is; brackets around it are a minus, as accounts print it."""

    def one(place: _Place) -> Money:
        found, negative = _one(text, place, language, "an amount of money")
        unit = found.unit
        if unit is None or unit.tag not in ("currency", "minor"):
            raise ParseError(text, found.end, "a currency")
        number, others = _signed(found.number.times(unit.power, found.end), negative)
        codes = unit.candidates
        return Money(amount=number, alternatives=others, currency=codes[0], candidates=codes, reason=unit.reason)

    return _either(text, language, Money, one)


@_set_plainly
def whole_percent(text: str, language: Language) -> Percent:
    """Return the percentage, percentage points or basis points that `text` is."""

    def one(place: _Place) -> Percent:
        found, negative = _one(text, place, language, "a percentage")
        if found.unit is None or found.unit.tag != "percent":
            raise ParseError(text, found.end, "a percent sign or word")
        number, others = _signed(found.number, negative)
        return Percent(amount=number, alternatives=others, unit=cast(PercentUnit, found.unit.name))

    return _either(text, language, Percent, one)


@_set_plainly
def whole_number(text: str, language: Language) -> Decimal:
    """Return the number that `text` is, in digits or words, with its scale."""

    def one(place: _Place) -> Count:
        found, negative = _one(text, place, language, "a number")
        if found.unit is not None:
            raise ParseError(text, found.number.end, "the end")
        return Count(amount=_signed(found.number, negative)[0])

    number = _either(text, language, Count, one).amount
    if not isinstance(number, Decimal):
        raise ParseError(text, 0, "one number that decimals can say")
    return number


def _either(text: str, language: Language, kind: type[V], one: Callable[[_Place], V]) -> V:
    """Return a value as `one` reads it, an amount and no more, or else as `scan` does, which takes three times as long.

    Where words run together `scan` has the first say: it knows where one ends.
    """
    place = _place(text)
    if language.words.unspaced:
        return _filling(text, place, kind, language) or one(place)
    try:
        return one(place)
    except ParseError:
        value = _filling(text, place, kind, language)
        if value is None:
            raise
        return value


def _place(text: str) -> _Place:
    start, stop = _trimmed(text)
    negative = text[start : start + 1] == "(" and text[stop - 1 : stop] == ")"
    if negative:
        start, stop = start + 1, stop - 1
    if text[start : start + 1] and text[start] in MINUS + "+":
        negative = negative or text[start] != "+"
        start += 1
    return _Place(start, stop, negative)


def _trimmed(text: str) -> tuple[int, int]:
    stop = len(text.rstrip())
    return min(stop, len(text) - len(text.lstrip())), stop


def _drafts(text: str, start: int, stop: int, language: Language) -> list[Mention]:
    """Return the figures between `start` and `stop`, as `scan` finds them where nothing else stands, with their places.

    One that another holds is left out.
    """
    if not 0 < stop - start <= _LONGEST:
        return []
    drafts = scan(text[start:stop], language)
    inner = [id(each.inner) for each in drafts if each.inner]
    return [each for each in drafts if id(each) not in inner]


def _filling(text: str, place: _Place, kind: type[V], language: Language) -> V | None:
    """Return the one value that fills a place; None where there is none, or more than that.

    Raises ParseError where a word loosens it, for which a value has no room.
    """
    drafts = _drafts(text, place.start, place.stop, language)
    value = drafts[0].value if len(drafts) == 1 else None
    if not isinstance(value, kind):
        return None
    [draft] = drafts
    inside = text[place.start : place.stop]
    if inside[0] in MINUS + "+":
        return None  # "--$5"
    start, end = draft.start, _end(inside, draft, language)
    if draft.qualifier and draft.qualifier[2] != "between":
        first, last, _ = draft.qualifier
        if not inside[: min(first, start)] and not inside[max(last, end) :]:
            raise ParseError(text, place.start + first, f"{_NAMES[kind]} alone: it has no room for what loosens it")
    if value.low is not None:
        start, end = _between(inside, start, end, language)
    if start or end != len(inside):
        return None
    return _negated(value) if place.negative else value


def _between(text: str, start: int, end: int, language: Language) -> tuple[int, int]:
    """Return where a range begins and ends with the words around it that make it one: "between", "사이"."""
    opening = frozenset[str]().union(*language.ranges.pairs.values())
    begin = 0 if text[:start].strip().casefold() in opening else start
    return begin, len(text) if text[end:].strip().casefold() in language.ranges.closing else end


def _end(text: str, draft: Mention, language: Language) -> int:
    """Return where a figure ends with what belongs to it: what it is per, the stop of its abbreviation, no cents."""
    end = draft.end
    if isinstance(draft.value, Money) and draft.own and draft.own[1] > end:
        return draft.own[1]
    rest = text[end:]
    word = _LAST_WORD(text[:end]) if rest == "." else None
    if word and word[0].casefold() in language.sentences.abbreviations:
        return end + 1
    priced = isinstance(draft.value, Money) and draft.prefixed and _NO_CENTS(rest)
    return len(text) if priced else end


def _negated(value: V) -> V:
    """Return a value below zero instead of above; the ends of a range change places."""
    numbers = value.amount, value.high, value.low
    amount, low, high = (None if number is None else _below(number) for number in numbers)
    others = tuple(map(_below, value.alternatives))
    return msgspec.structs.replace(value, amount=amount, low=low, high=high, alternatives=others)


def _below(number: Decimal | Fraction) -> Decimal | Fraction:
    return negated(number) if isinstance(number, Decimal) else -number


@_set_plainly
def whole_change(text: str, language: Language) -> Change:
    """Return the change that `text` is, with the words that govern it: "rose 55%", "down 3 cents", "+5%".

    Each word at either end has to be part of it: without it, the text says something else.
    """
    start, stop = _trimmed(text)
    drafts = _drafts(text, start, stop, language)
    if not drafts:
        raise ParseError(text, start, "a change, like 'rose 55%'")
    first = drafts[0]
    if not isinstance(first.value, Change):
        raise ParseError(text, start + first.start, "a word that says which way it moves, like 'rose' or 'down'")
    if len(drafts) > 1:
        raise ParseError(text, start + drafts[1].start, "one change and no other figure")
    if first.qualifier and first.qualifier[2] != "between":
        raise ParseError(text, start + first.qualifier[0], "a change alone: what loosens it is no part of its value")
    begin = _least_start(text[start:stop], first, language)
    lead = text[start : start + begin].split()
    if any(word.casefold() not in language.counts.articles | language.changes.auxiliaries for word in lead):
        raise ParseError(text, start, "a word that says which way it moves, like 'rose' or 'down'")
    end = _least_end(text[start:stop], first, language)
    if start + end != stop:
        raise ParseError(text, start + end, "the end")
    return first.value


def _says(text: str, value: object, language: Language) -> bool:
    drafts = _drafts(text, 0, len(text), language)
    return len(drafts) == 1 and drafts[0].value == value


def _least_start(text: str, draft: Mention, language: Language) -> int:
    """Return where the words begin without which a text no longer says a change."""
    begin = 0
    for word in list(_words(text[: draft.start], language))[:_MOST_LEFT_OFF]:
        if not _says(text[word[1] :].lstrip(), draft.value, language):
            return word[0]
        begin = word[1]
    return max(begin, draft.start)


def _least_end(text: str, draft: Mention, language: Language) -> int:
    """Return where the words end without which a text no longer says a change."""
    for first, last in list(_words(text[draft.end :], language))[: -_MOST_LEFT_OFF - 1 : -1]:
        if not _says(text[: draft.end + first].rstrip(), draft.value, language):
            return draft.end + last
    return draft.end


def _words(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """Yield where each word of a text, or sign in it, begins and ends."""
    end = 0
    for token in language.words.tokens(text):
        start = text.index(token, end)
        end = start + len(token)
        yield start, end


@_set_plainly
def whole_date(text: str, language: Language) -> DateExpression:
    """Return the date or span that `text` is, as it was said; a word like "in" may lead to it.

    "May" is a month only where such a word leads to it, so it is tried after one, too.
    """
    start, stop = _trimmed(text)
    said, reached = text[start:stop], 0
    for lead in ("", *(language.dates.leads if said else ())):
        drafts = _drafts(lead + said, 0, len(lead + said), language)
        when = drafts[0].when if len(drafts) == 1 else None
        if when and _only_leads((lead + said)[: drafts[0].start], when, language):
            if drafts[0].end == len(lead + said):
                return when
            reached = max(reached, drafts[0].end - len(lead))
    if found := _month(said) or _short_month(said, language):
        return found
    raise ParseError(text, start + reached, "the end" if reached else "a date or a span of dates")


def _only_leads(lead: str, when: DateExpression, language: Language) -> bool:
    """Tell whether the words before a date only lead to it: "in", "during the"; "between" and "from" to a span."""
    data = language.dates
    words = language.words.tokens(lead.casefold())
    plain = (data.prepositions | data.determiners) - data.directions
    if when.kind == "span":
        plain |= {*data.from_words, data.between[0]}
    elif when.kind == "portion":  # "at the end of 2016"
        around = language.counts.not_names | language.counts.not_nouns
        plain |= around.difference(language.qualifiers.before.entries, data.directions)
        plain |= data.span_words
    return all(word in plain for word in words)


def _month(text: str) -> DateExpression | None:
    """Return the month of "05.2016" or "2016/05"."""
    match = _MONTH(text)
    if match is None:
        return None
    month, year = int(match[1] or match[4]), match[2] or match[3]
    return DateExpression("month", "month", int(year), month) if is_year(year) and 0 < month < 13 else None


def _short_month(said: str, language: Language) -> DateExpression | None:
    """Return the date in which a month's short name is a number, too: "15 sept. 2016" in French."""
    short = language.dates.numeral_months
    full = {month: name for name, month in language.cldr.months.items()}

    def spelled(match: re.Match[str]) -> str:
        month = short.get(match[1].casefold())
        return match[0] if month is None else full[month]

    whole = _SHORTENED(spelled, said) if short else said
    drafts = _drafts(whole, 0, len(whole), language) if whole != said else []
    return drafts[0].when if len(drafts) == 1 and (drafts[0].start, drafts[0].end) == (0, len(whole)) else None


def _signed(number: Number, negative: bool) -> tuple[Decimal, tuple[Decimal, ...]]:
    """Return the amount of a number with its sign, and its other readings."""
    if negative:
        return negated(number.amount), tuple(map(negated, number.alternatives))
    return number.amount, number.alternatives


def _one(text: str, place: _Place, language: Language, expected: str) -> tuple[Amount, bool]:
    """Return the one amount that fills a place, and whether a sign or brackets make it negative."""
    start, stop = place.start, place.stop
    first = text[start:stop].split(" ", 1)
    if first[0].casefold() in language.numbers.ones and len(first) == 2 and in_words(first[1], 0, language):
        start += len(first[0]) + 1
    found = amount(text, start, language) if start < stop else None
    if found is None:
        raise ParseError(text, start, expected)
    if found.end != stop:
        raise ParseError(text, found.end, "the end" if found.unit else f"the rest of {expected}")
    return found, place.negative or found.negative
