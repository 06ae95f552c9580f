"""One pass over a text: readers at the triggers, and what one figure takes no other gets.

The scan needs only the language. What depends on the whole document (the year of "in December", whose dollars "$" are)
is for `moneyfacts.resolve`.
"""

from __future__ import annotations

import msgspec

from .lang.language import Language
from .read import dates, digits, spelled
from .read.draft import Draft, Skip
from .read.figure import per
from .read.quantity import quantity
from .values import Money


def scan(text: str, language: Language) -> list[Draft]:
    """Return the figures of a text in their order; they do not overlap."""
    drafts: list[Draft] = []
    end = 0
    for match in language.trigger(" " + text):  # the space stands before the first figure as one does before any other
        start = match.start()
        if start < end:
            continue
        found = read(text, start, match[0][1:], language, drafts[-1] if drafts else None)
        if found is None:
            continue
        if type(found) is Draft:
            if found.start < end:
                continue
            if drafts and text[found.start - 1] == "(":
                _restate(text, drafts[-1], found, language)
            drafts.append(found)
        end = found.end
    return drafts


def read(text: str, start: int, trigger: str, language: Language, previous: Draft | None) -> Draft | Skip | None:
    """Return what begins at a trigger: a figure, a stretch that means none, or None where there is nothing to read."""
    if trigger[0].isdecimal():
        return digits.read(text, start, language, previous)
    match language.triggers.get(trigger.casefold()):
        case "number":
            return spelled.number(text, start, trigger, language, previous)
        case "multiple":
            return spelled.multiple(text, start, trigger, language)
        case "ratio":
            return spelled.times(text, start, trigger, language)
        case None:  # a currency's sign or code, or the prefix of a quarter: "$5", "EUR 5", "Q3"
            return quantity(text, start, language, previous) or dates.date(text, start, language)
        case _:
            found = dates.date(text, start, language)
            return found or spelled.fraction(text, start, trigger, language, previous)


def _restate(text: str, whole: Draft, found: Draft, language: Language) -> None:
    """Give an amount and its conversion in brackets what either is paid for: "1 billion yuan ($146 million) a year"."""
    one, other = whole.value, found.value
    if type(one) is not Money or type(other) is not Money or text[whole.end : found.start].strip() != "(":
        return
    rate = other.per or one.per
    if rate is None and text[found.end : found.end + 1] == ")":
        behind = per(text, found.end + 1, language)
        rate = behind[1] if behind else None
    if rate:
        found.value = msgspec.structs.replace(other, per=rate)
        whole.value = msgspec.structs.replace(one, per=rate)
