"""Money and measurements in pint: exact, each currency a dimension of its own, changed only at the rates of a day."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pint
import pytest
from babel.numbers import list_currencies
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import in_any_context
from moneyfacts.errors import RateError, UnknownCurrencyError
from moneyfacts.measure import Exact, measurement_to_pint, money_to_pint, rates_context, registry
from moneyfacts.model.values import Measurement, Money
from moneyfacts.rates import ECB, Rate, RateTable

DAY = date(2017, 1, 19)
CODES = sorted(list_currencies())


def money(amount: str | Fraction, currency: str = "USD", per: str | None = None) -> Any:
    number = Decimal(amount) if isinstance(amount, str) else amount
    return Money(amount=number, currency=currency, per=per).to_pint()


@pytest.fixture
def at_the_rates_of_the_day() -> Iterator[None]:
    with registry().context(rates_context(DAY)):
        yield


@pytest.mark.parametrize("code", CODES)
def test_each_code_is_a_unit_of_its_own_dimension(code: str) -> None:
    """No code is read as another unit with a prefix (MAD is no mega-AD), and none shares a dimension."""
    assert registry().parse_unit_name(code) == (("", code, ""),)
    assert dict(registry().Unit(code).dimensionality) == {f"[{code}]": 1}
    assert str(money("1", code)) == f"1 {code}"


def test_the_currencies_change_no_unit_of_pint() -> None:
    """Every unit that pint defines is still the one that it was."""
    plain: pint.UnitRegistry[Any] = pint.UnitRegistry(non_int_type=Fraction)
    names = [name for name in plain if "Δ" not in name and name.isidentifier()]
    assert len(names) > 1000
    for name in names:
        assert registry().parse_unit_name(name) == plain.parse_unit_name(name), name


@pytest.mark.parametrize(
    ("per", "unit", "in_base"),
    [
        ("barrel", "USD / oil_barrel", {"[USD]": 1, "[length]": -3}),
        ("gallon", "USD / gallon", {"[USD]": 1, "[length]": -3}),
        ("cubic foot", "USD / foot ** 3", {"[USD]": 1, "[length]": -3}),
        ("meter ** 3", "USD / meter ** 3", {"[USD]": 1, "[length]": -3}),
        ("square foot", "USD / foot ** 2", {"[USD]": 1, "[length]": -2}),
        ("acre", "USD / acre", {"[USD]": 1, "[length]": -2}),
        ("mile", "USD / mile", {"[USD]": 1, "[length]": -1}),
        ("year", "USD / year", {"[USD]": 1, "[time]": -1}),
        ("quarter", "USD / quarter_of_year", {"[USD]": 1, "[time]": -1}),
        ("half", "USD / half_of_year", {"[USD]": 1, "[time]": -1}),
        ("decade", "USD / ten_years", {"[USD]": 1, "[time]": -1}),
        ("ounce", "USD / troy_ounce", {"[USD]": 1, "[mass]": -1}),
        ("ton", "USD / ton", {"[USD]": 1, "[mass]": -1}),
        ("mmbtu", "USD / mmbtu", {"[USD]": 1, "[length]": -2, "[mass]": -1, "[time]": 2}),
        ("kilowatt_hour", "USD / kilowatt_hour", {"[USD]": 1, "[length]": -2, "[mass]": -1, "[time]": 2}),
        ("share", "USD / share", {"[USD]": 1, "[share]": -1}),
        ("item", "USD / item", {"[USD]": 1, "[item]": -1}),
        ("person", "USD / person", {"[USD]": 1, "[person]": -1}),
        ("unit", "USD / a_unit", {"[USD]": 1, "[a_unit]": -1}),  # pint: a micro-nit
        ("hotel room", "USD / hotel_room", {"[USD]": 1, "[hotel_room]": -1}),
        ("bar", "USD / a_bar", {"[USD]": 1, "[a_bar]": -1}),
        ("point", "USD / a_point", {"[USD]": 1, "[a_point]": -1}),
        ("4-star room", "USD / a_4_star_room", {"[USD]": 1, "[a_4_star_room]": -1}),
        ("year, or month", "USD / year_or_month", {"[USD]": 1, "[year_or_month]": -1}),
        ("人", "USD / 人", {"[USD]": 1, "[人]": -1}),
        ("per", "USD / per", {"[USD]": 1, "[per]": -1}),
    ],
)
def test_what_a_price_is_per(per: str, unit: str, in_base: dict[str, int]) -> None:
    """A physical unit is pint's; a thing that is counted is a unit of its own, and stays with the money."""
    for _ in range(2):  # a noun is taught to the registry once, and known ever after
        quantity = money("55", per=per)
        assert str(quantity) == f"55 {unit}"
        assert dict(quantity.dimensionality) == in_base


