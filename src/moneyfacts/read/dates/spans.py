"""From one date to another, and what stands before and behind a date: "from May to July", "since 2008", "2012 or later"."""

from __future__ import annotations

import re

import msgspec

from ...lang.language import Language
from ...lang.lexicon import NEXT
from ...values import Grain
from ..draft import Draft, Edge, When
from .forms import HYPHEN, SPACE, Read, Word, day_at, stands_alone, words_before, year_behind
from .parts import single
from .relative import moment, present

_CLAUSE = re.compile(r"[.;!?]\s|\n")
_SIGN = re.compile(r"(?:([<>])\s?(=?)|([≤≥]))\s?$").search
_AHEAD = 80  # characters in which a word sets a date in the future
_ENDS = (
    "date", "month", "year", "quarter", "half", "decade", "weekday", "named_day", "portion", "relative", "nth", "season",
)  # fmt: skip
_SIGNS: dict[str, Edge] = {"<": "before", "<=": "until", "≤": "until", ">": "after", ">=": "since", "≥": "since"}


def date(text: str, position: int, language: Language) -> Draft | None:
    """Return the date or span of dates that begins at `position`, with what leaves a side of it open; None for none."""
    words = words_before(text, position)
    start, found = _opened(text, position, words, language)
    if found is None:
        return None
    end, when = found
    left = [word for word in words if word[1] < start]
    joined = _joined(text, start, end, when, left, language)
    if joined:
        start, end, when = joined
    elif edge := _edge(text, start, end, when, left, language):
        start, end, when = edge
    elif when.loose and not _placed(when, left, language):
        return None
    elif ambiguous(text, start, end, when, left, language):
        return None
    if _ahead(text, position, language):
        when = msgspec.structs.replace(when, future=True)
    return Draft(start, end, when=when)


def _opened(text: str, position: int, words: list[Word], language: Language) -> tuple[int, Read | None]:
    """Return the date at `position` with the words before that it is part of: "early", "the end of the", "the"."""
    calendar = language.calendar
    size = len(words)
    if size and words[-1][0] in calendar.determiners:
        size -= 1
    portion = calendar.portions_left.find([word for word, _ in words[:size]]) if size else None
    if portion:
        begin = words[size - portion[0]][1]
        found = single(text, begin, language)
        if found and found[0] > position:
            return begin, found
    found = single(text, position, language)
    if found is None and words:
        match = NEXT(text, position)
        period = calendar.periods.get(match[1].casefold()) if match else None
        if match is None or period is None:
            return position, None
        if words[-1][0] in calendar.told and period in ("week", "month", "quarter", "year", "decade"):
            return words[-1][1], (match.end(), When("unsaid", _grain(period), number=0))
        if size < len(words):
            return words[-1][1], present(text, position, language, part=False)
        if period == "weekend":
            return position, present(text, position, language, part=False)
    return position, found


def _grain(period: str) -> Grain:
    return period  # type: ignore[return-value]


def _joined(
    text: str, start: int, end: int, when: When, left: list[Word], language: Language
) -> tuple[int, int, When] | None:
    """Return the span that a date begins or, behind "between now and", ends."""
    calendar = language.calendar
    if when.kind == "span":
        return start, end, when
    last = _second(text, end, when, left, language)
    if last:
        first = when
        if first.kind == "month" and last[1].kind == "date" and last[1].number is None:
            return None
        if when.kind == "relative" and last[1].kind == "span":  # "next week between Wednesday and Friday"
            return start, last[0], last[1]
        return start, last[0], When("span", when.grain, first=msgspec.structs.replace(first, loose=False), last=last[1])
    if len(left) > 1 and left[-2][0] in calendar.moments:
        opening = left[-3][0] if len(left) > 2 else ""
        word = left[-1][0]
        if word in calendar.span_words or (word == calendar.between[1] and opening == calendar.between[0]):
            now = When("named_day", "day", offset=0)
            return left[-2][1], end, When("span", "day", first=now, last=msgspec.structs.replace(when, loose=False))
    return None


def _second(text: str, end: int, first: When, left: list[Word], language: Language) -> Read | None:
    """Return the second date of "July through September", "between May and July", "July-September", "2008 to 2012"."""
    calendar = language.calendar
    hyphen = HYPHEN(text, end)
    if first.kind not in _ENDS:
        return None
    if hyphen:
        position = hyphen.end()
    else:
        match = NEXT(text, end)
        if match is None:
            return None
        word = match[1].casefold()
        if word in calendar.from_words or word == calendar.between[0]:
            return _inside(text, match.end(), first, word, language)
        paired = word == calendar.between[1] and bool(left) and left[-1][0] == calendar.between[0]
        space = SPACE(text, match.end())
        if space is None or (word not in calendar.span_words and not paired):
            return None
        position = space.end()
    found = single(text, position, language)
    if found is None or found[1].kind not in _ENDS:
        found = moment(text, position, language) or _bare_day(text, position, first, language)
    elif first.kind == "date" and found[1].loose and first.loose is False and first.year is None:
        found = _bare_day(text, position, first, language) or found
    if found is None or (first.loose and found[1].loose and not left):
        return None
    if first.kind == "relative" and first.loose:
        return None
    if first.kind == "year" and found[1].kind == "decade" and hyphen:
        return None
    return found[0], msgspec.structs.replace(found[1], loose=False)


