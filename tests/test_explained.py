"""Why figures are tied: the tags under the words of a text, and what ties its figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from moneyfacts.api import extract
from moneyfacts.cli.commands import moneyfacts
from moneyfacts.errors import _columns as columns
from moneyfacts.lang import language
from moneyfacts.link.explained import tagged_words
from moneyfacts.link.tagging import tagged
from moneyfacts.link.tags import NAMES
from moneyfacts.model.facts import Document
from moneyfacts.read.sentences import Sentence, sentences
from moneyfacts.report.explained import explanation
from tables import Row, rows

FOLDER = Path(__file__).parent / "linking"
ROWS = [row for path in sorted(FOLDER.glob("*.txt")) for row in rows(path.read_text("utf-8"), path.stem, ": ")]
PIECES = st.sampled_from(
    (
        *("Sales", "rose", "to", "from", "or", "(", ")", ",", "; ", ". ", "\n", "about", "compared with", "of", "and"),
        *("$3 million", "5%", "2016", "40 jobs", "a third", "up 2%", "three years", "747", "→", "“", "x" * 120, "—"),
    )
)


def explain(*arguments: str, text: bytes | None = None) -> str:
    done = CliRunner().invoke(moneyfacts, ["explain", *arguments], input=text)
    assert done.exit_code == 0, done.output
    return done.output


def sentences_of(document: Document) -> list[Sentence]:
    return list(sentences(document.text, language(document.locale), [fact.start for fact in document.facts]))


@pytest.mark.parametrize("row", [pytest.param(row, id=row.name) for row in ROWS])
def test_the_tags_shown_are_those_that_patterns_see(row: Row) -> None:
    """Of every sentence of the tables the tags stand under its words, all of them, in their order."""
    reading, document = language(row.locale), extract(row.text, row.locale, row.published, row.home)
    for sentence, words in zip(sentences_of(document), tagged_words(document, reading), strict=True):
        span, facts = (sentence.start, sentence.end), document.facts[sentence.first : sentence.last]
        seen = [NAMES[letter] for letter in tagged(row.text, span, facts, reading).code]
        assert [tag for word in words for tag in word.tag.split()] == seen


@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_no_word_of_a_sentence_is_lost(text: str) -> None:
    """What stands in the columns is the sentence, whatever it is, but for its white space."""
    document = extract(text)
    for sentence, words in zip(sentences_of(document), tagged_words(document, language("en")), strict=True):
        end = max(sentence.end, document.facts[sentence.last - 1].end)
        assert "".join("".join(word.text for word in words).split()) == "".join(text[sentence.start : end].split())
    assert explanation(document, language("en")).endswith("\n")


@given(st.lists(PIECES, max_size=30).map(" ".join), st.integers(20, 120))
def test_lines_keep_to_their_width(text: str, width: int) -> None:
    """No line of a sentence is wider than asked for, but for a word that is alone on it."""
    document = extract(text)
    shown = explanation(document, language("en"), width).split("\n\n")
    for block in shown:
        first = block.split("\n")[0]
        assert columns(first) <= width or "  " not in first or ": " in first


def test_columns_align_under_wide_characters() -> None:
    words, tags, *_ = explain("--locale", "zh", "净息差为1.52%，较去年同期的1.70%下降18个基点。").split("\n")
    for word, tag in (("净息差", "word"), ("1.52%", "percent"), ("下降", "moved"), ("18个基点", "relative")):
        before = words[: words.index(word)]
        assert tags[columns(before) :].startswith(tag)


@pytest.mark.parametrize(
    ("locale", "text", "wanted"),
    [
        ("en", "Sales rose 5% to $3.1 million from $2.95 million.", "moved_by_to_from: movement, up\n  pct      5%\n"),
        ("de", "Der Umsatz stieg um 5 Prozent auf 3,1 Mio. Euro.", "moved_by_to: movement, up\n  pct      5 Prozent\n"),
        ("ko", "매출은 100억원에서 120억원으로 20% 증가했다.", "from amount        to amount"),
        ("en", "Of 9 jobs, 5 are old and 4 are new.", "of_whole_part: sum\n"),
        ("en", "Profit was up 4% to $31 million, compared with $29 million.", "(weak)"),
        ("en", "Nothing is said here.", "No figures are tied.\n"),
        ("und", "€ 5,00", "No figures are tied.\n"),
    ],
)
def test_what_ties_is_told_by_name(locale: str, text: str, wanted: str) -> None:
    assert wanted in explain("--locale", locale, text)


def test_what_is_assumed_is_told() -> None:
    told = explain("--published", "2016-05-02", "The two signed a 12-year partnership running through 2028.")
    assert "  start     2016-05-02 (assumed from published)\n" in told


def test_a_dash_reads_standard_input() -> None:
    text = "Sales rose 5% to €3.1 million."
    assert explain("-", text=b"\xef\xbb\xbf" + text.encode()) == explain(text)


def test_input_that_is_no_utf_8_is_refused() -> None:
    done = CliRunner().invoke(moneyfacts, ["explain", "-"], input=b"\xa35 million")
    assert done.exit_code == 2
    assert "standard input is not UTF-8" in done.output


def test_a_locale_that_there_is_not_is_refused() -> None:
    assert CliRunner().invoke(moneyfacts, ["explain", "--locale", "xx", "5%"]).exit_code == 2
