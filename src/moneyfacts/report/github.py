"""Findings as commands of a GitHub workflow, which shows them beside the lines of a pull request.

    ::error file=article.txt,line=3,endLine=3,col=12,endColumn=50,title=growth conflicts::from $2.4 million ...

A conflict is an error, what is strained a warning, what is undecided a notice; what agrees is not shown. Columns are
left out of a stretch of several lines, where GitHub refuses them.

Source: "Workflow commands for GitHub Actions", and the escapes of `@actions/core`.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..model.findings import Verdict
from .located import Located
from .rows import one_line, perhaps

_COMMANDS: Mapping[Verdict, str] = {"conflicts": "error", "strained": "warning", "undecided": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def github_command(found: Located, *, everything: bool = False) -> str | None:
    """Return a finding as a command, None for one that is not shown; `everything` shows what is undecided."""
    finding = found.finding
    command = _COMMANDS.get(finding.verdict)
    if command is None or found.accepted or (finding.verdict == "undecided" and not everything):
        return None
    title = f"{finding.rule.replace('_', ' ')} {finding.verdict}"
    properties = {**_where(found), "title": title}
    listed = ",".join(f"{name}={str(value).translate(_PROPERTY)}" for name, value in properties.items())
    message = "\n".join((one_line(finding.message), *perhaps(finding)))
    return f"::{command} {listed}::{message.translate(_DATA)}\n"


def _where(found: Located) -> dict[str, object]:
    if found.file.path is None:
        return {}
    if found.file.row is not None:
        return {"file": found.file.path, "line": found.file.row}
    start, end = found.ends(*found.stretch)
    place: dict[str, object] = {"file": found.file.path, "line": start.line, "endLine": end.line}
    return place if start.line != end.line else {**place, "col": start.column, "endColumn": end.column}
