"""Exact numbers and intervals, held to laws by an oracle that knows nothing but `Fraction` and `<`.

Whatever an operation gives back is compared with the same operation on single members: ends where they are members,
points just inside where they are not, and far out where there is no end. Every law holds in any decimal context.
"""

from __future__ import annotations

import itertools
import operator
from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal, Inexact
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from conftest import in_any_context
from moneyfacts.model.interval import (
    MAX_DIGITS,
    Interval,
    exact,
    nearest,
    negated,
    plain,
    product,
    rounded,
    scaled,
)
from moneyfacts.strategies import amounts, intervals

NEAR, FAR = Fraction(1, 10**12), Fraction(10**15)  # how near an open end members are tried, how far out without an end
CLOSE, HUGE = Fraction(1, 10**4), Fraction(10**6)  # what counts as arbitrarily near, and as without end
ZERO = Interval.point(0)

fractions = st.fractions(max_denominator=10**6) | st.builds(
    lambda n, d, e: Fraction(n, d) * Fraction(10) ** e, st.integers(), st.integers(1, 10**9), st.integers(-30, 30)
)


def contains(interval: Interval, x: Fraction) -> bool:
    """Membership in plain comparisons, no code of the library."""
    above = interval.low is None or x > interval.low or (x == interval.low and not interval.low_open)
    below = interval.high is None or x < interval.high or (x == interval.high and not interval.high_open)
    return above and below


def extremes(interval: Interval) -> tuple[Fraction, Fraction]:
    """The least and the greatest member that the oracle tries."""
    low = -FAR if interval.low is None else interval.low + (NEAR if interval.low_open else 0)
    high = FAR if interval.high is None else interval.high - (NEAR if interval.high_open else 0)
    return low, high


def landmarks(*them: Interval) -> list[Fraction]:
    """Every end, a point between each two neighbours, and one beyond on either side: no set made of them is finer."""
    ends = sorted({end for each in them for end in (each.low, each.high) if end is not None} or {Fraction(0)})
    between = [(a + b) / 2 for a, b in itertools.pairwise(ends)]
    return [ends[0] - 1, *ends, *between, ends[-1] + 1]


def assert_tight(result: Interval, reached: list[Fraction]) -> None:
    """An end is closed where a member reaches it, open where members come near, infinite where they go far."""
    low, high = min(reached), max(reached)
    if result.low is None:
        assert low < -HUGE
    else:
        assert result.low < low < result.low + CLOSE if result.low_open else low == result.low
    if result.high is None:
        assert high > HUGE
    else:
        assert result.high - CLOSE < high < result.high if result.high_open else high == result.high


