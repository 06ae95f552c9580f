"""Which figures of running text belong together, and whether they agree: the tables of tests/linking, row by row.

A row is a sentence, or a short article, as in the tables of tests/reading. Below it stand the findings that a careful
reader wants of it, whatever links and rules it takes to get there:

    Sales at Harbour Line rose 5% to $3.1 million from $2.95 million.
        growth agrees: pct 5%, current $3.1 million, prior $2.95 million
    The board met 3 times in 2016.

A finding is its rule, its verdict, and its figures in any order: a role, and the words of the text. "#2" after them
means the second place at which those words stand. A row lists all its findings, so that both a relation that is missed
and a tie that no words state fail; only of `undecided` ones it lists those alone that it wants to hold.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

import msgspec
import pytest

import oracle
from moneyfacts.api import check, extract
from moneyfacts.lang import language
from moneyfacts.link import links
from moneyfacts.link.catalogue import named
from moneyfacts.model.findings import VERDICTS, Finding, Verdict
from printed import read
from tables import Row, each, rows

FOLDER = Path(__file__).parent / "linking"
ROLES = (
    *("pct", "factor", "change", "current", "prior", "amount", "equivalent", "whole", "part", "item", "total"),
    *("numerator", "denominator", "minuend", "subtrahend", "result", "price", "count"),
    *("duration", "start", "end", "first", "again", "weekday", "date", "age", "anniversary"),
)
"""What a figure may be in a finding; a misspelt one is refused."""

INEQUALITIES = ("growth_direction", "part_whole", "span", "weekday", "age")
"""Rules by which figures may be much greater, and still agree."""

_LINE = re.compile(rf"(\w+) ({'|'.join(VERDICTS)})").fullmatch
_PART = re.compile(rf"({'|'.join(ROLES)}) (.+?)(?: ?#(\d))?").fullmatch
_BETWEEN = re.compile(rf", (?=(?:{'|'.join(ROLES)}) )")
_NAMES = {path.stem: path for path in sorted(FOLDER.glob("*.txt"))}


class Wanted(msgspec.Struct, frozen=True, order=True):
    """A finding without its sentence: its rule, its verdict, and the role, place and words of each figure."""

    rule: str
    verdict: str
    figures: tuple[tuple[int, str, str], ...]

    def __str__(self) -> str:
        told = ", ".join(f"{role} {words} (at {start})" for start, role, words in self.figures)
        return f"{self.rule} {self.verdict}: {told}"


def wanted(row: Row) -> list[Wanted]:
    """Return the findings that a row lists; raises ValueError for what is no finding of its text."""
    found = []
    for head, body in row.lines:
        match = _LINE(head)
        if match is None or match[1] not in oracle.RULES:
            raise ValueError(f"{row.name}: {head!r} is no rule and verdict")
        parts = [_PART(part) for part in _BETWEEN.split(body)]
        figures = []
        for part, said in zip(parts, _BETWEEN.split(body), strict=True):
            if part is None:
                raise ValueError(f"{row.name}: {said!r} is no role and figure")
            figures.append((place(row.text, part[2], int(part[3] or 1)), part[1], part[2]))
        found.append(Wanted(match[1], match[2], tuple(sorted(figures))))
    return found


def place(text: str, words: str, turn: int = 1) -> int:
    """Return where words stand for the first time, or for a later one, as a whole figure: not "5%" in "2.5%"."""
    in_thousands = r"(?<![0-9],)" if re.match(r"[0-9]{3}(?![0-9])", words) else ""
    before, behind = rf"(?<![0-9A-Za-z])(?<![0-9]\.){in_thousands}", r"(?![0-9A-Za-z])(?!\.[0-9]|,[0-9]{3}(?![0-9.]))"
    pattern = f"{before}{re.escape(words)}{behind}"
    for count, match in enumerate(re.finditer(pattern, text), 1):
        if count == turn:
            return match.start()
    raise ValueError(f"{words!r} does not stand {turn} times in {text!r}")


def got(findings: Iterable[Finding]) -> Iterator[Wanted]:
    for finding in findings:
        figures = sorted((part.start, part.role, part.text) for part in finding.facts)
        yield Wanted(finding.rule, finding.verdict, tuple(figures))


def missed_and_unwanted(row: Row) -> tuple[list[Wanted], list[Wanted]]:
    """Return the findings that a row lists and does not get, and those that it gets and does not list."""
    listed = Counter(wanted(row))
    report = check(row.text, locale=row.locale, published=row.published, home_currency=row.home, min_confidence=0)
    found = Counter(got(report))
    unwanted = [finding for finding in (found - listed).elements() if finding.verdict != "undecided"]
    return sorted((listed - found).elements()), sorted(unwanted)


LISTED = [row for name, path in _NAMES.items() for row in rows(path.read_text(encoding="utf-8"), name, ": ")]


@each(LISTED)
def test_what_a_careful_reader_finds(row: Row) -> None:
    """A row gets all of its findings, each with its figures in their roles, and no other that decides anything."""
    missed, unwanted = missed_and_unwanted(row)
    told = [f"missed: {finding}" for finding in missed] + [f"unwanted: {finding}" for finding in unwanted]
    assert not told, "\n    ".join([repr(row.text), *told])


@pytest.mark.parametrize("row", [pytest.param(row, id=row.name) for row in LISTED if row.lines])
def test_the_tables_can_add_up(row: Row) -> None:
    """Each verdict of the tables follows from its figures, by an arithmetic that shares nothing with the library."""
    for finding in wanted(row):
        if finding.verdict == "undecided":
            continue
        figures = [(role, read(words, row.text, start, row.locale)) for start, role, words in finding.figures]
        scene = oracle.Scene(row.text, figures, row.published, _peers(row, finding))
        assert oracle.verdict(finding.rule, scene) == finding.verdict, f"{row.text!r}: {finding}"


@pytest.mark.parametrize("row", [pytest.param(row, id=row.name) for row in LISTED if " agrees" in str(row.lines)])
def test_a_verdict_hangs_on_the_figures(row: Row) -> None:
    """Of figures that agree by an equation there is one that, ten times as great, conflicts with the others."""
    for finding in wanted(row):
        if finding.verdict == "agrees" and finding.rule not in INEQUALITIES:
            figures = [(role, read(words, row.text, start, row.locale)) for start, role, words in finding.figures]
            changed = [
                oracle.Scene(row.text, [*figures[:turn], (role, figure.tenfold()), *figures[turn + 1 :]], row.published)
                for turn, (role, figure) in enumerate(figures)
                if role != "duration"
            ]
            peers = _peers(row, finding)
            assert "conflicts" in {oracle.verdict(finding.rule, scene._replace(peers=peers)) for scene in changed}


def _peers(row: Row, finding: Wanted) -> list[oracle.Figures]:
    """Return the other conversions of a row, by which one is judged where no rate is known."""
    return [
        [(role, read(words, row.text, start, row.locale)) for start, role, words in other.figures]
        for other in wanted(row)
        if other.rule == "fx" and other.figures != finding.figures
    ]


@pytest.mark.parametrize("row", [pytest.param(row, id=row.name) for row in LISTED])
def test_a_finding_has_the_name_of_what_tied_its_figures(row: Row) -> None:
    """Each finding has the name of a tie that is listed, and some link of that name holds its figures."""
    document = extract(row.text, row.locale, row.published, row.home)
    tied: dict[str | None, set[int]] = {}
    for link in links(document, language(row.locale)):
        tied.setdefault(link.tie, set()).update(fact.start for _, fact in link.roles)
    assert tied.keys() <= named().keys()
    for finding in check(document, min_confidence=0):
        assert finding.tie in tied
        assert {part.start for part in finding.facts} <= tied[finding.tie]


def test_each_rule_is_in_the_tables_with_each_verdict() -> None:
    """A relation that is nowhere found to conflict, or nowhere to agree, is one that the tables do not hold."""
    seen = {(finding.rule, finding.verdict) for row in LISTED for finding in wanted(row)}
    verdicts: tuple[Verdict, ...] = tuple(each for each in get_args(Verdict) if each in ("agrees", "conflicts"))
    assert {(rule, verdict) for rule in oracle.RULES for verdict in verdicts} <= seen


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("growth maybe: pct 5%", "no rule and verdict"),
        ("grows agrees: pct 5%", "no rule and verdict"),
        ("growth agrees: rate 5%", "no role and figure"),
        ("growth agrees: pct 6%", "does not stand 1 times"),
        ("growth agrees: pct 5% #2", "does not stand 2 times"),
        ("growth agrees: pct .5%", "does not stand"),
    ],
)
def test_what_is_no_finding_is_refused(line: str, fault: str) -> None:
    [row] = rows(f"[H]\n\nSales rose 5%, not 2.5%.\n    {line}", "here", ": ")
    with pytest.raises(ValueError, match=fault):
        wanted(row)


def test_what_has_no_colon_is_refused() -> None:
    with pytest.raises(ValueError, match="':' between them"):
        rows("[H]\n\nSales rose 5%.\n    growth agrees", "here", ": ")


@pytest.mark.parametrize(
    ("lines", "missed", "unwanted"),
    [
        ("growth agrees: pct 5%, current $3.1 million, prior $2.95 million", 0, 0),
        ("growth agrees: prior $2.95 million, pct 5%, current $3.1 million", 0, 0),
        ("growth conflicts: pct 5%, current $3.1 million, prior $2.95 million", 1, 1),
        ("growth agrees: pct 5%, current $2.95 million, prior $3.1 million", 1, 1),
        ("growth undecided: pct 5%, current $3.1 million", 1, 1),
        ("", 0, 1),
    ],
)
def test_a_row_that_says_too_little_or_too_much_fails(lines: str, missed: int, unwanted: int) -> None:
    below = f"\n    {lines}" if lines else ""
    [row] = rows(f"[H]\n\nSales rose 5% to $3.1 million from $2.95 million.{below}", "here", ": ")
    assert tuple(map(len, missed_and_unwanted(row))) == (missed, unwanted)


def test_undecided_findings_may_go_unlisted() -> None:
    for lines in ("", "\n    growth undecided: pct 5%, current $3.1 million"):
        [row] = rows(f"[H]\n\nSales rose 5% to $3.1 million.{lines}", "here", ": ")
        assert missed_and_unwanted(row) == ([], [])
