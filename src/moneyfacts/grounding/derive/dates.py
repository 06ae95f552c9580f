"""How long it is from one date of a source to another, and when a length of time ends that it tells with its start."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby, product

from dateutil.relativedelta import relativedelta

from ...identities.time import elapsed
from ...model.facts import Fact
from ...model.values import DateSpan, Duration
from ..amounts import Amount
from .candidates import Candidates
from .derivation import Derivation

_LONGEST = 1000  # of any unit, that dates are counted on
_STEPS = {"day": 1, "week": 7}  # days
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}


def lengths(claim: Amount, near: Candidates) -> Iterator[Derivation]:
    """Yield how long it is between two dates of a sentence, or from the first to the last day of one."""
    length, typical = claim.fact.value, claim.fact.typical
    if not isinstance(length, Duration) or typical is None:
        return
    for _, group in groupby(near.dates, key=lambda each: each[0]):
        dates = [(fact, span) for _, fact in group if isinstance(span := fact.value, DateSpan)]
        for place, (first, start) in enumerate(dates):
            for last, end in dates[place:]:
                time = elapsed(start, end, length.unit)
                if time is not None and time.high is not None and time.high > 0 and typical.overlaps(time):
                    cited = tuple((near.text, fact) for fact in dict.fromkeys((first, last)))
                    yield Derivation(claim.low, cited, f"from {start.start} to {end.end} is {claim.fact.text}")


def ends(claim: Fact, near: Candidates) -> Iterator[Derivation]:
    """Yield the dates at which a length of time ends that a sentence tells with its start, as the claim names one."""
    wanted = claim.value
    if not isinstance(wanted, DateSpan) or wanted.end is None:
        return
    for number in near.numbers:
        facts = near.text.facts_of(number)
        for length, first in product(facts, facts):
            start = first.value
            step = _step(length.value) if isinstance(length.value, Duration) else None
            if step is None or not isinstance(start, DateSpan) or start.start is None:
                continue
            last: date = start.start + step - timedelta(days=1)
            if any((wanted.start or wanted.end) <= day <= wanted.end for day in (last, last + timedelta(days=1))):
                cited = ((near.text, length), (near.text, first))
                yield Derivation(Fraction(0), cited, f"{length.text} from {start.start} end on {last}")


def _step(length: Duration) -> relativedelta | None:
    """Return a whole number of months or days, None for anything else."""
    amount = length.amount
    if amount is None or amount != int(amount) or not 0 < int(amount) <= _LONGEST:
        return None
    if length.unit in _MONTHS:
        return relativedelta(months=int(amount) * _MONTHS[length.unit])
    return relativedelta(days=int(amount) * _STEPS[length.unit]) if length.unit in _STEPS else None
