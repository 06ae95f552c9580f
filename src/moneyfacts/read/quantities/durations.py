"""Lengths of time that are more than a number and a unit: "an hour and a half", "another week", "a week two days"."""

from __future__ import annotations

from fractions import Fraction

import msgspec

from ...lang.language import Language
from ...lang.tables.units import Unit
from ...model.interval import product, total
from ...model.readings import Precision
from ...model.values import Duration
from .. import dates
from ..dates.pieces import stands_alone, word_after
from ..mention import Mention
from ..numbers.in_digits import Number
from ..window import word_before
from .amount import amount
from .left_context import before

# of which the next smaller unit each is so many; a month is no whole number of days, so nothing leads from it
_SMALLER: dict[str, tuple[str, int]] = {
    "century": ("decade", 10),
    "decade": ("year", 10),
    "year": ("month", 12),
    "quarter": ("month", 3),
    "fortnight": ("week", 2),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
_STRETCHES = ("month", "quarter", "year")  # of the calendar, too
_HALF = Fraction(1, 2)
_ONE = Fraction(1)


def whole(text: str, draft: Mention, language: Language) -> Mention:
    """Return a length of time with all that adds to it, or the dates that it measures out."""
    match = language.words.next(text, draft.end)
    if match is None or match[1].casefold() in language.lengths.after:
        draft = extended(text, draft, language)
    else:
        draft = _in_weeks(draft)
        if word_before(text, draft.start, language) not in language.lengths.before:
            return draft  # nearly always: one look-up on each side
    return dates.ended(text, draft, language) or draft


def extended(text: str, draft: Mention, language: Language) -> Mention:
    """Return a length of time with all that adds to it: "three hours and a half", "one week three days" (10 days).

    A compound one is in its smallest unit; units that no whole number ties ("a month and three days") stay apart.
    """
    value = draft.value
    if not isinstance(value, Duration) or value.amount is None:
        return _in_weeks(draft) if isinstance(value, Duration) else draft
    if half := _and_a_half(text, draft.end, language):
        return _in_weeks(
            _replaced(draft, half, total(value.amount, product(_HALF, _ONE)), value.unit, Precision(_HALF, _HALF, True))
        )
    draft = _in_weeks(draft)
    while added := _added(text, draft, language):
        draft = added
    return draft


def mixed(text: str, start: int, number: Number, language: Language) -> Mention | None:
    """Return "one and a half hours": a number in words, "and a half", and the unit of both."""
    half = _and_a_half(text, number.end, language)
    end, more = (half, _HALF) if half else _and_ones(text, number, language)
    unit = language.units.after.find(text, end) if more else None
    if unit is None or unit[1].tag != "duration":
        return None
    value = Duration(total(number.amount, product(more, _ONE)), unit=unit[1].name)
    around = before(text, start, language)
    return _in_weeks(
        Mention(start, unit[0], value, None, (Precision(_HALF, _HALF, True),), around.qualifier, None, unit[1])
    )


def _and_ones(text: str, number: Number, language: Language) -> tuple[int, Fraction]:
    """Return the end and the ones of "twenty and four", an older way to say 24; no ones where there are none."""
    join = language.words.next(text, number.end)
    ones = (
        language.words.next(text, join.end()) if join and join[1].casefold() in language.numbers.conjunctions else None
    )
    tens = not number.power and 20 <= int(number.digits) < 100 and number.digits.endswith("0")
    value = language.numbers.small.get(ones[1].casefold(), 0) if ones and tens else 0
    return (ones.end(), Fraction(value)) if ones and 0 < value < 10 else (number.end, Fraction(0))


def part(text: str, start: int, end: int, fraction: Fraction, language: Language) -> Mention | None:
    """Return "half an hour", "half-hour"; a "half-year" is a stretch of the calendar, "half a year" a length."""
    if fraction != _HALF and fraction < 1:
        return None  # "a fifth week"
    match = language.words.next(text, end)
    article = match is not None and match[1].casefold() in language.lengths.articles
    if match and article:
        end = match.end()
    unit = language.units.after.find(text, end)
    if unit is None or unit[1].tag != "duration" or (fraction < 1 and not article and unit[1].name in _STRETCHES):
        return None
    return _made(text, start, unit[0], Fraction(fraction), unit[1], language)


def bare(text: str, start: int, word: str, language: Language) -> Mention | None:
    """Return "another week", "all day", "for a year", "a couple of days": a length of time without a number."""
    one = word_before(text, start, language)
    if word.casefold() in language.lengths.couples.entries:
        return _couple(text, start, one, language)
    if one not in language.lengths.leads or not _without_number(text, start, one, word, language):
        return None
    end = start + len(word)
    unit = language.units.after.find(text, start)
    if unit is None or unit[1].tag != "duration" or unit[0] != end:
        return None
    behind = word_after(text, end, language)
    if (
        behind in language.per.not_before
        or behind in language.changes.noun_links
        or not stands_alone(text, end, language)
    ):
        return None
    return extended(text, _made(text, start - len(one) - 1, end, _ONE, unit[1], language), language)


def _couple(text: str, start: int, one: str, language: Language) -> Mention | None:
    couple = language.lengths.couples.find(text, start)
    unit = language.units.after.find(text, couple[0]) if couple else None
    if couple is None or unit is None or unit[1].tag != "duration":
        return None
    begin = start - len(one) - 1 if one in language.lengths.articles else start
    length = _made(text, begin, unit[0], Fraction(couple[1]), unit[1], language)
    sense = language.lengths.senses.get(text[start : couple[0]].casefold())
    return msgspec.structs.replace(length, qualifier=(start, couple[0], sense)) if sense else length


def _without_number(text: str, start: int, one: str, word: str, language: Language) -> bool:
    """Tell whether the words before an "hour" or "week" make it a length: "for a week", "all week", "for the hour"."""
    lengths = language.lengths
    if one in lengths.ones:
        return True
    begin = start - len(one) - 1
    before = word_before(text, begin, language)
    if one in lengths.wholes and before in lengths.articles:
        before = word_before(text, begin - len(before) - 1, language)  # "for a full month"
    if one in lengths.articles or one in lengths.wholes:
        return before in lengths.before_articles
    return word.casefold() in lengths.units and before in language.dates.lasting


def _made(text: str, start: int, end: int, number: Fraction, unit: Unit, language: Language) -> Mention:
    value = Duration(product(number, _ONE), unit=unit.name)
    size = product(Fraction(1, number.denominator), _ONE)
    qualifier = before(text, start, language).qualifier
    return _in_weeks(Mention(start, end, value, None, (Precision(size, size, True),), qualifier, None, unit))


def _and_a_half(text: str, end: int, language: Language) -> int | None:
    """Return the end of "and a half" or "and half"."""
    match = language.words.next(text, end)
    if match is None or match[1].casefold() not in language.numbers.joints:
        return None
    match = language.words.next(text, match.end())
    if match and match[1].casefold() in language.lengths.articles:
        match = language.words.next(text, match.end())
    half = match is not None and language.numbers.fractions.get(match[1].casefold()) == _HALF
    return match.end() if match and half else None


def _added(text: str, draft: Mention, language: Language) -> Mention | None:
    """Return a length with the smaller one right after it: "two hours 30 minutes", "five years and two months".

    After a comma it is a figure of its own, as in a list.
    """
    value = draft.value
    if not isinstance(value, Duration) or value.amount is None or value.unit not in _SMALLER:
        return None
    end = draft.end
    match = language.words.next(text, end)
    words = language.numbers.joints
    if match and match[1].casefold() in words:
        if word_before(text, draft.start, language) in words:
            return None  # "three months and two weeks and two days later": a list
        end = match.end()
    position = end + 1
    if text[end:position] != " ":
        return None
    found = amount(text, position, language)
    if found is None or found.unit is None or found.unit.tag != "duration" or found.prefixed:
        return None
    factor = _factor(value.unit, found.unit.name)
    if factor is None:
        return None
    added = total(product(value.amount, factor), found.number.amount)
    return _replaced(draft, found.end, added, found.unit.name, found.number.precision)


def _factor(unit: str, smaller: str) -> int | None:
    """Return of how many of the smaller unit one is, None where it is of no whole number."""
    factor = 1
    while unit != smaller:
        if unit not in _SMALLER:
            return None
        unit, count = _SMALLER[unit]
        factor *= count
    return factor if factor > 1 else None


def _replaced(draft: Mention, end: int, number: object, unit: str, precision: Precision) -> Mention:
    value = msgspec.structs.replace(draft.value, amount=number, unit=unit)  # type: ignore[type-var]
    return msgspec.structs.replace(draft, end=end, value=value, precision=(precision,))


def _in_weeks(draft: Mention) -> Mention:
    """Return fortnights as weeks, which more readers know."""
    value = draft.value
    if not isinstance(value, Duration) or value.unit != "fortnight":
        return draft
    ends = {
        name: None if (each := getattr(value, name)) is None else product(each, 2) for name in ("amount", "low", "high")
    }
    precision = tuple(
        Precision(product(each.digit, 2), product(each.nonzero, 2), each.word) for each in draft.precision
    )
    return msgspec.structs.replace(
        draft, value=msgspec.structs.replace(value, unit="week", **ends), precision=precision
    )
