"""What people and programs are shown: figures in words, texts with their marks, tables, JSON Lines."""

from __future__ import annotations

import builtins
import importlib
import json
import re
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conftest import in_any_context
from moneyfacts import strategies
from moneyfacts.api import check, compare, extract, parse_money
from moneyfacts.errors import MissingExtraError
from moneyfacts.model.facts import Context, Document, Fact, Qualifier
from moneyfacts.model.findings import VERDICTS, Assumed, Derived, Finding, Part, Report, Verdict
from moneyfacts.model.grounding import SUPPORTS
from moneyfacts.model.interval import Interval, exact, plain
from moneyfacts.model.values import (
    VALUE_OF_KIND,
    VALUES,
    Change,
    Count,
    DateSpan,
    Duration,
    Measurement,
    Money,
    Percent,
    Ratio,
    Value,
)
from moneyfacts.rates import RateTable
from moneyfacts.report import Mark, facts_line, facts_text, findings_line, marked, read_line, text
from moneyfacts.report.conversions import conversion_dict, conversion_text
from moneyfacts.report.figures import fact as fact_in_words
from moneyfacts.report.figures import grouped, meaning, number, period, to_places
from moneyfacts.report.grounding import Named
from moneyfacts.report.plain import comparison_text
from moneyfacts.report.rows import doubt_of, finding_marks, finding_rows, notes, printable, summary
from moneyfacts.report.terminal import STYLES, Page

ANSI = re.compile("\x1b\\[[0-9;]*m")


# Numbers


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("34300000000", "34.3 billion"),
        ("1000000", "1 million"),
        ("999999", "999,999"),
        ("1234567", "1,234,567"),
        ("1234000", "1.234 million"),
        ("-2500000000000", "-2.5 trillion"),
        ("7200000000000000", "7,200 trillion"),
        ("1000000.00", "1 million"),
        ("1000000.50", "1,000,000.50"),
        ("45.00", "45.00"),
        ("0", "0"),
        ("1/3", "1/3"),
    ],
)
def test_a_number_in_words(value: str, words: str) -> None:
    assert number(exact(value)) == words


@given(st.one_of(strategies.amounts(signed=True), st.fractions(), st.integers()))
@in_any_context
def test_a_number_in_words_is_the_number(value: Decimal | Fraction | int) -> None:
    """Nothing is rounded away: the words, read as digits and scale, are the number again."""
    digits, _, scale = number(value).partition(" ")
    power = {"": 0, "million": 6, "billion": 9, "trillion": 12}[scale]
    assert Fraction(digits.replace(",", "")) * 10**power == Fraction(value)


@given(st.fractions(), st.integers(0, 6))
@in_any_context
def test_rounding_to_places_is_to_the_nearest(value: Fraction, places: int) -> None:
    """The printed number has that many places, and lies within half a unit of the last one."""
    printed = to_places(value, places)
    assert len(printed.partition(".")[2]) == places
    assert abs(Fraction(printed) - value) <= Fraction(1, 2 * 10**places)
    assert not re.fullmatch("-[0.]+", printed), "there is no minus zero"


@given(st.integers(0))
def test_grouping_loses_no_digit(value: int) -> None:
    assert grouped(str(value)) == f"{value:,}"


# Values and facts

FIVE = Decimal(5)
JULY_TO_SEPTEMBER = DateSpan(start=date(2016, 7, 1), end=date(2016, 9, 30))

