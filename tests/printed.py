"""Figures and directions read from the words of a row, a second time and more plainly: what `oracle` works on.

A row quotes its figures whole, so that nothing has to be found: there are digits and a scale to read, and the words
right before them that loosen them. Nothing of the library is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

import printed_abroad as abroad

HALF, PERCENT = Fraction(1, 2), Fraction(1, 100)
Box = tuple[Fraction, Fraction]


class Figure(NamedTuple):
    """A figure as printed: its number or its two ends, the units of its last digit and of its last non-zero one."""

    words: str
    start: int
    ends: Box
    digit: Fraction
    nonzero: Fraction
    is_word: bool
    sense: str

    def box(self, loose: bool) -> Box:
        """Return what a careful writer means by it, or what newsrooms get away with."""
        return self._reading(self.ends[0], loose)[0], self._reading(self.ends[1], loose)[1]

    def tenfold(self) -> Figure:
        """Return the figure with a zero too many, as finely printed as it was."""
        low, high = self.ends
        return self._replace(ends=(low * 10, high * 10), digit=self.digit * 10, nonzero=self.nonzero * 10)

    def _reading(self, value: Fraction, loose: bool) -> Box:
        size = abs(value)
        if self.sense == "nearly":
            return value - (max(self.nonzero, size / 10) if loose else max(self.nonzero / 10, size / 20)), value
        reach = max(self.nonzero, size / 4) if loose else self.nonzero
        if self.sense == "above":
            return value, value + reach
        if self.sense == "below":
            return value - reach, value
        if self.sense == "about":
            spread = max(self.nonzero / 2, size / 20) if loose else max(self.digit / 2, size / 20)
            spread = max(spread, size / 8) if loose and self.is_word else spread
        elif self.is_word:
            spread = size / 8 if loose else size / 20
        else:
            spread = max(self.digit, self.nonzero / 2) if loose else self.digit / 2
        return value - spread, value + spread


_FACTORS = {  # the longer ones before those that stand in them
    **{"two-thirds": "2/3", "two thirds": "2/3", "three-quarters": "3/4", "three quarters": "3/4", "two-fifths": "2/5"},
    **{"four-fifths": "4/5", "third": "1/3", "quarter": "1/4", "fifth": "1/5", "tenth": "1/10", "halved": "2"},
    **{"half": "1/2", "doubl": "2", "twice": "2", "tripl": "3", "quadrupl": "4", "twofold": "2", "threefold": "3"},
    **{"fourfold": "4", "fivefold": "5", "三分之一": "1/3", "三分之二": "2/3", "四分之一": "1/4", "四分之三": "3/4"},
    **{"五分之一": "1/5", "一半": "1/2", "半数": "1/2", "翻番": "2", "翻了一番": "2", "一倍": "2"},
}
_NUMBERS = {
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10},
    **{"eleven": 11, "twelve": 12},
}
_HAN = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_SCALES = (
    *abroad.SCALES,
    (r"trillion|tn\b|万亿|萬億", 12),
    (r"billion|bln|bn\b|十亿", 9),
    (r"(?<![a-z])(?:million|mln|mn|(?<!sq )m)(?![a-z])|百万", 6),
    (r"亿|億", 8),
    (r"万|萬", 4),
    (r"thousand|(?<=\d)k\b|千", 3),
    (r"(?<!per )\bcents?\b|\bcts?\b|\bpence\b|\bpenny\b|(?<=\d)[pc]\b|(?<![百部])分(?!之|点)|仙", -2),
)
_SENSES = (
    *abroad.SENSES,
    (r"\b(?:about|around|roughly|approximately|some)|约|大约|约为|约合", "about"),
    (r"\b(?:nearly|almost|close to)|近|接近|将近", "nearly"),
    (r"\b(?:more than|over|at least|no less than)|超过|超|逾|至少|不少于", "above"),
    (r"\b(?:less than|just under|up to|at most|no more than|as much as)|不到|不足|不超过|最多|至多", "below"),
)
_SHARED = re.compile(
    rf" ?(?:\( ?(?:[a-z]+ )?(?:[A-Z]{{3}} )?|(?:to|and|auf|à|a|para|до|tot|naar) )?[\d.,]* ?\)? ?"
    rf"(million|billion|trillion|mln|mn|bn|{abroad.SHARED})\b",
    re.IGNORECASE,
).match


_SWAPPED = str.maketrans(",.", ".,")


def read(words: str, text: str, start: int, locale: str = "en") -> Figure:
    """Read a figure where it stands: its number, its scale, and the words that loosen it."""
    if locale in abroad.COMMAS:
        words = re.sub(r"(?<=\d)[ \xa0\u202f](?=\d{3})", "", words).translate(_SWAPPED)
    said = re.sub(r"(?<=\d) (?=[.,]\d)|(?<=[.,]) (?=\d)", "", words.lower().replace("，", ","))
    sense = next((name for form, name in _SENSES if re.search(rf"(?:{form})\s?$", text[:start].lower())), "")
    points = "point" in said or "百分点" in said
    factor = next((Fraction(value) for word, value in _FACTORS.items() if word in said), None)
    if factor is not None and not points and not re.search(r"\d", said):
        unit = Fraction(1, factor.denominator)
        return Figure(words, start, (factor, factor), unit, unit, True, sense)
    power = next((power for form, power in _SCALES if not points and re.search(form, said)), None)
    if power is None and re.fullmatch(r"\D*[\d.,]+", said) and (behind := _SHARED(text, start + len(words))):
        power = next(power for form, power in _SCALES if re.search(form, behind[1].lower()))
    scale = Fraction(10) ** (power or 0)
    numbers = [_number(each) for each in re.findall(r"\d+-\d+/\d+|\d+/\d+|\d[\d,]*(?:\.\d+)?", said)]
    (low, digit, nonzero), (high, _, _) = (numbers[0], numbers[-1]) if numbers else (_spelled(said),) * 2
    return Figure(words, start, (low * scale, high * scale), digit * scale, nonzero * scale, False, sense)


def _number(printed: str) -> tuple[Fraction, Fraction, Fraction]:
    """Return a number and the units of its last digit and of its last digit that is not zero.

    Zeros at the end count after a point; those of a whole number may only fill it up.
    """
    if "/" in printed:
        whole, _, rest = printed.rpartition("-")
        return Fraction(whole or 0) + Fraction(rest), PERCENT, PERCENT
    plain = printed.replace(",", "")
    digit = Fraction(1, 10 ** len(plain.partition(".")[2]))
    zeros = len(plain) - len(plain.rstrip("0")) if digit == 1 and plain.strip("0") else 0
    return Fraction(plain), digit, digit * 10**zeros


def _spelled(said: str) -> tuple[Fraction, Fraction, Fraction]:
    if "quarter" in said or "half" in said:
        return Fraction(1, 4) if "quarter" in said else HALF, PERCENT, PERCENT
    named = (_NUMBERS.get(each) or _HAN.get(each) for each in re.findall(r"[a-z]+|[一-龥]", said))
    return Fraction(next((number for number in named if number), 1)), Fraction(1), Fraction(1)


_CURRENCIES = (
    (r"hk\$|港元|港币|港幣|hkd|hong kong", "HKD"),
    (r"c\$|canadian|加元", "CAD"),
    (r"(?<![a-z])a\$|australian|澳元", "AUD"),
    (r"(?<![a-z])s\$|singapore|新加坡元", "SGD"),
    (r"\$|dollar|dlr|usd|美元|美金", "USD"),
    (r"€|euro?s?\b|eur(?=\d)|欧元", "EUR"),
    (r"£|pounds?\b|gbp|pence|\dp\b|英镑", "GBP"),
    (r"swiss|chf|瑞郎|francs", "CHF"),
    (r"swedish|sek|瑞典克朗|crowns|kronor", "SEK"),
    (r"norwegian|nok|挪威克朗", "NOK"),
    (r"won\b|krw|韩元", "KRW"),
    (r"baht|泰铢", "THB"),
    (r"rupees?|inr|卢比", "INR"),
    (r"yen\b|jpy|日元", "JPY"),
    (r"pesos?\b|mxn", "MXN"),
    (r"lats|lvl", "LVL"),
    (r"yuan|rmb|cny|人民币|元", "CNY"),
)


def currency(words: str) -> str:
    """Return the currency that the words of a figure name, "" where they name none."""
    return next((code for form, code in _CURRENCIES if re.search(form, words.lower())), "")


_UP = (
    r"\b(?:r[io]se|rising|risen|grew|grown?|growing|growth(?! forecast)|up|increas\w*|gain\w*|climb\w*|jump\w*|soar\w*"
    r"|surg\w*|advanc\w*|higher|above|beat\w*|topp?\w*|exceed\w*|improv\w*|expand\w*|rais\w*|lift\w*|accelerat\w*|ahead"
    r"|widen\w*|doubl\w*|tripl\w*|quadrupl\w*|\w+fold|twice|times|more|added|hik\w*|rebound\w*|premium|surpass\w*|swung|deeper)\b"
    rf"|\b(?:{abroad.UP})"
    r"|增|涨|漲|升|上调|超|高于|提高|扩大|反弹|翻|加|好于|多于|高出|优于|溢价|浮盈|倍"
)
_DOWN = (
    r"\b(?:fell|fall\w*|drop\w*|declin\w*|down|decreas\w*|slip\w*|slid\w*|slump\w*|plung\w*|tumbl\w*|shr[aiu]nk\w*|los[te]"
    r"|shed|lower\w*|below|miss\w*|narrow\w*|cut\w*|eas\w*|halv\w*|s[aiu]nk\w*|dip\w*|contract\w*|short|reduc\w*|less"
    r"|were off|scaled back|discount|weak\w*|smaller|trimm?\w*|slow\w*|shav\w*|fewer|cheaper|slash\w*)\b"
    rf"|\b(?:{abroad.DOWN})"
    r"|降|跌|减|減|下滑|下调|缩|低于|不及|收窄|回落|少|逊于|差于|折让"
)
_FAR = 24  # characters from a change at which a word after it says which way


def ways(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a word between two places ends that says which way, and that way: 1 or -1."""
    for form, way in ((_UP, 1), (_DOWN, -1)):
        yield from ((match.end(), way) for match in re.compile(form, re.IGNORECASE).finditer(text, start, end))


def way(text: str, figure: Figure) -> int:
    """Return the way of a change: that of the last word up to its end that says one, else of the first after it."""
    if re.search(r"[(（][\d.]+[,，] ?$", text[: figure.start]):  # "(8.38,-0.08,-0.95%)"
        return -1 if figure.words[0] in "-−" else 1
    end = figure.start + len(figure.words)
    found = max(ways(text, 0, end), default=None)
    behind = min(ways(text, end, len(text)), default=None)
    if found is None or (behind is not None and figure.start - found[0] > _FAR and behind[0] - end < _FAR):
        found = behind
    assert found is not None, f"no direction in {text!r}"
    return found[1]
