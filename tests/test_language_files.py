"""Every number word, currency, percent word, qualifier and verb of every language file does what its table says.

English has stricter examples, word by word, in test_lang.py; sentences of all languages stand in tests/reading.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args, get_origin

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from moneyfacts import lang
from moneyfacts.api import extract
from moneyfacts.lang import language, language_file, languages
from moneyfacts.lang.cldr import UNDETERMINED
from moneyfacts.lang.orientation import oriented
from moneyfacts.lang.roles import Role
from moneyfacts.lang.schema import LanguageFile, completed
from moneyfacts.model.facts import Fact
from moneyfacts.model.values import Change, Duration, Measurement, Money, Percent
from moneyfacts.report.languages import example_texts, unused

OTHERS = [name for name in languages() if name not in ("en", UNDETERMINED)]

Check = Callable[[Fact], bool]
Example = tuple[str, str, Check]


def amounts(value: Decimal | int) -> Check:
    return lambda fact: isinstance(fact.value, Money) and fact.value.amount == value


def numbers(data: LanguageFile, money: str, gap: str) -> Iterator[Example]:
    """Number words before a currency, and scales after digits."""
    words = data.numbers
    for word, value in (*words.units.items(), *words.tens.items(), *words.hundreds.items()):
        yield word, f"{word}{gap}{money}", amounts(value)
    for word, power in words.scales.items():
        yield word, f"5{gap}{word}{gap}{money}", amounts(5 * 10**power)


def currencies(data: LanguageFile, _: str, gap: str) -> Iterator[Example]:
    """Words after a number with their codes, hundredths, and signs before it."""
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
    """Words for percent and points, after their number or before it."""
    for unit in ("percent", "percentage_point", "basis_point"):
        for word in getattr(data.percent, unit):
            yield word, f"5{gap}{word}", lambda fact, unit=unit: fact.value.unit == unit  # type: ignore[misc]
    for word in data.percent.tenths:
        yield word, f"5{gap}{word}", lambda fact: isinstance(fact.value, Percent) and fact.value.amount == 50
    for word in data.percent.before:
        yield word, f"{word}{gap}5", lambda fact: isinstance(fact.value, Percent) and fact.value.amount == 5


def qualifiers(data: LanguageFile, money: str, gap: str) -> Iterator[Example]:
    """Phrases that loosen the figure after them."""
    for sense, phrases in data.qualifiers.before.items():
        for phrase in phrases if sense != "between" else ():
            yield (
                phrase,
                f"{phrase}{gap}5{gap}{money}",
                lambda fact, sense=sense: fact.qualifier is not None and fact.qualifier.sense == sense,  # type: ignore[misc]
            )


def movements(data: LanguageFile, _: str, gap: str) -> Iterator[Example]:
    """Verbs and particles before a percentage, and what stands after one."""
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


# Both ways to write a look-up


def as_file(**tables: dict[str, Any]) -> LanguageFile:
    head = {"locale": "en", "numerals": "none", "spaced": True}
    return msgspec.convert(completed(oriented({**head, **tables})), LanguageFile)


def turned(table: dict[str, Any], kind: type[msgspec.Struct] = LanguageFile, path: str = "") -> dict[str, Any]:
    """Return a table as it is loaded with each of its look-ups written the other way round."""
    found = dict(table)
    for field in msgspec.structs.fields(kind):
        name, inner = field.encode_name, table[field.encode_name]
        if isinstance(field.type, type) and issubclass(field.type, msgspec.Struct):
            found[name] = turned(inner, field.type, f"{path}{name}.")
        elif get_origin(field.type) is dict and get_args(field.type)[1] == tuple[str, ...] and path != "currencies.":
            found[name] = {word: meaning for meaning, words in inner.items() for word in words}
        elif get_origin(field.type) is dict:
            found[name] = by_value(inner)
    return found


def by_value(table: dict[str, Any]) -> dict[str, Any]:
    """Return a look-up by its values; a word for the reader's own currency, or for none, is written one way only."""
    found: dict[str, Any] = {}
    for word, value in table.items():
        if isinstance(value, list) and (not value or any(code.startswith("*") for code in value)):
            found[word] = value
        else:
            found.setdefault(" ".join(value) if isinstance(value, list) else str(value), []).append(word)
    return found


