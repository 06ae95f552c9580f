"""One pass over a text: a reader runs at each trigger, and figures never overlap.

The scan needs only the language. What depends on the whole document (the year of "in December", whose dollars "$" are)
is for `moneyfacts.resolve`.
"""

from __future__ import annotations

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


def scan(text: str, language: Language) -> list[Mention]:
    """Return the figures of a text in their order; they do not overlap."""
    drafts: list[Mention] = []
    end = 0
    closed = iter(literal(text))
    first, last = next(closed, NOWHERE)
    for match in language.trigger(" " + text):  # the space stands before the first figure as one does before any other
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


def _kept(found: Mention, drafts: list[Mention]) -> int:
    """Keep a figure that another holds, and those that it holds; return where the last of them ends."""
    drafts.append(found)
    return max(found.end, _kept(found.inner, drafts)) if found.inner else found.end


def read(
    text: str, start: int, trigger: str, language: Language, previous: Mention | None
) -> Mention | NoMention | None:
    """Return what begins at a trigger: a figure, a stretch that means none, or None where there is nothing to read."""
    if language.words.unspaced and (against := language.bases.find(text, start)):
        return NoMention(against[0])  # "1년 전보다", "지난해 같은 기간보다": what a change is measured against
    if trigger[0].isdecimal():
        priced = text[start - 1 : start] in _OPENED or text[start - 2 : start] == ", "
        return (priced and quote(text, start, language)) or digits.read(text, start, language, previous)
    tag = language.triggers.get(trigger.casefold())
    if tag and (len(trigger) == 1 or tag == "one_of") and _opens(text, start + len(trigger), trigger):
        tag = None
    if tag is None and language.numbers.split and language.numbers.split(trigger.casefold()):
        tag = "number"  # "achtundsiebzig"
    if tag is None:  # a currency's sign or code, or the prefix of a quarter: "$5", "EUR 5", "Q3"
        return quantity(text, start, language, previous) or dates.prefixed(text, start, language)
    if tag == "one_of":
        return spelled.one_of(text, start, trigger, language, previous)
    if tag == "number":
        return spelled.number(text, start, trigger, language, previous)
    if tag == "lead":  # "百分之五", "yüzde 50"
        return quantity(text, start, language, previous)
    if tag in _SPELLED:
        return _SPELLED[tag](text, start, trigger, language)
    if tag == "period" or (tag == "fraction" and trigger.casefold() in language.calendar.periods):
        found = dates.period(text, start, trigger, language)
    else:
        found = dates.date(text, start, language)
    if found is None:
        return _without_number(text, start, trigger, tag, language, previous)
    return _compared(text, found, language) or found


def _opens(text: str, end: int, trigger: str) -> bool:
    """Tell whether a word that ends at `end` is the first letter of a code, or set against its number: "euro26"."""
    following = text[end : end + 1]
    return following.isalnum() and trigger.isascii() if len(trigger) == 1 else following.isdecimal()


def _without_number(
    text: str, start: int, trigger: str, tag: str, language: Language, previous: Mention | None
) -> Mention | None:
    """Return "a week" or "half of" where the word begins no date."""
    if tag == "period":
        return durations.bare(text, start, trigger, language)
    return spelled.fraction(text, start, trigger, language, previous)


def _compared(text: str, found: Mention, language: Language) -> NoMention | None:
    """Return "from the previous quarter" as no date, where it is what a change is measured against."""
    if found.when is None or found.when.kind not in ("relative", "unsaid"):
        return None
    if not language.words.unspaced and word_before(text, found.start, language) not in language.basis_leads:
        return None
    against = language.basis_pattern.pattern.search(text, max(0, found.start - _BASIS), found.start + _BASIS)
    if against and against.start(1) <= found.start < against.end(1):
        return NoMention(against.end(1))
    return None


_SPELLED = {
    "multiple": spelled.multiple,
    "ratio": spelled.times,
    "length": durations.bare,
}
