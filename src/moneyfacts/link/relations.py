"""What figures are to each other: the relations, and the roles in them."""

from __future__ import annotations

from typing import Literal

import msgspec

from ..model.facts import Fact
from ..model.findings import Assumed
from ..model.values import Direction

Relation = Literal[
    "movement",
    "conversion",
    "part_whole",
    "span",
    "share",
    "ratio",
    "sum",
    "difference",
    "per_unit",
    "repeat",
    "cagr",
    "rate",
    "weekday",
    "age",
]


class Link(msgspec.Struct, frozen=True):
    """Figures in their roles, as the words tie them: nothing here says whether they agree.

    `tie` is the name of the pattern that tied them, or of what did so without one (see `docs/ties.md`); None for a link
    of the caller's own.

    A `weak` link is one that its words alone do not make certain: it is believed where its figures agree, since an
    identity seldom holds to the last digit by chance; else it says nothing.

    The relations and their roles (those in brackets may be missing):

    * `movement`: something rose or fell. [`pct`] a Change in percent, in points or a multiple, or a Ratio ("twice"),
      [`change`] a Change in money or a count, [`prior`] the level before (or what it is held against: a forecast),
      [`current`] the level after; `direction` from the words; `losses` are the levels that the words make negative.
    * `cagr`: a movement at a yearly rate: `pct`, `prior`, `current`, and the `duration` between them.
    * `conversion`: `amount`, and `equivalent`, the same amount restated in another currency or unit, or per another.
    * `rate`: one unit of a currency, the `amount`, and the `equivalent` that the text says it is.
    * `part_whole`: `whole`, and one or more `part`s that the text says are in it.
    * `share`: `numerator`, `pct` (a Percent or Ratio), `denominator`; or, where no whole is stated, two or more pairs
      of `numerator` and `pct` that share one, in this order.
    * `ratio`: `numerator`, `denominator`, and `pct`, their quotient: a margin, which may be more than a whole.
    * `sum`: two or more `item`s that make up the whole [`total`]; without it, percentages that make up 100.
    * `difference`: `minuend` less `subtrahend` is `result`.
    * `per_unit`: `price` x `count` = `total`.
    * `repeat`: `first`, and `again`, the same figure said another way.
    * `weekday`: a `date`, one day, and the `weekday` that the text says it is: the day of that name nearest the date.
    * `age`: `start`, `end`, and the `age` in years at the end, or the `anniversary` that falls into its year.
    * `span`: `duration`, [`start`] and [`end`] date spans; `assumed` holds what the text does not state.
    """

    relation: Relation
    roles: tuple[tuple[str, Fact], ...]
    direction: Direction | None = None
    assumed: tuple[Assumed, ...] = ()
    losses: tuple[str, ...] = ()
    weak: bool = False
    tie: str | None = None

    def get(self, role: str) -> Fact | None:
        """Return the first figure in a role, None where nobody plays it."""
        return next((fact for name, fact in self.roles if name == role), None)

    def all(self, role: str) -> tuple[Fact, ...]:
        """Return every figure in a role, in the order of the text."""
        return tuple(fact for name, fact in self.roles if name == role)
