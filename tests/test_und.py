"""Prices in no known language: what the figure itself tells, and the doubt that is left."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from babel.core import get_global
from babel.numbers import format_currency, get_currency_precision
from hypothesis import assume, example, given
from hypothesis import strategies as st

from conftest import in_any_context
from moneyfacts.api import check, extract, parse_money, parse_number, parse_percent
from moneyfacts.errors import ParseError, UnknownLocaleError
from moneyfacts.lang import cldr, language
from moneyfacts.link import links
from moneyfacts.model.facts import Document
from moneyfacts.model.values import Money, Quantity
from moneyfacts.strategies import amounts

# A price, and what it amounts to: "12345 SEK | 12.345" is twelve thousand kronor, or else 12.345 of them. "?" stands
# for a number without a currency, "low..high" for a range, and what is no figure is not listed. Rows go by cause.
PRICES = {
    "two kinds of separators": """
        € 2.468,10                 2468.10 EUR
        $2,468.10                  2468.10 USD
        2 468,10 €                 2468.10 EUR
        2\u00a0468,10\u00a0€       2468.10 EUR
        2\u202f468,10\u202f€       2468.10 EUR
        CHF 2'468.10               2468.10 CHF
        CHF 2’468,10               2468.10 CHF
        12.345.678,90 TL           12345678.90 TRY
        7.123,4 zł                 7123.4 PLN
        7,123.4567 USD             7123.4567 USD
    """,
    "one kind of separator, more than once": """
        3.250.000 ₫                3250000 VND
        $ 1.875.990                1875990 USD
        Rp4.500.000                4500000 IDR
        ₹12,34,567                 1234567 INR
        ₹ 1,05,000/-               105000 INR
        7 654 321 Kč               7654321 CZK
        CHF 7'654'321              7654321 CHF
    """,
    "one separator, where no group can end": """
        8,49 €                     8.49 EUR
        €8.49                      8.49 EUR
        0,8 €                      0.8 EUR
        14.5 €                     14.5 EUR
        €0.125                     0.125 EUR
        1234.567 USD               1234.567 USD
        0.0875 €                   0.0875 EUR
        $.65                       0.65 USD
        .85 €                      0.85 EUR
    """,
    "one separator and three digits: groups are likelier": """
        48.500 kr                  48500 SEK | 48.500
        € 48,500                   48500 EUR | 48.500
        R$ 7.650                   7650 BRL | 7.650
        -€48.500                   -48500 EUR | -48.500
        48.500                     48500 ? | 48.500
    """,
    "one separator and three digits, where the currency knows": """
        KD 7.250                   7.250 KWD | 7250
        7,250 BHD                  7.250 BHD | 7250
        12.500 د.ت                 12.500 TND | 12500
        ¥7,250                     7250 JPY
        7,250円                    7250 JPY
        7.250 ₫                    7250 VND
        ₩57,250                    57250 KRW
    """,
    "spaces and apostrophes group by three, and do nothing else": """
        3 480 Kč                   3480 CZK
        13 480 ₽                   13480 RUB
        13'480 CHF                 13480 CHF
        3 48 Kč                    3 ?; 48 CZK
    """,
    "dashes for no minor units": """
        79,- €                     79 EUR
        CHF 79.-                   79 CHF
        79.– CHF                   79 CHF
        1.479,- kr                 1479 SEK
        4 990,- Kč                 4990 CZK
        Rs. 750/-                  750 INR
        KSh 1,750/=                1750 KES
        349:-                      349 ?
    """,
    "decimals that a layout tore off, beside a currency only": """
        $64. 95                    64.95 USD | 64
        € 1.064, 95                1064.95 EUR | 1064
        64, 95 zł                  64.95 PLN | 95
        in 2016, 20 items          20 ?
    """,
    "the sign in the decimal place": """
        14€90                      14.90 EUR
        6 $20                      6 ?; 20 USD
    """,
    "one separator for both, with decimals of two digits": """
        2.468.10 €                 2468.10 EUR
        2,468,10 €                 2468.10 EUR
        10.127.1 €
    """,
    "digits of other scripts": """
        ١٬٢٣٤٫٥٠ د.إ               1234.50 AED
        ۴۵٬۰۰۰ ریال                45000 IRR
        ¥１，２３４，５６７         1234567 JPY
        ৳ ১,২৩,৪৫৬.৫০              123456.50 BDT
    """,
    "signs before": """
        US$ 64                     64 USD
        US $ 64                    64 USD
        US$:64.20                  64.20 USD
        C$64.20                    64.20 CAD
        HK$64                      64 HKD
        U$S 64                     64 USD
        EUR64                      64 EUR
        Eur 64                     64 EUR
        chf 64                     64 CHF
        kr 64                      64 SEK
        Kč 64                      64 CZK
        Rs.64                      64 INR
        Rs 64.20                   64.20 INR
        RM64.20                    64.20 MYR
        S/. 64.20                  64.20 PEN
        S/64.20                    64.20 PEN
        Bs. 64,20                  64.20 BOB
        B/.64.20                   64.20 PAB
        R 64.20                    64.20 ZAR
        ₦64,200.00                 64200.00 NGN
        GH₵ 64.20                  64.20 GHS
        USD -64.20                 -64.20 USD
        د.إ 64.20                  64.20 AED
    """,
    "signs behind": """
        64.20EUR                   64.20 EUR
        64,20 zł                   64.20 PLN
        64,20 ZŁ                   64.20 PLN
        64 Kč                      64 CZK
        64 Ft                      64 HUF
        64 грн.                    64 UAH
        64 руб                     64 RUB
        64 р.                      64 RUB
        64 лв                      64 BGN
        64 ден.                    64 MKD
        64 lei                     64 RON
        64 ₪                       64 ILS
        64 ש"ח                     64 ILS
        64 د.م.                    64 MAD
        64 م.د                     64 MAD
        64 ر.ع.                    64 OMR
        64 FCFA                    64 XOF
        64 E£                      64 EGP
        64 $ CA                    64 CAD
        64 kr.                     64 DKK
        64 euro.                   64 EUR
        64 сум                     64 UZS
        64元起                     64 CNY
        64원입니다                 64 KRW
    """,
    "two signs for one currency": """
        NZD $64.20                 64.20 NZD
        SGD$64.20                  64.20 SGD
        $ SGD64.20                 64.20 SGD
        AUD64.20 $                 64.20 AUD
        $64.20 MXN                 64.20 MXN
        Rs. 640 LKR                640 LKR
    """,
    "letters that are signs only before a price": """
        Q 64.20                    64.20 GTQ
        L1,640.00                  1640.00 HNL
        Q4
        E500
        TOP 64
        64 K                       64 ?
        ID 64
    """,
    "units are no currencies": """
        64.20 ft
        6,4 kg
        64 GB
        6 L
        64 m²
        64%
        £6.40/100g                 6.40 GBP
        6,40 €/kg                  6.40 EUR
    """,
    "several prices": """
        Was: $64.20 Now: $32.10    64.20 USD; 32.10 USD
        €64,20 €32,10              64.20 EUR; 32.10 EUR
        64,20 € 32,10 €            64.20 EUR; 32.10 EUR
        R$ 64,20 R$ 32,10          64.20 BRL; 32.10 BRL
        AED 640 (USD 174)          640 AED; 174 USD
        6 x 64,20 €                6 ?; 64.20 EUR
        64,20 € (-15%)             64.20 EUR
    """,
    "ranges": """
        $64 - $72                  64..72 USD
        64,20 – 72,10 €            64.20..72.10 EUR
        €1.640-€1.720              1640..1720 EUR
    """,
    "signs of the amount": """
        -64,20 €                   -64.20 EUR
        −$64.20                    -64.20 USD
        $-64.20                    -64.20 USD
        - $64.20                   64.20 USD
        (64.20 €)                  64.20 EUR
    """,
    "numbers alone": """
        64                         64 ?
        64,20                      64.20 ?
        1985                       1985 ?
        Cena 64,20                 64.20 ?
    """,
    "digits that are no price": """
        12.05.2017
        10:30
        1/2
        0049
        192.168.100.25
        1.2.3
        $6m
        6,4,2
        Boeing 737
        SKU-1234
    """,
}
ROWS = [
    pytest.param(price.strip(" "), meaning.strip(), id=f"{cause}: {price.strip(' ')}")
    for cause, table in PRICES.items()
    for price, _, meaning in (line.strip(" ").partition("  ") for line in table.strip().splitlines())
]
# Locales of many scripts, separators, places of the sign and kinds of digits.
LOCALES = [
    *("ar_AE", "ar_EG", "bg", "bn", "ca", "cs", "da", "de", "de_AT", "de_CH", "el", "en", "en_CA", "en_IN", "en_ZA"),
    *("es", "es_CL", "es_MX", "et", "fa", "fi", "fil", "fr", "fr_CA", "fr_CH", "gu", "he", "hi", "hr", "hu", "hy"),
    *("id", "is", "it", "ja", "ka", "kk", "ko", "lt", "lv", "mk", "mr", "ms", "nb", "ne", "nl", "pl", "pt", "pt_BR"),
    *("ro", "ru", "sk", "sl", "sq", "sr", "sv", "sw", "ta", "te", "th", "tr", "uk", "ur", "uz", "vi", "zh", "zh_TW"),
]


def tender(locale: str) -> str:
    """Return the currency of the territory that a locale names, or that its language is most spoken in."""
    territory = locale.partition("_")[2] or get_global("likely_subtags")[locale].rpartition("_")[2]
    return cldr.read(f"und_{territory}").home_currency or "USD"


def shown(document: Document) -> str:
    found = []
    for fact in document:
        value = fact.value
        if isinstance(value, Quantity) and value.kind in ("money", "count"):
            number = f"{value.low}..{value.high}" if value.amount is None else f"{value.amount}"
            others = "".join(f" | {each}" for each in value.alternatives)
            found.append(f"{number} {value.currency if isinstance(value, Money) else '?'}{others}")
    return "; ".join(found)


@pytest.mark.parametrize(("text", "meaning"), ROWS)
def test_what_a_price_amounts_to(text: str, meaning: str) -> None:
    document = extract(text, locale="und")
    assert shown(document) == meaning.strip()
    assert all(document.text[fact.start : fact.end] == fact.text for fact in document)


@given(st.sampled_from(LOCALES), st.sampled_from(["own", "EUR", "USD", "JPY", "KWD"]), amounts(digits=9, signed=True))
@example("fa", "USD", Decimal("-5.25"))
def test_what_babel_prints_is_among_the_readings(locale: str, currency: str, amount: Decimal) -> None:
    """A price as any locale prints it is one figure, its amount and currency among those that it may be."""
    code = tender(locale) if currency == "own" else currency
    digits = get_currency_precision(code)
    exact = Decimal(f"{amount:.{digits}f}")
    for numbers in ("latn", "default"):
        text = format_currency(exact, code, locale=locale, numbering_system=numbers)
        assume(not re.search(r"\d{4}['’]\d", text))  # "1000000'000", by a pattern of CLDR 49 that Babel takes amiss
        readings = [parse_money(text, locale="und"), *(fact.value for fact in extract(text, locale="und"))]
        assert len(readings) == 2, text
        for money in readings:
            assert isinstance(money, Money)
            assert exact in (money.amount, *money.alternatives), text
            assert code in money.candidates, text


@given(
    st.integers(1, 10**9),
    st.integers(0, 999),
    st.sampled_from([",.", ".,", " ,", "\u00a0,", "\u202f.", "'.", "’,", "٬٫"]),
    st.integers(1, 3),
)
@in_any_context
def test_two_kinds_of_separators_leave_no_doubt(whole: int, fraction: int, pair: str, places: int) -> None:
    """Groups with one separator and decimals with another have one reading."""
    decimals = f"{fraction:03}"[:places]
    text = f"{whole + 999:,}".replace(",", pair[0]) + pair[1] + decimals
    for money in (parse_money(f"{text} €", locale="und"), parse_money(f"€{text}", locale="und")):
        assert (str(money.amount), money.alternatives) == (f"{whole + 999}.{decimals}", ())


@given(st.text(st.characters(codec="utf-8")) | st.text("0123456789.,'- €$¢KčRs/:٫٬\u00a0\u200f\n١"))
@example("5,")
@example("$")
@example(".")
def test_no_text_is_too_odd(text: str) -> None:
    document = extract(text, locale="und")
    assert all(document.text[fact.start : fact.end] == fact.text for fact in document)
    assert Document.from_dict(document.to_dict()) == document
    links(document, language("und"))


def test_one_figure_alone() -> None:
    """The verbs that read one figure keep its other readings, with the sign of the first."""
    money = parse_money("(48.500 kr)", locale="und")
    assert (money.amount, money.alternatives) == (Decimal("-48500"), (Decimal("-48.500"),))
    percent = parse_percent("5,125%", locale="und")
    assert (percent.amount, percent.alternatives) == (Decimal("5.125"), (Decimal("5125"),))
    assert parse_number("1.234,5", locale="und") == Decimal("1234.5")
    with pytest.raises(ParseError):
        parse_money("12.05.2017 €", locale="und")


@pytest.mark.parametrize("territory", ["CH", "LI"])
def test_a_territory_whose_numbers_are_its_own_is_read_as_any_other(territory: str) -> None:
    """The Swiss print numbers in three ways, whatever the language; where none is known, all are read anyway."""
    found = [extract(text, locale=f"und_{territory}").facts for text in ("CHF 1'299.50", "1 299,50 CHF", "5.5 %")]
    amounts = [[fact.value.to_dict()["amount"] for fact in facts] for facts in found]
    assert amounts == [["1299.50"], ["1299.50"], ["5.5"]]


def test_a_territory_has_a_currency_of_its_own() -> None:
    """Nothing but the territory of "und_CA" decides whose dollars "$" are."""
    assert [parse_money("$5", locale=locale).currency for locale in ("und", "und-CA", "UND_au")] == [
        "USD",
        "CAD",
        "AUD",
    ]
    assert extract("$5", locale="und_CA").locale == "und_CA"
    assert parse_money("5 kr", locale="und", home_currency="NOK").currency == "NOK"
    with pytest.raises(UnknownLocaleError):
        extract("$5", locale="und_ZZZZ")


def test_no_language_is_checked_as_any_other() -> None:
    assert not [finding for finding in check("64,20 € (72.10 $)", locale="und") if finding.verdict == "conflicts"]


def test_no_words_are_names() -> None:
    """Which capitalised words are names, only a language knows."""
    (fact,) = extract("Preis: 64,20 €", locale="und")
    assert fact.context.subject is None


def test_every_listed_currency_is_one() -> None:
    """und.toml and signs.toml name ISO 4217 codes alone."""
    signs, codes = language("und").units.signs, language("und").cldr.currency_codes
    assert signs is not None
    assert {code for unit in signs.before.values() for code in unit.candidates} <= codes
