"""[lengths]: lengths of time without a number ("a quarter of a year"), and what is added to one ("and a half")."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from ...model.readings import Sense
from ..lexicon import Lexicon
from ..tokenizer import Tokenizer
from .dates import DatesTable
from .numbers import NumbersTable
from .table import Table, WordList, first_words, last_words, look_ups


class LengthsTable(Table, frozen=True):
    """[lengths]: lengths of time without a number, and what is added to one."""

    units: WordList
    ones: WordList
    wholes: WordList
    articles: WordList
    before_articles: WordList
    couples: dict[str, int]
    senses: dict[str, Sense]


class Lengths(msgspec.Struct, frozen=True):
    """Look-ups for `read.quantities.durations`: the words of [lengths], and all that may lead to a length."""

    units: frozenset[str]
    ones: frozenset[str]
    wholes: frozenset[str]
    articles: frozenset[str]
    before_articles: frozenset[str]
    couples: Lexicon[int]
    senses: Mapping[str, Sense]
    quarters: frozenset[str]
    leads: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]


def compiled(
    table: LengthsTable, quarters: WordList, dates: DatesTable, numbers: NumbersTable, words: Tokenizer
) -> Lengths:
    """Return the look-ups of the table, with words for `quarters`, and those of dates and numbers beside a length."""
    edges = (*dates.ended, *dates.starting, *dates.edges.get("before", ()))
    return look_ups(
        Lengths,
        table,
        couples=Lexicon(table.couples, words),
        quarters=frozenset(quarters),
        leads=frozenset((*table.ones, *table.wholes, *table.articles, *dates.determiners)),
        before=frozenset(last_words(dates.within)),
        after=frozenset((*numbers.conjunctions, *numbers.links, *numbers.units, *numbers.tens)).union(
            dates.from_words, first_words(edges), dates.edges.get("after", ())
        ),
    )
