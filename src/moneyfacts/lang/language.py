"""A language, ready to read with: its data file and its locale's CLDR data, compiled once into look-ups by position."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Literal

import msgspec

from ..model.facts import Accounting
from ..model.readings import Sense
from ..model.values import Basis, Direction
from .calendar import Calendar, Lengths
from .cldr import Cldr
from .lexicon import LeftLexicon, Lexicon
from .schema import LanguageFile
from .signs import Signs
from .ties import Ties
from .tokenizer import LazyPattern, Tokenizer

Class = Literal["scale", "currency", "minor", "percent", "duration", "unit", "times"]
Trigger = Literal[
    "number",
    "fraction",
    "month",
    "weekday",
    "relative",
    "ordinal",
    "day",
    "fiscal",
    "multiple",
    "ratio",
    "one_of",
    "period",
    "era",
    "length",
    "marked",
    "lead",
]


class Unit(msgspec.Struct, frozen=True):
    """What a word after a number means: a power of ten, the candidates of a currency, a unit's name."""

    tag: Class
    name: str = ""
    power: int = 0
    candidates: tuple[str, ...] = ()
    reason: str = ""


class Cue(msgspec.Struct, frozen=True):
    """A word that governs a change: its direction, and whether it governs percentages alone.

    One that is `closing` ends the clause of a verb, and governs what a word like "by" leads: "um 5 % zu".
    """

    direction: Direction
    noun: bool = False
    share_only: bool = False
    closing: bool = False


class Part(msgspec.Struct, frozen=True):
    """What one word of a number does: add a unit, a ten or hundreds, multiply what is before it, be a power of ten.

    A `bare` one multiplies one where nothing stands before it; an article ("one") only opens a number.
    """

    kind: Literal["one", "unit", "ten", "hundred", "times", "scale"]
    value: int
    bare: bool = False


class NumberWords(msgspec.Struct, frozen=True):
    """The words of numbers, by what each does: add, multiply by a hundred, multiply by a power of ten, or divide.

    `parts` and, where they are more words than one, `phrases` say what each does; `split` cuts a word that several run
    together in. `joints` are `conjunctions` and `links`; digits take turns with words where the language `mixes` them.
    With `zeros`, words for the places left out, a last digit after none of them is of the next place: 一百五 is 150.
    """

    next: Callable[[str, int], re.Match[str] | None]
    parts: Mapping[str, Part]
    phrases: Lexicon[Part] | None
    split: Callable[[str], tuple[tuple[Part, bool], ...]] | None
    joints: frozenset[str]
    links: frozenset[str]
    of: tuple[str, ...]
    bare: frozenset[str]
    tight: frozenset[str]
    dividers: frozenset[str]
    divider_starts: frozenset[str]
    lookalikes: tuple[str, ...]
    mixes: bool

    small: Mapping[str, int]
    tens: Mapping[str, int]
    hundreds: frozenset[str]
    scales: Mapping[str, int]
    fractions: Mapping[str, Fraction]
    behind: Mapping[str, Fraction]
    halves: tuple[str, ...]
    ones: frozenset[str]
    conjunctions: frozenset[str]
    and_words: tuple[str, ...]
    and_letters: frozenset[str]
    points: frozenset[str]
    apart: frozenset[str]
    zeros: frozenset[str]


class Language(msgspec.Struct, frozen=True):
    """All that reading a text in one locale needs. Made by `moneyfacts.lang.language`, one for each locale.

    `signs` are there where no language is known, and numbers are inferred (see `moneyfacts.read.numbers.inferred`).
    """

    locale: str
    data: LanguageFile
    next: Callable[[str, int], re.Match[str] | None]
    words: Tokenizer
    cldr: Cldr
    calendar: Calendar
    lengths: Lengths
    trigger: Callable[[str], Iterator[re.Match[str]]]
    triggers: Mapping[str, Trigger]
    number: re.Pattern[str]
    other_numbers: tuple[re.Pattern[str], ...]
    spaced_groups: frozenset[str]
    numbers: NumberWords
    scale_letters: Mapping[str, int]
    percent_before: Lexicon[str] | None
    before_brackets: frozenset[str]
    minus_words: frozenset[str]
    prefixes: Mapping[str, Unit]
    signs: Signs[Unit] | None
    after: Lexicon[Unit] | Signs[Unit]
    per_nouns: Lexicon[str]
    per_markers: frozenset[str]
    per_each: frozenset[str]
    per_not_before: frozenset[str]
    pairs: Mapping[str, frozenset[str]]
    per_before: Mapping[str, str]
    range_words: frozenset[str]
    qualifiers: LeftLexicon
    qualifiers_after: Lexicon[Sense]
    qualifier_signs: Mapping[str, Sense]
    levels: frozenset[str]
    apart: frozenset[str]
    change_levels: frozenset[str]
    doubtful: frozenset[str]
    tight: frozenset[str]
    named_before: Mapping[str, Unit]
    articles: frozenset[str]
    not_codes: frozenset[str]
    times_of_day: frozenset[str]
    changes: LeftLexicon
    cues: Mapping[str, Cue]
    cues_after: Lexicon[Cue]
    fillers: frozenset[str]
    paces: LeftLexicon
    leads: frozenset[str]
    lead_ends: frozenset[str]
    noun_links: frozenset[str]
    alternatives: frozenset[str]
    after_fillers: frozenset[str]
    followers: frozenset[str]
    basis_pattern: LazyPattern
    bases: Lexicon[Basis]
    basis_leads: frozenset[str]
    months: Mapping[str, int]
    ambiguous_months: frozenset[str]
    date_prepositions: frozenset[str]
    from_now: frozenset[str]
    weekdays: Mapping[str, int]
    periods: Mapping[str, str]
    reporting: frozenset[str]
    places: tuple[tuple[str, str], ...]
    measure_pattern: LazyPattern
    measures: frozenset[str]
    same_measures: Mapping[str, str]
    not_subjects: frozenset[str]
    never_alone: frozenset[str]
    places_after: frozenset[str]
    accounting_pattern: LazyPattern
    accounting: Mapping[str, Accounting]
    accounting_words: frozenset[str]
    abbreviations: frozenset[str]
    longest_abbreviation: int
    ties: Ties
    losses: frozenset[str]
    wholes: Mapping[str, str]
    margins: frozenset[str]
    table_rows: Mapping[str, str]
    compared: frozenset[str]
    expected: frozenset[str]
    level_particles: Mapping[str, str]
    tie_fillers: frozenset[str]
    tie_breaks: frozenset[str]
    adjectives: Mapping[str, str]
    deal_nouns: frozenset[str]
    deal_runs: frozenset[str]
    deal_opening: frozenset[str]
    deal_ongoing: frozenset[str]
    stops: frozenset[str]
    plurals: frozenset[str]
    plural_endings: tuple[str, ...]
    classifiers: frozenset[str]
    not_plurals: frozenset[str]
    openers: frozenset[str]
    countables: frozenset[str]
    labels: frozenset[str]
    streets: frozenset[str]
    multiples: Mapping[str, int]
    infinitives: frozenset[str]
    auxiliaries: frozenset[str]
    again: frozenset[str]
    out_of: Lexicon[bool]
