"""Documents and reports for programs: one JSON object a line, in UTF-8 (https://jsonlines.org)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from ..facts import Document
from ..findings import Report

Id = str | int


class Line(msgspec.Struct, frozen=True):
    """A line of input: a text with its id, and with its own locale and publication date where it has them.

    Other fields may stand beside them, and are not read.
    """

    id: Id
    text: str
    locale: str | None = None
    published: date | None = None


_DECODER = msgspec.json.Decoder(Line)


def read_line(line: bytes | str) -> Line:
    """Return what one line of input says; raises ValueError for a line that is none, and says why.

    >>> read_line('{"id": 7, "text": "Sales rose 5%.", "published": "2017-01-20", "title": "Sales"}').published
    datetime.date(2017, 1, 20)
    """
    try:
        return _DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeError) as problem:  # a ValidationError, too, is a DecodeError
        raise ValueError(str(problem)) from None


def facts_line(document: Document, id: Id) -> bytes:
    """Return a document as a line: its JSON form, and its id."""
    return json_line({"id": id, **document.to_dict()})


def findings_line(report: Report, document: Document, id: Id) -> bytes:
    """Return a report as a line, with the id, the publication date and the locale of its document."""
    published = document.published.isoformat() if document.published else None
    return json_line({"id": id, "published": published, "locale": document.locale, **report.to_dict()})


def json_line(data: Mapping[str, Any]) -> bytes:
    """Return one JSON object as a line of UTF-8, its end included.

    A text that UTF-8 cannot say (half of a surrogate pair) makes a line of ASCII with escapes, as JSON allows.
    """
    try:
        return msgspec.json.encode(data) + b"\n"
    except UnicodeError:
        import json  # noqa: PLC0415 - only for such a text

        return json.dumps(data, separators=(",", ":")).encode("ascii") + b"\n"
