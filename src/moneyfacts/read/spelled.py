"""What begins with a number word: "two million euros", "a million dollars", "half a billion", "two-thirds"."""

from __future__ import annotations

import re
from fractions import Fraction

import msgspec

from ..interval import product
from ..lang.language import Language
from ..lang.lexicon import NEXT, SPACES
from ..qualifiers import Precision
from ..values import Change, Direction, Duration, Ratio
from . import dates, durations
from .before import before
from .draft import Draft, Skip
from .number import Number, in_words
from .quantity import quantity

_WORD_BEFORE = re.compile(rf"([^\W\d_]+)[{SPACES}-]$").search
_FEW = 24  # characters to look back for one word
_ONE = Fraction(1)


def number(text: str, start: int, trigger: str, language: Language, previous: Draft | None) -> Draft | Skip | None:
    """Return the quantity that begins with a number word; a bare word counts nothing unless it counts things."""
    words, word = language.numbers, trigger.casefold()
    if text[start - 1 : start] == "-" and text[start - 2 : start - 1].isalpha():
        return None
    scale = word in words.scales or word in words.hundreds
    begin = _one(text, start, language) if scale or words.small.get(word) == 12 else start
    if begin is None:
        if scale:
            return None  # "millions of", "a few hundred": no figure says how many
        begin = start
    if _dates(text, start, trigger, language) and (date := dates.date(text, start, language)):
        return date
    found = in_words(text, start, words)
    if found is None:
        return None
    if not found.power and (share := _share(text, start, found, language)):
        return share
    draft = quantity(text, start, language, previous) or durations.mixed(text, start, found, language)
    if type(draft) is not Draft:
        return draft
    if begin < start:
        draft.start = begin
        draft.qualifier = before(text, begin, language).qualifier or draft.qualifier
    if type(draft.value) is Duration:
        draft = durations.extended(text, draft, language)
        return dates.ended(text, draft, language) or draft
    return draft


def fraction(text: str, start: int, trigger: str, language: Language, previous: Draft | None) -> Draft | None:
    """Return "half a billion euros" as money, "half of" and "a third of" as ratios; a bare "half" is neither."""
    words = language.numbers
    part = words.fractions.get(trigger.casefold())
    end = start + len(trigger)
    match = NEXT(text, end)
    if part is None or match is None:
        return None
    following = match[1].casefold()
    if length := durations.part(text, start, end, part, language):
        return length
    if following in words.ones:
        scale = NEXT(text, match.end())
        if scale is None or scale[1].casefold() not in words.scales:
            return None
        return _part_of(text, start, part, quantity(text, scale.start(1), language, previous), language)
    if following not in language.noun_links:
        return None
    begin = _one(text, start, language)
    if begin is None and part.numerator * 2 != part.denominator:
        return None
    return _ratio(text, start if begin is None else begin, end, part, language)


def times(text: str, start: int, trigger: str, language: Language) -> Draft:
    """Return "twice" as a ratio."""
    value = Fraction(language.data.numbers.multiples[trigger.casefold()])
    return _ratio(text, start, start + len(trigger), value, language)


def multiple(text: str, start: int, trigger: str, language: Language) -> Draft:
    """Return "doubled" as a change: up by a multiple of 2."""
    factor = language.data.changes.multiples[trigger.casefold()]
    found = Number(start + len(trigger), str(abs(factor)), 0, 0, word=True)
    direction: Direction = "up" if factor > 0 else "down"
    value = Change(found.amount, direction=direction, unit="multiple")
    qualifier = before(text, start, language).qualifier
    return Draft(start, found.end, value, None, (found.precision,), qualifier, direction)


def _dates(text: str, start: int, trigger: str, language: Language) -> bool:
    """Tell whether a number word may begin a date: "nineteen ninety-six", "twenty-first of May", "two thousand and five"."""
    words = language.numbers
    value = words.small.get(trigger.casefold()) or words.tens.get(trigger.casefold(), 0)
    if value > 2:
        return 14 < value < 31
    match = NEXT(text, start + len(trigger)) if value else None
    return match is not None and words.scales.get(match[1].casefold()) == 3


def _one(text: str, start: int, language: Language) -> int | None:
    """Return where the "a" of "a million" begins, None where no such word stands before `start`."""
    begin = max(0, start - _FEW)
    match = _WORD_BEFORE(text[begin:start])
    return begin + match.start() if match and match[1].casefold() in language.numbers.ones else None


def _share(text: str, start: int, found: Number, language: Language) -> Draft | None:
    """Return "two-thirds" or "three quarters" as a ratio; three quarters set apart by a space are a length of time."""
    match = NEXT(text, found.end)
    if match is None or match[1].casefold() not in language.numbers.fractions:
        return None
    if text[found.end] != "-" and match[1].casefold() in language.data.durations.get("quarter", ()):
        return None
    part = language.numbers.fractions[match[1].casefold()]
    return _ratio(text, start, match.end(), part * int(found.digits), language)


def _part_of(text: str, start: int, part: Fraction, whole: Draft | Skip | None, language: Language) -> Draft | None:
    if type(whole) is not Draft or whole.value is None or whole.value.amount is None:
        return None
    amount = product(whole.value.amount, part)
    return Draft(
        start,
        whole.end,
        msgspec.structs.replace(whole.value, amount=amount),
        None,
        (Precision(amount, amount, word=True),),
        before(text, start, language).qualifier,
        whole.direction,
    )


def _ratio(text: str, start: int, end: int, value: Fraction, language: Language) -> Draft:
    amount, unit = product(value, _ONE), product(Fraction(1, value.denominator), _ONE)
    return Draft(
        start, end, Ratio(amount), None, (Precision(unit, unit, word=True),), before(text, start, language).qualifier
    )
