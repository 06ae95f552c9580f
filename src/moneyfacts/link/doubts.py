"""What makes it doubtful that the figures of a movement belong together: words around them that say otherwise.

Where it `is_doubtful` the link is weak: it is believed where its figures agree. Where it is refuted there is no link at
all (see `moneyfacts.link.refuted`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from ..lang.language import Language
from ..model.facts import Fact
from ..model.interval import Interval
from ..model.values import Change, DateSpan, Money, Percent, Ratio
from .comparisons import COMPARISONS, is_loose
from .patterns import Found, expression
from .tags import LETTERS, Item, letters

CURRENT, PRIOR = ("current", "moved", "turned", "profit"), ("prior", "base", "loss")
_WEAK = frozenset({"level_above", "level_moved_to", "level_moved_by_than"})
_ALL = 100
_NEAR_ONE = Interval(Fraction(1), Fraction(2))
_RANGE = Interval(Fraction(17, 20), Fraction(20, 17))
_RELATIVE = frozenset({"percent", "percentage_point", "basis_point", "multiple"})
_VERBS = frozenset({"moved", "moved_before"})
_VERB = ("verb", "verb2")
_BACK = 12  # items before a verb in which another may govern its levels
NEAR = 4  # items on either side of a level
_HELD_TO = expression("<versus>|,<neutral>*<moved|moved_before><from>")
_OWN = letters("word", "date", "duration", "of")
_ENDS = frozenset({",", ";", ":", ")", "to", "from", "versus", "moved"})
_OF_TIME = letters("date", "duration", "earlier")
_ON_A_BASIS = expression("<word>{3,}").search
_LED = expression("<from><neutral>{0,6}$").search
_AS_EXPECTED = expression("<word|->?<expected>").match
_NEW = expression(",<word|expected|movement>{2,}").search
_NEW_SUBJECT = expression("<,|break><word>{2,}<movement|expected|of|word>*<moved|relative>").search
_WIDER = letters("than", "qualifier")
_BREAKS = letters(",", "(", "-", "and", "break")
_ON = expression(",<word|moved|movement>{2,}").search
_ASIDE = expression("<break><neutral|moved>{0,6}$").search


def is_doubtful(found: Found, change: Fact | None, language: Language) -> bool:
    """Tell whether words say that a movement may be of something else, or go another way."""
    if found.pattern in _WEAK or _is_of_another_time(found, language) or _has_another_subject(found):
        return True
    if found.pattern in COMPARISONS and is_loose(found, language):
        return True
    if _is_judged(found, language) or _is_expected(found):
        return True
    if change is None:
        return _is_by_how_much(found) or _is_exchange(found, language) or _goes_both_ways(found, language)
    return (
        _is_of_another_size(found, change)
        or _is_a_years(found, language)
        or _is_held_to_another(found, change)
        or _is_off_an_extreme(found, language)
        or _is_a_name(found, change)
        or _is_from_below_zero(found)
        or _runs_on(found, language)
        or _is_aside(found)
        or _is_share_of_another(found, change)
        # "it cut the forecast twice, to 340 from 490"
        or (isinstance(change.value, Ratio) and found.pattern.startswith("moved_by"))
    )


def _is_expected(found: Found) -> bool:
    """Tell whether the level before is one that was expected: "contre 3 millions attendus", "nach erwarteten 3"."""
    code = found.tags.code
    places = [place for role in PRIOR for place in found.places(role)]
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
    for item in found.tags.items[place + 1 : place + 1 + NEAR]:
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
    return tags.has("date", found.places("change")[0], place_of(found, CURRENT))


def _is_since(found: Found, change: Fact) -> bool:
    """Tell whether a change is one since a day, and its level before of another: "up 20% since 2019, from 11 in May".

    Which stands first differs by language: "stiegen seit 2019 um 20 Prozent auf 12 Euro, gegenüber 11,50 im Vorjahr".
    """
    places = [place for role in PRIOR for place in found.places(role)]
    if not places or not isinstance(change.value, Change) or change.value.unit not in _RELATIVE:
        return False
    items = found.tags.items
    near = (item.fact.value for item in items[max(0, found.start - NEAR) : places[0]] if item.fact is not None)
    opened = any(isinstance(value, DateSpan) and value.start is not None and value.end is None for value in near)
    held = found.tags.has("versus", found.start, places[0])
    timed = not _OF_TIME.isdisjoint(found.tags.code[places[0] + 1 : places[0] + 1 + NEAR])
    basis = change.value.basis
    return (basis == "since" and (held or timed)) or (opened and (held or timed or basis is not None))


def _is_off_an_extreme(found: Found, language: Language) -> bool:
    """Tell whether the level before is a high or a low: "rose 5 cents to $31, recovering from a low of $29"."""
    places = [place for role in PRIOR for place in found.places(role)]
    items = found.tags.items
    return any(_has(items[max(0, place - NEAR) : place + NEAR], language.links.extremes) for place in places)


def _is_of_another_time(found: Found, language: Language) -> bool:
    """Tell whether one of two changes has words of its own after it: "up 30 percent this year, rose $1 to $32"."""
    code = found.tags.code
    if found.pattern in ("moved_by_to_by", "moved_to_from_by"):
        return code[found.end : found.end + 1] in _OWN
    if found.pattern == "level_from_moved_by":
        # A rise of the day beside a late trade: "to $38.82 from a close of $38.70, up 2.7%".
        between = found.tags.items[place_of(found, PRIOR) + 1 : found.places("change")[0]]
        return [item.tag for item in between] == [",", "moved"] and between[-1].word in language.changes.particles
    if found.pattern == "moved_by_moved_by_to":
        return code[found.places("change")[0] + 1] in _OWN
    return False


def _is_of_another_size(found: Found, change: Fact) -> bool:
    """Tell whether an amount of change is none of its level's: in another currency, or an end of a range with it."""
    level = next((fact for name in CURRENT for fact in found.facts(name)), None)
    if level is None or not isinstance(change.value, Change) or change.value.unit in _RELATIVE:
        return False
    if found.pattern.startswith("level_") and in_another_currency(change, level):
        return True
    moved, after = change.typical, level.typical  # "to rise 57 cents to 59 cents a share"
    if moved is None or after is None or not (moved * _NEAR_ONE).overlaps(after):
        return False
    before = next((fact for name in PRIOR for fact in found.facts(name)), None)
    return before is not None and are_near(level, before)


