"""Neighbours that read each other: figures that make one sum, share a unit, or say one amount twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

import msgspec

from ...lang.language import Language
from ...model.interval import product, scaled, total
from ...model.readings import Precision
from ...model.values import Change, Count, Money, Percent, Quantity
from ..mention import Mention
from ..window import word_before
from .right_context import per

_NEIGHBOURS = 3  # figures and dates to look back over
REACH = 48  # characters in which a movement carries on
_TOKENS = re.compile(r"\w+|[^\w\s]").findall
_THOUSAND = 1000
_MOST_TIMES = 20  # that one level of a thing is the other, where no unit tells that they are of one
_LONGEST = 12  # characters between two figures that read each other


def summed(text: str, first: Mention, second: Mention, language: Language) -> Mention | None:
    """Return one amount for "20 dollars and 43 cents", None where two figures are no sum."""
    one, other = first.value, second.value
    if type(other) is Count and type(one) is Money:
        return _hundredths(text, first, second, one, other, language)
    if not isinstance(one, (Money, Change)) or not (type(one) is type(other) or type(other) is Change):
        return None
    if second.unit is None or second.unit.tag != "minor" or first.unit is None:
        return None
    if first.unit.tag != "currency" and not (first.unit.tag == "minor" and first.unit.power > second.unit.power):
        return None
    tight = first.end == second.start and not language.words.unspaced
    if text[first.end : second.start].strip() not in language.shared.sums or tight:
        return None
    if set(first.unit.candidates).isdisjoint(second.unit.candidates) or one.amount is None or other.amount is None:
        return None
    whole = other if type(other) is Change else one
    value = msgspec.structs.replace(whole, amount=total(one.amount, other.amount), per=one.per or other.per)
    summed = _with(first, second, value, second.precision)
    return msgspec.structs.replace(summed, direction=second.direction)


def _with(first: Mention, second: Mention, value: Money | Change, precision: tuple[Precision, ...]) -> Mention:
    """Return the first of two mentions that are one figure, and what it is per, which either may say."""
    own = first.own or second.own
    return msgspec.structs.replace(first, end=second.end, value=value, precision=precision, own=own)


def _hundredths(
    text: str, first: Mention, second: Mention, one: Money, other: Count, language: Language
) -> Mention | None:
    """Return one amount for "15 dollars 50": two digits after a currency's name, which count nothing themselves."""
    if language.currencies.tenths and text[first.end : second.start] in language.shared.sums:
        return _next_place(first, second, one, other)
    digits = text[second.start : second.end]
    if digits.isalpha() and other.amount is not None:
        digits = str(other.amount)  # "zwei Euro fünfzig"
    if first.prefixed or len(digits) != 2 or not digits.isdecimal() or other.of is not None or one.amount is None:
        return None
    if text[first.end : second.start].strip() not in language.shared.sums or first.precision[0].digit != 1:
        return None
    value = msgspec.structs.replace(one, amount=total(one.amount, scaled(digits, -2)), per=one.per or other.per)
    return _with(first, second, value, (Precision(scaled("1", -2), scaled("1", -2)),))


def _next_place(first: Mention, second: Mention, one: Money, other: Count) -> Mention | None:
    """Return one amount for "两毛五" or "三块零四": a digit of the next place, after a nought of the one after it."""
    digit = Fraction(first.precision[0].digit)
    if one.amount is None or other.amount is None or digit not in (1, Fraction(1, 10)):
        return None
    place = digit / (100 if second.start > first.end else 10)
    amount, size = total(one.amount, product(other.amount, place)), product(place, 1)
    value = msgspec.structs.replace(one, amount=amount, per=one.per or other.per)
    return _with(first, second, value, (Precision(size, size),))


def shared(text: str, drafts: Sequence[Mention], found: Mention, language: Language) -> list[Mention]:
    """Return the last of `drafts` in the unit that a figure after them states, where they are bare numbers.

    "eight or nine euros", "from 5 to 7 percent": as many mentions as are to replace the last ones, often none.
    """
    replaced: list[Mention] = []
    if found.prefixed:
        return replaced  # "in 20 and $6 million": what stands before a figure is of that figure alone
    data = language.shared
    words, end = data.lists, found.start
    for draft in reversed(drafts):
        value = _bare(draft.value, found)
        if value is None or end - draft.end > _LONGEST:
            break
        gap = text[draft.end : end].strip().casefold()
        of_it = gap in data.parts and draft.precision[0].digit >= 1000  # "2 million of its 5 million euros"
        level = _is_level(text, draft.start, gap, language)
        if not level and ((gap not in words and not of_it) or type(draft.value) is Change):
            break
        times = Fraction(1) if of_it else _times(text, value, found, level, language)
        precision = draft.precision
        if times > 1 and value.amount is not None:
            value, size = msgspec.structs.replace(value, amount=product(value.amount, times)), precision[0]
            precision = (Precision(product(size.digit, times), product(size.nonzero, times), size.word),)
        unit = _in_unit_of(found.value, value) or (_alike(found.value, value) if level and times > 1 else None)
        if unit is None or (times == 1 and type(draft.value) is Change):
            break
        direction = None if type(draft.value) is Change else draft.direction
        replaced.append(msgspec.structs.replace(draft, value=unit, precision=precision, direction=direction))
        words, end = data.commas, draft.start
    return replaced[::-1]


