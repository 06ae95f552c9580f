"""The patterns of a language: the one pass over a text, numbers in digits, and phrases anywhere in a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from ..model.interval import MAX_DIGITS
from . import frozen
from .cldr import SWISS, Cldr
from .frozen import Separators, territory_of
from .language import Trigger, Unit
from .schema import LanguageFile
from .tokenizer import SPACES, LazyPattern, Tokenizer, alternation

# What may stand right before a figure: of ASCII, Latin-1 and general punctuation, all but letters, digits and "_", and
# the signs of Arabic, Hindi and currencies.
BEFORE = (
    r"[\x00-/:-@\[-^`{-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u2000-\u206f\u2190-\u2bff\u3000-\u303f\uff00-\uff0f\uff1a-\uff20"
    r"\u0600-\u060f\u061b-\u061f\u066a-\u066d\u06d4\u0964\u0965\u20a0-\u20cf]"
)


PARTS = "¼½¾⅛⅜⅝⅞⅕⅖⅗⅘"
"""Parts in one character, which a number may be or end in: "½ percent", "3½"."""


def trigger(
    triggers: Iterable[str],
    names: Mapping[str, Trigger],
    prefixes: Mapping[str, Unit],
    data: LanguageFile,
    words: Tokenizer,
) -> Callable[[str], Iterator[re.Match[str]]]:
    """Return the one pass over a text: finds where a figure or a date may begin.

    A match begins one character before the trigger, with what may stand before a figure: a small set of characters
    first is what lets the search skip quickly. Where no spaces are set, anything may, and the trigger is only looked at
    (group 1), for the next one may follow at once.
    """
    later = LazyPattern(lambda: _trigger(triggers, names, prefixes, data, words))

    def find(text: str) -> Iterator[re.Match[str]]:
        return later.pattern.finditer(text)

    return find


def _trigger(
    triggers: Iterable[str],
    names: Mapping[str, Trigger],
    prefixes: Mapping[str, Unit],
    data: LanguageFile,
    words: Tokenizer,
) -> str:
    """Return the expression of what a figure or a date may begin with."""
    signs = [sign for sign in (*prefixes, *data.percent.before) if not sign.replace(" ", "").isalpha()]
    last = "".join(sorted({sign[-1] for sign in signs if not sign[-1].isalpha()}))
    lettered = [sign for sign in signs if len(sign) > 1 and sign[-1] in last and sign not in data.currencies.tight]
    forms = {*signs, *(form for sign in lettered for form in (sign.lower(), f"{sign[:-1]} {sign[-1]}"))}  # "US $5"
    forms |= {f"{sign[:-1]} {sign[-1]}".lower() for sign in lettered}
    forms |= {form for word in triggers for form in (word, word.capitalize(), word.upper())}
    forms |= {form for name in names for form in (name, name.upper())}
    forms |= {name.lower() for name, tag in names.items() if tag == "month" and len(name) > 3} - {
        name.lower() for name in data.dates.ambiguous_months
    }
    code = r"[A-Z](?=[A-Za-z]{0,3}+[ \u00a0]?[-−]?\d)"  # "EUR 5", "Q3"
    if words.unspaced:
        return rf"(?s:.)(?=([\d{PARTS}]|{alternation(forms)}|(?<![A-Za-z]){code}))"
    whole = rf"(?:(?![^\W_])|(?<=[{re.escape(last)}]))" if last else r"(?![^\W_])"  # a digit may follow a sign
    part = (
        rf"[{''.join(sorted({word[0] for word in data.dates.prefixes}))}](?=[a-z]?\d)"
        if data.dates.prefixes
        else "(?!)"
    )
    small = rf"{alternation(name.lower() for name in data.dates.ambiguous_months)}(?=[ \u00a0]\d)"  # "may 5th"
    glued = rf"|(?:{alternation(data.currencies.glued)})(?=\d)" if data.currencies.glued else ""  # "euro26"
    worded = rf"{_by_case(forms, whole)}{_compounds(data)}{glued}"
    found = rf"{BEFORE}(?:[\d{PARTS}]|{worded}|{code}|{part}|{small})"
    hanging = "".join(data.numbers.hanging)  # letters that hang on a number: "ל20", "מעשרים"
    return rf"{found}|[{hanging}](?:\d|(?<!\w[{hanging}])(?:{worded}))" if hanging else found


def _compounds(data: LanguageFile) -> str:
    """Return the expression of number words that run together, as one more alternative; nothing where none do."""
    if data.numerals != "compound-words":
        return ""
    numbers = data.numbers
    parts = (*numbers.units, *numbers.tens, *numbers.hundreds, *numbers.hundred, *numbers.multipliers, *numbers.scales)
    joints = (*numbers.links, *numbers.conjunctions)
    form = alternation(part for part in (*parts, *joints) if part.isalpha())
    first = "".join(sorted({letter for part in (*parts, *numbers.links) for letter in (part[0], part[0].upper())}))
    return rf"|(?=[{first}])(?i:{form}){{2,}}(?![^\W_])"


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
    if territory_of(cldr.locale) in SWISS:
        pairs += (frozen.locale(cldr.language).ascii_digits[0], Separators(".", "'"), Separators(",", "'"))
    found = [_number(_group(pair.group), _DECIMALS.get(pair.decimal, pair.decimal)) for pair in pairs]
    if cldr.decimal == "," and not cldr.contested:
        found += [*([_number(".", ",")] if cldr.group.isspace() else []), _number(",", ".")]
    return tuple(found)


def _group(sign: str) -> str:
    return SPACES if sign.isspace() else _ALIKE.get(sign, sign)


def _number(group: str, decimal: str) -> re.Pattern[str]:
    if not group or not decimal:
        return re.compile("(?!)")  # where no language is known, see `moneyfacts.read.numbers.inferred`
    groups = rf"\d{{1,3}}(?:[{re.escape(group)}]\d{{2,3}})*[{re.escape(group)}]\d{{3}}(?!\d)"
    return re.compile(rf"({groups}|\d{{1,{MAX_DIGITS}}})(?:[{re.escape(decimal)}](\d{{1,{MAX_DIGITS}}}))?")


def measures(data: LanguageFile, words: Tokenizer) -> LazyPattern:
    """Return the pattern of a run of words that name a measure; only one that ends in a noun does."""

    def source() -> str:
        listed = (*data.context.measures, *data.context.measure_modifiers)
        phrase = alternation(listed) if words.unspaced else _whole_words(listed)
        if data.counts.capitals:
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
    return rf"(?:{_by_case(forms)})(?![^\W_])"


def _by_case(forms: Iterable[str], end: str = "") -> str:
    """Return the expression of any of the forms, by their first letters' case, with what must follow a letter-led form.

    Most words fail at the first look-ahead or in the small trie behind it: half the time of one trie for all.
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
