"""Figures in their parts: a currency, a number, its scale, its unit, what it is per."""

from __future__ import annotations

import re
from fractions import Fraction

import msgspec

from ...lang.language import Language
from ...lang.patterns import PARTS
from ...lang.tables.units import Unit
from ..numbers import in_digits as numbers
from ..numbers import inferred
from ..numbers.in_digits import Number
from ..numbers.in_words import in_words, myriad
from ..window import past_space, word_before

MINUS = "-−–"
_LETTERS = re.compile(r"[A-Z]{1,3}(?![^\W_])").match
_PERCENT = Unit("percent", "percent")
_POINTS = frozenset(",.")
_HUNDRED = 2  # its power of ten
_BESIDE = re.compile(r" ?\( ?\d[\d.,]* ?\)").match
_DIGIT = re.compile(r"\d").match
_NO_CENTS = re.compile(r"[.,][-–—](?!\d)").match
_PREFIX = re.compile(rf"([^\W\d_.]*\.?[^\W\d_]?\.?) ?([^\w\s.,;:()\[\]-]?)([^\W\d_]{{0,3}}) ?(?=[{MINUS}]?\.?\d)").match


class Amount(msgspec.Struct, frozen=True):
    """A number and its unit, from `start` to `end`; `prefixed` where the unit stands first ("$5")."""

    start: int
    end: int
    number: Number
    unit: Unit | None = None
    prefixed: bool = False
    negative: bool = False


def amount(text: str, position: int, language: Language) -> Amount | None:
    """Return the amount that begins at `position` with a currency, digits or a number word; None where none does."""
    found = _amount(text, position, language)
    if found is None or not found.number.others or found.unit is None:
        return found
    decimals = 3 if found.unit.tag == "percent" else language.cldr.digits.get(found.unit.name, 2)
    return msgspec.structs.replace(found, number=found.number.settled(decimals))


def _amount(text: str, position: int, language: Language) -> Amount | None:
    lead = text[position : position + 1]
    if lead.isdecimal() or (lead == language.cldr.decimal if not language.units.signs else lead in ".," and lead):
        number = numbers.in_digits(text, position, language)
        if number and language.numbers.mixes:
            number = myriad(text, position, number.end, language) or number
        return None if number is None else with_unit(text, position, number, None, language)
    if lead and lead in PARTS:  # "½ percent"
        part = numbers.and_part(text, Number(position, "0", 0, 0), language)
        return with_unit(text, position, part, None, language)
    if (
        language.percent.before
        and not _is_part(text, position, language)
        and (led := language.percent.before.find(text, position))
    ):
        return _led(text, position, led[0], language)
    if language.numbers.dividers and (parts := per_power(text, position, language)):
        return parts
    if text[position + 1 : position + 2] == "(" and (unit := language.units.before.get(lead)):
        return _bracketed(text, position, unit, language)
    prefix = _prefix(text, position, language)
    if prefix is None:
        number = in_words(text, position, language)
        return None if number is None else with_unit(text, position, number, None, language)
    first, unit = prefix
    negative = text[first] in MINUS
    number = numbers.in_digits(text, first + negative, language)
    found = None if number is None else with_unit(text, position, number, unit, language)
    return msgspec.structs.replace(found, negative=True) if found is not None and negative else found


def _led(text: str, position: int, end: int, language: Language) -> Amount | None:
    """Return a percentage whose word or sign stands before it: "百分之五", "%27", "yüzde 50"."""
    begin = past_space(text, end)
    number = numbers.in_digits(text, begin, language) if text[begin : begin + 1].isdecimal() else None
    number = number or in_words(text, begin, language)
    return None if number is None else with_unit(text, position, number, _PERCENT, language)


def _is_part(text: str, position: int, language: Language) -> bool:
    """Tell whether a number goes on at `position`: "五百分之二" is no two percent."""
    return language.words.unspaced and text[position - 1 : position] in language.numbers.parts


def per_power(text: str, position: int, language: Language) -> Amount | None:
    """Return a percentage said as parts of a power of ten, where "百分之五" is one: "千分之三" is 0.3%."""
    if not language.percent.before or _is_part(text, position, language):
        return None
    if led := language.percent.before.find(text, position):  # "百 分 之 五"
        return _led(text, position, led[0], language)
    words = language.numbers
    whole = in_words(text, position, language)
    mixed = myriad(text, position, position, language) if words.mixes else None
    whole = mixed if mixed and (whole is None or mixed.end > whole.end) else whole
    match = language.words.next(text, whole.end) if whole else None
    if whole is None or match is None or match[1] not in words.dividers:
        return None
    power = len(str(int(whole.amount))) - 1
    if power < _HUNDRED or whole.amount != 10**power:
        return None
    found = _led(text, position, match.end(), language)
    if found is None or found.unit is not _PERCENT:
        return None
    return msgspec.structs.replace(found, number=found.number.times(_HUNDRED - power, found.number.end))


