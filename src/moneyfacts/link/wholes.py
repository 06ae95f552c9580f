"""Shares of a whole that is not stated: "237,000 shares, or 7.8 percent, from 164,000 shares, or 5.4 percent".

Two figures with the percentages that they are of one whole say what it is, twice. That they are of one follows from
the words that name it; which words mean the same ("总股本", "股份总数"), and which mean what somebody himself holds,
is language data. A share of what somebody holds has a stated whole: the holding that was named before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..facts import Fact
from ..lang.language import Language
from ..values import Count, Money
from .line import Line
from .roles import Link
from .shape import Found, Shapes, search

OWN = "own"
_PAIRS = Shapes(
    "{numerator} a{~numerator2} ,? s ~ t?{pct} a{~pct2}",  # 5股和3股，占总股本的2%和1%
    "{numerator} ~~ ,? s ~ t?{pct} (?: ~ [,a]? s ~ t?{pct2} )?",  # 5股，占总股本的2%，占其所持的3%
    "{pct} ~ ,?o{~numerator}",  # 总股本4%的股份，即5股
    "{numerator} ,? [o(]{~pct}(?! ,?h[wny]{0,4}h?[wny]{0,3}L)",  # 5 shares, or 2 percent of all
    "{numerator} w?w? {pct} w?w?",  # 5 phones for a 20 percent share
)
_LONGEST_NAME = 6  # words that name a whole


class Pair(NamedTuple):
    """A figure and the percentage that it is of a whole; `whole` is what the words call it, "" where they do not."""

    numerator: Fact
    pct: Fact
    whole: str
    sentence: int


def shares_of_one_whole(lines: Sequence[tuple[int, Line]], language: Language) -> Iterator[Link]:
    """Yield the shares of wholes that go unstated, in lines with the numbers of their sentences in one paragraph."""
    pairs = sorted(
        (pair for number, line in lines for pair in _pairs(line, number, language)),
        key=lambda pair: pair.numerator.start,
    )
    held: Pair | None = None
    waiting: Pair | None = None  # a share of a holding that is named only behind it
    groups: dict[str, list[list[Pair]]] = {}
    last = ""
    for pair in pairs:
        if pair.whole == OWN:
            if held is None:
                waiting = pair
            if held is not None and pair.sentence - held.sentence <= 1 and _alike(pair.numerator, held.numerator):
                roles = (("numerator", pair.numerator), ("pct", pair.pct), ("denominator", held.numerator))
                yield Link("share", roles)
            continue
        if waiting is not None and pair.sentence - waiting.sentence <= 1 and _alike(pair.numerator, waiting.numerator):
            roles = (("numerator", waiting.numerator), ("pct", waiting.pct), ("denominator", pair.numerator))
            yield Link("share", roles, weak=True)
        waiting = None
        name = pair.whole or last
        listed = groups.setdefault(name, [[]])
        near = listed[-1] and pair.sentence - listed[-1][-1].sentence <= bool(pair.whole)
        if not near or not _alike(pair.numerator, listed[-1][-1].numerator):
            listed.append([])
        listed[-1].append(pair)
        held, last = pair, name
    for listed in groups.values():
        for group in listed:
            if len(group) > 1:
                yield Link(
                    "share",
                    tuple(role for pair in group for role in (("numerator", pair.numerator), ("pct", pair.pct))),
                )


def _pairs(line: Line, sentence: int, language: Language) -> Iterator[Pair]:
    taken: set[int] = set()
    for each in _PAIRS.of(line):
        for found in search(each, line):
            numerators, percentages = found.facts("numerator"), found.facts("pct")
            if len(numerators) < len(percentages):
                numerators *= 2
            for one, pct, place in zip(numerators, percentages, found.places("pct"), strict=False):
                name = _name(found, place, language)
                if (
                    pct.start in taken
                    or not isinstance(one.value, Count | Money)
                    or (each is _PAIRS.patterns[-1] and not name)
                ):
                    continue
                taken.add(pct.start)
                yield Pair(one, pct, name, sentence)


def _name(found: Found, place: int, language: Language) -> str:
    """Return what the words around a percentage call the whole that it is of."""
    items = found.line.items
    first = place
    while first and items[first - 1].letter in "wnht" and place - first < _LONGEST_NAME:
        first -= 1
    before = [item.word for item in items[first:place]]
    last = place + 1
    while last < len(items) and items[last].letter in "wnh" and last - place <= _LONGEST_NAME:
        last += 1
    behind = [item.word for item in items[place + 1 : last]]
    for words in (before, behind):
        names = {language.wholes[word] for word in words if word in language.wholes}
        if names:
            return OWN if OWN in names else names.pop()
    if items[first - 1].letter == "s" if first else False:
        return "".join(before)
    return " ".join(behind) if behind and items[place + 1].letter == "h" else ""


def _alike(one: Fact, other: Fact) -> bool:
    amounts = Count | Money
    if not isinstance(one.value, amounts) or not isinstance(other.value, amounts):
        return False
    bare = any(isinstance(fact.value, Count) and fact.value.of is None for fact in (one, other))
    return one.value.in_unit_of(other.value) or (bare and type(one.value) is type(other.value))
