"""Phrases by their first word: a look-up at a position, where an alternation of a thousand names would be slow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from .tokenizer import SPACED, Tokenizer

T = TypeVar("T")


class _Node(Generic[T]):
    """A word of a phrase: what the phrase means if it ends here, and the words that may follow."""

    __slots__ = ("children", "payload")

    def __init__(self) -> None:
        self.payload: T | None = None
        self.children: dict[str, _Node[T]] = {}


class Lexicon(Generic[T]):
    """Payloads by phrase. Case does not matter, nor whether words are set apart by spaces or hyphens.

    >>> words = Lexicon({"percentage points": "points", "percent": "percent", "per cent": "percent"})
    >>> words.find("5 percentage points", 1), words.find("5 per cent of it", 1), words.find("5 perches", 1)
    ((19, 'points'), (10, 'percent'), None)

    A phrase may end in one of the `stems` with one of the `endings` set against it, unless that is one of the `others`.

    >>> Lexicon({"dolar": "USD"}, endings=["a"], stems=["dolar"]).find("5 dolara", 1)
    (8, 'USD')
    """

    __slots__ = ("_endings", "_longest", "_next", "_others", "_stems", "entries")

    def __init__(
        self,
        phrases: Mapping[str, T] | Iterable[tuple[str, T]],
        words: Tokenizer = SPACED,
        endings: Iterable[str] = (),
        stems: Iterable[str] = (),
        others: Iterable[str] = (),
    ) -> None:
        self._next = words.next
        self._endings, self._stems, self._others = frozenset(endings), frozenset(stems), frozenset(others)
        self._longest = max(map(len, self._endings), default=0)
        pairs = phrases.items() if isinstance(phrases, Mapping) else phrases
        self.entries: dict[str, _Node[T]] = {}
        for phrase, payload in pairs:
            children = self.entries
            for word in words.split(phrase.casefold()):
                node = children.setdefault(word, _Node())
                children = node.children
            node.payload = payload

    def find(self, text: str, position: int) -> tuple[int, T] | None:
        """Return the end and the payload of the longest phrase that is next at `position`, None where none is."""
        match = self._next(text, position)
        node = None
        if match:
            word = match[1].casefold()
            node = self.entries.get(word)
            if node is None and self._endings:
                node = self._stem(self.entries, word)
        found = None
        while node is not None and match is not None:
            if node.payload is not None:
                found = match.end(), node.payload
            if not node.children:
                break
            match = self._next(text, match.end())
            node = self._node(node.children, match[1].casefold()) if match else None
        return found

    def _node(self, entries: Mapping[str, _Node[T]], word: str) -> _Node[T] | None:
        """Return what a word stands for, as it is or without its ending."""
        return entries.get(word) or (self._stem(entries, word) if self._endings else None)

    def _stem(self, entries: Mapping[str, _Node[T]], word: str) -> _Node[T] | None:
        """Return what a word stands for without its ending."""
        if word not in self._others:
            for size in range(1, min(self._longest + 1, len(word))):
                stem = word[:-size]
                if word[-size:] in self._endings and stem in self._stems and (found := entries.get(stem)):
                    return found
        return None


class LeftLexicon:
    """Phrases by their last word, to be found by walking left from a figure.

    >>> loose = LeftLexicon({"more than": "above", "no more than": "at_most"})
    >>> loose.find(["rose", "no", "more", "than"]), loose.find(["rose", "more", "than"]), loose.find(["than"])
    ((3, 'at_most'), (2, 'above'), None)
    """

    __slots__ = ("entries",)

    def __init__(self, phrases: Mapping[str, str]) -> None:
        entries: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, payload in phrases.items():
            *before, last = phrase.split(" ")
            entries.setdefault(last, []).append((tuple(before), payload))
        self.entries = {last: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for last, found in entries.items()}

    def find(self, words: list[str], end: int | None = None) -> tuple[int, str] | None:
        """Return how many words the longest phrase that ends before `end` takes, and its payload; None for none."""
        stop = len(words) if end is None else end
        found = self.entries.get(words[stop - 1]) if stop else None
        if found is None:
            return None
        for before, payload in found:
            size = len(before)
            if size < stop and tuple(words[stop - 1 - size : stop - 1]) == before:
                return size + 1, payload
        return None
