"""What the installed Babel says of a locale, in the form in which `frozen` keeps it. Only `generate` asks for it.

Source: Unicode CLDR as packaged by Babel (https://cldr.unicode.org).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from .frozen import MARKS, Locale, Scale, Separators, World, even, is_unspaced

_QUOTED = re.compile(r"'([^']*)'")  # literal text of a pattern; '' is one apostrophe
_UNTOLD = {"2.16": "45", "2.17": "46"}  # the CLDR of each Babel that does not say it

Scales = dict[str, tuple[Scale, ...]]


def version() -> str:
    """Return the version of CLDR that Babel carries."""
    import babel  # noqa: PLC0415
    from babel import core  # noqa: PLC0415

    told = getattr(core, "get_cldr_version", None)
    return str(told()) if told else _UNTOLD[".".join(babel.__version__.split(".")[:2])]


def names() -> list[str]:
    """Return the identifiers of all the locales that Babel has data for, sorted."""
    from babel import localedata  # noqa: PLC0415

    return sorted(name for name in localedata.locale_identifiers() if name != "root")


def parents() -> dict[str, str]:
    """Return the locales that inherit from another one than their name says."""
    from babel.core import get_global  # noqa: PLC0415

    return {str(name): str(parent) for name, parent in get_global("parent_exceptions").items()}


def world() -> World:
    """Return what CLDR says of no locale in particular: currencies, and how locales are named."""
    from babel.core import get_global  # noqa: PLC0415

    languages = {name.partition("_")[0] for name in names()}
    aliases: Any = get_global("language_aliases")
    territories: Any = get_global("territory_currencies")
    tender = {
        territory: tuple(str(code) for code, _, until, legal in held if until is None and legal)
        for territory, held in sorted(territories.items())
    }
    return World(
        cldr=(version(),),
        currencies=tuple(sorted(get_global("all_currencies"))),
        tender=tender,
        decimals={code: each[0] for code, each in sorted(get_global("currency_fractions").items()) if each[0] != 2},
        parents={name: parent for name, parent in sorted(parents().items()) if "_" not in name + parent},
        languages={old: new for old, new in sorted(aliases.items()) if new in languages},
        territories={
            old: new[0]
            for old, new in sorted(get_global("territory_aliases").items())
            if len(old) == 2 or old.isdigit()  # nobody writes "en_USA"
        },
        scripts=dict(sorted(get_global("script_aliases").items())),
        likely={
            name: likely
            for name, likely in sorted(get_global("likely_subtags").items())
            if name.partition("_")[0] in languages and likely.partition("_")[0] in languages
        }
        | {old: full for old, new in sorted(aliases.items()) if "_" in new and (full := _parsed(old))},
    )


def _parsed(name: str) -> str | None:
    from babel import Locale as Parsed  # noqa: PLC0415
    from babel import UnknownLocaleError as Unknown  # noqa: PLC0415

    try:
        return str(Parsed.parse(name))
    except Unknown:
        return None


def locale(name: str) -> Locale:
    """Return what CLDR says of a locale, read afresh.

    Babel 2.18 writes what one locale inherits into the data of another, so nothing that it has read before is used.
    """
    from babel import Locale as Parsed  # noqa: PLC0415
    from babel import localedata  # noqa: PLC0415

    getattr(localedata, "clear_caches", localedata._cache.clear)()
    found = Parsed.parse(name)
    data: Any = found._data
    months, days = data["months"], data["days"]
    systems = [found.number_symbols[each] for each in _systems(found)]
    money = [pattern for style, pattern in found.currency_formats.items() if style in ("standard", "accounting")]
    patterns = (*found.decimal_formats.values(), *found.percent_formats.values(), *money)
    numbers, words = _compact(found.compact_decimal_formats)
    of_money, _ = _compact(found.compact_currency_formats)
    ascii_digits, other_digits = _separators(systems)
    return Locale(
        territory=found.territory or _likely_territory(name),
        ascii_digits=ascii_digits,
        other_digits=other_digits,
        groups=tuple(dict.fromkeys(pattern.grouping for pattern in patterns if pattern.grouping[0] < 1000)),
        minus_after=any("-" in pattern.suffix[1] for pattern in patterns),
        percents=tuple(dict.fromkeys(even(each.get("percentSign", "%")) for each in (systems[-1], *systems))),
        numbers=numbers,
        money=of_money,
        number_words=words,
        scales=_scales(data["compact_decimal_formats"]),
        between=tuple(sorted({piece for unit in data["currency_unit_patterns"].values() if (piece := _between(unit))})),
        signs={code: (seen,) for code, sign in data["currency_symbols"].items() if (seen := _sign(sign))},
        names={code: (str(each),) for code, each in data["currency_names"].items()},
        plurals={
            code: tuple(dict.fromkeys(forms.values())) for code, forms in data["currency_names_plural"].items() if forms
        },
        months={each: number for style in ("format", "stand-alone") for number, each in months[style]["wide"].items()},
        month_abbreviations={each: number for number, each in months["format"]["abbreviated"].items()},
        weekdays={each: number for style in ("format", "stand-alone") for number, each in days[style]["wide"].items()},
        day_first=_day_first(data["date_formats"]["short"].pattern),
    )


def _sign(sign: str) -> str:
    return " ".join(sign.translate(dict.fromkeys(map(ord, MARKS))).split())


def _between(unit: str) -> str:
    return _piece(re.sub(r"\{\d\}", "", unit))


def _day_first(pattern: str) -> bool:
    return "d" in pattern and pattern.index("d") < pattern.find("M")


def _likely_territory(name: str) -> str | None:
    """Return the territory that CLDR takes a language to be of: "de" is German as written in Germany."""
    from babel.core import get_global  # noqa: PLC0415

    return str(get_global("likely_subtags").get(name, "")).rpartition("_")[2] or None


def _systems(found: Any) -> list[str]:
    """Return the numbering systems of a locale: its own, its native one and the Latin one, the last one last."""
    own = (found.default_numbering_system, found.other_numbering_systems.get("native", "latn"))
    return [*dict.fromkeys(name for name in own if name != "latn" and name in found.number_symbols), "latn"]


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
        if pair not in chosen and not any(pair.clashes(each) for each in chosen):
            chosen.append(pair)
    return tuple(chosen)


def _compact(styles: Any) -> tuple[Scales, dict[str, int]]:
    """Return the words of compact forms, and those that stand alone for a number.

    The pattern "00 Mio" of the magnitude 10,000,000 has two digits left of it, so "Mio" is a million. After that goes
    what Babel makes of a pattern with a part for negatives, "elfu 0;elfu -0": it divides by too little, and 1,500 is
    "elfu 15".
    """
    scales: dict[str, list[Scale]] = {}
    slips: dict[str, list[Scale]] = {}  # what Babel prints instead
    words: dict[str, int] = {}
    for style in sorted(styles, key=lambda each: each != "short"):  # the long ones of Nepali mean less by one word
        for patterns in styles[style].values():
            for magnitude, pattern in patterns.items():
                zeros, power = pattern.number_pattern.count("0"), len(magnitude) - 1
                if not zeros:
                    words[_piece(pattern.prefix[0] + pattern.suffix[0])] = power
                    continue
                counted = pattern.pattern.count("0")  # Babel counts those for negatives too: "elfu 0;elfu -0"
                for key in sorted(_keys(pattern) - {"|"}):
                    scales.setdefault(key, []).append(Scale(power - zeros + 1, zeros))
                    slips.setdefault(key, []).append(Scale(power - counted + 1, counted))
    return {key: tuple(dict.fromkeys((*held, *slips[key]))) for key, held in scales.items()}, words


def _keys(pattern: Any) -> set[str]:
    """Return the words before and after the number of a compact pattern, of its form for negatives too."""
    before, behind = map(_piece, pattern.prefix), map(_piece, pattern.suffix)
    (one, other), (one_after, other_after) = tuple(before), tuple(behind)
    return {f"{one}|{one_after}", f"{_piece(other.removeprefix('-').removesuffix('-'))}|{other_after}"}


def _piece(literal: str) -> str:
    """Return the words of a pattern, without its quotes and its place for a currency."""
    return " ".join(even(_QUOTED.sub(lambda match: match[1] or "'", literal.replace("¤", " "))).split())


def _scales(formats: Any) -> dict[str, int]:
    """Return the words of compact forms, of two letters or more, and their powers of ten: "0 Mio'.'" is 6."""
    found: dict[str, int] = {}
    for style in ("long", "short"):
        for sizes in formats.get(style, {}).values():
            for size, pattern in sizes.items():
                form = str(pattern.pattern).partition(";")[0]
                word = form.replace("0", "").replace("'", "").replace("\u00a0", " ").strip(" .").casefold()
                if len(word) > 1 or (word and is_unspaced(word)):
                    found.setdefault(word, len(size) - max(1, form.count("0")))
    return found
