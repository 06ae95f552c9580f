"""Shares of a whole that is not stated: "237,000 shares, or 7.8 percent, from 164,000 shares, or 5.4 percent".

Two figures with the percentages that they are of one whole say what it is, twice. That they are of one follows from
the words that name it; which words mean the same ("总股本", "股份总数"), and which mean what somebody himself holds,
is language data. A share of what somebody holds has a stated whole: the holding that was named before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..lang.language import Language
from ..model.facts import Fact
from ..model.values import Count, Money
from .patterns import Found, TagPatterns
from .patterns import TagPattern as Pattern
from .relations import Link
from .tags import TagSequence

OWN = "own"
PAIRS = TagPatterns(
    (
        Pattern(
            "parts_shares_respectively",
            "{numerator} <and>{* numerator2} ,? <share> ... <to>?{pct} <and>{* pct2}",
            "两家股东拟分别减持不超过1.50亿股和0.40亿股，占公司总股本的2.25%和0.60%。",
            "zh",
        ),
        Pattern(
            "part_accounting_for",
            "{numerator} ..., ,? <share> ... <to>?{pct} (?: ... <,|and>? <share> ... <to>?{pct2} )?",
            "甲方质押600万股，占总股本的2.0%；乙方质押300万股，占总股本的1.0%。",
            "zh",
        ),
        Pattern(
            "share_or_part",
            "{pct} ... ,?<or>{* numerator}",
            "The fund raised its stake to 7.0 pct, or 224,000 shares, from 5.0 pct, or 160,000 shares.",
        ),
        Pattern(
            "part_or_share",
            "{numerator} ,? <or|(>{* pct}(?! ,?@of <amount>)",
            "The fund raised its stake to 224,000 shares, or 7.0 pct, from 160,000 shares, or 5.0 pct.",
        ),
        Pattern(
            "part_for_share",
            "{numerator} <word>{0,2} {pct} <word>{0,2}",
            "Nordvik shipped 20 million phones for a 20 percent share, Orrin 10 million for a 10 percent share.",
        ),
    )
)
_BARE = PAIRS[-1]  # believed only where the words name the whole
_NAMING = ("word", "movement", "of")  # the tags of words that name a whole
_LONGEST_NAME = 6  # words that name a whole


class Pair(NamedTuple):
    """A figure and the percentage that it is of a whole; `whole` is what the words call it, "" where they do not."""

    numerator: Fact
    pct: Fact
    whole: str
    sentence: int
    pattern: str


def shares_of_one_whole(tagged: Sequence[tuple[int, TagSequence]], language: Language) -> Iterator[Link]:
    """Yield the shares of wholes that go unstated, by the tags and numbers of the sentences of one paragraph."""
    pairs = sorted(
        (pair for number, tags in tagged for pair in _pairs(tags, number, language)),
        key=lambda pair: pair.numerator.start,
    )
    held: Pair | None = None
    waiting: Pair | None = None  # a share of a holding that is named only after it
    groups: dict[str, list[list[Pair]]] = {}
    last = ""
    for pair in pairs:
        if pair.whole == OWN:
            if held is None:
                waiting = pair
            if held is not None and pair.sentence - held.sentence <= 1 and _alike(pair.numerator, held.numerator):
                roles = (("numerator", pair.numerator), ("pct", pair.pct), ("denominator", held.numerator))
                yield Link("share", roles, tie="share_of_holding")
            continue
        if waiting is not None and pair.sentence - waiting.sentence <= 1 and _alike(pair.numerator, waiting.numerator):
            roles = (("numerator", waiting.numerator), ("pct", waiting.pct), ("denominator", pair.numerator))
            yield Link("share", roles, weak=True, tie="share_of_later_holding")
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
                    # "1.32% of loans in 2022, and 1.51% in 2021" are of two wholes, as units' shares of revenue are
                    weak=not group[0].whole or isinstance(group[0].numerator.value, Money),
                    tie=group[0].pattern,
                )


def _pairs(tags: TagSequence, sentence: int, language: Language) -> Iterator[Pair]:
    taken: set[int] = set()
    for each in PAIRS.of(tags):
        for found in each.search(tags):
            numerators, percentages = found.facts("numerator"), found.facts("pct")
            if len(numerators) < len(percentages):
                numerators *= 2
            for one, pct, place in zip(numerators, percentages, found.places("pct"), strict=False):
                name = _name(found, place, language)
                if pct.start in taken or not isinstance(one.value, Count | Money) or (each is _BARE and not name):
                    continue
                taken.add(pct.start)
                yield Pair(one, pct, name, sentence, each.name)


def _name(found: Found, place: int, language: Language) -> str:
    """Return what the words around a percentage call the whole that it is of."""
    items = found.tags.items
    first = place
    while first and items[first - 1].tag in (*_NAMING, "to") and place - first < _LONGEST_NAME:
        first -= 1
    before = [item.word for item in items[first:place]]
    last = place + 1
    while last < len(items) and items[last].tag in _NAMING and last - place <= _LONGEST_NAME:
        last += 1
    behind = [item.word for item in items[place + 1 : last]]
    for words in (before, behind):
        names = {language.links.wholes[word] for word in words if word in language.links.wholes}
        if names:
            return OWN if OWN in names else names.pop()
    if first and items[first - 1].tag == "share":
        return "".join(before)
    return " ".join(behind) if behind and items[place + 1].tag == "of" else ""


def _alike(one: Fact, other: Fact) -> bool:
    amounts = Count | Money
    if not isinstance(one.value, amounts) or not isinstance(other.value, amounts):
        return False
    bare = any(isinstance(fact.value, Count) and fact.value.of is None for fact in (one, other))
    return one.value.in_unit_of(other.value) or (bare and type(one.value) is type(other.value))
