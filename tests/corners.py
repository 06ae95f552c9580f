"""What the properties of rules are held to: readings of a plain print of their own, without an interval in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from moneyfacts.model.findings import Verdict
from moneyfacts.model.readings import Precision
from scenes import rounded_to

Printed = tuple[Decimal, Precision]
Ends = tuple[Fraction, Fraction]

factors = st.none() | st.fractions(Fraction(1, 4), 4, max_denominator=100)


def readings(value: Decimal, precision: Precision) -> tuple[Ends, Ends]:
    """Return what a print means typically, and what plausibly."""
    v, h, u = Fraction(value), Fraction(precision.digit) / 2, Fraction(precision.nonzero)
    reach = max(2 * h, u / 2)
    return (v - h, v + h), (v - reach, v + reach)


def unsigned(ends: Ends) -> Ends:
    """Return what a print without a sign may be."""
    return max(ends[0], Fraction(0)), ends[1]


def expected(figures: Sequence[Printed], possible: Callable[[list[Ends]], bool]) -> Verdict:
    """Return the verdict on figures that can all be true where `possible` says so of their ends."""
    typical, plausible = zip(*(readings(*each) for each in figures), strict=True)
    return "agrees" if possible(list(typical)) else "strained" if possible(list(plausible)) else "conflicts"


def corrupt(number: Printed, factor: Fraction | None) -> Printed:
    """Return a print of something else, as fine as it was."""
    if factor is None:
        return number
    step = Fraction(number[1].digit)
    return rounded_to((Fraction(number[0]) * factor / step).__round__() * step, _places(number[1]))


def as_promised(verdict: Verdict, how: str) -> bool:
    """Tell whether figures that were rounded agree, and truncated ones agree or are strained."""
    return how == "corrupted" or verdict == "agrees" or (how == "truncated" and verdict == "strained")


@st.composite
def prints(
    draw: st.DrawFn, values: st.SearchStrategy[Sequence[Fraction]], places: st.SearchStrategy[int]
) -> tuple[list[Printed], str]:
    """Draw the prints of true values: rounded, truncated, or with one of them corrupted."""
    how = draw(st.sampled_from(("rounded", "truncated", "corrupted")))
    numbers = [rounded_to(value, draw(places), truncated=how == "truncated") for value in draw(values)]
    if how == "corrupted":
        place = draw(st.integers(0, len(numbers) - 1))
        numbers[place] = corrupt(numbers[place], draw(factors))
    return numbers, how


def _places(precision: Precision) -> int:
    exponent = precision.digit.as_tuple().exponent if isinstance(precision.digit, Decimal) else 0
    assert isinstance(exponent, int)
    return -(exponent if exponent < 0 else len(str(int(precision.digit))) - 1)
