"""What begins with a digit: a date, a quantity, or nothing that means anything ("COVID-19", "02:34", "v1.2.3")."""

from __future__ import annotations

import re

from ..lang.language import Language
from ..lang.lexicon import NEXT, SPACES
from ..values import Duration
from . import dates, durations
from .draft import Draft, Skip
from .number import RUN
from .quantity import quantity

_REST = re.compile(r"[\w'’@./:#-]*\w").match
_OF_A_NAME = "#@&=_\\/"


def read(text: str, start: int, language: Language, previous: Draft | None) -> Draft | Skip:
    """Return the figure whose first digit is at `start`, or the stretch of text that means none."""
    if start > 1 and text[start - 1] in "-." and not text[start - 2].isspace() and text[start - 2] not in "([":
        return Skip(_end(text, start))
    date = _date(text, start, language)
    if date is not None:
        return date
    found = quantity(text, start, language, previous)
    if found is None:
        return Skip(_end(text, start))
    if type(found) is Draft and type(found.value) is Duration:
        found = durations.extended(text, found, language)
        return dates.ended(text, found, language) or found
    return found


def _date(text: str, start: int, language: Language) -> Draft | None:
    """Return the date that begins with a digit, None where the digits are no date but count or measure something."""
    found = dates.date(text, start, language)
    if found is None or found.when is None or found.when.kind != "year" or found.when.edge:
        return found
    if start and (text[start - 1] in _OF_A_NAME or text[start - 1] in "-−+"):
        return None
    if language.after.find(text, found.end):  # "2000 yen", "2000 tons"
        return None
    match = NEXT(text, found.end)
    if match and match[1].casefold() in language.countables and text[found.end] in SPACES:
        return None
    return found


def _end(text: str, start: int) -> int:
    """Return where the letters and digits around a digit that means nothing end."""
    run = RUN(text, start)
    end = run.end() if run else start + 1
    rest = _REST(text, end)
    return rest.end() if rest else end
