"""The forms in which CLDR prints figures in a locale: its separators, patterns, scale words and names of currencies.

What is printed with CLDR is CLDR's data, so the same data, looked up from the other side, reads it back. Nothing here
is by hand but the characters that CLDR holds for the same when it parses.

Source: UTS #35 part 3, Numbers: "Number Symbols", "Number Patterns", "Compact Number Formats", "Currencies", and
"Parsing Numbers"; part 1, "Loose Matching" (https://www.unicode.org/reports/tr35/).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import msgspec

from ...lang import frozen
from ...lang.cldr import SWISS, normalized, territory_currency
from ...lang.frozen import Scale, Separators, even, world

ZERO_WIDTH = "\u200b"  # all there is of the escudo's sign in Kabuverdianu; within a name it may be missing

OPEN_GROUPS = (" ", "'")  # part groups of three in every locale, for they are no decimal signs

Key = tuple[str, str]  # the words of a scale before the number and after it
Found = dict[Key, tuple[Scale, ...]]


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
    minus_after: bool


@lru_cache(maxsize=64)
def forms(locale: str) -> Forms:
    """Return the printed forms of a CLDR locale, made at its first use and kept.

    Raises UnknownLocaleError for one that CLDR does not name.

    >>> forms("de").separators[0][0], forms("de").money_scales.printed["", "Mio."][0]
    (Separators(decimal=',', group='.'), Scale(power=6, digits=1))
    """
    name = normalized(locale)
    data = frozen.locale(name)
    numbers, of_money = _by_key(data.numbers), _by_key(data.money)
    signs, names = _currencies(data)
    ascii_digits, other_digits = (
        _with_open_groups(pairs, data.territory) for pairs in (data.ascii_digits, data.other_digits)
    )
    return Forms(
        locale=name,
        separators=(ascii_digits, other_digits),
        groups=frozenset(data.groups),
        run=_run({sign for pair in (*ascii_digits, *other_digits) for sign in pair}, data.number_words),
        number_scales=_cased(numbers),
        money_scales=_cased(_joined(of_money, numbers)),
        words={word.casefold(): power for word, power in data.number_words.items()},
        signs=signs,
        names=names,
        between=frozenset(data.between),
        percents=frozenset({"%", *filter(None, data.percents)}),
        minus_after=data.minus_after,
    )


def _with_open_groups(pairs: tuple[Separators, ...], territory: str | None) -> tuple[Separators, ...]:
    """Return separators, and after them their decimal signs with the groups that any locale may have.

    The Swiss write both decimal signs, whatever their CLDR says.
    """
    groups = {pair.group for pair in pairs}
    swiss = [sign for sign in ".," if territory in SWISS and sign not in groups]
    decimals = dict.fromkeys((*(pair.decimal for pair in pairs), *swiss))
    more = (Separators(decimal, group) for decimal in decimals for group in OPEN_GROUPS)
    return tuple(dict.fromkeys((*pairs, *more)))


def _run(signs: set[str], words: Iterable[str]) -> re.Pattern[str]:
    digits = rf"[0-9]+(?:[{''.join(map(re.escape, sorted(signs)))}][0-9]+)*"
    return re.compile("|".join((digits, *map(re.escape, sorted(words, reverse=True)))), re.IGNORECASE)


def _by_key(listed: dict[str, tuple[Scale, ...]]) -> Found:
    found: Found = {}
    for key, scales in listed.items():
        before, _, behind = key.partition("|")
        found[before, behind] = scales
    return found


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


def _currencies(data: frozen.Locale) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Return the signs and the names of currencies, each with the codes it may mean, the likeliest first."""
    home, spread = territory_currency(data.territory), _spread()
    signs: dict[str, list[str]] = {}
    names: dict[str, list[str]] = {}
    for code, listed in data.signs.items():
        for sign in listed:
            signs.setdefault(" ".join(even(sign).split()), []).append(code)
    for each in (data.names, data.plurals):
        for code, listed in each.items():
            for name in listed:
                names.setdefault(folded_name(name), []).append(code)
    for sign, codes in signs.items():
        names.setdefault(sign.casefold(), []).extend(codes)
    for code in world().currencies:
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


@lru_cache(maxsize=1)
def _spread() -> dict[str, int]:
    """Return in how many territories each currency is legal tender today."""
    found: dict[str, int] = {}
    for held in world().tender.values():
        for code in held:
            found[code] = found.get(code, 0) + 1
    return found
