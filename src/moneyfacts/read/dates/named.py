"""Dates that begin with a name: months, weekdays, quarters, fiscal years, seasons, decades."""

from __future__ import annotations

import re

import msgspec

from ...lang.language import Language
from ...model.values import Grain
from ..mention import DateExpression
from ..window import word_before
from .pieces import (
    COMMA_SPACE,
    OLDEST_YEAR,
    SPACE,
    Read,
    after_article,
    after_space,
    day_at,
    ends,
    full_year,
    is_year,
    month_and_day,
    short_year,
    stands_alone,
    year_after,
    year_at,
)

_LETTER = r"[^\W\u3040-\u30ff\u3400-\u9fff]"  # of a script that sets spaces, or a digit
_PREFIXED = re.compile(rf"([^\W\d_]+)(\d{{1,4}})(?!{_LETTER}|,|\.\d|-\d?[^\W\d_]|-\d{{1,3}}(?!\d))").match
_ABBREVIATION = re.compile(r"\.?,? |\.(?=\d)").match
_HYPHENED_YEAR = re.compile(r"\.?[-/](\d{4})(?![\w/]|-\d|[.,]\d)").match
_YEARS = re.compile(r"(\d{4})[-–/](\d{4}|\d{2})(?![\w-]|[.,]\d)").match
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}))?(?![\w/%]|[.,]\d)").match
_QUARTERS: dict[str, Grain] = {"quarter": "quarter", "half": "half"}


def month_at(text: str, position: int, language: Language) -> tuple[int, int] | None:
    """Return the end and the number of the month named at `position`."""
    match = language.words.next(text, position)
    if match is None or match.start(1) != position:
        return None
    month = language.dates.months.get(match[1].casefold())
    return (match.end(), month) if month else None


def from_month(text: str, match: re.Match[str], language: Language) -> Read | None:
    """Read "January", "January 2017", "Jan-2017", "Jan. 20", "January 20, 2017", "may the ninth", "March last year".

    A month in small letters that may be another word ("may") needs its year or an ordinal in digits right after it.
    """
    word = match[1].casefold()
    month = language.dates.months[word]
    small = match[1].islower() and word in language.dates.ambiguous_months
    if small and not text[match.end() + 1 : match.end() + 2].isdecimal():
        return None
    if ends(text, match.end(), language.dates.following.month, language):
        return None if small else (match.end(), DateExpression("month", "month", None, month))
    if text[match.end() : match.end() + 1] in ("-", "/", ".") and (glued := _HYPHENED_YEAR(text, match.end())):
        return (glued.end(), DateExpression("month", "month", int(glued[1]), month)) if is_year(glued[1]) else None
    gap = _ABBREVIATION(text, match.end())
    found = _day_of_month(text, gap.end(), month, small, language) if gap and "," not in gap[0] else None
    if found:
        return found
    end = match.end()
    year = year_after(text, gap.end() - 1 if gap and text[gap.end() - 1] == " " else end, language)
    if year:
        return year[0], DateExpression("month", "month", year[1], month)
    return None if small else of_year(text, end, DateExpression("month", "month", None, month), language)


def _day_of_month(text: str, position: int, month: int, small: bool, language: Language) -> Read | None:
    if not text[position : position + 1].isdecimal():
        match = language.words.next(text, position)
        if match is None or match[1].casefold() not in language.dates.days_in_words:
            return None
        position = after_article(text, position, language)
    day = day_at(text, position, language)
    if day is None or not (text[position].isdecimal() or stands_alone(text, day[0], language)):
        return None
    if not day[2] and text[day[0] : day[0] + 1] == " " and language.units.after.find(text, day[0]):
        return None  # "in March 5 percent of them stayed"
    bare = None if small and not day[2] else (day[0], DateExpression("date", "day", None, month, day[1]))
    if ends(text, day[0], language.dates.following.month, language):
        return bare
    year = year_after(text, day[0], language)
    if year:
        return year[0], DateExpression("date", "day", year[1], month, day[1])
    return of_year(text, *bare, language) if bare else None


