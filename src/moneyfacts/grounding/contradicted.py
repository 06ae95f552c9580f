"""What a source says instead: another value for the same subject, measure and time, or the nearest figure it has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from ..model.facts import Fact
from ..model.values import Count
from .amounts import Amount, amount_of, fits, same_unit
from .clauses import STEM, Clause
from .indexed import IndexedDocument
from .matches import ClaimFigure, Likeness, Match, alike, nouns_differ
from .topic import same_measure

MOST_SENTENCES = 40  # of a source, in which another value of the same thing is looked for
_FARTHEST = Fraction(99, 100)  # of the greater, that two values of one thing lie apart
_FARTHEST_PLACE = 12  # figures on either side of one, in its sentence, that it is told apart from
_ENOUGH_WORDS = 2  # that two clauses share
_POINTS = ("percent", "points")
_SCALES = frozenset(Fraction(10) ** power for power in (-9, -8, -6, -4, -3, 3, 4, 6, 8, 9))


class Beside(NamedTuple):
    """A figure of a source that is like one of the claim, but not it."""

    likeness: Likeness
    distance: Fraction
    text: IndexedDocument
    place: int

    @property
    def fact(self) -> Fact:
        """The figure itself."""
        return self.text.document.facts[self.place]


def rival(asked: ClaimFigure, amount: Amount, match: Match, sources: Sequence[IndexedDocument]) -> Beside | None:
    """Return a figure that has more of the claim's own words than the one that is equal, and another value.

    Then the equal one is of something else: "Denby's margin was 9.1%" of "Marlow's margin was 9.1%, Denby's 11.4%". In
    the sentence of the equal figure all words of the clauses count, in others only names and times.
    """
    mine = asked.text.clause(asked.place)
    if not mine.words:
        return None
    allowed = amount.allows
    found = (
        Beside(likeness, abs(amount.low - other.low), text, place)
        for text, place, other in _rivals(amount, match, mine, sources)
        if _is_named_so(asked, match, text, place)
        and _could_be(amount, other)
        and not fits(amount, other, allowed)
        and (likeness := alike(asked, text, place))
    )
    return max(found, key=_sureness, default=None)


def _rivals(
    amount: Amount, match: Match, mine: Clause, sources: Sequence[IndexedDocument]
) -> Iterator[tuple[IndexedDocument, int, Amount]]:
    """Yield the figures beside the equal one, and those of the sentences that have the claim's names and times."""
    own = match.text.sentence(match.place)
    for text in sources:
        numbers = {*text.nearest(mine.names | mine.times, MOST_SENTENCES)}
        for number in numbers | ({own} if text is match.text else set()):
            for place, other in text.amounts_in(number, amount.dimension):
                if number != own or abs(place - match.place) <= _FARTHEST_PLACE:
                    yield text, place, other


def _is_named_so(asked: ClaimFigure, match: Match, text: IndexedDocument, place: int) -> bool:
    """Tell whether a figure has more of the claim's own words than the one that is equal."""
    mine, equal = asked.text.clause(asked.place), match.text.clause(match.place)
    clause, number, sentence = text.clause(place), text.sentence(place), match.text.sentence(match.place)
    is_own = text is match.text and number == sentence
    if is_own and mine.words & equal.words < mine.words & clause.words:
        return True
    if not is_own:
        said = asked.text.words(asked.text.sentence(asked.place))
        if len(said & text.words(number)) < match.likeness.words:
            return False
    return _is_better_named(mine, clause, equal, match.text.words(sentence), is_own)


def _could_be(claim: Amount, other: Amount) -> bool:
    return same_unit(claim.fact.value, other.fact.value) and (other.way is None) == (claim.way is None)


def _is_better_named(mine: Clause, rival: Clause, equal: Clause, sentence: frozenset[str], is_own: bool) -> bool:
    """Tell whether a clause has all of the claim's keys that the equal figure's has, and one more in its place.

    In the equal figure's own sentence that holds them both the clause alone tells.
    """
    lacking = False
    for wanted, has, had in zip(mine.keys, rival.keys, equal.keys, strict=True):
        if not wanted & had <= has:
            return False
        more = (wanted & has) - had
        lacking = lacking or bool((more if is_own else more - sentence) and had - wanted)
    return lacking


