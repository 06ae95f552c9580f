"""What a check found: figures tied by an identity, whether they can all be true, and a sentence that says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Literal, Self

from msgspec.structs import replace

from .interval import Interval, plain
from .records import PLACE, Reader, Record, Series, a_date, a_decimal, a_text, an_offset, many, one_of, optional

Verdict = Literal["agrees", "strained", "conflicts", "undecided"]
VERDICTS: tuple[Verdict, ...] = ("conflicts", "strained", "undecided", "agrees")

_RANGE = ("low", "high", "low_open", "high_open")


class Part(Record, frozen=True):
    """A figure of the text in its role, the range it states, and the range that the other figures imply for it.

    A range is in the figure's own unit (a percentage in percent, a duration in its unit); dates have none. Where
    documents are compared `document` is the place of its own among them.
    """

    role: str
    text: str
    start: int
    end: int
    stated: Interval | None = None
    implied: Interval | None = None
    document: int | None = None

    _readers: ClassVar[Mapping[str, Reader]] = {
        "role": a_text,
        "text": a_text,
        "start": an_offset,
        "end": an_offset,
        "stated": optional(Interval.from_dict),
        "implied": optional(Interval.from_dict),
        "document": optional(an_offset),
    }
    _shown = PLACE

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form; `document` stands in it where several are compared."""
        data = super().to_dict()
        return data if self.document is not None else {name: data[name] for name in data if name != "document"}


class Passage(Record, frozen=True):
    """A stretch of a text: its words as they stand there, and where they begin and end, in code points.

    >>> Passage("Sales rose 5%.", 0, 14).to_dict()
    {'text': 'Sales rose 5%.', 'start': 0, 'end': 14}
    """

    text: str
    start: int
    end: int

    _readers: ClassVar[Mapping[str, Reader]] = {"text": a_text, "start": an_offset, "end": an_offset}
    _shown = PLACE


def _legs(value: Any) -> tuple[tuple[str, Decimal], ...]:
    if not isinstance(value, Mapping):
        raise ValueError(f"{value!r} is not an object")
    return tuple((a_text(currency), a_decimal(figure)) for currency, figure in value.items())


