"""[per]: rates, by the words around a figure: "a year", "per share", "each"."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from ..lexicon import Lexicon
from ..tokenizer import Tokenizer
from .table import Table, WordList, look_ups


class PerTable(Table, frozen=True):
    """[per]: words that make a rate ("a year", "per share", "each")."""

    markers: WordList
    each: WordList
    not_before: WordList
    nouns: dict[str, str]
    before: dict[str, str]
    after: dict[str, str]


class Per(msgspec.Struct, frozen=True):
    """The words that make a rate, and by their noun what it is for."""

    markers: frozenset[str]
    each: frozenset[str]
    not_before: frozenset[str]
    nouns: Lexicon[str]
    before: Mapping[str, str]
    after: Mapping[str, str]


def compiled(table: PerTable, words: Tokenizer) -> Per:
    """Return the look-ups of the table."""
    return look_ups(Per, table, nouns=Lexicon(table.nouns, words))
