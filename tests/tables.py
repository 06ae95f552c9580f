"""Tables of sentences and what a careful reader gets from them: their notation, and the print that rows are held to.

A table is a text file. A heading in brackets opens a group of rows of one cause, with what they are read with:

    [Signs before the number]
    published = 2017-01-20
    home = AUD

    The deal is worth more than 1 billion yuan ($146 million) a year.
        1 billion yuan -> money CNY 1e9 per year above "more than"
        $146 million -> money USD? 146e6 per year

    Dial 555-0175 for the results.

A sentence stands at the margin ("\\n" in it is a line break), with a line for each of its facts below it: the words, an
arrow, and the whole meaning. A sentence without such lines has no facts. `known_wrong = reason` below a sentence says
that the library misreads it so far: the row must fail until that line is deleted. "#" begins a comment.

Where all sentences of a group are one with another word, the heading has that one and a line has the word. Square
brackets stand around the figure, "{}" where the word goes; what all figures mean may stand in the heading, too:

    [Russian: names of currencies]                    [What loosens a figure]
    frame = Цена — [7 {}].                            frame = The price is {} [$5]. -> money USD? 5 about "{}"

    рублей -> money RUB 7                             about
    франков -> money CHF? 7                           roughly

Meaning is compared as print, so that a lost digit shows: "34.3e9" is printed to the nearest 0.1e9, "34300000000" to the
nearest 1. Zeros count after a point, but at the end of a whole number they may only fill it up; where the library
takes either otherwise, "in steps of" says so. "word" marks a factor said in a word. A currency with other candidates
ends in "?"; where a row writes "JPY|CNY" or adds `because`, it is held to all candidates and to the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
import pytest

from moneyfacts.api import extract
from moneyfacts.model.facts import Document, Fact
from moneyfacts.model.interval import plain
from moneyfacts.model.readings import Precision
from moneyfacts.model.values import (
    Change,
    Count,
    DateSpan,
    Duration,
    Measurement,
    Money,
    Percent,
    Quantity,
    Ratio,
    Value,
)

FOLDER = Path(__file__).parent / "reading"
ARROW = " -> "
_FAULTS = {ARROW: "a fact is its words, an arrow and its meaning, below its sentence"}
_FRAME = re.compile(r"([^\[\]]*)(?:\[([^\[\]]+)\]([^\[\]]*))?").fullmatch
_HEADING = re.compile(r"\[(.+)\]").fullmatch
_SETTING = re.compile(r"(\w+) = (.+)").fullmatch
_KNOWN_WRONG = re.compile(r"\s+known_wrong = (.+)").fullmatch
_WITHIN = re.compile("[^\\W\u0590-\u06ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]").match  # where spaces part all words
_SHORT = {"percent": "%", "percentage_point": "pp", "basis_point": "bp", "multiple": "x"}


class Row(msgspec.Struct, frozen=True):
    """A sentence, what it is read with, and its lines: the words that each quotes, and what they mean."""

    text: str
    lines: tuple[tuple[str, str], ...] = ()
    locale: str = "en"
    published: date | None = None
    home: str | None = None
    known_wrong: str | None = None
    name: str = ""

    def document(self) -> Document:
        """Return what the library reads in the sentence."""
        return extract(self.text, self.locale, self.published, self.home)


class Frame(msgspec.Struct, frozen=True):
    """A sentence with a gap for a word: what is around its figure, the figure, and what it means, if that is fixed.

    A sentence without a figure has no facts, whatever the word.
    """

    before: str
    figure: str
    after: str
    meaning: str

    @classmethod
    def of(cls, said: str) -> Frame:
        """Return the frame that a heading says; raises ValueError for what is none."""
        sentence, _, meaning = said.partition(ARROW)
        match = _FRAME(sentence)
        if match is None or sentence.count("{}") != 1 or (meaning and match[2] is None):
            raise ValueError(f"{said!r} is no sentence with one {{}} for a word, and brackets around its figure if any")
        return cls(match[1], match[2] or "", match[3] or "", meaning)

    def filled(self, line: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        """Return the sentence with the word of a line, and its fact; raises ValueError for any other line."""
        word, arrow, meaning = (part.strip() for part in line.partition(ARROW))
        if bool(arrow) != bool(meaning) or bool(meaning) != bool(self.figure and not self.meaning):
            raise ValueError("a line of a frame is a word, and what its figure means where the frame does not say it")
        figure = self.figure.replace("{}", word)
        text = self.before.replace("{}", word) + figure + self.after.replace("{}", word)
        meaning = " ".join((meaning or self.meaning.replace("{}", word)).split())
        return text, ((figure, meaning),) if figure else ()


_SETTINGS: dict[str, Callable[[str], Any]] = {
    "locale": str,
    "published": date.fromisoformat,
    "home": str,
    "frame": Frame.of,
}


def rows(source: str, where: str, mark: str = ARROW) -> list[Row]:
    """Return the rows of a table; raises ValueError, with the line, for whatever is no part of the notation.

    `mark` stands between the two parts of each line below a sentence.
    """
    found: list[Row] = []
    settings: dict[str, Any] = {}
    heading, settled = "", True
    frame: Frame | None = None
    given: tuple[tuple[str, str], ...] = ()  # the facts that the line of the row itself says
    for number, line in enumerate(source.splitlines(), 1):
        place = f"{where}:{number}"
        if not line or line.startswith("#"):
            settled = settled or (not line and bool(heading))
        elif match := _HEADING(line):
            heading, settings, frame, settled = match[1], {}, None, False
        elif found and found[-1].lines == given and not found[-1].known_wrong and (match := _KNOWN_WRONG(line)):
            found[-1] = msgspec.structs.replace(found[-1], known_wrong=match[1])
        elif line[0].isspace():
            quote, parted, meaning = (part.strip() for part in line.partition(mark))
            if not (found and parted and quote and meaning):
                fault = _FAULTS.get(mark, f"a line has two parts, {mark.strip()!r} between them, below its sentence")
                raise ValueError(f"{place}: {fault}")
            found[-1] = msgspec.structs.replace(found[-1], lines=(*found[-1].lines, (quote, " ".join(meaning.split()))))
        elif settled:
            if not heading:
                raise ValueError(f"{place}: rows stand below a heading")
            frame = settings.pop("frame", frame)
            try:
                text, given = frame.filled(line) if frame else (line, ())
            except ValueError as error:
                raise ValueError(f"{place}: {error}") from None
            text = text.replace("\\n", "\n")
            found.append(Row(text, given, **settings, name=f"{where}: {heading}: {text[:60]}"))
        else:
            match = _SETTING(line)
            if match is None or match[1] not in _SETTINGS or match[1] in settings:
                raise ValueError(f"{place}: a heading takes, each once, {', '.join(_SETTINGS)}; then an empty line")
            settings[match[1]] = _SETTINGS[match[1]](match[2])
    return found


def table(*names: str) -> pytest.MarkDecorator:
    """Return the mark that runs a test on each row of some tables; rows known to be read wrong must still fail."""
    return each([row for name in names for row in rows((FOLDER / f"{name}.txt").read_text(encoding="utf-8"), name)])


def each(listed: Iterable[Row]) -> pytest.MarkDecorator:
    """Return the mark that runs a test on each of some rows; those known to be wrong must still fail."""
    return pytest.mark.parametrize(
        "row",
        [
            pytest.param(
                row,
                id=row.name,
                marks=[pytest.mark.xfail(reason=row.known_wrong, strict=True)] if row.known_wrong else [],
            )
            for row in listed
        ],
    )


def tables(folder: str) -> list[str]:
    """Return the names of the tables in a folder."""
    return sorted(f"{folder}/{path.stem}" for path in (FOLDER / folder).glob("*.txt"))


def assert_reads(row: Row, facts: Iterable[Fact], shown: Callable[[Fact, str], str]) -> None:
    """Hold a row to its facts: all of them, in their order, each where its words stand, each with its whole meaning."""
    facts = list(facts)
    for fact in facts:
        assert row.text[fact.start : fact.end] == fact.text
    likes = [meaning for _, meaning in row.lines] + [""] * len(facts)
    actual = [f"{fact.text}{ARROW}{shown(fact, like)}" for fact, like in zip(facts, likes, strict=False)]
    wanted = [f"{quote}{ARROW}{meaning}" for quote, meaning in row.lines]
    assert actual == wanted, "\n    ".join([f"{row.text!r} is read as", *actual, "and not as", *wanted])
    assert [fact.start for fact in facts] == places(row.text, [quote for quote, _ in row.lines])


def places(text: str, quotes: Sequence[str]) -> list[int]:
    """Return where each of the quoted words stands: after the ones before it, or inside them, never inside a word."""
    found: list[int] = []
    begin = end = 0
    for quote in quotes:
        start = _whole(text, quote, end)
        if start < 0 and len(quote) < end - begin:
            start = _whole(text, quote, begin)
        if start < 0:
            raise ValueError(f"{quote!r} does not stand, whole, behind what is quoted before it in {text!r}")
        found.append(start)
        begin, end = start, start + len(quote)
    return found


def _whole(text: str, quote: str, position: int) -> int:
    start = text.find(quote, position)
    while start >= 0 and (
        (_WITHIN(quote) and start and _WITHIN(text[start - 1]))
        or (_WITHIN(quote[-1]) and _WITHIN(text[start + len(quote) : start + len(quote) + 1]))
    ):
        start = text.find(quote, start + 1)
    return start


def shown(fact: Fact, like: str = "") -> str:
    """Return the print of a fact's kind, value, precision and qualifier, as full as the row that it is held to."""
    said = _value(fact.value, fact.precision, like)
    word = " word" if any(precision.word for precision in fact.precision) else ""
    return said + word + (f' {fact.qualifier.sense} "{fact.qualifier.text}"' if fact.qualifier else "")