class RateUsed(Record, frozen=True):
    """The exchange rate under which a conversion was judged: its source, its date, and the printed figures it rests on.

    `legs` are pairs of a currency and the source's own figure ("6.8655" of it for one unit of the source's base).
    """

    source: str
    date: date | None
    legs: tuple[tuple[str, Decimal], ...]
    shown: str

    _readers: ClassVar[Mapping[str, Reader]] = {
        "source": a_text,
        "date": optional(a_date),
        "legs": _legs,
        "shown": a_text,
    }

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form, the legs as an object: {"CNY": "7.3241", "USD": "1.0668"}."""
        return {**super().to_dict(), "legs": {currency: plain(figure) for currency, figure in self.legs}}


class Derived(Record, frozen=True):
    """A value that follows from the figures but stands nowhere in the text: its role and range."""

    role: str
    range: Interval
    currency: str | None = None

    _readers: ClassVar[Mapping[str, Reader]] = {
        "role": a_text,
        "range": Interval.from_dict,
        "currency": optional(a_text),
    }

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form, the range's ends beside the role."""
        return {"role": self.role, **self.range.to_dict(), "currency": self.currency}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Return the derived value whose `to_dict` is `data`."""
        if isinstance(data, Mapping):
            ends = {name: data[name] for name in _RANGE if name in data}
            data = {**{name: field for name, field in data.items() if name not in ends}, "range": ends}
        return super().from_dict(data)


class Assumed(Record, frozen=True):
    """Something the text does not state and the check assumed: its role, its value, and where it was taken from."""

    role: str
    value: str
    source: str

    _readers: ClassVar[Mapping[str, Reader]] = {"role": a_text, "value": a_text, "source": a_text}

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form, in which the source is called "from"."""
        return {"role": self.role, "value": self.value, "from": self.source}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Return the assumption whose `to_dict` is `data`."""
        if isinstance(data, Mapping):
            data = {"source" if name == "from" else name: field for name, field in data.items()}
        return super().from_dict(data)


class _Sought:
    """A slip that nobody has asked for yet. It is looked for once, and stands for what was found: that, or None."""

    __slots__ = ("_found", "_seek")

    def __init__(self, seek: Callable[[], str | None]) -> None:
        self._seek: Callable[[], str | None] | None = seek
        self._found: str | None = None

    def found(self) -> str | None:
        if self._seek is not None:
            self._found = self._seek()
            self._seek = None  # and with it all that it looked at
        return self._found

    def __eq__(self, other: object) -> bool:
        return self.found() == (other.found() if isinstance(other, _Sought) else other)

    def __hash__(self) -> int:
        return hash(self.found())

    def __repr__(self) -> str:
        return repr(self.found())

    def __reduce__(self) -> tuple[type, tuple[str, ...]]:
        found = self.found()
        return type(found), () if found is None else (found,)


class _Fields(Record, frozen=True):
    """The fields of a finding as they are stored: its slip may be one that is still to be looked for."""

    rule: str
    verdict: Verdict
    message: str
    facts: tuple[Part, ...] = ()
    rate: RateUsed | None = None
    slip: str | None = None
    derived: tuple[Derived, ...] = ()
    assumed: tuple[Assumed, ...] = ()
    tie: str | None = None
    confidence: Decimal | None = None
    sentence: Passage | None = None
    key: str | None = None

    _readers: ClassVar[Mapping[str, Reader]] = {
        "rule": a_text,
        "verdict": one_of(VERDICTS),
        "message": a_text,
        "facts": many(Part.from_dict),
        "rate": optional(RateUsed.from_dict),
        "slip": optional(a_text),
        "derived": many(Derived.from_dict),
        "assumed": many(Assumed.from_dict),
        "tie": optional(a_text),
        "confidence": optional(a_decimal),
        "sentence": optional(Passage.from_dict),
        "key": optional(a_text),
    }

    @property
    def parts(self) -> tuple[Part, ...]:
        """The figures in their roles: `facts` by the name of what it holds."""
        return self.facts


_stored_slip: Callable[[_Fields], Any] = vars(_Fields)["slip"].__get__


class Finding(_Fields, frozen=True):
    """Figures that one identity ties together, and whether they can all be true.

    `rule` is the stable name of the identity ("growth", "fx", ...), `verdict` one of "agrees", "strained" (only as
    newsrooms round), "conflicts", "undecided" (something needed is missing; the message says what). `slip` says which
    slip would explain a conflict, or a strain, None where none would; `check` looks for it only when it is asked for.
    `tie` is the name of what tied the figures to each other, such as "moved_by_to_from"; None where a rule of the
    caller's own found them. `confidence`, from 0 to 1, is the probability that the figures of a conflict are truly
    wrong, rather than wrongly tied (see `moneyfacts.checks.confidence`); None for other verdicts, and without a `tie`.
    `sentence` is the sentence that holds the figures, or the stretch from the first of several to the last; None where
    they are of several documents. `key` is what knows the finding again after the text around it was edited: the same
    rule, figures, roles and sentences have the same key. Both are None in what no verb found.
    """

    @property  # type: ignore[misc]  # over a field: read-only, as every field of a frozen record
    def slip(self) -> str | None:
        """Which slip would explain a conflict, in a sentence; None where none would."""
        slip: str | _Sought | None = _stored_slip(self)
        return slip.found() if isinstance(slip, _Sought) else slip

    def with_slip(self, seek: Callable[[], str | None]) -> Self:
        """Return the finding with a slip that `seek` finds, once, when somebody asks for it.

        >>> finding = Finding("growth", "conflicts", "50% is out of reach").with_slip(lambda: "15% for 50% would fit")
        >>> finding.slip
        '15% for 50% would fit'
        """
        return replace(self, slip=_Sought(seek))


class Report(Series[Finding], frozen=True):
    """The findings of a check, in the order of the text: a sequence of `Finding`.

    `doubtful` are conflicts that are less credible than was asked for, and so are not among the findings.
    """

    findings: tuple[Finding, ...] = ()
    doubtful: tuple[Finding, ...] = ()

    _readers: ClassVar[Mapping[str, Reader]] = {
        "findings": many(Finding.from_dict),
        "doubtful": many(Finding.from_dict),
    }

    def _items(self) -> tuple[Finding, ...]:
        return self.findings

    def of(self, verdict: Verdict) -> tuple[Finding, ...]:
        """Return the findings with one verdict, in order; raises ValueError for a verdict that there is not."""
        if verdict not in VERDICTS:
            raise ValueError(f"no verdict is called {verdict!r}; there are {', '.join(VERDICTS)}")
        return tuple(finding for finding in self.findings if finding.verdict == verdict)
