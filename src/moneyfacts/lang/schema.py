"""The schema of a language file: one record a table of the TOML, so that an unknown key or a wrong type is refused.

docs/languages.md explains each key for people who add a language; the English file is the worked example.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, get_args, get_origin

import msgspec

from ..model.readings import Sense
from ..model.values import Basis

WordList = tuple[str, ...]
Numerals = Literal["decimal-words", "compound-words", "myriad-words", "none"]
Mark = Literal["year", "month", "day", "quarter", "half", "week", "decade"]
MeasureName = Literal[  # what a measure is in any language: those that are easily taken for each other
    "revenue", "profit", "loss", "costs", "assets", "dividend", "exports", "imports", "margin", "interest",
    "bond_yield", "inflation", "unemployment", "gdp", "wages", "deficit", "surplus", "market_share", "cash_flow",
]  # fmt: skip


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of a language file: immutable, and without keys of its own invention."""


class Numbers(_Table, frozen=True):
    """[numbers]: words that build numbers."""

    conjunctions: WordList
    links: WordList
    bare: WordList
    ones_words: WordList
    wholes: WordList
    points: WordList
    minus: WordList
    before_brackets: WordList
    hundred: WordList
    units: dict[str, int]
    tens: dict[str, int]
    hundreds: dict[str, int]
    multipliers: dict[str, int]
    scales: dict[str, int]
    of: WordList
    tight: WordList
    lookalikes: WordList
    hanging: WordList
    behind: dict[str, str]
    scale_letters: dict[str, int]
    code_letters: dict[str, int]
    fractions: dict[str, str]
    halves: WordList
    multiples: dict[str, int]
    times: WordList
    out_of: WordList
    dividers: WordList
    zeros: WordList


class Ranges(_Table, frozen=True, rename={"from_words": "from"}):
    """[ranges]: words that make a range of two figures, and those that forbid it."""

    connectors: WordList
    closed: WordList
    closing: WordList
    paired: WordList
    from_words: WordList
    ranging: WordList


class Currencies(_Table, frozen=True):
    """[currencies]: signs, bare words and minor units with the ISO 4217 codes each may mean, and what decides.

    Where no language is known, `leading` are signs that stand only before a number, and `priced` those that do so only
    before one printed as a price.
    """

    tight: WordList
    glued: WordList
    not_codes: WordList
    doubtful: WordList
    symbols: dict[str, WordList]
    words: dict[str, WordList]
    thousands: dict[str, WordList]
    ones: WordList
    minor: dict[str, WordList]
    tenths: dict[str, WordList]
    places: dict[str, str]
    adjectives: dict[str, str]
    endings: WordList
    leading: WordList = ()
    priced: WordList = ()


class Shared(_Table, frozen=True):
    """[shared]: words between a bare number and the figure that states its unit."""

    lists: WordList
    commas: WordList
    parts: WordList
    again: WordList
    sums: WordList


class Percents(_Table, frozen=True):
    """[percent]: words for percent, percentage points and basis points."""

    ones: WordList
    percent: WordList
    percentage_point: WordList
    basis_point: WordList
    point_tenths: WordList
    tenths: WordList
    hundredths: WordList
    before: WordList


class Per(_Table, frozen=True):
    """[per]: words that make a rate ("a year", "per share", "each")."""

    markers: WordList
    each: WordList
    not_before: WordList
    nouns: dict[str, str]
    before: dict[str, str]
    behind: dict[str, str]


class Qualifiers(_Table, frozen=True):
    """[qualifiers]: phrases and signs that loosen a figure, before and after it, by sense."""

    levels: WordList
    signs: dict[Sense, WordList]
    before: dict[Sense, WordList]
    after: dict[Sense, WordList]


class Movement(_Table, frozen=True):
    """[changes.up] and [changes.down]: words that govern a change. The share_ ones govern percentages alone."""

    verbs: WordList
    share_verbs: WordList
    particles: WordList
    nouns: WordList
    share_nouns: WordList
    after: WordList
    share_after: WordList
    closing: WordList


class Changes(_Table, frozen=True):
    """[changes]: what governs a change, and what may stand between."""

    paces: WordList
    fillers: WordList
    noun_links: WordList
    auxiliaries: WordList
    apart: WordList
    levels: WordList
    scored: WordList
    after_fillers: WordList
    alternatives: WordList
    up: Movement
    down: Movement
    infinitives: dict[str, int]
    multiples: dict[str, int]


