"""Movements whose words do not tie them, and whose arithmetic does.

"The shares rose 2.1 percent to $18.67 after closing at $18.29." No word says that $18.29 is the level before, but it
is: 18.67 / 1.021 is 18.286. Few levels stand near a percentage, and one that completes what is stated to the last digit
is meant. Only figures printed finely enough to prove it are tied so, only where they agree, and only where no second
one agrees as well; so what is tied here is never a conflict.

With percentages exchanged at random between the sentences of 10,000 articles, less than one level fits for 100 that fit
the percentages which stand there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ..model.facts import Fact
from ..model.interval import Interval
from ..model.values import Change, Count, Direction, Measurement, Money, Percent
from .across_sentences import Said
from .movement import same
from .relations import Link
from .tags import LETTERS, TagSequence

TIE = "level_that_fits"
_WIDEST = Fraction(2, 100)  # of a level: what the figures leave open
_NARROW = Fraction(6, 1000)  # the same for a level of another sentence, or of another movement
_WIDEST_MOVE = Fraction(15, 100)  # of how far it moved
_MOST_LEVELS = 12  # around a percentage
_NEAR = 6  # tags
_CHANGED = ("pct", "change")
_LEVELS = ("prior", "current")
_WHOLE, _HUNDREDTH = Interval.point(1), Interval.point(Fraction(1, 100))


def complete_by_arithmetic(sentences: Sequence[Said]) -> None:
    """Put to the movements of sentences the levels that their words leave open and their figures prove."""
    levels = [list(_levels(said.tags)) for said in sentences]
    for place, said in enumerate(sentences):
        around = [
            fact
            for other in (place, place - 1, place + 1)
            if 0 <= other < len(sentences) and abs(sentences[other].number - said.number) <= 1
            for fact in levels[other]
        ]
        if not 1 < len(around) <= _MOST_LEVELS:
            continue
        moved = {fact.start for link in said.links if _is_told(link) for _, fact in link.roles}
        free = frozenset(fact.start for fact in levels[place]) - moved
        for index, link in enumerate(said.links):
            if link.relation == "movement" and (more := _extended(link, around, free)) is not None:
                said.links[index] = more


def _is_told(link: Link) -> bool:
    """Tell whether a link says how a level moved."""
    return link.relation == "movement" and len(link.roles) > 1


def _levels(tags: TagSequence) -> Iterator[Fact]:
    """Yield what may be a level: money, things and measurements, but for what was expected."""
    for place, item in enumerate(tags.items):
        if item.fact is not None and item.tag == "amount":
            near = tags.code[max(0, place - _NEAR) : place + _NEAR + 1]
            if LETTERS["expected"] not in near:
                yield item.fact


def _is_plain(change: Fact) -> bool:
    """Tell whether a figure is a change in percent, over the time between its levels."""
    value = change.value
    return isinstance(value, Change) and value.unit == "percent" and value.basis != "annualized"


def _extended(link: Link, around: Sequence[Fact], free: frozenset[int]) -> Link | None:
    """Return a movement with the level that it lacks, None where not exactly one fits.

    `free` are the places of levels in its own sentence that nothing else is said of. Others have to fit more closely.
    """
    stated = dict(link.roles)
    missing = [role for role in _LEVELS if role not in stated]
    pct = stated.get("pct")
    if len(missing) != 1 or not stated.keys() & {*_CHANGED} or (pct is not None and not _is_plain(pct)) or link.losses:
        return None
    known = stated[_LEVELS[1 - _LEVELS.index(missing[0])]]
    taken = {fact.start for _, fact in link.roles}
    fitting = [
        level
        for level in around
        if level.start not in taken
        and _alike(level, known)
        and (level.start in free or (pct is not None and _of_one_subject(level, known)))
        and _fits({**stated, missing[0]: level}, link.direction, _WIDEST if level.start in free else _NARROW)
    ]
    if len({level.typical for level in fitting}) != 1:
        return None  # the same level stated again is not another
    roles = sorted((*link.roles, (missing[0], fitting[0])), key=lambda role: role[1].start)
    return Link("movement", tuple(roles), link.direction, weak=True, tie=TIE)


def _alike(one: Fact, other: Fact) -> bool:
    """Tell whether two figures are levels in one unit."""
    if not same(one, other):
        return False
    a, b = one.value, other.value
    if isinstance(a, Money) and isinstance(b, Money):
        return a.currency == b.currency
    return type(a) is type(b) and isinstance(a, Money | Count | Measurement) and not isinstance(a, Percent)


def _of_one_subject(one: Fact, other: Fact) -> bool:
    """Tell whether the text names no two subjects for two figures."""
    subjects = {fact.context.subject.casefold() for fact in (one, other) if fact.context.subject}
    return len(subjects) < 2


def _fits(figures: dict[str, Fact], way: Direction | None, widest: Fraction) -> bool:
    """Tell whether figures prove by their digits that they are of one movement."""
    if way not in ("up", "down"):
        return False
    prior, current = figures["prior"].typical, figures["current"].typical
    for role in _CHANGED:
        if role not in figures:
            continue
        change = figures[role].typical
        if prior is None or current is None or change is None:
            return False
        signed = change if way == "up" else -change
        implied = prior * (_WHOLE + signed * _HUNDREDTH) if role == "pct" else prior + signed
        if not implied.overlaps(current) or not _leaves_little_to_chance(implied, current, prior, widest):
            return False
    return True


def _leaves_little_to_chance(implied: Interval, current: Interval, prior: Interval, widest: Fraction) -> bool:
    """Tell whether a level is printed and implied so finely that few others would fit as well."""
    if implied.low is None or implied.high is None or current.low is None or current.high is None:
        return False
    if prior.low is None or prior.high is None or prior.low <= 0 or current.low <= 0:
        return False
    middle = (current.low + current.high) / 2
    moved = abs(middle - (prior.low + prior.high) / 2)
    width = implied.high - implied.low + current.high - current.low
    return width <= widest * middle and width <= _WIDEST_MOVE * moved
