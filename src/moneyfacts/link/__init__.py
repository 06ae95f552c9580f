"""Who plays which role: figures that the words of a text tie together, before anybody asks whether they agree.

Each sentence becomes a sequence of tags, one for a figure and one for a word that ties (`tags`); relations are patterns
of such tags (`patterns`). Which words tie is language data; nothing here knows a language.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..lang.language import Language
from ..model.facts import Document, Fact
from ..model.values import Change, DateSpan, Duration
from ..read.sentences import Sentence, sentences
from .across_sentences import AHEAD, Said, complete
from .ages import ages_in
from .averages import averages_in
from .by_arithmetic import complete_by_arithmetic
from .durations import adjectives_in, deals_in, durations_in
from .headlines import headline_in
from .margins import balances_in, margins_in
from .movement import fold_movements
from .parts import parts_in, shares_in
from .prices import prices_in
from .proven import prove
from .relations import Link, Relation
from .restated import fold_beside, fold_restated
from .same_level import said_again
from .tables import tables_in
from .tagging import tagged
from .tags import TagSequence
from .unstated_wholes import shares_of_one_whole
from .weekdays import weekdays_in

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
    said: list[Said] = []
    first = 0  # of the paragraph, in `said`
    for number, (span, group) in enumerate(grouped):
        if number and ranges[number].before != grouped[number - 1][0][0]:
            found += shares_of_one_whole([(each.number, each.tags) for each in said[first:]], language)
            first = len(said)
        figures = [fact for fact in group if not isinstance(fact.value, DateSpan | Duration)]
        bracket = number + 1 < len(ranges) and document.text[ranges[number + 1].start] in _BRACKETS
        if len(figures) > 1 or (figures and (bracket or _may_complete(document.text, figures[0], number, said))):
            pieces = tagged(document.text, span, group, language).pieces(_MOST_TAGS)
            said += (Said(number, each, _of_sentence(each, language) if len(figures) > 1 else []) for each in pieces)
        if language.links.table and len(figures) > _LEAST_OF_TABLE:
            found += tables_in(document.text, span[0], figures, language)
        found += adjectives_in(document.text, span, group, language)
        found += durations_in(document.text, group, language)
        found += ages_in(document.text, span, group, language)
    found += shares_of_one_whole([(each.number, each.tags) for each in said[first:]], language)
    found += headline_in(document, ranges, language)
    found += weekdays_in(document, language)
    complete(said)
    complete_by_arithmetic(said)
    prove(said)
    moved = [link for each in said for link in each.links]
    return _each_once([*moved, *said_again(moved), *found, *deals_in(document, grouped, language)])


def _may_complete(text: str, fact: Fact, number: int, said: Sequence[Said]) -> bool:
    """Tell whether the only figure of a sentence may say what one before it left open, or be completed after it."""
    if isinstance(fact.value, Change) or text[fact.start - 1 : fact.start] in _BRACKETS:
        return True
    return bool(said) and number - said[-1].number <= AHEAD and said[-1].is_open


_BRACKETS = frozenset("(（")
_LEAST_OF_TABLE = 5  # figures: three rows of two
_MOST_TAGS = 400  # of a sentence in which figures are tied to each other


def _each_once(found: Sequence[Link]) -> tuple[Link, ...]:
    """Return links without those that another says, or says more of: a part of a whole whose share is stated."""
    figures = [frozenset(fact.start for _, fact in link.roles) for link in found]
    shares = {tied - {pct.start} for link, tied in zip(found, figures, strict=True) if (pct := _share_of(link))}
    kept: dict[tuple[str, frozenset[int]], Link] = {}
    for link, tied in zip(found, figures, strict=True):
        if link.relation != "part_whole" or tied not in shares:
            kept.setdefault((link.relation, tied), link)
    return tuple(kept.values())


def _share_of(link: Link) -> Fact | None:
    return link.get("pct") if link.relation == "share" and not link.weak and link.get("denominator") else None


def _of_sentence(plain: TagSequence, language: Language) -> list[Link]:
    folded, found = fold_restated(plain)
    found += parts_in(folded, language)
    found += averages_in(plain, language)
    found += prices_in(plain, language)
    found += margins_in(folded, language)
    found += balances_in(folded)
    bare, beside = fold_beside(folded)
    still, moved = fold_movements(bare, beside, language)
    found += shares_in(language, folded, still)
    return found + moved
