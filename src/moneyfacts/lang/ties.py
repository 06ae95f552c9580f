"""The words that tie figures to each other, ready to look up: each phrase by its first word, with its letter."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeAlias

from ..values import Direction
from .schema import LanguageFile
from .words import Words

Ties: TypeAlias = Mapping[str, tuple[tuple[tuple[str, ...], str, Direction | None], ...]]

# In the order in which they take precedence, where a phrase is in two lists.
_LETTERS = {
    **{
        "current": "t",
        "prior": "f",
        "alternative": "o",
        "compared": "v",
        "part": "i",
        "consisting": "g",
        "out_of": "x",
        "more": "a",
    },
    **{
        "share": "s",
        "restated": "r",
        "of": "h",
        "expected": "e",
        "earlier": "y",
        "exports": "p",
        "imports": "j",
        "breaks": "b",
    },
}


def ties(data: LanguageFile, cues: Mapping[str, Direction], nouns: Collection[str], words: Words) -> Ties:
    """Return the phrases that tie figures, by first word: the words that follow it, the letter, and the direction.

    A phrase that leads to a level may state a direction as well: "增至" is "to", and up.
    """
    fillers = {word.casefold() for word in data.links.fillers}
    found: dict[str, dict[tuple[str, ...], tuple[str, Direction | None]]] = {}

    def add(phrase: str, letter: str, direction: Direction | None = None) -> None:
        first, *rest = [word for word in words.tokens(phrase.casefold()) if word not in fillers] or [""]
        if first.isalnum() or len(first) > 1 or "-" in first:
            found.setdefault(first, {}).setdefault(tuple(rest), (letter, direction))

    ways: tuple[Direction, Direction] = ("up", "down")
    for letter, phrases in (
        ("k", (data.links.above, data.links.below)),
        ("m", (data.links.beating, data.links.missing)),
        ("z", (data.links.surplus, data.links.deficit)),
        ("d", (data.links.up, data.links.down)),
    ):
        for direction, listed in zip(ways, phrases, strict=True):
            for phrase in listed:
                add(phrase, letter, direction)
    for role, letter in _LETTERS.items():
        for phrase in getattr(data.links, role):
            add(phrase, letter, _direction(phrase, cues) if letter == "t" else None)
    for phrase, direction in cues.items():
        add(phrase, "n" if phrase in nouns else "d", direction)
    return {
        first: tuple((rest, *meant) for rest, meant in sorted(listed.items(), key=lambda each: -len(each[0])))
        for first, listed in found.items()
    }


def _direction(phrase: str, cues: Mapping[str, Direction]) -> Direction | None:
    """Return the direction of the longest verb that a phrase begins with."""
    verb = max((word for word in cues if phrase.startswith(word)), key=len, default="")
    return cues[verb] if verb else None
