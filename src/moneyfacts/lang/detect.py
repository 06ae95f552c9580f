"""Which language a text is evidently in: by its script, and where languages share that, by their commonest words."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter
from pathlib import Path

import msgspec

_DATA = Path(__file__).parent / "commonest.toml"
_SAMPLE = 20_000  # code points of the beginning: enough to tell, and soon read
_FEWEST = 5  # words, or letters where words are not parted, in a script that tells
_CHINESE, _JAPANESE = 30, 10  # Han characters for each of kana: a name in a Chinese text, a text in Japanese

_WEIGHT = 60  # of a common word, parted among the languages that have it
_EVIDENCE = 90  # the weight that tells: two words which no other language has, or several that few have
_REPEATED = 3  # times that the same word counts
_RAREST = 8  # running text has a common word in so many words, and more


class _Script(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    letters: str
    languages: tuple[str, ...]
    spaced: bool = True


class _Commonest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    scripts: dict[str, _Script]
    words: dict[str, str]


def detect(text: str) -> str | None:
    """Return the language that a text is evidently in, None where too little tells or several are as likely.

    Only languages of `detectable` are told: one that is not among them may be taken for its neighbour.

    >>> detect("Der Umsatz stieg um 5 Prozent auf 3,1 Millionen Euro."), detect("Acme 5 %")
    ('de', None)
    """
    found = _words(text[:_SAMPLE])
    sizes = {script: len(words) for script, words in found.items()}
    kana, han = sizes.get("Kana", 0), sizes.get("Han", 0)
    if kana * _JAPANESE >= han:
        sizes["Kana"] = kana + sizes.pop("Han", 0)
    elif kana * _CHINESE > han:
        return None
    script, size = max(sizes.items(), key=itemgetter(1))
    if size < _FEWEST or size * 3 < sum(sizes.values()) * 2:
        return None
    languages = _commonest().scripts[script].languages
    return languages[0] if len(languages) == 1 else _by_words(found[script], _sharing()[script])


@cache
def detectable() -> frozenset[str]:
    """Return the languages that `detect` can tell."""
    return frozenset(language for script in _commonest().scripts.values() for language in script.languages)


def _by_words(words: Sequence[str], sharing: Mapping[str, Sequence[str]]) -> str | None:
    """Return the language whose common words these are, None where too few are, or as many are another one's."""
    common = {word: count for word, count in Counter(words).items() if word in sharing}
    evidence: Counter[str] = Counter()
    for word, count in common.items():
        weight = min(count, _REPEATED) * _WEIGHT // len(sharing[word])
        evidence.update(dict.fromkeys(sharing[word], weight))
    (first, most), (_, second) = (*evidence.most_common(2), ("", 0), ("", 0))[:2]
    own = [count for word, count in common.items() if first in sharing[word]]
    tells = most >= _EVIDENCE and most * 2 >= second * 3
    return first if tells and len(own) > 1 and sum(own) * _RAREST >= len(words) else None


def _words(text: str) -> dict[str, list[str]]:
    """Return the words of a text by their script."""
    chunks = text.split()
    found = {"Latin": _ascii_words(" ".join(filter(str.isascii, chunks)).lower())}  # most of many texts, at once
    for match in _every_word()(" ".join(chunk for chunk in chunks if not chunk.isascii())):
        found.setdefault(str(match.lastgroup), []).append(match[0].lower())
    return found


_ascii_words = re.compile("[a-z]+").findall


@cache
def _every_word() -> Callable[[str], Iterator[re.Match[str]]]:
    scripts = _commonest().scripts.items()
    return re.compile(
        "|".join(f"(?P<{name}>[{script.letters}]{'+' if script.spaced else ''})" for name, script in scripts)
    ).finditer


@cache
def _sharing() -> dict[str, dict[str, list[str]]]:
    """Return, for each script, its common words and which languages have each."""
    data = _commonest()
    found: dict[str, dict[str, list[str]]] = {}
    for name, script in data.scripts.items():
        words = found.setdefault(name, {})
        for language in script.languages:
            for word in data.words.get(language, "").split():
                words.setdefault(word, []).append(language)
    return found


@cache
def _commonest() -> _Commonest:
    return msgspec.convert(tomllib.loads(_DATA.read_text(encoding="utf-8")), _Commonest)
