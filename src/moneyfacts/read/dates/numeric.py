"""Dates that begin with a digit: "2016-07-01", "10/1/2018", "2016/11", "2015-16", "1990s", "20 January", "3Q 2016"."""

from __future__ import annotations

import re
import string
from typing import Literal

import msgspec

from ...lang.language import Language
from ..mention import DateExpression
from ..window import words_before
from .named import month_at, of_year, part_of_year, relative_month
from .pieces import (
    HYPHEN,
    OLDEST_YEAR,
    SPACE,
    Read,
    after_article,
    day_at,
    dotted,
    full_year,
    is_year,
    month_and_day,
    word_after,
    year_after,
    year_at,
)

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\w-]|[./]\d)").match
_YEAR_MONTH = re.compile(r"(\d{4})(?:-(?=\d\d)| ?/ ?)(\d{1,2})(?![\w/-]|[.,]\d)").match
_MONTH_YEAR = re.compile(r"(\d{1,2}) ?/ ?(\d{4})(?![\w/]|[.,]\d)").match
_NAMED_ISO = re.compile(r"(\d{4})-([^\W\d_]{3,9})-(\d{1,2})(?![\w-])").match
_SLASHED = re.compile(r"(\d{1,2})([/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\w/%]|[.,]\d)").match
_YEARS = re.compile(r"(\d{4})([-–/])(\d{4}|\d{2})(?![\w-]|[.,]\d)").match
_DECADE = re.compile(r"(\d{3}0)['’]?s(?!\w)").match
_SHORT_DECADE = re.compile(r"(\d0)['’]? ?s(?!\w)").match
_YEAR_PART = re.compile(r"(\d{4})[ -]?([^\W\d_]+)(\d)(?!\w|[.,]\d)").match
PARTED = frozenset("-–/.'’s" + string.ascii_uppercase)  # after a year: it may be the first part of a date
_PARTED_BEHIND = re.compile(r"/|[^\W\d_]+\d").match
_LEADING = re.compile(r"(\d+)(?:([^\W\d_]+)|[ -]([^\W\d_]+)|([/.'’–—~-]\d?| [/–—-]))?").match
_PART_YEAR = re.compile(r"(\d)([A-Z])(\d{4}|\d{2})?(?!\w|[.,]\d)").match


def leading(text: str, position: int, language: Language) -> Literal["year", "ordinal", "word", "sign"] | None:
    """Tell what the digits at `position` may begin, from what is right after them; None for most that are no date."""
    match = _LEADING(text, position)
    assert match is not None
    size = len(match[1])
    if size == 4:
        return "year"
    if size > 2:
        return None
    if match[2]:
        return (
            "ordinal" if match[2].casefold() in language.dates.day_suffixes else "sign" if len(match[2]) < 3 else None
        )
    if match[3]:
        whole = language.words.next(text, match.end(1)) if language.words.marked else None
        word = whole[1] if whole else match[3]
        return "word" if word.casefold() in language.dates.following.day or len(word) == 1 else None
    if match[4] == "." and dotted(text, match.end(1), language):
        return "ordinal"
    return "sign" if match[4] else None


def from_digits(text: str, position: int, language: Language) -> Read | None:
    """Return the date that begins with one or two digits at `position`; None where none does."""
    return (
        _slashed(text, position, language)
        or day_and_month(text, position, language)
        or _short_decade(text, position)
        or _part_first(text, position, language)
    )


def old_year(text: str, position: int, language: Language) -> Read | None:
    """Read a year like 1865 after a word like "since"; else it may be a count."""
    year = year_at(text, position, language, OLDEST_YEAR)
    if year is None or language.dates.old_year_words.find(words_before(text, position, language)) is None:
        return None
    return year[0], DateExpression("year", "year", year[1])


