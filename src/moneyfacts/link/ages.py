"""An age beside its dates: "born in 1950, died on 3 May 2010 aged 59", and an anniversary.

One sentence has to say all three, each of them once: what began when, when it ended or was celebrated, and the age
right beside that. Else the age may be of somebody else ("died in 2006, leaving a daughter aged 12").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ..lang.language import Language
from ..model.facts import Fact
from ..model.readings import Precision
from ..model.values import Count, DateSpan, Duration
from .relations import Link

AGE, ANNIVERSARY = "age_at_death", "anniversary"
_ONE = Precision(Decimal(1), Decimal(1))
_NEAR = 6  # words from one that says what began to its date
_ENDED = 6  # words from one that says what ended to its date
_FEW = 5  # words between an age and the date of an end


class _Word(NamedTuple):
    start: int
    end: int
    text: str


def ages_in(text: str, span: tuple[int, int], facts: Sequence[Fact], language: Language) -> Iterator[Link]:
    """Yield the age of a sentence with the dates that it lies between."""
    ages = language.ages
    dates = [fact for fact in facts if _is_day_or_year(fact)]
    if len(dates) < 2 or not (ages.births or ages.foundings):
        return
    words = list(_words_in(text, span, language))
    told = {word.text for word in words}
    for beginnings, endings in ((ages.births, ages.birthdays), (ages.foundings, ages.anniversaries)):
        if told.isdisjoint(beginnings):
            continue
        start = _only(fact for fact in dates if _led_by(fact, beginnings, words, facts, _NEAR))
        if start is None:
            continue
        if beginnings is ages.births and not told.isdisjoint(ages.deaths):
            yield from _of_a_life(start, dates, facts, words, language)
        yield from _celebrated(text, start, endings, dates, words, language)


def _of_a_life(
    start: Fact, dates: Sequence[Fact], facts: Sequence[Fact], words: Sequence[_Word], language: Language
) -> Iterator[Link]:
    ages = language.ages
    age = _only(fact for fact in facts if _is_age(fact, words, language))
    others = [fact for fact in facts if fact is not age]
    end = _only(fact for fact in dates if fact is not start and _led_by(fact, ages.deaths, words, others, _ENDED))
    if end is None or age is None:
        return
    ended = next(word for word in words if word.text in ages.deaths)
    since = end.end if age.start > end.start else ended.end
    if since <= age.start and _says_little(words, since, age.start, language):
        yield Link("age", (("start", start), ("end", end), ("age", age)), tie=AGE)


def _celebrated(
    text: str,
    start: Fact,
    endings: frozenset[str],
    dates: Sequence[Fact],
    words: Sequence[_Word],
    language: Language,
) -> Iterator[Link]:
    """Yield "founded in 1912, marks its 100th anniversary in 2013"."""
    said = [place for place, word in enumerate(words) if word.text in endings and place > 1]
    if len(said) != 1:
        return
    [place] = said
    ordinal, owner, named = words[place - 1], words[place - 2], words[place]
    years = _ordinal(ordinal.text, language)
    if years is None or any(mark in text[owner.start : ordinal.start] for mark in "'’"):
        return  # "the queen's 60th birthday"
    end = _only(
        fact
        for fact in dates
        if fact is not start and fact.start > named.end and _says_little(words, named.end, fact.start, language)
    )
    if end is None or any(word.start > end.end and word.text in language.dates.of for word in words[place:][:_FEW]):
        return
    value = Duration(amount=Decimal(years), unit="year")
    age = Fact(value, text[ordinal.start : ordinal.end], ordinal.start, ordinal.end, precision=(_ONE,))
    yield Link("age", (("start", start), ("end", end), ("anniversary", age)), tie=ANNIVERSARY)


def _words_in(text: str, span: tuple[int, int], language: Language) -> Iterator[_Word]:
    """Yield the words of a sentence in their places, without its signs."""
    position = span[0]
    for token in language.words.tokens(text[span[0] : span[1]]):
        start = text.find(token, position)
        if start < 0:
            continue
        position = start + len(token)
        while start > span[0] and text[start - 1].isdecimal():
            start -= 1  # "100th"
        if token[0].isalnum():
            yield _Word(start, position, text[start:position].casefold())


def _is_day_or_year(fact: Fact) -> bool:
    span = fact.value
    return isinstance(span, DateSpan) and span.start is not None and span.end is not None and not span.fiscal


def _only(facts: Iterator[Fact]) -> Fact | None:
    """Return the one of some facts; None for none, and for several."""
    found = list(facts)
    return found[0] if len(found) == 1 else None


def _led_by(fact: Fact, verbs: frozenset[str], words: Sequence[_Word], facts: Sequence[Fact], most: int) -> bool:
    """Tell whether a date is that of one of some verbs, the last of which stands a few words before it."""
    before = [word for word in words if word.end <= fact.start][-most:]
    verb = next((word for word in reversed(before) if word.text in verbs), None)
    return verb is not None and not any(verb.end <= other.start < fact.start for other in facts)


def _is_age(fact: Fact, words: Sequence[_Word], language: Language) -> bool:
    """Tell whether a number is an age: "aged 59", "at the age of 59"."""
    value = fact.value
    if not isinstance(value, Count) or value.of is not None or value.amount is None or fact.qualifier is not None:
        return False
    before = [word.text for word in words if word.end <= fact.start][-2:]
    if before and before[-1] in language.dates.of:
        before.pop()
    return bool(before) and before[-1] in language.ages.aged and value.amount == int(value.amount)


def _says_little(words: Sequence[_Word], start: int, end: int, language: Language) -> bool:
    """Tell whether only a few small words stand between two places: none that may be somebody else."""
    between = [word.text for word in words if start <= word.start and word.end <= end]
    small = language.counts.not_nouns | language.ages.aged
    return len(between) <= _FEW and small.issuperset(between)


def _ordinal(word: str, language: Language) -> int | None:
    """Return the number of "100th" and of "tenth"."""
    digits = word.rstrip("".join(language.dates.day_suffixes)) if word[:1].isdecimal() else ""
    if digits.isdecimal() and word[len(digits) :] in language.dates.day_suffixes:
        return int(digits)
    number = language.dates.ordinals.get(word, 0)
    return number if number > 0 else None
