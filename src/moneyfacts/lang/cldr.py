"""What CLDR knows of a locale, through Babel: the only module that imports it, and only when a language is loaded.

Source: Unicode CLDR as packaged by Babel (https://cldr.unicode.org).
"""

from __future__ import annotations

from typing import Any

import msgspec

from ..errors import UnknownLocaleError


class Cldr(msgspec.Struct, frozen=True):
    """The part of a locale's CLDR data that reading figures needs.

    `currency_names` maps a name, case folded, to the codes it may mean; `home_currency` is the territory's current one,
    `day_first` whether its short dates begin with the day: "d/M/yy".
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
    day_first: bool = False


def normalized(locale: str) -> str:
    """Return a CLDR identifier in CLDR's own spelling: "en-in" is "en_IN".

    Raises UnknownLocaleError for one that CLDR does not name.

    >>> normalized("en-gb"), normalized("EN")
    ('en_GB', 'en')
    """
    return str(_locale(locale))


def read(locale: str) -> Cldr:
    """Return the CLDR data of a locale; raises UnknownLocaleError for one that CLDR does not name."""
    from babel.numbers import list_currencies  # noqa: PLC0415

    found = _locale(locale)
    data: Any = found._data
    symbols = data["number_symbols"]["latn"]
    months, days = data["months"], data["days"]
    names: dict[str, list[str]] = {}
    for code, name in data["currency_names"].items():
        names.setdefault(name.casefold(), []).append(code)
    for code, plurals in data["currency_names_plural"].items():
        for name in plurals.values():
            codes = names.setdefault(name.casefold(), [])
            if code not in codes:
                codes.append(code)
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
        home_currency=_territory_currency(found.territory),
        day_first=_day_first(data["date_formats"]["short"].pattern),
    )


def _locale(locale: str) -> Any:
    from babel import Locale  # noqa: PLC0415
    from babel import UnknownLocaleError as Unknown  # noqa: PLC0415

    try:
        return Locale.parse(locale.replace("-", "_"))
    except (Unknown, ValueError, TypeError) as error:
        raise UnknownLocaleError(
            f"{locale!r} is no CLDR locale; identifiers look like 'en', 'en_IN' or 'zh_Hant_TW'"
        ) from error


def _day_first(pattern: str) -> bool:
    return "d" in pattern and pattern.index("d") < pattern.find("M")


def _territory_currency(territory: str | None) -> str | None:
    from babel.core import get_global  # noqa: PLC0415

    for code, _, until, tender in get_global("territory_currencies").get(territory or "", ()):
        if until is None and tender:
            return str(code)
    return None
