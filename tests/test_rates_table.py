"""A table of one's own rates: the same lookups and errors as the ECB's, and a CSV file that says where it is wrong."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import in_any_context
from moneyfacts.errors import RateError
from moneyfacts.rates import ECB, ExchangeRates, RateTable
from moneyfacts.rates.history import FALLBACK_DAYS

DAY = date(2017, 1, 19)

# Digit by digit, so that no decimal context has a say, and never zero.
figures = st.builds("{}{}".format, st.integers(1, 10**6), st.from_regex(r"(\.[0-9]{1,6})?", fullmatch=True))
rows = st.dictionaries(st.sampled_from(["CNY", "USD", "JPY"]), figures, min_size=1)
tables = st.dictionaries(st.dates(date(2017, 1, 1), date(2017, 3, 1)), rows, min_size=1)


@given(tables, st.dates(date(2016, 12, 25), date(2017, 3, 20)))
@in_any_context
def test_the_rate_is_that_of_the_greatest_day_up_to_the_one_asked_for(
    table: Mapping[date, Mapping[str, str]], on: date
) -> None:
    rates = RateTable(table, base="EUR")
    near = [
        day for day in table if day <= on <= day + timedelta(days=FALLBACK_DAYS) and {"CNY", "USD"} <= set(table[day])
    ]
    if near:
        rate = rates.rate("CNY", "USD", on)
        assert rate.date == max(near)
        assert rate.value == Fraction(table[rate.date]["USD"]) / Fraction(table[rate.date]["CNY"])
        assert [(code, str(figure)) for code, figure in rate.legs] == [
            (code, table[rate.date][code]) for code in ("CNY", "USD")
        ]
    else:
        with pytest.raises(RateError):
            rates.rate("CNY", "USD", on)


def test_a_csv_file_has_the_rates_of_the_same_table(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_bytes("\ufeffDate, USD ,CNY,\r\n2017-01-20,1.0632,,\r\n\r\n2017-01-19, 1.0668 ,7.3241\r\n".encode())
    read = RateTable.from_csv(path, base="EUR")
    made = RateTable({date(2017, 1, 20): {"USD": "1.0632"}, DAY: {"USD": "1.0668", "CNY": "7.3241"}}, base="EUR")
    assert read.name == "mine.csv"
    assert RateTable.from_csv(str(path), base="EUR", name="mine").name == "mine"
    assert read.currencies == made.currencies == ("CNY", "EUR", "USD")
    for on in (DAY, date(2017, 1, 20), date(2017, 1, 29)):
        ours, theirs = read.rate("CNY", "USD", on), made.rate("CNY", "USD", on)
        assert (ours.value, ours.date, ours.legs) == (theirs.value, theirs.date, theirs.legs)
    assert repr(read) == "<RateTable 'mine.csv': CNY, EUR, USD; 2017-01-19 to 2017-01-20>"


def test_the_file_that_the_ecb_publishes_is_such_a_file(tmp_path: Path) -> None:
    path = tmp_path / "eurofxref-hist.csv"
    path.write_text(
        "Date,USD,JPY,CYP,CNY,\n2017-01-20,1.0632,122.47,N/A,7.3125,\n2017-01-19,1.0668,122.23,N/A,7.3241,\n"
    )
    table = RateTable.from_csv(path, base="EUR", name="ECB")
    assert table.currencies == ("CNY", "EUR", "JPY", "USD")
    for rate in table.published("CNY", "USD", DAY, DAY + timedelta(days=1)):
        assert rate == ECB.rate("CNY", "USD", rate.date)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", r"rates\.csv:1: the first column is to be headed date, not ''"),
        ("day,USD\n", r"rates\.csv:1: the first column is to be headed date, not 'day'"),
        ("date,USD\n", r"rates\.csv has no rates: no currency but EUR has a figure"),
        ("date,dollar\n2017-01-19,1\n", r"rates\.csv:1: column 2: 'dollar' is not an ISO 4217 code"),
        ("date,USD,USD\n", r"rates\.csv:1: column 3: 'USD' heads an earlier column already"),
        ("date,USD\n2017-01-19,1.1\n19.1.2017,1\n", r"csv:3: column date: '19\.1\.2017' is not an ISO 8601 date"),
        ("date,USD\n2017-01-19,1.1\n2017-01-19,1.1\n", r"rates\.csv:3: column date: 2017-01-19 stands in an earlier"),
        ("date,CNY,USD\n2017-01-19,7,x\n", r"rates\.csv:2: column USD: 'x' is not a positive number"),
        ("date,USD\n2017-01-19,0.00\n", r"rates\.csv:2: column USD: '0\.00' is not a positive number"),
        ("date,USD\n2017-01-19,-1\n", r"rates\.csv:2: column USD: '-1' is not a positive number"),
        ('date,USD\n2017-01-19,"1,1"\n', r"rates\.csv:2: column USD: '1,1' is not a positive number"),
        ("date,USD\n2017-01-19,1e999\n", r"rates\.csv:2: column USD: '1e999' is not a positive number"),
        ("date,USD\n2017-01-19,NaN\n", r"rates\.csv:2: column USD: 'NaN' is not a positive number"),
        ("date,USD\n2017-01-19,١\n", r"rates\.csv:2: column USD: '١' is not a positive number"),
        ("date,EUR,USD\n2017-01-19,2,1\n", r"rates\.csv:2: column EUR: one EUR is 1 EUR, not 2"),
        ("date,,USD\n2017-01-19,3,1\n", r"rates\.csv:2: column 2: '3' stands under no currency"),
        ("date,USD\n2017-01-19,1,2\n", r"rates\.csv:2: column 3: '2' stands under no currency"),
        ('date,USD\n2017-01-19,1\n"' + "x" * 140_000, r"rates\.csv:3: no CSV text: field larger"),
    ],
)
def test_a_csv_file_that_is_wrong_says_where(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "rates.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        RateTable.from_csv(path, base="EUR")


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "rates.csv"
    path.write_bytes(b"date,USD\n2017-01-19,\xff\n")
    with pytest.raises(ValueError, match=r"rates\.csv: no UTF-8 text: 'utf-8' codec can't decode"):
        RateTable.from_csv(path, base="EUR")
    with pytest.raises(FileNotFoundError):
        RateTable.from_csv(tmp_path / "none.csv", base="EUR")


NUMBERS = float  # a float is what these tests refuse


@pytest.mark.parametrize(
    ("figure", "error", "message"),
    [
        (
            NUMBERS("1.1"),
            TypeError,
            r"USD on 2017-01-19: the float 1\.1 is not the figure that was printed; give it as",
        ),
        (True, TypeError, r"USD on 2017-01-19: True is neither a string nor an int nor a Decimal"),
        (None, TypeError, "None is neither"),
        (Fraction(1, 3), TypeError, "neither"),
        ("", ValueError, "'' is not a positive number of less than 300 digits"),
        ("1_000", ValueError, "'1_000' is not a positive number"),
        ("abc", ValueError, "'abc' is not a positive number"),
        (0, ValueError, "0 is not a positive number"),
        (-1, ValueError, "-1 is not a positive number"),
        (Decimal("NaN"), ValueError, "is not a positive number"),
        (Decimal("sNaN"), ValueError, "is not a positive number"),
        (Decimal("Infinity"), ValueError, "is not a positive number"),
        (Decimal("1E+400"), ValueError, "of less than 300 digits"),
        (Decimal("1E-400"), ValueError, "of less than 300 digits"),
        ("1" * 300, ValueError, "of less than 300 digits"),
        ("0." + "1" * 301, ValueError, "of less than 300 digits"),
    ],
)
@in_any_context
def test_figures_that_are_refused(figure: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        RateTable({DAY: {"USD": figure}}, base="EUR")


@pytest.mark.parametrize("figure", ["7.30", 7, Decimal("7.30"), "73E-1", "7.3e0"])
@in_any_context
def test_figures_that_are_taken(figure: str | int | Decimal) -> None:
    rate = RateTable({DAY: {"CNY": figure}}, base="EUR").rate("EUR", "CNY", DAY)
    assert rate.value == Fraction(figure)
    assert str(rate.legs[0][1]) == str(Decimal(figure))


@pytest.mark.parametrize(
    ("table", "base", "error", "message"),
    [
        ({}, "EUR", ValueError, "table has no rates: no currency but EUR has a figure"),
        ({DAY: {"EUR": 1}}, "EUR", ValueError, "no currency but EUR"),
        ({DAY: {"EUR": "1.1"}}, "EUR", ValueError, "one EUR is 1 EUR, not 1.1"),
        ({DAY: {"usd": 1}}, "EUR", ValueError, "2017-01-19: 'usd' is not an ISO 4217 code, three letters such as USD"),
        ({DAY: {1: 1}}, "EUR", ValueError, "1 is not an ISO 4217 code"),
        ({DAY: {"USD": 1}}, "euro", ValueError, "the base: 'euro' is not an ISO 4217 code"),
        ({"2017-01-19": {"USD": 1}}, "EUR", TypeError, "rates are keyed by day, a datetime.date, not by '2017-01-19'"),
        ({datetime(2017, 1, 19): {"USD": 1}}, "EUR", TypeError, "rates are keyed by day"),  # noqa: DTZ001
    ],
)
def test_tables_that_are_refused(table: Any, base: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        RateTable(table, base=base)


@pytest.mark.parametrize(
    ("base", "quote", "on", "message"),
    [
        ("GBP", "USD", "2017-01-19", "table has no rates of 'GBP': it covers 4 currencies, CNY, EUR, JPY, USD"),
        ("EUR", "USD", "2017-01-18", "table has no EUR/USD rate for 2017-01-18: the history begins on 2017-01-19"),
        ("EUR", "JPY", "2017-03-01", "the history ends on 2017-01-25, more than 10 days before"),
        ("CNY", "USD", "2017-01-19", "CNY is covered from 2017-01-25 to 2017-01-25"),
        ("CNY", "USD", "2017-01-25", "no one day of the 10 before has both"),
    ],
)
def test_refusals_say_what_is_missing(base: str, quote: str, on: str, message: str) -> None:
    table = RateTable({DAY: {"USD": "1.0668", "JPY": 122}, date(2017, 1, 25): {"CNY": "7.3"}}, base="EUR")
    with pytest.raises(RateError, match=message):
        table.rate(base, quote, date.fromisoformat(on))


def test_the_last_day_of_a_table_serves_as_long_as_any_other() -> None:
    """A table's end is not the end of a copy of something that went on: the fallback is the same as within."""
    table = RateTable({DAY: {"CNY": "6.87"}}, base="USD", name="the text")
    assert table.rate("USD", "CNY", DAY + timedelta(days=FALLBACK_DAYS)).date == DAY
    with pytest.raises(RateError):
        table.rate("USD", "CNY", DAY + timedelta(days=FALLBACK_DAYS + 1))
    assert table.rate("USD", "USD", date.max).value == 1


def test_a_table_is_a_copy_that_travels() -> None:
    row: dict[str, str | int] = {"CNY": "6.87", "USD": 1}
    source: dict[date, dict[str, str | int]] = {DAY: row}
    table = RateTable(source, base="USD")
    row["CNY"] = "1"
    source.clear()
    assert table.rate("USD", "CNY", DAY).value == Fraction("6.87")
    again = pickle.loads(pickle.dumps(table))
    assert again.rate("USD", "CNY", DAY) == table.rate("USD", "CNY", DAY)
    assert table.covered("CNY") == table.covered("USD") == (DAY, DAY)
    assert isinstance(table, ExchangeRates)
