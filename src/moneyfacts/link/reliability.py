"""How reliable ties are: how often figures that they hold together agree, as it was counted on real text.

Where figures belong together they nearly always agree, since newsrooms err in fewer than one of a hundred such
statements. So the share of conflicts says how often a tie holds together what does not belong together, and nobody has
to be asked. `reliability.toml` holds the counts, and `bench/reliability.py` writes it.

A tie is as reliable as its words are where nothing speaks against it, and no more than the worst of the features of its
place (see `moneyfacts.link.features`). Counts are few for many ties: each is taken together with `PRIOR` more places,
in which the share of conflicts is that of all ties of its rule.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import NamedTuple

PRIOR = 25
_FILE = "reliability.toml"


class Counts(NamedTuple):
    """How often figures agreed, as newsrooms round or better, how often they conflicted, and how often truly so."""

    agree: int = 0
    strained: int = 0
    conflict: int = 0
    real: int = 0

    @property
    def places(self) -> int:
        """How many places were counted."""
        return self.agree + self.strained + self.conflict

    @property
    def false(self) -> int:
        """How many conflicts were none: figures that do not belong together."""
        return self.conflict - self.real

    def __add__(self, other: object) -> Counts:
        if not isinstance(other, Counts):
            return NotImplemented
        return Counts(*(one + another for one, another in zip(self, other, strict=True)))


class Reliability(NamedTuple):
    """The counts of one rule: of every place, of its ties where no feature speaks against them, and of each feature."""

    every: Counts
    ties: Mapping[str, Counts]
    features: Mapping[str, Counts]

    @property
    def clean(self) -> Counts:
        """The counts of all ties together."""
        return sum(self.ties.values(), Counts())

    def false_rate(self, tie: str, features: Iterable[str] = ()) -> Fraction:
        """Return the share of places where a tie holds together what conflicts, and does not belong together.

        >>> rates = Reliability(Counts(1070, 0, 30), {"to_from": Counts(995, 0, 5)}, {"forecast": Counts(75, 0, 25)})
        >>> [round(rates.false_rate("to_from", features), 3) for features in ((), ("forecast",), ("bare",))]
        [Fraction(1, 200), Fraction(201, 1000), Fraction(1, 200)]
        """
        clean = self.clean
        common = (clean.false + Fraction(1, 2)) / (clean.places + 1)
        listed = [self.ties.get(tie, Counts()), *(self.features[name] for name in features if name in self.features)]
        return max((each.false + PRIOR * common) / (each.places + PRIOR) for each in listed)


class Off(NamedTuple):
    """How many conflicts were real and how many false among those that were as far off."""

    real: int
    false: int


class Measured(NamedTuple):
    """All that was counted: each rule by its name, and how far off conflicts were (see `distance`)."""

    rules: Mapping[str, Reliability]
    off: Mapping[str, Off]


@cache
def measured() -> Measured:
    """Return what `reliability.toml` holds."""
    read = tomllib.loads(files(__package__).joinpath(_FILE).read_text("utf-8"))
    rules = {
        name: Reliability(
            Counts(**table["every"]),
            {tie: Counts(**counts) for tie, counts in table.get("ties", {}).items()},
            {feature: Counts(**counts) for feature, counts in table.get("features", {}).items()},
        )
        for name, table in read["rules"].items()
    }
    return Measured(rules, {name: Off(**counts) for name, counts in read["off"].items()})
