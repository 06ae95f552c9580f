"""Age: how old somebody was at an end, and which anniversary something has.

    age = whole years from the start to the end
    anniversary = the year of the end less that of the start

"Born in 1950, he died on 3 May 2010 aged 59": who was born on any day of 1950 was 59 or 60 that day, so it agrees, and
"aged 61" conflicts. Where both days are known it is one number. "Founded in 1912, it marks its 100th anniversary in
2013" conflicts: that is the 101st.

Source: the common way to count years of age, which are complete on a birthday.
"""

from __future__ import annotations

from ...identities.time import anniversary, years_of_age
from ...link import Link
from ...model.facts import Fact
from ...model.findings import Finding, Verdict
from ...model.interval import Interval, plain
from ...model.values import DateSpan, Quantity
from ..operand import in_order, part
from ..rule import Rule
from ..run import judging
from ..wording import fits, quoted


def judge(link: Link) -> Finding | None:
    """Return whether an age, or an anniversary, is that of its dates."""
    start, end = _dates(link.get("start")), _dates(link.get("end"))
    age, day = link.get("age"), link.get("anniversary")
    told = age or day
    if start is None or end is None or told is None or not isinstance(told.value, Quantity):
        return None
    years = years_of_age(start, end) if age else anniversary(start, end)
    if years is None or years.low is None or years.high is None or told.value.amount is None:
        return None
    stated = Interval.point(told.value.amount)
    verdict: Verdict = "agrees" if stated.overlaps(years) else "conflicts"
    low, high = plain(years.low), plain(years.high)
    between = low if low == high else f"{low} to {high}"
    is_so = f"from {_named(link, 'start')} to {_named(link, 'end')} is {between} years, {fits(verdict, quoted(told))}"
    roles = ((role, fact, fact is told) for role, fact in link.roles)
    parts = in_order(part(role, fact, *((stated, years) if is_told else ())) for role, fact, is_told in roles)
    return Finding("age", verdict, is_so, parts)


def _dates(fact: Fact | None) -> DateSpan | None:
    return fact.value if fact and isinstance(fact.value, DateSpan) else None


def _named(link: Link, role: str) -> str:
    """Return the day of a date, or its year where no day is told."""
    span = _dates(link.get(role))
    assert span is not None
    return f"{span.start}" if span.start == span.end else f"{span.start and span.start.year}"


AGE = Rule("age", judging(judge, "age", slips=False), about="An age or an anniversary, and the dates it lies between.")
