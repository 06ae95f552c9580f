"""How long something lasts, beside its dates: "a 12-year partnership ... through 2028"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from msgspec.structs import replace

from ..lang.language import Language
from ..model.facts import Document, Fact
from ..model.findings import Assumed
from ..model.values import BACKWARDS, Change, DateSpan, Duration, Percent
from .relations import Link

_NUMBER = re.compile(r"\d+").finditer
_LONGEST_MONTH = 31
_LONGEST_YEAR = 366
_APART = frozenset({"than", "qualifier", "earlier", "moved", "movement"})
_WORDS_BETWEEN = 3  # a length of time and its dates
_WORDS_APART = 5  # between an adjective and its dates
_NEAR = 48  # characters in which a verb governs the date after it
_FACTS_AHEAD = 12
_WORDS_TO_DATE = 2  # from the word by which an agreement was made to the date of that
_RECENT = timedelta(days=60)  # before the publication
_SENTENCES_AHEAD = 2  # in which the end of a stated duration may follow


def adjectives_in(text: str, span: tuple[int, int], facts: Sequence[Fact], language: Language) -> Iterator[Link]:
    """Yield "quarterly revenue from July through September": an adjective that says how long the dates are.

    It does so only of a measure: an annual meeting from 3 to 5 July lasts three days, and it is annual.
    """
    for index, fact in enumerate(facts):
        if not _compound(fact):
            continue
        before = facts[index - 1] if index else None
        if before and isinstance(before.value, Percent | Change) and fact.start - before.end < _NEAR:
            continue  # "grew at a 2.8 percent annual rate in the last three months"
        begin = max(span[0], fact.start - _NEAR, before.end if before else 0)
        words = [word.casefold() for word in language.words.tokens(text[begin : fact.start])][-_WORDS_APART:]
        for place, word in enumerate(words):
            if words[place + 1 : place + 2] and words[place + 1] in language.links.annual:
                continue  # "a 700,000-unit annual rate for the last five months"
            if word in language.dates.adjectives and not language.context.measures.isdisjoint(words[place + 1 :]):
                unit = language.dates.adjectives[word]
                assumed = (Assumed("duration", f"1 {unit}", word),)
                yield Link("span", (("end", fact),), assumed=assumed, tie="adjective_of_dates")


def _compound(fact: Fact, *, years: bool = False) -> bool:
    """Tell whether dates were said from one to another: more than one day, or more than one month, or year."""
    value = fact.value
    if not isinstance(value, DateSpan) or value.start is None or value.end is None:
        return False
    return (
        value.end > value.start
        if value.grain == "day"
        else (value.grain == "month" and (value.end - value.start).days > _LONGEST_MONTH)
        or (years and value.grain == "year" and (value.end - value.start).days > _LONGEST_YEAR)
    )


def durations_in(text: str, facts: Sequence[Fact], language: Language) -> Iterator[Link]:
    """Yield "five years from 2012 until 2016": a length of time with the dates right after it from one to another."""
    for duration, dates in pairwise(facts):
        span = dates.value
        if not isinstance(duration.value, Duration) or not isinstance(span, DateSpan) or dates.start < duration.end:
            continue
        backwards = span.unresolved == BACKWARDS
        if not backwards and (span.fiscal or not _compound(dates, years=True)):
            continue
        between = language.words.tokens(text[duration.end : dates.start].casefold())
        if len(between) <= _WORDS_BETWEEN and language.links.breaks.isdisjoint({*between} - {","}):
            start, end = _ends(dates)
            if start is end:
                continue  # "15 hours over the past 5 days"
            roles = (("duration", duration), ("start", start), ("end", end))
            # "three years early in 2012-13", "2.2 days above the 2003-2007 average"
            weak = any(_parts(word, language) or not _leads_to_dates(word, language) for word in between)
            yield Link("span", roles, weak=weak, tie="duration_of_dates")


def _leads_to_dates(word: str, language: Language) -> bool:
    """Tell whether a word may stand between a length of time and its dates: "three years, from", "a plan for"."""
    dates = language.dates
    known = word in dates.prepositions or word in dates.from_words or word in dates.of or word in dates.openers
    return not word.isalpha() or known or word in language.deals.nouns or word in dates.periods


def _parts(word: str, language: Language) -> bool:
    """Tell whether a word between a duration and dates says that it does not last them: "above", "earlier", "high"."""
    links = language.links
    tags = {tag for rest, tag, _ in links.ties.get(word, ()) if not rest}
    return (
        not tags.isdisjoint(_APART)
        or word in links.judging
        or word in links.extremes
        or word in language.per.not_before
    )


def _ends(dates: Fact) -> tuple[Fact, Fact]:
    """Return what is said of the first and of the last of some dates, each in its place: "2012" and "2016"."""
    numbers = [*_NUMBER(dates.text)]
    if len(numbers) < 2:
        return dates, dates
    first, last = numbers[0].end(), numbers[-1].start()
    return (
        replace(dates, text=dates.text[:first], end=dates.start + first),
        replace(dates, text=dates.text[last:], start=dates.start + last),
    )


def deals_in(
    document: Document, grouped: Sequence[tuple[tuple[int, int], Sequence[Fact]]], language: Language
) -> Iterator[Link]:
    """Yield a stated duration with the end that the text states: "a 12-year partnership", "running through 2028"."""
    text = document.text
    for index, (span, facts) in enumerate(grouped):
        deals = [fact for fact in facts if isinstance(fact.value, Duration) and _of_deal(text, fact, language)]
        if not deals:
            continue
        words = {word.casefold() for word in language.words.tokens(text[span[0] : span[1]])}
        ongoing = not words.isdisjoint(language.deals.ongoing)
        new = not words.isdisjoint(language.deals.opening) and not ongoing
        ends = [fact for _, group in grouped[index : index + 1 + _SENTENCES_AHEAD] for fact in group]
        for fact in deals:
            end = _end_of(text, fact, ends, language)
            if end is None:
                continue
            dates = [each for each in facts if each is not end and _is_closed(each)]
            past = [each for each in dates if _is_past(each, document.published)]
            signed = next((each for each in past if _is_signed_in(text, fact, each, language)), None)
            weak = _is_of_another_deal(text, fact, end, language)
            if signed is not None:
                doubtful = weak or ongoing or len(dates) > 1
                stated = (("duration", fact), ("start", signed), ("end", end))
                yield Link("span", stated, weak=doubtful, tie="duration_of_signed_deal")
            elif document.published is not None and new and not past:
                assumed = (Assumed("start", document.published.isoformat(), "published"),)
                roles = (("duration", fact), ("end", end))
                yield Link("span", roles, assumed=assumed, weak=weak, tie="duration_of_deal")


def _is_closed(fact: Fact) -> bool:
    """Tell whether a date has a first day and a last: "in 2014", not "through 2018"."""
    return isinstance(fact.value, DateSpan) and fact.value.start is not None and fact.value.end is not None


def _is_signed_in(text: str, duration: Fact, when: Fact, language: Language) -> bool:
    """Tell whether a date says when an agreement was made: "signed in 2014", "signed a five-year contract in 2014"."""
    deals = language.deals
    before = [word.casefold() for word in language.words.tokens(text[max(0, when.start - _NEAR) : when.start])]
    if any(word in deals.opening for word in before[-_WORDS_TO_DATE:]):
        return True
    if not duration.end < when.start < duration.end + _NEAR:
        return False
    earlier = {word.casefold() for word in language.words.tokens(text[max(0, duration.start - _NEAR) : duration.start])}
    between = [word.casefold() for word in language.words.tokens(text[duration.end : when.start])]
    plain = between[:-1] if between[-1:] and between[-1] in language.dates.prepositions else between
    return not earlier.isdisjoint(deals.opening) and len(plain) == 1 and plain[0] in deals.nouns


def _is_past(fact: Fact, published: date | None) -> bool:
    """Tell whether a date is long past at the publication, so that what is told of may have been made then."""
    end = fact.value.end if isinstance(fact.value, DateSpan) else None
    return end is not None and (published is None or published - end > _RECENT)


def _is_of_another_deal(text: str, duration: Fact, end: Fact, language: Language) -> bool:
    """Tell whether an end is that of a second agreement: "a 10-year deal, replacing a contract through 2018"."""
    words = [word.casefold() for word in language.words.tokens(text[duration.end : end.start])]
    nouns = language.deals.nouns
    return words[-1:] != [] and words[-1] in nouns and sum(word in nouns for word in words) > 1


def _of_deal(text: str, fact: Fact, language: Language) -> bool:
    """Tell whether a duration is that of an agreement: one of its nouns follows within three words."""
    words = language.words.tokens(text[fact.end : fact.end + _NEAR])[:3]
    return any(word.casefold() in language.deals.nouns for word in words)


def _end_of(text: str, duration: Fact, facts: Sequence[Fact], language: Language) -> Fact | None:
    """Return the date up to which the agreement runs: one of the next few after its duration."""
    first = bisect_right(facts, duration.start, key=lambda fact: fact.start)
    for fact in facts[first : first + _FACTS_AHEAD]:
        value = fact.value
        if not isinstance(value, DateSpan) or value.end is None or value.grain == "day":
            continue
        words = language.words.tokens(text[max(duration.end, fact.start - _NEAR) : fact.start])[-3:]
        runs = any(word.casefold() in language.deals.runs for word in words)
        near = fact.start - duration.end <= _NEAR
        if value.start is None and (runs or near):
            return fact
    return None
