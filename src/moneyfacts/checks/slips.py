"""The slips that writers make: figures as they may have been meant, in the order in which to believe them.

A slip explains a conflict where the figures, rewritten as they may have been meant, agree. What hardly ever fits by
chance comes first, and what often does comes last:

* `exchanged`: two figures have changed places: the levels before and after, an amount and its conversion.
* `turned`: the other direction: "rose" for "fell".
* `scale`: a thousand times too much or too little: million for billion.
* `base`: the percentage is of the level after and not of the one before.
* `place`: ten or a hundred times too much or too little: a digit, a zero or a separator lost.
* `transposed`: two neighbouring digits exchanged: 2.4 for 4.2.
* `digit`: one digit is another: 2.4 for 3.4.

Ranges, figures in words, and those whose digits do not stand in the text are never rewritten.

Source: two neighbours exchanged and one letter wrong are the slips of typing that F. J. Damerau counted (1964); the
others are known from the corrections that newspapers print.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import Literal, NamedTuple

from msgspec.structs import replace

from ..link import Link
from ..model.facts import Fact
from ..model.interval import Interval, product
from ..model.readings import Precision
from ..model.values import Change, Count, Direction, Measurement, Money, Quantity

Kind = Literal["exchanged", "turned", "scale", "base", "place", "transposed", "digit"]
Reach = Mapping[int, Interval | None]
"""What a figure has to be, by its place: a range, or None where no other would do. One not in it may be anything."""
Bounds = tuple[int | None, int | None]

_THOUSAND = (Fraction(1000), Fraction(1, 1000))
_PLACES = (Fraction(10), Fraction(1, 10), Fraction(100), Fraction(1, 100))
_PAIRS = (("prior", "current"), ("amount", "equivalent"), ("numerator", "denominator"), ("minuend", "subtrahend"))
_OTHER: dict[Direction, Direction] = {"up": "down", "down": "up"}
_DIGITS = "0123456789"
_MOST, _MOST_OF_A_FACTOR = 2, 3
_ANYTHING = Interval.everything()
_HALF = Fraction(1, 2)


class Slip(NamedTuple):
    """A slip that may have been made: the figures as they may have been meant, and those that it changes.

    `changed` are figures as printed and as meant, without any where the direction alone is another.
    """

    kind: Kind
    meant: Link
    changed: tuple[tuple[Fact, Fact], ...] = ()


def likely(link: Link, agrees: Callable[[Slip], bool], reach: Reach | None = None) -> tuple[Slip, ...]:
    """Return the slips of the first kind by which figures agree: none where there are too many of that kind.

    What can be put right in many ways is explained by none of them. Of three figures that are off by a factor each may
    be the one: three ways are not too many there, where the slip itself is plain. `reach` says by the place of a figure
    what it has to be for the others' sake: other rewritings of it are not tried.
    """
    for slips in _by_kind(link, reach or {}):
        fitting: list[Slip] = []
        for slip in slips:
            if agrees(slip):
                fitting.append(slip)
                if len(fitting) > (_MOST_OF_A_FACTOR if slip.kind in ("scale", "place") else _MOST):
                    return ()
        if fitting:
            return tuple(fitting)
    return ()


def digits_of(fact: Fact) -> str | None:
    """Return the printed digits of a figure, from the first that is not zero; None where they do not stand there.

    >>> from decimal import Decimal
    >>> from moneyfacts.model.values import Percent
    >>> cent = Precision(Decimal("0.01"), Decimal("0.01"))
    >>> digits_of(Fact(Percent(amount=Decimal("0.63")), "0.63%", 0, 5, precision=(cent,)))
    '63'
    """
    value = fact.value
    if not isinstance(value, Quantity) or value.amount is None or not fact.precision or fact.precision[0].word:
        return None
    counted = Fraction(value.amount) / Fraction(fact.precision[0].digit)
    digits = str(counted)
    return digits if digits == "".join(each for each in fact.text if each in _DIGITS).lstrip("0") else None


class _Open(NamedTuple):
    """A figure that may be rewritten: its digits, and what it has to be."""

    fact: Fact
    digits: str
    within: Interval


def _by_kind(link: Link, reach: Reach) -> Iterator[Iterable[Slip]]:
    yield _exchanged(link)
    yield _turned(link)
    figures = list(_rewritable(link, reach))
    yield _scaled(link, "scale", _THOUSAND, [each for each in figures if _has_scale(each.fact)])
    yield _of_the_other_base(link)
    yield _scaled(link, "place", _PLACES, figures)
    yield _retyped(link, "transposed", _transposed, figures)
    yield _retyped(link, "digit", _one_other, figures)


def _rewritable(link: Link, reach: Reach) -> Iterator[_Open]:
    for _, fact in link.roles:
        within = reach.get(fact.start, _ANYTHING)
        if within is not None and (digits := digits_of(fact)):
            yield _Open(fact, digits, within)


def _exchanged(link: Link) -> Iterator[Slip]:
    for one, other in _PAIRS:
        first, second = link.get(one), link.get(other)
        if first is not None and second is not None:
            pair = (first, _with_number_of(second, first)), (second, _with_number_of(first, second))
            yield Slip("exchanged", _with(link, *pair), pair)


def _turned(link: Link) -> Iterator[Slip]:
    if (turned := _other_way(link)) is not None:
        yield Slip("turned", turned)


def _of_the_other_base(link: Link) -> Iterator[Slip]:
    """Yield the movement from the level after back to the one before: a percentage of that is of the level after."""
    turned, pct = _other_way(link), link.get("pct")
    if turned is not None and pct is not None and isinstance(pct.value, Change) and pct.value.unit == "percent":
        names = {"prior": "current", "current": "prior"}
        yield Slip("base", replace(turned, roles=tuple((names.get(role, role), fact) for role, fact in turned.roles)))


def _other_way(link: Link) -> Link | None:
    """Return a movement in the other direction, None for what has none."""
    if link.relation not in ("movement", "cagr"):
        return None
    roles = tuple((role, _turned_fact(fact)) for role, fact in link.roles)
    return replace(link, roles=roles, direction=link.direction and _OTHER.get(link.direction))


def _turned_fact(fact: Fact) -> Fact:
    value = fact.value
    if not isinstance(value, Change) or value.direction not in _OTHER:
        return fact
    return replace(fact, value=replace(value, direction=_OTHER[value.direction]))


def _scaled(link: Link, kind: Kind, factors: Iterable[Fraction], figures: Iterable[_Open]) -> Iterator[Slip]:
    for fact, _, within in figures:
        typical = fact.typical or _ANYTHING
        for factor in factors:
            # what a figure may truly be scales with its print
            if _is_within(typical.low, factor, within.high) and _is_within(within.low, 1 / factor, typical.high):
                meant = _times(fact, factor)
                yield Slip(kind, _with(link, (fact, meant)), ((fact, meant),))


def _is_within(low: Fraction | None, factor: Fraction, high: Fraction | None) -> bool:
    """Tell whether a lower end, so many times, is at most an upper one: in integers, since nearly all are not."""
    if low is None or high is None:
        return True
    (top, bottom), (up, down), (most, of) = low.as_integer_ratio(), factor.as_integer_ratio(), high.as_integer_ratio()
    return top * up * of <= most * bottom * down


def _has_scale(fact: Fact) -> bool:
    """Tell whether a figure is an amount, which may be told in millions; a percentage is not."""
    value = fact.value
    if isinstance(value, Change):
        return value.unit == "count" or bool(value.candidates)
    return isinstance(value, Money | Count | Measurement)


def _retyped(
    link: Link, kind: Kind, others: Callable[[str, Bounds], Iterator[int]], figures: Iterable[_Open]
) -> Iterator[Slip]:
    for fact, digits, within in figures:
        for other in others(digits, _bounds(fact, within)):
            meant = _with_digits(fact, str(other))
            yield Slip(kind, _with(link, (fact, meant)), ((fact, meant),))


def _bounds(fact: Fact, within: Interval) -> Bounds:
    """Return the least and the greatest number that the digits of a figure may make, for it to be within a range.

    What a number without a qualifier stands for reaches half a unit either way; others reach no farther than from half
    of their number to twice as much, but for those below it, which may be any.
    """
    unit = Fraction(fact.precision[0].digit)
    low, high = within.low, within.high
    sense = fact.qualifier.sense if fact.qualifier else None
    least = None if low is None else low / unit / 2 - _HALF if sense else low / unit - _HALF
    most = None if high is None or sense in ("below", "at_most") else high / unit * (2 if sense else 1) + _HALF
    return None if least is None else ceil(least), None if most is None else floor(most)


def _transposed(digits: str, bounds: Bounds) -> Iterator[int]:
    """Yield the numbers within bounds that two neighbouring digits, exchanged, make."""
    number, size = int(digits), len(digits)
    for place, (one, other) in enumerate(pairwise(digits)):
        if one != other and not (place == 0 and other == "0"):
            changed = number + (int(other) - int(one)) * 9 * 10 ** (size - place - 2)
            if _is_between(changed, bounds):
                yield changed


def _one_other(digits: str, bounds: Bounds) -> Iterator[int]:
    """Yield the numbers within bounds that one other digit makes: at each place those that reach between them."""
    number, size, (low, high) = int(digits), len(digits), bounds
    for place, printed in enumerate(digits):
        unit = 10 ** (size - place - 1)
        rest = number - int(printed) * unit
        least = 0 if place else 1
        first = least if low is None else max(least, -((rest - low) // unit))
        last = 9 if high is None else min(9, (high - rest) // unit)
        yield from (rest + digit * unit for digit in range(first, last + 1) if digit != int(printed))


def _is_between(number: int, bounds: Bounds) -> bool:
    low, high = bounds
    return (low is None or low <= number) and (high is None or number <= high)


def _with(link: Link, *changed: tuple[Fact, Fact]) -> Link:
    """Return a link with other figures in their roles."""
    meant = {printed.start: other for printed, other in changed}
    return replace(link, roles=tuple((role, meant.get(fact.start, fact)) for role, fact in link.roles))


def _with_number_of(other: Fact, fact: Fact) -> Fact:
    """Return a figure with the number of another and its own unit."""
    one, two = fact.value, other.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return fact
    value = replace(one, amount=two.amount, low=two.low, high=two.high)
    return replace(fact, value=value, precision=other.precision, qualifier=other.qualifier)


def _times(fact: Fact, factor: Fraction) -> Fact:
    fine = fact.precision[0]
    precision = Precision(product(fine.digit, factor), product(fine.nonzero, factor))
    return replace(fact, value=_with_amount(fact.value, factor), precision=(precision,))


def _with_digits(fact: Fact, digits: str) -> Fact:
    """Return a figure with other digits in the places of its own, of which there are as many."""
    unit = fact.precision[0].digit
    zeros = len(digits) - len(digits.rstrip("0"))
    precision = Precision(unit, product(unit, 10**zeros))
    value = fact.value
    assert isinstance(value, Quantity)
    value = replace(value, amount=product(unit, int(digits)))
    rest = list(digits)
    text = "".join(rest.pop() if each in _DIGITS and rest else each for each in reversed(fact.text))[::-1]
    return replace(fact, value=value, precision=(precision,), text=text)


def _with_amount(value: object, factor: Fraction) -> Quantity:
    assert isinstance(value, Quantity)
    assert value.amount is not None
    return replace(value, amount=product(value.amount, factor))
