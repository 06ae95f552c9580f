"""[qualifiers]: what loosens a figure: "about", "more than", "or so"."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from ...model.readings import Sense
from ..lexicon import LeftLexicon, Lexicon
from ..tokenizer import Tokenizer
from .table import Table, WordList, by_phrase, look_ups


class QualifiersTable(Table, frozen=True):
    """[qualifiers]: phrases and signs that loosen a figure, before and after it, by sense."""

    levels: WordList
    signs: dict[Sense, WordList]
    before: dict[Sense, WordList]
    after: dict[Sense, WordList]


class Qualifiers(msgspec.Struct, frozen=True):
    """The senses of phrases before a figure and after it, and of signs."""

    levels: frozenset[str]
    signs: Mapping[str, Sense]
    before: LeftLexicon
    after: Lexicon[Sense]


def compiled(table: QualifiersTable, words: Tokenizer) -> Qualifiers:
    """Return the look-ups of the table."""
    before = by_phrase(table.before)
    return look_ups(
        Qualifiers,
        table,
        signs=by_phrase(table.signs),
        before=LeftLexicon(before),
        after=Lexicon(by_phrase(table.after), words),
    )
