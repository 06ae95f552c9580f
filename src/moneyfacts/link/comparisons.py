"""What holds one level against another without saying that it moved: "above", "beating", "better than".

Such words may hold it against anything: a limit, a rank, another firm, a number of analysts. So the two have to be
levels of one thing by what they are and by the words between, and where that is not sure the link is weak.
"""

from __future__ import annotations

from fractions import Fraction

from ..lang.language import Language
from ..model.facts import Fact
from ..model.interval import Interval
from ..model.values import Count, Money, Percent, Quantity
from .patterns import Found, expression
from .tags import Item

COMPARISONS = frozenset({"level_beyond", "level_above", "level_beyond_bracket"})
# what is held against another already, or what another is held against: "compared with 9 cents, beating the 8 expected"
_HELD = expression("<from|versus|than|beat|qualifier> <word|movement|of|expected|earlier|date>{0,6}$").search
_ANOTHER = expression("<,|break|and> <word|movement|of|expected|break>{2,} <than|beat|qualifier|moved>").search
_AND_BEYOND = expression("<and><than>").search
_NEAR = 2
_SIZE = Interval(Fraction(1, 4), Fraction(4))


def is_of_another(found: Found, current: Fact, prior: Fact, language: Language) -> bool:
    """Tell whether two levels are not held against each other, by their kinds or by words before either."""
    tags, at, before = found.tags, found.groups["moved"], found.groups["base"]
    if _HELD(tags.code[:at]):
        return True
    if any(item.word in language.changes.apart for item in tags.items[max(0, before - _NEAR) : before]):
        return True  # "missing the estimate by 3 cents" says by how much
    one, other = current.value, prior.value
    if isinstance(one, Money) and isinstance(other, Money):
        return {*one.candidates}.isdisjoint(other.candidates)  # "at $1.29, ahead of a sale of 2 billion euros"
    return isinstance(one, Count) and isinstance(other, Count) and _are_of_two_things(current, one, prior, other)


def is_loose(found: Found, language: Language) -> bool:
    """Tell whether words or figures leave it open that two levels are of one thing, or which is the greater."""
    facts = [fact for role in ("moved", "base") for fact in found.facts(role)]
    items, code = found.tags.items[found.start : found.end + _NEAR], found.tags.code[found.start : found.end]
    shares = any(isinstance(fact.value, Percent) for fact in facts)
    if any(map(_is_range, facts)) or _ANOTHER(code) or (shares and _AND_BEYOND(code)):
        return True  # "to 5.6 percent this year and below 3 percent in 2012"
    expected = found.tags.has("expected", found.start, found.end + _NEAR)
    return _judges(items, language) and (shares or not expected)  # a ratio that is beaten may be lower


def _are_of_two_things(current: Fact, one: Count, prior: Fact, other: Count) -> bool:
    """Tell whether what two counts are of makes two things of them: "an index of 55.5 topped 74 economists"."""
    nouns = [count.of.casefold().rpartition(" ")[2] if count.of else None for count in (one, other)]
    if nouns[1] is not None:
        return nouns[0] != nouns[1]
    level, base = current.typical, prior.typical
    return nouns[0] is not None and level is not None and base is not None and not (level * _SIZE).overlaps(base)


def _is_range(fact: Fact) -> bool:
    return isinstance(fact.value, Quantity) and fact.value.amount is None


def _judges(items: tuple[Item, ...], language: Language) -> bool:
    return any(item.word in language.links.judging for item in items)
