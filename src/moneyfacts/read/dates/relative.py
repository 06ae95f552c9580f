"""Stretches of time around the publication date: "last week", "the past 12 months", "5 upcoming years", "the week"."""

from __future__ import annotations

from typing import cast

from ...lang.language import Language
from ...model.values import Grain
from ..mention import DateExpression
from ..window import words_before
from .named import from_month, from_weekday
from .pieces import Read, after_space, count_at, stands_alone

_SMALL = ("second", "minute", "hour")
_PLACED = ("week", "month", "year")  # a "the" makes these the present one; a quarter or decade was told of before


def from_relative(text: str, position: int, language: Language) -> Read | None:
    """Read "last week", "next year", "the past 12 months", "last December", "next Thursday", "this fiscal year"."""
    dates = language.dates
    match = language.words.next(text, position)
    first = match[1].casefold() if match else ""
    offset = dates.relative.get(first)
    if match is None or offset is None:
        return None
    end = match.end()
    match = language.words.next(text, end)
    word = match[1].casefold() if match else ""
    number = match is None or word in dates.counting or word[0].isdecimal()
    if number and (counted := _counted(text, end, offset, language)):
        return counted
    if match is None or word not in dates.following.relative:
        return None
    fiscal = word in dates.fiscal
    if (fiscal and word not in dates.periods) or word in dates.fillers:
        match = language.words.next(text, match.end())
        if match is None:
            return None
        word = match[1].casefold()
    if word in dates.periods:
        period = dates.periods[word]
        if first in dates.rolling and period in ("day", "week", "month", "year", "decade") and not fiscal:
            return match.end(), DateExpression("counted", cast(Grain, period), offset=offset)
        return _period(text, match.end(), period, offset, fiscal, language)
    if word in dates.seasons:
        return match.end(), DateExpression("season", "quarter", number=dates.seasons[word], offset=offset)
    if word in dates.weekdays and (word in language.dates.cldr_weekdays or len(word) > 3 or match[1][0].isupper()):
        found = from_weekday(text, match, language)
        if found and found[1].kind == "weekday":
            return found[0], DateExpression("weekday", "day", number=found[1].number, offset=offset)
        return found
    if word in language.dates.months and not (match[1][0].islower() and word in language.dates.ambiguous_months):
        month = from_month(text, match, language)
        if month and month[1].kind == "month" and month[1].year is None and month[1].whole is None:
            return month[0], DateExpression("month", "month", number=month[1].number, offset=offset)
    return None


def _period(text: str, end: int, period: str, offset: int, fiscal: bool, language: Language) -> Read | None:
    """Return the week, month, ... that a word like "last" names."""
    if text[end : end + 1] == "-":
        return None
    if period == "fortnight":
        return (end, DateExpression("counted", "week", offset=offset, count=2)) if offset else None
    if period in ("weekend", "working"):
        return end, DateExpression(
            "relative", "week", offset=offset, only="weekend" if period == "weekend" else "working"
        )
    grain = cast(Grain, period)
    if fiscal:
        return end, DateExpression("relative", grain, offset=offset, fiscal=True)
    when = DateExpression("relative", grain, offset=offset)
    so_far = language.dates.to_date.find(text, end) if offset == 0 else None
    return (so_far[0], DateExpression("portion", grain, portion="so_far", whole=when)) if so_far else (end, when)


def _counted(text: str, end: int, offset: int, language: Language) -> Read | None:
    """Read what is after "last", "past", "next": "3 months", "couple of weeks", "four business days", "few years"."""
    count = count_at(text, after_space(text, end), language) if offset else None
    if count is None:
        return None
    return _units(text, count[0], count[1], offset, language)


def _units(text: str, end: int, count: int, offset: int, language: Language) -> Read | None:
    dates = language.dates
    match = language.words.next(text, end)
    working = match is not None and match[1].casefold() in dates.business
    if match and (working or match[1].casefold() in dates.fillers):
        end = match.end()
    unit = language.units.after.find(text, end)
    if unit is None or unit[1].tag != "duration" or unit[1].name in _SMALL:
        return None
    grain, stop = unit[1].name, unit[0]
    if grain == "fortnight":
        grain, count = "week", count * 2
    if not count:
        return stop, DateExpression("unsaid", cast(Grain, grain))
    if working and grain != "day":
        return None
    return stop, DateExpression(
        "counted", cast(Grain, grain), offset=offset, count=count, only="working" if working else None
    )


