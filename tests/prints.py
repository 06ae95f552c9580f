"""What Babel prints in a locale: one amount in each of seven styles, chosen by the names of the locale and the style.

    python tests/prints.py FILE

writes those of the installed Babel. `tests/prints` has those of an older one, which are read whichever is installed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from babel import Locale, localedata
from babel.core import get_global
from babel.numbers import (
    format_compact_currency,
    format_compact_decimal,
    format_currency,
    format_percent,
    get_currency_name,
)

FOLDER = Path(__file__).parent / "prints"
STYLES = ("standard", "native", "name", "accounting", "compact-short", "compact-long", "percent")
CURRENCIES = ("USD", "EUR", "CHF", "PLN", "NOK", "MXN", "TRY", "THB", "CAD", "HUF", "EGP", "NGN", "IDR", "DZD", "JPY")
AMOUNTS = ("48.75", "0.5", "1620.4", "23906.08", "9876543.21", "62", "805", "57000", "412345678.9", "-7310.25")
ROUND = ("4.57E3", "6.1E4", "8.3E5", "2.75E6", "91.2E6", "340E6", "5.5E9", "12.4E9", "777E9", "1.2E12", "1E3", "1E6")
DIGITS = {  # the zero of each numbering system that is a locale's own
    **{"adlm": 0x1E950, "arab": 0x660, "arabext": 0x6F0, "beng": 0x9E6, "cakm": 0x11136, "deva": 0x966, "gujr": 0xAE6},
    **{"guru": 0xA66, "hmnp": 0x1E140, "java": 0xA9D0, "khmr": 0x17E0, "knda": 0xCE6, "laoo": 0xED0, "mlym": 0xD66},
    **{"mtei": 0xABF0, "mymr": 0x1040, "nkoo": 0x7C0, "olck": 0x1C50, "orya": 0xB66, "tamldec": 0xBE6, "telu": 0xC66},
    **{"thai": 0xE50, "tibt": 0xF20, "vaii": 0xA620},
}


class Print(NamedTuple):
    """A text, and what it was printed for; a percentage has no currency."""

    locale: str
    style: str
    text: str
    amount: Decimal
    currency: str


def prints(locale: str) -> Iterator[Print]:
    """Yield what the installed Babel prints in a locale, in each style that it has."""
    found = Locale.parse(locale)
    territory = found.territory or get_global("likely_subtags").get(locale, "").rpartition("_")[2]
    held = get_global("territory_currencies").get(territory, ())
    tender = [code for code, _, until, legal in held if legal and not until]
    for style in STYLES:
        chosen = crc32(f"{locale} {style}".encode())
        currency = [*CURRENCIES, *tender[:1] * 3][chosen % (len(CURRENCIES) + 3 * bool(tender))]
        listed = ROUND if style.startswith("compact") else AMOUNTS
        amount = Decimal(listed[chosen // 64 % len(listed)])
        amount = amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount
        amount = -abs(amount) if style == "accounting" else amount
        text = printed(found, style, amount, currency)
        if text is not None:
            yield Print(locale, style, text, amount, "" if style == "percent" else currency)


def printed(locale: Locale, style: str, amount: Decimal, currency: str) -> str | None:
    """Return the print of an amount in a style, None where the locale has none."""
    exact = {"currency_digits": False, "decimal_quantization": False}
    native = locale.other_numbering_systems.get("native", "latn")
    if style == "percent":
        return format_percent(amount / 100, locale=locale, decimal_quantization=False)
    if style in ("standard", "accounting"):
        return format_currency(amount, currency, locale=locale, format_type=style, **exact)  # type: ignore[arg-type]
    if style == "name":
        return format_currency(amount, currency, locale=locale, format_type="name", **exact)  # type: ignore[arg-type]
    if style == "native":
        if native not in DIGITS:
            return None
        text = format_currency(amount, currency, locale=locale, numbering_system=native, **exact)  # type: ignore[arg-type]
        return text.translate({ord("0") + digit: DIGITS[native] + digit for digit in range(10)})
    try:
        if style == "compact-short":
            return format_compact_currency(amount, currency, locale=locale, fraction_digits=2)
        number = format_compact_decimal(amount, format_type="long", locale=locale, fraction_digits=2)
    except KeyError:  # half of the locales have no long forms
        return None
    return f"{number} {get_currency_name(currency, count=2, locale=locale)}"


def kept(path: Path) -> list[Print]:
    """Return the prints of a file."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line)
    return [Print(locale, style, text, Decimal(amount), code) for locale, style, text, amount, code in rows]


def main() -> None:
    names = sorted(name for name in localedata.locale_identifiers() if name != "root")
    lines = ("\t".join(map(str, each)) + "\n" for name in names for each in prints(name))
    Path(sys.argv[1]).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
