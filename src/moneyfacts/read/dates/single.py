"""Any single date, and parts of one: "the first week of May", "early 2017", "the end of the year", "week 27"."""

from __future__ import annotations

import re
from typing import cast

import msgspec

from ...lang.language import Language
from ...model.values import Grain
from ..mention import DateExpression
from ..window import words_before
from .named import (
    from_decade,
    from_fiscal,
    from_month,
    from_prefix,
    from_season,
    from_weekday,
    named_year,
    of_year,
    part_of_year,
    relative_year,
)
from .numeric import day_and_month, from_digits, from_year, leading, month_after, old_year
from .pieces import (
    SPACE,
    Read,
    after_article,
    after_space,
    count_at,
    ends,
    ordinal_at,
    worded_year,
    year_at,
)
from .relative import count_first, from_relative, further, present, to_date
from .suffixed import marked

_SIZES = ("day", "week", "month", "quarter", "half", "year", "decade", "century")
_SEVERAL = 2
_DEEPEST = 4  # "the end of the first week of the second quarter of 2016"


def single(text: str, position: int, language: Language, part: bool = False, depth: int = 0) -> Read | None:
    """Return the end of the one date at `position`, and what it says; None where there is none.

    As a `part` of a phrase ("the end of ...") a bare "year" or "month" is the present one.
    """
    dates = language.dates
    if (dates.marks or dates.phrases) and (said := marked(text, position, language)):
        return said
    if text[position : position + 1].isdecimal():
        return _numeric(text, position, language, depth)
    match = language.words.next(text, position)
    if match is None or match.start(1) != position or depth > _DEEPEST:
        return None
    word, end = match[1].casefold(), match.end()
    if word in dates.determiners and (space := SPACE(text, end)):
        return _determined(text, space.end(), language, part, depth)
    if word in language.dates.months:
        return from_month(text, match, language)
    if word in dates.weekdays and (word in language.dates.cldr_weekdays or len(word) > 3 or match[1][0].isupper()):
        return from_weekday(text, match, language)
    if word in dates.days:
        return end, DateExpression("named_day", "day", offset=dates.days[word])
    return _phrase(text, match, language, part, depth)


def _numeric(text: str, position: int, language: Language, depth: int) -> Read | None:
    kind = leading(text, position, language)
    if kind == "year":
        found = from_year(text, position, language) or old_year(text, position, language)
        if found is None or ends(text, found[0], language.dates.following.year, language):
            return found
        return (
            month_after(text, found[0], language)
            or _possessed(text, found, language)
            or _year_first(text, found, language)
        )
    if kind is None:
        return None
    return (
        (_ordinal_first(text, position, language, depth) if kind == "ordinal" else None)
        or from_digits(text, position, language)
        or (_count_first(text, position, language, depth) if kind == "word" else None)
    )


def _count_first(text: str, position: int, language: Language, depth: int) -> Read | None:
    """Read "5 upcoming years" and "neuf premiers mois de 2016": a number before the word that says which."""
    count = count_at(text, position, language)
    match = language.words.next(text, count[0]) if count else None
    word = match[1].casefold() if match else ""
    ordinal = language.dates.ordinals.get(word) or language.dates.relative.get(word)
    if count is None or match is None or ordinal not in (1, -1) or count[1] < _SEVERAL:
        return count_first(text, position, language)
    unit = language.units.after.find(text, match.end())
    if unit is None or unit[1].tag != "duration" or unit[1].name not in _SIZES:
        return count_first(text, position, language)
    whole = _whole(text, unit[0], language, depth)
    if whole is None or _SIZES.index(unit[1].name) >= _SIZES.index(whole[1].grain):
        return count_first(text, position, language)
    return whole[0], DateExpression("nth", cast(Grain, unit[1].name), number=ordinal, count=count[1], whole=whole[1])


def _possessed(text: str, found: Read, language: Language) -> Read | None:
    """Read "next year's third quarter", "2016's fourth quarter": a part of the year that was said before it."""
    end, when = found
    if text[end : end + 1] not in ("'", "’") or when.grain != "year" or when.kind not in ("year", "relative"):
        return None
    match = language.words.next(text, end + 1)
    return _quarter_of(text, after_space(text, match.end()), when, language) if match else None


