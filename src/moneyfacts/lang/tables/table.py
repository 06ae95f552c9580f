"""What all tables share: their lists of words, and look-ups that are little more than these."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec

WordList = tuple[str, ...]
K = TypeVar("K")
T = TypeVar("T", bound=msgspec.Struct)


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of a language file: immutable, and without keys of its own invention."""


def look_ups(kind: type[T], table: msgspec.Struct, /, **computed: object) -> T:
    """Return the look-ups of a table: what is `computed`, and its other keys, a list of words as a set."""
    for name in kind.__struct_fields__:
        if name not in computed:
            value = getattr(table, name)
            computed[name] = frozenset(value) if isinstance(value, tuple) else value
    return kind(**computed)


def by_phrase(listed: Mapping[K, Iterable[str]]) -> dict[str, K]:
    """Return a table the other way round: each phrase with what it is listed under.

    >>> by_phrase({"above": ["over", "more than"], "below": ["under"]})
    {'over': 'above', 'more than': 'above', 'under': 'below'}
    """
    return {phrase: key for key, phrases in listed.items() for phrase in phrases}


def casefolded(table: Mapping[str, int]) -> dict[str, int]:
    """Return a look-up with its words as they are looked up."""
    return {word.casefold(): value for word, value in table.items()}


def last_words(phrases: Iterable[str]) -> set[str]:
    """Return the last word of each phrase."""
    return {phrase.split(" ")[-1] for phrase in phrases}


def first_words(phrases: Iterable[str]) -> set[str]:
    """Return the first word of each phrase."""
    return {phrase.split(" ", maxsplit=1)[0] for phrase in phrases}
