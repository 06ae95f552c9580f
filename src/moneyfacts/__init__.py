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
    from .api import (
        check as check,
    )
    from .api import (
        compare as compare,
    )
    from .api import (
        extract as extract,
    )
    from .api import (
        ground as ground,
    )
    from .api import (
        parse_change as parse_change,
    )
    from .api import (
        parse_money as parse_money,
    )
    from .api import (
        parse_number as parse_number,
    )
    from .api import (
        parse_percent as parse_percent,
    )
    from .api import (
        parse_span as parse_span,
    )
    from .checks import RULES as RULES
    from .checks import Rule as Rule
    from .checks import Scene as Scene
    from .checks.installed import installed_rules as installed_rules
    from .errors import (
        MissingExtraError as MissingExtraError,
    )
    from .errors import (
        MoneyfactsError as MoneyfactsError,
    )
    from .errors import (
        ParseError as ParseError,
    )
    from .errors import (
        PluginError as PluginError,
    )
    from .errors import (
        RateError as RateError,
    )
    from .errors import (
        UnitMismatchError as UnitMismatchError,
    )
    from .errors import (
        UnknownCurrencyError as UnknownCurrencyError,
    )
    from .errors import (
        UnknownLocaleError as UnknownLocaleError,
    )
    from .facts import Context as Context
    from .facts import Document as Document
    from .facts import Fact as Fact
    from .facts import Qualifier as Qualifier
    from .findings import (
        Assumed as Assumed,
    )
    from .findings import (
        Derived as Derived,
    )
    from .findings import (
        Finding as Finding,
    )
    from .findings import (
        Part as Part,
    )
    from .findings import (
        RateUsed as RateUsed,
    )
    from .findings import (
        Report as Report,
    )
    from .findings import (
        Verdict as Verdict,
    )
    from .grounding import (
        Evidence as Evidence,
    )
    from .grounding import (
        Grounded as Grounded,
    )
    from .grounding import (
        Grounding as Grounding,
    )
    from .grounding import (
        Support as Support,
    )
    from .interval import Interval as Interval
    from .link import Link as Link
    from .link import Relation as Relation
    from .qualifiers import Precision as Precision
    from .qualifiers import Readings as Readings
    from .qualifiers import Sense as Sense
    from .rates import ECB as ECB
    from .rates import Conversion as Conversion
    from .rates import ExchangeRates as ExchangeRates
    from .rates import RateTable as RateTable
    from .values import (
        Change as Change,
    )
    from .values import (
        Count as Count,
    )
    from .values import (
        DateSpan as DateSpan,
    )
    from .values import (
        Direction as Direction,
    )
    from .values import (
        Duration as Duration,
    )
    from .values import (
        Kind as Kind,
    )
    from .values import (
        Measurement as Measurement,
    )
    from .values import (
        Money as Money,
    )
    from .values import (
        Percent as Percent,
    )
    from .values import (
        Ratio as Ratio,
    )
    from .values import (
        Value as Value,
    )

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
    **dict.fromkeys(("Context", "Document", "Fact", "Qualifier"), "facts"),
    **dict.fromkeys(("Assumed", "Derived", "Finding", "Part", "RateUsed", "Report", "Verdict"), "findings"),
    "installed_rules": "checks.installed",
    **dict.fromkeys(("Evidence", "Grounded", "Grounding", "Support"), "grounding"),
    "Interval": "interval",
    **dict.fromkeys(("Link", "Relation"), "link"),
    **dict.fromkeys(("Precision", "Readings", "Sense"), "qualifiers"),
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
        "values",
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
