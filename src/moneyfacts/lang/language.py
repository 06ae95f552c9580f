"""A language, ready to read with: its data file and its locale's CLDR data, compiled once into look-ups by position."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Literal

import msgspec

from ..facts import Accounting
from ..interval import MAX_DIGITS
from ..values import Basis, Direction
from .calendar import Calendar, calendar
from .cldr import Cldr
from .lexicon import Lexicon, Suffixes, alternation
from .schema import LanguageFile, Movement

# What may stand right before a figure: of ASCII, Latin-1 and general punctuation, all but letters, digits and "_".
BEFORE = r"[\x00-/:-@\[-^`{-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u2000-\u206f\u3000-\u303f\uff00-\uff0f]"

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
    "period",
    "era",
    "length",
]


class Unit(msgspec.Struct, frozen=True):
    """What a word after a number means: a power of ten, the candidates of a currency, a unit's name."""

    tag: Class
    name: str = ""
    power: int = 0
    candidates: tuple[str, ...] = ()
    reason: str = ""


class Cue(msgspec.Struct, frozen=True):
    """A word that governs a change: its direction, and whether it governs percentages alone."""

    direction: Direction
    noun: bool = False
    share_only: bool = False


class NumberWords(msgspec.Struct, frozen=True):
    """The words of numbers, by what each does: add, multiply by a hundred, multiply by a power of ten, or divide."""

    small: Mapping[str, int]
    tens: Mapping[str, int]
    hundreds: frozenset[str]
    scales: Mapping[str, int]
    fractions: Mapping[str, Fraction]
    ones: frozenset[str]
    conjunctions: frozenset[str]
    points: frozenset[str]


class Language(msgspec.Struct, frozen=True):
    """All that reading a text in one locale needs. Made by `moneyfacts.lang.language`, one for each locale."""

    locale: str
    data: LanguageFile
    cldr: Cldr
    calendar: Calendar
    couples: Lexicon[int]
    trigger: Callable[[str], Iterator[re.Match[str]]]
    triggers: Mapping[str, Trigger]
    number: re.Pattern[str]
    numbers: NumberWords
    scale_letters: Mapping[str, int]
    prefixes: Mapping[str, Unit]
    after: Lexicon[Unit]
    per_nouns: Lexicon[str]
    per_markers: frozenset[str]
    per_each: frozenset[str]
    per_not_before: frozenset[str]
    qualifiers: Suffixes
    qualifiers_after: Lexicon[str]
    changes: Suffixes
    cues: Mapping[str, Cue]
    cues_after: Mapping[str, Cue]
    fillers: frozenset[str]
    noun_links: frozenset[str]
    alternatives: frozenset[str]
    after_fillers: frozenset[str]
    basis_pattern: re.Pattern[str]
    bases: Lexicon[Basis]
    months: Mapping[str, int]
    ambiguous_months: frozenset[str]
    date_prepositions: frozenset[str]
    from_now: frozenset[str]
    weekdays: Mapping[str, int]
    periods: Mapping[str, str]
    reporting: frozenset[str]
    places: tuple[tuple[str, str], ...]
    measures: Callable[..., Iterator[re.Match[str]]]
    not_subjects: frozenset[str]
    find_accounting: Callable[..., re.Match[str] | None]
    accounting: Mapping[str, Accounting]
    abbreviations: frozenset[str]
    ties: Suffixes
    tie_fillers: frozenset[str]
    tie_breaks: frozenset[str]
    restated: frozenset[str]
    adjectives: Mapping[str, str]
    deal_nouns: frozenset[str]
    deal_runs: frozenset[str]
    deal_opening: frozenset[str]
    deal_ongoing: frozenset[str]
    stops: frozenset[str]
    plurals: frozenset[str]
    not_plurals: frozenset[str]
    openers: frozenset[str]
    countables: frozenset[str]
    labels: frozenset[str]