@st.composite
def with_member(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    interval = draw(intervals())
    low, high = extremes(interval)
    return interval, low + (high - low) * draw(st.fractions(0, 1, max_denominator=50) | st.sampled_from((0, 1)))


OPERATIONS = [operator.add, operator.sub, operator.mul]


@pytest.mark.parametrize("operation", OPERATIONS)
@given(with_member(), with_member())
@in_any_context
def test_arithmetic_loses_no_result(
    operation: Callable[..., Any], one: tuple[Interval, Fraction], two: tuple[Interval, Fraction]
) -> None:
    """x in X and y in Y give x . y in X . Y."""
    assert contains(operation(one[0], two[0]), operation(one[1], two[1]))


@pytest.mark.parametrize("operation", OPERATIONS)
@given(intervals(), intervals())
@in_any_context
def test_arithmetic_adds_no_result(operation: Callable[..., Any], one: Interval, two: Interval) -> None:
    """The ends of X . Y are reached, or come near, from corners of X and Y: nothing narrower holds every result."""
    corners = itertools.product(extremes(one), extremes(two))
    assert_tight(operation(one, two), [operation(x, y) for x, y in corners])


@given(with_member(), with_member())
@in_any_context
def test_division_loses_no_result(one: tuple[Interval, Fraction], two: tuple[Interval, Fraction]) -> None:
    """x in X and y in Y give x / y in X / Y, where y is not zero."""
    assume(two[1] != 0)
    assert contains(one[0] / two[0], one[1] / two[1])


@given(intervals(), intervals())
@in_any_context
def test_division_adds_no_result(one: Interval, two: Interval) -> None:
    """The ends of X / Y are reached, or come near, from corners of X and of Y without its zero."""
    assume(two != ZERO)
    divisors = [y or side for y, side in zip(extremes(two), (NEAR, -NEAR), strict=True)]
    if contains(two, NEAR) and contains(two, -NEAR):
        divisors += [NEAR, -NEAR]
    assert_tight(one / two, [x / y for x in extremes(one) for y in divisors])


@given(intervals())
@in_any_context
def test_negation_is_subtraction_from_zero(one: Interval) -> None:
    """-X = 0 - X, and twice is not at all."""
    negative = -one
    assert negative == ZERO - one
    assert -negative == one


@given(intervals(), intervals(), intervals())
def test_algebra(x: Interval, y: Interval, z: Interval) -> None:
    """Addition and multiplication commute and associate, and x (y + z) lies within x y + x z."""
    assert x + y == y + x
    assert x * y == y * x
    assert (x + y) + z == x + (y + z)
    assert (x * y) * z == x * (y * z)
    assert (x * (y + z)).is_within(x * y + x * z)


def interval(text: str) -> Interval:
    """Read "[0, inf)": the table's own notation."""
    low, high = (None if "inf" in end else Fraction(end) for end in text[1:-1].split(", "))
    return Interval(low, high, text[0] == "(", text[-1] == ")")


@pytest.mark.parametrize(
    ("one", "sign", "two", "result"),
    [
        ("[1, 2]", "+", "(3, inf)", "(4, inf)"),
        ("[1, 2)", "-", "[1, 2)", "(-1, 1)"),
        ("[1, 2]", "*", "[-3, 4)", "[-6, 8)"),
        ("[-2, 3)", "*", "[-5, 1]", "(-15, 10]"),
        ("[0, 1]", "*", "(2, 3)", "[0, 3)"),  # zero itself is reached, whatever the other is
        ("(0, 1]", "*", "[2, 3]", "(0, 3]"),
        ("(0, 1]", "*", "[0, 3]", "[0, 3]"),  # by the other's zero
        ("(0, 1]", "*", "(0, 3]", "(0, 3]"),
        ("[0, 0]", "*", "(-inf, inf)", "[0, 0]"),
        ("[0, 1]", "*", "(1, inf)", "[0, inf)"),
        ("(0, 1]", "*", "(1, inf)", "(0, inf)"),
        ("(-inf, -1]", "*", "(-inf, -1]", "[1, inf)"),
        ("(-inf, 1]", "*", "[2, inf)", "(-inf, inf)"),
        ("[1, 2]", "/", "[4, 5)", "(1/5, 1/2]"),
        ("[1, 2]", "/", "(0, 4]", "[1/4, inf)"),
        ("[1, 2]", "/", "[0, 4]", "[1/4, inf)"),  # as if zero were not there
        ("[1, 2]", "/", "[-4, 0]", "(-inf, -1/4]"),
        ("[0, 2]", "/", "[0, 4]", "[0, inf)"),
        ("(0, 2]", "/", "(0, inf)", "(0, inf)"),
        ("[1, 2]", "/", "[-1, 1]", "(-inf, inf)"),  # both sides of zero
        ("[1, 2]", "/", "(-inf, inf)", "(-inf, inf)"),
        ("[0, 0]", "/", "[-1, 1]", "[0, 0]"),
        ("[1, 2]", "/", "[4, inf)", "(0, 1/2]"),
        ("[1, 2]", "/", "(-inf, -4]", "[-1/2, 0)"),
    ],
)
def test_arithmetic_by_hand(one: str, sign: str, two: str, result: str) -> None:
    operation = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}[sign]
    assert operation(interval(one), interval(two)) == interval(result)


def test_nothing_is_divided_by_zero_alone() -> None:
    with pytest.raises(ZeroDivisionError, match="no number is the inverse of zero"):
        Interval.point(1) / ZERO


@given(intervals(), intervals())
@in_any_context
def test_sets(one: Interval, two: Interval) -> None:
    """`in`, `intersection`, `overlaps`, `is_within` and `hull` say of sets what membership says, at every landmark."""
    points, common, hull = landmarks(one, two), one.intersection(two), one.hull(two)
    of_either = [x for x in points if contains(one, x) or contains(two, x)]
    for x in points:
        assert (x in one) == contains(one, x)
        assert (common is not None and contains(common, x)) == (contains(one, x) and contains(two, x))
        assert contains(hull, x) == (min(of_either) <= x <= max(of_either))
    assert one.overlaps(two) == any(contains(one, x) and contains(two, x) for x in points)
    assert one.is_within(two) == all(contains(two, x) for x in points if contains(one, x))


@given(intervals(), intervals(), intervals())
def test_set_algebra(x: Interval, y: Interval, z: Interval) -> None:
    """Intersection and hull commute, are idempotent, and are the greatest within both and the least around both."""
    assert x.intersection(y) == y.intersection(x)
    assert x.hull(y) == y.hull(x)
    assert x.intersection(x) == x == x.hull(x)
    assert x.is_within(y) == (x.intersection(y) == x) == (x.hull(y) == y)
    assert not (x.is_within(y) and y.is_within(z)) or x.is_within(z)
    assert x.intersection(Interval.everything()) == x
    assert x.hull(Interval.everything()) == Interval.everything()