class Dates(_Table, frozen=True, rename={"from_words": "from"}):
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
    edges: dict[Literal["until", "since", "before", "after"], WordList]
    edges_behind: dict[Literal["until", "since", "before", "after"], WordList]
    portions: dict[Literal["early", "mid", "late", "start", "end", "rest", "so_far"], WordList]
    portions_behind: dict[Literal["early", "mid", "late", "start", "end", "rest", "so_far"], WordList]
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


class Lengths(_Table, frozen=True):
    """[lengths]: lengths of time without a number, and what is added to one."""

    bare: WordList
    ones: WordList
    wholes: WordList
    articles: WordList
    before_articles: WordList
    couples: dict[str, int]
    senses: dict[str, Sense]


class Counts(_Table, frozen=True):
    """[counts]: where the noun phrase that a number counts ends, and which bare numbers count nothing."""

    plural_endings: WordList
    classifiers: WordList
    plurals: WordList
    not_plurals: WordList
    stops: WordList
    openers: WordList
    times_of_day: WordList
    articles: WordList
    countables: WordList
    labels: WordList
    streets: WordList
    capitals: bool = False


class ContextWords(_Table, frozen=True):
    """[context]: words that name a figure's measure and accounting, and those that are no subject."""

    measures: WordList
    measure_modifiers: WordList
    not_subjects: WordList
    adjectives: WordList
    places_after: WordList
    accounting: dict[Literal["adjusted", "reported", "guidance"], WordList]
    same: dict[MeasureName, WordList]


class Links(_Table, frozen=True):
    """[links]: words between two figures, by the tie they state."""

    current: WordList
    prior: WordList
    current_behind: WordList
    prior_behind: WordList
    alternative: WordList
    part: WordList
    more: WordList
    restated: WordList
    compared: WordList
    above: WordList
    below: WordList
    beating: WordList
    missing: WordList
    earlier: WordList
    up: WordList
    down: WordList
    of: WordList
    consisting: WordList
    out_of: WordList
    share: WordList
    wholes: dict[str, WordList]
    table: dict[Literal["share", "net", "shares"], WordList]
    exports: WordList
    imports: WordList
    surplus: WordList
    deficit: WordList
    margins: WordList
    expected: WordList
    losses: WordList
    fillers: WordList
    breaks: WordList


class Deals(_Table, frozen=True):
    """[deals]: words that tie a stated duration to its end."""

    nouns: WordList
    runs: WordList
    opening: WordList
    ongoing: WordList


class Sentences(_Table, frozen=True):
    """[sentences]: abbreviations whose full stop ends no sentence."""

    abbreviations: WordList


class LanguageFile(_Table, frozen=True):
    """A whole language file."""

    locale: str
    numerals: Numerals
    spaced: bool
    numbers: Numbers
    ranges: Ranges
    currencies: Currencies
    shared: Shared
    percent: Percents
    per: Per
    durations: dict[str, WordList]
    units: dict[str, WordList]
    qualifiers: Qualifiers
    changes: Changes
    bases: dict[Basis, WordList]
    dates: Dates
    lengths: Lengths
    counts: Counts
    context: ContextWords
    links: Links
    deals: Deals
    sentences: Sentences


@cache
def fields_of(kind: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    """Return the fields of a table with their types, worked out once."""
    return msgspec.structs.fields(kind)


def completed(table: dict[str, Any], kind: type[msgspec.Struct] = LanguageFile) -> dict[str, Any]:
    """Return a table of a language file with what it leaves out added empty: no language has no words.

    >>> completed({"paired": ["from", "to"]}, Ranges)
    {'paired': ['from', 'to'], 'connectors': (), 'closed': (), 'closing': (), 'from': (), 'ranging': ()}
    """
    found = dict(table)
    for field in fields_of(kind):
        if isinstance(field.type, type) and issubclass(field.type, msgspec.Struct):
            found[field.encode_name] = completed(found.get(field.encode_name, {}), field.type)
        elif field.required and field.encode_name not in found:
            found[field.encode_name] = _empty(field.type)
    return found


def _empty(kind: Any) -> object:
    if get_origin(kind) is dict:
        return {}
    sizes = get_args(kind)
    return () if sizes[-1:] == (...,) else ("",) * len(sizes)
