"""What CLDR knows of a locale, for the readers of running text; `frozen` holds it, whichever Babel is installed."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

import msgspec

from . import frozen
from .frozen import Separators, is_unspaced, unknown, world

SWISS = frozenset(("CH", "LI"))  # territories that group with apostrophes and spaces, and have both decimal signs
UNDETERMINED = "und"  # the language subtag of a text in no known language
SIGNS = Path(__file__).parent / "signs.toml"
_METALS = frozenset(("XAG", "XAU", "XPD", "XPT"))  # by the ounce; "gold" alone is no currency


class Cldr(msgspec.Struct, frozen=True):
    """The part of a locale's CLDR data that reading figures needs.

    `decimal` and `group` are its separators, `others` those that it has in older versions of CLDR, and before
    currencies; they are `contested` where one's decimal sign is another's sign between groups. `currency_names` maps a
    name, case folded, to the codes it may mean, `symbols` a sign, and `scales` the words of compact forms to their
    powers of ten; `letters` are scales of one letter, behind amounts of money. `home_currency` is the territory's
    current one, `day_first` whether its short dates begin with the day, "d/M/yy", and `spaced` whether words are set
    apart by spaces.
    `digits` are the decimals of the currencies that do not have two.
    Where no language is known, `decimal` and `group` are empty, `signs` are the signs of all locales, with the codes
    that each means, and `tender` the currencies in use.
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
    letters: dict[str, int] = {}
    spaced: bool = True
    day_first: bool = False
    signs: dict[str, tuple[str, ...]] = {}
    tender: frozenset[str] = frozenset()
    digits: dict[str, int] = {}
    others: tuple[Separators, ...] = ()
    contested: bool = False


def normalized(locale: str) -> str:
    """Return a CLDR identifier in CLDR's own spelling: "en-in" is "en_IN".

    Raises UnknownLocaleError for one that CLDR does not name.

    >>> normalized("en-gb"), normalized("EN"), normalized("und-ch")
    ('en_GB', 'en', 'und_CH')
    """
    language, _, territory = locale.replace("-", "_").partition("_")
    if language.casefold() == UNDETERMINED:  # CLDR takes it for American English
        return f"{UNDETERMINED}_{_territory(territory, locale)}" if territory else UNDETERMINED
    return frozen.normalized(locale)


def read(locale: str) -> Cldr:
    """Return the CLDR data of a locale; raises UnknownLocaleError for one that CLDR does not name."""
    name = normalized(locale)
    if name.startswith(UNDETERMINED):
        return _undetermined(name)
    data = frozen.locale(name)
    home = territory_currency(frozen.territory_of(name))
    first, *others = data.ascii_digits
    return Cldr(
        locale=name,
        language=frozen.language_of(name),
        decimal=first.decimal,
        group=first.group,
        months=data.months,
        month_abbreviations={name.rstrip("."): number for name, number in data.month_abbreviations.items()},
        weekdays=data.weekdays,
        currency_names=_names(data),
        currency_codes=frozenset(world().currencies),
        home_currency=home,
        percent=data.percents[0],
        symbols=_symbols(data.signs, home),
        scales=data.scales,
        letters={key[1:].casefold(): each[0].power for key, each in data.money.items() if len(key) == 2},
        spaced=not any(map(is_unspaced, data.months)),
        day_first=data.day_first,
        digits=world().decimals,
        others=tuple(others),
        contested=any(first.clashes(other) for other in others),
    )


def is_currency(code: str) -> bool:
    """Tell whether a code is an ISO 4217 currency, of today or of the past.

    >>> is_currency("USD"), is_currency("DEM"), is_currency("usd")
    (True, True, False)
    """
    return code in world().currencies


def parent(language: str) -> str | None:
    """Return the language that one inherits from: "no" for "nb"; None for nearly all."""
    return world().parents.get(language)


def common_signs() -> dict[str, tuple[str, ...]]:
    """Return the signs of currencies that are no letters, with the codes each may mean in any locale."""
    return {sign: codes for sign, codes in _signs().items() if not any(map(str.isalpha, sign))}


@lru_cache(maxsize=1)
def _signs() -> dict[str, tuple[str, ...]]:
    signs: dict[str, list[str]] = tomllib.loads(SIGNS.read_text(encoding="utf-8"))["signs"]
    return {sign: tuple(codes) for sign, codes in signs.items()}


def _undetermined(locale: str) -> Cldr:
    """Return what CLDR knows of a text in no known language, perhaps of a known territory: "und", "und_CH"."""
    known = world()
    return Cldr(
        locale=locale,
        language=UNDETERMINED,
        decimal="",
        group="",
        months={},
        month_abbreviations={},
        weekdays={},
        currency_names={},
        currency_codes=frozenset(known.currencies),
        home_currency=territory_currency(locale.partition("_")[2]),
        signs=_signs(),
        tender=frozenset(code for codes in known.tender.values() for code in codes),
        digits=known.decimals,
    )


def _territory(name: str, locale: str) -> str:
    """Return the territory of "und_ch", as CLDR spells it; raises UnknownLocaleError for none that has a currency."""
    if name.upper() not in world().tender:
        raise unknown(locale)
    return name.upper()


def _names(data: frozen.Locale) -> dict[str, tuple[str, ...]]:
    """Return the names of currencies, case folded, with the codes that each may mean: those it is the name of first."""
    found: dict[str, list[str]] = {}
    named = {code: names for code, names in data.names.items() if code not in _METALS}
    first = ((code, names[:1]) for code, names in named.items())
    others = ((code, names[1:]) for code, names in named.items())
    for code, names in (*first, *data.plurals.items(), *others):
        for name in names:
            codes = found.setdefault(name.casefold(), [])
            if code not in codes:
                codes.append(code)
    return {name: tuple(codes) for name, codes in found.items()}


def _symbols(listed: frozen.Names, home: str | None) -> dict[str, tuple[str, ...]]:
    """Return the signs of a locale with the codes that each means, the locale's own first."""
    found: dict[str, list[str]] = {}
    for code, signs in listed.items():
        for sign in signs:
            if sign not in (code, "¤"):
                found.setdefault(sign, []).append(code)
    return {sign: tuple(sorted(codes, key=lambda code: code != home)) for sign, codes in found.items()}


def territory_currency(territory: str | None) -> str | None:
    """Return the currency that is legal tender in a territory today, None where CLDR knows of none.

    >>> territory_currency("CH"), territory_currency(None)
    ('CHF', None)
    """
    return next(iter(world().tender.get(territory or "", ())), None)
