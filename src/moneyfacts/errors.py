"""What can go wrong, as exceptions that say what, where, and what would be right.

Doubt is a value ("$" keeps its candidates); an exception is for misuse and for what cannot be done.
"""

from __future__ import annotations

from datetime import date

_REACH = 60  # code points shown on either side of the caret


class MoneyfactsError(Exception):
    """The base of every exception that the library raises on purpose."""


class ParseError(MoneyfactsError, ValueError):
    """A text that is not one whole figure of the kind asked for.

    `text` is what was given, `position` the code point where reading stopped, `expected` what would be right there.

    >>> print(ParseError("34.3 zillion yuan", 5, "a scale word, a currency, or the end"))
    not one whole figure: expected a scale word, a currency, or the end
      34.3 zillion yuan
           ^
    """

    def __init__(self, text: str, position: int, expected: str) -> None:
        super().__init__(text, position, expected)
        self.text = text
        self.position = position
        self.expected = expected

    def __str__(self) -> str:
        start, end = max(0, self.position - _REACH), self.position + _REACH
        before, after = _one_line(self.text[start : self.position]), _one_line(self.text[self.position : end])
        if start > 0:
            before = "…" + before
        if end < len(self.text):
            after += "…"
        return f"not one whole figure: expected {self.expected}\n  {before}{after}\n  {' ' * _columns(before)}^"


class PluginError(MoneyfactsError):
    """A rule that an installed distribution offers cannot be used: the message names both, and what would be right."""


class UnknownLocaleError(MoneyfactsError, ValueError):
    """A locale that CLDR does not name."""


class UnknownCurrencyError(MoneyfactsError, ValueError):
    """A code that is not an ISO 4217 currency."""


class UnitMismatchError(MoneyfactsError, TypeError):
    """Two values that count different things, where one unit is needed: to compare, add, subtract or divide them.

    Dollars and yuan are two units, and so are dollars and dollars per share.
    """


class RateError(MoneyfactsError, LookupError):
    """No exchange rate: the message names what is missing (a currency, a date) and what is covered.

    `currency` is the code that has no rate, `on` the date asked for.
    """

    def __init__(self, message: str, *, currency: str, on: date | None = None) -> None:
        super().__init__(message)
        self.currency = currency
        self.on = on

    def __reduce__(self) -> tuple[object, ...]:
        return _rate_error, (str(self), self.currency, self.on)


def _rate_error(message: str, currency: str, on: date | None) -> RateError:
    return RateError(message, currency=currency, on=on)


class MissingExtraError(MoneyfactsError, ImportError):
    """An optional dependency is not installed: the message names the extra that installs it."""


def _one_line(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)


def _columns(text: str) -> int:
    """Return how many columns of a terminal the text takes: two for "亿", none for a combining accent."""
    from unicodedata import combining, east_asian_width  # noqa: PLC0415 - needed only once something went wrong

    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)