MEANINGS: Sequence[tuple[Value, str]] = [
    (Money(amount=FIVE, currency="USD"), "USD 5"),
    (Money(amount=Decimal("34.3E9"), currency="CNY", per="year"), "CNY 34.3 billion per year"),
    (Money(low=FIVE, high=Decimal("6E6"), currency="USD"), "USD 5 to 6 million"),
    (Percent(amount=Decimal("7.7")), "7.7%"),
    (Percent(amount=FIVE, unit="basis_point"), "5 basis points"),
    (Change(amount=FIVE, direction="up", unit="percent", basis="year_on_year"), "up 5%, year on year"),
    (Change(amount=FIVE, direction="down", unit="percentage_point"), "down 5 percentage points"),
    (Change(amount=Decimal(2), direction="up", unit="multiple"), "up by a factor of 2"),
    (Change(amount=FIVE, direction="up", unit="USD", candidates=("USD",), per="share"), "up USD 5 per share"),
    (Change(amount=FIVE, direction="up", unit="count", of="shops"), "up 5 shops"),
    (Change(amount=FIVE, direction="up", unit="count"), "up 5"),
    (Change(amount=FIVE, direction="down", unit="metric_ton"), "down 5 metric ton"),
    (Change(direction="flat", unit="percent"), "flat"),
    (Change(direction="flat", unit="percent", basis="since"), "flat, since an earlier date"),
    (Count(amount=Decimal("12E6"), of="vendors"), "12 million vendors"),
    (Count(amount=FIVE), "5"),
    (Count(amount=FIVE, of="flights", per="day"), "5 flights per day"),
    (Ratio(amount=Fraction(2, 3)), "2/3"),
    (Measurement(amount=Decimal(275), unit="barrel / day"), "275 barrel / day"),
    (Duration(amount=Decimal(12), unit="year"), "12 years"),
    (Duration(amount=Decimal(1), unit="quarter"), "1 quarter"),
    (JULY_TO_SEPTEMBER, "2016-07-01 to 2016-09-30"),
    (DateSpan(start=date(2017, 1, 19), end=date(2017, 1, 19)), "2017-01-19"),
    (DateSpan(end=date(2028, 12, 31)), "until 2028-12-31"),
    (DateSpan(start=date(2028, 12, 31)), "from 2028-12-31"),
    (DateSpan(label="FY2017", fiscal=True, unresolved="no year end is stated"), "FY2017: no year end is stated"),
    (DateSpan(), "not known"),
]


@pytest.mark.parametrize(("value", "words"), MEANINGS)
def test_a_value_in_words(value: Value, words: str) -> None:
    assert meaning(value) == words


def test_every_kind_of_value_has_its_words() -> None:
    assert {type(value) for value, _ in MEANINGS} == set(VALUES)
    with pytest.raises(TypeError, match="no words for"):
        meaning(Value())


@given(strategies.values())
@in_any_context
def test_any_value_has_words_on_one_line(value: Value) -> None:
    assert meaning(value, "about ").strip()
    assert "\n" not in meaning(value)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2016, 7, 1), date(2016, 9, 30), "2016-07 to 2016-09"),
        (date(2016, 7, 1), date(2016, 7, 31), "2016-07"),
        (date(2016, 1, 1), date(2016, 12, 31), "2016"),
        (date(2010, 1, 1), date(2019, 12, 31), "2010 to 2019"),
        (date(2016, 7, 4), date(2016, 7, 10), "2016-07-04 to 2016-07-10"),
        (date(2016, 7, 1), None, "from 2016-07-01"),
        (date(9999, 1, 1), date.max, "9999-01-01 to 9999-12-31"),
    ],
)
def test_a_period_is_said_briefly(start: date, end: date | None, words: str) -> None:
    assert period(DateSpan(start=start, end=end)) == words


def test_a_period_with_a_name_is_called_by_it() -> None:
    assert period(DateSpan(start=date(2016, 7, 1), end=date(2016, 9, 30), label="FY2017-Q1")) == "FY2017-Q1"


def test_a_qualifier_stands_before_the_number() -> None:
    value = Change(amount=FIVE, direction="up", unit="percent")
    assert fact_in_words(Fact(value, "5%", 10, 12, Qualifier("over", "above"))) == "up more than 5%"


# A document and a report to show

TEXT = "Sales at Acme rose 50% to\n$3 million from $2.4 million.\nCosts fell 5% to $1 million."


def part(words: str, role: str = "item") -> Part:
    start = TEXT.index(words)
    return Part(role, words, start, start + len(words))


