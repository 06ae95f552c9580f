"""One pass over a text: readers at the triggers, and what one figure takes no other gets.

The scan needs only the language. What depends on the whole document (the year of "in December", whose dollars "$" are)
is for `moneyfacts.resolve`.
"""

from __future__ import annotations

from .lang.language import Language
from .read import dates, digits, durations, join, spelled
from .read.draft import Draft, Skip
from .read.quantity import quantity


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
            if drafts:
                if join.summed(text, drafts[-1], found, language):
                    end = found.end
                    continue
                join.shared(text, drafts, found, language)
                join.restated(text, drafts[-1], found, language)
            drafts.append(found)
            if found.inner:
                drafts.append(found.inner)
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
        case "period":
            return dates.period(text, start, language) or durations.bare(text, start, trigger, language)
        case "length":
            return durations.bare(text, start, trigger, language)
        case "fraction" if trigger.casefold() in language.calendar.periods:
            found = dates.period(text, start, language)
            return found or spelled.fraction(text, start, trigger, language, previous)
        case None:  # a currency's sign or code, or the prefix of a quarter: "$5", "EUR 5", "Q3"
            return quantity(text, start, language, previous) or dates.date(text, start, language)
        case _:
            found = dates.date(text, start, language)
            return found or spelled.fraction(text, start, trigger, language, previous)
