"""Figures in roles, written in a line: what the rules are tested on, with no reader, linker or language involved.

A figure is its number, with a scale word, and its unit: "34.3 billion CNY", "55%", "3 x", "12 million vendors", "33
million" (of nothing in particular), "USD|CAD 5" in one of two currencies, "5 USD per month". A sense before it
qualifies it ("above 1 billion CNY"), "doubled" and "halved" are factors in a word, "third" and "twice" ratios, and "10
to 15 million USD" is a range.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

from msgspec.structs import replace

from moneyfacts.checks import Rule, Scene
from moneyfacts.errors import RateError
from moneyfacts.link import Link, Relation
from moneyfacts.model.facts import Context, Document, Fact, Qualifier
from moneyfacts.model.findings import Assumed, Finding
from moneyfacts.model.interval import Interval, exact, plain, scaled
from moneyfacts.model.readings import SENSES, Precision
from moneyfacts.model.values import (
    Basis,
    Change,
    Count,
    DateSpan,
    Direction,
    Duration,
    Measurement,
    Money,
    Percent,
    Quantity,
    Ratio,
)
from moneyfacts.rates.base import Rate

SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
WORDS = {"doubled": "2", "halved": "2", "tripled": "3"}
RATIOS = {"third": "1/3", "two-thirds": "2/3", "half": "1/2", "twice": "2", "quarter": "1/4"}
SHARES: dict[str, Literal["percent", "percentage_point", "basis_point"]] = {
    "%": "percent",
    "pp": "percentage_point",
    "bp": "basis_point",
}
MEASURES = ("ton", "barrel", "gallon", "kilometer", "mile", "acre", "hectare")
TIMES = ("day", "week", "month", "quarter", "year", "decade", "hour")
_CODES = re.compile(r"[A-Z]{3}(\|[A-Z]{3})*").fullmatch


def printed(number: str, scale: int = 0) -> tuple[Decimal, Precision]:
    """Read a number as printed: "2,000" and "34.3", with a power of ten, and how finely that says it."""
    digits, exponent = number.replace(",", "").replace(".", ""), scale - len(number.partition(".")[2])
    zeros = len(digits) - len(digits.rstrip("0")) if digits.strip("-0") else 0
    return scaled(digits, exponent), Precision(scaled("1", exponent), scaled("1", exponent + zeros))


def figure(
    words: str, role: str = "", way: Direction = "up", *, per: str | None = None, period: DateSpan | None = None
) -> Fact:
    """Return the fact that a line writes; in the roles of a change it is one, in the direction `way`."""
    told = words.split()
    sense = next((each for each in SENSES if each == told[0]), None)
    text = " ".join(told[1:] if sense else told)
    qualifier = Qualifier(sense, sense) if sense else None
    if text in RATIOS:
        number = exact(RATIOS[text])
        part = Fraction(1, Fraction(number).denominator)
        return Fact(Ratio(amount=number), text, 0, len(text), qualifier, (Precision(part, part, True),))
    amount, _, stated_per = text.partition(" per ")
    told = [word for word in amount.replace("%", " %").split() if word not in SCALES]
    scale = next((SCALES[word] for word in text.split() if word in SCALES), 0)
    word = text in WORDS
    codes = next((each for each in told if _CODES(each)), "")
    numbers = [printed(each, scale) for each in told if each[0] in "-.0123456789"]
    unit = " ".join(each for each in told if each[0] not in "-.0123456789" and each not in (codes, "to"))
    if word:
        numbers, unit = [(Decimal(WORDS[text]), Precision(Decimal(1), Decimal(1), True))], "x"
    values = [number for number, _ in numbers]
    amounts: dict[str, Any] = (
        {"amount": values[0]} if len(values) == 1 else dict(zip(("low", "high"), values, strict=True))
    )
    changes = role in ("pct", "change")
    value = _value(unit, tuple(codes.split("|")) if codes else (), changes, way, amounts, per or stated_per or None)
    return Fact(value, text, 0, len(text), qualifier, tuple(fine for _, fine in numbers), Context(period=period))


def _value(
    unit: str,
    codes: tuple[str, ...],
    changes: bool,
    way: Direction,
    amounts: Mapping[str, Any],
    per: str | None,
) -> Quantity:
    of = unit or None
    if changes:
        name = {"%": "percent", "x": "multiple", "pp": "percentage_point", "bp": "basis_point"}.get(
            unit, codes[0] if codes else "count"
        )
        noun = of if name == "count" else None
        return Change(direction=way, unit=name, candidates=codes, of=noun, per=per, **amounts)
    if codes:
        return Money(currency=codes[0], candidates=codes, per=per, **amounts)
    if unit in SHARES:
        return Percent(unit=SHARES[unit], **amounts)
    if unit in TIMES:
        return Duration(unit=unit, **amounts)
    if unit in MEASURES:
        return Measurement(unit=unit, **amounts)
    return Count(of=of, per=per, **amounts)


def tie(
    relation: Relation,
    roles: Iterable[tuple[str, str | Fact]],
    direction: Direction | None = None,
    assumed: tuple[Assumed, ...] = (),
    basis: Basis | None = None,
) -> Link:
    """Return a link of figures in their roles, placed one after the other."""
    placed, position = [], 0
    for role, words in roles:
        fact = figure(words, role, direction or "up") if isinstance(words, str) else words
        if basis and isinstance(fact.value, Change):
            fact = replace(fact, value=replace(fact.value, basis=basis))
        position += len(fact.qualifier.text) + 1 if fact.qualifier else 0
        placed.append((role, replace(fact, start=position, end=position + len(fact.text))))
        position += len(fact.text) + 1
    return Link(relation, tuple(placed), direction, assumed)


def tied(relation: Relation, line: str) -> Link:
    """Read "numerator 3 USD; pct 30%; denominator 10 USD", where percentages are no changes."""
    pairs = (each.split(" ", 1) for each in line.split("; "))
    return tie(relation, [(role, figure(words)) for role, words in pairs])


def rows(text: str) -> list[tuple[str, str, str]]:
    """Read a table: a line of roles, and indented below it the verdict and the sentence, "agrees: 3 USD is ..."."""
    lines = [line for line in text.splitlines() if line]
    said_of = [line.strip().partition(": ") for line in lines[1::2]]
    return [(line, verdict, message) for line, (verdict, _, message) in zip(lines[::2], said_of, strict=True)]


class Rates:
    """Exchange rates in memory: the units of each currency for a euro, by day."""

    name = "ECB"

    def __init__(self, days: Mapping[str, Mapping[str, str]]) -> None:
        self.days = {date.fromisoformat(day): figures for day, figures in days.items()}

    def rate(self, base: str, quote: str, on: date) -> Rate:
        found = self.published(base, quote, date.min, on)
        if not found or (on - found[-1].date).days > 10:
            raise RateError(f"ECB has no {base}/{quote} rate for {on}", currency=base, on=on)
        return found[-1]

    def published(self, base: str, quote: str, start: date, end: date) -> tuple[Rate, ...]:
        known = {"EUR", *(code for figures in self.days.values() for code in figures)}
        for code in (base, quote):
            if code not in known:
                raise RateError(f"ECB has no rates of {code!r}", currency=code)
        return tuple(
            self._rate(base, quote, day, {"EUR": "1", **figures})
            for day, figures in sorted(self.days.items())
            if start <= day <= end and {base, quote} <= {"EUR", *figures}
        )

    def _rate(self, base: str, quote: str, day: date, figures: Mapping[str, str]) -> Rate:
        legs = tuple((code, Decimal(figures[code])) for code in (base, quote) if code != "EUR")
        return Rate(base, quote, Fraction(figures[quote]) / Fraction(figures[base]), day, self.name, legs)


NO_RATES = Rates({})


def found(rule: Rule, *links: Link, rates: Rates = NO_RATES, published: str | None = None) -> list[Finding]:
    """Return what a rule finds in links, and hold each finding to what all findings promise."""
    day = date.fromisoformat(published) if published else None
    facts = tuple(fact for link in links for _, fact in link.roles)
    scene = Scene(Document("", "en", facts, day), links, rates)
    findings = list(rule.find(scene))
    for finding in findings:
        assert Finding.from_dict(finding.to_dict()) == finding
        assert finding.message[-1] not in ". ,"
        assert "  " not in finding.message
        for part in finding.facts:
            assert part.implied is None or part.implied == part.implied.rounded_outward()
    return findings


def only(rule: Rule, *links: Link, rates: Rates = NO_RATES, published: str | None = None) -> Finding:
    """Return the one finding of a rule."""
    [finding] = found(rule, *links, rates=rates, published=published)
    return finding


def said(finding: Finding) -> tuple[str, str]:
    """Return the verdict of a finding and its sentence."""
    return finding.verdict, finding.message


def shown(interval: Interval | None, scale: str = "1") -> str:
    """Return an interval in thousands, millions, ... for tables."""
    if interval is None:
        return "nothing"
    ends = [None if end is None else end / Fraction(exact(scale)) for end in (interval.low, interval.high)]
    low, high = ("" if end is None else plain(end) for end in ends)
    return f"{'(' if interval.low_open else '['}{low} .. {high}{')' if interval.high_open else ']'}"


def rounded_to(value: Fraction, places: int, *, truncated: bool = False) -> tuple[Decimal, Precision]:
    """Print a true value with so many decimal places, or zeros before the point; and say how finely."""
    step = Fraction(10) ** -places
    steps = (value / step + (0 if truncated else Fraction(1, 2))).__floor__()
    digits = str(steps)
    zeros = len(digits) - len(digits.rstrip("0")) if steps else 0
    return scaled(digits, -places), Precision(scaled("1", -places), scaled("1", zeros - places))
