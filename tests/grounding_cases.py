"""Cases of a claim held against its sources, and what a careful reader says of each figure of the claim.

A file of tests/grounding holds several cases, parted by lines of "====":

    # A comment.
    title: Harbour Lines' quarter
    locale: en
    published: 2017-01-20
    --- source            (or: --- source locale=zh published=2017-01-19)
    Harbour Lines Inc said on Thursday revenue rose to $4.2 billion in the fourth quarter from $3.5 billion a year ago.
    --- claim
    Harbour Lines' revenue rose [20%: derived growth] to [about $4 billion: rounded].
    --- arithmetic
    20% = 100 * (4.2 / 3.5 - 1)

Several claims may follow the same sources, each with its arithmetic; each is a case. A source without a locale or a day
of its own has those of the case. The text of the claim is what is left without the
marks. A mark is a figure and its verdict; the words around it may stand inside or outside.

- `stated`: a source has the same value of the same thing, in whatever form: "4,200 million" is "4.2 billion".
- `rounded`: it is a coarser print of one that is stated.
- `derived`: it follows from stated figures; the word after it says how, and a line of arithmetic, in the order of the
  claim, works it out in fractions. A percentage is worked out in hundredths; a currency's code is what one of it is
  worth in euros on the day of the case.
- `contradicted`: for the same subject, measure and period a source has a value that cannot be true together with it.
- `unsupported`: no source says so, and none says the opposite.

"; missed" ends a mark where the library says something else, so far; `python tests/grounding_cases.py` sets these.

The word after a verdict that does not support the figure names the trap, if it is one of `TRAPS`. Where a source gives
the right figure, the wrong one is `contradicted`; where all of them pass over it, `unsupported`: so the profit told as
revenue is the one if the revenue is stated, and the other if it is not. Percent and percentage points of one move
deny each other; barrels or cents deny no percentage. A figure that is derived may by chance be stated of another thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from moneyfacts import Grounding, extract, ground

FOLDER = Path(__file__).parent / "grounding"

VERDICTS = ("stated", "rounded", "derived", "contradicted", "unsupported")
KINDS = {
    "growth": "how much more one is than another, in percent or as a fraction: up a fifth",
    "level": "what was before a change, or is after it",
    "multiple": "how many times another it is",
    "sum": "items, or one price as often as it is paid",
    "share": "what percentage of a whole, or the part or the whole that a percentage makes",
    "difference": "how much more one is than another, in their own unit; what is left of a whole",
    "conversion": "the same in another currency",
    "span": "how long it is from one date to another",
    "ratio": "one for each of the other, or a fraction of a whole in words: two in five",
}
"""How a figure may follow from others."""

TRAPS = {
    "noun": "5 million shares for $5 million",
    "direction": "fell for rose",
    "period": "a figure of 2016 for one of 2017",
    "subject": "Alpha's figure for Beta's",
    "measure": "profit for revenue",
    "precision": "$4.23 billion of about $4 billion",
    "rounding": "more than half for 48%",
    "points": "percent for percentage points, or the other way",
    "per": "per share for the total, or the other way",
    "part": "a part for its whole, or the other way",
    "guidance": "what is expected for what was",
    "adjusted": "an adjusted figure for a reported one, or the other way",
    "unrelated": "a sum of figures that do not belong together",
    "coincidence": "a ratio of figures that do not belong together",
    "level": "up 5% for at 5%",
    "scale": "million for billion",
    "currency": "euros for dollars",
}
"""What may stand after `contradicted` and `unsupported`, each with an example."""

MISSED = "; missed"

_MARK = re.compile(r"\[([^\[\]]+?): ?([^\[\]]*)\]")
_HEADER = re.compile(r"(title|locale|published): (.+)").fullmatch
_SECTION = re.compile(r"--- (source|claim|arithmetic)((?: (?:locale|published)=\S+)*)").fullmatch


@dataclass(frozen=True)
class Source:
    """A text that the claim was written from."""

    text: str
    locale: str
    published: date | None


@dataclass(frozen=True)
class Figure:
    """A figure of a claim, and what a careful reader says of it; `why` is a derivation, a trap, or empty.

    One that is `missed` gets another verdict from the library, so far.
    """

    text: str
    start: int
    verdict: str
    why: str = ""
    arithmetic: str = ""
    missed: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True)
class Case:
    """A claim and its sources; `name` is the file and line at which the case begins."""

    title: str
    locale: str
    published: date | None
    sources: tuple[Source, ...]
    claim: str
    figures: tuple[Figure, ...]
    name: str


def load() -> list[Case]:
    """Return the cases of all files of the folder, in the order of their names."""
    paths = sorted(FOLDER.glob("*.txt"))
    return [case for path in paths for case in read(path.read_text(encoding="utf-8"), path.stem)]


def read(text: str, where: str) -> list[Case]:
    """Return the cases of a file; raises ValueError, with the line, for whatever is no part of the notation."""
    cases, block, first = [], list[str](), 1
    for number, line in enumerate([*text.splitlines(), "===="], 1):
        if line == "====":
            cases += _Block(where, first, block).cases()
            block, first = [], number + 1
        else:
            block.append(line)
    return cases


class _Block:
    """The lines of one case, and where they stand."""

    def __init__(self, where: str, first: int, lines: list[str]) -> None:
        self.where = where
        self.lines = [(number, line) for number, line in enumerate(lines, first) if not line.startswith("#")]
        self.number = next((number for number, line in self.lines if line.strip()), first)

    def cases(self) -> list[Case]:
        headers: dict[str, str] = {}
        sections: list[tuple[int, str, str, list[str]]] = []
        for number, line in self.lines:
            self.number = number
            if match := _SECTION(line):
                sections.append((self.number, match[1], match[2], []))
            elif line.startswith("---"):
                raise self.fault("a section is '--- source', '--- claim' or '--- arithmetic'")
            elif sections:
                sections[-1][3].append(line)
            elif match := _HEADER(line):
                headers[match[1]] = match[2]
            elif line.strip():
                raise self.fault("a case begins with its title, locale and published, each as 'name: value'")
        return self._assembled(headers, sections)

    def fault(self, expected: str) -> ValueError:
        return ValueError(f"{self.where}:{self.number}: {expected}")

    def _assembled(self, headers: dict[str, str], sections: list[tuple[int, str, str, list[str]]]) -> list[Case]:
        names = [name for _, name, _, _ in sections]
        first = names.index("claim") if "claim" in names else 0
        if "title" not in headers or not first or set(names[:first]) != {"source"} or "source" in names[first:]:
            raise self.fault("a case has a title, then one or more sources, then one or more claims")
        locale, published = headers.get("locale", "en"), self._day(headers.get("published"))
        sources, claims = list[Source](), list[tuple[int, str, list[tuple[int, str]]]]()
        for self.number, name, settings, lines in sections:
            text = "\n".join(lines).strip()
            if not text:
                raise self.fault("a section is not empty")
            if name == "source":
                own = dict(setting.split("=") for setting in settings.split())
                day = self._day(own["published"]) if "published" in own else published
                sources.append(Source(text, own.get("locale", locale), day))
            elif name == "claim":
                claims.append((self.number, text, []))
            else:
                claims[-1][2].extend((self.number, line) for line in text.splitlines())
        found = list[Case]()
        for number, marked, sums in claims:
            self.number = sums[-1][0] if sums else number
            read_in = self._figures(marked, (line for _, line in sums))
            name = f"{self.where}:{number if found else self._start()}"
            found.append(Case(headers["title"], locale, published, tuple(sources), *read_in, name))
        return found

    def _start(self) -> int:
        return next(number for number, line in self.lines if line.strip())

    def _day(self, said: str | None) -> date | None:
        try:
            return date.fromisoformat(said) if said else None
        except ValueError:
            raise self.fault(f"{said!r} is not a day such as 2017-01-20") from None

    def _figures(self, marked: str, sums: Iterator[str]) -> tuple[str, tuple[Figure, ...]]:
        """Return the claim without its marks, and its figures, each derived one with its line of arithmetic."""
        claim, last, figures = "", 0, list[Figure]()
        for match in _MARK.finditer(marked):
            claim += marked[last : match.start()]
            last = match.end()
            judged, missed, _ = match[2].partition(MISSED)
            words, _, why = judged.partition(" ")
            self._assert_known(match[0], words, why)
            arithmetic = self._sum(match[1], words, sums)
            figures.append(Figure(match[1], len(claim), words, why, arithmetic, bool(missed)))
            claim += match[1]
        claim += marked[last:]
        if not figures or "[" in claim or "]" in claim:
            raise self.fault("a claim has marks such as '[20%: stated]', and no other square brackets")
        if left := next(sums, None):
            raise self.fault(f"{left!r} is the arithmetic of no derived figure")
        return claim, tuple(figures)

    def _assert_known(self, mark: str, verdict: str, why: str) -> None:
        if verdict not in VERDICTS:
            raise self.fault(f"{mark!r}: a verdict is one of {', '.join(VERDICTS)}")
        known = {"derived": (*KINDS,), "contradicted": ("", *TRAPS), "unsupported": ("", *TRAPS)}.get(verdict, ("",))
        if why not in known:
            raise self.fault(f"{mark!r}: behind {verdict!r} may stand {', '.join(known) or 'nothing'}")

    def _sum(self, text: str, verdict: str, sums: Iterator[str]) -> str:
        if verdict != "derived":
            return ""
        said, _, arithmetic = next(sums, "").partition(" = ")
        if said != text or not arithmetic:
            raise self.fault(f"the next line of arithmetic should begin with '{text} = ', not {said!r}")
        return arithmetic


def verdict_on(figure: Figure, grounding: Grounding) -> str:
    """Return the library's verdict on a figure of a claim, "unread" where it reads none there."""
    hits = (each for each in grounding if each.start < figure.end and figure.start < each.end)
    return next((each.verdict for each in hits), "unread")


def grounding_of(case: Case) -> Grounding:
    """Return what the library says of a case."""
    sources = [extract(source.text, source.locale, source.published) for source in case.sources]
    return ground(case.claim, sources, locale=case.locale, published=case.published)


def _mark(path: Path) -> None:
    """Set the marks of a file anew, by what the library says now."""
    text = path.read_text(encoding="utf-8").replace(MISSED, "")
    verdicts = []
    for case in read(text, path.stem):
        grounding = grounding_of(case)
        verdicts += [verdict_on(figure, grounding) == figure.verdict for figure in case.figures]
    right = iter(verdicts)

    def marked(claim: re.Match[str]) -> str:
        return _MARK.sub(lambda mark: mark[0] if next(right) else f"{mark[0][:-1]}{MISSED}]", claim[0])

    path.write_text(re.sub(r"(?m)^--- claim\n(?:(?!---|====).*\n?)*", marked, text), encoding="utf-8")


if __name__ == "__main__":
    for each in sorted(FOLDER.glob("*.txt")):
        _mark(each)
