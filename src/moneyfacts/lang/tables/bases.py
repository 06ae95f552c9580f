"""[bases]: what a change is measured against: "from a year earlier"."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from ...model.values import Basis
from ..lexicon import Lexicon
from ..patterns import anywhere
from ..tokenizer import LazyPattern, Tokenizer
from .table import WordList, by_phrase


class Bases(msgspec.Struct, frozen=True):
    """The bases by their phrases; a `pattern` of these anywhere in a sentence, and all of their words but the last."""

    phrases: Lexicon[Basis]
    pattern: LazyPattern
    leads: frozenset[str]


def compiled(table: Mapping[Basis, WordList], words: Tokenizer, *, capitals: bool) -> Bases:
    """Return the look-ups of the table, in a language whose nouns may have `capitals`."""
    phrases = by_phrase(table)
    return Bases(
        phrases=Lexicon(phrases, words),
        pattern=anywhere(phrases, words, capitals=capitals),
        leads=frozenset(word for phrase in phrases for word in words.split(phrase.casefold())[:-1]),
    )
