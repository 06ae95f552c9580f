"""What a value means: its JSON as published, order within one unit, and the verbs that it only leads to."""

from __future__ import annotations

import itertools
import operator
import random
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from types import ModuleType
from typing import Any, get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from conftest import in_any_context
from moneyfacts.model.interval import plain
from moneyfacts.model.values import (
    VALUE_OF_KIND,
    VALUES,
    Change,
    Count,
    DateSpan,
    Duration,
    Kind,
    Measurement,
    Money,
    Percent,
    Quantity,
    Ratio,
    Value,
)
from moneyfacts.strategies import amounts, ratios, values

NUMBER: dict[str, Any] = {"amount": None, "low": None, "high": None, "alternatives": []}


@pytest.mark.parametrize(
    ("value", "fields"),
    [
        (
            Money(amount=Decimal("1E9"), currency="CNY", candidates=("CNY",), reason="the word yuan", per="year"),
            {
                "amount": "1000000000",
                "currency": "CNY",
                "candidates": ["CNY"],
                "reason": "the word yuan",
                "per": "year",
            },
        ),
        (
            Money(low=Decimal("10"), high=Decimal("15.50"), currency="USD", candidates=("USD", "AUD")),
            {
                "low": "10",
                "high": "15.50",
                "currency": "USD",
                "candidates": ["USD", "AUD"],
                "reason": None,
                "per": None,
            },
        ),
        (Percent(amount=Decimal("7.7")), {"amount": "7.7", "unit": "percent"}),
        (Percent(amount=Decimal(25), unit="basis_point"), {"amount": "25", "unit": "basis_point"}),
        (
            Change(amount=Decimal(55), direction="up", unit="percent", basis="year_on_year"),
            {
                "amount": "55",
                "direction": "up",
                "unit": "percent",
                "candidates": [],
                "of": None,
                "per": None,
                "basis": "year_on_year",
            },
        ),
        (Count(amount=Decimal(12000000), of="vendors"), {"amount": "12000000", "of": "vendors", "per": None}),
        (Ratio(amount=Fraction(2, 3)), {"amount": "2/3"}),
        (Measurement(amount=Decimal(275), unit="foot * pound"), {"amount": "275", "unit": "foot * pound"}),
        (
            Measurement(amount=Decimal(129900), alternatives=(Decimal("129.900"),), unit="meter"),
            {"amount": "129900", "alternatives": ["129.900"], "unit": "meter"},
        ),
        (Duration(amount=Decimal(12), unit="year"), {"amount": "12", "unit": "year"}),
    ],
)
def test_the_json_of_a_quantity(value: Quantity, fields: dict[str, Any]) -> None:
    """Every field of its kind under its published name, and those that every quantity has."""
    assert value.to_dict() == {**NUMBER, **fields}


@pytest.mark.parametrize(
    ("span", "fields"),
    [
        (DateSpan(start=date(2016, 7, 1), end=date(2016, 9, 30), grain="quarter"), {"grain": "quarter"}),
        (DateSpan(end=date(2016, 9, 30)), {"start": None}),
        (
            DateSpan(grain="quarter", fiscal=True, label="FY2017-Q3", unresolved="the fiscal year's end is not known"),
            {
                "start": None,
                "end": None,
                "grain": "quarter",
                "fiscal": True,
                "label": "FY2017-Q3",
                "unresolved": "the fiscal year's end is not known",
            },
        ),
    ],
)
def test_the_json_of_a_date_span(span: DateSpan, fields: dict[str, Any]) -> None:
    usual = {"start": "2016-07-01", "end": "2016-09-30", "grain": "day", "fiscal": False, "label": None}
    assert span.to_dict() == {**usual, "unresolved": None, **fields}


def test_every_kind_has_its_type() -> None:
    assert [kind.kind for kind in VALUES] == [*VALUE_OF_KIND]
    assert set(VALUE_OF_KIND) == set(get_args(Kind))


