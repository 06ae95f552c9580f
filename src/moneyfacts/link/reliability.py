"""How reliable ties are: how often figures that they hold together agree, as it was counted on real text.

Where figures belong together they nearly always agree, since newsrooms err in fewer than one of a hundred such
statements. So the share of conflicts says how often a tie holds together what does not belong together, and nobody has
to be asked. `reliability.toml` holds the counts, and `bench/reliability.py` writes it.

What ties the wrong figures is mended where it is found, by the very text that is counted, so that the counts alone
would flatter: a false conflict that was mended goes on counting for a part (`COMING_BACK`), with the features of its
place.

A tie is as reliable as its words are where nothing speaks against it, and no more than the worst of the features of its
place (see `moneyfacts.link.features`). Counts are few for many ties: each is taken together with `PRIOR` more places,
in which the share of conflicts is that of all ties where nothing speaks against them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import NamedTuple

PRIOR = 40
ERRORS_PRIOR = 500
"""Places in which a rule's errors are taken to be as frequent as those of all rules, beside those of its audit."""

COMING_BACK = Fraction(1, 4)
"""How many false conflicts to expect for each whose kind was mended: other text has kinds of its own."""

MOST_FALSE = Fraction(2, 100)
"""The share of false conflicts from which on a tie is one that ties the wrong things, and says nothing of others."""

OTHERS = "others"  # rules that one audit lumps together
_FILE = "reliability.toml"


class Counts(NamedTuple):
    """How often figures agreed, as newsrooms round or better, how often they conflicted, and how often truly so.

    `mended` are conflicts that were counted and false until what tied them was mended: they are none any more.
    """

    agree: int = 0
    strained: int = 0
    conflict: int = 0
    real: int = 0
    mended: int = 0

    @property
    def places(self) -> int:
        """How many places were counted."""
        return self.agree + self.strained + self.conflict

    @property
    def false(self) -> int:
        """How many conflicts were none: figures that do not belong together."""
        return self.conflict - self.real

    @property
    def wrong(self) -> Fraction:
        """How many conflicts are false, and how many more to expect in text that nobody has read."""
        return self.false + COMING_BACK * self.mended

    def __add__(self, other: object) -> Counts:
        if not isinstance(other, Counts):
            return NotImplemented
        return Counts(*(one + another for one, another in zip(self, other, strict=True)))


class Audit(NamedTuple):
    """A larger corpus, some of whose conflicts were read: how often figures agreed, conflicted, and truly so."""

    agree: int = 0
    conflict: int = 0
    read: int = 0
    real: int = 0

    @property
    def places(self) -> int:
        """How many places were counted."""
        return self.agree + self.conflict

    @property
    def errors(self) -> Fraction:
        """How often newsrooms err in what the rule checks."""
        share = (self.real + Fraction(1, 2)) / (self.read + 1)
        return share * Fraction(self.conflict, max(self.places, 1))


class Reliability(NamedTuple):
    """The counts of one rule: of every place, of its ties where no feature speaks against them, and of each feature.

    A tie of many places has features of its `own`, by its name; `features` are those of all others.
    """

    every: Counts = Counts()
    ties: Mapping[str, Counts] = {}
    features: Mapping[str, Counts] = {}
    own: Mapping[str, Mapping[str, Counts]] = {}

    def false_rate(self, tie: str, features: Iterable[str], common: Fraction) -> Fraction:
        """Return the share of places where a tie holds together what conflicts, and does not belong together.

        `common` is that of all ties: a tie of which few places were counted is taken to be much as others are.

        >>> counted = {"to_from": Counts(995, 0, 5)}, {"forecast": Counts(75, 0, 25)}
        >>> rates = Reliability(Counts(1070, 0, 30), *counted)
        >>> for features in ((), ("forecast",), ("bare",)):
        ...     print(round(rates.false_rate("to_from", features, Fraction(1, 100)), 3))
        1/200
        181/1000
        1/200
        """
        counted = self.own.get(tie, self.features)
        listed = [self.ties.get(tie, Counts()), *(counted[name] for name in features if name in counted)]
        return max(min(Fraction(1), (each.wrong + PRIOR * common) / (each.places + PRIOR)) for each in listed)


class Off(NamedTuple):
    """How many conflicts were real and how many false among those that were as far off."""

    real: int
    false: int


class Measured(NamedTuple):
    """All that was counted: each rule by its name, and how far off conflicts were (see `distance`)."""

    rules: Mapping[str, Reliability]
    off: Mapping[str, Off]
    audits: Mapping[str, Audit]

    def errors(self, rule: str) -> Fraction:
        """Return how often newsrooms err in what a rule checks; for one without an audit, how often on the whole."""
        every = sum((each.errors * each.places for each in self.audits.values()), Fraction(0))
        common = every / max(sum(each.places for each in self.audits.values()), 1)
        own = self.audits.get(rule) or self.audits.get(OTHERS, Audit())
        return (own.errors * own.places + common * ERRORS_PRIOR) / (own.places + ERRORS_PRIOR)

    @property
    def common(self) -> Fraction:
        """How often ties conflict falsely where nothing speaks against them: all together of which few do."""
        ties = [counts for rule in self.rules.values() for counts in rule.ties.values()]
        clean = sum((each for each in ties if each.false <= MOST_FALSE * each.places), Counts())
        return (clean.false + Fraction(1, 2)) / (clean.places + 1)


@cache
def measured() -> Measured:
    """Return what `reliability.toml` holds."""
    read = tomllib.loads(files(__package__).joinpath(_FILE).read_text("utf-8"))
    rules = {
        name: Reliability(
            Counts(**table["every"]),
            _counts(table.get("ties", {})),
            _counts(table.get("features", {})),
            {tie: _counts(features) for tie, features in table.get("own", {}).items()},
        )
        for name, table in read["rules"].items()
    }
    off = {name: Off(**counts) for name, counts in read["off"].items()}
    return Measured(rules, off, {name: Audit(**counts) for name, counts in read["audit"].items()})


def _counts(table: Mapping[str, Mapping[str, int]]) -> dict[str, Counts]:
    return {name: Counts(**counts) for name, counts in table.items()}
