"""What a check found: figures tied by an identity, whether they can all be true, and a sentence that says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Literal, overload

import msgspec

from .interval import Interval, plain

Verdict = Literal["agrees", "strained", "conflicts", "undecided"]
VERDICTS: tuple[Verdict, ...] = ("conflicts", "strained", "undecided", "agrees")


class Part(msgspec.Struct, frozen=True):
    """A figure of the text in its role, the range it states, and the range that the other figures imply for it.

    A range is in the figure's own unit (a percentage in percent, a duration in its unit); dates have none.
    """

    role: str
    text: str
    start: int
    end: int
    stated: Interval | None = None
    implied: Interval | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "role": self.role,
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "stated": self.stated and self.stated.to_dict(),
            "implied": self.implied and self.implied.to_dict(),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Part:
        """Return the part whose `to_dict` is `data`."""
        ranges = {name: data[name] and Interval.from_dict(data[name]) for name in ("stated", "implied")}
        return cls(**{**data, **ranges})


class RateUsed(msgspec.Struct, frozen=True):
    """The exchange rate under which a conversion was judged: its source, its date, and the printed figures it rests on.

    `legs` are pairs of a currency and the source's own figure ("6.8655" of it for one unit of the source's base).
    """

    source: str
    date: date | None
    legs: tuple[tuple[str, Decimal], ...]
    shown: str

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "source": self.source,
            "date": self.date and self.date.isoformat(),
            "legs": {currency: plain(figure) for currency, figure in self.legs},
            "shown": self.shown,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> RateUsed:
        """Return the rate whose `to_dict` is `data`."""
        return cls(
            data["source"],
            date.fromisoformat(data["date"]) if data["date"] else None,
            tuple((currency, Decimal(figure)) for currency, figure in data["legs"].items()),
            data["shown"],
        )


class Derived(msgspec.Struct, frozen=True):
    """A value that follows from the figures but stands nowhere in the text: its role and range."""

    role: str
    range: Interval
    currency: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {"role": self.role, **self.range.to_dict(), "currency": self.currency}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Derived:
        """Return the derived value whose `to_dict` is `data`."""
        return cls(data["role"], Interval.from_dict(data), data["currency"])


class Assumed(msgspec.Struct, frozen=True):
    """Something the text does not state and the check assumed: its role, its value, and where it was taken from."""

    role: str
    value: str
    source: str

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {"role": self.role, "value": self.value, "from": self.source}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Assumed:
        """Return the assumption whose `to_dict` is `data`."""
        return cls(data["role"], data["value"], data["from"])


class Finding(msgspec.Struct, frozen=True):
    """Figures that one identity ties together, and whether they can all be true.

    `rule` is the stable name of the identity ("growth", "fx", ...), `verdict` one of "agrees", "strained" (only as
    newsrooms round), "conflicts", "undecided" (something needed is missing; the message says what).
    """

    rule: str
    verdict: Verdict
    message: str
    facts: tuple[Part, ...] = ()
    rate: RateUsed | None = None
    slip: str | None = None
    derived: tuple[Derived, ...] = ()
    assumed: tuple[Assumed, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "rule": self.rule,
            "verdict": self.verdict,
            "message": self.message,
            "facts": [part.to_dict() for part in self.facts],
            "rate": self.rate and self.rate.to_dict(),
            "slip": self.slip,
            "derived": [each.to_dict() for each in self.derived],
            "assumed": [each.to_dict() for each in self.assumed],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Finding:
        """Return the finding whose `to_dict` is `data`."""
        return cls(
            data["rule"],
            data["verdict"],
            data["message"],
            tuple(Part.from_dict(each) for each in data["facts"]),
            RateUsed.from_dict(data["rate"]) if data["rate"] else None,
            data["slip"],
            tuple(Derived.from_dict(each) for each in data["derived"]),
            tuple(Assumed.from_dict(each) for each in data["assumed"]),
        )


class Report(msgspec.Struct, frozen=True):
    """The findings of a check, in the order of the text: a sequence of `Finding`."""

    findings: tuple[Finding, ...] = ()

    def of(self, verdict: Verdict) -> tuple[Finding, ...]:
        """Return the findings with one verdict, in order; raises ValueError for a verdict that there is not."""
        if verdict not in VERDICTS:
            raise ValueError(f"no verdict is called {verdict!r}; there are {', '.join(VERDICTS)}")
        return tuple(finding for finding in self.findings if finding.verdict == verdict)

    def __len__(self) -> int:
        return len(self.findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __contains__(self, finding: object) -> bool:
        return finding in self.findings

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Finding, ...]: ...
    def __getitem__(self, index: int | slice) -> Finding | tuple[Finding, ...]:
        return self.findings[index]

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {"findings": [finding.to_dict() for finding in self.findings]}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Report:
        """Return the report whose `to_dict` is `data`."""
        return cls(tuple(Finding.from_dict(finding) for finding in data["findings"]))


Sequence.register(Report)
