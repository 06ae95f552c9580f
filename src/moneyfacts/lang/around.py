"""What may stand right before a figure and right after it, by all tables: nearly always something else does."""

from __future__ import annotations

import msgspec

from .schema import LanguageFile
from .tables.bases import Bases
from .tables.changes import Changes
from .tables.qualifiers import Qualifiers
from .tables.table import by_phrase, last_words
from .tables.units import Units
from .tokenizer import Tokenizer


class Around(msgspec.Struct, frozen=True):
    """The last words of what leads to a figure, the characters these end in, and the first words of what follows."""

    leads: frozenset[str]
    lead_ends: frozenset[str]
    followers: frozenset[str]


def compiled(
    data: LanguageFile, changes: Changes, qualifiers: Qualifiers, bases: Bases, units: Units, words: Tokenizer
) -> Around:
    """Return the words of qualifiers, changes and rates that may stand around a figure."""
    table = data.changes
    leads = last_words((*by_phrase(data.qualifiers.before), *changes.cues, *table.paces)).union(
        table.fillers, table.noun_links, table.alternatives, table.apart, table.levels
    )
    ends = leads.union(data.per.before, data.numbers.minus, units.named_before) if words.unspaced else leads
    return Around(
        leads=frozenset(leads),
        lead_ends=frozenset((*(word[-1] for word in ends if word), " ")),
        followers=_followers(data, changes, qualifiers, bases, words),
    )


def _followers(
    data: LanguageFile, changes: Changes, qualifiers: Qualifiers, bases: Bases, words: Tokenizer
) -> frozenset[str]:
    return frozenset(changes.after.entries).union(
        qualifiers.after.entries,
        bases.phrases.entries,
        data.per.markers,
        data.per.each,
        data.per.after,
        data.per.before if words.unspaced else (),
        data.changes.after_fillers,
        data.changes.levels,
    )
