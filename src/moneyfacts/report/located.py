"""A finding in its file, as the formats of code checkers show it: from its first figure to its last."""

from __future__ import annotations

from typing import NamedTuple

from ..model.findings import Finding
from .places import Place, Places


class File(NamedTuple):
    """A file that a text was read from: its path with "/" between its parts, None for standard input.

    Where each line of it is a text of its own, as in JSON Lines, `row` is that line: places in the text are none in the
    file.
    """

    path: str | None
    row: int | None = None


class Located(NamedTuple):
    """A finding, the file and the text that it is of, and whether it was accepted before."""

    finding: Finding
    file: File
    text: str
    places: Places
    accepted: bool = False

    @property
    def stretch(self) -> tuple[int, int]:
        """Where the figures stand in the text: from the first to the end of the last."""
        parts = self.finding.facts
        return min((part.start for part in parts), default=0), max((part.end for part in parts), default=0)

    def ends(self, start: int, end: int) -> tuple[Place, Place]:
        """Return the places of a stretch, the second one after its last character."""
        return self.places.of(start), self.places.of(end)
