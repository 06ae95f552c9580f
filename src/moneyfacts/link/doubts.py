"""What makes it doubtful that the figures of a movement belong together: words around them that say otherwise.

Where it `is_refuted` the pattern ties something else, and a later one may read the words. Where it `is_doubtful` the
link is weak: it is believed where its figures agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from ..lang.language import Language
from ..model.facts import Fact
from ..model.interval import Interval
from ..model.values import Change, Count, DateSpan, Direction, Measurement, Money, Percent, Ratio
from .patterns import Found, expression
from .tags import LETTERS, Item, letters

_CURRENT, _PRIOR = ("current", "moved", "turned", "profit"), ("prior", "base", "loss")
_LOOSE = frozenset(
    {"level_beyond", "level_above", "level_moved_to", "level_moved_by_from", "level_moved_by_than", "level_times_base"}
)
_WEAK = frozenset({"level_above", "level_moved_to", "level_moved_by_than"})
_ALL = 100
_NEARLY = Interval(Fraction(1, 4), Fraction(4))
_NEAR_ONE = Interval(Fraction(1), Fraction(2))
_RANGE = Interval(Fraction(17, 20), Fraction(20, 17))
_RELATIVE = frozenset({"percent", "percentage_point", "basis_point", "multiple"})
_BACK = 12  # items before a verb in which another may govern its levels
_NEAR = 4  # items on either side of a level
# ", trading from": words of another clause between a comma and what leads to the level before
_ELSEWHERE = expression(",<date|earlier|of|moved>*<word|movement><word|moved|movement|date|and>*$").search
_FROM = expression("<from><word|movement|of|earlier|date>{0,4}$").search
_HELD_TO = expression("<versus>|,<neutral>*<moved|moved_before><from>")
_OWN = letters("word", "date", "duration", "of")
_ENDS = frozenset({",", ";", ":", ")", "to", "from", "versus", "moved"})
_OF_TIME = letters("date", "duration", "earlier")
_ON_A_BASIS = expression("<word>{3,}").search
_LED = expression("<from><neutral>{0,6}$").search
_AS_EXPECTED = expression("<word|->?<expected>").match
_NEW = expression(",<word|expected|movement>{2,}").search
_NEW_SUBJECT = expression("<,|break><word>{2,}<movement|expected|of|word>*<moved|relative>").search
_OUT_OF = expression("<out_of>$|<amount><of>$").search
_LEVEL_BEFORE = expression("<amount|percent><neutral|break>{0,6},?<word|moved>{0,2}$").search
_BEYOND = letters("than", "qualifier", "beat")
_ASIDE = expression("<break><neutral|moved>{0,6}$").search


def is_refuted(found: Found, current: Fact, prior: Fact, change: Fact | None, way: Direction | None) -> bool:
    """Tell whether words or figures say that two levels are not those of one movement."""
    code = found.tags.code
    at, before = (_place(found, names) for names in (_CURRENT, _PRIOR))
    if found.pattern == "moved_by_to_from" and _ELSEWHERE(code[at + 1 : _lead(code, before)]):
        return True
    if found.pattern.startswith("level_") and (_FROM(code[:at]) or _OUT_OF(code[:at])):
        return True  # "recovered from a low of 7, but fell 8% from 29"
    if change is not None and (_is_no_multiple(found, change) or _are_far(current, prior, change)):
        return True
    if found.pattern == "moved_by_from_to" and _names(current) != _names(prior):
        return True  # "up 9.9% from 909, according to a poll of 23 analysts"
    if found.pattern.startswith("level_") and change is not None and _in_another_currency(change, current, prior):
        return True
    if found.pattern in _LOOSE and _are_unlike(current, prior):
        return True  # "a premium of 8 percent, above the average of 11.1"
    if change is not None and found.pattern.startswith("level_moved_by") and not _BEYOND.isdisjoint(code[at:before]):
        return found.tags.has("expected", at, before + _NEAR)
    if found.pattern == "moved_from_to" and _contradicts(current, prior, way):
        # "now $1, down from $1.09 to $1.13": a range before
        return bool(_LEVEL_BEFORE(code[: found.start])) or _are_near(current, prior)
    return False


def is_doubtful(found: Found, change: Fact | None, language: Language) -> bool:
    """Tell whether words say that a movement may be of something else, or go another way."""
    if found.pattern in _WEAK or _is_of_another_time(found, language) or _has_another_subject(found):
        return True
    if _is_judged(found, language) or _is_expected(found):
        return True
    if change is None:
        near = found.tags.items[max(0, found.start - _NEAR) : found.end + _NEAR]
        return _is_by_how_much(found) or _has(near, language.links.losses) or _goes_both_ways(found, language)
    return (
        _is_of_another_size(found, change)
        or _is_a_years(found, language)
        or _is_held_to_another(found, change)
        or _is_off_an_extreme(found, language)
        or _is_aside(found)
        # "it cut the forecast twice, to 340 from 490"
        or (isinstance(change.value, Ratio) and found.pattern.startswith("moved_by"))
    )


def _is_expected(found: Found) -> bool:
    """Tell whether the level before is one that was expected: "contre 3 millions attendus", "nach erwarteten 3"."""
    code = found.tags.code
    places = [place for role in _PRIOR for place in found.places(role)]
    return bool(places) and bool(_LED(code[found.start : places[-1]])) and bool(_AS_EXPECTED(code, places[-1] + 1))


def _is_judged(found: Found, language: Language) -> bool:
    """Tell whether words say that something is better or worse, and not which way it moved."""
    items, links = found.tags.items[found.start : found.end], language.links
    if any(item.tag == "moved" and item.word in links.judging for item in items):
        return True  # "improved": of a cost it is down
    if _has(items, links.judging) and _is_adverse(found, language):
        return True  # "a loss of 2 cents, better than the 12 cents expected"
    return _has(items[1:], links.inverse)  # "was lower, to yield 3.57 percent from 3.44"


def _is_a_years(found: Found, language: Language) -> bool:
    """Tell whether a percentage is one a year: "up $5.5 billion, or a 6.8 percent rate, to $968 billion"."""
    places = found.places("also") or found.places("change") or found.places("factor")
    return bool(places) and _has(_phrase_after(found, places[-1]), language.links.annual)


def _phrase_after(found: Found, place: int) -> Iterator[Item]:
    """Yield the words that follow a figure closely: "6,8 Prozent (annualisiert)", "2,4% en rythme annuel"."""
    for item in found.tags.items[place + 1 : place + 1 + _NEAR]:
        if item.fact is not None or item.tag in _ENDS:
            return
        yield item


def _is_held_to_another(found: Found, change: Fact) -> bool:
    """Tell whether a level is held to one that is not the one before its change.

    "Rose $5 in March to $89, compared with $53 a year ago"; "up 9% from a year ago, compared with 317,000 of a rival";
    "fell 12 percent since July to 55 cents, compared with 46 cents in May".
    """
    tags = found.tags
    if tags.has("absolute", found.start, found.end) and _HELD_TO.search(tags.code, found.start, found.end):
        return True
    if _is_since(found, change):
        return True
    if not tags.has("versus", found.start, found.end) or not found.places("change"):
        return False
    if found.pattern == "level_moved_by_from" and isinstance(change.value, Change) and change.value.basis is not None:
        return True
    return tags.has("date", found.places("change")[0], _place(found, _CURRENT))


def _is_since(found: Found, change: Fact) -> bool:
    """Tell whether a change is one since a day, and its level before of another: "up 20% since 2019, from 11 in May".

    Which stands first differs by language: "stiegen seit 2019 um 20 Prozent auf 12 Euro, gegenüber 11,50 im Vorjahr".
    """
    places = [place for role in _PRIOR for place in found.places(role)]
    if not places or not isinstance(change.value, Change) or change.value.unit not in _RELATIVE:
        return False
    items = found.tags.items
    near = (item.fact.value for item in items[max(0, found.start - _NEAR) : places[0]] if item.fact is not None)
    opened = any(isinstance(value, DateSpan) and value.start is not None and value.end is None for value in near)
    held = found.tags.has("versus", found.start, places[0])
    timed = not _OF_TIME.isdisjoint(found.tags.code[places[0] + 1 : places[0] + 1 + _NEAR])
    basis = change.value.basis
    return (basis == "since" and (held or timed)) or (opened and (held or timed or basis is not None))


def _is_off_an_extreme(found: Found, language: Language) -> bool:
    """Tell whether the level before is a high or a low: "rose 5 cents to $31, recovering from a low of $29"."""
    places = [place for role in _PRIOR for place in found.places(role)]
    items = found.tags.items
    return any(_has(items[max(0, place - _NEAR) : place + _NEAR], language.links.extremes) for place in places)


def _is_of_another_time(found: Found, language: Language) -> bool:
    """Tell whether one of two changes has words of its own after it: "up 30 percent this year, rose $1 to $32"."""
    code = found.tags.code
    if found.pattern in ("moved_by_to_by", "moved_to_from_by"):
        return code[found.end : found.end + 1] in _OWN
    if found.pattern == "level_from_moved_by":
        # A rise of the day beside a late trade: "to $38.82 from a close of $38.70, up 2.7%".
        between = found.tags.items[_place(found, _PRIOR) + 1 : found.places("change")[0]]
        return [item.tag for item in between] == [",", "moved"] and between[-1].word in language.changes.particles
    if found.pattern == "moved_by_moved_by_to":
        return code[found.places("change")[0] + 1] in _OWN
    return False


def _is_of_another_size(found: Found, change: Fact) -> bool:
    """Tell whether an amount of change is none of its level's: in another currency, or an end of a range with it."""
    level = next((fact for name in _CURRENT for fact in found.facts(name)), None)
    if level is None or not isinstance(change.value, Change) or change.value.unit in _RELATIVE:
        return False
    if found.pattern.startswith("level_") and _in_another_currency(change, level):
        return True
    moved, after = change.typical, level.typical  # "to rise 57 cents to 59 cents a share"
    if moved is None or after is None or not (moved * _NEAR_ONE).overlaps(after):
        return False
    before = next((fact for name in _PRIOR for fact in found.facts(name)), None)
    return before is not None and _are_near(level, before)


