"""A figure as the operand of an identity: its role, what it may truly be, and how a finding shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

import msgspec
from msgspec.structs import replace

from ..identities.figures import affine
from ..model.facts import Fact
from ..model.findings import Part
from ..model.interval import Interval
from ..model.readings import Readings
from ..model.values import Change, Percent, Quantity, Ratio
from .wording import quoted

_ONE = Fraction(1)
_IN_PERCENT = {"percent": _ONE, "basis_point": Fraction(1, 100)}
_IN_POINTS = {"percentage_point": _ONE, "basis_point": Fraction(1, 100)}


def as_printed(operand: Operand) -> Interval:
    """Return what a figure may be at a stretch: all that its print allows in a comparison."""
    return operand.in_identity(operand.readings.loose)


class Operand(msgspec.Struct, frozen=True, gc=False):
    """A figure in its role, and what it may truly be in the unit of an identity.

    `unit` is what one of its own unit is there. `stretch` gives `loose`, which is seldom asked for.
    """

    role: str
    fact: Fact
    value: Quantity
    readings: Readings
    typical: Interval
    unit: Fraction = _ONE
    stretch: Callable[[Operand], Interval] = as_printed

    @classmethod
    def of(
        cls, role: str, fact: Fact, unit: Fraction = _ONE, stretch: Callable[[Operand], Interval] = as_printed
    ) -> Operand | None:
        """Return a figure as its print allows it, None for what is not a number."""
        found = fact.readings
        if found is None or not isinstance(fact.value, Quantity):
            return None
        typical = found.typical if unit is _ONE else affine(found.typical, unit)
        return cls(role, fact, fact.value, found, typical, unit, stretch)

    @property
    def loose(self) -> Interval:
        """The true values that newsrooms get away with."""
        return self.stretch(self)

    @property
    def is_negative(self) -> bool:
        """Whether a minus is printed before it."""
        ends = (self.value.amount, self.value.low, self.value.high)
        return any(end is not None and Fraction(end) < 0 for end in ends)

    def in_identity(self, own: Interval) -> Interval:
        """Return a range of its own unit in that of the identity."""
        return own if self.unit is _ONE else affine(own, self.unit)

    def negated(self) -> Operand:
        """Return the figure below zero: a loss."""
        readings = self.readings.negated()
        return replace(self, readings=readings, typical=self.in_identity(readings.typical))

    def part(self, implied: Interval | None = None) -> Part:
        """Return the figure as a finding shows it: its ranges in its own unit, the implied one rounded outward."""
        stated = self.typical
        if self.unit is not _ONE:
            stated, implied = affine(stated, 1 / self.unit), implied and affine(implied, 1 / self.unit)
        return part(self.role, self.fact, stated, implied)


Operands = Mapping[str, Operand]
"""Figures by their role in an identity. Where several play one it is numbered there: "item 1", "item 2"."""


def part(role: str, fact: Fact, stated: Interval | None = None, implied: Interval | None = None) -> Part:
    """Return a figure as a finding shows it, the implied range rounded outward."""
    return Part(role, fact.text, fact.start, fact.end, stated, implied and implied.rounded_outward())


def in_order(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return the figures of a finding in the order of the text."""
    return tuple(sorted(parts, key=lambda part: part.start))


def newsroom(operand: Operand) -> Interval:
    """Return what newsrooms get away with, and no more for a fraction in a word."""
    return operand.in_identity(operand.readings.plausible)


def numbered(operands: Iterable[Operand]) -> dict[str, Operand]:
    """Return figures by their roles with a number after: "item 1", "item 2"."""
    return {f"{each.role} {number}": each for number, each in enumerate(operands, 1)}


def operands(role: str, facts: Iterable[Fact]) -> list[Operand] | None:
    """Return the figures of one role, None where one of them is not a number."""
    found = [Operand.of(role, fact) for fact in facts]
    known = [each for each in found if each is not None]
    return known if len(known) == len(found) else None


def pct_of(fact: Fact, role: str = "pct") -> Operand | None:
    """Return a share in percent, however it is said: "12%", "745 basis points", "a third"; None where it is none.

    A share has no direction: where a word of movement made the figure a change its amount counts.
    """
    match fact.value:
        case Percent(unit=unit) | Change(unit=unit) if unit in _IN_PERCENT:
            return Operand.of(role, fact, _IN_PERCENT[unit])
        case Ratio():
            return Operand.of(role, fact, Fraction(100))
    return None


def points_of(fact: Fact, role: str = "pct") -> Operand | None:
    """Return points between percentages in percentage points, None for what is none."""
    match fact.value:
        case Percent(unit=unit) | Change(unit=unit) if unit in _IN_POINTS:
            return Operand.of(role, fact, _IN_POINTS[unit])
    return None


def listed(operands: Iterable[Operand]) -> str:
    """Return figures as the text has them, in a list: "3%, 4% and 5%"."""
    *most, last = (quoted(each.fact) for each in operands)
    return f"{', '.join(most)} and {last}" if most else last