def _bracketed(text: str, position: int, unit: Unit, language: Language) -> Amount | None:
    """Return "$(4.5) million": below zero, as accounts print it."""
    number = numbers.in_digits(text, position + 2, language)
    if number is None or text[number.end : number.end + 1] != ")":
        return None
    number = msgspec.structs.replace(number, end=number.end + 1)
    found = with_unit(text, position, number, unit, language)
    return msgspec.structs.replace(found, negative=True) if found else None


def _prefix(text: str, position: int, language: Language) -> tuple[int, Unit] | None:
    """Return where the number after a currency's sign or code begins, and the currency: "$", "US $", "$US", "EUR "."""
    if language.units.signs:
        return language.units.signs.prefix(text, position)
    unit = language.units.before.get(text[position : position + 1])
    if unit and text[position + 1 : position + 2].isdecimal():
        return position + 1, unit  # "$5": nearly always
    match = _PREFIX(text, position)
    if match is None:
        return None
    letters, sign, behind = match.groups()
    key = letters + sign + behind
    unit = language.units.before.get(key)
    if unit is None and key.islower() and key not in language.currencies.not_codes:
        unit = language.units.before.get(key.upper())
    if unit is None or (letters + sign in language.currencies.unspaced and text[position : position + len(key)] != key):
        return None
    return match.end(), unit


def with_unit(text: str, start: int, number: Number, prefix: Unit | None, language: Language) -> Amount | None:
    """Read the scale and the unit after a number; None if letters follow the digits directly and are neither ("5x")."""
    number = numbers.and_half(text, numbers.and_part(text, number, language), language)
    number, found, glued = _scaled(text, number, prefix, language)
    end = number.end
    found = found or _code(text, end, language)
    if found is None:
        return _lettered(text, start, number, language) if glued else _unitless(text, start, number, prefix, language)
    stop, unit = found
    if unit.tag == "percent" and unit.power and not number.place:
        number, stop = _tenths_more(text, number, stop, language)
    if not language.units.signs and _doubtful(text, start, (end, stop), found[1], number, language):
        return None if glued else Amount(start, end, number, prefix, prefix is not None)
    if unit.tag == "times" and text[stop : stop + 1].isdecimal():
        return None  # "30x40"
    named = language.words.unspaced and text[stop - 1].isalpha()  # "64달러45센트"
    if unit.candidates and not named and _DIGIT(text, past_space(text, stop) if prefix else stop):
        last = inferred.cents(text, end, stop) if language.units.signs and not prefix and number.place == 0 else None
        if last is None:  # "3 $5 notes", "$ 20 $ 37": the sign is the next figure's
            return Amount(start, end, number, prefix, prefix is not None)
        return Amount(start, last, Number(last, number.digits + text[last - 2 : last], -2, -2), unit)
    if prefix is None:
        if (
            unit.candidates
            and not number.power
            and not language.words.unspaced
            and (scale := language.units.after.find(text, stop))
            and scale[1].tag == "scale"
        ):
            return Amount(start, scale[0], number.times(scale[1].power, scale[0]), unit)  # "75 USD million"
        return Amount(start, stop, number, unit)
    if glued and unit.tag == "unit":
        return None  # "$5m", where "m" is a metre
    if unit.tag == prefix.tag == "percent":
        return Amount(start, stop, number, unit, True)  # "بنسبة 12 في المئة"
    if unit.tag == "currency" and unit.candidates[0] in prefix.candidates:  # "$5 million Canadian", "$5 USD"
        return Amount(start, stop, number, min(prefix, unit, key=lambda each: len(each.candidates)), True)
    return Amount(start, end, number, prefix, True)


def _lettered(text: str, start: int, number: Number, language: Language) -> Amount | None:
    """Return an amount set tight between its sign and the letters of that: "$1.30US", "$61US million"; else None."""
    match = _LETTERS(text, number.end)
    unit = language.units.before.get(match[0] + text[start]) if match else None
    if match is None or unit is None or text[start].isalnum() or not text[start + 1].isdecimal():
        return None
    return with_unit(text, start, number.times(0, match.end()), unit, language)


