"""Facts and findings drawn for a terminal of so many columns, in colour or without. Needs rich (the extra "cli").

In colour a fact has the colour of its kind, a checked figure that of the worst verdict on it, and the table beneath is
the legend. Without colour the figures are in brackets, as in `moneyfacts.report.text`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import StringIO

from ..errors import MissingExtraError
from ..model.facts import Document
from ..model.findings import Report, Verdict
from ..model.grounding import Grounding, Support
from ..model.values import Kind
from .grounding import (
    WORST_FIRST,
    Named,
    compared_rows,
    comparison_summary,
    grounded_marks,
    grounded_rows,
    grounding_summary,
)
from .rows import (
    DECIDED,
    Mark,
    count_of_facts,
    fact_marks,
    fact_rows,
    finding_marks,
    finding_rows,
    marked,
    notes,
    printable,
    summary,
)

try:
    from rich.console import Console, RenderableType
    from rich.rule import Rule
    from rich.table import Table
    from rich.text import Text
except ImportError as absent:
    raise MissingExtraError(
        "moneyfacts.report.terminal needs rich, which the extra \"cli\" installs: pip install 'moneyfacts[cli]'"
    ) from absent

STYLES: Mapping[Kind | Verdict | Support, str] = {
    "money": "bold green",
    "percent": "bold cyan",
    "change": "bold magenta",
    "count": "bold yellow",
    "ratio": "bold cyan",
    "measurement": "bold yellow",
    "date_span": "bold blue",
    "duration": "bold blue",
    "conflicts": "bold red",
    "strained": "bold yellow",
    "agrees": "green",
    "undecided": "dim",
    "stated": "green",
    "rounded": "green",
    "derived": "cyan",
    "contradicted": "bold red",
    "unsupported": "bold yellow",
}

Widths = tuple[int | None, int | None]  # the least that a column takes on a roomy page, and the most

_ROOMY = 72  # columns
_ANY: Widths = (None, None)
_FACTS: Mapping[str, Widths] = {"kind": _ANY, "figure": (None, 22), "meaning": (24, None), "about": _ANY}
_FINDINGS: Mapping[str, Widths] = {"verdict": _ANY, "check": (None, 9), "place": _ANY, "what the figures say": _ANY}
_GROUNDED: Mapping[str, Widths] = {"verdict": _ANY, "figure": (None, 22), "how": (24, None), "where": _ANY}
_COMPARED: Mapping[str, Widths] = {"verdict": _ANY, "what the documents say": (24, None), "where": _ANY}


class Page:
    """Where things are drawn: `width` columns, in `color` or not.

    >>> from moneyfacts import extract
    >>> print(Page(40).facts(extract("Sales rose 5%.")), end="")
    Sales rose [5%].
    <BLANKLINE>
    kind    figure  meaning  about
    change  5%      up 5%    Sales
    <BLANKLINE>
    1 figure
    """

    def __init__(self, width: int, *, color: bool = False) -> None:
        self.width = width
        self.color = color

    def facts(self, document: Document, *, article: bool = True) -> str:
        """Return a document drawn: the article with its figures marked, and a row for each of them."""
        rows = [
            (
                Text(row.kind.replace("_", " "), STYLES[row.kind]),
                _text(row.text),
                _text(row.meaning),
                _text(row.context),
            )
            for row in fact_rows(document)
        ]
        after = [Text(count_of_facts(document), "bold"), *(_text(note, "dim") for note in notes(document))]
        marks = fact_marks(document)
        body = self._article(document, marks, marks) if article else []
        return self._drawn(body, _table(self.width, _FACTS, rows), after)

    def findings(
        self,
        report: Report,
        document: Document,
        *,
        everything: bool = False,
        article: bool = True,
        accepted: int = 0,
    ) -> str:
        """Return a report drawn: the article with the checked figures marked, a row for each finding, the count.

        Undecided findings, and what findings derive or assume, come with `everything`; `accepted` findings more are
        left out, and counted.
        """
        marks = finding_marks(report)
        rows = [
            (
                Text(row.verdict, STYLES[row.verdict]),
                _text(row.rule),
                Text(str(row.place), "dim"),
                _with_more(row.sentence, row.more),
            )
            for row in finding_rows(report, document, everything)
        ]
        worst: Verdict = next((verdict for verdict in DECIDED if report.of(verdict)), "undecided")
        body = self._article(document, marks, [mark for mark in marks if mark.name != "agrees"]) if article else []
        after = [Text(summary(report, everything, accepted), STYLES[worst])]
        return self._drawn(body, _table(self.width, _FINDINGS, rows), after)

    def grounding(
        self, grounding: Grounding, claim: Document, sources: Sequence[Named], *, article: bool = True
    ) -> str:
        """Return a grounding drawn: the claim with its figures marked, a row for each of them, the count."""
        rows = [
            (Text(row.verdict, STYLES[row.verdict]), _text(row.text), _text(row.how), _text(row.places, "dim"))
            for row in grounded_rows(grounding, claim, sources)
        ]
        worst: Support = next((verdict for verdict in WORST_FIRST if grounding.of(verdict)), "stated")
        marks, odd = grounded_marks(grounding), grounded_marks(grounding, supported=False)
        body = self._article(claim, marks, odd) if article else []
        after = [Text(grounding_summary(grounding), STYLES[worst])]
        return self._drawn(body, _table(self.width, _GROUNDED, rows), after)

    def comparison(self, report: Report, documents: Sequence[Named]) -> str:
        """Return a comparison drawn: a row for each fact that several documents tell, and the count."""
        rows = [
            (Text(row.verdict, STYLES[row.verdict]), _with_more(row.sentence, row.more), _text(row.places, "dim"))
            for row in compared_rows(report, documents)
        ]
        worst: Verdict = next((verdict for verdict in DECIDED if report.of(verdict)), "undecided")
        after = [Text(comparison_summary(report), STYLES[worst])]
        return self._drawn(_table(self.width, _COMPARED, rows), after)

    def heading(self, name: str) -> str:
        """Return the line that heads what follows with the name of its file."""
        return self._drawn([Rule(_text(name, "bold"), align="left", characters="─", style="dim")])

    def _article(self, document: Document, colored: Sequence[Mark], bracketed: Sequence[Mark]) -> list[RenderableType]:
        """Return the text of a document with its marks: in colours, or in brackets where there are none."""
        if self.color:
            body = _text(document.text)
            for mark in colored:
                body.stylize(STYLES[mark.name], mark.start, mark.end)
        else:
            body = _text(marked(document.text, bracketed))
        body.rstrip()
        return [body] if body else []

    def _drawn(self, *blocks: Sequence[RenderableType]) -> str:
        """Return what is in the blocks as it is to be printed, a blank line between two of them."""
        out = StringIO()
        console = Console(
            file=out,
            width=self.width,
            force_terminal=self.color,
            color_system="standard" if self.color else None,
            no_color=not self.color,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
        )
        for index, block in enumerate(filter(None, blocks)):
            if index:
                console.print()
            for each in block:
                console.print(each)
        return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def _table(width: int, heads: Mapping[str, Widths], rows: Sequence[Sequence[RenderableType]]) -> list[RenderableType]:
    """Return the rows in a table, nothing where there are none."""
    if not rows:
        return []
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for head, (least, most) in heads.items():
        table.add_column(head, overflow="fold", min_width=least if width >= _ROOMY else None, max_width=most)
    for row in rows:
        table.add_row(*row)
    return [table]


def _with_more(sentence: str, more: Sequence[str]) -> Text:
    return Text("\n").join((_text(sentence), *(_text(line, "dim") for line in more)))


def _text(text: str, style: str = "") -> Text:
    return Text(printable(text), style)
