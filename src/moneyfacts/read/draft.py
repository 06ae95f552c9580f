"""What a reader hands on: a figure found in its place, with all that the words right around it say."""

from __future__ import annotations

from typing import Literal

import msgspec

from ..lang.language import Unit
from ..qualifiers import Precision
from ..values import Direction, Grain, Quantity

WhenKind = Literal[
    "date", "weekday", "month", "quarter", "half", "year", "decade", "relative", "named_day", "ended", "first", "span"
]


class When(msgspec.Struct, frozen=True):
    """A date as it was said, before anybody knows which year or week is meant.

    `number` is the month, quarter, half or weekday, or the count of months in "the three months ended ..."; `offset`
    moves from the publication date ("last week" is -1); `first` and `last` are the ends of a span; `edge` leaves a side
    open ("until", "since").
    """

    kind: WhenKind
    grain: Grain
    year: int | None = None
    number: int | None = None
    day: int | None = None
    offset: int | None = None
    fiscal: bool = False
    first: When | None = None
    last: When | None = None
    edge: Literal["until", "since"] | None = None
    future: bool = False


class Draft(msgspec.Struct):
    """A figure in the making: either a quantity or a date as said, until the document is complete."""

    start: int
    end: int
    value: Quantity | None = None
    when: When | None = None
    precision: tuple[Precision, ...] = ()
    qualifier: tuple[int, int, str] | None = None
    direction: Direction | None = None
    unit: Unit | None = None
    prefixed: bool = False  # its unit stands first


class Skip(msgspec.Struct, frozen=True):
    """Nothing that means a figure stands here, up to `end`: a telephone number, a version, a time of day."""

    end: int
