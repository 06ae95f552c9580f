"""What holds of every record alike: frozen, hashable, portable, and the same again from its JSON."""

from __future__ import annotations

import ast
import copy
import datetime
import json
import operator
import pickle
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import in_any_context
from moneyfacts import strategies
from moneyfacts.model.facts import Context, Document, Fact, Qualifier
from moneyfacts.model.findings import Assumed, Derived, Finding, Part, Passage, RateUsed, Report
from moneyfacts.model.grounding import Evidence, Grounded, Grounding
from moneyfacts.model.interval import Interval
from moneyfacts.model.readings import Precision
from moneyfacts.model.records import Record, Series
from moneyfacts.model.values import (
    VALUES,
    Change,
    Count,
    DateSpan,
    Duration,
    Measurement,
    Money,
    Percent,
    Quantity,
    Ratio,
    Value,
)

EVERY: dict[type[Any], st.SearchStrategy[Any]] = {
    Money: strategies.moneys(),
    Percent: strategies.percents(),
    Change: strategies.changes(),
    Count: strategies.counts(),
    Ratio: strategies.ratios(),
    Measurement: strategies.measurements(),
    Duration: strategies.durations(),
    DateSpan: strategies.date_spans(),
    Interval: strategies.intervals(),
    Precision: strategies.precisions(),
    Qualifier: strategies.qualifiers(),
    Context: strategies.contexts(),
    Fact: strategies.facts(),
    Document: strategies.documents(),
    Part: strategies.parts(),
    Passage: strategies.passages(),
    RateUsed: strategies.rates_used(),
    Derived: strategies.derived(),
    Assumed: strategies.assumed(),
    Finding: strategies.findings(),
    Report: strategies.reports(),
    Evidence: strategies.evidences(),
    Grounded: strategies.grounded(),
    Grounding: strategies.groundings(),
}


def descendants(kind: type[Record]) -> set[type[Record]]:
    return {kind, *(each for child in kind.__subclasses__() for each in descendants(child))}


RECORDS = sorted(descendants(Record) - {Record, Series}, key=lambda kind: kind.__name__)
of_every_type = pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)


def test_every_record_is_tested() -> None:
    """A record that is added without a line above is missed here."""
    bases: set[type[Record]] = {Record, Series, Value, Quantity, Finding.__mro__[1]}
    ours = {each for each in descendants(Record) if each.__module__ in {kind.__module__ for kind in EVERY}}
    assert ours - bases == EVERY.keys() - {Interval}
    assert set(VALUES) < EVERY.keys()


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_every_field_is_read(kind: type[Record]) -> None:
    assert set(kind._readers) == set(kind.__struct_fields__)


@of_every_type
def test_json_gives_an_equal_record_back(kind: type[Any]) -> None:
    """`from_dict` undoes `to_dict`, through JSON text, to the last printed digit; each field is present."""

    @settings(max_examples=40)
    @given(EVERY[kind])
    @in_any_context
    def law(record: Any) -> None:
        assert type(record) is kind
        data = record.to_dict()
        again = kind.from_dict(json.loads(json.dumps(data, allow_nan=False)))
        assert again == record
        assert hash(again) == hash(record)
        assert again.to_dict() == data

    law()


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(("1/0", "0", "-0", "1/3", "-1", ".", "-", "1E5", "9" * 5000, "1/" + "9" * 5000, "USD", "USDX"))
    | st.sampled_from(("2017-01-20", "2017-W01-1", "20170120", "0000-01-01", "percent", "money", "up", "\ud800")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=4,
)


def elsewhere(data: Any, draw: Callable[[st.SearchStrategy[Any]], Any]) -> Any:
    """Return JSON with something else put in one place of it."""
    if isinstance(data, dict) and data and draw(st.integers(0, 5)):
        key = draw(st.sampled_from(sorted(data)))
        return {**data, key: elsewhere(data[key], draw)}
    if isinstance(data, list) and data and draw(st.integers(0, 5)):
        place = draw(st.integers(0, len(data) - 1))
        return [*data[:place], elsewhere(data[place], draw), *data[place + 1 :]]
    return draw(JSON)


@of_every_type
def test_any_json_is_a_record_or_a_value_error(kind: type[Any]) -> None:
    """Whatever stands where in the JSON of a record, `from_dict` raises ValueError, or its record says all of it."""

    @settings(max_examples=40)
    @given(EVERY[kind], st.data())
    @in_any_context
    def law(record: Any, data: st.DataObject) -> None:
        changed = elsewhere(record.to_dict(), data.draw)
        try:
            again = kind.from_dict(changed)
        except ValueError:
            return
        assert kind.from_dict(json.loads(json.dumps(again.to_dict()))).to_dict() == again.to_dict()
        assert repr(again)
        hash(again)

    law()


