"""How a language builds numbers from words: its parts, and words that several parts run together in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache

from .cldr import Cldr
from .language import NumberWords, Part
from .lexicon import Lexicon
from .schema import Numbers, Numerals
from .tokenizer import Tokenizer

_LONGEST = 80  # letters of a number in one word


def numerals(data: Numbers, cldr: Cldr, words: Tokenizer, kind: Numerals) -> NumberWords:
    """Return the look-ups of one language's number words."""
    parts = _parts(data, cldr)
    single = {phrase: part for phrase, part in parts.items() if len(words.split(phrase)) == 1}
    several = {phrase: part for phrase, part in parts.items() if phrase not in single}
    links = frozenset(word.casefold() for word in data.links)
    conjunctions = frozenset(word.casefold() for word in data.conjunctions)
    return NumberWords(
        next=words.next,
        parts=single,
        phrases=Lexicon({**several, **_opened_by(several, single, words)}, words) if several else None,
        split=_splitter(single, links, conjunctions) if kind == "compound-words" else None,
        joints=links | conjunctions,
        links=links,
        of=data.of,
        bare=frozenset(data.bare),
        tight=frozenset(data.tight),
        lookalikes=data.lookalikes,
        dividers=frozenset(data.dividers),
        divider_starts=frozenset(start for word in data.dividers for start in (word[0], " ")),
        mixes=kind == "myriad-words",
        small={word.casefold(): value for word, value in data.units.items()},
        tens={word.casefold(): value for word, value in data.tens.items()},
        hundreds=frozenset(data.hundred),
        scales={word.casefold(): power for word, power in data.scales.items()},
        fractions={word: Fraction(value) for word, value in data.fractions.items()},
        behind={word: Fraction(value) for word, value in data.behind.items()},
        halves=data.halves,
        ones=frozenset(data.ones_words),
        conjunctions=conjunctions,
        and_words=data.conjunctions,
        and_letters=frozenset(word[0] for word in data.conjunctions),
        points=frozenset(data.points),
        apart=frozenset(f" {lead[:1]}" for lead in (cldr.decimal, *data.points) if lead),
        zeros=frozenset(data.zeros),
    )


def _parts(data: Numbers, cldr: Cldr) -> dict[str, Part]:
    """Return what each word of a number does; where two tables name one word, the earlier here has it."""
    found: dict[str, Part] = {}
    for kind, table in (("unit", data.units), ("ten", data.tens), ("hundred", data.hundreds)):
        for word, value in table.items():
            found.setdefault(word.casefold(), Part(kind, value))  # type: ignore[arg-type]
    for word in data.hundred:
        found.setdefault(word.casefold(), Part("times", 100, word in data.bare))
    for word, value in data.multipliers.items():
        found.setdefault(word.casefold(), Part("times", value, bare=True))
    for word, power in (*cldr.scales.items(), *data.scales.items()):
        found.setdefault(word.casefold(), Part("scale", power))
    for word in data.ones_words:
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
