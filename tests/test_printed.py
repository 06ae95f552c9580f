"""What CLDR prints in a locale is read back in it: Babel prints, and `parse_money` and its like read, exactly."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from babel import Locale, localedata
from babel.numbers import (
    format_compact_currency,
    format_compact_decimal,
    format_currency,
    format_decimal,
    format_percent,
    get_currency_name,
    list_currencies,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import hostile_decimal_context
from moneyfacts import (
    Money,
    ParseError,
    UnknownCurrencyError,
    UnknownLocaleError,
    parse_money,
    parse_number,
    parse_percent,
)
from moneyfacts.lang import frozen, gather, language_of
from moneyfacts.lang.frozen import even
from moneyfacts.read.cldr.forms import forms
from prints import FOLDER, STYLES, Print, kept, prints

PAGE = Path(__file__).parent.parent / "docs" / "locales.md"
LOCALES = sorted(set(localedata.locale_identifiers()).intersection(frozen.names()))
CODES = sorted(list_currencies())
SCRIPTS = {  # numbering systems of CLDR, by what Unicode calls their digits
    **{
        "adlm": "Adlam",
        "arab": "Arabic-Indic",
        "arabext": "Extended Arabic-Indic",
        "beng": "Bengali",
        "cakm": "Chakma",
    },
    **{"deva": "Devanagari", "gujr": "Gujarati", "guru": "Gurmukhi", "java": "Javanese", "khmr": "Khmer"},
    **{"knda": "Kannada", "laoo": "Lao", "mlym": "Malayalam", "mtei": "Meetei Mayek"},
    **{"mymr": "Myanmar", "nkoo": "Nko", "olck": "Ol Chiki", "orya": "Oriya", "tamldec": "Tamil", "telu": "Telugu"},
    **{"thai": "Thai", "tibt": "Tibetan", "vaii": "Vai", "hmnp": "Nyiakeng Puachue Hmong"},
}

locales = st.sampled_from(LOCALES)
codes = st.sampled_from(CODES)
amounts = st.builds(lambda digits, places: Decimal(digits).scaleb(-places), st.integers(0, 10**13), st.integers(0, 4))
short_amounts = st.builds(
    lambda digits, power: Decimal(digits).scaleb(power), st.integers(100, 999), st.integers(1, 11)
)


def as_typed(text: str) -> str:
    """Return a text as someone types it who has a plain keyboard: any space is a space, and no marks."""
    return re.sub(r"[\u00a0\u202f\u2009]", " ", re.sub("[\u200e\u200f\u061c]", "", text))


def holds(text: str, locale: str, amount: Decimal, code: str) -> None:
    """Assert that a text is the money that was printed, also as it is typed, in the worst decimal context."""
    contested = locale in CONTESTED
    for each in dict.fromkeys((text, as_typed(text))):
        with hostile_decimal_context():
            money = parse_money(each, locale=locale)
        assert money.amount == amount or (contested and amount in money.alternatives), (locale, each, money)
        assert code in money.candidates, (locale, each, money)
        assert money.currency == money.candidates[0]


def unread(title: str) -> dict[str, set[str]]:
    """Return what a section of the page says is not read back: the languages of each of its forms."""
    section = PAGE.read_text(encoding="utf-8").partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| ([^|`]+) \| `([^|]+)` \|", section, re.MULTILINE)
    return {form: set(languages.replace("`", "").split(", ")) for form, languages in rows}


UNREAD, OLDER = unread("What is not read back"), unread("What older versions printed")
DOUBTFUL = {language for table in (UNREAD, OLDER) for languages in table.values() for language in languages}


def is_contested(locale: str) -> bool:
    """Tell whether the decimal sign of one version of CLDR is the sign between groups of another."""
    data = frozen.locale(locale)
    return any(
        one.clashes(other) for pairs in (data.ascii_digits, data.other_digits) for one in pairs for other in pairs
    )


CONTESTED = set(filter(is_contested, LOCALES))


# Laws


@given(locales, amounts, codes, st.sampled_from(["standard", "accounting", "name"]), st.booleans())
@settings(max_examples=250)
def test_money_is_read_back(locale: str, amount: Decimal, code: str, form: str, negative: bool) -> None:
    """Signs before or after, brackets, names in the plural, spaces of all widths, groups by two, by three, or none."""
    value = amount.copy_negate() if negative and amount else amount
    holds(
        format_currency(
            value,
            code,
            locale=locale,
            format_type=form,  # type: ignore[arg-type]
            currency_digits=False,
            decimal_quantization=False,
        ),
        locale,
        value,
        code,
    )


def native(locale: str) -> str:
    """Return the numbering system of a locale that is not the Latin one, "latn" where it has no other."""
    parsed = Locale.parse(locale)
    own = (parsed.default_numbering_system, parsed.other_numbering_systems["native"])
    return next((system for system in own if system in SCRIPTS), "latn")


@given(st.sampled_from([locale for locale in LOCALES if native(locale) != "latn"]), amounts, codes)
@settings(max_examples=100)
def test_native_digits_are_read_back(locale: str, amount: Decimal, code: str) -> None:
    """The locale's own digits, between its own separators."""
    system = native(locale)
    zero = ord(unicodedata.lookup(f"{SCRIPTS[system]} digit zero"))
    text = format_currency(
        amount, code, locale=locale, currency_digits=False, decimal_quantization=False, numbering_system=system
    )
    holds(text.translate({ord("0") + digit: zero + digit for digit in range(10)}), locale, amount, code)


