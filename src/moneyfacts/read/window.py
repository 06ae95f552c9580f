"""The words to the left of a place, on its line: at any distance from the start of a text, in brackets and in quotes.

What may stand between two words is settled before anything is read (see `layout`): one space, or the end of a line.
An opening bracket or quote is a word of its own, so that what it opens is read as it would be without it.
"""

from __future__ import annotations

import re

import msgspec

from ..lang.language import Language

REACH = 64  # characters to look back; a governing word stands close to its figure
_TWO_WORDS = 40  # characters in which two words stand
_LONGEST_WORD = 24  # that is looked at alone
_LONGEST_UNSPACED = 16  # characters of a language that sets no spaces, which say as much
BEFORE = frozenset(" -")  # what sets a word apart
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


def words_left(text: str, place: int, language: Language, reach: int = 0) -> LeftWords:
    """Return the words before a place, on its line, as far as they may say something of what stands there.

    That is so many characters as `reach` says, or else as a governing word may stand apart.
    """
    line = line_before(text, place, language, reach)
    folded = apart(line.casefold())
    words = language.words.tokens(folded) if language.words.unspaced else folded.split()
    return LeftWords(words, line, place - len(line))


def two_left(text: str, place: int) -> tuple[str, str] | None:
    """Return the last two of the words before a place, case folded, at one look.

    None where `words_left` has to look closer: near the start of a line, and where a bracket or quote opens.
    """
    line = text[max(0, place - _TWO_WORDS) : place]
    words = line.rsplit(None, 2)
    if len(words) < 3 or "\n" in line or not (_OPENERS.isdisjoint(words[2]) and _OPENERS.isdisjoint(words[1])):
        return None
    return words[1].casefold(), words[2].casefold()


def words_before(text: str, place: int, language: Language) -> list[str]:
    """Return the words right before a place, case folded, as far as nothing but spaces and hyphens stands between.

    >>> from moneyfacts.lang import language
    >>> words_before("Sales fell, (by the end of 2016)", 27, language("en"))
    ['by', 'the', 'end', 'of']
    """
    if not language.words.unspaced and text[place - 1 : place] not in BEFORE:
        return []
    folded = apart(line_before(text, place, language).casefold())
    words = language.words.tokens(folded) if language.words.unspaced else folded.replace("-", " ").split()
    found: list[str] = []
    for word in reversed(words):
        if not word.isalpha():
            break
        found.append(word)
    return found[::-1]


def word_before(text: str, place: int, language: Language) -> str:
    """Return the one word that a space or hyphen sets apart from a place, case folded; "" for none."""
    if language.words.unspaced:
        return (words_before(text, place, language) or [""])[-1]
    if text[place - 1 : place] not in BEFORE:
        return ""
    line = text[max(0, place - _LONGEST_WORD) : place - 1]
    if not line or line[-1].isspace():
        return ""
    word = line.rsplit(None, 1)[-1].rpartition("-")[2].casefold()
    return word if _OPENERS.isdisjoint(word) else apart(word).split()[-1]


def start_of(text: str, place: int, count: int, language: Language) -> int:
    """Return where the last `count` of the words before a place (see `words_before`) begin."""
    line = line_before(text, place, language).casefold()
    start = len(line)
    for word in reversed(words_before(text, place, language)[-count:] if count else ()):
        start = line.rindex(word, 0, start)
    return place - len(line) + start


def past_space(text: str, end: int) -> int:
    """Return where what is next begins, past the one space that may set it apart."""
    return end + text.startswith(" ", end)


def line_before(text: str, place: int, language: Language, reach: int = 0) -> str:
    """Return what stands before a place on its line, as far as it is looked at, without half a word."""
    begin = max(0, place - (reach or (_LONGEST_UNSPACED if language.words.unspaced else REACH)))
    line = text[begin:place]
    if "\n" in line:
        return line.rpartition("\n")[2]
    if begin and not language.words.unspaced and not text[begin - 1].isspace():
        return line.partition(" ")[2]
    return line


def apart(line: str) -> str:
    """Return a line with what opens brackets or quotes as words of their own."""
    return line if _OPENERS.isdisjoint(line) else _OPENER(r" \g<0> ", line)
