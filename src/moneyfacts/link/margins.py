"""Figures that the names of their measures tie: a margin to its profit and sales, a trade balance to its two sides."""

from __future__ import annotations

from collections.abc import Iterator

from ..lang.language import Language
from ..model.facts import Fact
from ..model.values import Money, Percent
from .patterns import expression
from .relations import Link
from .tags import LETTERS, TagSequence

_NEAR = 5  # tags before a percentage in which it may be named a margin
_TRADE = ("exports", "imports", "balance")
_RIGHT_BEFORE = expression("<amount> (?: <restated>?<of> )? $").search  # "25 billion worth of exports"
_AFTER = 8  # tags after a measure in which its figure stands
_BEHIND = 2  # and after it


def margins_in(tags: TagSequence, language: Language) -> Iterator[Link]:
    """Yield "a profit of $4 million on sales of $40 million, a margin of 10 percent"."""
    if not language.links.margins:
        return
    amounts = [item.fact for item in tags.items if item.fact is not None and isinstance(item.fact.value, Money)]
    rates = [place for place, item in enumerate(tags.items) if item.tag == "percent"]
    if len(amounts) != 2 or len(rates) != 1 or not _is_margin(tags, rates[0], language):
        return
    pct = tags.items[rates[0]].fact
    pair = _in_order(*amounts)
    if pct is not None and isinstance(pct.value, Percent) and pair is not None:
        yield Link("ratio", (("numerator", pair[0]), ("pct", pct), ("denominator", pair[1])), tie="margin")


def _is_margin(tags: TagSequence, place: int, language: Language) -> bool:
    around = tags.items[max(0, place - _NEAR) : place + 1 + _BEHIND]
    return any(item.word in language.links.margins for item in around if item.fact is None)


def _in_order(one: Fact, other: Fact) -> tuple[Fact, Fact] | None:
    """Return two amounts in one currency, the smaller first, None where they are no such two."""
    first, second = one.value, other.value
    if not isinstance(first, Money) or not isinstance(second, Money) or first.per or second.per:
        return None
    reading, against = one.typical, other.typical
    if not {*first.candidates} & {*second.candidates} or reading is None or against is None:
        return None
    lows = reading.low, against.low
    return (other, one) if None not in lows and lows[0] > lows[1] else (one, other)  # type: ignore[operator]


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