def fact(words: str, value: Value, context: Context = Context()) -> Fact:  # noqa: B008 - a record, which cannot change
    start = TEXT.index(words)
    return Fact(value, words, start, start + len(words), context=context)


def dollars(amount: str) -> Money:
    return Money(amount=Decimal(amount), currency="USD", candidates=("USD", "CAD", "AUD"), reason="the sign $")


DOCUMENT = Document(
    TEXT,
    "en",
    (
        fact("50%", Change(amount=Decimal(50), direction="up", unit="percent"), Context("Acme", "Sales")),
        fact("$3 million", dollars("3E6"), Context("Acme", "Sales", JULY_TO_SEPTEMBER, "adjusted")),
        fact("$2.4 million", dollars("2.4E6")),
        fact("5%", Change(amount=FIVE, direction="down", unit="percent")),
    ),
    date(2017, 1, 20),
)
CONFLICT = Finding(
    "growth", "conflicts", "from $2.4 million to $3 million is up 25%, not 50%", (part("$3 million"), part("50%"))
)
AGREES = Finding("part_whole", "agrees", "$2.4 million is no more than $3 million", (part("$2.4 million"),))
STRAINED = Finding("fx", "strained", "only just", (part("$2.4 million"),))
UNDECIDED = Finding(
    "absolute_change",
    "undecided",
    "what costs were before is not stated",
    (part("5% to"),),
    derived=(Derived("prior", Interval(Fraction(1050000), Fraction(1060000)), "USD"),),
    assumed=(Assumed("start", "2017-01-20", "published"),),
)
REPORT = Report((AGREES, CONFLICT, UNDECIDED))


def test_a_document_as_plain_text() -> None:
    assert facts_text(DOCUMENT) == (
        "Sales at Acme rose [50%] to\n"
        "[$3 million] from [$2.4 million].\n"
        "Costs fell [5%] to $1 million.\n"
        "\n"
        "change  50%           up 50%           Acme, Sales\n"
        "money   $3 million    USD 3 million    Acme, Sales, 2016-07 to 2016-09, adjusted\n"
        "money   $2.4 million  USD 2.4 million\n"
        "change  5%            down 5%\n"
        "\n"
        "4 figures\n"
        '"$3 million" is read as USD (the sign $), but may be CAD, AUD; a home currency decides\n'
    )


def test_a_report_as_plain_text() -> None:
    """Only what is at odds is marked; the worst verdict comes first; what is undecided is counted and hidden."""
    assert text(REPORT, DOCUMENT) == (
        "Sales at Acme rose [50%] to\n"
        "[$3 million] from $2.4 million.\n"
        "Costs fell 5% to $1 million.\n"
        "\n"
        "conflicts  1:20  growth      from $2.4 million to $3 million is up 25%, not 50%\n"
        "agrees     2:17  part whole  $2.4 million is no more than $3 million\n"
        "\n"
        "checks: 3, conflicts: 1, agrees: 1, undecided: 1 (hidden; --all shows it)\n"
    )


def test_a_report_with_everything() -> None:
    assert text(REPORT, DOCUMENT, everything=True, article=False) == (
        "conflicts  1:20  growth           from $2.4 million to $3 million is up 25%, not 50%\n"
        "undecided  3:12  absolute change  what costs were before is not stated\n"
        "                                    derived: prior $1.05 to 1.06 million\n"
        "                                    assumed: start 2017-01-20, from published\n"
        "agrees     2:17  part whole       $2.4 million is no more than $3 million\n"
        "\n"
        "checks: 3, conflicts: 1, agrees: 1, undecided: 1\n"
    )


def test_columns_hold_wide_characters() -> None:
    """A character that takes two columns counts for two."""
    wide = "343亿元 5%"
    facts = (
        Fact(Money(amount=FIVE, currency="CNY"), "343亿元", 0, 5),
        Fact(Percent(amount=FIVE), "5%", 6, 8),
    )
    assert facts_text(Document(wide, "zh", facts), article=False).splitlines()[:2] == [
        "money    343亿元  CNY 5",
        "percent  5%       5%",
    ]


