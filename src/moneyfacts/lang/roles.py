"""What the words of a language file are in it: each table and key that lists a word, for people who write one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, pairwise
from typing import Any, NamedTuple

import msgspec

from .schema import LanguageFile, fields_of
from .tokenizer import Tokenizer

_PAIRED = ("ranges.between", "dates.between")  # two words and two, the one without the other says nothing
_CURRENCIES = "currencies."


class Role(NamedTuple):
    """A place of a language file that lists a word: its table and key, and what the word means there, if it says."""

    path: str
    meaning: str = ""


class Listed(NamedTuple):
    """A word or phrase of a text, and each role that a language file gives it, with how it is spelt there."""

    start: int
    end: int
    roles: tuple[tuple[str, Role], ...]


def roles(data: LanguageFile) -> dict[str, tuple[Role, ...]]:
    """Return each word and phrase of a language file with all its roles, in the order of the schema.

    >>> from moneyfacts.lang import language_file
    >>> roles(language_file("en"))["just over"]
    (Role(path='qualifiers.before', meaning='above'),)
    """
    found: dict[str, dict[Role, None]] = {}
    for phrase, role in _roles(data):
        found.setdefault(phrase, {})[role] = None
    return {phrase: tuple(listed) for phrase, listed in found.items()}


def _roles(table: msgspec.Struct, path: str = "") -> Iterator[tuple[str, Role]]:
    for field in fields_of(type(table)):
        value, where = getattr(table, field.name), f"{path}{field.encode_name}"
        if isinstance(value, msgspec.Struct):
            yield from _roles(value, f"{where}.")
        elif isinstance(value, tuple):
            yield from ((word, Role(where)) for word in value if word)
        elif isinstance(value, dict):
            for key, entry in value.items():
                if isinstance(entry, tuple) and path != _CURRENCIES:
                    yield from ((word, Role(where, key)) for word in entry if word)
                else:
                    yield key, Role(where, " ".join(entry) if isinstance(entry, tuple) else str(entry))


def finder(data: LanguageFile, words: Tokenizer) -> Callable[[str], Iterator[Listed]]:
    """Return a function that yields the words and phrases of a text which a language file lists.

    They come in their order, of those that begin at one place the longest first.
    """
    of = roles(data)
    known: dict[tuple[str, ...], list[str]] = {}
    for phrase in of:
        known.setdefault(tuple(words.split(phrase.casefold())), []).append(phrase)
    longest = max(map(len, known), default=0)

    def find(text: str) -> Iterator[Listed]:
        cut = list(_cut(text, words))
        for place, (start, _, _) in enumerate(cut):
            for size in range(min(longest, len(cut) - place), 0, -1):
                run = cut[place : place + size]
                phrases = known.get(tuple(word for _, _, word in run), ())
                gaps = (text[one[1] : other[0]] for one, other in pairwise(run))
                if phrases and not any(gap.replace("-", "").strip() for gap in gaps):
                    yield Listed(start, run[-1][1], tuple((each, role) for each in phrases for role in of[each]))

    return find


def _cut(text: str, words: Tokenizer) -> Iterator[tuple[int, int, str]]:
    """Yield the words and signs of a text as the language cuts phrases, with their places."""
    position = 0
    for word in words.split(text):
        start = text.index(word, position)
        position = start + len(word)
        yield start, position, word.casefold()


def without(data: LanguageFile, phrase: str, role: Role) -> LanguageFile:
    """Return a language file without a word in one of its roles; of a pair of words both are gone."""
    found: LanguageFile = _without(data, phrase, role, "")
    if role.path != "currencies.words":
        return found
    star = f"*{phrase}"  # in other words' lists it stands for what the word itself may mean
    tables = {
        field.name: {word: tuple(code for code in codes if code != star) for word, codes in table.items()}
        for field in fields_of(type(found.currencies))
        if isinstance(table := getattr(found.currencies, field.name), dict) and star in {*chain(*table.values())}
    }
    return msgspec.structs.replace(found, currencies=msgspec.structs.replace(found.currencies, **tables))


def _without(table: msgspec.Struct, phrase: str, role: Role, path: str) -> Any:
    name = role.path.removeprefix(path).partition(".")[0]
    field = next(field for field in fields_of(type(table)) if field.encode_name == name)
    value: Any = getattr(table, field.name)
    if isinstance(value, msgspec.Struct):
        value = _without(value, phrase, role, f"{path}{name}.")
    elif role.path in _PAIRED:
        pairs = [pair for pair in zip(value[::2], value[1::2], strict=True) if phrase not in pair]
        value = tuple(word for pair in pairs for word in pair) or (("", "") if name == "between" else ())
    elif isinstance(value, tuple):
        value = tuple(word for word in value if word != phrase)
    elif path != _CURRENCIES and isinstance(value.get(role.meaning), tuple):
        value = {**value, role.meaning: tuple(word for word in value[role.meaning] if word != phrase)}
    else:
        value = {word: entry for word, entry in value.items() if word != phrase}
    return msgspec.structs.replace(table, **{field.name: value})
