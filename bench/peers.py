"""Side by side with other libraries: what each finds in the example articles, how fast, and how long it takes to start.

    python bench/peers.py [--markdown] [--rounds N]

Nothing is installed: a library that is not there is named, with what to install. All are timed in one run, turn by
turn, and the least of many timings counts. `bench/figures.toml` says which figures the articles hold; dates are left
out, and so are figures inside dates.
"""

from __future__ import annotations

import argparse
import importlib
import re
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
ROUNDS = 20
NEARLY = Decimal("1e-9")  # of its size: what binary floats lose
_STARTS = 5  # fresh processes to time the start in


@dataclass(frozen=True)
class Figure:
    """A figure in its place: its value, and its unit as an ISO 4217 code, "percent", a unit of time or "" for none."""

    start: int
    end: int
    value: Decimal
    unit: str


Reader = Callable[[str], list[Figure]]


@dataclass(frozen=True)
class Peer:
    """A library: what pip calls it, and how to get figures from it.

    `make` imports it and returns its reader. `whole` marks one that reads a single figure: it gets the figures' own
    texts, one by one, and no article.
    """

    package: str
    make: Callable[[], Reader]
    whole: bool = False
    hint: str = ""
    note: str = ""


@dataclass
class Score:
    """What a library made of the figures of the articles."""

    asked: int = 0
    exact: int = 0
    nearly: int = 0
    units: int = 0
    places: int = 0
    extra: int = 0


@dataclass
class Result:
    """What was measured of one library; `problem` where it could not be."""

    peer: Peer
    version: str = ""
    problem: str = ""
    score: Score = field(default_factory=Score)
    start_ms: float = 0.0
    speed: float = 0.0  # KB/s


UNITS = {  # what the libraries call the units of bench/figures.toml, read generously
    "percentage": "percent",
    "basis point": "basis_point",
    "dimensionless": "",
    **dict.fromkeys(("dollar", "$"), "USD"),
    **dict.fromkeys(("euro", "€"), "EUR"),
    **dict.fromkeys(("pound", "pound sterling", "£"), "GBP"),
    **dict.fromkeys(("yuan", "chinese yuan"), "CNY"),
    **dict.fromkeys(("rupee", "indian rupee", "rs"), "INR"),
    **dict.fromkeys(("krone", "krona", "kr", "swedish krona"), "SEK"),
    "swiss franc": "CHF",
    "norwegian krone": "NOK",
    "eur": "EUR",
}


def figure(start: int, end: int, value: Decimal, unit: str) -> Figure:
    """Return a finding in the units of bench/figures.toml: cents as hundredths, "dollar per barrel" as dollars."""
    name = unit.casefold().partition(" per ")[0]
    if name == "cent":
        return Figure(start, end, value.scaleb(-2), "USD")
    return Figure(start, end, value, UNITS.get(name, name))


def by_paragraph(find: Reader) -> Reader:
    """Return a reader that gets each paragraph by itself: some find nothing in a text of which one paragraph fails."""

    def found(text: str) -> list[Figure]:
        return [
            Figure(each.start + match.start(), each.end + match.start(), each.value, each.unit)
            for match in re.finditer(r".+", text)
            for each in find(match[0])
        ]

    return found


def moneyfacts() -> Reader:
    """Return moneyfacts' reader: every quantity of `extract`."""
    import moneyfacts as mf

    def find(text: str) -> list[Figure]:
        found = []
        for fact in mf.extract(text):
            value: Any = fact.value
            if not isinstance(value, mf.DateSpan) and value.amount is not None:
                unit = getattr(value, "currency", None) or getattr(value, "unit", "") or ""
                found.append(Figure(fact.start, fact.end, value.amount, "" if unit == "count" else unit))
        return found

    return find


def quantulum() -> Reader:
    """Return quantulum3's reader: `parser.parse`, with its classifier where scikit-learn is there."""
    parser: Any = importlib.import_module("quantulum3.parser")
    try:
        parser.parse("It paid 5 pounds for 3 m of it.")
    except Exception:  # its classifier was stored by another scikit-learn
        importlib.import_module("quantulum3.classifier").USE_CLF = False  # type: ignore[attr-defined]

    def find(text: str) -> list[Figure]:
        return [
            figure(each.span[0], each.span[1], Decimal(repr(each.value)), each.unit.name) for each in parser.parse(text)
        ]

    return find


