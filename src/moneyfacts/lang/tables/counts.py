"""[counts]: what a bare number counts, and whether it counts anything."""

from __future__ import annotations

import msgspec

from .numbers import NumbersTable
from .table import Table, WordList, look_ups


class CountsTable(Table, frozen=True):
    """[counts]: where the noun phrase that a number counts ends, and which bare numbers count nothing."""

    plural_endings: WordList
    classifiers: WordList
    plurals: WordList
    not_plurals: WordList
    not_nouns: WordList
    not_names: WordList
    times_of_day: WordList
    articles: WordList
    countables: WordList
    labels: WordList
    streets: WordList
    capitals: bool = False


class Counts(msgspec.Struct, frozen=True):
    """The words around a bare number; each key of [counts] says what its words do.

    `articles` are those before a figure, and the words for "one" with them.
    """

    plural_endings: tuple[str, ...]
    classifiers: frozenset[str]
    plurals: frozenset[str]
    not_plurals: frozenset[str]
    not_nouns: frozenset[str]
    not_names: frozenset[str]
    times_of_day: frozenset[str]
    articles: frozenset[str]
    countables: frozenset[str]
    labels: frozenset[str]
    streets: frozenset[str]
    capitals: bool


def compiled(table: CountsTable, numbers: NumbersTable) -> Counts:
    """Return the look-ups of the table."""
    articles = frozenset((*table.articles, *numbers.ones_words))
    return look_ups(Counts, table, plural_endings=table.plural_endings, articles=articles)
