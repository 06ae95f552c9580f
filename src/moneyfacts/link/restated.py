"""The same said again: in another currency or unit, per share, as a percentage. It is folded away once it is tied.

"A profit of $92 million (€80 million), or 53 cents a share": the euros are a conversion of the dollars, and the cents
stand beside them, so that a level before it ("from $80 million, or 46 cents a share") can be held against each.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import get_args

from msgspec.structs import replace

from ..measure import factor
from ..model.facts import Fact
from ..model.values import Change, Count, Grain, Measurement, Money
from .patterns import Found, TagPatterns
from .patterns import TagPattern as Pattern
from .relations import Link, Relation
from .tags import TagSequence

CONVERTED = TagPatterns(
    (
        Pattern(
            "converted_in_brackets",
            """{converted} (?: <word>{0,2} | <of><word>{1,2} ) <(> <restated|or>? {equivalent}
            (?: <;|,|/|or|-> <restated|or>? {equivalent2} )? (?:,<word>{0,3}){0,2} <word|to|earlier|break>{0,4} <)>""",
            "The bridge cost 5 million euros ($5.6 million).",
        ),
        Pattern(
            "converted_beside",
            "{amount} {equivalent} {equivalent2}?",
            "It won a 60 mln euro $ 76.8 mln contract to build the new hall.",
        ),
        Pattern(
            "converted_after_or",
            """{amount} ,? <break>?<word>? <restated|or> {equivalent}
            (?: <,|or> <restated|or>? {equivalent2} )?""",
            "Nordvik sold the mill for 700 million kronor, or about $104 million.",
        ),
    )
)
REPEATED = TagPatterns(
    (
        Pattern(
            "said_again",
            "{first} (?: ,<or>{again},? | <or>{again2} | <(><or>?{again3}<)> | ,{again4}, )",
            "About two-thirds, or 66%, of the plans limit contributions.",
        ),
    )
)
RATE = TagPatterns((Pattern("rate_of_exchange", "{amount} = {equivalent}", "($1 = 6.88 yuan)"),))
BESIDE = Pattern(
    "levels_beside",
    "{amount} (?: ,?<or>{equivalent},? | <(>{equivalent2}<)> | ,<or>{share},?(?!<of>) )",
    "Profit rose to $92 million, or 53 cents a share, from $80 million, or 46 cents a share.",
)
_BESIDE = TagPatterns((BESIDE,))
_TERMS = frozenset({*get_args(Grain), "hour", "minute"})
_PRICE = 1000  # what has cents and is less is what something is sold for
_LEAST_TIMES = 1000  # that an amount is of what it comes to a share


def fold_restated(tags: TagSequence) -> tuple[TagSequence, list[Link]]:
    """Return the tags without what is said again, and the links of that."""
    links: list[Link] = []
    for each in CONVERTED.of(tags):
        start = 0
        while found := each.first(tags, start):
            start = found.start + 1
            if made := _conversions(found, links):
                links += made
                whole = len(made) == len(found.facts("equivalent"))
                tags = tags.without(start, found.end if whole else found.groups["equivalent"] + 1)
    links += _tied(tags, "repeat", REPEATED, ("first", "again"))
    links += _tied(tags, "rate", RATE, ("amount", "equivalent"))
    return tags, links


def _tied(tags: TagSequence, relation: Relation, patterns: TagPatterns, roles: tuple[str, str]) -> Iterator[Link]:
    for found in patterns.search(tags):
        yield Link(relation, tuple((role, fact) for role in roles for fact in found.facts(role)[:1]), tie=found.pattern)


def fold_beside(tags: TagSequence) -> tuple[TagSequence, dict[int, Fact]]:
    """Return the tags without what figures come to a share, or are a share of, and those by where the figures begin."""
    beside: dict[int, Fact] = {}
    start = 0
    while _BESIDE.of(tags) and (found := BESIDE.first(tags, start)):
        start = found.start + 1
        amount, share = found.fact("amount"), found.fact("share")
        other = share or found.fact("equivalent")
        if amount is not None and other is not None and (share or _comes_to(amount, other)):
            beside[amount.start] = other
            tags = tags.without(start, found.end)
    return tags, beside


def _conversions(found: Found, links: list[Link]) -> list[Link]:
    """Return the conversions of a pattern, up to the first figure that is none."""
    amount = _amount(found)
    made: list[Link] = []
    for equivalent in found.facts("equivalent"):
        if amount is None:
            break
        if (
            _is_bare(amount)
            and isinstance(equivalent.value, Money)
            and links
            and found.tags.has("(", found.start + 1, found.start + 2)
        ):
            amount = _as_before(amount, equivalent.value, links)
        bracket = found.has("(") or found.tags.has("amount", found.start + 1, found.start + 2)
        if _is_rest(amount, equivalent, found) or not converts(amount, equivalent, bracket=bracket):
            break
        weak = _is_another_price(amount, equivalent, found)
        made.append(Link("conversion", (("amount", amount), ("equivalent", equivalent)), weak=weak, tie=found.pattern))
    return made


def _amount(found: Found) -> Fact | None:
    """Return what is converted: an amount, or a change by one, "its debt rises by 7 billion euros ($9.54 billion)"."""
    fact = found.fact("amount") or found.fact("converted")
    if fact is None or not isinstance(fact.value, Change):
        return fact
    change = fact.value
    if not change.candidates:
        return None
    numbers = {name: getattr(change, name) for name in ("amount", "low", "high", "alternatives")}
    return replace(fact, value=Money(currency=change.unit, candidates=change.candidates, per=change.per, **numbers))


def _is_another_price(amount: Fact, other: Fact, found: Found) -> bool:
    """Tell whether two prices may be of two places or terms: "1.29 euros or 99 pence", "$2 a week or $80 a year"."""
    one, another = amount.value, other.value
    if not isinstance(one, Money) or not isinstance(another, Money):
        return False
    is_price = isinstance(one.amount, Decimal) and abs(one.amount) < _PRICE and one.amount % 1 != 0
    loose = found.pattern == "converted_after_or" and not found.has("restated")
    terms = one.currency == another.currency and one.per in _TERMS
    return terms or (is_price and loose)


def _is_rest(amount: Fact, other: Fact, found: Found) -> bool:
    """Tell whether a second figure is less than one of the first's unit: "six feet two inches" is one length."""
    one, rest = amount.value, other.value
    if found.pattern != "converted_beside" or not isinstance(one, Measurement) or not isinstance(rest, Measurement):
        return False
    units = factor(one.unit, rest.unit)
    return units is not None and rest.amount is not None and Fraction(rest.amount) < units


