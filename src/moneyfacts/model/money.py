"""Money as a value: an exact amount in one currency, and its arithmetic.

Two amounts are equal where their numbers, their currency and what they are paid for (`per`) are. What is only doubt or
reason (`candidates`, `reason`, `alternatives`) does not count, and no result of arithmetic keeps it.

Arithmetic is exact, whatever the caller's decimal context. A result has as many decimal places as the amounts that it
is made of, and more where it needs them; where decimals cannot say it, it is a Fraction. Printed ranges are calculated
as intervals, both ends at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, overload

from msgspec.structs import force_setattr

from ..errors import UnitMismatchError, UnknownCurrencyError
from .currencies import CODES, minor_unit
from .interval import Interval, as_decimal, places_of, plain
from .quantity import NUMBERS, Kind, Quantity, exact_number
from .records import Reader, a_text, many, optional

if TYPE_CHECKING:
    from ..rates import Conversion, ExchangeRates

Number = int | Decimal | Fraction

_POSITIVE = Interval(Fraction(0), None, high_open=True)


class Money(Quantity, frozen=True, kw_only=True):
    """An amount of money. `currency` is an ISO 4217 code, the first of `candidates`; `reason` says why it is first.

    `per` is what the amount is paid for, where the text says so: "year", "share", "barrel". Raises TypeError for an
    amount that is not exact, UnknownCurrencyError (a ValueError) for a code that there is not.

    >>> price = Money(amount=Decimal("5.25"), currency="USD")
    >>> print(price * 3, price / 2, -price, sum([price, price]), sep=", ")
    USD 15.75, USD 2.625, USD -5.25, USD 10.50
    >>> price * 2 == Money(amount=Decimal("10.5"), currency="USD"), price / (price * 3)
    (True, Fraction(1, 3))
    """

    kind: ClassVar[Kind] = "money"
    currency: str
    candidates: tuple[str, ...] = ()
    reason: str | None = None
    per: str | None = None

    _readers: ClassVar[Mapping[str, Reader]] = {
        **NUMBERS,
        "currency": a_text,
        "candidates": many(a_text),
        "reason": optional(a_text),
        "per": optional(a_text),
    }

    def __post_init__(self) -> None:
        Quantity.__post_init__(self)  # quicker than super(), in what every reading makes
        alone = (self.currency,)
        if not self.candidates:
            force_setattr(self, "candidates", alone)
        if self.candidates == alone:
            _known(self.currency, "Money.currency")
            return
        if not isinstance(self.candidates, tuple):
            raise TypeError(f"Money.candidates is a tuple of codes, not {self.candidates!r}")
        if self.candidates[0] != self.currency:
            raise ValueError(f"Money.currency: {self.currency!r} is not the first of its candidates")
        if not CODES.issuperset(self.candidates):
            for code in self.candidates:
                _known(code, "Money.candidates")

    def _unit(self) -> tuple[object, ...]:
        return self.currency, self.per

    def _meaning(self) -> tuple[object, ...]:
        return self.amount, self.low, self.high, self.currency, self.per

    def __eq__(self, other: object) -> bool:
        return self._meaning() == other._meaning() if isinstance(other, Money) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._meaning())

    def _said(self) -> Iterator[tuple[str, Any]]:
        for name, value in super()._said():
            if name != "candidates" or value != (self.currency,):
                yield name, value

    def __str__(self) -> str:
        low, high = (None if end is None else plain(end) for end in (self.low, self.high))
        if self.amount is not None:
            said = plain(self.amount)
        elif low is not None and high is not None:
            said = f"{low} to {high}"
        else:
            said = f"from {low}" if low is not None else f"up to {high}" if high is not None else "?"
        return f"{self.currency} {said}" + (f" per {self.per}" if self.per else "")

    def __add__(self, other: Money) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        self._alike(other, "add {} to {}")
        return self._with(self._range() + other._range(), other)

    def __radd__(self, other: int) -> Money:
        return self if type(other) is int and other == 0 else NotImplemented  # the 0 that `sum` begins with

    def __sub__(self, other: Money) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        self._alike(other, "subtract {1} from {0}")
        return self._with(self._range() - other._range(), other)

    def __neg__(self) -> Money:
        return self._with(-self._range())

    def __pos__(self) -> Money:
        return self._with(self._range())

    def __abs__(self) -> Money:
        numbers = self._range()
        if 0 in numbers:
            return self._with(Interval(Fraction(0), numbers.hull(-numbers).high))
        return self._with(numbers if numbers.overlaps(_POSITIVE) else -numbers)

    def __mul__(self, factor: Number) -> Money:
        if isinstance(factor, Quantity):
            return NotImplemented
        return self._with(self._range() * Interval.point(exact_number(factor, "a factor of money")))

    __rmul__ = __mul__

    @overload
    def __truediv__(self, divisor: Money) -> Fraction: ...
    @overload
    def __truediv__(self, divisor: Number) -> Money: ...
    def __truediv__(self, divisor: Money | Number) -> Fraction | Money:
        if isinstance(divisor, Money):
            self._alike(divisor, "divide {} by {}")
            if self.amount is None or divisor.amount is None:
                raise TypeError("no ratio with a printed range: it has no single amount")
            return Fraction(self.amount) / Fraction(divisor.amount)
        if isinstance(divisor, Quantity):
            return NotImplemented
        return self._with(self._range() / Interval.point(exact_number(divisor, "a divisor of money")))

    def rounded(self) -> Money:
        """Return the amount in whole smallest units of its currency (cents, for dollars), halves to the even one.

        >>> print(Money(amount=Decimal("5.125"), currency="USD").rounded(), Money(amount=5, currency="KWD").rounded())
        USD 5.12 KWD 5.000
        """
        places = minor_unit(self.currency)
        amount, low, high = (
            None if number is None else as_decimal(round(Fraction(number), places), places)
            for number in (self.amount, self.low, self.high)
        )
        return Money(amount=amount, low=low, high=high, currency=self.currency, per=self.per)

    def format(self, locale: str = "en") -> str:
        """Return the rounded amount as CLDR prints it in a locale: see `moneyfacts.lang.amounts.printed_money`."""
        from ..lang.amounts import printed_money  # noqa: PLC0415 - a value knows no locale: this only leads there

        return printed_money(self, locale)

    def convert(self, to: str, on: date, rates: ExchangeRates | None = None) -> Conversion:
        """Convert to the currency `to` at the rates of `on`: see `moneyfacts.rates.convert`."""
        from ..rates import convert  # noqa: PLC0415 - a value holds no verbs: this only leads to one

        return convert(self, to, on, rates)

    def to_pint(self) -> Any:
        """Return a pint quantity, whose registry knows the currencies: see `moneyfacts.measure.money_to_pint`."""
        from ..measure import money_to_pint  # noqa: PLC0415 - a value holds no verbs: this only leads to one

        return money_to_pint(self)

    def _alike(self, other: Money, how: str) -> None:
        if self._unit() != other._unit():
            units = (f"{each.currency} per {each.per}" if each.per else each.currency for each in (self, other))
            raise UnitMismatchError(f"cannot {how.format(self, other)}: {' and '.join(units)} are two units")

    def _with(self, numbers: Interval, *others: Quantity) -> Money:
        """Return money of these numbers, in the currency of this, made of it and of others."""
        quantities = (self, *others)
        ends = [end for each in quantities for end in (each.amount, each.low, each.high) if end is not None]
        places = max(map(places_of, ends))
        assert numbers.low is not None
        assert numbers.high is not None
        low, high = as_decimal(numbers.low, places), as_decimal(numbers.high, places)
        if all(each.amount is not None for each in quantities):
            return Money(amount=low, currency=self.currency, per=self.per)
        return Money(low=low, high=high, currency=self.currency, per=self.per)


def _known(code: object, name: str) -> None:
    if not isinstance(code, str):
        raise TypeError(f"{name} is the code of a currency, such as 'USD', not {code!r}")
    if code not in CODES:
        raise UnknownCurrencyError(f"{name}: {code!r} is not an ISO 4217 currency; codes look like 'USD'")
