"""What begins with a number word: "two million euros", "a million dollars", "half a billion", "two-thirds"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import cast

import msgspec

from ...lang.language import Language
from ...lang.tables.units import Unit
from ...model.interval import product
from ...model.readings import Precision
from ...model.values import Change, Count, Direction, Duration, Money, Percent, PercentUnit, Ratio
from .. import dates
from ..mention import Mention, NoMention
from ..numbers.in_digits import Number, in_digits
from ..numbers.in_words import in_words, myriad
from ..window import past_space, word_before
from . import durations
from .amount import per_power
from .left_context import before
from .meaning import quantity
from .right_context import basis, cue, in_percent, of_figure

_TENTH = Fraction(1, 10)
_ONE = Fraction(1)
_MOST_PARTS = 1000  # in "one in 100"
_NAMED = re.compile(r"[A-Z]\w+ [A-Z]\w+.{0,2}$|-[A-Z]$").search


def number(
    text: str, start: int, trigger: str, language: Language, previous: Mention | None
) -> Mention | NoMention | None:
    """Return the quantity that begins with a number word; a bare word counts nothing unless it counts things."""
    words, word = language.numbers, trigger.casefold()
    hangs = text[start - 1 : start] == "-" and text[start - 2 : start - 1].isalpha()
    if hangs or (words.lookalikes and text.startswith(words.lookalikes, start)):
        return None
    if language.dates.marks and (said := dates.by_marks(text, start, language)):
        return said  # "三季度", "七月"
    if (
        words.small.get(word) == 1
        and (match := language.words.next(text, start + len(trigger)))
        and match[1] in language.changes.noun_links
    ):
        return None  # "one of the mills" says no number
    scale = (word in words.scales or word in words.hundreds) and word not in words.alone
    few = word in words.alone and word_before(text, start, language) in language.dates.counts.entries
    begin = None if few else _one(text, start, language) if scale or words.small.get(word) == 12 else start
    if begin is None:
        if scale or few:
            return _uncounted(text, start, language)
        begin = start
    if _dates(text, start, trigger, language) and (date := dates.date(text, start, language)):
        return date
    found = _number_at(text, begin, language)
    if found and word in words.ones and found.end == start + len(trigger):
        return _out_of(text, begin, found, language) or _one_unit(text, begin, found, language, previous)
    if found and (ratio := _ratio_at(text, begin, found, language, previous)):
        return ratio
    if found is None or (word in words.doubtful and _loose(text, start + len(trigger), language)):
        return None
    if trigger[0].isupper() and not language.counts.capitals and _named(text, begin, found.end):
        return NoMention(found.end)  # "the Big Four", "Seven-Eleven"
    draft = quantity(text, begin, language, previous, found) or durations.mixed(text, begin, found, language)
    if type(draft) is not Mention:
        return draft
    if type(draft.value) is Duration:
        return durations.whole(text, draft, language)
    alone = word in words.alone and draft.end == start + len(trigger)
    return None if alone and type(draft.value) is Count and draft.value.of is None else draft


def _named(text: str, begin: int, end: int) -> bool:
    """Tell whether a number in capitals is a name's, by the word before it: "the Big Four", "Seven-Eleven"."""
    return _NAMED(text, text.rfind(" ", 0, max(0, begin - 1)) + 1, end + 2) is not None


def _uncounted(text: str, start: int, language: Language) -> NoMention | None:
    """Return the stretch of "millions of", "a few hundred", "数千万": no figure says how many."""
    found = _number_at(text, start, language) if language.words.unspaced else None
    return NoMention(found.end) if found else None


def _number_at(text: str, begin: int, language: Language) -> Number | None:
    """Return the number in words at `begin`, with digits in it where the language mixes them."""
    found = in_words(text, begin, language)
    mixed = myriad(text, begin, begin, language) if language.numbers.mixes else None
    return mixed if mixed and (found is None or mixed.end > found.end) else found


def _loose(text: str, end: int, language: Language) -> bool:
    """Tell whether a number word that is another word, too, lacks what makes it one: more of it, or its unit.

    Where words are not set apart by spaces, nor are these, and a unit of one letter is not enough.
    """
    match = language.words.next(text, end)
    if match is None:
        return True
    more = match[1].casefold() in language.numbers.parts or match[1] in language.numbers.points
    if not language.words.unspaced:
        return not more and language.units.after.find(text, end) is None
    return match.start(1) > end or (len(match[1]) == 1 and not more)


