"""What a figure means, apart from where it stands: the eight kinds of value.

Values are immutable, hashable and exact: `decimal.Decimal`, or `fractions.Fraction` where decimals cannot say it. Those
of one kind and one unit can be ordered. They hold no verbs of their own: `Money.convert` and the `to_pint` methods are
one-line delegations to the modules that do the work, loaded when called.

A printed range ("$10-15 million") has no `amount` but a `low` and a `high`, as printed. Where digits can be read in two
ways ("129.900"), `alternatives` lists the other amounts.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self, get_args

from msgspec.structs import force_setattr

from .records import Reader, Record, a_date, a_decimal, a_flag, a_number, a_text, many, one_of, optional

if TYPE_CHECKING:
    from .rates import Conversion, ExchangeRates

Kind = Literal["money", "percent", "change", "count", "ratio", "measurement", "date_span", "duration"]
Direction = Literal["up", "down", "flat"]
Basis = Literal["year_on_year", "quarter_on_quarter", "month_on_month", "annualized", "since"]
PercentUnit = Literal["percent", "percentage_point", "basis_point"]
Grain = Literal["day", "week", "month", "quarter", "half", "year", "decade", "century"]

_NUMBER, _TEXT, _DATE = optional(a_number), optional(a_text), optional(a_date)
_NUMBERS = {"amount": _NUMBER, "low": _NUMBER, "high": _NUMBER, "alternatives": many(a_decimal)}
_CODES = many(a_text)


class Value(Record, frozen=True):
    """What all kinds of value share: the JSON form, and order within one unit."""

    kind: ClassVar[Kind]


class Quantity(Value, frozen=True):
    """A value that is a number of something: `amount`, or `low` and `high` of a printed range."""

    amount: Decimal | Fraction | None = None
    low: Decimal | Fraction | None = None
    high: Decimal | Fraction | None = None
    alternatives: tuple[Decimal, ...] = ()

    _readers: ClassVar[Mapping[str, Reader]] = _NUMBERS

    def in_unit_of(self, other: Quantity) -> bool:
        """Tell whether both count the same thing, so that their amounts can be compared."""
        return type(self) is type(other) and self._unit() == other._unit()

    def _unit(self) -> tuple[object, ...]:
        return ()

    def _named(self) -> str:
        unit = ", ".join(str(part) for part in self._unit() if part is not None)
        return f"{self.kind} in {unit}" if unit else f"bare {self.kind}"

    def _less(self, other: Quantity) -> bool:
        if not self.in_unit_of(other):
            raise TypeError(f"no order between {self._named()} and {other._named()}")
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


class Money(Quantity, frozen=True, kw_only=True):
    """An amount of money. `currency` is an ISO 4217 code, the first of `candidates`; `reason` says why it is first.

    `per` is what the amount is paid for, where the text says so: "year", "share", "barrel".

    >>> Money(amount=Decimal("34.3E9"), currency="CNY").to_dict()["amount"]
    '34300000000'
    """

    kind: ClassVar[Kind] = "money"
    currency: str
    candidates: tuple[str, ...] = ()
    reason: str | None = None
    per: str | None = None

    _readers: ClassVar[Mapping[str, Reader]] = {
        **_NUMBERS,
        "currency": a_text,
        "candidates": _CODES,
        "reason": _TEXT,
        "per": _TEXT,
    }

    @classmethod
    def _from_fields(cls, fields: dict[str, Any]) -> Self:
        money = super()._from_fields(fields)
        if money.candidates[0] != money.currency:
            raise ValueError(f"Money.currency: {money.currency!r} is not the first of its candidates")
        return money

    def __post_init__(self) -> None:
        if not self.candidates:
            force_setattr(self, "candidates", (self.currency,))

    def _unit(self) -> tuple[object, ...]:
        return self.currency, self.per

    def convert(self, to: str, on: date, rates: ExchangeRates | None = None) -> Conversion:
        """Convert to the currency `to` at the rates of `on`: see `moneyfacts.rates.convert`."""
        from .rates import convert  # noqa: PLC0415 - a value holds no verbs: this only leads to one

        return convert(self, to, on, rates)

    def to_pint(self) -> Any:
        """Return a pint quantity, whose registry knows the currencies: see `moneyfacts.measure.money_to_pint`."""
        from .measure import money_to_pint  # noqa: PLC0415 - a value holds no verbs: this only leads to one

        return money_to_pint(self)


class Percent(Quantity, frozen=True, kw_only=True):
    """A share or a rate at a level ("at 5%"), in percent, percentage points or basis points."""

    kind: ClassVar[Kind] = "percent"
    unit: PercentUnit = "percent"

    _readers: ClassVar[Mapping[str, Reader]] = {**_NUMBERS, "unit": one_of(get_args(PercentUnit))}

    def _unit(self) -> tuple[object, ...]:
        return (self.unit,)


class Change(Quantity, frozen=True, kw_only=True):
    """A movement: `direction` carries the sign, `amount` is unsigned.

    `unit` is "percent", "percentage_point", "basis_point", "multiple" ("doubled" is up 2), an ISO 4217 code (then with
    `candidates` and, like money, `per`), "count" (then with `of`), or a pint unit. `basis` is what it is compared with.
    """

    kind: ClassVar[Kind] = "change"
    direction: Direction
    unit: str
    candidates: tuple[str, ...] = ()
    of: str | None = None
    per: str | None = None
    basis: Basis | None = None

    _readers: ClassVar[Mapping[str, Reader]] = {
        **_NUMBERS,
        "direction": one_of(get_args(Direction)),
        "unit": a_text,
        "candidates": _CODES,
        "of": _TEXT,
        "per": _TEXT,
        "basis": optional(one_of(get_args(Basis))),
    }

    def _unit(self) -> tuple[object, ...]:
        return self.direction, self.unit, self.of, self.per


class Count(Quantity, frozen=True, kw_only=True):
    """A number of things: `of` is the noun phrase that it counts, None for a bare number; `per` makes it a rate."""

    kind: ClassVar[Kind] = "count"
    of: str | None = None
    per: str | None = None

    _readers: ClassVar[Mapping[str, Reader]] = {**_NUMBERS, "of": _TEXT, "per": _TEXT}

    def _unit(self) -> tuple[object, ...]:
        return self.of, self.per


class Ratio(Quantity, frozen=True, kw_only=True):
    """A share or multiple said as one number: "two-thirds", "twice", "one in five"."""

    kind: ClassVar[Kind] = "ratio"


class Measurement(Quantity, frozen=True, kw_only=True):
    """An amount in a physical unit, named as pint names it: "foot * pound", "barrel / day"."""

    kind: ClassVar[Kind] = "measurement"
    unit: str

    _readers: ClassVar[Mapping[str, Reader]] = {**_NUMBERS, "unit": a_text}

    def _unit(self) -> tuple[object, ...]:
        return (self.unit,)

    def to_pint(self) -> Any:
        """Return a pint quantity: see `moneyfacts.measure.measurement_to_pint`."""
        from .measure import measurement_to_pint  # noqa: PLC0415 - a value holds no verbs: this only leads to one

        return measurement_to_pint(self)


class Duration(Quantity, frozen=True, kw_only=True):
    """A length of time: `unit` is "second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade"."""

    kind: ClassVar[Kind] = "duration"
    unit: str

    _readers: ClassVar[Mapping[str, Reader]] = {**_NUMBERS, "unit": a_text}

    def _unit(self) -> tuple[object, ...]:
        return (self.unit,)


BACKWARDS = "the span ends before it begins"
"""Why there are no dates in "from 2017 until 2016"."""


class DateSpan(Value, frozen=True, kw_only=True):
    """Calendar dates from `start` to `end`, both included; one None is open on that side.

    `grain` is how finely it was said. Where both are None the span is not resolved, and `unresolved` says why. `fiscal`
    marks a company's own period, `label` its name ("FY2017-Q3").
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
        "grain": one_of(get_args(Grain)),
        "fiscal": a_flag,
        "label": _TEXT,
        "unresolved": _TEXT,
    }

    @classmethod
    def _from_fields(cls, fields: dict[str, Any]) -> Self:
        span = super()._from_fields(fields)
        if span.start is not None and span.end is not None and span.start > span.end:
            raise ValueError(f"DateSpan.end: {span.end} is before the start, {span.start}")
        return span

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
