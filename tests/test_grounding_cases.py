"""The cases of tests/grounding: well formed, readable today, and right by a second arithmetic."""

from __future__ import annotations

import ast
import operator
import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from grounding_cases import KINDS, TRAPS, VERDICTS, Case, Figure, load, read
from moneyfacts.api import extract
from moneyfacts.model.facts import Fact
from moneyfacts.model.values import (
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

CASES = load()
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
OPERATORS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
each_case = pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.name} {case.title}") for case in CASES])


def fact_of(figure: Figure, facts: Iterable[Fact]) -> Fact:
    """Return the one fact that a marked figure overlaps."""
    over = [fact for fact in facts if fact.start < figure.end and figure.start < fact.end]
    assert len(over) == 1, f"{figure.text!r} overlaps {[fact.text for fact in over]}"
    return over[0]


def worked_out(arithmetic: str, day: date | None) -> Fraction:
    """Return what a line of arithmetic comes to, in fractions."""

    def value(node: ast.AST) -> Fraction:
        match node:
            case ast.BinOp(left, sign, right) if type(sign) in OPERATORS:
                return OPERATORS[type(sign)](value(left), value(right))
            case ast.Constant():
                return Fraction(ast.get_source_segment(arithmetic, node) or "")
            case ast.Name(name) if name in SCALES:
                return Fraction(SCALES[name])
            case ast.Name("EUR"):
                return Fraction(1)
            case ast.Name(code) if day:
                return Fraction(Money(amount=Decimal(1), currency=code).convert("EUR", day).money.amount or 0)
            case _:
                raise ValueError(f"{arithmetic!r} is no sum of numbers, scales and currencies of a day")

    return value(ast.parse(arithmetic, mode="eval").body)


def essence(value: Value) -> tuple[object, ...]:
    """Return what a value comes to: the same for the same, however it is printed."""
    if isinstance(value, DateSpan):
        return "date", value.start, value.end
    assert isinstance(value, Quantity)
    factor, unit = Fraction(1), ""
    match value:
        case Money():
            unit = value.currency
        case Measurement() | Duration():
            unit = value.unit
        case Percent(unit="basis_point") | Change(unit="basis_point"):
            unit, factor = "percentage_point", Fraction(1, 100)
        case Percent():
            unit = value.unit
        case Ratio() | Change(unit="multiple"):
            unit, factor = "percent", Fraction(100)
        case Change():
            unit = value.unit if value.unit != "count" else ""
        case Count():
            pass
    printed = [number for number in (value.amount, value.low, value.high) if number is not None]
    return unit, *(Fraction(number) * factor for number in printed)


def numbers(text: str) -> set[str]:
    """Return the digits of each number of a text, without what parts them."""
    return {re.sub(r"\D", "", number) for number in re.findall(r"[0-9]{1,3}(?: [0-9]{3})+|[0-9][0-9.,]*", text)}


@each_case
def test_each_marked_figure_is_one_fact(case: Case) -> None:
    facts = list(extract(case.claim, case.locale, case.published))
    for figure in case.figures:
        assert case.claim[figure.start : figure.end] == figure.text
    marked = [fact_of(figure, facts) for figure in case.figures]
    assert len({fact.start for fact in marked}) == len(marked), [fact.text for fact in marked]


@each_case
def test_a_stated_value_is_among_those_of_the_sources(case: Case) -> None:
    facts = list(extract(case.claim, case.locale, case.published))
    known = {
        essence(fact.value) for source in case.sources for fact in extract(source.text, source.locale, source.published)
    }
    for figure in case.figures:
        if figure.verdict == "stated":
            assert essence(fact_of(figure, facts).value) in known, figure.text


@each_case
def test_what_is_derived_is_right(case: Case) -> None:
    """The arithmetic comes to what a careful reader takes the figure for, and its figures stand in the sources."""
    facts = list(extract(case.claim, case.locale, case.published))
    printed = {number for source in case.sources for number in numbers(source.text)}
    for figure in case.figures:
        if figure.verdict == "derived":
            typical = fact_of(figure, facts).typical
            result = worked_out(figure.arithmetic, case.published)
            assert typical is not None, figure.text
            assert result in typical, f"{figure.text!r}: {figure.arithmetic} is {result}, not in {typical}"
            missing = {number for number in numbers(figure.arithmetic) - printed if int(number) > 20} - {"100", "30"}
            assert not missing, f"{figure.text!r}: {missing} in no source"


def test_each_verdict_derivation_and_trap_occurs_often_enough() -> None:
    figures = [figure for case in CASES for figure in case.figures]
    verdicts = Counter(figure.verdict for figure in figures)
    whys = Counter(figure.why for figure in figures)
    assert len(CASES) >= 80
    assert len(figures) >= 250
    assert {verdict for verdict in VERDICTS if verdicts[verdict] < 6} == set()
    assert {kind for kind in KINDS if whys[kind] < 6} == set()
    assert {trap for trap in TRAPS if whys[trap] < 2} == set()
    locales = Counter(case.locale for case in CASES)
    assert {
        locale for locale, least in {"zh": 12, "de": 4, "fr": 4, "es": 4}.items() if locales[locale] < least
    } == set()
    assert sum(len(case.sources) > 1 for case in CASES) >= 6


GOOD = "title: A\n--- source\nRevenue was $5.\n--- claim\nIt was [$5: stated].\n"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (GOOD.replace("title", "name"), "x:1: a case begins with"),
        (GOOD.replace("--- source\nRevenue was $5.\n", ""), "x:3: a case has a title"),
        (GOOD.replace("stated", "true"), "x:4: '[$5: true]': a verdict is one of stated"),
        (GOOD.replace("stated", "stated growth"), "behind 'stated' may stand "),
        (GOOD.replace("stated", "unsupported luck"), "may stand , noun"),
        (GOOD.replace("stated", "derived sum"), "should begin with '$5 = ', not ''"),
        (GOOD + "--- arithmetic\n$5 = 2 + 3\n", "x:6: '$5 = 2 + 3' is the arithmetic of no derived figure"),
        (GOOD.replace("[$5: stated]", "$5"), "a claim has marks"),
        (GOOD.replace("--- source", "--- sauce"), "x:2: a section is"),
        (GOOD.replace("Revenue was $5.", ""), "x:2: a section is not empty"),
        (GOOD.replace("--- source", "published: 20 May\n--- source"), "'20 May' is not a day"),
        (GOOD + "====\n" + GOOD.replace("stated", "true"), "x:10: '[$5: true]'"),
    ],
)
def test_what_is_no_case_says_where(text: str, fault: str) -> None:
    with pytest.raises(ValueError, match=re.escape(fault)):
        read(text, "x")


def test_a_case_is_read_as_it_is_written() -> None:
    [case] = read("# c\n" + GOOD.replace("--- source", "--- source locale=zh published=2017-01-20"), "x")
    assert (case.title, case.locale, case.published, case.claim, case.name) == ("A", "en", None, "It was $5.", "x:2")
    assert (case.sources[0].locale, case.sources[0].published) == ("zh", date(2017, 1, 20))
    assert case.figures == (Figure("$5", 7, "stated"),)
    assert case.figures[0].end == 9
