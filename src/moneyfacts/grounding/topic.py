"""What a figure is about, and whether two figures are about one thing: its subject, measure, period and accounting.

A text seldom says all of it, so that each question has three answers: `same`, `open` (one of the two does not say)
and `unlike`. Measures are compared by what the language files call the same in any language (`[context.same]`):
"sales" and "营收" are both revenue; "net profit" and "operating profit" are unlike, "profit" is open to either.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from ..lang.language import Language
from ..model.facts import Accounting, Context
from ..model.values import DateSpan

Likeness = Literal["same", "open", "unlike"]

LEVELS = frozenset({"margin", "interest", "bond_yield", "inflation", "unemployment", "market_share"})
"""Measures that are percentages themselves: "at 5%" is no movement."""

_NAME_WORDS = re.compile(r"[^\W\d_]\w+").findall
_FORMS = frozenset(
    {"inc", "corp", "co", "ltd", "plc", "ag", "sa", "nv", "group", "holdings", "company", "the", "of", "and"}
)


class Topic(NamedTuple):
    """What a figure is about: words of a name, a measure and the words that narrow it, a time, an accounting basis."""

    names: frozenset[str]
    measure: str | None
    known: bool  # whether the language files say what the measure is in any language
    narrowed: frozenset[str]
    period: DateSpan | None
    accounting: Accounting | None


def topic_of(context: Context, language: Language) -> Topic:
    """Return what a figure with this context is about.

    >>> from moneyfacts.lang import language
    >>> topic = topic_of(Context(subject="Harbour Lines Inc", measure="net income"), language("en"))
    >>> sorted(topic.names), topic.measure, sorted(topic.narrowed)
    (['harbour', 'lines'], 'profit', ['net'])
    """
    measure, known, narrowed = _measure(context.measure, language.context.same)
    return Topic(names_in(context.subject), measure, known, narrowed, context.period, context.accounting)


def names_in(subject: str | None) -> frozenset[str]:
    """Return the words of a name that tell it from others: "Inc" does not.

    >>> sorted(names_in("The Harbour Lines Group")), names_in(None)
    (['harbour', 'lines'], frozenset())
    """
    return frozenset(_NAME_WORDS(subject.casefold())) - _FORMS if subject else frozenset()


def same_measure(first: Topic, second: Topic) -> Likeness:
    """Tell whether two figures measure one thing."""
    if first.measure is None or second.measure is None:
        return "open"
    if first.measure != second.measure:
        return "unlike" if first.known and second.known else "open"
    if first.narrowed == second.narrowed:
        return "same"
    return "open" if first.narrowed <= second.narrowed or second.narrowed <= first.narrowed else "unlike"


def same_period(first: DateSpan | None, second: DateSpan | None) -> Likeness:
    """Tell whether two stretches of time are one; those that overlap are open to it.

    So are days, and months or quarters of one name: which week or year a relative date falls into is often a guess.
    """
    if first is None or second is None or first == second:
        return "same" if first is not None and first == second else "open"
    if first.end is None or second.end is None or first.start is None or second.start is None:
        return "open"
    if first.grain != second.grain or first.grain == "day" or (first.end >= second.start and second.end >= first.start):
        return "open"
    return "open" if first.grain != "year" and first.start.month == second.start.month else "unlike"


def same_accounting(first: Accounting | None, second: Accounting | None) -> Likeness:
    """Tell whether two figures are of one accounting basis."""
    if first == second:
        return "same"
    return "open" if first is None or second is None else "unlike"


def _measure(named: str | None, classes: Mapping[str, str]) -> tuple[str | None, bool, frozenset[str]]:
    """Return what a measure is called, whether in any language, and the words or letters that narrow it."""
    if named is None:
        return None, False, frozenset()
    phrase = named.casefold()
    for start in range(len(phrase)):  # the longest end that is known
        begins = start == 0 or not (phrase[start - 1].isascii() and phrase[start - 1].isalpha())
        if begins and phrase[start:] in classes:
            narrowed = re.split(r"[\s-]+", phrase[:start].strip(" -"))
            return classes[phrase[start:]], True, frozenset(narrowed) - {""}
    before, _, head = phrase.rpartition(" ")
    return head, False, frozenset(before.split())
