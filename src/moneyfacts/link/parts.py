"""Parts and their whole: what is in it, which share of it something is, and what makes it up.

Percentages that nearly make up 100 are meant to: three or four of them in a sentence, one behind the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ..facts import Fact
from ..interval import Interval
from ..values import Change, Count, Measurement, Money, Quantity
from .line import Line
from .roles import Link
from .shape import Found, Shapes

_PARTS = Shapes(
    # 9, including 5 and 3
    "{whole} ~& [,(-]? [ig]{~part} (?: ~~ f?~ [,a]+ {~part2} )? (?: ~~ f?~ [,a]+ {~part3} )?",
    "{whole} ~~ , {part} i",  # 9, 5 of which
    "{part} ~ x{~whole}",  # 5 out of 9
    "^ h{~whole} ~ , {~part} (?: ~~ [,a]+ {~part2} )? (?: ~~ [,a]+ {~part3} )?",  # of the 9, 5 are old
)
_SUMS = Shapes(
    "{whole} ~ , ~ {part} ~~ [,a]+ {~part2} (?: ~~ [,a]+ {~part3} )?",  # 9, 6 of them old and 3 new
    "{part} ~ ,? a{~part2} ~ t?{~whole}",  # 6 of one kind and 3 of another made 9
)
_SHARES = Shapes(
    "{numerator} w?w?w? ,? [o(] {pct} ,? h[wny]{0,4}h?[wny]{0,3}{denominator}",  # 5, or 50 percent of the 10
    "{pct} ,? [o(] {numerator} [)]? ,? h[wny]{0,4}h?[wny]{0,3}{denominator}",  # 50 percent, or 5, of the 10
    "{numerator} ~ , [sab]{0,3} {pct} h[wny]{0,4}h?[wny]{0,3}{denominator}",  # 5, only 50 percent of the 10
    "{pct} h[wny]{0,4}h?[wny]{0,3}{denominator} , [to]{~numerator}",  # 50 percent of the 10, or 5
    "{denominator} ~~ ,?i ~~ t?{~numerator} , (?: o | s ~ t? ){pct}",  # 10, of which 5, or 50 percent
    "{numerator} ~~ ,? s{~denominator} ~ {pct}",  # 5，占其所持10的50%
)
_LOOSE_SHARES = Shapes(
    (
        "{numerator} ~~ [,-]? [ab]?[ab]? ~ [ts]? {pct} h[wny]{0,4}h?[wny]{0,3}{denominator}"
    ),  # 5, accounting for 50 percent of the 10
    "{denominator} ~~ {pct} [,-]* o{numerator}",  # of 10 it pays 50 percent, or 5
    "{denominator} ~~ ,?i? ~~ {~numerator} ,? ~ s ~ {pct}",  # 10，其中5，占比50%
)
_ITEM = "[wnheyDTsbkqa,]{1,18}?"
_LISTED = Shapes("{item}" + _ITEM + "{item2}" + _ITEM + "{item3}(?:" + _ITEM + "{item4})?")  # 64 percent, 28 and 8
_FAR = Interval(Fraction(1, 10), Fraction(10))
_SCALED = 1000
_ABOUT_ALL = Interval.around(100, 3)


def parts_in(line: Line) -> Iterator[Link]:
    """Yield the parts of wholes, and the percentages that make up all, in a line."""
    for found in _PARTS.search(line):
        whole = found.fact("whole")
        if whole is not None and not (found.line.code[found.end - 1] == "i" and _is_another(found)):
            yield from _divided(whole, found)
    for found in _SUMS.search(line):
        whole, items = found.fact("whole"), found.facts("part")
        if whole is not None and all(
            _alike(fact, whole) and _is_one(fact) and not _differ(fact, whole) for fact in items
        ):
            yield Link("sum", (("total", whole), *(("item", fact) for fact in items)), weak=True)
    for found in _LISTED.search(line):
        items = found.facts("item")
        if _add_up(items, None):
            yield Link("sum", tuple(("item", fact) for fact in items), weak=True)


def _is_another(found: Found) -> bool:
    """Tell whether "55 projects of which" is of other things than the count before it."""
    whole, part = found.fact("whole"), found.fact("part")
    return whole is not None and part is not None and _differ(whole, part)


def _is_one(fact: Fact) -> bool:
    """Tell whether a figure is no printed range."""
    return isinstance(fact.value, Quantity) and fact.value.amount is not None


def _differ(one: Fact, other: Fact) -> bool:
    """Tell whether two counts are of things with different names."""
    nouns = [fact.value.of for fact in (one, other) if isinstance(fact.value, Count)]
    return len(nouns) == 2 and None not in nouns and nouns[0] != nouns[1]


def _divided(whole: Fact, found: Found) -> Iterator[Link]:
    """Yield a whole with the parts that follow it: all of them, where they make it up, else those that "and" joins."""
    places = [place for place in found.places("part") if _alike(_at(found, place), whole)]
    made_up = "g" in found.line.code[found.start : found.end]
    if made_up and len(places) > 1:
        yield Link("sum", (("total", whole), *(("item", _at(found, place)) for place in places)))
        return
    for size in range(len(places), 1, -1):
        items = [_at(found, place) for place in places[:size]]
        if _add_up(items, whole):
            yield Link("sum", (("total", whole), *(("item", fact) for fact in items)))
            return
    joined = places[:1]
    for place in places[1:]:
        if "a" not in found.line.code[joined[-1] : place]:
            break
        joined.append(place)
    if joined:
        roles = (("whole", whole), *(("part", _at(found, place)) for place in joined))
        out_of = "x" in found.line.code[found.start : found.end]
        yield Link("part_whole", roles, weak=not out_of and _differ(whole, roles[1][1]))


def _at(found: Found, place: int) -> Fact:
    fact = found.line.items[place].fact
    assert fact is not None
    return fact


def shares_in(*lines: Line) -> Iterator[Link]:
    """Yield the shares of a stated whole in a sentence: in its line, and in what is left of that without movements."""
    taken: set[int] = set()
    for shapes, searched in ((_SHARES, lines), (_LOOSE_SHARES, lines[::-1])):
        for found in (found for line in searched for found in shapes.search(line)):
            one, pct, whole = (found.fact(role) for role in ("numerator", "pct", "denominator"))
            if one is None or pct is None or whole is None or pct.start in taken or not _alike(one, whole):
                continue
            if _is_greater(one, whole):
                continue  # "8,000 shares, or 17 percent of all, following purchases of 500"
            taken.add(pct.start)
            weak = shapes is _LOOSE_SHARES and _is_listed(found)
            yield Link("share", (("numerator", one), ("pct", pct), ("denominator", whole)), weak=weak)


def _is_listed(found: Found) -> bool:
    """Tell whether "and" stands between a figure and the percentage: "one of 35 million and a third of 45 million"."""
    [one], [pct] = found.places("numerator"), found.places("pct")
    return "a" in found.line.code[min(one, pct) : max(one, pct)]


def _is_greater(one: Fact, other: Fact) -> bool:
    """Tell whether a figure is greater than another by far."""
    part, whole = one.typical, other.typical
    return part is not None and whole is not None and not (part * _FAR).overlaps(whole) and _over(part, whole)


def _over(part: Interval, whole: Interval) -> bool:
    return part.low is not None and whole.high is not None and part.low > whole.high


def _alike(one: Fact, other: Fact) -> bool:
    """Tell whether one figure can be a part of another: money of money, things of things."""
    part, whole = one.value, other.value
    if isinstance(part, Count) and part.of is None and isinstance(whole, Money):
        return one.precision[0].digit >= _SCALED  # "$880 million, including 240 million for the mill"
    if isinstance(part, Money):
        return isinstance(whole, Money) and part.per == whole.per and bool({*part.candidates} & {*whole.candidates})
    if isinstance(part, Change):
        return isinstance(whole, Money) and bool({*part.candidates} & {*whole.candidates})
    if isinstance(part, Count) and isinstance(whole, Count):
        return part.per == whole.per
    return isinstance(part, Measurement) and isinstance(whole, Measurement) and part.unit == whole.unit


def _add_up(items: Sequence[Fact], total: Fact | None) -> bool:
    """Tell whether figures make up a total as they are printed; percentages that nearly do are meant to make up all."""
    readings = [fact.typical for fact in items]
    whole = total.typical if total else _ABOUT_ALL
    together = Interval.point(0)
    for each in readings:
        if each is None:
            return False
        together += each
    return whole is not None and whole.overlaps(together)
