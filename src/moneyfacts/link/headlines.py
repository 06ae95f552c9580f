"""A figure of the headline, said again below it: "Acme profit up 12 percent", and then "profit rose 11.7 percent".

Of a hundred figures in headlines all but a few stand again in the first sentences of the body. One that does is tied to
the first figure that may be it. One that stands nowhere in the body, not even as newsrooms round it, is tied only where
the first sentence with such figures has one of them, and many of the headline's words: else it is of something
else, or the body does without it. Counts of another size are tied loosely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ..lang.language import Language
from ..model.facts import Document, Fact
from ..model.interval import Interval
from ..model.values import Change, Count, Measurement, Money, Percent
from ..read.sentences import Sentence
from .relations import Link

TIE = "headline_and_body"
_LONGEST = 200  # characters of a headline
_LEAD = 2  # sentences with figures that say again what a headline says
_SAID = Fraction(2, 5)  # of the headline's words
_LETTERS = 3  # by which the forms of a word are one: "cuts", "cut"
_BLANK = "\n\n"
_STOPS = frozenset(".。।۔)）")  # at the end of a sentence, which is no headline
_SIZE = Interval(Fraction(1, 10), Fraction(10))
_KINDS = (Money, Change, Percent, Count, Measurement)


def headline_in(document: Document, ranges: Sequence[Sentence], language: Language) -> Iterator[Link]:
    """Yield the figures of a headline with those of the body that say them again."""
    text, facts = document.text, document.facts
    end = text.find(_BLANK, 0, _LONGEST)
    if end < 1 or "\n" in text[:end] or text[end - 1] in _STOPS or not facts or facts[0].start > end:
        return
    lead = [each for each in ranges if each.start > end][:_LEAD]
    if not lead:
        return
    body = facts[lead[0].first :]
    for fact in facts[: lead[0].first]:
        if (again := _again(fact, lead, body)) is not None or (
            again := _instead(fact, lead, body, document, text[:end], language)
        ) is not None:
            yield Link("repeat", (("first", fact), ("again", again)), weak=not _is_of_size(fact, again), tie=TIE)


def _again(fact: Fact, lead: Sequence[Sentence], body: Sequence[Fact]) -> Fact | None:
    """Return the first figure of the lead that may be the same."""
    return next((each for each in body if each.start < lead[-1].end and _alike(fact, each) and _meet(fact, each)), None)


def _instead(
    fact: Fact, lead: Sequence[Sentence], body: Sequence[Fact], document: Document, headline: str, language: Language
) -> Fact | None:
    """Return the figure of the lead that stands where this one should: it is nowhere else, and the words are alike."""
    if any(_could_be(fact, each) for each in body):
        return None
    for sentence in lead:
        own = [each for each in document.facts[sentence.first : sentence.last] if _alike(fact, each)]
        if own:
            said = _words(document.text[sentence.start : sentence.end], language)
            words = _words(f"{headline[: fact.start]} {headline[fact.end :]}", language)
            return own[0] if len(own) == 1 and len(words & said) >= _SAID * len(words) else None
    return None


def _alike(one: Fact, other: Fact) -> bool:
    """Tell whether two figures are of one kind and unit; a count of nothing named may be of anything."""
    match one.value, other.value:
        case (Money() | Change() as first, Money() | Change() as second) if first.candidates and second.candidates:
            return first.per == second.per and not {*first.candidates}.isdisjoint(second.candidates)
        case (Change() as first, Change() as second):
            same = (first.unit, first.of, first.per) == (second.unit, second.of, second.per)
            return same and first.direction == second.direction
        case (Percent() | Change() as first, Percent() | Change() as second):
            return first.unit == second.unit
        case (Measurement() as first, Measurement() as second):
            return first.unit == second.unit
        case (Count() as first, Count() as second):
            return first.of is not None and first.per == second.per and _noun(first) in (_noun(second), None)
    return False


def _noun(count: Count) -> str | None:
    return count.of and count.of.casefold().rpartition(" ")[2]


def _meet(one: Fact, other: Fact) -> bool:
    first, second = one.typical, other.typical
    return first is not None and second is not None and first.overlaps(second)


def _could_be(fact: Fact, other: Fact) -> bool:
    """Tell whether a figure may be another of its dimension, whatever it is of, as newsrooms round."""
    one, another = fact.value, other.value
    if not isinstance(one, _KINDS) or not isinstance(another, _KINDS):
        return False
    if _dimension(one) != _dimension(another):
        return False
    first, second = fact.plausible, other.plausible
    if first is None or second is None or first.overlaps(second):
        return True
    return one.amount is not None and one.amount == another.amount  # "over $5 billion", and "up to $5 billion"


def _is_of_size(one: Fact, other: Fact) -> bool:
    """Tell whether one count is of the size of the other: all the staff of a firm is no slip for a cut of it."""
    if not isinstance(one.value, Count):
        return True
    first, second = one.typical, other.typical
    return first is not None and second is not None and (first * _SIZE).overlaps(second)


def _dimension(value: Money | Change | Percent | Count | Measurement) -> str:
    match value:
        case Money() | Change(candidates=(_, *_)):
            return "money"
        case Percent() | Change(unit="percent" | "percentage_point" | "basis_point"):
            return "percent"
    return "number"


def _words(text: str, language: Language) -> frozenset[str]:
    return frozenset(word.casefold()[:_LETTERS] for word in language.words.tokens(text) if word.isalpha())
