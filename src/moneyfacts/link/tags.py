"""The tags of figures and of the words that tie them, and a sentence as a sequence of tags.

"Sales rose 5% to $3 million" is `word moved relative to amount`. Patterns over such sequences know no word of any
language (see `moneyfacts.link.patterns`). Which words have which tag is language data: the keys of `[links]`.

Each tag is one letter in `TagSequence.code`, which regular expressions run over. The letters are nobody's business but
this table's: all others speak of tags by their names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..lang.tables.links import KEYS
from ..model.facts import Fact
from ..model.values import Change, Count, DateSpan, Direction, Duration, Measurement, Money, Percent, Ratio


class Tag(NamedTuple):
    """A tag: its name, its letter, what it means, and words that have it."""

    name: str
    letter: str
    meaning: str
    example: str

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of `[links]` in a language file that list its words."""
        return KEYS.get(self.name, ())


FIGURES = (
    Tag("amount", "L", "an amount of money, of things or of another unit", "$3 million"),
    Tag("percent", "P", "a percentage", "12%"),
    Tag("ratio", "R", "a fraction or a multiple", "twice"),
    Tag("relative", "C", "a change in percent, in points or by a factor", "rose **5%**"),
    Tag("absolute", "A", "a change in money or in things", "rose **$3**"),
    Tag("date", "D", "a date", "in **May 2016**"),
    Tag("duration", "T", "a length of time", "three years"),
    Tag("taken", "X", "a figure that a pattern has tied already", ""),
)
WORDS = (
    Tag("to", "t", "leads to the level after; words of `current_behind` too", "rose **to**"),
    Tag("from", "f", "leads to the level before; words of `prior_behind` too", "rose **from**"),
    Tag("versus", "v", "holds a level against another", "compared with"),
    Tag("than", "k", "above or below another", "higher than"),
    Tag("qualifier", "q", "the same word, where it loosens a figure as well", "above"),
    Tag("beat", "m", "above or below what was expected", "beating"),
    Tag("expected", "e", "a forecast", "expected"),
    Tag("earlier", "y", "the time before", "a year ago"),
    Tag("moved", "d", "rose or fell; the verbs of `[changes]` too", "rose"),
    Tag("moved_before", "u", "a `moved` that a pattern has used already", ""),
    Tag("movement", "n", "a rise or a fall: the nouns of `[changes]`", "an increase"),
    Tag("exports", "p", "exports", "exports"),
    Tag("imports", "j", "imports", "imports"),
    Tag("balance", "z", "a surplus or a deficit", "surplus"),
    Tag("or", "o", "the same again", "or"),
    Tag("restated", "r", "the same in another currency or unit", "equivalent to"),
    Tag("including", "i", "leads to a part", "including"),
    Tag("made_of", "g", "leads to all the parts", "consisting of"),
    Tag("out_of", "x", "leads to the whole", "out of"),
    Tag("of", "h", "leads to the whole, or to what a movement is of", "of"),
    Tag("share", "s", "leads to a share", "accounting for"),
    Tag("and", "a", "joins two", "and"),
    Tag("break", "b", "what breaks a sentence up", "while"),
    Tag("word", "w", "any other word", "sales"),
)
PUNCTUATION = tuple(Tag(sign, sign, "itself", sign) for sign in ",();:-/=")
TAGS = (*FIGURES, *WORDS, *PUNCTUATION)

LETTERS = {tag.name: tag.letter for tag in TAGS}
NAMES = {tag.letter: tag.name for tag in TAGS}
"""Tags by their letters."""

_RELATIVE = frozenset({"percent", "percentage_point", "basis_point", "multiple"})
_OF_VALUES: dict[type, str] = {
    **{Money: "amount", Count: "amount", Measurement: "amount", Percent: "percent", Ratio: "ratio"},
    **{DateSpan: "date", Duration: "duration"},
}


def tag_of(fact: Fact) -> str:
    """Return the tag of a figure."""
    value = fact.value
    if isinstance(value, Change):
        return "relative" if value.unit in _RELATIVE else "absolute"
    return _OF_VALUES[type(value)]


def letters(*names: str) -> frozenset[str]:
    """Return the letters of tags, to be looked for in a code."""
    return frozenset(LETTERS[name] for name in names)


class Item(NamedTuple):
    """A place of a sequence: a figure, or a word with the direction that it states."""

    tag: str
    fact: Fact | None = None
    direction: Direction | None = None
    word: str = ""


class TagSequence(NamedTuple):
    """The tags of a sentence as letters, and what each stands for."""

    code: str
    items: tuple[Item, ...]

    def pieces(self, most: int) -> Iterator[TagSequence]:
        """Yield the sequence in pieces of so many tags at most: what no full stop ends may be as long as a book."""
        for first in range(0, len(self.code), most):
            yield TagSequence(self.code[first : first + most], self.items[first : first + most])

    def has(self, name: str, start: int = 0, end: int | None = None) -> bool:
        """Tell whether a tag stands between two places."""
        return LETTERS[name] in self.code[start:end]

    def without(self, first: int, last: int) -> TagSequence:
        """Return the sequence without the tags from `first` up to `last`."""
        return TagSequence(self.code[:first] + self.code[last:], self.items[:first] + self.items[last:])

    def with_item(self, place: int, item: Item) -> TagSequence:
        """Return the sequence with another tag at a place."""
        code = self.code[:place] + LETTERS[item.tag] + self.code[place + 1 :]
        return TagSequence(code, (*self.items[:place], item, *self.items[place + 1 :]))

    def blanked(self, place: int) -> TagSequence:
        """Return the sequence with a tag at a place that no pattern has."""
        return self.with_item(place, Item("taken"))
