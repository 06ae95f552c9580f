r"""The layout of a text: white space and invisible characters, which separate words and mean nothing else.

A text is read as if it were set plainly: one space between words, whatever stands there; a line break only where a line
ends that is not wrapped; an empty line between paragraphs; no soft hyphens, marks of direction or other characters that
are not seen. `Layout` holds the text so set, and leads from its places to those of the text as given and back. So
another white space changes no reading, and each figure keeps its place.

A line break is a wrapped line, and so a space, unless something speaks against it: both lines are rows of a table, they
belong to a list, each line of the block is a sentence, or longer than anybody wraps one, so that it is a paragraph, or
the block has some width, by three lines or by one that nobody wrapped, and the next word would have fitted on the line:
a headline, or the end of a paragraph.

Two things are kept. One space that is not broken stays between digits, where it separates thousands; a wider gap
stays wider there, since columns of figures are no thousands. "12,000\u00a0000" is one number, "12\t000" is two.

Source: the Unicode properties White_Space, Line_Break (mandatory breaks) and Default_Ignorable_Code_Point.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TypeVar

import msgspec

from ..lang.tokenizer import GAPS
from ..model.facts import Fact, moved
from ..model.findings import Part
from ..model.grounding import Evidence, Grounded

_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_LINE_ENDS = "\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
_SPACES = "\t\x1f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"

# All that is not set plainly, with what quotes a mail after the end of a line.
_UNEVEN = re.compile(
    rf"(?: (?=[ {_SPACES}{_LINE_ENDS}{_UNSEEN}])|[{_SPACES}{_LINE_ENDS}{_UNSEEN}])[ {_SPACES}{_LINE_ENDS}{_UNSEEN}]*"
    r"(?:>(?=[ >])[> ]*)?"
).finditer
_ODD = re.compile(rf"[\t\r\x0b\x0c\x1c-\x1f{_SPACES[1:]}{_LINE_ENDS[4:]}{_UNSEEN}]").search
_LINE_END = re.compile(rf"\r\n|[{_LINE_ENDS}]").finditer
_LINE = re.compile(rf"([^{_LINE_ENDS}]*)(?:\r\n|[{_LINE_ENDS}]|\Z)").match
_UNSEEN_ONLY = re.compile(rf"[{_UNSEEN}]*").fullmatch
_UNSEEN_ANY = re.compile(rf"[{_UNSEEN}]+").sub
_GROUPING = frozenset(GAPS)
_WIDE = "  "
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3001-\u30ff\u3400-\u9fff\uff00-\uff60]").match
_JOINS = re.compile(r"(?:to|and|or|und|oder|bis|et|ou|à|y|o|e|och|og|of|tot|en)\b").match  # a suspended hyphen
_ITEM = re.compile(rf"[ {_SPACES}]*(?:[*•·▪●◦‣–—-]|\(?(?:\d{{1,2}}|[A-Za-z]|[ivx]{{2,4}})[.)])[ {_SPACES}]").match
_COLUMNS = re.compile(r"\S(?:\t| {3,})[ \t]*\S").search
_ENDS_SENTENCE = re.compile(r"[.!?。！？…][\"'”’)\]]*\s*$").search
_CAPITAL = re.compile(r"\W*[^\W\d_a-zß-öø-ÿа-я]").match  # of a script without capitals, any letter
_NARROWEST, _WIDEST = 40, 120  # characters at which anybody wraps a text
_FEWEST = 3  # lines from which the width of a block is known


Placed = TypeVar("Placed", Part, Evidence, Grounded)


class Layout(msgspec.Struct, frozen=True):
    """A text as it is read, `text`, with the way to the places of the text as `given`.

    From `places[i]` on, a place in the text as given is `shifts[i]` greater.
    """

    given: str
    text: str
    places: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def placed(self, figure: Placed) -> Placed:
        """Return a figure of the text as it is read in its place in the text as given."""
        if not self.places:
            return figure
        start, end = self.span(figure.start, figure.end)
        return msgspec.structs.replace(figure, text=self.given[start:end], start=start, end=end)

    def fact(self, fact: Fact) -> Fact:
        """Return a fact of the text as it is read in its places in the text as given."""
        return moved(fact, self.given, self.span) if self.places else fact

    def fact_read(self, fact: Fact) -> Fact:
        """Return a fact of the text as given in its places in the text as it is read."""
        return moved(fact, self.text, self._span_read) if self.places else fact

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the characters from `start` to `end`, one or more, stand in the text as given."""
        return self.given_place(start), self.given_place(end - 1) + 1

    def _span_read(self, start: int, end: int) -> tuple[int, int]:
        return self.read(start), self.read(end - 1) + 1

    def given_place(self, place: int) -> int:
        """Return where a character of the text as it is read stands in the text as given."""
        index = bisect_right(self.places, place)
        return place + self.shifts[index - 1] if index else place

    def read(self, given: int) -> int:
        """Return the place of a character of the text as given, or of the next one that is read."""
        low, high = 0, len(self.places)
        while low < high:
            middle = (low + high) // 2
            if self.places[middle] + self.shifts[middle] <= given:
                low = middle + 1
            else:
                high = middle
        following = self.places[low] if low < len(self.places) else len(self.text)
        return min(given - self.shifts[low - 1] if low else given, following)


