"""[dates]: the words of dates: what stands before a date, after it, and in it, with the names that CLDR has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from ..cldr import Cldr
from ..lexicon import LeftLexicon, Lexicon
from ..tokenizer import Tokenizer
from .numbers import NumbersTable
from .table import Table, WordList, by_phrase, casefolded, first_words, last_words, look_ups

Mark = Literal["year", "month", "day", "quarter", "half", "week", "decade"]
Edge = Literal["until", "since", "before", "after"]
Portion = Literal["early", "mid", "late", "start", "end", "rest", "so_far"]


class DatesTable(Table, frozen=True, rename={"from_words": "from"}):
    """[dates]: what CLDR's names of months and days leave out."""

    months: dict[str, int]
    marks: dict[Mark, WordList]
    phrases: dict[str, str]
    nth: WordList
    span_ends: WordList
    ambiguous_months: WordList
    prepositions: WordList
    day_suffixes: WordList
    of: WordList
    span_words: WordList
    from_words: WordList
    between: tuple[str, str]
    ended: WordList
    from_now: WordList
    future_endings: WordList
    past: WordList
    past_endings: WordList
    reporting: WordList
    edges: dict[Edge, WordList]
    edges_after: dict[Edge, WordList]
    portions: dict[Portion, WordList]
    portions_after: dict[Portion, WordList]
    weekdays: dict[str, int]
    ordinals: dict[str, int]
    periods: dict[str, WordList]
    relative: dict[str, int]
    further: dict[str, int]
    rolling: WordList
    told: WordList
    determiners: WordList
    fillers: WordList
    business: WordList
    counts: dict[str, int]
    seasons: dict[str, int]
    decades: dict[str, int]
    abbreviations: dict[str, str]
    days: dict[str, int]
    moments: WordList
    to_date: WordList
    within: WordList
    starting: WordList
    old_year_words: WordList
    personal: WordList
    not_present: WordList
    lasting: WordList
    prefixes: dict[str, str]
    fiscal: WordList
    own_years: WordList
    adjectives: dict[str, WordList]


class Following(msgspec.Struct, frozen=True):
    """The first words of what may follow a part of a date; nearly always the word that does is none of them."""

    day: frozenset[str]
    date: frozenset[str]
    month: frozenset[str]
    year: frozenset[str]
    weekday: frozenset[str]
    period: frozenset[str]
    ordinal: frozenset[str]
    relative: frozenset[str]


class Dates(msgspec.Struct, frozen=True):
    """Look-ups for `moneyfacts.read.dates`; each key of [dates] says what its words do.

    `months` and `weekdays` have the names of CLDR, too, and `cldr_weekdays` these alone; `numeral_months` are short
    names that are numbers as well. `directions` are words before a date that say more than that it follows ("since",
    "late"), and `leads` are what may be set before one and says no more: "in ", "in the ".
    """

    day_first: bool
    months: Mapping[str, int]
    numeral_months: Mapping[str, int]
    ambiguous_months: frozenset[str]
    weekdays: Mapping[str, int]
    cldr_weekdays: Mapping[str, int]
    marks: Lexicon[Mark] | None
    mark_starts: frozenset[str]
    single_marks: Mapping[str, Mark]
    year_marks: frozenset[str]
    phrases: Lexicon[str] | None
    nth: tuple[str, ...]
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
    counting: frozenset[str]
    seasons: Mapping[str, int]
    decades: Mapping[str, int]
    abbreviations: Mapping[str, str]
    prefixes: Mapping[str, str]
    fiscal: frozenset[str]
    days_in_words: frozenset[str]
    following: Following
    of: frozenset[str]
    span_words: frozenset[str]
    span_ends: frozenset[str]
    between: tuple[str, str]
    from_words: frozenset[str]
    prepositions: frozenset[str]
    directions: frozenset[str]
    leads: tuple[str, ...]
    openers: frozenset[str]
    deeper: Mapping[str, frozenset[str]]
    portions: Lexicon[Portion]
    portions_left: LeftLexicon
    portions_after: Lexicon[Portion] | None
    edges: LeftLexicon
    edges_after: Lexicon[Edge]
    joined: frozenset[str]
    to_date: Lexicon[str]
    within: LeftLexicon
    starting: Lexicon[str]
    ended: Lexicon[str]
    old_year_words: LeftLexicon
    lasting: frozenset[str]
    personal: frozenset[str]
    not_present: frozenset[str]
    reporting: frozenset[str]
    adjectives: Mapping[str, str]
    from_now: frozenset[str]
    past: frozenset[str]
    past_endings: tuple[str, ...]
    future_endings: tuple[str, ...]
    verb_endings: tuple[str, ...]


