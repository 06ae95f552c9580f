"""[links]: the words that tie figures to each other, each phrase by its first word, with its tag."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

import msgspec

from ...model.values import Direction
from ..tokenizer import Tokenizer
from .changes import Changes
from .table import Table, WordList, by_phrase, look_ups

Ties: TypeAlias = Mapping[str, tuple[tuple[tuple[str, ...], str, Direction | None], ...]]

# The tags of words and the keys of `[links]` that list them, in the order in which they take precedence where a phrase
# is in two lists. Of two keys the words of the first say "up", and those of the second "down".
KEYS: Mapping[str, tuple[str, ...]] = {
    "than": ("above", "below"),
    "beat": ("beating", "missing"),
    "balance": ("surplus", "deficit"),
    "moved": ("up", "down"),
    "to": ("current",),
    "from": ("prior",),
    "or": ("alternative",),
    "versus": ("compared",),
    "including": ("part",),
    "made_of": ("consisting",),
    "out_of": ("out_of",),
    "and": ("more",),
    "share": ("share",),
    "restated": ("restated",),
    "of": ("of",),
    "expected": ("expected",),
    "earlier": ("earlier",),
    "exports": ("exports",),
    "imports": ("imports",),
    "break": ("breaks",),
}
_WAYS: tuple[Direction, Direction] = ("up", "down")


class LinksTable(Table, frozen=True):
    """[links]: words between two figures, by the tie they state."""

    current: WordList
    prior: WordList
    current_after: WordList
    prior_after: WordList
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
    judging: WordList
    adverse: WordList
    net: WordList
    inverse: WordList
    annual: WordList
    extremes: WordList
    fillers: WordList
    breaks: WordList


class Links(msgspec.Struct, frozen=True):
    """The words that tie figures; each key of [links] says what its words do.

    `ties` are the phrases that have a tag. `level_particles` say which level a figure before them is. `of_or_from` are
    words of both `prior` and `of`, as Portuguese "de" is: which of the two is told by a level on the other side.
    """

    ties: Ties
    current: frozenset[str]
    prior: frozenset[str]
    level_particles: Mapping[str, str]
    of_or_from: frozenset[str]
    compared: frozenset[str]
    wholes: Mapping[str, str]
    table: Mapping[str, str]
    margins: frozenset[str]
    expected: frozenset[str]
    losses: frozenset[str]
    judging: frozenset[str]
    adverse: frozenset[str]
    net: frozenset[str]
    inverse: frozenset[str]
    annual: frozenset[str]
    extremes: frozenset[str]
    fillers: frozenset[str]
    breaks: frozenset[str]


def compiled(table: LinksTable, changes: Changes, words: Tokenizer) -> Links:
    """Return the look-ups of the table, with the words of changes among the ties."""
    current, prior = dict.fromkeys(table.current_after, "current"), dict.fromkeys(table.prior_after, "prior")
    return look_ups(
        Links,
        table,
        ties=_ties(table, changes, words),
        level_particles={**current, **prior},
        of_or_from=_single(table.prior, table, words) & _single(table.of, table, words),
        compared=frozenset(phrase for phrase in table.compared if " " not in phrase),
        wholes=by_phrase(table.wholes),
        table=by_phrase(table.table),
    )


def _single(phrases: WordList, table: LinksTable, words: Tokenizer) -> frozenset[str]:
    """Return the phrases that are one word where fillers are set aside."""
    fillers = {word.casefold() for word in table.fillers}
    kept = ([word for word in words.tokens(phrase.casefold()) if word not in fillers] for phrase in phrases)
    return frozenset(said[0] for said in kept if len(said) == 1)


def _ties(table: LinksTable, changes: Changes, words: Tokenizer) -> Ties:
    """Return the phrases that tie figures, by first word: the words that follow it, the tag, and the direction.

    A phrase that leads to a level may state a direction as well: "增至" is "to", and up.
    """
    cues = {word: cue.direction for word, cue in changes.cues.items()}
    fillers = {word.casefold() for word in table.fillers}
    found: dict[str, dict[tuple[str, ...], tuple[str, Direction | None]]] = {}

    def add(phrase: str, tag: str, direction: Direction | None = None) -> None:
        first, *rest = [word for word in words.tokens(phrase.casefold()) if word not in fillers] or [""]
        if first.isalnum() or len(first) > 1 or "-" in first:
            found.setdefault(first, {}).setdefault(tuple(rest), (tag, direction))

    for tag, keys in KEYS.items():
        ways = _WAYS if len(keys) == len(_WAYS) else (None,)
        for key, way in zip(keys, ways, strict=True):
            for phrase in getattr(table, key):
                add(phrase, tag, _direction(phrase, cues) if tag == "to" else way)
    for phrase, direction in cues.items():
        add(phrase, "movement" if phrase in changes.pure_nouns else "moved", direction)
    return {
        first: tuple((rest, *meant) for rest, meant in sorted(listed.items(), key=lambda each: -len(each[0])))
        for first, listed in found.items()
    }


def _direction(phrase: str, cues: Mapping[str, Direction]) -> Direction | None:
    """Return the direction of the longest verb that a phrase begins with."""
    verb = max((word for word in cues if phrase.startswith(word)), key=len, default="")
    return cues[verb] if verb else None
