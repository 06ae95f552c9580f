"""Shapes: expressions over the letters of a line (see `moneyfacts.link.line`), with the roles of figures as groups.

`shape("{change} ~ t {current}")` finds a change that leads to a level: "rose [5%] in May to [$3 million]". Blanks mean
nothing. In braces stands a role; figures of the kinds that may play it are in `_KINDS`. A role that may stand in two
places is numbered in the second: `{prior}`, `{prior2}`. Up to six words that say nothing may stand before a role with a
tilde: `f{~prior}` finds "from an estimated [$2 million]". The rest are letters, and

    ~   up to twelve words that say nothing, and dates     ~~  such words, with up to two commas among them
    ~&  such words, with up to two commas or "and"s
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..facts import Fact
from .line import Line

# the letters of the figures that may play a role
_KINDS = (
    dict.fromkeys(("amount", "equivalent", "numerator", "denominator", "whole", "profit", "loss"), "L")
    | dict.fromkeys(("current", "prior", "level", "turned"), "LP")
    | dict.fromkeys(("item", "rate", "share", "again"), "P")
    | dict.fromkeys(("factor", "first"), "R")
    | {"moved": "LPC", "base": "LPCA", "change": "ACR", "also": "AC", "pct": "PR", "part": "LA", "verb": "du"}
)
_MARKS = 0xE000  # code points that stand for sets of letters, while what is optional is set aside
_CLASS = re.compile(r"\{(~?)([a-z_]+)(\d?)\}|\[[^]]*\]")
_TIMES = re.compile(r"\{[1-9],\d+\}[?+]?")
# looking ahead; groups that may be left out, or say one of two things; letters that may be left out
_OPTIONAL = re.compile(
    r"\(\?[!=][^()]*\)|\(\?:[^()]*\)(?:[?*]|\{0,\d+\})|\(\?:[^()|]*\|[^()]*\)|[^()|~&^?](?:[?*]|\{0,\d+\}[?+]?)"
)
_LETTERS = re.compile(rf"[a-zA-Z,;:=-]|[{chr(_MARKS)}-{chr(_MARKS + 99)}]").findall
_MOST_KEPT = 4096  # sets of letters
_ROLE = re.compile(r"\{(~?)([a-z_]+)(\d?)\}")


class Found(NamedTuple):
    """A shape in a line: where it begins and ends, and the places of its roles, by name and number."""

    start: int
    end: int
    groups: Mapping[str, int]
    line: Line

    def places(self, role: str) -> list[int]:
        """Return where the figures in a role stand."""
        return [place for name, place in self.groups.items() if name.rstrip("23456") == role]

    def facts(self, role: str) -> list[Fact]:
        """Return the figures in a role."""
        return [fact for place in self.places(role) if (fact := self.line.items[place].fact) is not None]

    def fact(self, role: str) -> Fact | None:
        """Return the first figure in a role, None where nobody plays it."""
        return next(iter(self.facts(role)), None)


def shape(notation: str) -> re.Pattern[str]:
    """Return the expression of a shape.

    >>> bool(shape("{change} ~ t {current}").fullmatch("CwwDtL"))
    True
    """
    pattern = _ROLE.sub(_group, notation.replace(" ", ""))
    return re.compile(
        pattern.replace("~&", "(?:~[,a]){0,2}~").replace("~~", "(?:~,){0,2}~").replace("~", "[wnheyDTpjz]{0,12}+")
    )


class Shapes:
    """Shapes in the order in which they are tried. Those of which a line lacks a letter are passed over."""

    def __init__(self, *notations: str) -> None:
        self.patterns = tuple(shape(each) for each in notations)
        self._needs = tuple(needs(each) for each in notations)
        self._fitting: dict[frozenset[str], tuple[re.Pattern[str], ...]] = {}

    def of(self, line: Line) -> tuple[re.Pattern[str], ...]:
        """Return the shapes that a line may hold, by its letters alone."""
        letters = frozenset(line.code)
        found = self._fitting.get(letters)
        if found is None:
            if len(self._fitting) >= _MOST_KEPT:
                self._fitting.clear()
            pairs = zip(self.patterns, self._needs, strict=True)
            found = tuple(pattern for pattern, each in pairs if not any(need.isdisjoint(letters) for need in each))
            self._fitting[letters] = found
        return found

    def search(self, line: Line) -> Iterator[Found]:
        """Yield the places of each shape in a line."""
        for pattern in self.of(line):
            yield from search(pattern, line)


def needs(notation: str) -> tuple[frozenset[str], ...]:
    """Return sets of letters of each of which a line must have one to hold a shape: all that is not optional.

    A verb that serves for the second time stood in the line for the first.

    >>> [sorted(each) for each in needs("{verb} ~& t q?{~prior} (?: f{base} )?")]
    [['d'], ['t'], ['L', 'P']]
    """
    classes: list[str] = []

    def marked(match: re.Match[str]) -> str:
        classes.append(_KINDS[match[2]] if match[2] else match[0][1:-1])
        return chr(_MARKS + len(classes) - 1)

    certain = _TIMES.sub("", _CLASS.sub(marked, notation.replace(" ", "")))
    while _OPTIONAL.search(certain):
        certain = _OPTIONAL.sub("", certain)
    letters = [classes[ord(each) - _MARKS] if ord(each) >= _MARKS else each for each in _LETTERS(certain)]
    return tuple(frozenset(each.replace("u", "d")) for each in letters)


def _group(match: re.Match[str]) -> str:
    letters = _KINDS[match[2]]
    if match[2] == "verb":
        letters = "u" if match[3] else "d"
    words = "[wnheyDTpjz]{0,6}+" if match[1] else ""
    return f"{words}(?P<{match[2]}{match[3]}>{letters if len(letters) == 1 else f'[{letters}]'})"


def search(pattern: re.Pattern[str], line: Line, start: int = 0) -> Iterator[Found]:
    """Yield the places of a shape in a line, from left to right, none over another."""
    for match in pattern.finditer(line.code, start):
        places = {name: match.start(name) for name, letter in match.groupdict().items() if letter}
        yield Found(match.start(), match.end(), places, line)
