"""A value in its place: `Fact`, and the `Document` that holds the facts of a text in their order.

Offsets are code points: `text[fact.start:fact.end] == fact.text`, always. Facts do not overlap, except that a duration
may stand inside a date span ("the first six months of 1989").
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, Self, TypeVar, get_args, overload

from .interval import Interval
from .readings import SENSES, Precision, Readings, Sense, range_readings, readings
from .records import PLACE, Reader, Record, Series, a_date, a_text, an_offset, many, one_of, optional, to_json
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


def _value(kind_and_value: tuple[Any, Any]) -> Value:
    kind, value = kind_and_value
    return _class_of(kind).from_dict(value)


def _class_of(kind: object) -> type[Value]:
    found = VALUE_OF_KIND.get(kind) if isinstance(kind, str) else None
    if found is None:
        raise ValueError(f"no kind of value is called {kind!r}; there are {', '.join(VALUE_OF_KIND)}")
    return found


class Qualifier(Record, frozen=True):
    """The words that loosen a figure ("more than"), and their sense ("above")."""

    text: str
    sense: Sense

    _readers: ClassVar[Mapping[str, Reader]] = {"text": a_text, "sense": one_of(SENSES)}


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
    """

    value: V_co
    text: str
    start: int
    end: int
    qualifier: Qualifier | None = None
    precision: tuple[Precision, ...] = ()
    context: Context = NO_CONTEXT

    _readers: ClassVar[Mapping[str, Reader]] = {
        "value": _value,
        "text": a_text,
        "start": an_offset,
        "end": an_offset,
        "qualifier": optional(Qualifier.from_dict),
        "precision": many(Precision.from_dict),
        "context": Context.from_dict,
    }
    _shown = PLACE | {"kind", "bounds", "typical", "plausible"}

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
            if document.text[fact.start : fact.end] != fact.text:
                raise ValueError(
                    f"Document.facts: {fact.text!r} does not stand at {fact.start} to {fact.end} of the text"
                )
        return document

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
