"""Documents and reports for programs: one JSON object a line, in UTF-8 (https://jsonlines.org)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import msgspec

from ..model.facts import Document
from ..model.findings import Report
from ..model.grounding import Grounding
from .places import Places

Id = str | int


class LineSource(msgspec.Struct, frozen=True):
    """A source of a claim, in a line of input, with its own locale and publication date where it has them."""

    text: str
    locale: str | None = None
    published: date | None = None


class Line(msgspec.Struct, frozen=True):
    """A line of input: a text, and its id, its own locale and its publication date where it has them.

    `sources` are what the text was written from, where it is to be traced to them. Other fields may stand beside these,
    and are not read.
    """

    text: str
    id: Id | None = None
    locale: str | None = None
    published: date | None = None
    sources: tuple[str | LineSource, ...] = ()


def read_line(line: bytes | str) -> Line:
    """Return what one line of input says; raises ValueError for a line that is none, and says why.

    What was published at a time was published on the day that this time names, in its own time zone.

    >>> read_line('{"id": 7, "text": "Sales rose 5%.", "published": "2017-01-20", "title": "Sales"}').published
    datetime.date(2017, 1, 20)
    >>> read_line('{"text": "Sales rose 5%.", "published": "2017-01-20T02:34:00+08:00"}').published
    datetime.date(2017, 1, 20)
    """
    try:
        data = msgspec.json.decode(line if isinstance(line, str) else line.decode("utf-8"))
        for each in _objects(data):
            each["published"] = _day(each.get("published"))
        return msgspec.convert(data, Line)
    except (msgspec.DecodeError, UnicodeError) as problem:  # a ValidationError, too, is a DecodeError
        raise ValueError(str(problem)) from None


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    """Yield a line of input and its sources, as far as they are objects."""
    if isinstance(data, dict):
        sources = data.get("sources")
        yield from (each for each in (data, *(sources if isinstance(sources, list) else ())) if isinstance(each, dict))


def _day(published: Any) -> Any:
    """Return the day of a timestamp or a date, and anything else as it is."""
    try:
        return datetime.fromisoformat(published).date()
    except (TypeError, ValueError):  # what it should be is said when the line is converted
        return published


def facts_line(document: Document, id: Id) -> bytes:
    """Return a document as a line: its JSON form, and its id."""
    data, places = document.to_dict(), Places(document.text)
    return json_line({"id": id, **data, "facts": list(map(places.beside, data["facts"]))})


def findings_line(report: Report, document: Document, id: Id) -> bytes:
    """Return a report as a line, with the id, the publication date and the locale of its document."""
    places = Places(document.text)
    found = [_placed(finding.to_dict(), places) for finding in report]
    return json_line({**_head(document, id), **report.to_dict(), "findings": found})


def _placed(finding: dict[str, Any], places: Places) -> dict[str, Any]:
    """Return the JSON form of a finding with the lines and columns of its figures and of its sentence."""
    sentence = finding["sentence"] and places.beside(finding["sentence"])
    return {**finding, "facts": list(map(places.beside, finding["facts"])), "sentence": sentence}


def grounding_line(grounding: Grounding, claim: Document, id: Id, sources: Sequence[str] = ()) -> bytes:
    """Return a grounding as a line, with the id, the publication date and the locale of its claim.

    Of the texts of the `sources` it takes the lines and columns of the evidence.
    """
    own, others = Places(claim.text), [Places(text) for text in sources]

    def placed(evidence: dict[str, Any]) -> dict[str, Any]:
        return others[evidence["source"]].beside(evidence) if others else evidence

    figures = [
        {
            **own.beside(figure),
            "evidence": list(map(placed, figure["evidence"])),
            "nearest": figure["nearest"] and placed(figure["nearest"]),
        }
        for figure in grounding.to_dict()["figures"]
    ]
    return json_line({**_head(claim, id), "figures": figures})


def comparison_line(report: Report, ids: Sequence[Id], documents: Sequence[str] = ()) -> bytes:
    """Return a comparison as a line, with the ids of the documents, in the order that `Part.document` counts in.

    Of the texts of the `documents` it takes the lines and columns of the figures.
    """
    places = [Places(text) for text in documents]
    data = report.to_dict()
    for finding in data["findings"] if places else ():
        finding["facts"] = [places[part["document"]].beside(part) for part in finding["facts"]]
    return json_line({"ids": list(ids), **data})


def _head(document: Document, id: Id) -> dict[str, Any]:
    published = document.published.isoformat() if document.published else None
    return {"id": id, "published": published, "locale": document.locale}


def json_line(data: Mapping[str, Any]) -> bytes:
    """Return one JSON object as a line of UTF-8, its end included.

    A text that UTF-8 cannot say (half of a surrogate pair) makes a line of ASCII with escapes, as JSON allows.
    """
    try:
        return msgspec.json.encode(data) + b"\n"
    except UnicodeError:
        import json  # noqa: PLC0415 - only for such a text

        return json.dumps(data, separators=(",", ":")).encode("ascii") + b"\n"


def json_page(data: Mapping[str, Any]) -> bytes:
    """Return one JSON object on lines of its own, indented, in UTF-8, or as ASCII where UTF-8 cannot say it."""
    import json  # noqa: PLC0415 - only for such pages

    try:
        return json.dumps(data, indent=2, ensure_ascii=False).encode("utf-8") + b"\n"
    except UnicodeError:
        return json.dumps(data, indent=2).encode("ascii") + b"\n"