def _year_first(text: str, found: Read, language: Language) -> Read:
    """Read "2016 third-quarter", "2016, the third quarter"."""
    end, when = found
    if when.kind not in ("year", "span") or after_space(text, end) == end:
        return found
    behind = language.words.next(text, end)
    if behind and behind[1].casefold() in language.dates.fiscal:
        return _own_year(text, found, behind.end(), language)
    if when.kind == "span":
        return found
    if behind and behind[1].casefold() in language.dates.of:
        end = behind.end()  # "2016 की पहली छमाही"
    return _quarter_of(text, after_article(text, after_space(text, end), language), when, language) or found


def _own_year(text: str, found: Read, end: int, language: Language) -> Read:
    """Read "2016 fiscal year", "2016-17 school year": a year that is not the calendar's."""
    when = found[1].last or found[1]
    period = language.words.next(text, end)
    if period is None or language.dates.periods.get(period[1].casefold()) != "year" or when.year is None:
        return found
    return period.end(), DateExpression("year", "year", when.year, fiscal=True)


def _quarter_of(text: str, position: int, year: DateExpression, language: Language) -> Read | None:
    match = language.words.next(text, position)
    if match is None or match.start(1) != position:
        return None
    ordinal = language.dates.ordinals.get(match[1].casefold())
    if ordinal:
        period = language.words.next(text, match.end())
        grain = language.dates.periods.get(period[1].casefold()) if period else None
        end = period.end() if period else position
        letter = next((each for each, name in language.dates.prefixes.items() if name == grain), "")
        part = part_of_year(letter, {-1: 4 if grain == "quarter" else 2}.get(ordinal, ordinal), language)
    else:
        part, end = None, position
        found = from_prefix(text, position, language)
        if found and found[1].kind in ("quarter", "half") and found[1].year is None:
            end, part = found
    if part is None:
        return None
    if year.kind == "year":
        return end, msgspec.structs.replace(part, year=year.year, fiscal=year.fiscal)
    return end, msgspec.structs.replace(part, whole=year, fiscal=year.fiscal)


def _phrase(text: str, match: re.Match[str], language: Language, part: bool, depth: int) -> Read | None:
    dates, position, word = language.dates, match.start(1), match[1].casefold()
    if word in dates.relative:
        found = from_relative(text, position, language)
        if dates.relative[word] == -1 and not (found and ends(text, found[0], dates.following.month, language)):
            found = _last_of(text, position, language, depth) or found  # "last week of December"
        return found and (_possessed(text, found, language) or found)
    if word in dates.ordinals and ends(text, match.end(), dates.following.ordinal, language):
        return None  # "the first time"
    if word in dates.ordinals or word in dates.tens:
        return _from_ordinal(text, position, language, depth) or worded(text, position, language)
    if word in dates.fiscal:
        return _from_fiscal(text, match.end(), language, depth)
    if word in dates.periods and (found := _from_period(text, position, language, depth)):
        return found
    if portion := dates.portions.find(text, position):
        return _portion(text, portion[0], portion[1], language, depth)
    if part and (word in dates.periods or word in dates.fillers):
        return present(text, position, language, part)
    if word in dates.seasons:
        return from_season(text, position, language)
    if word in dates.decades:
        return from_decade(text, position, language)
    if word in dates.abbreviations:
        return to_date(text, position, language)
    if text[match.end() : match.end() + 1].isdecimal():
        return from_prefix(text, position, language)
    number = word in language.numbers.small
    return (_count_first(text, position, language, depth) or worded(text, position, language)) if number else None


