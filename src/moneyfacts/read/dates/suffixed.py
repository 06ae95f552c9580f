"""Dates whose parts are marked after their numbers: "2016年7月3日", "3분기"; and words that are dates: "去年"."""

from __future__ import annotations

import re

import msgspec

from ...lang.language import Language
from ...lang.tokenizer import hangs
from ...model.values import Grain
from ..mention import DateExpression
from ..numbers.in_words import in_words
from ..window import past_space
from .named import from_prefix
from .pieces import HYPHEN, Read, is_year, year_after

_DIGITS = re.compile(r"\d{1,4}").match
_LIMITS = {"month": 12, "quarter": 4, "half": 2, "day": 31, "week": 53}
_FINER = {"year": ("half", "quarter", "month", "week"), "month": ("day",)}
_PARTED = ("year", "relative", "month", "quarter", "half", "decade")
_CENTURY = 100
_LONGEST = 5  # digits of a year, and one more
_FIRST_TENS = 20  # nobody speaks of the tens


def marked(text: str, position: int, language: Language) -> Read | None:
    """Return the end and the date at `position`, the greater parts first; None where no part is marked."""
    first = _part(text, position, language)
    if first is None or (first[1].kind == "date" and _is_length(text, position, language)):
        return None
    end, when = first
    while finer := _FINER.get(when.grain):
        if when.kind not in ("year", "relative", "month", "decade"):
            break
        following = _part(text, past_space(text, end), language) or from_prefix(text, past_space(text, end), language)
        if following is None or following[1].grain not in finer or following[1].kind == "relative":
            break
        end, when = following[0], _inside(when, following[1])
    if when.kind == "relative" and when.grain == "week" and (day := language.words.next(text, end)):
        number = language.dates.cldr_weekdays.get(day[1].casefold())
        if number is None and language.words.unspaced:
            number = language.dates.weekdays.get(text[end - 1] + day[1])  # "上周五"
        if number is not None:
            return day.end(), DateExpression("weekday", "day", number=number, whole=when)  # "지난주 금요일"
    if when.kind in ("quarter", "half") and when.year is None and (year := year_after(text, end, language)):
        return year[0], msgspec.structs.replace(when, year=year[1])  # "3 квартале 2016 года"
    return _portion(text, end, when, language) or (end, when)


def _portion(text: str, end: int, when: DateExpression, language: Language) -> Read | None:
    """Return the part of a stretch that the word after it says: "5월 말", "올해 초"."""
    behind = language.dates.portions_after
    found = behind.find(text, end) if behind and when.kind in _PARTED else None
    if found is None or (hangs(text, found[0]) and not _particle(text, found[0], language)):
        return None
    grain: Grain = "day" if found[1] in ("start", "end") else when.grain
    return found[0], DateExpression("portion", grain, portion=found[1], whole=when)


def _particle(text: str, end: int, language: Language) -> bool:
    following = language.words.next(text, end)
    return following is not None and following[1] in language.counts.not_nouns


def _is_length(text: str, position: int, language: Language) -> bool:
    """Tell whether a bare day is perhaps how many days where no spaces are set: "一日", "连升7日", but "于7日"."""
    if not language.words.unspaced or not text[position - 1 : position].isalpha() or position == 0:
        return language.words.unspaced and not text[position].isdecimal()
    data = language.dates
    before = (*data.prepositions, *data.span_words, *data.from_words, *data.span_ends)
    return not text[position].isdecimal() or not text.endswith(before, 0, position)


def _inside(whole: DateExpression, part: DateExpression) -> DateExpression:
    """Return a part of a year or month with the year or month that it is of."""
    if part.kind == "span" and part.first and part.last:
        return msgspec.structs.replace(part, first=_inside(whole, part.first), last=_inside(whole, part.last))
    if whole.kind == "month":
        return msgspec.structs.replace(part, year=whole.year, number=whole.number, whole=whole.whole)
    if part.kind == "nth":
        return msgspec.structs.replace(part, whole=whole)
    if whole.kind == "relative" and part.kind == "date":
        return DateExpression("nth", "day", number=part.day, whole=whole)  # "다음 달 3일"
    if whole.kind == "year":
        return msgspec.structs.replace(part, year=whole.year)
    return msgspec.structs.replace(part, whole=whole)


