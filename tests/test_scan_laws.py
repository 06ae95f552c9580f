"""Laws of the scan: for every string there is, and against plainer ways to read the same text."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise
from types import FrameType
from typing import Literal, get_args

import msgspec
import pytest
from babel.numbers import format_compact_currency, format_currency, format_decimal, format_percent, list_currencies
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conftest import hostile_decimal_context
from moneyfacts.api import extract, parse_money, parse_number, parse_percent
from moneyfacts.lang import language
from moneyfacts.model.facts import Document, Fact
from moneyfacts.model.values import DateSpan, Duration
from moneyfacts.read.scan import scan
from moneyfacts.strategies import amounts
from tables import FOLDER, rows, tables

EN = language("en")
PUBLISHED = date(2017, 1, 20)
ROWS = [row for name in tables("facts") for row in rows((FOLDER / f"{name}.txt").read_text(encoding="utf-8"), name)]
SENTENCES = [row.text for row in ROWS]
ENGLISH = [row.text for row in ROWS if row.locale.startswith("en")]

SIGNS = frozenset(prefix[0] for prefix in EN.units.before if not prefix[0].isalnum())

# What figures are made of, and what stands around them, glued in any order.
FRAGMENTS = (
    *("0", "1", "7", "12", "34.3", "1,000", "12,34,567", "2016", "2,000", "0.5", "99.9", "1.2.3", "02:34", "555-0175"),
    *("1/2", "1/0", "0/2", "-0/0", "-3/16", "٠/٠"),
    *("5", "½", "²", "１２", "٣٤", "三", "१", "9" * 310, "1,1", "1..2", "3/4", "-1", "+1", "−1"),
    *("$", "€", "£", "¥", "US$", "A$", "R$", "Rs.", "EUR", "USD", "CNY", "XXX", "%", "‰", "~", "#", "@", "&"),
    *("million", "billion", "bn", "m", "k", "B", "thousand", "lakh", "crore", "hundred", "dozen", "trillions"),
    *("one", "two", "twenty", "and", "a", "half", "third", "point", "twice", "doubled", "halved", "times", "fold"),
    *("percent", "per cent", "percentage points", "bps", "dollars", "yuan", "cents", "p", "pounds", "shares", "jobs"),
    *("year", "years", "months", "days", "quarters", "km", "tonnes", "barrels", "per", "a", "each", "/", "hour"),
    *("rose", "fell", "up", "down", "by", "to", "from", "or", "between", "of", "increase", "higher", "an"),
    *("more than", "at least", "up to", "nearly", "about", "or more", "just", "no", "than", "over", "below"),
    *("January", "May", "may", "Mar", "Sept.", "DECEMBER", "Thursday", "Friday", "yesterday", "last week", "next"),
    *(
        "first",
        "second",
        "third quarter",
        "half",
        "Q3",
        "H1",
        "FY2017",
        "fiscal",
        "three months ended",
        "since",
        "until",
    ),
    *("(", ")", "[", "]", '"', "“", "”", "’s", "-", "–", "—", "−", ",", ".", ";", ":", "!", "?", "…", "_", "*"),
    *("\n", "\r\n", "\t", "\0", "\u00a0", "\u202f", "\u2009", "\u200b", "\u0301", "\u200d", "\ufeff", "İ", "ß", "ﬁ"),
    *("\ud800", "\udfff", "😀", "元", "円", "亿", "Boeing", "COVID", "No.", "http://a.b/", "x", "é", "the", "In"),
)
characters = st.characters(exclude_categories=())  # every code point, lone surrogates too
glued = st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join)
spaced = st.lists(st.sampled_from([each for each in FRAGMENTS if each.strip()]), max_size=14).map(" ".join)
mixed = st.lists(st.sampled_from(FRAGMENTS) | st.sampled_from((" ", " ", " ", "\n")), max_size=24).map("".join)
# One figure behind every order of the words that govern figures, and of the marks between them.
GOVERNING = (
    "rose",
    "fell",
    "up",
    "by",
    "to",
    "from",
    "of",
    "or",
    "a",
    "more than",
    "about",
    "between",
    "not",
    "cut",
    "its",
)
governed = st.lists(st.sampled_from((*GOVERNING, ",", "(", "—", ";", "“", "'", "-")), max_size=6).map(
    lambda words: " ".join((*words, "5%"))
)
digits = st.text("0123٠½/.,-− %$()°:'", max_size=12)  # what fractions, groups, signs and times are made of
anything = governed | digits | st.text(characters, max_size=60) | glued | spaced | mixed
prose = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join)
english = st.lists(st.sampled_from(ENGLISH), min_size=1, max_size=3).map(" ".join)


@settings(max_examples=800)
@example(", by 5", None)
@example("5 1/0", None)
@example("0-0/2", None)
@given(anything, st.none() | st.dates())
def test_no_text_is_too_odd(text: str, published: date | None) -> None:
    """Whatever the string, there is a document; facts quote the text, in order, and overlap only as they may."""
    document = extract(text, published=published)
    assert document.text == text
    for fact in document:
        assert 0 <= fact.start < fact.end <= len(text)
        assert text[fact.start : fact.end] == fact.text
    assert_in_order(document.facts)
    assert Document.from_dict(document.to_dict()) == document
    for fact in document:
        loose = fact.qualifier
        begin, stop = fact.extent
        assert begin <= fact.start < fact.end <= stop
        assert loose is None or (loose.start is not None and text[loose.start : loose.end] == loose.text)
    for first, second in combinations(document, 2):  # a noun phrase may hold a figure: "three second-quarter losses"
        (begin, stop), (other, last) = first.extent, second.extent
        of_a_date = isinstance(first.value, DateSpan) and other < first.end  # "in May and up to 70"
        assert stop <= other or begin <= other <= last <= stop or of_a_date


def assert_in_order(facts: Sequence[Fact]) -> None:
    """Facts follow one another; only a duration may stand inside a date span."""
    for first, second in pairwise(facts):
        inside = isinstance(first.value, DateSpan) and isinstance(second.value, Duration) and second.end <= first.end
        assert first.end <= second.start or inside


@given(
    prose | anything, st.sampled_from(("The wind turned.\n\n", "\n", "They sat by the water, and nobody spoke.\n\n"))
)
def test_a_paragraph_before_moves_the_facts_and_changes_nothing_else(text: str, before: str) -> None:
    """Paragraphs without figures, names, places or dates are neutral: what follows is read as if it stood alone."""
    alone, after = extract(text, published=PUBLISHED), extract(before + text, published=PUBLISHED)
    assert [moved(fact, len(before)) for fact in alone] == list(after)


@given(prose | anything, st.sampled_from(("\n\nThe wind turned.", "\n", "\n\nNobody spoke.\n")))
def test_a_paragraph_behind_changes_nothing(text: str, behind: str) -> None:
    assert extract(text + behind, published=PUBLISHED).facts == extract(text, published=PUBLISHED).facts


# A sentence before a text, in its own language, without figures, names, places or dates.
NEUTRAL = {
    "de": "Der Wind drehte, und niemand sprach darüber. ",
    "en": "They sat by the water, and nobody spoke of it. ",
    "es": "El viento cambió y nadie habló de la tormenta. ",
    "fr": "Le vent tournait et personne ne parlait de lui. ",
    "it": "Il vento cambiava e nessuno parlava di lui. ",
    "nl": "De wind draaide en niemand sprak over hem. ",
    "pt": "O vento mudava e ninguém falava dele. ",
    "ru": "Ветер переменился, и никто не говорил ни слова. ",
    "sv": "Vinden vände och ingen talade om saken. ",
}

FIRST_IN_ITS_LINE = re.compile(r"\W*\d+[.)]").match  # the number of an item of a list


@pytest.mark.parametrize("locale", NEUTRAL)
def test_a_sentence_before_moves_the_facts_and_changes_nothing_else(locale: str) -> None:
    """In the same paragraph: what stands at the start of a text is read the same farther on."""
    before = NEUTRAL[locale]
    for row in ROWS:
        if row.locale[:2] != locale or FIRST_IN_ITS_LINE(row.text):
            continue
        published = row.published or PUBLISHED
        alone = extract(row.text, locale=row.locale, published=published, home_currency=row.home)
        after = extract(before + row.text, locale=row.locale, published=published, home_currency=row.home)
        assert [moved(fact, len(before)) for fact in alone] == list(after), row.text


BRACKETS = ("()", "[]", "{}", '""', "''", "“”", "‘’", "„“", "«»", "‹›", "»«", "””")
BRACKETED = {
    "en": (
        "up 7%",
        "about 300 jobs",
        "more than $5 million",
        "minus 4 percent",
        "since 2008",
        "rose by nearly 5%",
        "from 5 to 7 percent",
    ),
    "de": ("minus 0,4 Prozent", "rund 300 Arbeitsplätze", "plus 7 Prozent", "seit 2008", "von 5 auf 7 Prozent"),
    "es": ("unos 2,1 millones de euros", "más de 300 empleos"),
    "fr": ("environ 300 emplois", "plus de 5 millions d'euros"),
    "ru": ("около 3,5 млрд рублей", "более 300 человек"),
}


@given(st.sampled_from(sorted(BRACKETED)), st.data(), st.sampled_from(BRACKETS), st.integers(0, 3))
def test_a_phrase_in_brackets_or_quotes_means_what_it_means_alone(
    locale: str, data: st.DataObject, marks: str, sentences: int
) -> None:
    """However far from the start of the text it stands."""
    phrase = data.draw(st.sampled_from(BRACKETED[locale]))
    before = NEUTRAL[locale] * sentences + marks[0]
    alone = extract(phrase, locale=locale, published=PUBLISHED)
    marked = extract(f"{before}{phrase}{marks[1]}.", locale=locale, published=PUBLISHED)
    assert [moved(fact, len(before)) for fact in alone] == list(marked)


def moved(fact: Fact, by: int) -> Fact:
    """Return a fact with each of its places so much farther on."""
    data = fact.to_dict()
    for record in filter(None, (data, data["qualifier"])):
        record |= {"start": record["start"] + by, "end": record["end"] + by}
    return Fact.from_dict({**data, "extent": [place + by for place in data["extent"]]})


@given(prose | anything)
def test_the_decimal_context_of_the_caller_has_no_say(text: str) -> None:
    """A context that rounds to one digit, and raises for it, changes no fact."""
    usual = extract(text, published=PUBLISHED)
    with hostile_decimal_context():
        hostile = extract(text, published=PUBLISHED)
    assert hostile == usual
    assert [fact.to_dict() for fact in hostile] == [fact.to_dict() for fact in usual]


@given(prose | anything)
def test_a_text_is_read_the_same_twice(text: str) -> None:
    """Nothing is kept from one text to the next."""
    assert extract(text) == extract(text)


GLUED = re.compile(rf"(?:{'|'.join(EN.data.currencies.glued)})\d").match
AT = re.compile(r"(?s:.)(?:[^\W_]+|(?s:.))").match


def everywhere(text: str) -> Iterator[re.Match[str]]:
    """Stop wherever a word, a number or a sign may begin, with the character before it, as a language's search does."""
    for before in range(len(text) - 1):
        match = AT(text, before)
        assert match
        first, word = match[0][0], match[0][1:]
        if first.isalnum() or first == "_" or not (word[0].isalnum() or word[0] in SIGNS):
            continue
        coded = word[0].isupper() or GLUED(word)
        if coded or not word[0].isalpha() or word.casefold() in EN.trigger.tags:
            yield match


