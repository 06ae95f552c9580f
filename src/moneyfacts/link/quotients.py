"""Figures that the names of their measures tie: a margin to its profit and sales, a trade balance to its two sides."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts import Fact
from ..lang.language import Language
from ..values import Money, Percent
from .line import Line
from .roles import Link

_NEAR = 5  # letters between a measure's name and its figure
_BEHIND = 2  # letters behind a percentage in which it may be named a margin


def margins_in(line: Line, language: Language) -> Iterator[Link]:
    """Yield "a profit of $4 million on sales of $40 million, a margin of 10 percent"."""
    if not language.margins:
        return
    amounts = [item.fact for item in line.items if item.fact is not None and isinstance(item.fact.value, Money)]
    rates = [place for place, item in enumerate(line.items) if item.letter == "P"]
    if len(amounts) != 2 or len(rates) != 1 or not _is_margin(line, rates[0], language):
        return
    pct = line.items[rates[0]].fact
    pair = _in_order(*amounts)
    if pct is not None and isinstance(pct.value, Percent) and pair is not None:
        yield Link("ratio", (("numerator", pair[0]), ("pct", pct), ("denominator", pair[1])))


def _is_margin(line: Line, place: int, language: Language) -> bool:
    around = line.items[max(0, place - _NEAR) : place + 1 + _BEHIND]
    return any(item.word in language.margins for item in around if item.fact is None)


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


def balances_in(line: Line) -> Iterator[Link]:
    """Yield "exports of $112 billion and imports of $96 billion left a surplus of $16 billion"."""
    found = {letter: _of(line, letter) for letter in "pjz"}
    sides = [found[letter] for letter in "pjz"]
    if any(side is None for side in sides) or len({side.start for side in sides if side}) < 3:
        return
    exports, imports, balance = (side for side in sides if side is not None)
    way = next(item.direction for item in line.items if item.letter == "z")
    minuend, subtrahend = (exports, imports) if way == "up" else (imports, exports)
    roles = (("minuend", minuend), ("subtrahend", subtrahend), ("result", balance))
    yield Link("difference", tuple(sorted(roles, key=lambda role: role[1].start)))


def _of(line: Line, letter: str) -> Fact | None:
    """Return the figure of a measure that is named once: right before its name, else the next behind it."""
    if line.code.count(letter) != 1:
        return None
    place = line.code.index(letter)
    before = line.code[max(0, place - 3) : place]
    for between in ("", "h", "rh"):  # "25 billion worth of exports"
        if before.endswith(f"L{between}"):
            return line.items[place - 1 - len(between)].fact
    behind = line.code[place + 1 : place + 2 + _NEAR + 2]
    index = next((index for index, each in enumerate(behind) if each in "Lpjz"), -1)
    return line.items[place + 1 + index].fact if index >= 0 and behind[index] == "L" else None