def _part(text: str, position: int, language: Language) -> Read | None:
    """Read one part: a phrase, or a number with its mark, or two numbers with one mark ("7-9月")."""
    dates = language.dates
    phrase = dates.phrases.find(text, position) if dates.phrases and _begins(text, position) else None
    if phrase:
        return phrase[0], _phrase(phrase[1])
    match = language.words.next(text, position)
    begin = match.end() if match and match[1].casefold() in dates.nth else position
    number = _number(text, begin, language)
    if number is None or not _begins(text, position):
        return None
    mark = _mark(text, number[0], language)
    if mark is None:
        return _parts(text, begin, number, language) if text[begin].isdecimal() else None
    unit = language.units.after.find(text, number[0])
    if unit and unit[0] > mark[0] and unit[1].tag == "duration":
        return None  # "2분기 연속", "3일 만에": a length
    found = _of(mark[0], mark[1], number[1], text[begin : number[0]])
    if found and text[number[0] : mark[0]].strip() in dates.fiscal:
        return found[0], msgspec.structs.replace(found[1], fiscal=True)
    return found


def _parts(text: str, begin: int, number: tuple[int, int], language: Language) -> Read | None:
    """Read two numbers with one mark, "7-9月"; the first begins at `begin`."""
    joint = HYPHEN(text, number[0])
    word = None if joint else language.words.next(text, number[0])
    spans = word is not None and word[1].casefold() in language.dates.span_words
    after = joint.end() if joint else word.end() if word and spans else None
    last = _number(text, after, language) if after is not None else None
    mark = _mark(text, last[0], language) if last else None
    if last is None or mark is None or after is None:
        return None
    ends = [
        _of(mark[0], mark[1], each, printed)
        for each, printed in ((number[1], text[begin : number[0]]), (last[1], text[after : last[0]]))
    ]
    if ends[0] is None or ends[1] is None or number[1] >= last[1]:
        return None
    return mark[0], DateExpression("span", ends[1][1].grain, first=ends[0][1], last=ends[1][1])


def _mark(text: str, position: int, language: Language) -> tuple[int, str] | None:
    """Return the end of the mark at `position` and what it marks; where no spaces are set, whatever follows it."""
    marks = language.dates.marks
    found = marks.find(text, position) if marks else None
    if found is None and language.words.unspaced and not language.units.after.find(text, position):
        what = language.dates.single_marks.get(text[position : position + 1])
        return (position + 1, what) if what else None
    return found


def _begins(text: str, position: int) -> bool:
    return text[position : position + 1] not in ("", " ")


def _number(text: str, position: int, language: Language) -> tuple[int, int] | None:
    """Return the end and the value of a number before its mark: "2016", "七", "二〇一六"."""
    if digits := _DIGITS(text, position):
        return (digits.end(), int(digits[0])) if not text[digits.end() : digits.end() + 1].isdecimal() else None
    if not language.words.unspaced:
        return None
    units, said, end = language.numbers.small, "", position
    while len(said) < _LONGEST and (match := language.words.next(text, end)) and units.get(match[1], 10) < 10:
        said, end = said + str(units[match[1]]), match.end()
    if len(said) > 1:
        return (end, int(said)) if len(said) == 4 or len(said) == 2 else None  # digit by digit
    number = in_words(text, position, language)
    return (number.end, int(number.digits)) if number and not number.power and len(number.digits) < 3 else None


def _of(end: int, mark: str, number: int, printed: str) -> Read | None:
    """Return what a number with its mark is: a year of four digits, a month, a day."""
    if mark == "year":
        return (end, DateExpression("year", "year", number)) if is_year(str(number)) else None
    if mark == "decade":
        if number % 10 or not (is_year(str(number)) or _FIRST_TENS <= number < _CENTURY):
            return None
        return end, DateExpression("decade", "decade", number) if number > _CENTURY else DateExpression(
            "decade", "decade", number=number
        )
    if not 0 < number <= _LIMITS[mark] or len(printed) > 2:
        return None
    if mark == "day":
        return end, DateExpression("date", "day", day=number)
    if mark == "week":
        return end, DateExpression("nth", "week", number=number, whole=DateExpression("relative", "year", offset=0))
    return end, DateExpression(mark, mark, number=number)  # type: ignore[arg-type]


def _phrase(said: str) -> DateExpression:
    """Return what a phrase of [dates.phrases] is: "year -1", "half-of-year 1", "quarter-of-year 1 3"."""
    kind, *numbers = said.split(" ")
    grain: Grain = kind.removesuffix("-of-year")  # type: ignore[assignment]
    if kind == "weekend":
        return DateExpression("relative", "week", offset=int(numbers[0]), only="weekend")
    if kind == grain == "day":
        return DateExpression("named_day", "day", offset=int(numbers[0]))
    if kind == grain:
        return DateExpression("relative", grain, offset=int(numbers[0]))
    parts = [DateExpression(grain, grain, number=int(number)) for number in numbers]  # type: ignore[arg-type]
    return parts[0] if len(parts) == 1 else DateExpression("span", grain, first=parts[0], last=parts[-1])