def made_without_extent(fact: Fact) -> Fact:
    """The fact, made anew of all its fields but the extent, which then is worked out."""
    return Fact(**{name: getattr(fact, name) for name in Fact.__struct_fields__ if name != "extent"})


@of_every_type
def test_repr_is_what_makes_it_and_no_more(kind: type[Any]) -> None:
    """It can be evaluated, and names no field that has its default."""
    names = {each.__name__: each for each in (*EVERY, Decimal, Fraction)} | {"datetime": datetime}

    @settings(max_examples=20)
    @given(EVERY[kind])
    @in_any_context
    def law(record: Any) -> None:
        again = eval(repr(record), names)
        assert type(again) is kind
        assert again.to_dict() == record.to_dict()
        call = ast.parse(repr(record), mode="eval").body
        assert isinstance(call, ast.Call)
        fields = msgspec.structs.fields(kind)
        alone = (getattr(record, "currency", None),)
        assert {keyword.arg for keyword in call.keywords} == {
            field.name
            for field in fields
            if getattr(record, field.name) != field.default
            and not (kind is Money and field.name == "candidates" and record.candidates == alone)
            and not (kind is Fact and field.name == "extent" and record == made_without_extent(record))
        }

    law()


@of_every_type
def test_copies_are_equal(kind: type[Any]) -> None:
    """Copying, deep copying and pickling by any protocol give an equal record of the same type and hash."""

    @settings(max_examples=5)
    @given(EVERY[kind])
    def law(record: Any) -> None:
        pickled = [pickle.loads(pickle.dumps(record, protocol)) for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1)]
        for again in (copy.copy(record), copy.deepcopy(record), *pickled):
            assert type(again) is kind
            assert again == record
            assert hash(again) == hash(record)
            assert repr(again) == repr(record)

    law()


@of_every_type
def test_nothing_can_be_changed(kind: type[Any]) -> None:
    """No field can be set or deleted, no attribute added, and each field holds nothing that can be changed."""

    @settings(max_examples=5)
    @given(EVERY[kind])
    def law(record: Any) -> None:
        for name in (*record.__struct_fields__, "anything"):
            with pytest.raises(AttributeError):
                setattr(record, name, None)
            with pytest.raises(AttributeError):
                delattr(record, name)
        for name in record.__struct_fields__:
            assert not isinstance(getattr(record, name), list | dict | set)
        assert record in {record: 1}

    law()


@of_every_type
def test_foreign_things_are_different(kind: type[Any]) -> None:
    """A record equals nothing of another type, leaves the answer to the other side, and is not ordered with it."""

    class Chameleon:
        def __eq__(self, other: object) -> bool:
            return True

        __hash__ = None  # type: ignore[assignment]

    @settings(max_examples=5)
    @given(EVERY[kind])
    def law(record: Any) -> None:
        for other in (None, 5, "5 dollars", object(), [record], record.to_dict(), Percent(), Ratio()):
            assert type(other) is kind or record != other
        assert record == Chameleon()
        foreign: list[tuple[Any, Any]] = [(record, 5), ("5", record), (record, None)]
        for compare in (operator.lt, operator.le, operator.gt, operator.ge):
            for one, two in foreign:
                with pytest.raises(TypeError, match="not supported between"):
                    compare(one, two)

    law()


@of_every_type
def test_it_is_quick_and_no_burden(kind: type[Any]) -> None:
    """Frozen structs that the garbage collector does not follow."""
    assert issubclass(kind, msgspec.Struct)
    assert kind.__struct_config__.frozen
    assert not kind.__struct_config__.gc


@of_every_type
@pytest.mark.parametrize("junk", [None, "text", 5, ["low", "high"], []])
def test_only_an_object_is_read(kind: type[Any], junk: Any) -> None:
    with pytest.raises(ValueError, match=f"{kind.__name__} is read from an object, not from "):
        kind.from_dict(junk)


@of_every_type
def test_an_unknown_field_is_refused_by_name(kind: type[Any]) -> None:
    @settings(max_examples=3)
    @given(EVERY[kind])
    def law(record: Any) -> None:
        with pytest.raises(
            ValueError, match=f"^{kind.__name__} has .*colour|^{kind.__name__} has no field 'colour'; it has "
        ):
            kind.from_dict({**record.to_dict(), "colour": "red"})

    law()


@of_every_type
def test_any_field_of_a_wrong_type_is_refused_by_name(kind: type[Any]) -> None:
    """Put an object where a text, number, flag or list belongs: the error says which field of what."""

    @settings(max_examples=30)
    @given(EVERY[kind], st.data())
    def law(record: Any, data: st.DataObject) -> None:
        derived = {"kind", "bounds", "typical", "plausible"} if kind is Fact else set()
        named = {"from": "source"} if kind is Assumed else {}
        good = record.to_dict()
        name = data.draw(st.sampled_from([each for each in good if each not in derived]))
        with pytest.raises(ValueError, match=rf"\b{named.get(name, name)}\b"):
            kind.from_dict({**good, name: {"not": "this"}})

    law()


