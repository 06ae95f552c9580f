"""What can go wrong, as exceptions that say what, where, and what would be right.

Doubt is a value ("$" keeps its candidates); an exception is for misuse and for what cannot be done.
"""

from __future__ import annotations

from datetime import date


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
        start = max(0, self.position - 60)
        window = self.text[start : self.position + 60].replace("\n", " ").replace("\t", " ")
        return f"not one whole figure: expected {self.expected}\n  {window}\n  {' ' * (self.position - start)}^"


class UnknownLocaleError(MoneyfactsError, ValueError):
    """A locale that CLDR does not name, or whose language the library has no data for."""


class UnknownCurrencyError(MoneyfactsError, ValueError):
    """A code that is no ISO 4217 currency."""


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