def compiled(table: DatesTable, cldr: Cldr, names: Mapping[str, int], numbers: NumbersTable, words: Tokenizer) -> Dates:
    """Return the look-ups of the table, with the `names` of months (see `month_names`), and those that CLDR has."""
    months = casefolded(names)
    weekdays = casefolded({**cldr.weekdays, **table.weekdays})
    portions, edges, marks = by_phrase(table.portions), by_phrase(table.edges), by_phrase(table.marks)
    portions_after = by_phrase(table.portions_after)
    return look_ups(
        Dates,
        table,
        day_first=cldr.day_first,
        months=months,
        numeral_months=_numerals(table, cldr, numbers),
        ambiguous_months=_ambiguous(table, cldr),
        weekdays=weekdays,
        cldr_weekdays=casefolded(cldr.weekdays),
        marks=Lexicon(marks, words) if marks else None,
        mark_starts=_starts(table),
        single_marks={word: mark for word, mark in marks.items() if len(word) == 1},
        year_marks=frozenset(table.marks.get("year", ())),
        phrases=Lexicon(table.phrases, words) if table.phrases else None,
        nth=table.nth,
        tens=numbers.tens,
        periods=by_phrase(table.periods),
        further=Lexicon(table.further, words),
        counts=Lexicon(table.counts, words),
        counting=frozenset((*first_words(table.counts), *numbers.units, *numbers.tens, *table.business)),
        decades=casefolded(table.decades),
        fiscal=frozenset((*table.fiscal, *table.own_years)),
        days_in_words=frozenset((*table.determiners, *table.ordinals, *numbers.tens)),
        following=_following(table, numbers, months, weekdays),
        between=table.between,
        directions=_directions(table),
        leads=() if words.unspaced else _leads(table),
        openers=frozenset((*table.determiners, *table.told, *table.own_years, *last_words(portions))),
        deeper=_deeper(table),
        portions=Lexicon(portions, words),
        portions_left=LeftLexicon(portions),
        portions_after=Lexicon(portions_after, words) if portions_after else None,
        edges=LeftLexicon(edges),
        edges_after=Lexicon(by_phrase(table.edges_after), words),
        joined=frozenset((*portions, *edges)),
        to_date=Lexicon(_itself(table.to_date), words),
        within=LeftLexicon(_itself(table.within)),
        starting=Lexicon(_itself(table.starting), words),
        ended=Lexicon(_itself(table.ended), words),
        old_year_words=LeftLexicon(_itself(table.old_year_words)),
        adjectives=by_phrase(table.adjectives),
        past_endings=table.past_endings,
        future_endings=table.future_endings,
        verb_endings=(*table.past_endings, *table.future_endings),
    )


def month_names(table: DatesTable, cldr: Cldr, numbers: NumbersTable, *, spaced: bool) -> dict[str, int]:
    """Return the names of months, as they are printed, but for those that are numbers: "dez" is ten."""
    names = {**cldr.months, **cldr.month_abbreviations, **table.months} if spaced else table.months
    taken = {*numbers.units, *numbers.tens, *numbers.hundreds}
    return {name: month for name, month in names.items() if name.casefold() not in taken}


def _numerals(table: DatesTable, cldr: Cldr, numbers: NumbersTable) -> dict[str, int]:
    """Return the short names of months that are numbers as well: "sept" in French."""
    taken = casefolded(numbers.units)
    names = casefolded({**cldr.month_abbreviations, **table.months})
    return {name: month for name, month in names.items() if name in taken}


