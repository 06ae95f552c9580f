"""The identities, held to oracles that know nothing of intervals: comparisons of products, and vertices of polygons."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from conftest import in_any_context
from moneyfacts.identities import levels
from moneyfacts.identities.figures import Figures, Way, holds
from moneyfacts.identities.shares import conversion, part_of_whole
from moneyfacts.identities.time import elapsed
from moneyfacts.model.interval import Interval
from moneyfacts.model.values import DateSpan

ways: st.SearchStrategy[Way] = st.sampled_from(("up", "down"))
magnitudes = st.fractions(Fraction(1, 50), 1000, max_denominator=50)
shares = st.fractions(0, Fraction(49, 50), max_denominator=50)  # of what goes down, less than all
ROLES = ("prior", "change", "pct", "current")
slack = st.fractions(0, 2, max_denominator=20)


@st.composite
def about(draw: st.DrawFn, value: Fraction) -> Interval:
    """Draw a closed interval that holds a positive value, and nothing below zero."""
    return Interval(max(Fraction(0), value - draw(slack)), value + draw(slack))


@st.composite
def positive(draw: st.DrawFn) -> Interval:
    """Draw a closed interval above zero."""
    low = draw(magnitudes)
    return Interval(low, low + draw(slack))


@st.composite
def movements(draw: st.DrawFn) -> tuple[Figures, Way]:
    """Draw what is known of prior, change, pct and current: of true ones, but for the last, which may be any."""
    way = draw(ways)
    prior, rate = draw(magnitudes), draw(shares)
    change = prior * rate
    current = prior + change if way == "up" else prior - change
    known = {role: draw(about(value)) for role, value in zip(ROLES, (prior, change, 100 * rate, current), strict=True)}
    return known | ({"current": draw(positive())} if draw(st.booleans()) else {}), way


def ends(interval: Interval) -> tuple[Fraction, Fraction]:
    assert interval.low is not None
    assert interval.high is not None
    return interval.low, interval.high


def polygon_has_a_point(figures: Figures, way: Way) -> bool:
    """Tell whether some prior p and signed change d satisfy all that is known, by the vertices of their polygon.

    Each row (a, b, c) is a half plane a p + b d <= c. A bounded polygon has a point if and only if one of the crossings
    of its sides satisfies every row.
    """
    sign = 1 if way == "up" else -1
    rows: list[tuple[Fraction, Fraction, Fraction]] = []

    def within(a: Fraction | int, b: Fraction | int, low: Fraction, high: Fraction) -> None:
        rows.append((Fraction(a), Fraction(b), high))
        rows.append((-Fraction(a), -Fraction(b), -low))

    within(1, 0, Fraction(0), Fraction(10**7))
    within(0, 1, -Fraction(10**7), Fraction(10**7))
    if "prior" in figures:
        within(1, 0, *ends(figures["prior"]))
    if "current" in figures:
        within(1, 1, *ends(figures["current"]))
    if "change" in figures:
        low, high = ends(figures["change"])
        within(0, sign, low, high)
    if "pct" in figures:
        low, high = ends(figures["pct"])
        rows.append((-high / 100, Fraction(sign), Fraction(0)))  # sign d <= high p / 100
        rows.append((low / 100, -Fraction(sign), Fraction(0)))
    for (a, b, c), (d, e, f) in itertools.combinations(rows, 2):
        area = a * e - b * d
        if area:
            p, q = (c * e - b * f) / area, (a * f - c * d) / area
            if all(x * p + y * q <= z for x, y, z in rows):
                return True
    return False


def no_divisor_may_be_zero(known: Figures, way: Way) -> bool:
    """Tell whether levels are above zero, and so is what a change leaves of them."""
    lows = [ends(known[role])[0] for role in ("prior", "current")]
    if way == "up":
        return min(lows) > 0 and lows[1] > ends(known["change"])[1]
    return min(lows) > 0 and ends(known["pct"])[1] < 100


@given(movements(), st.sets(st.sampled_from(ROLES), min_size=3))
@in_any_context
def test_four_figures_hold_where_a_polygon_has_a_point(case: tuple[Figures, Way], roles: set[str]) -> None:
    """Three or four of prior, change, pct and current hold together if and only if a prior and a change fit all."""
    known, way = case
    figures = {role: known[role] for role in sorted(roles)}
    assert holds(figures, levels.absolute_change(figures, way)) == polygon_has_a_point(figures, way)


@given(movements(), st.sampled_from(ROLES))
def test_what_four_figures_imply_is_exact(case: tuple[Figures, Way], role: str) -> None:
    """At each end of what the others imply a figure still fits, and just beyond it none does.

    Where something is divided by what may be zero, what is implied may be wider: it is never narrower.
    """
    known, way = case
    exactly = no_divisor_may_be_zero(known, way)
    implied = levels.absolute_change(known, way).get(role)
    others = {name: interval for name, interval in known.items() if name != role}
    if implied is None:
        assert not polygon_has_a_point(others, way)
        return
    for end, step in ((implied.low, Fraction(-1, 1000)), (implied.high, Fraction(1, 1000))):
        if end is not None and end + step >= 0 and end < 10**6:
            is_open = implied.low_open if step < 0 else implied.high_open
            assert is_open or not exactly or polygon_has_a_point({**others, role: Interval.point(end)}, way)
            assert not polygon_has_a_point({**others, role: Interval.point(end + step)}, way)


@given(movements())
@in_any_context
def test_growth_holds_where_products_overlap(case: tuple[Figures, Way]) -> None:
    """With positive factors, the least product is at most the greatest level, and the greatest at least the least."""
    known, way = case
    figures = {role: known[role] for role in ("prior", "pct", "current")}
    (p0, p1), (r0, r1), (c0, c1) = (ends(each) for each in figures.values())
    low, high = (1 + r0 / 100, 1 + r1 / 100) if way == "up" else (1 - r1 / 100, 1 - r0 / 100)
    assume(low > 0)
    possible = p0 * low <= c1 and c0 <= p1 * high
    assert holds(figures, levels.growth(figures, way)) == possible
    implied = levels.growth(figures, way)
    assert implied["current"] == Interval(p0 * low, p1 * high)
    assert implied["prior"] == Interval(c0 / high, c1 / low)


@given(positive(), positive(), positive(), ways)
@in_any_context
def test_a_multiple_holds_where_products_overlap(
    prior: Interval, factor: Interval, current: Interval, way: Way
) -> None:
    """The same of a factor, which divides on the way down."""
    (p0, p1), (m0, m1), (c0, c1) = ends(prior), ends(factor), ends(current)
    low, high = (p0 * m0, p1 * m1) if way == "up" else (p0 / m1, p1 / m0)
    figures = {"prior": prior, "factor": factor, "current": current}
    implied = levels.multiple(figures, way)
    assert holds(figures, implied) == (low <= c1 and c0 <= high)
    assert implied["current"] == Interval(low, high)


@given(positive(), positive(), ways)
def test_an_order_holds_where_some_two_values_have_it(prior: Interval, current: Interval, way: Way) -> None:
    """Up needs the greatest level after to be more than the least before; down the other way round."""
    (p0, p1), (c0, c1) = ends(prior), ends(current)
    figures = {"prior": prior, "current": current}
    assert holds(figures, levels.order(figures, way)) == (c1 > p0 if way == "up" else c0 < p1)


@given(positive(), positive(), positive())
@in_any_context
def test_a_conversion_holds_where_products_overlap(amount: Interval, rate: Interval, equivalent: Interval) -> None:
    (a0, a1), (r0, r1), (e0, e1) = ends(amount), ends(rate), ends(equivalent)
    figures = {"amount": amount, "rate": rate, "equivalent": equivalent}
    implied = conversion(figures)
    assert holds(figures, implied) == (a0 * r0 <= e1 and e0 <= a1 * r1)
    assert implied == {
        "amount": Interval(e0 / r1, e1 / r0),
        "rate": Interval(e0 / a1, e1 / a0),
        "equivalent": Interval(a0 * r0, a1 * r1),
    }


@given(positive(), st.lists(positive(), min_size=1, max_size=4))
@in_any_context
def test_parts_hold_where_the_least_of_them_fit_the_most_of_the_whole(whole: Interval, parts: list[Interval]) -> None:
    """And each part may be as much as the others, at their least, leave of the whole at its most."""
    least, most = (sum((ends(part)[side] for part in parts), Fraction(0)) for side in (0, 1))
    (w0, w1) = ends(whole)
    figures = {"whole": whole} | {f"part {number}": part for number, part in enumerate(parts)}
    found = part_of_whole(figures)
    assert holds(figures, found) == whole.overlaps(found["whole"]) == (least <= w1)
    assert found["share"] == Interval(least / w1, most / w0)
    for number, part in enumerate(parts):
        assert found[f"part {number}"] == Interval(None, w1 - (least - ends(part)[0]), True, False)


def test_what_a_missing_figure_leaves_open() -> None:
    """Nothing is implied by one figure alone, and what is implied for a role stands there although it is missing."""
    pct, prior = Interval.point(50), Interval.point(2)
    assert levels.growth({"pct": pct}, "up") == {}
    assert levels.growth({"pct": pct, "prior": prior}, "up") == {"current": Interval.point(3)}
    assert levels.multiple({"factor": pct}, "up") == {}
    assert levels.multiple({"prior": prior, "current": pct}, "down") == {"factor": Interval.point(Fraction(1, 25))}
    assert conversion({"amount": prior}) == {}
    assert levels.absolute_change({"change": pct}, "up") == {}
    derived = levels.absolute_change({"change": Interval.point(1), "pct": pct}, "down")
    assert derived == {"prior": Interval.point(2), "current": Interval.point(1)}


def test_all_gone_and_from_nothing() -> None:
    """Percentages at 100 and levels at zero widen what is implied, and never miss a solution."""
    gone = {"prior": Interval.point(5), "pct": Interval.around(100, 1), "current": Interval.around(0, 1)}
    assert holds(gone, levels.growth(gone, "down"))
    assert not holds(
        gone | {"current": Interval.point(3)}, levels.growth(gone | {"current": Interval.point(3)}, "down")
    )
    assert levels.growth({"pct": Interval.point(100), "current": Interval.point(1)}, "down") == {
        "prior": Interval.everything()
    }
    start = {"prior": Interval.around(0, 1), "pct": Interval.point(50), "current": Interval.point(1)}
    assert holds(start, levels.growth(start, "up"))


def test_figures_that_contradict_each_other_imply_nothing() -> None:
    known = {"prior": Interval.point(10), "change": Interval.point(5), "current": Interval.point(11)}
    implied = levels.absolute_change(known, "up")
    assert implied["pct"] is None
    assert not holds(known | {"pct": Interval.everything()}, {"pct": None})


def test_a_print_near_zero_never_means_the_other_way() -> None:
    """ "Up 0%" leaves open how little, not which way."""
    figures = {"pct": Interval.around(0, 1), "prior": Interval.point(100)}
    assert levels.growth(figures, "up") == {"current": Interval(Fraction(100), Fraction(101))}


def span(words: str) -> DateSpan:
    """Read "2017-01-20", "2017-01-20..2018-01-19 year", "..2028-12-31 year"."""
    dates, _, grain = words.partition(" ")
    start, _, end = dates.partition("..") if ".." in dates else (dates, "", dates)
    return DateSpan.from_dict({"start": start or None, "end": end or None, "grain": grain or "day"})


ELAPSED = [
    # the worked example: 2017 to 2028, both counted, is 12 years
    ("2017-01-20", "..2028-12-31 year", "year", "[10.94, 12]"),
    ("2017-01-01", "..2028-12-31 year", "year", "[11, 12]"),
    ("2017-01-20", "..2028-12-31 year", "decade", "[1.094, 1.2]"),
    ("2017-01-20", "..2028-12-31 year", "month", "[131.3, 143.4]"),  # years are not counted whole in months
    ("2012-01-01..2012-12-31 year", "2016-01-01..2016-12-31 year", "year", "[3.002, 5]"),
    ("2012-01-01.. year", "2016-01-01..2016-12-31 year", "year", "[3, 5]"),
    ("2016-07-01..2016-09-30 month", "", "month", "[1, 3]"),
    ("2016-07-01..2016-09-30 month", "", "quarter", "[0.3333, 1]"),
    ("2016-07-01..2016-09-30 quarter", "", "month", "[3, 3]"),
    ("2016-07-01..2016-09-30 month", "", "day", "[30, 92]"),
    ("2016-07-01..2016-09-30 quarter", "", "week", "[13.14, 13.15]"),
    ("2016-10-01..2017-09-30 year", "", "year", "[1, 1]"),  # a fiscal year
    ("2016-10-01..2018-09-30 year", "", "year", "[0, 2]"),
    ("2017-01-01", "2017-01-05", "day", "[4, 5]"),
    ("2017-01-01", "2017-01-05", "hour", "[96, 120]"),
    ("2017-01-20", "2027-01-20", "year", "[10, 10.01]"),
    ("2017-02-01", "..2017-02-28 month", "month", "[0, 1]"),
    ("2030-06-15", "..2028-12-31 year", "year", "[-1, -1]"),
    ("2030-01-01", "2028-12-31", "year", "[-1, -1]"),
]


@pytest.mark.parametrize(("start", "end", "unit", "expected"), ELAPSED)
def test_elapsed(start: str, end: str, unit: str, expected: str) -> None:
    found = elapsed(span(start), span(end or start), unit)
    assert found is not None
    assert str(found.rounded_outward(4)) == expected


def test_no_time_is_known_with_an_open_end() -> None:
    year = DateSpan(start=date(2017, 1, 1), end=date(2017, 12, 31), grain="year")
    assert elapsed(DateSpan(end=date(2017, 1, 1)), year, "year") is None
    assert elapsed(year, DateSpan(start=date(2017, 1, 1)), "year") is None
    assert elapsed(year, year, "parsec") is None


@given(st.dates(), st.dates(), st.sampled_from(("day", "month", "year", "week")))
def test_elapsed_holds_both_ways_to_count(one: date, other: date, unit: str) -> None:
    """Between two days it is from their distance to one day more, in the unit's own calendar, for any dates at all."""
    start, end = sorted((one, other))
    found = elapsed(DateSpan(start=start, end=start), DateSpan(start=end, end=end), unit)
    assume(start != end)
    assert found is not None
    least, most = ends(found)
    assert 0 <= least < most
    if unit in ("day", "week"):
        size = {"day": 1, "week": 7}[unit]
        days = (end - start).days
        assert (least * size, most * size) == (Fraction(days), Fraction(days + 1))
    else:
        assert least <= Fraction((end - start).days, {"month": 28, "year": 12 * 28}[unit])  # no month is shorter
        assert (end - start) <= timedelta(days=int(most * (31 if unit == "month" else 366)) + 31)
