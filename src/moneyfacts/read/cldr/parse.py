"""One whole figure as CLDR prints it in a locale: an amount of money, a percentage or a number.

Around its digits stand a sign, a scale word and a currency or a percent sign, each once and at either side; brackets
around all of it are a minus. What the pieces are the locale's `Forms` say. Digits stand in the locale's groups, in
threes set apart by spaces or apostrophes, or in none. Spaces, minus signs, marks of direction, digits and the case of
letters may differ, as in UTS #35 part 3, "Parsing Numbers".

Where two versions of CLDR mean other amounts by one print, "1,421" or "5 B", the likelier is read, and the other one is
among the alternatives.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple, TypeVar

from ...errors import ParseError
from ...lang.frozen import Scale, Separators, even, world
from ...model.interval import MAX_DIGITS, negated, scaled
from ...model.values import Money, Percent
from .forms import OPEN_GROUPS, ZERO_WIDTH, Forms, Scales

_LONGEST = 1000  # code points of a figure: its digits, their groups, and the longest names
_LONGEST_WORDS = 200  # of what stands on one side of its digits
_UNSCALED = (Scale(0, 0),)
_TRILLION = 12
_LOOSE = tuple(Separators(decimal, group) for decimal in ".," for group in OPEN_GROUPS)  # read where there are groups
_NO_SCALES = Scales({}, {})
_SIGNS = ("-", "+")

T = TypeVar("T")


class _Stopped(Exception):  # noqa: N818 - never leaves this module
    """Where one way of reading the text stops, and what was expected there."""

    def __init__(self, at: int, expected: str) -> None:
        super().__init__(at, expected)
        self.at = at
        self.expected = expected


class _Named(NamedTuple):
    """A currency: the codes it may be, why, and whether only in another case of letters than the print."""

    codes: tuple[str, ...]
    reason: str
    folded: bool


class _Digits(NamedTuple):
    """One way to read a run of digits: the last `places` of them are decimals, and groups were set or not."""

    digits: str
    places: int
    grouped: bool = False


class _Figure(NamedTuple):
    """Digits and the words around them, and where the words before and after them begin."""

    ways: tuple[_Digits, ...]
    left: str
    right: str
    start: int
    stop: int
    negative: bool

    def amounts(self, scales: tuple[Scale, ...] = _UNSCALED, decimals: int = 2) -> tuple[Decimal, ...]:
        """Return what the figure may be in a unit that has so many decimals, the likeliest first.

        Three digits after a sign that may be either are a group, unless they are the decimals of the unit.
        """
        ways = sorted(self.ways, key=lambda way: way.places, reverse=decimals == 3)
        found = (scaled(way.digits, power - way.places) for way in ways for power in _likeliest(way, scales))
        return tuple(dict.fromkeys(negated(number) if self.negative else number for number in found))


def _likeliest(way: _Digits, scales: tuple[Scale, ...]) -> Iterator[int]:
    """Yield the powers of ten that a scale word may be, the likeliest first: those for as many digits as there are.

    Of two of them, one of less than a trillion is likelier. Groups are not printed before such a word.
    """
    fitting = [scale.power for scale in scales if scale.digits == len(way.digits) - way.places and not way.grouped]
    yield from sorted(fitting, key=lambda power: power >= _TRILLION)
    yield scales[0].power


def money(text: str, forms: Forms) -> Money:
    """Return the amount of money that `text` is, as CLDR prints one in the locale of `forms`.

    Raises ParseError for anything else.

    >>> from moneyfacts.read.cldr.forms import forms
    >>> money("34,3\u00a0Mrd.\u00a0€", forms("de")).amount
    Decimal('34300000000')
    """

    def read(figure: _Figure) -> Money:
        found = min(_moneys(figure, forms), default=None, key=lambda each: each[0])
        if found is None:
            raise _stop(figure, "a currency", lambda words: bool(_named(words, forms)), forms.money_scales)
        _, (codes, reason, _), amounts = found
        return Money(amount=amounts[0], alternatives=amounts[1:], currency=codes[0], candidates=codes, reason=reason)

    return _whole(text, forms, "an amount of money", read)


def percent(text: str, forms: Forms) -> Percent:
    """Return the percentage that `text` is, as CLDR prints one in the locale of `forms`.

    Raises ParseError for anything else.

    >>> from moneyfacts.read.cldr.forms import forms
    >>> percent("%-12,5", forms("tr")).amount
    Decimal('-12.5')
    """

    def read(figure: _Figure) -> Percent:
        if "" in (figure.left, figure.right) and figure.left + figure.right in forms.percents:
            amount, *others = figure.amounts(decimals=3)
            return Percent(amount=amount, alternatives=tuple(others), unit="percent")
        raise _stop(figure, "a percent sign", forms.percents.__contains__)

    return _whole(text, forms, "a percentage", read)


def number(text: str, forms: Forms) -> Decimal:
    """Return the number that `text` is, as CLDR prints one in the locale of `forms`, compact forms too.

    Raises ParseError for anything else.

    >>> from moneyfacts.read.cldr.forms import forms
    >>> number("1.5億", forms("ja")), number("12,34,567", forms("hi"))
    (Decimal('150000000'), Decimal('1234567'))
    """

    def read(figure: _Figure) -> Decimal:
        found = _scales(figure.left, figure.right, forms.number_scales)
        if found is None:
            raise _stop(figure, "the end", frozenset[str]().__contains__, forms.number_scales)
        return figure.amounts(found[1])[0]

    return _whole(text, forms, "a number", read)


def _whole(text: str, forms: Forms, expected: str, read: Callable[[_Figure], T]) -> T:
    """Return what `read` makes of the text around one of its runs of digits; raises ParseError where it can of none.

    A name of a currency may hold digits as well: "lev (1962–1999)". The error is of the run that was read farthest.
    """
    flat, places = _flat(text[:_LONGEST])
    start, end = len(flat) - len(flat.lstrip()), len(flat.rstrip())
    stop = None
    if len(text) <= _LONGEST:
        for run in forms.run.finditer(flat, start, end):
            script = {ord(char) - unicodedata.decimal(char) for char in _digits_of(text, places, run)}
            try:
                return read(_figure(flat, start, end, run, script, forms))
            except _Stopped as other:
                stop = other if stop is None or other.at > stop.at else stop
    stop = stop or _Stopped(start, expected)
    at = stop.at if stop.at == start else len(flat[: stop.at].rstrip())
    raise ParseError(text, places[at], stop.expected)


def _flat(text: str) -> tuple[str, list[int]]:
    """Return a text made even, one space for many, and the place of each of its code points, and of its end."""
    kept: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        same = even(char)
        if same and (same != " " or kept[-1:] != [" "]):
            kept.append(same)
            places.append(place)
    return "".join(kept), [*places, len(text)]


def _figure(flat: str, start: int, end: int, run: re.Match[str], script: set[int], forms: Forms) -> _Figure:
    """Return a run of digits with what stands around it; raises _Stopped where it is not a number of the locale."""
    negative = flat[start] == "(" and flat[end - 1] == ")"
    left, right = flat[start + negative : run.start()].strip(), flat[run.end() : end - negative].strip()
    if max(len(left), len(right)) > _LONGEST_WORDS:
        raise _Stopped(start, "fewer words")
    sign = ""
    if left.startswith(_SIGNS):
        sign, left = left[0], left[1:].lstrip()
        start = flat.index(sign, start) + 1
    elif left.endswith(_SIGNS):
        sign, left = left[-1], left[:-1].rstrip()
    elif forms.minus_after and right.endswith("-"):
        sign, right = "-", right[:-1].rstrip()
    if negative and sign:
        raise _Stopped(start, "either brackets or a sign")
    at = flat.index(left, start), flat.index(right, run.end()) if right else run.end()
    negative = negative or sign == "-"
    if not run[0][0].isdecimal():
        word = _Digits("1", -forms.words[run[0].casefold()])
        return _Figure((word,), left, right, *at, negative)
    return _Figure(_number(run, script, forms), left, right, *at, negative)


def _number(run: re.Match[str], script: set[int], forms: Forms) -> tuple[_Digits, ...]:
    """Return the ways to read a run of digits; raises _Stopped where the locale separates none so."""
    if len(script) > 1:
        raise _Stopped(run.start(), "digits of one script")
    signs = forms.separators[script != {ord("0")}]
    ways = _separated(run[0], signs, forms)
    if not ways:
        good = next(at for at in _breaks(run[0]) if _separated(run[0][:at], signs, forms))
        raise _Stopped(run.start() + good, f"digits as {forms.locale} groups them")
    if len(ways[0].digits) > MAX_DIGITS:
        raise _Stopped(run.start(), f"at most {MAX_DIGITS} digits")
    return ways


def _digits_of(text: str, places: list[int], run: re.Match[str]) -> Iterator[str]:
    """Yield the digits of a run as the text has them."""
    return filter(str.isdecimal, text[places[run.start()] : places[run.end() - 1] + 1])


def _breaks(run: str) -> Iterator[int]:
    """Yield where a run of digits has its separators, from the last to the first."""
    return (place for place in range(len(run) - 1, 0, -1) if not run[place].isdecimal())


def _separated(run: str, signs: tuple[Separators, ...], forms: Forms) -> tuple[_Digits, ...]:
    """Return the ways to read the digits of a number, none where they are not separated so."""
    found: dict[tuple[str, int], _Digits] = {}
    for decimal, group in (*signs, *_LOOSE):
        whole, _, fraction = run.partition(decimal)
        parts = whole.split(group)
        if (not fraction or fraction.isdecimal()) and "".join(parts).isdecimal() and _grouped(parts, group, forms):
            way = _Digits("".join(parts) + fraction, len(fraction), len(parts) > 1)
            if (decimal, group) in signs or (way.grouped and way.places != 3):
                found.setdefault(way[:2], way)
    return tuple(found.values())


def _grouped(parts: list[str], group: str, forms: Forms) -> bool:
    """Tell whether parts of a number are groups as the locale's patterns make them: the last one, and those before.

    Babel takes apostrophes for the quotes of a pattern, and leaves out each pair of them: "34300000'000".
    """
    first, *others = map(len, parts)
    return (
        not others
        or (group == "'" and others == [3])
        or any(
            others[-1] == last and first <= rest and all(size == rest for size in others[:-1])
            for last, rest in (forms.groups if group not in OPEN_GROUPS else {(3, 3), *forms.groups})
        )
    )


def _moneys(figure: _Figure, forms: Forms) -> Iterator[tuple[tuple[int, bool], _Named, tuple[Decimal, ...]]]:
    """Yield each way to divide the words around a figure into a currency and a scale, and how far from the print it is.

    A word for all of one side comes before two words without a space: "MK" is kwachas before it is millions.
    """
    for currency, before, behind in _divided(figure.left, figure.right):
        named = _named(currency, forms)
        found = named and _scales(before, behind, forms.money_scales)
        if named and found:
            decimals = world().decimals.get(named.codes[0], 2)
            yield (named.folded + found[0], bool(before or behind)), named, figure.amounts(found[1], decimals)


def _divided(left: str, right: str) -> Iterator[tuple[str, str, str]]:
    """Yield each way to take a currency out of the words before a number or after it: it, and the words left over."""
    for at in range(len(left) + 1):
        one, other = left[:at].rstrip(), left[at:].lstrip()
        if one:
            yield one, other, right
        if one and other:
            yield other, one, right
    for at in range(len(right) + 1):
        one, other = right[:at].rstrip(), right[at:].lstrip()
        if other:
            yield other, left, one
        if one and other:
            yield one, left, other


def _named(words: str, forms: Forms) -> _Named | None:
    """Return the currency of a sign, a code or a name; after a number perhaps with a word between: "de euro"."""
    codes = forms.signs.get(words)
    if codes:
        return _Named(codes, f"the sign {words}", False)
    folded = words.casefold().replace(ZERO_WIDTH, "")
    first, _, rest = folded.partition(" ")
    codes = forms.names.get(folded) or (forms.names.get(rest) if first in forms.between else None)
    if not codes:
        return None
    if words in codes:
        return _Named(codes, f"the code {words}", False)
    return _Named(codes, f"the name {words}", True)


def _scales(before: str, behind: str, scales: Scales) -> tuple[bool, tuple[Scale, ...]] | None:
    """Return the scales that the words around a number may be, and whether only in another case of letters."""
    if not before and not behind:
        return False, _UNSCALED
    exact = scales.printed.get((before, behind))
    if exact:
        return False, exact
    folded = scales.folded.get((before.casefold(), behind.casefold()))
    return (True, folded) if folded else None


def _stop(figure: _Figure, unit: str, is_unit: Callable[[str], bool], scales: Scales = _NO_SCALES) -> _Stopped:
    """Return where the words around a figure stop making sense: one unit, and scales where there are some."""
    at, has_unit = _reach(figure.left, False, is_unit, scales)
    if at < len(figure.left):
        return _Stopped(figure.start + at, f"{unit} or digits")
    at, has_unit = _reach(figure.right, has_unit, is_unit, scales)
    return _Stopped(figure.stop + at, "the end" if has_unit else unit)


def _reach(words: str, has_unit: bool, is_unit: Callable[[str], bool], scales: Scales) -> tuple[int, bool]:
    """Return how far the words are a unit and scales, and whether there is a unit by then."""
    at = 0
    while at < len(words):
        ends = range(len(words), at, -1)
        unit = 0 if has_unit else next((end for end in ends if is_unit(words[at:end].strip())), 0)
        found = unit or next((end for end in ends if _is_scale(words[at:end].strip(), scales)), 0)
        if not found:
            break
        at, has_unit = found, has_unit or unit > 0
    return at, has_unit


def _is_scale(words: str, scales: Scales) -> bool:
    return bool(words and (_scales(words, "", scales) or _scales("", words, scales)))