def _ambiguous(table: DatesTable, cldr: Cldr) -> frozenset[str]:
    """Return the names of months that may be other words: those that the file has so, and abbreviations."""
    short = (
        *(cldr.month_abbreviations.keys() - cldr.months),
        *(name for name in table.months if _shortens(name, cldr)),
    )
    return frozenset(name.casefold() for name in (*table.ambiguous_months, *short))


def _shortens(name: str, cldr: Cldr) -> bool:
    """Tell whether a month's name is an abbreviation, which may be another word: "Sept", and not "сентябре"."""
    return any(month != name and month.casefold().startswith(name.casefold()) for month in cldr.months)


def _directions(table: DatesTable) -> frozenset[str]:
    """Return the words before a date that say more than that it follows: "since", "late", "last", "from"."""
    phrases = [phrase.split(" ") for phrase in (*by_phrase(table.edges), *by_phrase(table.portions))]
    words = {phrase[0] for phrase in phrases if len(phrase) == 1 or phrase[-1] in table.of}
    lists = (table.from_words, table.between, table.ended, table.relative, table.starting, table.told, table.lasting)
    return frozenset(words).union(*lists, table.span_words, table.moments)


def _leads(table: DatesTable) -> tuple[str, ...]:
    """Return what may be set before a date and leaves its meaning: "in ", "in the "."""
    directions = _directions(table)
    plain = next((word for word in table.prepositions if word not in directions), "")
    return (f"{plain} ", *(f"{plain} {word} " for word in table.determiners[:1])) if plain else ()


def _following(
    table: DatesTable, numbers: NumbersTable, months: Mapping[str, int], weekdays: Mapping[str, int]
) -> Following:
    """Return the first words of what may follow each part of a date."""
    periods = by_phrase(table.periods)
    own = (*table.fiscal, *table.own_years)
    small = (*numbers.units, *numbers.tens)
    spans = (*table.span_words, table.between[1])
    behind = first_words(by_phrase(table.edges_after))
    return Following(
        day=frozenset((*months, *table.of, *spans, *table.relative, *table.ordinals, *periods)),
        date=frozenset((*table.span_words, *table.between, *table.from_words, *behind)),
        month=frozenset(
            (*table.of, *table.determiners, *table.relative, *table.ordinals, *table.fiscal, *small, *table.counts)
        ),
        year=frozenset((*months, *table.of, *table.ordinals, *table.determiners, *own)),
        weekday=frozenset((*months, *table.determiners)),
        period=frozenset(first_words((*table.ended, *table.starting, *table.further, *table.to_date, *table.of))),
        ordinal=frozenset(
            (*periods, *own, *table.of, *table.span_words, *table.ordinals, *months, *table.business)
        ).union(first_words(table.counts), small),
        relative=frozenset((*periods, *months, *weekdays, *table.seasons, *own, *table.fillers)),
    )


def _starts(table: DatesTable) -> frozenset[str]:
    """Return the characters that a mark, a space before it, or what joins two numbers with one mark begins with."""
    if not table.marks:
        return frozenset()
    words = (*by_phrase(table.marks), *table.span_words)
    return frozenset((*(word[0] for word in words), *"-–—~∼〜～ "))


def _deeper(table: DatesTable) -> dict[str, frozenset[str]]:
    """Return what may stand before the last word of a phrase that leads to a date; nothing where anything may."""
    found: dict[str, set[str]] = {}
    for phrase in (*by_phrase(table.edges), *table.within, *table.old_year_words, *by_phrase(table.portions)):
        *before, last = phrase.split(" ")
        if before:
            found.setdefault(last, set()).add(before[-1])
    for word in (*table.span_words, table.between[1]):
        found.setdefault(word, set()).update(table.moments)
    return {word: frozenset(before) for word, before in found.items()} | dict.fromkeys(table.determiners, frozenset())


def _itself(phrases: WordList) -> dict[str, str]:
    return {phrase: phrase for phrase in phrases}