def from_weekday(text: str, match: re.Match[str], language: Language) -> Read | None:
    """Read "Thursday", and with a date after that says more "Thursday, Jan. 19", "Friday the 11th"."""
    weekday, end = language.dates.weekdays[match[1].casefold()], match.end()
    if ends(text, end, language.dates.following.weekday, language):
        return end, DateExpression("weekday", "day", number=weekday)
    dot = text[end : end + 1] == "." and match[1].casefold() not in language.dates.cldr_weekdays
    gap = COMMA_SPACE(text, end + dot)
    if gap is None:
        return end, DateExpression("weekday", "day", number=weekday)
    position = gap.end()
    behind = language.words.next(text, position)
    if behind and behind[1].casefold() in language.dates.months:
        found = from_month(text, behind, language)
        if found and found[1].kind == "date":
            return found
    return _day_after(text, position, weekday, language) or (end, DateExpression("weekday", "day", number=weekday))


def _day_after(text: str, position: int, weekday: int, language: Language) -> Read | None:
    dates = language.dates
    if slashed := _SLASHED(text, position):
        first, second = int(slashed[1]), int(slashed[2])
        month, number = month_and_day(first, second, dates.day_first)
        year = int(slashed[3]) if slashed[3] else None
        valid = 0 < month < 13 and 0 < number < 32
        return (slashed.end(), DateExpression("date", "day", year, month, number)) if valid else None
    article = position
    if not text[position : position + 1].isdecimal():
        position = after_article(text, position, language)
        if position == article or not text[position : position + 1].isdecimal():
            return None
    the = position > article
    day = day_at(text, position, language)
    if day is None:
        return None
    after = language.words.next(text, day[0])
    if after and after[1].casefold() in dates.of:
        after = language.words.next(text, after.end())
    if after and (month_of := month_at(text, after.start(1), language)):
        years = year_after(text, month_of[0], language)
        return (years or month_of)[0], DateExpression("date", "day", years[1] if years else None, month_of[1], day[1])
    return (day[0], DateExpression("date", "day", day=day[1], weekday=weekday)) if the and day[2] else None


def of_year(text: str, end: int, when: DateExpression, language: Language) -> Read:
    """Add the year after a month, quarter or half: "2016", "of 2016", "of fiscal 2017", "last year", "of the year"."""
    if when.kind in ("quarter", "half"):
        year = year_after(text, end, language) or _hyphened(text, end)
        if year:
            return year[0], msgspec.structs.replace(when, year=year[1])
    dates = language.dates
    match = language.words.next(text, end)
    if match is None or text[match.start()] == "-":
        return end, when
    linked = match[1].casefold() in dates.of
    if linked:
        match = language.words.next(text, after_article(text, after_space(text, match.end()), language))
        if match and when.kind != "date" and (whole := _told_year(text, match.start(1), language)):
            return whole[0], msgspec.structs.replace(when, whole=whole[1])
    if match is None:
        return end, when
    word = match[1].casefold()
    if word in dates.relative and (whole := relative_year(text, match.start(1), language)):
        if text[whole[0] : whole[0] + 1] in ("'", "’"):
            return end, when
        fiscal = when.fiscal or whole[1].fiscal
        return whole[0], msgspec.structs.replace(when, whole=whole[1], fiscal=fiscal)
    if word in dates.fiscal and (fiscal_year := from_fiscal(text, match.end(), language)):
        return fiscal_year[0], msgspec.structs.replace(when, year=fiscal_year[1].year, fiscal=True)
    if text[match.end() : match.end() + 1].isdecimal() and (prefixed := _PREFIXED(text, match.start(1))):
        what = dates.prefixes.get(prefixed[1].casefold())
        if what in ("fiscal", "year"):
            year_of = full_year(int(prefixed[2]))
            return prefixed.end(), msgspec.structs.replace(when, year=year_of, fiscal=when.fiscal or what == "fiscal")
    return end, when


def _told_year(text: str, position: int, language: Language) -> Read | None:
    """Read "año pasado" and "año", where the word before it has the article in it: "del año"."""
    dates = language.dates
    said = dates.phrases.find(text, position) if dates.phrases else None
    if said and said[1].startswith("year "):
        return said[0], DateExpression("relative", "year", offset=int(said[1].removeprefix("year ")))
    match = language.words.next(text, position)
    if said or match is None or dates.periods.get(match[1].casefold()) != "year":
        return None
    behind = language.words.next(text, match.end())
    more = behind is not None and behind[1].casefold() in (*dates.not_present, *dates.of, *dates.fiscal)
    bare = not more and not text[match.end() + 1 : match.end() + 2].isdecimal()
    return (match.end(), DateExpression("relative", "year", offset=0)) if bare else None