def _ratio_at(text: str, start: int, found: Number, language: Language, previous: Mention | None) -> Mention | None:
    """Return the ratio that begins with a number word: "two-thirds", "one in five", "千分之三"."""
    if language.numbers.dividers and per_power(text, start, language):
        share = quantity(text, start, language, previous)
        return share if type(share) is Mention else None
    if found.power:
        return None
    return (
        _share(text, start, found, language, previous)
        or _out_of(text, start, found, language)
        or divided(text, start, found, language)
    )


def divided(text: str, start: int, whole: Number | None, language: Language) -> Mention | None:
    """Return a part of so many as a ratio: "3분의 1" is a third; `whole` is how many parts there are."""
    if not language.numbers.dividers:
        return None
    match = language.words.next(text, whole.end) if whole and not whole.exponent else None
    if whole is None or match is None or match[1] not in language.numbers.dividers:
        return None
    begin = past_space(text, match.end())
    part = in_digits(text, begin, language) if text[begin : begin + 1].isdecimal() else None
    part = part or in_words(text, begin, language)
    if part is None or part.exponent or not 0 < int(part.digits) < int(whole.digits):
        return None
    return _ratio(text, start, part.end, Fraction(int(part.digits), int(whole.digits)), language)


def fraction(text: str, start: int, trigger: str, language: Language, previous: Mention | None) -> Mention | None:
    """Return "half a billion euros" as money, "half of" and "a third of" as ratios; a bare "half" is neither."""
    words = language.numbers
    part = words.fractions.get(trigger.casefold())
    end = start + len(trigger)
    match = language.words.next(text, end)
    if part is None:
        return None
    following = match[1].casefold() if match else ""
    if match and (length := durations.part(text, start, end, part, language)):
        return length
    begin = _one(text, start, language)
    scale = language.words.next(text, match.end()) if match and following in words.ones else match
    if scale is not None and scale[1].casefold() in words.scales:  # "half a billion", "a quarter million"
        whole = quantity(text, scale.start(1), language, previous)
        return _part_of(text, start if begin is None else begin, part, whole, language)
    if match and following in words.ones:
        return _of_one(text, start if begin is None else begin, match.end(), part, language, previous)
    half = part > 1 or part.numerator * 2 == part.denominator  # or "eineinhalb"
    if begin is None and not half and (words.ones or not before(text, start, language).cue):
        return None  # without articles: "выросла на четверть"
    begin = start if begin is None else begin
    if small := _of_unit(text, begin, end, part, language, previous) or _factor(text, begin, end, part, language):
        return small
    if following in language.changes.noun_links or of_figure(text, end, language):
        return _ratio(text, begin, end, part, language)
    around = before(text, begin, language)
    moved = around.cue or (cue(text, end, language) if around.led else None)
    if moved is None:
        return _ratio(text, begin, end, part, language) if in_percent(text, end, language) else None
    amount, unit = product(part, 100), product(part, _TENTH * 100)
    value = Change(amount, direction=moved.direction, unit="percent", basis=basis(text, start, end, language))
    precision = (Precision(unit, unit, word=True),)
    return Mention(begin, end, value, None, precision, around.qualifier, moved.direction)


def _of_unit(
    text: str, start: int, end: int, part: Fraction, language: Language, previous: Mention | None
) -> Mention | None:
    """Return "a quarter of a percentage point", "half of one percent", "yarım lira": a part of a unit."""
    match = language.words.next(text, end)
    if match is None:
        return None
    if match[1].casefold() not in language.changes.noun_links:
        found = language.units.after.find(text, end)
        return (
            _of_one(text, start, end, part, language, previous)
            if found and (part > 1 or found[1].tag == "percent" or not language.numbers.ones)
            else None
        )
    match = language.words.next(text, match.end())
    one = match[1].casefold() if match else ""
    if match is None or (one not in language.numbers.ones and language.numbers.small.get(one) != 1):
        return None
    return _of_one(text, start, match.end(), part, language, previous)


def _of_one(
    text: str, start: int, end: int, part: Fraction, language: Language, previous: Mention | None
) -> Mention | None:
    """Return "half a percentage point" or "half a dollar": a part of one unit, which `end` stands before."""
    found = language.units.after.find(text, end)
    if found is None or found[1].tag not in ("percent", "currency", "minor"):
        return None
    thousandths = part * 1000
    if thousandths.denominator != 1:
        return _of_percent(text, start, found, part, language)
    following = language.words.next(text, found[0])
    if found[1].tag != "percent" and following and following[1].casefold() in language.changes.noun_links:
        return None  # "half a pound of butter"
    digits = str(int(thousandths)).rstrip("0")
    places = len(digits) - len(str(int(thousandths))) + 3
    draft = quantity(text, start, language, previous, Number(end, digits, -places, -places, word=True))
    if type(draft) is not Mention or draft.value is None or draft.value.amount is None:
        return None
    size = product(part, Fraction(10) ** found[1].power)
    return msgspec.structs.replace(draft, precision=(Precision(size, size, word=True),))


