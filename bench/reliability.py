"""How reliable ties are: counts, over a corpus, how often figures that are tied agree, for each tie and each feature.

    python bench/reliability.py CORPUS ... [--judged FILE ...] [--write] [--jobs N] [--show N]

CORPUS is JSON Lines, or such a file packed by gzip: an object with `text` and, if known, `id`, `locale` and `published`
a line. Where figures belong together they nearly always agree, so the share of conflicts is that of wrong ties. FILE
says which conflicts were read, and what they are: objects with the `id` of the article, the `figures` of the conflict
(their words), and `real`, true or false. A conflict that nobody read counts as false.

What was false when the table was last written and is no conflict any more was mended: it stays in the table as such.

A feature is listed for a rule where its places conflict falsely at least `TIMES` as often as others; a tie is counted
where no listed feature holds. `--write` puts the counts into src/moneyfacts/link/reliability.toml; without it they are
printed. `--show N` prints N conflicts that nobody read, the most credible first.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from moneyfacts import RULES
from moneyfacts.api import published_rates
from moneyfacts.checks.confidence import distance
from moneyfacts.checks.run import found
from moneyfacts.link import links
from moneyfacts.link.features import Places
from moneyfacts.link.reliability import Audit, Counts, Reliability, measured
from moneyfacts.resolve.reading import read_text

TABLE = Path(__file__).resolve().parent.parent / "src" / "moneyfacts" / "link" / "reliability.toml"
TIMES = 2
FEWEST = 2  # false conflicts of a feature that is listed
MANY = 100  # places of a tie that has features of its own
_CHUNK = 50  # articles that a process takes at a time
_OFTEN = 1000  # articles between two words about progress
_AROUND = 120

HEAD = """\
# How often figures that are tied agree, are strained, and conflict, and how many of the conflicts were found real when
# they were read: for each rule, its ties where no listed feature holds, and each feature that predicts wrong ties.
# `mended`: conflicts that were counted and false until what tied them was mended. A tie of many places has features of
# its `own`.
# `off`: how far off conflicts were that were read. Written by bench/reliability.py; counted over {articles} articles.
# `audit`: a larger corpus, of whose conflicts some were read; bench/reliability.py leaves it as it is.
"""


class Place(NamedTuple):
    """What a rule says at one place: "agree", "strained" or "conflict", and for a conflict whether it is real."""

    article: str
    rule: str
    tie: str
    verdict: str
    features: frozenset[str]
    figures: tuple[str, ...]
    off: str | None
    message: str
    around: str


VERDICTS = {"agrees": "agree", "strained": "strained", "conflicts": "conflict"}


def lines(path: Path) -> Iterator[str]:
    """Yield the lines of a file that may be packed."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as stream:
        yield from stream


def each_once(articles: Iterable[str]) -> Iterator[str]:
    """Yield the lines of articles, each of which may be in several files, once."""
    seen = set()
    for line in articles:
        name = json.loads(line).get("id", line)
        if name not in seen:
            seen.add(name)
            yield line


def places(line: str) -> list[Place]:
    """Return what the rules say of an article."""
    article: dict[str, Any] = json.loads(line)
    published = date.fromisoformat(article["published"]) if article.get("published") else None
    reading = read_text(article["text"], article.get("locale") or "en", published, None)
    tied = links(reading.document, reading.language, reading.sentences)
    around, facts = _places_of(reading), {fact.start: fact for fact in reading.document.facts}
    weak = {frozenset(fact.start for _, fact in link.roles) for link in tied if link.weak}
    made = []
    for finding in found(reading.document, tied, published_rates(), RULES):
        if finding.verdict in VERDICTS and finding.tie is not None:
            if frozenset(part.start for part in finding.facts) in weak:
                continue  # it is believed where its figures agree, so that its agreeing proves nothing
            figures = [facts[part.start] for part in finding.facts if part.start in facts]
            if not figures:
                continue  # a weekday and its date: their places are not measured
            first, last = figures[0].start, figures[-1].end
            made.append(
                Place(
                    str(article.get("id", "")),
                    finding.rule,
                    finding.tie,
                    VERDICTS[finding.verdict],
                    around.features(figures),
                    tuple(part.text for part in finding.facts),
                    distance(finding) if finding.verdict == "conflicts" else None,
                    finding.message if finding.verdict == "conflicts" else "",
                    reading.document.text[max(0, first - _AROUND) : last + _AROUND],
                )
            )
    return made


def _places_of(reading: Any) -> Places:
    return Places(reading.document, reading.sentences, reading.language)


