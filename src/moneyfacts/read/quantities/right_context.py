"""What stands after a figure: what it is per, the words that loosen it, the word that makes it a change."""

from __future__ import annotations

import re

import msgspec

from ...lang.language import Language
from ...lang.tables.changes import Cue
from ...lang.tables.units import Unit
from ...model.values import Basis
from .amount import amount

_CLAUSE_END = re.compile(r"[.;!?\n。！？；।](?:(?<=[\n。！？；।])|(?=\s|$))").search
_CLAUSE_START = re.compile(r"[.;!?]\s|[\n。！？；，।]| and | but ").split
_CUT_START = re.compile(r"[.;!?]\s|[\n。！？；，、%％]|, ").split
_BASIS_REACH = 200
_FINE_NUMBER_NEXT = re.compile(r" (?:\w+ ){0,2}[^\w\s]?\d+[.,]\d").match
_FINE_NUMBER = re.compile(r"\d[.,]\d").search  # not a year or a day
_ELIDED = frozenset("'’")
_BRACKETS = frozenset("()（）")
_BRACKET = re.compile(r"[)）]| ?[(（][^()（）\s]{1,12}(?: [%٪％])?[)）]").match
_OPENED = re.compile(r" ?[(（] ?").match
_HUNG = re.compile(r"['’][^\W\d_]{1,6}").match  # "5.000 TL'nin altında"
_SAID_AGAIN = frozenset(("percent", "currency", "minor"))
_MOST_WORDS = 3  # between a figure and the word that makes it a change


class RightContext(msgspec.Struct, frozen=True):
    """What stands after a figure: its rate, as (end, name), its qualifier, as (start, end, sense), cue and basis."""

    rate: tuple[int, str] | None = None
    qualifier: tuple[int, int, str] | None = None
    cue: Cue | None = None
    basis: Basis | None = None


NOTHING = RightContext()


def behind(text: str, end: int, language: Language) -> RightContext:
    """Return what stands right after a figure that ends at `end`, and after brackets with no more than a figure."""
    if text[end : end + 1] in _ELIDED and language.currencies.endings and (hung := _HUNG(text, end)):
        end = hung.end()
    bracket = None if _BRACKETS.isdisjoint(text[end : end + 2]) else _BRACKET(text, end)
    if bracket and (said := cue(text, bracket.end(), language)) and not said.noun:
        return RightContext(cue=said)  # "15 points (0.7%) higher": both of them
    match = language.words.next(text, end)
    if match is None or match[1].casefold() not in language.around.followers:
        return NOTHING  # nearly always: one look-up instead of five
    against = language.bases.phrases.find(text, end)
    if against:  # "rose 55% from a year earlier", "a 5% year-on-year rise"
        return RightContext(cue=cue(text, against[0], language), basis=against[1])
    loose = language.qualifiers.after.find(text, end)
    rate = per(text, end, language)
    governing = cue(text, loose[0] if loose else rate[0] if rate else end, language)
    if rate and governing and governing.noun:
        governing = None  # "a 12 cents a share loss"
    return RightContext(rate, loose and (match.start(1), *loose), governing)


def per(text: str, end: int, language: Language) -> tuple[int, str] | None:
    """Return the end of "a year", "per share", "/barrel" or "each" right after a figure, and what it names."""
    match = language.words.next(text, end)
    if match is None:
        return None
    word = match[1].casefold()
    if word in language.per.each:
        return match.end(), "unit"
    if language.words.unspaced and word in language.per.before:
        return match.end(), language.per.before[word]  # "9.2欧元每股"
    if word in language.per.after:
        return match.end(), language.per.after[word]  # "700 euros mensuales"
    elided = text[match.end() : match.end() + 1] in _ELIDED  # "all'anno"
    end = match.end() + elided
    if word in language.per.markers and (article := language.words.next(text, end)) and not elided:
        end = article.end() if article[1].casefold() in language.dates.determiners else end  # "a la semana"
    found = language.per.nouns.find(text, end) if word in language.per.markers else None
    if (
        found
        and (following := language.words.next(text, found[0]))
        and following[1].casefold() in language.per.not_before
    ):
        return None
    return found


