"""Money as a value: what makes two amounts equal, and an arithmetic that is that of fractions in any context."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from babel.core import get_global
from hypothesis import assume, given
from hypothesis import strategies as st

from conftest import in_any_context
from moneyfacts.errors import MoneyfactsError, UnitMismatchError, UnknownCurrencyError, UnknownLocaleError
from moneyfacts.model.currencies import is_currency, minor_unit
from moneyfacts.model.interval import places_of
from moneyfacts.model.values import Count, Money, Percent, Ratio
from moneyfacts.strategies import amounts, moneys, percents

FIVE = Money(amount=Decimal("5.25"), currency="USD")

numbers = amounts(signed=True) | st.fractions(max_denominator=1000)
factors = numbers | st.integers(-1000, 1000)
dollars = st.builds(lambda amount: Money(amount=amount, currency="USD"), numbers)
ranges = st.builds(
    lambda one, two: Money(low=min(one, two), high=max(one, two), currency="USD"),
    *2 * [st.fractions(max_denominator=60)],
)


def ends(money: Money) -> tuple[Fraction, Fraction]:
    """Return the least and the greatest of an amount or a range."""
    if money.amount is not None:
        return Fraction(money.amount), Fraction(money.amount)
    assert money.low is not None
    assert money.high is not None
    return Fraction(money.low), Fraction(money.high)


# Equality


@given(moneys(), moneys())
@in_any_context
def test_what_makes_money_equal(one: Money, two: Money) -> None:
    """Equal numbers, currency and `per`: then equal and of one hash; nothing else has a say."""
    alike = all(getattr(one, name) == getattr(two, name) for name in ("amount", "low", "high", "currency", "per"))
    assert (one == two) is alike
    assert (one != two) is not alike
    assert not alike or hash(one) == hash(two)


@given(moneys(), st.lists(st.sampled_from(("CAD", "AUD")), unique=True), st.none() | st.text(), amounts())
@in_any_context
def test_doubt_and_reasons_do_not_count(money: Money, others: list[str], reason: str | None, other: Decimal) -> None:
    candidates = (money.currency, *(code for code in others if code != money.currency))
    again = Money(
        amount=money.amount,
        low=money.low,
        high=money.high,
        alternatives=(other,),
        currency=money.currency,
        candidates=candidates,
        reason=reason,
        per=money.per,
    )
    assert again == money
    assert hash(again) == hash(money)


@given(st.integers(), st.sampled_from([1, 2, 4, 5, 8, 10, 25, 64, 1000, 3125]), st.integers(0, 5))
def test_numbers_are_compared_and_not_their_print(over: int, under: int, zeros: int) -> None:
    """A Fraction, a Decimal, and one with more zeros after it are one amount."""
    number = Fraction(over, under)
    printed = Decimal(f"{number.numerator * 10**12 // number.denominator}{'0' * zeros}E-{12 + zeros}")
    one, two = Money(amount=number, currency="USD"), Money(amount=printed, currency="USD")
    assert one == two
    assert hash(one) == hash(two)
    assert len({one, two}) == 1


@pytest.mark.parametrize(
    "other",
    [
        Money(amount=Decimal("5.25"), currency="CAD"),
        Money(amount=Decimal("5.25"), currency="USD", per="share"),
        Money(amount=Decimal("5.26"), currency="USD"),
        Money(low=Decimal("5.25"), high=Decimal("5.25"), currency="USD"),
        Count(amount=Decimal("5.25")),
        Decimal("5.25"),
    ],
)
def test_what_is_another_amount(other: object) -> None:
    assert other != FIVE


# Print


@pytest.mark.parametrize(
    ("money", "text", "shown"),
    [
        (FIVE, "USD 5.25", "Money(amount=Decimal('5.25'), currency='USD')"),
        (
            Money(amount=Decimal("5.25"), currency="USD", candidates=("USD", "CAD"), per="share"),
            "USD 5.25 per share",
            "Money(amount=Decimal('5.25'), currency='USD', candidates=('USD', 'CAD'), per='share')",
        ),
        (
            Money(low=Decimal(10), high=Decimal(15), currency="USD"),
            "USD 10 to 15",
            "Money(low=Decimal('10'), high=Decimal('15'), currency='USD')",
        ),
        (
            Money(amount=Decimal("34.3E9"), currency="CNY"),
            "CNY 34300000000",
            "Money(amount=Decimal('3.43E+10'), currency='CNY')",
        ),
        (
            Money(amount=Fraction(-1, 3), currency="EUR"),
            "EUR -1/3",
            "Money(amount=Fraction(-1, 3), currency='EUR')",
        ),
        (Money(low=Decimal(10), currency="USD"), "USD from 10", "Money(low=Decimal('10'), currency='USD')"),
        (Money(high=Decimal(10), currency="USD"), "USD up to 10", "Money(high=Decimal('10'), currency='USD')"),
        (Money(currency="USD"), "USD ?", "Money(currency='USD')"),
    ],
)
def test_how_money_is_shown(money: Money, text: str, shown: str) -> None:
    assert str(money) == text
    assert repr(money) == shown


# Arithmetic


@given(dollars | ranges, dollars | ranges)
@in_any_context
def test_sums_and_differences_are_those_of_the_ends(one: Money, two: Money) -> None:
    """The least sum is that of the least numbers; the least difference is of the least and the greatest."""
    (a, b), (c, d) = ends(one), ends(two)
    assert ends(one + two) == (a + c, b + d)
    assert ends(one - two) == (a - d, b - c)
    assert ends(-one) == (-b, -a)
    assert +one == one


@given(dollars | ranges, factors)
@in_any_context
def test_products_and_quotients_are_those_of_the_ends(money: Money, factor: int | Decimal | Fraction) -> None:
    """A factor below zero changes the ends about."""
    least, greatest = sorted(end * Fraction(factor) for end in ends(money))
    assert ends(money * factor) == ends(factor * money) == (least, greatest)
    if factor:
        least, greatest = sorted(end / Fraction(factor) for end in ends(money))
        assert ends(money / factor) == (least, greatest)
    else:
        with pytest.raises(ZeroDivisionError):
            money / factor


@given(dollars | ranges, st.fractions(max_denominator=12))
@in_any_context
def test_the_size_of_money(money: Money, part: Fraction) -> None:
    """The absolute value is not negative, and that of any amount in a range lies within that of the range."""
    least, greatest = ends(abs(money))
    low, high = ends(money)
    inside = low + (high - low) * min(abs(part), Fraction(1))
    assert 0 <= least <= abs(inside) <= greatest
    assert {least, greatest} <= {abs(low), abs(high), 0}
    assert abs(-money) == abs(money)


@given(dollars, dollars, dollars, factors, factors)
@in_any_context
def test_laws_of_arithmetic(
    a: Money, b: Money, c: Money, x: int | Decimal | Fraction, y: int | Decimal | Fraction
) -> None:
    """Addition commutes, associates and is undone; multiplication distributes; a ratio gives back what it is of."""
    assert a + b == b + a
    assert (a + b) + c == a + (b + c)
    assert (a + b) - b == a
    assert a - b == a + -b
    assert (a + b) * x == a * x + b * x
    assert a * x * y == a * (Fraction(x) * Fraction(y))
    assert not x or a / x * x == a
    assert not b.amount or b * (a / b) == a
    assert abs(a) == max(a, -a)


@given(st.lists(dollars | ranges, min_size=1, max_size=8))
@in_any_context
def test_sum_is_that_of_the_parts(parts: list[Money]) -> None:
    summed = sum(parts)
    assert isinstance(summed, Money)
    assert ends(summed) == (sum(ends(part)[0] for part in parts), sum(ends(part)[1] for part in parts))


def test_the_sum_of_nothing_has_no_currency() -> None:
    """So it is the 0 that Python says; with a start it is money."""
    assert sum([], Money(amount=Decimal(0), currency="USD")) == Money(amount=Decimal(0), currency="USD")
    with pytest.raises(TypeError, match="unsupported operand"):
        sum([FIVE], 1)


@given(moneys(("USD",)), moneys(("USD",)), factors)
@in_any_context
def test_a_result_is_certain_of_its_currency(one: Money, two: Money, factor: int | Decimal | Fraction) -> None:
    """It keeps currency and `per`, and neither candidates, reasons nor alternatives; a range stays one."""
    assume(one.per == two.per)
    for result, made_of in (
        (one + two, (one, two)),
        (one - two, (one, two)),
        (-one, (one,)),
        (abs(one), (one,)),
        (one * factor, (one,)),
        (one.rounded(), (one,)),
    ):
        assert (result.currency, result.per, result.candidates) == ("USD", one.per, ("USD",))
        assert (result.reason, result.alternatives) == (None, ())
        assert (result.amount is None) == any(each.amount is None for each in made_of)


@given(amounts(signed=True), amounts(signed=True), st.integers(-99, 99))
@in_any_context
def test_decimals_stay_decimals(one: Decimal, two: Decimal, times: int) -> None:
    """And they keep the places that they were printed with."""
    a, b = Money(amount=one, currency="USD"), Money(amount=two, currency="USD")
    for result, places in (
        (a + b, max(places_of(one), places_of(two))),
        (a - b, max(places_of(one), places_of(two))),
        (a * times, places_of(one)),
        (-a, places_of(one)),
    ):
        assert isinstance(result.amount, Decimal)
        assert places_of(result.amount) == places


@pytest.mark.parametrize(
    ("money", "result"),
    [
        (FIVE + Money(amount=Decimal("0.750"), currency="USD"), "USD 6.000"),
        (FIVE * 4, "USD 21.00"),
        (FIVE * Decimal("0.1"), "USD 0.525"),
        (FIVE / 2, "USD 2.625"),
        (FIVE / 9, "USD 7/12"),
        (FIVE * 0, "USD 0.00"),
        (Money(low=Decimal(10), high=Decimal(15), currency="USD") - FIVE, "USD 4.75 to 9.75"),
        (Money(low=Decimal(-10), high=Decimal(15), currency="USD") * -2, "USD -30 to 20"),
        (abs(Money(low=Decimal(-10), high=Decimal(5), currency="USD")), "USD 0 to 10"),
        (abs(Money(low=Decimal(-10), high=Decimal(-5), currency="USD")), "USD 5 to 10"),
        (FIVE.rounded(), "USD 5.25"),
    ],
)
def test_results_to_the_digit(money: Money, result: str) -> None:
    assert str(money) == result


@given(dollars, percents())
@in_any_context
def test_a_percentage_of_money(money: Money, percent: Percent) -> None:
    """Both ends of the percentage, of the money; basis points are hundredths of percent."""
    if percent.unit == "percentage_point":
        with pytest.raises(TypeError, match="percentage points are between two percentages"):
            percent.of(money)
        return
    whole = 100 if percent.unit == "percent" else 10_000
    low, high = (percent.amount,) * 2 if percent.amount is not None else (percent.low, percent.high)
    assert low is not None
    assert high is not None
    least, greatest = sorted(Fraction(end) * ends(money)[0] / whole for end in (low, high))
    assert ends(percent.of(money)) == (least, greatest)
    assert percent.of(money).currency == "USD"


CNY, SHARE = Money(amount=Decimal(6), currency="CNY"), Money(amount=Decimal(6), currency="USD", per="share")


@pytest.mark.parametrize(
    ("operation", "other", "problem"),
    [
        (operator.add, CNY, "cannot add USD 5.25 to CNY 6: USD and CNY are two units"),
        (operator.sub, CNY, "cannot subtract CNY 6 from USD 5.25: USD and CNY are two units"),
        (operator.truediv, CNY, "cannot divide USD 5.25 by CNY 6: USD and CNY are two units"),
        (operator.lt, CNY, "no order between money in USD and money in CNY"),
        (operator.add, SHARE, "cannot add USD 5.25 to USD 6 per share: USD and USD per share are two units"),
        (operator.ge, SHARE, "no order between money in USD and money in USD, share"),
    ],
)
def test_another_unit_is_an_error_that_names_both(
    operation: Callable[[Money, Money], object], other: Money, problem: str
) -> None:
    with pytest.raises(UnitMismatchError) as caught:
        operation(FIVE, other)
    assert str(caught.value) == problem
    assert isinstance(caught.value, MoneyfactsError)
    assert isinstance(caught.value, TypeError)


@pytest.mark.parametrize("operation", [operator.mul, operator.truediv])
@pytest.mark.parametrize(
    ("factor", "kind", "problem"),
    [
        (1.1, TypeError, r"is a Decimal, a Fraction or an int, not the float 1\.1: write Decimal\('1\.1'\)$"),
        ("1.1", TypeError, r"not the text '1\.1': write Decimal\('1\.1'\)$"),
        (True, TypeError, "not True$"),
        (None, TypeError, "not None$"),
        (Decimal("NaN"), ValueError, "is not a finite number$"),
        (Decimal("Infinity"), ValueError, "is not a finite number$"),
    ],
)
@in_any_context
def test_what_money_is_not_multiplied_by(
    operation: Callable[[Any, Any], object], factor: object, kind: type[Exception], problem: str
) -> None:
    with pytest.raises(kind, match=problem):
        operation(FIVE, factor)


@pytest.mark.parametrize(
    ("operation", "other"),
    [
        (operator.add, 5),
        (operator.sub, 0),
        (operator.add, Decimal(5)),
        (operator.add, Count(amount=Decimal(5))),
        (operator.mul, FIVE),
        (operator.mul, Percent(amount=Decimal(5))),
        (operator.truediv, Ratio(amount=Decimal(5))),
    ],
)
def test_what_has_no_meaning(operation: Callable[[Any, Any], object], other: object) -> None:
    """Money and a bare number are not added, and money is not multiplied by money."""
    with pytest.raises(TypeError, match="unsupported operand"):
        operation(FIVE, other)


def test_a_ratio_needs_single_amounts() -> None:
    with pytest.raises(TypeError, match="no ratio with a printed range"):
        FIVE / Money(low=Decimal(1), high=Decimal(2), currency="USD")
    with pytest.raises(ZeroDivisionError):
        FIVE / Money(amount=Decimal(0), currency="USD")
    with pytest.raises(TypeError, match="neither an amount nor both ends of a range"):
        FIVE + Money(currency="USD")


# Rounding and print in a locale


@given(moneys())
@in_any_context
def test_rounding(money: Money) -> None:
    """It is the nearest whole number of smallest units, the even one of two, of as many places; and done once."""
    places = minor_unit(money.currency)
    rounded = money.rounded()
    for before, after in ((getattr(money, name), getattr(rounded, name)) for name in ("amount", "low", "high")):
        if before is None:
            assert after is None
            continue
        assert isinstance(after, Decimal)
        assert places_of(after) == places
        steps, exactly = Fraction(after) * 10**places, Fraction(before) * 10**places
        assert steps.denominator == 1
        assert abs(steps - exactly) < Fraction(1, 2) or (abs(steps - exactly) * 2 == 1 and steps % 2 == 0)
    assert rounded.rounded().to_dict() == rounded.to_dict()


@pytest.mark.parametrize(
    ("amount", "currency", "rounded"),
    [
        (Decimal("5.125"), "USD", "USD 5.12"),
        (Decimal("5.135"), "USD", "USD 5.14"),
        (Decimal("-5.125"), "USD", "USD -5.12"),
        (Fraction(2, 3), "USD", "USD 0.67"),
        (Decimal("2.5"), "JPY", "JPY 2"),
        (Decimal("3.5"), "JPY", "JPY 4"),
        (Decimal("1.23456"), "KWD", "KWD 1.235"),
        (Decimal("1.5"), "HUF", "HUF 1.50"),
        (Decimal("1E+3"), "EUR", "EUR 1000.00"),
    ],
)
@in_any_context
def test_rounded_to_the_digit(amount: Decimal | Fraction, currency: str, rounded: str) -> None:
    assert str(Money(amount=amount, currency=currency).rounded()) == rounded


@pytest.mark.parametrize(
    ("money", "locale", "text"),
    [
        (FIVE, "en", "$5.25"),
        (-FIVE, "en", "-$5.25"),
        (FIVE / 9, "en", "$0.58"),
        (FIVE * 1_000_000, "en_IN", "$52,50,000.00"),
        (Money(amount=Decimal("1234.5"), currency="JPY"), "en", "¥1,234"),
        (Money(amount=Decimal("12.34"), currency="HUF"), "en", "HUF12.34"),
        (Money(low=Decimal(10), high=Decimal("15.5"), currency="USD", per="share"), "en", "$10.00–$15.50"),
        (Money(amount=Decimal(f"{10**60}"), currency="USD"), "en", f"${10**60:,}.00"),
    ],
)
@in_any_context
def test_money_as_a_locale_prints_it(money: Money, locale: str, text: str) -> None:
    assert money.format(locale) == text


def test_what_cannot_be_printed() -> None:
    with pytest.raises(UnknownLocaleError, match="'zz' is not a CLDR locale"):
        FIVE.format("zz")
    with pytest.raises(TypeError, match=r"USD \? has no amount to print"):
        Money(currency="USD").format()


# Currencies


def test_currencies_are_those_that_cldr_knows() -> None:
    """All of the installed CLDR's are known, and few others: what one release had and another has not."""
    theirs = set(get_global("all_currencies"))
    assert all(map(is_currency, theirs))
    ours = {a + b + c for a in LETTERS for b in LETTERS for c in LETTERS if is_currency(a + b + c)}
    assert len(ours - theirs) <= 3, ours - theirs


LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@pytest.mark.parametrize(
    ("places", "codes"),
    [
        (0, "JPY KRW VND CLP ISK XAF ITL ESP"),
        (2, "USD EUR CNY HUF RSD IDR LBP COP XAU XDR DEM"),
        (3, "KWD BHD TND IQD JOD LYD OMR"),
        (4, "CLF UYW"),
    ],
)
def test_minor_units_are_those_of_iso_4217(places: int, codes: str) -> None:
    """For currencies of today; what CLDR says instead (no decimals for HUF) is customary and changes."""
    assert {code: minor_unit(code) for code in codes.split()} == dict.fromkeys(codes.split(), places)


@pytest.mark.parametrize("code", ["usd", "US", "BTC", "", "$", "ZZZ"])
def test_a_code_that_there_is_not(code: str) -> None:
    with pytest.raises(UnknownCurrencyError, match=r"is not an ISO 4217 currency; codes look like 'USD'$"):
        Money(amount=Decimal(5), currency=code)
    with pytest.raises(UnknownCurrencyError, match=r"^Money\.candidates: "):
        Money(amount=Decimal(5), currency="USD", candidates=("USD", code))
