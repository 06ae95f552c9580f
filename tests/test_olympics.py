"""The plug-in of examples/olympics: the number of next Games against their calendar."""

from __future__ import annotations

import doctest
import sys
import tomllib
from datetime import date
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import moneyfacts as mf

FOLDER = Path(__file__).parent.parent / "examples" / "olympics"
sys.path.insert(0, str(FOLDER))

import moneyfacts_olympics as olympics  # noqa: E402 - from the folder

SUMMER = [1896, 1900, 1904, 1908, 1912, 1920, 1924, 1928, 1932, 1936, 1948, 1952, 1956, 1960, 1964, 1968, 1972, 1976]
SUMMER += [1980, 1984, 1988, 1992, 1996, 2000, 2004, 2008, 2012, 2016, 2020, 2024, 2028, 2032, 2036, 2040]
WINTER = [1924, 1928, 1932, 1936, 1948, 1952, 1956, 1960, 1964, 1968, 1972, 1976, 1980, 1984, 1988, 1992]
WINTER += [1994, 1998, 2002, 2006, 2010, 2014, 2018, 2022, 2026, 2030, 2034, 2038]

DEAL = "Quayside will run the shops of the next {} Games, under a deal {}."


@pytest.mark.parametrize(
    ("text", "published", "verdict"),
    [
        (DEAL.format("six Olympic", "through 2028"), date(2017, 1, 20), "agrees"),
        (DEAL.format("five Olympic", "through 2028"), date(2017, 1, 20), "conflicts"),
        (DEAL.format("seven Olympic", "through 2028"), date(2017, 1, 20), "conflicts"),
        (DEAL.format("three Summer Olympic", "through 2028"), date(2017, 1, 20), "agrees"),
        (DEAL.format("three Winter", "until 2026"), date(2017, 1, 20), "agrees"),
        (DEAL.format("four Winter", "until 2026"), date(2017, 1, 20), "conflicts"),
        (DEAL.format("three Olympic", "through 2024"), date(2020, 6, 1), "agrees"),  # 2021, 2022, 2024
        (DEAL.format("five Olympic", "through 2026"), date(2018, 2, 9), "agrees"),  # those of the month may count
        (DEAL.format("four Olympic", "through 2026"), date(2018, 2, 9), "agrees"),
        (DEAL.format("six Olympic", "through 2028"), None, "undecided"),
        (DEAL.format("six Commonwealth", "through 2028"), date(2017, 1, 20), None),
        (DEAL.format("six Olympic", "of five years"), date(2017, 1, 20), None),
        ("The last six Olympic Games were dear. The deal runs through 2028.", date(2017, 1, 20), None),
        ("The next six Olympic Games are his. He eats. He sleeps. He runs. It ends in 2028.", date(2017, 1, 20), None),
        ("Sales rose 5% to $3 million.", date(2017, 1, 20), None),
    ],
)
def test_the_number_of_games(text: str, published: date | None, verdict: str | None) -> None:
    found = mf.check(text, rules=(olympics.OLYMPICS,), published=published)
    assert [finding.verdict for finding in found] == ([verdict] if verdict else [])


def test_what_a_finding_shows() -> None:
    [found] = mf.check(
        DEAL.format("six Olympic", "through 2028"), rules=[olympics.OLYMPICS], published=date(2017, 1, 20)
    )
    assert found.message == (
        "after 2017-01-20 and through 2028 the Games are those of 2018, 2020, 2022, 2024, 2026, 2028: 6, which fits six"
    )
    assert [(part.role, part.text) for part in found.facts] == [("count", "six"), ("end", "through 2028")]
    assert found.assumed == (mf.Assumed("start", "2017-01-20", "published"),)


@given(st.integers(1900, 2019), st.integers(0, 20), st.sampled_from(["summer", "winter"]))
def test_the_calendar_is_the_list_of_games(first: int, length: int, season: str) -> None:
    """Of 2020 as it stood before the Games were moved."""
    listed = [year for year in (SUMMER if season == "summer" else WINTER) if first <= year <= first + length]
    games = olympics.games(season, date(2019, 12, 31))
    assert [day.year for day in games if first <= day.year <= first + length] == listed


def test_its_examples_run() -> None:
    assert doctest.testmod(olympics).failed == 0


def test_the_package_names_its_rule() -> None:
    project = tomllib.loads((FOLDER / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    [(name, value)] = project["entry-points"]["moneyfacts.checks"].items()
    assert EntryPoint(name, value, "moneyfacts.checks").load() is olympics.OLYMPICS
