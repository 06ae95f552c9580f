"""A sentence as a line of letters: one for each of its figures, and one for each word that says what ties them.

The line is what relations are recognised by: expressions over its letters (see `moneyfacts.link.shape`) know no word of
any language. Which words mean which letter is language data; a word without a meaning here is `w`, and words that
only loosen a figure or fill ("about", "a", "record") are left out. Figures:

    L  an amount of money, of things or of another unit     C  a relative change: in percent, points or a multiple
    P  a percentage                                         A  a change in money or in things
    R  a fraction or "twice"                                D  a date            T  a length of time

and words:

    t  to: the level after       f  from: the level before     v  compared with        k  above or below another
    p  exports                   j  imports                    z  a surplus or deficit
    q  above, as what loosens    m  beating, missing           y  a year earlier
    d  rose, fell                n  an increase                u  a verb used already  e  expected, a forecast
    o  or: the same again        r  restated as                i  including            x  out of
    a  and                       h  of: the whole              s  accounting for       g  made up of
    b  what breaks a sentence up: but, while, which            , ( ) ; : - / =  themselves

Where a language hangs the role behind its level ("100억원에서", "से"), the letter is set before it, as elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..facts import Fact, Qualifier
from ..lang.language import Language
from ..lang.ties import Ties
from ..read.behind import per
from ..values import Change, Count, DateSpan, Direction, Duration, Measurement, Money, Percent, Ratio

_RELATIVE = frozenset({"percent", "percentage_point", "basis_point", "multiple"})
_BEFORE = 110  # characters before the first figure that are looked at
_BEHIND = 70  # behind the last
_LETTERS_OF_A_WORD = 3  # that is not known, where words need no spaces
_APART = 6  # characters between a qualifier and its figure: "up to an "
_LONGEST_GAP = 220  # between two figures of one relation
_LETTERS: dict[type, str] = {
    **{Money: "L", Count: "L", Measurement: "L", Percent: "P", Ratio: "R", DateSpan: "D", Duration: "T"},
}
_PUNCTUATION = {
    **{sign: sign for sign in ",();:-/="},
    **{"，": ",", "、": ",", "（": "(", "）": ")", "[": "(", "]": ")", "；": ";", "：": ":", "–": "-", "—": "-"},
    **{"−": "-", "~": "-", "→": "t", "&": "a"},
}
_BREAK = "b"
_WAYS: dict[str, Direction] = {"above": "up", "below": "down"}
_LEADS_NOWHERE = re.compile(r"[tf](?![wnheyDTpjz]{0,6}[LPRACq])").sub  # "according to", "from 2021"
_ASIDE = re.compile(
    r"\([wDh:/.-]{0,4}\)|(?<=D)[a-](?=D)|,b[wehyn]{0,3},"
).finditer  # "(HEL: ABC)", and the middle of "May and June"


class Item(NamedTuple):
    """A letter of a line: a figure, or a word with the direction that it states."""

    letter: str
    fact: Fact | None = None
    direction: Direction | None = None
    word: str = ""


class Line(NamedTuple):
    """The letters of a sentence, and what each stands for."""

    code: str
    items: tuple[Item, ...]

    def pieces(self, most: int) -> Iterator[Line]:
        """Yield the line in pieces of so many letters at most: what no full stop ends may be as long as a book."""
        for first in range(0, len(self.code), most):
            yield Line(self.code[first : first + most], self.items[first : first + most])

    def without(self, first: int, last: int) -> Line:
        """Return the line without the letters from `first` up to `last`."""
        return Line(self.code[:first] + self.code[last:], self.items[:first] + self.items[last:])

    def with_item(self, place: int, item: Item) -> Line:
        """Return the line with another letter at a place."""
        code = self.code[:place] + item.letter + self.code[place + 1 :]
        return Line(code, (*self.items[:place], item, *self.items[place + 1 :]))

    def blanked(self, place: int) -> Line:
        """Return the line with a letter at a place that no shape has."""
        return self.with_item(place, Item("X"))


def line_of(text: str, span: tuple[int, int], facts: Sequence[Fact], language: Language) -> Line:
    """Return the line of a sentence."""
    items: list[Item] = []
    position = max(span[0], facts[0].start - _BEFORE)
    for fact in facts:
        if fact.start < position:
            continue  # a duration inside a date span
        begin = _begin(text, fact, position)
        if items and begin - position > _LONGEST_GAP:
            items += _words(text[position : position + _BEHIND], language, items)
            items.append(Item(_BREAK))
            position = begin - _BEFORE
        items += _words(text[position:begin], language, items)
        if begin < fact.start and fact.qualifier:
            items += _of_qualifier(fact.qualifier, language, items)
        items.append(Item(letter(fact), fact))
        position = _end(text, fact, language)
    items += _words(text[position : min(span[1], position + _BEHIND)], language, items)
    found = Line("".join(item.letter for item in items), tuple(items))
    for aside in reversed([*_ASIDE(found.code)]):
        found = found.without(*aside.span())
    return Line(_LEADS_NOWHERE("w", found.code), found.items)


def letter(fact: Fact) -> str:
    """Return the letter of a figure."""
    value = fact.value
    if isinstance(value, Change):
        return "C" if value.unit in _RELATIVE else "A"
    return _LETTERS[type(value)]


def _begin(text: str, fact: Fact, least: int) -> int:
    """Return where a figure begins with its qualifier, where that stands before it."""
    if fact.qualifier is None:
        return fact.start
    least = max(least, fact.start - len(fact.qualifier.text) - _APART)
    begin = text.find(fact.qualifier.text, least, fact.start)
    return fact.start if begin < 0 else begin


def _end(text: str, fact: Fact, language: Language) -> int:
    """Return where a figure ends with what it counts or is paid for, and a qualifier behind it."""
    value, end = fact.value, fact.end
    if fact.qualifier and text.startswith(fact.qualifier.text, end + 1):
        end += 1 + len(fact.qualifier.text)
    if isinstance(value, Count | Change) and value.of:
        place = text.find(value.of, end, end + len(value.of) + 3)
        end = place + len(value.of) if place >= 0 else end
    if isinstance(value, Money | Count | Change) and value.per and (rate := per(text, end, language)):
        end = rate[0]
    return end


def _of_qualifier(qualifier: Qualifier, language: Language, before: Sequence[Item]) -> Iterator[Item]:
    """Yield what a word that loosens a figure ties as well: "above the $5 million expected", "5% more than 2"."""
    words = language.words.tokens(qualifier.text.casefold())
    if words and words[0] in language.ties and (found := _phrase(words, 0, language.ties)) and found[1] == "k":
        yield Item("q", None, found[2])
    elif before and before[-1].letter == "C" and qualifier.sense in _WAYS:
        yield Item("q", None, _WAYS[qualifier.sense])
    elif before and before[-1].letter == "d" and words:
        yield from (Item("t") for rest, sign, _ in language.ties.get(words[-1], ()) if sign == "t" and not rest)


def _words(gap: str, language: Language, before: list[Item]) -> Iterator[Item]:
    """Yield the words of a stretch without figures; a particle behind a level is set before it."""
    if not gap or gap == " ":
        return
    if language.words.unspaced:
        gap = language.basis_pattern.pattern.sub(lambda match: _basis(match, gap, language), gap)
    else:
        gap = language.basis_pattern.pattern.sub(" ", gap)
    tokens = [token.casefold() for token in language.words.tokens(gap)]
    if tokens and before and before[-1].letter in "LP" and (role := language.level_particles.get(tokens[0])):
        before.insert(len(before) - 1, Item("t" if role == "current" else "f"))
        del tokens[0]
    words = [token for token in tokens if token not in language.tie_fillers]
    place, size = 0, len(words)
    while place < size:
        word = words[place]
        found = _phrase(words, place, language.ties) if word in language.ties else None
        if found:
            length, sign, direction = found
            yield Item(sign, None, direction, word)
            place += length
            continue
        place += 1
        if word.isalnum() or len(word) > 1:
            letters = language.words.unspaced and _is_letter(word, language)
            while letters and place < size and len(word) < _LETTERS_OF_A_WORD and _is_letter(words[place], language):
                word += words[place]
                place += 1
            yield Item("w", word=word)
        elif sign := _PUNCTUATION.get(word, ""):
            yield Item(sign)


def _is_letter(word: str, language: Language) -> bool:
    """Tell whether a word is a letter that the language file does not know, and so a piece of a word."""
    return len(word) == 1 and word.isalpha() and word not in language.ties


def _basis(match: re.Match[str], gap: str, language: Language) -> str:
    """Return nothing for what a change is measured against, but keep what leads to a level: "较去年同期的[206位]"."""
    leads = language.words.tokens(gap[match.end() :])
    return match[0] if language.tie_fillers.issuperset(leads) else " "


def _phrase(words: Sequence[str], place: int, ties: Ties) -> tuple[int, str, Direction | None] | None:
    """Return the longest phrase at a place: how many words it takes, its letter and its direction."""
    for rest, sign, direction in ties[words[place]]:
        size = len(rest)
        if not size or tuple(words[place + 1 : place + 1 + size]) == rest:
            return size + 1, sign, direction
    return None
