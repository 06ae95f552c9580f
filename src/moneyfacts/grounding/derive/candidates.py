"""Where a derivation may take its figures from: sentences near the claim's own, and what they tie together.

Over all pairs of a long document something always fits. So two figures count together only where one sentence or two
neighbours tell them, among the few that share most words with the claim's; or where the claim's sentence itself states
one of the two, and the other stands beside that in its source, or in one of those few.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

from ...link import Link
from ...link.relations import Relation
from ...model.facts import Fact
from ...model.values import DateSpan
from ..amounts import amount_of
from ..indexed import IndexedDocument
from ..matches import ClaimFigure
from .derivation import Level

MOST_FIGURES = 30  # of a source, that are taken together
MOST_SENTENCES = 3  # of a source, in which a derivation is looked for
NEIGHBOURS = 2  # sentences on either side of a figure that the claim's sentence states
LEAST_WORDS = 2  # that a sentence shares with the claim's, or all of those that any shares


class Candidates:
    """Sentences of a source that speak of what a figure of the claim does, in their order.

    `anchors` are the places of the figures that the claim's sentence, and the one before it, state themselves.
    """

    def __init__(self, asked: ClaimFigure, text: IndexedDocument, anchors: frozenset[int]) -> None:
        self.asked = asked
        self.text = text
        self.anchors = anchors
        self.shared = text.nearest(asked.text.words(asked.text.sentence(asked.place)), MOST_SENTENCES)

    @cached_property
    def numbers(self) -> list[int]:
        """The sentences in which figures are looked for: the nearest, those of the anchors, and neighbours."""
        core = {*self.shared, *(self.text.sentence(place) for place in self.anchors)}
        around = {number + step for number in core for step in range(-NEIGHBOURS, NEIGHBOURS + 1)}
        return [number for number in sorted(around) if 0 <= number < len(self.text.sentences)]

    @cached_property
    def levels(self) -> list[Level]:
        """The figures of these sentences that are no changes and no ranges."""
        return [level for level in self.figures if level.amount.way is None and not level.amount.is_range]

    @cached_property
    def figures(self) -> list[Level]:
        """The figures of these sentences but dates: the first so many of them, where a table makes them endless."""
        text = self.text
        found = (
            Level(text, amount, number, place)
            for number in self.numbers
            for place in range(text.sentences[number].first, text.sentences[number].last)
            if (amount := amount_of(text.document.facts[place]))
        )
        return list(islice(found, MOST_FIGURES))

    @property
    def dates(self) -> Iterator[tuple[int, Fact]]:
        """The dates of these sentences, the first so many of them, each with the number of its sentence."""
        every = ((number, fact) for number in self.numbers for fact in self.text.facts_of(number))
        return islice((each for each in every if isinstance(each[1].value, DateSpan)), MOST_FIGURES)

    def pairs(self, levels: Sequence[Level]) -> Iterator[tuple[Level, Level]]:
        """Yield the pairs of figures that may be taken together, in the order of the text."""
        for place, first in enumerate(levels):
            for second in levels[place + 1 :]:
                if self.are_together(first, second):
                    yield first, second

    def are_together(self, first: Level, second: Level) -> bool:
        """Tell whether two figures may be taken together."""
        if first.place in self.anchors or second.place in self.anchors:
            beside = abs(first.number - second.number) <= NEIGHBOURS
            return beside or {first.number, second.number} <= self.around_anchors
        return first.number == second.number and self.shared.get(first.number, 0) >= LEAST_WORDS

    @cached_property
    def around_anchors(self) -> set[int]:
        """The sentences of the anchors, and the nearest ones."""
        return {*self.shared, *(self.text.sentence(place) for place in self.anchors)}

    @cached_property
    def links(self) -> Sequence[Link]:
        """What is tied together in them."""
        return self.text.links(tuple(self.numbers))

    def tied(self, *relations: Relation) -> list[frozenset[int]]:
        """Return where the figures start that a link of one of some relations ties, for each link."""
        return [frozenset(fact.start for _, fact in link.roles) for link in self.links if link.relation in relations]
