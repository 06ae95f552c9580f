"""Where results go: pages for people on a terminal, plain text down a pipe, JSON Lines for programs."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click

from ..model.facts import Document
from ..model.findings import Report
from ..model.grounding import Grounding
from ..report.grounding import Named
from ..report.jsonlines import Id, comparison_line, facts_line, findings_line, grounding_line
from ..report.plain import comparison_text, facts_text, grounding_text, text
from ..report.terminal import Page
from ..report.totals import Totals
from .sources import Source, size
from .trouble import Fault

_WIDEST = 100  # columns: longer lines are hard to read


class Output:
    """What is printed of each source: JSON Lines, a page, or plain text, the last two headed by its name if `named`."""

    def __init__(self, *, as_json: bool, page: Page | None, named: bool, article: bool) -> None:
        self.as_json = as_json
        self.page = page
        self.named = named
        self.article = article
        self._first = True

    def facts(self, source: Source, document: Document) -> None:
        """Print what `extract` found."""
        if self.as_json:
            write(facts_line(document, source.id))
        elif self.page:
            self._print(source, self.page.facts(document, article=self.article))
        else:
            self._print(source, facts_text(document, article=self.article))

    def findings(
        self, source: Source, document: Document, report: Report, *, everything: bool, name: str, accepted: int
    ) -> None:
        """Print what `check` found, but for so many findings that were accepted before; rows name the text."""
        if self.as_json:
            write(findings_line(report, document, source.id))
        elif self.page:
            page = self.page.findings(report, document, everything=everything, article=self.article, accepted=accepted)
            self._print(source, page)
        else:
            plain = text(report, document, everything=everything, article=self.article, name=name, accepted=accepted)
            self._print(source, plain)

    def totals(self, totals: Totals) -> None:
        """Print what the findings of several texts come to, for people."""
        if self.named and not self.as_json and totals.documents > 1:
            self._print_after("summary", totals.text())

    def grounding(self, source: Source, claim: Document, grounding: Grounding, sources: Sequence[Named]) -> None:
        """Print what `ground` found."""
        if self.as_json:
            write(grounding_line(grounding, claim, source.id, [each.document.text for each in sources]))
        elif self.page:
            self._print(source, self.page.grounding(grounding, claim, sources, article=self.article))
        else:
            self._print(source, grounding_text(grounding, claim, sources, article=self.article))

    def comparison(self, report: Report, documents: Sequence[Named], ids: Sequence[Id]) -> None:
        """Print what `compare` found."""
        if self.as_json:
            write(comparison_line(report, ids, [each.document.text for each in documents]))
        elif self.page:
            write(self.page.comparison(report, documents))
        else:
            write(comparison_text(report, documents))

    def _print(self, source: Source, body: str) -> None:
        if self.named:
            self._print_after(str(source.id), body)
        else:
            write(body)

    def _print_after(self, name: str, body: str) -> None:
        """Print what has a name after a line that is headed by it, and after a blank one between two of them."""
        between = "" if self._first else "\n"
        head = self.page.heading(name) if self.page else f"== {name} ==\n"
        self._first = False
        write(f"{between}{head}\n{body}")


def page(color: bool | None, width: int | None) -> Page | None:
    """Return the page to draw on, None where plain text is wanted: down a pipe, unless colour or a width is asked for.

    Colour that nobody asked for or forbade is for terminals without NO_COLOR (https://no-color.org).
    """
    terminal = sys.stdout.isatty()
    if color is None:
        color = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    if width is None and (terminal or color):
        width = min(shutil.get_terminal_size().columns, _WIDEST)
    return None if width is None else Page(width, color=color)


def write(data: bytes | str) -> None:
    """Print bytes as they are, and a text in the terminal's encoding, with escapes for what that cannot say."""
    if isinstance(data, str):
        encoding = sys.stdout.encoding or "utf-8"
        data = data.encode(encoding, "backslashreplace").decode(encoding)
    try:
        click.echo(data, nl=False, color=True)  # whether to colour was decided where it was drawn
    except OSError as problem:
        raise Fault(f"standard output: {problem.strerror or problem}") from None


@contextmanager
def progress(files: Sequence[str], *, jsonl: bool) -> Iterator[Callable[[int], None]]:
    """Show how many bytes are done, on standard error, where somebody looks at that and the output goes elsewhere."""
    if sys.stdout.isatty() or not sys.stderr.isatty() or not (jsonl or len(files) > 1):
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - for this alone
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("reading", total=size(files))
        yield lambda done: shown.advance(task, done)
