"""What people and CLDR print in a locale, as tables: a locale, a text, the amount, and the currency."""

from __future__ import annotations

from decimal import Decimal

import pytest

from moneyfacts import parse_money, parse_number, parse_percent

EXAMPLES = [
    ("hi", "₹12,34,567.89", "1234567.89", "INR"),
    ("hi", "₹१२,३४,५६७.८९", "1234567.89", "INR"),
    ("hi", "₹34.3 अ॰", "34300000000", "INR"),
    ("ar_EG", "\u200f١٬٢٣٤٬٥٦٧٫٨٩\u00a0ج.م.\u200f", "1234567.89", "EGP"),
    ("ar_EG", "1٬234٫5 ج.م.", "1234.5", "EGP"),
    ("ar_MA", "\u200f1.234,50\u00a0د.م.\u200f", "1234.50", "MAD"),
    ("fa", "\u200eریال\u00a0۱٬۲۳۴٬۵۶۷", "1234567", "IRR"),
    ("fa", "۱٫۵ میلیون دلار آمریکا", "1500000", "USD"),
    ("my", "၁,၂၃၄.၅ K", "1234.5", "MMK"),
    ("de_CH", "CHF 1’234’567.89", "1234567.89", "CHF"),
    ("de_CH", "CHF 1'234'567.89", "1234567.89", "CHF"),
    ("fr_CH", "1\u202f234.50 CHF", "1234.50", "CHF"),
    ("fr", "1\u202f234\u202f567,89\u00a0€", "1234567.89", "EUR"),
    ("fr", "1 234 567,89 $US", "1234567.89", "USD"),
    ("fr", "(1\u202f234,50\u00a0€)", "-1234.50", "EUR"),
    ("fr", "mille euros", "1000", "EUR"),
    ("fr", "1,5 million euros", "1500000", "EUR"),
    ("de", "1.234.567,89\u00a0€", "1234567.89", "EUR"),
    ("de", "1234567,89 €", "1234567.89", "EUR"),
    ("de", "€ 5", "5", "EUR"),
    ("de", "−5 €", "-5", "EUR"),
    ("de", "34,3\u00a0Mrd.\u00a0€", "34300000000", "EUR"),
    ("de", "1,5 Mio €", "1500000", "EUR"),
    ("de", "34,3 MILLIARDEN US-DOLLAR", "34300000000", "USD"),
    ("de", "7 bulgarische lew (1962–1999)", "7", "BGL"),
    ("de", "1.500,00 ATS", "1500.00", "ATS"),
    ("nl", "€ -1.234,50", "-1234.50", "EUR"),
    ("nl", "(€ 1.234,50)", "-1234.50", "EUR"),
    ("ja", "￥1,234", "1234", "JPY"),
    ("ja", "￥343億", "34300000000", "JPY"),
    ("zh", "¥1.23亿", "123000000", "CNY"),
    ("zh_Hant_TW", "$1.23億", "123000000", "TWD"),
    ("ko", "₩1.5만", "15000", "KRW"),
    ("sv", "−1 234,50 kr", "-1234.50", "SEK"),
    ("da", "7 kr.", "7", "DKK"),
    ("ro", "20 de lei românești", "20", "RON"),
    ("es_MX", "$1,234.50", "1234.50", "MXN"),
    ("es_MX", "USD\u00a01.2\u00a0M", "1200000", "USD"),
    ("pt", "R$ 1,5 mil", "1500", "BRL"),
    ("sw", "US$ elfu 1.5", "1500", "USD"),
    ("en_IN", "₹1.5LCr", "1500000000000", "INR"),
    ("en_ZA", "R1 234,50", "1234.50", "ZAR"),
    ("en_FK", "£1,234.50", "1234.50", "FKP"),
    ("en_FK", "£1.5m", "1500000", "FKP"),
    ("en_AU", "SCR 1,234.50", "1234.50", "SCR"),
    ("kea", "1\u00a0234,50\u00a0\u200b", "1234.50", "CVE"),
    # as another version of CLDR prints them
    ("en_ZA", "R1,234.50", "1234.50", "ZAR"),
    ("fr_CH", "1'234.50 CHF", "1234.50", "CHF"),
    ("gl", "1.234,50 €", "1234.50", "EUR"),
    ("vi", "34,3 T €", "34300000000", "EUR"),
    # in groups that any locale may have
    ("da", "1 234,50 €", "1234.50", "EUR"),
    ("da", "1'234,50 €", "1234.50", "EUR"),
    ("da", "1\u2009234\u2009567.5 €", "1234567.5", "EUR"),
    ("ky", "1\u2007234,50 USD", "1234.50", "USD"),
    ("gu", "₹ 1 234 567", "1234567", "INR"),
    # the Swiss have either decimal sign
    ("rm_CH", "1’450,50 CHF", "1450.50", "CHF"),
    ("rm_CH", "987.5 CHF", "987.5", "CHF"),
    ("gsw_LI", "987,5 CHF", "987.5", "CHF"),
    ("de_LI", "34300000'000.00 CHF", "34300000000.00", "CHF"),
]


