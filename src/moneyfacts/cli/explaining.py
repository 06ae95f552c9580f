"""The verb that says why figures are tied to each other, or are not: `explain`."""

from __future__ import annotations

import sys
from datetime import date

import click

from .. import api
from ..lang import language
from ..report.explained import explanation
from .options import examples
from .output import write
from .parameters import a_day, with_home_currency, with_locale
from .sources import STANDARD_INPUT


@click.command(
    short_help="Show how a sentence is read: its tags, and what ties its figures.",
    epilog=examples('explain "Sales rose 5% to $3.1 million from $2.95 million."', "explain --locale de - < satz.txt"),
)
@click.argument("text")
@with_locale
@click.option(
    "--published", metavar="YYYY-MM-DD", callback=a_day, help="The publication date. Default: the dateline of the text."
)
@with_home_currency
def explain(text: str, locale: str, published: date | None, home_currency: str | None) -> None:
    """Show the tags under the words of a TEXT ("-": standard input), and the pattern that ties its figures.

    What has no tag is passed over. The patterns and their notation are explained in docs/ties.md.
    """
    if text == STANDARD_INPUT:
        try:
            text = sys.stdin.buffer.read().decode("utf-8-sig")
        except UnicodeError as problem:
            raise click.BadParameter(f"standard input is not UTF-8: {problem}") from None
    document = api.extract(text, locale, published, home_currency)
    write(explanation(document, language(locale)))