def converts(amount: Fact, equivalent: Fact, *, bracket: bool) -> bool:
    """Tell whether two figures are in two currencies or two units, so that one may say the other again.

    Only in a bracket may the second leave out what both are paid for.
    """
    one, other = amount.value, equivalent.value
    if isinstance(one, Money) and isinstance(other, Money):
        if one.currency == other.currency:
            return one.per is not None and other.per is not None and one.per != other.per
        certain = other.currency not in one.candidates[1:] or len(one.candidates) > len(other.candidates)
        return certain and (one.per == other.per or bracket)
    return isinstance(one, Measurement) and isinstance(other, Measurement) and one.unit != other.unit


def _is_bare(fact: Fact) -> bool:
    return isinstance(fact.value, Count) and fact.value.of is None


def _as_before(bare: Fact, equivalent: Money, links: list[Link]) -> Fact:
    """Return a number as money of the currency that was converted before: "2 euros ($3), and 4 ($6)"."""
    one, other = links[-1].roles[0][1].value, links[-1].roles[-1][1].value
    if isinstance(one, Money) and isinstance(other, Money) and other.currency == equivalent.currency:
        value = bare.value
        assert isinstance(value, Count)
        money = Money(
            amount=value.amount,
            low=value.low,
            high=value.high,
            currency=one.currency,
            candidates=one.candidates,
            reason="the amounts before it",
        )
        return replace(bare, value=money)
    return bare


def _comes_to(amount: Fact, other: Fact) -> bool:
    """Tell whether the second of two amounts is what the first comes to for a share."""
    one, share = amount.value, other.value
    if not isinstance(one, Money) or not isinstance(share, Money) or one.currency not in share.candidates:
        return False
    if share.per is not None or one.per is not None:
        return one.per is None
    amounts, shares = amount.typical, other.typical
    return bool(amounts and shares and amounts.low and shares.high and amounts.low > _LEAST_TIMES * shares.high)
