"""Dates that a length of time measures out: "three months ended Sept. 30", "within 9 months", "a week from May 2"."""

from __future__ import annotations

from typing import cast

import msgspec

from ...lang.language import Language
from ...model.values import Duration, Grain
from ..mention import DateExpression, Mention
from ..window import BEFORE, start_of, word_before, words_before
from .pieces import LONGEST, SPACE, Read, stands_alone, words_near
from .ranges import placed
from .relative import moment, present
from .single import single

_GRAINS = ("day", "week", "month", "quarter", "year", "decade")
_DAYS = ("date", "named_day", "weekday")


def ended(text: str, duration: Mention, language: Language) -> Mention | None:
    """Return the span that a duration measures out, None where nothing says from or to which day it runs."""
    value = duration.value
    if not isinstance(value, Duration) or value.amount is None or value.unit not in _GRAINS:
        return None
    if int(value.amount) != value.amount or not 0 < value.amount < LONGEST:
        return None
    count, grain = int(value.amount), cast(Grain, value.unit)
    return (
        _ended(text, duration.start, duration.end, count, grain, language, duration)
        or _starting(text, duration, count, grain, language)
        or _shifted(text, duration, count, grain, language)
        or _within(text, duration, count, grain, language)
    )


def period(text: str, position: int, word: str, language: Language) -> Mention | None:
    """Return what begins with a word like "week" or "year": "the year ended Dec. 31", "week 27", "the week".

    Most of these words begin no date ("a year", "five-year"), which the words beside them tell at once.
    """
    dates, end = language.dates, position + len(word)
    behind = language.words.next(text, end) if text[end : end + 1] in BEFORE else None
    if (behind and behind[1].casefold() in dates.following.period) or text[end + 1 : end + 2].isdecimal():
        if found := _bounded(text, position, end, dates.periods[word.casefold()], language):
            return found
    elif (before := word_before(text, position, language)) not in dates.openers:
        return _weekend(text, position, before, word, language)
    return placed(text, position, words_near(text, position, language), single(text, position, language), language)


def _weekend(text: str, position: int, before: str, word: str, language: Language) -> Mention | None:
    """Return a "weekend" that no article makes the present one: "on weekend"."""
    if language.dates.periods[word.casefold()] != "weekend" or (before and before not in language.dates.prepositions):
        return None
    if not stands_alone(text, position + len(word), language):
        return None
    weekend = present(text, position, language, part=False)
    return placed(text, position, words_near(text, position, language), weekend, language)


def _bounded(text: str, position: int, end: int, name: str, language: Language) -> Mention | None:
    if name not in _GRAINS:
        return None
    grain = cast(Grain, name)
    if found := _ended(text, position, end, 1, grain, language):
        return found
    start = _anchor(text, end, language)
    return (
        Mention(position, start[0], when=DateExpression("counted", grain, offset=0, whole=start[1])) if start else None
    )


def _ended(
    text: str, start: int, end: int, count: int, grain: Grain, language: Language, inner: Mention | None = None
) -> Mention | None:
    found_word = language.dates.ended.find(text, end)
    if found_word is None:
        return None
    space = SPACE(text, found_word[0])
    found = single(text, space.end(), language) if space else None
    if found is None or found[1].kind not in ("date", "month", "weekday", "named_day"):
        return None
    shown: Grain = (
        "quarter" if grain == "month" and count == 3 else "month" if grain == "quarter" and count != 1 else grain
    )
    when = DateExpression(
        "ended", shown, number=count, fiscal=grain not in ("week", "day"), last=found[1], whole=_unit(grain)
    )
    return Mention(start, found[0], when=when, inner=inner)


def _unit(grain: Grain) -> DateExpression:
    return DateExpression("relative", grain, offset=0)


def _anchor(text: str, end: int, language: Language) -> Read | None:
    """Return the date after "starting", "beginning on", ", from"."""
    comma = text[end : end + 1] == ","
    start = language.dates.starting.find(text, end + comma)
    if start is None or (start[1] in language.dates.from_words and not comma):
        return None
    space = SPACE(text, start[0])
    found = single(text, space.end(), language) if space else None
    return found if found and found[1].kind in _DAYS else None


def _starting(text: str, duration: Mention, count: int, grain: Grain, language: Language) -> Mention | None:
    found = _anchor(text, duration.end, language)
    if found is None:
        return None
    when = DateExpression("counted", grain, offset=0, count=count, whole=found[1])
    return Mention(duration.start, found[0], when=when, inner=duration)


def _shifted(text: str, duration: Mention, count: int, grain: Grain, language: Language) -> Mention | None:
    """Return the day of "two weeks from today", or with "within", "for" "less than" before it the days up to then."""
    match = language.words.next(text, duration.end)
    if match is None:
        return None
    word = match[1].casefold()
    edge = language.dates.edges.find([word])
    forward = word in language.dates.from_words or bool(edge and edge[1] == "after")
    if not forward and not (edge and edge[1] == "before"):
        return None
    space = SPACE(text, match.end())
    found = space and (single(text, space.end(), language) or moment(text, space.end(), language))
    if not found or found[1].kind != "named_day":
        return None
    sense = duration.qualifier[2] if duration.qualifier else ""
    start = duration.qualifier[0] if duration.qualifier else duration.start
    words = words_before(text, duration.start, language)
    inner = duration if not duration.qualifier else None
    day = DateExpression("shifted", "day", count=count, offset=1 if forward else -1, whole=found[1], first=_unit(grain))
    if sense in ("above", "at_least"):
        return Mention(start, found[0], when=msgspec.structs.replace(day, edge="after" if forward else "before"))
    lasting = sense in ("below", "at_most") or language.dates.within.find(words)
    if forward and (lasting or (words and words[-1] in language.dates.lasting)):
        when = DateExpression("counted", grain, offset=0, count=count, whole=found[1])
        return Mention(start, found[0], when=when, inner=inner)
    return Mention(duration.start, found[0], when=day, inner=inner) if not duration.qualifier else None


def _within(text: str, duration: Mention, count: int, grain: Grain, language: Language) -> Mention | None:
    found = language.dates.within.find(words_before(text, duration.start, language))
    if found is None:
        return None
    begin = start_of(text, duration.start, found[0], language)
    return Mention(begin, duration.end, when=DateExpression("counted", grain, offset=0, count=count), inner=duration)