def compiled(data: LanguageFile, cldr: Cldr) -> Language:
    """Return the language of a data file, with the CLDR data of a locale of that language."""
    months = {**cldr.months, **cldr.month_abbreviations, **data.dates.months}
    multiples = {**data.changes.multiples}
    triggers: dict[str, Trigger] = {}
    for tag, words in (
        ("number", (*data.numbers.units, *data.numbers.tens, *data.numbers.hundred, *data.numbers.scales)),
        ("period", (word for words in data.dates.periods.values() for word in words)),
        ("length", (*data.lengths.bare, *(word for word in data.lengths.couples if " " not in word))),
        ("fraction", data.numbers.fractions),
        ("relative", data.dates.relative),
        ("ordinal", data.dates.ordinals),
        ("day", data.dates.days),
        ("fiscal", data.dates.fiscal),
        ("era", (*data.dates.decades, *data.dates.abbreviations)),
        ("era", (word for word in data.dates.seasons if word not in data.changes.down.verbs)),
        ("multiple", multiples),
        ("ratio", data.numbers.multiples),
    ):
        triggers.update(dict.fromkeys((word.casefold() for word in words), tag))  # type: ignore[arg-type]
    names: dict[str, Trigger] = {**dict.fromkeys(months, "month"), **dict.fromkeys(cldr.weekdays, "weekday")}
    prefixes = _prefixes(data, cldr)
    changes = _changes(data)
    return Language(
        locale=cldr.locale,
        data=data,
        cldr=cldr,
        calendar=calendar(data.dates, cldr, {name.casefold(): number for name, number in months.items()}, data.numbers),
        couples=Lexicon(data.lengths.couples),
        trigger=_trigger(triggers, names, prefixes, data),
        triggers={**triggers, **{name.casefold(): tag for name, tag in names.items()}},
        number=_number(cldr),
        numbers=NumberWords(
            small=data.numbers.units,
            tens=data.numbers.tens,
            hundreds=frozenset(data.numbers.hundred),
            scales=data.numbers.scales,
            fractions={word: Fraction(value) for word, value in data.numbers.fractions.items()},
            ones=frozenset(data.numbers.ones_words),
            conjunctions=frozenset(data.numbers.conjunctions),
            points=frozenset(data.numbers.points),
        ),
        scale_letters=data.numbers.scale_letters,
        prefixes=prefixes,
        after=_after(data, cldr),
        per_nouns=Lexicon(data.per.nouns),
        per_markers=frozenset(data.per.markers),
        per_each=frozenset(data.per.each),
        per_not_before=frozenset(data.per.not_before),
        qualifiers=Suffixes({phrase: sense for sense, phrases in data.qualifiers.before.items() for phrase in phrases}),
        qualifiers_after=Lexicon(
            {phrase: sense for sense, phrases in data.qualifiers.after.items() for phrase in phrases}
        ),
        changes=Suffixes({phrase: phrase for phrase in changes}),
        cues=changes,
        cues_after=_changes_after(data),
        fillers=frozenset(data.changes.fillers),
        noun_links=frozenset(data.changes.noun_links),
        alternatives=frozenset(data.changes.alternatives),
        after_fillers=frozenset(data.changes.after_fillers),
        basis_pattern=_anywhere(phrase for phrases in data.bases.values() for phrase in phrases),
        bases=Lexicon({phrase: basis for basis, phrases in data.bases.items() for phrase in phrases}),
        months={name.casefold(): number for name, number in months.items()},
        ambiguous_months=frozenset(
            name.casefold() for name in (*data.dates.ambiguous_months, *cldr.month_abbreviations, *data.dates.months)
        ),
        date_prepositions=frozenset(data.dates.prepositions),
        from_now=frozenset(data.dates.from_now),
        weekdays={name.casefold(): number for name, number in cldr.weekdays.items()},
        periods={word: period for period, words in data.dates.periods.items() for word in words},
        reporting=frozenset(data.dates.reporting),
        places=tuple((_title(name), code) for name, code in data.currencies.places.items()),
        measures=_measures(data),
        not_subjects=frozenset(data.context.not_subjects),
        find_accounting=_anywhere(phrase for phrases in data.context.accounting.values() for phrase in phrases).search,
        abbreviations=frozenset(data.sentences.abbreviations),
        ties=_ties(data),
        tie_fillers=frozenset(data.links.fillers),
        tie_breaks=frozenset(data.links.breaks),
        restated=frozenset(data.links.restated),
        adjectives={word: unit for unit, words in data.dates.adjectives.items() for word in words},
        deal_nouns=frozenset(data.deals.nouns),
        deal_runs=frozenset(data.deals.runs),
        deal_opening=frozenset(data.deals.opening),
        deal_ongoing=frozenset(data.deals.ongoing),
        accounting={phrase: basis for basis, phrases in data.context.accounting.items() for phrase in phrases},
        stops=frozenset(data.counts.stops),
        plurals=frozenset(data.counts.plurals),
        not_plurals=frozenset(data.counts.not_plurals),
        openers=frozenset(data.counts.openers),
        countables=frozenset(data.counts.countables),
        labels=frozenset(data.counts.labels),
    )


