"""The same fact told differently in several documents.

Two figures are one fact where their documents say so: one subject, one measure (or one thing counted), one stretch of
time, one accounting basis, one unit. What is told as a part, an item, a forecast or the level of before is left out;
where a document itself has several values for one fact (a quarter's and a year's), only agreement counts. So it does
where that time is still to come, and where amounts lie far apart and no slip explains it: of such pairs in news none
was one fact (a price and a value by it, shares outstanding and shares for sale). It is better to miss a difference than
to see one that is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from ..checks.confidence import distance
from ..checks.explain import explained
from ..checks.rules.repeat import judge
from ..checks.wording import fits, quoted
from ..link import Link, links
from ..model.facts import Fact
from ..model.findings import Finding, Part, Report, Verdict
from ..model.values import Change, Count, DateSpan, Money, Percent, Quantity
from ..resolve.keys import InSentence, in_sentence, key_of
from .clauses import STEM, Clause, stems
from .indexed import IndexedDocument
from .topic import Topic

# What a figure that plays one of these roles is worth says nothing of the fact itself.
_ASIDE = frozenset(
    {
        *("prior", "part", "item", "numerator", "subtrahend", "minuend", "result", "equivalent", "again"),
        *("price", "count", "factor", "duration", "change"),
    }
)
MOST_TOLD = 4  # values of one fact in a document, among which one that agrees is looked for
Key = tuple[object, ...]


class Told(NamedTuple):
    """A figure that tells a fact, and its text."""

    text: IndexedDocument
    fact: Fact

    def part(self, part: Part) -> Part:
        """Return the figure as a finding shows it, in its document and its place there."""
        return replace(self.text.layout.placed(part), document=self.text.place)


def compared(texts: Iterable[IndexedDocument]) -> Report:
    """Return which facts several documents tell, and whether they tell them alike.

    Each is held against the first document that tells it.
    """
    first: dict[Key, list[Told]] = {}
    found: list[Finding] = []
    for text in texts:
        for key, told in _facts(text).items():
            known = first.get(key)
            if known is None:
                first[key] = told
            elif finding := _held_together(known, told):
                found.append(finding)
    return Report(tuple(sorted(found, key=lambda finding: [(part.document, part.start) for part in finding.facts])))


def _facts(text: IndexedDocument) -> dict[Key, list[Told]]:
    """Return the facts that a document tells, by what they are about."""
    tied = links(text.document, text.language, text.sentences)
    aside = {fact.start for link in tied for role, fact in link.roles if role in _ASIDE}  # a weak link is doubt enough
    expected = frozenset(stems(" ".join(text.language.links.expected), text.language))
    found: dict[Key, list[Told]] = {}
    for place, fact in enumerate(text.document.facts):
        if fact.start not in aside and (key := _key(text, place, fact, expected)):
            found.setdefault(key, []).append(Told(text, fact))
    return found


def _key(text: IndexedDocument, place: int, fact: Fact, expected: frozenset[str]) -> Key | None:
    """Return what makes two figures one fact, None for one that does not say enough of itself.

    Its own clause names its measure and no other subject than its sentence does, and is not about what was expected.
    """
    value, topic, published = fact.value, text.topic(place), text.document.published
    if not isinstance(value, Money | Percent | Change | Count) or not topic.names or topic.accounting == "guidance":
        return None
    clause = text.clause(place)
    if not clause.words.isdisjoint(expected) or not text.names_subject(place):
        return None
    names = frozenset(name[:STEM] for name in topic.names)
    if clause.names and clause.names.isdisjoint(names):
        return None
    measure = _measure(fact, topic, clause)
    period = topic.period if topic.period and topic.period.grain != "day" and text.names_period(place) else None
    time = (period.start, period.end) if period and period.start and period.end else published
    return None if measure is None or time is None else (topic.names, measure, time, topic.accounting, *_unit(value))


def _measure(fact: Fact, topic: Topic, clause: Clause) -> object:
    """Return what a figure measures or counts, None where its own clause does not say it."""
    if isinstance(fact.value, Count):
        return fact.value.of and fact.value.of.casefold()
    if topic.measure is None or not {topic.measure, topic.measure[:STEM]} & (clause.words | clause.keys[1]):
        return None
    return topic.measure, topic.narrowed


def _unit(value: Quantity) -> Key:
    """Return what two amounts have in common that can be one, but for their currencies."""
    match value:
        case Change(candidates=(_, *_)):
            return "change", "money", value.per, value.basis
        case Change():
            return "change", value.unit, value.of, value.per, value.basis
        case Percent():
            return "percent", value.unit
        case Money() | Count():
            return value.kind, value.per
    return (value.kind,)


def _held_together(known: Sequence[Told], told: Sequence[Told]) -> Finding | None:
    """Return what two documents say of one fact, None where they do not say one thing each, unless that agrees."""
    if len(known) > MOST_TOLD or len(told) > MOST_TOLD:
        return None
    findings = [finding for one in known for other in told if (finding := _judged(one, other))]
    agreeing = next((finding for finding in findings if finding.verdict == "agrees"), None)
    if agreeing is not None:
        return agreeing
    return findings[0] if len(known) == len(told) == len(findings) == 1 else None


def _judged(one: Told, other: Told) -> Finding | None:
    """Return whether two figures can be one, None where they are in different units."""
    link = Link("repeat", (("first", one.fact), ("again", other.fact)))
    finding = judge(link)
    if finding is None:
        return None
    verdict, slip = finding.verdict, _slip(one, other) or _slip(other, one)
    if _are_opposite(one.fact.value, other.fact.value):
        verdict, slip = "conflicts", None
    elif verdict == "conflicts" and (
        _is_to_come(one) or _is_to_come(other) or (slip is None and _are_apart(finding, one))
    ):
        return None
    parts = tuple(each.part(part) for part, each in zip(_in_order(finding), (one, other), strict=True))
    message, key = _message(one, other, verdict), key_of(finding.rule, map(_words, _in_order(finding), (one, other)))
    return replace(finding, verdict=verdict, slip=slip, message=message, facts=parts, key=key)


def _words(part: Part, by: Told) -> InSentence:
    return in_sentence(part, by.text.document.text, by.text.sentences)


def _slip(first: Told, again: Told) -> str | None:
    """Return the slip that would explain why two figures conflict, None for none."""
    link = Link("repeat", (("first", first.fact), ("again", again.fact)))
    finding = judge(link)
    return None if finding is None else explained(finding, link, judge).slip


def _in_order(finding: Finding) -> list[Part]:
    return sorted(finding.facts, key=lambda part: part.role != "first")


def _are_opposite(one: object, other: object) -> bool:
    return isinstance(one, Change) and isinstance(other, Change) and {one.direction, other.direction} == {"up", "down"}


def _is_to_come(told: Told) -> bool:
    """Tell whether the time that a figure names had not begun: "the price of notes due in August" is of today."""
    period, published = told.fact.context.period, told.text.document.published
    return bool(period and period.start and published and period.start > published)


def _are_apart(finding: Finding, one: Told) -> bool:
    """Tell whether two amounts are too far apart to be one fact; two percentages seldom are near."""
    return isinstance(one.fact.value, Money | Count) and distance(finding) != "near"


def _message(one: Told, other: Told, verdict: Verdict) -> str:
    context = one.fact.context
    measure = context.measure if not isinstance(one.fact.value, Count) else one.fact.value.of
    about = ", ".join(each for each in (context.subject, measure, _time(context.period)) if each)
    again = f"{fits(verdict, quoted(other.fact))} in document {other.text.place + 1}"
    return f"{about}: {quoted(one.fact)} in document {one.text.place + 1}, {again}"


def _time(period: DateSpan | None) -> str | None:
    return None if period is None or period.start is None else f"{period.start} to {period.end}"
