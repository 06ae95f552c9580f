"""Sets of possible values, and all arithmetic of the library: exact, and deaf to the caller's decimal context.

An `Interval` is what a printed figure leaves open. Its ends are exact rationals (`fractions.Fraction`) or None where
it has no end, and each end is part of it or not. Arithmetic on intervals gives the tightest interval that holds every
result (R. E. Moore, Interval Analysis, 1966); an end is open exactly where no choice of values reaches it.

Decimals are read, shown and negated here and nowhere else: operators on `decimal.Decimal`, even unary minus, round to
whatever precision the caller's context has.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import msgspec

SIGNIFICANT_DIGITS = 12  # of an implied range as it is shown or serialised, rounded outward
ROOT_PLACES = 24  # decimal places of a root, before that
MAX_DIGITS = 300  # of one figure; Python itself refuses integers of more than 4,300

# An end of an interval that may be infinite: (-1, 0), (0, value), (1, 0) order as -infinity, value, +infinity.
_End = tuple[int, Fraction]
_ZERO = Fraction(0)
_TEN = 10  # a power of the literal may be a float to a type checker
_MINUS_INFINITY: _End = (-1, _ZERO)
_PLUS_INFINITY: _End = (1, _ZERO)


def scaled(digits: str, exponent: int) -> Decimal:
    """Return digits x 10**exponent as a Decimal that shows each of its digits, trailing zeros too.

    >>> scaled("343", 8), scaled("4500", -2)
    (Decimal('34300000000'), Decimal('45.00'))
    """
    if exponent >= 0:
        return Decimal(digits + "0" * exponent)
    return Decimal(f"{digits}E{exponent}")


def plain(number: Decimal | Fraction | int) -> str:
    """Return a number as it travels: decimal digits without an exponent, or "1/3" where decimals cannot say it.

    >>> plain(Decimal("3.43E+10")), plain(Fraction(5, 4)), plain(Fraction(1, 3)), plain(Decimal("45.00"))
    ('34300000000', '1.25', '1/3', '45.00')
    """
    if isinstance(number, Decimal):
        return format(number, "f")
    if isinstance(number, int) or number.denominator == 1:
        return str(number.numerator)
    said = as_decimal(number)
    return f"{said.numerator}/{said.denominator}" if isinstance(said, Fraction) else format(said, "f")


def as_decimal(number: Fraction, places: int = 0) -> Decimal | Fraction:
    """Return a number exactly: a Decimal of at least so many places where decimals can say it, else the Fraction.

    >>> as_decimal(Fraction(5, 4)), as_decimal(Fraction(5), places=2), as_decimal(Fraction(1, 3), places=2)
    (Decimal('1.25'), Decimal('5.00'), Fraction(1, 3))
    """
    twos = fives = 0
    rest = number.denominator
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return number
    places = max(twos, fives, places)
    return scaled(str(number.numerator * 10**places // number.denominator), -places)


def places_of(number: Decimal | Fraction | int) -> int:
    """Return how many decimal places a number is printed with: none for a fraction.

    >>> places_of(Decimal("5.20")), places_of(Decimal("1E+6")), places_of(Fraction(1, 3))
    (2, 0, 0)
    """
    return max(0, -int(number.as_tuple().exponent)) if isinstance(number, Decimal) else 0


def exact(number: str | int | Decimal) -> Decimal | Fraction:
    """Return the number that `plain` printed: a Fraction for "1/3", else a Decimal.

    Raises ValueError for what `plain` never prints: words, exponents, spaces, and for floats.

    >>> exact("1/3"), exact("45.00")
    (Fraction(1, 3), Decimal('45.00'))
    """
    try:
        if isinstance(number, str):
            read = Fraction(number) if "/" in number else Decimal(number)
            if not number.strip("-.0123456789/") and (isinstance(read, Fraction) or read.is_finite()):
                return read
        elif type(number) in (int, Decimal):  # neither True nor a float
            return Decimal(number)
    except (ArithmeticError, ValueError):
        pass
    raise ValueError(f"{number!r} is not a number")


def negated(number: Decimal) -> Decimal:
    """Return -number, every digit kept, whatever the decimal context."""
    return number.copy_negate() if number else number


def product(number: Decimal | Fraction, factor: Decimal | Fraction | int) -> Decimal | Fraction:
    """Return number x factor, exactly: a Decimal where decimals can say it, else a Fraction.

    >>> product(Decimal("1.5"), 12), product(Decimal(1), Fraction(1, 3))
    (Decimal('18'), Fraction(1, 3))
    """
    return as_decimal(Fraction(number) * Fraction(factor))


def total(first: Decimal | Fraction, second: Decimal | Fraction) -> Decimal | Fraction:
    """Return first + second, exactly, with all decimal places of either; a Fraction where decimals cannot say it.

    >>> total(Decimal(20), Decimal("0.40")), total(Decimal(1), Fraction(1, 3))
    (Decimal('20.40'), Fraction(4, 3))
    """
    return as_decimal(Fraction(first) + Fraction(second), max(places_of(first), places_of(second)))


def rounded(value: Fraction, *, up: bool, digits: int = SIGNIFICANT_DIGITS) -> Fraction:
    """Return the nearest number of so many significant digits that is not below `value` (`up`), or not above it.

    >>> plain(rounded(Fraction(100, 3), up=True, digits=4)), plain(rounded(Fraction(100, 3), up=False, digits=4))
    ('33.34', '33.33')
    """
    top, bottom, places = _in_places(value, digits)
    whole = -(-top // bottom) if up else top // bottom
    return Fraction(whole, _TEN**places) if places >= 0 else Fraction(whole * _TEN**-places)


def nearest(value: Fraction, *, digits: int) -> Fraction:
    """Return `value` to that many significant digits for people to read, ties away from zero.

    >>> plain(nearest(Fraction(1456558, 10), digits=5))
    '145660'
    """
    top, bottom, places = _in_places(abs(value), digits)
    whole = (2 * top + bottom) // (2 * bottom) * (1 if value >= 0 else -1)
    return Fraction(whole, _TEN**places) if places >= 0 else Fraction(whole * _TEN**-places)


def root(value: Fraction, degree: int, *, up: bool, places: int = ROOT_PLACES) -> Fraction:
    """Return the nearest number of so many decimal places that is not below the root (`up`), or not above it.

    The root of a rational is seldom one. `value` is not negative.

    >>> plain(root(Fraction(133, 100), 3, up=False, places=4)), plain(root(Fraction(1331, 1000), 3, up=True))
    ('1.0997', '1.1')
    """
    scale = _TEN**places
    most = value.numerator * scale**degree // value.denominator
    whole = _whole_root(most, degree)
    return Fraction(whole + (up and Fraction(whole, scale) ** degree != value), scale)


def _whole_root(number: int, degree: int) -> int:
    """Return the greatest integer whose power is not above a number: by Newton's method, from above."""
    if number == 0:
        return 0
    nearer = 1 << -(-number.bit_length() // degree)
    while True:
        guess, nearer = nearer, ((degree - 1) * nearer + number // nearer ** (degree - 1)) // degree
        if nearer >= guess:
            return guess


def _in_places(value: Fraction, digits: int) -> tuple[int, int, int]:
    """Return a number times 10**places, as top / bottom, which has that many digits before its decimal point."""
    top, bottom = value.as_integer_ratio()
    if top == 0:
        return 0, 1, 0
    places = digits - len(str(abs(top))) + len(str(bottom))  # that many, or one less
    if abs(top) * _TEN ** max(places, 0) >= _TEN ** (digits - min(places, 0)) * bottom:
        places -= 1
    return top * _TEN ** max(places, 0), bottom * _TEN ** -min(places, 0), places


class Interval(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """The numbers from `low` to `high`: exact rationals, None for no end; an open end is itself no member.

    Raises ValueError where nothing would be inside.

    >>> Interval(Fraction(1, 2), Fraction(3, 2)) * Interval.point(2)
    Interval(low=Fraction(1, 1), high=Fraction(3, 1))
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if not _meet(self.low, self.high, self.low_open or self.high_open):
            raise ValueError(f"nothing lies in {self}")
        if (self.low is None and not self.low_open) or (self.high is None and not self.high_open):
            raise ValueError("an end at infinity is open")

    @classmethod
    def point(cls, value: Decimal | Fraction | int) -> Interval:
        """Return the interval that holds `value` alone."""
        exactly = value if type(value) is Fraction else Fraction(value)
        return cls(exactly, exactly)

    @classmethod
    def around(cls, value: Decimal | Fraction | int, margin: Decimal | Fraction | int) -> Interval:
        """Return [value - margin, value + margin]; `margin` is not negative."""
        middle = value if type(value) is Fraction else Fraction(value)
        reach = margin if type(margin) is Fraction else Fraction(margin)
        return cls(middle - reach, middle + reach)

    @classmethod
    def everything(cls) -> Interval:
        """Return the whole line."""
        return cls(None, None, True, True)

    def __contains__(self, value: Decimal | Fraction | int) -> bool:
        return Interval.point(value).is_within(self)

    def __str__(self) -> str:
        low = "-inf" if self.low is None else plain(self.low)
        high = "inf" if self.high is None else plain(self.high)
        return f"{'(' if self.low_open else '['}{low}, {high}{')' if self.high_open else ']'}"

    def is_within(self, other: Interval) -> bool:
        """Tell whether every value here is a value of `other`."""
        return _reaches(other.low, other.low_open, self.low, self.low_open, -1) and _reaches(
            other.high, other.high_open, self.high, self.high_open, 1
        )

    def overlaps(self, other: Interval) -> bool:
        """Tell whether some value lies in both."""
        return _meet(self.low, other.high, self.low_open or other.high_open) and _meet(
            other.low, self.high, other.low_open or self.high_open
        )

    def intersection(self, other: Interval) -> Interval | None:
        """Return the values that lie in both, None where there is none.

        >>> five, eight = Interval.around(5, 2), Interval.around(8, 2)
        >>> str(five.intersection(eight)), Interval.point(1).intersection(eight)
        ('[6, 7]', None)
        """
        lower, upper = self, self
        if _reaches(self.low, self.low_open, other.low, other.low_open, -1):
            lower = other
        if _reaches(self.high, self.high_open, other.high, other.high_open, 1):
            upper = other
        if not _meet(lower.low, upper.high, lower.low_open or upper.high_open):
            return None
        return Interval(lower.low, upper.high, lower.low_open, upper.high_open)

    def hull(self, other: Interval) -> Interval:
        """Return the least interval that holds both."""
        lower = self if _reaches(self.low, self.low_open, other.low, other.low_open, -1) else other
        upper = self if _reaches(self.high, self.high_open, other.high, other.high_open, 1) else other
        return Interval(lower.low, upper.high, lower.low_open, upper.high_open)

    def rounded_outward(self, digits: int = SIGNIFICANT_DIGITS) -> Interval:
        """Return this interval with ends of at most `digits` significant digits, none of its values lost.

        An end that had to move is a closed one.
        """
        low = None if self.low is None else rounded(self.low, up=False, digits=digits)
        high = None if self.high is None else rounded(self.high, up=True, digits=digits)
        return Interval(low, high, self.low_open and low == self.low, self.high_open and high == self.high)

    def __neg__(self) -> Interval:
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Interval(low, high, self.high_open, self.low_open)

    def __add__(self, other: Interval) -> Interval:
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        if self.low is not None and other.low is not None and self.low.numerator > 0 < other.low.numerator:
            high = None if self.high is None or other.high is None else self.high * other.high
            low_open, high_open = self.low_open or other.low_open, self.high_open or other.high_open
            return Interval(self.low * other.low, high, low_open, high_open)
        corners = [
            _times(a, a_open, b, b_open)
            for a, a_open in ((self._low(), self.low_open), (self._high(), self.high_open))
            for b, b_open in ((other._low(), other.low_open), (other._high(), other.high_open))
        ]
        least, least_open = min(corners)
        most, closed = max((value, not is_open) for value, is_open in corners)
        return _interval(least, least_open, most, not closed)

    def __truediv__(self, other: Interval) -> Interval:
        """Divide by each value of `other` but zero; raises ZeroDivisionError where it holds nothing else.

        A divisor with values on both sides of zero gives the whole line (or zero, where zero alone is divided).
        """
        return self * other.inverse()

    def inverse(self) -> Interval:
        """Return 1 / self, its zero left out: the whole line where it lies on both sides of zero."""
        if self.low is not None and self.low.numerator > 0:  # nearly always
            least = _ZERO if self.high is None else 1 / self.high
            return Interval(least, 1 / self.low, self.high is None or self.high_open, self.low_open)
        low, high = self._low(), self._high()
        zero: _End = (0, _ZERO)
        if low == high == zero:
            raise ZeroDivisionError("no number is the inverse of zero")
        if low < zero < high:
            return Interval.everything()
        top = (_PLUS_INFINITY, True) if low == zero else _inverse_end(low, self.low_open)
        bottom = (_MINUS_INFINITY, True) if high == zero else _inverse_end(high, self.high_open)
        return _interval(*bottom, *top)

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form: ends as strings (null for no end), and whether they are open."""
        return {
            "low": None if self.low is None else plain(self.low),
            "high": None if self.high is None else plain(self.high),
            "low_open": self.low_open,
            "high_open": self.high_open,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Interval:
        """Return the interval whose `to_dict` is `data`; raises ValueError for what is none, and names the field."""
        if not isinstance(data, Mapping):
            raise ValueError(f"Interval is read from an object, not from {data!r}")
        if not {"low", "high"} <= data.keys() <= set(cls.__struct_fields__):
            raise ValueError(f"Interval has low, high, low_open and high_open, not {', '.join(map(str, data))}")
        low, low_open = _end_from_dict(data, "low")
        high, high_open = _end_from_dict(data, "high")
        return cls(low, high, low_open, high_open)

    def _low(self) -> _End:
        return _MINUS_INFINITY if self.low is None else (0, self.low)

    def _high(self) -> _End:
        return _PLUS_INFINITY if self.high is None else (0, self.high)


def _compared(a: Fraction, b: Fraction) -> int:
    """Return a number whose sign is that of a - b: twice as quick as comparing fractions, which ask for types."""
    (a_top, a_bottom), (b_top, b_bottom) = a.as_integer_ratio(), b.as_integer_ratio()
    return a_top * b_bottom - b_top * a_bottom


def _meet(low: Fraction | None, high: Fraction | None, is_open: bool) -> bool:
    """Tell whether something lies from a lower end to an upper one; `is_open` where either of them is."""
    order = -1 if low is None or high is None else _compared(low, high)
    return order < 0 or (order == 0 and not is_open)


def _reaches(end: Fraction | None, end_open: bool, other: Fraction | None, other_open: bool, way: int) -> bool:
    """Tell whether an end lies as far out as another, downward (`way` -1) or upward (1), or farther."""
    if end is None:
        return True
    if other is None:
        return False
    order = _compared(end, other) * way
    return order > 0 or (order == 0 and (other_open or not end_open))


def _end_from_dict(data: Mapping[str, Any], name: str) -> tuple[Fraction | None, bool]:
    is_open = data.get(f"{name}_open", data[name] is None)
    if not isinstance(is_open, bool):
        raise ValueError(f"Interval.{name}_open: {is_open!r} is neither true nor false")
    try:
        return None if data[name] is None else Fraction(exact(data[name])), is_open
    except ValueError as problem:
        raise ValueError(f"Interval.{name}: {problem}") from None


def _interval(low: _End, low_open: bool, high: _End, high_open: bool) -> Interval:
    return Interval(low[1] if low[0] == 0 else None, high[1] if high[0] == 0 else None, low_open, high_open)


def _times(a: _End, a_open: bool, b: _End, b_open: bool) -> tuple[_End, bool]:
    """Return the product of two ends, and whether it is out of reach: zero itself is reached from either end alone."""
    if a == (0, _ZERO) or b == (0, _ZERO):
        reached = (a == (0, _ZERO) and not a_open) or (b == (0, _ZERO) and not b_open)
        return (0, _ZERO), not reached
    if a[0] == 0 == b[0]:
        return (0, a[1] * b[1]), a_open or b_open
    positive = ((a[0] or a[1]) > 0) == ((b[0] or b[1]) > 0)
    return (_PLUS_INFINITY if positive else _MINUS_INFINITY), True


def _inverse_end(end: _End, is_open: bool) -> tuple[_End, bool]:
    return ((0, _ZERO), True) if end[0] else ((0, 1 / end[1]), is_open)
