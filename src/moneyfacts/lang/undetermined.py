"""The signs of currencies in a text of no known language: those of all locales, and those that und.toml adds."""

from __future__ import annotations

from collections.abc import Mapping

from .cldr import Cldr
from .schema import LanguageFile
from .signs import Signs
from .tables.units import Unit


def all_signs(data: LanguageFile, cldr: Cldr) -> Signs[Unit]:
    """Return the signs of a text in no known language: those of all locales, and after them the data file's own."""
    listed = data.currencies
    before = {code: Unit("currency", code, 0, (code,), f"the code {code}") for code in sorted(cldr.currency_codes)}
    for code in sorted(cldr.tender):
        if code.lower() not in listed.not_codes:
            before |= dict.fromkeys((code.lower(), code.title()), before[code])
    symbols = {**cldr.signs, **listed.symbols}
    symbols |= {form: codes for word, codes in listed.words.items() for form in (word, word.title(), word.upper())}
    for sign, codes in symbols.items():
        if codes:  # none: in some locale a sign, in too many others a word
            before[sign] = Unit("currency", codes[0], 0, codes, f"the sign {sign}")
    for sign in [sign for sign, codes in symbols.items() if codes]:
        for spelling in _spellings(sign):
            before.setdefault(spelling, before[sign])
    behind = _behind(data, before)
    for sign in [sign for sign in before if " " in sign and not sign[0].isalpha()]:
        del before[sign]  # "5 $ US", but "$ USD 5"
    dotted = {f"{sign}.": unit for sign, unit in before.items() if sign[-1].isalpha() and not sign.isupper()}
    return Signs({**dotted, **before}, behind, listed.priced)


def _behind(data: LanguageFile, before: Mapping[str, Unit]) -> dict[str, Unit]:
    """Return what may follow a number: the signs `before` one but for those that only lead, units, percent."""
    listed = data.currencies
    behind = {sign: unit for sign, unit in before.items() if sign not in listed.leading}
    for unit_name, words in data.units.items():
        behind |= dict.fromkeys(words, Unit("unit", unit_name))
    for sign, codes in listed.minor.items():
        behind[sign] = Unit("minor", codes[0], -2, codes, f"the sign {sign}")
    return behind | dict.fromkeys(data.percent.percent, Unit("percent", "percent"))


def _spellings(sign: str) -> set[str]:
    """Return the ways to set a sign: one space before its "$", no full stop, letters the other way round.

    Arabic letters change places with the direction of writing that a page was saved in.
    """
    letters = [letter for letter in sign.split(".") if letter]
    found = {sign} if len(sign) < 3 else {sign, sign.removesuffix(".")}
    if sign[0].isalpha() and sign[-1] in "$£¥":
        found.add(f"{sign[:-1]} {sign[-1]}")
    if len(letters) == 2 and "\u0600" < letters[0] < "\u0700" and len(letters[0]) == 1 == len(letters[1]):
        for one, two in (letters, letters[::-1]):
            found |= {f"{one}.{two}", f"{one}.{two}.", f".{one}.{two}"}
    return found
