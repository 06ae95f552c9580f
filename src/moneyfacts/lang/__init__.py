"""Languages: what is kept of CLDR, and one data file a language for what CLDR lacks."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from . import cldr
from .compiler import compiled
from .language import Language
from .orientation import oriented
from .schema import LanguageFile, completed
from .undetermined import all_signs

DATA = Path(__file__).parent / "data"


def languages() -> tuple[str, ...]:
    """Return the languages that there is a data file for, sorted."""
    return tuple(sorted(path.stem for path in DATA.glob("*.toml")))


@lru_cache(maxsize=64)
def language(locale: str) -> Language:
    """Return the language of a CLDR locale ("en", "en_IN"), compiled once and kept.

    A language without a data file is what CLDR knows of it: its separators, signs and names of currencies, scales.
    Raises UnknownLocaleError for a locale that CLDR does not name.

    >>> language("en-GB").locale
    'en_GB'
    """
    return made_of(language_file(locale), locale)


def language_file(locale: str) -> LanguageFile:
    """Return the file that a locale is read with; without one, a file of what CLDR knows.

    Raises UnknownLocaleError for a locale that CLDR does not name.
    """
    found = cldr.read(locale)
    name = _named(found.language)
    return _file(name) if name else _without_file(found)


def made_of(data: LanguageFile, locale: str) -> Language:
    """Return the language that a file makes of a locale's CLDR data; to try what another file would do."""
    found = cldr.read(locale)
    return compiled(data, found, all_signs(data, found) if found.language == cldr.UNDETERMINED else None)


def _named(language: str) -> str | None:
    """Return the name of the file for a language, perhaps that of one that CLDR has inherit from it: "nb" for "no"."""
    names = languages()
    return language if language in names else next((name for name in names if cldr.parent(name) == language), None)


def _without_file(found: cldr.Cldr) -> LanguageFile:
    head = {"locale": found.language, "numerals": "none", "spaced": found.spaced}
    signs = {**cldr.common_signs(), **found.symbols}
    return msgspec.convert(completed({**head, "currencies": {"symbols": signs}}), LanguageFile)


@lru_cache(maxsize=256)
def language_of(locale: str) -> Language | None:
    """Return the language of a CLDR locale, None where CLDR names the locale and its language has no data file.

    Raises UnknownLocaleError for a locale that CLDR does not name.

    >>> language_of("ky"), language_of("en-GB") is language("en-GB")
    (None, True)
    """
    if _named(cldr.normalized(locale).partition("_")[0]):
        return language(locale)
    return None


@lru_cache(maxsize=64)
def _file(name: str) -> LanguageFile:
    path = DATA / f"{name}.toml"
    try:
        data = oriented(tomllib.loads(path.read_text(encoding="utf-8")))
        return msgspec.convert(completed(_both_ways(data)), LanguageFile)
    except (msgspec.ValidationError, ValueError) as error:
        raise ValueError(f"{path.name}: {error}") from error


# Letters with a mark that Unicode's composed form sets apart: a text may have either.
_MARKED = {unicodedata.normalize("NFD", letter): letter for letter in map(chr, range(0x0958, 0x0960))}


def _both_ways(table: Any) -> Any:
    """Return a table with each word in both ways in which its letters may be set."""
    if isinstance(table, dict):
        return {way: _both_ways(value) for word, value in table.items() for way in _ways(word)}
    if isinstance(table, list):
        return [way for word in table for way in _ways(word)]
    return table


def _ways(word: str) -> tuple[str, ...]:
    other = word
    for apart, letter in _MARKED.items():
        other = other.replace(apart, letter)
    return (word, other) if other != word else (word,)


__all__ = ["Language", "language", "language_file", "language_of", "languages", "made_of"]