def _tenths_more(text: str, tenths: Number, stop: int, language: Language) -> tuple[Number, int]:
    """Return a number of tenths with what follows them: "七成六" is 76%, "3割5分" 35%, "5割半" 55%."""
    match = language.words.next(text, stop)
    digit = text[stop : stop + 1]
    if not digit.isdecimal():
        if match is None or match[1] in language.numbers.doubtful:
            return tenths, stop
        half = language.numbers.fractions.get(match[1]) == Fraction(1, 2)
        digit = "5" if half else str(language.numbers.small.get(match[1], ""))
    end = stop + 1 if text[stop : stop + 1].isdecimal() else match.end() if match else stop
    named = language.words.next(text, end)
    if named and named[1] in language.percent.hundredths:
        end = named.end()
    elif len(digit) != 1 or text[end : end + 1].isdecimal() or _goes_on(text, end, named, language):
        return tenths, stop
    return (Number(tenths.end, tenths.digits + digit, -1, -1), end) if len(digit) == 1 else (tenths, stop)


def _goes_on(text: str, end: int, match: re.Match[str] | None, language: Language) -> bool:
    """Tell whether a number goes on after its first digit, or counts something."""
    word = match[1] if match else None
    return (
        word in language.numbers.parts
        or word in language.counts.classifiers
        or bool(language.units.after.find(text, end))
    )


def _scaled(
    text: str, number: Number, prefix: Unit | None, language: Language
) -> tuple[Number, tuple[int, Unit] | None, bool]:
    """Return a number with the scale after it, the unit after both, and whether letters hang on the digits."""
    end = number.end
    glued = text[end : end + 1].isalpha() and (not language.words.unspaced or text[end].isascii())
    found = language.units.after.find(text, end)
    if found is None and text[end : end + 1] in _POINTS:
        found = _past_dash(text, end, language)
    while found and found[1].tag == "scale" and number.power < 12:
        number = numbers.with_scale(text, number, found[1].power, found[0], language)
        end, glued = number.end, False
        found = language.units.after.find(text, end) or _past_stop(text, end, language)
    if found is None and (number.power or language.numbers.of):
        number, found = _unit_apart(text, number, language)
        end = number.end
    if not number.power and (glued or prefix) and (letter := language.words.next(text, end)):
        power = language.numbers.scale_letters.get(folded := letter[1].casefold())
        if power and (prefix or letter[1].islower() or _priced(text, letter.end(), language)):  # "221B Baker Street"
            end, glued = letter.end(), False
            number = number.times(power, end).or_times(language.cldr.letters.get(folded, power) - power)
            found = language.units.after.find(text, end)
    return number, found, glued


def _unit_apart(text: str, number: Number, language: Language) -> tuple[Number, tuple[int, Unit] | None]:
    """Return a number with a smaller scale after it, "5 crore 30 lakh", and the unit after an "of"."""
    end, found = number.end, None
    if number.power and text[end : end + 1] == " " and text[end + 1 : end + 2].isdecimal():
        rest = numbers.in_digits(text, end + 1, language)
        scale = language.units.after.find(text, rest.end) if rest else None
        if rest and scale and scale[1].tag == "scale" and len(rest.digits) + scale[1].power <= number.power + 1:
            number = number.plus(rest.times(scale[1].power, scale[0]))  # "5 crore 30 lakh"
            found = language.units.after.find(text, number.end)
    if found is None and language.numbers.of:
        found = _of_unit(text, number.end, language)
    return number, found


def _past_stop(text: str, end: int, language: Language) -> tuple[int, Unit] | None:
    """Return the unit after the full stop of an abbreviated scale: "5 Mio. Euro"; a new sentence has no such unit."""
    found = language.units.after.find(text, end + 1) if text[end : end + 1] == "." else None
    return found if found and found[1].tag in ("currency", "minor", "percent", "unit") else None


def _of_unit(text: str, end: int, language: Language) -> tuple[int, Unit] | None:
    """Return the unit after the word between it and its scale: "12 millones de euros", "5 milliards d'euros"."""
    rest = text[end + 1 : end + 8].casefold()
    for word in language.numbers.of:
        if rest.startswith(word) and text[end : end + 1] == " ":
            found = language.units.after.find(text, end + 1 + len(word))
            if found and (word[-1] in "'’" or text[end + 1 + len(word)] == " "):
                return found
    return None