@pytest.mark.parametrize(
    ("verdicts", "said"),
    [
        ("", "nothing to check: no two figures say something of each other"),
        ("agrees", "checks: 1, agrees: 1"),
        ("agrees agrees conflicts", "checks: 3, conflicts: 1, agrees: 2"),
        ("conflicts conflicts strained", "checks: 3, conflicts: 2, strained: 1"),
        ("undecided undecided", "checks: 2, undecided: 2 (hidden; --all shows them)"),
    ],
)
def test_a_report_is_summed_up(verdicts: str, said: str) -> None:
    by_name: Mapping[str, Finding] = {each.verdict: each for each in (AGREES, CONFLICT, STRAINED, UNDECIDED)}
    assert summary(Report(tuple(by_name[verdict] for verdict in verdicts.split()))) == said


def test_a_figure_has_the_worst_verdict_on_it() -> None:
    """Two findings speak of $2.4 million; a third, undecided, marks nothing."""
    marks = finding_marks(Report((STRAINED, AGREES, UNDECIDED, CONFLICT)))
    assert [(TEXT[mark.start : mark.end], mark.name) for mark in marks] == [
        ("50%", "conflicts"),
        ("$3 million", "conflicts"),
        ("$2.4 million", "strained"),
    ]


def test_a_finding_without_figures_stands_in_the_first_line() -> None:
    assert [str(row.place) for row in finding_rows(Report((Finding("mine", "agrees", "fine"),)), DOCUMENT)] == ["1:1"]


def test_doubt_about_a_currency_names_the_nearest_others() -> None:
    assert doubt_of(("JPY", "CNY"), None) == "JPY, but may be CNY; a home currency decides"
    many = ("USD", "CAD", "AUD", "HKD", "SGD", "NZD")
    assert doubt_of(many, "the sign $") == (
        "USD (the sign $), but may be CAD, AUD, HKD, SGD or 1 more; a home currency decides"
    )


def test_doubt_is_noted_once_for_each_currency() -> None:
    change = Change(amount=FIVE, direction="up", unit="JPY", candidates=("JPY", "CNY"))
    yen = Document("¥5 $6 $7", "en", (Fact(change, "¥5", 0, 2), Fact(dollars("6"), "$6", 3, 5)))
    assert [note.partition(",")[0] for note in notes(yen)] == [
        '"¥5" is read as JPY',
        '"$6" is read as USD (the sign $)',
    ]


# Marks


@given(st.text(max_size=30), st.data())
def test_marks_may_stand_inside_others(body: str, data: st.DataObject) -> None:
    """For any marks of at least one character, taking the brackets out gives the text, and they are balanced."""
    body = re.sub("[⟦⟧]", "", body)
    if not body:
        return
    starts = data.draw(st.lists(st.integers(0, len(body) - 1), max_size=4))
    marks = [Mark(start, data.draw(st.integers(start + 1, len(body))), "money") for start in starts]
    found = marked(body, marks, "⟦", "⟧")
    assert re.sub("[⟦⟧]", "", found) == body
    assert found.count("⟦") == found.count("⟧") == len(marks)


def test_what_ends_comes_before_what_begins() -> None:
    marks = [Mark(0, 3, "date_span"), Mark(1, 3, "duration"), Mark(3, 4, "count")]
    assert marked("abcd", marks) == "[a[bc]][d]"


@given(st.text())
def test_printable_text_has_the_same_length_and_steers_no_terminal(body: str) -> None:
    shown = printable(body)
    assert len(shown) == len(body)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", shown)
    shown.encode("utf-8")


# The terminal


def test_the_page_has_the_colours_of_the_kinds() -> None:
    drawn = Page(80, color=True).facts(DOCUMENT)
    assert "\x1b[1;35m50%\x1b[0m to\n\x1b[1;32m$3 million\x1b[0m from" in drawn
    assert ANSI.sub("", drawn).startswith(TEXT)
    assert set(STYLES) == {*VALUE_OF_KIND, *VERDICTS, *SUPPORTS}


