"""[percent]: words for percent; those that stand after their number are among what may do so (`units`)."""

from __future__ import annotations

import msgspec

from ..lexicon import Lexicon
from ..tokenizer import Tokenizer, spelled_out
from .table import Table, WordList, look_ups


class PercentTable(Table, frozen=True):
    """[percent]: words for percent, percentage points and basis points."""

    ones: WordList
    percent: WordList
    percentage_point: WordList
    basis_point: WordList
    point_tenths: WordList
    tenths: WordList
    hundredths: WordList
    before: WordList


class Percents(msgspec.Struct, frozen=True):
    """The words that stand `before` a number of percent (None: there are none), and `hundredths`, which are such."""

    before: Lexicon[str] | None
    hundredths: frozenset[str]


def compiled(table: PercentTable, words: Tokenizer) -> Percents:
    """Return the look-ups of the table."""
    before = {phrase: phrase for phrase in spelled_out(table.before, words)}
    return look_ups(Percents, table, before=Lexicon(before, words) if before else None)
