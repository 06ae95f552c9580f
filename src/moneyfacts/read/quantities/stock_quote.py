"""A share's price with its change in brackets, as web pages set it after a name: "Lumen (20.50, -0.30, -1.44%)"."""

from __future__ import annotations

import re

from ...lang.language import Language
from ...model.values import Change, Count, Direction
from ..mention import Mention
from ..numbers.in_digits import Number, in_digits
from .amount import MINUS

# all three with two decimals or more: "(1.5, 2.5, 4.0%)" is a list
_QUOTE = re.compile(
    rf"""(?P<price>\d+\.\d{{2,4}}) [,，][ ]?
    (?P<moved>(?P<sign>[+{re.escape(MINUS)}])? (?P<change>\d+\.\d{{2,4}})) [,，][ ]?
    (?P<said>[+{re.escape(MINUS)}]? (?P<percent>\d+\.\d\d)[ ]?%) [)）]""",
    re.VERBOSE,
).match


def quote(text: str, start: int, language: Language) -> Mention | None:
    """Return the price at `start`, which holds its change, which holds its percentage; None where no three such stand.

    The price has no currency, so it counts nothing that is said. A change without a sign is one upwards.
    """
    match = _QUOTE(text, start)
    if match is None:
        return None
    price, change, percent = (_number(match, name, language) for name in ("price", "change", "percent"))
    if price is None or change is None or percent is None:
        return None
    rising = match["sign"] in (None, "+")
    way: Direction = "flat" if not change.amount else "up" if rising else "down"
    found: Mention | None = None
    for name, number, unit in (("said", percent, "percent"), ("moved", change, "count")):
        value = Change(number.amount, direction=way, unit=unit)
        found = Mention(*match.span(name), value, precision=(number.precision,), direction=way, inner=found)
    return Mention(start, price.end, Count(price.amount), precision=(price.precision,), inner=found)


def _number(match: re.Match[str], name: str, language: Language) -> Number | None:
    number = in_digits(match[name], 0, language)  # alone, for commas part what may be no groups of one number
    return number.times(0, match.end(name)) if number else None
