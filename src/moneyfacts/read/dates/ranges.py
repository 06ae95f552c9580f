"""From one date to another, and what stands around a date: "from May to July", "since 2008", "2012 or later"."""

from __future__ import annotations

import re

import msgspec

from ...lang.language import Language
from ...model.values import Duration
from ..mention import DateExpression, Edge, Mention
from ..quantities.meaning import quantity
from ..window import start_of
from .named import named_year
from .numeric import PARTED
from .pieces import (
    FIRST_YEAR,
    HYPHEN,
    LAST_YEAR,
    SPACE,
    Read,
    after_article,
    after_word,
    day_at,
    ends,
    stands_alone,
    words_near,
    year_after,
)
from .relative import from_relative, moment, present
from .single import part_after, single
from .suffixed import marked
from .tense import tense_of

_SIGN = re.compile(r"(?:([<>])\s?(=?)|([≤≥]))\s?$").search
_SIGNS: dict[str, Edge] = {"<": "before", "<=": "until", "≤": "until", ">": "after", ">=": "since", "≥": "since"}
_OPENING = frozenset("<>=≤≥ ")
_DASHES = frozenset("-–—~/～〜－")
_ENDS = frozenset(
    "date month year quarter half decade weekday named_day portion relative nth season century".split()  # noqa: SIM905
)
_TURNED = frozenset(("date", "weekday", "month", "quarter", "half", "span", "nth", "portion", "around"))
_TOLD = ("week", "month", "quarter", "year", "decade")

_Place = tuple[int, int, DateExpression]


def date(text: str, position: int, language: Language) -> Mention | None:
    """Return the date or span of dates that begins at `position`, with what leaves a side of it open; None for none."""
    found = single(text, position, language)
    return None if found is None else placed(text, position, words_near(text, position, language), found, language)


def by_marks(text: str, position: int, language: Language) -> Mention | None:
    """Return the date at `position` whose parts are marked after their numbers; None for none."""
    found = marked(text, position, language)
    return None if found is None else placed(text, position, words_near(text, position, language), found, language)


def year(text: str, position: int, language: Language) -> Mention | None:
    """Return the date that begins with the four digits at `position`: mostly a year and no more."""
    number, end = int(text[position : position + 4]), position + 4
    if not FIRST_YEAR <= number <= LAST_YEAR or text[end : end + 1] in PARTED or text[end : end + 1].islower():
        return date(text, position, language)
    if not ends(text, end, language.dates.following.year, language):
        return date(text, position, language)
    found = end, DateExpression("year", "year", number)
    return placed(text, position, words_near(text, position, language), found, language)


def prefixed(text: str, position: int, language: Language) -> Mention | None:
    """Return the date that begins with letters right before a number: "Q3 2016", "FY17"; None for none."""
    if text[position + 1 : position + 2].isdecimal() or text[position + 2 : position + 3].isdecimal():
        return date(text, position, language) if text[position].isalpha() else None
    match = language.words.next(text, position)
    what = language.dates.prefixes.get(match[1].casefold()) if match and match[1].isupper() else None
    year = named_year(text, match.end() + 1, language) if match and what in ("fiscal", "year") else None
    if year is None:
        return None
    found = year[0], msgspec.structs.replace(year[1], fiscal=year[1].fiscal or what == "fiscal")
    return placed(text, position, words_near(text, position, language), found, language)  # "FY 2017"


def placed(text: str, position: int, words: list[str], found: Read | None, language: Language) -> Mention | None:
    """Return the date that was read at `position`, with the words around it that belong to it.

    If no date was found there, the words before can still turn a bare period into one: "the year", "early this year".
    """
    start = position
    if words and words[-1] in language.dates.openers:
        start, found = _opened(text, position, words, found, language)
    if found is None:
        return None
    end, when = part_after(text, *found, language) or found
    if start < position:
        words = words_near(text, start, language)
    place = None
    if when.kind == "span":
        place = start, end, when
    elif _goes_on(text, end, language):
        place = _joined(text, start, end, when, words, language) or _open_after(text, start, end, when, language)
    if place is None and words:
        place = _until(text, start, end, when, words, language) or _edge(text, start, end, when, words, language)
    elif place is None:
        place = _signed(text, start, end, when)
    if place:
        start, end, when = place
    elif (when.loose and not _placed(when, words, language)) or ambiguous(text, start, end, when, words, language):
        return None
    if when.kind in _TURNED and (when.year is None or when.kind == "span"):
        tense = tense_of(text, position, when, language)
        when = msgspec.structs.replace(when, tense=tense) if tense else when
    inner = _duration(text, position, end, language) if when.count > 1 and not when.only else None
    return Mention(start, end, when=when, inner=inner)


