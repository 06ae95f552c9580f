"""Coverage-guided fuzzing of what takes a string: no text may raise anything but what is documented.

    python fuzz/strings.py -max_total_time=60 [FOLDER]

Takes the options of libFuzzer (https://llvm.org/docs/LibFuzzer.html) and stops at the first text that raises: it is
printed, and kept as a file `crash-...`, which `python fuzz/strings.py crash-...` runs again. A FOLDER keeps the inputs
that reached new code for the next run. The first byte of an input chooses the locale, the others are the text in UTF-8.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from pkgutil import walk_packages

import atheris

with atheris.instrument_imports(include=["moneyfacts"]):
    import moneyfacts as mf

    for module in walk_packages(mf.__path__, "moneyfacts."):
        if not module.name.startswith(("moneyfacts.cli", "moneyfacts.report", "moneyfacts.__main__")):
            with suppress(ImportError):  # one for which an extra is not installed
                __import__(module.name)

LOCALES = ("en", "en_IN", "zh", "ja", "ko", "de", "de_CH", "fr", "es", "pt", "it", "ru", "hi", "ar", "sv", "und")
PUBLISHED = date(2017, 1, 20)
PARSERS: tuple[Callable[..., object], ...] = (
    *(mf.parse_money, mf.parse_percent, mf.parse_change, mf.parse_number, mf.parse_span),
)
TABLES = Path(__file__).parents[1] / "tests" / "reading" / "facts"
LONGEST = 120  # characters of a text: short ones reach the same code sooner

# What figures are made of beyond letters and digits, which the search would be long in finding.
FRAGMENTS = (
    *(" 1/2", "-1/0", "0/0", "½", "1,000", "12,34,567", "1.2.3", "02:34", "٣٤", "१", "三", "２", "0.5", "°", "$", "€"),
    *("US$", "Rs.", "CHF", "%", "‰", "-", "−", "–", "(", ")", " million", " billion", "bn", "亿", "万", "ल", "млн"),
    *(" percent", "rose ", "fell ", "from ", " to ", " by ", "more than ", "about ", " or ", " a year", "doubled"),
    *("January", "Q3", "FY2017", "2016-17", "12/31", "since ", "last week", "three months ended ", "年", "月", "年代"),
    *("\u00a0", "\u202f", "\n", "\u200b", "\u200f", "\u0301", "\ufeff", "x", "per ", " each", "割", "元", "角"),
)


def one_input(data: bytes) -> None:
    """Read, check, parse and print one text in one locale; raises whatever is not documented."""
    if not data:
        return
    locale = LOCALES[data[0] % len(LOCALES)]
    text = data[1:].decode("utf-8", "replace")
    document = mf.extract(text, locale=locale, published=PUBLISHED)
    assert all(text[fact.start : fact.end] == fact.text for fact in document)
    assert mf.Document.from_dict(document.to_dict()) == document
    for finding in mf.check(document):
        finding.to_dict()
    for parse in PARSERS:
        with suppress(mf.ParseError):
            parse(text, locale=locale)


def main(arguments: list[str]) -> None:
    """Run libFuzzer with its own options, a dictionary of fragments, and sentences of the tests to begin with."""
    with tempfile.TemporaryDirectory() as folder:
        words = Path(folder) / "words.dict"
        words.write_text("".join(f'"{_quoted(each)}"\n' for each in FRAGMENTS), encoding="ascii")
        seeds = Path(folder) / "seeds"
        seeds.mkdir()
        for place, sentence in enumerate(_sentences()):
            (seeds / str(place)).write_bytes(sentence)
        options = [f"-dict={words}", f"-max_len={LONGEST}"]
        folders = [] if any(Path(each).is_file() for each in arguments) else [str(seeds)]
        atheris.Setup([sys.argv[0], *options, *arguments, *folders], one_input)
        atheris.Fuzz()


def _quoted(fragment: str) -> str:
    return "".join(rf"\x{byte:02x}" for byte in fragment.encode())


def _sentences() -> list[bytes]:
    """Return every twentieth sentence of the tables of the tests, with a byte for its locale."""
    found = []
    for table in sorted(TABLES.glob("*.txt")):
        language = table.stem.partition("_")[0]
        locale = LOCALES.index(language) if language in LOCALES else 0
        lines = table.read_text(encoding="utf-8").splitlines()
        rows = [line for line in lines if line and not line.startswith((" ", "[", "#"))]
        found += [bytes([locale]) + row.encode() for row in rows[::20]]
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
