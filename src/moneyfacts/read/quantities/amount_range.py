"""Ranges of two amounts: "$10-15 million", "between 5 and 10 percent", "5 to 7 percent"."""

from __future__ import annotations

import re

import msgspec

from ...lang.language import Language
from ..numbers.in_words import between
from ..window import past_space
from .amount import Amount, amount
from .nouns import noun_phrase

_APART = " -–—~∼～〜"  # what the second end of a range may be set apart by
_HYPHEN = re.compile(" ?[-–—~∼～〜] ?").match


def second(
    text: str, first: Amount, language: Language, left: tuple[str, str], moves: bool
) -> tuple[Amount, Amount] | None:
    """Return both ends of the range that `first` begins: "$10-15 million", "between 5 and 10 percent"; None for none.

    `left` are the two words before the first: "and" needs its "between", and after "from" a "to" leads to a new level
    (but "ranging from" is a range), as it does after what `moves`: "rose $3 million to $45 million". What only one end
    states (a currency, a scale, a unit) is the other's too.
    """
    data = language.ranges
    if text[first.end : first.end + 1] not in _APART and not language.words.unspaced:
        return None
    worded = text[first.end + 1 : first.end + 2].isalpha()
    if not worded and (hyphen := _HYPHEN(text, first.end)):
        return _hyphened(text, first, hyphen.end(), language)
    match = language.words.next(text, first.end)
    if match is None or (text[match.start()] not in _APART and not language.words.unspaced):
        return None
    word, stop = match[1].casefold(), match.end()
    if language.numbers.hanging or text[match.start()] == "-":
        word, stop = between(text, match, language)
    if word not in data.words:
        return None  # nearly always
    if word in data.closed:
        return _closed(text, first, stop, language)
    if firsts := data.pairs.get(word):
        last = amount(text, _past_article(text, stop, language), language) if left[1] in firsts else None
    elif word in data.connectors:
        level = (moves and first.unit is not None) or _is_level(text, stop, left, moves, language)
        last = None if level else amount(text, past_space(text, stop), language)
    else:
        return None
    if last is None or _two_levels(text, first, last, (word, moves), language):
        return None
    return _joined(first, last)


def _hyphened(text: str, first: Amount, position: int, language: Language) -> tuple[Amount, Amount] | None:
    """Return both ends of a range whose second end begins at `position`, after a hyphen."""
    lead = text[position : position + 1]
    if not (lead.isdecimal() or lead in language.units.before or (lead and text[first.start].isalpha())):
        return None  # "ten - twenty dollars", but no "10 - twenty"
    last = amount(text, position, language)
    return _joined(first, last) if last else None


def _is_level(text: str, end: int, left: tuple[str, str], moves: bool, language: Language) -> bool:
    """Tell whether the words before a figure make it a level and no range: "subió de 40 a 45 euros"; "to" ends there.

    Not where one more "to" follows: "from 5 to 7 percent to 3 to 5 percent" are two ranges.
    """
    led = left[1] in language.ranges.from_words or left[1] in language.changes.cues
    return led and left[0] not in language.ranges.ranging and (moves or not _another(text, end, language))


def _past_article(text: str, end: int, language: Language) -> int:
    """Return where a figure after a word that ends at `end` may begin: "entre un 5 y un 7 %"."""
    position = past_space(text, end)
    article = language.words.next(text, end) if text[position : position + 1].isalpha() else None
    if article and article[1].casefold() in language.lengths.articles | language.dates.determiners:
        following = article.end() + 1
        return following if text[following : following + 1].isdecimal() else position
    return position


def _two_levels(text: str, first: Amount, last: Amount, said: tuple[str, bool], language: Language) -> bool:
    """Tell whether two amounts are no range, by the word between them, what moves the first, and what is after."""
    word, moves = said
    if moves and not first.unit and not last.unit:  # "fell 1-3/8 to 45-1/2", but "fell 5 to 7 points"
        return noun_phrase(text, last.end, language) is None
    if language.links.level_particles.get(word) != "prior":
        return False
    behind = language.words.next(text, last.end)  # "32円から36円に"
    return bool(behind and language.links.level_particles.get(behind[1]) == "current")


def _closed(text: str, first: Amount, end: int, language: Language) -> tuple[Amount, Amount] | None:
    """Return both ends of a range that a word after the second tells: "5달러에서 10달러 사이"."""
    last = amount(text, past_space(text, end), language)
    behind = language.words.next(text, last.end) if last else None
    if last is None or behind is None or behind[1].casefold() not in language.ranges.closing:
        return None
    return _joined(first, last)


def _another(text: str, end: int, language: Language) -> bool:
    """Tell whether one more "to" follows: "from 5 to 7 percent to 3 to 5 percent" are two ranges."""
    last = amount(text, past_space(text, end), language)
    behind = language.words.next(text, last.end) if last else None
    if last is None or behind is None or behind[1].casefold() not in language.ranges.connectors:
        return False
    return amount(text, behind.end() + 1, language) is not None


def _joined(first: Amount, last: Amount) -> tuple[Amount, Amount] | None:
    unit = last.unit or first.unit
    if first.unit and last.unit:
        if first.unit.tag != last.unit.tag or first.unit.name != last.unit.name:
            return None
        unit = min(first.unit, last.unit, key=lambda each: len(each.candidates))
    low, high = first.number, last.number
    if high.power and not low.power and low.amount < high.times(-high.power, high.end).amount:
        low = low.times(high.power, low.end)
    if not low.amount < high.amount:
        return None
    return (
        msgspec.structs.replace(first, number=low, unit=unit),
        msgspec.structs.replace(last, number=high, unit=unit),
    )
