"""One version timed against another: the same texts, in one run, turn by turn.

Each version runs in a process of its own, and only one of them at a time. What counts is the least of many timings, of
the processor's time that the process had, so that what else the machine does falls out.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from subprocess import Popen

from gains import Text, own_texts
from versions import source, started

VERBS = ("extract", "check")
ROUNDS = 20
SAMPLE = 6000  # characters of each language

Timings = dict[str, tuple[int, int]]
"""The least nanoseconds of the old version and of the new one, by verb."""


def samples(texts: Iterable[Text]) -> dict[str, Text]:
    """Return a text of each language, by its name: pieces of all its texts, from the first to the last."""
    by_language: dict[str, list[str]] = {}
    for text in texts:
        by_language.setdefault(text.locale.partition("_")[0], []).append(text.text)
    found = {}
    for name, pieces in sorted(by_language.items()):
        step = max(1, sum(map(len, pieces)) // SAMPLE)
        found[name] = Text("\n\n".join(pieces[::step])[:SAMPLE], name)
    return found


def timed() -> None:
    """Print how many nanoseconds each thing asked for on standard input takes. It runs in a process of each version."""
    import moneyfacts

    for line in sys.stdin:
        verb, text, locale = json.loads(line)
        start = time.process_time_ns()
        getattr(moneyfacts, verb)(text, locale=locale)
        print(time.process_time_ns() - start, flush=True)


def timings(versions: Sequence[Path], texts: Mapping[str, Text], rounds: int = ROUNDS) -> dict[str, Timings]:
    """Return what an old version and a new one take for each text; who begins changes with each round."""
    found: dict[str, Timings] = {}
    with ExitStack() as stack:
        processes = [stack.enter_context(started(each, "import against; against.timed()")) for each in versions]
        for name, text in texts.items():
            for verb in VERBS:
                best = [sys.maxsize, sys.maxsize]
                for turn in range(rounds + 1):
                    for side in (0, 1) if turn % 2 else (1, 0):
                        taken = _asked(processes[side], verb, text)
                        if turn:  # the first loads the tables of the language
                            best[side] = min(best[side], taken)
                found.setdefault(name, {})[verb] = (best[0], best[1])
    return found


def _asked(process: Popen[str], verb: str, text: Text) -> int:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps([verb, text.text, text.locale]) + "\n")
    process.stdin.flush()
    answer = process.stdout.readline()
    if not answer:
        raise SystemExit("a version stopped: see its error above")
    return int(answer)


def table(found: Mapping[str, Timings]) -> str:
    """Return the new version's time as a multiple of the old one's, for each text, and for all texts together."""
    lines = [f"{'':32}" + "".join(f"{verb:>10}" for verb in VERBS)]
    before, after = ({verb: sum(each[verb][side] for each in found.values()) for verb in VERBS} for side in (0, 1))
    whole: Timings = {verb: (before[verb], after[verb]) for verb in VERBS}
    for name, taken in [*found.items(), ("all of them", whole)]:
        lines.append(f"{name:32}" + "".join(f"{taken[verb][1] / taken[verb][0]:10.2f}" for verb in VERBS))
    return "\n".join(lines)


def main(old: str, paths: Sequence[Path]) -> None:
    """Print the table for this checkout against an old version: of the files given, or of the project's own texts."""
    texts = {path.name: Text(path.read_text(encoding="utf-8")) for path in paths} or samples(own_texts())
    with source(old) as before, source(str(Path(__file__).parent.parent)) as after:
        print(table(timings((before, after), texts)))
