"""Findings as data: the published JSON, and the report that holds them in order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given, settings

from moneyfacts.model.findings import VERDICTS, Assumed, Derived, Finding, Part, RateUsed, Report, Verdict
from moneyfacts.model.interval import Interval
from moneyfacts.strategies import findings, reports

BILLION = Interval.point(1000000000)
RATE = RateUsed("ECB", date(2017, 1, 19), (("CNY", Decimal("7.3241")), ("USD", Decimal("1.0668"))), "6.8655 CNY/USD")
FX = Finding(
    "fx",
    "agrees",
    "1 billion yuan is $145.66 million at the ECB rates of 2017-01-19, which prints as $146 million",
    (
        Part("amount", "1 billion yuan", 2698, 2712, BILLION, Interval(Fraction("998928149.606"), None, False, True)),
        Part("equivalent", "$146 million", 2714, 2726),
    ),
    RATE,
)
GROWTH = Finding(
    "growth",
    "undecided",
    "the revenue of a year earlier is not stated",
    derived=(Derived("prior", Interval(Fraction(22), Fraction("22.3"), high_open=True), "CNY"),),
    assumed=(Assumed("start", "2017-01-20", "published"),),
)


def test_the_json_of_a_finding_is_the_published_one() -> None:
    """The names of the design, a range with its openness besides."""
    billion = {"low": "1000000000", "high": "1000000000", "low_open": False, "high_open": False}
    assert FX.to_dict() == {
        "rule": "fx",
        "verdict": "agrees",
        "message": "1 billion yuan is $145.66 million at the ECB rates of 2017-01-19, which prints as $146 million",
        "facts": [
            {
                "role": "amount",
                "text": "1 billion yuan",
                "start": 2698,
                "end": 2712,
                "stated": billion,
                "implied": {"low": "998928149.606", "high": None, "low_open": False, "high_open": True},
            },
            {"role": "equivalent", "text": "$146 million", "start": 2714, "end": 2726, "stated": None, "implied": None},
        ],
        "rate": {
            "source": "ECB",
            "date": "2017-01-19",
            "legs": {"CNY": "7.3241", "USD": "1.0668"},
            "shown": "6.8655 CNY/USD",
        },
        "slip": None,
        "derived": [],
        "assumed": [],
        "tie": None,
        "confidence": None,
        "sentence": None,
        "key": None,
    }


def test_the_json_of_what_was_derived_and_assumed() -> None:
    data = GROWTH.to_dict()
    assert data["rate"] is None
    assert data["derived"] == [
        {"role": "prior", "low": "22", "high": "22.3", "low_open": False, "high_open": True, "currency": "CNY"}
    ]
    assert data["assumed"] == [{"role": "start", "value": "2017-01-20", "from": "published"}]


def test_a_rate_keeps_the_figures_as_they_were_published() -> None:
    legs = RateUsed.from_dict({**RATE.to_dict(), "date": None, "legs": {"USD": "1.0660"}}).legs
    assert [(code, str(figure)) for code, figure in legs] == [("USD", "1.0660")]


REPORT = Report((FX, GROWTH))


def test_a_report_is_the_sequence_of_its_findings() -> None:
    """Length, iteration, both directions, indexing, slicing, membership, `index`, `count`; an empty one is falsy."""
    assert isinstance(REPORT, Sequence)
    assert len(REPORT) == 2
    assert list(REPORT) == [FX, GROWTH]
    assert list(reversed(REPORT)) == [GROWTH, FX]
    assert REPORT[1] == GROWTH
    assert REPORT[:1] == (FX,)
    assert FX in REPORT
    assert "fx" not in REPORT
    assert (REPORT.index(GROWTH), REPORT.count(FX)) == (1, 1)
    assert REPORT
    assert not Report()


def test_a_report_gives_its_findings_of_one_verdict() -> None:
    assert REPORT.of("agrees") == (FX,)
    assert REPORT.of("conflicts") == ()
    with pytest.raises(
        ValueError, match="no verdict is called 'wrong'; there are conflicts, strained, undecided, agrees"
    ):
        REPORT.of("wrong")  # type: ignore[arg-type]


def test_every_verdict_is_listed() -> None:
    assert set(VERDICTS) == set(get_args(Verdict))


@settings(max_examples=30)
@given(reports())
def test_the_verdicts_share_out_a_report(report: Report) -> None:
    """Each finding has one verdict, and `of` keeps the order."""
    shared = [report.of(verdict) for verdict in VERDICTS]
    assert sum(map(len, shared)) == len(report)
    assert all(
        list(each) == [finding for finding in report if finding.verdict == verdict]
        for verdict, each in zip(VERDICTS, shared, strict=True)
    )


@given(findings())
def test_parts_are_the_figures_of_a_finding(finding: Finding) -> None:
    """By the name of what they are; the JSON has them once."""
    assert finding.parts is finding.facts
    assert "parts" not in finding.to_dict()
