"""Weekday: a date, and the weekday that is told beside it.

    weekday(date) = weekday

"Monday, May 5, 2015": that day was a Tuesday, so it conflicts. A date without a year is held to the year of the
publication, which the finding says that it assumes.

Where one slip would explain a conflict it is named: the same day of the year before or after, which is what comes of a
page of last year's calendar, and in any case the nearest day of that name.

Source: the Gregorian calendar, as ISO 8601 has it.
"""

from __future__ import annotations

from datetime import date

from ...link import Link
from ...model.facts import Fact
from ...model.findings import Finding, Verdict
from ...model.values import DateSpan
from ..operand import in_order, part
from ..rule import Rule
from ..run import judging

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def judge(link: Link) -> Finding | None:
    """Return whether a date is on the weekday beside it."""
    day, told = _day(link.get("date")), _day(link.get("weekday"))
    if day is None or told is None:
        return None
    name, other = NAMES[day.weekday()], NAMES[told.weekday()]
    is_so = f"{day} is a {name}, " + (f"which fits {other}" if name == other else f"not a {other}")
    assumed = "".join(f"; the {each.role} is assumed ({each.source})" for each in link.assumed)
    verdict: Verdict = "agrees" if name == other else "conflicts"
    slip = None if name == other else _slip(day, told)
    parts = in_order(part(role, fact) for role, fact in link.roles)
    return Finding("weekday", verdict, is_so + assumed, parts, slip=slip, assumed=link.assumed)


def _slip(day: date, told: date) -> str:
    """Return which other date would be on the weekday."""
    years = [other for step in (-1, 1) if (other := _in_year(day, day.year + step)) is not None]
    fitting = [str(other) for other in years if other.weekday() == told.weekday()]
    name = NAMES[told.weekday()]
    return f"{told} is a {name}" + (f", and, if the year is wrong, {fitting[0]}" if fitting else "")


def _in_year(day: date, year: int) -> date | None:
    """Return the same day of another year, None where there is none."""
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _day(fact: Fact | None) -> date | None:
    return fact.value.start if fact and isinstance(fact.value, DateSpan) else None


WEEKDAY = Rule("weekday", judging(judge, "weekday", slips=False), about="A date, and the weekday told beside it.")
