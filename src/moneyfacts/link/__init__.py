"""Who plays which role: figures that the words of a text tie together, before anybody asks whether they agree.

Each sentence becomes a line of letters, one for a figure and one for a word that ties (`line`); relations are
shapes of such lines (`shape`). Which words tie is language data; nothing here knows a language.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..facts import Document
from ..lang.language import Language
from ..text import Sentence, sentences
from ..values import DateSpan, Duration
from .line import Line, line
from .movement import movements
from .parts import parts, shares
from .prices import prices
from .restated import restated, without_beside
from .roles import Link, Relation
from .spans import adjectives, deals, lasting
from .wholes import wholes

__all__ = ["Link", "Relation", "links"]


def links(document: Document, language: Language, ranges: Sequence[Sentence] | None = None) -> tuple[Link, ...]:
    """Return the figures of a document that its words tie together, in the order of the text.

    `ranges` are the sentences of its figures, where somebody has found them already.
    """
    if ranges is None:
        ranges = list(sentences(document.text, language, [fact.start for fact in document.facts]))
    facts = document.facts
    grouped = [((each.start, each.end), facts[each.first : each.last]) for each in ranges]
    found: list[Link] = []
    paragraph: list[tuple[int, Line]] = []
    for number, (span, group) in enumerate(grouped):
        if number and ranges[number].before != grouped[number - 1][0][0]:
            found += wholes(paragraph, language)
            paragraph = []
        if sum(not isinstance(fact.value, DateSpan | Duration) for fact in group) > 1:
            plain = line(document.text, span, group, language)
            paragraph.append((number, plain))
            found += _of_sentence(plain, language)
        found += adjectives(document.text, span, group, language)
        found += lasting(document.text, group, language)
    found += wholes(paragraph, language)
    return (*found, *deals(document, grouped, language))


def _of_sentence(plain: Line, language: Language) -> list[Link]:
    folded, found = restated(plain)
    found += parts(folded)
    found += prices(plain, language)
    bare, beside = without_beside(folded)
    still, moved = movements(bare, beside, language)
    found += shares(folded, still)
    return found + moved