def _past_dash(text: str, end: int, language: Language) -> tuple[int, Unit] | None:
    """Return the currency after the dash that stands for no cents: "12,- Euro"."""
    dash = _NO_CENTS(text, end)
    found = language.units.after.find(text, dash.end()) if dash else None
    return found if found and found[1].tag == "currency" else None


def _priced(text: str, end: int, language: Language) -> bool:
    """Tell whether a currency follows a scale letter: "5.5K €"."""
    found = language.units.after.find(text, end)
    return found is not None and found[1].tag == "currency"


def _code(text: str, end: int, language: Language) -> tuple[int, Unit] | None:
    """Return the end and the currency of a code after a number that is a word in small letters: "42 GEL".

    Nothing where more capitals follow: "WON 5 CUP TITLES".
    """
    match = language.words.next(text, end) if text[end + 1 : end + 4].isupper() else None
    if match is None or match[1] not in language.cldr.currency_codes:
        return None
    following = language.words.next(text, match.end())
    return None if following and following[1].isupper() else (match.end(), language.units.before[match[1]])


def _unitless(text: str, start: int, number: Number, prefix: Unit | None, language: Language) -> Amount | None:
    """Return an amount with no unit after it; what stands there may be its decimals: "1 point 3 euros", "EUR0 .12"."""
    end = number.end
    if text[end : end + 2] in language.numbers.apart and (whole := numbers.apart(text, number, language)):
        return with_unit(text, start, whole, prefix, language)
    if number.exponent < 0 and (stop := _of_one(text, end, language)):
        return Amount(start, stop[0], number, stop[1])
    if "(" in text[end : end + 2] and (beside := _BESIDE(text, end)) and not number.power:
        return _beyond(text, start, number, (beside.end(), prefix), language)
    return Amount(start, end, number, prefix, prefix is not None)


def _of_one(text: str, end: int, language: Language) -> tuple[int, Unit] | None:
    """Return the unit of a percentage whose decimals are "0.7 of a percentage point"; None for anything else."""
    link = language.words.next(text, end)
    one = language.words.next(text, link.end()) if link and link[1] in language.changes.noun_links else None
    found = language.units.after.find(text, one.end()) if one and one[1] in language.numbers.ones else None
    return found if found and found[1].tag == "percent" else None


def _beyond(text: str, start: int, number: Number, beside: tuple[int, Unit | None], language: Language) -> Amount:
    """Return an amount whose scale and unit stand after another in brackets: "EUR 125.8 (113.4) million"."""
    position, prefix = beside
    power, unit = scale_and_unit(text, position, language)
    if power or (unit and not prefix):
        return Amount(start, number.end, number.times(power, number.end), prefix or unit, prefix is not None)
    return Amount(start, number.end, number, prefix, prefix is not None)


def scale_and_unit(text: str, position: int, language: Language) -> tuple[int, Unit | None]:
    """Return the power of ten of the scale that is next at `position`, nought for none, and the unit after it."""
    found = language.units.after.find(text, position)
    power = 0
    if found and found[1].tag == "scale":
        power = found[1].power
        found = language.units.after.find(text, found[0])
    return power, found[1] if found and found[1].tag not in ("scale", "times") else None


def hour(text: str, position: int, language: Language) -> bool:
    """Tell whether an hour stands right before `position`, where words need no spaces: "9时30分", but "历时30分"."""
    before = text[position - 2 : position - 1]
    return text[position - 1 : position] in language.counts.times_of_day and (
        before.isdecimal() or before in language.numbers.parts
    )


def _doubtful(text: str, start: int, place: tuple[int, int], unit: Unit, number: Number, language: Language) -> bool:
    """Tell whether the word at `place` is perhaps no unit: "five won seats", "vitamin 5 C"; "a five second delay"."""
    end, stop = place
    if language.words.unspaced and unit.tag in ("minor", "duration") and hour(text, start, language):
        return True
    word = text[end:stop].strip(" -").casefold()
    letter = len(word) == 1 and word.isascii() and word.isalpha()
    if letter and (text[end] != " " or unit.tag != "duration"):
        return text[end] == " "
    if not letter and (word not in language.currencies.doubtful or number.power or text[end] == "-"):
        return False  # "a six-foot wall"
    following = language.words.next(text, stop)
    if following is None or not following[1].isalpha() or following[1].casefold() in language.counts.not_nouns:
        return False
    return word_before(text, start, language) not in language.numbers.ones
