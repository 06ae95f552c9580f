"""Whose figure it is, of what and of when: from its own sentence and, failing that, the one before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ..lang.language import Language
from ..model.facts import Accounting, Context
from ..model.values import Count, DateSpan, Duration
from ..read.mention import Mention
from ..read.sentences import Sentence

_NAME = re.compile(
    r"[A-Z](?<![\w(].)[\w&'’.-]*(?: (?:of |& |de |and (?=[A-Z]\w* (?:Inc|Co|Corp|Ltd)))?[A-Z][\w&'’.-]*)*"
).finditer
_DATELINE = re.compile(r"\s*[^.\n(]{0,60}\([A-Z][\w ]{2,20}\)\s*[-–—]{1,2}\s").match  # "OSLO, Jan 20 (Agency) - "
_POSSESSIVE = re.compile(r"['’]s?$|[.,]+$")
_NEXT_TO = 5  # characters of " in "
_RIGHT_AFTER = 28  # characters in which "$5 million in revenue" names its measure
_PREPOSITION = 10  # characters to look back for "in"
_REPORTED = 24  # characters before a day in which "said on Thursday" makes it the day of saying

Span = tuple[int, int]
Period = tuple[int, DateSpan]


def contexts(
    text: str,
    drafts: Sequence[Mention],
    spans: Sequence[DateSpan | None],
    ranges: Sequence[Sentence],
    language: Language,
) -> dict[int, Context]:
    """Return the context of each quantity by its index in `drafts`; `spans` are their dates, `ranges` the sentences."""
    found: dict[int, Context] = {}
    last: _Sentence | None = None
    lowered = text.casefold()
    stated = any(word in lowered for word in language.context.accounting_words)  # in most texts none is
    for each in ranges:
        indices = range(each.first, each.last)
        periods = _periods(text, indices, drafts, spans, language)
        sentence = _Sentence(text, (each.start, each.end), periods, language)
        quantities = [index for index in indices if _is_of_something(drafts[index])]
        if quantities:
            before = last if last and last.span[0] == each.before else None
            if before is None:
                before = _Sentence(text, (each.before, each.start), (), language, figures=False)
            sentence.ends = [drafts[index].end for index in quantities]
            accounting = sentence.accounting() if stated else None
            for index in quantities:
                found[index] = sentence.of(drafts[index], before, accounting)
        last = sentence
    return found


def _is_of_something(draft: Mention) -> bool:
    return draft.value is not None and type(draft.value) is not Duration


class _Sentence:
    """What one sentence offers to the figures in it and, failing that, in the next one; looked up when first asked."""

    __slots__ = ("_measures", "_subject", "ends", "figures", "language", "periods", "span", "text")

    def __init__(
        self, text: str, span: Span, periods: Sequence[Period], language: Language, *, figures: bool = True
    ) -> None:
        self.text = text
        self.span = span
        self.periods = periods
        self.language = language
        self.figures = figures
        self.ends: Sequence[int] = ()  # of its quantities
        self._measures: list[Span] | None = None
        self._subject: str | None = ""

    @property
    def measures(self) -> list[Span]:
        """The nouns that name a measure, with the words that belong to them."""
        if self._measures is None:
            self._measures = _measures(self.text, self.span, self.language)
        return self._measures

    @property
    def subject(self) -> str | None:
        """The name of the one that the sentence speaks of."""
        if self._subject == "":
            self._subject = _subject(self.text, self.span, self.language)
        return self._subject

    def accounting(self) -> Accounting | None:
        """Return the accounting basis that the sentence states."""
        match = self.language.context.accounting_pattern.pattern.search(" " + self.text[self.span[0] : self.span[1]])
        return self.language.context.accounting[match[1].casefold()] if match else None

    def of(self, draft: Mention, before: _Sentence, accounting: Accounting | None) -> Context:
        """Return the context of a figure in this sentence; what it lacks comes from the sentence before."""
        measure = None
        if type(draft.value) is not Count:  # a count says itself what it counts
            measure = self._measure(draft) or (before.measures[-1] if before.figures and before.measures else None)
        return Context(
            self.subject or before.subject,
            self.text[measure[0] : measure[1]] if measure else None,
            self._period(draft) or (before.periods[-1][1] if before.periods else None),
            accounting,
        )

    def _period(self, draft: Mention) -> DateSpan | None:
        """Return the time right after a figure ("in 2016"), else the last before it, else the first after it.

        The first after it is not its own where that stands in another clause, with another figure.
        """
        if not self.periods:
            return None
        index = bisect_left(self.periods, draft.start, key=lambda each: each[0])
        near = index < len(self.periods) and self.periods[index][0] - draft.end <= _NEXT_TO
        if index == 0 and not near and self._is_taken(draft.end, self.periods[0][0]):
            return None
        return self.periods[index if near else max(index - 1, 0)][1]

    def _is_taken(self, end: int, start: int) -> bool:
        """Tell whether the time at `start` is that of another figure than the one that ends at `end`."""
        if not any(end < other for other in self.ends):
            return False
        return not self.language.links.breaks.isdisjoint(self.language.words.tokens(self.text[end:start].casefold()))

    def _measure(self, draft: Mention) -> Span | None:
        """Return the measure named right after a figure, else the last one before it, else the next of its clause."""
        index = bisect_left(self.measures, (draft.end, 0))
        before = self.measures[index - 1] if index else None
        behind = self.measures[index] if index < len(self.measures) else None
        if behind is None or (before and behind[0] - draft.end > _RIGHT_AFTER):
            return before
        if before and any(draft.end < other <= behind[0] for other in self.ends):
            return before  # the next figure's, it may be
        between = _words(self.text[draft.end : behind[0]], self.language)
        return behind if self.language.links.breaks.isdisjoint(between) else before


def _measures(text: str, span: Span, language: Language) -> list[Span]:
    window, shift = " " + text[span[0] : span[1]], span[0] - 1  # the space stands before the first word
    return [
        (match.start(1) + shift, match.end(1) + shift)
        for match in language.context.measure_pattern.pattern.finditer(window)
        if match[1].replace("-", " ").rpartition(" ")[2].casefold() in language.context.measures
    ]


def _subject(text: str, span: Span, language: Language) -> str | None:
    """Return the first name in a sentence that is no place: a run of capitalised words, function words set aside.

    An agency's dateline before it names nobody that the sentence speaks of.

    If the language file has no `not_subjects`, names cannot be told from other capitalised words: None.
    """
    if not language.context.not_subjects:
        return None
    place = None
    dateline = _DATELINE(text, *span)
    for match in _NAME(text, dateline.end() if dateline else span[0], span[1]):
        if match[0].casefold() in language.context.not_subjects:
            continue  # the word that opens the sentence, nearly always
        words = match[0].split(" ")
        dropped = text[max(span[0], match.start() - _PREPOSITION) : match.start()].casefold().split()[-1:]
        while words and words[0].casefold().rstrip(".,'’") in language.context.not_subjects:
            dropped = [words.pop(0).casefold()]
        name = _POSSESSIVE.sub("", " ".join(words))
        key = name.casefold()
        if (
            len(name) < 2
            or key in language.dates.months
            or key in language.dates.cldr_weekdays
            or name in language.units.before
        ):
            continue
        if key in language.context.never_alone:
            continue
        if dropped and dropped[0] in language.context.places_after:
            place = place or name
            continue
        return name
    return place


def _periods(
    text: str, indices: range, drafts: Sequence[Mention], spans: Sequence[DateSpan | None], language: Language
) -> list[Period]:
    """Return the stretches of time that a sentence speaks of: not the day on which somebody said it, no open ends."""
    found = []
    for index in indices:
        span = spans[index]
        if span is None or span.start is None or span.end is None:
            continue
        start = drafts[index].start
        if span.grain == "day" and not language.dates.reporting.isdisjoint(
            _words(text[max(0, start - _REPORTED) : start], language)
        ):
            continue
        found.append((start, span))
    return found


def _words(text: str, language: Language) -> list[str]:
    """Return the words of a piece of text, case folded."""
    return language.words.tokens(text.casefold()) if language.words.unspaced else text.casefold().split()
