"""How a text was tagged: each word of its sentences with its tag, for people who ask why figures are tied or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..lang.language import Language
from ..model.facts import Document, Fact
from ..read.sentences import sentences
from .tagging import BEFORE, PUNCTUATION_TAGS, tagged
from .tags import NAMES, TagSequence


class TaggedWord(NamedTuple):
    """A word, a sign or a figure of a sentence, and its tag, "" where it has none.

    A figure whose role is said by what hangs on it, or by its qualifier, has several: "from amount".
    """

    text: str
    tag: str


def tagged_words(document: Document, language: Language) -> Iterator[tuple[TaggedWord, ...]]:
    """Yield the words of each sentence that has figures, with their tags.

    Without one are words that fill ("a", "about"), what is set aside in brackets, the further words of a phrase, and
    what stands far from all figures.
    """
    text, facts = document.text, document.facts
    for sentence in sentences(text, language, [fact.start for fact in facts]):
        group = facts[sentence.first : sentence.last]
        span = (sentence.start, sentence.end)
        yield tuple(_words(text, span, group, tagged(text, span, group, language), language))


class _Pair(NamedTuple):
    """A tag and the word that has it, in lower case, "" where it is no word of its own."""

    tag: str
    word: str


def _words(
    text: str, span: tuple[int, int], facts: Sequence[Fact], tags: TagSequence, language: Language
) -> Iterator[TaggedWord]:
    of_facts: dict[int, str] = {}
    gaps: dict[int, list[_Pair]] = {}  # by the figure that they stand before
    gap: list[_Pair] = []
    for letter, item in zip(tags.code, tags.items, strict=True):
        if item.fact is None:
            gap.append(_Pair(NAMES[letter], item.word))
            continue
        own: list[str] = [NAMES[letter]]
        while gap and not gap[-1].word and gap[-1].tag not in PUNCTUATION_TAGS:
            own.insert(0, gap.pop().tag)
        of_facts[item.fact.start] = " ".join(own)
        gaps[item.fact.start], gap = gap, []
    position, seen = span[0], max(span[0], facts[0].start - BEFORE)
    yield from _untagged(text[position:seen])
    position, waiting = seen, list[_Pair]()
    for fact in facts:
        if fact.start < position:
            continue
        waiting += gaps.get(fact.start, ())
        yield from _matched(text[position : fact.start], waiting, language)
        yield TaggedWord(fact.text, of_facts.get(fact.start, ""))
        position = fact.end
        if fact.start in gaps:
            waiting = []
    yield from _matched(text[position : span[1]], [*waiting, *gap], language)


def _untagged(text: str) -> Iterator[TaggedWord]:
    yield from (TaggedWord(word, "") for word in text.split())


def _matched(gap: str, pairs: list[_Pair], language: Language) -> Iterator[TaggedWord]:
    """Yield the words of a stretch with their tags, which some of them have, in order; takes those from `pairs`."""
    tokens = language.words.tokens(gap)
    position = place = 0
    while place < len(tokens):
        size, tag = _next(tokens[place:], pairs)
        start = gap.index(tokens[place], position)
        yield from _untagged(gap[position:start])
        end = start
        for token in tokens[place : place + size]:
            end = gap.index(token, end) + len(token)
        yield TaggedWord(gap[start:end], tag)
        position, place = end, place + size
    yield from _untagged(gap[position:])


def _next(tokens: Sequence[str], pairs: list[_Pair]) -> tuple[int, str]:
    """Return how many tokens make up the next word, and its tag; that is taken from `pairs`."""
    while pairs and not _is_among(pairs[0], tokens):
        del pairs[0]
    if pairs and (size := _size(pairs[0], tokens)):
        return size, pairs.pop(0).tag
    return 1, ""


def _is_among(pair: _Pair, tokens: Sequence[str]) -> bool:
    return any(_size(pair, tokens[place:]) for place in range(len(tokens)))


def _size(pair: _Pair, tokens: Sequence[str]) -> int:
    """Return how many tokens from the first on are the word of a tag, 0 where they are not."""
    if not pair.word:
        return int(PUNCTUATION_TAGS.get(tokens[0]) == pair.tag)
    word = ""
    for size, token in enumerate(tokens, 1):
        word += token.casefold()
        if word == pair.word:
            return size
        if not pair.word.startswith(word):
            break
    return 0