@given(locales, amounts)
@settings(max_examples=100)
def test_percentages_and_numbers_are_read_back(locale: str, amount: Decimal) -> None:
    """A percent sign stands before the number or after it; a number has none."""
    for value in (amount, amount.copy_negate() if amount else amount):
        text = format_percent(value.scaleb(-2), locale=locale, decimal_quantization=False)
        percent = parse_percent(text, locale=locale)
        assert percent.amount == value or (locale in CONTESTED and value in percent.alternatives)
        text = format_decimal(value, locale=locale, decimal_quantization=False)
        assert parse_number(text, locale=locale) == value or (locale in CONTESTED and re.search(r"\D\d{3}$", text))


COMPACT: dict[str, Callable[[Decimal, str, str], str]] = {  # the forms of the page that have scale words
    "short amounts": lambda amount, code, locale: format_compact_currency(
        amount, code, locale=locale, fraction_digits=2
    ),
    "short numbers": lambda amount, _, locale: format_compact_decimal(amount, locale=locale, fraction_digits=2),
    "long amounts": lambda amount, code, locale: (
        f"{format_compact_decimal(amount, format_type='long', locale=locale, fraction_digits=2)} "
        f"{get_currency_name(code, count=2, locale=locale)}"
    ),
    "long numbers": lambda amount, _, locale: format_compact_decimal(
        amount, format_type="long", locale=locale, fraction_digits=2
    ),
}


def compact(form: str, amount: Decimal, code: str, locale: str) -> str | None:
    """Return what Babel prints in a compact form, None where CLDR has no such form in the locale."""
    try:
        return COMPACT[form](amount, code, locale)
    except KeyError:  # CLDR has long forms in half of its locales
        return None


def read(form: str, text: str, locale: str) -> Decimal | None:
    """Return the amount that is read in a compact form, None where nothing is."""
    try:
        return parse_number(text, locale=locale) if "numbers" in form else amount_of(text, locale)
    except ParseError:
        return None


def amount_of(text: str, locale: str) -> Decimal | None:
    amount = parse_money(text, locale=locale).amount
    return amount if isinstance(amount, Decimal) else None


@given(locales, short_amounts, codes, st.sampled_from(sorted(COMPACT)))
@settings(max_examples=200)
def test_compact_forms_are_read_back(locale: str, amount: Decimal, code: str, form: str) -> None:
    """Scale words, short and long, of any plural, before the number or after it."""
    text = compact(form, amount, code, locale)
    if text is not None and locale.partition("_")[0] not in UNREAD[form]:
        assert read(form, text, locale) == amount, text
        if "amounts" in form:
            holds(text, locale, amount, code)


def patterns(styles: Any) -> Iterator[str]:
    """Yield the compact patterns of a locale, with what each is for."""
    for style, plurals in styles.items():
        for plural, magnitudes in plurals.items():
            yield from (f"{style} {plural} {power} {pattern.pattern}" for power, pattern in magnitudes.items())


def misread() -> dict[str, set[str]]:
    """Return the languages in which a compact form that the installed Babel prints is read as another amount, by form.

    One locale stands for all whose compact forms are the same.
    """
    found: dict[str, set[str]] = {form: set() for form in COMPACT}
    tried = [*map(Decimal, ("1E+3", "1E+6", "1E+9", "1E+12")), *(Decimal(123).scaleb(power) for power in range(1, 13))]
    seen: set[object] = set()
    for locale in LOCALES:
        data = Locale.parse(locale)
        language = locale.partition("_")[0]
        compacts = (language, *patterns(data.compact_decimal_formats), *patterns(data.compact_currency_formats))
        if compacts not in seen:
            seen.add(compacts)
            for form, amount in product(COMPACT, tried):
                text = compact(form, amount, "CHF", locale)
                if text is not None and read(form, text, locale) != amount:
                    found[form].add(language)
    return found


def test_the_page_names_what_is_not_read_back() -> None:
    """No other language has a compact form that is not read back; with the newest CLDR that is kept, each has one."""
    found = misread()
    if gather.version() == frozen.world().cldr[0]:
        assert found == UNREAD
    assert all(languages <= UNREAD[form] | OLDER.get(form, set()) for form, languages in found.items())


@pytest.mark.parametrize("share", range(4))
def test_what_older_versions_printed_is_read_back(share: int) -> None:
    """CLDR 45, as Babel 2.16 prints it, in all of its locales and seven styles, whichever Babel is installed."""
    rows = kept(FOLDER / "cldr-45.tsv")
    assert {row.style for row in rows} == set(STYLES)
    assert len({row.locale for row in rows}) > 1000
    assert not [row for row in rows[share::4] if not reads(row)]


