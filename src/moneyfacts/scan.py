"""One pass over a text: readers at the triggers, and what one figure takes no other gets.

The scan needs only the language. What depends on the whole document (the year of "in December", whose dollars "$" are)
is for `moneyfacts.resolve`.
"""

from __future__ import annotations

from .lang.language import Language
from .read import dates, digits, join, spelled
from .read.draft import Draft, Skip
from .read.quantity import quantity

_BASIS = 32  # characters around a word in which it may belong to "from the previous quarter"


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
            if drafts and found.value is not None and found.start - drafts[-1].end < join.REACH:
                if join.summed(text, drafts[-1], found, language):
                    end = found.end
                    continue
                join.carried(text, drafts, found, language)
                join.shared(text, drafts, found, language)
                join.restated(text, drafts[-1], found, language)
            drafts.append(found)
        end = found.end
    return drafts


def read(text: str, start: int, trigger: str, language: Language, previous: Draft | None) -> Draft | Skip | None:
    """Return what begins at a trigger: a figure, a stretch that means none, or None where there is nothing to read."""
    if trigger[0].isdecimal():
        return digits.read(text, start, language, previous)
    tag = language.triggers.get(trigger.casefold())
    if tag is None:  # a currency's sign or code, or the prefix of a quarter: "$5", "EUR 5", "Q3"
        return quantity(text, start, language, previous) or dates.date(text, start, language)
    if tag == "number":
        return spelled.number(text, start, trigger, language, previous)
    if tag in _SPELLED:
        return _SPELLED[tag](text, start, trigger, language)
    if tag == "relative":
        against = language.basis_pattern.search(text, max(0, start - _BASIS), start + _BASIS)
        if against and against.start(1) <= start < against.end(1):
            return Skip(against.end(1))  # "from the previous quarter": what a change is measured against
    return dates.date(text, start, language) or spelled.fraction(text, start, trigger, language, previous)


_SPELLED = {"multiple": spelled.multiple, "one_of": spelled.one_of, "ratio": spelled.times}
