"""Span: a duration and the dates that it lasts.

    elapsed(start, end) = duration

"A 12-year partnership ... through 2028", announced on 20 January 2017: from that day to any day of 2028 it is 10.95 to
11.95 years, and 2017 to 2028, both counted, is 12 (see `identities.time.elapsed`). Against 11.5 to 12.5 years as
printed it agrees; a 10-year partnership would be 9.5 to 10.5 years, and conflict.

* `agrees`: some reading of the dates lasts as long as the duration in its typical reading;
* `strained`: within half the duration's unit ("2.1 years" may be said of 2.5), or as loose as its qualifier may be;
* `conflicts` otherwise, and `undecided` where an end is open, not stated, or not resolved to a date.

Where the start is assumed from the publication date the finding says so; one that is stated comes first ("signed in
2014"). A duration that no figure states ("quarterly revenue from July through September") can only conflict: agreement
is worth no finding. A single date conflicts with no duration: "the annual meeting on Thursday" says when it was, not
how long.

Source: the calendar; dates are inclusive at both ends, and the slack is that of the gold relations' guidelines.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from ...identities.time import elapsed
from ...link import Link
from ...model.facts import Fact
from ...model.findings import Finding, Verdict
from ...model.interval import Interval, exact
from ...model.readings import Precision
from ...model.values import BACKWARDS, DateSpan, Duration
from ..operand import Operand, in_order, newsroom, part
from ..rule import Rule
from ..run import judging
from ..verdict import judged
from ..wording import amount, fits, quoted

_ONE = Precision(Decimal(1), Decimal(1))
_HALF = Fraction(1, 2)


def judge(link: Link) -> Finding | None:
    """Return whether a duration is as long as its dates."""
    lasting = _lasting(link)
    if lasting is None:
        return None
    start, end = _dates(link, "start"), _dates(link, "end")
    if start is not None and start.unresolved == BACKWARDS:
        return _finding(link, "conflicts", f"{_told_dates(link)} ends before it starts", lasting.typical)
    if start is None and end is not None and end.start is not None:
        start = end
    unit = lasting.value.unit if isinstance(lasting.value, Duration) else ""
    time = elapsed(start, end, unit) if start is not None and end is not None else None
    if start is None or end is None or time is None:
        return _undecided(link, lasting, start, end)
    verdict = judged({"duration": lasting}, lambda _: {"duration": time}).verdict
    if verdict == "agrees" and link.get("duration") is None:
        return None
    if verdict == "conflicts" and start == end and time.low == time.high:
        return None
    assumed = "".join(f"; the {each.role} is assumed ({each.source})" for each in link.assumed)
    is_so = f"from {start.start} to {end.end} is {amount(time, lasting.value)}"
    if time.high is not None and time.high < 0:
        is_so = f"from {start.start} to {end.end} ends before it starts"
    return _finding(link, verdict, f"{is_so}, {fits(verdict, quoted(lasting.fact))}{assumed}", lasting.typical, time)


def _told_dates(link: Link) -> str:
    """Return the dates of a link as the text has them."""
    return " to ".join(fact.text for role in ("start", "end") for fact in link.all(role))


def _finding(
    link: Link, verdict: Verdict, message: str, stated: Interval | None = None, implied: Interval | None = None
) -> Finding:
    shown = (part(role, fact, *((stated, implied) if role == "duration" else ())) for role, fact in link.roles)
    return Finding("span", verdict, message, in_order(shown), assumed=link.assumed)


def _undecided(link: Link, lasting: Operand, start: DateSpan | None, end: DateSpan | None) -> Finding | None:
    """Return what a stated duration lacks; None for one that is only assumed, or in a unit of no calendar."""
    ends = {"start": start and start.start, "end": end and end.end}
    missing = [role for role, day in ends.items() if day is None]
    if not missing or link.get("duration") is None:
        return None
    why = next((span.unresolved for span in (start, end) if span and span.unresolved), None)
    reason = why or f"the {' and the '.join(missing)} {'is' if len(missing) == 1 else 'are'} not stated"
    message = f"{quoted(lasting.fact)} cannot be compared with dates: {reason}"
    return _finding(link, "undecided", message, lasting.typical)


def _lasting(link: Link) -> Operand | None:
    """Return the duration that the text states, or that the link assumes ("1 quarter" from "quarterly")."""
    fact = link.get("duration")
    if fact is None:
        assumed = next((each for each in link.assumed if each.role == "duration"), None)
        if assumed is None:
            return None
        number, _, unit = assumed.value.partition(" ")
        fact = Fact(Duration(amount=exact(number), unit=unit), assumed.value, 0, 0, precision=(_ONE,))
    return Operand.of("duration", fact, stretch=_half_a_unit) if isinstance(fact.value, Duration) else None


def _half_a_unit(lasting: Operand) -> Interval:
    """Return what a duration may be at a stretch: half its unit on either side, and what its qualifier lets it be."""
    low, high = sorted((lasting.readings.low, lasting.readings.high))
    loose = lasting.typical.hull(Interval(low - _HALF, high + _HALF))
    return loose.hull(newsroom(lasting)) if lasting.fact.qualifier else loose


def _dates(link: Link, role: str) -> DateSpan | None:
    """Return the dates that the text states for an end, or that the link assumes."""
    fact = link.get(role)
    if fact is not None:
        return fact.value if isinstance(fact.value, DateSpan) else None
    day = next((date.fromisoformat(each.value) for each in link.assumed if each.role == role), None)
    return None if day is None else DateSpan(start=day, end=day)


SPAN = Rule("span", judging(judge, "span", slips=False), about="A length of time and the dates that it lies between.")