def test_the_page_of_a_report_has_the_colours_of_the_verdicts() -> None:
    drawn = Page(80, color=True).findings(REPORT, DOCUMENT)
    assert "\x1b[1;31m$3 million\x1b[0m from \x1b[32m$2.4 million\x1b[0m." in drawn
    plainly = ANSI.sub("", drawn)
    assert plainly.startswith(TEXT)
    assert "conflicts" in plainly
    assert "(hidden; --all" in plainly
    assert "before is not stated" not in plainly


def test_a_page_without_colour_has_brackets_and_no_escapes() -> None:
    assert Page(60).findings(REPORT, DOCUMENT, everything=True) == (
        "Sales at Acme rose [50%] to\n"
        "[$3 million] from $2.4 million.\n"
        "Costs fell 5% to $1 million.\n"
        "\n"
        "verdict    check      place  what the figures say\n"
        "conflicts  growth     1:20   from $2.4 million to $3 million\n"
        "                             is up 25%, not 50%\n"
        "undecided  absolute   3:12   what costs were before is not\n"
        "           change            stated\n"
        "                             derived: prior $1.05 to 1.06\n"
        "                             million\n"
        "                             assumed: start 2017-01-20, from\n"
        "                             published\n"
        "agrees     part       2:17   $2.4 million is no more than $3\n"
        "           whole             million\n"
        "\n"
        "checks: 3, conflicts: 1, agrees: 1, undecided: 1\n"
    )


@pytest.mark.parametrize("verdict", ["conflicts", "strained", "agrees", "undecided"])
def test_the_last_line_has_the_colour_of_the_worst_verdict(verdict: Verdict) -> None:
    report = Report((Finding("mine", verdict, "so it is"),))
    last = Page(80, color=True).findings(report, DOCUMENT, article=False).splitlines()[-1]
    codes = {"conflicts": "1;31", "strained": "1;33", "agrees": "32", "undecided": "2"}
    assert last.startswith(f"\x1b[{codes[verdict]}mchecks: 1, ")


def test_a_page_of_nothing() -> None:
    nothing = Document("", "en")
    assert Page(80).facts(nothing) == "no figures\n"
    assert Page(80).findings(Report(), nothing) == "nothing to check: no two figures say something of each other\n"
    assert Page(12).heading("a.txt") == "a.txt ──────\n"


@given(strategies.documents(), strategies.reports(), st.integers(40, 120), st.booleans())
def test_every_page_keeps_to_its_width_and_its_colours(
    document: Document, report: Report, width: int, color: bool
) -> None:
    """Whatever the text: no line is wider than the page, and no escape is in it that the page did not put there."""
    from rich.cells import cell_len

    page = Page(width, color=color)
    for drawn in (page.facts(document), page.findings(report, document, everything=True), page.heading("x")):
        plainly = ANSI.sub("", drawn) if color else drawn
        assert "\x1b" not in plainly
        assert max(map(cell_len, plainly.split("\n"))) <= width


def test_without_rich_the_terminal_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    imported = builtins.__import__

    def without_rich(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] == "rich":
            raise ModuleNotFoundError("No module named 'rich'", name="rich")
        return imported(name, *rest)

    monkeypatch.delitem(sys.modules, "moneyfacts.report.terminal")
    monkeypatch.setattr(builtins, "__import__", without_rich)
    with pytest.raises(MissingExtraError, match=re.escape("pip install 'moneyfacts[cli]'")):
        importlib.import_module("moneyfacts.report.terminal")


# JSON Lines


def test_a_document_as_a_line() -> None:
    line = facts_line(DOCUMENT, "a")
    assert line.endswith(b"}\n")
    assert line.count(b"\n") == 1
    data = json.loads(line)
    assert data.pop("id") == "a"
    assert Document.from_dict(data) == DOCUMENT


