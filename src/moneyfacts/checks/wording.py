"""How figures are written in the sentence of a finding: "CNY 22.03 to 22.23 billion", "up 25.5% to 34.04%".

What the text states is quoted as it stands there; only what follows from it is written here, rounded to the nearest
of a few digits for people to read. The exact ranges are the finding's own. What is read is written exactly, by
`report/figures.py`, with the same words for scales and percentages.
"""

from __future__ import annotations

from fractions import Fraction

from ..identities.figures import Way
from ..model.facts import Fact
from ..model.findings import Verdict
from ..model.interval import Interval, nearest, plain
from ..model.values import Change, Count, Duration, Measurement, Money, Percent, Quantity

DIGITS = 4  # significant digits of a number in a sentence

SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
PERCENTAGES = {"percent": "%", "percentage_point": " percentage points", "basis_point": " basis points"}
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£"}
_FITS = {"agrees": "which fits {}", "strained": "which fits {} only loosely", "conflicts": "not {}"}
_ONE = ("1", "")
_OTHER: dict[Way, Way] = {"up": "down", "down": "up"}


def quoted(fact: Fact) -> str:
    """Return a figure as the text has it, with the words that loosen it, before or after it.

    >>> from moneyfacts import extract
    >>> [quoted(fact) for fact in extract("It spent about $4 million, and $5 million or more in May.").of("money")]
    ['about $4 million', '$5 million or more']
    """
    loose = fact.qualifier
    if loose is None:
        return fact.text
    follows = loose.start is not None and loose.start > fact.start
    return f"{fact.text} {loose.text}" if follows else f"{loose.text} {fact.text}"


def fits(verdict: Verdict, stated: str) -> str:
    """Return how what follows from the other figures stands to what the text states: "which fits 55%", "not 55%"."""
    return _FITS[verdict].format(stated)


def prefix(code: str) -> str:
    """Return what stands before an amount in a currency: its sign, or its code and a space."""
    return _SYMBOLS.get(code, f"{code} ")


def amount(values: Interval, like: Quantity, digits: int = DIGITS) -> str:
    """Return a range of amounts in the unit of `like`.

    >>> print(amount(Interval(Fraction(22025723473), Fraction(22233009709)), Money(currency="CNY")))
    CNY 22.03 to 22.23 billion
    >>> print(amount(Interval.point(-146000000), Money(currency="USD")), amount(Interval.around(83, 1), Percent()))
    -$146 million 82% to 84%
    >>> print(amount(Interval.around(1000000, 50000), Count(of="jobs")))
    950,000 to 1.05 million jobs
    """
    before, after = _unit(like)
    low = None if values.low is None else _number(values.low, digits)
    high = None if values.high is None else _number(values.high, digits)
    each = "%" if after == "%" else ""
    if low is None or high is None:
        end = high or low
        if end is None:
            return "any amount"
        text = f"{''.join(end)}{after} or {'less' if high else 'more'}"
    elif low == high:
        after = after.removesuffix("s") if isinstance(like, Duration) and low == _ONE else after
        text = f"{''.join(low)}{after}"
    else:
        text = f"{low[0]}{each}{low[1] if low[1] != high[1] else ''} to {''.join(high)}{after}"
    return f"-{before}{text[1:]}" if text.startswith("-") else f"{before}{text}"


def signed(values: Interval, like: Quantity, way: Way) -> str:
    """Return a range of changes in one direction, the negative ones of which go the other way.

    >>> print(signed(Interval.around(3, 1), Percent(), "up"), "/", signed(Interval.around(-3, 1), Percent(), "up"))
    up 2% to 4% / down 2% to 4%
    >>> print(signed(Interval.around(0, 1), Percent(), "down"))
    up 1% to down 1%
    """
    low, high = values.low, values.high
    if high is not None and high <= 0:
        return f"{_OTHER[way]} {amount(-values, like)}"
    if low is None or high is None or low >= 0:
        return f"{way} {amount(values, like)}"
    less, more = Interval.point(-low), Interval.point(high)
    return f"{_OTHER[way]} {amount(less, like)} to {way} {amount(more, like)}"


def _number(value: Fraction, digits: int) -> tuple[str, str]:
    """Return the digits of a number and its scale word.

    >>> _number(Fraction(999_999_999), 4), _number(Fraction(-123456, 100), 5)
    (('1', ' billion'), ('-1,234.6', ''))
    """
    shown = nearest(value, digits=digits)
    size = abs(shown.numerator) // shown.denominator
    scale, word = next(((10**power, f" {word}") for power, word in SCALES if size >= 10**power), (1, ""))
    whole, point, rest = plain(shown / scale if word else shown).partition(".")
    return f"{int(whole):,}{point}{rest}" if len(whole) > 3 else f"{whole}{point}{rest}", word


def _unit(like: Quantity) -> tuple[str, str]:
    """Return what stands before a number in the unit of `like`, and what after it."""
    match like:
        case Money(currency=code) | Change(unit=code, candidates=(_, *_)):
            return prefix(code), ""
        case Percent(unit=unit) | Change(unit="percent" | "percentage_point" | "basis_point" as unit):
            return "", PERCENTAGES[unit]
        case Change(unit="multiple"):
            return "", " times"
        case Count(of=noun) | Change(unit="count", of=noun):
            return "", f" {noun}" if noun else ""
        case Duration(unit=unit):
            return "", f" {unit}s"
        case Measurement(unit=unit) | Change(unit=unit):
            return "", f" {unit}"
    return "", ""
