"""What begins with a digit: a date, a quantity, or nothing that means anything ("COVID-19", "02:34", "v1.2.3")."""

from __future__ import annotations

import re

from ...lang.language import Language
from ...lang.tokenizer import is_unspaced
from ...model.values import Duration
from .. import dates
from ..mention import Mention, NoMention
from ..numbers.in_digits import RUN, in_digits
from ..window import word_before
from . import durations
from .from_word import divided
from .meaning import quantity

_LETTER = r"[^\W\u3040-\u30ff\u3400-\u9fff]"  # of a script that sets spaces
_REST = re.compile(rf"(?:{_LETTER}|['’@./:#-])*{_LETTER}").match
_OPEN = " \n(["  # what a sign may stand after
_SHORT = 16  # characters of a text that may be a year and nothing else
_CLOSING = frozenset("%'’")  # it is quoted, and no year
_JOINTS = frozenset("-.,'’#@")
_OF_A_NAME = "#@&=_\\/"


def read(text: str, start: int, language: Language, previous: Mention | None) -> Mention | NoMention:
    """Return the figure whose first digit is at `start`, or the stretch of text that means none."""
    if start and text[start - 1] in _JOINTS:
        if text[start - 1] == language.cldr.decimal and (start == 1 or text[start - 2] in _OPEN):
            return quantity(text, start - 1, language, previous) or NoMention(_end(text, start))  # ".5 percent"
        if _hangs(text, start, language):
            return NoMention(_end(text, start))
    run = RUN(text, start)
    said = run[0] if run else text[start]
    date = None
    following, calendar = text[start + len(said) : start + len(said) + 1], language.dates
    if following in calendar.mark_starts:
        marked = _dated(text, start, dates.by_marks(text, start, language), language)
        if marked is not None:
            return marked
    if len(said) == 4 and said.isdecimal():
        date = _dated(text, start, dates.year(text, start, language), language)
    elif (len(said) < 3 or "/" in said or said.count(".") == 2) and dates.leading(text, start, language):
        date = _dated(text, start, dates.date(text, start, language), language)
    if date is not None:
        return date
    if calendar.nth and run and start and text[start - 1] in calendar.nth:
        return NoMention(run.end())  # "제3조": the third of something
    if following in language.numbers.divider_starts and (
        part := divided(text, start, in_digits(text, start, language), language)
    ):
        return part
    found = quantity(text, start, language, previous)
    if found is None:
        return NoMention(_end(text, start))
    if type(found) is Mention and type(found.value) is Duration:
        return durations.whole(text, found, language)
    return found


def _hangs(text: str, start: int, language: Language) -> bool:
    """Tell whether digits hang on what is before them: "COVID-19", "1,000", "'69"; not a year: "mid-2016"."""
    joint, before = text[start - 1], text[start - 2] if start > 1 else " "
    if joint in "'’" and dates.short_year(text, start - 1) and before in _OPEN:
        return text[start + 2 : start + 3] not in _CLOSING and language.units.after.find(text, start + 2) is None
    if joint in ",'’":
        return before.isdecimal()
    if joint in "#@":  # "#5percent", but "@5%"
        return joint == "#" or text[_end(text, start) - 1].isalpha()
    if before in _OPEN or is_unspaced(before):
        return False
    if joint == "-" and before in language.numbers.hanging:
        return False
    return joint != "-" or word_before(text, start, language) not in language.dates.joined


def _dated(text: str, start: int, found: Mention | None, language: Language) -> Mention | None:
    """Return a date that begins with a digit, None where the digits are no date but count or measure something."""
    if found is None or found.when is None:
        return None
    if start and text[start - 1] in _OF_A_NAME and found.when.edge is None:
        return None
    if found.when.kind != "year" or found.when.edge:
        return found
    if language.units.signs and len(text) < _SHORT and text.strip() == text[found.start : found.end]:
        return None  # alone, and in no known language, it is a price as soon as a year
    if start and text[start - 1] in "-−+" and not text[start - 2 : start - 1].isalpha():
        return None
    match = language.words.next(text, found.end)
    word = match[1].casefold() if match else ""
    if word in language.counts.classifiers or (word in language.counts.countables and text[found.end] == " "):
        return None
    return None if language.units.after.find(text, found.end) else found  # "2000 yen", "2000 tons"


def _end(text: str, start: int) -> int:
    """Return where the letters and digits around a digit that means nothing end."""
    run = RUN(text, start)
    end = run.end() if run else start + 1
    rest = _REST(text, end)
    return rest.end() if rest else end
