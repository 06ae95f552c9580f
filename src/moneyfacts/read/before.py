"""What stands before a figure: the words that loosen it, and the word that makes it a change."""

from __future__ import annotations

import re

import msgspec

from ..lang.language import Cue, Language

REACH = 64  # characters to look back; a governing word stands close to its figure
_WORDS = re.compile(r"[^\s(\[{\"“‘]+|[(\[{\"“‘]").findall
_CLOSERS = frozenset(',;:.!?)]}"”’—–')


class Before(msgspec.Struct, frozen=True):
    """What stands before a figure: its qualifier, as (start, end, sense), and the cue that governs it.

    `stop` is the first word that is neither, with the one before it; `alternative` marks a figure after "or", which may
    say the one before it again.
    """

    qualifier: tuple[int, int, str] | None = None
    cue: Cue | None = None
    stop: tuple[str, str] = ("", "")
    alternative: bool = False


def before(text: str, start: int, language: Language) -> Before:
    """Return what stands before the figure that begins at `start`, as far as its clause reaches."""
    reach = max(0, start - REACH)
    window = text[reach:start]
    cut = window.rfind("\n")
    surface = _WORDS(window[cut + 1 :])
    if reach and cut < 0 and surface:
        del surface[0]  # perhaps half a word
    words = [word.casefold() for word in surface]
    qualifier: tuple[int, int, str] | None = None
    linked = False  # past an "of", only a noun governs
    size = len(words)
    while size:
        word = words[size - 1]
        if qualifier is None and (loose := language.qualifiers.find(words, size)):
            qualifier = (*_place(text, surface, size - loose[0], size, start), loose[1])
            size -= loose[0]
            continue
        if cue := _cue(words, size, language):
            if linked and not cue.noun:
                break
            return Before(qualifier, cue)
        if word in language.alternatives:
            return Before(qualifier, None, alternative=True)
        if word in language.noun_links and not linked:
            linked = True
        elif word not in language.fillers and not (word.endswith("ly") and len(word) > 4):
            break
        size -= 1
    return Before(qualifier, None, (words[size - 2] if size > 1 else "", words[size - 1] if size else ""))


def _cue(words: list[str], size: int, language: Language) -> Cue | None:
    found = language.changes.find(words, size)
    return language.cues[found[1]] if found else None


def _place(text: str, surface: list[str], first: int, last: int, start: int) -> tuple[int, int]:
    """Return where the words from `first` to `last` stand, of those that end before `start`."""
    begin = start
    end = start
    for index in range(len(surface) - 1, first - 1, -1):
        begin = text.rindex(surface[index], 0, begin)
        if index == last - 1:
            end = begin + len(surface[index])
    return begin, end
