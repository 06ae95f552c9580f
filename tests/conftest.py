"""What the tests share: how hypothesis runs, and the worst decimal context that a caller could have set."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import (
    ROUND_UP,
    Clamped,
    Context,
    FloatOperation,
    Inexact,
    Overflow,
    Rounded,
    Subnormal,
    Underflow,
    localcontext,
)
from functools import wraps
from typing import ParamSpec

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("here"), derandomize=True, print_blob=True)
settings.register_profile("brief", parent=settings.get_profile("ci"), max_examples=20)  # of further environments
settings.load_profile("ci" if os.environ.get("CI") else "here")

P = ParamSpec("P")

_LOUD = (Inexact, Rounded, Clamped, Subnormal, Overflow, Underflow, FloatOperation)


@contextmanager
def hostile_decimal_context() -> Iterator[None]:
    """Run a block, or decorate a function, in a context where any arithmetic on a Decimal rounds, and raises for it.

    One digit, rounded up, next to no exponents, a trap for each loss; and no trap for bad input, so that an unguarded
    `Decimal("abc")` is a silent NaN. It goes under `@given`, nearest to the function: hypothesis has its own Decimals.
    """
    with localcontext(Context(prec=1, rounding=ROUND_UP, Emin=0, Emax=0, traps=list(_LOUD))):
        yield


def in_any_context(law: Callable[P, None]) -> Callable[P, None]:
    """Hold a law to its word twice: in the usual decimal context, and in the hostile one. Goes under `@given`."""

    @wraps(law)
    def twice(*args: P.args, **kwargs: P.kwargs) -> None:
        law(*args, **kwargs)
        with hostile_decimal_context():
            law(*args, **kwargs)

    return twice


@pytest.fixture
def hostile_context() -> Iterator[None]:
    """Run the whole test in the hostile decimal context."""
    with hostile_decimal_context():
        yield
