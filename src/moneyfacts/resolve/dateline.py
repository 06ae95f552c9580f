"""The publication date that a text states itself: a date alone on a line near its head, or in an agency's dateline."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from ..read.layout import Layout
from ..read.mention import Mention
from .dates import resolved

HEAD = 1000  # code points in which a dateline may stand
LINE = 120  # code points of its line, before and after the date
# what may share a line with the date: a weekday, a label, a time of day, an agency in brackets, a place in capitals
_LABEL = re.compile(r"[^\W\d_]{0,12}(?: [^\W\d_]{1,4})?:?[\s,|-]*")
_TIME = re.compile(
    r"[\s,|-]*(?:at )?(?:\d{1,2}[:.]\d{2}(?::\d{2})?)?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z+:\d]{0,8}\)?)?\s*", re.IGNORECASE
)
_PLACE = re.compile(r"\(?[A-Z][A-Z .'/]+[),]*[\s–—-]*(?:\([A-Z][\w .]*\))?[\s,–—-]*")
_AGENCY = re.compile(r"\s*(?:\([A-Z][\w .]*\))?\s*[–—-]")


def dateline(laid: Layout, drafts: Iterable[Mention]) -> date | None:
    """Return the first full date in the head of a text that stands where publication dates do, None where none does."""
    for draft in drafts:
        if draft.start > HEAD:
            return None
        when = draft.when
        if when is None or when.kind != "date" or when.year is None:
            continue
        start, end = laid.span(draft.start, draft.end)
        before = laid.given[max(0, start - LINE) : start].rpartition("\n")[2]
        after = laid.given[end : end + LINE].partition("\n")[0]
        alone = _LABEL.fullmatch(before) and _TIME.fullmatch(after)
        if alone or (_PLACE.fullmatch(before) and _AGENCY.match(after)):
            return resolved(when, None).start
    return None
