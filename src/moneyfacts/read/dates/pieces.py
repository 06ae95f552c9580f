"""What all readers of dates share: days and years in digits and in words, and the words around a date."""

from __future__ import annotations

import re

from ...lang.language import Language
from ...lang.tokenizer import GAPS
from ..mention import DateExpression
from ..numbers.in_digits import RUN
from ..numbers.in_words import in_words
from ..window import BEFORE, word_before, words_before

Read = tuple[int, DateExpression]

FIRST_YEAR, LAST_YEAR = 1900, 2100  # of four digits that are a year unless something says otherwise
OLDEST_YEAR = 1000  # with a month, or after a word like "since"
LONGEST = 1000  # of a grain: "the last 1000 days"

SPACE = re.compile(" ").match
HYPHEN = re.compile(" ?[-–—~∼～〜－] ?").match
_YEAR = re.compile(r"(\d{4})(?![\d,.]*\d)(?!(?:[^\W_]|[-–/]\d))").match
_SHORT_YEAR = re.compile(r"['’](\d{2})(?![\w])").match
_DAY = re.compile(r"(\d{1,2})([^\W\d_]{2})?(?![\w:%]|/(?!\d{1,2}(?![\d/]))|[.,]\d|-(?![A-Z])[^\W\d_]|-\d{3})").match
COMMA_SPACE = re.compile(rf",?[{GAPS}]").match
_DASHES = tuple("-–—/")
_LETTERS = frozenset("’'")
_GOES_ON = frozenset(GAPS + ",.'’-–/")  # after a date that may have more of it after


def is_year(digits: str) -> bool:
    """Tell whether four digits may be a year."""
    return len(digits) == 4 and FIRST_YEAR <= int(digits) <= LAST_YEAR


def full_year(number: int) -> int:
    """Return the year that one or two digits mean in "FY17" and "'98": as POSIX has it, from 69 before 2000."""
    if number > 99:
        return number
    return 1900 + number if number > 68 else 2000 + number


def month_and_day(first: int, second: int, day_first: bool) -> tuple[int, int]:
    """Return which of two numbers is the month: the locale says, unless one of them is too great for it.

    >>> month_and_day(3, 4, day_first=True), month_and_day(3, 14, day_first=True), month_and_day(31, 4, day_first=False)
    ((4, 3), (3, 14), (4, 31))
    """
    return (second, first) if (day_first and second < 13) or first > 12 else (first, second)


def words_near(text: str, position: int, language: Language) -> list[str]:
    """Return the words before `position` that a date may belong with: one, unless one of two or more could follow."""
    last = word_before(text, position, language)
    if not last.isalpha():
        return words_before(text, position, language) if last else []
    deeper = language.dates.deeper
    if last not in deeper:
        return [last]
    wanted = deeper[last]
    if wanted and word_before(text, position - len(last) - 1, language) not in wanted:
        return [last]
    return words_before(text, position, language)


def year_at(text: str, position: int, language: Language, oldest: int = FIRST_YEAR) -> tuple[int, int] | None:
    """Return the end and the year that stands at `position`, in digits or in words."""
    if found := _YEAR(text, position):
        year = int(found[1])
        if not oldest <= year <= LAST_YEAR or (year < FIRST_YEAR and not stands_alone(text, found.end(), language)):
            return None
        end = found.end()
        return (_past_mark(text, end, language) if language.dates.year_marks else end), year
    return worded_year(text, position, language)


def _past_mark(text: str, end: int, language: Language) -> int:
    """Return where the word that marks a year ends: "2016 года"; `end` itself where none does."""
    match = language.words.next(text, end)
    return match.end() if match and match[1].casefold() in language.dates.year_marks else end


def year_after(text: str, end: int, language: Language) -> tuple[int, int] | None:
    """Return the year that belongs to a date before it: " 2016", ", 2016", " of 2016", " des Jahres 2016", " '16"."""
    gap = COMMA_SPACE(text, end)
    position = gap.end() if gap else end
    if short := short_year(text, position):
        return short
    if gap is None:
        return None
    match = None if text[position : position + 1].isdecimal() else language.words.next(text, end)
    if match and match[1].casefold() in language.dates.of and (space := SPACE(text, match.end())):
        position = space.end()
        named = language.words.next(text, match.end())
        if named and language.dates.periods.get(named[1].casefold()) == "year":
            position = after_space(text, named.end())
    elif match and match[1].casefold() not in language.dates.counting:
        return None
    return year_at(text, position, language, OLDEST_YEAR)


def short_year(text: str, position: int) -> tuple[int, int] | None:
    """Return the end and the year of two digits after an apostrophe: "'16"."""
    short = _SHORT_YEAR(text, position) if text[position : position + 1] in _LETTERS else None
    return (short.end(), full_year(int(short[1]))) if short else None


