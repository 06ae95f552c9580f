"""The words of dates, compiled once into look-ups: what stands before a date, behind it, and in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from ..model.readings import Sense
from .cldr import Cldr
from .lexicon import LeftLexicon, Lexicon
from .schema import Dates, Numbers, WordList
from .schema import Lengths as LengthWords
from .tokenizer import Tokenizer

Edge = Literal["until", "since", "before", "after"]
Portion = Literal["early", "mid", "late", "start", "end", "rest", "so_far"]


class Calendar(msgspec.Struct, frozen=True):
    """Look-ups for `moneyfacts.read.dates`; each key of [dates] says what its words do."""

    day_first: bool
    marks: Lexicon[str] | None
    mark_starts: frozenset[str]
    year_marks: frozenset[str]
    phrases: Lexicon[str] | None
    nth: frozenset[str]
    span_ends: frozenset[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    days: Mapping[str, int]
    moments: frozenset[str]
    ordinals: Mapping[str, int]
    tens: Mapping[str, int]
    day_suffixes: frozenset[str]
    periods: Mapping[str, str]
    relative: Mapping[str, int]
    further: Lexicon[int]
    rolling: frozenset[str]
    told: frozenset[str]
    determiners: frozenset[str]
    fillers: frozenset[str]
    business: frozenset[str]
    counts: Lexicon[int]
    seasons: Mapping[str, int]
    decades: Mapping[str, int]
    abbreviations: Mapping[str, str]
    prefixes: Mapping[str, str]
    fiscal: frozenset[str]
    openers: frozenset[str]
    deeper: Mapping[str, frozenset[str]]
    behind_day: frozenset[str]
    behind_date: frozenset[str]
    days_in_words: frozenset[str]
    behind_period: frozenset[str]
    behind_month: frozenset[str]
    behind_ordinal: frozenset[str]
    behind_year: frozenset[str]
    behind_weekday: frozenset[str]
    behind_relative: frozenset[str]
    counting: frozenset[str]
    of: frozenset[str]
    span_words: frozenset[str]
    between: tuple[str, str]
    from_words: frozenset[str]
    portions: Lexicon[Portion]
    portions_left: LeftLexicon
    portions_behind: Lexicon[Portion] | None
    edges: LeftLexicon
    edges_behind: Lexicon[Edge]
    to_date: Lexicon[str]
    within: LeftLexicon
    starting: Lexicon[str]
    ended: Lexicon[str]
    old_year_words: LeftLexicon
    personal: frozenset[str]
    not_present: frozenset[str]
    lasting: frozenset[str]
    joined: frozenset[str]
    past: frozenset[str]
    past_endings: tuple[str, ...]
    future_endings: tuple[str, ...]
    verb_endings: tuple[str, ...]


class Lengths(msgspec.Struct, frozen=True):
    """Look-ups for `read.quantities.durations`: the words of [lengths], and all that may lead to a length."""

    bare: frozenset[str]
    ones: frozenset[str]
    wholes: frozenset[str]
    articles: frozenset[str]
    before_articles: frozenset[str]
    couples: Lexicon[int]
    senses: Mapping[str, Sense]
    leads: frozenset[str]
    before: frozenset[str]
    behind: frozenset[str]


def lengths(data: LengthWords, dates: Dates, numbers: Numbers, words: Tokenizer) -> Lengths:
    """Return the look-ups of one language's lengths of time without a number."""
    return Lengths(
        bare=frozenset(data.bare),
        ones=frozenset(data.ones),
        wholes=frozenset(data.wholes),
        articles=frozenset(data.articles),
        before_articles=frozenset(data.before_articles),
        couples=Lexicon(data.couples, words),
        senses=data.senses,
        leads=frozenset((*data.ones, *data.wholes, *data.articles, *dates.determiners)),
        before=frozenset(phrase.split(" ")[-1] for phrase in dates.within),
        behind=frozenset(
            (
                *numbers.conjunctions,
                *numbers.links,
                *numbers.units,
                *numbers.tens,
                *dates.from_words,
                *(_first(phrase) for phrase in (*dates.ended, *dates.starting, *dates.edges.get("before", ()))),
                *dates.edges.get("after", ()),
            )
        ),
    )


