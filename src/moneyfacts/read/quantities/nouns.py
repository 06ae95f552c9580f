"""What a bare number counts, and whether it counts anything: "12 million vendors", but "Boeing 737" and "page 12"."""

from __future__ import annotations

import re

from ...lang.language import Language
from ...lang.signs import PRICED
from ...lang.tokenizer import hangs, hangul, is_unspaced
from ..dates.pieces import dotted
from ..window import apart, line_before, word_before
from .amount import hour

_BRACKET = re.compile(r"\([a-zA-Z]\)|-[a-z]+-\d").match
_ADDRESS = re.compile(r" ((?:[A-Z][\w'’]+ ){0,2}[A-Z][\w'’]+)").match
_TICKER = re.compile(r"\.[A-Z]").match
_PHONE = re.compile(r"\+\d|\(?\d{2,5}\)? ?\d{3,4}[ -]\d{3,4}(?!\d)").match
_LIST_ITEM = re.compile(r"[.)](?= )").match
_LONGEST = 4  # words of a noun phrase
_ITEM = frozenset("、．")  # after the number of an item of a list
_BRACKETS = frozenset("(（")
_STOPS = frozenset("\n。；！？")
_SENTENCE_ENDS = frozenset('.!?…”’"»')
_DAY = 3  # digits that no day of a month has


def noun_phrase(text: str, end: int, language: Language) -> tuple[int, int] | None:
    """Return where the plural noun phrase right after a number stands: "other multinationals"; None where none is."""
    if (
        language.counts.classifiers
        and (match := language.words.next(text, end))
        and match[1].casefold() in language.counts.classifiers
    ):
        noun = language.words.next(text, match.end())
        if noun and len(match[1]) == 1 and hangs(text, match.end()) and noun[1] not in language.counts.not_nouns:
            return None  # "G20 회의"
        return noun.span(1) if noun and noun[1].casefold() in language.counts.plurals else match.span(1)
    if language.words.unspaced:
        match = language.words.next(text, end)
        return match.span(1) if match and match[1].casefold() in language.counts.plurals else None
    position, first = end, None
    for _ in range(_LONGEST):
        match = language.words.noun(text, position)
        if match is None:
            return None
        word = match[1].casefold()
        if word in language.counts.not_nouns:
            return None
        first = match.start(1) if first is None else first
        position = match.end()
        if _plural(match[1], language):
            following = language.words.noun(text, position)
            if following and text[position] == " " and _plural(following[1], language):
                position = following.end()  # "sports fans"
            return first, position
    return None


def _plural(printed: str, language: Language) -> bool:
    word = printed.casefold()
    if language.counts.capitals and not printed[0].isupper():
        return False
    if word in language.counts.plurals:
        return True
    if len(word) < 4 or not word.endswith(language.counts.plural_endings) or word.endswith(("ss", "us", "is")):
        return False
    return word not in language.counts.not_plurals and word not in language.counts.not_nouns


def named(text: str, start: int, end: int, counts: str | None, language: Language) -> bool:
    """Tell whether a bare number is part of a name, an address or a list: "Boeing 737", "No. 5", "#1", "2. Results".

    `counts` is the noun phrase after it: in a headline ("Hires 500 Workers") it is capitalised, and the number counts.
    """
    previous = text[start - 1] if start else "\n"
    if (
        previous in "#@&=_\\/^"
        or _hung(previous, counts, language)
        or (language.words.unspaced and _labels(text, start, end, counts, language))
        or (text[start] == "0" and text[start + 1 : start + 2].isdecimal())
    ):
        return True
    if language.units.signs and PRICED(text, start):
        return False  # "Cena 19,90": no name has such a number
    if _goes_on(text, start, end, language):
        return True
    following = language.words.next(text, end)
    if following and (following[1].casefold() in language.counts.times_of_day or following[1] in language.per.before):
        return True
    lead = line_before(text, start, language)
    if not lead.strip(" \t-•*") and _LIST_ITEM(text, end):
        return True
    words = [] if language.words.unspaced or previous != " " else apart(lead).rsplit(None, 2)[-2:]
    if not words:
        return False
    word = words[-1]
    key = word.casefold().rstrip(".:")
    if key in language.counts.labels or (counts is None and _labelled(key.rstrip(","), lead, language)):
        return True
    if word == word.lower() or not word[0].isalpha() or word[-1] in ",;:.!?)’'”\"%" or word[-1].isdecimal():
        return False
    if (
        word in language.units.before
        or key in language.counts.not_names
        or key in language.changes.cues
        or key in language.dates.months
        or key in language.numbers.small
        or (counts and _begins(words) and key.endswith(language.dates.verb_endings))
    ):
        return False
    return not (counts and counts.rpartition(" ")[2][0].isupper())


