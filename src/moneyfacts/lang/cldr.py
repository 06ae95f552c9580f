"""What CLDR knows of a locale, through Babel, which is imported when a locale is used. Only `printed` asks it, too.

Source: Unicode CLDR as packaged by Babel (https://cldr.unicode.org).
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from ..errors import UnknownLocaleError

UNDETERMINED = "und"  # the language subtag of a text in no known language
SIGNS = Path(__file__).parent / "signs.toml"
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]").search  # scripts
_METALS = frozenset(("XAG", "XAU", "XPD", "XPT"))  # by the ounce; "gold" alone is no currency
MARKS = "\u200e\u200f\u061c"  # set the direction of writing, and are not seen


class Cldr(msgspec.Struct, frozen=True):
    """The part of a locale's CLDR data that reading figures needs.

    `currency_names` maps a name, case folded, to the codes it may mean, `symbols` a sign, and `scales` the words of
    compact forms to their powers of ten. `home_currency` is the territory's current one, `day_first` whether its short
    dates begin with the day, "d/M/yy", and `spaced` whether words are set apart by spaces.
    Where no language is known, `decimal` and `group` are empty, `signs` are the signs of all locales, with the codes
    that each means, `tender` the currencies in use, and `digits` the decimals of those that do not have two.
    """

    locale: str
    language: str
    decimal: str
    group: str
    months: dict[str, int]
    month_abbreviations: dict[str, int]
    weekdays: dict[str, int]
    currency_names: dict[str, tuple[str, ...]]
    currency_codes: frozenset[str]
    home_currency: str | None
    percent: str = "%"
    symbols: dict[str, tuple[str, ...]] = {}
    scales: dict[str, int] = {}
    spaced: bool = True
    day_first: bool = False
    signs: dict[str, tuple[str, ...]] = {}
    tender: frozenset[str] = frozenset()
    digits: dict[str, int] = {}


def normalized(locale: str) -> str:
    """Return a CLDR identifier in CLDR's own spelling: "en-in" is "en_IN".

    Raises UnknownLocaleError for one that CLDR does not name.

    >>> normalized("en-gb"), normalized("EN"), normalized("und-ch")
    ('en_GB', 'en', 'und_CH')
    """
    language, _, territory = locale.replace("-", "_").partition("_")
    if language.casefold() == UNDETERMINED:  # Babel takes it for American English
        return f"{UNDETERMINED}_{_territory(territory, locale)}" if territory else UNDETERMINED
    return str(_locale(locale))


def read(locale: str) -> Cldr:
    """Return the CLDR data of a locale; raises UnknownLocaleError for one that CLDR does not name."""
    from babel.numbers import list_currencies  # noqa: PLC0415

    name = normalized(locale)
    if name.startswith(UNDETERMINED):
        return _undetermined(name)
    found = _locale(name)
    data: Any = found._data
    symbols = data["number_symbols"]["latn"]
    months, days = data["months"], data["days"]
    names: dict[str, list[str]] = {}
    for code, name in data["currency_names"].items():
        if code not in _METALS:
            names.setdefault(name.casefold(), []).append(code)
    for code, plurals in data["currency_names_plural"].items():
        for name in plurals.values():
            codes = names.setdefault(name.casefold(), [])
            if code not in codes:
                codes.append(code)
    home = territory_currency(found.territory)
    return Cldr(
        locale=str(found),
        language=found.language,
        decimal=symbols["decimal"],
        group=symbols["group"],
        months={name: number for style in ("format", "stand-alone") for number, name in months[style]["wide"].items()},
        month_abbreviations={name.rstrip("."): number for number, name in months["format"]["abbreviated"].items()},
        weekdays={name: number for style in ("format", "stand-alone") for number, name in days[style]["wide"].items()},
        currency_names={name: tuple(codes) for name, codes in names.items()},
        currency_codes=frozenset(list_currencies()),
        home_currency=home,
        percent=symbols["percentSign"].strip(MARKS),
        symbols=_symbols(data["currency_symbols"], home),
        scales=_scales(data["compact_decimal_formats"]),
        spaced=not any(map(_UNSPACED, data["months"]["format"]["wide"].values())),
        day_first=_day_first(data["date_formats"]["short"].pattern),
    )


def parent(language: str) -> str | None:
    """Return the language that one inherits from: "no" for "nb"; None for nearly all."""
    from babel.core import get_global  # noqa: PLC0415

    return get_global("parent_exceptions").get(language)


def symbols() -> dict[str, tuple[str, ...]]:
    """Return the signs of currencies in all locales, with the codes each means, the one of most languages first.

    Reads every locale there is, which takes seconds: `signs.toml` keeps what it returns.
    """
    from babel import localedata  # noqa: PLC0415

    found: dict[str, dict[str, set[str]]] = {}
    for name in localedata.locale_identifiers():
        data: Any = localedata.load(name)
        for code, sign in data["currency_symbols"].items():
            seen = " ".join(sign.translate(dict.fromkeys(map(ord, MARKS + "\u200b"))).split())
            if seen and code not in (seen, "XXX"):  # "¤" stands for no currency
                found.setdefault(seen, {}).setdefault(code, set()).add(name.partition("_")[0])
    return {
        sign: tuple(sorted(codes, key=lambda code: (-len(codes[code]), code))) for sign, codes in sorted(found.items())
    }


def common_signs() -> dict[str, tuple[str, ...]]:
    """Return the signs of currencies that are no letters, with the codes each may mean in any locale."""
    return {sign: codes for sign, codes in _signs().items() if not any(map(str.isalpha, sign))}


@lru_cache(maxsize=1)
def _signs() -> dict[str, tuple[str, ...]]:
    signs: dict[str, list[str]] = tomllib.loads(SIGNS.read_text(encoding="utf-8"))["signs"]
    return {sign: tuple(codes) for sign, codes in signs.items()}


def version() -> str:
    """Return the version of CLDR that Babel carries, "unknown" before Babel 2.18, which was the first to say."""
    from babel import core  # noqa: PLC0415

    return str(getattr(core, "get_cldr_version", lambda: "unknown")())


def _undetermined(locale: str) -> Cldr:
    """Return what CLDR knows of a text in no known language, perhaps of a known territory: "und", "und_CH"."""
    from babel.core import get_global  # noqa: PLC0415

    territories: Any = get_global("territory_currencies")
    return Cldr(
        locale=locale,
        language=UNDETERMINED,
        decimal="",
        group="",
        months={},
        month_abbreviations={},
        weekdays={},
        currency_names={},
        currency_codes=frozenset(get_global("all_currencies")),
        home_currency=territory_currency(locale.partition("_")[2]),
        signs=_signs(),
        tender=frozenset(
            code for held in territories.values() for code, _, until, tender in held if until is None and tender
        ),
        digits={code: fraction[0] for code, fraction in get_global("currency_fractions").items() if fraction[0] != 2},
    )


def _locale(locale: str) -> Any:
    from babel import Locale  # noqa: PLC0415
    from babel import UnknownLocaleError as Unknown  # noqa: PLC0415

    try:
        return Locale.parse(locale.replace("-", "_"))
    except (Unknown, ValueError, TypeError) as error:
        raise _unknown(locale) from error


def _territory(name: str, locale: str) -> str:
    """Return the territory of "und_ch", as CLDR spells it; raises UnknownLocaleError for none that has a currency."""
    from babel.core import get_global  # noqa: PLC0415

    if name.upper() not in get_global("territory_currencies"):
        raise _unknown(locale)
    return name.upper()


def _unknown(locale: str) -> UnknownLocaleError:
    return UnknownLocaleError(f"{locale!r} is no CLDR locale; identifiers look like 'en', 'en_IN' or 'zh_Hant_TW'")


def _symbols(listed: Any, home: str | None) -> dict[str, tuple[str, ...]]:
    """Return the signs of a locale with the codes that each means, the locale's own first."""
    found: dict[str, list[str]] = {}
    for code, sign in listed.items():
        if sign not in (code, "¤"):
            found.setdefault(" ".join(sign.translate(dict.fromkeys(map(ord, MARKS))).split()), []).append(code)
    return {sign: tuple(sorted(codes, key=lambda code: code != home)) for sign, codes in found.items() if sign}


def _scales(formats: Any) -> dict[str, int]:
    """Return the words of compact forms, of two letters or more, and their powers of ten: "0 Mio'.'" is 6."""
    found: dict[str, int] = {}
    for style in ("long", "short"):
        for sizes in formats.get(style, {}).values():
            for size, pattern in sizes.items():
                form = str(pattern.pattern)
                word = form.replace("0", "").replace("'", "").replace("\u00a0", " ").strip(" .").casefold()
                if len(word) > 1 or (word and _UNSPACED(word)):
                    found.setdefault(word, len(size) - max(1, form.count("0")))
    return found


def _day_first(pattern: str) -> bool:
    return "d" in pattern and pattern.index("d") < pattern.find("M")


def territory_currency(territory: str | None) -> str | None:
    """Return the currency that is legal tender in a territory today, None where CLDR knows of none.

    >>> territory_currency("CH"), territory_currency(None)
    ('CHF', None)
    """
    from babel.core import get_global  # noqa: PLC0415

    for code, _, until, tender in get_global("territory_currencies").get(territory or "", ()):
        if until is None and tender:
            return str(code)
    return None
