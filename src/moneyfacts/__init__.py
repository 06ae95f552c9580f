"""Reads the figures in financial text, says exactly what each one means, and says which of them disagree.

>>> import moneyfacts as mf
>>> money = mf.parse_money("34.3 billion yuan")
>>> money.amount, money.currency
(Decimal('34300000000'), 'CNY')

Names are loaded when they are first used, so that `import moneyfacts` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from .api import check, extract, parse_change, parse_money, parse_number, parse_percent, parse_span
    from .checks import RULES, Rule, Scene
    from .errors import (
        MissingExtraError,
        MoneyfactsError,
        ParseError,
        RateError,
        UnknownCurrencyError,
        UnknownLocaleError,
    )
    from .facts import Context, Document, Fact, Qualifier
    from .findings import Assumed, Derived, Finding, Part, RateUsed, Report
    from .interval import Interval
    from .qualifiers import Precision
    from .rates import ECB, Conversion, ExchangeRates, RateTable
    from .values import Change, Count, DateSpan, Duration, Measurement, Money, Percent, Ratio, Value

_HOME = {
    **dict.fromkeys(
        ("check", "extract", "parse_change", "parse_money", "parse_number", "parse_percent", "parse_span"), "api"
    ),
    **dict.fromkeys(("RULES", "Rule", "Scene"), "checks"),
    **dict.fromkeys(
        (
            "MissingExtraError",
            "MoneyfactsError",
            "ParseError",
            "RateError",
            "UnknownCurrencyError",
            "UnknownLocaleError",
        ),
        "errors",
    ),
    **dict.fromkeys(("Context", "Document", "Fact", "Qualifier"), "facts"),
    **dict.fromkeys(("Assumed", "Derived", "Finding", "Part", "RateUsed", "Report"), "findings"),
    "Interval": "interval",
    "Precision": "qualifiers",
    **dict.fromkeys(("ECB", "Conversion", "ExchangeRates", "RateTable"), "rates"),
    **dict.fromkeys(
        ("Change", "Count", "DateSpan", "Duration", "Measurement", "Money", "Percent", "Ratio", "Value"), "values"
    ),
}

__all__ = [*sorted(_HOME), "__version__"]  # noqa: PLE0604 - the names of _HOME are strings


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_HOME[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
