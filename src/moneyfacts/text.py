"""Sentences: where they begin and end, in code points of the text as it is."""

from __future__ import annotations

import re

from .lang.language import Language

# Sets of characters first: the search skips what cannot begin a match.
_BREAK = re.compile(r"[.!?]+[\"'”’)\]]*\s+|[。！？；\n]\s*").finditer


def sentences(text: str, language: Language) -> list[tuple[int, int]]:
    """Return the (start, end) of each sentence, in order; a line break ends one, an abbreviation's full stop does not.

    >>> from moneyfacts.lang import language
    >>> [range_ for range_ in sentences("Sales at Acme Inc. rose. Profit fell.", language("en"))]
    [(0, 25), (25, 37)]
    """
    found: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK(text):
        stop, end = match.span()
        if text[stop] == "." and _goes_on(text, stop, end, language):
            continue
        if end > start:
            found.append((start, end))
        start = end
    if start < len(text):
        found.append((start, len(text)))
    return found


def _goes_on(text: str, stop: int, following: int, language: Language) -> bool:
    """Tell whether the full stop at `stop` belongs to an abbreviation, or what follows begins no sentence."""
    if text[following : following + 1].islower():
        return True
    begin = text.rfind(" ", max(0, stop - language.longest_abbreviation - 2), stop)
    if begin < 0:
        return False  # a longer word
    word = text[begin + 1 : stop].casefold().lstrip("(")
    return word in language.abbreviations or (len(word) == 1 and word.isalpha())
