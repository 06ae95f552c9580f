"""What a total comes to for each: "$2 million for 400 residents, or $5,000 each", "20 acres for $3 million, or ...".

A price says itself what it is for: by a word that counts anything ("each"), by the unit of what there is so much of
("an acre"), or by its noun ("per resident"). A price a head is tied loosely to what is not counted in heads.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..lang.language import Language
from ..measure import factor
from ..model.facts import Fact
from ..model.values import Count, Duration, Measurement, Money
from .patterns import TagPattern as Pattern
from .patterns import TagPatterns
from .relations import Link
from .tags import TagSequence

AVERAGES = TagPatterns(
    (
        Pattern(
            "count_total_or_each",
            "{count} <neutral|to|and|,>{0,10} {total} ..., ,? <(>? <or> <word|of|restated>{0,4} {price}",
            "It sold 20 acres for $3 million, or $150,000 an acre.",
        ),
        Pattern(
            "total_count_or_each",
            "{total} <neutral|to|and|,>{0,10} {count} ..., ,? <(>? <or> <word|of|restated>{0,4} {price}",
            "The town paid $2 million to 400 residents, or $5,000 per resident.",
        ),
        Pattern(
            "each_count_or_total",
            "{price} <neutral|to|and|,>{0,10} {count} ..., ,? <(>? <or> <word|of|restated>{0,4} {total}",
            "The state pays farmers €310 a hectare for 42,000 hectares, or €13.0 million in all.",
        ),
    )
)
_EACH, _HEAD = "unit", "person"  # what a price is for, as the language files name it


def averages_in(tags: TagSequence, language: Language) -> Iterator[Link]:
    """Yield totals, how many share them, and what each gets."""
    for found in AVERAGES.search(tags):
        price, count, total = (found.fact(role) for role in ("price", "count", "total"))
        if price is None or count is None or total is None or not _is_paid(price, total):
            continue
        known = _is_for(tags, found.groups["price"], count, language)
        if known is None:
            continue
        roles = sorted((("price", price), ("count", count), ("total", total)), key=lambda role: role[1].start)
        yield Link("per_unit", tuple(roles), weak=not known, tie=found.pattern)


def _is_paid(price: Fact, total: Fact) -> bool:
    """Tell whether the price is money, and the total in the same currency, for all at once."""
    one, whole = price.value, total.value
    if not isinstance(whole, Money) or whole.per is not None:
        return False
    if isinstance(one, Count):
        return one.of is None and one.per is not None  # "€61 billion in five years, or 12.2 billion a year"
    return isinstance(one, Money) and not {*one.candidates}.isdisjoint(whole.candidates)


def _is_for(tags: TagSequence, place: int, count: Fact, language: Language) -> bool | None:
    """Tell whether a price is for each of what is counted; None where it is for something else."""
    price, many = tags.items[place].fact, count.value
    per = price.value.per if price is not None and isinstance(price.value, Money | Count) else None
    if isinstance(many, Duration):
        return many.unit == per or None
    if isinstance(many, Measurement):
        return (per is not None and (many.unit == per or factor(many.unit, per) == 1)) or None
    if not isinstance(many, Count) or many.of is None or many.per is not None:
        return None
    forms = _forms(many.of, language)
    if per is None:
        return not forms.isdisjoint(_said_after(tags, place, language)) or None
    if per == _EACH or any(named[1] == per for form in forms if (named := language.per.nouns.find(form, 0))):
        return True
    return False if per == _HEAD else None


def _forms(noun: str, language: Language) -> frozenset[str]:
    """Return the last word of a noun as it is, and for one of them."""
    last = "".join(language.words.tokens(noun.casefold())[-1:])
    return frozenset({last, *(last.removesuffix(ending) for ending in language.counts.plural_endings)}) - {""}


def _said_after(tags: TagSequence, place: int, language: Language) -> Iterator[str]:
    """Yield the word after a price that may say what it is for: "$5,000 a resident", "$5,000 per resident"."""
    following = tags.items[place + 1 : place + 3]
    if following and following[0].word in language.per.markers:
        following = following[1:]
    yield from (item.word for item in following[:1] if item.tag == "word")
