r"""Places of a text as editors and editors' programs count them: lines and columns, both from 1.

A line ends with "\n", before which "\r" may stand; columns are counted in code points. So a program that splits at
line ends and counts characters finds the place, whatever the encoding of the file was.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate
from typing import Any, NamedTuple


class Place(NamedTuple):
    """A line and a column, as `file:line:column` has them.

    >>> str(Place(3, 14))
    '3:14'
    """

    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


class Places:
    r"""The places of a text by their offsets in code points.

    >>> str(Places("Sales rose\r\n5%.").of(12))
    '2:1'
    """

    def __init__(self, text: str) -> None:
        self._starts = (0, *accumulate(len(line) + 1 for line in text.split("\n")))

    def of(self, offset: int) -> Place:
        """Return the line and the column of an offset."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)

    def beside(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """Return the JSON form of what has a `start` and an `end`, with the line and column of the start after them."""
        shown: dict[str, Any] = {}
        for name, value in data.items():
            shown[name] = value
            if name == "end":
                shown["line"], shown["column"] = self.of(data["start"])
        return shown
