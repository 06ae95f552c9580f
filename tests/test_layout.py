"""Another white space changes no reading: what layouts are read for, and the laws, over all rows of the tables."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from moneyfacts.api import check, compare, extract, ground, parse_money, parse_percent
from moneyfacts.errors import ParseError
from moneyfacts.model.facts import Document, Fact
from moneyfacts.read.layout import layout
from tables import FOLDER, Row, rows, tables

EXAMPLES = Path(__file__).parents[1] / "examples"
ROWS = [row for name in tables("facts") for row in rows((FOLDER / f"{name}.txt").read_text(encoding="utf-8"), name)]
GAP = re.compile(r"(?<=\S) (?=\S)")
BEFORE_PERCENT = re.compile(r"(?<=[\d½¼¾])[ \u00a0\u202f]?(?=[%٪％])")
BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d)")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("It paid $3\nmillion.", "It paid $3 million."),
        ("It paid $3\r\n   million.", "It paid $3 million."),
        ("It paid $3 \t million.", "It paid $3 million."),
        ("One end.\n \nAnother.", "One end.\n\nAnother."),
        ("One end.\r\n\r\n\r\nAnother.", "One end.\n\nAnother."),
        ("\ufeffIt paid \u2067$3\u2069 mil\u00adlion.\u200b", "It paid $3 million."),
        ("a third-\nquarter profit", "a third-quarter profit"),
        ("a 110-\nto 130-seater", "a 110- to 130-seater"),
        ("an ex\u00ad\ntra mile", "an extra mile"),
        ("营收343亿\n元。", "营收343亿元。"),
        ("in Tokyo\n東京", "in Tokyo 東京"),
        ("> It paid $3\n> million.", "> It paid $3 million."),
        ("It is\n> 5 percent.", "It is > 5 percent."),
        # between digits one space that is not broken separates thousands, and a wide gap parts columns
        ("12\u00a0500 or 12\u202f500", "12\u00a0500 or 12\u202f500"),
        ("12\u00ad 500 or 12\u00a0\u200b500", "12 500 or 12\u00a0500"),
        ("12\t500 or 12  500", "12  500 or 12  500"),
        # lines that are not wrapped
        ("Highlights:\n* Sales rose.\n* Costs fell.", "Highlights:\n* Sales rose.\n* Costs fell."),
        ("1. Sales rose\n2. Costs fell", "1. Sales rose\n2. Costs fell"),
        ("Sales      12\nCosts      10", "Sales 12\nCosts 10"),
        (
            "Mill to close\nOrrin Steel will close its mill in Sorland by the end of\nJune and cut jobs.",
            "Mill to close\nOrrin Steel will close its mill in Sorland by the end of June and cut jobs.",
        ),
        (
            "sales rose 5 percent.\nprofit fell to $3 million.\nsees costs of $2 million.",
            "sales rose 5 percent.\nprofit fell to $3 million.\nsees costs of $2 million.",
        ),
        ("OSLO (Agency)\n- Orrin Steel will close.", "OSLO (Agency) - Orrin Steel will close."),
    ],
)
def test_layouts(text: str, read: str) -> None:
    """One space between words, a line break where a line is not wrapped, an empty line between paragraphs."""
    assert layout(text).text == read


@example("\u200b")
@example("a \n>\n> b")
@given(st.text(" \t\n\r\u00a0\u2009\u200b\u00ad\ufeffab1-.>*元", max_size=40))
def test_a_text_that_is_set_plainly_stays_as_it_is(text: str) -> None:
    """The layout of a text as it is read is that text, and the way back leads to the very characters."""
    found = layout(text)
    for place, char in enumerate(found.text):
        if not char.isspace():
            start, end = found.span(place, place + 1)
            assert text[start:end] == char
            assert found.read(start) == place


def test_lines_that_are_longer_than_anybody_wraps_them_are_paragraphs() -> None:
    """A page, or a transcript, may have a paragraph a line; of two lines one may be a wrapped rest."""
    line = "Orrin Steel will close its mill in Sorland " * 4
    assert layout(f"{line}\nMill to close\n{line}").text == f"{line.rstrip()}\nMill to close\n{line}"
    assert layout(f"{line}\nby June").text == f"{line}by June"


def test_a_headline_stands_above_a_paragraph_that_nobody_wrapped() -> None:
    """Its next word would have fitted on the line; a word in small letters goes on with it."""
    paragraph = "Orrin Steel will close its mill in Sorland by June " * 3
    assert layout(f"Mill to close\n{paragraph}.").text == f"Mill to close\n{paragraph}."
    assert layout(f"It is\n{paragraph.lower()}.").text == f"It is {paragraph.lower()}."
    assert layout(f"Mill to close, says\n{paragraph[:100]}").text == f"Mill to close, says {paragraph[:100].rstrip()}"


# The laws


def value_of(fact: Fact, text: str) -> tuple[object, ...]:
    """Return all that a fact of a text says, its words with one space between them, and all around it without."""
    loose = fact.qualifier
    if loose:
        assert text[loose.start : loose.end] == loose.text
    words = " ".join(layout(fact.text).text.split())
    around = [re.sub(r"\s", "", layout(each).text) for each in (text[slice(*fact.extent)], loose.text if loose else "")]
    return fact.kind, words, fact.value.to_dict(), loose and loose.sense, fact.precision, fact.context, around


def facts_of(row: Row, text: str) -> list[tuple[object, ...]]:
    document = extract(text, locale=row.locale, published=row.published, home_currency=row.home)
    assert all(text[fact.start : fact.end] == fact.text for fact in document)
    return [value_of(fact, text) for fact in document]


def with_gaps(gap: str) -> Callable[[str], str]:
    """Return how to set a text with another gap between its words, but not between digits."""
    return lambda text: re.sub(r"(?<=\S) (?=\S)(?!(?<=\d )\d)", lambda _: gap, text)


@pytest.mark.parametrize("gap", ["\u00a0", "\u2009\u202f", "  ", "\t", "\u200e \u200b"], ids=ascii)
def test_another_white_space_changes_no_reading(gap: str) -> None:
    """No-break, thin, narrow, doubled, a tab, or with what is not seen beside it: the facts are the same."""
    for row in ROWS:
        text = with_gaps(gap)(row.text)
        if "`" not in text:
            assert facts_of(row, text) == facts_of(row, row.text), text


@pytest.mark.parametrize("gap", ["", " ", "\u00a0", "\u202f"], ids=ascii)
def test_a_space_before_a_percent_sign_or_none_changes_no_reading(gap: str) -> None:
    """In every language; an address of the web has signs of its own."""
    for row in ROWS:
        text = BEFORE_PERCENT.sub(gap, row.text)
        if text != row.text and "://" not in text:
            assert tight(facts_of(row, text)) == tight(facts_of(row, row.text)), text


def tight(facts: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """Return all that facts say, their words without spaces."""
    return [(kind, str(words).replace(" ", ""), *rest) for kind, words, *rest in facts]


@pytest.mark.parametrize("gap", ["\u00a0", "\u2009\u202f", "  ", "\t", "\n", "\u200e \u200b"], ids=ascii)
def test_another_white_space_changes_no_figure_that_is_read_whole(gap: str) -> None:
    """What the `parse_` functions read they read with any white space."""
    for row in ROWS[::8]:
        for fact in extract(row.text, locale=row.locale):
            for parse in (parse_money, parse_percent):
                text = with_gaps(gap)(fact.text)
                assert outcome(parse, text, row.locale) == outcome(parse, fact.text, row.locale)


def outcome(parse: Callable[[str, str], object], text: str, locale: str) -> object:
    """Return what a text is, None for no whole figure."""
    try:
        return parse(text, locale)
    except ParseError:
        return None


@pytest.mark.parametrize("line_break", ["\n", "\n    ", "\r\n", " \r\n\t"], ids=ascii)
def test_a_line_break_inside_a_paragraph_changes_no_reading(line_break: str) -> None:
    """Wherever a line of a sentence is broken, with an indentation or without: the facts are the same."""
    for number, row in enumerate(ROWS):
        gaps = [match.start() for match in GAP.finditer(row.text) if not BETWEEN_DIGITS.match(row.text, match.start())]
        for place in gaps[number % 3 :: 3]:
            text = row.text[:place] + line_break + row.text[place + 1 :]
            assert facts_of(row, text) == facts_of(row, row.text), text


@given(st.sampled_from(ROWS), st.integers(20, 100))
def test_a_wrapped_text_is_read_as_if_it_were_not(row: Row, width: int) -> None:
    """Whatever the width at which a sentence is wrapped between its words."""
    text = "\n".join(textwrap.wrap(row.text, width, break_long_words=False, break_on_hyphens=False))
    if "  " not in row.text and "\n" not in row.text and not re.search(r"\d\n\d", text):
        assert facts_of(row, text) == facts_of(row, row.text)


@given(st.sampled_from(ROWS), st.data())
def test_what_is_not_seen_means_nothing(row: Row, data: st.DataObject) -> None:
    """Marks of direction, soft hyphens, joiners and the byte order mark are nothing, inside a figure too."""
    place = data.draw(st.integers(0, len(row.text)))
    text = (
        row.text[:place]
        + data.draw(st.sampled_from("\u00ad\u200b\u200e\u200f\u2060\u2067\u2069\ufeff"))
        + row.text[place:]
    )
    plain = [(kind, value, sense) for kind, _, value, sense, *_ in facts_of(row, row.text)]
    assert [(kind, value, sense) for kind, _, value, sense, *_ in facts_of(row, text)] == plain


ARTICLES = sorted(EXAMPLES.glob("*.txt"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
@pytest.mark.parametrize("width", [40, 72, 100])
def test_a_wrapped_article_has_the_same_facts_and_findings(path: Path, width: int) -> None:
    text = path.read_text(encoding="utf-8")
    paragraphs = (textwrap.fill(each, width, break_on_hyphens=False) for each in text.split("\n"))
    wrapped = "\n".join(paragraphs)
    one, other = extract(text), extract(wrapped)
    assert [value_of(fact, wrapped) for fact in other] == [value_of(fact, text) for fact in one]
    found, again = check(one), check(other)
    assert [(each.rule, each.verdict, each.message) for each in again] == [
        (each.rule, each.verdict, each.message) for each in found
    ]
    for finding in again:
        assert all(wrapped[part.start : part.end] == part.text for part in finding.facts)
    assert check(wrapped, published=one.published) == check(Document.from_dict(other.to_dict()))


def test_places_are_those_of_the_text_as_given() -> None:
    """In findings, groundings and comparisons too."""
    text = "Acme's sales rose 20%\nto $4.2\n  billion in\n2016 from $3.5 bil\u00adlion."
    part = check(text)[0].facts[-1]
    assert text[part.start : part.end] == part.text
    claim = "Sales\nrose to $4.2\tbillion."
    grounded = ground(claim, [text])
    assert [each.verdict for each in grounded] == ["stated"]
    assert claim[grounded[0].start : grounded[0].end] == "$4.2\tbillion"
    evidence = grounded[0].evidence[0]
    assert text[evidence.start : evidence.end] == evidence.text == "$4.2\n  billion"
    other = "In 2016 Acme's\nsales were $2.4\nbillion."
    finding = compare(["Acme's sales were\n$4.2\nbillion in 2016.", other])[0]
    assert other[finding.facts[1].start : finding.facts[1].end] == finding.facts[1].text == "$2.4\nbillion"


def test_a_dateline_is_a_line_of_the_text_as_given() -> None:
    assert extract("The mill is sold\n20 January 2017\nIt fetched $5 million.").published == date(2017, 1, 20)
    assert extract("A deed dated\n20 January 2017 was found in the attic.").published is None
