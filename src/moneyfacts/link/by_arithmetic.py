"""Movements whose words do not tie them, and whose arithmetic does.

"The shares rose 2.1 percent to $18.67 after closing at $18.29." No word says that $18.29 is the level before, but it
is: 18.67 / 1.021 is 18.286. Few levels stand near a percentage, and one that completes what is stated to the last digit
is meant. Only figures printed finely enough to prove it are tied so, only where they agree, and only where no second
one agrees as well; so what is tied here is never a conflict.

With percentages exchanged at random between the sentences of 4,000 articles, three levels fit for 100 that fit the
percentages which stand there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations
from typing import NamedTuple

from ..model.facts import Fact
from ..model.interval import Interval
from ..model.values import Change, Count, Direction, Measurement, Money, Percent, Quantity
from .across_sentences import Said
from .movement import as_change, same
from .relations import Link
from .tags import LETTERS, TagSequence

TIE = "level_that_fits"
SAID_AGAIN = "changes_that_fit"
_LEFT_OPEN = Fraction(15, 100)  # of an amount by which a level moved
_MOST_LEVELS = 12  # around a percentage
_FARTHEST, _FAR = 0.1, 0.5  # of a level, of a change: what is farther off needs no exact look
_FEW_LEVELS = 4  # in a sentence, two of which a percentage may lie between
_NEAR = 6  # tags
_BESIDE = 6  # characters
_CHANGED = ("pct", "change")
_LEVELS = ("prior", "current")
_WHOLE, _HUNDREDTH = Interval.point(1), Interval.point(Fraction(1, 100))


class Width(NamedTuple):
    """What figures may leave open: a share of the level, and a share of how far it moved."""

    level: Fraction
    move: Fraction


_WIDEST = Width(Fraction(2, 100), Fraction(40, 100))
_NARROW = Width(Fraction(6, 1000), Fraction(15, 100))  # for a level of another sentence, or of another movement


def complete_by_arithmetic(sentences: Sequence[Said]) -> None:
    """Put to the movements of sentences the levels that their words leave open and their figures prove."""
    levels = [list(_levels(said.tags)) for said in sentences]
    for place, said in enumerate(sentences):
        if 0 < len(levels[place]) <= _MOST_LEVELS:
            _say_again(said, levels[place])
        if 1 < len(levels[place]) <= _FEW_LEVELS:
            _grow(said, levels[place])
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


def _say_again(said: Said, levels: Sequence[Fact]) -> None:
    """Put to the movements of a sentence the change that says again, in the other way, how far a level moved.

    "Dropped 21.3 percent, ending down $7.19 at $26.55". What is tied to two levels, or says both already, is left.
    """
    both = {fact.start for link in said.links if _is_whole(link) for _, fact in link.roles}
    figures = [item.fact for item in said.tags.items if item.fact is not None and item.fact.start not in both]
    shares = [fact for fact in figures if _is_plain(fact) or isinstance(fact.value, Percent)]
    if not shares or not any(isinstance(fact.value, Change) for fact in figures):
        return
    pairs = [
        (change, level)
        for change in figures
        for level in levels
        if level.start not in both and level.start != change.start and _is_of(change, level)
    ]
    taken: set[int] = set()
    for pct in shares:
        fitting = [
            (found, level, role)
            for change, level in pairs
            if (way := _way(pct, change)) is not None and (isinstance(change.value, Change) or _are_close(pct, change))
            for role in _LEVELS
            if (found := _said_again(pct, change, way, level, role)) is not None
        ]
        if len({(found[1].start, level.typical, role) for found, level, role in fitting}) != 1:
            continue
        (rate, moved), level, role = fitting[0]
        if taken & (own := {rate.start, moved.start}):
            continue
        taken |= own
        roles = tuple(sorted((("pct", rate), ("change", moved), (role, level)), key=lambda each: each[1].start))
        said.links[:] = [link for link in said.links if not _is_part(link, own, level)]
        said.links.append(Link("movement", roles, _way(rate, moved), weak=True, tie=SAID_AGAIN))


def _grow(said: Said, levels: Sequence[Fact]) -> None:
    """Put to a percentage of a sentence the two levels that it proves to lie between, where no words do.

    "Plummeted 14.4 percent after his comment, to $17.84 from $20.86 in one day".
    """
    both = {fact.start for link in said.links if _is_whole(link) and link.get("pct") for _, fact in link.roles}
    for item in said.tags.items:
        pct = item.fact
        if pct is None or pct.start in both or not _is_plain(pct) or not isinstance(pct.value, Change):
            continue
        way = pct.value.direction
        fitting = [
            {"pct": pct, "prior": prior, "current": current}
            for prior, current in permutations(levels, 2)
            if _alike(prior, current) and _fits({"pct": pct, "prior": prior, "current": current}, way, _NARROW)
        ]
        if len({(each["prior"].typical, each["current"].typical) for each in fitting}) != 1:
            continue
        figures = {fact.start for fact in fitting[0].values()}
        said.links[:] = [link for link in said.links if not _is_within(link, figures)]
        roles = tuple(sorted(fitting[0].items(), key=lambda each: each[1].start))
        said.links.append(Link("movement", roles, way, weak=True, tie=TIE))


def _is_within(link: Link, figures: set[int]) -> bool:
    """Tell whether a movement says no more than some figures do."""
    return link.relation == "movement" and {fact.start for _, fact in link.roles} <= figures


def _is_whole(link: Link) -> bool:
    """Tell whether a movement lacks nothing: two levels, or a level with a change said in both ways."""
    stated = {role for role, _ in link.roles}
    return link.relation == "movement" and (stated >= {*_LEVELS} or stated >= {*_CHANGED})


def _is_part(link: Link, changes: set[int], level: Fact) -> bool:
    """Tell whether a movement says a part of what another says: one of its changes, and its level or none."""
    figures = {fact.start for _, fact in link.roles}
    return link.relation == "movement" and bool(figures & changes) and figures <= {*changes, level.start}


def _is_of(change: Fact, level: Fact) -> bool:
    """Tell whether an amount may be how far a level moved: in its unit."""
    one, other = change.value, level.value
    if isinstance(one, Change):
        if isinstance(other, Money):
            return not {*one.candidates}.isdisjoint(other.candidates)
        return isinstance(other, Count) and one.unit in ("count", "point") and not one.candidates
    return isinstance(one, Money) and isinstance(other, Money) and one.currency == other.currency


def _are_close(pct: Fact, amount: Fact) -> bool:
    """Tell whether an amount that no word makes a change stands right beside a percentage: "5.5 percent, or $1.91"."""
    return 0 <= max(pct.start, amount.start) - min(pct.end, amount.end) <= _BESIDE


def _way(*changes: Fact) -> Direction | None:
    """Return the way in which figures move that say so, None where none does or two are at odds."""
    ways = {fact.value.direction for fact in changes if isinstance(fact.value, Change)}
    return ways.pop() if len(ways) == 1 else None


def _said_again(pct: Fact, change: Fact, way: Direction, level: Fact, role: str) -> tuple[Fact, Fact] | None:
    """Return a percentage and an amount as the changes that their digits prove them to be of a level, else None."""
    rough, size, by = _size(level), _size(change), _size(pct)
    if rough and size and by is not None:
        start = rough if role == "prior" else rough - size if way == "up" else rough + size
        if abs(start * by / 100 - size) > _FAR * size:
            return None
    rate, moved, known = pct.typical, change.typical, level.typical
    if way not in ("up", "down") or rate is None or moved is None or known is None:
        return None
    base = known if role == "prior" else known - moved if way == "up" else known + moved
    if base.low is None or base.low <= 0 or moved.low is None or moved.high is None or moved.low <= 0:
        return None
    implied = base * rate * _HUNDREDTH
    if implied.low is None or implied.high is None or not implied.overlaps(moved):
        return None
    width = implied.high - implied.low + moved.high - moved.low
    if width > _LEFT_OPEN * (moved.high + moved.low) / 2:
        return None
    return as_change(pct, way), as_change(change, way)


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
    [role] = missing
    other = _LEVELS[1 - _LEVELS.index(role)]
    known = stated.pop(other)
    taken = {fact.start for _, fact in link.roles}
    fitting = []
    for level in around:
        if level.start in taken or not _alike(level, known):
            continue
        is_free = level.start in free
        if not is_free and (pct is None or not _of_one_subject(level, known)):
            continue
        widest = _WIDEST if is_free else _NARROW
        if _fits({**stated, other: known, role: level}, link.direction, widest):
            fitting.append((role, level, other))
        elif (
            is_free
            and level.start < known.start
            and _fits({**stated, role: known, other: level}, link.direction, _NARROW)
        ):
            fitting.append((other, level, role))  # "is at $61.05, down 22 percent from its peak at $78.40"
    if len({(each, level.typical) for each, level, _ in fitting}) != 1:
        return None  # the same level stated again is not another
    role, level, other = fitting[0]
    roles = (*stated.items(), (other, known), (role, level))
    ordered = tuple(sorted(roles, key=lambda each: each[1].start))
    return Link("movement", ordered, link.direction, weak=True, tie=TIE)


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


def _fits(figures: dict[str, Fact], way: Direction | None, widest: Width) -> bool:
    """Tell whether figures prove by their digits that they are of one movement."""
    if way not in ("up", "down") or not _may_fit(figures, way):
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


def _may_fit(figures: dict[str, Fact], way: Direction) -> bool:
    """Tell whether figures are near enough to each other to be worth an exact look."""
    sizes = {role: size for role, fact in figures.items() if (size := _size(fact)) is not None}
    prior, current, sign = sizes.get("prior"), sizes.get("current"), 1 if way == "up" else -1
    if not prior or not current:
        return True
    implied = [
        prior * (1 + sign * sizes["pct"] / 100) if role == "pct" else prior + sign * sizes[role]
        for role in _CHANGED
        if role in sizes
    ]
    return all(abs(each - current) <= _FARTHEST * current for each in implied)


def _size(fact: Fact) -> float | None:  # only to pass over what is far off
    amount = fact.value.amount if isinstance(fact.value, Quantity) else None
    return None if amount is None else float(amount)  # as above


def _leaves_little_to_chance(implied: Interval, current: Interval, prior: Interval, widest: Width) -> bool:
    """Tell whether a level is printed and implied so finely that few others would fit as well."""
    if implied.low is None or implied.high is None or current.low is None or current.high is None:
        return False
    if prior.low is None or prior.high is None or prior.low <= 0 or current.low <= 0:
        return False
    middle = (current.low + current.high) / 2
    moved = abs(middle - (prior.low + prior.high) / 2)
    width = implied.high - implied.low + current.high - current.low
    return width <= widest.level * middle and width <= widest.move * moved
