"""Signs by position: what `Lexicon` is to words, for what has case, dots and spaces of its own: "Kč", "S/.", "د.إ"."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Generic, Protocol, TypeVar

from .tokenizer import GAPS, alternation

# Scripts that set no spaces between words: a sign in one of them needs no end of a word after it.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_UNSPACED_END = re.compile(rf"[{_UNSPACED}]$").search
_TO_FIGURE = re.compile(r"(?::|\.(?=\d+[.,]\d))? ?(?=[-−–]?[.,]?\d)").match
_NEAR = r"(?=[^\d\n]{0,8}\d)"  # cheap to tell, and nearly always right
# a number as only prices are printed: grouped, or with two decimals.
PRICED = re.compile(rf"[-−–]?(?:\d{{1,3}}(?:[{GAPS}.,'’]\d{{3}})+|\d+[.,]\d{{2}})(?!\d)").match


class Candidates(Protocol):
    """What a sign means: one currency or several."""

    @property
    def candidates(self) -> tuple[str, ...]:
        """Return the ISO 4217 codes."""


T = TypeVar("T", bound=Candidates)


class Signs(Generic[T]):
    """Payloads by sign, before a number and after one. Case matters, and the longest sign is meant.

    Of two signs together ("NZD $5") the one with fewer candidates is meant. Those in `priced` are letters and words
    too, and are read only before a number printed as a price is ("Q 1,299.00", but "Q4").
    """

    __slots__ = ("_after", "_sign", "before", "behind", "priced", "trigger")

    def __init__(self, before: Mapping[str, T], behind: Mapping[str, T], priced: Collection[str] = ()) -> None:
        self.before = before
        self.behind = behind
        self.priced = frozenset(priced)
        self._sign = re.compile(rf" ?({alternation(before)}){_NEAR}").match
        tight = alternation(each for each in behind if each[-1].isalpha() and not _UNSPACED_END(each))
        loose = alternation(each for each in behind if not each[-1].isalpha() or _UNSPACED_END(each))
        self._after = re.compile(rf" ?((?:{tight})(?![^\W\d_])|{loose})").match
        self.trigger = _trigger(before)

    def find(self, text: str, position: int) -> tuple[int, T] | None:
        """Return the end and the payload of the sign after a number that ends at `position`; None for none."""
        match = self._after(text, position)
        if match is None:
            return None
        sign, end = match[1], match.end()
        if text[end : end + 1] == "." and sign + "." in self.behind:
            sign, end = sign + ".", end + 1
        return end, self.behind[sign]

    def prefix(self, text: str, position: int) -> tuple[int, T] | None:
        """Return where the number begins whose sign is at `position`, and the payload of the sign; None for none."""
        first = self._sign(text, position)
        if first is None:
            return None
        signs, gap = [first[1]], _TO_FIGURE(text, first.end())
        if gap is None:
            second = self._sign(text, first.end())
            gap = _TO_FIGURE(text, second.end()) if second else None
            if second is None or gap is None:
                return None
            signs.append(second[1])
        if self.priced.issuperset(signs) and not PRICED(text, gap.end()):
            return None
        return gap.end(), min((self.before[sign] for sign in signs), key=lambda each: len(each.candidates))


def _trigger(before: Mapping[str, object]) -> Callable[[str], Iterator[re.Match[str]]]:
    """Return the one pass over a text, as `Language.trigger`: digits, and signs that a number may follow.

    A word ends before a sign that begins with a letter, and before digits; any other sign may follow a word.
    """
    letters = alternation(sign for sign in before if sign[0].isalpha())
    others = alternation(sign for sign in before if not sign[0].isalpha())
    return re.compile(rf"[\W_{_UNSPACED}](?:[.,]?\d|(?:{letters}){_NEAR})|[\s\S](?:{others}){_NEAR}").finditer
