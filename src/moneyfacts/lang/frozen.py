"""CLDR's data as this library keeps it, in the files of `locales`, so that no reading hangs on the Babel installed.

A file holds the locales of one language. Forms that an older CLDR had stand after the newer ones: what it printed is
still read. `generate` writes the files.

Source: Unicode CLDR through Babel (https://cldr.unicode.org), under the Unicode License v3.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from ..errors import UnknownLocaleError

LOCALES = Path(__file__).parent / "locales"
WORLD = Path(__file__).parent / "world.json"
LIKE, DIGEST = "like", "digest"  # the locale that one differs from as its entry says; the digest of all that it is
MARKS = "\u200e\u200f\u061c"  # set the direction of writing, and are not seen
_HIDDEN = f"{MARKS}\u2060\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\ufeff"
_SAME = {"-": "‐‑‒–−﹣－", "+": "＋﬩﹢", "'": "‘’ʼ＇", "%": "٪﹪％", "(": "（", ")": "）"}
_SPACES = [chr(code) for code in range(0x3001) if chr(code).isspace()]
_EVEN = str.maketrans(
    {
        **dict.fromkeys(_HIDDEN, ""),
        **dict.fromkeys(_SPACES, " "),
        **{other: char for char, others in _SAME.items() for other in others},
    }
)
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]").search  # scripts
_IDENTIFIER = re.compile(  # "zh_Hant_TW", "ca-ES-valencia", "de_DE.UTF-8@euro"; what follows "." or "@" says no locale
    r"([A-Za-z]+)(?:[_-]([A-Za-z]{4}))?(?:[_-]([A-Za-z]{2}|[0-9]{3}))?(?:[_-]([0-9]\w{3}|[A-Za-z]\w{4,}))?(?:[.@].*)?"
).fullmatch

Names = dict[str, tuple[str, ...]]
Entries = dict[str, dict[str, Any]]


class Separators(NamedTuple):
    """The decimal sign of a numbering system and its sign between groups."""

    decimal: str
    group: str

    def clashes(self, other: Separators) -> bool:
        """Tell whether one has for a decimal sign what parts groups in the other."""
        return self.decimal == other.group or self.group == other.decimal


class Scale(NamedTuple):
    """What a scale word stands for: `power` of ten, where the number before it has `digits` before its decimal sign."""

    power: int
    digits: int


class Locale(msgspec.Struct, frozen=True):
    """What CLDR says of a locale. Each list has the forms of today first, and after them those of older versions.

    `territory` is the one that the locale names or its language is of. Separators are those of figures in ASCII digits,
    the usual ones of the locale first, and of figures in other digits. `groups` are the sizes that patterns make of
    digits: of the last one, and of the others. The keys of scales are the words before a number and after it, with "|"
    between them: `numbers` and `money` are those of compact forms, `scales` are their words alone with their powers of
    ten, and `number_words` are numbers by themselves ("mille"). `between` are words between a number and a currency.
    """

    territory: str | None
    ascii_digits: tuple[Separators, ...]
    other_digits: tuple[Separators, ...]
    groups: tuple[tuple[int, int], ...]
    percents: tuple[str, ...] = ()
    minus_after: bool = False
    numbers: dict[str, tuple[Scale, ...]] = {}
    money: dict[str, tuple[Scale, ...]] = {}
    number_words: dict[str, int] = {}
    scales: dict[str, int] = {}
    between: tuple[str, ...] = ()
    signs: Names = {}
    names: Names = {}
    plurals: Names = {}
    months: dict[str, int] = {}
    month_abbreviations: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    day_first: bool = False


class World(msgspec.Struct, frozen=True):
    """What CLDR says of no locale in particular.

    `cldr` are the versions that the files hold, the newest first; `tender` the currencies of each territory today,
    `decimals` those of the currencies that do not have two; `parents` are languages that inherit from others. The rest
    is older and other names of languages, territories and scripts, and the `likely` full identifier for a short one.
    """

    cldr: tuple[str, ...]
    currencies: tuple[str, ...]
    tender: Names
    decimals: dict[str, int]
    parents: dict[str, str]
    languages: dict[str, str]
    territories: dict[str, str]
    scripts: dict[str, str]
    likely: dict[str, str]


def even(text: str) -> str:
    r"""Return a text with what CLDR holds for the same made the same: spaces, minus signs, apostrophes, digits.

    Marks of direction, which are not seen, are gone. Source: UTS #35 part 1, "Loose Matching".

    >>> even("\u200f−١\u202f٢"), even("1’000\xa0Fr.")
    ('-1 2', "1'000 Fr.")
    """
    if text.isascii() and text.isprintable():
        return text
    return _OTHER_DIGIT.sub(lambda match: str(unicodedata.decimal(match[0])), text.translate(_EVEN))


def is_unspaced(text: str) -> bool:
    """Tell whether a text has letters of a script that sets no spaces between words."""
    return bool(_UNSPACED(text))


@lru_cache(maxsize=1)
def world() -> World:
    """Return what CLDR says of no locale in particular."""
    return msgspec.json.decode(WORLD.read_bytes(), type=World)


@lru_cache(maxsize=64)
def locale(name: str) -> Locale:
    """Return what CLDR says of a locale, by the identifier that `normalized` returns."""
    return msgspec.convert(merged(entries(language_of(name)), name), Locale)


def language_of(name: str) -> str:
    """Return the language of a locale's identifier."""
    return name.partition("_")[0]