def worded(text: str, position: int, language: Language) -> Read | None:
    """Read "nineteen ninety-six", and after a word like "in" also "two thousand", which else is a count."""
    year = worded_year(text, position, language)
    if year is None:
        return None
    if year[1] % 100 == 0 or language.numbers.small.get(language.words.next(text, position)[1].casefold(), 20) < 15:  # type: ignore[index]
        words = words_before(text, position, language)
        if not words or words[-1] not in language.dates.prepositions or language.units.after.find(text, year[0]):
            return None
    return year[0], DateExpression("year", "year", year[1])


def _determined(text: str, position: int, language: Language, part: bool, depth: int) -> Read | None:
    """Read what a "the" is before; of the bare periods only "the week", "the month", "the year"."""
    found = single(text, position, language, part, depth + 1)
    if found and found[1].kind not in ("month", "weekday", "named_day"):
        return found
    return found or present(text, position, language, part)


def _portion(text: str, end: int, portion: str, language: Language, depth: int) -> Read | None:
    """Read what "early", "the end of" or "the rest of" is said of; of a day it says only a time of day."""
    position = after_space(text, end)
    found = single(text, position, language, True, depth + 1)
    if found is None or found[1].grain == "day" or found[1].kind in ("span", "counted", "unsaid"):
        return None
    when = found[1]
    if portion in ("rest", "so_far") and when.kind not in ("relative", "year", "month", "quarter", "half", "decade"):
        return None
    day = portion in ("start", "end")
    return found[0], DateExpression("portion", "day" if day else when.grain, portion=portion, whole=when)  # type: ignore[arg-type]


def _from_period(text: str, position: int, language: Language, depth: int) -> Read | None:
    """Read "week 27 of last year", "year 2008", "week of July 23", "week after next", "year to date"."""
    match = language.words.next(text, position)
    assert match is not None
    period = language.dates.periods[match[1].casefold()]
    found = further(text, position, language) or to_date(text, position, language)
    if found:
        return found
    start = after_space(text, match.end())
    if start == match.end():
        return None
    if period == "year" and (year := named_year(text, start, language)):
        return year
    behind = language.words.next(text, match.end())
    linked = behind is not None and behind[1].casefold() in language.changes.noun_links
    if behind and linked and period in ("month", "year"):
        found = single(text, after_space(text, behind.end()), language, depth=depth + 1)
        return found if found and found[1].kind == period else None
    if period != "week":
        return None
    if count := count_at(text, start, language) if text[start : start + 1].isdecimal() else None:
        whole = _whole(text, count[0], language, depth) or (count[0], DateExpression("relative", "year", offset=0))
        return (whole[0], DateExpression("nth", "week", number=count[1], whole=whole[1])) if count[1] < 54 else None
    if behind and linked:
        dot = single(text, after_space(text, behind.end()), language, depth=depth + 1)
        return (dot[0], DateExpression("around", "week", whole=dot[1])) if dot and dot[1].kind == "date" else None
    return None


def _whole(text: str, end: int, language: Language, depth: int) -> Read | None:
    """Return the stretch that a part is of: "of May 2016", "in 2016", "of the month", " next year"."""
    match = language.words.next(text, end)
    if match is None:
        year = year_at(text, after_space(text, end), language)
        return (year[0], DateExpression("year", "year", year[1])) if year and after_space(text, end) > end else None
    if match[1].casefold() in language.dates.of:
        found = single(text, after_space(text, match.end()), language, True, depth + 1)
        if found and found[1].kind in ("date", "weekday", "named_day", "portion", "span", "counted", "unsaid"):
            return None
        return found
    return relative_year(text, match.start(1), language)


def _ordinal_first(text: str, position: int, language: Language, depth: int) -> Read | None:
    """Read "1st quarter", "2nd week of May": an ordinal in digits with more after it than a month."""
    ordinal = ordinal_at(text, position, language)
    return _nth(text, ordinal[0], ordinal[1], language, depth) if ordinal else None


def _from_ordinal(text: str, position: int, language: Language, depth: int) -> Read | None:
    """Read "third quarter", "third-quarter 2016", "first six months of 1989", "third of April"."""
    ordinal = ordinal_at(text, position, language)
    if ordinal is None:
        return None
    found = _nth(text, ordinal[0], ordinal[1], language, depth)
    if found or ordinal[1] < 1:
        return found
    after = language.words.next(text, ordinal[0])
    if after is None:
        return None
    word = after[1].casefold()
    if word in language.dates.of or word in language.dates.span_words or word in language.dates.months:
        return day_and_month(text, position, language)
    return None


