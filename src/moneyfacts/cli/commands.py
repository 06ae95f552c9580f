"""The command `moneyfacts`, and its verbs that read one text after the other. What they print is made in `report`."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from .. import __version__, api
from ..checks import RULES, Rule
from ..checks.confidence import SURE
from ..checks.installed import installed_rules
from ..errors import MoneyfactsError, ParseError, PluginError
from ..rates import convert
from ..report.conversions import conversion_dict, conversion_text
from ..report.jsonlines import json_line
from .desk import Desk, asked_of, chosen, with_desk
from .explaining import explain
from .grounding import compare, ground
from .languages import lang
from .options import Reading, examples, output_of, table_of, wanted_of
from .output import write
from .parameters import (
    a_currency,
    a_day,
    of_texts,
    with_confidence,
    with_exit_zero,
    with_home_currency,
    with_locale,
    with_rates,
)
from .trouble import Fault, Program


@click.group(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=examples(
        "check article.txt",
        "extract article.txt",
        "ground summary.txt --source article.txt",
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
    epilog=examples(
        "extract article.txt",
        "extract --published 2017-01-20 < article.txt",
        "extract --json *.txt > facts.jsonl",
        "extract --json --jsonl articles.jsonl > facts.jsonl",
    ),
)
@of_texts
def extract(**options: Any) -> None:
    """Show each figure of the FILES ("-": standard input), and what it means.

    A text is shown with its figures marked, and a row for each of them: its kind, its words, what it means, and what
    the text says it is about.
    """
    wanted = wanted_of(options)
    output = output_of(wanted)
    reading = Reading(wanted)
    for source, document in reading:
        output.facts(source, document)
    reading.leave(0)


@moneyfacts.command(
    short_help="Show which figures of a text disagree.",
    epilog=examples(
        "check article.txt",
        "check --all --published 2017-01-20 article.txt",
        "check --rates examples/rates.csv examples/harbour-games.txt",
        "check --baseline accepted.json --write-baseline accepted.json news/*.txt",
        "check --skip fx,span --fail-on strained --format github news/*.txt",
        "check --json --jsonl articles.jsonl > findings.jsonl",
    ),
)
@of_texts
@with_rates
@with_confidence
@with_exit_zero
@with_desk
@click.option("--plugins/--no-plugins", default=True, help="Run the rules of other installed packages, or not.")
def check(
    *,
    rates: str | None,
    rates_base: str,
    plugins: bool,
    min_confidence: float,  # as click has it; it is only compared
    sure: bool,
    suspicious: bool,
    **options: Any,
) -> None:
    """Check the figures of the FILES ("-": standard input) against each other, and show what does not add up.

    Growth against the figures before and after, amounts against their conversion in brackets, parts against their
    whole, durations against dates. Conflicts are shown where they are credible. Exits with 2 where something could not
    be read, else with 1 where something conflicts (--fail-on says what else), else with 0.
    """
    asked = asked_of(options)
    wanted = wanted_of(options)
    table = table_of(rates, rates_base)
    rules = chosen(_rules(plugins), asked)
    if sure and suspicious:
        raise click.UsageError("--sure and --suspicious exclude each other: name one")
    least = 0 if suspicious else SURE if sure else min_confidence
    desk = Desk(wanted, asked, rules)
    reading = Reading(wanted)
    for source, document in reading:
        desk.take(source, document, api.check(document, table, rules, min_confidence=least))
    reading.leave(desk.close())


@moneyfacts.command(
    "convert",
    short_help="Convert an amount of money at the rate of a day.",
    epilog=examples(
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
    table = table_of(rates, rates_base)
    try:
        money = api.parse_money(amount, locale, home_currency)
        conversion = convert(money, currency, day, table)
    except ParseError as problem:
        raise Fault(f"{amount!r} is {problem}") from None
    except MoneyfactsError as problem:
        raise Fault(str(problem)) from None
    show = json_line(conversion_dict(amount, money, conversion, day)) if as_json else None
    write(show or conversion_text(amount, money, conversion, day))


def _rules(plugins: bool) -> tuple[Rule, ...]:
    """Return the rules to run: the library's own, and those of other packages if they are wanted."""
    try:
        return (*RULES, *installed_rules()) if plugins else RULES
    except PluginError as problem:
        raise Fault(f"{problem} (--no-plugins does without)") from None


for verb in (ground, compare, explain, lang):
    moneyfacts.add_command(verb)