def span(value: DateSpan) -> str:
    """Return the print of a date span: "2017-01-19", "2016-07-01..2016-09-30 quarter", "..2028-12-31 year"."""
    if value.start is None and value.end is None:
        dates = "?"
    elif value.start == value.end:
        dates = str(value.start)
    else:
        dates = f"{value.start or ''}..{value.end or ''}"
    grain = "" if value.grain == "day" and value.start == value.end is not None else value.grain
    fiscal = "fiscal" if value.fiscal else ""
    return " ".join(filter(None, (dates, grain, fiscal, value.label)))


def _value(value: Value, precision: tuple[Precision, ...], like: str) -> str:
    if isinstance(value, DateSpan):
        because = f" because {value.unresolved}" if value.unresolved and " because " in like else ""
        return f"date {span(value)}{because}"
    assert isinstance(value, Quantity)
    number = _numbers(value, precision)
    match value:
        case Money():
            because = f" because {value.reason}" if " because " in like else ""
            return f"money {_currency(value.candidates, like)} {number}{_per(value.per)}{because}"
        case Percent():
            return f"percent {number}{_SHORT[value.unit]}"
        case Change():
            basis = f", {value.basis}" if value.basis else ""
            return f"change {value.direction} {_moved(value, number, like)}{_per(value.per)}{basis}"
        case Count():
            return " ".join(filter(None, ("count", number, value.of))) + _per(value.per)
        case Ratio():
            return f"ratio {number}"
        case Measurement():
            return f"measurement {number} {value.unit}"
        case Duration():
            return f"duration {number} {value.unit}"
        case _:
            raise TypeError(f"no print for {type(value).__name__}")


