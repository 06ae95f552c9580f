"""Quantities: what an amount means with the words around it: money, a percentage, a change, a count, a duration."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import cast

import msgspec

from ...lang.language import Language
from ...lang.tokenizer import is_unspaced
from ...model.interval import negated
from ...model.readings import Precision
from ...model.values import (
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
from ..mention import Mention, NoMention
from ..numbers.in_digits import Number
from ..window import two_left, words_left
from .amount import MINUS, Amount, amount, hour, scale_and_unit, with_unit
from .amount_range import second
from .left_context import LeftContext, before
from .nouns import named, noun_phrase
from .right_context import RightContext, across, basis, behind, cue, per

_CHAIN = re.compile(r"[\d.,:/]*(?:[-–][\d.,:/]*\d)+").match  # telephone numbers, scores, part numbers
_OPEN = " \n(["  # what a sign stands after
_FROM = 8  # characters between a figure and the one that it moved from
_SENTENCE = 4  # characters of a word whose full stop may end a sentence, and not an abbreviation: "kr. 10"
_LONGEST_GAP = 12  # characters between a change and the same change said again


def quantity(
    text: str, position: int, language: Language, previous: Mention | None, number: Number | None = None
) -> Mention | NoMention | None:
    """Return the quantity that begins at `position`; `previous` is the figure read before it, `number` one in words.

    Returns a NoMention where the digits mean no quantity, None where there is nothing to read.
    """
    first = with_unit(text, position, number, None, language) if number else amount(text, position, language)
    if first is None:
        return None
    if first.unit is None and previous and position - previous.end <= _FROM:
        first = _as_before(text, first, previous, language)
    start, sign = _signed(text, position)
    around = before(text, start, language)
    if not sign and around.qualifier is None and around.stop[1] in language.numbers.minus:
        start, sign = _minus(text, start, around.stop, language)
    moved = around.alternative and previous is not None and previous.direction is not None
    left = _leads(text, start, around, previous, language)
    low, last = second(text, first, language, left, around.cue is not None or moved) or (first, None)
    noun, cents = None, False
    if low.unit is None:
        noun = _counted(text, last or low, language)
        cents = previous is not None and _hundredths(text, low, previous, language)
        low = low if noun or cents else _named_before(text, low, around.stop, language)
    elif language.words.unspaced:
        low = _named_too(text, low, around.stop, language)
    if language.dates.nth and text.endswith(language.dates.nth, 0, start):
        return NoMention(first.end)  # "第三年"
    if language.words.unspaced and last is None and _names_rate(text, first, language):
        return NoMention(first.end)
    if low.unit is None:
        of = text[slice(*noun)] if noun else None
        nothing = _counts_nothing(text, first, last, of, language)
        if nothing is not None and not cents:
            return nothing if nothing.end > position else None
    low = msgspec.structs.replace(low, start=min(start, low.start)) if sign else low
    if low.start < first.start and not sign and language.words.unspaced:
        around = before(text, low.start, language)  # of the currency named there
    return _drafted(text, low, last, noun, (around, sign), language, previous)


def _leads(text: str, start: int, around: LeftContext, previous: Mention | None, language: Language) -> tuple[str, str]:
    """Return the two words before a figure that say whether it begins a range: "between" is a qualifier elsewhere."""
    left = around.stop
    if around.led:
        last = two_left(text, start) or tuple(words_left(text, start, language).words[-2:])
        if len(last) > 1 and language.ranges.from_words.issuperset(last):
            left = last[0], last[1]  # "passé de 40 à 55 millions", where "de" alone leads to a range
    if around.qualifier and around.qualifier[2] == "between":
        left = ("", text[around.qualifier[0] : around.qualifier[1]].casefold())
    if left[1] in language.ranges.from_words and previous and _is_range(previous) and start - previous.end < _FROM:
        return ("", "")  # "to 5 to 7 percent from 3 to 5 percent"
    return left


def _as_before(text: str, found: Amount, previous: Mention, language: Language) -> Amount:
    """Return a bare number in the unit of the figure before it, where the words between and after tell that.

    In brackets it shares the scale after them: "EUR 125.8 (113.4) million"; after "from" it is a level of what the
    other is: "to 5 percent from 6".
    """
    gap = text[previous.end : found.start].strip()
    unit = previous.unit
    if gap == "(" and text[found.end : found.end + 2].lstrip()[:1] == ")":
        end = text.index(")", found.end) + 1
        power, said = scale_and_unit(text, end, language)
        if previous.prefixed and said is None and per(text, end, language):
            return msgspec.structs.replace(found, unit=unit)  # "EUR 0.51 (0.42) per share"
        if (power or said) and (said is None or unit is None or previous.prefixed or said == unit):
            number = found.number.times(power, found.end)
            return msgspec.structs.replace(found, number=number, unit=unit if previous.prefixed else said)
    elif gap in language.ranges.from_words and unit and unit.tag == "percent" and not previous.direction:
        end, following = found.end, language.words.next(text, found.end)
        word = following[1].casefold() if following else ""
        if found.number.power or word in language.counts.times_of_day or named(text, found.start, end, None, language):
            return found
        if noun_phrase(text, end, language) is None:
            return msgspec.structs.replace(found, unit=unit)
    return found


def _counted(text: str, bare: Amount, language: Language) -> tuple[int, int] | None:
    """Return where the noun phrase after a bare number stands, past the full stop of an abbreviated scale.

    "40 тыс. семей".

    After a scale a word may stand before it: "2 millones de personas", "2 millions d'emplois".
    """
    end, power = bare.end, bare.number.power
    found = noun_phrase(text, end, language)
    if found is None and text[end : end + 1] == "-":
        return _scored(text, end, language)
    for word in language.numbers.of if power and found is None else ():
        stop = end + 1 + len(word)
        if text.startswith(word, end + 1) and (word[-1] in "'’" or text[stop : stop + 1] == " "):
            return noun_phrase(text, stop, language)
    if found or text[end : end + 1] != "." or not text[end + 2 : end + 3].islower():
        return found
    short = text[max(0, end - language.sentences.longest) : end].split()[-1:]
    return (
        noun_phrase(text, end + 1, language)
        if short and short[0].casefold() in language.sentences.abbreviations
        else None
    )


def _scored(text: str, end: int, language: Language) -> tuple[int, int] | None:
    """Return where the steps of an index are, set against their number: "a 120-point drop", but "a ten-point plan"."""
    match = language.words.next(text, end)
    if match is None or match[1] not in language.changes.scored:
        return None
    moves = cue(text, match.end(), language) or across(text, match.end(), None, language)
    return match.span(1) if moves else None


def _drafted(
    text: str,
    low: Amount,
    last: Amount | None,
    noun: tuple[int, int] | None,
    before_it: tuple[LeftContext, str],
    language: Language,
    previous: Mention | None,
) -> Mention:
    """Return what an amount, or a range of two, means with the words around it."""
    around, sign = before_it
    unit, end = low.unit, (last or low).end
    of, stop = (text[slice(*noun)], noun[1]) if noun else (None, end)
    after = behind(text, stop, language)
    if after.rate and unit and unit.tag == "unit":
        end = after.rate[0]
    start = low.start
    if text[stop : stop + 1] == "," and (said := across(text, stop, unit, language)):
        after = msgspec.structs.replace(after, cue=said)
    loose = around.qualifier or after.qualifier
    if loose and loose[2] == "at_most" and _is_level(text, loose, previous, language):
        loose = None
    if loose is None and text[start - 1 : start] in language.qualifiers.signs:
        loose = (start - 1, start, language.qualifiers.signs[text[start - 1]])
    tag = unit.tag if unit else "scored" if of and of.rpartition(" ")[2] in language.changes.scored else "count"
    if tag == "percent" and previous and previous.direction and text[start - 2 : start] == ", ":
        apposed = text[end : end + 1] == "," and (previous.unit is None or previous.unit.tag != "percent")
        around = msgspec.structs.replace(around, alternative=apposed)  # "gained 30 points, 0.3 percent, to 9,000"
    movement = _direction(around, after, start, tag, sign, previous)
    negative = low.negative or sign == "-"
    if (
        around.stop[1] == "("
        and unit
        and text[end : end + 1] == ")"
        and around.stop[0] in language.numbers.before_brackets
    ):
        start, end, negative = start - 1, end + 1, True
    rate = after.rate or around.rate
    value = _value(low, last, of, rate[1] if rate else None, movement, negative)
    if movement and isinstance(value, Change):
        value = msgspec.structs.replace(value, basis=after.basis or basis(text, start, end, language))
    shift = unit.power if unit else 0
    precision: tuple[Precision, ...] = (_shifted(low.number, shift).precision,)
    if last is not None:
        precision += (_shifted(last.number, shift).precision,)
    own = (start, stop) if noun else None
    if rate and isinstance(value, Money | Count | Change) and value.per:
        own = min(start, rate[0]), max(stop, rate[0])
    return Mention(start, end, value, None, precision, loose, movement, unit, low.prefixed, own=own)


def _is_level(text: str, loose: tuple[int, int, str], previous: Mention | None, language: Language) -> bool:
    """Tell whether "up to" names the level that the figure before it led to: "на 5%, до 12 рублей", "с 4% до 5%"."""
    if previous is None or not 0 <= loose[0] - previous.end <= _LONGEST_GAP:
        return False
    words = language.links
    if text[loose[0] : loose[1]].casefold() not in words.current:
        return False
    return previous.direction is not None or before(text, previous.start, language).stop[1] in words.prior


def _names_rate(text: str, found: Amount, language: Language) -> bool:
    """Tell whether a one is of what the amount after it is for: "1株当たり30円", "1バレル53ドル"."""
    if found.number.digits != "1" or found.number.place:
        return False
    match = language.words.next(text, found.number.end)
    end = match.end() if match else 0
    if match and (more := language.words.next(text, end)) and f"{match[1]} {more[1]}" in language.per.before:
        return True  # "1バレル当たり53ドル"
    return match is not None and match[1] in language.per.before and text[end : end + 1].isdecimal()


def _named_before(text: str, found: Amount, words: tuple[str, str], language: Language) -> Amount:
    """Return a bare number with the currency named before it: "ringgit 42", "dollar amháin", not "the dollar 42"."""
    unit = language.units.named_before.get(words[1].rstrip(".") if len(words[1]) < _SENTENCE else words[1])
    if (
        unit is None
        or words[0] in language.counts.articles
        or words[0] in language.numbers.parts
        or words[0][-1:].isdecimal()
    ):
        return found  # "the dollar 42", "15 dollars 42"
    start = _right_before(text, found.start, words[1])
    if start is None or not (found.unit or text[found.start].isdecimal()):
        return found
    return msgspec.structs.replace(found, start=start, unit=unit, prefixed=True)


def _named_too(text: str, found: Amount, words: tuple[str, str], language: Language) -> Amount:
    """Return an amount in the currency named right before it, where the one after it may be that: "港币500元"."""
    unit = found.unit
    if unit is None or unit.tag != "currency" or language.units.after.find(text, found.end - 1) != (found.end, unit):
        return found  # only a single letter may be
    return _named_before(text, found, words, language)


def _right_before(text: str, start: int, word: str) -> int | None:
    """Return where the word before `start` begins, a space apart or none."""
    end = start - text.endswith(" ", 0, start)
    begin = end - len(word)
    return begin if begin >= 0 and text[begin:end].casefold() == word else None


def _counts_nothing(
    text: str, first: Amount, last: Amount | None, of: str | None, language: Language
) -> NoMention | None:
    """Return the stretch of a bare number that means no quantity, an empty one for a number word; else None."""
    end = (last or first).end
    chain = _CHAIN(text, first.number.end)
    if chain and (last is None or of is None or chain.end() > end):
        return NoMention(chain.end())
    if first.number.power:
        return None
    if not text[first.start].isdecimal():
        if of in language.numbers.points or hour(text, first.start, language):
            return NoMention(end)  # "八点", "九时三十分"
        return None if of or _counts_part(text, first, end, language) else NoMention(first.start)
    return NoMention(end) if named(text, first.start, end, of, language) else None


def _hundredths(text: str, found: Amount, previous: Mention, language: Language) -> bool:
    """Tell whether a bare number may be the hundredths of the amount right before it: "zwei Euro fünfzig", "两毛五"."""
    if type(previous.value) is not Money or previous.prefixed:
        return False
    if language.currencies.tenths and text[previous.end : found.start] in language.shared.sums:
        following = text[found.end : found.end + 1]
        return len(found.number.digits) == 1 and not found.number.place and not following.isalnum()
    return found.start == previous.end + 1 and len(found.number.digits) == 2 and not found.number.place


def _counts_part(text: str, first: Amount, end: int, language: Language) -> bool:
    """Tell whether a number word without a noun counts: "three of the mills", "eight or nine euros"."""
    match = language.words.next(text, end)
    if match is None:
        return False
    word = match[1].casefold()
    if word in language.changes.noun_links:
        return first.number.amount > 1  # "one of the mills" says no number
    if word not in language.shared.lists and word not in language.ranges.connectors:
        return False
    other = amount(text, match.end() + 1, language)
    return other is not None and other.unit is not None and other.unit.tag in ("currency", "minor", "percent")


def _value(
    low: Amount, last: Amount | None, of: str | None, rate: str | None, movement: Direction | None, negative: bool
) -> Quantity:
    """Return what one amount, or a range of two, means: `of` what it counts, per `rate`, moving or not."""
    unit, numbers = low.unit, _numbers(low, last, negative and not movement)
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


def _numbers(
    low: Amount, last: Amount | None, negative: bool
) -> tuple[Decimal | None, Decimal | None, Decimal | None, tuple[Decimal, ...]]:
    """Return the amount, the low and the high end, and the other amounts that it may be, the likelier first."""
    power = low.unit.power if low.unit else 0
    number = _shifted(low.number, power)
    first, others = number.amount, number.alternatives if number.others else ()
    if negative:
        first, others = negated(first), tuple(map(negated, others))
    return (first, None, None, others) if last is None else (None, first, _shifted(last.number, power).amount, ())


def _shifted(number: Number, power: int) -> Number:
    """Return a number of minor units in the major one: 50 cents are 0.50."""
    return number.times(power, number.end) if power else number


def _signed(text: str, start: int) -> tuple[int, str]:
    """Return where a figure begins with its sign, and the sign: "-" or "+" set against it, and nothing before that."""
    at, sign = start - 1, text[start - 1 : start]
    if sign and sign in MINUS + "+" and (at == 0 or text[at - 1] in _OPEN or is_unspaced(text[at - 1])):
        return at, "+" if sign == "+" else "-"
    return start, ""


def _is_range(draft: Mention) -> bool:
    return draft.value is not None and draft.value.low is not None


def _minus(text: str, start: int, words: tuple[str, str], language: Language) -> tuple[int, str]:
    """Return where a figure begins with the "minus" before it, and the sign; not in "ten minus five"."""
    begin = _right_before(text, start, words[1])
    number = words[0][-1:].isdecimal() or words[0] in language.numbers.small or words[0] in language.numbers.tens
    return (start, "") if number or begin is None else (begin, "-")


def _direction(
    around: LeftContext, after: RightContext, start: int, tag: str, sign: str, previous: Mention | None
) -> Direction | None:
    """Return which way a figure moves, by its sign or the words around it, None where none says that it moves."""
    if tag == "duration":
        return None
    share = tag in ("percent", "minor", "scored")  # nobody raises 12 cents: "the share gained 12 cents"
    if sign and tag == "percent" and (sign == "+" or not around.stop[1][-1:].isalpha()):
        return "up" if sign == "+" else "down"  # but "inflation was -0.4 percent" is a level
    if around.factor and tag == "times":
        return around.factor.direction
    if around.cue and (share or not around.cue.share_only):
        level = tag == "minor" and around.cue.noun and around.cue.share_only and after.rate is not None
        return None if level else around.cue.direction  # "a loss of 12 cents a share"
    if around.alternative and previous and previous.direction and 0 <= start - previous.end <= _LONGEST_GAP:
        return previous.direction
    cue = after.cue
    if cue is None or (cue.share_only and not share) or (tag == "count" and cue.noun):
        return None
    return cue.direction if cue.noun or (around.led if cue.closing else not around.level) else None
