"""A value in its place: `Fact`, and the `Document` that holds the facts of a text in their order.

Offsets are code points: `text[fact.start:fact.end] == fact.text`, always. Facts do not overlap, except that a duration
may stand inside a date span ("the first six months of 1989").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, overload

import msgspec

from .interval import Interval, exact, plain
from .qualifiers import Precision, Readings, Sense, range_readings, readings
from .values import VALUE_OF_KIND, DateSpan, Kind, Quantity, Value

Accounting = Literal["adjusted", "reported", "guidance"]


class Qualifier(msgspec.Struct, frozen=True):
    """The words that loosen a figure ("more than"), and their sense ("above")."""

    text: str
    sense: Sense


class Context(msgspec.Struct, frozen=True):
    """What the words around a figure say of it: whose it is, of what, of when, and on which accounting basis."""

    subject: str | None = None
    measure: str | None = None
    period: DateSpan | None = None
    accounting: Accounting | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "subject": self.subject,
            "measure": self.measure,
            "period": self.period and self.period.to_dict(),
            "accounting": self.accounting,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Context:
        """Return the context whose `to_dict` is `data`."""
        return cls(**{**data, "period": data["period"] and DateSpan.from_dict(data["period"])})


NO_CONTEXT = Context()


class Fact(msgspec.Struct, frozen=True):
    """A value in its place in a text.

    `precision` says how finely the figure was printed (two entries for a range, none for dates); `typical`, `plausible`
    and `bounds` follow from it and the qualifier, and are None for dates (see `moneyfacts.qualifiers`).
    """

    value: Value
    text: str
    start: int
    end: int
    qualifier: Qualifier | None = None
    precision: tuple[Precision, ...] = ()
    context: Context = NO_CONTEXT

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
            "bounds": None if found is None else found.bounds.to_dict(),
            "typical": None if found is None else found.typical.to_dict(),
            "plausible": None if found is None else found.plausible.to_dict(),
            "precision": [
                {"digit": plain(each.digit), "nonzero": plain(each.nonzero), "word": each.word}
                for each in self.precision
            ],
            "qualifier": self.qualifier and {"text": self.qualifier.text, "sense": self.qualifier.sense},
            "context": self.context.to_dict(),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Fact:
        """Return the fact whose `to_dict` is `data`; the ranges are derived anew. Raises ValueError for an unknown kind."""
        if data["kind"] not in VALUE_OF_KIND:
            raise ValueError(f"no kind of value is called {data['kind']!r}; there are {', '.join(VALUE_OF_KIND)}")
        return cls(
            VALUE_OF_KIND[data["kind"]].from_dict(data["value"]),
            data["text"],
            data["start"],
            data["end"],
            Qualifier(**data["qualifier"]) if data["qualifier"] else None,
            tuple(Precision(exact(p["digit"]), exact(p["nonzero"]), p["word"]) for p in data["precision"]),
            Context.from_dict(data["context"]),
        )


class Document(msgspec.Struct, frozen=True):
    """A text and its facts in order: a sequence of `Fact`.

    `published` is the publication date, from the caller or the text's own dateline, None where neither gives one.
    """

    text: str
    locale: str
    facts: tuple[Fact, ...] = ()
    published: date | None = None
    home_currency: str | None = None

    def of(self, kind: Kind) -> tuple[Fact, ...]:
        """Return the facts of one kind, in order; raises ValueError for a kind that there is not."""
        if kind not in VALUE_OF_KIND:
            raise ValueError(f"no kind of value is called {kind!r}; there are {', '.join(VALUE_OF_KIND)}")
        return tuple(fact for fact in self.facts if fact.value.kind == kind)

    def __len__(self) -> int:
        return len(self.facts)

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts)

    def __contains__(self, fact: object) -> bool:
        return fact in self.facts

    @overload
    def __getitem__(self, index: int) -> Fact: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Fact, ...]: ...
    def __getitem__(self, index: int | slice) -> Fact | tuple[Fact, ...]:
        return self.facts[index]

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "text": self.text,
            "locale": self.locale,
            "published": self.published and self.published.isoformat(),
            "home_currency": self.home_currency,
            "facts": [fact.to_dict() for fact in self.facts],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Document:
        """Return the document whose `to_dict` is `data`."""
        return cls(
            data["text"],
            data["locale"],
            tuple(Fact.from_dict(fact) for fact in data["facts"]),
            date.fromisoformat(data["published"]) if data["published"] else None,
            data["home_currency"],
        )


Sequence.register(Document)