def _moved(value: Change, number: str, like: str) -> str:
    if value.candidates:
        return f"{_currency(value.candidates, like)} {number}"
    if value.unit in _SHORT:
        return number + _SHORT[value.unit]
    return " ".join(filter(None, (value.unit, number, value.of)))


def _currency(candidates: Sequence[str], like: str) -> str:
    if "|" in like:
        return "|".join(candidates)
    return candidates[0] + "?" * (len(candidates) > 1)


def _per(per: str | None) -> str:
    return f" per {per}" if per else ""


def _numbers(value: Quantity, precision: tuple[Precision, ...]) -> str:
    if value.amount is not None:
        said = _number(value.amount, precision[0])
    else:
        assert value.low is not None
        assert value.high is not None
        said = f"{_number(value.low, precision[0])}..{_number(value.high, precision[-1])}"
    return " or ".join([said, *map(plain, value.alternatives)])


def _number(amount: Decimal | Fraction, precision: Precision) -> str:
    """Return a number with as many digits as were printed, in thousands of what the last one stands for."""
    digit, size = Fraction(precision.digit), Fraction(amount) / Fraction(precision.digit)
    if precision.word:
        return plain(amount)
    power = len(plain(digit)) - 1 if digit >= 1 else 2 - len(plain(digit))
    power = 0 if digit == 1 else power
    if Fraction(10) ** power != digit or size.denominator != 1:
        return f"{plain(amount)} to the nearest {plain(digit)}"
    if power <= 0:
        places, exponent = -power, ""
    else:
        thousands = -(-power // 3) * 3
        thousands = thousands if abs(size) >= 10 ** (thousands - power) else power
        places, exponent = thousands - power, f"e{thousands}"
    digits = str(abs(size)).rjust(places + 1, "0")
    zeros = 0 if places or not size else len(digits) - len(digits.rstrip("0"))
    steps = "" if Fraction(precision.nonzero) == digit * 10**zeros else f" in steps of {_step(precision.nonzero)}"
    mantissa = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    lost = "" if power > 0 or plain(amount).lstrip("-") == mantissa else f" printed {plain(amount)}"
    return f"{'-' if size < 0 else ''}{mantissa}{exponent}{steps}{lost}"


def _step(unit: Decimal | Fraction) -> str:
    said = plain(unit)
    return f"1e{len(said) - 1}" if said.strip("0") == "1" and len(said) > 3 and "." not in said else said
