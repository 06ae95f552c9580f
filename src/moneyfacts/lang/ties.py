"""The words that tie figures to each other, ready to look up: each phrase by its first word, with its tag."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeAlias

from ..model.values import Direction
from .schema import LanguageFile
from .tokenizer import Tokenizer

Ties: TypeAlias = Mapping[str, tuple[tuple[tuple[str, ...], str, Direction | None], ...]]

# The tags of words and the keys of `[links]` that list them, in the order in which they take precedence where a phrase
# is in two lists. Of two keys the words of the first say "up", and those of the second "down".
KEYS: Mapping[str, tuple[str, ...]] = {
    "than": ("above", "below"),
    "beat": ("beating", "missing"),
    "balance": ("surplus", "deficit"),
    "moved": ("up", "down"),
    "to": ("current",),
    "from": ("prior",),
    "or": ("alternative",),
    "versus": ("compared",),
    "including": ("part",),
    "made_of": ("consisting",),
    "out_of": ("out_of",),
    "and": ("more",),
    "share": ("share",),
    "restated": ("restated",),
    "of": ("of",),
    "expected": ("expected",),
    "earlier": ("earlier",),
    "exports": ("exports",),
    "imports": ("imports",),
    "break": ("breaks",),
}
_WAYS: tuple[Direction, Direction] = ("up", "down")


def ties(data: LanguageFile, cues: Mapping[str, Direction], nouns: Collection[str], words: Tokenizer) -> Ties:
    """Return the phrases that tie figures, by first word: the words that follow it, the tag, and the direction.

    A phrase that leads to a level may state a direction as well: "增至" is "to", and up.
    """
    fillers = {word.casefold() for word in data.links.fillers}
    found: dict[str, dict[tuple[str, ...], tuple[str, Direction | None]]] = {}

    def add(phrase: str, tag: str, direction: Direction | None = None) -> None:
        first, *rest = [word for word in words.tokens(phrase.casefold()) if word not in fillers] or [""]
        if first.isalnum() or len(first) > 1 or "-" in first:
            found.setdefault(first, {}).setdefault(tuple(rest), (tag, direction))

    for tag, keys in KEYS.items():
        ways = _WAYS if len(keys) == len(_WAYS) else (None,)
        for key, way in zip(keys, ways, strict=True):
            for phrase in getattr(data.links, key):
                add(phrase, tag, _direction(phrase, cues) if tag == "to" else way)
    for phrase, direction in cues.items():
        add(phrase, "movement" if phrase in nouns else "moved", direction)
    return {
        first: tuple((rest, *meant) for rest, meant in sorted(listed.items(), key=lambda each: -len(each[0])))
        for first, listed in found.items()
    }


def _direction(phrase: str, cues: Mapping[str, Direction]) -> Direction | None:
    """Return the direction of the longest verb that a phrase begins with."""
    verb = max((word for word in cues if phrase.startswith(word)), key=len, default="")
    return cues[verb] if verb else None
