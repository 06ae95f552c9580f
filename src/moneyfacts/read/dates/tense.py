"""The tense that the words around a date set it in: "will open in March", "opened on 3 May"."""

from __future__ import annotations

import re

from ...lang.language import Language
from ..mention import DateExpression, Tense
from ..window import words_left

_CLAUSE_ENDS = ".;!?。；！？，।"
_SENTENCE = re.compile(r"[^.!?\n。！？।]{0,200}").match  # as far as its verb is looked for
_AHEAD = 80  # characters in which a word sets a date in the future
_NEAR = 6  # words before a date in which one in the past tense sets it in the past


def _clause(words: list[str]) -> list[str]:
    """Return the words after the last one that ends a clause."""
    for place in range(len(words), 0, -1):
        if words[place - 1][-1] in _CLAUSE_ENDS:
            return words[place:]
    return words


def tense_of(text: str, position: int, when: DateExpression, language: Language) -> Tense | None:
    """Return the tense that the words before a date, in its clause, set it in: "will open in March", "opened on 3 May".

    What lasts until a date lies ahead, if no word says that it is past.
    """
    words = words_left(text, position, language, _AHEAD).words
    if language.words.unspaced or not language.dates.edges.entries:  # the verb ends the sentence
        behind = _SENTENCE(text, position)
        words = _clause(words) + (behind[0] if behind else "").casefold().split()[-2:]
    if not language.dates.from_now.isdisjoint(words) and not language.dates.from_now.isdisjoint(_clause(words)):
        return "future"
    dates = language.dates
    if dates.future_endings and any(word.endswith(dates.future_endings) for word in _clause(words)[-_NEAR:]):
        return "future"
    if when.kind not in ("date", "span") and when.edge != "until":
        return None
    for word in _clause(words)[-_NEAR:]:
        if word in dates.past or word.endswith(dates.past_endings):
            return "past"
    return "future" if when.edge == "until" else None