def contradiction(
    asked: ClaimFigure, amount: Amount, sources: Sequence[IndexedDocument], used: frozenset[tuple[int, int]]
) -> Beside | None:
    """Return the figure of a source that has another value for the same thing, None where there is none.

    It has the same subject and measure, or most of the words of its clause, and bears out no other figure of the claim
    (`used`: sources and places); or its digits are the claim's, in another scale, direction or unit.
    """
    against = [
        each
        for each in _beside(asked, amount, sources)
        if (each.text.place, each.place) not in used and _is_of_the_same(asked, amount, each)
    ]
    return max(against, key=_sureness, default=None) or max(_slips(asked, amount, sources), key=_sureness, default=None)


def _slips(asked: ClaimFigure, amount: Amount, sources: Sequence[IndexedDocument]) -> Iterator[Beside]:
    """Yield the figures of the sources that the claim's is but for its scale, its direction, or its unit."""
    for source in sources:
        for dimension in _mistaken_for(amount, source):
            for number in _near(asked, source):
                for place, other in source.amounts_in(number, dimension):
                    if _is_slip(amount, other) and (likeness := alike(asked, source, place)):
                        yield Beside(likeness, Fraction(0), source, place)


def _near(asked: ClaimFigure, source: IndexedDocument) -> Iterable[int]:
    """Return the sentences of a source that share most words with the claim's, and those that name its subject."""
    stems = asked.text.words(asked.text.sentence(asked.place))
    names = {name[:STEM] for name in asked.text.topic(asked.place).names}
    return source.nearest(stems | names, MOST_SENTENCES)


def _mistaken_for(amount: Amount, source: IndexedDocument) -> list[str]:
    """Return the dimensions of a source in which a figure may stand for one of the claim's dimension."""
    if amount.dimension in _POINTS:
        return [dimension for dimension in _POINTS if dimension in source.amounts]
    kind = amount.dimension.partition(" per ")[0]
    return [dimension for dimension in source.amounts if dimension.partition(" per ")[0] == kind]


def _is_slip(claim: Amount, source: Amount) -> bool:
    """Tell whether two figures differ in one thing only: their scale, their direction or their unit."""
    if claim.is_range or source.is_range or not source.low:
        return False
    turned = {claim.way, source.way} == {"up", "down"}
    alike = claim.dimension == source.dimension and same_unit(claim.fact.value, source.fact.value)
    if claim.low == source.low:
        return turned if alike else not turned
    return alike and not turned and claim.low / source.low in _SCALES


def nearest(asked: ClaimFigure, amount: Amount | None, sources: Sequence[IndexedDocument]) -> Beside | None:
    """Return the figure of the sources that is most like one of the claim, None where none is of its kind."""
    return None if amount is None else max(_beside(asked, amount, sources), key=_sureness, default=None)


def _beside(asked: ClaimFigure, amount: Amount, sources: Sequence[IndexedDocument]) -> Iterator[Beside]:
    for source in sources:
        for number in _near(asked, source):
            for place, other in source.amounts_in(number, amount.dimension):
                if likeness := alike(asked, source, place):
                    size = max(abs(amount.low), abs(other.low))
                    yield Beside(likeness, abs(amount.low - other.low) / size if size else size, source, place)


def _sureness(beside: Beside) -> tuple[Likeness, Fraction]:
    return beside.likeness, -beside.distance


def _is_of_the_same(asked: ClaimFigure, amount: Amount, beside: Beside) -> bool:
    """Tell whether a figure that is not the claim's, and cannot be, is told of the same thing."""
    likeness, other = beside.likeness, beside.text.topic(beside.place)
    told = amount_of(beside.fact)
    if told is None or told.allows.overlaps(amount.allows):
        return False  # one of the two is finer
    if not same_unit(asked.fact.value, beside.fact.value) or beside.distance > _FARTHEST:
        return False
    way = beside.fact.value.direction if hasattr(beside.fact.value, "direction") else None
    if (way is None) != (amount.way is None):
        return False
    mine = asked.text.topic(asked.place)
    shared = asked.text.clause(asked.place).words & beside.text.clause(beside.place).words
    if len(shared) >= _ENOUGH_WORDS:
        return True
    if isinstance(asked.fact.value, Count):
        return bool(shared) and asked.fact.value.of is not None and not nouns_differ(asked, beside.fact)
    return likeness.subject and same_measure(mine, other) == "same"
