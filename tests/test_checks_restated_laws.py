"""The laws of difference, unit_conversion, repeat and cagr: an oracle of its own compares products of fractions."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from conftest import in_any_context
from corners import Ends, Printed, as_promised, expected, prints, readings, unsigned
from moneyfacts.checks import RULES
from moneyfacts.model.facts import Fact
from moneyfacts.model.findings import Verdict
from moneyfacts.model.interval import product, root
from moneyfacts.model.readings import Precision
from moneyfacts.model.values import Change, Count, Direction, Duration, Measurement, Percent
from scenes import only, tie

DIFFERENCE, UNIT_CONVERSION, REPEAT, CAGR = (
    next(rule for rule in RULES if rule.name == name) for name in ("difference", "unit_conversion", "repeat", "cagr")
)

amounts = st.fractions(10, 10**6, max_denominator=1000)
rates = st.fractions(Fraction(1, 10), 90, max_denominator=500)
ways: st.SearchStrategy[Direction] = st.sampled_from(("up", "down"))
places = st.integers(-2, 3)


def jobs(printed: Printed) -> Fact:
    return Fact(Count(amount=printed[0], of="jobs"), "jobs", 0, 4, precision=(printed[1],))


def percent(printed: Printed) -> Fact:
    return Fact(Percent(amount=printed[0]), "percent", 0, 7, precision=(printed[1],))


def moved(printed: Printed, unit: str, way: Direction) -> Fact:
    return Fact(Change(direction=way, amount=printed[0], unit=unit), "moved", 0, 5, precision=(printed[1],))


def measured(printed: Printed, unit: str) -> Fact:
    return Fact(Measurement(amount=printed[0], unit=unit), unit, 0, len(unit), precision=(printed[1],))


@st.composite
def differences(draw: st.DrawFn) -> Sequence[Fraction]:
    more, less = draw(amounts), draw(amounts)
    return more, less, more - less


@given(prints(differences(), places))
@in_any_context
def test_a_difference_finds_what_sums_of_fractions_find(case: tuple[list[Printed], str]) -> None:
    """Figures printed from true values agree (strained, if truncated); corrupted ones have the oracle's verdict."""
    numbers, how = case

    def possible(ends: list[Ends]) -> bool:
        (m0, m1), (s0, s1), (r0, r1) = ends
        return m0 <= s1 + r1 and s0 + r0 <= m1

    roles = ("minuend", "subtrahend", "result")
    link = tie("difference", [(role, jobs(each)) for role, each in zip(roles, numbers, strict=True)])
    verdict = only(DIFFERENCE, link).verdict
    assert verdict == expected(numbers, possible)
    assert as_promised(verdict, how)


@st.composite
def points(draw: st.DrawFn) -> Sequence[Fraction]:
    """Draw two percentages, and the points between them, without a sign."""
    one, other = draw(rates), draw(rates)
    return min(one, other), max(one, other), abs(one - other)


@given(prints(points(), st.integers(0, 3)), ways, st.sampled_from((("percentage_point", 1), ("basis_point", 100))))
@in_any_context
def test_points_find_what_sums_of_fractions_find(
    case: tuple[list[Printed], str], way: Direction, unit: tuple[str, int]
) -> None:
    """The same of points between two percentages, in points or in a hundredth of them."""
    numbers, how = case
    name, hundredths = unit
    small, large, (amount, fine) = numbers
    finer = Precision(product(fine.digit, hundredths), product(fine.nonzero, hundredths))
    prior, current = (small, large) if way == "up" else (large, small)

    def possible(ends: list[Ends]) -> bool:
        (l0, l1), (h0, h1), (d0, d1) = *ends[:2], unsigned(ends[2])
        return l0 + d0 <= h1 and h0 <= l1 + d1

    moves = Change(direction=way, amount=product(amount, hundredths), unit=name)
    change = Fact(moves, "moved", 0, 5, precision=(finer,))
    link = tie("movement", [("prior", percent(prior)), ("pct", change), ("current", percent(current))])
    verdict = only(DIFFERENCE, link).verdict
    assert verdict == expected(numbers, possible)
    assert as_promised(verdict, how)


MILE = Fraction(1609344, 1000000)  # kilometers