def _of_percent(text: str, start: int, found: tuple[int, Unit], part: Fraction, language: Language) -> Mention | None:
    """Return "two-thirds of a percent", which no decimals can say."""
    end, unit = found
    if unit.tag != "percent":
        return None
    amount = product(part, 1)
    value = Percent(amount, unit=cast(PercentUnit, unit.name))
    around = before(text, start, language)
    direction = around.cue.direction if around.cue else None
    whole = Change(amount, direction=direction, unit=value.unit) if direction else value
    return Mention(start, end, whole, None, (Precision(amount, amount, word=True),), around.qualifier, direction)


def one_of(text: str, start: int, trigger: str, language: Language, previous: Mention | None) -> Mention | None:
    """Return "a grand" or "a dollar" as an amount of money; "a grand piano" and "90 cents a pound" are none."""
    begin = _one(text, start, language)
    if begin is None and language.numbers.after_currency and (said := _one_after(text, start, language)):
        return said
    found = language.units.after.find(text, start) if begin is not None and trigger.islower() else None
    if begin is None or found is None or not (found[1].candidates or found[1].tag == "percent"):
        return None
    lead, following = word_before(text, begin, language), language.words.next(text, found[0])
    if lead[-1:].isdecimal() or (lead and language.units.after.find(text, begin - len(lead) - 1)):
        return None
    if following and following[1].isalpha() and found[1].candidates:
        word = following[1].casefold()
        if word not in language.counts.not_nouns or word in language.changes.noun_links:
            return None
    draft = quantity(text, begin, language, previous, Number(start, "1", 0, 0))
    return draft if type(draft) is Mention else None


def _one_after(text: str, start: int, language: Language) -> Mention | None:
    """Return one of a currency whose number stands after its name: "שקל אחד", "שקל וחצי"."""
    found = language.units.after.find(text, start)
    match = language.words.next(text, found[0]) if found and found[1].candidates else None
    number = language.numbers.after_currency.get(match[1].casefold()) if match else None
    if found is None or match is None or number is None:
        return None
    unit, size = found[1], Fraction(10) ** found[1].power
    amount, step = product(number, size), product(Fraction(1, number.denominator), size)
    value = Money(amount, currency=unit.candidates[0], candidates=unit.candidates, reason=unit.reason)
    return Mention(start, match.end(), value, None, (Precision(step, step, word=True),), None, None, unit, True)


def _one_unit(
    text: str, start: int, one: Number, language: Language, previous: Mention | None
) -> Mention | NoMention | None:
    """Return one of a unit, where the word for one is an article, too: "ein Euro"; "ein Werk" says no number."""
    unit = language.units.after.find(text, one.end)
    if unit is None or unit[1].tag not in ("currency", "minor", "percent") or text[unit[0] : unit[0] + 1] == "-":
        return None
    draft = quantity(text, start, language, previous, one)
    return draft if type(draft) is Mention and type(draft.value) is not Count else None


def times(text: str, start: int, trigger: str, language: Language) -> Mention:
    """Return "twice" as a ratio."""
    value = Fraction(language.numbers.multiples[trigger.casefold()])
    return _ratio(text, start, start + len(trigger), value, language)


def multiple(text: str, start: int, trigger: str, language: Language) -> Mention | None:
    """Return "doubled" as a change: up by a multiple of 2; "double" only where it is a verb ("will double")."""
    word = trigger.casefold()
    factor = language.changes.multiples[word]
    found = Number(start + len(trigger), str(abs(factor)), 0, 0, word=True)
    around = before(text, start, language)
    if word in language.changes.infinitives:
        begin = around.qualifier[0] if around.qualifier else start
        lead = word_before(text, begin, language)
        level = lead in language.links.current and word_before(text, begin - len(lead) - 1, language)
        acts = (
            lead in language.changes.auxiliaries and level not in language.changes.cues
        )  # but "soared to more than double the 5%"
        if not acts and factor > 0 and of_figure(text, found.end, language):
            return _ratio(text, start, found.end, Fraction(factor), language)
        if not acts and word_before(text, start, language) not in language.changes.auxiliaries:
            return None
    direction: Direction = "up" if factor > 0 else "down"
    led = around.cue if around.cue and not around.cue.noun else None  # "its loss doubled" is up
    if governing := led or cue(text, found.end, language):
        direction = governing.direction  # "fell threefold"
    value = Change(found.amount, direction=direction, unit="multiple")
    return Mention(start, found.end, value, None, (found.precision,), around.qualifier, direction)