def _hyphened(text: str, end: int) -> tuple[int, int] | None:
    found = _HYPHENED_YEAR(text, end)
    return (found.end(), int(found[1])) if found and is_year(found[1]) else None


def relative_year(text: str, position: int, language: Language) -> Read | None:
    """Read "last year", "this calendar year", "next fiscal year"."""
    return _relative_period(text, position, "year", language)


def relative_month(text: str, position: int, language: Language) -> Read | None:
    """Read "this month", "the month"."""
    return _relative_period(text, position, "month", language)


def _relative_period(text: str, position: int, grain: Grain, language: Language) -> Read | None:
    dates = language.dates
    match = language.words.next(text, position)
    if match is None:
        return None
    word = match[1].casefold()
    offset = 0 if word in dates.determiners and grain == "month" else dates.relative.get(word)
    if offset is None:
        return None
    match = language.words.next(text, match.end())
    fiscal = match is not None and match[1].casefold() in dates.fiscal
    if match and (fiscal or match[1].casefold() in dates.fillers):
        match = language.words.next(text, match.end())
    if match is None or dates.periods.get(match[1].casefold()) != grain:
        return None
    return match.end(), DateExpression("relative", grain, offset=offset, fiscal=fiscal)


def from_fiscal(text: str, end: int, language: Language) -> Read | None:
    """Read what is after "fiscal": "2017", "year 2017"."""
    match = language.words.next(text, end)
    if match and language.dates.periods.get(match[1].casefold()) == "year":
        end = match.end()
    space = SPACE(text, end)
    found = named_year(text, space.end(), language) if space else None
    return (found[0], msgspec.structs.replace(found[1], fiscal=True)) if found else None


def named_year(text: str, position: int, language: Language) -> Read | None:
    """Read what is after "year": "2017", "'17", or "2016-17", which no calendar year is, and which ends in 2017."""
    if (years := _YEARS(text, position)) and is_year(years[1]) and (int(years[1]) + 1) % 100 == int(years[2]) % 100:
        return years.end(), DateExpression("year", "year", int(years[1]) + 1, fiscal=True)
    year = short_year(text, position) or year_at(text, position, language, OLDEST_YEAR)
    return (year[0], DateExpression("year", "year", year[1])) if year else None


def from_prefix(text: str, position: int, language: Language) -> Read | None:
    """Read "Q3", "H1", "FY2017", "CY18", "Q3 2016", "Q3-2016", "Q3 FY2017"."""
    match = _PREFIXED(text, position)
    what = language.dates.prefixes.get(match[1].casefold()) if match else None
    if match is None or what is None:
        return None
    number = int(match[2])
    if what in ("fiscal", "year"):
        year = full_year(number)
        return (
            (match.end(), DateExpression("year", "year", year, fiscal=what == "fiscal")) if is_year(str(year)) else None
        )
    part = part_of_year(match[1], number, language)
    return of_year(text, match.end(), part, language) if part else None


def part_of_year(prefix: str, number: int, language: Language) -> DateExpression | None:
    """Return the quarter or half that a letter and a number mean, None where there is no such one."""
    grain = _QUARTERS.get(language.dates.prefixes.get(prefix.casefold(), ""))
    if grain is None or not 0 < number <= (4 if grain == "quarter" else 2):
        return None
    return DateExpression("quarter" if grain == "quarter" else "half", grain, number=number)


def from_season(text: str, position: int, language: Language) -> Read | None:
    """Read "summer 2016", "spring of 2018", "summer of last year"; a season alone says too little."""
    match = language.words.next(text, position)
    season = language.dates.seasons.get(match[1].casefold()) if match else None
    if match is None or season is None:
        return None
    if (
        match[1].casefold() in language.changes.cues
        and word_before(text, position, language) not in language.dates.openers
    ):
        return None  # "a fall of 2,000 jobs"; "in the fall of 2016"
    year = year_after(text, match.end(), language)
    if year:
        return year[0], DateExpression("season", "quarter", year[1], season)
    found = of_year(text, match.end(), DateExpression("season", "quarter", number=season), language)
    return found if found[1].whole else None


def from_decade(text: str, position: int, language: Language) -> Read | None:
    """Read "nineties"."""
    match = language.words.next(text, position)
    number = language.dates.decades.get(match[1].casefold()) if match else None
    return (match.end(), DateExpression("decade", "decade", number=number, loose=True)) if match and number else None
