"""A price for each, how many, and what they come to: "20 million shares at $25 each for $500 million", in any order.

Where a sentence has one of each, they belong together, unless their product is far from the total. What is paid a year
for some years is tied loosely, but where the two are neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ..lang.language import Language
from ..model.facts import Fact
from ..model.interval import Interval
from ..model.values import Count, Duration, Money
from .relations import Link
from .tags import TagSequence

_NEAR = 4  # words
_WIDE = Fraction(21, 20)
_SIZE = Interval(Fraction(1, 20), Fraction(20))


def prices_in(tags: TagSequence, language: Language) -> Iterator[Link]:
    """Yield what so many come to at their price."""
    figures = [(place, item.fact) for place, item in enumerate(tags.items) if item.fact is not None]
    for at, price in figures:
        per = _per(tags, at, language)
        if per is None:
            continue
        counts = [fact for _, fact in figures if _counts(fact, per, language)]
        totals = [
            (place, fact) for place, fact in figures if _is_total(fact, price) and not _per(tags, place, language)
        ]
        if len(counts) == 1 and len(totals) == 1:
            [(place, total)] = totals
            roles = (("price", price), ("count", counts[0]), ("total", total))
            yield Link(
                "per_unit",
                tuple(sorted(roles, key=lambda role: role[1].start)),
                weak=not (_is_certain(counts[0]) and _is_near(price, counts[0], total))
                or price.qualifier is not None  # "up to $65,000 each"
                or (total.qualifier is not None and _is_wide(price))
                or tags.has("break", place - 1, place),  # "under our $50 million program"
                tie="price_count_total",
            )
            return


def _per(tags: TagSequence, place: int, language: Language) -> str | None:
    """Return what an amount is paid for, where its words or those shortly before it say so: "每股回购价介乎"."""
    fact = tags.items[place].fact
    value = fact.value if fact else None
    if isinstance(value, Count) and value.of is None:
        return value.per  # "or 12.5 billion a year", of euros
    if not isinstance(value, Money) or value.per is not None:
        return value.per if isinstance(value, Money) else None
    for item in reversed(tags.items[max(0, place - _NEAR) : place]):
        if item.fact is not None:
            return None
        if item.word in language.per.before:
            return language.per.before[item.word]
    return None


def _is_certain(count: Fact) -> bool:
    """Tell whether a price is one for each of what is counted: of things.

    What is paid a year for some years may insure, or buy, the total, and not come to it.
    """
    return isinstance(count.value, Count)


def _is_wide(price: Fact) -> bool:
    """Tell whether a price is a wide range, for which a total is worked out from one end or the other."""
    value = price.value
    if not isinstance(value, Money) or value.low is None or value.high is None:
        return False
    return Fraction(value.high) > _WIDE * Fraction(value.low)


def _is_near(price: Fact, count: Fact, total: Fact) -> bool:
    """Tell whether a total is of the size of what so many come to at a price, so that it is meant to be that."""
    readings = price.typical, count.typical, total.typical
    if None in readings:
        return False
    each, many, paid = (reading for reading in readings if reading is not None)
    return (each * many * _SIZE).overlaps(paid)


def _counts(fact: Fact, per: str, language: Language) -> bool:
    """Tell whether a figure says how many there are of what a price is for: "shares" where it is per share or each."""
    if isinstance(fact.value, Duration):
        return fact.value.unit == per
    if not isinstance(fact.value, Count) or fact.value.of is None or fact.value.per is not None:
        return False
    if per == "unit":
        return True
    noun = "".join(language.words.tokens(fact.value.of.casefold())[-1:])
    forms = (noun, *(noun.removesuffix(ending) for ending in language.counts.plural_endings))
    return any(named[1] == per for form in forms if form and (named := language.per.nouns.find(form, 0)))


def _is_total(fact: Fact, price: Fact) -> bool:
    """Tell whether a figure may be what all of them cost: money of the price's currency, where that says its own."""
    value, each = fact.value, price.value
    if not isinstance(value, Money) or value.per is not None:
        return False
    return not isinstance(each, Money) or not {*value.candidates}.isdisjoint(each.candidates)
