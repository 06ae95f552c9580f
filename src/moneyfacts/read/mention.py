"""What a reader hands on: a figure found in its place, with all that the words right around it say."""

from __future__ import annotations

from typing import Literal

import msgspec

from ..lang.tables.units import Unit
from ..model.readings import Precision
from ..model.values import Direction, Grain, Quantity

WhenKind = Literal[
    "date",  # a day of a month, a day of no said month, or a day of the month whose weekday is said too
    "weekday",
    "month",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
    "season",
    "relative",  # the week, month, ... `offset` away from the publication date's
    "named_day",  # so many days away: yesterday
    "ended",  # `count` of a grain, up to the day `last`
    "counted",  # `count` of a grain before, from or after the publication date, or from the date `whole` on
    "shifted",  # the day that lies `count` of a grain before or after the date `whole`
    "nth",  # the `number`th of a grain in `whole`, or `count` of them
    "around",  # the week that holds the date `whole`
    "portion",  # the early, middle or late part of `whole`, its first or last day, its part up to or from today
    "span",
    "unsaid",  # a stretch whose length or place the text leaves unsaid: "several weeks", "that year"
]
Tense = Literal["past", "future"]
Edge = Literal["until", "since", "before", "after"]
Portion = Literal["early", "mid", "late", "start", "end", "rest", "so_far"]


class DateExpression(msgspec.Struct, frozen=True):
    """A date as it was said, before anybody knows which year or week is meant.

    `number` is the month, quarter, half, weekday or season, or the place in `whole`, from its end where negative;
    `offset` moves from the publication date ("last week" is -1); `first` and `last` are the ends of a span; `edge`
    leaves a side open ("until", "since"). `loose` marks what alone says too little: "10/1" may be a fraction, and "the
    year" a year told of before.
    """

    kind: WhenKind
    grain: Grain
    year: int | None = None
    number: int | None = None
    day: int | None = None
    offset: int | None = None
    fiscal: bool = False
    first: DateExpression | None = None
    last: DateExpression | None = None
    edge: Edge | None = None
    tense: Tense | None = None
    count: int = 1
    weekday: int | None = None
    whole: DateExpression | None = None
    portion: Portion | None = None
    only: Literal["weekend", "working"] | None = None  # of a week or of days
    loose: bool = False


class Mention(msgspec.Struct, frozen=True):
    """An unresolved mention: a quantity, or a date expression, whose year or currency may still be unknown."""

    start: int
    end: int
    value: Quantity | None = None
    when: DateExpression | None = None
    precision: tuple[Precision, ...] = ()
    qualifier: tuple[int, int, str] | None = None
    direction: Direction | None = None
    unit: Unit | None = None
    prefixed: bool = False  # its unit stands first
    inner: Mention | None = None  # the length of time that a date span says; of a quoted price its change
    own: tuple[int, int] | None = None  # what belongs to it: the noun that it counts, and its rate

    @property
    def extent(self) -> tuple[int, int]:
        """Where it begins and ends with all that belongs to it: its qualifier, the noun that it counts, its rate."""
        start, end = self.start, self.end
        if self.own:
            start, end = min(start, self.own[0]), max(end, self.own[1])
        if self.qualifier:
            start, end = min(start, self.qualifier[0]), max(end, self.qualifier[1])
        return start, end


class NoMention(msgspec.Struct, frozen=True):
    """Text up to `end` contains digits but no figure: a telephone number, a version, a time of day."""

    end: int
