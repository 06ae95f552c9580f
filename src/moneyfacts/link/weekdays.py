"""A weekday, and the date that it stands beside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from ..lang.language import Language
from ..model.facts import Document, Fact
from ..model.findings import Assumed
from ..model.values import DateSpan
from ..read.dates.weekdays import day_told, months_exchanged, weekday_beside, year_is_told
from .relations import Link

TIE = "weekday_of_date"
_FIRST_YEAR = 1924  # in which all of Europe had one calendar
_NEAR = timedelta(days=120)  # of the publication, so that a date without a year is of no other


def weekdays_in(document: Document, language: Language) -> Iterator[Link]:
    """Yield each date of a document with the weekday that is told beside it.

    A date without a year is that of the publication's time only if it is near the publication. Two numbers, each of
    which may be the month, are taken as they fit.
    """
    for fact in document.facts:
        if not isinstance(fact.value, DateSpan):
            continue
        day = day_told(fact.value, fact.text)
        if day is None or day.year < _FIRST_YEAR:
            continue
        told = weekday_beside(document.text, fact.start, fact.end, language)
        assumed = _year_of(fact, day, document.published)
        if told is None or assumed is None:
            continue
        nearest = day + timedelta(days=(told.weekday - day.weekday() + 3) % 7 - 3)
        words = document.text[told.date : fact.end]
        other = months_exchanged(day, words)
        if other is not None and nearest != day and other.weekday() == told.weekday:
            continue
        name = Fact(DateSpan(start=nearest, end=nearest), document.text[told.start : told.end], told.start, told.end)
        only = replace(
            fact, value=DateSpan(start=day, end=day), text=words, start=told.date, extent=(told.date, fact.end)
        )
        yield Link("weekday", (("weekday", name), ("date", only)), assumed=assumed, tie=TIE)


def _year_of(fact: Fact, day: date, published: date | None) -> tuple[Assumed, ...] | None:
    """Return nothing for a year that is stated, where it is taken from otherwise, and None where it is not known."""
    if year_is_told(day, fact.text):
        return ()
    if published is None or abs(day - published) > _NEAR:
        return None
    return (Assumed("year", str(day.year), "published"),)
