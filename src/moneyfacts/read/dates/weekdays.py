"""The weekday that stands beside a date: "Monday, May 5, 2015", "May 5, 2015 (Monday)", "5月5日(火)".

A weekday belongs to the date that it stands right before or after, with no more between than a comma, a bracket and an
article: "Monday the 5th", "Montag, dem 5. Mai", "May 5, a Monday".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from ...lang.language import Language
from ...model.values import DateSpan

_DAY = timedelta(days=1)
_LONGEST = 40  # characters of a weekday with what stands between it and its date
_NUMBER = re.compile(r"\d+").findall
_SHORT_YEAR = re.compile(r"(?:['’]|\d[/.-]\d+[/.-])(\d\d)$").search
_EITHER_WAY = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})(?!\d)").match
_OPEN, _CLOSED = "(（", ")）"
_GAP = rf"(?:\s*[{_OPEN}]\s*|[,،、]?\s*)"
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]").match
_NO_ARTICLE = re.compile(r"(?!)").search
_POSSESSIVE = frozenset("'’-")


class Beside(NamedTuple):
    """A weekday in its place, from 0 for Monday, and where the date without it begins."""

    start: int
    end: int
    weekday: int
    date: int


class _Names(NamedTuple):
    """How weekdays are found in a language: before a date, after it, and shortened in brackets after it."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    bracket: re.Pattern[str]
    article: Callable[[str], re.Match[str] | None]
    numbers: dict[str, int]
    abbreviated: frozenset[str]


def weekday_beside(text: str, start: int, end: int, language: Language) -> Beside | None:
    """Return the weekday in a date, or right before or after it."""
    names = _names_of(language)
    said = text[start:end]
    told = start
    if inside := names.before.search(said):
        if any(map(str.isdecimal, said[: inside.start()])) or names.before.search(said[inside.end() :]):
            return None  # "Monday or Tuesday, May 5"
        found, shift, told = inside, start, start + inside.end()
    else:
        shift = max(0, start - _LONGEST)
        left = text[shift:start]
        before = next((each for each in names.before.finditer(left) if each.end() == len(left)), None)
        after = before or names.bracket.match(text, end) or names.after.match(text, end)
        if after is None:
            return None
        found, shift = after, shift if before else 0
    first, last = shift + found.start(1), shift + found.end(1)
    if (first >= end and text[last : last + 1] in _POSSESSIVE) or _is_another_word(text, first, last, names):
        return None
    return Beside(first, last, names.numbers[found[1].casefold()], told)


def _is_another_word(text: str, start: int, end: int, names: _Names) -> bool:
    """Tell whether a weekday is no weekday, or one of two: "the board sat", "The Sun", "Monday to Friday".

    An abbreviation is one only as a name, and without an article.
    """
    left = text[max(0, start - _LONGEST) : start]
    earlier = [each.start() for each in names.before.finditer(left)]
    if earlier and not any(map(str.isdecimal, left[earlier[-1] :])):
        return True
    word = text[start:end]
    return word.casefold() in names.abbreviated and (word[0].islower() or bool(names.article(left)))


def day_told(span: DateSpan, words: str) -> date | None:
    """Return the one day that a date names in digits: "by May 5" is one, and so is "before May 5"."""
    if span.grain != "day" or span.fiscal:
        return None
    if span.start == span.end:
        days = [span.start]
    elif span.end is None and span.start:
        days = [span.start, span.start - _DAY if span.start > date.min else None]
    elif span.start is None and span.end:
        days = [span.end, span.end + _DAY if span.end < date.max else None]
    else:
        return None
    numbers = [int(each) for each in _NUMBER(words)]
    return next((day for day in days if day is not None and day.day in numbers), None)


def year_is_told(day: date, words: str) -> bool:
    """Tell whether the words of a date have its year in digits."""
    short = _SHORT_YEAR(words)
    return any(int(each) == day.year for each in _NUMBER(words)) or bool(short and int(short[1]) == day.year % 100)


def months_exchanged(day: date, words: str) -> date | None:
    """Return the other date that two numbers may mean, "5/4/2015"; None where they are one date alone."""
    return date(day.year, day.day, day.month) if _EITHER_WAY(words) and day.day <= 12 else None


def _names_of(language: Language) -> _Names:
    dates = language.dates
    articles = dates.determiners | language.counts.articles | language.lengths.articles
    return _names(tuple(dates.weekdays.items()), frozenset(dates.cldr_weekdays), tuple(sorted(articles)))


@lru_cache(maxsize=64)
def _names(weekdays: tuple[tuple[str, int], ...], printed: frozenset[str], articles: tuple[str, ...]) -> _Names:
    """Return how weekdays are found, of which some are `printed` by CLDR, and others shorten those."""
    numbers = dict(weekdays)
    spaced = not any(_UNSPACED(name) for name in numbers)
    short = {each: number for each, number in _shortened(numbers) if each not in numbers}
    abbreviated = frozenset(name for name in numbers if name not in printed and _begins(name, printed))
    names, wholes, shorts = map(_either, (numbers, numbers.keys() - abbreviated, (*numbers, *short)))
    article = rf"(?:(?:{_either(articles)})\s)?" if articles else ""
    begins, ends = (r"(?<!\w)", r"(?!\w)") if spaced else ("", "")
    return _Names(
        re.compile(rf"{begins}({names}){ends}\.?{_GAP}{article}", re.IGNORECASE),
        re.compile(rf"{_GAP}{article}({wholes}){ends}(?!(?-i: [A-Z]))", re.IGNORECASE),
        re.compile(rf"\s?[{_OPEN}]\s?({shorts})\.?\s?(?=[{_CLOSED},，、])", re.IGNORECASE),
        re.compile(rf"(?:{_either(articles)})\s$", re.IGNORECASE).search if articles else _NO_ARTICLE,
        {**short, **numbers},
        abbreviated,
    )


def _either(words: Iterable[str]) -> str:
    """Return an expression for any of some words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def _begins(name: str, others: Iterable[str]) -> bool:
    return any(other.startswith(name) for other in others)


def _shortened(numbers: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Yield how weekdays are shortened in brackets: by a beginning or an end that only they have ("Mo", "月", "一")."""
    for name, number in numbers.items():
        pieces = (name[:1], name[-1:]) if _UNSPACED(name) else (name[:2], name[:3], name[:4])
        for piece in pieces:
            days = {numbers[each] for each in numbers if piece in (each[: len(piece)], each[-len(piece) :])}
            if days == {number}:
                yield piece, number
