"""Gains and losses: each fact and finding that one version of the library reads, and another does not or otherwise.

    python bench/gains.py OLD NEW [PATH ...] [--only] [--markdown] [--limit N] [--messages] [--new-fields]

OLD and NEW are git revisions, or folders that hold a checkout: "." is the files as they are now. Both versions read the
project's own texts (the tables of tests/reading and tests/linking, sources and claims of tests/grounding, the
articles in examples/) and each PATH: a text, a folder of texts (*.txt), or JSON Lines with `text` and, if known,
`locale` and `published` (*.jsonl, *.jsonl.gz). Each difference is a line as the changelog has it under "Read
differently": the text, before -> after. Nothing but `extract`, `check` and `to_dict` is asked of a version, so that
two that are far apart can be compared; a field that only one of them has is no difference unless `--new-fields` asks.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from versions import ROOT, source, started

Record = dict[str, Any]
"""What `to_dict` gives."""

WAYS = ("gained", "lost", "changed")
NOTHING = "nothing"
_QUOTED = 100  # a longer text is cut to the words around its figures
_AROUND = 40
_SHOWN = 3  # fields that differ where all words are the same
_OFTEN = 2000  # texts between two words about progress


@dataclass(frozen=True)
class Text:
    """A text, what it is read with, and the table or file that it is from."""

    text: str
    locale: str = "en"
    published: str | None = None
    home: str | None = None
    table: str = field(default="", compare=False)


@dataclass(frozen=True)
class Difference:
    """What stood at a place of a text before, and what stands there after; either may be nothing."""

    what: str
    before: str
    after: str
    quote: str
    text: Text

    @property
    def way(self) -> str:
        return "gained" if self.before == NOTHING else "lost" if self.after == NOTHING else "changed"

    def __str__(self) -> str:
        locale = "" if self.text.locale == "en" else f" ({self.text.locale})"
        return f'- "{self.quote}"{locale}: {self.before} -> {self.after}'


def own_texts() -> Iterator[Text]:
    """Yield the project's own texts, as the tests of the checkout that this file is in have them."""
    sys.path.insert(0, str(ROOT / "tests"))
    import grounding_cases
    import tables

    for folder, mark in (("reading", tables.ARROW), ("linking", ": ")):
        for path in sorted((ROOT / "tests" / folder).rglob("*.txt")):
            name = path.relative_to(ROOT / "tests").with_suffix("").as_posix()
            for row in tables.rows(path.read_text(encoding="utf-8"), name, mark):
                yield Text(row.text, row.locale, _iso(row.published), row.home, name)
    for case in grounding_cases.load():
        name = f"grounding/{case.name.partition(':')[0]}"
        for each in case.sources:
            yield Text(each.text, each.locale, _iso(each.published), None, name)
        yield Text(case.claim, case.locale, _iso(case.published), None, name)
    yield from texts_at(ROOT / "examples")


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def texts_at(path: Path) -> Iterator[Text]:
    """Yield the texts of a file, or of a folder's files."""
    if path.is_dir():
        for each in sorted(path.rglob("*")):
            if each.suffix == ".txt" or each.name.endswith((".jsonl", ".jsonl.gz")):
                yield from texts_at(each)
    elif path.name.endswith((".jsonl", ".jsonl.gz")):
        with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                yield Text(record["text"], record.get("locale") or "en", record.get("published"), None, path.name)
    else:
        yield Text(path.read_text(encoding="utf-8"), table=path.parent.name)


def read(path: Path) -> None:
    """Print a line for each text of a file: what the library finds in it. It runs in a process of each version."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            print(json.dumps(_reading(Text(**json.loads(line)))))


def _reading(text: Text) -> Record:
    import moneyfacts

    published = date.fromisoformat(text.published) if text.published else None
    found: Record = {"facts": [], "findings": [], "raised": None}
    try:
        document = moneyfacts.extract(text.text, text.locale, published, text.home)
        found["facts"] = [fact.to_dict() for fact in document]
        found["findings"] = [finding.to_dict() for finding in moneyfacts.check(document)]
    except Exception as error:  # one version's error is a difference like any other
        found["raised"] = f"{type(error).__name__}: {error}"
    return found


def readings(versions: Sequence[Path], texts: Sequence[Text]) -> Iterator[list[Record]]:
    """Yield what each version finds in each text, the versions side by side, each in a process of its own."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        corpus = Path(folder) / "corpus"
        corpus.write_text("".join(json.dumps(asdict(text)) + "\n" for text in texts), encoding="utf-8")
        program = "import sys, pathlib, gains; gains.read(pathlib.Path(sys.argv[1]))"
        processes = [stack.enter_context(started(version, program, str(corpus))) for version in versions]
        for turn in range(1, len(texts) + 1):
            lines = [process.stdout.readline() for process in processes if process.stdout]
            if not all(lines):
                raise SystemExit("a version stopped: see its error above")
            yield [json.loads(line) for line in lines]
            if turn % _OFTEN == 0:
                print(f"{turn:,} of {len(texts):,} texts", file=sys.stderr, flush=True)


