"""The look-ups of a language file, which may be written either way round: by the word, or by what it means.

Both `"рубль" = ["RUB"]` and `RUB = ["рубль", "рубля"]` say that "рубль" means RUB. A language that inflects its words
needs the second, a line for all forms. Which way an entry is written shows by what it is made of.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_origin

import msgspec

from ..model.currencies import is_currency
from .schema import LanguageFile, fields_of

_WORDS = tuple[str, ...]
_CURRENCIES = "currencies."  # of its tables: a word may mean several, and has a list of them


def oriented(table: dict[str, Any], kind: type[msgspec.Struct] = LanguageFile, path: str = "") -> dict[str, Any]:
    """Return a table of a language file with each look-up in it the way round in which the schema has it.

    Raises ValueError for a word with two meanings in one look-up, and for an entry that can be read neither way.

    >>> oriented({"dates": {"relative": {"-1": ["прошлый", "прошлая"]}, "periods": {"квартал": "quarter"}}})
    {'dates': {'relative': {'прошлый': -1, 'прошлая': -1}, 'periods': {'quarter': ['квартал']}}}
    """
    found = dict(table)
    for field in fields_of(kind):
        name, inner = field.encode_name, found.get(field.encode_name)
        if not isinstance(inner, dict):
            continue
        where = f"{path}{name}"
        if isinstance(field.type, type) and issubclass(field.type, msgspec.Struct):
            found[name] = oriented(inner, field.type, f"{where}.")
        elif get_origin(field.type) is dict:
            found[name] = _look_up(inner, get_args(field.type)[1], where)
    return found


def _look_up(table: dict[str, Any], kind: Any, where: str) -> dict[str, Any]:
    """Return a look-up by the word or, where the schema has the words listed by their meaning, by that."""
    codes = where.startswith(_CURRENCIES) and kind == _WORDS
    listed = kind == _WORDS and not codes
    if kind != _WORDS and not any(isinstance(entry, list) for entry in table.values()):
        return table
    meanings: dict[str, Any] = {}
    found: dict[str, Any] = {}
    for key, entry in table.items():
        if listed and isinstance(entry, list):
            found.setdefault(key, [])  # a meaning that has no words
        for word, meaning in _entries(key, entry, kind, where, codes=codes):
            if meanings.setdefault(word, meaning) != meaning:
                raise ValueError(f"[{where}] {word!r} is both {_shown(meanings[word])} and {_shown(meaning)}")
            if not listed:
                found[word] = meaning
            elif word not in found.setdefault(meaning, []):
                found[meaning].append(word)
    return found


def _entries(key: str, entry: Any, kind: Any, where: str, *, codes: bool) -> Iterator[tuple[str, Any]]:
    """Yield each word of an entry with what it means."""
    if kind == _WORDS and not isinstance(entry, list if codes else str | list):
        raise ValueError(f"[{where}] {key!r} = {entry!r}: a list is expected")
    if not isinstance(entry, list) or (codes and all(map(_is_code, entry))):
        yield key, entry
        return
    meaning = _meaning(key, entry, kind, where, codes=codes)
    for word in entry:
        if not isinstance(word, str):
            raise ValueError(f"[{where}] {key!r} = {entry!r}: a list of words is expected")
        yield word, meaning


def _meaning(key: str, entry: list[object], kind: Any, where: str, *, codes: bool) -> Any:
    """Return what the key of a list of words means; in TOML it is a string."""
    if codes:
        listed = key.split(" ")
        if not all(map(_is_code, listed)):
            raise ValueError(f"[{where}] {key!r} = {entry!r}: codes of currencies are expected on one side")
        return listed
    if kind is int:
        if not (key.removeprefix("-").isdecimal() and str(int(key)) == key):
            raise ValueError(f"[{where}] {key!r} = {entry!r}: before a list of words, a whole number is expected")
        return int(key)
    return key


def _is_code(word: object) -> bool:
    """Tell whether a word is the code of a currency, or stands for a reader's own: "*dollars"."""
    return is_currency(word) or (isinstance(word, str) and word.startswith("*"))


def _shown(meaning: Any) -> str:
    return " ".join(meaning) if isinstance(meaning, list) else str(meaning)