def _dates(text: str, start: int, trigger: str, language: Language) -> bool:
    """Tell whether a number word may begin a date: "nineteen ninety-six", "twenty-first of May", "two thousand"."""
    words = language.numbers
    value = words.small.get(trigger.casefold()) or words.tens.get(trigger.casefold(), 0)
    if 14 < value < 31 or not value:
        return value > 0
    match = language.words.next(text, start + len(trigger))
    word = match[1].casefold() if match else ""
    return (value < 3 and words.scales.get(word) == 3) or (value > 1 and _many(word, language))


def _many(word: str, language: Language) -> bool:
    """Tell whether a word between a number and its unit makes a stretch of it: "neuf premiers mois de 2016"."""
    calendar = language.dates
    return calendar.ordinals.get(word) == 1 or (word in calendar.relative and word not in calendar.periods)


def _factor(text: str, begin: int, end: int, part: Fraction, language: Language) -> Mention | None:
    """Return a factor that a word for a part says: "в полтора раза"."""
    unit = language.units.after.find(text, end)
    if unit is None or unit[1].tag != "times":
        return None
    amount, around = product(part, 1), before(text, begin, language)
    governing = around.cue or around.factor
    direction = governing.direction if governing else None
    value = Change(amount, direction=direction, unit="multiple") if direction else Ratio(amount)
    return Mention(begin, unit[0], value, None, (Precision(amount, amount, word=True),), around.qualifier, direction)


def _one(text: str, start: int, language: Language) -> int | None:
    """Return where the "a" of "a million" begins, None where no such word stands before `start`."""
    word = word_before(text, start, language)
    if word in language.numbers.wholes:
        start -= len(word) + 1
        word = word_before(text, start, language)
    return start - len(word) - 1 if word in language.numbers.ones else None


def _share(text: str, start: int, found: Number, language: Language, previous: Mention | None) -> Mention | None:
    """Return "two-thirds" or "three quarters" as a ratio; three quarters set apart by a space are a length of time."""
    match = language.words.next(text, found.end)
    if match is None or match[1].casefold() not in language.numbers.fractions:
        return None
    part = language.numbers.fractions[match[1].casefold()] * int(found.digits)
    if unit := _of_unit(text, start, match.end(), part, language, previous):
        return unit
    if text[found.end] != "-" and match[1].casefold() in language.lengths.quarters:
        return None
    return _ratio(text, start, match.end(), part, language)


def _out_of(text: str, start: int, found: Number, language: Language) -> Mention | None:
    """Return "one in five" as a ratio: a number word out of a greater number that is no year."""
    between = language.numbers.out_of.find(text, found.end)
    if between is None:
        return None
    rest = language.words.next(text, between[0])
    whole = in_words(text, rest.start(1), language) if rest else in_digits(text, between[0] + 1, language)
    if whole is None or whole.exponent or not int(found.digits) < int(whole.digits) < _MOST_PARTS:
        return None
    return _ratio(text, start, whole.end, Fraction(int(found.digits), int(whole.digits)), language)


def _part_of(
    text: str, start: int, part: Fraction, whole: Mention | NoMention | None, language: Language
) -> Mention | None:
    if type(whole) is not Mention or whole.value is None or whole.value.amount is None:
        return None
    amount = product(whole.value.amount, part)
    return Mention(
        start,
        whole.end,
        msgspec.structs.replace(whole.value, amount=amount),
        None,
        (Precision(amount, amount, word=True),),
        before(text, start, language).qualifier,
        whole.direction,
        own=whole.own,
    )


def _ratio(text: str, start: int, end: int, value: Fraction, language: Language) -> Mention:
    step = value * _TENTH if value < 1 else Fraction(1, value.denominator)  # "more than a third" is not two thirds
    amount, unit = product(value, _ONE), product(step, _ONE)
    return Mention(
        start, end, Ratio(amount), None, (Precision(unit, unit, word=True),), before(text, start, language).qualifier
    )
