"""Every word of every language file stands in a sentence of its tables, so that no word is there on trust.

English has stricter examples, word by word, in test_lang.py.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from moneyfacts import lang
from moneyfacts.lang import language, languages
from moneyfacts.lang.cldr import UNDETERMINED
from tables import FOLDER, rows

OTHERS = [name for name in languages() if name not in ("en", UNDETERMINED)]
KEYED = ("currencies.symbols", "currencies.words", "currencies.thousands", "currencies.minor")


def words(table: dict[str, Any], path: str = "") -> Iterator[str]:
    """Yield the words of a language file: keys with a number or a meaning, and the items of lists."""
    for key, value in table.items():
        inner = f"{path}.{key}".strip(".")
        if isinstance(value, dict):
            yield from value if inner in KEYED else words(value, inner)
        elif isinstance(value, list):
            yield from value
        elif path:
            yield key


def sentences(name: str) -> str:
    """Return the text of all rows of a language's tables, case folded."""
    found = [row for path in FOLDER.glob("*/*.txt") for row in rows(path.read_text(encoding="utf-8"), path.stem)]
    return "\n".join(row.text for row in found if row.locale.partition("_")[0] == name).casefold()


@pytest.mark.parametrize("name", OTHERS)
def test_every_word_stands_in_a_sentence(name: str) -> None:
    text = sentences(name)
    spaced = language(name).data.spaced
    file = tomllib.loads((Path(lang.DATA) / f"{name}.toml").read_text(encoding="utf-8"))

    def stands(word: str) -> bool:
        if not spaced:
            return word.casefold() in text
        return re.search(rf"(?<![^\W\d_]){re.escape(word.casefold())}(?![^\W\d_])", text) is not None

    assert [word for word in dict.fromkeys(words(file)) if word and not stands(word)] == []
