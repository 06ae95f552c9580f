"""Every number word, currency, percent word, qualifier and verb of every language file does what its table says.

English has stricter examples, word by word, in test_lang.py; sentences of all languages stand in tests/reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest

from moneyfacts.api import extract
from moneyfacts.lang import language, languages
from moneyfacts.lang.cldr import UNDETERMINED
from moneyfacts.lang.schema import LanguageFile
from moneyfacts.model.facts import Fact
from moneyfacts.model.values import Change, Duration, Measurement, Money, Percent

OTHERS = [name for name in languages() if name not in ("en", UNDETERMINED)]

Check = Callable[[Fact], bool]
Example = tuple[str, str, Check]


def amounts(value: Decimal | int) -> Check:
    return lambda fact: isinstance(fact.value, Money) and fact.value.amount == value


def numbers(data: LanguageFile, money: str, gap: str) -> Iterator[Example]:
    """Number words before a currency, and scales behind digits."""
    words = data.numbers
    for word, value in (*words.units.items(), *words.tens.items(), *words.hundreds.items()):
        yield word, f"{word}{gap}{money}", amounts(value)
    for word, power in words.scales.items():
        yield word, f"5{gap}{word}{gap}{money}", amounts(5 * 10**power)


def currencies(data: LanguageFile, _: str, gap: str) -> Iterator[Example]:
    """Words behind a number with their codes, hundredths, and signs before it."""
    for word, codes in data.currencies.words.items():
        known = {code for code in codes if code[0] != "*"}
        tight = "" if len(word) == 1 else gap
        yield word, f"5{tight}{word}", lambda fact, known=known: known <= set(fact.value.candidates)  # type: ignore[misc]
    for word in data.currencies.minor:
        yield word, f"5{gap if len(word) > 1 else ''}{word}", amounts(Decimal("0.05"))
    for sign, codes in data.currencies.symbols.items():
        known = set(codes)
        yield sign, f"{sign}5", lambda fact, known=known: known <= set(fact.value.candidates)  # type: ignore[misc]


def shares(data: LanguageFile, _: str, gap: str) -> Iterator[Example]:
    """Words for percent and points, behind their number or before it."""
    for unit in ("percent", "percentage_point", "basis_point"):
        for word in getattr(data.percent, unit):
            yield word, f"5{gap}{word}", lambda fact, unit=unit: fact.value.unit == unit  # type: ignore[misc]
    for word in data.percent.tenths:
        yield word, f"5{gap}{word}", lambda fact: isinstance(fact.value, Percent) and fact.value.amount == 50
    for word in data.percent.before:
        yield word, f"{word}{gap}5", lambda fact: isinstance(fact.value, Percent) and fact.value.amount == 5


def qualifiers(data: LanguageFile, money: str, gap: str) -> Iterator[Example]:
    """Phrases that loosen the figure behind them."""
    for sense, phrases in data.qualifiers.before.items():
        for phrase in phrases if sense != "between" else ():
            yield (
                phrase,
                f"{phrase}{gap}5{gap}{money}",
                lambda fact, sense=sense: fact.qualifier is not None and fact.qualifier.sense == sense,  # type: ignore[misc]
            )


def movements(data: LanguageFile, _: str, gap: str) -> Iterator[Example]:
    """Verbs and particles before a percentage, and what stands behind one."""
    for way in ("up", "down"):
        words = getattr(data.changes, way)
        for word in (*words.verbs, *words.share_verbs, *words.particles):
            yield word, f"{word}{gap}5%", lambda fact, way=way: _moves(fact, way)  # type: ignore[misc]
        for word in (*words.after, *words.share_after):
            yield word, f"5%{gap}{word}", lambda fact, way=way: _moves(fact, way)  # type: ignore[misc]


def _moves(fact: Fact, way: str) -> bool:
    return isinstance(fact.value, Change) and fact.value.direction == way


def lengths(data: LanguageFile, _: str, gap: str) -> Iterator[Example]:
    """Words for lengths of time, and other units."""
    for unit, words in data.durations.items():
        for word in words:
            yield word, f"5{gap if len(word) > 1 else ''}{word}", lambda fact, unit=unit: _lasts(fact, unit)  # type: ignore[misc]
    for unit, words in data.units.items():
        for word in words:
            yield word, f"5{gap if len(word) > 1 else ''}{word}", lambda fact, unit=unit: _measures(fact, unit)  # type: ignore[misc]


def _lasts(fact: Fact, unit: str) -> bool:
    return isinstance(fact.value, Duration) and unit in (fact.value.unit, "fortnight")


def _measures(fact: Fact, unit: str) -> bool:
    return isinstance(fact.value, Measurement) and fact.value.unit == unit


# Words that another table has first, or that say what they say only in a sentence, by table and language.
ELSEWHERE: dict[tuple[str, str], set[str]] = {
    ("numbers", "ko"): {"구", "사", "이", "일"},  # set tight against what they count
    ("lengths", "ja"): {"日"},  # a day of the month
    ("lengths", "ko"): {"m"},  # millions
    ("lengths", "zh"): {"日"},
}


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("table", [numbers, currencies, shares, qualifiers, movements, lengths])
def test_every_word_does_what_its_table_says(
    name: str, table: Callable[[LanguageFile, str, str], Iterator[Example]]
) -> None:
    data = language(name).data
    money = next(word for word, codes in data.currencies.words.items() if len(codes) == 1 and len(word) > 1)
    gap = " " if data.spaced else ""
    wrong = set()
    for word, text, holds in table(data, money, gap):
        facts = extract(text, locale=name)
        if not any(_safe(holds, fact) for fact in facts):
            wrong.add(word)
    assert wrong == ELSEWHERE.get((table.__name__, name), set())


def _safe(holds: Check, fact: Fact) -> bool:
    try:
        return holds(fact)
    except AttributeError:  # a value of another kind
        return False
