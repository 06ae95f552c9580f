"""[deals]: how long something runs, beside the date of its end."""

from __future__ import annotations

import msgspec

from .table import Table, WordList, look_ups


class DealsTable(Table, frozen=True):
    """[deals]: words that tie a stated duration to its end."""

    nouns: WordList
    runs: WordList
    opening: WordList
    ongoing: WordList


class Deals(msgspec.Struct, frozen=True):
    """The words by what they say; each key of [deals] says what its words do."""

    nouns: frozenset[str]
    runs: frozenset[str]
    opening: frozenset[str]
    ongoing: frozenset[str]


def compiled(table: DealsTable) -> Deals:
    """Return the look-ups of the table."""
    return look_ups(Deals, table)