def _is_level(text: str, start: int, gap: str, language: Language) -> bool:
    """Tell whether a figure is the level that something moved from: "from 5 to 7 percent", "von 5 auf 7 Prozent"."""
    word, ranges = word_before(text, start, language), language.ranges
    return (gap in ranges.connectors and word in ranges.from_words) or (
        gap in language.changes.levels and word in language.changes.levels
    )


def _times(text: str, bare: Count, found: Mention, level: bool, language: Language) -> Fraction:
    """Return the scale of the figure after a bare number that is its own too: "8 or 9 million euros"; 1 for none.

    Not in "200 or 9 million". From a `level` a figure may fall, too: "from 35 to 33 billion euros".
    """
    scales, said = language.numbers.scales, text[found.start : found.end].casefold().split()
    power = max((scales.get(word, 0) for word in said), default=0)
    value = found.value
    whole = None if value is None else value.low if value.amount is None else value.amount
    if not power or bare.amount is None or whole is None:
        return Fraction(1)
    times = Fraction(10) ** power
    greater = bare.amount >= _THOUSAND if level else product(bare.amount, times) >= whole
    return Fraction(1) if greater else times


def _bare(value: Quantity | None, found: Mention) -> Count | None:
    """Return a number that nothing says the unit of, or what seems a change by it: "reculé de 4,6 à 3,9 millions"."""
    if type(value) is Count and value.of is None:
        return value
    if type(value) is Change and value.unit == "count" and value.of is None and value.amount is not None:
        return Count(value.amount) if type(found.value) in (Count, Money) else None
    return None


def _alike(stated: Quantity | None, bare: Count) -> Count | None:
    """Return a number as of what another counts, if both may be levels of it: "from 4.6 to 3.9 million people"."""
    if type(stated) is not Count or not stated.amount or not bare.amount:
        return None
    alike = Fraction(1, _MOST_TIMES) <= Fraction(bare.amount) / Fraction(stated.amount) <= _MOST_TIMES
    return msgspec.structs.replace(bare, of=stated.of) if alike else None


def _in_unit_of(stated: Quantity | None, bare: Count) -> Quantity | None:
    """Return a bare number in the unit of the figure after it, None where that has no unit to share."""
    if isinstance(stated, Money):
        names = {name: getattr(stated, name) for name in ("currency", "candidates", "reason")}
        return Money(bare.amount, bare.low, bare.high, **names)
    if isinstance(stated, Percent):
        return Percent(bare.amount, bare.low, bare.high, unit=stated.unit)
    return None


def carried(text: str, drafts: Sequence[Mention], found: Mention, language: Language) -> Mention:
    """Return a percentage that moves as the one before it does, if it does: "rose 3.1% in March and 4.2% in April"."""
    value = found.value
    if type(value) is not Percent:
        return found
    pieces, end = [], found.start
    for draft in reversed(drafts[-_NEIGHBOURS:]):
        pieces.append(text[draft.end : end])
        end = draft.start
        if draft.value is None:
            continue
        one = draft.value
        if type(one) is Change and one.unit == value.unit and end > found.start - REACH:
            words = _TOKENS(" ".join(pieces))
            if len(words) > 1 and language.shared.again.issuperset(words):
                numbers = value.amount, value.low, value.high
                moved = Change(*numbers, direction=one.direction, unit=value.unit, basis=one.basis)
                return msgspec.structs.replace(found, value=moved, direction=one.direction)
        break
    return found


def restated(text: str, whole: Mention, found: Mention, language: Language) -> tuple[Mention, Mention]:
    """Return an amount and its conversion in brackets with what both are for: "1bn yuan ($146 million) a year"."""
    one, other = whole.value, found.value
    if type(one) is not Money or type(other) is not Money or text[whole.end : found.start].strip() not in ("(", "（"):
        return whole, found
    rate = other.per or one.per
    if rate is None and text[found.end : found.end + 1] in (")", "）"):
        behind = per(text, found.end + 1, language)
        rate = behind[1] if behind else None
    if rate is None:
        return whole, found
    return (
        msgspec.structs.replace(whole, value=msgspec.structs.replace(one, per=rate)),
        msgspec.structs.replace(found, value=msgspec.structs.replace(other, per=rate)),
    )