def _opened(
    text: str, position: int, words: list[str], found: Read | None, language: Language
) -> tuple[int, Read | None]:
    """Return the date at `position` with the words before that are part of it: "early", "the end of", "the", "that"."""
    dates = language.dates
    the = words[-1] in dates.determiners
    portion = dates.portions_left.find(words, len(words) - the)
    if portion:
        begin = start_of(text, position, portion[0] + the, language)
        whole = single(text, begin, language)
        if whole and whole[0] > position:
            return begin, whole
    if found and words[-1] not in dates.fiscal:
        return position, found
    match = language.words.next(text, position)
    period = dates.periods.get(match[1].casefold()) if match else None
    if match is None or period is None:
        return position, found
    begin = start_of(text, position, 1, language)
    if found:
        return (
            (begin, (found[0], msgspec.structs.replace(found[1], fiscal=True)))
            if period == "year"
            else (position, found)
        )
    if words[-1] in dates.told and period in _TOLD:
        return begin, (match.end(), DateExpression("unsaid", period, number=0))  # type: ignore[arg-type]
    return begin, present(text, position, language, part=False) if the else None


def _duration(text: str, position: int, end: int, language: Language) -> Mention | None:
    """Return the length inside "the past 12 months", a figure of its own."""
    for match in language.trigger.find(" " + text[position:end]):
        if match[0][1:].isdecimal() or language.trigger.tags.get(match[0][1:].casefold()) == "number":
            found = quantity(text, position + match.start(), language, None)
            return found if type(found) is Mention and type(found.value) is Duration and found.end <= end else None
    return None


def _goes_on(text: str, end: int, language: Language) -> bool:
    """Tell from the word or sign after a date whether a second may follow, or what opens a side."""
    if text[end : end + 1] in _DASHES:
        return True
    match = language.words.next(text, end)
    return (
        match is None
        if text[end + 1 : end + 2] in _DASHES
        else bool(match and match[1].casefold() in language.dates.following.date)
    )


def _joined(
    text: str, start: int, end: int, when: DateExpression, words: list[str], language: Language
) -> _Place | None:
    """Return the span that a date begins: "May to July", "next week between Wednesday and Friday"."""
    dates = language.dates
    last = _second(text, end, when, words, language) if when.kind in _ENDS else None
    if last is None:
        return None
    if dates.span_ends and (behind := language.words.next(text, last[0])) and behind[1].casefold() in dates.span_ends:
        last = behind.end(), last[1]  # "7月から9月まで"
    if last[1].kind == "span":
        return start, last[0], last[1]
    if when.kind == last[1].kind == "weekday" and (week := _week_after(text, last[0], language)):
        days = [msgspec.structs.replace(each, whole=week[1]) for each in (when, last[1])]
        return start, week[0], DateExpression("span", "day", first=days[0], last=days[1])
    return (
        start,
        last[0],
        DateExpression("span", when.grain, first=msgspec.structs.replace(when, loose=False), last=last[1]),
    )


def _week_after(text: str, end: int, language: Language) -> Read | None:
    """Return the week that two weekdays are of: "Monday to Wednesday next week"."""
    match = language.words.next(text, end)
    if match and match[1].casefold() in language.dates.of:
        match = language.words.next(text, match.end())
    if match is None or match[1].casefold() not in language.dates.relative:
        return None
    found = from_relative(text, match.start(1), language)
    return found if found and found[1].kind == "relative" and found[1].grain == "week" else None