@pytest.mark.parametrize(
    ("per", "other", "factor"),
    [
        ("barrel", "USD / liter", Fraction(1) / Fraction("158.987294928")),
        ("ounce", "USD / gram", Fraction(1) / Fraction("31.1034768")),
        ("quarter", "USD / year", Fraction(4)),
        ("half", "USD / month", Fraction(1, 6)),
        ("decade", "USD / year", Fraction(1, 10)),
        ("month", "USD / year", Fraction(12)),
        ("square foot", "USD / meter ** 2", 1 / Fraction("0.09290304")),
        ("mmbtu", "USD / Btu", Fraction(1, 10**6)),
        ("share", "MUSD / share", Fraction(1, 10**6)),
    ],
)
@in_any_context
def test_a_price_converts_exactly(per: str, other: str, factor: Fraction) -> None:
    assert money("55", per=per).to(other).magnitude == 55 * factor


@pytest.mark.parametrize("per", ["", " ", "%", "_"])
def test_a_price_is_per_something(per: str) -> None:
    with pytest.raises(ValueError, match="is not a noun that money can be per"):
        money("1", per=per)


amounts = st.decimals(allow_nan=False, allow_infinity=False)


@given(amounts, st.sampled_from(CODES))
@in_any_context
def test_the_magnitude_is_the_amount(amount: Decimal, code: str) -> None:
    """No decimal context rounds on the way to pint."""
    if abs(amount.adjusted()) < 1000:
        assert money_to_pint(Money(amount=amount, currency=code)).magnitude == Fraction(amount)


@given(st.fractions())
def test_a_rational_amount_stays_one(amount: Fraction) -> None:
    quantity = money(amount, "EUR", "barrel")
    assert quantity.magnitude == amount
    assert quantity.to("EUR / liter").to("EUR / oil_barrel").magnitude == amount


def test_currencies_never_mix() -> None:
    with pytest.raises(pint.DimensionalityError):
        money("1", "USD") + money("1", "EUR")
    with pytest.raises(pint.DimensionalityError, match=r"\[USD\] / \[length\] \*\* 3"):
        money("1", "USD", "barrel").to("EUR / liter")
    with pytest.raises(pint.DimensionalityError):
        money("1", "USD").to("EUR")


conversions = st.tuples(
    st.fractions(), st.sampled_from(["USD", "CNY", "EUR", "DEM"]), st.sampled_from(["USD", "JPY", "EUR", "ITL"])
)


@given(st.lists(conversions, min_size=10, max_size=10))
@settings(max_examples=10)  # ten amounts in each context, which takes pint long to enter
def test_a_context_converts_at_the_rates_of_its_day(drawn: list[tuple[Fraction, str, str]]) -> None:
    """Inside, 1 USD is 1.0668 EUR's worth exactly; there and back is where one began; outside, it is over."""
    with registry().context(rates_context(DAY)):
        for amount, base, quote in drawn:
            after = money(amount, base).to(quote)
            assert after.magnitude == amount * ECB.rate(base, quote, DAY).value
            assert after.to(base).magnitude == amount
    for amount, base, quote in drawn:
        if base != quote:
            with pytest.raises(pint.DimensionalityError):
                money(amount, base).to(quote)


@pytest.mark.usefixtures("at_the_rates_of_the_day")
def test_a_context_says_what_the_source_lacks() -> None:
    with pytest.raises(RateError, match="ROL is covered from 1999-01-04 to 2005-06-30") as caught:
        money("1", "ROL").to("RON")
    assert caught.value.currency == "ROL"
    with pytest.raises(pint.DimensionalityError):
        money("1", "USD").to("VND")  # no source, no conversion
    with pytest.raises(pint.DimensionalityError):
        money("1", "USD", "year").to("EUR / year")  # `per` was not asked for


@pytest.mark.parametrize(("per", "unit"), [("barrel", "liter"), ("year", "day"), ("share", "share"), ("ton", "kg")])
def test_a_context_converts_prices_too(per: str, unit: str) -> None:
    price = money("55", per=per)
    with registry().context(rates_context(DAY, per=per)):
        converted = price.to(f"CNY / {unit}")
        assert price.to(f"USD / {unit}").magnitude * ECB.rate("USD", "CNY", DAY).value == converted.magnitude
        assert money("1", "EUR").to("USD").magnitude == Fraction("1.0668")


def test_a_context_of_ones_own_rates() -> None:
    table = RateTable({DAY: {"CNY": "6.87", "BTC": "0.0011"}}, base="USD", name="the text")
    context = rates_context(DAY, table)
    assert context.name == "the text rates of 2017-01-19"
    with registry().context(context):
        assert money("68.7", "CNY").to("USD").magnitude == 10


class Constant:
    """A source as small as the protocol allows: it does not list its currencies."""

    name = "constant"

    def rate(self, base: str, quote: str, on: date) -> Rate:
        return Rate(base, quote, Fraction(2), on, self.name)

    def published(self, base: str, quote: str, start: date, end: date) -> tuple[Rate, ...]:  # noqa: ARG002
        return ()


def test_a_source_that_does_not_list_its_currencies_needs_them() -> None:
    with pytest.raises(TypeError, match=r"constant does not list its currencies: name those to convert between"):
        rates_context(DAY, Constant())
    with registry().context(rates_context(DAY, Constant(), currencies=("USD", "VND"))):
        assert str(money("1.5", "USD").to("VND")) == "3 VND"


