"""Writes what-is-read.md: what each language reads, from the language files.

    python docs/what_is_read.py

A test holds that the page is what this prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from babel import Locale

from moneyfacts.lang import language, languages
from moneyfacts.lang.cldr import UNDETERMINED
from moneyfacts.lang.schema import LanguageFile

PAGE = Path(__file__).parent / "what-is-read.md"
_HEAD = """\
# What each language reads

Written by `python docs/what_is_read.py` from the files in `src/moneyfacts/lang/data`; edit those and not this page. To
every language come the names and signs of currencies, the months, the weekdays and the separators that CLDR has, and
in every other locale of CLDR, these alone.

"""
_NUMERALS = {
    "decimal-words": "words set apart",
    "compound-words": "words that run together",
    "myriad-words": "digits, numerals and scales in turns",
    "none": "none",
}


def page() -> str:
    """Return the text of the page."""
    names = [name for name in languages() if name != UNDETERMINED]
    parts = [_HEAD, "| language | number words | changes | dates | counts |\n|---|---|---|---|---|\n"]
    parts += [_summary(name, language(name).data) for name in names]
    for name in names:
        parts += [f"\n## {_title(name)}\n\n", *_sections(language(name).data)]
    return "".join(parts)


def _title(name: str) -> str:
    locale = Locale.parse(name)
    return f"{locale.get_display_name('en')} (`{name}`)"


def _summary(name: str, data: LanguageFile) -> str:
    numbers, changes = data.numbers, data.changes
    marks = (
        len(numbers.units) + len(numbers.tens) + len(numbers.hundreds) + len(numbers.scales),
        sum(len(words) for way in (changes.up, changes.down) for words in (way.verbs, way.nouns, way.after)),
        len(data.dates.periods) + len(data.dates.marks) + len(data.dates.phrases),
        len(data.counts.plurals) + len(data.counts.plural_endings) + len(data.counts.classifiers),
    )
    cells = [f"{mark} words" if mark else "no" for mark in marks]
    return f"| {_title(name)} | {' | '.join([f'{cells[0]}, {_NUMERALS[data.numerals]}', *cells[1:]])} |\n"


def _sections(data: LanguageFile) -> Iterator[str]:
    numbers, changes = data.numbers, data.changes
    yield from _listed("Scales", (f"{word} 10^{power}" for word, power in numbers.scales.items()))
    yield from _listed("Currencies", _coded(data.currencies.words))
    yield from _listed("Hundredths", _coded(data.currencies.minor))
    yield from _listed("Percent", (*data.percent.percent, *data.percent.before, *data.percent.tenths))
    yield from _listed("Percentage points", data.percent.percentage_point)
    yield from _listed("Basis points", data.percent.basis_point)
    for sense, phrases in data.qualifiers.before.items():
        yield from _listed(f"Before a figure, {sense.replace('_', ' ')}", phrases)
    for way, movement in (("Up", changes.up), ("Down", changes.down)):
        yield from _listed(way, (*movement.verbs, *movement.share_verbs, *movement.particles, *movement.nouns))
    for basis, phrases in data.bases.items():
        yield from _listed(basis.replace("_", " ").capitalize(), phrases)
    yield from _listed("Periods", (word for words in data.dates.periods.values() for word in words))
    yield from _listed("Marks of dates", (word for words in data.dates.marks.values() for word in words))
    yield from _listed("Dates in a word", data.dates.phrases)


def _coded(words: Mapping[str, Iterable[str]]) -> Iterator[str]:
    for word, codes in words.items():
        yield f"{word} {'/'.join(code for code in codes if code[0] != '*')}"


def _listed(title: str, words: Iterable[str]) -> Iterator[str]:
    listed = list(words)
    if listed:
        yield f"- **{title}**: {', '.join(listed)}\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