def from_year(text: str, position: int, language: Language) -> Read | None:
    """Return the date that begins with the four digits at `position`; None where none does."""
    following = text[position + 4 : position + 5]
    if following in PARTED or (following == " " and _PARTED_BEHIND(text, position + 5)):
        found = _parted(text, position, language)
        if found:
            return found
    year = year_at(text, position, language)
    if year is None:
        return None
    return year[0], DateExpression("year", "year", year[1])


def _parted(text: str, position: int, language: Language) -> Read | None:
    """Read a year with a sign or letter hung on it: "2016-07-01", "2015-16", "2016/11", "1990s", "2016 Q3"."""
    if match := _ISO(text, position):
        return _date(match.end(), int(match[1]), int(match[3]), int(match[4]))
    if (match := _NAMED_ISO(text, position)) and match[2].casefold() in language.dates.months:
        return _date(match.end(), int(match[1]), language.dates.months[match[2].casefold()], int(match[3]))
    if (match := _YEARS(text, position)) and (years := _years(match)):
        return years
    if (match := _YEAR_MONTH(text, position)) and is_year(match[1]) and 0 < int(match[2]) < 13:
        return match.end(), DateExpression("month", "month", int(match[1]), int(match[2]))
    if match := _DECADE(text, position):
        return match.end(), DateExpression("decade", "decade", int(match[1]))
    if (match := _YEAR_PART(text, position)) and is_year(match[1]):
        part = part_of_year(match[2], int(match[3]), language)
        if part is not None:
            return match.end(), msgspec.structs.replace(part, year=int(match[1]))
    return None


def _years(match: re.Match[str]) -> Read | None:
    """Read "2008-2012", "2015-16", "1999-00": of two digits after, the end of a span if they come later."""
    first, last = match[1], match[3]
    last = last if len(last) == 4 else first[:2] + last
    if first[2:] == "99" and match[3] == "00":
        last = str(int(first) + 1)
    if not (is_year(first) and is_year(last) and int(first) < int(last)):
        return None
    return match.end(), DateExpression(
        "span", "year", first=DateExpression("year", "year", int(first)), last=DateExpression("year", "year", int(last))
    )


def month_after(text: str, end: int, language: Language) -> Read | None:
    """Read the month after a year: "2017 April"; not one that may be another word, or begins a date of its own."""
    match = language.words.next(text, end)
    if match is None or match.start(1) - end != 1:
        return None
    word = match[1].casefold()
    month = language.dates.months.get(word)
    if month is None or word in language.dates.ambiguous_months or not text[end - 4 : end].isdecimal():
        return None
    year = int(text[end - 4 : end])
    space = SPACE(text, match.end())
    if space and text[space.end() : space.end() + 1].isdecimal():
        day = day_at(text, space.end(), language)
        if day is None or year_after(text, day[0], language):  # "2008 January 30, 2008": that is another date
            return None
        return day[0], DateExpression("date", "day", year, month, day[1])
    return match.end(), DateExpression("month", "month", year, month)


def _slashed(text: str, position: int, language: Language) -> Read | None:
    """Read "10/1/2018", "1/10/18", "10/1", "11/2016", "23.04.2022": the locale says which number is the month."""
    if (match := _MONTH_YEAR(text, position)) and is_year(match[2]):
        month = int(match[1])
        return (match.end(), DateExpression("month", "month", int(match[2]), month)) if 0 < month < 13 else None
    match = _SLASHED(text, position)
    if match is None or (match[2] == "." and (match[4] is None or len(match[4]) < 4)):
        return None
    first, second = int(match[1]), int(match[3])
    day_first = language.dates.day_first or match[2] == "."
    month, day = month_and_day(first, second, day_first)
    if not (0 < month < 13 and 0 < day < 32):
        return None
    if match[4] is None:
        return match.end(), DateExpression("date", "day", None, month, day, loose=True)
    year = int(match[4]) if len(match[4]) == 4 else full_year(int(match[4]))
    return _date(match.end(), year, month, day)


