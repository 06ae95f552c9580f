"""Where texts come from: files, standard input, and the lines of JSON Lines, one at a time."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from io import BufferedIOBase, BytesIO
from itertools import chain
from pathlib import Path
from typing import cast

import msgspec

from ..report.jsonlines import Id, LineSource, read_line
from .encodings import decoded, encoding_of, hold_to_text, is_wide
from .trouble import Fault

STANDARD_INPUT = "-"
_HEAD = 8192  # bytes that show whether a file is text


class Source(msgspec.Struct, frozen=True):
    """A text and what came with it; `where` names it in messages, `size` is how many bytes it took.

    `file` is where it was read from, None for standard input, `row` its line there where each line is a text.
    """

    id: Id
    where: str
    text: str
    size: int
    locale: str | None = None
    published: date | None = None
    traced_to: tuple[str | LineSource, ...] = ()
    file: str | None = None
    row: int | None = None


def sources(
    files: Sequence[str], *, encoding: str, jsonl: bool, skip: Callable[[Fault], None] | None = None
) -> Iterator[Source]:
    """Yield the text of each file, or of each line of each file; "-" is standard input. Holds one text at a time.

    What cannot be read is handed to `skip`, and the next is read; without it the first such Fault is raised.
    """
    for file in files:
        name = _name(file)
        try:
            with _opened(file) as stream:
                if jsonl:
                    yield from _lines(stream, file, encoding, skip)
                else:
                    data = stream.read()
                    text = decoded(data, name, encoding_of(data, encoding))
                    yield Source(file, name, text, len(data), file=_path(file))
        except OSError as problem:
            _passed_over(Fault(f"{name}: {problem.strerror or problem}"), skip)
        except Fault as problem:
            _passed_over(problem, skip)


def size(files: Sequence[str]) -> int | None:
    """Return how many bytes the files hold together, None where that is not known, as of standard input."""
    try:
        return None if STANDARD_INPUT in files else sum(Path(file).stat().st_size for file in files)
    except OSError:  # said when it is that file's turn
        return None


def _name(file: str) -> str:
    return "standard input" if file == STANDARD_INPUT else file


def _path(file: str) -> str | None:
    return None if file == STANDARD_INPUT else file


def _passed_over(fault: Fault, skip: Callable[[Fault], None] | None) -> None:
    if skip is None:
        raise fault from None
    skip(fault)


def _opened(file: str) -> AbstractContextManager[BufferedIOBase]:
    if file != STANDARD_INPUT:
        return Path(file).open("rb")
    if sys.stdin is None:
        raise Fault("standard input is closed")
    return nullcontext(cast(BufferedIOBase, sys.stdin.buffer))  # not ours to close


def _lines(stream: BufferedIOBase, file: str, encoding: str, skip: Callable[[Fault], None] | None) -> Iterator[Source]:
    name = _name(file)
    head = stream.read1(_HEAD)  # what is there already: a pipe may bring the rest much later
    if not head.endswith(b"\n"):
        head += stream.readline()
    encoding = encoding_of(head, encoding)
    lines: Iterable[bytes]
    if is_wide(encoding):  # bytes cannot be cut into lines before they are decoded
        lines = (line.encode("utf-8") for line in decoded(head + stream.read(), name, encoding).split("\n"))
        encoding = "utf-8"
    else:
        hold_to_text(head, name)  # before any of its lines is called a bad one
        lines = chain(BytesIO(head), stream)
    for number, data in enumerate(lines, 1):
        if data.strip():
            try:
                yield _line(data, number, file, encoding)
            except Fault as problem:
                _passed_over(problem, skip)


def _line(data: bytes, number: int, file: str, encoding: str) -> Source:
    where = f"{_name(file)}:{number}"
    try:
        line = read_line(decoded(data, where, encoding))
    except ValueError as problem:
        raise Fault(f"{where}: no line of JSON Lines with a text: {problem}") from None
    id = number if line.id is None else line.id
    return Source(
        id, where, line.text, len(data), line.locale, line.published, line.sources, file=_path(file), row=number
    )
