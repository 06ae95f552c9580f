"""Numbers in digits where no language says how they are separated: the figure itself does, as far as it can.

Two kinds of separators, or one kind twice, leave no doubt: "1.234,56", "1,23,456", "1'234'567". One full stop or comma
does where other than three digits follow ("5,99"), or where no group can end ("0.125", "1234.567"). What is left, like
"129.900", has two readings: groups come first, and the currency may know better (see `Number.settled`).
"""

from __future__ import annotations

import re
from unicodedata import category, decimal

import msgspec

from ...lang.signs import Signs
from ...lang.tables.units import Unit
from ...lang.tokenizer import GAPS
from ...model.interval import MAX_DIGITS

_MARKS = str.maketrans({**dict.fromkeys(GAPS, " "), **dict.fromkeys("’‘`´ʼ′＇", "'"), "，": ",", "．": ".", "、": ","})
_GROUPS = 30  # of one number: enough for 90 digits, and few enough to try at each of them
_NUMBER = re.compile(
    rf"""(?:
      (?![0٠۰०]) \d{{1,3}} (?P<group>[.,٬'’‘`´ʼ′＇，．{GAPS}]) \d{{3}}
          (?:(?P=group)\d{{3}}){{0,{_GROUPS}}} (?!\d)
    | (?![0०]) \d{{1,2}} (?:(?P<lakh>,)\d{{2}}) (?:,\d{{2}}){{0,{_GROUPS}}} ,\d{{3}} (?!\d)
    | \d{{1,{MAX_DIGITS}}}
    )
    (?: (?P<point>[.,·٫，．]) (?P<fraction>\d{{1,{MAX_DIGITS}}}) )?
    (?! [.,:'’٫٬]?\d ) (?(fraction)|(?!/\d))""",
    re.VERBOSE,
).match
_POINTED = re.compile(rf"[.,](\d{{1,{MAX_DIGITS}}})(?![.,:/]?\d)").match
_DASHED = re.compile(r"[.,:/](?:[-–—−]{1,2}|=)(?![\d-])").match  # "5,-", "12.–", "500/-": no minor units
_TORN = re.compile(r"([.,]) (\d\d)(?![.,:/]?\d)(?![^\W\d_])").match
_CENTS = re.compile(r"[0-9]{2}(?![.,:/]?\d)").match


class Digits(msgspec.Struct, frozen=True):
    """digits x 10**exponent, read up to `end`; `others` are the same digits read otherwise, the likelier first."""

    end: int
    digits: str
    exponent: int = 0
    others: tuple[tuple[str, int], ...] = ()


def in_digits(text: str, position: int, signs: Signs[Unit]) -> Digits | None:
    """Return the number in digits at `position`; None where the digits there are no one number, as in "12.05.2017".

    >>> from moneyfacts.lang import language
    >>> signs = language("und").units.signs
    >>> in_digits("1.234,56 €", 0, signs)
    Digits(end=8, digits='123456', exponent=-2, others=())
    >>> in_digits("129.900", 0, signs)
    Digits(end=7, digits='129900', exponent=0, others=(('129900', -3),))
    """
    match = _NUMBER(text, position)
    if match is None:
        match = _POINTED(text, position)
        return Digits(match.end(), _ascii(match[1]), -len(match[1])) if match else None
    fraction = match["fraction"]
    dashed = _DASHED(text, match.end())
    end = dashed.end() if dashed else match.end()
    group = (match["group"] or match["lakh"] or "").translate(_MARKS)
    stop = match.start("point") if fraction else match.end()
    whole = _ascii("".join(filter(str.isdecimal, text[position:stop])))
    if fraction:
        if group == match["point"].translate(_MARKS) and (len(fraction) != 2 or len(whole) > 6):
            return None  # "1.299.00" is a price, "10.127.1" is not
        return Digits(end, whole + _ascii(fraction), -len(fraction))
    if torn := _torn(text, position, end, group, signs):
        tail, in_front = torn
        digits = _ascii(text[tail - 2 : tail])
        return Digits(tail, whole + digits, -2, ((whole, 0),) if in_front else ((digits, 0),))
    if whole[0] == "0" < whole:
        return None  # the number of a telephone or an article
    doubtful = bool(match["group"]) and group in ".," and len(whole) < 7 and not dashed
    return Digits(end, whole, 0, ((whole, -3),) if doubtful else ())


def cents(text: str, end: int, stop: int) -> int | None:
    """Return the end of the two digits after a sign that stands in a number's decimal place: "12€50"; None for none.

    The number ends at `end`, the sign at `stop`.
    """
    tight = text[end] != " " and _CENTS(text, stop)
    return tight.end() if tight else None


def _torn(text: str, start: int, end: int, group: str, signs: Signs[Unit]) -> tuple[int, bool] | None:
    """Return the end of the decimals that a page's layout set apart, and whether the currency stands in front.

    A currency has to stand at "$119. 95" or "118, 99 TL"; without one, these may be the ends of two sentences.
    """
    match = _TORN(text, end)
    if match is None or match[1] == group:
        return None
    if any(category(char) == "Sc" for char in text[max(0, start - 2) : start]):
        return match.end(), True
    behind = signs.find(text, match.end())
    return (match.end(), False) if behind and behind[1].candidates else None


def _ascii(digits: str) -> str:
    return digits if digits.isascii() else "".join(str(decimal(digit)) for digit in digits)