@of_every_type
def test_a_field_left_out_is_named_or_has_no_value(kind: type[Any]) -> None:
    """Each field is required, and its absence named, or optional, and then what the constructor makes it."""

    @settings(max_examples=30)
    @given(EVERY[kind], st.data())
    def law(record: Any, data: st.DataObject) -> None:
        good = record.to_dict()
        name = data.draw(st.sampled_from(list(good)))
        less = {each: value for each, value in good.items() if each != name}
        try:
            again = kind.from_dict(less)
        except ValueError as problem:
            named = {"from": "source"}.get(name, name) if kind is Assumed else name
            assert named in str(problem) or name == "kind"  # noqa: PT017 - either outcome is right
        else:
            changed = {each for each, value in again.to_dict().items() if value != good[each]}
            assert changed <= {name, "bounds", "typical", "plausible"}

    law()


@pytest.mark.parametrize(
    ("kind", "data", "problem"),
    [
        (Money, {"amount": "ten", "currency": "USD"}, "^Money.amount: 'ten' is not a number$"),
        (Money, {"amount": 0.1, "currency": "USD"}, "^Money.amount: 0.1 is not a number$"),
        (Money, {"amount": "1E5", "currency": "USD"}, "^Money.amount: '1E5' is not a number$"),
        (Money, {"amount": "NaN", "currency": "USD"}, "^Money.amount: 'NaN' is not a number$"),
        (Money, {"amount": "10"}, "^Money: Missing required argument 'currency'$"),
        (Money, {"amount": "10", "currency": None}, "^Money.currency: None is not a text$"),
        (Money, {"amount": "10", "currency": "USD", "candidates": "USD"}, "^Money.candidates: 'USD' is not a list$"),
        (Money, {"currency": "USD", "candidates": ["AUD", "USD"]}, "'USD' is not the first of its candidates"),
        (Money, {"currency": "USD", "alternatives": ["1/3"]}, "^Money.alternatives: '1/3' is not a decimal number$"),
        (Percent, {"unit": "per cent"}, "^Percent.unit: 'per cent' is none of percent, percentage_point, basis_point$"),
        (
            Change,
            {"unit": "percent", "direction": "sideways"},
            "^Change.direction: 'sideways' is none of up, down, flat$",
        ),
        (Change, {"unit": "percent", "direction": "up", "basis": "daily"}, "^Change.basis: 'daily' is none of year_on"),
        (DateSpan, {"start": "20 January 2017"}, "^DateSpan.start: '20 January 2017' is not an ISO 8601 date$"),
        (DateSpan, {"end": "2017-02-30"}, "^DateSpan.end: '2017-02-30' is not an ISO 8601 date$"),
        (DateSpan, {"end": 20170101}, "^DateSpan.end: 20170101 is not an ISO 8601 date$"),
        (DateSpan, {"start": "2017-01-02", "end": "2017-01-01"}, "^DateSpan.end: 2017-01-01 is before the start"),
        (DateSpan, {"grain": "fortnight"}, "^DateSpan.grain: 'fortnight' is none of day, week"),
        (DateSpan, {"fiscal": "yes"}, "^DateSpan.fiscal: 'yes' is neither true nor false$"),
        (Qualifier, {"text": "much", "sense": "very"}, "^Qualifier.sense: 'very' is none of above"),
        (Context, {"period": {"start": "?"}}, r"^Context.period: DateSpan.start: '\?' is not an ISO 8601 date$"),
        (
            Context,
            {"accounting": "creative"},
            "^Context.accounting: 'creative' is none of adjusted, reported, guidance$",
        ),
        (Part, {"role": "part", "text": "5", "start": -1, "end": 1}, "^Part.start: -1 is not a place in a text$"),
        (Part, {"role": "part", "text": "5", "start": True, "end": 1}, "^Part.start: True is not a place in a text$"),
        (RateUsed, {"legs": {"CNY": "a lot"}}, "^RateUsed.legs: 'a lot' is not a number$"),
        (RateUsed, {"legs": [["CNY", "7"]]}, "^RateUsed.legs: .* is not an object$"),
        (Derived, {"role": "prior", "low": "1"}, "^Derived.range: Interval has low, high, .* not low$"),
        (
            Finding,
            {"verdict": "perhaps"},
            "^Finding.verdict: 'perhaps' is none of conflicts, strained, undecided, agrees$",
        ),
        (
            Report,
            {"findings": [{"derived": [{"role": "prior", "low": "x", "high": None}]}]},
            "^Report.findings: Finding.derived: Derived.range: Interval.low: 'x' is not a number$",
        ),
    ],
)
@in_any_context
def test_malformed_json_is_led_to(kind: type[Any], data: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        kind.from_dict(data)


def test_a_series_without_items_is_none() -> None:
    with pytest.raises(NotImplementedError):
        len(Series())
