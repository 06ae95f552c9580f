"""Hypothesis strategies for everything that the library makes: for its own tests, and for those who build on it.

Amounts are drawn digit by digit as figures are printed (trailing zeros and all), so that no decimal context has a say.
Facts print their value and are as precise as that print; the facts of a document stand where their offsets say.

>>> from hypothesis import given
>>> from moneyfacts import Money
>>> @given(moneys(currencies=("USD", "EUR")))
... def test_that_my_ledger_keeps_what_it_is_given(money):
...     assert Money.from_dict(money.to_dict()) == money
>>> test_that_my_ledger_keeps_what_it_is_given()

Needs hypothesis, which `pip install moneyfacts[test]` brings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, TypeVar, get_args

from msgspec.structs import replace

from .errors import MissingExtraError
from .model.facts import NO_CONTEXT, Accounting, Context, Document, Fact, Qualifier, moved
from .model.findings import VERDICTS, Assumed, Derived, Finding, Part, Passage, RateUsed, Report
from .model.grounding import SUPPORTS, Evidence, Grounded, Grounding
from .model.interval import Interval, negated, plain, scaled
from .model.readings import Precision, Sense
from .model.values import (
    VALUES,
    Basis,
    Change,
    Count,
    DateSpan,
    Direction,
    Duration,
    Grain,
    Measurement,
    Money,
    Percent,
    PercentUnit,
    Quantity,
    Ratio,
    Value,
)

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import DrawFn, SearchStrategy
except ImportError as absent:
    raise MissingExtraError(
        "moneyfacts.strategies needs hypothesis, which the extra \"test\" installs: pip install 'moneyfacts[test]'"
    ) from absent

CURRENCIES = ("USD", "EUR", "CNY", "JPY", "INR", "CHF", "KWD")
UNITS = ("meter", "metric_ton", "barrel / day", "foot * pound", "kilowatt_hour")
PERIODS = ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade")
NOUNS = ("jobs", "vendors", "points", "shares", "personnes", "人", "जन")
LOCALES = ("en", "en_IN", "de_CH", "fr", "zh", "hi", "und")
WORDS: dict[Sense, tuple[str, ...]] = {
    "above": ("more than", "over"),
    "at_least": ("at least",),
    "below": ("less than", "under"),
    "at_most": ("up to", "no more than"),
    "nearly": ("nearly",),
    "about": ("about", "etwa", "约"),
    "between": ("between",),
}

Q = TypeVar("Q", bound=Quantity)
T = TypeVar("T")

# Made once: hypothesis validates a strategy when it is first drawn from, which takes longer than the drawing.
_ENDS = st.fractions(-1000, 1000, max_denominator=60) | st.integers(-3, 3).map(Fraction)
_DAYS, _HOMES = st.none() | st.dates(), st.none() | st.sampled_from(CURRENCIES)


@st.composite
def amounts(draw: DrawFn, *, digits: int = 9, places: int = 4, signed: bool = False) -> Decimal:
    """Draw numbers as printed: up to so many digits, as many as `places` of them decimals, or before a scale."""
    mantissa = str(draw(st.integers(0, 10**digits - 1)))
    number = scaled(mantissa, draw(_exponents(places)))
    return negated(number) if signed and draw(st.booleans()) else number


@st.composite
def intervals(draw: DrawFn, *, bounded: bool = False) -> Interval:
    """Draw intervals of rationals, single points among them; ends may be open and, unless `bounded`, infinite."""
    low, high = sorted((draw(_ENDS), draw(_ENDS)))
    if low == high:
        return Interval.point(low)
    low_open, high_open = draw(st.booleans()), draw(st.booleans())
    no_low, no_high = (not bounded and draw(st.booleans()) and draw(st.booleans()) for _ in "lh")
    return Interval(None if no_low else low, None if no_high else high, no_low or low_open, no_high or high_open)


@st.composite
def precisions(draw: DrawFn) -> Precision:
    """Draw how finely figures are printed: the last digit other than zero is the last digit, or before it."""
    last = draw(st.integers(-4, 12))
    nonzero = scaled("1", last + draw(st.integers(0, 6)))
    return Precision(scaled("1", last), nonzero, draw(st.booleans()))


def moneys(currencies: Sequence[str] = CURRENCIES) -> SearchStrategy[Money]:
    """Draw amounts of money in one of `currencies`, some with other candidates, per something, or a range."""
    codes = st.lists(st.sampled_from(currencies), min_size=1, max_size=3, unique=True)
    per = st.none() | st.sampled_from(("year", "share", "barrel"))

    def make(codes: list[str], reason: str | None, per: str | None, numbers: dict[str, Any]) -> Money:
        return Money(currency=codes[0], candidates=tuple(codes), reason=reason, per=per, **numbers)

    return st.builds(make, codes, st.none() | _phrases(), per, _numbers(signed=True))


def percents() -> SearchStrategy[Percent]:
    """Draw shares and rates, in percent, percentage points or basis points."""
    return _quantities(Percent, _numbers(signed=True), unit=st.sampled_from(get_args(PercentUnit)))


@st.composite
def changes(draw: DrawFn) -> Change:
    """Draw movements in percent, points, multiples, money, things and units."""
    unit = draw(st.sampled_from((*get_args(PercentUnit), "multiple", "count", *CURRENCIES[:3], *UNITS[:2])))
    return Change(
        direction=draw(st.sampled_from(get_args(Direction))),
        unit=unit,
        candidates=(unit,) if unit in CURRENCIES else (),
        of=draw(st.sampled_from(NOUNS)) if unit == "count" else None,
        per=draw(st.none() | st.just("share")) if unit in CURRENCIES else None,
        basis=draw(st.none() | st.sampled_from(get_args(Basis))),
        **draw(_numbers()),
    )


def counts() -> SearchStrategy[Count]:
    """Draw numbers of named things, and bare numbers."""
    nouns, per = st.none() | st.sampled_from(NOUNS), st.none() | st.just("year")
    return _quantities(Count, _numbers(), of=nouns, per=per)


def ratios() -> SearchStrategy[Ratio]:
    """Draw shares and multiples: "two-thirds", "twice"."""
    thirds = st.builds(Fraction, st.integers(1, 60), st.integers(1, 60))
    return st.builds(Ratio, amount=thirds | amounts())


def measurements() -> SearchStrategy[Measurement]:
    """Draw amounts in physical units."""
    return _quantities(Measurement, _numbers(signed=True), unit=st.sampled_from(UNITS))


def durations() -> SearchStrategy[Duration]:
    """Draw lengths of time."""
    return _quantities(Duration, _numbers(), unit=st.sampled_from(PERIODS))


@st.composite
def date_spans(draw: DrawFn) -> DateSpan:
    """Draw calendar spans: closed, open at one end, or not resolved and then with the reason."""
    grain, fiscal = draw(st.sampled_from(get_args(Grain))), draw(st.booleans())
    start = draw(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
    end = start + timedelta(days=draw(st.integers(0, 4000)))
    label = "FY2017-Q3" if fiscal else None
    shape = draw(st.sampled_from(("closed", "from", "until", "unresolved")))
    if shape == "unresolved":
        return DateSpan(grain=grain, fiscal=fiscal, label=label, unresolved="no publication date")
    return DateSpan(
        start=None if shape == "until" else start,
        end=None if shape == "from" else end,
        grain=grain,
        fiscal=fiscal,
        label=label,
    )


@cache
def values() -> SearchStrategy[Value]:
    """Draw values of all eight kinds."""
    return st.one_of(moneys(), percents(), changes(), counts(), ratios(), measurements(), durations(), date_spans())


@cache
def qualifiers() -> SearchStrategy[Qualifier]:
    """Draw the words that loosen a figure, with their sense."""
    return st.sampled_from([Qualifier(text, sense) for sense, texts in WORDS.items() for text in texts])


@cache
def contexts() -> SearchStrategy[Context]:
    """Draw what the words around a figure say of it, often nothing."""
    names, accounting = st.none() | st.sampled_from(("Alibaba", "revenue", "阿里巴巴")), get_args(Accounting)
    full = st.builds(Context, names, names, st.none() | date_spans(), st.none() | st.sampled_from(accounting))
    return st.just(NO_CONTEXT) | full


@st.composite
def facts(draw: DrawFn, values: SearchStrategy[Value] | None = None) -> Fact:
    """Draw facts: a value (of `values`, if given) printed somewhere, precise to that print."""
    value = draw(_all_values() if values is None else values)
    text = _printed(value)
    start = draw(st.integers(0, 5000))
    qualifier = draw(_maybe_qualifiers()) if isinstance(value, Quantity) else None
    if qualifier:
        end = start + len(qualifier.text)
        qualifier, start = replace(qualifier, start=start, end=end), end + 1
    end = start + len(text)
    extent = qualifier.start if qualifier and qualifier.start is not None else start, end + len(_rate(value))
    return Fact(value, text, start, end, qualifier, _precision(value), draw(contexts()), extent)


@st.composite
def documents(draw: DrawFn, values: SearchStrategy[Value] | None = None, max_facts: int = 4) -> Document:
    """Draw texts with up to `max_facts` facts, each where its offsets say, none over another."""
    text, placed = draw(_prose()), []
    for fact in draw(st.lists(facts(values), max_size=max_facts)):
        by = len(text) - fact.extent[0]
        text += (f"{fact.qualifier.text} " if fact.qualifier else "") + fact.text
        placed.append(moved(fact, text, lambda start, end, by=by: (start + by, end + by)))  # type: ignore[misc]
        text += _rate(fact.value) + draw(_prose())
    published, home = draw(_DAYS), draw(_HOMES)
    return Document(text, draw(st.sampled_from(LOCALES)), tuple(placed), published, home)


@cache
def parts() -> SearchStrategy[Part]:
    """Draw figures in their roles, with or without the ranges that they state and that are implied."""
    ranges, offsets = st.none() | intervals(), st.integers(0, 5000)
    document = st.none() | st.integers(0, 9)
    return st.builds(Part, st.sampled_from(("whole", "part")), _phrases(), offsets, offsets, ranges, ranges, document)


@cache
def passages() -> SearchStrategy[Passage]:
    """Draw stretches of a text."""
    return st.builds(Passage, _phrases(), st.integers(0, 5000), st.integers(0, 5000))


@cache
def rates_used() -> SearchStrategy[RateUsed]:
    """Draw exchange rates as findings name them."""
    legs = st.dictionaries(st.sampled_from(CURRENCIES), amounts(), max_size=2).map(lambda legs: tuple(legs.items()))
    return st.builds(RateUsed, st.sampled_from(("ECB", "the text")), st.none() | st.dates(), legs, st.just("7 CNY/USD"))


@cache
def derived() -> SearchStrategy[Derived]:
    """Draw values that follow from figures."""
    return st.builds(Derived, st.just("prior"), intervals(), st.none() | st.sampled_from(CURRENCIES))


@cache
def assumed() -> SearchStrategy[Assumed]:
    """Draw what a check had to assume."""
    return st.builds(Assumed, st.just("start"), st.dates().map(date.isoformat), st.just("published"))


@cache
def findings() -> SearchStrategy[Finding]:
    """Draw findings with all that they can hold; their figures are of no text in particular."""
    return st.builds(
        Finding,
        st.sampled_from(("growth", "fx", "part_whole", "my_rule")),
        st.sampled_from(VERDICTS),
        _phrases(),
        _several(parts()),
        st.none() | rates_used(),
        st.none() | _phrases(),
        _several(derived()),
        _several(assumed()),
        st.none() | st.sampled_from(("moved_by_to", "margin")),
        st.none() | st.integers(0, 100).map(lambda share: scaled(str(share), -2)),
        st.none() | passages(),
        st.none() | st.sampled_from(("553bf3a9b1bf5425", "0123456789abcdef")),
    )


@cache
def reports() -> SearchStrategy[Report]:
    """Draw reports of a few findings, and of some that are doubtful."""
    return st.builds(Report, _several(findings()), _several(findings()))


@cache
def evidences() -> SearchStrategy[Evidence]:
    """Draw figures of sources."""
    offsets = st.integers(0, 5000)
    return st.builds(Evidence, st.integers(0, 9), _phrases(), offsets, offsets)


@cache
def grounded() -> SearchStrategy[Grounded]:
    """Draw figures of a claim, with what the sources say of them."""
    offsets, kinds = st.integers(0, 5000), st.sampled_from([kind.kind for kind in VALUES])
    found = st.lists(evidences(), max_size=2).map(tuple)
    verdicts, nearest = st.sampled_from(SUPPORTS), st.none() | evidences()
    return st.builds(Grounded, _phrases(), offsets, offsets, kinds, verdicts, _phrases(), found, nearest)


@cache
def groundings() -> SearchStrategy[Grounding]:
    """Draw groundings of a few figures."""
    return st.lists(grounded(), max_size=3).map(lambda found: Grounding(tuple(found)))


_all_values = values  # `facts` and `documents` have an argument of that name


@st.composite
def _numbers(draw: DrawFn, *, signed: bool = False) -> dict[str, Any]:
    """Draw the fields of a quantity: an amount, sometimes with alternatives, or the two ends of a printed range."""
    amount = draw(amounts(signed=signed))
    shape = draw(st.sampled_from(("amount", "amount", "doubtful", "range")))
    if shape == "range":
        low, high = sorted((amount, draw(amounts(signed=signed))))
        return {"low": low, "high": high}
    return {"amount": amount, "alternatives": (draw(amounts()),) if shape == "doubtful" else ()}


@cache
def _exponents(places: int) -> SearchStrategy[int]:
    return st.integers(-places, -1) | st.just(0) | st.sampled_from((2, 3, 6, 8, 9, 12))


@cache
def _maybe_qualifiers() -> SearchStrategy[Qualifier | None]:
    return st.none() | qualifiers()


def _quantities(kind: Callable[..., Q], numbers: SearchStrategy[dict[str, Any]], **rest: Any) -> SearchStrategy[Q]:
    return st.builds(lambda numbers, rest: kind(**numbers, **rest), numbers, st.fixed_dictionaries(rest))


def _several(each: SearchStrategy[T]) -> SearchStrategy[tuple[T, ...]]:
    return st.lists(each, max_size=2).map(tuple)


@cache
def _phrases() -> SearchStrategy[str]:
    return st.sampled_from(("the word yuan", "“A$”", "home currency", "Zürich", "人民币"))


@cache
def _prose() -> SearchStrategy[str]:
    """Draw words between facts, of one to four bytes a code point, and with no digit in them."""
    return st.text("ab é,.\n人😀", max_size=8).map(lambda text: f" {text} ")


def _printed(value: Value) -> str:
    if isinstance(value, DateSpan):
        ends = [end.isoformat() for end in (value.start, value.end) if end is not None]
        return " to ".join(ends) or "then"
    assert isinstance(value, Quantity)
    number = "-".join(plain(each) for each in (value.amount, value.low, value.high) if each is not None)
    unit = getattr(value, "currency", None) or getattr(value, "unit", None) or getattr(value, "of", None)
    return f"{number} {unit}" if unit else number


def _rate(value: Value) -> str:
    per = getattr(value, "per", None)
    return f" per {per}" if per else ""


def _precision(value: Value) -> tuple[Precision, ...]:
    if not isinstance(value, Quantity):
        return ()
    printed = (number for number in (value.amount, value.low, value.high) if number is not None)
    return tuple(_precision_of(number) for number in printed)


def _precision_of(number: Decimal | Fraction) -> Precision:
    if isinstance(number, Fraction):
        share = Fraction(1, number.denominator)
        return Precision(share, share, word=True)
    _, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)
    zeros = next((place for place, digit in enumerate(reversed(digits)) if digit), 0)
    return Precision(scaled("1", exponent), scaled("1", exponent + zeros))
