"""Who plays which role: figures that the words of a text tie together, before anybody asks whether they agree."""

from __future__ import annotations

from typing import Literal

import msgspec

from .facts import Fact
from .findings import Assumed
from .values import Direction

Relation = Literal["movement", "conversion", "part_whole", "span"]


class Link(msgspec.Struct, frozen=True):
    """Figures in their roles, as the words tie them: nothing here says whether they agree.

    The relations and their roles (those in brackets may be missing):

    * `movement`: something rose or fell. [`pct`] a Change in percent or a multiple, [`change`] a Change in money or a
      count, [`prior`] the level before, [`current`] the level after; `direction` from the words.
    * `conversion`: `amount`, and `equivalent`, the same amount restated in another currency.
    * `part_whole`: `whole`, and one or more `part`s that the text says are in it.
    * `span`: `duration`, [`start`] and [`end`] date spans; `assumed` holds what the text does not state.
    """

    relation: Relation
    roles: tuple[tuple[str, Fact], ...]
    direction: Direction | None = None
    assumed: tuple[Assumed, ...] = ()

    def get(self, role: str) -> Fact | None:
        """Return the first figure in a role, None where nobody plays it."""
        return next((fact for name, fact in self.roles if name == role), None)

    def all(self, role: str) -> tuple[Fact, ...]:
        """Return every figure in a role, in the order of the text."""
        return tuple(fact for name, fact in self.roles if name == role)