def _trigger(
    triggers: Mapping[str, Trigger], names: Mapping[str, Trigger], prefixes: Mapping[str, Unit], data: LanguageFile
) -> Callable[[str], Iterator[re.Match[str]]]:
    """Return the one pass over a text: finds where a figure or a date may begin.

    A match begins one character before the trigger, with what may stand before a figure: a small set of characters
    first is what lets the search skip quickly.
    """
    signs = "".join(re.escape(sign) for sign in prefixes if len(sign) == 1 and not sign.isalpha())
    mixed = [sign for sign in prefixes if len(sign) > 1 and not sign.isalpha()]
    mixed += [f"{sign[:-1]} {sign[-1]}" for sign in mixed if sign[-1] in signs]  # "US $5", as some print it
    mixed += [sign.lower() for sign in mixed]
    small = {name.lower() for name, tag in names.items() if tag == "month" and len(name) > 3} - {
        name.lower() for name in data.dates.ambiguous_months
    }
    parts = {form for word in data.dates.prefixes for form in (word, word.upper())}
    words = {form for word in triggers for form in (word, word.capitalize(), word.upper())}
    words |= {form for name in names for form in (name, name.upper())} | small
    pattern = (
        rf"{BEFORE}(?:\d|{alternation(mixed)}|[{signs}]|[A-Z](?=[A-Za-z]{{0,3}}[ \u00a0]?\d)"
        rf"|{alternation(words)}(?![^\W_])|{alternation(parts)}(?=\d))"
    )
    return re.compile(pattern).finditer


def _number(cldr: Cldr) -> re.Pattern[str]:
    """Return the pattern of a number in digits, grouped as the locale groups them or not at all."""
    group, decimal = re.escape(cldr.group), re.escape(cldr.decimal)
    groups = rf"\d{{1,3}}(?:{group}\d{{2,3}})*{group}\d{{3}}"
    return re.compile(rf"({groups}|\d{{1,{MAX_DIGITS}}})(?:{decimal}(\d{{1,{MAX_DIGITS}}}))?")


def _prefixes(data: LanguageFile, cldr: Cldr) -> dict[str, Unit]:
    codes = {code: Unit("currency", code, 0, (code,), f"the code {code}") for code in sorted(cldr.currency_codes)}
    signs = {
        sign: Unit("currency", candidates[0], 0, candidates, f"the sign {sign}")
        for sign, candidates in data.currencies.symbols.items()
    }
    return {**codes, **signs}