class Judgements:
    """Conflicts that were read: whether each is real."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._read: dict[str, list[tuple[frozenset[str], bool]]] = defaultdict(list)
        for line in chain.from_iterable(map(lines, files)):
            each = json.loads(line)
            if each["real"] is not None:
                self._read[each["id"]].append((frozenset(each["figures"]), each["real"]))

    def of(self, place: Place) -> bool | None:
        """Return whether a conflict is real, None where nobody read it."""
        for figures, real in self._read.get(place.article, ()):
            if len(figures.intersection(place.figures)) >= min(2, len(figures)):
                return real
        return None


def counts(each: Iterable[tuple[Place, bool | None]]) -> Counts:
    """Return how often places agree, are strained, conflict, and conflict truly."""
    tally = Counter(name for place, real in each for name in (place.verdict, *(["real"] if real else [])))
    return Counts(**{name: tally[name] for name in Counts._fields})


def predicting(judged: Sequence[tuple[Place, bool | None]]) -> list[str]:
    """Return the features of a rule with which ties are wrong at least so many times as often as without."""
    listed = []
    for name in sorted({name for place, _ in judged for name in place.features}):
        with_it = counts(each for each in judged if name in each[0].features)
        without = counts(each for each in judged if name not in each[0].features)
        rate = (without.false + 1) / (without.places + 1)
        if with_it.false >= FEWEST and with_it.false / with_it.places > TIMES * rate:
            listed.append(name)
    return listed


def remembering(now: Counts, before: Counts) -> Counts:
    """Return counts with the false conflicts that were counted before and have been mended since."""
    return now._replace(mended=before.mended + max(0, before.false - now.false))


def remembered(now: Mapping[str, Counts], before: Mapping[str, Counts]) -> dict[str, Counts]:
    """Return the counts of each name, with what has been mended; a name that nothing has any more keeps that."""
    every = {name: remembering(now.get(name, Counts()), before.get(name, Counts())) for name in {*now, *before}}
    return {name: each for name, each in sorted(every.items()) if each.places or each.mended}


def tables(judged: Sequence[tuple[Place, bool | None]]) -> Iterator[tuple[str, dict[str, Counts]]]:
    """Yield the tables of each rule: the name, below the rule's, and the counts by name.

    A tie of many places, or that had them, has features of its own; all others of a rule have some in common.
    """
    for rule in sorted({place.rule for place, _ in judged} | measured().rules.keys()):
        every = [each for each in judged if each[0].rule == rule]
        before = measured().rules.get(rule, Reliability())
        many = {*before.own, *(tie for tie, n in Counter(place.tie for place, _ in every).items() if n >= MANY)}
        groups = {tie: [each for each in every if each[0].tie == tie] for tie in sorted(many)}
        groups[""] = [each for each in every if each[0].tie not in many]
        clean: list[tuple[Place, bool | None]] = []
        tabled = {}
        for tie, group in groups.items():
            known = before.own.get(tie, {}) if tie else before.features
            features = {*predicting(group), *(name for name, each in known.items() if each.false or each.mended)}
            clean += (each for each in group if each[0].features.isdisjoint(features))
            listed = {name: counts(each for each in group if name in each[0].features) for name in features}
            tabled[f".own.{tie}" if tie else ".features"] = remembered(listed, known)
        ties = {tie: counts(each for each in clean if each[0].tie == tie) for tie in {place.tie for place, _ in clean}}
        yield rule, {"every": remembering(counts(every), before.every)}
        yield f"{rule}.ties", remembered(ties, before.ties)
        yield from ((f"{rule}{name}", listed) for name, listed in sorted(tabled.items()))


def written(judged: Sequence[tuple[Place, bool | None]], articles: int) -> str:
    """Return the counts as `reliability.toml` has them; audits stay as they are."""
    out = [HEAD.format(articles=articles)]
    off = {name: [real for place, real in judged if place.off == name and real is not None] for name in OFF}
    out.append("[off]")
    for name, read in off.items():
        false = max(len(read) - sum(read), measured().off[name].false)  # what was mended is as far off as before
        out.append(f"{name} = {{ real = {sum(read)}, false = {false} }}")
    out += ["", "[audit]", *(_line(name, audit) for name, audit in measured().audits.items())]
    for table, named in tables(judged):
        if named or ".own." in table:  # a tie without features that predict anything has an empty table
            out += ["", f"[rules.{table}]"]
            out += [_line(name, each) for name, each in named.items()]
    return "\n".join(out) + "\n"


def _line(name: str, counts: Counts | Audit) -> str:
    listed = (f"{key} = {n}" for key, n in counts._asdict().items() if n or key != "mended")
    return f"{name} = {{ {', '.join(listed)} }}"


OFF = ("near", "thousands", "far")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="+", type=Path)
    parser.add_argument("--judged", action="append", type=Path, default=[])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--show", type=int, default=0, metavar="N")
    asked = parser.parse_args()
    judgements = Judgements(asked.judged)
    judged: list[tuple[Place, bool | None]] = []
    articles = 0
    with ProcessPoolExecutor(asked.jobs) as pool:
        for each in pool.map(places, each_once(chain.from_iterable(map(lines, asked.corpus))), chunksize=_CHUNK):
            articles += 1
            if articles % _OFTEN == 0:
                print(f"{articles} articles", file=sys.stderr)
            judged += [(place, judgements.of(place) if place.verdict == "conflict" else None) for place in each]
    text = written(judged, articles)
    if asked.write:
        TABLE.write_text(text, encoding="utf-8")
    else:
        print(text)
    unread = [place for place, real in judged if place.verdict == "conflict" and real is None]
    print(f"{len(unread)} conflicts that nobody read", file=sys.stderr)
    for place in unread[: asked.show]:
        print(f"{place.rule}/{place.tie} {place.article}: {place.message}\n    {place.around!r}")


if __name__ == "__main__":
    main()