def _until(
    text: str, start: int, end: int, when: DateExpression, words: list[str], language: Language
) -> _Place | None:
    """Return the span from now to a date: "between now and November 15", "now to June"."""
    dates = language.dates
    if len(words) < 2 or words[-2] not in dates.moments or when.kind not in _ENDS:
        return None
    between = words[-1] == dates.between[1] and len(words) > 2 and words[-3] == dates.between[0]
    if not between and words[-1] not in dates.span_words:
        return None
    now, last = DateExpression("named_day", "day", offset=0), msgspec.structs.replace(when, loose=False)
    return start_of(text, start, 2, language), end, DateExpression("span", "day", first=now, last=last)


def _open_after(text: str, start: int, end: int, when: DateExpression, language: Language) -> _Place | None:
    """Return the date with words after it that open a side: "2012 or later", "from May onwards"."""
    behind = language.dates.edges_after.find(text, end)
    if behind is None:
        return None
    loose = language.qualifiers.after.find(text, end)
    if loose and loose[0] > behind[0]:
        return None  # "2015 से अधिक"
    if language.dates.edges.entries and not stands_alone(text, behind[0], language, names=False):
        return None  # where such words stand after a date alone, anything may follow
    return start, behind[0], msgspec.structs.replace(when, edge=behind[1], loose=False)


def _second(text: str, end: int, first: DateExpression, words: list[str], language: Language) -> Read | None:
    """Return the second date of "July through September", "between May and July", "July-September", "2008 to 2012"."""
    dates = language.dates
    hyphen = HYPHEN(text, end)
    if hyphen:
        position = hyphen.end()
    elif text[end : end + 1] == "/":
        return _bare_day(text, end + 1, first, language)
    else:
        match = language.words.next(text, end)
        if match is None:
            return None
        word = match[1].casefold()
        if word in dates.from_words or word == dates.between[0]:
            return _inside(text, match.end(), first, word, language)
        paired = word == dates.between[1] and bool(words) and words[-1] == dates.between[0]
        joint = after_word(text, match.end(), language) if paired or word in dates.span_words else None
        if joint is None:
            return None
        position = joint
    if first.kind == "relative" and first.loose:
        return None
    found = single(text, position, language)
    if found is None or found[1].kind not in _ENDS:
        found = moment(text, position, language) or _bare_day(text, position, first, language)
    elif first.kind == "date" and found[1].loose and not first.loose and first.year is None:
        found = _bare_day(text, position, first, language) or found
    if found is None or (first.loose and found[1].loose and not words):
        return None
    return found[0], msgspec.structs.replace(found[1], loose=False)


def _bare_day(text: str, position: int, first: DateExpression, language: Language) -> Read | None:
    """Read the second day of "November 18-19", "April ninth through the 17th", with the year after both."""
    if first.kind != "date" or first.number is None:
        return None
    day = day_at(text, after_article(text, position, language), language)
    if day is None:
        return None
    year = year_after(text, day[0], language) if first.year is None else None
    tight = text[position - 1] in _DASHES  # "the July 30-31 meeting"
    if not (day[2] or year or tight) and (
        language.units.after.find(text, day[0]) or not stands_alone(text, day[0], language)
    ):
        return None
    month = first.number if day[1] > (first.day or 0) else None
    return (year or day)[0], DateExpression("date", "day", year[1] if year else None, month, day[1])


def _inside(text: str, end: int, first: DateExpression, word: str, language: Language) -> Read | None:
    """Read days inside a week or month: "next week between Wednesday and Friday", "November between 19 and 20"."""
    space = SPACE(text, end)
    if space is None:
        return None
    dates = language.dates
    joins = (*dates.span_words, dates.between[1] if word == dates.between[0] else "")
    if first.kind == "month" and (day := day_at(text, space.end(), language)):
        begin = DateExpression("date", "day", first.year, first.number, day[1])
        position = _past(text, day[0], joins, language)
        last = _bare_day(text, position, begin, language) if position else None
        if last is None:
            return None
        ends = [
            msgspec.structs.replace(begin, year=begin.year or last[1].year, day=each) for each in (day[1], last[1].day)
        ]
        return last[0], DateExpression("span", "day", first=ends[0], last=ends[1])
    if first.kind == "relative" and first.grain == "week" and (found := single(text, space.end(), language)):
        position = _past(text, found[0], joins, language)
        last = single(text, position, language) if position else None
        if last and found[1].kind == last[1].kind == "weekday":
            ends = [msgspec.structs.replace(each, whole=first) for each in (found[1], last[1])]
            return last[0], DateExpression("span", "day", first=ends[0], last=ends[1])
    return None


