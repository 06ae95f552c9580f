"""What all values share, and what those share that are a number of something.

Values are immutable, hashable and exact: `decimal.Decimal`, or `fractions.Fraction` where decimals cannot say it. Those
of one kind and one unit can be ordered. A constructor takes what is exact and refuses the rest: a float is not the
figure that was printed, and a text has to be read.

A printed range ("$10-15 million") has no `amount` but a `low` and a `high`, as printed. Where digits can be read in two
ways ("129.900"), `alternatives` lists the other amounts.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar, Literal

from msgspec.structs import force_setattr

from ..errors import UnitMismatchError
from .interval import Interval
from .records import Reader, Record, a_decimal, a_number, many, optional

Kind = Literal["money", "percent", "change", "count", "ratio", "measurement", "date_span", "duration"]

_NUMBER = optional(a_number)
NUMBERS: Mapping[str, Reader] = {"amount": _NUMBER, "low": _NUMBER, "high": _NUMBER, "alternatives": many(a_decimal)}


class Value(Record, frozen=True):
    """What all kinds of value share: the JSON form, and order within one unit."""

    kind: ClassVar[Kind]


class Quantity(Value, frozen=True):
    """A value that is a number of something: `amount`, or `low` and `high` of a printed range.

    Raises TypeError for a number that is not a Decimal, a Fraction or an int (which becomes a Decimal), and ValueError
    for one that is not finite.
    """

    amount: Decimal | Fraction | None = None
    low: Decimal | Fraction | None = None
    high: Decimal | Fraction | None = None
    alternatives: tuple[Decimal, ...] = ()

    _readers: ClassVar[Mapping[str, Reader]] = NUMBERS

    def __post_init__(self) -> None:
        amount = self.amount
        if type(amount) is Decimal and amount.is_finite() and self.low is None is self.high and not self.alternatives:
            return  # nearly all that is ever read
        for name in ("amount", "low", "high"):
            number = getattr(self, name)
            if number is not None and type(number) is not Fraction:
                force_setattr(self, name, exact_number(number, f"{type(self).__name__}.{name}"))
        others = self.alternatives
        if not isinstance(others, tuple):
            raise TypeError(f"{type(self).__name__}.alternatives is a tuple of Decimals, not {others!r}")
        name = f"{type(self).__name__}.alternatives"
        force_setattr(self, "alternatives", tuple(exact_number(other, name) for other in others))

    def in_unit_of(self, other: Quantity) -> bool:
        """Tell whether both count the same thing, so that their amounts can be compared."""
        return type(self) is type(other) and self._unit() == other._unit()

    def _unit(self) -> tuple[object, ...]:
        return ()

    def _named(self) -> str:
        unit = ", ".join(str(part) for part in self._unit() if part is not None)
        return f"{self.kind} in {unit}" if unit else f"bare {self.kind}"

    def _range(self) -> Interval:
        """Return the numbers from `low` to `high`, or `amount` alone."""
        if self.amount is not None:
            return Interval.point(self.amount)
        if self.low is None or self.high is None:
            raise TypeError(f"no arithmetic with {self!r}: it has neither an amount nor both ends of a range")
        return Interval(Fraction(self.low), Fraction(self.high))

    def _less(self, other: Quantity) -> bool:
        if not self.in_unit_of(other):
            raise UnitMismatchError(f"no order between {self._named()} and {other._named()}")
        if self.amount is None or other.amount is None:
            raise TypeError("no order with a printed range: it has no single amount")
        return Fraction(self.amount) < Fraction(other.amount)

    def __lt__(self, other: object) -> bool:
        return self._less(other) if isinstance(other, Quantity) and type(self) is type(other) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return other._less(self) if isinstance(other, Quantity) and type(self) is type(other) else NotImplemented

    def __le__(self, other: object) -> bool:
        return not other._less(self) if isinstance(other, Quantity) and type(self) is type(other) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return not self._less(other) if isinstance(other, Quantity) and type(self) is type(other) else NotImplemented


def exact_number(number: Any, name: str) -> Decimal | Fraction:
    """Return a number that was given for a field; raises TypeError or ValueError, which says what is wanted instead."""
    if isinstance(number, Decimal):
        if number.is_finite():
            return number
        raise ValueError(f"{name}: {number!r} is not a finite number")
    if isinstance(number, Fraction):
        return number
    if isinstance(number, int) and not isinstance(number, bool):
        return Decimal(number)
    wanted = f"{name} is a Decimal, a Fraction or an int"
    if isinstance(number, float | str):
        kind = "float" if isinstance(number, float) else "text"
        raise TypeError(f"{wanted}, not the {kind} {number!r}: write Decimal('{number}')")
    raise TypeError(f"{wanted}, not {number!r}")
