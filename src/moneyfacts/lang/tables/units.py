"""[units] and all else that may stand beside a number: the signs, codes and words of currencies, percent, scales."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import TYPE_CHECKING, Literal

import msgspec

from ..cldr import Cldr, common_signs
from ..lexicon import Lexicon
from ..signs import Signs
from ..tokenizer import Tokenizer, spelled_out

if TYPE_CHECKING:
    from ..schema import LanguageFile

Class = Literal["scale", "currency", "minor", "percent", "duration", "unit", "times"]
_TWO = 2  # words
_AS_CODE = 2  # letters of a word that takes the letter of a scale as codes do


class Unit(msgspec.Struct, frozen=True):
    """What a word after a number means: a power of ten, the candidates of a currency, a unit's name."""

    tag: Class
    name: str = ""
    power: int = 0
    candidates: tuple[str, ...] = ()
    reason: str = ""


class Units(msgspec.Struct, frozen=True):
    """What may stand `before` a number and `after` it, and words that may name a currency before its number.

    Where no language is known, `signs` are those of all currencies.
    """

    before: Mapping[str, Unit]
    named_before: Mapping[str, Unit]
    after: Lexicon[Unit] | Signs[Unit]
    signs: Signs[Unit] | None


def compiled(data: LanguageFile, cldr: Cldr, words: Tokenizer, signs: Signs[Unit] | None) -> Units:
    """Return the look-ups of the table, with the words of currencies, percent and numbers; or what is in `signs`."""
    if signs is None:
        return Units(_before(data, cldr), _named_before(data, cldr), _after(data, cldr, words), None)
    before = {sign: unit for sign, unit in signs.before.items() if sign not in signs.priced}
    return Units(before, {}, signs, signs)  # one that is priced is a word like any other without a price after it


def _before(data: LanguageFile, cldr: Cldr) -> dict[str, Unit]:
    """Return the codes and signs of currencies that may stand before a number."""
    codes = {code: Unit("currency", code, 0, (code,), f"the code {code}") for code in sorted(cldr.currency_codes)}
    signs = {
        sign: Unit("currency", candidates[0], 0, candidates, f"the sign {sign}")
        for sign, candidates in _symbols(data, cldr).items()
    }
    dollars = {code for sign, listed in _symbols(data, cldr).items() if sign[-1] == "$" for code in listed}
    coded = {f"{code}$": codes[code] for code in sorted(dollars) if code in codes}  # "CAD$ 15"
    glued = {
        word: Unit("currency", codes[0], 0, codes, f"the word {word}")
        for word, codes in ((each, _own(data.currencies.words[each], data, cldr)) for each in data.currencies.glued)
    }
    return {**codes, **coded, **glued, **signs}


def _after(data: LanguageFile, cldr: Cldr, words: Tokenizer) -> Lexicon[Unit]:
    """Return what may follow a number: where two tables name one word, the later here has it."""
    found: dict[str, Unit] = {}
    for unit, listed in data.units.items():
        found.update({word: Unit("unit", unit) for word in listed})
    found.update(_crossed(cldr))
    found.update(_currencies(data, cldr))
    found.update(_adjectival(data))
    for unit, listed in data.durations.items():
        found.update({word: Unit("duration", unit) for word in listed})
    for unit in ("percent", "percentage_point", "basis_point"):
        found.update({word: Unit("percent", unit) for word in spelled_out(getattr(data.percent, unit), words)})
    found.update({word: Unit("percent", "percent", 1) for word in data.percent.tenths})
    found.update({word: Unit("percent", "percentage_point", -1) for word in data.percent.point_tenths})
    found.update(dict.fromkeys(("%", "％", "٪", cldr.percent), Unit("percent", "percent")))
    found.update({word: Unit("times", "times") for word in data.numbers.times})
    for word, power in (*data.numbers.scales.items(), *cldr.scales.items()):
        found[word] = Unit("scale", word, power)
    return Lexicon(found, words, data.currencies.endings, _stems(data, cldr), data.currencies.doubtful)


def _stems(data: LanguageFile, cldr: Cldr) -> Iterator[str]:
    """Yield the last words of currencies' names, against which endings are set; their codes and signs take none."""
    money = data.currencies
    for name in (*cldr.currency_names, *money.words, *money.minor, *money.adjectives) if money.endings else ():
        yield name.rpartition(" ")[2]


