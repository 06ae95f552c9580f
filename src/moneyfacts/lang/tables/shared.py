"""[shared]: figures that share the unit of one of them: "eight or nine euros"."""

from __future__ import annotations

import msgspec

from .table import Table, WordList, look_ups


class SharedTable(Table, frozen=True):
    """[shared]: words between a bare number and the figure that states its unit."""

    lists: WordList
    commas: WordList
    parts: WordList
    again: WordList
    sums: WordList


class Shared(msgspec.Struct, frozen=True):
    """The words by what they say; each key of [shared] says what its words do."""

    lists: frozenset[str]
    commas: frozenset[str]
    parts: frozenset[str]
    again: frozenset[str]
    sums: frozenset[str]


def compiled(table: SharedTable) -> Shared:
    """Return the look-ups of the table."""
    return look_ups(Shared, table)
