"""The patterns of a language: numbers in digits, and phrases anywhere in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model.interval import MAX_DIGITS
from . import frozen
from .cldr import SWISS, Cldr
from .frozen import Separators, territory_of
from .tokenizer import GAPS, LazyPattern, Tokenizer, alternation

# What may stand right before a figure: of ASCII, Latin-1 and general punctuation, all but letters, digits and "_", and
# the signs of Arabic, Hindi and currencies.
BEFORE = (
    r"[\x00-/:-@\[-^`{-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u2000-\u206f\u2190-\u2bff\u3000-\u303f\uff00-\uff0f\uff1a-\uff20"
    r"\u0600-\u060f\u061b-\u061f\u066a-\u066d\u06d4\u0964\u0965\u20a0-\u20cf]"
)


PARTS = "¼½¾⅛⅜⅝⅞⅕⅖⅗⅘"
"""Parts in one character, which a number may be or end in: "½ percent", "3½"."""

# Signs that stand for one another: those of other widths, and those that Arabic and the Swiss set.
_ALIKE = {".": ".．٬", ",": ",，٬", "'": "'’", "’": "'’", "٬": "٬,", "٫": "٫.,"}
_DECIMALS = {".": ".．٫", ",": ",٫"}


def number(cldr: Cldr) -> re.Pattern[str]:
    """Return the pattern of a number in digits, grouped as the locale groups them or not at all."""
    group = _group(cldr.group)
    if cldr.group.isspace() and cldr.decimal == "," and not cldr.contested:
        group += "."  # "10.000 kronor", as often as "10 000"
    return _number(group, _DECIMALS.get(cldr.decimal, cldr.decimal))


def other_numbers(cldr: Cldr) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of numbers as other versions of CLDR and neighbours print them.

    The Swiss also write them as their languages do elsewhere, and with either decimal sign. In locales with a decimal
    comma, full stops may stand where spaces do, "1.234,50"; where none do, numbers may be "1,234.50" and "5.5".
    """
    pairs = [*cldr.others]
    if cldr.decimal and territory_of(cldr.locale) in SWISS:
        pairs += (frozen.locale(cldr.language).ascii_digits[0], Separators(".", "'"), Separators(",", "'"))
    found = [_number(_group(pair.group), _DECIMALS.get(pair.decimal, pair.decimal)) for pair in pairs]
    if cldr.decimal == "," and not cldr.contested:
        found += [*([_number(".", ",")] if cldr.group.isspace() else []), _number(",", ".")]
    return tuple(found)


def spaced_groups(cldr: Cldr) -> frozenset[str]:
    """Return the signs between thousands, where they are none of those that any number may hold."""
    found = {pair.group for pair in (Separators(cldr.decimal, cldr.group), *cldr.others)}
    swiss = territory_of(cldr.locale) in SWISS
    spaces = GAPS if swiss or any(map(str.isspace, found)) else ""
    return frozenset(spaces + ("'’" if swiss or "'" in found else ""))


def _group(sign: str) -> str:
    return GAPS if sign.isspace() else _ALIKE.get(sign, sign)


def _number(group: str, decimal: str) -> re.Pattern[str]:
    if not group or not decimal:
        return re.compile("(?!)")  # where no language is known, see `moneyfacts.read.numbers.inferred`
    groups = rf"\d{{1,3}}(?:[{re.escape(group)}]\d{{2,3}})*[{re.escape(group)}]\d{{3}}(?!\d)"
    return re.compile(rf"({groups}|\d{{1,{MAX_DIGITS}}})(?:[{re.escape(decimal)}](\d{{1,{MAX_DIGITS}}}))?")


def measures(phrases: Iterable[str], words: Tokenizer, *, capitals: bool = False) -> LazyPattern:
    """Return the pattern of a run of words that name a measure; only one that ends in a noun does."""
    listed = tuple(phrases)

    def source() -> str:
        phrase = alternation(listed) if words.unspaced else _whole_words(listed)
        if capitals:
            phrase = f"(?i:{phrase})"
        return rf"((?:{phrase})+)" if words.unspaced else rf"{BEFORE}({phrase}(?:[ -]{phrase})*)"

    return LazyPattern(source)


def anywhere(phrases: Iterable[str], words: Tokenizer, *, capitals: bool = False) -> LazyPattern:
    """Return the pattern of any of the phrases, as one word or words, in group 1; any may have `capitals`."""
    listed = tuple(phrases)
    case = "(?i:" if capitals else "(?:"
    if words.unspaced:  # whether spaces are set inside a phrase or not
        return LazyPattern(lambda: rf"(?<!\d)({alternation(listed)})".replace(r"\ ", " ?"))
    return LazyPattern(lambda: rf"{BEFORE}({case}{_whole_words(listed)}))")


def _whole_words(phrases: Iterable[str]) -> str:
    """Return the expression of any of the phrases, in lower case or with a capital."""
    forms = {form for phrase in phrases for form in (phrase, phrase[:1].upper() + phrase[1:])}
    return rf"(?:{by_case(forms)})(?![^\W_])"


def by_case(forms: Iterable[str], end: str = "") -> str:
    """Return the expression of any of the forms, by their first letters' case, with what must follow a letter-led form.

    Most words fail at the first look-ahead or in the small trie after it: half the time of one trie for all.
    """
    lower = [form for form in forms if form[0].islower()]
    upper = [form for form in forms if form[0].isupper()]
    other = [form for form in forms if form not in lower and form not in upper]
    parts = [
        rf"(?=[{''.join(sorted({re.escape(form[0]) for form in group}))}]){alternation(group)}{end}"
        for group in (lower, upper, other)
        if group
    ]
    return "|".join(parts) or alternation(())
