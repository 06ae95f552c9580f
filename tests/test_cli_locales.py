"""The locale of a text on the command line: asked for, left to the text, and doubted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from test_cli import EXAMPLES, jsonl, lines_of, refused, run

GERMAN = "Der Gewinn der Bank stieg um 5 Prozent auf 3,1 Millionen Euro, sie hat 12.500 Kunden."
ENGLISH = "The bank said that its profit was up 5% to $3.1 million, and that it has 12,500 clients."
DOUBT = "Warning: standard input: evidently de, but read as {}; --locale de or --locale auto mends that\n"


@pytest.mark.parametrize(
    ("locale", "text", "said"),
    [
        ("en", GERMAN, DOUBT.format("en")),
        ("en-GB", GERMAN, DOUBT.format("en_GB")),
        ("fr_CA", GERMAN, DOUBT.format("fr_CA")),
        ("de", GERMAN, ""),
        ("de_AT", GERMAN, ""),
        ("und", GERMAN, ""),  # no language is what was asked for
        ("gsw", GERMAN, ""),  # nobody here can tell Swiss German from German
        ("en", ENGLISH, ""),
        ("de", "Sales rose 5%.", ""),  # too little tells
    ],
)
def test_a_text_evidently_in_another_language_gets_a_warning(locale: str, text: str, said: str) -> None:
    """One line, and nothing else changes: neither what is read, nor the exit code."""
    result = run("extract", "--json", "--locale", locale, input=text)
    assert (result.stderr.replace("en-GB", "en_GB"), result.exit_code) == (said, 0)
    assert [data["text"] for data in lines_of(result)] == [text]


def test_auto_leaves_the_locale_to_each_text(tmp_path: Path) -> None:
    for name, text in {"one": GERMAN, "two": ENGLISH, "three": "5%"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = run("extract", "--json", "--locale", "auto", *(tmp_path / name for name in ("one", "two", "three")))
    assert [data["locale"] for data in lines_of(result)] == ["de", "en", "en"]
    assert [fact["text"] for fact in lines_of(result)[0]["facts"]] == [
        "5 Prozent",
        "3,1 Millionen Euro",
        "12.500",
    ]
    assert result.stderr == (
        f"Warning: {tmp_path / 'three'}: in which language is not evident; read as en, unless --locale names another\n"
    )


def test_a_line_may_leave_its_locale_to_its_text() -> None:
    body = jsonl(
        {"text": GERMAN, "locale": "auto"}, {"text": ENGLISH, "locale": "de"}, {"text": GERMAN, "locale": "de"}
    )
    result = run("extract", "--json", "--jsonl", input=body)
    assert [data["locale"] for data in lines_of(result)] == ["de", "de", "de"]
    assert result.stderr.startswith("Warning: standard input:2: evidently en, but read as de; ")
    assert result.stderr.count("\n") == 1


def test_the_sources_of_a_claim_have_their_own(tmp_path: Path) -> None:
    path = tmp_path / "artikel.txt"
    path.write_text(GERMAN, encoding="utf-8")
    arguments = ("ground", "--json", "--source", path)
    result = run(*arguments, "--source-locale", "auto", input=ENGLISH)
    assert result.stderr == ""
    assert {figure["text"]: figure["verdict"] for figure in lines_of(result)[0]["figures"]}["12,500"] == "stated"
    assert run(*arguments, input=ENGLISH).stderr.startswith(f"Warning: {path}: evidently de")


def test_an_amount_is_too_short_to_tell() -> None:
    refused(run("convert", "5 Euro", "USD", "--on", "2017-01-20", "--locale", "auto"), "'auto' is not a CLDR locale")


def test_the_examples_are_in_the_language_that_they_are_read_in() -> None:
    paths = sorted(EXAMPLES.glob("*.txt"))
    assert run("extract", *paths).stderr == ""
    assert json.loads(run("extract", "--json", "--locale", "auto", paths[0]).stdout)["locale"] == "en"
