"""The file of findings that were seen and accepted: read, held against what is found now, and written.

It is JSON, sorted, an entry of a few lines for each finding, so that a change of it can be reviewed like any other:

    {
      "moneyfacts_baseline": 1,
      "accepted": [
        {
          "source": "article.txt",
          "rule": "growth",
          "key": "553bf3a9b1bf5425",
          "message": "from $2.4 million to $3.1 million is up 24.49% to 34.04%, not 50%"
        }
      ]
    }

Only the key decides (see `Finding.key`); the rest is for people, and says which entries a run could have met again.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

from ..model.findings import Finding
from ..report.jsonlines import json_page
from ..report.rows import one_line
from .trouble import Fault

_VERSION = 1


class Entry(msgspec.Struct, frozen=True, order=True):
    """A finding that was accepted: of which text, by which rule, and what it said."""

    source: str
    rule: str
    key: str
    message: str

    @classmethod
    def of(cls, finding: Finding, source: str) -> Entry:
        """Return the entry of a finding that a verb has found."""
        return cls(source, finding.rule, finding.key or "", one_line(finding.message))


class _File(msgspec.Struct):
    moneyfacts_baseline: int
    accepted: tuple[Entry, ...]


def read_baseline(file: str) -> tuple[Entry, ...]:
    """Return the entries of a file; raises Fault, with what is wrong, for one that is none."""
    try:
        read = msgspec.json.decode(Path(file).read_bytes(), type=_File)
    except OSError as problem:
        raise Fault(f"{file}: {problem.strerror or problem}; --write-baseline writes a baseline") from None
    except (msgspec.DecodeError, UnicodeError) as problem:  # what is no baseline is a DecodeError too, and says where
        raise Fault(f"{file}: not a baseline, which --write-baseline writes: {problem}") from None
    if read.moneyfacts_baseline != _VERSION:
        raise Fault(f"{file}: a baseline of version {read.moneyfacts_baseline}; this moneyfacts reads {_VERSION}")
    return read.accepted


def write_baseline(file: str, entries: Iterable[Entry]) -> int:
    """Write a file with these entries, all of it or nothing, and return how many there are; raises Fault."""
    unique = {(each.source, each.rule, each.key): each for each in sorted(entries, reverse=True)}
    listed = [msgspec.structs.asdict(each) for each in sorted(unique.values())]
    data = json_page({"moneyfacts_baseline": _VERSION, "accepted": listed})
    target = Path(file).resolve()  # a link stays one
    beside = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        beside.write_bytes(data)
        beside.replace(target)
    except OSError as problem:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise Fault(f"{file}: {problem.strerror or problem}") from None
    return len(listed)