def test_a_report_as_a_line() -> None:
    data = json.loads(findings_line(REPORT, DOCUMENT, 7))
    assert list(data) == ["id", "published", "locale", "findings", "doubtful"]
    assert (data["id"], data["published"], data["locale"]) == (7, "2017-01-20", "en")
    assert Report.from_dict({"findings": data["findings"]}) == REPORT
    assert json.loads(findings_line(Report(), Document("", "zh"), 8)) == {
        "id": 8,
        "published": None,
        "locale": "zh",
        "findings": [],
        "doubtful": [],
    }


@given(st.text(st.characters(exclude_categories=())))
@example("\ud800 5%")
def test_any_text_makes_a_line(body: str) -> None:
    """Lone surrogates too, which UTF-8 cannot say: the line is then ASCII with escapes."""
    line = facts_line(Document(body, "en"), body)
    assert line.count(b"\n") == 1
    assert json.loads(line)["text"] == json.loads(line)["id"] == body


def test_a_line_of_input_is_read() -> None:
    found = read_line(b'{"text": "x", "id": 3, "locale": "en_IN", "published": "2017-01-20", "url": null}')
    assert (found.id, found.text, found.locale, found.published) == (3, "x", "en_IN", date(2017, 1, 20))
    assert read_line('{"text": "", "id": "a"}').published is None
    assert read_line('{"text": ""}').id is None


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("", "truncated"),
        ("[]", "Expected `object`"),
        ('{"id": 1}', "missing required field `text`"),
        ('{"text": 5, "id": 1}', r"\$\.text"),
        ('{"text": "x", "id": 1, "published": "soon"}', r"\$\.published"),
        ('{"text": "x", "published": 1484851200}', r"\$\.published"),
        ('{"text": "x", "sources": [{"text": "y", "published": "2017-01-32T00:00"}]}', r"\$\.sources\[0\]"),
        ('{"text": "x", "sources": {"text": "y"}}', r"\$\.sources"),
        (b'{"text": "\xe9", "id": 1}', "can't decode byte 0xe9 in position 10"),
    ],
)
def test_a_bad_line_says_why(line: bytes | str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_line(line)


# Conversions

RATES = RateTable(
    {date(2017, 1, 20): {"CNY": "7.3125", "USD": "1.0632", "JPY": "121.94"}}, base="EUR", name="the paper"
)


def shown(amount: str, to: str, on: date = date(2017, 1, 20)) -> list[str]:
    money = parse_money(amount)
    return conversion_text(amount, money, money.convert(to, on, RATES), on).splitlines()


def test_a_conversion_in_words() -> None:
    assert shown("34.3 billion yuan", "USD") == [
        "34.3 billion yuan = USD 4.99 billion",
        "",
        "in full    USD 4,987,044,102.56",
        "rate       6.8778 CNY/USD",
        "published  2017-01-20 by the paper",
    ]


@pytest.mark.parametrize(
    ("amount", "to", "first"),
    [
        ("1 billion yuan", "USD", "1 billion yuan = USD 145 million"),  # never fewer than three digits
        ("1.2345 billion yuan", "USD", "1.2345 billion yuan = USD 179.49 million"),  # as many as were printed
        ("45 yuan", "USD", "45 yuan = USD 6.54"),  # to the cent
        ("(1,000,000 yuan)", "USD", "(1,000,000 yuan) = USD -145,394.87"),
        ("3 US dollars", "JPY", "3 US dollars = JPY 344"),  # the yen has no smaller unit
        ("¥1", "USD", "¥1 = USD 0.00872"),
        ("0 yuan", "USD", "0 yuan = USD 0"),
        ("45 yuan\n", "USD", "45 yuan = USD 6.54"),
    ],
)
def test_a_conversion_has_the_digits_that_mean_something(amount: str, to: str, first: str) -> None:
    assert shown(amount, to)[0] == first


@pytest.mark.parametrize(
    ("on", "why"),
    [
        (date(2017, 1, 21), "2017-01-21 is a Saturday; 2017-01-20 is the last day published before it"),
        (date(2017, 1, 22), "2017-01-22 is a Sunday; 2017-01-20 is the last day published before it"),
        (
            date(2017, 1, 23),
            "no rate was published on 2017-01-23; 2017-01-20 is the last day before it that has one",
        ),
    ],
)
def test_a_conversion_says_when_the_date_fell_back(on: date, why: str) -> None:
    assert shown("5 yuan", "USD", on)[-1].strip() == why


def test_a_conversion_says_which_currency_it_took() -> None:
    assert shown("¥5", "USD")[-1] == "read as    JPY (the sign ¥), but may be CNY; a home currency decides"


def test_a_range_and_a_rate_are_converted_whole() -> None:
    """Both ends of a printed range, and what it is paid for."""
    money = Money(low=Decimal(50), high=Decimal("50E6"), currency="CNY", per="year")
    day = date(2017, 1, 20)
    lines = conversion_text("so much", money, money.convert("USD", day, RATES), day).splitlines()
    assert lines[0] == "so much = USD 7.27 to 7.27 million per year"
    assert lines[2] == "in full    USD 7.27 to 7,269,743.59 per year"
    assert conversion_dict("so much", money, money.convert("USD", day, RATES), day)["rounded"] is None


def test_an_amount_that_decimals_cannot_say() -> None:
    money, day = Money(amount=Fraction(10**9, 3), currency="CNY"), date(2017, 1, 20)
    lines = conversion_text("a third", money, money.convert("USD", day, RATES), day)
    assert lines.startswith("a third = USD 48.5 million\n")


def test_a_conversion_as_json() -> None:
    money, day = parse_money("34.3 billion yuan"), date(2017, 1, 20)
    data = conversion_dict("34.3 billion yuan", money, money.convert("USD", day, RATES), day)
    assert data["from"] == money.to_dict()
    assert (data["text"], data["on"], data["rounded"]) == ("34.3 billion yuan", "2017-01-20", "4987044102.56")
    assert data["rate"]["source"] == "the paper"
    assert exact(data["exact"]["amount"]) == Fraction(34_300_000_000 * 10632, 73125)
    assert plain(Fraction(data["rate"]["value"])) == "3544/24375"


# Slips


SLIPPED = "Sales rose 36.4% to $170.9 million from $152.3 million."
SLIP = "perhaps: two digits are exchanged: $125.3 million for $152.3 million would fit"


@pytest.mark.parametrize("everything", [False, True])
def test_the_slip_that_would_explain_a_conflict_stands_below_it(everything: bool) -> None:
    """On its own line, in plain text and on a terminal, whether or not more is shown; nothing where there is none."""
    document = extract(SLIPPED)
    report = check(document)
    for shown in (
        text(report, document, everything=everything, article=False),
        Page(160).findings(report, document, everything=everything, article=False),
    ):
        assert [line.strip() for line in shown.splitlines() if "perhaps" in line] == [SLIP]
    agreeing = extract(SLIPPED.replace("152.3", "125.3"))
    assert "perhaps" not in text(check(agreeing), agreeing, everything=everything)


def test_a_line_of_json_holds_the_slip() -> None:
    document = extract(SLIPPED)
    [finding] = json.loads(findings_line(check(document), document, 1))["findings"]
    assert f"perhaps: {finding['slip']}" == SLIP


def test_a_comparison_names_the_slip() -> None:
    documents = [extract(f"In 2016 Acme's sales were {amount}.") for amount in ("$4.25 billion", "$4.52 billion")]
    report, named = compare(documents), [Named(name, each) for name, each in zip("ab", documents, strict=True)]
    for shown in (comparison_text(report, named), Page(160).comparison(report, named)):
        [line] = [line for line in shown.splitlines() if "perhaps" in line]
        assert line.strip().startswith("perhaps: two digits are exchanged: $4.25 billion for $4.52 billion")