def are_near(one: Fact, other: Fact) -> bool:
    """Tell whether two levels are so near each other that they may be the ends of a range."""
    first, second = one.typical, other.typical
    return first is not None and second is not None and (first * _RANGE).overlaps(second)


def _has_another_subject(found: Found) -> bool:
    """Tell whether words after a comma begin another statement: "had 500 shops, while the Bay chain fell from 490"."""
    code = found.tags.code
    if found.pattern == "level_moved_by_from" and found.places("change"):
        [at] = found.places("change")[:1]
        if _ON_A_BASIS(code[at + 1 : lead_of(code, found.end - 1)]):
            return True  # "up 1 percent on an adjusted basis from 1.35 million"
    if found.pattern == "moved_to_from":
        lead = code.index(LETTERS["to"], found.start)
        return bool(_NEW(code[found.start : lead])) or bool(_NEW(code[lead : lead_of(code, found.end - 1)]))
    if found.pattern in ("level_moved_from", "level_moved_by_from", "level_moved_by"):
        at = place_of(found, CURRENT)
        return bool(_NEW_SUBJECT(code[at + 1 : found.end]))
    return False


def _is_by_how_much(found: Found) -> bool:
    """Tell whether what seems a level says by how much: "28% lower, below the 16%", "25bp wider than 120bp".

    Rates of growth are levels of their own: "grew 9 percent, down from 7 percent". Rates of decline rise as they fall.
    """
    rates = [
        item.fact.value for item in found.tags.items[found.start : found.end] if item.fact and item.tag == "relative"
    ]
    if rates:
        grow = all(isinstance(rate, Change) and rate.direction == "up" for rate in rates)
        return found.pattern != "level_moved_from" or not grow or found.has("versus")
    at = place_of(found, CURRENT)
    return found.pattern == "level_beyond" and found.tags.code[at + 1] in _WIDER


def _is_exchange(found: Found, language: Language) -> bool:
    """Tell whether a level is how many of one currency another buys, so that the one falls where the number rises.

    "Fell to 18,000 to the dollar from 13,500".
    """
    levels = [place for role in (*CURRENT, *PRIOR) for place in found.places(role)]
    words = (item.word for place in levels for item in found.tags.items[place + 1 : place + NEAR] if item.tag == "word")
    units = (language.units.after.find(word, 0) for word in words)
    return any(unit is not None and unit[1].tag == "currency" for unit in units)


def _goes_both_ways(found: Found, language: Language) -> bool:
    """Tell whether verbs before the levels say up as well as down, or the one that governs them that something is lost.

    "A rise, after falling for weeks, to 78"; "the number of jobs lost was revised to 26,000 from 8,000"; "cut to a loss
    of 3 from a loss of 2", where "the loss fell to 2 from a loss of 3" says what it says.
    """
    items, adverse = found.tags.items, language.links.adverse
    levels = [place for role in (*CURRENT, *PRIOR) for place in found.places(role)]
    begin = found.start
    while begin > max(0, found.start - _BACK) and items[begin - 1].fact is None:
        begin -= 1
    ways = {item.direction for item in items[begin : min(levels)] if item.direction and item.tag in _VERBS}
    verb = max((place for role in _VERB for place in found.places(role)), default=min(levels))
    before = items[max(0, verb - _BACK) : verb]
    lost = _has(items[verb : max(levels)], adverse) and not _has(before, adverse)
    return len(ways) > 1 or lost or _are_losses_aside(found, language) or _is_of_losses(before, language)


