"""The verbs that look at several texts at once: `ground` and `compare`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import click
import msgspec

from .. import api
from ..report.grounding import Named
from ..report.jsonlines import LineSource
from .options import Reading, Wanted, examples, output_of, read, table_of, wanted_of
from .parameters import a_day, a_file, a_locale_or_auto, of_texts, with_exit_zero, with_rates
from .sources import Source, sources
from .trouble import Fault


@click.command(
    short_help="Trace the figures of a summary to its sources.",
    epilog=examples(
        "ground summary.txt --source article.txt",
        "ground --strict --source article.txt --source table.txt < summary.txt",
        "ground summary.txt --source artikel.txt --source-locale de",
        "ground --json --jsonl summaries.jsonl > grounded.jsonl",
    ),
)
@of_texts
@with_rates
@with_exit_zero
@click.option("--source", "source_files", type=a_file, multiple=True, metavar="FILE", help="A source; may be repeated.")
@click.option(
    "--source-locale",
    "locales",
    multiple=True,
    metavar="LOCALE",
    callback=lambda ctx, param, typed: tuple(a_locale_or_auto(ctx, param, each) for each in typed),
    help="The locale of the sources, or of each in turn, or auto. Default: that of the summary.",
)
@click.option(
    "--source-published",
    "days",
    multiple=True,
    metavar="YYYY-MM-DD",
    callback=lambda ctx, param, typed: tuple(a_day(ctx, param, each) for each in typed),
    help="The day of the sources, or of each in turn. Default: that of the summary.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 where a figure is unsupported, too.")
def ground(
    *,
    rates: str | None,
    rates_base: str,
    source_files: tuple[str, ...],
    locales: tuple[str, ...],
    days: tuple[date, ...],
    strict: bool,
    **options: Any,
) -> None:
    """Say of each figure of the FILES, which are summaries ("-": standard input), where it is from.

    It is stated in a source, rounded or derived from what is stated there, contradicted, or unsupported. With --jsonl
    each line may bring its own `sources`: texts, or objects with text, locale and published. Exits with 2
    where something could not be read, else with 1 where a figure is contradicted (with --strict also where one is
    unsupported), else with 0.
    """
    wanted = wanted_of(options)
    if not source_files and not wanted.jsonl:
        raise click.UsageError("From which sources? Name them, such as --source article.txt.")
    given = _given(source_files, wanted, _each(locales, source_files, "--source-locale"), days)
    if given and wanted.published is None:
        wanted = msgspec.structs.replace(wanted, published=_common_day(given))
    table, output = table_of(rates, rates_base), output_of(wanted)
    bad = False
    reading = Reading(wanted)
    for source, claim in reading:
        try:
            known = [*given, *_own(source, wanted)]
            if not known:
                raise Fault(f"{source.where}: no sources: neither in the line nor as --source")
        except Fault as problem:
            reading.skip(problem)
            continue
        grounding = api.ground(claim, [each.document for each in known], rates=table)
        bad = bad or bool(grounding.of("contradicted")) or (strict and bool(grounding.of("unsupported")))
        output.grounding(source, claim, grounding, known)
    reading.leave(1 if bad else 0)


@click.command(
    short_help="Show which facts several texts tell differently.",
    epilog=examples("compare monday.txt tuesday.txt", "compare --json --jsonl articles.jsonl"),
)
@of_texts
@with_exit_zero
def compare(**options: Any) -> None:
    """Show which facts the FILES tell alike, and which differently.

    Two figures are one fact only where subject, measure, time and unit are the same. Exits with 2 where
    something could not be read, else with 1 where documents conflict, else with 0.
    """
    wanted = wanted_of(options)
    reading = Reading(wanted)
    found = list(reading)
    report = api.compare(document for _, document in found)
    named = [Named(str(source.id), document) for source, document in found]
    output_of(wanted).comparison(report, named, [source.id for source, _ in found])
    reading.leave(1 if report.of("conflicts") else 0)


def _given(files: Sequence[str], wanted: Wanted, locales: Sequence[str | None], days: Sequence[date]) -> list[Named]:
    """Return the sources that the options name."""
    published = _each(days, files, "--source-published")
    read_in = sources(files, encoding=wanted.encoding, jsonl=False)
    return [
        Named(str(source.id), read(source.text, locale or wanted.locale, day or wanted.published, wanted, source.where))
        for source, locale, day in zip(read_in, locales, published, strict=True)
    ]


def _common_day(given: Sequence[Named]) -> date | None:
    """Return the day of all sources, None where they have several or none."""
    found = {each.document.published for each in given}
    return found.pop() if len(found) == 1 else None


def _own(source: Source, wanted: Wanted) -> Iterator[Named]:
    """Yield the sources that a line brings itself."""
    for number, each in enumerate(source.traced_to, 1):
        one = LineSource(each) if isinstance(each, str) else each
        locale, day = (
            one.locale or source.locale or wanted.locale,
            one.published or source.published or wanted.published,
        )
        yield Named(f"source {number}", read(one.text, locale, day, wanted, source.where))


def _each(values: Sequence[Any], files: Sequence[str], option: str) -> Sequence[Any]:
    """Return a value for each file: one serves all of them."""
    if len(values) <= 1:
        return [*(values or (None,))] * len(files)
    if len(values) != len(files):
        raise click.UsageError(
            f"{option} is there {len(values)} times for {len(files)} sources: once for all, or for each"
        )
    return values
