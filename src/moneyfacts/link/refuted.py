"""What shows that the figures of a pattern are not those of one movement: the pattern is refuted, a later one may fit.

Words do ("falling from 2 to 4 percent" is a range), or kinds and sizes (an index "topped the guess of 74 economists").
"""

from __future__ import annotations

from fractions import Fraction

from ..lang.language import Language
from ..model.facts import Fact
from ..model.interval import Interval
from ..model.values import Change, Count, Direction, Measurement, Percent
from .comparisons import COMPARISONS, is_of_another
from .doubts import CURRENT, NEAR, PRIOR, are_near, in_another_currency, lead_of, place_of
from .patterns import Found, expression
from .tags import letters

_LOOSE = frozenset(
    {"level_beyond", "level_above", "level_moved_to", "level_moved_by_from", "level_moved_by_than", "level_times_base"}
)
_ALL = 100
_NEARLY = Interval(Fraction(1, 4), Fraction(4))
# ", trading from": words of another clause between a comma and what leads to the level before
_ELSEWHERE = expression(",<date|earlier|of|moved>*<word|movement><word|moved|movement|date|and>*$").search
_FROM = expression("<from|including><word|movement|of|earlier|date>{0,4}$").search
_OUT_OF = expression("<out_of>$|<amount|percent><word>?<of><word|expected>{0,2}$").search
_LEVEL_BEFORE = expression("<amount|percent><neutral|break>{0,6},?<word|moved>{0,2}$").search
_BEYOND = letters("than", "qualifier", "beat")
_ANOTHERS = expression("<from|versus><date><word|movement>{2,}$").search
_LISTED = expression("<word|date|of|movement>{0,4}<and|,><word|of>{0,2}<amount|percent|relative>").match
_AND = expression("<amount|percent|relative><word|date|of|movement>{0,4}<and><word|of>{0,2}$").search
_BY_ANOTHER = expression(",<word>{2,}").search
_FOR_EVERY = expression("<amount|percent><word>{2,}").match
_ABOVE = expression("<than|qualifier>").match
_AFTER_VERB = expression("<moved|moved_before>$").search


def is_refuted(
    found: Found, current: Fact, prior: Fact, change: Fact | None, way: Direction | None, language: Language
) -> bool:
    """Tell whether words or figures say that two levels are not those of one movement."""
    if found.pattern in COMPARISONS and is_of_another(found, current, prior, language):
        return True
    at, before = (place_of(found, names) for names in (CURRENT, PRIOR))
    if _words_refute(found, at, before, language) or _figures_refute(found, current, prior, change):
        return True
    code = found.tags.code
    if change is not None and found.pattern.startswith("level_moved_by") and not _BEYOND.isdisjoint(code[at:before]):
        return found.tags.has("expected", at, before + NEAR)
    if found.pattern == "moved_from_to" and _contradicts(current, prior, way):
        # "now $1, down from $1.09 to $1.13": a range before; "falling from 2 to 4 percent": by so much
        return bool(_LEVEL_BEFORE(code[: found.start])) or are_near(current, prior) or _are_percentages(current, way)
    return False


def _words_refute(found: Found, at: int, before: int, language: Language) -> bool:
    """Tell whether the words before, between or after two levels, in their places, speak of another."""
    code, spaced = found.tags.code, not language.words.unspaced
    match found.pattern:
        case "from_to_moved_by" if spaced and _is_by_another(found):
            return True
        case "level_times_base" | "level_moved_by_from" if _is_by_a_part(found):
            return True
        case "from_moved_by_to" if spaced and _AFTER_VERB(code[: found.start]):
            return True  # "which had plunged from $122, were up 2 cents to $5"
        case "moved_by_to_from" if _ELSEWHERE(code[at + 1 : lead_of(code, before)]):
            return True
        case "level_moved_from" if _LISTED(code, found.end) and _AND(code[:at]):
            return True  # "to 78% in Norland and 72% in Sorland, up from 75% and 70%"
        case "level_moved_by_from" if found.places("change") and _ANOTHERS(code[:before]):
            return True  # "up 2 percent from 2019 even with $2 million of charges"
    # such as that it "recovered from a low of 7, but fell 8% from 29"
    return found.pattern.startswith("level_") and bool(_FROM(code[:at]) or _OUT_OF(code[:at]))


def _figures_refute(found: Found, current: Fact, prior: Fact, change: Fact | None) -> bool:
    """Tell whether two levels and a change are of kinds or sizes that one movement cannot have."""
    if change is not None and (_is_no_multiple(found, change) or _are_far(current, prior, change)):
        return True
    if found.pattern == "moved_by_from_to" and _names(current) != _names(prior):
        return True  # "up 9.9% from 909, according to a poll of 23 analysts"
    if found.pattern.startswith("level_") and change is not None and in_another_currency(change, current, prior):
        return True
    # "a premium of 8 percent, above the average of 11.1"
    return found.pattern in _LOOSE and _are_unlike(current, prior)


def _is_by_another(found: Found) -> bool:
    """Tell whether a change after two levels is of another: "from 525 to 617, cash earnings up $2.28".

    Or it is what they are paid for: "from 20 cents to 25 cents for every rise of 50 cents".
    """
    level, change = place_of(found, CURRENT), found.places("change")[0]
    code = found.tags.code
    return _BY_ANOTHER(code[level:change]) is not None or _FOR_EVERY(code, level) is not None


def _is_by_a_part(found: Found) -> bool:
    """Tell whether a fraction says by how much, and not what part: "one fifth above the 56 pence"."""
    places = found.places("change")
    return any(found.tags.items[place].tag == "ratio" and _ABOVE(found.tags.code, place + 1) for place in places)


def _are_far(current: Fact, prior: Fact, change: Fact) -> bool:
    """Tell whether two numbers are too far apart for a percentage: "at 6.11, up 5.7% against 60 others"."""
    if not isinstance(change.value, Change) or change.value.unit != "percent" or (change.value.amount or 0) > _ALL:
        return False
    one, other = current.typical, prior.typical
    counts = isinstance(current.value, Count) and isinstance(prior.value, Count)
    return counts and one is not None and other is not None and not (one * _NEARLY).overlaps(other)


def _names(fact: Fact) -> bool:
    return isinstance(fact.value, Count) and fact.value.of is not None


def _contradicts(current: Fact, prior: Fact, way: Direction | None) -> bool:
    after, before = current.typical, prior.typical
    if after is None or before is None or after.low is None or before.low is None:
        return False
    return after.low > before.low if way == "down" else after.low < before.low


def _are_unlike(current: Fact, prior: Fact) -> bool:
    """Tell whether one of two figures is a number without a unit, and the other has one that it would repeat."""
    one, other = current.value, prior.value
    if isinstance(one, Count) and one.of is None:
        return not isinstance(other, Count)
    if not isinstance(other, Count) or other.of is not None:
        return False
    if isinstance(one, Measurement):  # "45.6 billion kilowatt-hours, up from 44.2 billion"
        first, second = current.typical, prior.typical
        return first is None or second is None or not (first * _NEARLY).overlaps(second)
    return isinstance(one, Percent | Change)


def _are_percentages(level: Fact, way: Direction | None) -> bool:
    return way == "down" and isinstance(level.value, Percent)


def _is_no_multiple(found: Found, change: Fact) -> bool:
    """Tell whether a percentage stands where only a multiple ties two levels: in the columns of a table."""
    return found.pattern == "level_times_base" and isinstance(change.value, Change) and change.value.unit != "multiple"
