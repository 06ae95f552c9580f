"""The texts of a grounding: a claim and its sources, each with its figures by dimension and the words around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cached_property

from ..checks.run import certain
from ..link import Link, links
from ..model.facts import Fact
from ..model.grounding import Evidence
from ..read.sentences import Sentence
from ..resolve.reading import Reading
from .amounts import Amount, amount_of
from .clauses import Clause, clause_of, stems
from .topic import Topic, topic_of


def _power(size: Fraction) -> int:
    """Return about which power of two a number is: one of 8 is 2 to 4, and 8 itself is among those of 3 and 4."""
    return size.numerator.bit_length() - size.denominator.bit_length()


class IndexedDocument:
    """A document as it is read, and as grounding looks at it; everything is made when it is first asked for."""

    def __init__(self, place: int, reading: Reading) -> None:
        self.place = place
        self.document = reading.document
        self.sentences = reading.sentences
        self.language = reading.language
        self.layout = reading.layout
        self._starts = [sentence.start for sentence in self.sentences]
        self._firsts = [sentence.first for sentence in self.sentences]
        self._words: dict[int, frozenset[str]] = {}
        self._topics: dict[int, Topic] = {}
        self._clauses: dict[int, Clause] = {}
        self._links: dict[tuple[int, ...], Sequence[Link]] = {}
        self._held: dict[str, frozenset[int]] = {}

    def evidence(self, fact: Fact) -> Evidence:
        """Return a fact as evidence, in its place in the text as given."""
        return self.layout.placed(Evidence(self.place, fact.text, fact.start, fact.end))

    @cached_property
    def amounts(self) -> dict[str, list[tuple[int, Amount]]]:
        """The figures by their dimension, each with its place among the facts."""
        found: dict[str, list[tuple[int, Amount]]] = defaultdict(list)
        for place, fact in enumerate(self.document.facts):
            if amount := amount_of(fact):
                found[amount.dimension].append((place, amount))
        return found

    @cached_property
    def _by_size(self) -> dict[tuple[str, int], list[tuple[int, Amount]]]:
        """The figures by dimension and power of two."""
        found: dict[tuple[str, int], list[tuple[int, Amount]]] = defaultdict(list)
        for dimension, figures in self.amounts.items():
            for place, amount in figures:
                for power in {_power(amount.low), _power(amount.high)}:
                    found[dimension, power].append((place, amount))
        return found

    def amounts_near(self, dimension: str, low: Fraction, high: Fraction) -> Iterator[tuple[int, Amount]]:
        """Yield the figures of a dimension one of whose ends is between two sizes, and some that are not."""
        powers = sorted((_power(low), _power(high)))
        seen = set()
        for power in range(powers[0] - 1, powers[1] + 2):
            for place, amount in self._by_size.get((dimension, power), ()):
                if place not in seen:
                    seen.add(place)
                    yield place, amount

    def sentence(self, place: int) -> int:
        """Return the number of the sentence that a fact stands in, among those with figures."""
        return bisect_right(self._firsts, place) - 1

    def facts_of(self, number: int) -> tuple[Fact, ...]:
        """Return the facts of a sentence."""
        sentence = self.sentences[number]
        return self.document.facts[sentence.first : sentence.last]

    def topic(self, place: int) -> Topic:
        """Return what a fact is about."""
        topic = self._topics.get(place)
        if topic is None:
            topic = self._topics[place] = topic_of(self.document.facts[place].context, self.language)
        return topic

    def links(self, numbers: tuple[int, ...]) -> Sequence[Link]:
        """Return what is surely tied together in some sentences: neighbours are looked at as such, others alone."""
        found = self._links.get(numbers)
        if found is None:
            runs: list[list[int]] = []
            for number in numbers:
                if runs and number == runs[-1][-1] + 1:
                    runs[-1].append(number)
                else:
                    runs.append([number])
            chosen = ([self.sentences[number] for number in run] for run in runs)
            tied = (link for run in chosen for link in links(self.document, self.language, run))
            found = self._links[numbers] = certain(tied)
        return found

    def names_measure(self, place: int) -> bool:
        """Tell whether the sentence of a fact names its measure itself: its context may have it from the one before."""
        sentence, measure = self.sentences[self.sentence(place)], self.document.facts[place].context.measure
        return measure is not None and measure in self.document.text[sentence.start : sentence.end]

    def names_subject(self, place: int) -> bool:
        """Tell whether the sentence of a fact names its subject itself, before the fact."""
        fact, sentence = self.document.facts[place], self.sentences[self.sentence(place)]
        subject = fact.context.subject
        return subject is not None and subject in self.document.text[sentence.start : fact.start]

    def names_period(self, place: int) -> bool:
        """Tell whether the sentence of a fact names its time itself: its context may have it from the one before."""
        period = self.document.facts[place].context.period
        return any(fact.value == period for fact in self.facts_of(self.sentence(place)))

    def words(self, number: int) -> frozenset[str]:
        """Return the stems of the words of a sentence that say what it is about, figures left out."""
        found = self._words.get(number)
        if found is None:
            found = self._words[number] = frozenset(self._stems(self.sentences[number]))
        return found

    def _stems(self, sentence: Sentence) -> list[str]:
        pieces, position = [], sentence.start
        for fact in self.document.facts[sentence.first : sentence.last]:
            pieces.append(self.document.text[position : fact.start])
            position = max(position, fact.end)
        pieces.append(self.document.text[position : sentence.end])
        return stems(" ".join(pieces), self.language)

    def clause(self, place: int) -> Clause:
        """Return the clause that a fact stands in."""
        found = self._clauses.get(place)
        if found is None:
            sentence = self.sentences[self.sentence(place)]
            facts = self.document.facts[sentence.first : sentence.last]
            found = self._clauses[place] = clause_of(
                self.document.text, sentence.start, facts, place - sentence.first, sentence.end, self.language
            )
        return found

    @cached_property
    def casefolded(self) -> str:
        """The text, to look for names in."""
        return self.document.text.casefold()

    def holds(self, stem: str) -> bool:
        """Tell whether a word with this stem stands in the text."""
        return bool(stem) and next(self._places(stem), None) is not None

    def numbers_with(self, stems: Iterable[str]) -> Counter[int]:
        """Return the sentences, among those with figures, that hold words with some stems, and how many of them."""
        found: Counter[int] = Counter()
        for stem in stems:
            found.update(self._holding(stem))
        return found

    def _holding(self, stem: str) -> frozenset[int]:
        """Return the sentences, among those with figures, in which a word with a stem stands."""
        found = self._held.get(stem)
        if found is None:
            numbers = ((bisect_right(self._starts, place) - 1, place) for place in self._places(stem))
            held = (number for number, place in numbers if number >= 0 and place < self.sentences[number].end)
            found = self._held[stem] = frozenset(held)
        return found

    def nearest(self, stems: frozenset[str], most: int) -> dict[int, int]:
        """Return the sentences that hold most of some stems, each with how many of them."""
        counts = self.numbers_with(stems)
        return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:most])

    def _places(self, stem: str) -> Iterator[int]:
        """Yield where a word with a stem begins; where words are not spaced, wherever it stands."""
        text, position = self.casefolded, -1
        while (position := text.find(stem, position + 1)) >= 0:
            if self.language.words.unspaced or not text[position - 1 : position].isalnum():
                yield position

    def amounts_in(self, number: int, dimension: str) -> list[tuple[int, Amount]]:
        """Return the figures of a sentence that are of a dimension, each with its place among the facts."""
        figures, sentence = self.amounts.get(dimension, []), self.sentences[number]
        first = bisect_left(figures, sentence.first, key=lambda each: each[0])
        last = bisect_left(figures, sentence.last, key=lambda each: each[0])
        return figures[first:last]

    def subjects(self, place: int) -> frozenset[str]:
        """Return the stems of the name that the sentence of a fact begins with, if it does not only report."""
        fact, number = self.document.facts[place], self.sentence(place)
        subject, sentence = fact.context.subject, self.sentences[number]
        before = self.document.text[sentence.start : fact.start]
        if subject is None or subject not in before or not self._is_name(subject):
            return frozenset()
        said = before.casefold().split()
        return (
            frozenset()
            if not self.language.dates.reporting.isdisjoint(said)
            else frozenset(stems(subject, self.language))
        )

    def _is_name(self, subject: str) -> bool:
        """Tell whether a subject is a name, and not the noun that its sentence begins with."""
        if " " in subject:
            return True
        text, position = self.document.text, -1
        while (position := text.find(subject, position + 1)) >= 0:
            before = text[max(position - 3, 0) : position].rstrip(" ,")
            if text[position - 1 : position] == " " and before[-1:].isalpha():
                return True
        return False