def recognizers() -> Reader:
    """Return the reader of Recognizers-Text: its models of currencies, percentages, numbers and durations together."""
    return models(times=True)


def recognizers_without_times() -> Reader:
    """Return the same without the model of dates and durations, which takes most of its time."""
    return models(times=False)


def models(times: bool) -> Reader:
    """Return the reader that asks Recognizers-Text's models in turn; what one has found no other finds again."""
    culture: Any = importlib.import_module("recognizers_text").Culture.English
    units: Any = importlib.import_module("recognizers_number_with_unit")
    numbers: Any = importlib.import_module("recognizers_number")
    dates: Any = importlib.import_module("recognizers_date_time") if times else None
    lengths = {"Y": "year", "M": "month", "W": "week", "D": "day"}

    def find(text: str) -> list[Figure]:
        found: list[Figure] = []
        taken: list[tuple[int, int]] = []

        def add(each: Any, value: str, unit: str) -> None:
            start, end = each.start, each.end + 1
            if not any(start < last and first < end for first, last in taken):
                found.append(figure(start, end, Decimal(value), unit))
                taken.append((start, end))

        for each in units.recognize_currency(text, culture):
            if each.resolution["value"]:
                add(each, each.resolution["value"], each.resolution["unit"])
        for each in numbers.recognize_percentage(text, culture):
            add(each, each.resolution["value"].removesuffix("%"), "percent")
        for each in dates.recognize_datetime(text, culture) if times else ():
            length = re.fullmatch(r"P(\d+)([YMWD])", each.resolution["values"][0].get("timex", ""))
            if each.type_name.endswith("duration") and length:
                add(each, length[1], lengths[length[2]])
            else:
                taken.append((each.start, each.end + 1))
        for each in numbers.recognize_number(text, culture):
            add(each, each.resolution["value"], "")
        return found

    return find


def price_parser() -> Reader:
    """Return price-parser's reader of one price."""
    price: Any = importlib.import_module("price_parser").Price

    def find(text: str) -> list[Figure]:
        found = price.fromstring(text)
        return [] if found.amount is None else [figure(0, len(text), found.amount, found.currency or "")]

    return find


PEERS = (
    Peer("moneyfacts", moneyfacts),
    Peer("quantulum3", quantulum, hint="pip install 'quantulum3[classifier]' scikit-learn==1.8.0"),
    Peer(
        "recognizers-text-suite",
        recognizers,
        hint="pip install recognizers-text-suite 'emoji<2'",
    ),
    Peer("recognizers-text-suite", recognizers_without_times, note="without times"),
    Peer("price-parser", price_parser, whole=True, note="single prices", hint="pip install price-parser"),
)


def gold(name: str, text: str, file: Path = ROOT / "bench" / "figures.toml") -> list[Figure]:
    """Return the figures of an article, each at the next place where its text stands; raises ValueError for none."""
    found, position = [], 0
    for each in tomllib.loads(file.read_text(encoding="utf-8"))[name]:
        match = re.compile(rf"(?<!\w){re.escape(each['text'])}(?!\w)").search(text, position)
        if match is None:
            raise ValueError(f"{name} has no {each['text']!r} behind character {position}")
        position = match.end()
        found.append(Figure(*match.span(), Decimal(each["value"]), each["unit"]))
    return found


def compared(wanted: Iterable[Figure], found: Sequence[Figure], score: Score) -> None:
    """Add to a score what was found: each wanted figure is held to the finding that shares most of its text."""
    used: set[Figure] = set()
    for figure in wanted:
        score.asked += 1
        near = [each for each in found if each.start < figure.end and figure.start < each.end]
        if not near:
            continue
        used.update(near)
        best = max(near, key=lambda each: min(each.end, figure.end) - max(each.start, figure.start))
        exact = best.value == figure.value
        nearly = abs(best.value - figure.value) <= NEARLY * abs(figure.value)
        score.exact += exact
        score.nearly += nearly
        score.units += nearly and best.unit == figure.unit
        score.places += (best.start, best.end) == (figure.start, figure.end)
    score.extra += len(set(found) - used)


