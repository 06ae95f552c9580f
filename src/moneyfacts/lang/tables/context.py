"""[context]: what a figure is of, and how it was accounted for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from ...model.facts import Accounting
from ..patterns import anywhere, measures
from ..tokenizer import LazyPattern, Tokenizer
from .table import Table, WordList, by_phrase, first_words, last_words, look_ups

MeasureName = Literal[  # what a measure is in any language: those that are easily taken for each other
    "revenue", "profit", "loss", "costs", "assets", "dividend", "exports", "imports", "margin", "interest",
    "bond_yield", "inflation", "unemployment", "gdp", "wages", "deficit", "surplus", "market_share", "cash_flow",
]  # fmt: skip


class ContextTable(Table, frozen=True):
    """[context]: words that name a figure's measure and accounting, and those that are no subject."""

    measures: WordList
    measure_modifiers: WordList
    not_subjects: WordList
    adjectives: WordList
    places_after: WordList
    accounting: dict[Literal["adjusted", "reported", "guidance"], WordList]
    same: dict[MeasureName, WordList]


class Context(msgspec.Struct, frozen=True):
    """The words that name what a figure is of.

    `measures` are the last words of their names, `same` those that all languages share. `never_alone` are words that
    begin the name of a measure and are no subject by themselves. `accounting_words` tell that a sentence may hold
    what `accounting_pattern` finds.
    """

    measures: frozenset[str]
    measure_pattern: LazyPattern
    same: Mapping[str, str]
    not_subjects: frozenset[str]
    never_alone: frozenset[str]
    places_after: frozenset[str]
    accounting: Mapping[str, Accounting]
    accounting_pattern: LazyPattern
    accounting_words: frozenset[str]


def compiled(table: ContextTable, days: Iterable[str], words: Tokenizer, *, capitals: bool) -> Context:
    """Return the look-ups of the table, where some words are `days` ("today") and nouns may have `capitals`."""
    accounting = by_phrase(table.accounting)
    return look_ups(
        Context,
        table,
        measures=frozenset(last_words(table.measures)),
        measure_pattern=measures((*table.measures, *table.measure_modifiers), words, capitals=capitals),
        same=by_phrase(table.same),
        never_alone=frozenset(
            first_words((*table.adjectives, *table.measures, *table.measure_modifiers, *days, *accounting))
        ),
        accounting=accounting,
        accounting_pattern=anywhere(accounting, words, capitals=capitals),
        accounting_words=frozenset(max(phrase.casefold().split(" "), key=len) for phrase in accounting),
    )