def test_money_without_other_candidates_has_its_currency_for_one() -> None:
    short, long = (
        Money(amount=Decimal(5), currency="CNY"),
        Money(amount=Decimal(5), currency="CNY", candidates=("CNY",)),
    )
    assert short == long
    assert hash(short) == hash(long)
    assert short.candidates == ("CNY",)
    assert Money.from_dict({"amount": "5", "currency": "CNY"}) == long


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_what_makes_a_kind_is_said_by_name(kind: type[Value]) -> None:
    """Only the numbers that all quantities share may be given by position."""
    shared: tuple[Any, ...] = () if kind is DateSpan else (Decimal(5), None, None, ())
    with pytest.raises(TypeError, match="Extra positional arguments provided"):
        kind(*shared, None)


@given(ratios())
@in_any_context
def test_equal_numbers_make_equal_values(ratio: Ratio) -> None:
    """A Decimal and a Fraction of one size make values that are equal and hash alike."""
    assert ratio.amount is not None
    again = Ratio(amount=Fraction(ratio.amount))
    assert again == ratio
    assert hash(again) == hash(ratio)


def all_of(number: Decimal | Fraction) -> list[Quantity]:
    """One of each kind and unit, all with the same amount."""
    return [
        Money(amount=number, currency="CNY"),
        Money(amount=number, currency="USD"),
        Money(amount=number, currency="USD", per="share"),
        Percent(amount=number),
        Percent(amount=number, unit="percentage_point"),
        Change(amount=number, direction="up", unit="percent"),
        Change(amount=number, direction="down", unit="percent"),
        Change(amount=number, direction="up", unit="multiple"),
        Change(amount=number, direction="up", unit="count", of="jobs"),
        Change(amount=number, direction="up", unit="count", of="shops"),
        Change(amount=number, direction="up", unit="USD", per="share"),
        Count(amount=number),
        Count(amount=number, of="jobs"),
        Count(amount=number, of="jobs", per="year"),
        Ratio(amount=number),
        Measurement(amount=number, unit="meter"),
        Measurement(amount=number, unit="mile"),
        Duration(amount=number, unit="year"),
        Duration(amount=number, unit="month"),
    ]


ORDERS = [operator.lt, operator.le, operator.gt, operator.ge]


@given(amounts(signed=True) | st.fractions(), amounts(signed=True) | st.fractions())
@in_any_context
def test_order_in_one_unit_is_that_of_the_amounts(one: Decimal | Fraction, two: Decimal | Fraction) -> None:
    """Values of one kind and unit compare as their amounts do, Decimal or Fraction, in every kind."""
    for left, right in zip(all_of(one), all_of(two), strict=True):
        assert left.in_unit_of(right)
        for compare in ORDERS:
            assert compare(left, right) == compare(Fraction(one), Fraction(two))


def test_no_order_between_units() -> None:
    """Two units never compare: neither of one kind nor of two."""
    for one, two in itertools.combinations(all_of(Decimal(5)), 2):
        assert not one.in_unit_of(two)
        for compare in ORDERS:
            problem = "no order between" if type(one) is type(two) else "not supported between"
            with pytest.raises(TypeError, match=problem):
                compare(one, two)


@pytest.mark.parametrize(
    ("one", "two", "problem"),
    [
        (
            Money(amount=Decimal(5), currency="USD", per="share"),
            Money(amount=Decimal(5), currency="CNY"),
            "^no order between money in USD, share and money in CNY$",
        ),
        (
            Count(amount=Decimal(5)),
            Count(amount=Decimal(6), of="jobs"),
            "^no order between bare count and count in jobs$",
        ),
        (
            Percent(amount=Decimal(5)),
            Percent(low=Decimal(5), high=Decimal(6)),
            "^no order with a printed range: it has no single amount$",
        ),
    ],
)
def test_why_there_is_no_order(one: Quantity, two: Quantity, problem: str) -> None:
    with pytest.raises(TypeError, match=problem):
        assert one < two
    with pytest.raises(TypeError):
        assert two <= one


@given(st.lists(amounts(signed=True), min_size=2, max_size=6), st.randoms())
def test_amounts_can_be_sorted(numbers: list[Decimal], chance: random.Random) -> None:
    """Sorting is sorting by the amount, and min and max agree with it."""
    moneys = [Money(amount=number, currency="USD") for number in numbers]
    chance.shuffle(moneys)
    assert [money.amount for money in sorted(moneys)] == sorted(numbers)
    assert max(moneys).amount == max(numbers)


