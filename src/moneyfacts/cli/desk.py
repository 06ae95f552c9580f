"""What an editor's desk asks of `check`: which rules, in which form, what was accepted before, and when to fail."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath
from typing import Any

import click
import msgspec

from .. import __version__
from ..checks import Rule
from ..model.facts import Document
from ..model.findings import VERDICTS, Report, Verdict
from ..report.github import github_command
from ..report.located import File, Located
from ..report.places import Places
from ..report.sarif import sarif_log
from ..report.totals import Totals
from .baseline import Entry, read_baseline, write_baseline
from .options import Wanted, output_of
from .output import write
from .parameters import a_file, options_of
from .sources import Source
from .trouble import say

FORMATS = ("text", "json", "github", "sarif")
_TO_ACCEPT: tuple[Verdict, ...] = ("conflicts", "strained")  # what somebody has to look at


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The options of `with_desk`, under their names."""

    only: tuple[str, ...]
    passed_over: tuple[str, ...]
    form: str | None
    fail_on: Verdict
    baseline: str | None
    new_baseline: str | None
    everything: bool


def _names(_ctx: click.Context, _param: click.Parameter, typed: Sequence[str]) -> tuple[str, ...]:
    """Read names that are parted by commas, or in several options; "part whole" is as good as "part_whole"."""
    listed = (name.strip().replace(" ", "_").replace("-", "_") for each in typed for name in each.split(","))
    return tuple(name for name in listed if name)


with_desk = options_of(
    click.option("--only", multiple=True, metavar="RULE,...", callback=_names, help="Run these rules alone."),
    click.option(
        "--skip", "passed_over", multiple=True, metavar="RULE,...", callback=_names, help="Run all rules but these."
    ),
    click.option(
        "--format",
        "form",
        type=click.Choice(FORMATS),
        help="text: for people (the default). json: as --json. github: commands of a GitHub workflow, which show "
        "findings beside the lines. sarif: one SARIF 2.1.0 log.",
    ),
    click.option(
        "--fail-on",
        type=click.Choice([verdict for verdict in VERDICTS if verdict != "agrees"]),
        default="conflicts",
        show_default=True,
        help="Exit with 1 where a finding has this verdict, or a worse one.",
    ),
    click.option(
        "--baseline", type=a_file, metavar="FILE", help="Leave out the findings of FILE: they were seen and accepted."
    ),
    click.option(
        "--write-baseline",
        "new_baseline",
        type=a_file,
        metavar="FILE",
        help="Accept what conflicts or is strained now: write it to FILE, for --baseline, and exit with 0.",
    ),
    click.option(
        "--all", "everything", is_flag=True, help="Show what is undecided too, and what findings derive or assume."
    ),
)


def asked_of(options: dict[str, Any]) -> Asked:
    """Return what was asked for by the options of `with_desk`, and take them out of `options`."""
    asked = Asked(**{name: options.pop(name) for name in Asked.__struct_fields__})
    if options["as_json"]:
        if asked.form not in (None, "json"):
            raise click.UsageError(f"--json or --format {asked.form}: one of the two.")
    elif asked.form == "json":
        options["as_json"] = True
    return asked


def chosen(rules: Iterable[Rule], asked: Asked) -> tuple[Rule, ...]:
    """Return the rules that `--only` and `--skip` leave, in their order; a name that none has is a wrong usage."""
    listed = tuple(rules)
    names = list(dict.fromkeys(rule.name for rule in listed))
    for option, typed in (("--only", asked.only), ("--skip", asked.passed_over)):
        for name in typed:
            if name not in names:
                raise click.BadParameter(
                    f"no rule is called {name!r}; there are {', '.join(names)}", param_hint=f"'{option}'"
                )
    only = asked.only or names
    return tuple(rule for rule in listed if rule.name in only and rule.name not in asked.passed_over)


class Desk:
    """What comes of each report: it is held against the baseline, shown, and counted for the exit code."""

    def __init__(self, wanted: Wanted, asked: Asked, rules: Sequence[Rule]) -> None:
        self._wanted = wanted
        self._asked = asked
        self._rules = rules
        self._output = output_of(wanted)
        self._failing = VERDICTS[: VERDICTS.index(asked.fail_on) + 1]
        self._known = _known(asked)
        self._keys = {entry.key for entry in self._known}
        self._read: set[str] = set()  # the names of the texts that were read
        self._met: set[str] = set()  # the keys that were found
        self._found: list[Entry] = []  # what a new baseline accepts
        self._located: list[Located] = []
        self._totals = Totals()
        self._failed = False

    def take(self, source: Source, document: Document, report: Report) -> None:
        """Show what `check` found in a text, but for what was accepted."""
        name = _name(source)
        accepted = [finding for finding in report if finding.key in self._keys]
        new = Report(
            *(tuple(each for each in found if each.key not in self._keys) for found in (report, report.doubtful))
        )
        self._read.add(name)
        self._met.update(finding.key for finding in report if finding.key)
        self._found += (Entry.of(each, name) for verdict in _TO_ACCEPT for each in report.of(verdict))
        self._failed = self._failed or any(new.of(verdict) for verdict in self._failing)
        self._totals.add(new, len(accepted))
        if self._asked.form in ("github", "sarif"):
            self._locate(source, document, report)
        else:
            self._output.findings(
                source, document, new, everything=self._asked.everything, name=name, accepted=len(accepted)
            )

    def _locate(self, source: Source, document: Document, report: Report) -> None:
        file = File(None if source.file is None else PurePath(source.file).as_posix(), source.row)
        places = Places(document.text)
        located = [Located(each, file, document.text, places, each.key in self._keys) for each in report]
        if self._asked.form == "sarif":
            self._located += located
        else:
            write("".join(filter(None, (github_command(each, everything=self._asked.everything) for each in located))))

    def close(self) -> int:
        """Show what is shown of all texts together, see to the baselines, and return the exit code."""
        if self._asked.form == "sarif":
            write(sarif_log(self._located, self._rules, __version__, everything=self._asked.everything))
        elif self._asked.form != "github":
            self._output.totals(self._totals)
        stale = self._stale()
        for entry in stale:
            say("Stale", f"{self._asked.baseline}: {entry.key}, {entry.rule} in {entry.source}: {entry.message}")
        if self._asked.new_baseline is None:
            return 1 if self._failed else 0
        kept = [each for each in self._known if each.source not in self._read or each.rule not in self._names()]
        count = write_baseline(self._asked.new_baseline, (*self._found, *kept))
        say("Accepted", f"{count} finding{'' if count == 1 else 's'} in {self._asked.new_baseline}")
        return 0

    def _stale(self) -> list[Entry]:
        """Return the entries that this run should have met and has not: the article was mended, or edited."""
        names = self._names()
        return [
            each
            for each in self._known
            if each.key not in self._met and each.source in self._read and each.rule in names
        ]

    def _names(self) -> set[str]:
        return {rule.name for rule in self._rules}


def _known(asked: Asked) -> tuple[Entry, ...]:
    """Return what was accepted before: nothing where the file is only now to be written."""
    if asked.baseline is None:
        return ()
    if asked.baseline == asked.new_baseline and not Path(asked.baseline).exists():
        return ()
    return read_baseline(asked.baseline)


def _name(source: Source) -> str:
    """Return how a text is called in rows and in a baseline: by its file, or by its `id` in JSON Lines."""
    return str(source.id) if source.row is not None or source.file is None else PurePath(source.file).as_posix()
