"""Features of the place where figures stand that predict whether they truly belong together.

A pattern says how figures are tied; a feature says what stands around and between them: a forecast, a record, another
figure of the kind. How often figures with it agree is counted (see `moneyfacts.link.reliability`). Like the patterns,
features are told by tags, and know no word of any language.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from ..lang.language import Language
from ..model.facts import Document, Fact
from ..model.values import Change, Count, DateSpan, Duration, Money, Percent, Quantity
from ..read.sentences import Sentence
from .tagging import tagged
from .tags import LETTERS, Item, letters

_AROUND = 6  # items on either side that are looked at
_WEEKS = 30  # days
_BULLETS = " *-–—•"
_DASHES = frozenset("-–—:")
_FAR = 14  # items from the first figure to the last
_CROWD = 8  # figures in the sentences
_FIGURES = frozenset({"amount", "percent", "relative", "absolute", "ratio", "taken"})
_CLAUSE = letters("break", ";", ":")
_BRACKETS = letters("(", ")")
_MOST_SENTENCES = 6


class Place(NamedTuple):
    """Where the figures of a relation stand: the items from the first to the last, and those around."""

    facts: Sequence[Fact]
    inside: Sequence[Item]
    before: Sequence[Item]
    after: Sequence[Item]
    sentences: int
    language: Language
    published: date | None
    is_entry: bool

    @property
    def around(self) -> tuple[Item, ...]:
        """The items between the figures, and some on either side."""
        return (*self.before, *self.inside, *self.after)

    @property
    def others(self) -> Iterator[Fact]:
        """The figures between those of the relation that are not of it."""
        own = {fact.start for fact in self.facts}
        return (item.fact for item in self.inside if item.fact is not None and item.fact.start not in own)


class Feature(NamedTuple):
    """A feature: its name, what it means, and how it is told."""

    name: str
    meaning: str
    holds: Callable[[Place], bool]


def _has(tag: str) -> Callable[[Place], bool]:
    return lambda place: any(item.tag == tag for item in place.around)


def _inside(tags: frozenset[str]) -> Callable[[Place], bool]:
    return lambda place: any(LETTERS[item.tag] in tags for item in place.inside)


def _another(place: Place) -> bool:
    kinds = {type(fact.value) for fact in place.facts}
    return any(type(fact.value) in kinds for fact in place.others)


def _ways(place: Place) -> bool:
    said = {item.direction for item in place.around if item.direction} | {
        fact.value.direction for fact in place.facts if isinstance(fact.value, Change)
    }
    return {"up", "down"} <= said


def _times(place: Place) -> bool:
    return sum(isinstance(item.fact.value, DateSpan | Duration) for item in place.inside if item.fact) > 1


def _dated(place: Place) -> bool:
    spans = [item.fact.value for item in place.around if item.fact and isinstance(item.fact.value, DateSpan)]
    day = place.published
    return day is not None and any(span.end is not None and (day - span.end).days > _WEEKS for span in spans)


def _extreme(place: Place) -> bool:
    return any(item.word in place.language.links.extremes for item in place.around)


def _bare(place: Place) -> bool:
    return any(isinstance(fact.value, Count) and fact.value.of is None for fact in place.facts)


def _loose(place: Place) -> bool:
    return any(fact.qualifier is not None for fact in place.facts)


def _range(place: Place) -> bool:
    return any(isinstance(fact.value, Quantity) and fact.value.amount is None for fact in place.facts)


def _word(place: Place) -> bool:
    return any(fact.precision and fact.precision[0].word for fact in place.facts)


def _per(place: Place) -> bool:
    amounts = [fact.value for fact in place.facts if isinstance(fact.value, Money | Count)]
    return len({value.per for value in amounts}) > 1


def _percentages(place: Place) -> bool:
    return sum(isinstance(fact.value, Percent) for fact in place.facts) > 1


def _noun(place: Place) -> bool:
    tags = {item.tag for item in place.around}
    return "movement" in tags and not tags & {"moved", "moved_before"}


def _coarse(place: Place) -> bool:
    return any(_has_one_digit(fact) for fact in place.facts)


def _has_one_digit(fact: Fact) -> bool:
    amount = fact.value.amount if isinstance(fact.value, Quantity) else None
    return (
        amount is not None and bool(fact.precision) and abs(Fraction(amount)) < 10 * Fraction(fact.precision[0].digit)
    )


FEATURES: tuple[Feature, ...] = (
    Feature("across_sentences", "its figures stand in several sentences", lambda place: place.sentences > 1),
    Feature("another_between", "another figure of the kind stands between its figures", _another),
    Feature("clause_between", "the border of a clause lies between its figures", _inside(_CLAUSE)),
    Feature("bracket_between", "a bracket opens or closes between its figures", _inside(_BRACKETS)),
    Feature("both_ways", "words around it say up as well as down", _ways),
    Feature("forecast", "a word of forecast stands near it", _has("expected")),
    Feature("several_times", "two dates or durations stand between its figures", _times),
    Feature("dated", "a date stands near it that ended weeks before publication", _dated),
    Feature("entry", "its sentence is an entry of a chronicle: a date, a dash", lambda place: place.is_entry),
    Feature("extreme", "a word such as high, low or peak stands near it", _extreme),
    Feature("noun", "only a noun says that something moved", _noun),
    Feature("bare", "a level is a number without a unit", _bare),
    Feature("qualified", "a word loosens one of its figures", _loose),
    Feature("range", "one of its figures is a range", _range),
    Feature("in_words", "one of its figures is a word", _word),
    Feature("one_is_per", "one of its amounts is per something, another is not", _per),
    Feature("percentages", "its levels are percentages", _percentages),
    Feature("coarse", "one of its figures has one digit", _coarse),
    Feature("far_apart", "many words stand between its figures", lambda place: len(place.inside) > _FAR),
    Feature(
        "crowded",
        "many figures stand in its sentence",
        lambda place: sum(item.tag in _FIGURES for item in place.around) > _CROWD,
    ),
)
"""The features, in the order in which they are shown."""


class Places:
    """The places of figures in a document; each sentence is tagged once, when it is first asked for."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], language: Language) -> None:
        self._document = document
        self._sentences = sentences
        self._language = language
        self._starts = [each.start for each in sentences]
        self._tagged: dict[int, tuple[tuple[Item, ...], dict[int, int]]] = {}

    def features(self, facts: Sequence[Fact]) -> frozenset[str]:
        """Return the names of the features of the place where the figures of a relation stand."""
        place = self._place(sorted(facts, key=lambda fact: fact.start))
        return frozenset(each.name for each in FEATURES if each.holds(place))

    def _place(self, facts: Sequence[Fact]) -> Place:
        first, last = (self._sentence(fact) for fact in (facts[0], facts[-1]))
        items: list[Item] = []
        begin = end = 0
        for number in range(first, min(last, first + _MOST_SENTENCES) + 1):
            own, places = self._tags(number)
            if number == first:
                begin = places.get(facts[0].start, 0)
            end = len(items) + places.get(facts[-1].start, len(own) - 1)
            items += own
        return Place(
            facts,
            items[begin : end + 1],
            items[max(0, begin - _AROUND) : begin],
            items[end + 1 : end + 1 + _AROUND],
            last - first + 1,
            self._language,
            self._document.published,
            self._is_entry(self._sentences[first]),
        )

    def _is_entry(self, sentence: Sentence) -> bool:
        fact, text = self._document.facts[sentence.first], self._document.text
        leads = isinstance(fact.value, DateSpan) and text[sentence.start : fact.start].strip(_BULLETS) == ""
        dash = text[fact.end : fact.end + 2].strip()[:1] in _DASHES or any(f" {each} " in fact.text for each in _DASHES)
        return leads and dash

    def _sentence(self, fact: Fact) -> int:
        return max(0, bisect_right(self._starts, fact.start) - 1)

    def _tags(self, number: int) -> tuple[tuple[Item, ...], dict[int, int]]:
        """Return the items of a sentence, and the place of each figure among them by where it begins."""
        if number not in self._tagged:
            each = self._sentences[number]
            group = self._document.facts[each.first : each.last]
            items = tagged(self._document.text, (each.start, each.end), group, self._language).items
            self._tagged[number] = items, {item.fact.start: place for place, item in enumerate(items) if item.fact}
        return self._tagged[number]