@settings(max_examples=300)
@example("٪7")
@given(english | spaced)
def test_the_search_for_triggers_loses_nothing(text: str) -> None:
    """The scan looks only where one regular expression stops; readers that are tried everywhere find no more."""
    slowly = msgspec.structs.replace(EN.trigger, find=everywhere)
    assert scan(text, EN) == scan(text, msgspec.structs.replace(EN, trigger=slowly))


printed = amounts(digits=9, places=4, signed=True)
CODES = sorted(list_currencies(locale="en"))


Style = Literal["standard", "accounting", "name"]
STYLES: tuple[Style, ...] = get_args(Style)


def in_babels_print(amount: Decimal, code: str, style: Style) -> str:
    return format_currency(
        amount, code, locale="en", format_type=style, currency_digits=False, decimal_quantization=False
    )


@given(printed, st.sampled_from(CODES), st.sampled_from(STYLES))
def test_money_that_babel_prints_is_read_back(amount: Decimal, code: str, style: Style) -> None:
    """Every currency in CLDR's own English: its sign, its code or its name, in accounts too, digit by digit."""
    money = parse_money(in_babels_print(amount, code, style))
    assert code in money.candidates
    assert money.amount == amount


@given(printed)
def test_percentages_that_babel_prints_are_read_back(amount: Decimal) -> None:
    percent = parse_percent(format_percent(scaled_by_hundredth(amount), locale="en", decimal_quantization=False))
    assert percent.amount == amount


