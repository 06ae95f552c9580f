"""Quantities: what an amount means with the words around it: money, a percentage, a change, a count, a duration."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import cast

import msgspec

from ..interval import negated
from ..lang.language import Cue, Language
from ..lang.lexicon import NEXT
from ..values import (
    Basis,
    Change,
    Count,
    Direction,
    Duration,
    Measurement,
    Money,
    Percent,
    PercentUnit,
    Quantity,
    Ratio,
)
from .before import Before, before
from .counted import named, noun_phrase
from .draft import Draft, Skip
from .figure import MINUS, Amount, amount, per, second
from .number import Number

_CHAIN = re.compile(r"[\d.,:/]*(?:[-–][\d.,:/]*\d)+").match  # telephone numbers, scores, part numbers
_CLAUSE_END = re.compile(r"[.;!?](?=\s|$)|\n").search
_BASIS_REACH = 200
_LONGEST_GAP = 12  # characters between a change and the same change said again


def quantity(text: str, position: int, language: Language, previous: Draft | None) -> Draft | Skip | None:
    """Return the quantity that begins at `position`; `previous` is the figure read before it.

    Returns a Skip where the digits mean no quantity, None where there is nothing to read.
    """
    first = amount(text, position, language)
    if first is None:
        return None
    around = before(text, position, language)
    sense = around.qualifier[2] if around.qualifier else ""
    left = ("", sense) if sense == "between" else around.stop
    ends = second(text, first, language, left, around.cue is not None)
    if ends is None:
        low, last = first, first
    else:
        low, last = ends
    end = last.end
    of = None
    if low.unit is None:
        of = noun_phrase(text, end, language)
        chain = _CHAIN(text, first.number.end)
        if chain and (ends is None or of is None or chain.end() > end):
            return Skip(chain.end())
        spelled = not text[position].isdecimal()
        if spelled and of is None and not first.number.power:
            return None
        if not spelled and not first.number.power and named(text, position, end, of, language):
            return Skip(end)
    rate = per(text, end, language) if low.unit is None or low.unit.tag != "duration" else None
    if rate and low.unit and low.unit.tag == "unit":
        end = rate[0]
    qualifier = around.qualifier or _qualifier_after(text, end, language)
    start, sign = _signed(text, position)
    tag = low.unit.tag if low.unit else "count"
    movement: Direction | None
    if sign and tag == "percent":
        movement = "up" if sign == "+" else "down"
    else:
        movement = _direction(text, position, end, tag, around, language, previous)
    negative = first.negative or (sign == "-" and not movement)
    value = _value(low, last, of, rate[1] if rate else None, movement, negative)
    if isinstance(value, Change):
        value = msgspec.structs.replace(value, basis=_basis(text, end, language))
    shift = low.unit.power if low.unit else 0
    precision = tuple(_shifted(each.number, shift).precision for each in ends or (first,))
    return Draft(start, end, value, None, precision, qualifier, movement, low.unit)


def _value(
    low: Amount, last: Amount, of: str | None, rate: str | None, movement: Direction | None, negative: bool
) -> Quantity:
    """Return what one amount, or a range of two, means: `of` what it counts, per `rate`, moving or not."""
    unit = low.unit
    first = _shifted(low.number, unit.power if unit else 0).amount
    if negative:
        first = negated(first)
    numbers: tuple[Decimal | None, Decimal | None, Decimal | None] = (first, None, None)
    if low is not last:
        numbers = (None, first, _shifted(last.number, unit.power if unit else 0).amount)
    if unit is None:
        if movement:
            return Change(*numbers, direction=movement, unit="count", of=of, per=rate)
        return Count(*numbers, of=of, per=rate)
    codes = unit.candidates
    if unit.tag == "duration":
        return Duration(*numbers, unit=unit.name)
    if unit.tag == "times":
        if movement:
            return Change(*numbers, direction=movement, unit="multiple")
        return Count(*numbers, of=unit.name, per=rate) if rate else Ratio(*numbers)
    name = f"{unit.name} / {rate}" if rate and unit.tag == "unit" else unit.name
    if movement:
        paid = rate if unit.tag in ("currency", "minor") else None
        return Change(*numbers, direction=movement, unit=codes[0] if codes else name, candidates=codes, per=paid)
    if codes:
        return Money(*numbers, currency=codes[0], candidates=codes, reason=unit.reason, per=rate)
    if unit.tag == "percent":
        return Percent(*numbers, unit=cast(PercentUnit, name))
    return Measurement(*numbers, unit=name)


def _shifted(number: Number, power: int) -> Number:
    """Return a number of minor units in the major one: 50 cents are 0.50."""
    return number.times(power, number.end) if power else number


def _signed(text: str, start: int) -> tuple[int, str]:
    """Return where a figure begins with its sign, and the sign: "-" or "+" set against it, and nothing before that."""
    sign = text[start - 1] if start else ""
    if sign and sign in MINUS + "+" and (start == 1 or text[start - 2] in " \u00a0\n\t(["):
        return start - 1, "+" if sign == "+" else "-"
    return start, ""


def _direction(
    text: str, start: int, end: int, tag: str, around: Before, language: Language, previous: Draft | None
) -> Direction | None:
    """Return which way the words around a figure make it move, None where none says that it moves at all."""
    share = tag == "percent"
    if tag == "duration":
        return None
    if around.cue and (share or not around.cue.share_only):
        return around.cue.direction
    if around.alternative and previous and previous.direction and 0 <= start - previous.end <= _LONGEST_GAP:
        return previous.direction
    cue = _cue_after(text, end, language)
    if cue and (share or not cue.share_only) and not (tag == "count" and cue.noun):
        return cue.direction
    return None


def _cue_after(text: str, end: int, language: Language) -> Cue | None:
    """Return the word behind a figure that makes it a change: "a 5% rise", "3 percent year-on-year drop"."""
    position = end
    for _ in range(3):
        if basis := language.bases.find(text, position):
            position = basis[0]
            continue
        match = NEXT(text, position)
        if match is None:
            return None
        word = match[1].casefold()
        if cue := language.cues_after.get(word):
            return cue
        if word not in language.after_fillers:
            return None
        position = match.end()
    return None


def _basis(text: str, end: int, language: Language) -> Basis | None:
    limit = min(len(text), end + _BASIS_REACH)
    stop = _CLAUSE_END(text, end, limit)
    match = language.basis_pattern.search(text, end, stop.start() if stop else limit)
    found = language.bases.find(match[1], 0) if match else None
    return found[1] if found else None


def _qualifier_after(text: str, end: int, language: Language) -> tuple[int, int, str] | None:
    found = language.qualifiers_after.find(text, end)
    return found and (end + 1, found[0], found[1])