@lru_cache(maxsize=4)
def layout(text: str) -> Layout:
    r"""Return a text as it is read, with the way back to its places.

    >>> found = layout("It paid $3\n  mil\u00adlion\u00a0for it.\n\n\nNobody\tspoke.")
    >>> found.text
    'It paid $3 million for it.\n\nNobody spoke.'
    >>> found.span(8, 18)
    (8, 21)
    """
    if _is_plain(text):
        return Layout(text, text)
    pieces: list[str] = []
    places: list[int] = []
    shifts: list[int] = []
    copied = length = 0
    lines = _Lines(text)
    for match in _UNEVEN(text):
        start, end = match.span()
        if match[0][-1] in "> " and ">" in match[0] and not lines.is_quoted(start):
            end = text.index(">", start)
        plainly = _plainly(text, start, end, lines)
        if plainly == text[start:end]:
            continue
        pieces += (text[copied:start], plainly)
        length += start - copied + len(plainly)
        copied = end
        places.append(length)
        shifts.append(end - length)
    if not pieces:
        return Layout(text, text)
    return Layout(text, "".join((*pieces, text[copied:])), tuple(places), tuple(shifts))


def _is_plain(text: str) -> bool:
    """Tell whether a text is set plainly, paragraphs being parted by an empty line: most are, and this is quick."""
    if "  " in text or " \n" in text or "\n " in text or text.count("\n") != 2 * text.count("\n\n"):
        return False
    return _ODD(text) is None


def _plainly(text: str, start: int, end: int, lines: _Lines) -> str:
    """Return what is read for the white space and the unseen characters from `start` to `end`."""
    run = text[start:end]
    before, after = text[start - 1 : start], text[end : end + 1]
    breaks = [match.span() for match in _LINE_END(run)]
    if breaks:
        wrapped = lines.is_wrapped(start, end, start + breaks[-1][1]) and len(breaks) == 1
        if not wrapped or not before or not after:
            return "\n\n" if len(breaks) > 1 else "\n"
        if "\u00ad" in run[: breaks[0][0]] or (_UNSPACED(before) and _UNSPACED(after)):
            return ""  # a word hyphenated at the end of its line; a script that sets no spaces
        if before in "-‐" and text[start - 2 : start - 1].isalnum() and not _JOINS(text, end):
            return ""  # "third-" and "quarter", but "110-" and "to 130-seater"
    elif _UNSEEN_ONLY(run):
        return ""
    seen = _UNSEEN_ANY("", run)
    if before.isdecimal() and after.isdecimal() and seen != " ":
        return seen if seen in _GROUPING else _WIDE
    return " "


class _Lines:
    """The lines of a text, looked at from the first to the last: which of them are wrapped, and which are quoted."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.start = 0  # of the line that is looked at
        self.end = -1  # of its block, which ends at an empty line
        self.width = 0
        self.is_list = self.are_sentences = self.are_paragraphs = False

    def is_quoted(self, stop: int) -> bool:
        """Tell whether the line that ends at `stop` is of a quoted mail, as the next one seems to be."""
        return self.text[self.start : stop].lstrip().startswith(">")

    def is_wrapped(self, stop: int, place: int, following: int) -> bool:
        """Tell whether the line that ends at `stop` goes on at `place` of the next one, which begins at `following`."""
        line, start = self.text[self.start : stop], self.start
        self.start = following
        match = _LINE(self.text, place)
        if match is None or not match[1]:
            return False
        if stop > self.end:
            self._look(start)
        if (self.is_list and _ITEM(match[1])) or (_COLUMNS(line) and _COLUMNS(match[1])):
            return False
        if self.are_paragraphs or self.are_sentences:
            return False
        word = match[1].split(None, 1)[0]
        fitted = self.width and len(line) + 1 + len(word) <= self.width
        return not fitted or not (word[0].isdecimal() or _CAPITAL(word))

    def _look(self, start: int) -> None:
        """Look at the block that begins at `start`: how wide it is, whether it is a list, or a sentence a line.

        Of two lines one that nobody wrapped shows that the other is not full: a headline above its paragraph.
        """
        lines = []
        while (match := _LINE(self.text, start)) and match[1].strip():
            lines.append(match[1])
            self.end = start = match.end()
        longest = max(map(len, lines), default=0)
        known = len(lines) >= _FEWEST
        self.are_paragraphs = known and longest > _WIDEST
        self.width = longest if longest >= (_NARROWEST if known else _WIDEST) else 0
        listed = known or self.text[self.end - 1 : self.end] == "\n"  # two lines, and the end of the second
        self.are_sentences = listed and all(map(_ENDS_SENTENCE, lines))
        self.is_list = sum(1 for line in lines if _ITEM(line)) > 1
