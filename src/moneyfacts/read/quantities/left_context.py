"""What stands before a figure: the words that loosen it, and the word that makes it a change."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from ...lang.language import Language
from ...lang.tables.changes import Cue
from ..window import LeftWords, two_left, words_left

_APART = 7  # words between a verb and its "by": "raised its lending rate by"
_ORDINAL = 3  # characters of "1.", "31."

# Where a walk to the left stands, and the word that it meets, say where it goes on, or how it ends. Past an "of"
# ("linked") a noun governs, or a verb the factor; past a "by" ("led") other words may stand between it and its verb
# ("apart"). A role that has no row here does not count in that state: the word is the next thing that it may be.
_STEPS = {
    "near": {
        "qualifier": "near",
        "noun": "governed",
        "verb": "governed",  # but "shr loss seven cents" is a level
        "or": "alternative",
        "pace": "near",  # "grew at an annualized 7%"
        "by": "led",
        "of": "linked",
        "filler": "near",
        "other": "stop",
    },
    "linked": {
        "qualifier": "linked",
        "noun": "governed",
        "loss noun": "governed",
        "verb": "factor",
        "loss verb": "factor",
        "or": "alternative",
        "pace": "linked",
        "by": "led",
        "filler": "linked",
        "other": "stop",
    },
    "led": {
        "qualifier": "led",
        "noun": "governed",
        "verb": "governed",
        "or": "alternative",
        "pace": "led",
        "filler": "led",
        "other": "apart",
    },
    "apart": {
        "noun": "governed",
        "verb": "governed",
        "or": "alternative",
        "pace": "apart",
        "filler": "apart",
        "other": "apart",
    },
}
_FAR = frozenset({"led", "apart"})


class LeftContext(msgspec.Struct, frozen=True):
    """What stands before a figure: its qualifier, as (start, end, sense), and the cue that governs it.

    `stop` is the first word that is neither, with the one before it; `alternative` marks a figure after "or", which may
    say the one before it again. `led` is one after a word like "by", `level` one that something moved to or from.
    `factor` is a verb that governs only a factor, across a word like "of": "вырос в 2 раза". `rate` is what the figure
    is for, as (start, name).
    """

    qualifier: tuple[int, int, str] | None = None
    cue: Cue | None = None
    stop: tuple[str, str] = ("", "")
    alternative: bool = False
    led: bool = False
    level: bool = False
    factor: Cue | None = None
    rate: tuple[int, str] | None = None


def before(text: str, start: int, language: Language) -> LeftContext:
    """Return what stands before the figure that begins at `start`, as far as its clause reaches."""
    if language.words.unspaced and text[start - 1 : start] not in language.around.lead_ends:
        return LeftContext(stop=("", text[start - 1 : start]))
    last = None if language.words.unspaced else two_left(text, start)
    if last and last[1] not in language.around.leads and not _is_adverb(last[1]) and not _is_rate(last, language):
        return LeftContext(stop=last)  # nearly half of all figures
    return _walked(text, start, language)


def _walked(text: str, start: int, language: Language) -> LeftContext:
    """Return what stands before a figure: one step of the table a word, or a phrase, to the left."""
    left = words_left(text, start, language)
    words, size = left.words, len(left.words)
    qualifier: tuple[int, int, str] | None = None
    crossed = level = False  # past "above" or "below", a verb leads to a level
    state, between = "near", 0
    while size:
        word, steps = words[size - 1], _STEPS[state]
        if word not in language.around.leads and state not in _FAR and not _is_adverb(word):
            break
        role, taken, said = _role(words, size, steps, qualifier is None, language)
        following = steps[role]
        if following == "governed":
            if crossed and qualifier and text[qualifier[0] : qualifier[1]].casefold() in language.links.current:
                qualifier = None  # "выросла до 5 процентов"
            minus = ("", word) if size == len(words) and word in language.numbers.minus else ("", "")
            return _governed(
                text, LeftContext(qualifier, None if crossed else language.changes.cues[said], minus), language
            )
        if following == "factor":
            factor, rate = language.changes.cues[said], _rate(left, size, language)
            return LeftContext(qualifier, None, _stop(words, size), level=level, factor=factor, rate=rate)
        if role == "qualifier":
            qualifier, crossed = (
                (*left.span(size - taken, size), said),
                taken == 1 and word in language.qualifiers.levels,
            )
        else:
            level = level or (state not in _FAR and word in language.changes.levels)
        if following == "alternative":
            return LeftContext(qualifier, None, alternative=True)
        if role == "by" and size > 1:
            words[size - 2] = words[size - 2].removesuffix(",")
        elif role == "other":
            between += 1
            if following == "stop" or between > _APART or _ends_clause(word, language):
                break
        state, size = following, size - taken
    rate = _rate(left, size, language)
    return LeftContext(qualifier, None, _stop(words, size), led=state in _FAR, level=level, rate=rate)


def _role(
    words: list[str], size: int, steps: Mapping[str, str], free: bool, language: Language
) -> tuple[str, int, str]:
    """Return the first role in `steps` that the last of `size` words has, how many words it takes, and its sense.

    A figure is qualified once, while it is `free`.
    """
    word = words[size - 1]
    if free and "qualifier" in steps and (loose := language.qualifiers.before.find(words, size)):
        return "qualifier", *loose
    if change := language.changes.before.find(words, size):
        kind = "noun" if language.changes.cues[change[1]].noun else "verb"
        kind = f"loss {kind}" if word in language.links.losses else kind
        if kind in steps:
            return kind, *change
    if word in language.changes.alternatives:
        return "or", 1, ""
    if pace := language.changes.paces.find(words, size):
        return "pace", *pace
    if word in language.changes.apart and "by" in steps:
        return "by", 1, ""
    if word in language.changes.fillers or _is_adverb(word):
        return "filler", 1, ""
    return "of" if word in language.changes.noun_links and "of" in steps else "other", 1, ""


def _stop(words: list[str], size: int) -> tuple[str, str]:
    """Return the word at which a walk ends, with the one before it."""
    return (words[size - 2] if size > 1 else "", words[size - 1] if size else "")


def _is_rate(last: tuple[str, str], language: Language) -> bool:
    """Tell whether the last two words before a figure, or the last one, say what it is for."""
    return bool(language.per.before) and not language.per.before.keys().isdisjoint((last[1], " ".join(last)))


def _rate(left: LeftWords, size: int, language: Language) -> tuple[int, str] | None:
    """Return where what a figure is for begins, and what it is, if the last of `size` words say it: "주당 3달러"."""
    if not language.per.before:
        return None  # nearly always
    for count in range(1, min(size, 2) + 1):
        name = language.per.before.get(" ".join(left.words[size - count : size]))
        if name:
            return left.span(size - count, size)[0], name
    return None


def _governed(text: str, found: LeftContext, language: Language) -> LeftContext:
    """Return what governs a figure, nothing where words that loosen others lead to it: "subió hasta 50 euros"."""
    loose = found.qualifier
    if loose is None or found.cue is None or found.cue.noun or loose[2] != "at_most":
        return found
    return LeftContext(stop=found.stop) if text[loose[0] : loose[1]].casefold() in language.links.current else found


def _is_adverb(word: str) -> bool:
    return word[-2:] == "ly" and len(word) > 4


def _ends_clause(word: str, language: Language) -> bool:
    """Tell whether a word before "by" is of another clause: it ends one, or is the unit of another figure."""
    if not word[-1:].isalnum() and not (len(word) <= _ORDINAL and word[:-1].isdecimal()):
        return True
    unit = language.units.after.find(f" {word}", 0)
    return unit is not None and unit[1].tag in ("currency", "minor", "percent")
