"""Whose figure it is, of what and of when: from its own sentence and, failing that, the one before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ..facts import Accounting, Context
from ..lang.language import Language
from ..read.draft import Draft
from ..values import Count, DateSpan, Duration

_NAME = re.compile(
    r"(?<![\w(])[A-Z][\w&'’.-]*(?: (?:of |& |de |and (?=[A-Z]\w* (?:Inc|Co|Corp|Ltd)))?[A-Z][\w&'’.-]*)*"
).finditer
_POSSESSIVE = re.compile(r"['’]s?$|[.,]+$")
_NEXT_TO = 5  # characters of " in "
_RIGHT_AFTER = 28  # characters in which "$5 million in revenue" names its measure
_PREPOSITION = 10  # characters to look back for "in"
_REPORTED = 24  # characters before a day in which "said on Thursday" makes it the day of saying

Span = tuple[int, int]


def contexts(
    text: str, drafts: Sequence[Draft], spans: Sequence[DateSpan | None], ranges: Sequence[Span], language: Language
) -> dict[int, Context]:
    """Return the context of each quantity by its index in `drafts`; `spans` are their dates, `ranges` the sentences."""
    found: dict[int, Context] = {}
    before = NOTHING
    end = 0
    for span, indices in _by_sentence(drafts, ranges):
        if "\n" in text[end : span[0]] or text[span[0] - 1 : span[0]] == "\n":
            before = NOTHING  # a paragraph speaks for itself
        end = span[1]
        if all(drafts[index].value is None or isinstance(drafts[index].value, Duration) for index in indices):
            periods = _periods(text, indices, drafts, spans, language)
            before = _Sentence((), _subject(text, span, language) if periods else None, periods, None)
            continue
        sentence = _Sentence(
            _measures(text, span, language) if any(type(drafts[index].value) is not Count for index in indices) else (),
            _subject(text, span, language),
            _periods(text, indices, drafts, spans, language),
            _accounting(text, span, language),
        )
        for index in indices:
            draft = drafts[index]
            if draft.value is not None and not isinstance(draft.value, Duration):
                found[index] = sentence.of(text, draft, before, language)
        before = sentence
    return found


class _Sentence:
    """What one sentence offers to the figures in it and, failing that, in the next one."""

    __slots__ = ("accounting", "measures", "periods", "subject")

    def __init__(
        self,
        measures: Sequence[Span],
        subject: str | None,
        periods: Sequence[tuple[int, DateSpan]],
        accounting: Accounting | None,
    ) -> None:
        self.measures = measures
        self.subject = subject
        self.periods = periods
        self.accounting = accounting

    def of(self, text: str, draft: Draft, before: _Sentence, language: Language) -> Context:
        measure = self._measure(text, draft, language) or (before.measures[-1] if before.measures else None)
        return Context(
            self.subject or before.subject,
            text[measure[0] : measure[1]] if measure else None,
            self._period(draft) or (before.periods[-1][1] if before.periods else None),
            self.accounting,
        )

    def _period(self, draft: Draft) -> DateSpan | None:
        """Return the time right behind a figure ("in 2016"), else the last before it, else the first behind it."""
        index = bisect_left(self.periods, draft.start, key=lambda each: each[0])
        near = index < len(self.periods) and self.periods[index][0] - draft.end <= _NEXT_TO
        return self.periods[index if near else max(index - 1, 0)][1] if self.periods else None

    def _measure(self, text: str, draft: Draft, language: Language) -> Span | None:
        """Return the measure named right behind a figure, else the last one before it, else the sentence's first."""
        index = bisect_left(self.measures, (draft.end, 0))
        behind = self.measures[index] if index < len(self.measures) else None
        if index and (behind is None or behind[0] - draft.end > _RIGHT_AFTER):
            return self.measures[index - 1]
        between = text[draft.end : behind[0]].casefold().split() if index and behind else ()
        return self.measures[index - 1] if not language.tie_breaks.isdisjoint(between) else behind


NOTHING = _Sentence((), None, (), None)


def _by_sentence(drafts: Sequence[Draft], ranges: Sequence[Span]) -> Iterator[tuple[Span, list[int]]]:
    """Yield each sentence that holds figures, with their indices."""
    sentence = iter(ranges)
    current = next(sentence, None)
    indices: list[int] = []
    for index, draft in enumerate(drafts):
        while current is not None and draft.start >= current[1]:
            if indices:
                yield current, indices
                indices = []
            current = next(sentence, None)
        if current is None:
            return
        indices.append(index)
    if current is not None and indices:
        yield current, indices


def _measures(text: str, span: Span, language: Language) -> list[Span]:
    window, shift = " " + text[span[0] : span[1]], span[0] - 1  # the space stands before its first word
    return [
        (match.start(1) + shift, match.end(1) + shift)
        for match in language.measure_pattern.finditer(window)
        if re.split("[ -]", match[1])[-1].casefold() in language.measures
    ]


def _subject(text: str, span: Span, language: Language) -> str | None:
    """Return the first name in a sentence that is no place: a run of capitalised words, function words set aside."""
    place = None
    for match in _NAME(text, *span):
        words = match[0].split(" ")
        dropped = text[max(span[0], match.start() - _PREPOSITION) : match.start()].casefold().split()[-1:]
        while words and words[0].casefold().rstrip(".,'’s") in language.not_subjects:
            dropped = [words.pop(0).casefold()]
        name = _POSSESSIVE.sub("", " ".join(words))
        key = name.casefold()
        if len(name) < 2 or key in language.months or key in language.weekdays or name in language.prefixes:
            continue
        if key in language.never_alone:
            continue
        if dropped and dropped[0] in language.places_after:
            place = place or name
            continue
        return name
    return place


def _periods(
    text: str, indices: Sequence[int], drafts: Sequence[Draft], spans: Sequence[DateSpan | None], language: Language
) -> list[tuple[int, DateSpan]]:
    """Return the stretches of time that a sentence speaks of: not the day on which somebody said it, no open ends."""
    found = []
    for index in indices:
        span = spans[index]
        if span is None or span.start is None or span.end is None:
            continue
        start = drafts[index].start
        if span.grain == "day" and not language.reporting.isdisjoint(
            text[max(0, start - _REPORTED) : start].casefold().split()
        ):
            continue
        found.append((start, span))
    return found


def _accounting(text: str, span: Span, language: Language) -> Accounting | None:
    match = language.find_accounting(" " + text[span[0] : span[1]])
    return language.accounting[match[1].casefold()] if match else None
