"""What rules share: a verdict on figures in their roles, whether they can be compared, and how findings show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal, NamedTuple, Protocol

from ..identities.levels import Figures, Implied, holds
from ..model.facts import Fact
from ..model.findings import Part, Verdict
from ..model.interval import Interval
from ..model.values import Change, Count, Duration, Measurement, Money, Percent, Quantity

Comparison = Literal["same", "currencies", "different"]


class Ranges(Protocol):
    """What a figure may truly be: its readings, or what a rule makes of them."""

    @property
    def typical(self) -> Interval:
        """The true values that a careful writer means."""

    @property
    def loose(self) -> Interval:
        """The true values that newsrooms get away with."""


class Judged(NamedTuple):
    """The verdict on figures, what they state by their typical readings, and what those imply for each other."""

    verdict: Verdict
    stated: Figures
    implied: Implied


def judged(readings: Mapping[str, Ranges], relation: Callable[[Figures], Implied]) -> Judged:
    """Return whether figures can all be true: as a careful writer means them, else as newsrooms get away with."""
    stated = {role: each.typical for role, each in readings.items()}
    implied = relation(stated)
    if holds(stated, implied):
        return Judged("agrees", stated, implied)
    loose = {role: each.loose for role, each in readings.items()}
    return Judged("strained" if holds(loose, relation(loose)) else "conflicts", stated, implied)


def shown(facts: Iterable[tuple[str, Fact]], stated: Figures, implied: Implied) -> tuple[Part, ...]:
    """Return figures as a finding shows them, each in a role of its own."""
    return tuple(part(role, fact, stated.get(role), implied.get(role)) for role, fact in facts)


def part(role: str, fact: Fact, stated: Interval | None = None, implied: Interval | None = None) -> Part:
    """Return a figure as a finding shows it, the implied range rounded outward."""
    return Part(role, fact.text, fact.start, fact.end, stated, implied and implied.rounded_outward())


def comparison(values: Iterable[Quantity]) -> Comparison:
    """Tell whether amounts are of the same thing, in currencies that exclude each other, or of different things.

    A bare number is of whatever it is compared with ("41 mln eur from 33 mln"), and a currency that is ambiguous is one
    that the others may be in.

    >>> dollars = Money(currency="USD", candidates=("USD", "CAD"))
    >>> comparison([dollars, Money(currency="CAD")]), comparison([dollars, Count()]), comparison([dollars, Percent()])
    ('same', 'same', 'different')
    """
    named = [value for value in values if not is_bare(value)]
    kinds = {_kind(value) for value in named}
    measures = {per for value in named if (per := getattr(value, "per", None)) is not None}
    if len(kinds) > 1 or len(measures) > 1:
        return "different"
    if kinds == {"money"} and not set.intersection(*(set(currencies(value)) for value in named)):
        return "currencies"
    return "same"


def unit_of(values: Iterable[Quantity]) -> Quantity:
    """Return the one of comparable amounts that says most of the unit they share."""
    return min(values, key=lambda value: (is_bare(value), len(currencies(value))))


def is_bare(value: Quantity) -> bool:
    """Tell whether a number says nothing of what it counts."""
    return (isinstance(value, Count) or (isinstance(value, Change) and value.unit == "count")) and value.of is None


def currencies(value: Quantity) -> tuple[str, ...]:
    """Return the currencies that an amount may be in, () where it is no money."""
    return value.candidates if isinstance(value, Money | Change) else ()


def _kind(value: Quantity) -> str:
    match value:
        case Money() | Change(candidates=(_, *_)):
            return "money"
        case Count():
            return "count"
        case Percent(unit=unit) | Change(unit=unit) | Measurement(unit=unit) | Duration(unit=unit):
            return unit
    return value.kind
