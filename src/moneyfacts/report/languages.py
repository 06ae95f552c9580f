"""For people who write a language file: what its words do in a sentence, and which of them no example holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..lang import language, language_file, made_of
from ..lang.roles import Role, finder, roles, without
from ..link import Link, links
from ..model.facts import Fact
from ..resolve.reading import Reading, read_in
from .explained import explanation
from .plain import _table as in_columns
from .plain import facts_text
from .rows import FactRow, fact_rows

_NOTHING = "-"
_HEADING = re.compile(r"\[.+\]").fullmatch
_SETTING = re.compile(r"(locale|published|home|frame) = (.+)").fullmatch
_ARROW = " -> "


class Effect(NamedTuple):
    """A word of a sentence in one of its roles, and how the sentence is read without it there, "" if no different."""

    word: str
    role: Role
    without: str


def trial(sentence: str, locale: str) -> str:
    """Return how a sentence is read: its facts, what ties them, and each word of the language file with its roles.

    After a role stands what is lost or read otherwise if the word is taken from that place of the file.

    >>> print(trial("Porez je manje od 5 posto.", "hr"), end="")
    percent  5 posto  less than 5%
    <BLANKLINE>
    1 figure
    <BLANKLINE>
    Porez  je    manje  od  5 posto  .
    word   word             percent
    <BLANKLINE>
    No figures are tied.
    <BLANKLINE>
    word      where the file has it     as     without it
    je        changes.fillers                  -
    manje od  qualifiers.before         below  '5 posto' is percent 5%
    manje     changes.down.share_after         -
    od        changes.noun_links               -
    od        counts.not_nouns                 -
    posto     percent.percent                  '5' is count less than 5
    """
    reading = read_in(sentence, language(locale))
    rows = [("word", "where the file has it", "as", "without it")]
    rows += [
        (each.word, each.role.path, each.role.meaning, each.without or _NOTHING) for each in effects(sentence, locale)
    ]
    document = reading.as_given()
    parts = [facts_text(document, article=False), explanation(document, reading.language)]
    parts.append(in_columns(rows) if len(rows) > 1 else "No word of the sentence is in the language file.")
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def effects(sentence: str, locale: str) -> Iterator[Effect]:
    """Yield each word of a sentence that the language file of a locale lists, role by role, with its effect.

    That is found by reading the sentence once more for each, without it.
    """
    data, reading = language_file(locale), read_in(sentence, language(locale))
    text = reading.layout.text
    for found in finder(data, reading.language.words)(text):
        for phrase, role in found.roles:
            other = read_in(sentence, made_of(without(data, phrase, role), locale))
            yield Effect(text[found.start : found.end], role, _difference(reading, other))


def _difference(one: Reading, other: Reading) -> str:
    """Return in a few words what the second reading of a text has lost, or has otherwise."""
    before, after = one.document.facts, other.document.facts
    rows = dict(zip(after, fact_rows(other.document), strict=True))
    said = [_lost(fact, row, rows) for fact, row in zip(before, fact_rows(one.document), strict=True)]
    said += [f"{fact.text!r} is a figure" for fact in after if not any(_overlap(fact, each) for each in before)]
    found = "; ".join(filter(None, said))
    return found or ("other ties" if _tied(one) != _tied(other) else "")


def _lost(fact: Fact, row: FactRow, others: Mapping[Fact, FactRow]) -> str:
    """Return what has become of a fact among others, "" where it is one of them."""
    if fact in others:
        return ""
    now = next((other for each, other in others.items() if _overlap(fact, each)), None)
    if now is None:
        return f"{fact.text!r} is no figure"
    if (now.text, now.kind, now.meaning) != (row.text, row.kind, row.meaning):
        return f"{now.text!r} is {now.kind} {now.meaning}"
    return f"{fact.text!r} is of {now.context or 'nothing'}" if now.context != row.context else f"{fact.text!r} differs"


def _overlap(one: Fact, other: Fact) -> bool:
    return one.start < other.end and other.start < one.end


def _tied(reading: Reading) -> tuple[Link, ...]:
    return links(reading.document, reading.language, reading.sentences)


def example_texts(source: str, language: str, default: str) -> Iterator[str]:
    """Yield the sentences in a language that a text holds: one a line, or a table of the project's tests.

    Such a table has headings in brackets, and below them what its rows are read with; without a `locale` that is
    `default`. A line that is set in is what its sentence is read as, and no sentence.
    """
    locale, settling = default, False
    for line in source.splitlines():
        if _HEADING(line):
            locale, settling = default, True
        elif settling and (match := _SETTING(line)):
            locale = match[2] if match[1] == "locale" else locale
            if match[1] == "frame" and _of(locale, language):
                yield match[2].partition(_ARROW)[0]
        elif line and not line[0].isspace() and not line.startswith("#") and _of(locale, language):
            settling = False
            yield line.partition(_ARROW)[0]


def _of(locale: str, language: str) -> bool:
    return re.split("[-_]", locale)[0] == language


def unused(locale: str, examples: Iterable[str]) -> dict[Role, tuple[str, ...]]:
    """Return the words of a locale's language file that stand in none of some sentences, by their roles.

    >>> unused("hr", ["Porez je manje od 5 posto."])[Role("shared.commas")]
    (',',)
    """
    data = language_file(locale)
    find = finder(data, language(locale).words)
    seen = {phrase for text in examples for found in find(text) for phrase, _ in found.roles}
    missing: dict[Role, list[str]] = {}
    for phrase, places in roles(data).items():
        for role in places if phrase not in seen else ():
            missing.setdefault(role, []).append(phrase)
    return {role: tuple(phrases) for role, phrases in missing.items()}


def unused_text(missing: dict[Role, tuple[str, ...]], total: int, examples: int, where: Sequence[str]) -> str:
    """Return what `unused` found as text: a row for each role, and how many of all words of the file stand in none."""
    rows = [(role.path, role.meaning, ", ".join(words)) for role, words in missing.items()]
    count = len({word for words in missing.values() for word in words})
    ends = f"{count} of {total} words stand in none of the {examples} examples in {' and '.join(where)}."
    return f"{in_columns(rows)}\n\n{ends}\n" if rows else f"{ends}\n"
