"""[ranges]: what makes a range of two figures: "5 to 10", "between 5 and 10", "5달러에서 10달러 사이"."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from .table import Table, WordList, look_ups


class RangesTable(Table, frozen=True, rename={"from_words": "from"}):
    """[ranges]: words that make a range of two figures, and those that forbid it."""

    connectors: WordList
    closed: WordList
    closing: WordList
    between: WordList
    from_words: WordList
    ranging: WordList


class Ranges(msgspec.Struct, frozen=True):
    """The words of ranges: `pairs` are those between two figures with those that open such a range.

    `words` are all that may stand between.
    """

    connectors: frozenset[str]
    closed: frozenset[str]
    closing: frozenset[str]
    pairs: Mapping[str, frozenset[str]]
    words: frozenset[str]
    from_words: frozenset[str]
    ranging: frozenset[str]


def compiled(table: RangesTable) -> Ranges:
    """Return the look-ups of the table."""
    pairs: dict[str, frozenset[str]] = {}
    for opening, join in zip(table.between[::2], table.between[1::2], strict=False):
        pairs[join] = pairs.get(join, frozenset()) | {opening}
    pairs.pop("", None)
    return look_ups(Ranges, table, pairs=pairs, words=frozenset((*table.connectors, *table.closed, *pairs)))
