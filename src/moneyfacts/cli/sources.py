"""Where texts come from: files, standard input, and the lines of JSON Lines, one at a time."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from typing import BinaryIO

import click
import msgspec

from ..report.jsonlines import Id, LineSource, read_line

STANDARD_INPUT = "-"


class Fault(click.ClickException):
    """What cannot be done as it was asked for: one clear line, and the exit code 2."""

    exit_code = 2


class Source(msgspec.Struct, frozen=True):
    """A text and what came with it; `where` names it in messages, `size` is how many bytes it took."""

    id: Id
    where: str
    text: str
    size: int
    locale: str | None = None
    published: date | None = None
    traced_to: tuple[str | LineSource, ...] = ()


def sources(files: Sequence[str], *, encoding: str, jsonl: bool) -> Iterator[Source]:
    """Yield the text of each file, or of each line of each file; "-" is standard input. Holds one text at a time."""
    for file in files:
        name = "standard input" if file == STANDARD_INPUT else file
        try:
            with _opened(file) as stream:
                if jsonl:
                    yield from _lines(stream, name, encoding)
                else:
                    data = stream.read()
                    yield Source(file, name, _decoded(data, name, encoding), len(data))
        except OSError as problem:
            raise Fault(f"{name}: {problem.strerror or problem}") from None


def size(files: Sequence[str]) -> int | None:
    """Return how many bytes the files hold together, None where standard input is among them."""
    return None if STANDARD_INPUT in files else sum(Path(file).stat().st_size for file in files)


def _opened(file: str) -> AbstractContextManager[BinaryIO]:
    if file == STANDARD_INPUT:
        return nullcontext(sys.stdin.buffer)  # not ours to close
    return Path(file).open("rb")


def _lines(stream: BinaryIO, name: str, encoding: str) -> Iterator[Source]:
    for number, data in enumerate(stream, 1):
        if not data.strip():
            continue
        where = f"{name}:{number}"
        try:
            line = read_line(_decoded(data, where, encoding))
        except ValueError as problem:
            raise Fault(f"{where}: no line of JSON Lines with an id and a text: {problem}") from None
        yield Source(line.id, where, line.text, len(data), line.locale, line.published, line.sources)


def _decoded(data: bytes, where: str, encoding: str) -> str:
    """Return bytes as text, without a byte order mark, its line ends as they are."""
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeError as problem:  # it says which byte does not fit, and where that stands
        raise Fault(
            f"{where}: {problem}; name the encoding that it has with --encoding, such as --encoding cp1252"
        ) from None
