"""Slips: what figures may have been meant to be, and which slip a finding names."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import assume, event, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from conftest import in_any_context
from moneyfacts.api import check
from moneyfacts.checks import RULES, Scene, explain
from moneyfacts.checks.explain import explained
from moneyfacts.checks.slips import Slip, digits_of, likely
from moneyfacts.link import Link, Relation
from moneyfacts.model.facts import Document, Fact
from moneyfacts.model.findings import Finding
from moneyfacts.model.interval import plain, product, rounded, scaled
from moneyfacts.model.readings import Precision
from moneyfacts.model.values import Count, Direction, Percent
from scenes import Rates, figure, only, rows, tie, tied

BY_NAME = {rule.name: rule for rule in RULES}
RELATIONS: dict[str, Relation] = {each: each for each in get_args(Relation)}
RELATIONS |= {"fx": "conversion", "unit_conversion": "conversion"}
WAYS: dict[str, Direction] = {"up": "up", "down": "down"}
RATES = Rates({"2017-01-19": {"USD": "1.0668", "CNY": "7.3241"}})
NAMES = {
    "a thousand": "off by a thousand, as where million stands for billion",
    "a place": "off by ten or a hundred, as where a digit or a separator is lost",
    "two digits": "two digits are exchanged",
    "one digit": "one digit is wrong",
}

TABLE = """
growth up: pct 14%; prior 2.61 million USD; current 2.29 million USD
    2.61 million USD and 2.29 million USD are exchanged: the other way round they would fit
growth up: pct 12%; prior 2.60 million USD; current 2.29 million USD
    the direction is the other one: the figures would fit it
growth up: pct 4.2%; prior 2.691 million USD; current 2.803 billion USD
    a thousand: $2.691 billion for 2.691 million USD, or $2.803 million for 2.803 billion USD would fit
growth up: pct 14.2%; prior 2.004 million USD; current 2.336 million USD
    14.2% is of the level after: of that it would fit
growth up: pct 1.4%; prior 2.04 million USD; current 2.33 million USD
    a place: 14% for 1.4% would fit
growth up: pct 36.4%; prior 152.3 million USD; current 170.9 million USD
    two digits: 125.3 million USD for 152.3 million USD would fit
growth up: pct 36.41%; prior 145.38 million USD; current 171.04 million USD
    one digit: 125.38 million USD for 145.38 million USD would fit
growth up: pct 20%; prior 4 million USD; current 9 million USD
    nothing
growth up: pct 36.4%; prior 152.3 million USD; current 187.9 million USD
    nothing
growth up: pct 12%; prior 2.6 million USD; current 2.28 million GBP
    nothing
growth up: pct 14%; prior 20.4 to 20.5 million USD; current 32.3 million USD
    two digits: 23.3 million USD for 32.3 million USD would fit
growth_direction up: prior 33 million USD; current 31 million USD
    nothing
multiple up: pct tripled; prior 27.0 million USD; current 45.0 million USD
    one digit: 85.0 million USD for 45.0 million USD would fit
absolute_change down: change 0.63 USD; pct 0.63%; current 74.70 USD
    0.63% repeats the digits of 0.63 USD: 0.8297% to 0.843% would fit
absolute_change up: change 3 million USD; pct 3%; prior 42.00 million USD; current 45.00 million USD
    one digit: 7% for 3% would fit
absolute_change up: change 3.0 million USD; pct 7.1%; prior 42.0 million USD; current 54.0 million USD
    two digits: 45.0 million USD for 54.0 million USD would fit
absolute_change up: change 3.0 billion USD; pct 7.1%; prior 42.0 million USD; current 45.0 million USD
    a thousand: $3 million for 3.0 billion USD would fit
difference down: pct 75 bp; current 5.25%; prior 5.50%
    one digit: 25 bp for 75 bp would fit
cagr up: pct 8.00%; duration 5 year; current 8.58 billion USD; prior 4.00 billion USD
    two digits: 5.88 billion USD for 8.58 billion USD would fit
cagr up: pct 8.00%; duration 9 year; current 5.88 billion USD; prior 4.00 billion USD
    one digit: 5 year for 9 year would fit
difference minuend 85 million USD; subtrahend 112 million USD; result 27 million USD
    85 million USD and 112 million USD are exchanged: the other way round they would fit
share numerator 3.1 million USD; pct 72%; denominator 11.2 million USD
    two digits: 27% for 72% would fit
