"""What follows from figures of the sources: a value, and how it was come by."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from ...checks.wording import amount as worded
from ...checks.wording import quoted
from ...model.facts import Fact
from ...model.interval import Interval
from ...model.values import Direction, Quantity, Value
from ..amounts import Amount
from ..indexed import IndexedDocument


class Derivation(NamedTuple):
    """A value that follows from figures of the sources, in the dimension of the claim.

    `before` and `after` are the words around it in a sentence that tells how, in the unit of `like`; without that, all
    of the sentence. `leeway` is how far off it may be, as a share of it, beyond what the claim's own rounding allows.
    """

    value: Fraction
    facts: tuple[tuple[IndexedDocument, Fact], ...]
    before: str
    like: Value | None = None
    after: str = ""
    way: Direction | None = None
    leeway: Fraction = Fraction(0)

    @property
    def how(self) -> str:
        """How it follows, in words."""
        if not isinstance(self.like, Quantity):
            return self.before
        return f"{self.before}{worded(Interval.point(self.value), self.like)}{self.after}"

    def bears_out(self, claim: Amount) -> bool:
        """Tell whether the figure of a claim may be printed for it: for what the printed figures come to, rounded."""
        if claim.way and self.way and claim.way != self.way:
            return False
        if claim.is_range:
            return claim.low <= self.value <= claim.high
        allowed = claim.typical if claim.fact.precision[0].word else claim.allows
        return allowed.overlaps(Interval.around(self.value, abs(self.value) * self.leeway))


class Level(NamedTuple):
    """A figure of a source that a derivation starts from."""

    text: IndexedDocument
    amount: Amount
    number: int = -1  # of its sentence
    place: int = -1  # among the facts

    @property
    def fact(self) -> Fact:
        """The figure itself."""
        return self.amount.fact

    @property
    def value(self) -> Fraction:
        """What is printed, the middle of a range."""
        return (self.amount.low + self.amount.high) / 2

    def is_like(self, other: Level) -> bool:
        """Tell whether two figures are of one dimension; what they are for is told once in a sentence."""
        if self.amount.kind == other.amount.kind:
            return True
        mine, others = self.amount, other.amount
        return self.number == other.number and mine.base == others.base and mine.base in (mine.kind, others.kind)

    @property
    def said(self) -> str:
        """The figure as the source has it."""
        return quoted(self.fact)

    @property
    def cited(self) -> tuple[IndexedDocument, Fact]:
        """The figure as evidence."""
        return self.text, self.fact