def territory_of(name: str) -> str | None:
    """Return the territory that a locale's identifier names, None where it names none."""
    return next((part for part in name.split("_")[1:] if len(part) == 2 or part.isdigit()), None)


def names() -> tuple[str, ...]:
    """Return the identifiers of all locales, sorted."""
    files = sorted(LOCALES.glob("*.json"))
    return tuple(sorted(name for path in files for name in entries(path.stem)))


@lru_cache(maxsize=8)
def entries(language: str) -> Entries:
    """Return the locales of a language as its file has them; none where there is no such file."""
    path = LOCALES / f"{language}.json"
    return decoded(path.read_bytes()) if path.is_file() else {}


def decoded(file: bytes | str) -> Entries:
    """Return the locales of the text of a file, by their identifiers."""
    return msgspec.json.decode(file, type=Entries)


def merged(held: Entries, name: str) -> dict[str, Any]:
    """Return all of a locale's data: where its entry is like another's, that one's with what differs.

    Nothing (`None`) stands where the other has an entry that this one lacks.
    """
    entry = held[name]
    data = merged(held, entry[LIKE]) if LIKE in entry else {}
    for field, value in entry.items():
        if isinstance(value, dict):
            both = {**data.get(field, {}), **value}
            data[field] = {key: each for key, each in both.items() if each is not None}
        elif field not in (LIKE, DIGEST):
            data[field] = value
    return data


@lru_cache(maxsize=256)
def normalized(identifier: str) -> str:
    """Return the identifier of a locale as CLDR spells it, by way of its likely script: "zh-tw" is "zh_Hant_TW".

    Raises UnknownLocaleError for one that CLDR does not name.

    >>> normalized("zh-tw"), normalized("en_UK"), normalized("iw")
    ('zh_Hant_TW', 'en_GB', 'he_IL')
    """
    match = _IDENTIFIER(identifier)
    if match is None:
        raise unknown(identifier)
    language, script, territory, variant = match.groups("")
    for name in _ways(language.lower(), script.title(), territory.upper(), variant.upper()):
        if name in entries(language_of(name)):
            return name
    raise unknown(identifier)


def unknown(identifier: object) -> UnknownLocaleError:
    """Return the error for what is no locale."""
    return UnknownLocaleError(f"{identifier!r} is not a CLDR locale; they look like 'en', 'en_IN' or 'zh_Hant_TW'")


def _ways(language: str, script: str, territory: str, variant: str) -> Iterator[str]:
    """Yield what a locale may be called: as given, then what it is likely to be, its script being implied."""
    yield _joined(language, script, territory, variant)
    known = world()
    language = known.languages.get(language, language)
    territory = known.territories.get(territory, territory).replace("ZZ", "")
    script = known.scripts.get(script, script)
    full = known.likely.get(_joined(language, script, territory, variant))
    if full:
        yield full
        yield f"{language}_{full.rpartition('_')[2]}"
    likely = known.likely.get(language)
    if likely:
        language, script, _ = likely.split("_")
        yield _joined(language, script, territory, "")
        yield _joined(language, "", territory, "")


def _joined(*parts: str) -> str:
    return "_".join(filter(None, parts))
