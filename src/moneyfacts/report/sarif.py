"""Findings as a SARIF 2.1.0 log, which code scanning and editors read (OASIS, 27 March 2020).

A conflict is an error, what is strained a warning. What agrees passes, and what is undecided is open: both are results
without a level, which only `everything` adds. Each result has its rule, its message, the stretch from its first figure
to its last within its sentence, each figure with its role, and the key of the finding as its fingerprint; one that was
accepted before is suppressed. Columns are code points.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from ..checks import Rule
from ..model.findings import Verdict
from .jsonlines import json_page
from .located import File, Located
from .rows import one_line, perhaps

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "moneyfactsKey/v1"

_KINDS: Mapping[Verdict, tuple[str, str]] = {  # kind and level: a level only where something failed
    "conflicts": ("fail", "error"),
    "strained": ("fail", "warning"),
    "undecided": ("open", "none"),
    "agrees": ("pass", "none"),
}


def sarif_log(found: Iterable[Located], rules: Sequence[Rule], version: str, *, everything: bool = False) -> bytes:
    """Return findings as a SARIF log, indented, in UTF-8; `rules` are those that ran, `version` is the library's."""
    names = list(dict.fromkeys(rule.name for rule in rules))
    results = []
    for each in found:
        if everything or _KINDS[each.finding.verdict][0] == "fail":
            if each.finding.rule not in names:  # a rule may give its findings any name
                names.append(each.finding.rule)
            results.append(_result(each, names.index(each.finding.rule)))
    about = {rule.name: getattr(rule, "about", None) for rule in rules}
    driver = {"name": "moneyfacts", "version": version, "rules": [_rule(name, about.get(name)) for name in names]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_page(log)


def _rule(name: str, about: str | None) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": name, "name": "".join(word.capitalize() for word in name.split("_"))}
    return {**rule, "shortDescription": {"text": about}} if about else rule


def _result(found: Located, rule: int) -> dict[str, Any]:
    finding = found.finding
    kind, level = _KINDS[finding.verdict]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "kind": kind,
        "level": level,
        "message": {"text": "\n".join((one_line(finding.message), *perhaps(finding)))},
        "locations": [{"physicalLocation": _physical(found, *found.stretch, within=True)}],
        "properties": {"verdict": finding.verdict, "tie": finding.tie},
    }
    if finding.facts and found.file.row is None:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": f"{part.role.replace('_', ' ')}: {one_line(part.text)}"},
                "physicalLocation": _physical(found, part.start, part.end),
            }
            for number, part in enumerate(finding.facts)
        ]
    if finding.key:
        result["partialFingerprints"] = {FINGERPRINT: finding.key}
    if found.accepted:
        result["suppressions"] = [{"kind": "external", "justification": "seen and accepted: it is in the baseline"}]
    return result


def _physical(found: Located, start: int, end: int, *, within: bool = False) -> dict[str, Any]:
    """Return a stretch of a text in its file; `within` the sentence that holds it."""
    artifact = {"artifactLocation": {"uri": _uri(found.file)}}
    if found.file.row is not None:
        return {**artifact, "region": {"startLine": found.file.row}}
    sentence = found.finding.sentence
    physical = {**artifact, "region": _region(found, start, end)}
    if within and sentence and sentence.end - sentence.start > end - start:
        physical["contextRegion"] = _region(found, sentence.start, sentence.end)
    return physical


def _region(found: Located, start: int, end: int) -> dict[str, Any]:
    first, last = found.ends(start, end)
    return {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
        "snippet": {"text": found.text[start:end]},
    }


def _uri(file: File) -> str:
    """Return a path as a reference; standard input is called "stdin".

    >>> _uri(File("news/über 5%.txt")), _uri(File("/srv/a.txt")), _uri(File(None)), _uri(File("C:/news/a.txt"))
    ('news/%C3%BCber%205%25.txt', 'file:///srv/a.txt', 'stdin', 'file:///C:/news/a.txt')
    """
    if file.path is None:
        return "stdin"
    path = quote(file.path, safe="/:" if file.path[1:3] == ":/" else "/", errors="surrogateescape")
    if PurePosixPath(file.path).is_absolute():
        return f"file://{path}"
    return f"file:///{path}" if file.path[1:3] == ":/" else path
