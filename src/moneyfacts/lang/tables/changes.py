"""[changes]: what governs a change ("rose 5%", "a 5% drop"), and what may stand between."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from ...model.values import Direction
from ..lexicon import LeftLexicon, Lexicon
from ..tokenizer import Tokenizer
from .table import Table, WordList, look_ups


class Movement(Table, frozen=True):
    """[changes.up] and [changes.down]: words that govern a change. The share_ ones govern percentages alone."""

    verbs: WordList
    share_verbs: WordList
    particles: WordList
    nouns: WordList
    share_nouns: WordList
    after: WordList
    share_after: WordList
    closing: WordList


class ChangesTable(Table, frozen=True):
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


class Cue(msgspec.Struct, frozen=True):
    """A word that governs a change: its direction, and whether it governs percentages alone.

    One that is `closing` ends the clause of a verb, and governs what a word like "by" leads: "um 5 % zu".
    """

    direction: Direction
    noun: bool = False
    share_only: bool = False
    closing: bool = False


class Changes(msgspec.Struct, frozen=True):
    """The cues of changes and the words beside them; each key of [changes] says what its words do.

    `cues` are those that stand before a figure, which `before` finds, and `after` those that follow one. `pure_nouns`
    are nouns of change that are no verbs: "growth", but not "rise".
    """

    cues: Mapping[str, Cue]
    before: LeftLexicon
    after: Lexicon[Cue]
    pure_nouns: frozenset[str]
    particles: frozenset[str]
    paces: LeftLexicon
    fillers: frozenset[str]
    noun_links: frozenset[str]
    auxiliaries: frozenset[str]
    apart: frozenset[str]
    levels: frozenset[str]
    scored: frozenset[str]
    after_fillers: frozenset[str]
    alternatives: frozenset[str]
    infinitives: frozenset[str]
    multiples: Mapping[str, int]


def compiled(table: ChangesTable, words: Tokenizer) -> Changes:
    """Return the look-ups of the table."""
    cues = _before(table)
    return look_ups(
        Changes,
        table,
        cues=cues,
        before=LeftLexicon({phrase: phrase for phrase in cues}),
        after=Lexicon(_after(table), words),
        pure_nouns=_pure_nouns(table),
        particles=frozenset((*table.up.particles, *table.down.particles)),
        paces=LeftLexicon({phrase: phrase for phrase in table.paces}),
        infinitives=frozenset(table.infinitives),
        multiples={**table.multiples, **table.infinitives},
    )


def _before(table: ChangesTable) -> dict[str, Cue]:
    """Return the words that govern a change from before the figure."""
    found: dict[str, Cue] = {}

    def add(words: WordList, direction: Direction, noun: bool, share_only: bool) -> None:
        found.update({key: Cue(direction, noun or key in found, share_only) for key in map(str.casefold, words)})

    for direction, movement in _ways(table):
        add(movement.nouns, direction, noun=True, share_only=False)
        add(movement.share_nouns, direction, noun=True, share_only=True)
        add(movement.share_verbs, direction, noun=False, share_only=True)
        add(movement.verbs, direction, noun=False, share_only=False)
        add(movement.particles, direction, noun=False, share_only=False)
    return found


def _after(table: ChangesTable) -> dict[str, Cue]:
    """Return the words that govern a change from after the figure: "a 5% rise", "3 percent higher"."""
    found: dict[str, Cue] = {}
    for direction, movement in _ways(table):
        found.update({word.casefold(): Cue(direction, closing=True) for word in movement.closing})
        found.update({word.casefold(): Cue(direction, noun=True) for word in movement.nouns})
        found.update({word.casefold(): Cue(direction, noun=True, share_only=True) for word in movement.share_nouns})
        found.update({word.casefold(): Cue(direction) for word in movement.after})
        found.update({word.casefold(): Cue(direction, share_only=True) for word in movement.share_after})
    return found


def _ways(table: ChangesTable) -> tuple[tuple[Direction, Movement], ...]:
    return ("up", table.up), ("down", table.down)


def _pure_nouns(table: ChangesTable) -> frozenset[str]:
    ways = (table.up, table.down)
    nouns = {word.casefold() for way in ways for word in (*way.nouns, *way.share_nouns)}
    return frozenset(nouns.difference(*(map(str.casefold, (*w.verbs, *w.share_verbs, *w.particles)) for w in ways)))
