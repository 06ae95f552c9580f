"""Dates and stretches of the calendar, as they are said: "Thursday", "July through September", "Q3 2016".

What is read here is a `When`; which year or week it means is for `moneyfacts.resolve` to say.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from ..lang.language import Language
from ..lang.lexicon import NEXT, SPACES
from ..values import Duration, Grain
from .draft import Draft, When
from .number import RUN, in_words

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?![\w-])").match
_YEAR = re.compile(r"(\d{4})(?![\d,.]*\d)(?![^\W_])").match
_YEARS = re.compile(r"(\d{4})([-–/])(\d{4}|\d{2})(?![\w,-]|\.\d)").match
_DECADE = re.compile(r"(\d{3}0)['’]?s(?!\w)").match
_DAY = re.compile(r"(\d{1,2})([^\W\d_]{2})?(?![\w:%-]|[.,]\d)").match
_PREFIXED = re.compile(r"([^\W\d_]+)(\d{1,4})(?![\w,-]|\.\d)").match
_GOES_ON = "-–/s'’"  # behind a year: a month, another year, a decade's "s"
_COMMA_SPACE = re.compile(rf",?[{SPACES}]").match
_ABBREVIATION = re.compile(rf"\.?,?[{SPACES}]{{1,2}}").match
_SPACE = re.compile(rf"[{SPACES}]").match
_HYPHEN = re.compile(rf"[{SPACES}]?[-–—][{SPACES}]?").match
_APART = SPACES + "-–—"  # what a span's second date may be set apart by
_LONGEST_WORD = 16
_CLAUSE_ENDS = (". ", "; ", "! ", "? ", "\n")
_IN_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_LONGEST = 60  # months up to a stated end
_REACH = 80  # characters in which a word sets a date in the future

_Read = tuple[int, When]


def date(text: str, position: int, language: Language) -> Draft | None:
    """Return the date or span of dates that begins at `position`, with what leaves a side of it open; None for none."""
    found = single(text, position, language)
    if found is None:
        return None
    end, when = found
    left = _previous(text, position)
    last = _span_end(text, end, left, language)
    if last:
        end, when = last[0], When("span", when.grain, first=when, last=last[1])
    start = position
    if not last and left and (edge := _edge(left[0], language)):
        start, when = left[1], msgspec.structs.replace(when, edge=edge)
    elif ambiguous(text, position, end, when, left, language):
        return None
    if when.year is None and _ahead(text, position, language):
        when = msgspec.structs.replace(when, future=True)
    return Draft(start, end, when=when)


def single(text: str, position: int, language: Language) -> _Read | None:
    """Return the end of the one date at `position`, and what it says; None where there is none."""
    if text[position : position + 1].isdecimal():
        return _from_digits(text, position, language)
    match = NEXT(text, position)
    if match is None or match.start(1) != position:
        return None
    word, end = match[1].casefold(), match.end()
    if word in language.months and match[1][0].isupper() == next(iter(language.cldr.months))[0].isupper():
        return _from_month(text, end, language.months[word], language)
    if word in language.weekdays:
        return _from_weekday(text, end, language.weekdays[word], language)
    data = language.data.dates
    if word in data.days:
        return end, When("named_day", "day", offset=data.days[word])
    if word in data.relative:
        return _from_relative(text, end, data.relative[word], language)
    if word in data.ordinals:
        return _from_ordinal(text, end, data.ordinals[word], language)
    if word in data.fiscal:
        return _fiscal_year(text, end, language)
    prefixed = _PREFIXED(text, position)
    if prefixed and prefixed[1].casefold() in data.prefixes:
        return _from_prefix(text, prefixed.end(), data.prefixes[prefixed[1].casefold()], int(prefixed[2]), language)
    return None


def ended(text: str, duration: Draft, language: Language) -> Draft | None:
    """Return the span of "three months ended Sept. 30", given its duration; None where nothing says when it ended."""
    value = duration.value
    size = _IN_MONTHS.get(value.unit) if isinstance(value, Duration) else None
    if size is None or value is None or value.amount is None or int(value.amount) != value.amount:
        return None
    months = int(value.amount) * size
    match = NEXT(text, duration.end)
    if not 0 < months <= _LONGEST or match is None or match[1].casefold() not in language.data.dates.ended:
        return None
    space = _SPACE(text, match.end())
    found = single(text, space.end(), language) if space else None
    if found is None or found[1].kind not in ("date", "month"):
        return None
    grain: Grain = "quarter" if months == 3 else "month"
    return Draft(duration.start, found[0], when=When("ended", grain, number=months, fiscal=True, last=found[1]))


def is_year(digits: str) -> bool:
    """Tell whether four digits may be a year."""
    return len(digits) == 4 and _FIRST_YEAR <= int(digits) <= _LAST_YEAR


def _from_digits(text: str, position: int, language: Language) -> _Read | None:
    if not text[position : position + 4].isdecimal() or len(text) < position + 4:
        return _day_and_month(text, position, language)
    following = text[position + 4 : position + 5]
    if following not in _GOES_ON:
        match = _YEAR(text, position)
        return (match.end(), When("year", "year", int(match[1]))) if match and is_year(match[1]) else None
    if match := _ISO(text, position):
        year, month, day = (int(part) for part in match.groups())
        return (match.end(), When("date", "day", year, month, day)) if 0 < month < 13 and 0 < day < 32 else None
    if match := _YEARS(text, position):
        first, last = match[1], match[3]
        last = last if len(last) == 4 else first[:2] + last
        if is_year(first) and is_year(last) and int(first) < int(last):
            return match.end(), When(
                "span", "year", first=When("year", "year", int(first)), last=When("year", "year", int(last))
            )
    if match := _DECADE(text, position):
        return (match.end(), When("decade", "decade", int(match[1]))) if is_year(match[1]) else None
    if match := _YEAR(text, position):
        return (match.end(), When("year", "year", int(match[1]))) if is_year(match[1]) else None
    return None


def _day_and_month(text: str, position: int, language: Language) -> _Read | None:
    """Read "20 January", "20th of January", "20 January 2017"."""
    match = _DAY(text, position)
    if match is None or not 0 < int(match[1]) < 32 or (match[2] and match[2] not in language.data.dates.day_suffixes):
        return None
    after = NEXT(text, match.end())
    if after and after[1].casefold() in language.data.dates.of:
        after = NEXT(text, after.end())
    if after is None or after[1].casefold() not in language.months or not after[1][0].isupper():
        return None
    month = language.months[after[1].casefold()]
    year = _year(text, after.end(), language)
    if year is None:
        return after.end(), When("date", "day", None, month, int(match[1]))
    return year[0], When("date", "day", year[1], month, int(match[1]))


def _from_month(text: str, end: int, month: int, language: Language) -> _Read:
    """Read "January", "January 2017", "Jan. 20", "January 20, 2017", "January 20th of 2017"."""
    gap = _ABBREVIATION(text, end)
    day = gap and _DAY(text, gap.end())
    if day and 0 < int(day[1]) < 32 and (not day[2] or day[2] in language.data.dates.day_suffixes):
        year = _year(text, day.end(), language)
        return (year or (day.end(), None))[0], When("date", "day", year[1] if year else None, month, int(day[1]))
    year = _year(text, gap.end() - 1 if gap else end, language)
    return (year[0] if year else end), When("month", "month", year[1] if year else None, month)


def _year(text: str, end: int, language: Language) -> tuple[int, int] | None:
    """Return the year that belongs to a month or a quarter before it: " 2016", ", 2016", " of 2016", " in 2016"."""
    gap = _COMMA_SPACE(text, end)
    if gap is None:
        return None
    position = gap.end()
    match = NEXT(text, end)
    if match and match[1].casefold() in language.data.dates.of and (space := _SPACE(text, match.end())):
        position = space.end()
    found = _YEAR(text, position)
    return (found.end(), int(found[1])) if found and is_year(found[1]) else None


def _from_weekday(text: str, end: int, weekday: int, language: Language) -> _Read:
    """Read "Thursday", and "Thursday, Jan. 19": a date behind the weekday says more."""
    gap = _COMMA_SPACE(text, end)
    match = NEXT(text, gap.end() - 1) if gap else None
    if match and match[1][0].isupper() and match[1].casefold() in language.months:
        found = _from_month(text, match.end(), language.months[match[1].casefold()], language)
        if found[1].kind == "date":
            return found
    return end, When("weekday", "day", number=weekday)


def _from_relative(text: str, end: int, offset: int, language: Language) -> _Read | None:
    """Read "last week", "next year", "this quarter", "last December", "next Thursday"."""
    match = NEXT(text, end)
    if match is None:
        return None
    word = match[1].casefold()
    if word in language.periods:
        grain = language.periods[word]
        return match.end(), When("relative", grain, offset=offset)  # type: ignore[arg-type]
    if not match[1][0].isupper():
        return None
    if word in language.weekdays:
        return match.end(), When("weekday", "day", number=language.weekdays[word], offset=offset)
    if word in language.months:
        return match.end(), When("month", "month", number=language.months[word], offset=offset)
    return None


def _from_ordinal(text: str, end: int, number: int, language: Language) -> _Read | None:
    """Read "third quarter", "third-quarter 2016", "second half of the year", "first six months of 1989"."""
    match = NEXT(text, end)
    if match is None:
        return None
    fiscal = match[1].casefold() in language.data.dates.fiscal
    if fiscal:
        match = NEXT(text, match.end())
        if match is None:
            return None
    grain = language.periods.get(match[1].casefold())
    if grain == "quarter" and number <= 4:
        kind = When("quarter", "quarter", number=number, fiscal=fiscal)
    elif grain == "half" and number <= 2:
        kind = When("half", "half", number=number, fiscal=fiscal)
    elif number == 1 and (count := _months(text, end, language)):
        when = _of_year(text, count[0], When("first", "month", number=count[1]), language)
        return when if when[1].year or when[1].offset is not None else None
    else:
        return None
    return _of_year(text, match.end(), kind, language)


def _months(text: str, end: int, language: Language) -> tuple[int, int] | None:
    """Return the end and the count of "six months" or "nine months"."""
    space = _SPACE(text, end)
    if space is None:
        return None
    run = RUN(text, space.end())
    if run:
        stop, count = run.end(), int(run[0]) if run[0].isdecimal() else 0
    elif words := in_words(text, space.end(), language.numbers):
        stop, count = words.end, int(words.digits)
    else:
        return None
    unit = language.after.find(text, stop)
    return (
        (unit[0], count) if unit and unit[1].tag == "duration" and unit[1].name == "month" and 0 < count < 12 else None
    )


def _of_year(text: str, end: int, when: When, language: Language) -> _Read:
    """Add the year behind a quarter or half: "2016", "of 2016", "of fiscal 2017", "of last year", "of the year"."""
    year = _year(text, end, language)
    if year:
        return year[0], msgspec.structs.replace(when, year=year[1])
    match = NEXT(text, end)
    if match is None:
        return end, when
    if match[1].casefold() in language.data.dates.of:
        match = NEXT(text, match.end())
    if match is None:
        return end, when
    word = match[1].casefold()
    if word in language.data.dates.fiscal:
        fiscal = _fiscal_year(text, match.end(), language)
        return (fiscal[0], msgspec.structs.replace(when, year=fiscal[1].year, fiscal=True)) if fiscal else (end, when)
    found = NEXT(text, match.end()) if word in language.data.dates.relative else None
    if found and language.periods.get(found[1].casefold()) == "year":
        return found.end(), msgspec.structs.replace(when, offset=language.data.dates.relative[word])
    if (prefixed := _PREFIXED(text, match.start(1))) and language.data.dates.prefixes.get(
        prefixed[1].casefold()
    ) == "fiscal":
        return prefixed.end(), msgspec.structs.replace(when, year=_full_year(int(prefixed[2])), fiscal=True)
    return end, when


def _fiscal_year(text: str, end: int, language: Language) -> _Read | None:
    """Read "fiscal 2017", "fiscal year 2017", "fiscal third quarter"."""
    match = NEXT(text, end)
    if match and language.periods.get(match[1].casefold()) == "year":
        end = match.end()
    elif match and (number := language.data.dates.ordinals.get(match[1].casefold())):
        found = _from_ordinal(text, match.end(), number, language)
        return found and (found[0], msgspec.structs.replace(found[1], fiscal=True))
    space = _SPACE(text, end)
    found_year = space and _YEAR(text, space.end())
    if found_year and is_year(found_year[1]):
        return found_year.end(), When("year", "year", int(found_year[1]), fiscal=True)
    return None


def _from_prefix(text: str, end: int, what: str, number: int, language: Language) -> _Read | None:
    """Read "Q3", "H1", "FY2017", "Q3 2016", "Q3 FY2017"."""
    if what == "fiscal":
        year = _full_year(number)
        return (end, When("year", "year", year, fiscal=True)) if is_year(str(year)) else None
    if (what == "quarter" and 1 <= number <= 4) or (what == "half" and 1 <= number <= 2):
        return _of_year(text, end, When(what, what, number=number), language)  # type: ignore[arg-type]
    return None


def _full_year(number: int) -> int:
    return number if number > 99 else 2000 + number


def _span_end(text: str, end: int, left: tuple[str, int] | None, language: Language) -> _Read | None:
    """Return the second date of "July through September", "between May and July", "July-September", "2008 to 2012"."""
    data = language.data.dates
    if text[end : end + 1] not in _APART:
        return None
    hyphen = _HYPHEN(text, end)
    position = hyphen.end() if hyphen else end
    if not hyphen:
        match = NEXT(text, end)
        if match is None:
            return None
        word = match[1].casefold()
        paired = word == data.between[1] and left is not None and left[0] == data.between[0]
        if word not in data.span_words and not paired:
            return None
        space = _SPACE(text, match.end())
        if space is None:
            return None
        position = space.end()
    found = single(text, position, language)
    return found if found and found[1].kind in ("date", "month", "year", "quarter", "half", "weekday") else None


def _previous(text: str, position: int) -> tuple[str, int] | None:
    """Return the word right before `position`, case folded, and where it begins."""
    begin = max(0, position - _LONGEST_WORD)
    words = text[begin:position].replace("-", " ").rsplit(None, 1)
    if not words or not words[-1].isalpha() or position == begin or text[position - 1].isalnum():
        return None
    return words[-1].casefold(), text.rfind(words[-1], begin, position)


def _edge(word: str, language: Language) -> Literal["until", "since"] | None:
    for edge, words in language.data.dates.edges.items():
        if word in words:
            return edge
    return None


def ambiguous(text: str, start: int, end: int, when: When, left: tuple[str, int] | None, language: Language) -> bool:
    """Tell whether a bare month's name may be another word here: "May", "March", "Dec"."""
    if when.kind != "month" or when.year is not None or when.offset is not None:
        return False
    if text[start:end].casefold() not in language.ambiguous_months:
        return False
    return not (left and left[0] in language.date_prepositions and text[left[1] : left[1] + 1].islower())


def _ahead(text: str, position: int, language: Language) -> bool:
    """Tell whether a word before the date, in its clause, sets it in the future: "will open in March"."""
    window = text[max(0, position - _REACH) : position]
    cut = max([window.rfind(end) for end in _CLAUSE_ENDS])
    clause = window[cut + 1 :]
    return not language.from_now.isdisjoint(clause.casefold().split())
