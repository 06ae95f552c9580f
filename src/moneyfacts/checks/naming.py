"""One name for one currency within a message: "200 to 400 million yuan" beside "300 million yuan".

A message quotes the figures of the text, and writes what follows from them with a code or sign. Where the text itself
says a currency by a word, and never otherwise, what follows is named by that word, too. A word for a hundredth
("cents") names no whole amounts, and what follows keeps its code or sign beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model.facts import Fact
from ..model.values import Change, Money
from .wording import SCALES, prefix

_NUMBER = rf"\d[\d,]*(?:\.\d+)?(?: (?:{'|'.join(word for _, word in SCALES)}))?"
_BY_WORD = re.compile(r"the words? ([^;]+)").match
_DECIMALS = re.compile(r"[.,](\d+)(?!.*\d)", re.DOTALL).search


def in_words_of(message: str, facts: Iterable[Fact]) -> str:
    """Return a message with the currencies of some facts named as the text names them.

    >>> from moneyfacts import extract
    >>> facts = extract("Sales rose to 2.1 billion yuan.").facts
    >>> in_words_of("up CNY 200 to 400 million", facts), in_words_of("down $3", facts)
    ('up 200 to 400 million yuan', 'down $3')
    """
    for code, word in _words(list(facts)):
        before = re.escape(prefix(code))
        message = re.sub(rf"(?<![\w$€£]){before}({_NUMBER}(?: to {_NUMBER})?)", rf"\g<1> {word}", message)
    return message


def _words(facts: list[Fact]) -> Iterator[tuple[str, str]]:
    """Yield the currencies that facts name by a word alone, each with the first such word of a whole unit."""
    printed = [fact.text for fact in facts if isinstance(fact.value, Money | Change)]
    named: dict[str, list[str | None]] = {}
    for fact in facts:
        if isinstance(fact.value, Money):
            named.setdefault(fact.value.currency, []).append(_word(fact, fact.value.reason or ""))
    for code, words in named.items():
        signs = (code, prefix(code).strip())
        if None in words or any(sign in text for sign in signs for text in printed):
            continue
        whole = next((word for word in words if word), None)
        if whole:
            yield code, whole.replace("\\", r"\\")


def _word(fact: Fact, reason: str) -> str | None:
    """Return the word that names the currency of an amount, "" for one of a hundredth, None for a code or a sign."""
    match = _BY_WORD(reason)
    if match is None:
        return None
    place = fact.text.casefold().find(match[1].casefold())
    if place < 0 or _is_of_a_part(fact):
        return ""
    return fact.text[place : place + len(match[1])]


def _is_of_a_part(fact: Fact) -> bool:
    """Tell whether a figure is printed in a hundredth of its currency: with fewer decimals than its last digit has."""
    digit = fact.precision[0].digit
    decimals = _DECIMALS(fact.text)
    return digit < 1 and (decimals is None or 10 ** len(decimals[1]) * digit != 1)
