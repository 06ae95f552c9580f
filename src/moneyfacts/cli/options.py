"""What a verb was asked for, and the documents, rates and output that follow from it: shared by all verbs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

import click
import msgspec

from .. import api
from ..errors import MoneyfactsError
from ..model.facts import Document
from ..rates import ExchangeRates, RateTable
from . import TROUBLE
from .locales import settled
from .output import Output, page, progress
from .sources import STANDARD_INPUT, Source, sources
from .trouble import Fault, say


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What a verb that reads texts was asked for: the options that all of them have."""

    files: tuple[str, ...]
    jsonl: bool
    as_json: bool
    locale: str
    published: date | None
    home_currency: str | None
    encoding: str
    on_error: str
    article: bool
    color: bool | None
    width: int | None
    exit_zero: bool = False


def examples(*commands: str) -> str:
    """Return commands for the end of a help page; a backspace keeps click from filling their lines."""
    return "\n".join(("\b", "Examples:", *(f"  moneyfacts {command}" for command in commands)))


def wanted_of(options: dict[str, Any]) -> Wanted:
    """Return the options, with standard input for no files; where that is a terminal, print the help, exit with 2."""
    if not options["files"]:
        if _at_a_terminal():
            ctx = click.get_current_context()
            click.echo(ctx.get_help(), err=True)
            ctx.exit(2)
        options["files"] = (STANDARD_INPUT,)
    return Wanted(**options)


def _at_a_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


class Reading:
    """The texts that a verb reads, each with its facts, one at a time; and what of them could not be read.

    That is said in a line each, and counted; where the first of them is to end the run, it is raised.
    """

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.skipped = 0
        self._several = wanted.jsonl or len(wanted.files) > 1

    def __iter__(self) -> Iterator[tuple[Source, Document]]:
        wanted = self.wanted
        with progress(wanted.files, jsonl=wanted.jsonl) as advance:
            for source in sources(wanted.files, encoding=wanted.encoding, jsonl=wanted.jsonl, skip=self.skip):
                locale, published = source.locale or wanted.locale, source.published or wanted.published
                try:
                    document = read(source.text, locale, published, wanted, source.where)
                except Fault as problem:
                    self.skip(problem)
                else:
                    yield source, document
                advance(source.size)

    def skip(self, problem: Fault) -> None:
        """Note what cannot be read, and why."""
        if self.wanted.on_error == "stop":
            raise problem
        self.skipped += 1
        say("Skipped" if self._several else "Error", problem.message)

    def leave(self, code: int) -> None:
        """End the run with an exit code: 2 where something was skipped, else this one, unless 0 is wanted."""
        if self.skipped and self._several:
            say("Error", f"{self.skipped} skipped")
        click.get_current_context().exit(TROUBLE if self.skipped else 0 if self.wanted.exit_zero else code)


def read(text: str, locale: str, published: date | None, wanted: Wanted, where: str) -> Document:
    """Return the document of a text, which `where` names."""
    try:
        return api.extract(text, settled(locale, text, where), published, wanted.home_currency)
    except MoneyfactsError as problem:  # the locale that a line names
        raise Fault(f"{where}: {problem}") from None


def output_of(wanted: Wanted) -> Output:
    """Return where the results go."""
    return Output(
        as_json=wanted.as_json,
        page=page(wanted.color, wanted.width),
        named=wanted.jsonl or len(wanted.files) > 1,
        article=wanted.article,
    )


def table_of(file: str | None, base: str) -> ExchangeRates | None:
    """Return the rates of a file, None (which means the ECB's) for no file."""
    if file is None:
        return None
    try:
        return RateTable.from_csv(file, base=base)
    except (OSError, ValueError) as problem:
        raise Fault(str(problem)) from None
