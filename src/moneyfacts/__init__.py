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
    from .api import check as check
    from .api import compare as compare
    from .api import extract as extract
    from .api import ground as ground
    from .api import parse_change as parse_change
    from .api import parse_money as parse_money
    from .api import parse_number as parse_number
    from .api import parse_percent as parse_percent
    from .api import parse_span as parse_span
    from .checks import RULES as RULES
    from .checks import Rule as Rule
    from .checks import Scene as Scene
    from .checks.installed import installed_rules as installed_rules
    from .errors import MissingExtraError as MissingExtraError
    from .errors import MoneyfactsError as MoneyfactsError
    from .errors import ParseError as ParseError
    from .errors import PluginError as PluginError
    from .errors import RateError as RateError
    from .errors import UnitMismatchError as UnitMismatchError
    from .errors import UnknownCurrencyError as UnknownCurrencyError
    from .errors import UnknownLocaleError as UnknownLocaleError
    from .link import Link as Link
    from .link import Relation as Relation
    from .model.facts import Context as Context
    from .model.facts import Document as Document
    from .model.facts import Fact as Fact
    from .model.facts import Qualifier as Qualifier
    from .model.findings import Assumed as Assumed
    from .model.findings import Derived as Derived
    from .model.findings import Finding as Finding
    from .model.findings import Part as Part
    from .model.findings import Passage as Passage
    from .model.findings import RateUsed as RateUsed
    from .model.findings import Report as Report
    from .model.findings import Verdict as Verdict
    from .model.grounding import Evidence as Evidence
    from .model.grounding import Grounded as Grounded
    from .model.grounding import Grounding as Grounding
    from .model.grounding import Support as Support
    from .model.interval import Interval as Interval
    from .model.readings import Precision as Precision
    from .model.readings import Readings as Readings
    from .model.readings import Sense as Sense
    from .model.values import Change as Change
    from .model.values import Count as Count
    from .model.values import DateSpan as DateSpan
    from .model.values import Direction as Direction
    from .model.values import Duration as Duration
    from .model.values import Kind as Kind
    from .model.values import Measurement as Measurement
    from .model.values import Money as Money
    from .model.values import Percent as Percent
    from .model.values import Ratio as Ratio
    from .model.values import Value as Value
    from .rates import ECB as ECB
    from .rates import Conversion as Conversion
    from .rates import ExchangeRates as ExchangeRates
    from .rates import RateTable as RateTable

_HOME = {
    **dict.fromkeys(("check", "compare", "extract", "ground"), "api"),
    **dict.fromkeys(("parse_change", "parse_money", "parse_number", "parse_percent", "parse_span"), "api"),
    **dict.fromkeys(("RULES", "Rule", "Scene"), "checks"),
    **dict.fromkeys(
        (
            "MissingExtraError",
            "MoneyfactsError",
            "ParseError",
            "PluginError",
            "RateError",
            "UnitMismatchError",
            "UnknownCurrencyError",
            "UnknownLocaleError",
        ),
        "errors",
    ),
    **dict.fromkeys(("Context", "Document", "Fact", "Qualifier"), "model.facts"),
    **dict.fromkeys(
        ("Assumed", "Derived", "Finding", "Part", "Passage", "RateUsed", "Report", "Verdict"), "model.findings"
    ),
    "installed_rules": "checks.installed",
    **dict.fromkeys(("Evidence", "Grounded", "Grounding", "Support"), "model.grounding"),
    "Interval": "model.interval",
    **dict.fromkeys(("Link", "Relation"), "link"),
    **dict.fromkeys(("Precision", "Readings", "Sense"), "model.readings"),
    **dict.fromkeys(("ECB", "Conversion", "ExchangeRates", "RateTable"), "rates"),
    **dict.fromkeys(
        (
            "Change",
            "Count",
            "DateSpan",
            "Direction",
            "Duration",
            "Kind",
            "Measurement",
            "Money",
            "Percent",
            "Ratio",
            "Value",
        ),
        "model.values",
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