def scored(peer: Peer, find: Reader, articles: dict[str, str]) -> Score:
    """Return what a library finds in the articles; one for single prices gets the amounts of money alone."""
    score = Score()
    for name, text in articles.items():
        wanted = gold(name, text)
        if not peer.whole:
            compared(wanted, find(text), score)
            continue
        for figure in wanted:
            if figure.unit.isupper():
                said = text[figure.start : figure.end]
                compared([Figure(0, len(said), figure.value, figure.unit)], find(said), score)
    return score


def start_cost(peer: Peer) -> float:
    """Return the milliseconds from the start of Python to the first sentence read: the least of fresh processes."""

    command = [sys.executable, "-W", "ignore", "-c"]

    def run(code: str) -> float:
        times = []
        for _ in range(_STARTS):
            start = time.perf_counter()
            subprocess.run([*command, code], check=True, capture_output=True, cwd=Path(__file__).parent)
            times.append(time.perf_counter() - start)
        return 1000 * min(times)

    first = f"import peers; peers.{peer.make.__name__}()('It paid $5 million.')"
    return max(0.0, run(first) - run("import peers"))


def read_all(find: Reader, texts: Sequence[str]) -> None:
    """Read texts one after the other, as a timing needs it."""
    for text in texts:
        find(text)


def timed(readers: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the least seconds of each reader over many rounds, all of them in each round."""
    best = dict.fromkeys(readers, float("inf"))
    for number in range(rounds):
        print(f"\rround {number + 1} of {rounds}", end="", file=sys.stderr, flush=True)
        for name, run in readers.items():
            start = time.perf_counter()
            run()
            best[name] = min(best[name], time.perf_counter() - start)
    print("\r" + " " * 30 + "\r", end="", file=sys.stderr)
    return best


def measured(articles: dict[str, str], rounds: int) -> list[Result]:
    """Return what was measured of every library, of those too that are not there or fail."""
    results: list[Result] = []
    readers: dict[str, Callable[[], object]] = {}
    for peer in PEERS:
        result = Result(peer)
        results.append(result)
        try:
            result.version = metadata.version(peer.package)
        except metadata.PackageNotFoundError:
            result.problem = f"not installed: {peer.hint}"
            continue
        try:
            find = peer.make() if peer.whole else by_paragraph(peer.make())
            result.score = scored(peer, find, articles)
            result.start_ms = start_cost(peer)
        except Exception as error:
            result.problem = f"fails: {type(error).__name__}: {error}"
            continue
        texts = list(articles.values())
        if peer.whole:
            texts = [text[each.start : each.end] for name, text in articles.items() for each in gold(name, text)]
        readers[peer.make.__name__] = partial(read_all, find, texts)
        result.speed = sum(len(text.encode()) for text in texts) / 1000
    for name, seconds in timed(readers, rounds).items():
        next(each for each in results if each.peer.make.__name__ == name).speed /= seconds
    return results


HEADINGS = ("library", "value exact", "nearly", "and unit", "offsets", "extra", "KB/s", "start ms")


def rows(results: Iterable[Result]) -> list[tuple[str, ...]]:
    """Return the table, a row for each library."""
    found = []
    for result in results:
        note = f" ({result.peer.note})" if result.peer.note else ""
        name = f"{result.peer.package} {result.version}".strip() + note
        if result.problem:
            found.append((name, result.problem, *[""] * (len(HEADINGS) - 2)))
            continue
        score = result.score
        counts = [f"{each} of {score.asked}" for each in (score.exact, score.nearly, score.units, score.places)]
        found.append((name, *counts, str(score.extra), f"{result.speed:,.0f}", f"{result.start_ms:,.0f}"))
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description="Compare moneyfacts with other libraries that are installed.")
    parser.add_argument("--markdown", action="store_true", help="print a table for the documentation")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"timings of each library (default {ROUNDS})")
    options = parser.parse_args(arguments)
    articles = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*.txt"))}
    table = rows(measured(articles, max(1, options.rounds)))
    if options.markdown:
        print("\n".join("| " + " | ".join(row) + " |" for row in (HEADINGS, ("---",) * len(HEADINGS), *table)))
        return
    widths = [max(len(row[column]) for row in (HEADINGS, *table) if row[2]) for column in range(len(HEADINGS))]
    for row in (HEADINGS, *table):
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


if __name__ == "__main__":
    main()
