"""Olympic Games: "the next six Olympic Games through 2028" against the calendar of the Games.

    number = how many Games begin after publication and no later than the end

An article of 20 January 2017 tells of "the next six Olympic Games" and of a contract "through 2028": the Games of 2018,
2020, 2022, 2024, 2026 and 2028 are six, and it agrees. Five or seven conflict. In the month in which Games begin they
may be counted or not. Without a publication date it is undecided. Nothing is said where no end is stated behind the
number, in its sentence or the two after it.

The words are English: "next" before the number; "Olympic" or "Olympics" behind it, "Summer" or "Winter" for half.

Source: the Olympic Charter, rule 32 (summer Games in the first year of an Olympiad, winter Games in its third, since
1994), and the list of Games held: none in 1916, 1940 and 1944, those of 2020 in 2021 by a decision of 24 March 2020.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from fractions import Fraction

from dateutil.rrule import YEARLY, rrule

import moneyfacts as mf

LATEST = 2100  # how far the calendar is looked at
POSTPONED = date(2020, 3, 24)  # when the Games of 2020 were moved to the next year
SENTENCES = 2  # behind the number's own, in which the end is looked for
MONTHS = {"summer": 7, "winter": 2}
EVERY_FOUR_YEARS = {"summer": ((1896, LATEST),), "winter": ((1924, 1992), (1994, LATEST))}
CANCELLED = {"summer": (1916, 1940, 1944), "winter": (1940, 1944)}


def games(season: str, known_on: date) -> list[date]:
    """Return the first days of the months in which Games of a season begin, as the calendar stood on a day.

    >>> [day.year for day in games("winter", date(2017, 1, 20)) if 1988 <= day.year <= 2002]
    [1988, 1992, 1994, 1998, 2002]
    >>> [day.year for day in games("summer", date(2020, 6, 1)) if 2012 <= day.year <= 2024]
    [2012, 2016, 2021, 2024]
    """
    days = []
    for first, last in EVERY_FOUR_YEARS[season]:
        opening = datetime(first, MONTHS[season], 1, tzinfo=UTC)
        for moment in rrule(YEARLY, interval=4, dtstart=opening, until=datetime(last, 12, 31, tzinfo=UTC)):
            day = moment.date()
            if day.year == POSTPONED.year and season == "summer" and known_on >= POSTPONED:
                day = day.replace(year=day.year + 1)
            if day.year not in CANCELLED[season]:
                days.append(day)
    return days


def find(scene: mf.Scene) -> Iterator[mf.Finding]:
    """Yield whether each number of next Games fits its end."""
    document = scene.document
    for place, fact in enumerate(document):
        seasons = _seasons(document, fact)
        end = _end(document, place) if seasons else None
        if end is not None:
            yield _judged(fact, end, seasons, document.published)


def _seasons(document: mf.Document, fact: mf.Fact) -> list[str]:
    """Return the seasons whose Games a figure counts, none where it counts something else."""
    value = fact.value
    if not isinstance(value, mf.Count) or value.amount is None or value.of is None:
        return []
    noun = value.of.casefold()
    is_next = document.text[: fact.start].casefold().rstrip().endswith("next")
    if not is_next or not noun.endswith(("games", "olympics")) or ("olympic" not in noun and not _named(noun)):
        return []
    return _named(noun) or list(MONTHS)


def _named(noun: str) -> list[str]:
    return [season for season in MONTHS if season in noun]


def _end(document: mf.Document, place: int) -> mf.Fact | None:
    """Return the next date behind a figure that ends a stretch of time ("through 2028"), None where none is near."""
    figure = document[place]
    for fact in document[place + 1 :]:
        between = document.text[figure.end : fact.start]
        if sum(between.count(stop) for stop in (". ", ".\n", "\n\n")) > SENTENCES:
            return None
        span = fact.value
        if isinstance(span, mf.DateSpan) and span.start is None and span.end is not None:
            return fact
    return None


def _judged(fact: mf.Fact, end: mf.Fact, seasons: list[str], published: date | None) -> mf.Finding:
    facts = (
        mf.Part("count", fact.text, fact.start, fact.end, fact.typical),
        mf.Part("end", end.text, end.start, end.end),
    )
    if published is None:
        return mf.Finding("olympics", "undecided", f"{fact.text} Games: from when is not known", facts)
    assert isinstance(end.value, mf.DateSpan)  # found as one
    last = end.value.end
    assert last is not None  # the same
    ahead = sorted(day for season in seasons for day in games(season, published) if published < day <= last)
    now = sum(
        (day.year, day.month) == (published.year, published.month) for s in seasons for day in games(s, published)
    )
    counted = mf.Interval(Fraction(len(ahead)), Fraction(len(ahead) + now))
    fits = fact.typical is not None and fact.typical.overlaps(counted)
    years = ", ".join(str(day.year) for day in ahead) or "none"
    message = f"after {published} and {end.text} the Games are those of {years}: {len(ahead)}"
    message += f", which fits {fact.text}" if fits else f", not {fact.text}"
    part = mf.Part("count", fact.text, fact.start, fact.end, fact.typical, counted)
    assumed = (mf.Assumed("start", published.isoformat(), "published"),)
    return mf.Finding("olympics", "agrees" if fits else "conflicts", message, (part, facts[1]), assumed=assumed)


OLYMPICS = mf.Rule("olympics", find)