def _are_near(one: Fact, other: Fact) -> bool:
    first, second = one.typical, other.typical
    return first is not None and second is not None and (first * _RANGE).overlaps(second)


def _has_another_subject(found: Found) -> bool:
    """Tell whether words after a comma begin another statement: "had 500 shops, while the Bay chain fell from 490"."""
    code = found.tags.code
    if found.pattern == "level_moved_by_from" and found.places("change"):
        [at] = found.places("change")[:1]
        if _ON_A_BASIS(code[at + 1 : _lead(code, found.end - 1)]):
            return True  # "up 1 percent on an adjusted basis from 1.35 million"
    if found.pattern == "moved_to_from":
        lead = code.index(LETTERS["to"], found.start)
        return bool(_NEW(code[found.start : lead])) or bool(_NEW(code[lead : _lead(code, found.end - 1)]))
    if found.pattern in ("level_moved_from", "level_moved_by_from", "level_moved_by"):
        at = _place(found, _CURRENT)
        return bool(_NEW_SUBJECT(code[at + 1 : found.end]))
    return False


def _is_by_how_much(found: Found) -> bool:
    """Tell whether what seems a level says by how much: "28% lower, below the 16%", "25bp wider than 120bp"."""
    if any(item.fact and item.tag == "relative" for item in found.tags.items[found.start : found.end]):
        return True
    at = _place(found, _CURRENT)
    return found.pattern == "level_beyond" and found.tags.code[at + 1] in _BEYOND