def _past(text: str, end: int, joins: tuple[str, ...], language: Language) -> int | None:
    """Return where the second end begins after a hyphen or one of the words that join two."""
    hyphen = HYPHEN(text, end)
    if hyphen:
        return hyphen.end()
    match = language.words.next(text, end)
    space = SPACE(text, match.end()) if match and match[1].casefold() in joins else None
    return space.end() if space else None


def _signed(text: str, start: int, end: int, when: DateExpression) -> _Place | None:
    """Return the date with the sign before it that leaves a side open: ">= 2012"."""
    if not start or text[start - 1] not in _OPENING or when.kind not in ("year", "date", "month"):
        return None
    sign = _SIGN(text, max(0, start - 4), start)
    if sign is None:
        return None
    return sign.start(), end, msgspec.structs.replace(when, edge=_SIGNS[sign[3] or sign[1] + sign[2]], loose=False)


def _edge(text: str, start: int, end: int, when: DateExpression, words: list[str], language: Language) -> _Place | None:
    """Return the date with the words before it that leave a side open: "since 2008", "before May"."""
    dates = language.dates
    size = len(words) - (words[-1] in dates.determiners)
    found = dates.edges.find(words, size)
    if when.kind == "counted":
        within = dates.within.find(words, size) if when.offset == 1 else None
        taken = within[0] + len(words) - size if within else 0
        return (
            (start_of(text, start, taken, language), end, msgspec.structs.replace(when, offset=0)) if within else None
        )
    if found is None:
        if words[-1] in dates.from_words and when.kind == "named_day":
            return start_of(text, start, 1, language), end, msgspec.structs.replace(when, edge="since")
        return None
    edge: Edge = found[1]  # type: ignore[assignment]
    said = when.kind == "year" and text[end - 1].isalpha()  # "после 2008 года" is no attribute
    if (when.loose and when.kind == "decade") or (
        edge in ("before", "after") and not said and not stands_alone(text, end, language)
    ):
        return None
    begin = start_of(text, start, found[0] + len(words) - size, language)
    return begin, end, msgspec.structs.replace(when, edge=edge, loose=False)


def _placed(when: DateExpression, words: list[str], language: Language) -> bool:
    """Tell whether a date that says too little is one where it stands: "in the 90s", "during the week"."""
    if when.kind == "relative":
        return True
    if when.kind != "decade" or not words or words[-1] in language.dates.personal:
        return False
    return words[-1] in language.dates.determiners or words[-1] in language.dates.prepositions


def ambiguous(text: str, start: int, end: int, when: DateExpression, words: list[str], language: Language) -> bool:
    """Tell whether a bare month's name may be another word here: "May", "Dec", or a short weekday's: "Sat"."""
    free = when.offset is None and when.whole is None
    if when.kind == "weekday" and free and text[start:end].casefold() not in language.dates.cldr_weekdays:
        return not words or words[-1] not in language.dates.prepositions  # "Sun" may be a paper
    if when.kind != "month" or when.year is not None or when.offset is not None or when.whole is not None:
        return False
    if (
        not text[start].isalpha()
        or language.words.unspaced
        or (not text[start].islower() and text[start:end].casefold() not in language.dates.ambiguous_months)
    ):
        return False
    if not words or words[-1] not in language.dates.prepositions:
        return True
    begin = start_of(text, start, 1, language)
    return not (text[begin : begin + 1].islower() or words[-1] in language.dates.of)
