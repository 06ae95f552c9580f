"""What a word is: how a text is cut into words, language by language.

Most languages set spaces between words. Chinese and Japanese set none, and Korean hangs its particles on them: there a
word is the longest of those that the language file knows, else a single character.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property

import msgspec

GAPS = " \u00a0\u2007\u2009\u202f"  # between digits; elsewhere a text that is set plainly has one space
_QUOTES = '"״'
_APART = "[ -]?"
_APART_UNSPACED = "[ ・-]?"
_DOTTED = r"(?:[^\W\d_]\.){2,}"
_SIGN = r"[%‰°¢/$€£¥￥฿৳₠-⃏％٪↑↓]"
# what is set on or under a letter, and belongs to its word: vowels of Hindi, points of Hebrew, harakat of Arabic
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u200c\u200d"
_KATAKANA = re.compile(r"[ァ-ヶー]$").search


class Tokenizer(msgspec.Struct, frozen=True):
    """How to cut a text into words.

    `next` matches the word at a position, after a space or a hyphen, as group 1; an abbreviation with dots
    ("U.S.") is one word, and so is a sign. `split` cuts a phrase as `next` does, `tokens` lists words, with hyphens in
    them, and signs, and numbers where they are `unspaced`. `noun` matches
    a word, with hyphens in it, right after a space. Letters may be `marked`: vowels stand on and under them.
    """

    next: Callable[[str, int], re.Match[str] | None]
    tokens: Callable[[str], list[str]]
    split: Callable[[str], list[str]]
    noun: Callable[[str, int], re.Match[str] | None]
    marked: bool
    unspaced: bool


class LazyPattern:
    """A pattern that is compiled when it is first asked for: to parse one figure, none of the large ones is needed."""

    def __init__(self, source: Callable[[], str]) -> None:
        self._source = source

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern."""
        return re.compile(self._source())


def words_of(vocabulary: Iterable[str], *, spaced: bool) -> Tokenizer:
    """Return how to cut the texts of a language whose file knows the words of `vocabulary`.

    >>> words = words_of(["同比增长", "同比", "元"], spaced=False)
    >>> words.next("5元", 1)[1], words.tokens("同比增长约5元。")
    ('元', ['同比增长', '约', '5', '元', '。'])
    """
    known = {word for word in vocabulary if word}
    marked = any(unicodedata.category(letter)[0] == "M" for word in known for letter in word)
    letter = rf"[^\W\d_][{_MARKS}]*" if marked else r"[^\W\d_]"
    if spaced:
        run = rf"(?:{letter})+" if marked else rf"{letter}+"
        if any(mark in word for word in known for mark in _QUOTES):
            run = rf"{run}(?:[{_QUOTES}]{letter}+)?"  # an abbreviation of Hebrew: 'ש"ח'
        return Tokenizer(
            next=re.compile(rf"{_APART}({_DOTTED}|{run}|{_SIGN})").match,
            tokens=re.compile(rf"{run}(?:[-'’]{run})*|[^\w\s]").findall,
            split=re.compile(rf"{_DOTTED}|{run}|[^\w\s-]").findall,
            noun=re.compile(rf"[ -]({run}(?:[-'’]{run})*)").match,
            marked=marked,
            unspaced=False,
        )
    single = _longest(known)
    pattern = rf"{single}|(?:[A-Za-z]\.){{2,}}|[A-Za-z]+|{_SIGN}|[^\W\d_]"
    tokens, pieces = LazyPattern(lambda: rf"{pattern}|\d[\d.,]*|[^\w\s]"), LazyPattern(lambda: rf"{pattern}|[^\w\s-]")
    nouns = LazyPattern(lambda: rf"({pattern})")
    following = re.compile(rf"{_APART_UNSPACED}({pattern})").match

    def cut(text: str) -> list[str]:
        return tokens.pattern.findall(text)

    def split(phrase: str) -> list[str]:
        whole = following(phrase, 0)
        return [phrase] if whole and whole[1] == phrase else pieces.pattern.findall(phrase)

    def noun(text: str, position: int) -> re.Match[str] | None:
        return nouns.pattern.match(text, position)

    return Tokenizer(
        next=following,
        tokens=cut,
        split=split,
        noun=noun,
        marked=marked,
        unspaced=True,
    )


def hangul(letter: str) -> bool:
    """Tell whether a letter is a syllable of Hangul."""
    return "가" <= letter <= "힣"


def is_unspaced(letter: str) -> bool:
    """Tell whether a character is of a script that sets no spaces: a letter of Han or kana, or a wide sign."""
    return "\u3000" <= letter <= "\u30ff" or "\u3400" <= letter <= "\u9fff" or letter in "，：；（！？"


def hangs(text: str, position: int) -> bool:
    """Tell whether a syllable of Hangul hangs on one before it: no "오" begins in "코스피오"."""
    return position > 0 and hangul(text[position - 1]) and hangul(text[position : position + 1])


def _longest(known: Collection[str]) -> str:
    """Return the expression of the longest known word; one in katakana ends with it: no "ドル" in "ドルフィン"."""
    words = {word for word in known if not word.isascii()}
    katakana = {word for word in words if _KATAKANA(word)}
    forms = alternation(words - katakana)
    return rf"(?:{alternation(katakana)})(?![ァ-ヶー])|{forms}" if katakana else forms


def spelled_out(phrases: Iterable[str], words: Tokenizer) -> tuple[str, ...]:
    """Return some phrases, and each letter by letter where words need no spaces: print may set "百 分 之"."""
    listed = tuple(phrases)
    return (*listed, *(" ".join(each) for each in listed if words.unspaced and each.isalpha() and not each.isascii()))


def phrases(table: object) -> Iterator[str]:
    """Yield every word and phrase of a table of a language file."""
    if isinstance(table, str):
        yield table
    elif isinstance(table, msgspec.Struct):
        for name in table.__struct_fields__:
            yield from phrases(getattr(table, name))
    elif isinstance(table, dict):
        for key, value in table.items():
            yield key
            yield from phrases(value)
    elif isinstance(table, tuple):
        for each in table:
            yield from phrases(each)


def alternation(forms: Iterable[str]) -> str:
    """Return a regular expression for any of the forms, longest first, as a trie: one step a letter, not one a form.

    That for no forms matches nothing.

    >>> alternation(["may", "march", "mar"])
    'ma(?:r(?:ch)?|y)'
    """
    trie: dict[str, dict[str, object]] = {}
    for form in forms:
        node: dict[str, object] = trie  # type: ignore[assignment]
        for letter in form:
            node = node.setdefault(letter, {})  # type: ignore[assignment]
        node[""] = {}
    return _pattern(trie) or "(?!)"  # type: ignore[arg-type]


def _pattern(node: dict[str, object]) -> str:
    branches = [
        re.escape(letter) + _pattern(child)  # type: ignore[arg-type]
        for letter, child in sorted(node.items())
        if letter
    ]
    if not branches:
        return ""
    optional = "" in node
    if len(branches) == 1 and not optional:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if optional else ''}"


SPACED = words_of((), spaced=True)