def cue(text: str, end: int, language: Language) -> Cue | None:
    """Return the word that makes the figure before it a change: "a 5% rise", "3 percent year-on-year drop"."""
    position = end
    for _ in range(_MOST_WORDS):
        if basis := language.bases.phrases.find(text, position):
            position = basis[0]
            continue
        match = language.words.next(text, position)
        if match is None:
            return None
        word = match[1].casefold()
        found = language.changes.after.find(text, position)
        if found and not (found[1].closing and _goes_on(text, found[0], language)):
            return found[1]
        position = match.end()
        if word in language.changes.levels:  # "um 5 Prozent auf 3 Millionen Euro gestiegen"
            level = amount(text, position + 1, language)
            position = level.end if level else position
        elif word not in language.changes.after_fillers:
            return None
    return None


def across(text: str, end: int, unit: Unit | None, language: Language) -> Cue | None:
    """Return the word that makes two figures one change said twice: "$3 million, or 2 percent, higher than in May".

    The first, in its `unit`, ends at `end`, before a comma. One of them has to be a percentage, and no "from" may
    follow: "$3 million, or 2 percent of sales, up", and "$3 million, or 2 percent, up from 1 percent" are levels.
    """
    match = language.words.next(text, end + 1)
    if match is None or match[1].casefold() not in language.changes.alternatives:
        return None
    other = amount(text, match.end() + 1, language)
    if other is None or other.unit is None or text[other.end : other.end + 1] != ",":
        return None
    if other.unit.tag not in _SAID_AGAIN or "percent" not in (other.unit.tag, unit.tag if unit else ""):
        return None
    word = language.words.next(text, other.end + 1)
    following = language.words.next(text, word.end()) if word else None
    if following and following[1].casefold() in language.ranges.from_words:
        return None
    said = cue(text, other.end + 1, language)
    return msgspec.structs.replace(said, share_only=False) if said else None


def of_figure(text: str, end: int, language: Language) -> bool:
    """Tell whether an article and a figure follow a factor: "double the $5 million", but "double the fee"."""
    match = language.words.next(text, end)
    if match is None or match[1] not in language.counts.articles:
        return False
    found = amount(text, match.end() + 1, language)
    return found is not None and (found.prefixed or text[found.start].isdecimal())


def in_percent(text: str, end: int, language: Language) -> bool:
    """Tell whether a part is said again as a percentage: "a fifth (19%)", "a quarter, or 24 percent"."""
    bracket = _OPENED(text, end)
    position = bracket.end() if bracket else None
    if position is None and text[end : end + 1] == ",":
        match = language.words.next(text, end + 1)
        position = match.end() + 1 if match and match[1] in language.changes.alternatives else None
    again = amount(text, position, language) if position else None
    return again is not None and again.unit is not None and again.unit.name == "percent"


def _goes_on(text: str, end: int, language: Language) -> bool:
    """Tell whether a clause goes on after a word that may end it: "um 5 % zu senken"."""
    match = language.words.next(text, end)
    return match is not None and match[1].casefold() not in language.counts.not_nouns


def basis(text: str, start: int, end: int, language: Language) -> Basis | None:
    """Return what a change from `start` to `end` is measured against, as the rest of its clause says, or its start.

    Where no spaces are set it stands before the change, if anywhere near: "전년 대비 5% 증가".
    """
    if language.words.unspaced:
        window = _CUT_START(text[max(0, start - _BASIS_REACH // 2) : start])[-1]
        near = [match[1] for match in language.bases.pattern.pattern.finditer(window)]
        if near and (before := language.bases.phrases.find(near[-1], 0)):
            return before[1]
    limit = min(len(text), end + _BASIS_REACH)
    stop = _CLAUSE_END(text, end, limit)
    match = language.bases.pattern.pattern.search(text, end, stop.start() if stop else limit)
    if match is not None and _is_of_level(text, end, match, language):
        return None
    if match is None:
        window = _CLAUSE_START(text[max(0, end - _BASIS_REACH // 2) : end])[-1]
        match = language.bases.pattern.pattern.search(" " + window)
    found = language.bases.phrases.find(match[1], 0) if match else None
    return found[1] if found else None


def _is_of_level(text: str, end: int, match: re.Match[str], language: Language) -> bool:
    """Tell whether a yearly rate is a level and not a basis: "fell 5% to an annual rate of 1.2 million"."""
    found = language.bases.phrases.find(match[1], 0)
    if found is None or found[1] != "annualized":
        return False
    return bool(_FINE_NUMBER_NEXT(text, match.end(1)) or _FINE_NUMBER(text, end, match.start(1)))
