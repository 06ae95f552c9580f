"""The sentence and the key of a finding: what knows it again when the text around it was edited."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moneyfacts import Finding, Passage, check, compare
from tables import Row, rows

FOLDER = Path(__file__).parent / "linking"
ROWS = [
    row
    for path in sorted(FOLDER.glob("*.txt"))
    for row in rows(path.read_text(encoding="utf-8"), path.stem, ": ")
    if row.lines
]
GAP = re.compile(r"(?<!\d) | (?!\d)")  # a wide gap between digits parts columns
CONFLICT = "Sales rose 50% to $3.1 million from $2.4 million."


def findings(row: Row, text: str) -> list[Finding]:
    return list(check(text, locale=row.locale, published=row.published, home_currency=row.home))


def keys(row: Row, text: str) -> Counter[str | None]:
    return Counter(finding.key for finding in findings(row, text))


def key(text: str) -> str:
    [finding] = check(text)
    assert finding.key is not None
    return finding.key


def test_a_paragraph_before_and_after_changes_no_key() -> None:
    """Over all tables of linking: what stands elsewhere in the article is no part of a key."""
    changed = []
    for row in ROWS:
        before = "" if "\n\n" in row.text else "The board met.\n\n"  # a headline heads the whole
        around = f"{before}{row.text}\n\nNobody spoke."
        if keys(row, row.text) != keys(row, around):
            changed.append(row.text)
    assert not changed


@given(st.lists(st.sampled_from(["The board met.", "Nobody spoke.", "It rained in May 2016.", "She has 3 cats."])))
def test_sentences_around_a_sentence_change_no_key(others: list[str]) -> None:
    """Within one paragraph, too."""
    for place in range(len(others) + 1):
        text = " ".join((*others[:place], CONFLICT, *others[place:]))
        assert key(CONFLICT) in {finding.key for finding in check(text)}


def test_another_line_width_and_other_spaces_change_no_key() -> None:
    """Over all tables of linking: a text that is wrapped has the keys of the text on one line."""
    changed = []
    for row in ROWS:
        if "\n" not in row.text and " " in row.text:
            wrapped = textwrap.fill(row.text, 60, break_long_words=False, break_on_hyphens=False)
            spaced = GAP.sub("  ", row.text)
            for text in (wrapped, wrapped.replace("\n", "\r\n"), spaced):
                found, expected = keys(row, text), keys(row, row.text)
                if found != expected:
                    changed.append(text)
    assert not changed


@pytest.mark.parametrize(
    "other",
    [
        "Sales rose 51% to $3.1 million from $2.4 million.",
        "Costs rose 50% to $3.1 million from $2.4 million.",
        "Sales rose 50% to $3.1 million from $2.4 million in May.",
    ],
)
def test_an_edit_of_the_sentence_changes_the_key(other: str) -> None:
    """The figures, and the words around them."""
    assert key(other) != key(CONFLICT)


def test_a_sentence_twice_has_one_key_and_two_findings_of_a_sentence_have_two() -> None:
    """What was accepted of a sentence is accepted wherever it stands, and nothing beside it is."""
    again = check(f"{CONFLICT} Nobody spoke. {CONFLICT}")
    assert [finding.key for finding in again if finding.rule == "growth"] == [key(CONFLICT)] * 2
    twice = check(f"{CONFLICT[:-1]} and profit rose 50% to $3.1 million from $2.4 million.")
    assert len(twice) == len({finding.key for finding in twice}) == 2


def test_keys_do_not_hang_on_how_a_finding_is_worded_or_judged() -> None:
    """Nothing of a version of the library is in them: a list of accepted findings outlives it."""
    assert key(CONFLICT) == "553bf3a9b1bf5425"


def test_the_sentence_is_that_of_the_figures() -> None:
    """In its place in the text as given; of figures in several sentences it reaches from the first to the last."""
    text = "The board met.\r\n\r\nSales rose 50% to\r\n$3.1 million from $2.4 million.  Nobody spoke."
    [finding] = check(text)
    assert finding.sentence is not None
    assert finding.sentence.text == "Sales rose 50% to\r\n$3.1 million from $2.4 million."
    assert text[finding.sentence.start : finding.sentence.end] == finding.sentence.text


def test_every_figure_stands_in_the_sentence_of_its_finding() -> None:
    """Over all tables of linking: a stretch of the text, without spaces around it, that holds each figure."""
    several = 0
    for row in ROWS:
        for finding in findings(row, row.text):
            held = finding.sentence
            assert held is not None
            assert held.text == row.text[held.start : held.end] == held.text.strip()
            assert all(held.start <= part.start < part.end <= held.end for part in finding.parts), row.text
            several += ". " in held.text
    assert several


def test_a_comparison_has_keys_and_no_sentence_of_one_document() -> None:
    """The sentences of both are in the key."""
    texts = ["Acme's sales rose to $4.2 billion in 2016.", "Acme had sales of $4.9 billion in 2016."]
    [finding] = compare(texts)
    [later] = compare([f"The board met. {texts[0]}", f"{texts[1]} Nobody spoke."])
    [edited] = compare([texts[0], "Acme also had sales of $4.9 billion in 2016."])
    assert finding.sentence is None
    assert finding.key == later.key != edited.key


def test_a_rule_of_the_callers_own_has_them_too() -> None:
    """Figures at places without a sentence, or no figures, have a key and no sentence."""
    import moneyfacts as mf

    rule = mf.Rule("seen", lambda scene: [mf.Finding("seen", "agrees", f"read {len(scene.document)}")])
    [finding] = check(CONFLICT, rules=[rule])
    assert finding.sentence is None
    assert finding.key
    inside = mf.Rule("seen", lambda _: [mf.Finding("seen", "agrees", "", (mf.Part("whole", "Sales", 0, 5),))])
    [finding] = check(CONFLICT, rules=[inside])
    assert finding.sentence == Passage(CONFLICT, 0, len(CONFLICT))