dates = st.none() | st.dates(date(2016, 1, 1), date(2016, 1, 20))


@given(dates, dates, dates, dates)
def test_order_of_date_spans(a: date | None, b: date | None, c: date | None, d: date | None) -> None:
    """Spans are ordered by their start, then their end, where no start is before all and no end after all."""
    assume((a or b) and (c or d))
    assume(all(s is None or e is None or s <= e for s, e in ((a, b), (c, d))))
    one, two = DateSpan(start=a, end=b), DateSpan(start=c, end=d)
    ends = [((s is not None, s or date.min), (e is None, e or date.min)) for s, e in ((a, b), (c, d))]
    for compare in ORDERS:
        assert compare(one, two) == compare(*ends)


def test_a_span_that_is_not_resolved_has_no_order() -> None:
    unknown, known = DateSpan(unresolved="no publication date"), DateSpan(start=date(2016, 1, 1))
    for compare, (one, two) in itertools.product(ORDERS, [(unknown, known), (known, unknown)]):
        with pytest.raises(TypeError, match=r"no order with a date span that is not resolved \(no publication date\)"):
            compare(one, two)


@given(values())
def test_values_are_exact(value: Value) -> None:
    """No float anywhere, and numbers travel as text that reads back as the number itself."""
    for name, field in zip(value.__struct_fields__, value.to_dict().values(), strict=True):
        number = getattr(value, name)
        assert not isinstance(number, float)
        if isinstance(number, Decimal | Fraction):
            assert field == plain(number)
            assert Fraction(field) == number