@pytest.mark.parametrize(("locale", "text", "amount", "code"), EXAMPLES)
def test_amounts_as_people_print_them(locale: str, text: str, amount: str, code: str) -> None:
    money = parse_money(text, locale=locale)
    assert (str(money.amount), money.currency) == (amount, code)


@pytest.mark.parametrize(
    ("locale", "text", "amount"),
    [
        ("tr", "%12,5", "12.5"),
        ("tr", "12,5%", "12.5"),
        ("fr", "−12,5\u202f%", "-12.5"),
        ("ar_EG", "١٢٫٥٪\u061c", "12.5"),
    ],
)
def test_percentages_as_people_print_them(locale: str, text: str, amount: str) -> None:
    assert str(parse_percent(text, locale=locale).amount) == amount


@pytest.mark.parametrize(
    ("locale", "text", "amount"),
    [
        ("de", "1.234,5", "1234.5"),
        ("de", "+7", "7"),
        ("de", "34,3 Milliarden", "34300000000"),
        ("it", "mille", "1000"),
        ("es", "1,5 mil M", "1500000000"),
        ("hi", "-12,34,567", "-1234567"),
        ("th", "๑,๒๓๔", "1234"),
    ],
)
def test_numbers_as_people_print_them(locale: str, text: str, amount: str) -> None:
    assert str(parse_number(text, locale=locale)) == amount


@pytest.mark.parametrize(
    ("locale", "text", "amounts"),
    [
        ("bew", "1.23 M US$", ["1230000", "1230000000"]),
        ("es_US", "$34.3 B", ["34300000000", "34300000000000"]),
        ("es_US", "$5.5 B", ["5500000000", "5500000000000"]),
        ("en_ZA", "R1,421 million", ["1421000000", "1421000"]),
        ("en_ZA", "R1,421", ["1421", "1.421"]),
        ("en_ZA", "KWD 1,421", ["1.421", "1421"]),
        ("en_ZA", "R1.421 billion", ["1421000000"]),
        ("scn", "€ 1.421", ["1421", "1.421"]),
        ("la", "340M US$", ["340000", "340000000"]),
        ("sw", "elfu 15 dola za Marekani", ["15000", "1500"]),
        ("sw", "milioni 146000 dola za Marekani", ["146000000", "146000000000"]),
        ("sw", "milioni 1,230 dola za Marekani", ["1230000000"]),
    ],
)
def test_of_two_readings_the_other_is_kept(locale: str, text: str, amounts: list[str]) -> None:
    """Groups are likelier than three decimals, unless the currency has three; billions are likelier than trillions."""
    money = parse_money(text, locale=locale)
    assert list(map(str, (money.amount, *money.alternatives))) == amounts


def test_doubt_that_cldr_leaves_is_kept() -> None:
    """A percentage of more than a thousand is less likely than one with three decimals."""
    percent = parse_percent("1,421%", locale="en_ZA")
    assert (percent.amount, percent.alternatives) == (Decimal("1.421"), (Decimal(1421),))
    assert parse_money("5 $", locale="es_CO").currency == "COP"


def test_a_home_currency_decides() -> None:
    """Of several currencies with one sign the territory's comes first, then the one of most territories."""
    assert parse_money("ILS 5", locale="zh").candidates == ("ILS", "ILR")
    money = parse_money("ILS 5", locale="zh", home_currency="ILR")
    assert (money.currency, money.candidates, money.reason) == (
        "ILR",
        ("ILR", "ILS"),
        "the sign ILS; the home currency",
    )
