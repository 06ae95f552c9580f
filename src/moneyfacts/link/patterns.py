"""Patterns: expressions over the tags of a sentence (see `moneyfacts.link.tags`), with the roles of figures.

`{change} ... <to> {current}` finds a change that leads to a level: "rose [5%] in May to [$3 million]". Blanks mean
nothing. The notation is that of regular expressions, but for

    {role}      a figure in a role; those of the kinds in `ROLES` may play it. A role that may stand in two places is
                numbered in the second: {prior}, {prior2}
    {* role}    the same after up to six words that say nothing: <from>{* prior} finds "from an estimated [$2 million]"
    <tag>       a word with a tag; <to|or> is one of two, and <(> a bracket, since brackets alone are groups
    ...         up to twelve words that say nothing, and dates
    ...,        such words, with up to two commas among them
    ...&        such words, with up to two commas or "and"s
    @name       one of `FRAGMENTS`
    , ; : - / = themselves
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, overload

from ..model.facts import Fact
from .tags import LETTERS, TagSequence

ROLES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("amount", "equivalent", "numerator", "denominator", "whole", "profit", "loss"), ("amount",)),
    **dict.fromkeys(("price", "total"), ("amount",)),
    "count": ("amount", "duration"),
    "converted": ("amount", "absolute"),
    **dict.fromkeys(("current", "prior", "level", "turned"), ("amount", "percent")),
    **dict.fromkeys(("item", "rate", "share", "again"), ("percent",)),
    **dict.fromkeys(("factor", "first"), ("ratio",)),
    "moved": ("amount", "percent", "relative"),
    "base": ("amount", "percent", "relative", "absolute"),
    "change": ("absolute", "relative", "ratio"),
    "also": ("absolute", "relative"),
    "pct": ("percent", "ratio"),
    "part": ("amount", "absolute"),
    "verb": ("moved",),
    "verb2": ("moved_before",),
}
"""The tags of the figures that may play each role; a verb is no figure, but has its place."""

SETS = {
    # words that say nothing of how figures are tied, and dates
    "neutral": (
        *("word", "movement", "of", "expected", "earlier", "date", "duration"),
        *("exports", "imports", "balance"),
    ),
    "figure": ("amount", "percent", "ratio", "absolute", "relative", "qualifier"),
}
"""Names for several tags."""

FRAGMENTS = {
    # a change, perhaps said in two ways: "$2, or 5%,"
    "changes": "{change} (?: ,? <or|(> {also} <,|)>? | , <moved|movement> {also2} )?",
    # "of the year-earlier revenue of"
    "of": "<of> <word|movement|earlier>{0,4} <of>? <word|movement|earlier>{0,3}",
    # what stands between the percentages of a list
    "between": "<word|movement|of|expected|earlier|date|duration|share|break|than|qualifier|and|,>{1,18}?",
}
"""What several patterns have in common."""

_TOKEN = re.compile(
    r"(?P<blank>\s+)"
    r"|\{(?P<lead>\*?) *(?P<role>[a-z_]+)(?P<number>\d?)\}"
    r"|(?P<group>\(\?(?:[:=!]|<[=!]))"
    r"|<(?P<tags>[^<>\s]+)>"
    r"|(?P<gap>\.\.\.[,&]?+(?![?*+{]))"
    r"|(?P<times>\{\d+,\d*\}[?+]?)"
    r"|(?P<sign>[,;:/=-])"
    r"|(?P<operator>[()|?*+^$])"
)
_FRAGMENT = re.compile(r"@([a-z]+)")
_MARKS = 0xE000  # code points that stand for sets of tags, while what is optional is set aside
_TIMES = re.compile(r"\{[1-9],\d+\}[?+]?")
# looking around; groups that may be left out, or say one of two things; tags that may be left out
_OPTIONAL = re.compile(
    r"\(\?<?[!=][^()]*\)|\(\?:[^()]*\)(?:[?*]|\{0,\d+\})|\(\?:[^()|]*\|[^()]*\)|[^()|^?](?:[?*]|\{0,\d+\}[?+]?)"
)
_MOST_KEPT = 4096  # sets of letters


def expression(notation: str) -> re.Pattern[str]:
    """Return the regular expression, over the letters of tags, that a notation means.

    Raises ValueError for a tag, a role or a fragment that there is not, and for what is no notation.

    >>> sorted(expression("{change} ... <to>{* current}").groupindex)
    ['change', 'current']
    """
    return re.compile("".join(map(_compiled, _tokens(notation))))


def _tokens(notation: str) -> Iterator[re.Match[str]]:
    """Yield the tokens of a notation, and those of its fragments, but for blanks."""
    try:
        whole = _FRAGMENT.sub(lambda match: FRAGMENTS[match[1]], notation)
    except KeyError as name:
        raise ValueError(f"{notation!r}: no fragment is called {name}") from None
    place = 0
    while place < len(whole):
        token = _TOKEN.match(whole, place)
        if token is None:
            raise ValueError(f"{notation!r}: {whole[place:]!r} is not in the notation")
        place = token.end()
        if token.lastgroup != "blank":
            yield token


def _compiled(token: re.Match[str]) -> str:
    match token.lastgroup:
        case "number":
            name = token["role"] + token["number"]
            lead = _one_of("neutral") + "{0,6}+" if token["lead"] else ""
            return f"{lead}(?P<{name}>{_one_of(*_players(token))})"
        case "tags":
            return _one_of(*token["tags"].split("|"))
        case "gap":
            plain = _one_of("neutral") + "{0,12}+"
            among = {"...": "", "...,": ",", "...&": "[,a]"}[token[0]]
            return f"(?:{plain}{among}){{0,2}}{plain}" if among else plain
    return token[0]


def _players(token: re.Match[str]) -> tuple[str, ...]:
    """Return the tags of what may play a role."""
    name = token["role"] + token["number"]
    try:
        return ROLES.get(name) or ROLES[token["role"]]
    except KeyError:
        raise ValueError(f"no role is called {name!r}") from None


def _one_of(*names: str) -> str:
    """Return the expression of one of several tags."""
    listed = _letters(names)
    if len(listed) == 1 and listed not in "()":
        return listed
    return f"[{listed.replace('-', '')}{'-' if '-' in listed else ''}]"


def _letters(names: Iterable[str]) -> str:
    try:
        return "".join(LETTERS[name] for each in names for name in SETS.get(each, (each,)))
    except KeyError as name:
        raise ValueError(f"no tag is called {name}") from None


def needs(notation: str) -> tuple[frozenset[str], ...]:
    """Return sets of letters of each of which a sequence must have one to hold a pattern: all that is not optional.

    A verb that serves for the second time stood in the sequence for the first.

    >>> [len(each) for each in needs("{verb} ...& <to> <qualifier>?{* prior} (?: <from>{base} )?")]
    [1, 1, 2]
    """
    sets: list[frozenset[str]] = []

    def marked(token: re.Match[str]) -> str:
        if token.lastgroup == "gap":
            return ""
        if token.lastgroup not in ("number", "tags", "sign"):
            return token[0]
        names = _players(token) if token["role"] else (token["tags"] or token[0]).split("|")
        sets.append(frozenset(_letters("moved" if name == "moved_before" else name for name in names)))
        return chr(_MARKS + len(sets) - 1)

    certain = _TIMES.sub("", "".join(marked(token) for token in _tokens(notation)))
    while _OPTIONAL.search(certain):
        certain = _OPTIONAL.sub("", certain)
    return tuple(sets[ord(each) - _MARKS] for each in certain if ord(each) >= _MARKS)


class TagPattern:
    """A pattern with a name: what it ties, in which roles, and a sentence in which it does.

    The name is stable: findings carry it. `example` is in the language `locale`.
    """

    def __init__(self, name: str, notation: str, example: str, locale: str = "en") -> None:
        self.name = name
        self.notation = " ".join(notation.split())
        self.example = example
        self.locale = locale
        self.needs = needs(notation)

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The regular expression, compiled when a sequence may hold the pattern for the first time."""
        return expression(self.notation)

    def __repr__(self) -> str:
        return f"TagPattern({self.name!r})"

    def search(self, tags: TagSequence, start: int = 0) -> Iterator[Found]:
        """Yield the places of the pattern in a sequence, from left to right, none over another."""
        for match in self.expression.finditer(tags.code, start):
            places = {name: match.start(name) for name, letter in match.groupdict().items() if letter}
            yield Found(match.start(), match.end(), places, tags, self.name)

    def first(self, tags: TagSequence, start: int = 0) -> Found | None:
        """Return the first place of the pattern in a sequence, None where there is none."""
        return next(self.search(tags, start), None)