share numerator 11.2 million USD; pct 27.7%; denominator 3.1 million USD
    11.2 million USD and 3.1 million USD are exchanged: the other way round they would fit
share numerator 41 shops; pct 26%; numerator 63 shops; pct 93%
    two digits: 62% for 26%, or 39% for 93% would fit
ratio numerator 640 million EUR; pct 90%; denominator 7.1 billion EUR
    a place: €6.4 billion for 640 million EUR, or 9% for 90%, or €710 million for 7.1 billion EUR would fit
sum item 12.4 million EUR; item 20.1 million EUR; item 8.4 billion EUR; total 40.9 million EUR
    a thousand: €8.4 million for 8.4 billion EUR would fit
sum item 135 jobs; item 112 jobs; total 274 jobs
    two digits: 247 jobs for 274 jobs would fit
per_unit price 12.50 USD; count 1.40 billion shares; total 17.5 million USD
    a thousand: $0.0125 for 12.50 USD, or 1.4 million shares for 1.40 billion shares, or $17.5 billion for 17.5 million USD would fit
unit_conversion amount 60 kilometer; equivalent 97 mile
    60 kilometer and 97 mile are exchanged: the other way round they would fit
unit_conversion amount 45 mile; equivalent 27 kilometer
    two digits: 72 kilometer for 27 kilometer would fit
repeat first 1.4 billion USD; again 1.38 million USD
    a thousand: $1.4 million for 1.4 billion USD, or $1.38 billion for 1.38 million USD would fit
fx amount 146 million CNY; equivalent 1.00 billion USD
    146 million CNY and 1.00 billion USD are exchanged: the other way round they would fit
fx amount above 1 billion CNY; equivalent 146 billion USD
    a thousand: CNY 1 trillion for 1 billion CNY, or $146 million for 146 billion USD would fit
fx amount 1 billion CNY; equivalent 246 million USD
    one digit: 146 million USD for 246 million USD would fit
