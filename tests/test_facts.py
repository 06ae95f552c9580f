"""A value in its place, and the document that holds the places."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from importlib import import_module
from typing import Any, get_args

import pytest
from hypothesis import given, settings

from conftest import in_any_context
from moneyfacts.api import check, extract
from moneyfacts.errors import MissingExtraError
from moneyfacts.model.facts import NO_CONTEXT, Context, Document, Fact, Qualifier
from moneyfacts.model.interval import Interval
from moneyfacts.model.readings import Precision, range_readings, readings
from moneyfacts.model.values import Count, DateSpan, Kind, Money, Percent, Quantity
from moneyfacts.strategies import documents, facts

BILLION = Precision(Decimal("1000000000"), Decimal("1000000000"))
YUAN = Fact(
    Money(amount=Decimal("1000000000"), currency="CNY", reason="the word yuan", per="year"),
    "1 billion yuan",
    2698,
    2712,
    Qualifier("more than", "above", 2688, 2697),
    (BILLION,),
    Context(subject="Alibaba"),
    (2688, 2719),
)
ONE, TWO = Precision(Decimal(1), Decimal(1)), Precision(Decimal("0.1"), Decimal("0.1"))
RANGE = Fact(Money(low=Decimal(10), high=Decimal("15.5"), currency="USD"), "$10-15.5", 0, 8, None, (ONE, TWO))
DAY = Fact(DateSpan(start=date(2017, 1, 19), end=date(2017, 1, 19)), "on Thursday", 3, 14)
SHARE = Fact(Percent(amount=Decimal(55)), "55%", 20, 23, None, (ONE,))


def test_the_json_of_a_fact_is_the_published_one() -> None:
    """The example of the design, to the last field; the precision is there besides."""
    assert YUAN.to_dict() == {
        "kind": "money",
        "text": "1 billion yuan",
        "start": 2698,
        "end": 2712,
        "extent": [2688, 2719],
        "value": {
            "amount": "1000000000",
            "low": None,
            "high": None,
            "alternatives": [],
            "currency": "CNY",
            "candidates": ["CNY"],
            "reason": "the word yuan",
            "per": "year",
        },
        "bounds": {"low": "1000000000", "high": None, "low_open": True, "high_open": True},
        "typical": {"low": "1000000000", "high": "2000000000", "low_open": True, "high_open": True},
        "plausible": {"low": "1000000000", "high": "2000000000", "low_open": True, "high_open": True},
        "precision": [{"digit": "1000000000", "nonzero": "1000000000", "word": False}],
        "qualifier": {"text": "more than", "sense": "above", "start": 2688, "end": 2697},
        "context": {"subject": "Alibaba", "measure": None, "period": None, "accounting": None},
    }


def test_what_a_date_has_no_value_for_is_null() -> None:
    data = DAY.to_dict()
    assert data["kind"] == "date_span"
    assert [data[name] for name in ("bounds", "typical", "plausible", "qualifier")] == [None] * 4
    assert data["precision"] == []


@given(facts())
@in_any_context
def test_readings_follow_from_print_and_qualifier(fact: Fact) -> None:
    """A fact's ranges are those of its value, precision and sense; dates have none, a range those of both ends."""
    sense = None if fact.qualifier is None else fact.qualifier.sense
    value = fact.value
    assert fact.kind == value.kind
    if not isinstance(value, Quantity):
        assert (fact.readings, fact.typical, fact.plausible, fact.bounds) == (None,) * 4
        return
    if value.amount is not None:
        expected = readings(value.amount, fact.precision[0], sense)
    else:
        assert value.low is not None
        assert value.high is not None
        expected = range_readings(value.low, value.high, (fact.precision[0], fact.precision[1]), sense)
    assert fact.readings == expected
    assert (fact.typical, fact.plausible, fact.bounds) == (expected.typical, expected.plausible, expected.bounds)


def test_a_range_printed_at_two_precisions() -> None:
    assert RANGE.typical == Interval(Fraction("9.5"), Fraction("15.55"))


def test_a_range_with_one_precision_has_it_at_both_ends() -> None:
    fact = Fact(RANGE.value, RANGE.text, 0, 8, None, (ONE,))
    assert fact.typical == Interval(Fraction("9.5"), Fraction(16))


