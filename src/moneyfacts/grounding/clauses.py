"""The words that are a figure's own: those of its clause, between the figures on either side of it.

By them two figures of one sentence are told apart, and by its keys those of two sentences: names, measures (by what
they are in any language), times.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..lang.language import Language
from ..model.facts import Fact
from ..model.values import DateSpan

STEM = 6  # letters by which the forms of a word are one: "increased", "increases"
_WORD = re.compile(r"[^\W\d_]{2,}").findall
_NAME = re.compile(r"[A-Z][^\W\d_]+").findall
MOST_BACK = 5  # figures from which one that has no words of its own may be told
_SHORTEST = 3  # letters of a word that says what a sentence is about


class Clause(NamedTuple):
    """Stems of the words of a clause, with its keys by kind: names, measures and times."""

    words: frozenset[str]
    keys: tuple[frozenset[str], frozenset[str], frozenset[str]]

    @property
    def names(self) -> frozenset[str]:
        """The names among its keys."""
        return self.keys[0]

    @property
    def times(self) -> frozenset[str]:
        """The times among its keys."""
        return self.keys[2]


def stems(text: str, language: Language) -> list[str]:
    """Return the stems of the words of a text that say what it is about; pairs of letters where none are spaced.

    >>> from moneyfacts.lang import language
    >>> stems("It increased its exports of the oil", language("en"))
    ['increa', 'export', 'oil']
    """
    words = _WORD(text.casefold())
    if language.words.unspaced:
        return [run[at : at + 2] for run in words for at in range(len(run) - 1)]
    return [
        word[:STEM]
        for word in words
        if len(word) >= _SHORTEST
        and word not in language.counts.not_nouns
        and word not in language.dates.periods
        and (word not in language.context.not_subjects or word in language.context.measures)
    ]


def measures_in(text: str, language: Language) -> frozenset[str]:
    """Return the measures that a text names, by what they are in any language.

    >>> from moneyfacts.lang import language
    >>> sorted(measures_in("Turnover fell, but earnings rose", language("en")))
    ['profit', 'revenue']
    """
    text = text.casefold()
    return frozenset(name for word, name in language.context.same.items() if word in text)


def clause_of(text: str, start: int, facts: Sequence[Fact], place: int, end: int, language: Language) -> Clause:
    """Return the clause of the figure at `place` among those of a sentence, which goes from `start` to `end`.

    Where no words of its own stand beside it, it has those of a figure before it: "$640 million, up 3%".
    """
    clause, before = _own(text, start, facts, place, end, language)
    times = clause.times
    for _ in range(MOST_BACK):
        if before is None or clause.words - clause.times:
            break
        clause, before = _own(text, start, facts, before, end, language)
    names, measures, earlier = clause.keys
    return Clause(clause.words | times, (names, measures, times or earlier))


def _own(
    text: str, start: int, facts: Sequence[Fact], place: int, end: int, language: Language
) -> tuple[Clause, int | None]:
    """Return the clause of a figure by the words between its neighbours, and the place of the figure before it."""
    fact = facts[place]
    before = next((index for index in range(place - 1, -1, -1) if _is_figure(facts[index])), None)
    behind = next((index for index in range(place + 1, len(facts)) if _is_figure(facts[index])), None)
    left = start if before is None else facts[before].end
    right = end if behind is None else facts[behind].start
    begin = left if before is None else _last_break(text, left, fact.start, language)
    finish = _first_break(text, fact.end, max(right, fact.end), language)
    near = facts[0 if before is None else before + 1 : len(facts) if behind is None else behind]
    dates = [each for each in near if not _is_figure(each) and begin <= each.start < finish]
    own = f"{_without(dates, text, begin, fact.start)} {_without(dates, text, fact.end, finish)}"
    measures, words = measures_in(own, language), frozenset(stems(own, language))
    times = frozenset(each.text.casefold() for each in dates)
    named = (word for word in _NAME(own) if word.casefold() not in language.context.never_alone and not word.isupper())
    names = frozenset(stems(" ".join(named), language))
    return Clause(words | measures | times, (names, measures, times)), before


def _is_figure(fact: Fact) -> bool:
    return not isinstance(fact.value, DateSpan)


def _without(dates: Sequence[Fact], text: str, start: int, end: int) -> str:
    """Return a stretch of the text without its dates."""
    pieces, position = [], start
    for date in dates:
        if position <= date.start < end:
            pieces.append(text[position : date.start])
            position = date.end
    return " ".join((*pieces, text[position:end]))


def _last_break(text: str, start: int, end: int, language: Language) -> int:
    """Return where the last clause between two places begins."""
    position = begin = start
    for token in language.words.tokens(text[start:end]):
        position = text.find(token, position) + len(token)
        if token.casefold() in language.links.breaks:
            begin = position
    return min(begin, end)


def _first_break(text: str, start: int, end: int, language: Language) -> int:
    """Return where the clause that goes on at a place ends."""
    position = start
    for token in language.words.tokens(text[start:end]):
        at = text.find(token, position)
        if token.casefold() in language.links.breaks:
            return max(at, start)
        position = at + len(token)
    return end