@dataclass(frozen=True)
class Comparison:
    """How two records are compared: whether the words of messages count, and fields that only one of them has."""

    messages: bool = False
    new_fields: bool = False

    def leaves(self, old: Any, new: Any, path: str = "") -> Iterator[tuple[str, Any, Any]]:
        """Yield where two records differ, by the names that lead there, and both values."""
        if old == new:
            return
        if isinstance(old, dict) and isinstance(new, dict):
            for key in [*old, *(key for key in new if key not in old)]:
                known = self.new_fields or (key in old and key in new)
                if known and (key != "message" or self.messages):
                    yield from self.leaves(old.get(key), new.get(key), f"{path}.{key}".lstrip("."))
        elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
            for turn, (one, other) in enumerate(zip(old, new, strict=True)):
                yield from self.leaves(one, other, f"{path}.{turn}")
        else:
            yield path, old, new

    def differences(self, text: Text, old: Record, new: Record) -> Iterator[Difference]:
        """Yield what two readings of a text do not share."""
        if old["raised"] != new["raised"]:
            yield Difference("error", _raised(old), _raised(new), _quote(text.text, []), text)
            return
        for name, meet, said in (("facts", _overlap, fact_said), ("findings", _share_figures, finding_said)):
            for before, after in self._apart(old[name], new[name], meet):
                first, last = self._sides(before, after, said)
                what = (after or before)[0]
                spans = [place for record in before + after for place in _places(record)]
                yield Difference(what.get("kind") or what["rule"], first, last, _quote(text.text, spans), text)

    def _apart(
        self, old: list[Record], new: list[Record], meet: Callable[[Record, Record], bool]
    ) -> Iterator[tuple[list[Record], list[Record]]]:
        """Yield the records that have no equal on the other side, in groups of those that meet."""
        left, groups = list(new), list[tuple[list[Record], list[Record]]]()
        alone = []
        for record in old:
            equal = next((each for each in left if not any(self.leaves(record, each))), None)
            if equal is None:
                alone.append(record)
            else:
                left.remove(equal)
        for record, side in [*((record, 0) for record in alone), *((record, 1) for record in left)]:
            group: tuple[list[Record], list[Record]] = ([], [])
            group[side].append(record)
            for other in [each for each in groups if any(meet(record, one) for one in each[0] + each[1])]:
                groups.remove(other)
                for mine, theirs in zip(group, other, strict=True):
                    mine[:0] = theirs
            groups.append(group)
        yield from sorted(groups, key=lambda group: min(_places(record)[0] for record in group[0] + group[1]))

    def _sides(self, before: list[Record], after: list[Record], said: Callable[[Record], str]) -> tuple[str, str]:
        """Return what stood and what stands in words; where these are the same, with the first fields that are not."""
        first, last = (_joined(map(said, each)) for each in (before, after))
        if first != last:
            return first, last
        leaves = [leaf for pair in zip(before, after, strict=False) for leaf in self.leaves(*pair)][:_SHOWN]
        old, new = (", ".join(f"{leaf[0]} {_plain(leaf[side])}" for leaf in leaves) for side in (1, 2))
        return f"{first}, {old}", new


def fact_said(fact: Record) -> str:
    """Return a fact in the words of the tables: "money USD? 3100000 per year above", "change up 5 percent"."""
    value = fact["value"] or {}
    candidates = value.get("candidates") or []
    code = value.get("currency")
    parts = [
        fact["kind"],
        value.get("direction"),
        f"{code}{'?' * (len(candidates) > 1)}" if code else None,
        _range(value),
        value.get("unit"),
        value.get("of"),
        value.get("grain"),
        value.get("label"),
        f"per {value['per']}" if value.get("per") else None,
        value.get("basis"),
        *(f"or {each}" for each in value.get("alternatives") or ()),
        f"because {value['unresolved']}" if value.get("unresolved") else None,
        (fact.get("qualifier") or {}).get("sense"),
    ]
    return " ".join(part for part in parts if part)


def finding_said(finding: Record) -> str:
    """Return a finding in the words of the tables: "growth agrees: pct 5%, current $3.1 million"."""
    figures = ", ".join(f"{part['role']} {part['text']}" for part in finding["facts"])
    return f"{finding['rule']} {finding['verdict']}: {figures}"