@pytest.mark.parametrize(
    "fact",
    [
        Fact(Count(amount=Decimal(5)), "5", 0, 1),  # nobody said how it was printed
        Fact(Count(low=Decimal(5)), "5", 0, 1, None, (ONE,)),  # half a range
        Fact(Count(high=Decimal(5)), "5", 0, 1, None, (ONE,)),
    ],
)
def test_what_says_too_little_has_no_readings(fact: Fact) -> None:
    assert fact.readings is None
    assert fact.to_dict()["bounds"] is None


def test_ranges_in_json_are_derived_and_not_read() -> None:
    data = {**YUAN.to_dict(), "bounds": None, "typical": {"low": "0", "high": "0"}}
    assert Fact.from_dict(data) == YUAN


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (
            {"kind": "price"},
            r"^Fact.value: no kind of value is called 'price'; there are money, percent, change, count",
        ),
        ({"kind": None}, "^Fact.value: no kind of value is called None"),
        ({"kind": ["money"]}, "^Fact.value: no kind of value is called"),
        (
            {"kind": "percent"},
            "^Fact.value: Percent has no field 'currency'; it has amount, low, high, alternatives, unit",
        ),
        ({"value": {"amount": "1 billion", "currency": "CNY"}}, "Money.amount: '1 billion' is not a number$"),
        ({"precision": [{"digit": "1"}]}, r"^Fact.precision: Precision: Missing required argument 'nonzero'$"),
        ({"start": "2698"}, "^Fact.start: '2698' is not a place in a text$"),
    ],
)
def test_malformed_facts_are_led_to(change: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        Fact.from_dict({**YUAN.to_dict(), **change})


def test_a_fact_without_a_value_is_refused() -> None:
    data = YUAN.to_dict()
    del data["value"]
    with pytest.raises(ValueError, match=r"^Fact: Missing required argument 'value'$"):
        Fact.from_dict(data)


def test_no_context_says_nothing() -> None:
    assert Context() == NO_CONTEXT
    assert set(NO_CONTEXT.to_dict().values()) == {None}


TEXT = "$10-15.5 then x, at 55%"
DOCUMENT = Document(TEXT, "en", (RANGE, SHARE))


def test_a_document_is_the_sequence_of_its_facts() -> None:
    """Length, iteration, both directions, indexing, slicing, membership, `index`, `count`, and `match`."""
    assert isinstance(DOCUMENT, Sequence)
    assert len(DOCUMENT) == 2
    assert list(DOCUMENT) == [RANGE, SHARE]
    assert list(reversed(DOCUMENT)) == [SHARE, RANGE]
    assert DOCUMENT[0] == RANGE
    assert DOCUMENT[-1] == SHARE
    assert DOCUMENT[:1] == (RANGE,)
    assert DOCUMENT[::-1] == (SHARE, RANGE)
    assert SHARE in DOCUMENT
    assert YUAN not in DOCUMENT
    assert "55%" not in DOCUMENT
    assert (DOCUMENT.index(RANGE), DOCUMENT.index(SHARE)) == (0, 1)
    assert (DOCUMENT.index(RANGE, 0, 1), DOCUMENT.index(SHARE, 1)) == (0, 1)
    assert (DOCUMENT.count(SHARE), DOCUMENT.count(YUAN)) == (1, 0)
    match DOCUMENT:
        case [Fact(text=first), Fact(text=last)]:
            assert (first, last) == ("$10-15.5", "55%")
        case _:
            pytest.fail("a document of two facts is a sequence of two")
    with pytest.raises(IndexError):
        DOCUMENT[2]
    with pytest.raises(ValueError, match="not in tuple"):
        DOCUMENT.index(RANGE, 1)


def test_a_document_gives_its_facts_of_one_kind() -> None:
    assert DOCUMENT.of("money") == (RANGE,)
    assert DOCUMENT.of("percent") == (SHARE,)
    assert DOCUMENT.of("date_span") == ()
    with pytest.raises(ValueError, match="no kind of value is called 'dollars'; there are money, percent"):
        DOCUMENT.of("dollars")  # type: ignore[call-overload]


@settings(max_examples=30)
@given(documents())
def test_the_kinds_share_out_a_document(document: Document) -> None:
    """Each fact is of one kind, and `of` keeps the order."""
    shared = [document.of(kind) for kind in get_args(Kind)]
    assert sorted(fact.start for each in shared for fact in each) == [fact.start for fact in document]
    assert all(list(each) == [fact for fact in document if fact in each] for each in shared)


def test_the_json_of_a_document() -> None:
    assert Document("", "en").to_dict() == {
        "text": "",
        "locale": "en",
        "facts": [],
        "published": None,
        "home_currency": None,
    }
    dated = Document(TEXT, "en_GB", (SHARE,), date(2017, 1, 20), "GBP").to_dict()
    assert (dated["published"], dated["home_currency"]) == ("2017-01-20", "GBP")
    assert dated["facts"] == [SHARE.to_dict()]


def test_a_document_whose_offsets_are_off_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^Document\.facts: '55%' does not stand at 20 to 23 of the text$"):
        Document.from_dict({**DOCUMENT.to_dict(), "text": TEXT.replace(" x", " 😀")[:-1]})


LOOSE = "It has over 300 jobs."


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"start": 8}, r"Document\.facts: 'over' does not stand at 8 to 11 of the text"),
        ({"end": None}, r"Document\.facts: Fact\.qualifier: Qualifier: start and end are both known, or neither is"),
        ({"start": -1}, r"Document\.facts: Fact\.qualifier: Qualifier\.start: -1 is not a place in a text"),
        ({"extent": [8, 20]}, r"Document\.facts: Fact\.extent: \[8, 20\] does not hold the figure with its qualifier"),
        ({"extent": [7, 14]}, r"Document\.facts: Fact\.extent: \[7, 14\] does not hold the figure with its qualifier"),
        ({"extent": [7, 99]}, r"Document\.facts: \[7, 99\] reaches beyond the end of the text"),
        ({"extent": [20, 7]}, r"Document\.facts: Fact\.extent: \[20, 7\] ends before it begins"),
        ({"extent": [7]}, r"Document\.facts: Fact\.extent: \[7\] is not a stretch of a text: where it begins and ends"),
        ({"extent": None}, r"Document\.facts: Fact\.extent: None is not a stretch of a text: where it begins and ends"),
        ({"extent": "07"}, r"Document\.facts: Fact\.extent: '07' is not a stretch of a text: where it begins and ends"),
    ],
)
def test_places_that_are_off_are_refused(changes: dict[str, Any], said: str) -> None:
    """Those of a qualifier, and of what belongs to a figure."""
    data = extract(LOOSE).to_dict()
    fact = data["facts"][0]
    assert Document.from_dict(data) == extract(LOOSE)
    for name, value in changes.items():
        (fact if name == "extent" else fact["qualifier"])[name] = value
    with pytest.raises(ValueError, match=f"^{said}$"):
        Document.from_dict(data)


