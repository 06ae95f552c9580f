"""The schema of a language file: one record a table of the TOML, so that an unknown key or a wrong type is refused.

docs/languages.md explains each key for people who add a language; the English file is the worked example.
"""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin

import msgspec

from ..model.readings import Sense
from ..model.values import Basis

Words = tuple[str, ...]
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

    conjunctions: Words
    links: Words
    bare: Words
    ones_words: Words
    wholes: Words
    points: Words
    minus: Words
    before_brackets: Words
    hundred: Words
    units: dict[str, int]
    tens: dict[str, int]
    hundreds: dict[str, int]
    multipliers: dict[str, int]
    scales: dict[str, int]
    of: Words
    tight: Words
    lookalikes: Words
    hanging: Words
    behind: dict[str, str]
    scale_letters: dict[str, int]
    code_letters: dict[str, int]
    fractions: dict[str, str]
    halves: Words
    multiples: dict[str, int]
    times: Words
    out_of: Words
    dividers: Words
    zeros: Words


class Ranges(_Table, frozen=True, rename={"from_words": "from"}):
    """[ranges]: words that make a range of two figures, and those that forbid it."""

    connectors: Words
    closed: Words
    closing: Words
    paired: Words
    from_words: Words
    ranging: Words


class Currencies(_Table, frozen=True):
    """[currencies]: signs, bare words and minor units with the ISO 4217 codes each may mean, and what decides.

    Where no language is known, `leading` are signs that stand only before a number, and `priced` those that do so only
    before one printed as a price.
    """

    tight: Words
    glued: Words
    not_codes: Words
    doubtful: Words
    symbols: dict[str, Words]
    words: dict[str, Words]
    thousands: dict[str, Words]
    ones: Words
    minor: dict[str, Words]
    tenths: dict[str, Words]
    places: dict[str, str]
    adjectives: dict[str, str]
    endings: Words
    leading: Words = ()
    priced: Words = ()


class Shared(_Table, frozen=True):
    """[shared]: words between a bare number and the figure that states its unit."""

    lists: Words
    commas: Words
    parts: Words
    again: Words
    sums: Words


class Percents(_Table, frozen=True):
    """[percent]: words for percent, percentage points and basis points."""

    ones: Words
    percent: Words
    percentage_point: Words
    basis_point: Words
    point_tenths: Words
    tenths: Words
    hundredths: Words
    before: Words


class Per(_Table, frozen=True):
    """[per]: words that make a rate ("a year", "per share", "each")."""

    markers: Words
    each: Words
    not_before: Words
    nouns: dict[str, str]
    before: dict[str, str]
    behind: dict[str, str]


class Qualifiers(_Table, frozen=True):
    """[qualifiers]: phrases and signs that loosen a figure, before and after it, by sense."""

    levels: Words
    signs: dict[Sense, Words]
    before: dict[Sense, Words]
    after: dict[Sense, Words]


class Movement(_Table, frozen=True):
    """[changes.up] and [changes.down]: words that govern a change. The share_ ones govern percentages alone."""

    verbs: Words
    share_verbs: Words
    particles: Words
    nouns: Words
    share_nouns: Words
    after: Words
    share_after: Words
    closing: Words


class Changes(_Table, frozen=True):
    """[changes]: what governs a change, and what may stand between."""

    paces: Words
    fillers: Words
    noun_links: Words
    auxiliaries: Words
    apart: Words
    levels: Words
    scored: Words
    after_fillers: Words
    alternatives: Words
    up: Movement
    down: Movement
    infinitives: dict[str, int]
    multiples: dict[str, int]


