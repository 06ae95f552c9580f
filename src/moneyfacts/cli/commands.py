"""The verbs of the command line. What they print is made in `moneyfacts.report`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

import click
import msgspec

from .. import __version__, api
from ..errors import MoneyfactsError, ParseError
from ..facts import Document
from ..rates import ExchangeRates, RateTable, convert
from ..report.conversions import conversion_dict, conversion_text
from ..report.jsonlines import json_line
from .output import Output, page, progress, write
from .parameters import a_currency, a_day, reading, with_home_currency, with_locale, with_rates
from .sources import STANDARD_INPUT, Fault, Source, sources


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What `extract` and `check` were asked for: the options that both have."""

    files: tuple[str, ...]
    jsonl: bool
    as_json: bool
    locale: str
    published: date | None
    home_currency: str | None
    encoding: str
    article: bool
    color: bool | None
    width: int | None


def _examples(*commands: str) -> str:
    """Return commands for the end of a help page; a backspace keeps click from filling their lines."""
    return "\n".join(("\b", "Examples:", *(f"  moneyfacts {command}" for command in commands)))


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_examples(
        "check article.txt",
        "extract article.txt",
        'convert "34.3 billion yuan" USD --on 2017-01-20',
    ),
)
@click.version_option(__version__, prog_name="moneyfacts")
def moneyfacts() -> None:
    """Read the figures in financial text, say what each one means, and say which of them disagree.

    Nothing is downloaded: exchange rates are the European Central Bank's, embedded, or your own.
    """


@moneyfacts.command(
    short_help="Show the figures of a text, and what each one means.",
    epilog=_examples(
        "extract article.txt",
        "extract --published 2017-01-20 < article.txt",
        "extract --json *.txt > facts.jsonl",
        "extract --json --jsonl articles.jsonl > facts.jsonl",
    ),
)
@reading
def extract(**options: Any) -> None:
    """Show each figure of the FILES ("-": standard input), and what it means.

    A text is shown with its figures marked, and a row for each of them: its kind, its words, what it means, and what
    the text says it is about.
    """
    wanted = _wanted(options)
    output = _output(wanted)
    for source, document in _documents(wanted):
        output.facts(source, document)


@moneyfacts.command(
    short_help="Show which figures of a text disagree.",
    epilog=_examples(
        "check article.txt",
        "check --all --published 2017-01-20 article.txt",
        "check --rates examples/rates.csv examples/harbour-games.txt",
        "check --json --jsonl articles.jsonl > findings.jsonl",
    ),
)
@reading
@with_rates
@click.option(
    "--all", "everything", is_flag=True, help="Show what is undecided too, and what findings derive or assume."
)
@click.pass_context
def check(ctx: click.Context, /, rates: str | None, rates_base: str, everything: bool, **options: Any) -> None:
    """Check the figures of the FILES ("-": standard input) against each other, and show what does not add up.

    Growth against the figures before and after, amounts against their conversion in brackets, parts against their
    whole, durations against dates. Exits with 1 where something conflicts, 0 where nothing does, 2 where the FILES or
    the options are wrong.
    """
    wanted = _wanted(options)
    table = _table(rates, rates_base)
    output = _output(wanted)
    conflict = False
    for source, document in _documents(wanted):
        report = api.check(document, table)
        conflict = conflict or bool(report.of("conflicts"))
        output.findings(source, document, report, everything=everything)
    ctx.exit(1 if conflict else 0)


@moneyfacts.command(
    "convert",
    short_help="Convert an amount of money at the rate of a day.",
    epilog=_examples(
        'convert "34.3 billion yuan" USD --on 2017-01-20',
        'convert "AED 5 million" EUR --on 2019-02-21 --rates examples/rates.csv',
    ),
)
@click.argument("amount")
@click.argument("currency", callback=a_currency)
@click.option(
    "--on",
    "day",
    metavar="YYYY-MM-DD",
    callback=a_day,
    help="The day whose rate it is. Needed: nothing here reads the clock.",
)
@with_rates
@with_locale
@with_home_currency
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def convert_amount(  # noqa: PLR0913 - click passes each option by its name
    amount: str,
    currency: str,
    *,
    day: date | None,
    rates: str | None,
    rates_base: str,
    locale: str,
    home_currency: str | None,
    as_json: bool,
) -> None:
    """Convert an AMOUNT of money to a CURRENCY, at the rate of a day.

    On a day without a rate, such as a Sunday, the last one published before it is used.
    """
    if day is None:
        raise click.UsageError("Which day's rate? Name it, such as --on 2017-01-20: nothing here reads the clock.")
    table = _table(rates, rates_base)
    try:
        money = api.parse_money(amount, locale, home_currency)
        conversion = convert(money, currency, day, table)
    except ParseError as problem:
        raise Fault(f"{amount!r} is {problem}") from None
    except MoneyfactsError as problem:
        raise Fault(str(problem)) from None
    show = json_line(conversion_dict(amount, money, conversion, day)) if as_json else None
    write(show or conversion_text(amount, money, conversion, day))


def _wanted(options: dict[str, Any]) -> Wanted:
    """Return the options, with standard input for no files; where that is a terminal, print the help, exit with 2."""
    if not options["files"]:
        if _at_a_terminal():
            ctx = click.get_current_context()
            click.echo(ctx.get_help(), err=True)
            ctx.exit(2)
        options["files"] = (STANDARD_INPUT,)
    return Wanted(**options)


def _at_a_terminal() -> bool:
    return sys.stdin.isatty()


def _documents(wanted: Wanted) -> Iterator[tuple[Source, Document]]:
    """Yield each text with its facts, one at a time."""
    with progress(wanted.files, jsonl=wanted.jsonl) as advance:
        for source in sources(wanted.files, encoding=wanted.encoding, jsonl=wanted.jsonl):
            locale, published = source.locale or wanted.locale, source.published or wanted.published
            try:
                document = api.extract(source.text, locale, published, wanted.home_currency)
            except MoneyfactsError as problem:  # the locale that a line names
                raise Fault(f"{source.where}: {problem}") from None
            yield source, document
            advance(source.size)


def _output(wanted: Wanted) -> Output:
    return Output(
        as_json=wanted.as_json,
        page=page(wanted.color, wanted.width),
        named=wanted.jsonl or len(wanted.files) > 1,
        article=wanted.article,
    )


def _table(file: str | None, base: str) -> ExchangeRates | None:
    """Return the rates of a file, None (which means the ECB's) for no file."""
    if file is None:
        return None
    try:
        return RateTable.from_csv(file, base=base)
    except (OSError, ValueError) as problem:
        raise Fault(str(problem)) from None
