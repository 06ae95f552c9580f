"""What there is to show of a grounding or a comparison, whatever shows it: marks, rows, and a line that sums up."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ..model.facts import Document
from ..model.findings import VERDICTS, Report, Verdict
from ..model.grounding import Evidence, Grounded, Grounding, Support
from .places import Place, Places
from .rows import Mark, one_line, perhaps, summary

WORST_FIRST: tuple[Support, ...] = ("contradicted", "unsupported", "derived", "rounded", "stated")


class GroundedRow(msgspec.Struct, frozen=True):
    """One figure of a claim as a row of a table: `places` are those of its evidence, or of what is nearest to it."""

    verdict: Support
    place: Place
    text: str
    how: str
    places: str


class ComparedRow(msgspec.Struct, frozen=True):
    """One fact that two documents tell as a row of a table; `more` follows the sentence: a slip."""

    verdict: Verdict
    places: str
    sentence: str
    more: tuple[str, ...] = ()


class Named(msgspec.Struct, frozen=True):
    """A document and the name by which people know it."""

    name: str
    document: Document


def grounded_marks(grounding: Grounding, *, supported: bool = True) -> list[Mark]:
    """Return a mark for each figure of a claim, as its verdict; without those that are `supported`, if so wished."""
    return [Mark(each.start, each.end, each.verdict) for each in grounding if supported or not each.is_supported]


def grounded_rows(grounding: Grounding, claim: Document, sources: Sequence[Named]) -> list[GroundedRow]:
    """Return a row for each figure of a claim, in the order of its text."""
    own, others = Places(claim.text), [Places(source.document.text) for source in sources]

    def where(evidence: Evidence) -> str:
        return f"{sources[evidence.source].name}:{others[evidence.source].of(evidence.start)}"

    return [
        GroundedRow(
            each.verdict,
            own.of(each.start),
            one_line(each.text),
            each.how,
            ", ".join(dict.fromkeys(map(where, _shown(each)))),
        )
        for each in grounding
    ]


def _shown(figure: Grounded) -> tuple[Evidence, ...]:
    return figure.evidence or ((figure.nearest,) if figure.nearest else ())


def grounding_summary(grounding: Grounding) -> str:
    """Return the line that sums a grounding up: how many figures there are, and how they are supported.

    >>> grounding_summary(Grounding())
    'no figures'
    """
    if not grounding:
        return "no figures"
    counts = [f"{len(found)} {verdict}" for verdict in WORST_FIRST if (found := grounding.of(verdict))]
    return f"{len(grounding)} figure{'' if len(grounding) == 1 else 's'}: {', '.join(counts)}"


def compared_rows(report: Report, documents: Sequence[Named]) -> list[ComparedRow]:
    """Return a row for each fact that several documents tell, the worst verdict first."""
    places = [Places(each.document.text) for each in documents]
    return [
        ComparedRow(
            finding.verdict,
            " and ".join(
                f"{documents[part.document].name}:{places[part.document].of(part.start)}"
                for part in finding.facts
                if part.document is not None
            ),
            one_line(finding.message),
            perhaps(finding),
        )
        for verdict in VERDICTS
        for finding in report.of(verdict)
    ]


def comparison_summary(report: Report) -> str:
    """Return the line that sums a comparison up.

    >>> comparison_summary(Report())
    'nothing to compare: no two documents tell one fact'
    """
    return summary(report, everything=True) if report else "nothing to compare: no two documents tell one fact"
