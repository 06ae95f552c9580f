"""The options that verbs share, and what they may hold: days, currencies, locales, encodings.

What does not fit is refused with a word on what would be right.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from typing import Any, TypeVar

import click

from ..api import parse_money
from ..checks.confidence import LEAST_CONFIDENCE, SURE
from ..errors import ParseError, UnknownLocaleError
from ..lang import language
from .locales import AUTO, DEFAULT

Command = TypeVar("Command", bound=Callable[..., Any])

_MOST_SUGGESTED = 5


def a_day(_ctx: click.Context, _param: click.Parameter, typed: str | None) -> date | None:
    """Read a calendar day, as ISO 8601 has it."""
    try:
        return None if typed is None else date.fromisoformat(typed)
    except ValueError as problem:
        raise click.BadParameter(f"{typed!r} is not a day such as 2017-01-20 ({problem})") from None


def a_currency(_ctx: click.Context, _param: click.Parameter, typed: str | None) -> str | None:
    """Read an ISO 4217 code, in letters of any case."""
    codes = language("en").cldr.currency_codes
    if typed is None or typed.upper() in codes:
        return typed and typed.upper()
    near = suggestions(typed, codes)
    hint = f"; did you mean {', '.join(near)}?" if near else "; codes look like USD"
    raise click.BadParameter(f"{typed!r} is not an ISO 4217 currency{hint}")


def a_locale(_ctx: click.Context, _param: click.Parameter, typed: str) -> str:
    """Read a CLDR locale whose language the library reads."""
    try:
        language(typed)
    except UnknownLocaleError as problem:
        raise click.BadParameter(str(problem)) from None
    return typed


def a_locale_or_auto(ctx: click.Context, param: click.Parameter, typed: str) -> str:
    """Read a locale, or the word that leaves it to the text."""
    return typed if typed == AUTO else a_locale(ctx, param, typed)


def an_encoding(_ctx: click.Context, _param: click.Parameter, typed: str) -> str:
    """Read the name of a text encoding that Python knows."""
    try:
        bytes(4).decode(typed)  # a character in any of them; of nothing Python would not look for the encoding
    except (LookupError, UnicodeError):
        raise click.BadParameter(f"{typed!r} is not a text encoding; some are utf-8, utf-16, cp1252, gb18030") from None
    return typed


def suggestions(name: str, codes: frozenset[str]) -> list[str]:
    """Return the codes that somebody may have meant: those of a currency's name, else those spelt much like it.

    >>> suggestions("euros", frozenset({"EUR", "USD"})), suggestions("USDD", frozenset({"EUR", "USD"}))
    (['EUR'], ['USD'])
    """
    try:
        return list(parse_money(f"1 {name}").candidates[:_MOST_SUGGESTED])
    except ParseError:
        return get_close_matches(name.upper(), sorted(codes), _MOST_SUGGESTED)


def options_of(*options: Callable[[Any], Any]) -> Callable[[Command], Command]:
    """Return a decorator that adds options to a command, in their order."""

    def added(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return added


a_file = click.Path(allow_dash=True)  # what hinders its reading is said when it is read

with_locale = click.option(
    "--locale",
    metavar="LOCALE",
    default=DEFAULT,
    show_default=True,
    callback=a_locale,
    help="The CLDR locale of the amount, such as en_IN.",
)
with_home_currency = click.option(
    "--home-currency",
    metavar="CODE",
    callback=a_currency,
    help='Whose money "$" or "rupees" is where the text leaves it open.',
)
with_rates = options_of(
    click.option("--rates", type=a_file, metavar="FILE.csv", help="Exchange rates of your own, not the ECB's."),
    click.option(
        "--rates-base",
        metavar="CODE",
        default="EUR",
        show_default=True,
        callback=a_currency,
        help="The currency one unit of which the rates in FILE.csv are for.",
    ),
)
with_confidence = options_of(
    click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        metavar="P",
        default=str(LEAST_CONFIDENCE),
        show_default=True,
        help="Show conflicts that are real with at least this probability, from 0 to 1.",
    ),
    click.option("--sure", is_flag=True, help=f"The same as --min-confidence {SURE}."),
    click.option("--suspicious", is_flag=True, help="Show all conflicts, the doubtful ones too."),
)
with_exit_zero = click.option("--exit-zero", is_flag=True, help="Exit with 0 instead of 1: show, and do not fail.")
of_texts = options_of(
    click.argument("files", nargs=-1, type=a_file, metavar="[FILES...]"),
    click.option("--json", "as_json", is_flag=True, help="Print JSON Lines: one JSON object for each text."),
    click.option("--jsonl", is_flag=True, help="Read JSON Lines: text, and if there are any id, locale and published."),
    click.option(
        "--locale",
        metavar="LOCALE",
        default=DEFAULT,
        show_default=True,
        callback=a_locale_or_auto,
        help='The CLDR locale of the text, such as en_IN; "auto": the language that it is evidently in.',
    ),
    click.option(
        "--published",
        metavar="YYYY-MM-DD",
        callback=a_day,
        help="The publication date. Default: the dateline of the text.",
    ),
    with_home_currency,
    click.option(
        "--encoding",
        metavar="NAME",
        default="utf-8",
        show_default=True,
        callback=an_encoding,
        help="The encoding of the files.",
    ),
    click.option(
        "--on-error",
        type=click.Choice(["skip", "stop"]),
        default="skip",
        show_default=True,
        help="What to do about a file or line that cannot be read.",
    ),
    click.option("--text/--no-text", "article", default=True, help="Print the text with its figures marked, or not."),
    click.option("--color/--no-color", default=None, help="Default: in colour on a terminal without NO_COLOR."),
    click.option(
        "--width",
        type=click.IntRange(min=40),
        metavar="COLUMNS",
        help="How many columns to use. Default: those of the terminal.",
    ),
)
