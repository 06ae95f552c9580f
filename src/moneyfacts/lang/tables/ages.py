"""[ages]: how old somebody or something is, beside the dates of its beginning and its end."""

from __future__ import annotations

import msgspec

from .table import Table, WordList, look_ups


class AgesTable(Table, frozen=True):
    """[ages]: words that tie an age to dates."""

    births: WordList
    deaths: WordList
    aged: WordList
    birthdays: WordList
    foundings: WordList
    anniversaries: WordList


class Ages(msgspec.Struct, frozen=True):
    """The words by what they say; each key of [ages] says what its words do."""

    births: frozenset[str]
    deaths: frozenset[str]
    aged: frozenset[str]
    birthdays: frozenset[str]
    foundings: frozenset[str]
    anniversaries: frozenset[str]


def compiled(table: AgesTable) -> Ages:
    """Return the look-ups of the table."""
    return look_ups(Ages, table)