class Dates(_Table, frozen=True, rename={"from_words": "from"}):
    """[dates]: what CLDR's names of months and days leave out."""

    months: dict[str, int]
    marks: dict[Mark, Words]
    phrases: dict[str, str]
    nth: Words
    span_ends: Words
    ambiguous_months: Words
    prepositions: Words
    day_suffixes: Words
    of: Words
    span_words: Words
    from_words: Words
    between: tuple[str, str]
    ended: Words
    from_now: Words
    future_endings: Words
    past: Words
    past_endings: Words
    reporting: Words
    edges: dict[Literal["until", "since", "before", "after"], Words]
    edges_behind: dict[Literal["until", "since", "before", "after"], Words]
    portions: dict[Literal["early", "mid", "late", "start", "end", "rest", "so_far"], Words]
    portions_behind: dict[Literal["early", "mid", "late", "start", "end", "rest", "so_far"], Words]
    weekdays: dict[str, int]
    ordinals: dict[str, int]
    periods: dict[str, Words]
    relative: dict[str, int]
    further: dict[str, int]
    rolling: Words
    told: Words
    determiners: Words
    fillers: Words
    business: Words
    counts: dict[str, int]
    seasons: dict[str, int]
    decades: dict[str, int]
    abbreviations: dict[str, str]
    days: dict[str, int]
    moments: Words
    to_date: Words
    within: Words
    starting: Words
    old_year_words: Words
    personal: Words
    not_present: Words
    lasting: Words
    prefixes: dict[str, str]
    fiscal: Words
    own_years: Words
    adjectives: dict[str, Words]


class Lengths(_Table, frozen=True):
    """[lengths]: lengths of time without a number, and what is added to one."""

    bare: Words
    ones: Words
    wholes: Words
    articles: Words
    before_articles: Words
    couples: dict[str, int]
    senses: dict[str, Sense]


class Counts(_Table, frozen=True):
    """[counts]: where the noun phrase that a number counts ends, and which bare numbers count nothing."""

    plural_endings: Words
    classifiers: Words
    plurals: Words
    not_plurals: Words
    stops: Words
    openers: Words
    times_of_day: Words
    articles: Words
    countables: Words
    labels: Words
    streets: Words
    capitals: bool = False


class ContextWords(_Table, frozen=True):
    """[context]: words that name a figure's measure and accounting, and those that are no subject."""

    measures: Words
    measure_modifiers: Words
    not_subjects: Words
    adjectives: Words
    places_after: Words
    accounting: dict[Literal["adjusted", "reported", "guidance"], Words]
    same: dict[MeasureName, Words]


class Links(_Table, frozen=True):
    """[links]: words between two figures, by the tie they state."""

    current: Words
    prior: Words
    current_behind: Words
    prior_behind: Words
    alternative: Words
    part: Words
    more: Words
    restated: Words
    compared: Words
    above: Words
    below: Words
    beating: Words
    missing: Words
    earlier: Words
    up: Words
    down: Words
    of: Words
    consisting: Words
    out_of: Words
    share: Words
    wholes: dict[str, Words]
    table: dict[Literal["share", "net", "shares"], Words]
    exports: Words
    imports: Words
    surplus: Words
    deficit: Words
    margins: Words
    expected: Words
    losses: Words
    fillers: Words
    breaks: Words


class Deals(_Table, frozen=True):
    """[deals]: words that tie a stated duration to its end."""

    nouns: Words
    runs: Words
    opening: Words
    ongoing: Words


class Sentences(_Table, frozen=True):
    """[sentences]: abbreviations whose full stop ends no sentence."""

    abbreviations: Words


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
    durations: dict[str, Words]
    units: dict[str, Words]
    qualifiers: Qualifiers
    changes: Changes
    bases: dict[Basis, Words]
    dates: Dates
    lengths: Lengths
    counts: Counts
    context: ContextWords
    links: Links
    deals: Deals
    sentences: Sentences


def completed(table: dict[str, Any], kind: type[msgspec.Struct] = LanguageFile) -> dict[str, Any]:
    """Return a table of a language file with what it leaves out added empty: no language has no words.

    >>> completed({"paired": ["from", "to"]}, Ranges)
    {'paired': ['from', 'to'], 'connectors': (), 'closed': (), 'closing': (), 'from': (), 'ranging': ()}
    """
    found = dict(table)
    for field in msgspec.structs.fields(kind):
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