@pytest.mark.parametrize("share", range(4))
def test_what_the_installed_babel_prints_is_read_back(share: int) -> None:
    """The same of whichever Babel it is, in all the locales that it has in common with the files."""
    assert not [row for locale in LOCALES[share::4] for row in prints(locale) if not reads(row)]


def reads(row: Print) -> bool:
    """Tell whether a print is read back; where CLDR leaves or left a doubt, perhaps as the other reading."""
    value = parse_money(row.text, locale=row.locale) if row.currency else parse_percent(row.text, locale=row.locale)
    language = row.locale.partition("_")[0]
    if language == "vec" and row.style == "compact-short" and value.amount == row.amount / 1000:
        return True  # there is no word for a thousand in it
    doubtful = row.locale in CONTESTED or language in DOUBTFUL
    named = not isinstance(value, Money) or row.currency in value.candidates
    return named and (value.amount == row.amount or (doubtful and row.amount in value.alternatives))


# What is no figure

MALFORMED = [
    ("da", "", 0, "an amount of money"),
    ("da", "€", 0, "an amount of money"),
    ("da", "5", 1, "a currency"),
    ("da", "1,23,4 €", 4, "digits as da groups them"),
    ("da", "1.23 €", 1, "digits as da groups them"),
    ("da", "1.2345 €", 1, "digits as da groups them"),
    ("da", "1234.567 €", 4, "digits as da groups them"),
    ("da", "1,234.56 €", 5, "digits as da groups them"),
    ("gu", "₹1,234,567", 6, "digits as gu groups them"),
    ("pl", "1.234,50 €", 1, "a currency"),
    ("da", "5 Zaster", 1, "a currency"),
    ("da", "5 Mio. Zaster", 6, "a currency"),
    ("da", "5 € und mehr", 3, "the end"),
    ("da", "etwa 5 €", 0, "a currency or digits"),
    ("da", "€ 5 €", 3, "the end"),
    ("da", "--5 €", 1, "a currency or digits"),
    ("da", "(-5 €)", 2, "either brackets or a sign"),
    ("da", "5- €", 1, "a currency"),
    ("fa", "١2 ریال", 0, "digits of one script"),
    ("da", "5" * 301 + " €", 0, "at most 300 digits"),
    ("da", "x" * 201 + " 5 €", 0, "fewer words"),
    ("da", "5 €" + " " * 1000 + "x", 0, "an amount of money"),
]


@pytest.mark.parametrize(("locale", "text", "position", "expected"), MALFORMED)
def test_an_error_shows_where_reading_stopped(locale: str, text: str, position: int, expected: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_money(text, locale=locale)
    assert (caught.value.position, caught.value.expected) == (position, expected)


def test_percentages_and_numbers_stop_as_well() -> None:
    for text, position in (("5", 1), ("5 €", 1), ("% 5 %", 3), ("x 5 %", 0)):
        with pytest.raises(ParseError) as caught:
            parse_percent(text, locale="da")
        assert caught.value.position == position
    for text, position in (("5 €", 1), ("5 Mio. €", 6), ("1.23", 1), ("", 0)):
        with pytest.raises(ParseError) as caught:
            parse_number(text, locale="da")
        assert caught.value.position == position


@given(locales, st.text(max_size=40))
@settings(max_examples=100)
def test_any_other_text_is_a_parse_error(locale: str, text: str) -> None:
    """Whatever the text, it is one figure or a ParseError whose place lies in it."""
    for parse in (parse_money, parse_percent, parse_number):
        place = 0
        try:
            parse(text, locale=locale)
        except ParseError as error:
            place = error.position
        assert 0 <= place <= len(text)


def test_locales_and_currencies_that_there_are_not() -> None:
    for parse in (parse_money, parse_percent, parse_number):
        with pytest.raises(UnknownLocaleError):
            parse("5", locale="xx")
    with pytest.raises(UnknownCurrencyError):
        parse_money("5 €", locale="de", home_currency="euro")


# The forms themselves


def test_no_known_language_has_no_printed_forms() -> None:
    """What "und" cannot read stays an error: what its locale's own data would print is American English."""
    with pytest.raises(ParseError):
        parse_money("5 Namibian dollars", locale="und")


def test_a_language_with_a_file_reads_its_words_first() -> None:
    assert language_of("en_NA") is not None
    assert parse_money("$10-15 million", locale="en_NA").low == Decimal(10000000)
    with pytest.raises(ParseError) as caught:
        parse_money("34.3 zillion yuan", locale="en")
    assert caught.value.position == 4


def test_forms_are_kept_for_some_locales_only() -> None:
    assert forms("de") is forms("de")
    assert forms.cache_info().maxsize is not None


@pytest.mark.parametrize("text", ["plain", "1,234.5"])
def test_text_that_is_even_stays_as_it_is(text: str) -> None:
    assert even(text) is text
