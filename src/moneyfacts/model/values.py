"""What a figure means, apart from where it stands: the eight kinds of value.

Money, and what all of them share, have modules of their own. Values hold no verbs but the arithmetic of money: the
`to_pint` methods are one-line delegations to the module that does the work, loaded when called.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, ClassVar, Literal, get_args

from msgspec.structs import force_setattr

from .interval import Interval
from .money import Money
from .quantity import NUMBERS, Kind, Quantity, Value
from .records import Reader, a_date, a_flag, a_text, many, one_of, optional

__all__ = [
    "VALUES",
    "VALUE_OF_KIND",
    "Basis",
    "Change",
    "Count",
    "DateSpan",
    "Direction",
    "Duration",
    "Grain",
    "Kind",
    "Measurement",
    "Money",
    "Percent",
    "PercentUnit",
    "Quantity",
    "Ratio",
    "Value",
]

Direction = Literal["up", "down", "flat"]
Basis = Literal["year_on_year", "quarter_on_quarter", "month_on_month", "annualized", "since"]
PercentUnit = Literal["percent", "percentage_point", "basis_point"]
Grain = Literal["day", "week", "month", "quarter", "half", "year", "decade", "century"]

_TEXT, _DATE = optional(a_text), optional(a_date)
_DIRECTIONS, _PERCENT_UNITS, _GRAINS = get_args(Direction), get_args(PercentUnit), get_args(Grain)


class Percent(Quantity, frozen=True, kw_only=True):
    """A share or a rate at a level ("at 5%"), in percent, percentage points or basis points.

    Raises TypeError for an amount that is not exact, ValueError for another unit.
    """

    kind: ClassVar[Kind] = "percent"
    unit: PercentUnit = "percent"

    _readers: ClassVar[Mapping[str, Reader]] = {**NUMBERS, "unit": one_of(_PERCENT_UNITS)}

    def __post_init__(self) -> None:
        Quantity.__post_init__(self)
        if self.unit not in _PERCENT_UNITS:
            raise _none_of(self.unit, _PERCENT_UNITS, "Percent.unit")

    def of(self, money: Money) -> Money:
        """Return this share of an amount of money, exactly; raises TypeError for percentage points, which are of none.

        >>> from decimal import Decimal
        >>> print(Percent(amount=Decimal("7.5")).of(Money(amount=Decimal("200.00"), currency="USD")))
        USD 15.00
        """
        if self.unit == "percentage_point":
            raise TypeError("percentage points are between two percentages, and no share of an amount")
        whole = Interval.point(100 if self.unit == "percent" else 10_000)
        return money._with(money._range() * self._range() / whole, self)

    def _unit(self) -> tuple[object, ...]:
        return (self.unit,)


class Change(Quantity, frozen=True, kw_only=True):
    """A movement: `direction` carries the sign, `amount` is unsigned.

    `unit` is "percent", "percentage_point", "basis_point", "multiple" ("doubled" is up 2), an ISO 4217 code (then with
    `candidates` and, like money, `per`), "count" (then with `of`), or a pint unit. `basis` is what it is compared with.
    Raises TypeError for an amount that is not exact, ValueError for another direction.
    """

    kind: ClassVar[Kind] = "change"
    direction: Direction
    unit: str
    candidates: tuple[str, ...] = ()
    of: str | None = None
    per: str | None = None
    basis: Basis | None = None

    _readers: ClassVar[Mapping[str, Reader]] = {
        **NUMBERS,
        "direction": one_of(_DIRECTIONS),
        "unit": a_text,
        "candidates": many(a_text),
        "of": _TEXT,
        "per": _TEXT,
        "basis": optional(one_of(get_args(Basis))),
    }

    def __post_init__(self) -> None:
        Quantity.__post_init__(self)
        if self.direction not in _DIRECTIONS:
            raise _none_of(self.direction, _DIRECTIONS, "Change.direction")

    def _unit(self) -> tuple[object, ...]:
        return self.direction, self.unit, self.of, self.per


class Count(Quantity, frozen=True, kw_only=True):
    """A number of things: `of` is the noun phrase that it counts, None for a bare number; `per` makes it a rate."""

    kind: ClassVar[Kind] = "count"
    of: str | None = None
    per: str | None = None

    _readers: ClassVar[Mapping[str, Reader]] = {**NUMBERS, "of": _TEXT, "per": _TEXT}

    def _unit(self) -> tuple[object, ...]:
        return self.of, self.per


class Ratio(Quantity, frozen=True, kw_only=True):
    """A share or multiple said as one number: "two-thirds", "twice", "one in five"."""

    kind: ClassVar[Kind] = "ratio"


class Measurement(Quantity, frozen=True, kw_only=True):
    """An amount in a physical unit, named as pint names it: "foot * pound", "barrel / day"."""

    kind: ClassVar[Kind] = "measurement"
    unit: str

    _readers: ClassVar[Mapping[str, Reader]] = {**NUMBERS, "unit": a_text}

    def _unit(self) -> tuple[object, ...]:
        return (self.unit,)

    def to_pint(self) -> Any:
        """Return a pint quantity: see `moneyfacts.measure.measurement_to_pint`."""
        from ..measure import measurement_to_pint  # noqa: PLC0415 - a value holds no verbs: this only leads to one

        return measurement_to_pint(self)


class Duration(Quantity, frozen=True, kw_only=True):
    """A length of time: `unit` is "second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade"."""

    kind: ClassVar[Kind] = "duration"
    unit: str

    _readers: ClassVar[Mapping[str, Reader]] = {**NUMBERS, "unit": a_text}

    def _unit(self) -> tuple[object, ...]:
        return (self.unit,)


BACKWARDS = "the span ends before it begins"
"""Why there are no dates in "from 2017 until 2016"."""


class DateSpan(Value, frozen=True, kw_only=True):
    """Calendar dates from `start` to `end`, both included; one None is open on that side.

    `grain` is how finely it was said. Where both are None the span is not resolved, and `unresolved` says why. `fiscal`
    marks a company's own period, `label` its name ("FY2017-Q3"). A datetime stands for its date. Raises TypeError for
    what is not a date, ValueError for an end before the start.
    """

    kind: ClassVar[Kind] = "date_span"
    start: date | None = None
    end: date | None = None
    grain: Grain = "day"
    fiscal: bool = False
    label: str | None = None
    unresolved: str | None = None

    _readers: ClassVar[Mapping[str, Reader]] = {
        "start": _DATE,
        "end": _DATE,
        "grain": one_of(_GRAINS),
        "fiscal": a_flag,
        "label": _TEXT,
        "unresolved": _TEXT,
    }

    def __post_init__(self) -> None:
        if self.grain not in _GRAINS:
            raise _none_of(self.grain, _GRAINS, "DateSpan.grain")
        if self.start is not None and type(self.start) is not date:
            force_setattr(self, "start", _day(self.start, "DateSpan.start"))
        if self.end is not None and type(self.end) is not date:
            force_setattr(self, "end", _day(self.end, "DateSpan.end"))
        if self.start is not None and self.end is not None and self.start > self.end:
            raise ValueError(f"DateSpan.end: {self.end} is before the start, {self.start}")

    def __lt__(self, other: object) -> bool:
        return self._order() < other._order() if isinstance(other, DateSpan) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self._order() > other._order() if isinstance(other, DateSpan) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self._order() <= other._order() if isinstance(other, DateSpan) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self._order() >= other._order() if isinstance(other, DateSpan) else NotImplemented

    def _order(self) -> tuple[date, date]:
        if self.start is None and self.end is None:
            raise TypeError(f"no order with a date span that is not resolved ({self.unresolved})")
        return self.start or date.min, self.end or date.max


VALUES: tuple[type[Value], ...] = (Money, Percent, Change, Count, Ratio, Measurement, DateSpan, Duration)
VALUE_OF_KIND: Mapping[str, type[Value]] = {cls.kind: cls for cls in VALUES}


def _none_of(given: object, names: tuple[str, ...], field: str) -> ValueError:
    return ValueError(f"{field}: {given!r} is none of {', '.join(names)}")


def _day(given: Any, field: str) -> date:
    """Return a date that was given for a field; pandas' NaT, which is no day, is not equal to itself."""
    if isinstance(given, datetime) and given == given:  # noqa: PLR0124
        return given.date()
    if isinstance(given, date) and not isinstance(given, datetime):
        return given
    raise TypeError(f"{field} is a date, not {given!r}")