def _currencies(data: LanguageFile, cldr: Cldr) -> dict[str, Unit]:
    """Return names, codes, signs and words of currencies: what the file says goes before what CLDR does."""
    found: dict[str, Unit] = {}
    for name in sorted(cldr.currency_names, key=_undated):
        codes = cldr.currency_names[name]
        found[name] = Unit("currency", codes[0], 0, codes, f"the words {name}")
        found.setdefault(name.replace(" ", ""), found[name])  # as the web runs them together: "saudiriyal"
    for code in sorted(cldr.currency_codes):
        if code.casefold() in data.currencies.not_codes:
            continue
        found[code.casefold()] = Unit("currency", code, 0, (code,), f"the code {code}")
        for letter, power in data.numbers.code_letters.items():  # "48.5 MGBP"
            found[letter + code.casefold()] = Unit("currency", code, power, (code,), f"the code {code}")
    for word, letter in product(data.currencies.words, data.numbers.code_letters):
        if len(word) == _AS_CODE:  # "3,5 Mkr"
            codes = _own(data.currencies.words[word], data, cldr)
            found[letter + word] = Unit(
                "currency", codes[0], data.numbers.code_letters[letter], codes, f"the word {word}"
            )
    for sign, codes in _symbols(data, cldr).items():
        found[sign.casefold()] = Unit("currency", codes[0], 0, codes, f"the sign {sign}")
    money = data.currencies
    tables: tuple[tuple[Class, int, dict[str, tuple[str, ...]]], ...] = (
        ("currency", 0, money.words),
        ("currency", 3, money.thousands),
        ("minor", -2, money.minor),
        ("minor", -1, money.tenths),
    )
    for tag, power, table in tables:
        for word, listed in table.items():
            codes = _own(listed, data, cldr)
            found[word] = Unit(tag, codes[0], power, codes, f"the word {word}")
    for sign, codes in data.currencies.symbols.items():
        found[sign.casefold()] = Unit("currency", codes[0], 0, codes, f"the sign {sign}")
        for letter, power in data.numbers.scale_letters.items() if not sign[0].isalpha() else ():  # "12,5 M€"
            if cldr.letters.get(letter, power) != power:
                continue  # what "5 T €" is in the locale, its printed forms say
            found[letter + sign.casefold()] = Unit("currency", codes[0], power, codes, f"the sign {sign}")
    return found


def _crossed(cldr: Cldr) -> Iterator[tuple[str, Unit]]:
    """Yield names of two words in the forms that CLDR has of each: of "kubanischer Peso", "kubanische Pesos"."""
    forms: dict[tuple[str, ...], list[list[str]]] = {}
    for name, codes in cldr.currency_names.items():
        words = name.split(" ")
        if len(words) == _TWO:
            forms.setdefault(codes, []).append(words)
    for codes, names in forms.items():
        for (first, _), (_, last) in product(names, names) if len(names) > 1 else ():
            said = f"{first} {last}"
            yield said, Unit("currency", codes[0], 0, codes, f"the words {said}")


def _undated(name: str) -> bool:
    """Tell whether the name of a currency has no years in it: "روبل روسي - 1991-1998" gives way to the one of today."""
    return not any(map(str.isdecimal, name))


def _adjectival(data: LanguageFile) -> Iterator[tuple[str, Unit]]:
    """Yield currencies named by a bare word and an adjective beside it that decides which: "dänischen Kronen"."""
    words: tuple[tuple[Class, int, dict[str, tuple[str, ...]]], ...]
    words = (("currency", 0, data.currencies.words), ("minor", -2, data.currencies.minor))
    for adjective, code in data.currencies.adjectives.items():
        for tag, power, table in words:
            for word, codes in table.items():
                if code in codes:
                    for said in (f"{adjective} {word}", f"{word} {adjective}"):
                        yield said, Unit(tag, code, power, (code,), f"the words {said}")


def _named_before(data: LanguageFile, cldr: Cldr) -> dict[str, Unit]:
    """Return the words that may name a currency before its number: "ringgit 42", "usd 20"."""
    found = {
        word: Unit("currency", codes[0], 0, codes, f"the word {word}")
        for word, listed in data.currencies.words.items()
        if (codes := _own(listed, data, cldr)) and word not in data.currencies.doubtful
    }
    for code in sorted(cldr.currency_codes):
        if code.casefold() not in data.currencies.not_codes:
            found.setdefault(code.casefold(), Unit("currency", code, 0, (code,), f"the code {code}"))
    for sign, codes in _symbols(data, cldr).items():
        if sign.isalpha():
            found.setdefault(sign.casefold(), Unit("currency", codes[0], 0, codes, f"the sign {sign}"))
    return found


def _own(codes: tuple[str, ...], data: LanguageFile, cldr: Cldr) -> tuple[str, ...]:
    """Return the candidates of a colloquial word: "*dollars" is the territory's currency, if "dollars" may mean it."""
    home = cldr.home_currency
    found = []
    for code in codes:
        if not code.startswith("*"):
            found.append(code)
        elif home in data.currencies.words[code[1:]]:
            found.append(home)
    return tuple(dict.fromkeys(found))


def _symbols(data: LanguageFile, cldr: Cldr) -> dict[str, tuple[str, ...]]:
    """Return the signs of currencies with the codes each may mean: the locale's, and before them the file's own."""
    common = {sign: codes for sign, codes in common_signs().items() if len(sign) == 1}
    signs = {**common, **cldr.symbols, **data.currencies.symbols}
    found = {**{sign.rstrip("."): codes for sign, codes in signs.items()}, **signs}
    for sign in cldr.currency_codes.intersection(signs):
        found[sign] = tuple(dict.fromkeys((sign, *signs[sign])))  # a code, which is another's sign as well
    for sign, codes in signs.items():
        tight = sign.replace(" ", "")  # "F CFA", which may be "FCFA" as well
        found[tight] = tuple(dict.fromkeys((*found.get(tight, ()), *codes)))
    return found
