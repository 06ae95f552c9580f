"""The `parse_` functions read what `extract` reads, whole, and nothing else; all else is a ParseError."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from moneyfacts import (
    Change,
    Count,
    DateSpan,
    Money,
    ParseError,
    Percent,
    extract,
    parse_change,
    parse_money,
    parse_number,
    parse_percent,
    parse_span,
)
from moneyfacts.lang import language
from moneyfacts.model.facts import Fact
from moneyfacts.model.values import Value
from tables import FOLDER, Row, rows, span, tables

PARSE: dict[type[Value], Callable[..., Any]] = {
    Money: parse_money,
    Percent: parse_percent,
    Change: parse_change,
    Count: parse_number,
    DateSpan: parse_span,
}
GIVES = {parse_money: Money, parse_percent: Percent, parse_change: Change, parse_number: Decimal, parse_span: DateSpan}
LOCALES = ("en", "de", "de_CH", "fr", "es", "ru", "ar", "hi", "ja", "zh", "ko", "he", "hu", "und")


def meaning(value: Any) -> object:
    """Return what a value says by itself: what an article says it is per, or which dollars it means, is left out."""
    match value:
        case Money():
            return value.amount, value.low, value.high, frozenset(value.candidates)
        case Percent():
            return value.amount, value.low, value.high, value.unit
        case Change():
            unit = frozenset(value.candidates) or value.unit
            return value.direction, value.amount, value.low, value.high, unit
        case Count():
            return value.amount
    return value


def alone(row: Row, fact: Fact) -> str | None:
    """Return the words that say a fact without the rest of its sentence; None where the rest says a part of it.

    A range has the words that make it one; a change has the fewest words around it in which it is found again.
    """
    if isinstance(fact.value, Change):
        return moved(row, fact)
    words = language(row.locale)
    start, end = fact.start, fact.end
    for opening in {words.dates.between[0], *(each for listed in words.ranges.pairs.values() for each in listed)}:
        before = row.text[:start].rstrip()
        if opening and before.casefold().endswith(opening):
            start = len(before) - len(opening)
    for closing in words.ranges.closing:
        if row.text[end:].lstrip().startswith(closing):
            end = row.text.index(closing, end) + len(closing)
    text = row.text[start:end]
    return text if _has_unit(fact, text, row.locale) else None


def _has_unit(fact: Fact, text: str, locale: str) -> bool:
    """Tell whether words state the unit of their fact: "eight" does not, in "eight or nine euros"."""
    if not isinstance(fact.value, Money | Percent):
        return True
    try:
        parse_number(text, locale)
    except ParseError:
        return True
    return False


def moved(row: Row, fact: Fact) -> str | None:
    """Return the fewest words around a change in which it is found again, None where there are none."""
    ends = [0]
    for token in language(row.locale).words.tokens(row.text):
        ends.append(row.text.index(token, ends[-1]) + len(token))
    starts = [
        end - len(token) for end, token in zip(ends[1:], language(row.locale).words.tokens(row.text), strict=True)
    ]
    before = [fact.start, *(start for start in reversed(starts) if start < fact.start)]
    behind = [fact.end, *(end for end in ends if end > fact.end)]
    for words in range(24):
        for left in range(words + 1):
            if left < len(before) and words - left < len(behind):
                text = row.text[before[left] : behind[words - left]]
                if _only(text, fact, row.locale):
                    return text
    return None


def _only(text: str, fact: Fact, locale: str) -> bool:
    found = extract(text, locale)
    return (
        len(found) == 1
        and found[0].kind == "change"
        and found[0].text == fact.text
        and meaning(found[0].value) == meaning(fact.value)
        and (found[0].qualifier is None or found[0].qualifier.sense == "between")
    )


def said(row: Row) -> list[tuple[str, Fact]]:
    """Return the facts of a sentence that a `parse_` function may be asked for, each with the words that say it."""
    facts = [fact for fact in row.document() if type(fact.value) in PARSE]
    counts = (fact for fact in facts if not (isinstance(fact.value, Count) and fact.value.of is not None))
    placed = (fact for fact in counts if not (isinstance(fact.value, DateSpan) and fact.value.unresolved))
    return [(words, fact) for fact in placed if (words := alone(row, fact)) is not None]


def reads(words: str, fact: Fact, row: Row) -> bool:
    """Tell whether the `parse_` function for a fact gives its value for its words; dates have to be placed somewhere.

    A sentence may place a date before or after: "on 3 May" is the last one after "was sold", the next after "will".
    """
    value = fact.value
    try:
        if not isinstance(value, DateSpan):
            return meaning(PARSE[type(value)](words, row.locale)) == meaning(_number(value))
        found = parse_span(words, row.locale, row.published)
        return found.grain == value.grain and (found == value or _needs_the_day(words, row.locale))
    except ParseError:
        return False


def _number(value: Value) -> object:
    return value.amount if isinstance(value, Count) else value


def _needs_the_day(words: str, locale: str) -> bool:
    try:
        return parse_span(words, locale).unresolved is not None
    except ParseError:
        return True


# Facts of the tables whose words do not say all of their value, or which are not read so far, by table.
NOT_READ = {
    "facts/es": {"1 y el 15 de marzo": "an article stands between the word that makes it a span and its own words"},
    "facts/money": {"EUR 125.8": "its million stands with another figure"},
    "facts/nb": {"kr 150": "a sign means the kroner of the locale, a word those of all countries"},
    "facts/sv": {"kr 150": "a sign means the kronor of the locale, a word those of all countries"},
}


@pytest.mark.parametrize("name", tables("facts"))
def test_what_extract_reads_is_read_alone(name: str) -> None:
    """For each fact of the tables, the words that say it give its value; those that do not are named, and must fail."""
    listed = [row for row in rows((FOLDER / f"{name}.txt").read_text(encoding="utf-8"), name) if not row.known_wrong]
    wrong = {words for row in listed for words, fact in said(row) if not reads(words, fact, row)}
    assert wrong == set(NOT_READ.get(name, ()))


def test_few_facts_of_the_tables_are_not_asked_for() -> None:
    """Where a unit stands with another figure the words do not say it; such facts are few, or the law says little."""
    asked = told = 0
    for name in tables("facts"):
        for row in rows((FOLDER / f"{name}.txt").read_text(encoding="utf-8"), name):
            if not row.known_wrong:
                kinds = [type(fact.value) in (Money, Percent, Change) for fact in row.document()]
                told += sum(kinds)
                asked += sum(type(fact.value) in (Money, Percent, Change) for _, fact in said(row))
    assert asked > told * 0.97  # a share of counts, no amount


SAID = [
    (parse_money, "en", "half a million dollars", "500000 USD"),
    (parse_money, "en", "$10-15 million", "10000000..15000000 USD"),
    (parse_money, "en", "between $10 million and $15 million", "10000000..15000000 USD"),
    (parse_money, "en", "-$5", "-5 USD"),
    (parse_money, "en", "($10-15 million)", "-15000000..-10000000 USD"),
    (parse_money, "en", "$5 a share", "5 USD"),
    (parse_money, "en", "five dollars and 42 cents", "5.42 USD"),
    (parse_money, "zh", "3元5角", "3.5 CNY"),
    (parse_money, "zh", "人民币500元", "500 CNY"),
    (parse_money, "zh", "介于5元与7元", "5..7 CNY"),
    (parse_money, "ko", "5달러에서 7달러 사이", "5..7 USD"),
    (parse_money, "ja", "JP¥1,234", "1234 JPY"),
    (parse_money, "ru", "12,5 млн руб.", "12500000 RUB"),
    (parse_money, "ru", "5 тыс. руб.", "5000 RUB"),
    (parse_money, "hi", "₹2.5 crore", "25000000 INR"),
    (parse_money, "en_IN", "₹2.5 crore", "25000000 INR"),
    (parse_money, "de_CH", "Fr. 1'234.50", "1234.50 CHF"),
    (parse_money, "de_CH", "Fr. 5.—", "5 CHF"),
    (parse_money, "de_CH", "CHF 5.–", "5 CHF"),
    (parse_money, "de", "5,— €", "5 EUR"),
    (parse_money, "no", "1,2 milliarder kroner", "1200000000 NOK"),
    (parse_percent, "en", "5-6%", "5..6"),
    (parse_percent, "en", "between 5 and 6 percent", "5..6"),
    (parse_percent, "en", "½%", "0.5"),
    (parse_percent, "en", "½ percent", "0.5"),
    (parse_percent, "en", "-½%", "-0.5"),
    (parse_percent, "en", "5½%", "5.5"),
    (parse_percent, "en", "half a percent", "0.5"),
    (parse_percent, "ja", "三割五分", "35"),
    (parse_percent, "ja", "3割", "30"),
    (parse_percent, "zh", "七成六", "76"),
    (parse_percent, "zh", "百分之五", "5"),
    (parse_percent, "de", "(5 bis 6 Prozent)", "-6..-5"),
    (parse_number, "en", "half a million", "500000"),
    (parse_number, "en", "a quarter million", "250000"),
    (parse_number, "en", "2016", "2016"),
    (parse_number, "en", "twenty sixteen", "ParseError"),
    (parse_number, "en", "½", "0.5"),
    (parse_number, "en", "3½", "3.5"),
    (parse_number, "zh", "一百五", "150"),
    (parse_number, "zh", "一百零五", "105"),
    (parse_number, "zh", "一百五十", "150"),
    (parse_number, "zh", "三千五", "3500"),
    (parse_number, "zh", "十五", "15"),
    (parse_number, "zh", "两万三", "23000"),
    (parse_number, "zh", "13万2", "132000"),
    (parse_number, "zh", "13万2千", "132000"),
    (parse_number, "zh", "13万12", "130012"),
    (parse_number, "zh", "13万02", "130002"),
    (parse_number, "zh", "1亿5", "150000000"),
    (parse_number, "ja", "百五", "105"),
    (parse_number, "ko", "백오", "105"),
    (parse_change, "en", "doubled", "up 2 multiple"),
    (parse_change, "en", "rose 55%", "up 55 percent"),
    (parse_change, "en", "rose 55% from a year earlier", "up 55 percent year_on_year"),
    (parse_change, "en", "would rise 55%", "up 55 percent"),
    (parse_change, "en", "a 5% rise", "up 5 percent"),
    (parse_change, "en", "an increase of 5%", "up 5 percent"),
    (parse_change, "en", "5% lower", "down 5 percent"),
    (parse_change, "en", "+5%", "up 5 percent"),
    (parse_change, "en", "fell 25 basis points", "down 25 basis_point"),
    (parse_change, "de", "stieg um 5 Prozent", "up 5 percent"),
    (parse_change, "zh", "同比增长5%", "up 5 percent year_on_year"),
    (parse_change, "ru", "выросла на 5%", "up 5 percent"),
    (parse_span, "en", "in May 2020", "2020-05-01..2020-05-31 month"),
    (parse_span, "en", "on 3 May 2020", "2020-05-03"),
    (parse_span, "en", "during the third quarter of 2016", "2016-07-01..2016-09-30 quarter"),
    (parse_span, "en", "the first week of May 2016", "2016-05-02..2016-05-08 week"),
    (parse_span, "en", "at the end of 2016", "2016-12-31"),
    (parse_span, "en", "from May to July 2016", "2016-05-01..2016-07-31 month"),
    (parse_span, "en", "between May and July 2016", "2016-05-01..2016-07-31 month"),
    (parse_span, "en", "since 2008", "2008-01-01.. year"),
    (parse_span, "en", "by May 2020", "..2020-05-31 month"),
    (parse_span, "en", "May", "2016-05-01..2016-05-31 month"),
    (parse_span, "en", "March", "2016-03-01..2016-03-31 month"),
    (parse_span, "en", "nineties", "1990-01-01..1999-12-31 decade"),
    (parse_span, "en", "1865", "1865-01-01..1865-12-31 year"),
    (parse_span, "en", "05/2016", "2016-05-01..2016-05-31 month"),
    (parse_span, "en", "2016-05", "2016-05-01..2016-05-31 month"),
    (parse_span, "de", "05.2016", "2016-05-01..2016-05-31 month"),
    (parse_span, "de", "im Mai 2016", "2016-05-01..2016-05-31 month"),
    (parse_span, "es", "a principios de 2016", "2016-01-01..2016-04-30 year"),
    (parse_span, "fr", "sept. 2016", "2016-09-01..2016-09-30 month"),
    (parse_span, "fr", "15 sept. 2016", "2016-09-15"),
    (parse_span, "pt", "dez. de 2016", "2016-12-01..2016-12-31 month"),
    (parse_span, "ru", "декабре", "2016-12-01..2016-12-31 month"),
]


@pytest.mark.parametrize(("parse", "locale", "text", "value"), SAID)
def test_figures_as_they_are_said(parse: Callable[..., Any], locale: str, text: str, value: str) -> None:
    try:
        found = parse(text, locale, published=date(2017, 1, 20)) if parse is parse_span else parse(text, locale)
    except ParseError:
        found = "ParseError"
    assert printed(found) == value


def printed(value: object) -> str:
    """Return a value as the table prints it: "5..7 CNY", "up 55 percent year_on_year"."""
    if isinstance(value, DateSpan):
        return span(value)
    if not isinstance(value, Money | Percent | Change):
        return f"{value}"
    amount = f"{value.low}..{value.high}" if value.amount is None else f"{value.amount}"
    if isinstance(value, Change):
        return " ".join(filter(None, (value.direction, amount, value.unit, value.basis)))
    return f"{amount} {value.currency}" if isinstance(value, Money) else amount


@pytest.mark.parametrize(
    ("parse", "locale", "text", "stopped", "expected"),
    [
        (parse_span, "en", "foo May 2020", 0, "a date or a span"),
        (parse_span, "en", "32 May 2020", 0, "a date or a span"),
        (parse_span, "en", "May 45, 2020", 0, "a date or a span"),
        (parse_span, "en", "Black Friday", 0, "a date or a span"),
        (parse_span, "en", "late foo 2020", 0, "a date or a span"),
        (parse_span, "en", "last May 2020", 0, "a date or a span"),
        (parse_span, "en", "between May 2020", 0, "a date or a span"),
        (parse_span, "en", "about the end of 2016", 0, "a date or a span"),
        (parse_span, "en", "13/2016", 0, "a date or a span"),
        (parse_span, "en", "2016, 2017", 0, "a date or a span"),
        (parse_span, "en", "May 2020 sales", 8, "the end"),
        (parse_span, "en", "May\t\u200b 2020\nsales", 10, "the end"),
        (parse_span, "de", "13.2016", 0, "a date or a span"),
        (parse_span, "it", "primi nove mesi del 2016", 0, "a date or a span"),
        (parse_span, "fr", "sept", 0, "a date or a span"),
        (parse_span, "fr", "sept mois", 0, "a date or a span"),
        (parse_money, "en", "about $5 million", 0, "an amount of money alone: it has no room for what loosens it"),
        (parse_money, "en", "$5 million or so", 11, "an amount of money alone"),
        (parse_money, "en", "$5 and $6", 2, "the end"),
        (parse_money, "en", "--$5", 1, "an amount of money"),
        (parse_money, "en", "+-$5 million", 1, "an amount of money"),
        (parse_money, "zh", "--5元", 1, "an amount of money"),
        (parse_money, "de_CH", "5.—", 1, "the rest of an amount of money"),
        (parse_percent, "en", "more than 5%", 0, "a percentage alone"),
        (parse_number, "en", "about 5 million", 0, "a number alone"),
        (parse_number, "en", "two-thirds", 3, "the rest of a number"),
        (parse_change, "en", "rose about 5%", 5, "a change alone"),
        (parse_change, "en", "Sales rose 55%", 0, "a word that says which way"),
        (parse_change, "en", "Sales rose 55% and fell", 0, "a word that says which way"),
        (parse_change, "en", "rose 55% and fell", 8, "the end"),
        (parse_change, "en", "rose 5% to $3 million", 11, "one change and no other figure"),
        (parse_change, "en", "rose 55%.", 8, "the end"),
        (parse_change, "en", " sales rose 55%", 1, "a word that says which way"),
    ],
)
def test_what_is_not_whole_is_refused(
    parse: Callable[..., Any], locale: str, text: str, stopped: int, expected: str
) -> None:
    with pytest.raises(ParseError) as refused:
        parse(text, locale)
    assert (refused.value.position, refused.value.text) == (stopped, text)
    assert expected in refused.value.expected


_PIECES = (
    "$|€|Fr. |5|12|1/0|0-0/2|½|3 1/2|2016|.|,|-|(|)| |%|million|half a |rose |from |between | and |May |the |Q3|亿|万|"
    "元|三|割|млн |руб.|MMM|00|°|about |مليون|करोड़|sept. |seit |kr |to "
)
PIECES = st.sampled_from(_PIECES.split("|"))


@given(st.lists(PIECES, max_size=8).map("".join) | st.text(max_size=40), st.sampled_from(LOCALES))
@example("2016-1/0MMM", "en")
@example("[(°8.6-00-0/2", "en")
@example("½", "und")
@example("(-)", "zh")
def test_any_text_gives_a_value_or_a_parse_error(text: str, locale: str) -> None:
    """Whatever the text, nothing but a ParseError is raised, and it shows a place of the text."""
    for parse, kind in GIVES.items():
        try:
            value = parse(text, locale)  # type: ignore[operator]
        except ParseError as error:
            value, shown = None, (error.text, 0 <= error.position <= len(text))
        else:
            shown = text, isinstance(value, kind)
        assert shown == (text, True), value
