"""What grounding found: each figure of a claim, how the sources stand to it, and where they say so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal, get_args

from .records import PLACE, Reader, Record, Series, a_text, an_offset, many, one_of, optional
from .values import VALUE_OF_KIND, Kind

Support = Literal["stated", "rounded", "derived", "contradicted", "unsupported"]
SUPPORTS: tuple[Support, ...] = get_args(Support)


class Evidence(Record, frozen=True):
    """A figure of a source: the place of its source among the sources, and its place in the text there."""

    source: int
    text: str
    start: int
    end: int

    _readers: ClassVar[Mapping[str, Reader]] = {
        "source": an_offset,
        "text": a_text,
        "start": an_offset,
        "end": an_offset,
    }
    _shown = PLACE


class Grounded(Record, frozen=True):
    """A figure of a claim, and what the sources say of it.

    `verdict` is one of "stated" (a source has the same value), "rounded" (a coarser print of a stated one), "derived"
    (it follows from stated ones), "contradicted" (a source has another value for the same subject, measure and time)
    and "unsupported". `evidence` holds the figures of the sources that the verdict rests on; `nearest` is what a source
    does state, where it does not state this. `how` is a sentence.
    """

    text: str
    start: int
    end: int
    kind: Kind
    verdict: Support
    how: str
    evidence: tuple[Evidence, ...] = ()
    nearest: Evidence | None = None

    _readers: ClassVar[Mapping[str, Reader]] = {
        "text": a_text,
        "start": an_offset,
        "end": an_offset,
        "kind": one_of(tuple(VALUE_OF_KIND)),
        "verdict": one_of(SUPPORTS),
        "how": a_text,
        "evidence": many(Evidence.from_dict),
        "nearest": optional(Evidence.from_dict),
    }
    _shown = PLACE

    @property
    def is_supported(self) -> bool:
        """Whether the sources bear the figure out: it is stated, rounded or derived."""
        return self.verdict in ("stated", "rounded", "derived")


class Grounding(Series[Grounded], frozen=True):
    """The figures of a claim in the order of its text, and what the sources say of each: a sequence of `Grounded`."""

    figures: tuple[Grounded, ...] = ()

    _readers: ClassVar[Mapping[str, Reader]] = {"figures": many(Grounded.from_dict)}

    def _items(self) -> tuple[Grounded, ...]:
        return self.figures

    def of(self, verdict: Support) -> tuple[Grounded, ...]:
        """Return the figures with one verdict, in order; raises ValueError for a verdict that there is not."""
        if verdict not in SUPPORTS:
            raise ValueError(f"no verdict is called {verdict!r}; there are {', '.join(SUPPORTS)}")
        return tuple(figure for figure in self.figures if figure.verdict == verdict)
