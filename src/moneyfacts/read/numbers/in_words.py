"""Numbers in words, as languages build them: "a hundred and fifty thousand", "einundzwanzig", "三百四十三亿".

Every language adds and multiplies: units and tens add, hundreds and scales multiply what stands before them. What
differs is data: which words there are, whether they run together, and what may stand between.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal

from ...lang.language import Language
from ...lang.tables.numbers import Part
from ...model.interval import MAX_DIGITS
from .in_digits import Number, in_digits

_DOZEN = 12
_THOUSAND = 1000
_GROUP = ("unit", "ten", "hundred", "times")  # what a scale multiplies

Step = tuple[Part, bool]  # a part of a number, and whether an "and" links it to the one before


class _Sum:
    """A number as its words are read: `total` of the scales before, and `current` since the last."""

    __slots__ = ("current", "kind", "least", "place", "risen", "total")

    def __init__(self) -> None:
        self.total = self.current = self.place = 0
        self.least = MAX_DIGITS  # the last scale
        self.risen = False
        self.kind = ""  # of the last word: nothing, "one" (an article), or as `Part` has them

    def copy(self) -> _Sum:
        """Return a number that goes its own way from here."""
        other = _Sum()
        for name in self.__slots__:
            setattr(other, name, getattr(self, name))
        return other

    def takes(self, part: Part, linked: bool) -> bool:
        """Add one word, `linked` by an "and" to the one before; tell whether it belongs to the same number."""
        kind, value = part.kind, part.value
        added = 0
        if kind == "unit":
            fits, added = self._unit_fits(value, linked), value
            if fits and value == 0 and self.kind in ("times", "scale"):
                return True  # the zero of 三千零五
        elif kind == "ten":
            rest = self.current % 100
            fits, added = (rest == 0 and self.kind not in ("one", "unit")) or (linked and 0 < rest < 10), value
        elif kind == "hundred":
            fits, added = self.current == 0 and self.kind in ("", "scale"), value
            if fits and value >= _THOUSAND:  # "مليونين": two million
                power = len(str(value)) - 1
                self.current, self.kind = value // 10**power, kind
                added, kind = 0, "scale"
                fits = self._scaled(power)
        elif kind == "times":
            rest = self.current % value
            alone = part.alone and rest == 0 and self.kind in ("", "scale", "times")
            fits = alone or self.kind == "one" or (self.kind == "unit" and rest > 0)
            fits, added = fits and self.current // value % 10 == 0, max(rest, 1) * value - rest
        elif kind == "one":
            fits = not self.kind
        else:
            fits = self._scaled(value)
        if fits:
            self.current, self.kind = self.current + added, kind
        return fits

    def _unit_fits(self, value: int, linked: bool) -> bool:
        rest = self.current % 100
        if self.kind in ("one", "unit"):
            return self.kind == "one" and value == _DOZEN
        if value < 10:
            return rest % 10 == 0
        return rest == 0 or (linked and value < 20 <= rest and rest % 20 == 0)  # sixty and eleven

    def _scaled(self, power: int) -> bool:
        if power < self.least:
            if self.kind == "scale":
                return False
            self.total += (self.current if self.kind in _GROUP else 1) * 10**power
        elif power > self.least and self.kind != "one" and not self.risen:
            self.total, self.risen = (self.total + self.current) * 10**power, True  # a thousand million
        else:
            return False
        self.current, self.place, self.least = 0, power, power
        return True


def in_words(text: str, position: int, language: Language) -> Number | None:
    """Return the number in words at `position`: "twenty-five", "a hundred and fifty thousand", "dos mil millones".

    Reads as far as the words make one number, each once. A scale word alone ("million") counts as one of it.
    """
    words = language.numbers
    if words.split is None and words.phrases is None and (alone := _alone(text, position, language)) is not False:
        return alone
    found, end = _Sum(), position
    parts: list[Part] = []
    while step := _step(text, end, language, found.kind):
        stop, steps = step
        tried = found.copy() if len(steps) > 1 else found
        if not all(tried.takes(part, linked) for part, linked in steps):
            break
        found, end = tried, stop
        parts += (part for part, _ in steps)
    if found.kind in ("", "one"):
        return None
    point = language.words.next(text, end) if found.kind in _GROUP else None
    if point and point[1].casefold() in words.points:
        pointed = _pointed(text, str(found.total + found.current), point.end(), language)
        if pointed:
            return pointed
    lone = words.zeros and len(parts) > 1 and parts[-1].kind == "unit" and 0 < parts[-1].value < 10
    if lone and (place := _next_place(parts[-2])):
        value = found.total + found.current + parts[-1].value * (10**place - 1)
        return Number(end, str(value), 0, place)
    power = found.place if found.kind == "scale" else 0
    return Number(end, str(found.total + found.current), 0, power, power=power)


def _next_place(part: Part) -> int:
    """Return the power of ten of the place below the one that a part names: 1 below a hundred; 0 for none."""
    if part.kind == "scale":
        return max(part.value - 1, 0)
    return len(str(part.value)) - 2 if part.kind == "times" else 0


def _alone(text: str, position: int, language: Language) -> Number | Literal[False] | None:
    """Return a number of one word, "five", None for no number, and False where more words may belong to it."""
    words = language.numbers
    match = language.words.next(text, position)
    part = words.parts.get(match[1].casefold()) if match else None
    if match is None or part is None:
        return None
    if part.kind != "unit":
        return False
    following = language.words.next(text, match.end())
    word = following[1].casefold() if following else ""
    if word in words.parts or word in words.joints or word in words.points:
        return False
    return Number(match.end(), str(part.value), 0, 0)


def _step(text: str, end: int, language: Language, kind: str) -> tuple[int, tuple[Step, ...]] | None:
    """Return the end and the parts of the next word of a number, the last of which was of a `kind`; None for none."""
    words = language.numbers
    match = language.words.next(text, end)
    if match is None:
        return None
    word, linked = match[1].casefold(), False
    if word in words.joints and (
        (word in words.conjunctions and kind in ("times", "hundred", "scale"))
        or (word in words.links and kind in _GROUP)
    ):
        linked = word in words.links
        match = language.words.next(text, match.end())
        if match is None:
            return None
        word = match[1].casefold()
        part = words.parts.get(word)
        if part.kind not in ("unit", "ten", "hundred") if part else words.split is None or not words.split(word):
            return None
    if words.phrases and word in words.phrases.entries and (phrase := words.phrases.find(text, match.start())):
        return phrase[0], ((phrase[1], linked),)
    if part := words.parts.get(word):
        return match.end(), ((part, linked),)
    steps = words.split(word) if words.split else ()
    if not steps:
        return None
    return match.end(), ((steps[0][0], linked or steps[0][1]), *steps[1:])


def myriad(text: str, position: int, end: int, language: Language) -> Number | None:
    """Return a number whose digits, numerals and scales take turns: "3억 4천만", "1兆2000億", "5千"; None for none.

    Its first digits end at `end`.
    """
    words = language.numbers
    match = language.words.next(text, end)
    part = words.parts.get(match[1].casefold()) if match else None
    if match is None or part is None:
        return None  # nearly always
    if part.kind == "scale" and end > position and not _goes_on(text, match.end(), language):
        return None  # "34.3亿": one scale after digits, as in any language
    read = _Turns()
    end = position
    while True:
        spaced = read.told and read.pending is None and text[end : end + 1] == " "
        begin = end + (spaced and text[end + 1 : end + 2].isdecimal())
        if text[begin : begin + 1].isdecimal():
            number = in_digits(text, begin, language) if read.pending is None else None
            if number is None:
                break
            below = 0 if spaced else _short_of(text, number, read.last, language)
            read.digits(number, below)
            end = number.end
            continue
        match = language.words.next(text, end)
        part = words.parts.get(match[1].casefold()) if match else None
        if match is None or part is None or not read.takes(part):
            break
        end = match.end()
    return read.number(end)


class _Turns:
    """A number as its digits, numerals and scales take turns.

    `pending` multiplies the next multiplier, `group` the next scale.
    """

    __slots__ = ("group", "last", "least", "pending", "place", "power", "risen", "told", "total")

    def __init__(self) -> None:
        self.total = self.group = Fraction(0)
        self.pending: Fraction | None = None
        self.last: Part | None = None  # that multiplied what is before it
        self.place = self.power = 0
        self.least = MAX_DIGITS  # the last scale
        self.told = self.risen = False

    def digits(self, number: Number, below: int) -> None:
        """Take digits, which a power of ten `below` them may leave out."""
        self.pending, self.place, self.power = Fraction(number.amount) * 10**below, number.place + below, 0

    def takes(self, part: Part) -> bool:
        """Take one word; tell whether it belongs to the same number."""
        kind, value = part.kind, part.value
        if kind == "unit" and self.pending is None and value < 10:
            self.pending, self.place, self.power = Fraction(value), 0, 0
        elif kind == "times":
            self.place = len(str(value)) - 1 + (self.place if self.pending is not None else 0)
            self.group += (1 if self.pending is None else self.pending) * value
            self.last, self.pending, self.power, self.told = part, None, 0, True
        elif kind == "scale" and (self.told or self.pending is not None):
            return self._scaled(part)
        else:
            return False
        return True

    def _scaled(self, part: Part) -> bool:
        """Take a scale; tell whether it belongs to the same number, in which one scale may be greater than the last."""
        value = part.value
        group = self.group + (self.pending or 0)
        if value < self.least:
            self.total += group * 10**value
        elif self.risen:
            return False
        else:
            self.total, self.risen = (self.total + group) * 10**value, True
        self.place += value
        self.last, self.group, self.pending, self.told = part, Fraction(0), None, True
        self.power = self.least = value
        return True

    def number(self, end: int) -> Number | None:
        """Return the number, which ends at `end`; None where there is none."""
        whole = (self.total + self.group + (self.pending or 0)) / Fraction(10) ** self.place
        if not self.told or whole.denominator != 1:
            return None
        return Number(end, str(whole.numerator), self.place, self.place, power=self.power)


def _short_of(text: str, number: Number, last: Part | None, language: Language) -> int:
    """Return the power of ten that a last digit leaves out after a `last` scale: 3 in "13万2"; 0 for none."""
    words = language.numbers
    if not words.zeros or last is None or number.place or len(number.digits) > 1 or number.digits == "0":
        return 0
    return 0 if _goes_on(text, number.end, language) else _next_place(last)


def _goes_on(text: str, end: int, language: Language) -> bool:
    """Tell whether digits or another word of a number follow a scale."""
    words = language.numbers
    following = text[end : end + 1]
    if following.isdecimal() or text[end + 1 : end + 2].isdecimal():
        return True
    match = language.words.next(text, end)
    return match is not None and match[1].casefold() in words.parts


def _pointed(text: str, whole: str, end: int, language: Language) -> Number | None:
    """Read the digits after "one point": each a word, or all of them as one number ("siete con cincuenta")."""
    words = language.numbers
    digits = ""
    while (match := language.words.next(text, end)) and words.small.get(match[1].casefold(), 10) < 10:
        digits += str(words.small[match[1].casefold()])
        end = match.end()
    if (
        not digits
        and (match := language.words.next(text, end))
        and (number := in_words(text, match.start(1), language))
    ):
        if number.power or number.exponent:
            return None
        digits, end = number.digits, number.end
    return Number(end, whole + digits, -len(digits), -len(digits)) if digits else None


def between(text: str, match: re.Match[str], language: Language) -> tuple[str, int]:
    """Return a word between two ends, and where it ends, without a number that it hangs on: "ל-20", "لعشرين"."""
    hanging, word, end = language.numbers.hanging, match[1].casefold(), match.end()
    if text[match.start()] == "-":
        word = f"-{word}"  # "5-ээс 10 төгрөг": set against its number
    if word[:1] not in hanging:
        return word, end
    if len(word) > 1 and word not in language.ranges.words:
        return word[0], end - len(word) + 1
    return word, end + (text[end : end + 1] == "-")
