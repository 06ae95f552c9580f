"""[numbers]: how numbers are built from words and digits: their parts, and words that several parts run together in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Literal

import msgspec

from ..cldr import Cldr
from ..lexicon import Lexicon
from ..patterns import number, other_numbers, spaced_groups
from ..tokenizer import Tokenizer
from .table import Table, WordList, casefolded, look_ups

Numerals = Literal["decimal-words", "compound-words", "myriad-words", "none"]
_LONGEST = 80  # letters of a number in one word


class NumbersTable(Table, frozen=True):
    """[numbers]: words that build numbers."""

    conjunctions: WordList
    links: WordList
    alone: WordList
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
    doubtful: WordList
    lookalikes: WordList
    hanging: WordList
    after_currency: dict[str, str]
    scale_letters: dict[str, int]
    code_letters: dict[str, int]
    fractions: dict[str, str]
    halves: WordList
    multiples: dict[str, int]
    times: WordList
    out_of: WordList
    dividers: WordList
    zeros: WordList


class Part(msgspec.Struct, frozen=True):
    """What one word of a number does: add a unit, a ten or hundreds, multiply what is before it, be a power of ten.

    An `alone` one multiplies one where nothing stands before it; an article ("one") only opens a number.
    """

    kind: Literal["one", "unit", "ten", "hundred", "times", "scale"]
    value: int
    alone: bool = False


class Numbers(msgspec.Struct, frozen=True):
    """Numbers in words, by what each word does: add, multiply by a hundred or by a power of ten, or divide; and digits.

    `parts` and, where they are more words than one, `phrases` say what each does; `split` cuts a word that several run
    together in. `joints` are `conjunctions` and `links`; digits take turns with words where the language `mixes` them.
    With `zeros`, words for the places left out, a last digit after none of them is of the next place: 一百五 is 150.

    `digits` matches a number in digits as the locale prints it, `other_digits` are patterns of other prints, with
    `spaced_groups` for the signs between thousands that are none elsewhere.
    """

    parts: Mapping[str, Part]
    phrases: Lexicon[Part] | None
    split: Callable[[str], tuple[tuple[Part, bool], ...]] | None
    joints: frozenset[str]
    links: frozenset[str]
    of: tuple[str, ...]
    alone: frozenset[str]
    doubtful: frozenset[str]
    dividers: frozenset[str]
    divider_starts: frozenset[str]
    lookalikes: tuple[str, ...]
    mixes: bool

    small: Mapping[str, int]
    tens: Mapping[str, int]
    hundreds: frozenset[str]
    scales: Mapping[str, int]
    fractions: Mapping[str, Fraction]
    after_currency: Mapping[str, Fraction]
    multiples: Mapping[str, int]
    wholes: frozenset[str]
    minus: frozenset[str]
    before_brackets: frozenset[str]
    hanging: frozenset[str]
    scale_letters: Mapping[str, int]
    out_of: Lexicon[bool]
    halves: tuple[str, ...]
    ones: frozenset[str]
    conjunctions: frozenset[str]
    and_words: tuple[str, ...]
    and_letters: frozenset[str]
    points: frozenset[str]
    apart: frozenset[str]
    zeros: frozenset[str]

    digits: re.Pattern[str]
    other_digits: tuple[re.Pattern[str], ...]
    spaced_groups: frozenset[str]


def compiled(table: NumbersTable, cldr: Cldr, words: Tokenizer, kind: Numerals) -> Numbers:
    """Return the look-ups of the table, in a language that builds its numbers in one of the known ways."""
    parts = _parts(table, cldr)
    single = {phrase: part for phrase, part in parts.items() if len(words.split(phrase)) == 1}
    several = {phrase: part for phrase, part in parts.items() if phrase not in single}
    links = frozenset(map(str.casefold, table.links))
    conjunctions = frozenset(map(str.casefold, table.conjunctions))
    return look_ups(
        Numbers,
        table,
        parts=single,
        phrases=Lexicon({**several, **_opened_by(several, single, words)}, words) if several else None,
        split=_splitter(single, links, conjunctions) if kind == "compound-words" else None,
        joints=links | conjunctions,
        links=links,
        of=table.of,
        divider_starts=frozenset(start for word in table.dividers for start in (word[0], " ")),
        lookalikes=table.lookalikes,
        mixes=kind == "myriad-words",
        small=casefolded(table.units),
        tens=casefolded(table.tens),
        hundreds=frozenset(table.hundred),
        scales=casefolded(table.scales),
        fractions=_fractions(table.fractions),
        after_currency=_fractions(table.after_currency),
        out_of=Lexicon(dict.fromkeys(table.out_of, True), words),
        halves=table.halves,
        ones=frozenset(table.ones_words),
        conjunctions=conjunctions,
        and_words=table.conjunctions,
        and_letters=frozenset(word[0] for word in table.conjunctions),
        apart=frozenset(f" {lead[:1]}" for lead in (cldr.decimal, *table.points) if lead),
        digits=number(cldr),
        other_digits=other_numbers(cldr),
        spaced_groups=spaced_groups(cldr),
    )


def _fractions(table: Mapping[str, str]) -> dict[str, Fraction]:
    return {word: Fraction(value) for word, value in table.items()}


def _parts(table: NumbersTable, cldr: Cldr) -> dict[str, Part]:
    """Return what each word of a number does; where two tables name one word, the earlier here has it."""
    found: dict[str, Part] = {}
    for kind, listed in (("unit", table.units), ("ten", table.tens), ("hundred", table.hundreds)):
        for word, value in listed.items():
            found.setdefault(word.casefold(), Part(kind, value))  # type: ignore[arg-type]
    for word in table.hundred:
        found.setdefault(word.casefold(), Part("times", 100, word in table.alone))
    for word, value in table.multipliers.items():
        found.setdefault(word.casefold(), Part("times", value, alone=True))
    for word, power in (*cldr.scales.items(), *table.scales.items()):
        found.setdefault(word.casefold(), Part("scale", power))
    for word in table.ones_words:
        found.setdefault(word.casefold(), Part("one", 1))
    return found


def _opened_by(several: Mapping[str, Part], single: Mapping[str, Part], words: Tokenizer) -> dict[str, Part]:
    """Return the single words that a phrase begins with, so that one look-up finds the longest."""
    return {first: single[first] for phrase in several if (first := words.split(phrase)[0]) in single}


def _splitter(
    parts: Mapping[str, Part], links: frozenset[str], conjunctions: frozenset[str]
) -> Callable[[str], tuple[tuple[Part, bool], ...]]:
    """Return what cuts a number in one word into its parts: "achtundsiebzig" is 8 and 70."""
    joints = links | conjunctions

    @lru_cache(maxsize=4096)
    def split(word: str) -> tuple[tuple[Part, bool], ...]:
        if len(word) > _LONGEST:
            return ()
        reach: list[tuple[tuple[Part, bool], ...] | None] = [None] * (len(word) + 1)
        joined: list[tuple[tuple[Part, bool], ...] | None] = [None] * (len(word) + 1)  # up to an "and" that ends there
        reach[0] = ()
        for begin in range(len(word)):
            for before, linked in ((reach[begin], False), (joined[begin], True)):
                if before is None:
                    continue
                for end in range(begin + 1, len(word) + 1):
                    piece = word[begin:end]
                    part = parts.get(piece)
                    if part and part.kind != "one" and (reach[end] is None or len(before) + 1 <= len(reach[end] or ())):
                        reach[end] = (*before, (part, linked))
                    if not linked and begin and piece in joints:
                        joined[end] = before
            if begin == 0 and joints:
                for link in links:
                    if word.startswith(link):
                        joined[len(link)] = ()  # "وعشرون": and twenty
        return reach[len(word)] or ()

    return split