def _goes_both_ways(found: Found, language: Language) -> bool:
    """Tell whether words before the levels say up as well as down, or that something is lost, or was before."""
    items, adverse = found.tags.items, language.links.adverse
    levels = [place for role in (*_CURRENT, *_PRIOR) for place in found.places(role)]
    begin = found.start
    while begin > max(0, found.start - _BACK) and items[begin - 1].fact is None:
        begin -= 1
    words = items[begin : min(levels)]
    ways = {item.direction for item in words if item.direction}
    lost = any(item.direction and item.word in adverse for item in items[found.start : min(levels)])
    return len(ways) > 1 or lost or _has(items[min(levels) + 1 : max(levels)], adverse)


def _in_another_currency(change: Fact, *levels: Fact) -> bool:
    """Tell whether a change is in a currency that one of its levels cannot be in."""
    if not isinstance(change.value, Change) or not change.value.candidates:
        return False
    own = {*change.value.candidates}
    return any(isinstance(fact.value, Money) and own.isdisjoint(fact.value.candidates) for fact in levels)


def _is_no_multiple(found: Found, change: Fact) -> bool:
    """Tell whether a percentage stands where only a multiple ties two levels: in the columns of a table."""
    return found.pattern == "level_times_base" and isinstance(change.value, Change) and change.value.unit != "multiple"


def _are_far(current: Fact, prior: Fact, change: Fact) -> bool:
    """Tell whether two numbers are too far apart for a percentage: "at 6.11, up 5.7% against 60 others"."""
    if not isinstance(change.value, Change) or change.value.unit != "percent" or (change.value.amount or 0) > _ALL:
        return False
    one, other = current.typical, prior.typical
    counts = isinstance(current.value, Count) and isinstance(prior.value, Count)
    return counts and one is not None and other is not None and not (one * _NEARLY).overlaps(other)


def _names(fact: Fact) -> bool:
    return isinstance(fact.value, Count) and fact.value.of is not None


def _is_adverse(found: Found, language: Language) -> bool:
    """Tell whether levels are of something of which less is better: a loss, a cost, a decline."""
    items = found.tags.items[max(0, found.start - _NEAR) : found.end + _NEAR]
    if any(item.tag == "movement" and item.direction == "down" for item in items):
        return True
    falls = (item.fact.value for item in items if item.fact is not None)
    return _has(items, language.links.adverse) or any(
        isinstance(value, Change) and value.direction == "down" for value in falls
    )


def _is_aside(found: Found) -> bool:
    """Tell whether a change stands in a clause that a comma ends before its level: ", whose shares fell 2%, earned"."""
    places = found.places("change")
    levels = [place for role in _CURRENT for place in found.places(role)]
    if not places or not levels or levels[0] < places[0]:
        return False
    code = found.tags.code
    return "," in code[places[0] : levels[0]] and _ASIDE(code[: places[0]]) is not None


def _has(items: Iterable[Item], words: frozenset[str]) -> bool:
    return any(item.word in words for item in items)


def _place(found: Found, names: Iterable[str]) -> int:
    return next(place for name in names for place in found.places(name))


def _lead(code: str, place: int) -> int:
    """Return where the word stands that leads to a level: the last "from" before it."""
    return max(code.rfind(LETTERS["from"], 0, place), 0)


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
    return isinstance(other, Count) and other.of is None and isinstance(one, Percent | Change | Measurement)