def _begins(words: list[str]) -> bool:
    """Tell whether the last of two words is the first of its sentence, and so is capitalised whatever it is."""
    return len(words) == 1 or words[0][-1] in _SENTENCE_ENDS


def _labelled(last: str, lead: str, language: Language) -> bool:
    """Tell whether a label begins the numbers that `lead` ends in, by its `last` word: "Tel: 030", "Chapters 3 and"."""
    if not last.isdecimal() and last not in language.shared.lists:
        return False  # nearly always
    numbers = 0
    for word in reversed(lead.split()):
        key = word.casefold().rstrip(".:,")
        if key in language.counts.labels:
            return numbers > 0
        if not key.isdecimal() and key not in language.shared.lists:
            return False
        numbers += key.isdecimal()
    return False


def _hung(previous: str, counts: str | None, language: Language) -> bool:
    """Tell whether a number is set against a letter, where anything may stand before a figure: "G20", "코로나19"."""
    if not language.words.unspaced or not previous.isalpha():
        return False
    return previous.isascii() or (counts is None and hangul(previous))


def _labels(text: str, start: int, end: int, counts: str | None, language: Language) -> bool:
    """Tell whether a number is a name's where words need no spaces: "标普500指数", "2、", "9时30", "型号12"."""
    previous = text[start - 1 : start]
    listed = text[end : end + 1] in _ITEM and (previous in _STOPS or not text[end + 1 : end + 2].isdecimal())
    if counts is None and (listed or (previous in _BRACKETS and end - start > _DAY)):
        return True  # "（300353）"
    if hour(text, start, language) or word_before(text, start, language) in language.counts.labels:
        return True
    if counts or not previous.isalpha() or not is_unspaced(previous) or not text[start:end].isdecimal():
        return False
    links = language.links
    known = (*language.counts.not_names, *language.counts.not_nouns, *links.current, *links.prior)
    near = text[max(0, start - _LONGEST) : start]
    return word_before(text, start, language) not in language.around.leads and not near.endswith(known)


def _goes_on(text: str, start: int, end: int, language: Language) -> bool:
    """Tell whether what follows a number makes it a part of a name: "401(k)", "0700.HK", "10 Main Street"."""
    behind, after = text[end : end + 1], text[end + 1 : end + 2]
    if behind in "(-" and _BRACKET(text, end):
        return True
    if behind == "." and (_TICKER(text, end) or (end - start < _DAY and dotted(text, end, language))):
        return True  # "das 3. Werk"
    opened = text[start - 1 : start] in ("(", "+")
    if (opened or (behind in ") -" and after.isdecimal()) or behind == ")") and _PHONE(text, start - opened):
        return True
    return behind == " " and after.isupper() and _street(text, end, language)


def _street(text: str, end: int, language: Language) -> bool:
    """Tell whether a street's name follows a number: "10 Main Street"."""
    match = _ADDRESS(text, end)
    return match is not None and match[1].rsplit(" ", 1)[-1].casefold() in language.counts.streets
