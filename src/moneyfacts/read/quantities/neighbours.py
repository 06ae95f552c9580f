"""Neighbours that read each other: figures that make one sum, share a unit, or say one amount twice."""

from __future__ import annotations

import re
from fractions import Fraction

import msgspec

from ...lang.language import Language
from ...model.interval import product, scaled, total
from ...model.readings import Precision
from ...model.values import Change, Count, Money, Percent, Quantity
from ..mention import Mention
from .right_context import per

_NEIGHBOURS = 3  # figures and dates to look back over
REACH = 48  # characters in which a movement carries on
_TOKENS = re.compile(r"\w+|[^\w\s]").findall
_THOUSAND = 1000
_LONGEST = 12  # characters between two figures that read each other


def summed(text: str, first: Mention, second: Mention, language: Language) -> bool:
    """Make one amount of "20 dollars and 43 cents"; tell whether `first` now holds both."""
    one, other = first.value, second.value
    if type(other) is Count and type(one) is Money:
        return _hundredths(text, first, second, one, other, language)
    if not isinstance(one, (Money, Change)) or not (type(one) is type(other) or type(other) is Change):
        return False
    if second.unit is None or second.unit.tag != "minor" or first.unit is None:
        return False
    if first.unit.tag != "currency" and not (first.unit.tag == "minor" and first.unit.power > second.unit.power):
        return False
    tight = first.end == second.start and not language.words.unspaced
    if text[first.end : second.start].strip() not in language.shared.sums or tight:
        return False
    if set(first.unit.candidates).isdisjoint(second.unit.candidates) or one.amount is None or other.amount is None:
        return False
    whole = other if type(other) is Change else one
    first.value = msgspec.structs.replace(whole, amount=total(one.amount, other.amount))
    first.end, first.precision, first.direction = second.end, second.precision, second.direction
    return True


def _hundredths(text: str, first: Mention, second: Mention, one: Money, other: Count, language: Language) -> bool:
    """Make one amount of "15 dollars 50": two digits behind a currency's name, which count nothing themselves."""
    if language.currencies.tenths and text[first.end : second.start] in language.shared.sums:
        return _next_place(first, second, one, other)
    digits = text[second.start : second.end]
    if digits.isalpha() and other.amount is not None:
        digits = str(other.amount)  # "zwei Euro fünfzig"
    if first.prefixed or len(digits) != 2 or not digits.isdecimal() or other.of is not None or one.amount is None:
        return False
    if text[first.end : second.start].strip() not in language.shared.sums or first.precision[0].digit != 1:
        return False
    first.value = msgspec.structs.replace(one, amount=total(one.amount, scaled(digits, -2)))
    first.end, first.precision = second.end, (Precision(scaled("1", -2), scaled("1", -2)),)
    return True


def _next_place(first: Mention, second: Mention, one: Money, other: Count) -> bool:
    """Make one amount of "两毛五" or "三块零四": a digit of the next place, or with a nought of the one behind it."""
    digit = Fraction(first.precision[0].digit)
    if one.amount is None or other.amount is None or digit not in (1, Fraction(1, 10)):
        return False
    place = digit / (100 if second.start > first.end else 10)
    first.value = msgspec.structs.replace(one, amount=total(one.amount, product(other.amount, place)))
    size = product(place, 1)
    first.end, first.precision = second.end, (Precision(size, size),)
    return True


def shared(text: str, drafts: list[Mention], found: Mention, language: Language) -> None:
    """Give the bare numbers before a figure the unit that it states: "eight or nine euros", "from 5 to 7 percent"."""
    if found.prefixed:
        return  # "in 20 and $6 million": what stands before a figure is of that figure alone
    data = language.shared
    words, end = data.lists, found.start
    for draft in reversed(drafts):
        value = draft.value
        if type(value) is not Count or value.of is not None or end - draft.end > _LONGEST:
            return
        gap = text[draft.end : end].strip().casefold()
        of_it = gap in data.parts and draft.precision[0].digit >= 1000  # "2 million of its 5 million euros"
        level = _is_level(text, draft.start, gap, language)
        if gap not in words and not of_it and not level:
            return
        unit = _in_unit_of(found.value, value if of_it else _scaled(text, draft, value, found, level, language))
        if unit is None:
            return
        draft.value, words, end = unit, data.commas, draft.start


def _is_level(text: str, start: int, gap: str, language: Language) -> bool:
    """Tell whether a figure is the level that something moved from: "from 5 to 7 percent", "von 5 auf 7 Prozent"."""
    lead = text[max(0, start - _LONGEST) : start].rsplit(None, 1)
    word = lead[-1].casefold() if lead else ""
    return (gap in language.ranges.connectors and word in language.ranges.from_words) or (
        gap in language.changes.levels and word in language.changes.levels
    )


def _scaled(text: str, draft: Mention, bare: Count, found: Mention, level: bool, language: Language) -> Count:
    """Return a bare number in the scale of the figure behind it: "8 or 9 million euros", but not "200 or 9 million".

    From a `level` a figure may fall, too: "from 35 to 33 billion euros".
    """
    scales, said = language.numbers.scales, text[found.start : found.end].casefold().split()
    power = max((scales.get(word, 0) for word in said), default=0)
    value = found.value
    whole = None if value is None else value.low if value.amount is None else value.amount
    if not power or bare.amount is None or whole is None:
        return bare
    times = Fraction(10) ** power
    amount, size = product(bare.amount, times), draft.precision[0]
    if bare.amount >= _THOUSAND if level else amount >= whole:
        return bare
    draft.precision = (Precision(product(size.digit, times), product(size.nonzero, times), size.word),)
    return msgspec.structs.replace(bare, amount=amount)


def _in_unit_of(stated: Quantity | None, bare: Count) -> Quantity | None:
    """Return a bare number in the unit of the figure behind it, None where that has no unit to share."""
    if isinstance(stated, Money):
        names = {name: getattr(stated, name) for name in ("currency", "candidates", "reason")}
        return Money(bare.amount, bare.low, bare.high, **names)
    if isinstance(stated, Percent):
        return Percent(bare.amount, bare.low, bare.high, unit=stated.unit)
    return None


def carried(text: str, drafts: list[Mention], found: Mention, language: Language) -> None:
    """Let a percentage move as the one before it does: "rose 3.1% in March and 4.2% in April"."""
    value = found.value
    if type(value) is not Percent:
        return
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
                found.direction = one.direction
                numbers = value.amount, value.low, value.high
                found.value = Change(*numbers, direction=one.direction, unit=value.unit, basis=one.basis)
        return


def restated(text: str, whole: Mention, found: Mention, language: Language) -> None:
    """Give an amount and its conversion in brackets what either is paid for: "1 billion yuan ($146 million) a year"."""
    one, other = whole.value, found.value
    if type(one) is not Money or type(other) is not Money or text[whole.end : found.start].strip() not in ("(", "（"):
        return
    rate = other.per or one.per
    if rate is None and text[found.end : found.end + 1] in (")", "）"):
        behind = per(text, found.end + 1, language)
        rate = behind[1] if behind else None
    if rate:
        found.value = msgspec.structs.replace(other, per=rate)
        whole.value = msgspec.structs.replace(one, per=rate)