@given(prints(amounts.map(lambda miles: (miles, miles * MILE)), places), st.sampled_from(("amount", "equivalent")))
@in_any_context
def test_a_unit_finds_what_products_of_fractions_find(case: tuple[list[Printed], str], miles: str) -> None:
    """Miles and kilometers meet within their readings, the plausible ones at most a quarter beyond the typical ones."""
    numbers, how = case

    def meet(miles: Ends, kilometers: Ends) -> bool:
        return miles[0] * MILE <= kilometers[1] and kilometers[0] <= miles[1] * MILE

    def reached(printed: Printed) -> Ends:
        (least, most), (low, high) = readings(*printed)
        return max(low, least * 3 / 4), min(high, most * 5 / 4)

    assume(all(readings(*each)[0][0] > 0 for each in numbers))
    typical = [readings(*each)[0] for each in numbers]
    loose = [reached(each) for each in numbers]
    wanted: Verdict = "agrees" if meet(*typical) else "strained" if meet(*loose) else "conflicts"
    told = [measured(numbers[0], "mile"), measured(numbers[1], "kilometer")]
    one, other = told if miles == "amount" else reversed(told)
    assert only(UNIT_CONVERSION, tie("conversion", [("amount", one), ("equivalent", other)])).verdict == wanted
    assert as_promised(wanted, how)


@given(prints(amounts.map(lambda value: (value, value)), places))
@in_any_context
def test_a_repeat_finds_what_a_comparison_finds(case: tuple[list[Printed], str]) -> None:
    numbers, how = case

    def possible(ends: list[Ends]) -> bool:
        (f0, f1), (a0, a1) = ends
        return f0 <= a1 and a0 <= f1

    for told in (jobs, percent):
        link = tie("repeat", [("first", told(numbers[0])), ("again", told(numbers[1]))])
        verdict = only(REPEAT, link).verdict
        assert verdict == expected(numbers, possible)
        assert as_promised(verdict, how)


@st.composite
def growths(draw: st.DrawFn) -> tuple[list[Printed], str, Direction, int]:
    """Draw the prints of a level, a yearly percentage and the level some years after it."""
    way, years = draw(ways), draw(st.integers(1, 12))
    prior, pct = draw(amounts), draw(rates)
    factor = 1 + pct / 100 if way == "up" else 1 - pct / 100
    return *draw(prints(st.just((prior, pct, prior * factor**years)), places)), way, years


@given(growths())
@in_any_context
def test_a_yearly_rate_finds_what_powers_of_fractions_find(case: tuple[list[Printed], str, Direction, int]) -> None:
    """Every verdict is exact, though the root of a rational is none; and what is implied holds what was true."""
    numbers, how, way, years = case

    def possible(ends: list[Ends]) -> bool:
        (p0, p1), (r0, r1), (c0, c1) = map(unsigned, ends)
        low, high = (1 + r0 / 100, 1 + r1 / 100) if way == "up" else (max(1 - r1 / 100, Fraction(0)), 1 - r0 / 100)
        return high >= 0 and p0 * low**years <= c1 and c0 <= p1 * max(high, Fraction(0)) ** years

    assume(readings(*numbers[0])[0][0] > 0 and readings(*numbers[1])[0][1] < 100)
    spent = Fact(
        Duration(amount=Decimal(years), unit="year"), "years", 0, 5, precision=(Precision(Decimal(1), Decimal(1)),)
    )
    levels = [("prior", jobs(numbers[0])), ("pct", moved(numbers[1], "percent", way)), ("current", jobs(numbers[2]))]
    finding = only(CAGR, tie("cagr", [*levels, ("duration", spent)]))
    assert finding.verdict == expected(numbers, possible)
    assert as_promised(finding.verdict, how)


@given(st.fractions(0, 10**9, max_denominator=10**6), st.integers(1, 100), st.integers(0, 12))
def test_a_root_is_the_nearest_number_on_its_side(value: Fraction, degree: int, digits: int) -> None:
    """A step nearer is beyond the root: so no float ever takes part."""
    step = Fraction(1, 10**digits)
    below, above = (root(value, degree, up=up, places=digits) for up in (False, True))
    assert below**degree <= value <= above**degree
    assert (below + step) ** degree > value
    assert above == 0 or (above - step) ** degree < value
    assert (below == above) is (below**degree == value)
