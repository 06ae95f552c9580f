"""The verbs for people who write a language file: `lang try` and `lang unused`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from ..lang import language_file
from ..lang.roles import roles
from ..report.languages import example_texts, trial, unused, unused_text
from .options import examples
from .output import write
from .parameters import a_locale
from .trouble import Fault

_TABLES = Path("tests")
_FOLDERS = ("reading", "linking")
_ENGLISH = "en"  # of the tables that name no locale

a_language = click.argument("locale", callback=a_locale)


@click.group(short_help="Help for those who write a language file.")
def lang() -> None:
    """Show what the words of a language file do, and which of them no example holds."""


@lang.command(
    "try",
    short_help="Show what each word of a sentence does.",
    epilog=examples('lang try hr "Prodaja je porasla za 12%."'),
)
@a_language
@click.argument("sentence")
def try_sentence(locale: str, sentence: str) -> None:
    """Show the facts of a SENTENCE in the language of LOCALE, what ties them, and what each word does.

    A word stands with each table and key of the language file that lists it, with what it means there, and with what
    is lost or read otherwise without it there ("-": nothing).
    """
    write(trial(sentence, locale))


@lang.command(
    "unused",
    short_help="List the words that no example holds.",
    epilog=examples("lang unused hr", "lang unused hr --examples sentences.txt"),
)
@a_language
@click.option(
    "--examples",
    "files",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file of sentences, one a line, or of the tests' tables. Default: those in tests/, where you are.",
)
def list_unused(locale: str, files: Sequence[Path]) -> None:
    """List the words of the language file of LOCALE that stand in no example, by table and key.

    That a word stands in one does not yet mean that it is needed there: `lang try` shows that.
    """
    listed = list(files) or [path for name in _FOLDERS for path in sorted((_TABLES / name).rglob("*.txt"))]
    if not listed:
        raise Fault("there are no tables in tests/ here: name a file of sentences with --examples")
    data = language_file(locale)
    default = locale if files else _ENGLISH
    texts: list[str] = []
    for path in listed:
        try:
            source = path.read_text(encoding="utf-8-sig")
        except UnicodeError as problem:
            raise Fault(f"{path} is not UTF-8: {problem}") from None
        texts += example_texts(source, data.locale, default)
    where = [str(path) for path in files] or [str(_TABLES / name) for name in _FOLDERS]
    write(unused_text(unused(locale, texts), len(roles(data)), len(texts), where))