@pytest.mark.parametrize("name", languages())
def test_a_file_written_the_other_way_round_is_the_same(name: str) -> None:
    data = language_file(name)
    other = turned(json.loads(msgspec.json.encode(data)))
    assert msgspec.convert(completed(oriented(other)), LanguageFile) == data


WORDS = st.text("klmno é'", min_size=1, max_size=6)


@given(st.dictionaries(WORDS, st.integers(-3, 3)), st.dictionaries(WORDS, st.sampled_from(["day", "week"])), st.data())
def test_each_entry_may_be_written_either_way(
    numbers: dict[str, int], units: dict[str, str], data: st.DataObject
) -> None:
    """Some words of a look-up by themselves, the others by their value: whichever they are, the file is the same."""

    def mixed(table: dict[str, Any]) -> dict[str, Any]:
        apart = {word: value for word, value in table.items() if data.draw(st.booleans())}
        return {**apart, **by_value({word: value for word, value in table.items() if word not in apart})}

    found = as_file(dates={"relative": mixed(numbers), "prefixes": mixed(units), "periods": mixed(units)}).dates
    assert (found.relative, found.prefixes) == (numbers, units)
    assert {word: unit for unit, words in found.periods.items() for word in words} == units


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ('[currencies.words]\nRUB = ["лей"]\n"лей" = ["RON"]', "[currencies.words] 'лей' is both RUB and RON"),
        ('[numbers.units]\n2 = ["два"]\n3 = ["два"]', "[numbers.units] 'два' is both 2 and 3"),
        ('[dates.periods]\nyear = ["год"]\n"год" = "quarter"', "[dates.periods] 'год' is both year and quarter"),
        ('[bases]\nsince = ["с"]\nannualized = ["с"]', "[bases] 'с' is both since and annualized"),
        ('[numbers.units]\ntwo = ["два"]', "[numbers.units] 'two' = ['два']: before a list of words, a whole number"),
        ('[numbers.units]\n02 = ["два"]', "[numbers.units] '02' = ['два']: before a list of words, a whole number"),
        ("[numbers.units]\n2 = [2]", "[numbers.units] '2' = [2]: a list of words is expected"),
        (
            '[currencies.words]\n"лей" = ["MDL", "ROM"]',
            "[currencies.words] 'лей' = ['MDL', 'ROM']: codes of currencies",
        ),
        ('[currencies.words]\n"лей" = "RON"', "[currencies.words] 'лей' = 'RON': a list is expected"),
        ("[durations]\nhour = 5", "[durations] 'hour' = 5: a list is expected"),
    ],
)
def test_a_word_with_two_values_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, message: str
) -> None:
    """And what can be read neither way; the message names the file, the table and the word."""
    head = 'locale = "ru"\nnumerals = "none"\nspaced = true\n'
    (tmp_path / "ru.toml").write_text(f"{head}{written}\n", encoding="utf-8")
    monkeypatch.setattr(lang, "DATA", tmp_path)
    lang._file.cache_clear()
    try:
        with pytest.raises(ValueError, match=re.escape(f"ru.toml: {message}")):
            lang._file("ru")
    finally:
        lang._file.cache_clear()


@pytest.mark.parametrize("name", languages())
def test_a_difference_of_a_file_can_be_read(name: str) -> None:
    """No line is wider than a page, so that a word more or less shows."""
    lines = (lang.DATA / f"{name}.toml").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if len(line) > 120] == []


DOUBTS = ("judging", "adverse", "inverse", "annual", "extremes", "losses", "expected", "earlier", "compared")
WITH_DOUBTS = [name for name in OTHERS if language(name).links.extremes]


@pytest.mark.parametrize("name", WITH_DOUBTS)
def test_every_word_that_makes_a_tie_doubtful_stands_in_a_row(name: str) -> None:
    """The rows of tests/linking show what each is for: a language has no word there that none of them needs."""
    folder = Path(__file__).parent / "linking"
    texts = [text for path in folder.glob("*.txt") for text in example_texts(path.read_text("utf-8"), name, "en")]
    missing = unused(name, texts)
    assert {key: words for key in DOUBTS if (words := missing.get(Role(f"links.{key}")))} == {}


def test_the_languages_of_the_news_have_words_that_make_a_tie_doubtful() -> None:
    assert {"de", "es", "fr", "it", "pt", "ru"} <= set(WITH_DOUBTS)
    for name in WITH_DOUBTS:
        links = language(name).links
        assert all((links.judging, links.adverse, links.losses, links.expected)), name