@given(printed)
def test_numbers_that_babel_prints_are_read_back(amount: Decimal) -> None:
    assert parse_number(format_decimal(amount, locale="en", decimal_quantization=False)) == amount


def scaled_by_hundredth(amount: Decimal) -> Decimal:
    sign, digits, exponent = amount.as_tuple()
    assert isinstance(exponent, int)
    return Decimal((sign, digits, exponent - 2))


@given(st.integers(1, 999), st.sampled_from((3, 6, 9, 12)), st.sampled_from(("USD", "EUR", "GBP", "INR", "CHF")))
def test_compact_money_that_babel_prints_is_read_back(size: int, power: int, code: str) -> None:
    """CLDR's short forms: "$34.3B", "€5K", "CHF 12M"."""
    money = parse_money(format_compact_currency(size * 10**power, code, locale="en"))
    assert (code in money.candidates, money.amount) == (True, size * 10**power)


ARTICLE = "\n".join(ENGLISH)


def work(text: str) -> int:
    """Return how many functions are called to read a text: work that no clock can blur."""
    calls = 0

    def count(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        extract(text, published=PUBLISHED)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize(
    "piece",
    [
        ARTICLE,
        "5% ",
        "5, ",
        "$",
        "a $5 million or ",
        "million ",
        "twenty ",
        "one hundred and ",
        "between ",
        "rose by about up to more than ",
        "half a ",
        "May ",
        "last ",
        "first six months of ",
        "to 2016 ",
        "1-",
        "(",
        "A. ",
        "from a year earlier ",
        "Capital Letters And ",
        "net operating ",
    ],
    ids=lambda piece: piece[:12],
)
def test_twice_the_text_is_twice_the_work(piece: str) -> None:
    """Counted in calls, so that nothing looks back or ahead further than a clause."""
    text = piece * -(-6000 // len(piece))
    extract(text)  # what is compiled once is compiled
    once, twice = work(text), work(text + text)
    assert twice <= 2.3 * once + 200
