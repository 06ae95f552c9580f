"""Which figures of the sources speak of the same thing as a figure of the claim, and how surely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..model.facts import Fact
from ..model.values import Change, Count
from .amounts import TIMES, Amount, Fit, fits, same_unit
from .clauses import STEM
from .dates import date_fit
from .indexed import IndexedDocument
from .topic import LEVELS, same_accounting, same_measure, same_period

_ENOUGH_WORDS = 2  # that two sentences share


class ClaimFigure(NamedTuple):
    """A figure of the claim."""

    text: IndexedDocument
    place: int

    @property
    def fact(self) -> Fact:
        """The figure itself."""
        return self.text.document.facts[self.place]


class Likeness(NamedTuple):
    """How surely two figures are about one thing, the surer the greater."""

    subject: bool
    measure: bool
    period: bool
    words: int

    @property
    def is_close(self) -> bool:
        """Whether more speaks for it than the digits."""
        return self.measure or self.words >= _ENOUGH_WORDS


_NO_LIKENESS = Likeness(False, False, False, 0)


class Match(NamedTuple):
    """A figure of a source that bears out one of the claim."""

    text: IndexedDocument
    place: int
    fit: Fit
    likeness: Likeness

    @property
    def fact(self) -> Fact:
        """The figure itself."""
        return self.text.document.facts[self.place]


def matches(asked: ClaimFigure, amount: Amount, sources: Sequence[IndexedDocument]) -> Iterator[Match]:
    """Yield the figures of the sources that bear out one of the claim, and are not about something else."""
    allowed = amount.allows
    for source in sources:
        for place, other in _comparable(asked, amount, source):
            if not same_unit(amount.fact.value, other.fact.value) or not (fit := fits(amount, other, allowed)):
                continue
            likeness = alike(asked, source, place)
            if likeness is None or (fit == "rounded" and not (likeness.is_close or amount.is_fine)):
                continue
            if (amount.way is None) != (other.way is None) and _is_level(asked, source, place, likeness):
                continue
            if _is_of_another(asked, source, place):
                continue
            yield Match(source, place, fit, likeness)


def _comparable(asked: ClaimFigure, amount: Amount, source: IndexedDocument) -> Iterator[tuple[int, Amount]]:
    """Yield the figures of a source in the dimension of a claim's, and those that are so with a word left unsaid.

    A claim may leave out what time an amount is for ("$150 million a year"), and a sentence says it once: "earnings per
    share were 62 cents".
    """
    kind, _, per = amount.dimension.partition(" per ")
    low, high = amount.reach
    yield from source.amounts_near(amount.dimension, low, high)
    sentence = asked.text.sentences[asked.text.sentence(asked.place)]
    if per:
        for place, other in source.amounts_near(kind, low, high):
            if any(getattr(fact.value, "per", None) == per for fact in source.facts_of(source.sentence(place))):
                yield place, other
    else:
        said = asked.text.document.text[sentence.start : sentence.end].casefold()
        for dimension in source.amounts:
            other_kind, _, unit = dimension.partition(" per ")
            if other_kind == kind and unit and (unit in TIMES or unit in said):
                yield from source.amounts_near(dimension, low, high)


def _is_of_another(asked: ClaimFigure, source: IndexedDocument, place: int) -> bool:
    """Tell whether a figure counts other things, or is told of another name, and one of the texts speaks of both."""
    fact = source.document.facts[place]
    if nouns_differ(asked, fact) and (source.holds(_head(asked.fact)) or asked.text.holds(_head(fact))):
        return True
    wanted, has = asked.text.clause(asked.place).names, source.subjects(place)
    if not wanted or not has or not wanted.isdisjoint(has):
        return False
    sentence = source.words(source.sentence(place))
    return wanted.isdisjoint(sentence) and all(source.holds(name) for name in wanted)


def _is_level(asked: ClaimFigure, source: IndexedDocument, place: int, likeness: Likeness) -> bool:
    """Tell whether the one of two figures that is no movement is the level of a measure, not a movement unsaid."""
    if likeness.measure and "money" in (asked.fact.kind, source.document.facts[place].kind):
        return True
    measures = (asked.text.topic(asked.place).measure, source.topic(place).measure)
    return not LEVELS.isdisjoint(measure for measure in measures if measure)


def alike(asked: ClaimFigure, source: IndexedDocument, place: int) -> Likeness | None:
    """Return how surely two figures are about one thing, None where they are not."""
    mine, other = asked.text.topic(asked.place), source.topic(place)
    measure, period = same_measure(mine, other), same_period(mine.period, other.period)
    if same_accounting(mine.accounting, other.accounting) == "unlike":
        return None
    if measure == "unlike" and asked.text.names_measure(asked.place) and source.names_measure(place):
        return None
    if period == "unlike" and asked.text.names_period(asked.place) and source.names_period(place):
        return None
    shared = asked.text.words(asked.text.sentence(asked.place)) & source.words(source.sentence(place))
    return Likeness(not mine.names.isdisjoint(other.names), measure == "same", period == "same", len(shared))


def dates_in(asked: ClaimFigure, sources: Sequence[IndexedDocument]) -> Iterator[Match]:
    """Yield the dates of the sources that bear out one of the claim."""
    for source in sources:
        for place, fact in enumerate(source.document.facts):
            if fact.kind == "date_span" and (fit := date_fit(asked.fact, fact)):
                yield Match(source, place, fit, _NO_LIKENESS)


def nouns_differ(asked: ClaimFigure, other: Fact) -> bool:
    """Tell whether two counts are of things with different names; a bare number may be of anything."""
    mine, others = _nouns(asked.fact), _nouns(other)
    return bool(mine and others and mine.isdisjoint(others))


def _nouns(fact: Fact) -> frozenset[str]:
    """Return the stems of the words for what a figure counts, none where it does not say."""
    return frozenset(map(_stem, _noun(fact).split()))


def _head(fact: Fact) -> str:
    """Return the stem of the last word for what a figure counts, "" where it does not say."""
    return _stem(_noun(fact).rpartition(" ")[2])


def _stem(word: str) -> str:
    return word.casefold()[:STEM].removesuffix("s")


def _noun(fact: Fact) -> str:
    return (fact.value.of or "") if isinstance(fact.value, Count | Change) else ""