def count_first(text: str, position: int, language: Language) -> Read | None:
    """Read "5 upcoming years", "three next weeks"."""
    count = count_at(text, position, language)
    match = language.words.next(text, count[0]) if count else None
    offset = language.dates.relative.get(match[1].casefold(), 0) if match else 0
    found = _units(text, match.end(), count[1], offset, language) if count and match and offset else None
    if found is None or count is None or match is None:
        return None
    last = text[match.end() : found[0]].replace("-", " ").split()[-1]
    if count[1] > 1 and last.casefold() in language.dates.periods:
        return None  # "only 3 next week"
    return found


def present(text: str, position: int, language: Language, part: bool) -> Read | None:
    """Read a bare period, which a determiner before it makes the present one: "the week"; any, where it is a `part`.

    Not where more follows that tells another one: "the year before", "the week's news", "the month that ...".
    """
    dates = language.dates
    match = language.words.next(text, position)
    if match and (match[1].casefold() in dates.fillers or (part and match[1].casefold() in dates.relative)):
        match = language.words.next(text, match.end())
    period = dates.periods.get(match[1].casefold()) if match else None
    if match is None or period is None:
        return None
    end = match.end()
    if text[end : end + 1] and text[end] in "-–'’":
        return None
    words = words_before(text, position, language)[-2:]
    if not part and len(words) > 1 and words[0] in language.per.markers and words[1] in dates.determiners:
        return None  # "300 euros a la semana"
    if period in ("weekend", "working"):
        return end, DateExpression(
            "relative", "week", offset=0, only="weekend" if period == "weekend" else "working", loose=True
        )
    if period in ("fortnight", "day") or not (part or period in _PLACED):
        return None
    behind = language.words.next(text, end)
    if behind and behind[1].casefold() in dates.not_present:
        return None
    if not part and not (stands_alone(text, end, language) and not _linked(text, end, language)):
        return None
    return end, DateExpression("relative", cast(Grain, period), offset=0, loose=True)


def _linked(text: str, end: int, language: Language) -> bool:
    """Tell whether an "of" or a number after says which one: "the month of January", "the year 2008"."""
    match = language.words.next(text, end)
    return match is not None and match[1].casefold() in language.changes.noun_links


def further(text: str, position: int, language: Language) -> Read | None:
    """Read "week after next", "year before last", "day after tomorrow"."""
    match = language.words.next(text, position)
    period = language.dates.periods.get(match[1].casefold()) if match else None
    steps = language.dates.further.find(text, match.end()) if match and period else None
    if steps is None or period is None:
        return None
    if period == "day":
        return steps[0], DateExpression("named_day", "day", offset=steps[1])
    if period in ("weekend", "working"):
        only = "weekend" if period == "weekend" else "working"
        return steps[0], DateExpression("relative", "week", offset=steps[1], only=cast("None", only))
    return (
        (steps[0], DateExpression("relative", cast(Grain, period), offset=steps[1])) if period != "fortnight" else None
    )


def to_date(text: str, position: int, language: Language) -> Read | None:
    """Read "year to date", "month-to-date", "YTD"."""
    match = language.words.next(text, position)
    if match is None:
        return None
    word = match[1].casefold()
    grain = language.dates.abbreviations.get(word)
    end = match.end()
    if grain is None:
        grain = language.dates.periods.get(word)
        found = language.dates.to_date.find(text, end)
        if grain not in ("week", "month", "quarter", "half", "year", "decade") or found is None:
            return None
        end = found[0]
    whole = DateExpression("relative", cast(Grain, grain), offset=0)
    return end, DateExpression("portion", cast(Grain, grain), portion="so_far", whole=whole)


def moment(text: str, position: int, language: Language) -> Read | None:
    """Read "now", which only an end of a span may be."""
    match = language.words.next(text, position)
    if match is None or match[1].casefold() not in language.dates.moments:
        return None
    return match.end(), DateExpression("named_day", "day", offset=0)
