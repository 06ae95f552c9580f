"""Dates and stretches of the calendar, as they are said: "Thursday", "July through September", "the past 12 months".

What is read here is a `DateExpression`; which year or week it means is for `moneyfacts.resolve` to say. `pieces` holds
what all readers share, `numeric` and `named` read one date, `relative` those around the publication date, `single` any
one date and its parts, `ranges` what joins two, `measured` what a duration measures out.
"""

from __future__ import annotations

from .measured import ended, period
from .numeric import leading
from .pieces import is_year, short_year
from .ranges import by_marks, date, prefixed, year
from .single import single, worded

__all__ = [
    "by_marks",
    "date",
    "ended",
    "is_year",
    "leading",
    "period",
    "prefixed",
    "short_year",
    "single",
    "worded",
    "year",
]
