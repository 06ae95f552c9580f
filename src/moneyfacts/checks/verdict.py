"""What rules share: a verdict on figures in their roles, and whether they can be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

from ..identities.figures import Figures, Implied, holds
from ..model.findings import Derived, Finding, RateUsed, Verdict
from ..model.interval import Interval
from ..model.values import Change, Count, Duration, Measurement, Money, Percent, Quantity
from .operand import Operand, Operands, in_order, listed

Comparison = Literal["same", "currencies", "different"]


class Judged(NamedTuple):
    """The verdict on figures, and what their typical readings imply for each other."""

    operands: Operands
    verdict: Verdict
    implied: Implied

    def follows(self, role: str) -> Interval:
        """Return what the others imply for a role: it may be anything where they imply nothing."""
        return self.implied.get(role) or Interval.everything()

    def finding(
        self,
        rule: str,
        message: str,
        rate: RateUsed | None = None,
        derived: tuple[Derived, ...] = (),
        tie: str | None = None,
    ) -> Finding:
        """Return a finding on all figures, in the order of the text."""
        parts = in_order(each.part(self.implied.get(role)) for role, each in self.operands.items())
        return Finding(rule, self.verdict, message, parts, rate=rate, derived=derived, tie=tie)


def judged(operands: Operands, relation: Callable[[Figures], Implied]) -> Judged:
    """Return whether figures can all be true: as a careful writer means them, else as newsrooms get away with."""
    stated = {role: each.typical for role, each in operands.items()}
    implied = relation(stated)
    if holds(stated, implied):
        return Judged(operands, "agrees", implied)
    loose = {role: each.loose for role, each in operands.items()}
    return Judged(operands, "strained" if holds(loose, relation(loose)) else "conflicts", implied)


def in_other_currencies(rule: str, compared: Sequence[Operand], others: Sequence[Operand] = ()) -> Finding:
    """Return that amounts in currencies which exclude each other are undecided: the rate between them is missing.

    Unlike two levels of one thing, parts and products are told across currencies: "8 million shares at HK$12, raising
    $12.3 million".
    """
    message = f"{listed(compared)} cannot be compared: they are in different currencies"
    return Finding(rule, "undecided", message, in_order(each.part() for each in (*compared, *others)))


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


def shared_unit(values: Sequence[Quantity]) -> Quantity:
    """Return the one of comparable amounts that says most of their unit; men and women together are neither.

    >>> [shared_unit([Count(of="men"), Count(of=of)]).of for of in ("women", "men", None)]
    [None, 'men', 'men']
    """
    nouns = {value.of for value in values if isinstance(value, Count) and not is_bare(value)}
    return Count() if len(nouns) > 1 else unit_of(values)


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
