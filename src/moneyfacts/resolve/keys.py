"""The key of a finding: what knows it again in the next version of its article.

It is a digest of the rule, of the figures in their roles, and of the words of the sentences that hold them, each figure
at its place in its sentence. It is of nothing else: neither of places in the text, nor of the verdict, the message, the
exchange rates, or the version of the library. So an edit elsewhere in the article, another line width, another kind of
space change no key; an edit of a sentence that holds one of the figures does.

A sentence that stands twice word for word gives its findings the same keys twice. What was accepted of the one is so of
the other, wherever it stands. Two findings within one sentence have two keys.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import NamedTuple

from ..model.findings import Part
from ..read.sentences import Sentence

_BYTES = 8  # 16 digits: of a million findings two have one key by chance once in 30 million


class InSentence(NamedTuple):
    """A figure of a finding in the words of its sentence."""

    sentence: str
    place: int
    role: str
    words: str


def sentence_of(part: Part, sentences: Sequence[Sentence]) -> Sentence | None:
    """Return the sentence that holds a figure, None for one at a place where no sentence with figures is."""
    place = bisect_right(sentences, part.start, key=lambda sentence: sentence.start) - 1
    return sentences[place] if place >= 0 and part.start < sentences[place].end else None


def in_sentence(part: Part, text: str, sentences: Sequence[Sentence]) -> InSentence:
    """Return a figure in the words of its sentence; its place there counts no spaces."""
    sentence = sentence_of(part, sentences)
    start, end = (sentence.start, sentence.end) if sentence else (part.start, part.end)
    before = sum(map(len, text[start : part.start].split()))
    return InSentence(_words(text[start:end]), before, part.role, _words(part.text))


def key_of(rule: str, figures: Iterable[InSentence]) -> str:
    """Return the key of a finding, 16 hexadecimal digits.

    >>> key_of("growth", [InSentence("Sales rose 5% to $3.", 9, "pct", "5%")])
    'f31fe419300c0a62'
    """
    listed = list(figures)
    sentences = list(dict.fromkeys(each.sentence for each in listed))
    placed = sorted((sentences.index(each.sentence), each.place, each.role, each.words) for each in listed)
    digested = "\n".join((rule, *sentences, *(" ".join(map(str, each)) for each in placed)))
    return blake2b(digested.encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest()


def _words(text: str) -> str:
    return " ".join(text.split())
