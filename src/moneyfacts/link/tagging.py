"""How a sentence is tagged: each of its figures, and each word that says what ties them.

Words that only loosen a figure or fill ("about", "a", "record") are left out. Where a language hangs the role after
its level ("100억원에서", "से"), the tag is set before it, as elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..lang.language import Language
from ..lang.tables.links import Ties
from ..model.facts import Fact, Qualifier
from ..model.values import Direction
from .patterns import expression
from .tags import LETTERS, PUNCTUATION, Item, TagSequence, tag_of

BEFORE = 110  # characters before the first figure that are looked at
_BEHIND = 70  # after the last
_LETTERS_OF_A_WORD = 3  # that is not known, where words need no spaces
_LONGEST_GAP = 220  # between two figures of one relation
PUNCTUATION_TAGS = {
    **{tag.name: tag.name for tag in PUNCTUATION},
    **{"，": ",", "、": ",", "（": "(", "）": ")", "[": "(", "]": ")", "；": ";", "：": ":", "–": "-", "—": "-"},
    **{"−": "-", "~": "-", "→": "to", "&": "and"},
    **{"*": ";", "•": ";", "|": ";"},  # items of a list, cells of a table
}
_BACK = 10  # items before "from" in which "to" and its level stand
_LEVELS = ("amount", "percent")
_APOSTROPHES = frozenset("'’")
_PASSED = frozenset({"word", "of", "movement", "date", "duration", "earlier"})
_WAYS: dict[str, Direction] = {"above": "up", "below": "down"}
_LEADS_NOWHERE = expression("<to|from>(?!<neutral|than>{0,6}<figure>)").sub  # "according to", "from 2021"
# "de 40 para 55 milhões", "para 55 milhões, de 40"
_TO_BEHIND = expression("<neutral>{0,6}<amount|percent><neutral>{0,4},?<neutral>{0,2}<to>").match
_TO_BEFORE = expression("<to><neutral>{0,6}<amount|percent>,?$").search
_OF_A_CHANGE = expression("(?<=<movement>)<from>(?=<relative|absolute>)").sub  # "uma alta de 10%"
# "(HEL: ABC)", the middle of "May and June", and ", but last year,"
_ASIDE = expression(
    "<(><word|date|of|:|/|->{0,4}<)> | (?<=<date>)<and|->(?=<date>) | ,<break><word|of|expected|earlier|movement>{0,3},"
).finditer


def tagged(text: str, span: tuple[int, int], facts: Sequence[Fact], language: Language) -> TagSequence:
    """Return the tags of a sentence."""
    items: list[Item] = []
    position = max(span[0], facts[0].start - BEFORE)
    for fact in facts:
        if fact.start < position:
            continue  # a duration inside a date span
        loose = fact.qualifier
        begin = (
            loose.start if loose and loose.start is not None and position <= loose.start < fact.start else fact.start
        )
        if items and begin - position > _LONGEST_GAP:
            items += _words(text[position : position + _BEHIND], language, items)
            items.append(Item("break"))
            position = begin - BEFORE
        items += _words(text[position:begin], language, items)
        if loose and begin < fact.start:
            items += _of_qualifier(loose, language, items)
        items.append(Item(tag_of(fact), fact))
        position = fact.extent[1]
    items += _words(text[position : min(span[1], position + _BEHIND)], language, items)
    found = TagSequence("".join(LETTERS[item.tag] for item in items), tuple(items))
    if language.links.of_or_from:
        found = _of_or_from(found, language)
    for aside in reversed([*_ASIDE(found.code)]):
        found = found.without(*aside.span())
    code = _OF_A_CHANGE(LETTERS["of"], found.code)
    return TagSequence(_LEADS_NOWHERE(LETTERS["word"], code), found.items)


def _of_or_from(tags: TagSequence, language: Language) -> TagSequence:
    """Return the tags with words that may mean "of" as well as "from" as "of", where no level after is near."""
    for place, item in enumerate(tags.items):
        if item.tag == "from" and item.word in language.links.of_or_from:
            behind = _TO_BEHIND(tags.code, place + 1)
            if behind is None and _TO_BEFORE(tags.code, max(0, place - _BACK), place) is None:
                tags = tags.with_item(place, item._replace(tag="of"))
    return tags


def _of_qualifier(qualifier: Qualifier, language: Language, before: Sequence[Item]) -> Iterator[Item]:
    """Yield what a word that loosens a figure ties as well: "above the $5 million expected", "5% more than 2"."""
    words = language.words.tokens(qualifier.text.casefold())
    if (
        words
        and words[0] in language.links.ties
        and (found := _phrase(words, 0, language.links.ties))
        and found[1] == "than"
    ):
        yield Item("qualifier", None, found[2])
    elif before and before[-1].tag == "relative" and qualifier.sense in _WAYS:
        yield Item("qualifier", None, _WAYS[qualifier.sense])
    elif words and _has_moved(before):
        last = next((word for word in reversed(words) if word not in language.links.fillers), "")
        yield from (Item("to") for rest, tag, _ in language.links.ties.get(last, ()) if tag == "to" and not rest)


def _has_moved(before: Sequence[Item]) -> bool:
    """Tell whether a verb of movement stands before, across words and dates alone: "cayó en mayo hasta 5"."""
    for item in reversed(before[-_BACK:]):
        if item.tag not in _PASSED:
            return item.tag == "moved"
    return False


def _words(gap: str, language: Language, before: list[Item]) -> Iterator[Item]:
    """Yield the words of a stretch without figures; a particle after a level is set before it."""
    if not gap or gap == " ":
        return
    if language.words.unspaced:
        gap = language.bases.pattern.pattern.sub(lambda match: _basis(match, gap, language), gap)
    else:
        gap = language.bases.pattern.pattern.sub(lambda match: match[0] if _has_its_own(match, gap) else " ", gap)
    tokens = [token.casefold() for token in language.words.tokens(gap)]
    if tokens and before and before[-1].tag in _LEVELS and (role := language.links.level_particles.get(tokens[0])):
        before.insert(len(before) - 1, Item("to" if role == "current" else "from"))
        del tokens[0]
    words = [token for token in tokens if token not in language.links.fillers]
    place, size = 0, len(words)
    while place < size:
        word = words[place]
        found = _phrase(words, place, language.links.ties) if word in language.links.ties else None
        if found:
            length, tag, direction = found
            yield Item(tag, None, direction, word)
            place += length
            continue
        place += 1
        if word.isalnum() or len(word) > 1:
            letters = language.words.unspaced and _is_letter(word, language)
            while letters and place < size and len(word) < _LETTERS_OF_A_WORD and _is_letter(words[place], language):
                word += words[place]
                place += 1
            yield Item("word", word=word)
        elif tag := PUNCTUATION_TAGS.get(word, ""):
            yield Item(tag)


def _has_its_own(match: re.Match[str], gap: str) -> bool:
    """Tell whether what a change is measured against has a level that follows: "from the previous year's 6.96"."""
    return gap[match.end() : match.end() + 1] in _APOSTROPHES


def _is_letter(word: str, language: Language) -> bool:
    """Tell whether a word is a letter that the language file does not know, and so a piece of a word."""
    return len(word) == 1 and word.isalpha() and word not in language.links.ties


def _basis(match: re.Match[str], gap: str, language: Language) -> str:
    """Return nothing for what a change is measured against, but keep what leads to a level: "较去年同期的[206位]"."""
    leads = language.words.tokens(gap[match.end() :])
    return match[0] if language.links.fillers.issuperset(leads) else " "


def _phrase(words: Sequence[str], place: int, ties: Ties) -> tuple[int, str, Direction | None] | None:
    """Return the longest phrase at a place: how many words it takes, its tag and its direction."""
    for rest, tag, direction in ties[words[place]]:
        size = len(rest)
        if not size or tuple(words[place + 1 : place + 1 + size]) == rest:
            return size + 1, tag, direction
    return None