def _after(data: LanguageFile, cldr: Cldr) -> Lexicon[Unit]:
    """Return what may follow a number: where two tables name one word, the later here has it."""
    found: dict[str, Unit] = {}
    for unit, words in data.units.items():
        found.update({word: Unit("unit", unit) for word in words})
    for name, codes in cldr.currency_names.items():
        found[name] = Unit("currency", codes[0], 0, codes, f"the words {name}")
    for code in cldr.currency_codes:
        found[code.casefold()] = Unit("currency", code, 0, (code,), f"the code {code}")
        for letter, power in data.numbers.code_letters.items():  # "48.5 MGBP"
            found[letter + code.casefold()] = Unit("currency", code, power, (code,), f"the code {code}")
    for word, listed in data.currencies.words.items():
        codes = _own(listed, cldr)
        found[word] = Unit("currency", codes[0], 0, codes, f"the word {word}")
    for word, listed in data.currencies.thousands.items():
        codes = _own(listed, cldr)
        found[word] = Unit("currency", codes[0], 3, codes, f"the word {word}")
    for word, codes in data.currencies.minor.items():
        found[word] = Unit("minor", codes[0], -2, codes, f"the word {word}")
    for sign, codes in data.currencies.symbols.items():
        found[sign.casefold()] = Unit("currency", codes[0], 0, codes, f"the sign {sign}")
    for unit, words in data.durations.items():
        found.update({word: Unit("duration", unit) for word in words})
    for unit in ("percent", "percentage_point", "basis_point"):
        found.update({word: Unit("percent", unit) for word in getattr(data.percent, unit)})
    found["%"] = Unit("percent", "percent")
    found.update({word: Unit("times", "times") for word in data.numbers.times})
    for word, power in data.numbers.scales.items():
        found[word] = Unit("scale", word, power)
    return Lexicon(found)


def _own(codes: tuple[str, ...], cldr: Cldr) -> tuple[str, ...]:
    """Return the candidates of a colloquial word: "*" stands for the currency of the locale's territory, if any."""
    return tuple(dict.fromkeys(each for code in codes if (each := cldr.home_currency if code == "*" else code)))


def _changes(data: LanguageFile) -> dict[str, Cue]:
    """Return the words that govern a change from before the figure."""
    found: dict[str, Cue] = {}

    def add(words: tuple[str, ...], direction: Direction, noun: bool, share_only: bool) -> None:
        found.update({word: Cue(direction, noun or word in found, share_only) for word in words})

    for direction in ("up", "down"):
        movement: Movement = getattr(data.changes, direction)
        add(movement.nouns, direction, noun=True, share_only=False)
        add(movement.share_nouns, direction, noun=True, share_only=True)
        add(movement.share_verbs, direction, noun=False, share_only=True)
        add(movement.verbs, direction, noun=False, share_only=False)
        add(movement.particles, direction, noun=False, share_only=False)
    return found


def _changes_after(data: LanguageFile) -> dict[str, Cue]:
    """Return the words that govern a change from behind the figure: "a 5% rise", "3 percent higher"."""
    found: dict[str, Cue] = {}
    for direction in ("up", "down"):
        movement: Movement = getattr(data.changes, direction)
        found.update({word: Cue(direction, noun=True) for word in movement.nouns})
        found.update({word: Cue(direction, noun=True, share_only=True) for word in movement.share_nouns})
        found.update({word: Cue(direction) for word in movement.after})
        found.update({word: Cue(direction, share_only=True) for word in movement.share_after})
    return found


def _ties(data: LanguageFile) -> Suffixes:
    """Return the phrases between two figures by the tie they state, without the words that are set aside there."""
    fillers = set(data.links.fillers)
    return Suffixes(
        {
            " ".join(word for word in phrase.split(" ") if word not in fillers): tie
            for tie in ("current", "prior", "alternative", "part", "more")
            for phrase in getattr(data.links, tie)
        }
    )


def _measures(data: LanguageFile) -> Callable[..., Iterator[re.Match[str]]]:
    """Return the search for the nouns that name a measure, with the words right before that belong to the name."""
    modifiers = alternation(_forms(data.context.measure_modifiers))
    nouns = alternation(_forms(data.context.measures))
    return re.compile(rf"{BEFORE}((?:{modifiers}[ -])*{nouns})(?![^\W_])").finditer


def _anywhere(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"{BEFORE}({alternation(_forms(phrases))})(?![^\W_])")


def _forms(phrases: Iterable[str]) -> list[str]:
    return [form for phrase in phrases for form in (phrase, phrase[:1].upper() + phrase[1:])]


def _title(name: str) -> str:
    return " ".join(word.capitalize() for word in name.split(" "))
