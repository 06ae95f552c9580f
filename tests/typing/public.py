"""The types of the public face, as type checkers see them. Nothing here is run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, assert_type

import moneyfacts as mf


def documents(doc: mf.Document, kind: mf.Kind) -> None:
    assert_type(doc.of("money"), tuple[mf.Fact[mf.Money], ...])
    assert_type(doc.of("percent"), tuple[mf.Fact[mf.Percent], ...])
    assert_type(doc.of("change"), tuple[mf.Fact[mf.Change], ...])
    assert_type(doc.of("count"), tuple[mf.Fact[mf.Count], ...])
    assert_type(doc.of("ratio"), tuple[mf.Fact[mf.Ratio], ...])
    assert_type(doc.of("measurement"), tuple[mf.Fact[mf.Measurement], ...])
    assert_type(doc.of("date_span"), tuple[mf.Fact[mf.DateSpan], ...])
    assert_type(doc.of("duration"), tuple[mf.Fact[mf.Duration], ...])
    assert_type(doc.of(kind), tuple[mf.Fact[mf.Value], ...])
    assert_type(doc[0], mf.Fact[mf.Value])
    assert_type(doc[:2], tuple[mf.Fact[mf.Value], ...])
    for fact in doc:
        assert_type(fact, mf.Fact[mf.Value])
        assert_type(fact.kind, mf.Kind)
        assert_type(fact.readings, mf.Readings | None)
        if isinstance(fact.value, mf.Money):
            assert_type(fact.value.currency, str)
    for priced in doc.of("money"):
        assert_type(priced.value, mf.Money)
        assert_type(priced.value.amount, Decimal | Fraction | None)
        assert_type(meaning(priced), mf.Value)  # a fact of money is a fact
    assert_type(mf.Fact(mf.Count(amount=Decimal(5)), "5", 0, 1), mf.Fact[mf.Count])


def meaning(fact: mf.Fact) -> mf.Value:
    return fact.value


def money(price: mf.Money, share: mf.Percent) -> None:
    assert_type(price + price, mf.Money)
    assert_type(price - price, mf.Money)
    assert_type(-price, mf.Money)
    assert_type(abs(price), mf.Money)
    assert_type(price * 2, mf.Money)
    assert_type(2 * price, mf.Money)
    assert_type(price * Decimal("0.1"), mf.Money)
    assert_type(price / 2, mf.Money)
    assert_type(price / price, Fraction)
    assert_type(sum([price, price]), mf.Money | Literal[0])
    assert_type(sum([price, price], price), mf.Money)
    assert_type(share.of(price), mf.Money)
    assert_type(price.rounded(), mf.Money)
    assert_type(price.format("de"), str)
    assert_type(price.convert("EUR", on=date(2017, 1, 20)).money, mf.Money)


def verbs(text: str) -> None:
    assert_type(mf.extract(text), mf.Document)
    assert_type(mf.check(text), mf.Report)
    assert_type(mf.compare([text]), mf.Report)
    assert_type(mf.ground(text, [text]), mf.Grounding)
    assert_type(mf.parse_money(text), mf.Money)
    assert_type(mf.parse_percent(text), mf.Percent)
    assert_type(mf.parse_change(text).direction, mf.Direction)
    assert_type(mf.parse_span(text), mf.DateSpan)
    assert_type(mf.parse_number(text), Decimal)
    for finding in mf.check(text):
        assert_type(finding.verdict, mf.Verdict)
        assert_type(finding.parts[0].implied, mf.Interval | None)
    for figure in mf.ground(text, [text]):
        assert_type(figure.verdict, mf.Support)
    assert_type(mf.extract(text).to_dict(), dict[str, Any])


def find(scene: mf.Scene) -> Iterator[mf.Finding]:
    """Yield what a plug-in's rule finds: it needs no name that is not public."""
    for link in scene.links:
        assert_type(link, mf.Link)
        assert_type(link.relation, mf.Relation)
        assert_type(link.get("whole"), mf.Fact[mf.Value] | None)
        for part in link.all("part"):
            if part.qualifier is not None:
                assert_type(part.qualifier.sense, mf.Sense)
            if part.typical is not None and part.typical.overlaps(mf.Interval.point(0)):
                yield mf.Finding("nothing", "strained", f"{part.text} may be nothing")


RULE = mf.Rule("nothing", find)
