"""What a careful reader gets from a sentence, row by row: the tables of tests/reading, in the notation of tables.py."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from moneyfacts import strategies
from moneyfacts.api import parse_change, parse_money, parse_number, parse_percent, parse_span
from moneyfacts.errors import ParseError, UnknownCurrencyError
from moneyfacts.lang import language
from moneyfacts.link import Link, links
from moneyfacts.model.facts import Fact
from moneyfacts.model.values import Change, DateSpan, Duration
from tables import Row, assert_reads, places, rows, shown, span, table, tables


@table(*tables("facts"))
def test_the_facts_of_a_sentence(row: Row) -> None:
    """A row lists all facts of its sentence, so what is missed fails, and so does what means nothing."""
    assert_reads(row, row.document(), shown)


@table("context")
def test_what_a_figure_is_about(row: Row) -> None:
    """Each quantity has the subject, measure, period and accounting of its row, and no other."""
    quantities = [fact for fact in row.document() if not isinstance(fact.value, DateSpan | Duration)]
    assert_reads(row, quantities, about)


@table("datelines")
def test_when_a_text_was_published(row: Row) -> None:
    published = row.document().published
    assert [("published", str(published or "none").lower())] == list(row.lines)


@table("links")
def test_which_figures_belong_together(row: Row) -> None:
    """A row lists all links of its sentence, so a tie that no words state fails."""
    document = row.document()
    found = [tied(link) for link in links(document, language(row.locale))]
    assert sorted(found) == sorted(row.lines)


def about(fact: Fact, _: str) -> str:
    context = fact.context
    period = span(context.period) if context.period else None
    parts = {"subject": context.subject, "measure": context.measure, "period": period, "accounting": context.accounting}
    return "; ".join(f"{name}: {part}" for name, part in parts.items() if part) or "nothing"


def tied(link: Link) -> tuple[str, str]:
    roles = [f"{role}: {fact.text}" for role, fact in link.roles]
    assumed = [f"{each.role} assumed {each.value}" for each in link.assumed]
    return f"{link.relation} {link.direction or ''}".strip(), "; ".join(roles + assumed)


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("A row.", "below a heading"),
        ("[H]\ncolour = red\n\nA row.", "each once, locale, published, home, frame; then an empty line"),
        ("[H]\nhome = EUR\nhome = USD\n\nA row.", ":3: a heading takes"),
        ("[H]\nA row.", "then an empty line"),
        ("[H]\npublished = soon\n\nA row.", "soon"),
        ("[H]\n\n    5 -> count 5", ":3: a fact is its words"),
        ("[H]\n\nA row.\n    5 count 5", ":4: a fact is its words"),
        ("[H]\n\nA row.\n    5 -> ", "a fact is its words"),
        ("[H]\n\nA row.\n    5 -> count 5\n    known_wrong = late", ":5: a fact is its words"),
        ("[H]\nframe = It is [5 {}]\nframe = It is {}\n\neuros", ":3: a heading takes"),
        ("[H]\nframe = It is [5 euros].\n\neuros", "with one {} for a word"),
        ("[H]\nframe = It is {} or {}.\n\neuros", "with one {} for a word"),
        ("[H]\nframe = It is [5 {}] or [6].\n\neuros", "brackets around its figure"),
        ("[H]\nframe = It is 5 {}. -> money EUR 5\n\neuros", "brackets around its figure"),
        ("[H]\nframe = It is [5 {}].\n\neuros", ":4: a line of a frame"),
        ("[H]\nframe = It is [5 {}].\n\neuros ->", ":4: a line of a frame"),
        ("[H]\nframe = It is {}.\n\neuros -> money EUR 5", ":4: a line of a frame"),
        ("[H]\nframe = It is [5 {}]. -> money EUR 5\n\neuros -> money EUR 5", ":4: a line of a frame"),
        ("[H]\n\nA row.\n    known_wrong = once\n    known_wrong = twice", "a fact is its words"),
    ],
)
def test_what_is_no_table_is_refused(source: str, fault: str) -> None:
    """A misspelt setting or a line without its arrow must not pass for a row that holds."""
    with pytest.raises(ValueError, match=fault):
        rows(source, "here")


def test_the_notation() -> None:
    source = (
        "# why\n[Cause]\nlocale = en_CA\npublished = 2017-01-20\nhome = AUD\n\nOne.\n    5  ->  count   5\n\nT\\nwo."
    )
    first, second = rows(source, "here")
    assert first.lines == (("5", "count 5"),)
    assert first.name == "here: Cause: One."
    assert (second.text, second.lines, second.locale, second.home) == ("T\nwo.", (), "en_CA", "AUD")
    framed = (
        "[Cause]\nlocale = de\nframe = Preis: [5 {}].\n\nEuro  ->  money   EUR 5\n# why\nMark -> money DEM 5\n"
        '    known_wrong = reason\n\n[Other]\nframe = Um {} [5 Euro]. -> money EUR 5 about "{}"\n\nrund\n    5 -> no\n'
        "\n[None]\nframe = Nur {}!\n\nso\\nda\n\n[Plain]\n\nA {} [row]."
    )
    euro, mark, about, nothing, plain = rows(framed, "here")
    assert (euro.text, euro.lines, euro.locale) == ("Preis: 5 Euro.", (("5 Euro", "money EUR 5"),), "de")
    assert (mark.known_wrong, mark.lines) == ("reason", (("5 Mark", "money DEM 5"),))
    assert about.text == "Um rund 5 Euro."
    assert about.lines == (("5 Euro", 'money EUR 5 about "rund"'), ("5", "no"))
    assert (about.locale, nothing.text, nothing.lines) == ("en", "Nur so\nda!", ())
    assert plain.text == "A {} [row]."
    [wrong] = rows("[Cause]\n\nOne.\n    known_wrong = reason\n    5 -> count 5", "here")
    assert (wrong.known_wrong, wrong.lines) == ("reason", (("5", "count 5"),))


def test_words_are_found_whole_and_in_their_order() -> None:
    assert places("15 of 5, 5%", ["5", "5%"]) == [6, 9]
    assert places("the first six months of 1989", ["first six months of 1989", "six months"]) == [4, 10]
    for quotes in (["6"], ["5", "5", "5"], ["1"]):
        with pytest.raises(ValueError, match="does not stand, whole"):
            places("15 of 5, 5%", quotes)


@pytest.mark.parametrize(
    ("fact", "instead"),
    [("5% -> percent 5%", "5% -> percent 5.0%"), ("5% -> percent 5%", ""), ("", "5% -> percent 5%")],
)
def test_a_row_that_says_too_little_or_too_much_fails(fact: str, instead: str) -> None:
    text = "It is 5%." if fact else "It is here, for 5 % reasons."
    document = Row("It is 5%.").document() if fact else ()
    lines = tuple(tuple(line.split(" -> ")) for line in instead.splitlines())
    with pytest.raises(AssertionError):
        assert_reads(Row(text, tuple((quote, meaning) for quote, meaning in lines)), document, shown)


@given(strategies.facts(), strategies.facts(), st.data())
def test_the_print_of_a_fact_shows_each_of_its_fields(fact: Fact, other: Fact, data: st.DataObject) -> None:
    """Whatever is changed in a value, its precision or its qualifier, the print changes: nothing goes unread."""
    said = other.qualifier and replace(other.qualifier, start=None, end=None)  # where it stands is not shown
    fact = replace(fact, qualifier=fact.qualifier and replace(fact.qualifier, start=None, end=None))
    changed = replace(fact, qualifier=said)
    if type(fact.value) is type(other.value) and fact.precision and data.draw(st.booleans()):
        together = {"amount", "low", "high", "currency", "candidates", "unit"}
        field = data.draw(st.sampled_from([name for name in fact.value.__struct_fields__ if name not in together]))
        changed = replace(fact, value=replace(fact.value, **{field: getattr(other.value, field)}))
    elif data.draw(st.booleans()):
        changed = replace(fact, value=other.value, precision=other.precision)
    elif len(fact.precision) == len(other.precision) and not any(each.word for each in fact.precision):
        changed = replace(fact, precision=other.precision)
    if any(getattr(changed, name) != getattr(fact, name) for name in ("value", "precision", "qualifier")):
        assert shown(changed, "| because ") != shown(fact, "| because ")


@pytest.mark.parametrize(
    ("parse", "text", "stopped", "expected"),
    [
        (parse_money, "", 0, "an amount of money"),
        (parse_money, "cheap", 0, "an amount of money"),
        (parse_money, "34.3 zillion yuan", 4, "the rest of"),
        (parse_money, "5%", 2, "a currency"),
        (parse_money, "$5 and more", 2, "the end"),
        (parse_percent, "$5", 2, "a percent sign"),
        (parse_percent, "many", 0, "a percentage"),
        (parse_number, "5%", 1, "the end"),
        (parse_number, "5 apples", 1, "the rest of"),
        (parse_change, "5%", 0, "a word that says which way"),
        (parse_change, "steady", 0, "a change, like"),
        (parse_span, "soon", 0, "a date or a span"),
        (parse_span, "July or so", 4, "the end"),
        (parse_span, "last week", 0, "a date that can be placed"),
        (parse_span, "", 0, "a date or a span"),
    ],
)
def test_what_is_not_one_whole_figure(parse: Callable[[str], object], text: str, stopped: int, expected: str) -> None:
    """The error shows the text, where reading stopped, and what would be right there."""
    with pytest.raises(ParseError) as refused:
        parse(text)
    error = refused.value
    assert (error.text, error.position) == (text, stopped)
    assert expected in error.expected


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("(US$1.2bn)", "-1200000000"),
        ("-$5", "-5"),
        ("+5 euros", "5"),
        (" a million yen ", "1000000"),
        ("$-5.00", "-5.00"),
    ],
)
def test_one_whole_amount(text: str, amount: str) -> None:
    """Brackets are a minus here, as accounts print it, and spaces around a figure are nothing."""
    assert parse_money(text).to_dict()["amount"] == amount


def test_other_whole_figures() -> None:
    assert parse_percent("(12.50 %)").to_dict()["amount"] == "-12.50"
    assert parse_number("-twenty-five thousand").as_tuple() == Decimal(-25000).as_tuple()
    change = parse_change("down 3 percentage points from a year earlier")
    assert change == Change(amount=Decimal(3), direction="down", unit="percentage_point", basis="year_on_year")
    assert span(parse_span("Q3 FY2016")) == "? quarter fiscal FY2016-Q3"
    assert span(parse_span("last week", published=date(2017, 1, 20))) == "2017-01-09..2017-01-15 week"
    assert parse_money("$5", home_currency="AUD").candidates[0] == "AUD"
    with pytest.raises(UnknownCurrencyError, match="'dollar' is not an ISO 4217 currency"):
        parse_money("$5", home_currency="dollar")
    with pytest.raises(UnknownCurrencyError):
        Row("It cost $5.", home="usd").document()
