"""Sentences and literal stretches: where they begin and end, in code points of the text as it is."""

from __future__ import annotations

import re
import string
import sys
from collections.abc import Iterable, Iterator

import msgspec

from ..lang.language import Language

# One set of characters first: the search then skips all that cannot begin a match.
_BREAK = re.compile(r"[.!?\n。！？；।؟۔](?:(?<=[\n。！？；।])\s*|[.!?؟۔]*[\"'”’)\]]*\s+)").finditer


# each begins with one sign, which the search jumps to
_WEB = re.compile(r"://[!-~]+").finditer
_WWW = re.compile(r"www\.[!-~]+").finditer
_MAIL = re.compile(r"@[!-~]{1,255}\.[!-~]+").finditer
_CODE = re.compile(r"`(?:``.*?(?:```|\Z)|[^`\n]+`)", re.DOTALL).finditer
_NAME = frozenset(string.ascii_letters + string.digits + "._%+-")  # before "://" and "@"
_DIGITS = 2  # of a day
_LONGEST_NAME = 64  # characters before the "@" (RFC 5321)
_LITERAL = (("://", _WEB), ("www.", _WWW), ("@", _MAIL), ("`", _CODE))
NOWHERE = (sys.maxsize, sys.maxsize)


class Sentence(msgspec.Struct, frozen=True):
    """A sentence from `start` to `end`, and where the one before it in the same paragraph begins (`start` for none).

    `first` to `last` are the places of the figures in it, among all figures of the text.
    """

    before: int
    start: int
    end: int
    first: int
    last: int


def sentences(text: str, language: Language, figures: Iterable[int]) -> Iterator[Sentence]:
    """Yield the sentences that hold figures, which begin at `figures`, in order; text without any is not looked at.

    A line break ends a sentence; the full stop of an abbreviation does not, nor that of a day before its month.

    >>> from moneyfacts.lang import language
    >>> for each in sentences("Acme Inc. has 5 mills. It sold 2 of 7.", language("en"), [14, 31, 36]):
    ...     print(each)
    Sentence(before=0, start=0, end=23, first=0, last=1)
    Sentence(before=0, start=23, end=38, first=1, last=3)
    """
    before = start = end = 0
    first = index = 0
    for index, figure in enumerate(figures):
        if figure < end:
            continue
        if index > first:
            yield Sentence(before, start, end, first, index)
        before, start, end = _around(text, figure, start, end, language)
        first = index
    if end:
        yield Sentence(before, start, end, first, index + 1)


def _around(text: str, figure: int, start: int, end: int, language: Language) -> tuple[int, int, int]:
    """Return the sentence of a figure after the one from `start` to `end`, after where the one before it begins."""
    line = text.rfind("\n", end, figure) + 1
    if line > end or text[end - 1 : end] == "\n":
        start = end = max(line, end)
    before, start = start, end
    for match in _BREAK(text, end):
        stop, following = match.span()
        if text[stop] == "." and _goes_on(text, stop, following, language):
            continue
        if following > figure:
            return before, start, following
        before, start = start, following
    return before, start, len(text)


def _goes_on(text: str, stop: int, following: int, language: Language) -> bool:
    """Tell whether the full stop at `stop` belongs to an abbreviation, or what follows begins no sentence."""
    if "\n" in text[stop:following]:
        return False
    if text[following : following + 1].islower():
        return True
    begin = text.rfind(" ", max(0, stop - language.sentences.longest - 2), stop)
    if begin < 0:
        return False  # a longer word
    word = text[begin + 1 : stop].casefold().lstrip("(")
    if word.isdecimal():
        return len(word) <= _DIGITS and _names_month(text, following, language)
    return word in language.sentences.abbreviations or (len(word) == 1 and word.isalpha())


def _names_month(text: str, position: int, language: Language) -> bool:
    """Tell whether a month follows, of which the number with the full stop before it is a day: "am 5. Mai"."""
    if "." not in language.dates.day_suffixes:
        return False
    match = language.words.next(text, position)
    return match is not None and match.start(1) == position and match[1].casefold() in language.dates.months


def literal(text: str) -> list[tuple[int, int]]:
    """Return the stretches, in order, whose figures are no facts: addresses of the web and of mail, code in backticks.

    >>> literal("See www.example.org/50-percent or ask press5@example.org about `x = 5`.")
    [(4, 30), (38, 56), (63, 70)]
    """
    found: list[tuple[int, int]] = []
    for sign, search in _LITERAL:
        if sign in text:
            found += [(_begin(text, match.start()), match.end()) for match in search(text)]
    return sorted(found)


def _begin(text: str, position: int) -> int:
    """Return where the name before "://" or "@" begins."""
    least = max(0, position - _LONGEST_NAME)
    while position > least and text[position - 1] in _NAME:
        position -= 1
    return position
