"""[sentences]: where a full stop ends none."""

from __future__ import annotations

import msgspec

from .table import Table, WordList


class SentencesTable(Table, frozen=True):
    """[sentences]: abbreviations whose full stop ends no sentence."""

    abbreviations: WordList


class Sentences(msgspec.Struct, frozen=True):
    """The abbreviations, and how many letters the longest has."""

    abbreviations: frozenset[str]
    longest: int


def compiled(table: SentencesTable) -> Sentences:
    """Return the look-ups of the table."""
    return Sentences(frozenset(table.abbreviations), max(map(len, table.abbreviations), default=1))