@given(intervals(), intervals(), intervals(), intervals())
def test_a_wider_operand_gives_a_wider_result(x: Interval, y: Interval, z: Interval, w: Interval) -> None:
    """X within X' and Y within Y' give X . Y within X' . Y'."""
    for operation in OPERATIONS:
        assert operation(x, y).is_within(operation(x.hull(z), y.hull(w)))


@given(fractions, st.integers(1, 15))
@in_any_context
def test_rounding_is_what_decimal_division_rounds_to(value: Fraction, digits: int) -> None:
    """`rounded` and `nearest` are one correctly rounded decimal division of numerator by denominator."""

    def divided(rounding: str) -> Decimal:
        return Context(digits, rounding, Emin=-400, Emax=400).divide(
            Decimal(value.numerator), Decimal(value.denominator)
        )

    assert rounded(value, up=True, digits=digits) == Fraction(divided(ROUND_CEILING))
    assert rounded(value, up=False, digits=digits) == Fraction(divided(ROUND_FLOOR))
    assert nearest(value, digits=digits) == Fraction(divided(ROUND_HALF_UP))


@pytest.mark.parametrize(
    ("value", "digits", "down", "up", "near"),
    [
        ("0", 4, "0", "0", "0"),
        ("100/3", 4, "33.33", "33.34", "33.33"),
        ("-100/3", 4, "-33.34", "-33.33", "-33.33"),
        ("99995", 4, "99990", "100000", "100000"),  # a tie, away from zero
        ("-99995", 4, "-100000", "-99990", "-100000"),
        ("145655.8", 5, "145650", "145660", "145660"),
        ("1000", 4, "1000", "1000", "1000"),
        ("0.00098765", 3, "0.000987", "0.000988", "0.000988"),
    ],
)
def test_rounding_by_hand(value: str, digits: int, down: str, up: str, near: str) -> None:
    number = Fraction(value)
    assert plain(rounded(number, up=False, digits=digits)) == down
    assert plain(rounded(number, up=True, digits=digits)) == up
    assert plain(nearest(number, digits=digits)) == near


def significant_digits(number: Fraction) -> int:
    return len(plain(number).replace(".", "").lstrip("-0").rstrip("0"))


@given(st.builds(lambda x, scale: x * Interval.point(scale), intervals(), fractions))
@in_any_context
def test_rounding_outward(exactly: Interval) -> None:
    """What is shown holds everything in at most 12 digits, is wider by less than its last one, and stays so."""
    shown = exactly.rounded_outward()
    assert exactly.is_within(shown)
    assert shown.rounded_outward() == shown
    ends = ((exactly.low, shown.low), (exactly.high, shown.high))
    for true, end in ends:
        assert (true is None) == (end is None)
        if true is not None and end is not None:
            assert significant_digits(end) <= 12
            assert abs(true - end) * 10**11 < (abs(true) or 1)
    assert shown.low_open == (exactly.low_open and shown.low == exactly.low)
    assert shown.high_open == (exactly.high_open and shown.high == exactly.high)


@given(st.integers(0, 10**20).map(str), st.integers(-20, 20), st.integers(0, 3))
@in_any_context
def test_scaled_keeps_value_and_every_digit(digits: str, exponent: int, zeros: int) -> None:
    """`scaled` is digits x 10**exponent, and its print has the digits, leading zeros aside."""
    number = scaled("0" * zeros + digits, exponent)
    assert Fraction(number) == int(digits) * Fraction(10) ** exponent
    assert plain(number).replace(".", "").lstrip("0") == (digits + "0" * max(0, exponent)).lstrip("0")
    assert len(plain(number).partition(".")[2]) == max(0, -exponent)


@given(amounts(signed=True))
@in_any_context
def test_plain_and_exact_keep_a_decimal_to_its_last_zero(number: Decimal) -> None:
    """`exact` undoes `plain`, printed zeros and all; no exponent is printed; negation touches the sign alone."""
    assert exact(plain(number)).as_integer_ratio() == number.as_integer_ratio()
    assert plain(exact(plain(number))) == plain(number)
    assert "E" not in plain(number)
    assert plain(negated(number)).lstrip("-") == plain(number).lstrip("-")
    assert Fraction(negated(number)) == -Fraction(number)


@given(
    fractions | st.builds(Fraction, st.integers(), st.sampled_from([2**i * 5**j for i in range(9) for j in range(9)]))
)
@in_any_context
def test_plain_and_exact_keep_a_fraction(number: Fraction) -> None:
    """`exact` undoes `plain`; the print is decimal exactly where a decimal can say it, and no longer than needed."""
    printed = plain(number)
    assert exact(printed) == number
    ample = Context(prec=400, traps=[Inexact], Emin=-999, Emax=999)
    try:
        ample.divide(Decimal(number.numerator), Decimal(number.denominator))
    except Inexact:
        assert printed == f"{number.numerator}/{number.denominator}"
    else:
        assert "/" not in printed
        assert "." not in printed or not printed.endswith("0")