def test_a_currency_that_nobody_knows() -> None:
    with pytest.raises(UnknownCurrencyError, match="'BTC' is not an ISO 4217 currency"):
        money("1", "BTC")
    with pytest.raises(UnknownCurrencyError, match="'meter'"):
        money("1", "meter")
    with pytest.raises(UnknownCurrencyError, match="'ZZZ'"):
        rates_context(DAY, Constant(), currencies=["ZZZ"])


def test_a_printed_range_has_no_magnitude() -> None:
    with pytest.raises(ValueError, match="this money is a printed range and has no single amount: take its low"):
        Money(low=Decimal(10), high=Decimal(15), currency="USD").to_pint()
    with pytest.raises(ValueError, match="this measurement is a printed range"):
        Measurement(low=Decimal(10), high=Decimal(15), unit="mile").to_pint()


@pytest.mark.parametrize(
    ("amount", "unit", "printed"),
    [
        ("275", "foot * pound", "275 foot * pound"),
        ("1.50", "oil_barrel / day", "1.5 oil_barrel / day"),
        ("100", "mile / hour", "100 mile / hour"),
        ("3", "meter ** 2", "3 meter ** 2"),
        ("3", "", "3 dimensionless"),
    ],
)
@in_any_context
def test_measurements(amount: str, unit: str, printed: str) -> None:
    quantity = Measurement(amount=Decimal(amount), unit=unit).to_pint()
    assert str(quantity) == printed
    assert quantity.magnitude == Fraction(amount)


@pytest.mark.parametrize("unit", ["pound-feet", "metric tons", "((", "5 mile", "furlongish", "meter **", "1/0", "'"])
def test_a_unit_that_pint_does_not_know(unit: str) -> None:
    with pytest.raises(ValueError, match="pint knows no unit"):
        measurement_to_pint(Measurement(amount=Decimal(1), unit=unit))


@given(st.fractions(), st.fractions().filter(bool), st.integers(-3, 3), st.decimals(-1000, 1000, places=2))
def test_exact_numbers_stay_exact(a: Fraction, b: Fraction, n: int, d: Any) -> None:
    """Each operation gives what Fraction gives, as an Exact, whichever side it stands on."""
    x, other = Exact(a), Fraction(d)
    pairs = [
        (x + b, a + b), (b - x, b - a), (x * d, a * other), (d + x, other + a), (x / b, a / b), (x // b, a // b),
        (x % b, a % b), (Exact(b) ** n, b**n), (-x, -a), (+x, a), (abs(x), abs(a)), (n * x, n * a),
    ]  # fmt: skip
    for ours, theirs in pairs:
        assert ours == theirs
        assert type(ours) is Exact or isinstance(ours, int)
    assert hash(x) == hash(a)
    assert (x < b, x == a) == (a < b, True)


@pytest.mark.parametrize(
    ("number", "spec", "printed"),
    [
        (Exact(1, 3), "", "1/3"),
        (Exact(1, 8), "", "0.125"),
        (Exact(1, 3), ".2f", "0.33"),
        (Exact(-2, 3), ".4f", "-0.6667"),
        (Exact(34300000000), ",", "34,300,000,000"),
        (Exact(5, 2), ".0f", "2"),
        (Exact(0), ".1%", "0.0%"),
        (Exact(12345), ".3e", "1.234e+4"),
        (Exact(2), "n", "2"),
    ],
)
@in_any_context
def test_exact_numbers_print_as_decimals(number: Exact, spec: str, printed: str) -> None:
    assert format(number, spec) == printed


def test_exact_numbers_travel() -> None:
    third = Exact(1, 3)
    for again in (pickle.loads(pickle.dumps(third)), copy.copy(third), copy.deepcopy(third)):
        assert again == third
        assert type(again) is Exact


def test_quantities_print() -> None:
    oil = money("55", per="barrel")
    assert f"{oil:~P}" == "55 USD/oil_bbl"
    assert f"{oil.to('USD/liter'):.3f}" == "0.346 USD / liter"
    shown = repr(money("34.3E9", "CNY", "year"))  # in the words of the installed pint
    assert "34300000000" in shown
    assert "CNY / year" in shown
    assert str(oil * registry().Quantity(Decimal("1E6"), "oil_barrel / day") * registry()("2 day")) == "110000000 USD"


def test_there_is_one_registry_for_all_threads() -> None:
    with ThreadPoolExecutor(8) as pool:
        assert len({id(each) for each in pool.map(lambda _: registry(), range(32))}) == 1
        nouns = [f"noun{n % 4}" for n in range(64)]
        assert {str(each.units) for each in pool.map(lambda noun: money("1", per=noun), nouns)} == {
            f"USD / noun{n}" for n in range(4)
        }


def test_pint_is_loaded_only_by_a_call() -> None:
    script = "import sys, moneyfacts.measure; print([name for name in ('pint', 'babel') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"
