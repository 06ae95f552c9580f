"""Languages: CLDR through Babel, and one data file a language for what CLDR lacks."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

import msgspec

from ..errors import UnknownLocaleError
from . import cldr
from .compiler import compiled
from .language import Language
from .schema import LanguageFile, completed
from .undetermined import all_signs

DATA = Path(__file__).parent / "data"


def languages() -> tuple[str, ...]:
    """Return the languages that there is a data file for, sorted."""
    return tuple(sorted(path.stem for path in DATA.glob("*.toml")))


@lru_cache(maxsize=64)
def language(locale: str) -> Language:
    """Return the language of a CLDR locale ("en", "en_IN"), compiled once and kept.

    Raises UnknownLocaleError for a locale that CLDR does not name, or whose language has no data file.

    >>> language("en-GB").locale
    'en_GB'
    """
    found = cldr.read(locale)
    if found.language not in languages():
        raise UnknownLocaleError(f"no language data for {locale!r}; there is {', '.join(languages())}")
    data = _file(found.language)
    return compiled(data, found, all_signs(data, found) if found.language == cldr.UNDETERMINED else None)


@lru_cache(maxsize=256)
def language_of(locale: str) -> Language | None:
    """Return the language of a CLDR locale, None where CLDR names the locale and its language has no data file.

    Raises UnknownLocaleError for a locale that CLDR does not name.

    >>> language_of("ky"), language_of("en-GB") is language("en-GB")
    (None, True)
    """
    if cldr.normalized(locale).partition("_")[0] in languages():
        return language(locale)
    return None


@lru_cache(maxsize=64)
def _file(name: str) -> LanguageFile:
    path = DATA / f"{name}.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return msgspec.convert(completed(data) if name == cldr.UNDETERMINED else data, LanguageFile)
    except (msgspec.ValidationError, tomllib.TOMLDecodeError) as error:
        raise ValueError(f"{path.name}: {error}") from error


__all__ = ["Language", "language", "language_of", "languages"]