def _last_of(text: str, position: int, language: Language, depth: int) -> Read | None:
    """Read "last week of December": the last part of a stretch, where the stretch is said."""
    match = language.words.next(text, position)
    behind = language.words.next(text, match.end()) if match else None
    if match is None or (behind is None and not text[match.end() + 1 : match.end() + 2].isdecimal()):
        return None
    dates = language.dates
    if behind and behind[1].casefold() not in dates.counting and behind[1].casefold() not in dates.periods:
        return None
    return _nth(text, match.end(), -1, language, depth, said=True)


def _nth(text: str, end: int, number: int, language: Language, depth: int, said: bool = False) -> Read | None:
    """Read what an ordinal is before: a quarter or half of a year, or so many weeks, months or days of a stretch.

    `said` asks for the stretch: without it "last quarter" is the one before this.
    """
    dates = language.dates
    match = language.words.next(text, end)
    fiscal = match is not None and match[1].casefold() in dates.fiscal
    if match and fiscal:
        end = match.end()
        match = language.words.next(text, end)
    grain = dates.periods.get(match[1].casefold()) if match else None
    if match and grain in ("quarter", "half") and not said:
        most = 4 if grain == "quarter" else 2
        number = most if number == -1 else number
        if not 0 < number <= most:
            return None
        kind: Grain = cast(Grain, grain)
        return of_year(text, match.end(), DateExpression(grain, kind, number=number, fiscal=fiscal), language)  # type: ignore[arg-type]
    if match and grain == "century" and not said:
        return match.end(), DateExpression("century", "century", number=number)
    count, stop = 1, match.end() if match else end
    if grain == "weekend":
        whole = _whole(text, stop, language, depth)
        return (
            (whole[0], DateExpression("nth", "week", number=number, whole=whole[1], only="weekend")) if whole else None
        )
    if grain not in _SIZES:
        several = count_at(text, after_space(text, end), language) if number in (1, -1) else None
        unit = language.units.after.find(text, several[0]) if several and several[1] else None
        if several is None or unit is None or unit[1].tag != "duration" or unit[1].name not in _SIZES:
            return None
        grain, count, stop = unit[1].name, several[1], unit[0]
    whole = _whole(text, stop, language, depth)
    if whole is None or _SIZES.index(grain) >= _SIZES.index(whole[1].grain):
        return None
    return whole[0], DateExpression("nth", cast(Grain, grain), number=number, count=count, whole=whole[1])


def _from_fiscal(text: str, end: int, language: Language, depth: int) -> Read | None:
    """Read "fiscal 2017", "fiscal year 2017", "fiscal third quarter", "fiscal Q3"."""
    position = after_space(text, end)
    ordinal = ordinal_at(text, position, language)
    found = _nth(text, ordinal[0], ordinal[1], language, depth) if ordinal else None
    found = found or from_prefix(text, position, language)
    if found:
        return found[0], msgspec.structs.replace(found[1], fiscal=True)
    return from_fiscal(text, end, language)


def part_after(text: str, end: int, when: DateExpression, language: Language) -> Read | None:
    """Return a part of a year after it, where all that ties dates stands after them: "2016 की पहली छमाही"."""
    if language.dates.edges.entries or when.kind not in ("year", "relative") or when.grain != "year":
        return None
    match = language.words.next(text, end)
    if match is None or match[1].casefold() not in language.dates.of:
        return None
    part = single(text, match.end() + 1, language)
    if part is None or part[1].kind not in ("quarter", "half", "month") or part[1].year or part[1].whole:
        return None
    if when.kind == "year":
        return part[0], msgspec.structs.replace(part[1], year=when.year, fiscal=when.fiscal)
    return part[0], msgspec.structs.replace(part[1], whole=when, fiscal=when.fiscal)
