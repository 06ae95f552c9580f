"""Where the time goes: each stage of extract and check, as a multiple of a bare digit search over the same text.

    python bench/where.py [FILE ...]                 (by default the articles in examples/)
    python bench/where.py --against VERSION [FILE ...]

Machines differ and are noisy, so nothing here is in seconds: each stage and the floor are timed in one run, turn by
turn, and the least of many timings counts. `--against` times extract and check of this checkout against another
version, a git revision or a folder, turn by turn too: by default on texts of each language, from the project's tables.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import against
from moneyfacts.checks import RULES, Scene
from moneyfacts.lang import language
from moneyfacts.link import links
from moneyfacts.rates import ECB
from moneyfacts.read.layout import layout
from moneyfacts.read.scan import scan
from moneyfacts.read.sentences import sentences
from moneyfacts.resolve import resolve

ROUNDS = 60
DIGITS = re.compile(r"\d[\d,.]*")


def least(stages: dict[str, Callable[[], object]]) -> dict[str, int]:
    """Return the least nanoseconds of each stage over many rounds, all of them in each round."""
    best = dict.fromkeys(stages, sys.maxsize)
    for _ in range(ROUNDS):
        for name, run in stages.items():
            start = time.perf_counter_ns()
            run()
            best[name] = min(best[name], time.perf_counter_ns() - start)
    return best


def measure(text: str) -> None:
    english = language("en")
    drafts = scan(text, english)
    ranges = list(sentences(text, english, [draft.start for draft in drafts]))
    laid = layout(text)
    document = resolve(laid, drafts, english, None, None, ranges)
    scene = Scene(document, links(document, english), ECB)
    stages: dict[str, Callable[[], object]] = {
        "floor: a bare digit search": lambda: DIGITS.findall(text),
        "layout": lambda: layout.__wrapped__(text),
        "scan: the trigger pass alone": lambda: sum(1 for _ in english.trigger.find(" " + text)),
        "scan": lambda: scan(text, english),
        "sentences": lambda: list(sentences(text, english, [draft.start for draft in drafts])),
        "resolve": lambda: resolve(laid, scan(text, english), english, None, None, ranges),
        "link": lambda: links(document, english, ranges),
        **{f"check: {rule.name}": lambda rule=rule: list(rule.find(scene)) for rule in RULES},  # type: ignore[misc]
    }
    best = least(stages)
    best["resolve"] -= best["scan"]
    floor = best["floor: a bare digit search"]
    extract = best["scan"] + best["sentences"] + best["resolve"]
    check = extract + best["link"] + sum(taken for name, taken in best.items() if name.startswith("check"))
    for name, taken in {**best, "extract in all": extract, "check in all": check}.items():
        print(f"  {name:32s} {taken / floor:8.1f}")
    print(f"  {len(document)} facts in {len(text)} characters, {len(scene.links)} links")


def main() -> None:
    parser = argparse.ArgumentParser(description="Where the time goes.")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--against", metavar="VERSION", help="a git revision, or a folder that holds a checkout")
    asked = parser.parse_args()
    if asked.against:
        against.main(asked.against, asked.files)
        return
    examples = Path(__file__).parent.parent / "examples"
    for path in asked.files or sorted(examples.glob("*.txt")):
        print(path.name)
        measure(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