def test_facts_without_the_places_of_their_words_are_read() -> None:
    """A figure then reaches as far as its own words and its qualifier, if that has a place."""
    data = extract(LOOSE).to_dict()
    fact = data["facts"][0]
    del fact["extent"]
    assert Document.from_dict(data)[0].extent == (7, 15)
    del fact["qualifier"]["start"], fact["qualifier"]["end"]
    document = Document.from_dict(data)
    assert document[0].qualifier == Qualifier("over", "above")
    assert document[0].extent == (12, 15)
    assert Document.from_dict(document.to_dict()) == document
    assert len(check(document)) == len(check(LOOSE))


def test_a_document_points_to_the_fact_that_is_malformed() -> None:
    data = DOCUMENT.to_dict()
    data["facts"][1]["value"]["amount"] = "fifty"
    with pytest.raises(ValueError, match=r"^Document.facts: Fact.value: Percent.amount: 'fifty' is not a number$"):
        Document.from_dict(data)
    with pytest.raises(ValueError, match=r"^Document.published: 'yesterday' is not an ISO 8601 date$"):
        Document.from_dict({**DOCUMENT.to_dict(), "published": "yesterday"})


@settings(max_examples=50)
@given(documents())
def test_drawn_documents_are_what_extract_promises(document: Document) -> None:
    """Each fact stands where it says, in order, none over another, its qualifier before it, as precise as its print."""
    for fact in document:
        assert document.text[fact.start : fact.end] == fact.text
        first, last = fact.extent
        assert fact.qualifier is None or document.text[first : fact.start] == f"{fact.qualifier.text} "
        assert document.text[fact.end : last] in ("", f" per {getattr(fact.value, 'per', None)}")
        if isinstance(fact.value, Quantity):
            assert len(fact.precision) == (1 if fact.value.amount is not None else 2)
            assert all(0 < each.digit <= each.nonzero for each in fact.precision)
    assert all(one.extent[1] <= two.extent[0] for one, two in itertools.pairwise(document))


def test_strategies_name_the_extra_that_they_need(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "moneyfacts.strategies")
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(MissingExtraError, match=r'needs hypothesis, which the extra "test" installs'):
        import_module("moneyfacts.strategies")