def _date(end: int, year: int, month: int, day: int) -> Read | None:
    return (
        (end, DateExpression("date", "day", year, month, day))
        if 0 < month < 13 and 0 < day < 32 and year > 999
        else None
    )


def day_and_month(text: str, position: int, language: Language) -> Read | None:
    """Read "20 January", "20th of January 2017", and two days of a month: "4 to 22 January", "3 and 12 of Sept"."""
    first = day_at(text, position, language)
    if first is None:
        return None
    found = _month_of_day(text, first[0], first[1], language)
    if found:
        bare = found[1].kind == "nth" and not first[2] and word_after(text, first[0], language) not in language.dates.of
        return None if bare else found  # "add another 12 next month"
    last = _second_day(text, position, first[0], language)
    found = last and _month_of_day(text, last[0], last[1], language)
    if not last or not found or last[1] <= first[1]:
        return None
    place = {"number": first[1]} if found[1].kind == "nth" else {"day": first[1]}
    begin = msgspec.structs.replace(found[1], **place)
    return found[0], DateExpression("span", "day", first=begin, last=found[1])


def _second_day(text: str, position: int, end: int, language: Language) -> tuple[int, int, bool] | None:
    """Return the day after a hyphen or a word like "to"; after an "and" where a "between" stands before the first."""
    hyphen = HYPHEN(text, end)
    if hyphen:
        return day_at(text, hyphen.end(), language)
    match = language.words.next(text, end)
    if match is None:
        return None
    dates = language.dates
    word = match[1].casefold()
    if word not in dates.span_words:
        between, both = dates.between
        words = words_before(text, position, language) if word == both else []
        if words[-1:] and words[-1] in dates.determiners:
            words.pop()  # "entre el 1 y el 15 de marzo"
        if words[-1:] != [between]:
            return None
    space = SPACE(text, match.end())
    return day_at(text, after_article(text, space.end(), language), language) if space else None


def _month_of_day(text: str, end: int, day: int, language: Language) -> Read | None:
    """Return the date of a day with the month after it: " January 1995", " of Sept", " this month", "-Jan-2017"."""
    after = language.words.next(text, end)
    if after and after[1].casefold() in language.dates.of:
        after = language.words.next(text, after.end())
    if after is None:
        return None
    if month := month_at(text, after.start(1), language):
        stop = text[month[0] : month[0] + 1] == "."  # "3. Jan. 2016"
        year = year_after(text, month[0] + stop, language) or _hyphened_year(text, month[0], language)
        if year:
            return year[0], DateExpression("date", "day", year[1], month[1], day)
        return of_year(text, month[0], DateExpression("date", "day", None, month[1], day), language)
    if found := relative_month(text, after.start(1), language):
        return found[0], DateExpression("nth", "day", number=day, whole=found[1])
    return None


def _hyphened_year(text: str, end: int, language: Language) -> tuple[int, int] | None:
    return year_at(text, end + 1, language) if text[end : end + 1] in ("-", "/") else None


def _short_decade(text: str, position: int) -> Read | None:
    """Read "90s", "'40s", and "90 s" as corpora have it; `loose`, because a temperature is as short."""
    match = _SHORT_DECADE(text, position)
    if match is None:
        return None
    apostrophe = position and text[position - 1] in "'’‘"
    return match.end(), DateExpression("decade", "decade", number=int(match[1]), loose=not apostrophe)


def _part_first(text: str, position: int, language: Language) -> Read | None:
    """Read "3Q", "3Q16", "1H 2016"."""
    match = _PART_YEAR(text, position)
    part = match and part_of_year(match[2], int(match[1]), language)
    if not match or part is None:
        return None
    if match[3] is None:
        return of_year(text, match.end(), part, language)
    year = int(match[3]) if len(match[3]) == 4 else 2000 + int(match[3])
    return match.end(), msgspec.structs.replace(part, year=year)
