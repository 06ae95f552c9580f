"""Figures that the names of their measures tie: a margin to its profit and sales, a trade balance to its two sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ..lang.language import Language
from ..model.facts import Fact
from ..model.interval import Interval
from ..model.values import Money
from .patterns import expression
from .relations import Link
from .tags import LETTERS, Item, TagSequence

_NEAR = 5  # tags before a percentage in which it may be named a margin
_TRADE = ("exports", "imports", "balance")
_RIGHT_BEFORE = expression("<amount> (?: <restated>?<of> )? $").search  # "25 billion worth of exports"
_AFTER = 8  # tags after a measure in which its figure stands
_BEHIND = 2  # and after it
_SIZE = Interval(Fraction(1, 100_000), Fraction(100_000))  # of sales, beside those of a profit


def margins_in(tags: TagSequence, language: Language) -> Iterator[Link]:
    """Yield "a profit of $4 million on sales of $40 million, a margin of 10 percent".

    Which is which the measures say that are named beside them. Where they are not, the smaller one is the profit, and
    both are tied loosely; so is a margin with a name that its profit lacks ("a gross margin").
    """
    if not language.links.margins:
        return
    amounts = [place for place, item in enumerate(tags.items) if item.fact and isinstance(item.fact.value, Money)]
    rates = [place for place, item in enumerate(tags.items) if item.tag == "percent"]
    if len(amounts) != 2 or len(rates) != 1 or (margin := _margin(tags, rates[0], language)) is None:
        return
    measures = _measures(tags, amounts, language)
    if len(measures) > 1 and {*measures} != {"profit", "revenue"}:
        return
    first, second, pct = (tags.items[place].fact for place in (*amounts, rates[0]))
    if first is None or second is None or pct is None or not _are_in_one_currency(first, second):
        return
    turned = measures[0] == "revenue" if len(measures) > 1 else _is_larger(first, second)
    profit, revenue = (second, first) if turned else (first, second)
    weak = len(measures) < 2 or not _is_of_profit(tags, margin, language)
    yield Link("ratio", (("numerator", profit), ("pct", pct), ("denominator", revenue)), weak=weak, tie="margin")


def _is_larger(one: Fact, other: Fact) -> bool:
    first, second = one.typical, other.typical
    return first is not None and second is not None and (first.low or 0) > (second.low or 0)


def _margin(tags: TagSequence, place: int, language: Language) -> int | None:
    """Return where a percentage is named a margin, None where it is not."""
    around = range(min(place + _BEHIND, len(tags.items) - 1), max(0, place - _NEAR) - 1, -1)
    return next((each for each in around if tags.items[each].word in language.links.margins), None)


def _measures(tags: TagSequence, amounts: Sequence[int], language: Language) -> tuple[str, ...]:
    """Return what two amounts are of: named before each, or after each; nothing where that is not clear."""
    first, second = amounts
    named = [
        (place, kind)
        for place, item in enumerate(tags.items)
        if (kind := _kind(item, language)) and not _is_of_margin(tags, place, language)
    ]
    before = [kind for place, kind in named if place < first]
    between = [kind for place, kind in named if first < place < second]
    after = [kind for place, kind in named if second < place]
    if not between:
        return ()
    if before:
        return before[-1], between[-1]
    return (between[0], between[-1]) if len(between) > 1 else (between[0], *after[:1])


def _kind(item: Item, language: Language) -> str | None:
    """Return what all languages call a measure; a compound is what its last word is: "净利润"."""
    names, word = language.context.same, item.word
    if item.fact is not None or not word:
        return None
    if language.words.unspaced:
        return next((names[word[start:]] for start in range(len(word)) if word[start:] in names), None)
    return names.get(word)


def _is_of_margin(tags: TagSequence, place: int, language: Language) -> bool:
    """Tell whether a measure is part of the name of a margin: "an operating profit margin"."""
    return any(item.word in language.links.margins for item in tags.items[place : place + 2])


def _is_of_profit(tags: TagSequence, margin: int, language: Language) -> bool:
    """Tell whether a margin has no other name than its profit: "operating margin", and "operating profit"."""
    items = tags.items
    if language.words.unspaced:
        profits = [item.word for place, item in enumerate(items) if place != margin and _kind(item, language)]
        return any(word[:1] == items[margin].word[:1] for word in profits)
    place = margin - 1
    while place > 0 and _kind(items[place], language):
        place -= 1
    name = items[place]
    return name.tag != "word" or any(item.word == name.word for item in (*items[:place], *items[margin + 1 :]))


def _are_in_one_currency(one: Fact, other: Fact) -> bool:
    """Tell whether two amounts may be held against each other: earnings per share are no profit of sales."""
    first, second = one.value, other.value
    if not isinstance(first, Money) or not isinstance(second, Money) or first.per or second.per:
        return False
    reading, against = one.typical, other.typical
    if reading is None or against is None or not (reading * _SIZE).overlaps(against):
        return False
    return not {*first.candidates}.isdisjoint(second.candidates)


def balances_in(tags: TagSequence) -> Iterator[Link]:
    """Yield "exports of $112 billion and imports of $96 billion left a surplus of $16 billion"."""
    sides = [_of(tags, name) for name in _TRADE]
    if any(side is None for side in sides) or len({side.start for side in sides if side}) < 3:
        return
    exports, imports, balance = (side for side in sides if side is not None)
    way = next(item.direction for item in tags.items if item.tag == "balance")
    minuend, subtrahend = (exports, imports) if way == "up" else (imports, exports)
    roles = (("minuend", minuend), ("subtrahend", subtrahend), ("result", balance))
    yield Link("difference", tuple(sorted(roles, key=lambda role: role[1].start)), tie="trade_balance")


def _of(tags: TagSequence, name: str) -> Fact | None:
    """Return the figure of a measure that is named once: right before its name, else the next after it."""
    letter = LETTERS[name]
    if tags.code.count(letter) != 1:
        return None
    place = tags.code.index(letter)
    if (before := _RIGHT_BEFORE(tags.code, max(0, place - 3), place)) is not None:
        return tags.items[before.start()].fact
    after = (item for item in tags.items[place + 1 : place + 1 + _AFTER] if item.tag in ("amount", *_TRADE))
    found = next(after, None)
    return found.fact if found is not None else None
