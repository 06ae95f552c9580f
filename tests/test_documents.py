"""A law of documents that travel: what is checked is what the JSON of a document says, and nothing besides."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grounding_cases import load
from moneyfacts import Document, check, extract
from tables import rows
from test_scan_laws import SENTENCES, mixed

TABLES = sorted(
    path.relative_to(Path(__file__).parent).with_suffix("").as_posix()
    for folder in ("reading", "linking")
    for path in (Path(__file__).parent / folder).rglob("*.txt")
)


def assert_travels(document: Document) -> None:
    """A document that went through JSON is checked as before."""
    again = Document.from_dict(json.loads(json.dumps(document.to_dict())))
    assert check(again) == check(document), document.text


def documents(table: str) -> Iterator[Document]:
    source = (Path(__file__).parent / f"{table}.txt").read_text(encoding="utf-8")
    for row in rows(source, table, ": " if table.startswith("linking") else " -> "):
        document = row.document()
        if len(document) > 1:  # one figure says nothing of another
            yield document


@pytest.mark.parametrize("table", TABLES)
def test_a_document_of_the_tables_is_checked_as_its_json_is(table: str) -> None:
    for document in documents(table):
        assert_travels(document)


def test_a_document_of_the_cases_is_checked_as_its_json_is() -> None:
    for case in load():
        for source in case.sources:
            assert_travels(extract(source.text, source.locale, source.published))


@given(st.lists(st.sampled_from(SENTENCES) | mixed, min_size=1, max_size=4).map("\n\n".join))
def test_any_text_is_checked_as_its_json_is(text: str) -> None:
    assert_travels(extract(text))