class Found(NamedTuple):
    """A pattern in a sequence: where it begins and ends, and the places of its roles, by name and number."""

    start: int
    end: int
    groups: Mapping[str, int]
    tags: TagSequence
    pattern: str

    def places(self, role: str) -> list[int]:
        """Return where the figures in a role stand."""
        return [place for name, place in self.groups.items() if name.rstrip("23456") == role]

    def facts(self, role: str) -> list[Fact]:
        """Return the figures in a role."""
        return [fact for place in self.places(role) if (fact := self.tags.items[place].fact) is not None]

    def fact(self, role: str) -> Fact | None:
        """Return the first figure in a role, None where nobody plays it."""
        return next(iter(self.facts(role)), None)

    def has(self, name: str) -> bool:
        """Tell whether a tag stands in what was found."""
        return self.tags.has(name, self.start, self.end)


class TagPatterns(Sequence[TagPattern]):
    """Patterns in the order in which they are tried. Those of which a sequence lacks a tag are passed over."""

    def __init__(self, patterns: Iterable[TagPattern]) -> None:
        self._patterns = tuple(patterns)
        self._fitting: dict[frozenset[str], tuple[TagPattern, ...]] = {}

    def __len__(self) -> int:
        return len(self._patterns)

    @overload
    def __getitem__(self, index: int) -> TagPattern: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[TagPattern, ...]: ...
    def __getitem__(self, index: int | slice) -> TagPattern | tuple[TagPattern, ...]:
        return self._patterns[index]

    def of(self, tags: TagSequence) -> tuple[TagPattern, ...]:
        """Return the patterns that a sequence may hold, by its letters alone."""
        there = frozenset(tags.code)
        found = self._fitting.get(there)
        if found is None:
            if len(self._fitting) >= _MOST_KEPT:
                self._fitting.clear()
            found = tuple(each for each in self._patterns if not any(need.isdisjoint(there) for need in each.needs))
            self._fitting[there] = found
        return found

    def search(self, tags: TagSequence) -> Iterator[Found]:
        """Yield the places of each pattern in a sequence."""
        for pattern in self.of(tags):
            yield from pattern.search(tags)
