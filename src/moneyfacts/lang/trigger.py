"""The one pass over a text: where a figure or a date may begin, and what reads it there."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from .patterns import BEFORE, PARTS, by_case
from .schema import LanguageFile
from .tables.table import by_phrase
from .tables.units import Unit, Units
from .tokenizer import LazyPattern, Tokenizer, alternation

Tag = Literal[
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


class Trigger(msgspec.Struct, frozen=True):
    """The one pass over a text: `find` yields the places where a figure or a date may begin; `tags` say what reads it.

    A match begins one character before the trigger, with what may stand before a figure: a small set of characters
    first is what lets the search skip quickly. Where no spaces are set, anything may, and the trigger is only looked at
    (group 1), for the next one may follow at once.
    """

    find: Callable[[str], Iterator[re.Match[str]]]
    tags: Mapping[str, Tag]


def compiled(
    data: LanguageFile, months: Iterable[str], weekdays: Iterable[str], units: Units, words: Tokenizer
) -> Trigger:
    """Return what finds the places where a figure or a date may begin, one with a name or a sign among them."""
    worded = _worded(data)
    names: dict[str, Tag] = {**dict.fromkeys(months, "month"), **dict.fromkeys(weekdays, "weekday")}
    tags = {word.casefold(): tag for word, tag in (*worded.items(), *names.items())}
    if units.signs:
        return Trigger(units.signs.trigger, tags)
    later = LazyPattern(lambda: _expression(worded, names, units.before, data, words))

    def find(text: str) -> Iterator[re.Match[str]]:
        return later.pattern.finditer(text)

    return Trigger(find, tags)


def _worded(data: LanguageFile) -> dict[str, Tag]:
    """Return the words that a figure may begin with, as they are printed, by what reads it."""
    numbers, dates = data.numbers, data.dates
    found: dict[str, Tag] = {}
    for tag, listed in (
        ("number", (*numbers.units, *numbers.tens, *numbers.hundreds, *numbers.hundred, *numbers.multipliers)),
        ("number", numbers.scales),
        ("period", by_phrase(dates.periods)),
        ("length", (*data.lengths.units, *(word for word in data.lengths.couples if " " not in word))),
        ("fraction", numbers.fractions),
        ("relative", dates.relative),
        ("ordinal", dates.ordinals),
        ("day", dates.days),
        ("fiscal", dates.fiscal),
        ("era", (*dates.decades, *dates.abbreviations)),
        ("era", dates.seasons),
        ("multiple", (*data.changes.multiples, *data.changes.infinitives)),
        ("one_of", (*data.currencies.thousands, *data.currencies.ones, *data.percent.ones)),
        ("ratio", numbers.multiples),
        ("marked", (*dates.phrases, *dates.nth)),
        ("lead", data.percent.before),
    ):
        found.update(dict.fromkeys(listed, tag))  # type: ignore[arg-type]
    return found


def _forms(worded: Iterable[str], names: Mapping[str, Tag], signs: Iterable[str], ambiguous: Iterable[str]) -> set[str]:
    """Return all ways to print the words, names and signs that a figure may begin with."""
    forms = {*signs, *(form for word in worded for form in (word, word.capitalize(), word.upper()))}
    forms |= {form for name in names for form in (name, name.upper())}
    return forms | {name.lower() for name, tag in names.items() if tag == "month" and len(name) > 3}.difference(
        map(str.lower, ambiguous)
    )


def _signs(prefixes: Iterable[str], last: str, tight: Collection[str]) -> set[str]:
    """Return the ways to print signs that end in one of the `last` characters, but for those that are `tight`."""
    forms = {*prefixes}
    for sign in prefixes:
        if len(sign) > 1 and sign[-1] in last and sign not in tight:
            apart = f"{sign[:-1]} {sign[-1]}"  # "US $5"
            forms |= {sign.lower(), apart, apart.lower()}
    return forms


def _expression(
    worded: Iterable[str],
    names: Mapping[str, Tag],
    prefixes: Mapping[str, Unit],
    data: LanguageFile,
    words: Tokenizer,
) -> str:
    """Return the expression of what a figure or a date may begin with."""
    ambiguous = data.dates.ambiguous_months
    signs = [sign for sign in (*prefixes, *data.percent.before) if not sign.replace(" ", "").isalpha()]
    last = "".join(sorted({sign[-1] for sign in signs if not sign[-1].isalpha()}))
    forms = _forms(worded, names, _signs(signs, last, data.currencies.unspaced), ambiguous)
    code = r"[A-Z](?=[A-Za-z]{0,3}+ ?[-−]?\d)"  # "EUR 5", "Q3"
    if words.unspaced:
        return rf"(?s:.)(?=([\d{PARTS}]|{alternation(forms)}|(?<![A-Za-z]){code}))"
    whole = rf"(?:(?![^\W_])|(?<=[{re.escape(last)}]))" if last else r"(?![^\W_])"  # a digit may follow a sign
    part = (
        rf"[{''.join(sorted({word[0] for word in data.dates.prefixes}))}](?=[a-z]?\d)"
        if data.dates.prefixes
        else "(?!)"
    )
    small = rf"{alternation(map(str.lower, ambiguous))}(?= \d)"  # "may 5th"
    glued = rf"|(?:{alternation(data.currencies.glued)})(?=\d)" if data.currencies.glued else ""  # "euro26"
    worded = rf"{by_case(forms, whole)}{_compounds(data)}{glued}"
    found = rf"{BEFORE}(?:[\d{PARTS}]|{worded}|{code}|{part}|{small})"
    hanging = "".join(data.numbers.hanging)  # letters that hang on a number: "ל20", "מעשרים"
    return rf"{found}|[{hanging}](?:\d|(?<!\w[{hanging}])(?:{worded}))" if hanging else found


def _compounds(data: LanguageFile) -> str:
    """Return the expression of number words that run together, as one more alternative; nothing where none do."""
    if data.numerals != "compound-words":
        return ""
    numbers = data.numbers
    parts = (*numbers.units, *numbers.tens, *numbers.hundreds, *numbers.hundred, *numbers.multipliers, *numbers.scales)
    joints = (*numbers.links, *numbers.conjunctions)
    form = alternation(part for part in (*parts, *joints) if part.isalpha())
    first = "".join(sorted({letter for part in (*parts, *numbers.links) for letter in (part[0], part[0].upper())}))
    return rf"|(?=[{first}])(?i:{form}){{2,}}(?![^\W_])"
