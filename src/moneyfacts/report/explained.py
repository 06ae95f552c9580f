"""Why figures are tied, or not: each sentence with the tags under its words, and what tied which figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..errors import _columns as columns
from ..lang.language import Language
from ..link import Link, links
from ..link.catalogue import named
from ..link.explained import TaggedWord, tagged_words
from ..link.patterns import TagPattern
from ..model.facts import Document

WIDTH = 100  # columns
_INDENT = "  "
_BETWEEN = "  "


def explanation(document: Document, language: Language, width: int = WIDTH) -> str:
    """Return the sentences of a document with their tags, and each tie: its name, its roles, its pattern.

    >>> from moneyfacts import extract
    >>> from moneyfacts.lang import language
    >>> print(explanation(extract("Sales rose 5% to $3.1 million."), language("en")), end="")
    Sales  rose   5%        to  $3.1 million  .
    word   moved  relative  to  amount
    <BLANKLINE>
    moved_by_to: movement, up
      pct      5%
      current  $3.1 million
      by       @changes <moved>? ..., <to>{* current}
    """
    blocks = ["\n\n".join(_lines(words, width)) for words in tagged_words(document, language)]
    blocks += [_tie(link) for link in links(document, language)] or ["No figures are tied."]
    return "\n\n".join(blocks) + "\n"


def _lines(words: Sequence[TaggedWord], width: int) -> Iterator[str]:
    """Yield the lines of a sentence, each with its tags below it, in columns."""
    row: list[TaggedWord] = []
    used = 0
    for word in words:
        taken = _width(word) + len(_BETWEEN)
        if row and used + taken > width + len(_BETWEEN):
            yield _line(row)
            row, used = [], 0
        row.append(word)
        used += taken
    yield _line(row)


def _line(row: Sequence[TaggedWord]) -> str:
    cells = zip(*((_padded(word.text, word), _padded(word.tag, word)) for word in row), strict=True)
    return "\n".join(_BETWEEN.join(each).rstrip() for each in cells).rstrip("\n")


def _width(word: TaggedWord) -> int:
    return max(columns(word.text), columns(word.tag))


def _padded(cell: str, word: TaggedWord) -> str:
    return cell + " " * (_width(word) - columns(cell))


def _tie(link: Link) -> str:
    """Return what a link ties, and by what."""
    tie = named()[link.tie] if link.tie else None
    told = ", ".join((link.relation, *([link.direction] if link.direction else [])))
    rows = [(role, " ".join(fact.text.split())) for role, fact in link.roles]
    rows += [(each.role, f"{each.value} (assumed from {each.source})") for each in link.assumed]
    rows.append(("by", tie.notation if isinstance(tie, TagPattern) else tie.meaning if tie else "-"))
    widest = max(len(role) for role, _ in rows)
    head = f"{link.tie}: {told}{' (weak)' if link.weak else ''}"
    return "\n".join((head, *(f"{_INDENT}{role.ljust(widest)}{_BETWEEN}{text}" for role, text in rows)))