def _is_of_losses(before: Sequence[Item], language: Language) -> bool:
    """Tell whether a result that moved is said to be a loss: "net loss: the result rose to 12 million from 19"."""
    losses, measures = language.links.losses, language.context.measures
    lost = next((place for place, item in enumerate(before) if item.word in losses), None)
    rest = () if lost is None else before[lost + 1 :]
    return any(item.tag == ":" or (item.word in measures and item.word not in losses) for item in rest)


def _are_losses_aside(found: Found, language: Language) -> bool:
    """Tell whether a loss is "down from" another: its figure, or the result that it is of."""
    if found.pattern != "level_moved_from":
        return False
    items = found.tags.items[max(0, found.start - NEAR) : found.end]
    aside = any(item.tag == "moved" and item.word in language.changes.particles for item in items)
    paid = any(isinstance(fact.value, Money | Change) for role in CURRENT for fact in found.facts(role))
    return paid and aside and _has(items, language.links.losses)


def in_another_currency(change: Fact, *levels: Fact) -> bool:
    """Tell whether a change is in a currency that one of its levels cannot be in."""
    if not isinstance(change.value, Change) or not change.value.candidates:
        return False
    own = {*change.value.candidates}
    return any(isinstance(fact.value, Money) and own.isdisjoint(fact.value.candidates) for fact in levels)


def _is_adverse(found: Found, language: Language) -> bool:
    """Tell whether levels are of something of which less is better: a loss, a cost, a decline."""
    items = found.tags.items[max(0, found.start - NEAR) : found.end + NEAR]
    if any(item.tag == "movement" and item.direction == "down" for item in items):
        return True
    falls = (item.fact.value for item in items if item.fact is not None)
    return _has(items, language.links.adverse) or any(
        isinstance(value, Change) and value.direction == "down" for value in falls
    )


def _is_aside(found: Found) -> bool:
    """Tell whether a change stands in a clause that a comma ends before its level: ", whose shares fell 2%, earned"."""
    places = found.places("change")
    levels = [place for role in CURRENT for place in found.places(role)]
    if not places or not levels or levels[0] < places[0]:
        return False
    code = found.tags.code
    return _ON(code[places[0] : levels[0]]) is not None and _ASIDE(code[: places[0]]) is not None


def _is_from_below_zero(found: Found) -> bool:
    """Tell whether a level rose by more than it is now, and by all of it: "up over 100%, or $21 million, to $12".

    It was below zero before.
    """
    level = next((fact for name in CURRENT for fact in found.facts(name)), None)
    changes = [fact for role in ("change", "also") for fact in found.facts(role)]
    more = any(_is_at_least_all(fact) for fact in changes)
    if not more or level is None or level.typical is None or found.places("prior"):
        return False
    amounts = [fact.typical for fact in changes if isinstance(fact.value, Change) and fact.value.candidates]
    return any(each and each.low and level.typical.high and each.low > level.typical.high for each in amounts)


def _is_at_least_all(change: Fact) -> bool:
    value = change.value
    return (
        isinstance(value, Change)
        and value.unit == "percent"
        and value.direction == "up"
        and (value.amount or 0) >= _ALL
    )


def _is_a_name(found: Found, change: Fact) -> bool:
    """Tell whether a bare number may name what moved: "to raise 787 production to 10 a month"."""
    value = change.value
    if not isinstance(value, Change) or value.unit != "count" or value.of is not None:
        return False
    following = found.tags.items[found.places("change")[0] + 1 :][:1]
    return any(item.tag == "word" for item in following)


def _runs_on(found: Found, language: Language) -> bool:
    """Tell whether many words and no comma lead from a level to what moved: "with a $5 million lease costs rose"."""
    if found.pattern != "level_moved_by" or language.words.unspaced:
        return False
    at, change = place_of(found, CURRENT), found.places("change")[0]
    return change - at > NEAR and _BREAKS.isdisjoint(found.tags.code[at:change])


def _is_share_of_another(found: Found, change: Fact) -> bool:
    """Tell whether a level is a share, and the percentage may be of an amount: "up 5% to 12% of sales from 10%"."""
    if not isinstance(change.value, Change) or change.value.unit != "percent":
        return False
    shares = [place for place in found.places("current") if _is_percent(found.tags.items[place])]
    return any(item.tag == "of" for place in shares for item in found.tags.items[place + 1 : place + 2])


def _is_percent(item: Item) -> bool:
    return item.fact is not None and isinstance(item.fact.value, Percent)


def _has(items: Iterable[Item], words: frozenset[str]) -> bool:
    return any(item.word in words for item in items)


def place_of(found: Found, names: Iterable[str]) -> int:
    """Return where the first figure stands that plays one of some roles."""
    return next(place for name in names for place in found.places(name))


def lead_of(code: str, place: int) -> int:
    """Return where the word stands that leads to a level: the last "from" before it."""
    return max(code.rfind(LETTERS["from"], 0, place), 0)
