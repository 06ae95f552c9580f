"""The forms in which CLDR prints figures in a locale: its separators, patterns, scale words and names of currencies.

What Babel prints is CLDR's data, so the same data, looked up from the other side, reads it back. Nothing here is by
hand but the characters that CLDR holds for the same when it parses.

Source: UTS #35 part 3, Numbers: "Number Symbols", "Number Patterns", "Compact Number Formats", "Currencies", and
"Parsing Numbers"; part 1, "Loose Matching" (https://www.unicode.org/reports/tr35/).
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec

from .cldr import MARKS, normalized, territory_currency

ZERO_WIDTH = "\u200b"  # all there is of the escudo's sign in Kabuverdianu; within a name it may be missing
_QUOTED = re.compile(r"'([^']*)'")  # literal text of a pattern; '' is one apostrophe
_HIDDEN = f"{MARKS}\u2060\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\ufeff"
_SAME = {"-": "‐‑‒–−﹣－", "+": "＋﬩﹢", "'": "‘’ʼ＇", "%": "٪﹪％", "(": "（", ")": "）"}
_SPACES = [chr(code) for code in range(0x3001) if chr(code).isspace()]
_EVEN = str.maketrans(
    {
        **dict.fromkeys(_HIDDEN, ""),
        **dict.fromkeys(_SPACES, " "),
        **{other: char for char, others in _SAME.items() for other in others},
    }
)
_OTHER_DIGIT = re.compile(r"[^\D0-9]")

Key = tuple[str, str]  # the words of a scale before the number and behind it
Found = dict[Key, tuple["Scale", ...]]


class Separators(NamedTuple):
    """The decimal sign of a numbering system and its sign between groups."""

    decimal: str
    group: str


class Scale(NamedTuple):
    """What a scale word stands for: `power` of ten, where the number before it has `digits` before its decimal sign."""

    power: int
    digits: int


class Scales(NamedTuple):
    """The words of compact forms, with what each may stand for, the likeliest first.

    `printed` are as CLDR has them, `folded` in no letter case, and also without full stops.
    """

    printed: Found
    folded: Found


class Forms(msgspec.Struct, frozen=True):
    """How CLDR prints figures in a locale, ready to look up; all text is made `even`.

    `separators` are those of figures in ASCII digits and of figures in other digits, the usual ones first; `groups` the
    sizes that its patterns make of digits, the last one and the others; `run` finds digits and what may separate them,
    and the `words` that are numbers by themselves ("mille"), with their powers of ten. The scales are the words of its
    compact forms; those of money are all of them, its own first. `signs` of currencies are as printed, `names` case
    folded; each has the codes it may mean, the likeliest first. `between` are words between a number and a currency
    ("de").
    """

    locale: str
    separators: tuple[tuple[Separators, ...], tuple[Separators, ...]]
    groups: frozenset[tuple[int, int]]
    run: re.Pattern[str]
    number_scales: Scales
    money_scales: Scales
    words: dict[str, int]
    signs: dict[str, tuple[str, ...]]
    names: dict[str, tuple[str, ...]]
    between: frozenset[str]
    percents: frozenset[str]
    minus_behind: bool


def even(text: str) -> str:
    r"""Return a text with what CLDR holds for the same made the same: spaces, minus signs, apostrophes, digits.

    Marks of direction, which are not seen, are gone. Source: UTS #35 part 1, "Loose Matching".

    >>> even("\u200f−١\u202f٢"), even("1’000\xa0Fr.")
    ('-1 2', "1'000 Fr.")
    """
    if text.isascii() and text.isprintable():
        return text
    return _OTHER_DIGIT.sub(lambda match: str(unicodedata.decimal(match[0])), text.translate(_EVEN))


@lru_cache(maxsize=64)
def forms(locale: str) -> Forms:
    """Return the printed forms of a CLDR locale, made at its first use and kept.

    Raises UnknownLocaleError for one that CLDR does not name.

    >>> forms("de").separators[0][0], forms("de").money_scales.printed["", "Mio."][0]
    (Separators(decimal=',', group='.'), Scale(power=6, digits=1))
    """
    from babel import Locale  # noqa: PLC0415

    found = Locale.parse(normalized(locale))
    symbols = [found.number_symbols[name] for name in _systems(found)]
    separators = _separators(symbols)
    patterns = (*found.decimal_formats.values(), *found.percent_formats.values(), *_money_patterns(found))
    numbers, words = _compact(found.compact_decimal_formats)
    of_money, _ = _compact(found.compact_currency_formats)
    signs, names = _currencies(found)
    units = found._data["currency_unit_patterns"].values()
    return Forms(
        locale=str(found),
        separators=separators,
        groups=frozenset(pattern.grouping for pattern in patterns if pattern.grouping[0] < 1000),
        run=_run({sign for pairs in separators for pair in pairs for sign in pair}, words),
        number_scales=_cased(numbers),
        money_scales=_cased(_joined(of_money, numbers)),
        words={word.casefold(): words[word] for word in words},
        signs=signs,
        names=names,
        between=frozenset(word for unit in units if (word := _piece(re.sub(r"\{\d\}", "", unit)))),
        percents=frozenset({"%", *(sign for each in symbols if (sign := even(each.get("percentSign", ""))))}),
        minus_behind=any("-" in pattern.suffix[1] for pattern in patterns),
    )


def _systems(locale: Any) -> list[str]:
    """Return the numbering systems of a locale: its own, its native one and the Latin one, the last one last."""
    own = (locale.default_numbering_system, locale.other_numbering_systems.get("native", "latn"))
    return [*dict.fromkeys(name for name in own if name != "latn" and name in locale.number_symbols), "latn"]


def _separators(symbols: list[Any]) -> tuple[tuple[Separators, ...], tuple[Separators, ...]]:
    """Return the separators of figures in ASCII digits and in others; of two systems only where they do not clash."""
    pairs = []
    for each in symbols:  # a system that CLDR gives no signs has those that Babel falls back on
        decimal, group = each.get("decimal", "."), each.get("group", ",")
        pairs.append(Separators(even(decimal), even(group)))
        pairs.append(Separators(even(each.get("currencyDecimal", decimal)), even(each.get("currencyGroup", group))))
    return _agreeing([*pairs[-2:], *pairs[:-2]]), _agreeing(pairs)


def _agreeing(pairs: Iterable[Separators]) -> tuple[Separators, ...]:
    chosen: list[Separators] = []
    for pair in pairs:
        if pair not in chosen and all(pair.decimal != each.group and pair.group != each.decimal for each in chosen):
            chosen.append(pair)
    return tuple(chosen)


def _run(signs: set[str], words: Iterable[str]) -> re.Pattern[str]:
    digits = rf"[0-9]+(?:[{''.join(map(re.escape, sorted(signs)))}][0-9]+)*"
    return re.compile("|".join((digits, *map(re.escape, sorted(words, reverse=True)))), re.IGNORECASE)


def _money_patterns(locale: Any) -> list[Any]:
    return [pattern for name, pattern in locale.currency_formats.items() if name in ("standard", "accounting")]


def _compact(styles: Any) -> tuple[Found, dict[str, int]]:
    """Return the words of compact forms, and those that stand alone for a number.

    The pattern "00 Mio" of the magnitude 10,000,000 has two digits left of it, so "Mio" is a million.
    """
    scales: Found = {}
    words: dict[str, int] = {}
    for plurals in styles.values():
        for patterns in plurals.values():
            for magnitude, pattern in patterns.items():
                zeros, power = pattern.number_pattern.count("0"), len(magnitude) - 1
                if not zeros:
                    words[_piece(pattern.prefix[0] + pattern.suffix[0])] = power
                    continue
                for key in _keys(pattern) - {("", "")}:
                    _add(scales, key, Scale(power - zeros + 1, zeros))
    return scales, words


def _add(scales: Found, key: Key, *more: Scale) -> None:
    scales[key] = tuple(dict.fromkeys((*scales.get(key, ()), *more)))


def _joined(first: Found, second: Found) -> Found:
    both = dict(first)
    for key, held in second.items():
        _add(both, key, *held)
    return both


def _cased(scales: Found) -> Scales:
    folded: Found = {}
    for (before, behind), held in scales.items():
        _add(folded, (before.casefold(), behind.casefold()), *held)
    for key, held in tuple(folded.items()):
        folded.setdefault((key[0].replace(".", ""), key[1].replace(".", "")), held)  # "Mio" for "Mio."
    return Scales(scales, folded)


def _keys(pattern: Any) -> set[Key]:
    """Return the words before and behind the number of a compact pattern, of its form for negatives too."""
    before, behind = map(_piece, pattern.prefix), map(_piece, pattern.suffix)
    positive, negative = zip(before, behind, strict=True)
    return {positive, (_piece(negative[0].removeprefix("-").removesuffix("-")), negative[1])}


def _piece(literal: str) -> str:
    """Return the words of a pattern, without its quotes and its place for a currency."""
    return " ".join(even(_QUOTED.sub(lambda match: match[1] or "'", literal.replace("¤", " "))).split())


def _currencies(locale: Any) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Return the signs and the names of currencies, each with the codes it may mean, the likeliest first."""
    from babel.core import get_global  # noqa: PLC0415

    territory = locale.territory or _likely_territory(str(locale))
    home, spread = territory_currency(territory), _spread()
    signs: dict[str, list[str]] = {}
    names: dict[str, list[str]] = {}
    for code, sign in locale.currency_symbols.items():
        signs.setdefault(" ".join(even(sign).split()), []).append(code)
    for code, name in locale.currencies.items():
        names.setdefault(folded_name(name), []).append(code)
    for code, plurals in locale._data["currency_names_plural"].items():
        for name in set(plurals.values()):
            names.setdefault(folded_name(name), []).append(code)
    for sign, codes in signs.items():
        names.setdefault(sign.casefold(), []).extend(codes)
    for code in get_global("all_currencies"):
        names.setdefault(code.casefold(), []).append(code)
        if code in signs:  # of another currency: in Chinese "ILS" is the sign of the old shekel, too
            signs[code].append(code)
    single: dict[str, tuple[str, ...]] = {}  # one tuple for all the names of a currency

    def ordered(codes: list[str]) -> tuple[str, ...]:
        if len(codes) == 1:
            return single.setdefault(codes[0], (codes[0],))
        return tuple(sorted(set(codes), key=lambda code: (code != home, -spread.get(code, 0), code)))

    return {sign: ordered(codes) for sign, codes in signs.items()}, {
        sys.intern(name): ordered(codes) for name, codes in names.items()
    }


def folded_name(name: str) -> str:
    """Return a name of a currency as it is looked up: in no letter case, and without spaces of no width.

    >>> folded_name("US\u00a0Dollar")
    'us dollar'
    """
    return " ".join(even(name).casefold().replace(ZERO_WIDTH, "").split())


def _likely_territory(locale: str) -> str | None:
    """Return the territory that CLDR takes a language to be of: "de" is German as written in Germany."""
    from babel.core import get_global  # noqa: PLC0415

    found = str(get_global("likely_subtags").get(locale, "")).rpartition("_")[2]
    return found or None


@lru_cache(maxsize=1)
def _spread() -> dict[str, int]:
    """Return in how many territories each currency is legal tender today."""
    from babel.core import get_global  # noqa: PLC0415

    found: dict[str, int] = {}
    for held in get_global("territory_currencies").values():
        for code, _, until, tender in held:
            if until is None and tender:
                found[code] = found.get(code, 0) + 1
    return found
