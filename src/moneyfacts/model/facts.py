"""A value in its place: `Fact`, and the `Document` that holds the facts of a text in their order.

Offsets are code points: `text[fact.start:fact.end] == fact.text`, always, and so for its qualifier. Facts do not
overlap, except that a duration may stand inside a date span ("the first six months of 1989").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, Self, TypeVar, get_args, overload

from msgspec.structs import force_setattr, replace

from .interval import Interval
from .readings import SENSES, Precision, Readings, Sense, range_readings, readings
from .records import (
    PLACE,
    Reader,
    Record,
    Series,
    a_date,
    a_stretch,
    a_text,
    an_offset,
    many,
    one_of,
    optional,
    to_json,
)
from .values import (
    VALUE_OF_KIND,
    Change,
    Count,
    DateSpan,
    Duration,
    Kind,
    Measurement,
    Money,
    Percent,
    Quantity,
    Ratio,
    Value,
)

if TYPE_CHECKING:  # a fact of nothing in particular is one of any value; Python itself knows that from 3.13 on
    from typing_extensions import TypeVar as TypeVarWithDefault

    V_co = TypeVarWithDefault("V_co", bound=Value, covariant=True, default=Value)
else:
    V_co = TypeVar("V_co", bound=Value, covariant=True)

Accounting = Literal["adjusted", "reported", "guidance"]

_NOT_GIVEN = (0, 0)  # no figure stands there


def _value(kind_and_value: tuple[Any, Any]) -> Value:
    kind, value = kind_and_value
    return _class_of(kind).from_dict(value)


def _class_of(kind: object) -> type[Value]:
    found = VALUE_OF_KIND.get(kind) if isinstance(kind, str) else None
    if found is None:
        raise ValueError(f"no kind of value is called {kind!r}; there are {', '.join(VALUE_OF_KIND)}")
    return found


class Qualifier(Record, frozen=True):
    """The words that loosen a figure ("more than"), their sense ("above"), and where they stand, None if not known."""

    text: str
    sense: Sense
    start: int | None = None
    end: int | None = None

    _readers: ClassVar[Mapping[str, Reader]] = {
        "text": a_text,
        "sense": one_of(SENSES),
        "start": optional(an_offset),
        "end": optional(an_offset),
    }

    @classmethod
    def _from_fields(cls, fields: dict[str, Any]) -> Self:
        if (fields.get("start") is None) != (fields.get("end") is None):
            raise ValueError("Qualifier: start and end are both known, or neither is")
        return super()._from_fields(fields)


class Context(Record, frozen=True):
    """What the words around a figure say of it: whose it is, of what, of when, and on which accounting basis."""

    subject: str | None = None
    measure: str | None = None
    period: DateSpan | None = None
    accounting: Accounting | None = None

    _readers: ClassVar[Mapping[str, Reader]] = {
        "subject": optional(a_text),
        "measure": optional(a_text),
        "period": optional(DateSpan.from_dict),
        "accounting": optional(one_of(get_args(Accounting))),
    }


NO_CONTEXT = Context()


class Fact(Record, Generic[V_co], frozen=True):
    """A value in its place in a text; to type checkers `Fact[Money]` is one whose value is money.

    `precision` says how finely the figure was printed (two entries for a range, none for dates); `typical`, `plausible`
    and `bounds` follow from it and the qualifier, and are None for dates (see `moneyfacts.model.readings`).

    `extent` is where the figure begins and ends with all that belongs to it: its qualifier, the noun that it counts,
    and what it is per ("about 300 jobs a year"). Left out, it is the figure with its qualifier. It may hold another
    figure, as a noun phrase may: "three second-quarter losses".
    """

    value: V_co
    text: str
    start: int
    end: int
    qualifier: Qualifier | None = None
    precision: tuple[Precision, ...] = ()
    context: Context = NO_CONTEXT
    extent: tuple[int, int] = _NOT_GIVEN

    _readers: ClassVar[Mapping[str, Reader]] = {
        "value": _value,
        "text": a_text,
        "start": an_offset,
        "end": an_offset,
        "qualifier": optional(Qualifier.from_dict),
        "precision": many(Precision.from_dict),
        "context": Context.from_dict,
        "extent": a_stretch,
    }
    _shown = PLACE | {"kind", "bounds", "typical", "plausible"}

    def __post_init__(self) -> None:
        if self.extent == _NOT_GIVEN:
            force_setattr(self, "extent", self._least())

    def _least(self) -> tuple[int, int]:
        """Return where the figure begins and ends with its qualifier."""
        loose = self.qualifier
        if loose is None or loose.start is None or loose.end is None:
            return self.start, self.end
        return min(self.start, loose.start), max(self.end, loose.end)

    @property
    def kind(self) -> Kind:
        """The kind of its value: "money", "percent", "change", ..."""
        return self.value.kind

    @property
    def readings(self) -> Readings | None:
        """The three ranges of true values together, None for dates."""
        value = self.value
        if not isinstance(value, Quantity) or not self.precision:
            return None
        sense = self.qualifier.sense if self.qualifier else None
        if value.amount is not None:
            return readings(value.amount, self.precision[0], sense)
        if value.low is None or value.high is None:
            return None
        return range_readings(value.low, value.high, (self.precision[0], self.precision[-1]), sense)

    @property
    def typical(self) -> Interval | None:
        """The true values that a careful writer means by this print."""
        found = self.readings
        return None if found is None else found.typical

    @property
    def plausible(self) -> Interval | None:
        """The true values that newsrooms get away with printing so."""
        found = self.readings
        return None if found is None else found.plausible

    @property
    def bounds(self) -> Interval | None:
        """The true values that the words guarantee."""
        found = self.readings
        return None if found is None else found.bounds

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form of docs/json.md: every field present, null where there is no value."""
        found = self.readings
        return {
            "kind": self.kind,
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "extent": to_json(self.extent),
            "value": self.value.to_dict(),
            "bounds": found and found.bounds.to_dict(),
            "typical": found and found.typical.to_dict(),
            "plausible": found and found.plausible.to_dict(),
            "precision": to_json(self.precision),
            "qualifier": self.qualifier and self.qualifier.to_dict(),
            "context": self.context.to_dict(),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Return the fact whose `to_dict` is `data`; the three ranges are not read but derived anew."""
        if isinstance(data, Mapping):
            data = {**data, "value": (data.get("kind"), data["value"])} if "value" in data else data
        return super().from_dict(data)

    @classmethod
    def _from_fields(cls, fields: dict[str, Any]) -> Self:
        fact = super()._from_fields(fields)
        least = fact._least()
        if not fact.extent[0] <= least[0] <= least[1] <= fact.extent[1]:
            raise ValueError(f"Fact.extent: {list(fact.extent)} does not hold the figure with its qualifier")
        return fact

    def _said(self) -> Iterator[tuple[str, Any]]:
        return (each for each in super()._said() if each != ("extent", self._least()))


def moved(fact: Fact, text: str, span: Callable[[int, int], tuple[int, int]]) -> Fact:
    """Return a fact in another text that has its words: `span` leads from each stretch to the one there."""
    loose = fact.qualifier
    if loose and loose.start is not None and loose.end is not None:
        start, end = span(loose.start, loose.end)
        loose = replace(loose, text=text[start:end], start=start, end=end)
    start, end = span(fact.start, fact.end)
    return replace(fact, text=text[start:end], start=start, end=end, qualifier=loose, extent=span(*fact.extent))


class Document(Series[Fact], frozen=True):
    """A text and its facts in order: a sequence of `Fact`.

    `published` is the publication date, from the caller or the text's own dateline, None where neither gives one.
    """

    text: str
    locale: str
    facts: tuple[Fact, ...] = ()
    published: date | None = None
    home_currency: str | None = None

    _readers: ClassVar[Mapping[str, Reader]] = {
        "text": a_text,
        "locale": a_text,
        "facts": many(Fact.from_dict),
        "published": optional(a_date),
        "home_currency": optional(a_text),
    }

    @classmethod
    def _from_fields(cls, fields: dict[str, Any]) -> Self:
        document = super()._from_fields(fields)
        for fact in document.facts:
            document._hold(fact.text, fact.start, fact.end)
            if (loose := fact.qualifier) and loose.start is not None and loose.end is not None:
                document._hold(loose.text, loose.start, loose.end)
            if fact.extent[1] > len(document.text):
                raise ValueError(f"Document.facts: {list(fact.extent)} reaches beyond the end of the text")
        return document

    def _hold(self, words: str, start: int, end: int) -> None:
        if self.text[start:end] != words:
            raise ValueError(f"Document.facts: {words!r} does not stand at {start} to {end} of the text")

    def _items(self) -> tuple[Fact, ...]:
        return self.facts

    @overload
    def of(self, kind: Literal["money"]) -> tuple[Fact[Money], ...]: ...
    @overload
    def of(self, kind: Literal["percent"]) -> tuple[Fact[Percent], ...]: ...
    @overload
    def of(self, kind: Literal["change"]) -> tuple[Fact[Change], ...]: ...
    @overload
    def of(self, kind: Literal["count"]) -> tuple[Fact[Count], ...]: ...
    @overload
    def of(self, kind: Literal["ratio"]) -> tuple[Fact[Ratio], ...]: ...
    @overload
    def of(self, kind: Literal["measurement"]) -> tuple[Fact[Measurement], ...]: ...
    @overload
    def of(self, kind: Literal["date_span"]) -> tuple[Fact[DateSpan], ...]: ...
    @overload
    def of(self, kind: Literal["duration"]) -> tuple[Fact[Duration], ...]: ...
    @overload
    def of(self, kind: Kind) -> tuple[Fact, ...]: ...
    def of(self, kind: Kind) -> tuple[Fact, ...]:
        """Return the facts of one kind, in order; raises ValueError for a kind that there is not."""
        wanted = _class_of(kind)
        return tuple(fact for fact in self.facts if type(fact.value) is wanted)