@given(fractions, fractions)
@in_any_context
def test_product(one: Fraction, two: Fraction) -> None:
    """`product` is exact, and a Decimal exactly where a decimal can say it."""
    found = product(one, two)
    assert Fraction(found) == one * two
    assert isinstance(found, Fraction) == ("/" in plain(one * two))


@pytest.mark.parametrize("number", [Decimal("3.43E+10"), 34300000000, Fraction(34300000000)])
def test_plain_prints_no_exponent(number: Decimal | Fraction | int, hostile_context: None) -> None:  # noqa: ARG001
    assert plain(number) == "34300000000"


def test_zero_has_no_sign() -> None:
    assert plain(negated(Decimal("0.00"))) == "0.00"


def test_the_longest_figure_goes_through_everything() -> None:
    """A figure at the cap on its digits can be multiplied, divided, rounded and printed."""
    longest = scaled("7" * MAX_DIGITS, -MAX_DIGITS // 2)
    assert exact(plain(longest)) == longest
    figure = Interval.around(longest, Decimal(1))
    ratio = (figure * figure / (figure + Interval.point(Fraction(1, 3)))).rounded_outward()
    assert Interval.from_dict(ratio.to_dict()) == ratio


@pytest.mark.parametrize(
    "junk", ["", "abc", "1e5", "1E5", "nan", "inf", "1_000", "1,000", " 1", "--1", "1/0", "1/", "1.5/3", "٣", "１"]
)
@in_any_context
def test_exact_reads_only_what_plain_prints(junk: str) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        exact(junk)


@pytest.mark.parametrize("junk", [0.1, True, None, [1]])
def test_no_float_enters(junk: Any) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        exact(junk)


@pytest.mark.parametrize("number", [7, Decimal("7.00")])
def test_exact_takes_whole_numbers_and_decimals_as_they_are(number: int | Decimal) -> None:
    assert plain(exact(number)) == plain(number)


@pytest.mark.parametrize(
    ("low", "high", "low_open", "high_open", "problem"),
    [
        (2, 1, False, False, r"nothing lies in \[2, 1\]"),
        (1, 1, True, False, r"nothing lies in \(1, 1\]"),
        (1, 1, False, True, r"nothing lies in \[1, 1\)"),
        (None, 1, False, False, "an end at infinity is open"),
        (1, None, False, False, "an end at infinity is open"),
    ],
)
def test_an_empty_interval_is_refused(low: Any, high: Any, low_open: bool, high_open: bool, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        Interval(low and Fraction(low), high and Fraction(high), low_open, high_open)


@pytest.mark.parametrize("text", ["[1, 2]", "(1/3, 2)", "(-inf, 0.5]", "[-0.25, inf)", "(-inf, inf)", "[3, 3]"])
def test_intervals_print_as_they_are_written_in_books(text: str) -> None:
    assert str(interval(text)) == text


@given(amounts(signed=True), amounts())
@in_any_context
def test_around_and_point(value: Decimal, margin: Decimal) -> None:
    """Around a value lies what is at most the margin away; without a margin that is the value alone."""
    middle, reach = Fraction(value), Fraction(margin)
    around = Interval.around(value, margin)
    assert around == Interval(middle - reach, middle + reach)
    assert value in around
    assert Interval.around(value, 0) == Interval.point(value) == Interval(middle, middle)


@given(intervals())
@in_any_context
def test_json_gives_an_equal_interval_back(one: Interval) -> None:
    """`from_dict` undoes `to_dict`; an end that is not said to be open is closed, unless it is at infinity."""
    data = one.to_dict()
    assert Interval.from_dict(data) == one
    ends_alone = Interval.from_dict({"low": data["low"], "high": data["high"]})
    assert (ends_alone.low, ends_alone.high) == (one.low, one.high)
    assert (ends_alone.low_open, ends_alone.high_open) == (one.low is None, one.high is None)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ({"low": "1"}, "Interval has low, high, low_open and high_open, not low$"),
        ({"low": "1", "high": "2", "mid": "1.5"}, "not low, high, mid$"),
        ({"low": "one", "high": "2"}, "Interval.low: 'one' is not a number"),
        ({"low": "1", "high": 2.5}, "Interval.high: 2.5 is not a number"),
        ({"low": "1", "high": "2", "low_open": "no"}, "Interval.low_open: 'no' is neither true nor false"),
        ({"low": "3", "high": "2"}, "nothing lies in"),
        (["1", "2"], "Interval is read from an object"),
    ],
)
def test_json_of_no_interval_is_refused(data: Any, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        Interval.from_dict(data)
