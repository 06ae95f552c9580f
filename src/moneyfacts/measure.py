"""Money and measurements as pint quantities, in a registry that knows every currency. pint is loaded on the first call.

Each currency is a unit of a dimension of its own, so pint never adds dollars to yuan, nor turns one into the other,
except inside a context that holds the rates of a day:

>>> from datetime import date
>>> from decimal import Decimal
>>> oil = money_to_pint(Money(amount=Decimal("55"), currency="USD", per="barrel"))
>>> print(oil)
55 USD / oil_barrel
>>> print(f"{oil.to('USD/liter'):.4f}")
0.3459 USD / liter
>>> with registry().context(rates_context(date(2017, 1, 19), per="barrel")):
...     print(f"{oil.to('CNY/liter'):.4f}")
2.3750 CNY / liter

Numbers are exact: magnitudes, conversion factors and rates are rationals (`Exact`), so conversion rounds nothing, and
the caller's decimal context changes nothing. What pint knows only as a float is not: roots, logarithmic units.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Context as DecimalContext
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache
from itertools import permutations
from threading import RLock
from typing import TYPE_CHECKING, Any

from .errors import UnknownCurrencyError
from .model.interval import MAX_DIGITS, nearest, plain
from .model.values import Measurement, Money, Quantity
from .rates import ECB, ExchangeRates

if TYPE_CHECKING:
    import pint

_LOCK = RLock()  # a registry may be asked for, and taught a noun, from several threads

_OWN_UNITS = ("quarter_of_year = 3 * month", "half_of_year = 6 * month", "ten_years = 10 * year", "mmbtu = 1e6 * Btu")

# What a price is per, where financial text means another unit than pint does by that name: oil comes in barrels of 42
# gallons, bullion in troy ounces, and pint's quarter is a weight, its decade a factor of ten.
_MEANT = {
    "barrel": "oil_barrel",
    "ounce": "troy_ounce",
    "quarter": "quarter_of_year",
    "half": "half_of_year",
    "decade": "ten_years",
    "square foot": "foot ** 2",
    "square meter": "meter ** 2",
    "square mile": "mile ** 2",
    "square kilometer": "kilometer ** 2",
    "cubic foot": "foot ** 3",
    "cubic meter": "meter ** 3",
}

# The units that a price is per, by pint's own names. All other nouns count things: pint would take a bar for a
# pressure, a point for a length, a shot for a volume.
_UNITS = {
    "time": ("second", "minute", "hour", "day", "week"),
    "calendar": ("month", "quarter_of_year", "half_of_year", "year", "ten_years"),
    "length": ("centimeter", "meter", "kilometer", "inch", "foot", "yard", "mile", "nautical_mile"),
    "area": ("acre", "hectare"),
    "volume": ("milliliter", "liter", "gallon", "bushel", "oil_barrel", "acre_foot"),
    "mass": ("gram", "kilogram", "ton", "metric_ton", "tonne", "troy_ounce", "pound", "hundredweight", "carat"),
    "energy": ("joule", "gigajoule", "kilowatt_hour", "megawatt_hour", "gigawatt_hour", "mmbtu", "therm"),
    "power": ("watt", "kilowatt", "megawatt", "gigawatt"),
}
_PHYSICAL = frozenset(unit for units in _UNITS.values() for unit in units)
_EXPRESSION = re.compile(r"[^\W\d]\w*( (/|\*|\*\*) \w+)*")  # "year", "foot ** 2", "kilogram * meter"
_WORD = re.compile(r"[^\W\d]\w*")


class Exact(Fraction):
    """A Fraction that arithmetic leaves one, and that prints like a decimal number wherever decimals can say it.

    With ints, Fractions and Decimals it gives an Exact, with a float a float.

    >>> third = Exact(1, 3)
    >>> print(third, third * 3 / 8, f"{third:.4f}", repr(third + Decimal("0.5")))
    1/3 0.125 0.3333 Exact(5, 6)
    """

    def __str__(self) -> str:
        return plain(self)

    def __format__(self, spec: str, /) -> str:
        if not spec:
            return str(self)
        with localcontext(DecimalContext(prec=MAX_DIGITS, traps=[])):
            return format(Decimal(plain(nearest(self, digits=MAX_DIGITS // 5))), spec)


def _closed(operation: Callable[..., Any]) -> Callable[..., Any]:
    def method(self: Exact, *others: Any) -> Any:
        result = operation(self, *(Fraction(other) if isinstance(other, Decimal) else other for other in others))
        return Exact(result) if type(result) is Fraction else result

    return method


for _binary in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow"):
    for _name in (f"__{_binary}__", f"__r{_binary}__"):
        setattr(Exact, _name, _closed(getattr(Fraction, _name)))
for _name in ("__neg__", "__pos__", "__abs__"):
    setattr(Exact, _name, _closed(getattr(Fraction, _name)))


@cache
def _registry() -> pint.UnitRegistry[Any]:
    import pint  # noqa: PLC0415 - 0.2 s, paid by those who measure

    ureg: pint.UnitRegistry[Any] = pint.UnitRegistry(non_int_type=Exact)
    ureg.load_definitions([*(f"{code} = [{code}]" for code in sorted(_codes())), *_OWN_UNITS])
    return ureg


@cache
def _codes() -> frozenset[str]:
    from babel.numbers import list_currencies  # noqa: PLC0415 - a locale's data, only where pint is wanted

    return frozenset(list_currencies())


def registry() -> pint.UnitRegistry[Any]:
    """Return the one registry of the process: pint's units, and every currency of ISO 4217, past ones too (by CLDR).

    A code is a unit of its own dimension: USD of [USD]. SI prefixes hold as for any unit: "MUSD" is a million dollars.
    Quantities of one registry do not mix with those of another; `pint.set_application_registry(registry())` makes it
    that of the program, which unpickled quantities need. pint's contexts are switched on for the whole registry, and so
    for all threads.

    >>> registry() is registry(), registry()("2 MUSD").to("USD").magnitude
    (True, Exact(2000000, 1))
    """
    with _LOCK:
        return _registry()


def money_to_pint(money: Money) -> Any:
    """Return money as a pint quantity in its currency, divided by what it is per.

    A time, mass, volume or the like is pint's unit of that name, read as financial text means it ("barrel" is 42
    gallons, "ounce" is troy, "ton" is pint's short ton, "year" 365.25 days). Any other noun ("share", "person") is a
    unit of its own dimension, so that it does not vanish.

    Raises ValueError for a printed range, which has no single amount, and UnknownCurrencyError (a ValueError) for a
    currency that CLDR does not know.

    >>> print(money_to_pint(Money(amount=Decimal("1.25"), currency="USD", per="share")))
    1.25 USD / share
    """
    unit = _currency(money.currency)
    if money.per is not None:
        unit = unit / _per(money.per)
    return registry().Quantity(_amount(money), unit)


def measurement_to_pint(measurement: Measurement) -> Any:
    """Return a measurement as a pint quantity, in the unit that it names as pint does.

    Raises ValueError for a printed range, which has no single amount, and for a unit that pint does not know.

    >>> print(measurement_to_pint(Measurement(amount=Decimal("62.5"), unit="mile / hour")).to("kilometer / hour"))
    100.584 kilometer / hour
    """
    amount = _amount(measurement)
    try:
        unit = registry().parse_units(measurement.unit)
    except Exception as problem:  # whatever pint's parser runs into: TokenError, AssertionError, ZeroDivisionError
        raise ValueError(f"pint knows no unit {measurement.unit!r}: {problem}") from None
    return registry().Quantity(amount, unit)


def factor(unit: str, into: str) -> Fraction | None:
    """Return how many units of one name a unit of another is; None where no factor says it: kilometers in shares.

    Units are named as values name them: pint's names, and what a price is per. What is nearest to a definition that
    pint knows only as a decimal is that decimal.

    >>> factor("mile", "kilometer"), factor("barrel", "gallon"), factor("barrel", "share")
    (Fraction(25146, 15625), Fraction(42, 1), None)
    """
    import pint  # noqa: PLC0415 - loaded already, by the registry below

    ureg = registry()
    try:
        one = ureg.Quantity(Exact(1), ureg.parse_units(_MEANT.get(unit, unit)))
        two = ureg.Quantity(Exact(2), one.units).to(_MEANT.get(into, into)).magnitude
        times = one.to(_MEANT.get(into, into)).magnitude
    except (pint.errors.PintError, ValueError, AttributeError):
        return None
    return Fraction(times) if two == times * 2 else None


def rates_context(
    on: date, rates: ExchangeRates | None = None, *, per: str | None = None, currencies: Iterable[str] | None = None
) -> Any:
    """Return a `pint.Context` that converts between currencies, exactly, at the rates of the day `on`.

    `rates` is the source, by default the ECB. `per` names what prices are per ("barrel", "year"): those are converted
    too, and only those. `currencies` are the codes to convert between, by default all that the source has: only a
    source without a list of its own `currencies`, as ECB and RateTable have, needs them (else TypeError).

    Raises UnknownCurrencyError for a code among `currencies` that CLDR does not know. Converting raises RateError where
    the source has no rate of the two for that day.

    >>> with registry().context(rates_context(date(2017, 1, 19))):
    ...     print(registry()("73241 CNY").to("USD"), registry()("1 EUR").to("CNY"), registry()("2 CNY").to("DEM"))
    10668 USD 7.3241 CNY 195583/366205 DEM
    """
    import pint  # noqa: PLC0415

    source: ExchangeRates = ECB if rates is None else rates
    context = pint.Context(f"{source.name} rates of {on}")
    units = {code: _currency(code) for code in _convertible(source, currencies)}
    for divisor in (1,) if per is None else (1, _per(per)):
        dimensions = {code: (unit / divisor).dimensionality for code, unit in units.items()}
        for base, quote in permutations(units, 2):
            context.add_transformation(dimensions[base], dimensions[quote], _exchange(source, base, quote, on))
    return context


def _exchange(source: ExchangeRates, base: str, quote: str, on: date) -> Callable[..., Any]:
    def exchanged(ureg: Any, quantity: Any, **_: Any) -> Any:
        rate = Exact(source.rate(base, quote, on).value)
        return quantity * ureg.Quantity(rate, f"{quote} / {base}")

    return exchanged


def _convertible(source: ExchangeRates, currencies: Iterable[str] | None) -> tuple[str, ...]:
    if currencies is not None:
        return tuple(currencies)
    listed = getattr(source, "currencies", None)
    if listed is None:
        raise TypeError(f"{source.name} does not list its currencies: name those to convert between, currencies=[...]")
    return tuple(code for code in listed if code in _codes())  # a table may have more than ISO 4217 ever had


def _amount(quantity: Quantity) -> Exact:
    if quantity.amount is None:
        raise ValueError(
            f"this {quantity.kind} is a printed range and has no single amount: take its low and its high end each, "
            "as with msgspec.structs.replace(value, amount=value.low, low=None, high=None)"
        )
    return Exact(quantity.amount)


def _currency(code: str) -> Any:
    if code not in _codes():
        raise UnknownCurrencyError(f"{code!r} is not an ISO 4217 currency that CLDR knows")
    return registry().Unit(code)


def _per(noun: str) -> Any:
    """Return the unit that a price is per: pint's where the noun names a physical one, else one of its own."""
    meant = _MEANT.get(noun, noun)
    if _EXPRESSION.fullmatch(meant) and _PHYSICAL.issuperset(_WORD.findall(meant)):
        return registry().parse_units(meant)
    name = "_".join(re.findall(r"[^\W_]+", noun))
    if not name:
        raise ValueError(f"{noun!r} is not a noun that money can be per")
    with _LOCK:
        return registry().Unit(_thing(name))


@cache
def _thing(name: str) -> str:
    """Return the name of the unit that counts such things, taught to the registry when it is first met."""
    taken = registry().parse_unit_name(name) or not name.isidentifier()
    unit = f"a_{name}" if taken else name  # "bar" is a pressure, so a price per bar is per "a_bar"
    registry().define(f"{unit} = [{unit}]")
    return unit
