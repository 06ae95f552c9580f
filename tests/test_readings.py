"""The table of readings: every cell written out a second time, and the prints that it was made for."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from conftest import in_any_context
from moneyfacts.model.interval import Interval, scaled
from moneyfacts.model.readings import SENSES, Precision, Sense, range_readings, readings
from moneyfacts.strategies import amounts, precisions

senses = st.none() | st.sampled_from(SENSES)

# Each cell of the table, in v (positive), h (half the last digit) and u (the last digit other than zero): "[" and "]"
# hold the end, "(" and ")" leave it out, nothing is no end.
TABLE = {
    "none": ("[v - h .. v + h]", "[v - max(2 * h, u / 2) .. v + max(2 * h, u / 2)]", "[v - h .. v + h]"),
    "word": ("[v * 95% .. v * 105%]", "[v * 87.5% .. v * 112.5%]", "[v * 87.5% .. v * 112.5%]"),
    "about": (
        "[v - max(h, v * 5%) .. v + max(h, v * 5%)]",
        "[v - max(u / 2, v * 5%) .. v + max(u / 2, v * 5%)]",
        "[v - max(u / 2, v * 5%) .. v + max(u / 2, v * 5%)]",
    ),
    "about a word": (
        "[v - max(h, v * 5%) .. v + max(h, v * 5%)]",
        "[v - max(u / 2, v * 12.5%) .. v + max(u / 2, v * 12.5%)]",
        "[v - max(u / 2, v * 12.5%) .. v + max(u / 2, v * 12.5%)]",
    ),
    "nearly": ("[v - max(u / 10, v * 5%) .. v)", "[v - max(u, v * 10%) .. v)", "( .. v)"),
    "above": ("(v .. v + u)", "(v .. v + max(u, v * 25%))", "(v .. )"),
    "at_least": ("[v .. v + u)", "[v .. v + max(u, v * 25%))", "[v .. )"),
    "below": ("(v - u .. v)", "(v - max(u, v * 25%) .. v)", "( .. v)"),
    "at_most": ("(v - u .. v]", "(v - max(u, v * 25%) .. v]", "( .. v]"),
}


def row(sense: Sense | None, word: bool) -> tuple[str, str, str]:
    name = "none" if sense is None or sense == "between" else sense
    return TABLE[{"none": "word", "about": "about a word"}.get(name, name) if word else name]


def cell(text: str, v: Fraction, precision: Precision) -> Interval:
    names = {"v": v, "h": Fraction(precision.digit) / 2, "u": Fraction(precision.nonzero), "F": Fraction, "max": max}
    ends = [re.sub(r"([\d.]+)%", r"F('\1') / 100", end).strip() for end in text[1:-1].split("..")]
    low, high = (eval(end, names) if end else None for end in ends)
    return Interval(low, high, text[0] == "(", text[-1] == ")")


def mirrored(sense: Sense | None) -> Sense | None:
    swapped: dict[str | None, Sense] = {
        "above": "below",
        "below": "above",
        "at_least": "at_most",
        "at_most": "at_least",
    }
    return swapped.get(sense, sense)


@given(amounts(), precisions(), senses)
@in_any_context
def test_each_cell_is_the_table_s(value: Decimal, precision: Precision, sense: Sense | None) -> None:
    """A positive figure reads as the table says, cell by cell."""
    v = Fraction(value) + 1
    expected = [cell(text, v, precision) for text in row(sense, precision.word)]
    found = readings(v, precision, sense)
    assert [found.typical, found.plausible, found.bounds] == expected


@given(amounts(), precisions(), senses)
@in_any_context
def test_a_negative_figure_is_the_mirror_of_a_positive_one(
    value: Decimal, precision: Precision, sense: Sense | None
) -> None:
    """Readings of -v are those of v mirrored at zero, where "above" mirrors "below" and "nearly" stays "nearly"."""
    negative, positive = readings(-Fraction(value), precision, sense), readings(value, precision, mirrored(sense))
    assert negative.typical == -positive.typical
    assert negative.plausible == -positive.plausible
    assert negative.bounds == -positive.bounds


@given(amounts(signed=True), precisions(), senses)
def test_each_reading_contains_the_one_before_it(value: Decimal, precision: Precision, sense: Sense | None) -> None:
    """Typical lies within plausible and within bounds; plausible lies within bounds where a word qualifies."""
    found = readings(value, precision, sense)
    assert found.typical.is_within(found.plausible)
    assert found.typical.is_within(found.bounds)
    assert found.plausible.is_within(found.bounds) or (sense in (None, "between") and not precision.word)


@given(amounts(signed=True), precisions(), senses)
def test_the_figure_itself_is_in_or_at_the_edge(value: Decimal, precision: Precision, sense: Sense | None) -> None:
    """The printed number is a possible value, except where the word excludes it; then it is an end."""
    v, found = Fraction(value), readings(value, precision, sense)
    excluded = sense in ("above", "below") or (sense == "nearly" and v != 0)
    for reading in (found.typical, found.plausible, found.bounds):
        assert (v in reading) is not excluded
        assert not excluded or v in (reading.low, reading.high)


@given(amounts(signed=True), amounts(signed=True), precisions(), precisions(), senses)
@in_any_context
def test_a_range_reaches_from_end_to_end(
    low: Decimal, high: Decimal, first: Precision, last: Precision, sense: Sense | None
) -> None:
    """Each reading of a range goes from that of its lesser end to that of its greater one, however they are ordered."""
    found = range_readings(low, high, (first, last), sense)
    assume(low != high)
    lesser, greater = readings(low, first, sense), readings(high, last, sense)
    if low > high:
        lesser, greater = greater, lesser
    pairs = ((lesser.typical, greater.typical), (lesser.plausible, greater.plausible), (lesser.bounds, greater.bounds))
    for one, (least, greatest) in zip((found.typical, found.plausible, found.bounds), pairs, strict=True):
        assert one.is_within(least.hull(greatest))
        assert (one.low, one.low_open) == (least.low, least.low_open)
        assert (one.high, one.high_open) == (greatest.high, greatest.high_open)
    assert found.typical.is_within(found.plausible)


SCALES = {"thousand": 3, "million": 6, "billion": 9}


def printed(text: str) -> tuple[Decimal, Precision]:
    """Read a figure as printed here: digits with commas and a point, and perhaps a scale word."""
    number, _, word = text.partition(" ")
    digits, exponent = number.replace(",", "").replace(".", ""), SCALES.get(word, 0) - len(number.partition(".")[2])
    zeros = len(digits) - len(digits.rstrip("0")) if digits.strip("0") else 0
    return scaled(digits, exponent), Precision(scaled("1", exponent), scaled("1", exponent + zeros))


def written(text: str) -> Interval:
    """Read "[34.25, 34.35] billion"."""
    close = max(text.find("]"), text.find(")"))
    ends, word = text[: close + 1], text[close + 2 :]
    low, high = (None if "inf" in end else Fraction(end) * 10 ** SCALES.get(word, 0) for end in ends[1:-1].split(", "))
    return Interval(low, high, ends[0] == "(", ends[-1] == ")")


@pytest.mark.parametrize(
    ("sense", "figure", "typical", "plausible", "bounds"),
    [
        (None, "34.3 billion", "[34.25, 34.35] billion", "[34.2, 34.4] billion", "[34.25, 34.35] billion"),
        (None, "1 billion", "[0.5, 1.5] billion", "[0, 2] billion", "[0.5, 1.5] billion"),
        (None, "146 million", "[145.5, 146.5] million", "[145, 147] million", "[145.5, 146.5] million"),
        (None, "28.50", "[28.495, 28.505]", "[28.45, 28.55]", "[28.495, 28.505]"),
        # zeros printed as digits may stand for themselves, or for rounding
        (None, "2,000", "[1999.5, 2000.5]", "[1500, 2500]", "[1999.5, 2000.5]"),
        (None, "350,000", "[349999.5, 350000.5]", "[345000, 355000]", "[349999.5, 350000.5]"),
        (None, "20", "[19.5, 20.5]", "[15, 25]", "[19.5, 20.5]"),
        (None, "12", "[11.5, 12.5]", "[11, 13]", "[11.5, 12.5]"),
        (None, "0", "[-0.5, 0.5]", "[-1, 1]", "[-0.5, 0.5]"),
        (None, "0.0", "[-0.05, 0.05]", "[-0.1, 0.1]", "[-0.05, 0.05]"),
        ("above", "1 billion", "(1, 2) billion", "(1, 2) billion", "(1, inf) billion"),
        ("above", "350", "(350, 360)", "(350, 437.5)", "(350, inf)"),
        ("above", "0", "(0, 1)", "(0, 1)", "(0, inf)"),
        ("at_least", "40", "[40, 50)", "[40, 50)", "[40, inf)"),
        ("at_least", "48", "[48, 49)", "[48, 60)", "[48, inf)"),
        ("below", "5", "(4, 5)", "(3.75, 5)", "(-inf, 5)"),
        ("at_most", "100", "(0, 100]", "(0, 100]", "(-inf, 100]"),
        ("nearly", "60", "[57, 60)", "[50, 60)", "(-inf, 60)"),
        ("nearly", "2 million", "[1.9, 2) million", "[1, 2) million", "(-inf, 2) million"),
        ("nearly", "0", "[-0.5, 0.5]", "[-1, 1]", "(-inf, inf)"),
        ("about", "100", "[95, 105]", "[50, 150]", "[50, 150]"),
        ("about", "1.5 million", "[1.425, 1.575] million", "[1.425, 1.575] million", "[1.425, 1.575] million"),
        ("about", "7", "[6.5, 7.5]", "[6.5, 7.5]", "[6.5, 7.5]"),
        ("about", "0", "[-0.5, 0.5]", "[-0.5, 0.5]", "[-0.5, 0.5]"),
        ("between", "10", "[9.5, 10.5]", "[5, 15]", "[9.5, 10.5]"),
    ],
)
def test_prints(sense: Sense | None, figure: str, typical: str, plausible: str, bounds: str) -> None:
    found = readings(*printed(figure), sense)
    assert [found.typical, found.plausible, found.bounds] == [written(typical), written(plausible), written(bounds)]


@pytest.mark.parametrize(
    ("sense", "ends", "typical", "plausible", "bounds"),
    [
        (None, "10 million to 15 million", "[9.5, 15.5] million", "[5, 16] million", "[9.5, 15.5] million"),
        (None, "9 to 10", "[8.5, 10.5]", "[8, 15]", "[8.5, 10.5]"),  # not from 5, as 10 alone would
        (None, "15 to 10", "[9.5, 15.5]", "[5, 16]", "[9.5, 15.5]"),
        ("between", "2.5 to 3", "[2.45, 3.5]", "[2.4, 4]", "[2.45, 3.5]"),
        ("about", "10 to 20", "[9.5, 21]", "[5, 25]", "[5, 25]"),
        ("above", "10 to 15", "(10, 16)", "(10, 18.75)", "(10, inf)"),
        ("at_most", "10 to 15", "(0, 15]", "(0, 15]", "(-inf, 15]"),
        ("nearly", "10 to 15", "[9, 15)", "[0, 15)", "(-inf, 15)"),
    ],
)
def test_printed_ranges(sense: Sense | None, ends: str, typical: str, plausible: str, bounds: str) -> None:
    (low, fine), (high, coarse) = map(printed, ends.split(" to "))
    found = range_readings(low, high, (fine, coarse), sense)
    assert [found.typical, found.plausible, found.bounds] == [written(typical), written(plausible), written(bounds)]


@pytest.mark.parametrize(
    ("value", "typical", "plausible"),
    [("2", "[1.9, 2.1]", "[1.75, 2.25]"), ("1/2", "[0.475, 0.525]", "[0.4375, 0.5625]")],
)
def test_a_factor_in_a_word_is_loose(value: str, typical: str, plausible: str) -> None:
    """ "Doubled" is 1.9 to 2.1 times, and 1.75 to 2.25 at a stretch."""
    found = readings(Fraction(value), Precision(Decimal(1), Decimal(1), word=True))
    assert [found.typical, found.plausible, found.bounds] == [written(typical), written(plausible), written(plausible)]


def test_every_sense_is_in_the_table() -> None:
    assert set(SENSES) == set(get_args(Sense)) == {*TABLE, "between"} - {"none", "word", "about a word"}
