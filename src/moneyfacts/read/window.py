"""The words to the left of a place, on its line: at any distance from the start of a text, in brackets and in quotes.

What may stand between two words is settled before anything is read (see `layout`): one space, or the end of a line.
An opening bracket or quote is a word of its own, so that what it opens is read as it would be without it.
"""

from __future__ import annotations

import re

import msgspec

from ..lang.language import Language

REACH = 64  # characters to look back; a governing word stands close to its figure
_LONGEST_UNSPACED = 16  # characters of a language that sets no spaces, which say as much
_BRACKETS = "([{（「『【《“‘„«‹"
_QUOTES = "\"'”’»›"  # that open what they stand before, and close or elide elsewhere
_OPENERS = frozenset(_BRACKETS + _QUOTES)
_OPENER = re.compile(rf"[{re.escape(_BRACKETS)}]|(?<![^\s{re.escape(_BRACKETS)}])[{_QUOTES}]").sub


class LeftWords(msgspec.Struct, frozen=True):
    """The words before a place, case folded, and where they stand: `line` is the text before the place, from `begin`.

    >>> from moneyfacts.lang import language
    >>> left = words_left("It fetched much (more than 5)", 27, language("en"))
    >>> left.words, left.span(4, 6)
    (['it', 'fetched', 'much', '(', 'more', 'than'], (17, 26))
    """

    words: list[str]
    line: str
    begin: int

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where the words from `first` up to, but not including, `last` stand in the text."""
        folded = self.line.casefold()
        start = stop = len(folded)
        for place in range(len(self.words) - 1, first - 1, -1):
            start = folded.rindex(self.words[place], 0, start)
            if place == last - 1:
                stop = start + len(self.words[place])
        if len(folded) != len(self.line):  # "ß" is two letters
            places = [place for place, letter in enumerate(self.line) for _ in letter.casefold()]
            start, stop = places[start], places[stop - 1] + 1
        return self.begin + start, self.begin + stop


def words_left(text: str, place: int, language: Language) -> LeftWords:
    """Return the words before a place, on its line, as far as they may say something of what stands there."""
    begin = max(0, place - (_LONGEST_UNSPACED if language.words.unspaced else REACH))
    line = text[begin:place]
    if "\n" in line:
        line = line.rpartition("\n")[2]
        begin = place - len(line)
    elif begin and not language.words.unspaced and not text[begin - 1].isspace():
        line = line.partition(" ")[2]  # not half a word
        begin = place - len(line)
    folded = line.casefold()
    if not _OPENERS.isdisjoint(folded):
        folded = _OPENER(r" \g<0> ", folded)
    words = language.words.tokens(folded) if language.words.unspaced else folded.split()
    return LeftWords(words, line, begin)
