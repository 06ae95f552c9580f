"""One pass over a text: a reader runs at each trigger, and figures never overlap.

The scan needs only the language. What depends on the whole document (the year of "in December", whose dollars "$" are)
is for `moneyfacts.resolve`.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from ..lang.language import Language
from ..lang.tokenizer import hangs
from . import dates
from .mention import Mention, NoMention
from .quantities import durations
from .quantities import from_digit as digits
from .quantities import from_word as spelled
from .quantities import neighbours as join
from .quantities.meaning import quantity
from .quantities.stock_quote import quote
from .sentences import NOWHERE, literal
from .window import word_before

_OPENED = frozenset("(（")
_BASIS = 48  # characters around a word in which it may belong to "from the previous quarter"


# asked with the text, where the trigger stands, the trigger, and the figure read before it
Reader = Callable[[str, int, str, Language, Mention | None], Mention | NoMention | None]


def scan(text: str, language: Language) -> list[Mention]:
    """Return the figures of a text in their order; they do not overlap."""
    drafts: list[Mention] = []
    end = 0
    closed = iter(literal(text))
    first, last = next(closed, NOWHERE)
    for match in language.trigger.find(
        " " + text
    ):  # the space stands before the first figure as one does before any other
        start = match.start()
        if start < end:
            continue
        while start >= last:
            first, last = next(closed, NOWHERE)
        if start >= first:
            end = last
            continue
        hung = language.words.unspaced and hangs(text, start)
        if hung and start != end:
            continue  # inside a word
        found = read(text, start, match[0][1:] or match[1], language, drafts[-1] if drafts else None)
        if found is None:
            continue
        if type(found) is Mention:
            if found.start < end:
                continue
            found = _loosened(found, drafts)
            if drafts and found.value is not None and found.start - drafts[-1].end < join.REACH:
                if whole := join.summed(text, drafts[-1], found, language):
                    drafts[-1], end = whole, whole.end
                    continue
                if hung:
                    continue
                found = join.carried(text, drafts, found, language)
                shared = join.shared(text, drafts, found, language)
                drafts[len(drafts) - len(shared) :] = shared
                drafts[-1], found = join.restated(text, drafts[-1], found, language)
            drafts.append(found)
            if found.inner:
                end = max(found.end, _kept(found.inner, drafts))
                continue
        end = found.end
    return drafts


def _loosened(found: Mention, drafts: list[Mention]) -> Mention:
    """Return a figure without its qualifier where that loosens the one before it: "al menos" in "7 al menos 9"."""
    taken = drafts[-1].qualifier if drafts else None
    shared = taken and found.qualifier and found.qualifier[0] < taken[1]
    return replace(found, qualifier=None) if shared else found


def _kept(found: Mention, drafts: list[Mention]) -> int:
    """Keep a figure that another holds, and those that it holds; return where the last of them ends."""
    drafts.append(found)
    return max(found.end, _kept(found.inner, drafts)) if found.inner else found.end


def read(
    text: str, start: int, trigger: str, language: Language, previous: Mention | None
) -> Mention | NoMention | None:
    """Return what begins at a trigger: a figure, a stretch that means none, or None where there is nothing to read.

    The readers of its tag are asked in their order (see `READERS`), until one finds something.
    """
    if language.words.unspaced and (against := language.bases.phrases.find(text, start)):
        return NoMention(against[0])  # "1년 전보다", "지난해 같은 기간보다": what a change is measured against
    for reader in _OF_TAG[_tag(text, start, trigger, language)]:
        if found := reader(text, start, trigger, language, previous):
            return found
    return None


def _tag(text: str, start: int, trigger: str, language: Language) -> str:
    """Return what a trigger seems to begin."""
    if trigger[0].isdecimal():
        return "digit"
    word = trigger.casefold()
    tag = language.trigger.tags.get(word)
    if tag and (len(trigger) == 1 or tag == "one_of") and _opens(text, start + len(trigger), trigger):
        tag = None
    if tag is None:
        return "number" if language.numbers.split and language.numbers.split(word) else "sign"  # "achtundsiebzig"
    return "period or fraction" if tag == "fraction" and word in language.dates.periods else tag


def _opens(text: str, end: int, trigger: str) -> bool:
    """Tell whether a word that ends at `end` is the first letter of a code, or set against its number: "euro26"."""
    following = text[end : end + 1]
    return following.isalnum() and trigger.isascii() if len(trigger) == 1 else following.isdecimal()


def _compared(text: str, found: Mention, language: Language) -> NoMention | None:
    """Return "from the previous quarter" as no date, where it is what a change is measured against."""
    if found.when is None or found.when.kind not in ("relative", "unsaid"):
        return None
    if not language.words.unspaced and word_before(text, found.start, language) not in language.bases.leads:
        return None
    against = language.bases.pattern.pattern.search(text, max(0, found.start - _BASIS), found.start + _BASIS)
    if against and against.start(1) <= found.start < against.end(1):
        return NoMention(against.end(1))
    return None


def _quoted(text: str, start: int, language: Language) -> Mention | None:
    """Return a price with its change, where one may stand: in brackets, or after a comma."""
    priced = text[start - 1 : start] in _OPENED or text[start - 2 : start] == ", "
    return quote(text, start, language) if priced else None


def _not_compared(text: str, found: Mention | None, language: Language) -> Mention | NoMention | None:
    """Return a date, unless it is what a change is measured against."""
    return found and (_compared(text, found, language) or found)


_DATES = ("month", "weekday", "relative", "ordinal", "day", "fiscal", "era", "marked", "fraction")

# Who is asked what begins at a trigger, in this order, by the tag of the trigger: the first that finds something wins.
READERS: tuple[tuple[tuple[str, ...], Reader], ...] = (
    # a price with its change: "Lumen (20.50, -0.30, -1.44%)"
    (("digit",), lambda text, start, _trigger, language, _previous: _quoted(text, start, language)),
    (("digit",), lambda text, start, _trigger, language, previous: digits.read(text, start, language, previous)),
    # "$5", "EUR 5"; "百分之五", "yüzde 50"
    (("sign", "lead"), lambda text, start, _trigger, language, previous: quantity(text, start, language, previous)),
    # "Q3"
    (("sign",), lambda text, start, _trigger, language, _previous: dates.prefixed(text, start, language)),
    # "a dollar"
    (("one_of",), spelled.one_of),
    (("number",), spelled.number),
    # "doubled"
    (("multiple",), lambda text, start, trigger, language, _previous: spelled.multiple(text, start, trigger, language)),
    # "twice"
    (("ratio",), lambda text, start, trigger, language, _previous: spelled.times(text, start, trigger, language)),
    # "the week", "the quarter"
    (
        ("period", "period or fraction"),
        lambda text, start, trigger, language, _previous: _not_compared(
            text, dates.period(text, start, trigger, language), language
        ),
    ),
    (
        _DATES,
        lambda text, start, _trigger, language, _previous: _not_compared(
            text, dates.date(text, start, language), language
        ),
    ),
    # "a couple of days"; "another week"
    (
        ("length", "period"),
        lambda text, start, trigger, language, _previous: durations.bare(text, start, trigger, language),
    ),
    # "half of", "a third of"
    (
        (*_DATES, "period or fraction"),
        spelled.fraction,
    ),
)
_TAGS = {tag for tags, _ in READERS for tag in tags}
_OF_TAG = {tag: tuple(reader for tags, reader in READERS if tag in tags) for tag in _TAGS}
