"""What goes wrong says what, where, and what would be right; and survives a trip to another process."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from datetime import date

import pytest

from moneyfacts.errors import (
    MissingExtraError,
    MoneyfactsError,
    ParseError,
    RateError,
    UnknownCurrencyError,
    UnknownLocaleError,
)

ERRORS: list[Exception] = [
    ParseError("34.3 zillion yuan", 5, "a scale word"),
    UnknownLocaleError("CLDR has no locale 'xx_YY'"),
    UnknownCurrencyError("'ZZZ' is not an ISO 4217 currency"),
    RateError("no rate of XOF on 2017-01-19", currency="XOF", on=date(2017, 1, 19)),
    RateError("no rate of XOF", currency="XOF"),
    MissingExtraError("install moneyfacts[cli]"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("again", [lambda error: pickle.loads(pickle.dumps(error)), copy.copy, copy.deepcopy])
def test_errors_travel_whole(error: Exception, again: Callable[[Exception], Exception]) -> None:
    """A pickled or copied error has the type, the message and the data of the first."""
    other = again(error)
    assert type(other) is type(error)
    assert str(other) == str(error)
    assert vars(other) == vars(error)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_one_base_catches_all(error: Exception) -> None:
    assert isinstance(error, MoneyfactsError)


@pytest.mark.parametrize(
    ("kind", "base"),
    [
        (ParseError, ValueError),
        (UnknownLocaleError, ValueError),
        (UnknownCurrencyError, ValueError),
        (RateError, LookupError),
        (MissingExtraError, ImportError),
    ],
)
def test_each_is_also_what_a_caller_would_expect_without_us(kind: type[Exception], base: type[Exception]) -> None:
    assert issubclass(kind, base)


def _caret(text: str, position: int) -> tuple[str, int]:
    """Return the text as it is shown, and the column under which the caret stands."""
    message, shown, caret = str(ParseError(text, position, "digits")).split("\n")
    assert message == "not one whole figure: expected digits"
    assert caret.strip() == "^"
    return shown[2:], caret.index("^") - 2


@pytest.mark.parametrize(
    ("text", "at", "shown", "column"),
    [
        ("34.3 zillion", 5, "34.3 zillion", 5),
        ("", 0, "", 0),
        ("12", 2, "12", 2),  # reading stopped at the end
        ("1\n2\tx", 4, "1 2 x", 4),  # on one line
        ("1\r2\x0b3\u20284\x855", 8, "1 2 3 4 5", 8),  # whatever breaks a line
        ("343亿元x", 5, "343亿元x", 7),  # two columns for each of the wide ones
        ("e\u0301x", 2, "e\u0301x", 1),  # none for an accent
        ("x" * 200, 0, "x" * 60 + "…", 0),
        ("a" * 100 + "X" + "b" * 100, 100, "…" + "a" * 60 + "X" + "b" * 59 + "…", 61),
        ("a" * 100, 100, "…" + "a" * 60, 61),
        ("a" * 60 + "X", 60, "a" * 60 + "X", 60),
    ],
)
def test_the_caret_stands_under_the_place(text: str, at: int, shown: str, column: int) -> None:
    assert _caret(text, at) == (shown, column)
