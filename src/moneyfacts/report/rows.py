"""What there is to show of a document or a report, whatever shows it: marks, rows, and a line that sums them up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from ..checks.wording import amount
from ..model.facts import Document
from ..model.findings import VERDICTS, Finding, Report, Verdict
from ..model.grounding import Support
from ..model.values import Change, Count, Kind, Money
from . import figures
from .places import Place, Places

DECIDED: tuple[Verdict, ...] = ("conflicts", "strained", "agrees")
"""The verdicts that say something of the figures, the worst first."""

_COUNTED: tuple[Verdict, ...] = (*DECIDED, "undecided")
_MOST_CANDIDATES = 4  # of a currency's other readings, named in a note

# Characters that would steer a terminal rather than print, each shown as one that stands for it: lengths stay.
_UNPRINTABLE = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)), 0xFFFD),
    0x09: 0x09,
    0x0A: 0x0A,
    0x0D: 0x20,
}


class FactRow(msgspec.Struct, frozen=True):
    """One fact as a row of a table."""

    kind: Kind
    text: str
    meaning: str
    context: str


class FindingRow(msgspec.Struct, frozen=True):
    """One finding as a row of a table: `place` is where its first figure stands; `more` comes after, a slip first."""

    verdict: Verdict
    place: Place
    rule: str
    sentence: str
    more: tuple[str, ...] = ()


class Mark(msgspec.Struct, frozen=True):
    """A stretch of a text to be marked, and as what: a kind of fact, or the verdict on a figure."""

    start: int
    end: int
    name: Kind | Verdict | Support


def printable(text: str) -> str:
    """Return a text of the same length without characters that steer a terminal, or that no terminal can print."""
    return text.translate(_UNPRINTABLE)


def marked(text: str, marks: Iterable[Mark], opening: str = "[", closing: str = "]") -> str:
    """Return a text with every mark put in brackets, those inside others too.

    >>> marked("Sales of $5.", [Mark(9, 11, "money")])
    'Sales of [$5].'
    """
    places = sorted(
        place for mark in marks for place in ((mark.start, 1, opening), (mark.end, 0, closing))
    )  # at one place, what ends comes before what begins
    pieces: list[str] = []
    before = 0
    for place, _, bracket in places:
        pieces += text[before:place], bracket
        before = place
    return "".join((*pieces, text[before:]))


def fact_marks(document: Document) -> list[Mark]:
    """Return a mark for each fact, as its kind."""
    return [Mark(fact.start, fact.end, fact.kind) for fact in document]


def finding_marks(report: Report) -> list[Mark]:
    """Return a mark for each figure that a finding decides on, as the worst verdict on it, in the order of the text."""
    worst: dict[tuple[int, int], Verdict] = {}
    for verdict in reversed(DECIDED):
        for finding in report.of(verdict):
            worst.update({(part.start, part.end): verdict for part in finding.facts})
    return [Mark(start, end, verdict) for (start, end), verdict in sorted(worst.items())]


def fact_rows(document: Document) -> list[FactRow]:
    """Return a row for each fact, in the order of the text."""
    return [FactRow(fact.kind, one_line(fact.text), figures.fact(fact), figures.context(fact)) for fact in document]


def finding_rows(report: Report, document: Document, everything: bool = False) -> list[FindingRow]:
    """Return a row for each finding, the worst verdict first; `everything` adds the undecided, and what follows."""
    places = Places(document.text)
    shown = [finding for verdict in VERDICTS if everything or verdict != "undecided" for finding in report.of(verdict)]
    return [
        FindingRow(
            finding.verdict,
            places.of(min((part.start for part in finding.facts), default=0)),
            finding.rule.replace("_", " "),
            one_line(finding.message),
            (*perhaps(finding), *(_more(finding) if everything else ())),
        )
        for finding in shown
    ]


def summary(report: Report, everything: bool = False, accepted: int = 0) -> str:
    """Return the line that sums a report up: how many checks there were, and how they went.

    `accepted` is how many more there were that a baseline keeps from being shown.

    >>> summary(Report((Finding("fx", "conflicts", ""), Finding("fx", "agrees", ""))))
    'checks: 2, conflicts: 1, agrees: 1'
    >>> summary(Report(), accepted=1)
    'checks: 1, accepted: 1'
    >>> summary(Report())
    'nothing to check: no two figures say something of each other'
    """
    doubtful = len(report.doubtful)
    if not report and not accepted and not doubtful:
        return "nothing to check: no two figures say something of each other"
    counts = [f"checks: {len(report) + accepted}"]
    counts += (f"{verdict}: {count}" for verdict in _COUNTED if (count := len(report.of(verdict))))
    if (hidden := len(report.of("undecided"))) and not everything:
        counts[-1] += f" (hidden; --all shows {'it' if hidden == 1 else 'them'})"
    if accepted:
        counts.append(f"accepted: {accepted}")
    if doubtful:
        counts.append(f"doubtful: {doubtful} (hidden; --suspicious shows {'it' if doubtful == 1 else 'them'})")
    return ", ".join(counts)


def count_of_facts(document: Document) -> str:
    """Return the line that sums the facts up.

    >>> count_of_facts(Document("", "en"))
    'no figures'
    """
    size = len(document)
    return f"{size} figure{'' if size == 1 else 's'}" if size else "no figures"


def notes(document: Document) -> list[str]:
    """Return a line for each currency that was chosen from several: what it may also be, and why it was chosen."""
    seen: dict[str, str] = {}
    for fact in document:
        value = fact.value
        if isinstance(value, Money | Change) and len(value.candidates) > 1:
            doubt = doubt_of(value.candidates, value.reason if isinstance(value, Money) else None)
            seen.setdefault(value.candidates[0], f'"{one_line(fact.text)}" is read as {doubt}')
    return list(seen.values())


def doubt_of(candidates: Sequence[str], reason: str | None) -> str:
    """Return which of several currencies was chosen, why, and which others it may be.

    >>> doubt_of(("JPY", "CNY"), "the sign ¥")
    'JPY (the sign ¥), but may be CNY; a home currency decides'
    """
    chosen, *others = candidates
    more = len(others) - _MOST_CANDIDATES
    listed = ", ".join(others[:_MOST_CANDIDATES]) + (f" or {more} more" if more > 0 else "")
    why = f" ({one_line(reason)})" if reason else ""
    return f"{chosen}{why}, but may be {listed}; a home currency decides"


def perhaps(finding: Finding) -> tuple[str, ...]:
    """Return the line that says which slip would explain a conflict, none where none would.

    >>> perhaps(Finding("fx", "conflicts", "", slip="one digit is wrong: $4 million for $9 million would fit"))
    ('perhaps: one digit is wrong: $4 million for $9 million would fit',)
    """
    return () if finding.slip is None else (f"perhaps: {one_line(finding.slip)}",)


def _more(finding: Finding) -> Iterable[str]:
    for derived in finding.derived:
        unit = Money(currency=derived.currency) if derived.currency else Count()
        yield f"derived: {_role(derived.role)} {amount(derived.range, unit)}"
    for assumed in finding.assumed:
        yield f"assumed: {_role(assumed.role)} {one_line(assumed.value)}, from {one_line(assumed.source)}"


def _role(name: str) -> str:
    return name.replace("_", " ")


def one_line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())
