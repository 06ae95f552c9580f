"""Numbers in digits: exact, with the place of their last digit; in words, see `worded`."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from unicodedata import category, decimal, numeric

import msgspec

from ...lang.language import Language
from ...lang.patterns import PARTS
from ...lang.tokenizer import GAPS, is_unspaced
from ...model.interval import MAX_DIGITS, scaled
from ...model.readings import Precision
from . import inferred

# All that hangs together with digits: "1,234.5", but also "02:34", "1.2.3" and "24/7", which are no numbers.
RUN = re.compile(r"\d(?:[\d.,:/٫٬．，]*\d)?").match
_PART = re.compile(r"[ -](?:(\d)/(\d{1,2})|(\d\d)/(16|32|64))(?![\d/])|[ ]?([" + PARTS + r"])").match
# Thousands set apart by spaces (ISO 80000-1) or apostrophes, which are decimal signs nowhere.
_GROUPS = re.compile(
    rf"((?!0)\d{{1,3}}([{GAPS}'’])\d{{3}}(?!\d)(?:\2\d{{3}}(?!\d))*+)(?:([.,٫])(\d{{1,{MAX_DIGITS}}}))?"
).match
_PARTED = re.compile(rf"[{GAPS}'’]\d").match
_GOES_ON = re.compile(r"[.,:/٫'’]?\d").match  # what is after no whole number
_LIKE_GROUPS = re.compile(rf"\d{{1,3}}[{GAPS}]\d{{3}}(?!\d)|\d+['’]\d|\d+[{GAPS}]\d{{3}}(?:[.,:;!?)]|\s*$)").match
_UNIT = re.compile(rf"[{GAPS}][^\W\d_]|[{GAPS}]?[%‰٪％$£¥\u20a0-\u20cf]").match
_LONGEST_SIGN = 5  # characters of a currency's sign or code
_BEFORE_PART = " -" + PARTS
_PLACES = 6  # decimals that say any part down to a sixty-fourth
_SHORT = 3  # digits before decimals that are set apart: "in 2008 .5 percent" is two numbers


class Number(msgspec.Struct, frozen=True):
    """digits x 10**exponent, read up to `end`; `place` is the power of ten of the last printed digit.

    `power` is that of its scale words, `word` marks a fraction said in a word ("half a billion"), which nobody means to
    the digit. `others` are the digits and exponents of its other readings, the likelier first.
    """

    end: int
    digits: str
    exponent: int
    place: int
    word: bool = False
    power: int = 0
    others: tuple[tuple[str, int], ...] = ()

    @property
    def amount(self) -> Decimal:
        """The number as an exact decimal."""
        return scaled(self.digits, self.exponent)

    @property
    def alternatives(self) -> tuple[Decimal, ...]:
        """What else its digits may amount to, the likelier first."""
        return tuple(scaled(digits, exponent) for digits, exponent in self.others)

    @property
    def precision(self) -> Precision:
        """How finely it was printed."""
        if self.digits[-1] != "0":
            return _precision(self.place, self.place, self.word)
        zeros = len(self.digits) - len(self.digits.rstrip("0")) if self.digits.strip("0") else 0
        if self.place < self.power:
            zeros = 0  # nobody prints zeros after a decimal point but to say that they are known: "5.00 million"
        return _precision(self.place, max(self.place, self.exponent + zeros), self.word)

    def times(self, power: int, end: int) -> Number:
        """Return the number with a scale word of that power of ten after it, which ends at `end`."""
        others = tuple((digits, exponent + power) for digits, exponent in self.others) if self.others else ()
        exponent, place = self.exponent + power, self.place + power
        return Number(end, self.digits, exponent, place, self.word, self.power + power, others)

    def or_times(self, power: int) -> Number:
        """Return the number with another reading, by a scale that is so much greater elsewhere: "B" in Spanish."""
        return msgspec.structs.replace(self, others=((self.digits, self.exponent + power),)) if power else self

    def plus(self, other: Number) -> Number:
        """Return the number with a smaller one after it, "5 crore 30 lakh"; it ends where that does."""
        shift = self.exponent - other.exponent
        digits = int(self.digits) * 10 ** max(shift, 0) + int(other.digits) * 10 ** max(-shift, 0)
        exponent = min(self.exponent, other.exponent)
        return Number(other.end, str(digits), exponent, other.place, power=other.power)

    def settled(self, decimals: int) -> Number:
        """Return the likelier reading in a unit that is printed with so many decimals.

        Three digits after a lone separator are its decimals where it has three, and can't be where it has none.

        >>> doubtful = Number(7, "129900", 0, 0, others=(("129900", -3),))
        >>> doubtful.settled(2).alternatives, doubtful.settled(3).amount, doubtful.settled(0).alternatives
        ((Decimal('129.900'),), Decimal('129.900'), ())
        """
        for other in self.others:
            digits, exponent = other
            if digits == self.digits and exponent == self.exponent - 3:
                if decimals == 0:
                    return msgspec.structs.replace(self, others=())
                if decimals == 3:
                    swapped = ((digits, self.exponent),)
                    return msgspec.structs.replace(self, exponent=exponent, place=self.place - 3, others=swapped)
        return self


@lru_cache(maxsize=1024)
def _precision(place: int, nonzero: int, word: bool) -> Precision:
    return Precision(scaled("1", place), scaled("1", nonzero), word)


def in_digits(text: str, position: int, language: Language) -> Number | None:
    """Return the number in digits at `position`, as the locale separates them; None where the digits are no one number.

    A number of more than `interval.MAX_DIGITS` digits is none. Where no language is known, see `inferred`.
    """
    if language.units.signs:
        found = inferred.in_digits(text, position, language.units.signs)
        if found is None:
            return None
        return Number(found.end, found.digits, found.exponent, found.exponent, others=found.others)
    run = RUN(text, position)
    if run is None:
        return _pure_decimals(text, position, language)
    whole, end = run[0], run.end()
    if len(whole) > MAX_DIGITS:
        return None
    if _PARTED(text, end):
        grouped = _grouped(text, position, language) or _grouped_as_usual(text, position, language)
        if grouped:
            return grouped
        if _LIKE_GROUPS(text, position) and (text[end] in "'’" or _follows_currency(text, position, language)):
            return None  # "CHF 1'2345" is not one franc
    if not whole.isdecimal():
        return _separated(text, position, end, language)
    return Number(end, whole if whole.isascii() else _ascii(whole), 0, 0)


def _grouped(text: str, position: int, language: Language) -> Number | None:
    """Return a number whose groups are set apart by spaces or apostrophes, None where they are none.

    Where a language does not set them so, a plain space needs a currency before it or a unit after it: two numbers may
    be neighbours. A full stop or comma that parts groups in the language is no decimal sign before three digits.
    """
    match = _GROUPS(text, position)
    if match is None:
        return None
    end, (whole, group, point, fraction) = match.end(), match.groups()
    if point and len(fraction) == 3 and point not in (language.cldr.decimal, "٫"):
        return None
    if _GOES_ON(text, end) or sum(map(str.isdecimal, match[0])) > MAX_DIGITS:
        return None
    if group == " " and " " not in language.numbers.spaced_groups and not _measures(text, position, end, language):
        return None
    return _of(end, whole, fraction)


def _grouped_as_usual(text: str, position: int, language: Language) -> Number | None:
    """Return a number as a language groups it that sets spaces or apostrophes there, None where it is none."""
    match = language.numbers.digits.match(text, position)
    if (
        match is None
        or not any(sign in match[0] for sign in language.numbers.spaced_groups)
        or _GOES_ON(text, match.end())
    ):
        return None
    return _of(match.end(), *match.groups())


def _measures(text: str, position: int, end: int, language: Language) -> bool:
    """Tell whether a number has a unit after it or a currency before it, as far as signs and letters tell."""
    following = text[end : end + 1]
    if following in GAPS and text[end + 1 : end + 2].isdecimal():
        return False
    return (
        bool(_UNIT(text, end))
        or bool(following and language.words.unspaced and is_unspaced(following))
        or _follows_currency(text, position, language)
    )


def _follows_currency(text: str, position: int, language: Language) -> bool:
    """Tell whether the sign or the code of a currency stands before a number, "CHF 5", perhaps with a minus between."""
    before = text[max(0, position - 2 * _LONGEST_SIGN) : position].rstrip("-−").rstrip()
    if not before:
        return False
    if category(before[-1]) == "Sc":
        return True
    signs = (before[-size:] for size in range(1, min(_LONGEST_SIGN, len(before)) + 1))
    return any(sign in language.units.before and not before[: -len(sign)][-1:].isalnum() for sign in signs)


def _of(end: int, whole: str, fraction: str | None) -> Number:
    """Return the number of a whole part, perhaps in groups, and its decimals."""
    digits = "".join(filter(str.isdecimal, whole)) + (fraction or "")
    places = -len(fraction or "")
    return Number(end, digits if digits.isascii() else _ascii(digits), places, places)


def _ascii(digits: str) -> str:
    """Return decimal digits of any script as those of ASCII."""
    return "".join(str(decimal(digit)) for digit in digits)


def _pure_decimals(text: str, position: int, language: Language) -> Number | None:
    """Return ".5": decimals without the zero before their point."""
    run = RUN(text, position + 1) if text[position : position + 1] == language.cldr.decimal else None
    if run is None or not run[0].isdecimal() or len(run[0]) > MAX_DIGITS:
        return None
    return Number(run.end(), run[0].lstrip("0") or "0", -len(run[0]), -len(run[0]))


def _separated(text: str, position: int, end: int, language: Language) -> Number | None:
    """Return the number from `position` to `end` with its groups or its decimals set apart."""
    contested = language.cldr.contested
    whole, _, fraction = text[position:end].partition(language.cldr.decimal)
    if whole.isdecimal() and fraction.isdecimal() and whole.isascii() and not contested:
        return Number(end, whole + fraction, -len(fraction), -len(fraction))  # "34.3": nearly always
    patterns = (language.numbers.digits, *language.numbers.other_digits)
    found = [_of(end, *match.groups()) for pattern in patterns if (match := pattern.fullmatch(text, position, end))]
    if not found or not contested:
        return found[0] if found else None
    first, *others = sorted(found, key=lambda each: -each.exponent)  # of two readings, groups are likelier
    doubts = dict.fromkeys((other.digits, other.exponent) for other in others if other.exponent != first.exponent)
    return msgspec.structs.replace(first, others=tuple(doubts))


def apart(text: str, number: Number, language: Language) -> Number | None:
    """Return a number with the decimals set apart from it, "1 point 3", "EUR0 .12" as some print it; None for none."""
    end = number.end + 2
    if text[end - 1] != language.cldr.decimal:
        point = language.words.next(text, number.end)
        if point is None or point[1].casefold() not in language.numbers.points:
            return None
        end = point.end() + 1
    run = RUN(text, end)
    if run is None or not run[0].isdecimal() or number.exponent or number.power or len(number.digits) > _SHORT:
        return None
    if len(run[0]) > MAX_DIGITS or text[run.end() : run.end() + 1].isalpha():
        return None
    return Number(run.end(), number.digits + run[0], -len(run[0]), -len(run[0]))


def and_part(text: str, number: Number, language: Language) -> Number:
    """Return a number with the part after it, "two and a half", "3 1/2", where decimals can say it; else itself."""
    words = language.numbers
    following = text[number.end : number.end + 2]
    if not following or following[0] not in _BEFORE_PART:
        return number
    if following[1:].isalpha() and following[1] not in words.and_letters:
        return number  # nearly always
    if match := _PART(text, number.end):
        over, under = int(match[1] or match[3] or 0), int(match[2] or match[4] or 0)
        if not match[5] and not (over and under):
            return number  # "4-1/0 AWG" is the size of a wire
        part = Fraction(numeric(match[5])).limit_denominator(8) if match[5] else Fraction(over, under)
        end = match.end()
    else:
        near = text.startswith(words.and_words, number.end + 1)
        said = _said_part(text, number.end, language) if near else None
        if said is None:
            return number
        end, part = said
    finest = part * 10**_PLACES
    if number.exponent or number.power or part >= 1 or finest.denominator != 1:
        return number
    digits = str(int(number.digits) * 10**_PLACES + int(finest))
    kept = digits.rstrip("0")
    zeros = min(_PLACES, len(digits) - len(kept))
    return Number(end, digits[: len(digits) - zeros], zeros - _PLACES, zeros - _PLACES)


def with_scale(text: str, number: Number, power: int, end: int, language: Language) -> Number:
    """Return a number with the scale that ends at `end`, and the half after it; after "مليون ونصف" once more."""
    if number.power == power == number.place + 1:
        return msgspec.structs.replace(number, end=end)
    return and_half(text, number.times(power, end), language)


def and_half(text: str, number: Number, language: Language) -> Number:
    """Return a number with one word for "and a half" after it or its scale, "iki buçuk milyon"; else itself."""
    words = language.numbers
    for half in words.halves:
        end = number.end + 1 + len(half)
        if text.startswith(half, number.end + 1) and text[number.end] == " " and not text[end : end + 1].isalnum():
            place = number.power - 1
            exponent = min(number.exponent, place)
            digits = int(number.digits) * 10 ** (number.exponent - exponent) + 5 * 10 ** (place - exponent)
            return Number(end, str(digits), exponent, place, power=number.power)
    return number


def _said_part(text: str, end: int, language: Language) -> tuple[int, Fraction] | None:
    """Return the end and the value of "and a half"."""
    words = language.numbers
    for expected in (words.conjunctions, words.ones):
        match = language.words.next(text, end)
        if match is None or match[1].casefold() not in expected:
            return None
        end = match.end()
    match = language.words.next(text, end)
    part = words.fractions.get(match[1].casefold()) if match else None
    return (match.end(), part) if match and part else None