def worded_year(text: str, position: int, language: Language) -> tuple[int, int] | None:
    """Return the end and the year in words: "nineteen ninety-six", "twenty ten", "two thousand and fifteen"."""
    words = language.numbers
    match = language.words.next(text, position)
    if match is None or match.start(1) != position:
        return None
    word = match[1].casefold()
    century = words.small.get(word) or words.tens.get(word) or 0
    if 15 <= century <= 20:
        rest = language.words.next(text, match.end())
        second = rest[1].casefold() if rest else ""
        if rest and (words.small.get(second, 0) > 9 or second in words.tens) and text[match.end()] == " ":
            tail = in_words(text, rest.start(1), language)
            if tail and not tail.power and 10 <= int(tail.digits) <= 99:
                return tail.end, century * 100 + int(tail.digits)
    if century in (1, 2):
        number = in_words(text, position, language)
        if number and len(number.digits) == 4 and number.digits[0] in "12" and int(number.digits) <= LAST_YEAR:
            return number.end, int(number.digits)
    return None


def day_at(text: str, position: int, language: Language) -> tuple[int, int, bool] | None:
    """Return the end of a day of a month at `position`, the day, and whether it is an ordinal: "9th", "third"."""
    match = _DAY(text, position)
    if match:
        suffix = match[2]
        if not 0 < int(match[1]) < 32 or (suffix and suffix not in language.dates.day_suffixes):
            return None
        stop = not suffix and dotted(text, match.end(), language)
        return match.end() + stop, int(match[1]), bool(suffix) or stop
    ordinal = None if text[position : position + 1].isdecimal() else ordinal_at(text, position, language)
    return (ordinal[0], ordinal[1], True) if ordinal and 0 < ordinal[1] < 32 else None


def dotted(text: str, end: int, language: Language) -> bool:
    """Tell whether a full stop at `end` makes an ordinal of the digits before it: "20. Januar", "3.-5. Mai"."""
    if text[end : end + 1] != "." or "." not in language.dates.day_suffixes:
        return False
    following = text[end + 1 : end + 3]
    return following[:1] in _DASHES or (following[:1] == " " and following[1:] in _DASHES) or following[1:].isalpha()


def ordinal_at(text: str, position: int, language: Language) -> tuple[int, int] | None:
    """Return the end and the number of an ordinal: "third", "3rd", "twenty-first", "final" (-1)."""
    dates = language.dates
    if digits := _DAY(text, position):
        if not digits[2] and dotted(text, digits.end(), language):
            return digits.end() + 1, int(digits[1])
        return (digits.end(), int(digits[1])) if digits[2] in dates.day_suffixes else None
    match = language.words.next(text, position)
    if match is None or match.start(1) != position:
        return None
    word = match[1].casefold()
    if word in dates.ordinals:
        return match.end(), dates.ordinals[word]
    tens = dates.tens.get(word)
    rest = language.words.next(text, match.end()) if tens else None
    unit = dates.ordinals.get(rest[1].casefold(), 0) if rest else 0
    return (rest.end(), tens + unit) if rest and tens and 0 < unit < 10 else None


def count_at(text: str, position: int, language: Language) -> tuple[int, int] | None:
    """Return the end of a whole number at `position`, in digits or in words, and the number; 0 for "several"."""
    if run := RUN(text, position):
        return (run.end(), int(run[0])) if run[0].isdecimal() and len(run[0]) < 4 and int(run[0]) else None
    if few := language.dates.counts.find(text, position):
        return few
    words = in_words(text, position, language)
    if words is None or words.exponent or not words.digits.isdecimal():
        return None
    return (words.end, int(words.digits)) if 0 < int(words.digits) < LONGEST else None


def word_after(text: str, end: int, language: Language) -> str:
    """Return the word right after `end`, case folded; "" for none."""
    match = language.words.next(text, end)
    return match[1].casefold() if match else ""


def after_article(text: str, position: int, language: Language) -> int:
    """Return where the word after "the" begins, `position` itself where no such word stands there."""
    match = language.words.next(text, position)
    if match is None or match.start(1) != position or match[1].casefold() not in language.dates.determiners:
        return position
    space = SPACE(text, match.end())
    return space.end() if space else position


def after_space(text: str, end: int) -> int:
    """Return where the next word or number begins, `end` itself where no space or hyphen stands there."""
    return end + (text[end : end + 1] in BEFORE)


def after_word(text: str, end: int, language: Language) -> int | None:
    """Return where what is after a word begins; None where no space sets them apart, as in most languages it must."""
    space = SPACE(text, end)
    return space.end() if space else end if language.words.unspaced else None


def ends(text: str, end: int, words: frozenset[str], language: Language) -> bool:
    """Tell at one look whether a date ends at `end`: neither digits nor one of the `words` after it go on with it."""
    following = text[end : end + 1]
    if following not in _GOES_ON:
        return True
    comma = following == ","
    if following in _LETTERS or not text[end + 1 + comma : end + 2 + comma].isalpha():
        return False
    match = language.words.next(text, end + comma)
    return match is None or not (match[1].casefold() in words or text[match.end() : match.end() + 1].isdecimal())


def stands_alone(text: str, end: int, language: Language, names: bool = True) -> bool:
    """Tell whether nothing after a date makes it an attribute: "after July", but not "after July sales", "July's".

    After it may stand a name, if `names` says so: "after July Apple sold ...".
    """
    if text[end : end + 1] in _LETTERS:
        return False
    if language.words.unspaced:
        return True
    match = language.words.next(text, end)
    if match is None:
        return not (text[end : end + 1] in GAPS and text[end + 1 : end + 2].isdecimal())
    return match[1].casefold() in language.counts.not_nouns or (names and match[1][0].isupper())
