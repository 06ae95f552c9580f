"""What stands before a figure: the words that loosen it, and the word that makes it a change."""

from __future__ import annotations

import msgspec

from ...lang.language import Cue, Language
from ..window import words_left

_APART = 7  # words between a verb and its "by": "raised its lending rate by"
_ORDINAL = 3  # characters of "1.", "31."


class LeftContext(msgspec.Struct, frozen=True):
    """What stands before a figure: its qualifier, as (start, end, sense), and the cue that governs it.

    `stop` is the first word that is neither, with the one before it; `alternative` marks a figure after "or", which may
    say the one before it again. `led` is one behind a word like "by", `level` one that something moved to or from.
    `factor` is a verb that governs only a factor, across a word like "of": "вырос в 2 раза".
    """

    qualifier: tuple[int, int, str] | None = None
    cue: Cue | None = None
    stop: tuple[str, str] = ("", "")
    alternative: bool = False
    led: bool = False
    level: bool = False
    factor: Cue | None = None


def before(text: str, start: int, language: Language) -> LeftContext:
    """Return what stands before the figure that begins at `start`, as far as its clause reaches."""
    if language.words.unspaced and text[start - 1 : start] not in language.lead_ends:
        return LeftContext(stop=("", text[start - 1 : start]))
    return _walked(text, start, language)


def _walked(text: str, start: int, language: Language) -> LeftContext:
    """Return what stands before a figure, word by word to the left."""
    left = words_left(text, start, language)
    words = left.words
    qualifier: tuple[int, int, str] | None = None
    linked = False  # past an "of", only a noun governs
    crossed = False  # past "above" or "below", a verb leads to a level
    level = False
    factor: Cue | None = None
    apart, led = 0, False  # words that may still stand between "by" and its verb, and whether there is a "by"
    size = len(words)
    while size and not _ends_walk(words[size - 1], apart, language):
        word = words[size - 1]
        near = qualifier is None and apart in (0, _APART)
        loose = language.qualifiers.find(words, size) if near else None
        if loose:
            qualifier = (*left.span(size - loose[0], size), loose[1])
            crossed = loose[0] == 1 and word in language.levels
            size -= loose[0]
            continue
        found = language.changes.find(words, size)
        if found and not (word in language.losses and not linked):  # "shr loss seven cents" is a level
            cue = language.cues[found[1]]
            if linked and not cue.noun:
                factor = cue
                break
            if crossed and qualifier and text[qualifier[0] : qualifier[1]].casefold() in language.data.links.current:
                qualifier = None  # "выросла до 5 процентов"
            minus = ("", word) if size == len(words) and word in language.minus_words else ("", "")
            return _governed(text, LeftContext(qualifier, None if crossed else cue, minus), language)
        level = level or (word in language.change_levels and not led)
        if word in language.alternatives:
            return LeftContext(qualifier, None, alternative=True)
        if paced := language.paces.find(words, size):
            size -= paced[0]  # "grew at an annualized 7%"
            continue
        if word in language.apart and not led:
            apart, led = _APART, True
            if size > 1:
                words[size - 2] = words[size - 2].removesuffix(",")
        elif word in language.noun_links and not linked and not apart and word not in language.fillers:
            linked = True
        elif word not in language.fillers and not (word[-2:] == "ly" and len(word) > 4):
            if not apart or _ends_clause(word, language):
                break
            apart -= 1
        size -= 1
    stop = (words[size - 2] if size > 1 else "", words[size - 1] if size else "")
    return LeftContext(qualifier, None, stop, led=led, level=level, factor=factor)


def _governed(text: str, found: LeftContext, language: Language) -> LeftContext:
    """Return what governs a figure, nothing where words that loosen others lead to it: "subió hasta 50 euros"."""
    loose = found.qualifier
    if loose is None or found.cue is None or found.cue.noun or loose[2] != "at_most":
        return found
    return (
        LeftContext(stop=found.stop) if text[loose[0] : loose[1]].casefold() in language.data.links.current else found
    )


def _ends_walk(word: str, apart: int, language: Language) -> bool:
    """Tell at one look whether a word is none of those that are looked for, and none that may stand between them."""
    return word not in language.leads and not apart and not (word[-2:] == "ly" and len(word) > 4)


def _ends_clause(word: str, language: Language) -> bool:
    """Tell whether a word before "by" is of another clause: it ends one, or is the unit of another figure."""
    if not word[-1:].isalnum() and not (len(word) <= _ORDINAL and word[:-1].isdecimal()):
        return True
    unit = language.after.find(f" {word}", 0)
    return unit is not None and unit[1].tag in ("currency", "minor", "percent")
