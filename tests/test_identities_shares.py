"""The identities of shares, sums and products, held to the corners of figures, which know nothing of intervals."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import in_any_context
from moneyfacts.identities.figures import Figures, Implied, holds
from moneyfacts.identities.shares import (
    conversion,
    difference,
    one_whole,
    part_of_whole,
    per_unit,
    periods,
    same,
    share,
    sum_of,
)
from moneyfacts.model.interval import Interval

Formula = Callable[..., Fraction]
amounts = st.fractions(Fraction(1, 50), 1000, max_denominator=50)


@st.composite
def positive(draw: st.DrawFn) -> Interval:
    """Draw a closed interval above zero."""
    low, more = draw(amounts), draw(st.fractions(0, 2, max_denominator=20))
    return Interval(low, low + more)


@st.composite
def signed(draw: st.DrawFn) -> Interval:
    """Draw a closed interval anywhere."""
    low, more = draw(st.fractions(-50, 50, max_denominator=20)), draw(st.fractions(0, 60, max_denominator=20))
    return Interval(low, low + more)


def ends(interval: Interval) -> tuple[Fraction, Fraction]:
    assert interval.low is not None
    assert interval.high is not None
    return interval.low, interval.high


def of_corners(formula: Formula, figures: Sequence[Interval]) -> Interval:
    """Return the least and most of a formula that is monotonic in each figure: at some of their corners."""
    values = [formula(*corner) for corner in itertools.product(*map(ends, figures))]
    return Interval(min(values), max(values))


def numbered(role: str, figures: Sequence[Interval]) -> Figures:
    return {f"{role} {number}": each for number, each in enumerate(figures)}


@given(positive(), positive(), st.lists(positive(), min_size=1, max_size=3))
@in_any_context
def test_a_share_is_that_of_its_corners(numerator: Interval, pct: Interval, denominators: list[Interval]) -> None:
    found = share({"numerator": numerator, "pct": pct, **numbered("denominator", denominators)})
    amount, rate, *wholes = found.values()
    assert list(found) == ["numerator", "pct", *numbered("denominator", denominators)]
    assert amount == of_corners(lambda p, *d: p * sum(d) / 100, [pct, *denominators])
    assert rate == of_corners(lambda n, *d: 100 * n / sum(d), [numerator, *denominators])
    for place, whole in enumerate(wholes):
        others = denominators[:place] + denominators[place + 1 :]
        assert whole == of_corners(lambda n, p, *d: 100 * n / p - sum(d), [numerator, pct, *others])


@given(st.lists(st.tuples(positive(), positive()), min_size=2, max_size=4))
@in_any_context
def test_shares_of_one_whole_hold_where_their_wholes_overlap(pairs: list[tuple[Interval, Interval]]) -> None:
    """What is implied follows from where the other wholes overlap, and nothing where they do not."""
    wholes = [of_corners(lambda n, p: 100 * n / p, pair) for pair in pairs]
    figures = numbered("figure", list(itertools.chain(*pairs)))
    found = one_whole(figures)
    implied = [found[role] for role in figures]
    for place, (numerator, pct) in enumerate(pairs):
        others = [ends(each) for each in wholes[:place] + wholes[place + 1 :]]
        low, high = max(low for low, _ in others), min(high for _, high in others)
        if low > high:
            assert implied[2 * place : 2 * place + 2] == [None, None]
            continue
        whole = Interval(low, high)
        assert implied[2 * place] == of_corners(lambda w, p: w * p / 100, [whole, pct])
        assert implied[2 * place + 1] == of_corners(lambda n, w: 100 * n / w, [numerator, whole])
        meets = low <= ends(wholes[place])[1] and ends(wholes[place])[0] <= high
        assert all(
            figure.overlaps(found) is meets
            for figure, found in zip((numerator, pct), implied[2 * place : 2 * place + 2], strict=True)
            if found is not None
        )


@given(signed(), st.lists(signed(), min_size=2, max_size=4))
@in_any_context
def test_a_sum_is_that_of_its_corners(total: Interval, items: list[Interval]) -> None:
    found = sum_of({"total": total, **numbered("item", items)})
    all_of_them, *rests = found.values()
    assert list(found) == ["total", *numbered("item", items)]
    assert all_of_them == of_corners(lambda *each: sum(each, Fraction(0)), items)
    for place, rest in enumerate(rests):
        others = items[:place] + items[place + 1 :]
        assert rest == of_corners(lambda whole, *each: whole - sum(each), [total, *others])


@given(positive(), positive(), positive())
@in_any_context
def test_a_product_is_that_of_its_corners(price: Interval, count: Interval, total: Interval) -> None:
    assert per_unit({"price": price, "count": count, "total": total}) == {
        "price": of_corners(lambda t, c: t / c, [total, count]),
        "count": of_corners(lambda t, p: t / p, [total, price]),
        "total": of_corners(lambda p, c: p * c, [price, count]),
    }


@given(signed(), signed(), signed())
@in_any_context
def test_a_difference_is_that_of_its_corners(minuend: Interval, subtrahend: Interval, result: Interval) -> None:
    assert difference({"minuend": minuend, "subtrahend": subtrahend, "result": result}) == {
        "minuend": of_corners(lambda s, r: s + r, [subtrahend, result]),
        "subtrahend": of_corners(lambda m, r: m - r, [minuend, result]),
        "result": of_corners(lambda m, s: m - s, [minuend, subtrahend]),
    }


ONE_EQUATION: list[tuple[Callable[[Figures], Implied], tuple[str, ...]]] = [
    (share, ("numerator", "pct", "denominator")),
    (share, ("numerator", "pct", "vans", "trucks")),
    (part_of_whole, ("whole", "part 1", "part 2")),
    (sum_of, ("total", "item 1", "item 2", "item 3")),
    (difference, ("minuend", "subtrahend", "result")),
    (same, ("first", "again")),
    (per_unit, ("price", "count", "total")),
    (conversion, ("amount", "rate", "equivalent")),
]


@pytest.mark.parametrize(("identity", "roles"), ONE_EQUATION)
@given(data=st.data())
def test_figures_of_one_equation_meet_what_is_implied_for_all_or_none(
    identity: Callable[[Figures], Implied], roles: tuple[str, ...], data: st.DataObject
) -> None:
    figures = {role: data.draw(positive()) for role in roles}
    implied = identity(figures)
    assert set(roles) <= set(implied)
    meets = {role: (following := implied[role]) is not None and figures[role].overlaps(following) for role in roles}
    assert set(meets.values()) == {holds(figures, implied)}


@pytest.mark.parametrize(("identity", "roles"), ONE_EQUATION)
@given(data=st.data())
def test_a_role_is_implied_by_the_others_alone(
    identity: Callable[[Figures], Implied], roles: tuple[str, ...], data: st.DataObject
) -> None:
    """Whether it is stated, and what as, changes nothing; a role that any figure may play has to be named."""
    figures = {role: data.draw(positive()) for role in roles}
    role = data.draw(st.sampled_from(roles))
    implied = identity(figures)
    assert identity({**figures, role: data.draw(positive())})[role] == implied[role]
    missing = identity({name: each for name, each in figures.items() if name != role})
    assert missing.get(role, implied[role]) == implied[role]


def test_what_a_missing_figure_leaves_open() -> None:
    one = Interval.point(1)
    assert share({"numerator": one}) == share({"pct": one}) == difference({"result": one}) == {}
    assert per_unit({"total": one}) == conversion({"rate": one}) == {}
    assert same({"first": one}) == {"again": one}
    assert sum_of({"red": one, "blue": one}) == {"total": Interval.point(2)}
    assert share({"pct": one, "vans": one}) == {"numerator": Interval.point(Fraction(1, 100))}
    assert share({"numerator": one, "vans": one}) == {"pct": Interval.point(100)}


def test_a_print_near_zero_is_no_negative_share() -> None:
    zero = Interval.around(0, Fraction(1, 2))
    found = share({"numerator": zero, "pct": Interval.around(1, 1), "denominator": Interval.point(10)})
    assert [str(each) for each in found.values()] == ["[0, 0.2]", "[0, 5]", "(-inf, inf)"]
    assert str(share({"numerator": Interval.point(3), "pct": zero})["denominator"]) == "[600, inf)"


@pytest.mark.parametrize(
    ("unit", "per", "number"),
    [
        ("year", "month", 12),
        ("decade", "year", 10),
        ("week", "day", 7),
        ("minute", "hour", Fraction(1, 60)),
        ("year", "week", None),
        ("year", "barrel", None),
        ("barrel", "barrel", None),
    ],
)
def test_periods(unit: str, per: str, number: int | Fraction | None) -> None:
    assert periods(unit, per) == number