def _bare_day(text: str, position: int, first: When, language: Language) -> Read | None:
    """Read the second day of "November 18-19", "April ninth through the 17th", with the year behind both."""
    if first.kind != "date":
        return None
    article = NEXT(text, position)
    if article and article.start(1) == position and article[1].casefold() in language.calendar.determiners:
        space = SPACE(text, article.end())
        position = space.end() if space else position
    day = day_at(text, position, language)
    if day is None:
        return None
    if not day[2] and (language.after.find(text, day[0]) or not _ends_there(text, day[0], language)):
        return None
    year = year_behind(text, day[0], language) if first.year is None else None
    return (year or day)[0], When("date", "day", year[1] if year else None, day=day[1])


def _ends_there(text: str, end: int, language: Language) -> bool:
    """Tell whether nothing that a number could count stands behind it."""
    return stands_alone(text, end, language) or year_behind(text, end, language) is not None


def _inside(text: str, end: int, first: When, word: str, language: Language) -> Read | None:
    """Read days inside a week or month: "next week between Wednesday and Friday", "November between 19 and 20"."""
    space = SPACE(text, end)
    if space is None:
        return None
    start = space.end()
    calendar = language.calendar
    paired = calendar.between[1] if word == calendar.between[0] else None
    if first.kind == "month":
        return _days_inside(text, start, first, paired, language)
    if first.kind != "relative" or first.grain != "week":
        return None
    found = single(text, start, language)
    match = NEXT(text, found[0]) if found and found[1].kind == "weekday" else None
    if found is None or match is None:
        return None
    joins = match[1].casefold() == paired or match[1].casefold() in calendar.span_words
    space = SPACE(text, match.end())
    last = single(text, space.end(), language) if joins and space else None
    if last is None or last[1].kind != "weekday":
        return None
    ends = [msgspec.structs.replace(each[1], whole=first) for each in (found, last)]
    return last[0], When("span", "day", first=ends[0], last=ends[1])


def _days_inside(text: str, start: int, month: When, paired: str | None, language: Language) -> Read | None:
    first = day_at(text, start, language)
    if first is None:
        return None
    hyphen = HYPHEN(text, first[0])
    if hyphen:
        position = hyphen.end()
    else:
        match = NEXT(text, first[0])
        space = SPACE(text, match.end()) if match else None
        if not match or not space or not (match[1].casefold() == paired or match[1].casefold() in language.calendar.span_words):
            return None
        position = space.end()
    last = _bare_day(text, position, When("date", "day", month.year, month.number, first[1]), language)
    if last is None:
        return None
    end, day = last
    year = month.year or day.year
    begin = When("date", "day", year, month.number, first[1])
    return end, When("span", "day", first=begin, last=When("date", "day", year, month.number, day.day))


def _edge(
    text: str, start: int, end: int, when: When, left: list[Word], language: Language
) -> tuple[int, int, When] | None:
    """Return the date with the words that leave a side of it open: "since 2008", "before May", "2012 or later"."""
    behind = language.calendar.edges_behind.find(text, end)
    if behind:
        return start, behind[0], msgspec.structs.replace(when, edge=behind[1], loose=False)
    if not left:
        sign = _SIGN(text, max(0, start - 4), start) if when.kind in ("year", "date", "month") else None
        if sign is None:
            return None
        return sign.start(), end, msgspec.structs.replace(when, edge=_SIGNS[sign[3] or sign[1] + sign[2]], loose=False)
    words = [word for word, _ in left]
    size = len(words)
    the = words[-1] in language.calendar.determiners
    found = language.calendar.edges.find(words, size - the)
    if found is None:
        if words[-1] in language.calendar.from_words and when.kind == "named_day":
            return left[-1][1], end, msgspec.structs.replace(when, edge="since")
        if when.kind == "counted" and (within := language.calendar.within.find(words, size - the)):
            begin = left[size - the - within[0]][1]
            return begin, end, msgspec.structs.replace(when, offset=0)
        return None
    edge: Edge = found[1]  # type: ignore[assignment]
    if when.loose and when.kind not in ("date", "relative"):
        return None
    if edge in ("before", "after") and not stands_alone(text, end, language):
        return None
    if when.kind == "counted":
        return None
    return left[size - the - found[0]][1], end, msgspec.structs.replace(when, edge=edge, loose=False)


def _placed(when: When, left: list[Word], language: Language) -> bool:
    """Tell whether a date that says too little is one where it stands: "in the 90s", "during the week"."""
    if when.kind == "relative":
        return True
    words = [word for word, _ in left]
    if when.kind != "decade" or not words:
        return False
    if words[-1] in language.calendar.determiners:
        return words[-1] not in language.calendar.personal
    return words[-1] in language.date_prepositions


def ambiguous(text: str, start: int, end: int, when: When, left: list[Word], language: Language) -> bool:
    """Tell whether a bare month's name may be another word here: "May", "March", "Dec"."""
    if when.kind != "month" or when.year is not None or when.offset is not None or when.whole is not None:
        return False
    if text[start].isupper() and text[start:end].casefold() not in language.ambiguous_months:
        return False
    return not (left and left[-1][0] in language.date_prepositions and text[left[-1][1]].islower())


def _ahead(text: str, position: int, language: Language) -> bool:
    """Tell whether a word before the date, in its clause, sets it in the future: "will open in March"."""
    window = text[max(0, position - _AHEAD) : position]
    clause = _CLAUSE.split(window)[-1]
    return not language.from_now.isdisjoint(clause.casefold().split())
