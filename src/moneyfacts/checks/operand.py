"""What the rules on shares, sums and products share: figures as the terms of an identity, in its order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from ..identities.shares import Terms
from ..model.facts import Fact
from ..model.findings import Finding, Part, Verdict
from ..model.interval import Interval
from ..model.values import Change, Count, Percent, Quantity, Ratio
from . import verdict as judge
from .wording import quoted

_ONE = Fraction(1)
_IN_PERCENT = {"percent": _ONE, "basis_point": Fraction(1, 100)}
_IN_POINTS = {"percentage_point": _ONE, "basis_point": Fraction(1, 100)}


class Term(NamedTuple):
    """A figure in its role, and what it may truly be; `unit` is what one of its own unit is in the identity's."""

    role: str
    fact: Fact
    value: Quantity
    typical: Interval
    loose: Interval
    unit: Fraction = _ONE

    @classmethod
    def of(cls, role: str, fact: Fact, unit: Fraction = _ONE) -> Term | None:
        """Return a figure as its print allows it, None for what is not a number."""
        found = fact.readings
        if found is None or not isinstance(fact.value, Quantity):
            return None
        scale = Interval.point(unit)
        return cls(role, fact, fact.value, found.typical * scale, found.loose * scale, unit)

    @property
    def is_negative(self) -> bool:
        """Whether a minus is printed before it."""
        ends = (self.value.amount, self.value.low, self.value.high)
        return any(end is not None and Fraction(end) < 0 for end in ends)

    def part(self, implied: Interval | None = None) -> Part:
        """Return the figure as a finding shows it: its ranges in its own unit."""
        own = Interval.point(1 / self.unit)
        return judge.part(self.role, self.fact, self.typical * own, implied and implied * own)


class JudgedTerms(NamedTuple):
    """The verdict on terms, and what follows for each from the others, in their order."""

    terms: Sequence[Term]
    verdict: Verdict
    implied: Terms

    def finding(self, rule: str, message: str) -> Finding:
        """Return a finding on all terms, in the order of the text."""
        parts = (term.part(implied) for term, implied in zip(self.terms, self.implied, strict=True))
        return Finding(rule, self.verdict, message, tuple(sorted(parts, key=lambda part: part.start)))


def terms_of(role: str, facts: Iterable[Fact]) -> list[Term] | None:
    """Return the figures of one role, None where one of them is not a number."""
    terms = [Term.of(role, fact) for fact in facts]
    known = [term for term in terms if term is not None]
    return known if len(known) == len(terms) else None


def pct_of(fact: Fact) -> Term | None:
    """Return a share in percent, however it is said: "12%", "745 basis points", "a third"; None where it is none.

    A share has no direction: where a word of movement made the figure a change its amount counts.
    """
    match fact.value:
        case Percent(unit=unit) | Change(unit=unit) if unit in _IN_PERCENT:
            return Term.of("pct", fact, _IN_PERCENT[unit])
        case Ratio():
            return Term.of("pct", fact, Fraction(100))
    return None


def points_of(fact: Fact) -> Term | None:
    """Return points between percentages in percentage points, None for what is none."""
    match fact.value:
        case Percent(unit=unit) | Change(unit=unit) if unit in _IN_POINTS:
            return Term.of("pct", fact, _IN_POINTS[unit])
    return None


def judged(terms: Sequence[Term], relation: Callable[..., Terms]) -> JudgedTerms:
    """Return whether terms can all be true; the relation takes their intervals in their order."""
    found = judge.judged(
        {str(place): term for place, term in enumerate(terms)},
        lambda figures: dict(zip(figures, relation(*figures.values()), strict=True)),
    )
    return JudgedTerms(terms, found.verdict, tuple(found.implied.values()))


def in_other_currencies(rule: str, compared: Sequence[Term], all_terms: Iterable[Term]) -> Finding:
    """Return that amounts in currencies which exclude each other are undecided: the rate between them is missing.

    Unlike two levels of one thing, parts and products are told across currencies: "8 million shares at HK$12, raising
    $12.3 million".
    """
    message = f"{listed(compared)} cannot be compared: they are in different currencies"
    parts = sorted((term.part() for term in all_terms), key=lambda part: part.start)
    return Finding(rule, "undecided", message, tuple(parts))


def shared_unit(values: Sequence[Quantity]) -> Quantity:
    """Return the one of comparable amounts that says most of their unit; men and women together are neither.

    >>> [shared_unit([Count(of="men"), Count(of=of)]).of for of in ("women", "men", None)]
    [None, 'men', 'men']
    """
    nouns = {value.of for value in values if isinstance(value, Count) and not judge.is_bare(value)}
    return Count() if len(nouns) > 1 else judge.unit_of(values)


def listed(terms: Sequence[Term]) -> str:
    """Return figures as the text has them, in a list: "3%, 4% and 5%"."""
    *most, last = (quoted(term.fact) for term in terms)
    return f"{', '.join(most)} and {last}" if most else last