"""  # noqa: E501 - the sentence of a slip is one line


def linked(line: str) -> tuple[str, Link]:
    """Read "growth up: pct 5%; prior 2 USD" or "share numerator 2 USD; ..." as the name of a rule and a link."""
    rule, _, rest = line.partition(" ")
    way, _, roles = rest.partition(": ")
    if way not in WAYS:
        return rule, tied(RELATIONS[rule], rest)
    pairs = [(role, words) for role, words in (each.split(" ", 1) for each in roles.split("; "))]
    return rule, tie("cagr" if rule == "cagr" else "movement", pairs, WAYS[way])


@pytest.mark.parametrize(("line", "head", "told"), rows(TABLE))
@in_any_context
def test_the_table(line: str, head: str, told: str) -> None:
    """A conflict names the slip of the table, and its finding is otherwise what it was."""
    rule, link = linked(line)
    finding = only(BY_NAME[rule], link, rates=RATES, published="2017-01-20")
    wanted = None if head == "nothing" else f"{NAMES.get(head, head)}: {told}" if told else head
    assert (finding.verdict, finding.slip) == ("conflicts", wanted)


def test_what_agrees_or_is_doubtful_names_no_slip() -> None:
    for line in ("growth up: pct 14%; prior 2.04 USD; current 2.33 USD", "growth up: pct 14%; prior 2.04 USD"):
        rule, link = linked(line)
        assert only(BY_NAME[rule], link).slip is None


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("74.70 USD", "7470"),
        ("0.63%", "63"),
        ("1,428.35", "142835"),
        ("34.3 billion CNY", "343"),
        ("0 jobs", None),
        ("-5 USD", None),
        ("third", None),
        ("doubled", None),
        ("10 to 15 USD", None),
    ],
)
def test_the_digits_of_a_figure(words: str, digits: str | None) -> None:
    assert digits_of(figure(words)) == digits


def test_what_is_no_number_has_no_digits() -> None:
    assert digits_of(Fact(Count(of="jobs"), "some jobs", 0, 9)) is None
    ten = Fact(Percent(amount=Decimal(10)), "ten percent", 0, 11, precision=(Precision(Decimal(1), Decimal(10)),))
    assert digits_of(ten) is None


# The law: whatever slip was made of a figure, what was meant is among the rewritings, in the place of its kind.

whole = st.integers(1, 10**6)
places = st.integers(-6, 4)


def printed(number: int, exponent: int) -> Fact:
    """Return a figure of such digits, the last of them in the place of a power of ten."""
    unit = Decimal(f"1E{exponent}")
    zeros = len(str(number)) - len(str(number).rstrip("0"))
    precision = Precision(product(unit, 1), product(unit, 10**zeros))
    value = Count(amount=product(unit, number), of="jobs")
    text = plain(scaled(str(number), min(exponent, 0)))  # "0.010", or "10" of thousands
    return Fact(value, text, 0, len(text), precision=(precision,))


def put_right(meant: Fact, told: Fact) -> tuple[Slip, ...]:
    """Return the slips that lead from a figure back to what was meant: its amount, as fine as that."""
    link = tie("repeat", [("first", told), ("again", "5 jobs")])

    def is_meant(slip: Slip) -> bool:
        first = slip.meant.get("first")
        return first is not None and (first.value, first.precision) == (meant.value, meant.precision)

    return likely(link, is_meant)


def swapped(digits: str, place: int) -> str:
    return digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]


def mistyped(digits: str, place: int) -> str:
    return digits[:place] + str((int(digits[place]) + 3) % 10) + digits[place + 1 :]


@given(whole, places, st.data(), st.sampled_from((("transposed", swapped), ("digit", mistyped))))
def test_what_was_mistyped_is_put_right(
    number: int, exponent: int, data: st.DataObject, case: tuple[str, Callable[[str, int], str]]
) -> None:
    kind, slip = case
    digits = str(number)
    assume(len(digits) > (kind == "transposed"))
    wrong = slip(digits, data.draw(st.integers(0, len(digits) - (2 if kind == "transposed" else 1))))
    assume(wrong != digits and wrong[0] != "0" and digits_of(printed(int(wrong), exponent)))
    assert [each.kind for each in put_right(printed(number, exponent), printed(int(wrong), exponent))] == [kind]


@given(whole, places, st.sampled_from((("scale", 3), ("scale", -3), ("place", 1), ("place", -1), ("place", -2))))
def test_what_is_off_by_a_factor_is_put_right(number: int, exponent: int, case: tuple[str, int]) -> None:
    """All but the place of the figure stays, so that its digits are as fine as they were."""
    kind, power = case
    meant, told = printed(number, exponent), printed(number, exponent + power)
    assert [each.kind for each in put_right(meant, told)] == [kind]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Of the voters 43.9% chose blue, 35.4% green and 20.7% red.", ["sum"]),
        ("Of the voters 43.9% chose blue, 38.4% green and 20.7% red.", []),
        ("Of the voters 41.9% chose blue, 33.4% green and 17.7% red.", []),
        ("One loan is of 24.5 million euros, a second of 35.0 million and a third of 45.0 million.", []),
    ],
)
def test_figures_tied_loosely_never_conflict(text: str, rules: list[str]) -> None:
    """Where the words do not make it certain that figures belong together, their agreeing does; no slip does."""
    found = check(text, min_confidence=0)
    assert [(finding.rule, finding.verdict) for finding in found] == [(rule, "agrees") for rule in rules]


# The law: a slip that is worked back from what the figures imply is the one that is found by asking the rule of each.

number = st.one_of(
    st.integers(1, 999).map(str),
    st.integers(10, 9999).map(lambda tenths: f"{tenths // 10}.{tenths % 10}"),
    st.integers(1, 99).map(lambda tens: f"{tens}0"),
)
percentage = st.one_of(st.integers(1, 99).map(str), st.integers(1, 999).map(lambda tenths: f"{tenths / 10:.1f}"))
sense = st.sampled_from(["", "", "", "about ", "nearly ", "above ", "below ", "at_least "])
SHAPES = (
    "growth {way}: pct {p}%; prior {a} million USD; current {b} million USD",
    "growth {way}: pct {q}{p}%; prior {q}{a} USD; current {r}{b} USD",
    "absolute_change {way}: change {a} USD; prior {b} USD; current {c} USD",
    "absolute_change {way}: change {q}{a} USD; pct {p}%; prior {b} USD; current {r}{c} USD",
    "multiple {way}: pct tripled; prior {a} USD; current {b} USD",
    "difference {way}: pct {p} pp; prior {a}%; current {b}%",
    "cagr {way}: pct {p}%; duration {n} year; prior {a} USD; current {b} USD",
    "difference minuend {a} USD; subtrahend {b} USD; result {q}{c} USD",
    "share numerator {q}{a} USD; pct {r}{p}%; denominator {b} USD",
    "share numerator {a} shops; pct {p}%; numerator {b} shops; pct {o}%",
    "ratio numerator {a} EUR; pct {p}%; denominator {b} EUR",
    "sum item {a} EUR; item {b} EUR; total {q}{c} EUR",
    "sum item {p}%; item {o}%",
    "per_unit price {a} USD; count {b} shares; total {q}{c} USD",
    "unit_conversion amount {q}{a} mile; equivalent {b} kilometer",
    "repeat first {a} USD; again {q}{b} USD",
    "fx amount {q}{a} CNY; equivalent {r}{b} USD",
)


@st.composite
def conflicting(draw: st.DrawFn) -> str:
    """Draw a line of figures, which mostly conflict; the last is often what the first ones would make."""
    words = {"way": draw(st.sampled_from(["up", "down"])), "n": str(draw(st.integers(2, 9)))}
    words |= {name: draw(number) for name in "abc"} | {name: draw(percentage) for name in "po"}
    words |= {name: draw(sense) for name in "qr"}
    a, p = Fraction(words["a"]), Fraction(words["p"]) / 100
    near = draw(st.sampled_from([None, a * (1 + p), a * (1 - p), a / p, a * Fraction(words["b"]), a * 1000]))
    if near is not None:
        digits = plain(rounded(near, up=False, digits=3))
        words[draw(st.sampled_from("bc"))] = draw(
            st.sampled_from([digits, digits[::-1].strip(".0") or "7", f"{digits}0"])
        )
    return draw(st.sampled_from(SHAPES)).format(**words)


@given(conflicting())
@settings(max_examples=60, deadline=None)
def test_what_is_worked_back_is_what_the_rule_finds(line: str) -> None:
    name, link = linked(line)

    def asked(meant: Link) -> Finding | None:
        scene = Scene(Document("", "en", (), date(2017, 1, 20)), (meant,), RATES)
        return next(iter(BY_NAME[name].find(scene)), None)

    finding = asked(link)
    assume(finding is not None and finding.verdict == "conflicts")
    assert finding is not None
    everything = explained(replace(finding, rule="any other"), link, asked, dict).slip  # nothing is known of a reach
    event(f"{name}: {'a slip' if everything else 'none'}")
    assert finding.slip == (None if name == "growth_direction" else everything)


# Looked for when it is asked for, and the same as one that is given.


def sought(slip: str | None) -> tuple[Finding, list[int]]:
    """Return a conflict with a slip that is still to be found, and how often it was looked for."""
    calls: list[int] = []

    def seek() -> str | None:
        calls.append(1)
        return slip

    return Finding("growth", "conflicts", "50% is out of reach").with_slip(seek), calls


@pytest.mark.parametrize("slip", ["one digit is wrong", None])
def test_a_slip_is_found_once_when_it_is_asked_for(slip: str | None) -> None:
    """By its name, in the JSON, and where findings are compared, hashed, shown, copied or sent elsewhere."""
    given_one = Finding("growth", "conflicts", "50% is out of reach", slip=slip)
    looks: list[Callable[[Finding], bool]] = [
        lambda each: each.slip == slip,
        lambda each: each == given_one and given_one == each,
        lambda each: each == sought(slip)[0],
        lambda each: each != sought("another")[0],
        lambda each: hash(each) == hash(given_one),
        lambda each: repr(each) == repr(given_one),
        lambda each: each.to_dict() == given_one.to_dict(),
        lambda each: Finding.from_dict(each.to_dict()) == given_one,
        lambda each: pickle.loads(pickle.dumps(each)) == given_one,
        lambda each: copy.deepcopy(each) == given_one,
    ]
    for look in looks:
        finding, calls = sought(slip)
        assert not calls
        assert look(finding)
        assert look(finding)
        assert calls == [1]


def test_a_finding_that_differs_elsewhere_asks_for_no_slip() -> None:
    finding, calls = sought("one digit is wrong")
    assert finding != Finding("growth", "agrees", "50% is out of reach")
    assert not calls


def test_a_check_looks_for_no_slip_of_what_is_certain(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(explain, "likely", never)
    [finding] = check("Sales rose 36.4% to $170.9 million from $152.3 million.")
    assert finding.verdict == "conflicts"
    with pytest.raises(AssertionError):
        _ = finding.slip
