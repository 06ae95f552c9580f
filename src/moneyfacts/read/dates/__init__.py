"""Dates and stretches of the calendar, as they are said: "Thursday", "July through September", "the past 12 months".

What is read here is a `When`; which year or week it means is for `moneyfacts.resolve` to say. `forms` holds what all
readers share, `numeric` and `named` read one date, `relative` those around the publication date, `parts` their parts,
`spans` what joins two, `lengths` what a duration measures out.
"""

from __future__ import annotations

from .forms import is_year, word_before
from .lengths import ended, period
from .numeric import leading
from .parts import single, worded
from .spans import by_marks, date, prefixed, year

__all__ = [
    "by_marks",
    "date",
    "ended",
    "is_year",
    "leading",
    "period",
    "prefixed",
    "single",
    "word_before",
    "worded",
    "year",
]
