"""Facts and findings as plain text that needs no terminal: lines of any length, figures in brackets."""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import _columns as columns
from ..model.facts import Document
from ..model.findings import Report
from ..model.grounding import Grounding
from .grounding import Named, compared_rows, comparison_summary, grounded_marks, grounded_rows, grounding_summary
from .rows import count_of_facts, fact_marks, fact_rows, finding_marks, finding_rows, marked, notes, summary

_INDENT = "  "


def facts_text(document: Document, *, article: bool = True) -> str:
    """Return a document as text: the article with its figures in brackets, then a row for each of them.

    >>> from moneyfacts import extract
    >>> print(facts_text(extract("Sales rose 5% to $3.1 million.")), end="")
    Sales rose [5%] to [$3.1 million].
    <BLANKLINE>
    change  5%            up 5%            Sales
    money   $3.1 million  USD 3.1 million  Sales
    <BLANKLINE>
    2 figures
    "$3.1 million" is read as USD (the sign $), but may be CAD, AUD, HKD, SGD or 6 more; a home currency decides
    """
    rows = [(row.kind, row.text, row.meaning, row.context) for row in fact_rows(document)]
    blocks = [marked(document.text, fact_marks(document))] if article else []
    return _blocks(*blocks, _table(rows), "\n".join((count_of_facts(document), *notes(document))))


def text(
    report: Report,
    document: Document,
    *,
    everything: bool = False,
    article: bool = True,
    name: str | None = None,
    accepted: int = 0,
) -> str:
    """Return a report as text: the article with what is at odds in brackets, a row for each finding, and the count.

    Where a slip would explain a conflict the line below it says which. Undecided findings, and what findings derive or
    assume, come with `everything`. `article=False` leaves the article out. A row says where its first figure stands, as
    `line:column`, or `name:line:column` if the document has a name. `accepted` is how many findings more were left out,
    since a baseline has them, and counted.

    >>> from moneyfacts import check, extract
    >>> document = extract("Sales rose 50% to $3.1 million from $2.4 million.")
    >>> print(text(check(document), document).splitlines()[0])
    Sales rose [50%] to [$3.1 million] from [$2.4 million].
    """
    odd = [mark for mark in finding_marks(report) if mark.name != "agrees"]
    rows: list[tuple[str, ...]] = []
    for row in finding_rows(report, document, everything):
        rows.append((row.verdict, f"{name}:{row.place}" if name else str(row.place), row.rule, row.sentence))
        rows += [("", "", "", _INDENT + line) for line in row.more]
    blocks = [marked(document.text, odd)] if article else []
    return _blocks(*blocks, _table(rows), summary(report, everything, accepted))


def grounding_text(grounding: Grounding, claim: Document, sources: Sequence[Named], *, article: bool = True) -> str:
    """Return a grounding as text: the claim with what is not supported in brackets, a row for each figure, the count.

    >>> from moneyfacts import extract, ground
    >>> claim, source = extract("Sales rose 9% to $3.1 million."), extract("Sales rose 5% to $3.1 million.")
    >>> print(grounding_text(ground(claim, [source]), claim, [Named("article", source)]), end="")
    Sales rose [9%] to $3.1 million.
    <BLANKLINE>
    contradicted  1:12  9%            article:1:12  the source says up 5%, not up 9%
    stated        1:18  $3.1 million  article:1:18  the source says the same
    <BLANKLINE>
    2 figures: 1 contradicted, 1 stated
    """
    rows = [
        (row.verdict, str(row.place), row.text, row.places or "-", row.how)
        for row in grounded_rows(grounding, claim, sources)
    ]
    blocks = [marked(claim.text, grounded_marks(grounding, supported=False))] if article else []
    return _blocks(*blocks, _table(rows), grounding_summary(grounding))


def comparison_text(report: Report, documents: Sequence[Named]) -> str:
    """Return a comparison as text: a row for each fact that several documents tell, and the count.

    >>> from moneyfacts import compare, extract
    >>> one, other = (extract(f"Acme's sales were ${each} million in 2016.") for each in (51, 59))
    >>> print(comparison_text(compare([one, other]), [Named("a.txt", one), Named("b.txt", other)]).splitlines()[-1])
    checks: 1, conflicts: 1
    """
    rows: list[tuple[str, ...]] = []
    for row in compared_rows(report, documents):
        rows.append((row.verdict, row.places, row.sentence))
        rows += [("", "", _INDENT + line) for line in row.more]
    return _blocks(_table(rows), comparison_summary(report))


def _table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows with their cells in columns, the last one as long as it is."""
    widths = [max(map(columns, cells)) for cells in zip(*rows, strict=True)][:-1]
    return "\n".join(
        "  ".join(
            (*(cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=False)), row[-1])
        ).rstrip()
        for row in rows
    )


def _blocks(*blocks: str) -> str:
    return "\n\n".join(stripped for block in blocks if (stripped := block.strip("\n"))) + "\n"
