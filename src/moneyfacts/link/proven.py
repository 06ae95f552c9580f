"""Shares of a whole, and products, that no pattern ties and that their figures prove.

"It has recovered $7.6 billion for its clients, or 44 percent of the $17.3 billion that they lost": few percentages that
are of something stand beside two amounts, and one that is the quotient of the two was meant. So it is with a number of
shares, what one costs, and what they cost together. What is tied here agrees; it is never a conflict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import permutations, product

from ..model.facts import Fact
from ..model.interval import Interval
from ..model.values import Count, Money, Percent
from .across_sentences import Said
from .relations import Link
from .tags import letters

SHARE, PRODUCT = "share_that_fits", "product_that_fits"
_WIDEST = Fraction(4, 100)  # of what is implied: what the figures leave open
_MOST = 8  # amounts in a sentence
_FEWEST = 1000  # of what is priced
_DEAREST = 10_000
_BEFORE, _AFTER = letters("or", "(", "share"), letters("of")
_HUNDREDTH = Interval.point(Fraction(1, 100))


def prove(sentences: Sequence[Said]) -> None:
    """Put to the links of sentences the shares and products that figures prove, and nothing else holds."""
    for said in sentences:
        tied = {fact.start for link in said.links for _, fact in link.roles}
        amounts = [item.fact for item in said.tags.items if item.fact is not None and item.tag == "amount"]
        if 1 < len(amounts) <= _MOST:
            said.links.extend([*_shares(said, amounts, tied), *_products(amounts, tied)])


def _shares(said: Said, amounts: Sequence[Fact], tied: set[int]) -> Iterator[Link]:
    code = said.tags.code
    for place, item in enumerate(said.tags.items):
        pct = item.fact
        if pct is None or pct.start in tied or not isinstance(pct.value, Percent) or pct.value.unit != "percent":
            continue
        if _AFTER.isdisjoint(code[place + 1 : place + 2]) and _BEFORE.isdisjoint(code[max(0, place - 1) : place]):
            continue
        fitting = [
            (part, whole)
            for part, whole in permutations(amounts, 2)
            if _alike(part, whole) and _fits(whole, pct, part, _HUNDREDTH)
        ]
        if len({(part.typical, whole.typical) for part, whole in fitting}) == 1:
            part, whole = fitting[0]
            roles = (("numerator", part), ("pct", pct), ("denominator", whole))
            yield Link("share", roles, weak=True, tie=SHARE)


def _products(amounts: Sequence[Fact], tied: set[int]) -> Iterator[Link]:
    counts = [fact for fact in amounts if fact.start not in tied and _is_many(fact)]
    sums = [fact for fact in amounts if isinstance(fact.value, Money)]
    fitting = [
        (count, price, total)
        for count, (price, total) in product(counts, permutations(sums, 2))
        if _alike(price, total) and _is_price(price) and _fits(count, price, total, Interval.point(1))
    ]
    if len(fitting) == 1:
        count, price, total = fitting[0]
        if {price.start, total.start} - tied:
            roles = (("price", price), ("count", count), ("total", total))
            yield Link("per_unit", tuple(sorted(roles, key=lambda role: role[1].start)), weak=True, tie=PRODUCT)


def _is_many(fact: Fact) -> bool:
    value = fact.value
    return isinstance(value, Count) and isinstance(value.amount, Decimal) and value.amount >= _FEWEST


def _is_price(fact: Fact) -> bool:
    value = fact.value
    return isinstance(value, Money) and isinstance(value.amount, Decimal) and 0 < value.amount < _DEAREST


def _alike(one: Fact, other: Fact) -> bool:
    """Tell whether two amounts are in one unit."""
    a, b = one.value, other.value
    if isinstance(a, Money) and isinstance(b, Money):
        return a.currency == b.currency
    return isinstance(a, Count) and isinstance(b, Count)


def _fits(one: Fact, times: Fact, result: Fact, unit: Interval) -> bool:
    """Tell whether a figure is so many times another, as they are printed, and leave little open."""
    first, second, third = one.typical, times.typical, result.typical
    if first is None or second is None or third is None:
        return False
    implied = first * second * unit
    if implied.low is None or implied.high is None or third.low is None or third.high is None:
        return False
    width = implied.high - implied.low + third.high - third.low
    return implied.overlaps(third) and width <= _WIDEST * (third.high + third.low) / 2