def calendar(data: Dates, cldr: Cldr, months: Mapping[str, int], numbers: Numbers, words: Tokenizer) -> Calendar:
    """Return the look-ups of one language, with the names that CLDR has for it."""
    portions = [(phrase, portion) for portion, phrases in data.portions.items() for phrase in phrases]
    weekdays = {name.casefold(): number for name, number in {**cldr.weekdays, **data.weekdays}.items()}
    periods = {word: period for period, listed in data.periods.items() for word in listed}
    return Calendar(
        day_first=cldr.day_first,
        marks=Lexicon({word: mark for mark, listed in data.marks.items() for word in listed}, words)
        if data.marks
        else None,
        mark_starts=_starts(data),
        year_marks=frozenset(data.marks.get("year", ())),
        phrases=Lexicon(data.phrases, words) if data.phrases else None,
        nth=frozenset(data.nth),
        span_ends=frozenset(data.span_ends),
        months=months,
        weekdays=weekdays,
        days=data.days,
        moments=frozenset(data.moments),
        ordinals=data.ordinals,
        tens=numbers.tens,
        day_suffixes=frozenset(data.day_suffixes),
        periods=periods,
        relative=data.relative,
        further=Lexicon(data.further, words),
        rolling=frozenset(data.rolling),
        told=frozenset(data.told),
        determiners=frozenset(data.determiners),
        fillers=frozenset(data.fillers),
        business=frozenset(data.business),
        counts=Lexicon(data.counts, words),
        seasons=data.seasons,
        decades={word.casefold(): number for word, number in data.decades.items()},
        abbreviations=data.abbreviations,
        prefixes=data.prefixes,
        fiscal=frozenset((*data.fiscal, *data.own_years)),
        openers=frozenset(
            (*data.determiners, *data.told, *data.own_years, *(phrase.split(" ")[-1] for phrase, _ in portions))
        ),
        deeper=_deeper(data),
        behind_date=frozenset(
            (*data.span_words, *data.between, *data.from_words, *(_first(each) for each in _all(data.edges_behind)))
        ),
        days_in_words=frozenset((*data.determiners, *data.ordinals, *numbers.tens)),
        behind_day=frozenset(
            (*months, *data.of, *data.span_words, data.between[1], *data.relative, *data.ordinals, *periods)
        ),
        behind_relative=frozenset(
            (*periods, *months, *weekdays, *data.seasons, *data.fiscal, *data.own_years, *data.fillers)
        ),
        counting=frozenset(
            (*(phrase.split(" ")[0] for phrase in data.counts), *numbers.units, *numbers.tens, *data.business)
        ),
        behind_period=frozenset(
            _first(phrase) for phrase in (*data.ended, *data.starting, *data.further, *data.to_date, *data.of)
        ),
        behind_month=frozenset(
            (
                *data.of,
                *data.determiners,
                *data.relative,
                *data.ordinals,
                *data.fiscal,
                *numbers.units,
                *numbers.tens,
                *data.counts,
            )
        ),
        behind_ordinal=frozenset(
            (
                *periods,
                *data.fiscal,
                *data.own_years,
                *data.of,
                *data.span_words,
                *data.ordinals,
                *months,
                *data.business,
                *(_first(phrase) for phrase in data.counts),
                *numbers.units,
                *numbers.tens,
            )
        ),
        behind_year=frozenset((*months, *data.of, *data.ordinals, *data.determiners, *data.fiscal, *data.own_years)),
        behind_weekday=frozenset((*months, *data.determiners)),
        of=frozenset(data.of),
        span_words=frozenset(data.span_words),
        between=data.between,
        from_words=frozenset(data.from_words),
        portions=Lexicon(portions, words),
        portions_left=LeftLexicon(dict(portions)),
        portions_behind=Lexicon(
            {phrase: portion for portion, listed in data.portions_behind.items() for phrase in listed}, words
        )
        if data.portions_behind
        else None,
        edges=LeftLexicon({phrase: edge for edge, phrases in data.edges.items() for phrase in phrases}),
        edges_behind=Lexicon(
            {phrase: edge for edge, phrases in data.edges_behind.items() for phrase in phrases}, words
        ),
        to_date=Lexicon(_itself(data.to_date), words),
        within=LeftLexicon(dict(_itself(data.within))),
        starting=Lexicon(_itself(data.starting), words),
        ended=Lexicon(_itself(data.ended), words),
        old_year_words=LeftLexicon(dict(_itself(data.old_year_words))),
        personal=frozenset(data.personal),
        not_present=frozenset(data.not_present),
        lasting=frozenset(data.lasting),
        joined=frozenset((*(phrase for phrase, _ in portions), *_all(data.edges))),
        past=frozenset(data.past),
        past_endings=data.past_endings,
        future_endings=data.future_endings,
        verb_endings=(*data.past_endings, *data.future_endings),
    )


def _starts(data: Dates) -> frozenset[str]:
    """Return the characters that a mark, a space before it, or what joins two numbers with one mark begins with."""
    if not data.marks:
        return frozenset()
    words = (*(word for listed in data.marks.values() for word in listed), *data.span_words)
    return frozenset((*(word[0] for word in words), *"-–—~∼〜～ \u00a0"))


def _deeper(data: Dates) -> dict[str, frozenset[str]]:
    """Return what may stand before the last word of a phrase that leads to a date; nothing where anything may."""
    phrases = [*_all(data.edges), *data.within, *data.old_year_words]
    phrases += [phrase for each in data.portions.values() for phrase in each]
    found: dict[str, set[str]] = {}
    for phrase in phrases:
        *before, last = phrase.split(" ")
        if before:
            found.setdefault(last, set()).add(before[-1])
    for word in (*data.span_words, data.between[1]):
        found.setdefault(word, set()).update(data.moments)
    return {word: frozenset(before) for word, before in found.items()} | dict.fromkeys(data.determiners, frozenset())


def _first(phrase: str) -> str:
    return phrase.split(" ", maxsplit=1)[0]


def _all(phrases: Mapping[Edge, WordList]) -> list[str]:
    return [phrase for each in phrases.values() for phrase in each]


def _itself(phrases: Iterable[str]) -> list[tuple[str, str]]:
    return [(phrase, phrase) for phrase in phrases]