@pytest.mark.parametrize(
    ("module", "function", "call", "arguments"),
    [
        ("rates", "convert", lambda money: money.convert("USD", date(2017, 1, 19)), ("USD", date(2017, 1, 19), None)),
        ("rates", "convert", lambda money: money.convert("USD", on=date.min, rates="r"), ("USD", date.min, "r")),
        ("measure", "money_to_pint", lambda money: money.to_pint(), ()),
    ],
)
def test_money_only_leads_to_its_verbs(
    module: str, function: str, call: Any, arguments: tuple[Any, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A verb of a value passes the value and its arguments on, and gives back what comes."""
    stand_in = ModuleType(f"moneyfacts.{module}")
    setattr(stand_in, function, lambda *given: ("done", given))
    monkeypatch.setitem(sys.modules, f"moneyfacts.{module}", stand_in)
    money = Money(amount=Decimal(5), currency="CNY")
    assert call(money) == ("done", (money, *arguments))


def test_a_measurement_only_leads_to_its_verb(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in = ModuleType("moneyfacts.measure")
    monkeypatch.setattr(stand_in, "measurement_to_pint", lambda *given: ("done", given), raising=False)
    monkeypatch.setitem(sys.modules, "moneyfacts.measure", stand_in)
    length = Measurement(amount=Decimal(5), unit="meter")
    assert length.to_pint() == ("done", (length,))


# What constructors refuse


@pytest.mark.parametrize("field", ["amount", "low", "high"])
@pytest.mark.parametrize(
    ("given_", "kind", "problem"),
    [
        (5.25, TypeError, r"{} is a Decimal, a Fraction or an int, not the float 5\.25: write Decimal\('5\.25'\)$"),
        ("5.25", TypeError, r"{} is a Decimal, a Fraction or an int, not the text '5\.25': write Decimal\('5\.25'\)$"),
        (True, TypeError, "{} is a Decimal, a Fraction or an int, not True$"),
        ([5], TypeError, r"{} is a Decimal, a Fraction or an int, not \[5\]$"),
        (5j, TypeError, "{} is a Decimal, a Fraction or an int, not 5j$"),
        (Decimal("NaN"), ValueError, r"{}: Decimal\('NaN'\) is not a finite number$"),
        (Decimal("sNaN"), ValueError, r"{}: Decimal\('sNaN'\) is not a finite number$"),
        (Decimal("-Infinity"), ValueError, r"{}: Decimal\('-Infinity'\) is not a finite number$"),
    ],
)
@in_any_context
def test_numbers_are_exact_or_refused(field: str, given_: Any, kind: type[Exception], problem: str) -> None:
    """In every kind of quantity, with the field's name, what was given, and what is wanted."""
    for value in all_of(Decimal(5)):
        fields = {name: getattr(value, name) for name in value.__struct_fields__ if name != "amount"}
        name = f"{type(value).__name__}.{field}"
        with pytest.raises(kind, match="^" + problem.format(name.replace(".", r"\."))):
            type(value)(**{**fields, field: given_})


@given(st.integers(), st.fractions(), st.integers())
@in_any_context
def test_whole_numbers_become_decimals(whole: int, fraction: Fraction, other: int) -> None:
    """Exactly, also among the alternatives; fractions stay."""
    count = Count(amount=whole, alternatives=(other,))  # type: ignore[arg-type]
    assert (type(count.amount), type(count.alternatives[0])) == (Decimal, Decimal)
    assert [count.amount, *count.alternatives] == [whole, other]
    assert type(Ratio(amount=fraction).amount) is Fraction


@pytest.mark.parametrize(
    ("make", "fields", "kind", "problem"),
    [
        (Money, {"currency": 5}, TypeError, "^Money.currency is the code of a currency, such as 'USD', not 5$"),
        (Money, {"currency": None}, TypeError, "such as 'USD', not None$"),
        (Money, {"currency": "USD", "candidates": ("CAD", "USD")}, ValueError, "'USD' is not the first of its candida"),
        (
            Money,
            {"currency": "USD", "candidates": "USD"},
            TypeError,
            "^Money.candidates is a tuple of codes, not 'USD'",
        ),
        (Money, {"currency": "USD", "candidates": ("USD", None)}, TypeError, "^Money.candidates is the code of a curr"),
        (Count, {"alternatives": [Decimal(5)]}, TypeError, "^Count.alternatives is a tuple of Decimals, not "),
        (Count, {"alternatives": (5.5,)}, TypeError, "^Count.alternatives is a Decimal, .* not the float 5.5"),
        (Percent, {"unit": "per cent"}, ValueError, "^Percent.unit: 'per cent' is none of percent, percentage_point"),
        (Percent, {"unit": ["percent"]}, ValueError, "^Percent.unit: .* is none of percent, percentage_point"),
        (Change, {"direction": "sideways", "unit": "percent"}, ValueError, "^Change.direction: 'sideways' is none of"),
        (DateSpan, {"start": "2017-01-20"}, TypeError, "^DateSpan.start is a date, not '2017-01-20'$"),
        (DateSpan, {"end": 20170120}, TypeError, "^DateSpan.end is a date, not 20170120$"),
        (DateSpan, {"grain": "fortnight"}, ValueError, "^DateSpan.grain: 'fortnight' is none of day, week, month"),
        (
            DateSpan,
            {"start": date(2017, 1, 2), "end": date(2017, 1, 1)},
            ValueError,
            "^DateSpan.end: 2017-01-01 is before the start, 2017-01-02$",
        ),
    ],
)
def test_what_else_constructors_refuse(make: Any, fields: dict[str, Any], kind: type[Exception], problem: str) -> None:
    with pytest.raises(kind, match=problem):
        make(**fields)


def test_a_datetime_stands_for_its_date() -> None:
    """As for `published`; what is no moment at all, as pandas' NaT, is refused."""

    class NotATime(datetime):
        def __eq__(self, other: object) -> bool:
            return False

        __hash__ = datetime.__hash__

    span = DateSpan(start=datetime(2017, 1, 20, 23, 59, tzinfo=UTC), end=date(2017, 1, 21))
    assert span.to_dict()["start"] == "2017-01-20"
    assert type(span.start) is date
    with pytest.raises(TypeError, match=r"^DateSpan\.start is a date, not "):
        DateSpan(start=NotATime(2017, 1, 20, tzinfo=UTC))
