"""What callers hand in, refused at the door with one error: what was given, and what is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Protocol, TypeVar

from .model.facts import Document
from .model.values import Money

_OF_RATES = ("name", "rate", "published")
_OF_A_RULE = ("name", "find")


class _Named(Protocol):
    @property
    def name(self) -> str: ...


Rule = TypeVar("Rule", bound=_Named)


def _given(value: object) -> str:
    """Return a value and its type, as an error names what was given."""
    shown = repr(value)
    return f"{type(value).__name__} {shown if len(shown) <= 60 else shown[:59] + '…'}"


def check_text(text: object, name: str = "text") -> None:
    """Raise TypeError for anything but a str.

    >>> check_text(b"$5")
    Traceback (most recent call last):
        ...
    TypeError: text has to be a str, not the bytes b'$5': decode them first, as in text.decode("utf-8")
    """
    if isinstance(text, bytes | bytearray | memoryview):
        hint = f': decode them first, as in {name}.decode("utf-8")'
        raise TypeError(f"{name} has to be a str, not the {_given(text)}{hint}")
    if not isinstance(text, str):
        raise TypeError(f"{name} has to be a str, not the {_given(text)}")


def check_reading(locale: object, home_currency: object = None) -> None:
    """Raise TypeError for a locale that is not a str, and for a home currency that is neither a str nor None."""
    if not isinstance(locale, str):
        raise TypeError(f"locale has to be a str, such as 'en' or 'de_CH', not the {_given(locale)}")
    if home_currency is not None and not isinstance(home_currency, str):
        raise TypeError(f"home_currency has to be a code, such as 'USD', or None, not the {_given(home_currency)}")


def confidence(least: object) -> Fraction:
    """Return a probability exactly; raises TypeError for what is no number, ValueError for one not from 0 to 1.

    >>> confidence(0.5)
    Fraction(1, 2)
    """
    if isinstance(least, bool) or not isinstance(least, int | float | Decimal | Fraction):  # asked, not computed with
        raise TypeError(f"min_confidence has to be a number from 0 to 1, not the {_given(least)}")
    try:
        exactly = Fraction(least)
    except (ValueError, OverflowError):  # not a number, and infinity
        exactly = Fraction(-1)
    if not 0 <= exactly <= 1:
        raise ValueError(f"min_confidence has to be from 0 (all conflicts) to 1, not {least}")
    return exactly


def day(published: date | str | None) -> date | None:
    """Return the day of a date, a datetime, or an ISO 8601 day or timestamp, as it is written; None for None.

    Raises TypeError for anything else, ValueError for a str of another form, and for a date without a day (NaT).

    >>> day("2017-01-20T02:34:00+08:00"), day(datetime(2017, 1, 20, 23, 59))
    (datetime.date(2017, 1, 20), datetime.date(2017, 1, 20))
    """
    if published is None:
        return None
    if isinstance(published, str):
        try:
            return datetime.fromisoformat(published).date()
        except ValueError:
            wanted = "an ISO 8601 day or timestamp, such as '2017-01-20'"
            raise ValueError(f"published has to be {wanted}, not {published!r}") from None
    if not isinstance(published, date):
        raise TypeError(f"published has to be a date, a datetime, an ISO 8601 str or None, not the {_given(published)}")
    try:
        return date(published.year, published.month, published.day)
    except (TypeError, ValueError):  # pandas.NaT is a datetime to Python, and has no year
        raise ValueError(f"published has to be a day, or None where it is not known, not {published!r}") from None


def check_document(given: object, name: str) -> None:
    """Raise TypeError for anything but a Document or a str."""
    if not isinstance(given, Document | str):
        if isinstance(given, bytes | bytearray | memoryview):
            check_text(given, name)
        raise TypeError(f"{name} has to be a text or a Document, not the {_given(given)}")


def documents(given: Iterable[Document | str] | Document | str, name: str) -> list[Document | str]:
    """Return several texts or documents as a list; a lone one is a list of one.

    Raises TypeError for anything else, and for an item that is neither: the message names its place.
    """
    if isinstance(given, Document | str):
        return [given]
    if isinstance(given, bytes | bytearray | memoryview):
        check_text(given, name)
    if isinstance(given, Mapping) or not isinstance(given, Iterable):
        raise TypeError(f"{name} has to be texts or Documents, as in a list of them, not the {_given(given)}")
    listed = list(given)
    for place, each in enumerate(listed):
        check_document(each, f"{name}[{place}]")
    return listed


def check_rates(rates: object) -> None:
    """Raise TypeError for anything but a source of exchange rates; None stands for the ECB."""
    if rates is not None and (isinstance(rates, type) or not all(hasattr(rates, each) for each in _OF_RATES)):
        wanted = "a source of exchange rates, with name, rate and published, such as RateTable(...) or ECB"
        raise TypeError(f"rates has to be {wanted}, or None, not the {_given(rates)}")


def rules(given: Iterable[Rule | str], known: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return rules as a tuple, where a name stands for the one of the `known` rules that has it.

    Raises TypeError for anything but a sequence of them, and names a wrong one's place; ValueError for a name that none
    of them has.
    """
    if isinstance(given, str | Mapping) or not isinstance(given, Iterable):
        raise TypeError(
            f"rules has to be a sequence of rules or their names, such as moneyfacts.RULES, not the {_given(given)}"
        )
    by_name = {each.name: each for each in known}
    listed: list[Rule] = []
    for place, each in enumerate(given):
        if isinstance(each, str):
            if each not in by_name:
                raise ValueError(f"rules[{place}]: no rule is called {each!r}; there are {', '.join(by_name)}")
            listed.append(by_name[each])
        elif _is_rule(each):
            listed.append(each)
        else:
            raise TypeError(f"rules[{place}] has to be a rule, with name and find, or a name, not the {_given(each)}")
    return tuple(listed)


def _is_rule(given: object) -> bool:
    return not isinstance(given, type) and all(hasattr(given, name) for name in _OF_A_RULE)


def check_conversion(money: object, to: object, rates: object) -> None:
    """Raise TypeError for anything but money, the code of a currency, and a source of exchange rates."""
    if not isinstance(money, Money):
        raise TypeError(f"money has to be a Money, not the {_given(money)}")
    if not isinstance(to, str):
        raise TypeError(f"to has to be a currency's code, such as 'USD', not the {_given(to)}")
    check_rates(rates)