def _range(value: Record) -> str | None:
    if "start" in value:
        start, end = value["start"] or "", value["end"] or ""
        return start if start == end else f"{start}..{end}"
    if value.get("amount") is not None:
        return str(value["amount"])
    return f"{value['low']}..{value['high']}" if value.get("low") is not None else None


def _joined(said: Iterable[str]) -> str:
    return " and ".join(said) or NOTHING


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _raised(reading: Record) -> str:
    return reading["raised"] or f"{len(reading['facts'])} facts, {len(reading['findings'])} findings"


def _places(record: Record) -> list[tuple[int, int]]:
    """Return where the figures of a fact or of a finding stand."""
    return [(each["start"], each["end"]) for each in record.get("facts", [record])]


def _overlap(one: Record, other: Record) -> bool:
    (start, end), (other_start, other_end) = *_places(one), *_places(other)
    return start < other_end and other_start < end


def _share_figures(one: Record, other: Record) -> bool:
    """Tell whether two findings speak of the same: two figures of both, or one by the same rule."""
    shared = set(_places(one)) & set(_places(other))
    return len(shared) > 1 or (len(shared) == 1 and bool(one["rule"] == other["rule"]))


def _quote(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a short text whole, and of a longer one the words around some places."""
    start, end = 0, len(text)
    if len(text) > _QUOTED:
        start = max(0, min((first for first, _ in spans), default=0) - _AROUND)
        end = min(len(text), max((last for _, last in spans), default=_QUOTED) + _AROUND)
    said = text[start:end]
    if start and (cut := said.find(" ", 0, _AROUND)) >= 0:
        said = said[cut + 1 :]
    if end < len(text) and (cut := said.rfind(" ", len(said) - _AROUND)) >= 0:
        said = said[:cut]
    return "… " * (start > 0) + " ".join(said.split()) + " …" * (end < len(text))


def summary(differences: Sequence[Difference], markdown: bool) -> str:
    """Return how many were gained, lost and changed: in all, and by kind or rule, by locale and by table."""
    columns: dict[str, list[str]] = {
        "": ["in all" for _ in differences],
        "kind or rule": [each.what for each in differences],
        "locale": [each.text.locale for each in differences],
        "table": [each.text.table for each in differences],
    }
    shown = []
    for heading, names in columns.items():
        counts = Counter(zip(names, (each.way for each in differences), strict=True))
        rows = [(name, *(f"{counts[name, way]:,}" for way in WAYS)) for name in sorted(set(names))]
        if markdown:
            lines = [" | ".join(row).join(("| ", " |")) for row in ((heading, *WAYS), *rows)]
            shown.append("\n".join([lines[0], "|---|---:|---:|---:|", *lines[1:]]))
        else:
            shown.append(
                "\n".join(f"{row[0]:40}{row[1]:>9}{row[2]:>9}{row[3]:>9}" for row in ((heading, *WAYS), *rows))
            )
    return "\n\n".join(shown) if differences else "nothing gained, lost or changed"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Each fact and finding gained, lost or changed between two versions.")
    parser.add_argument("old", help='a git revision, or a folder that holds a checkout, "." for one')
    parser.add_argument("new", help="the same")
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="more texts: *.txt, *.jsonl, *.jsonl.gz")
    parser.add_argument("--only", action="store_true", help="read the paths alone, not the project's own texts")
    parser.add_argument("--markdown", action="store_true", help="print what the changelog takes, and a table")
    parser.add_argument("--limit", type=int, metavar="N", help="print no more than N differences; all are counted")
    parser.add_argument("--messages", action="store_true", help="the words of a finding's sentence count too")
    parser.add_argument("--new-fields", action="store_true", help="fields that only one version has count too")
    asked = parser.parse_args(arguments)
    for path in asked.paths:
        if not path.exists():
            parser.error(f"no such file or folder: {path}")
    texts = list(
        dict.fromkeys([*([] if asked.only else own_texts()), *chain.from_iterable(map(texts_at, asked.paths))])
    )
    comparison = Comparison(asked.messages, asked.new_fields)
    with source(asked.old) as old, source(asked.new) as new:
        found = [
            difference
            for text, (before, after) in zip(texts, readings((old, new), texts), strict=True)
            for difference in comparison.differences(text, before, after)
        ]
    if asked.markdown and found:
        print("### Read differently")
    for difference in found[: asked.limit]:
        print(difference)
    if asked.limit is not None and len(found) > asked.limit:
        print(f"… and {len(found) - asked.limit:,} more")
    print(f"\n{len(texts):,} texts, {asked.old} -> {asked.new}\n")
    print(summary(found, asked.markdown))


if __name__ == "__main__":
    main()
