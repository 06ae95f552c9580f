"""How rules are asked: each once, over one scene; and what a weak link may say."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import moneyfacts as mf
from moneyfacts.checks.run import certain, said
from moneyfacts.lang import language
from moneyfacts.link import links
from moneyfacts.model.findings import VERDICTS, Finding, Verdict

sys.path.insert(0, str(Path(__file__).parent.parent / "examples" / "olympics"))

import moneyfacts_olympics as olympics

DAY = date(2017, 1, 20)
WEAK = (
    " Revenue rose 4% to $31 million, compared with $29.8 million.",  # agrees
    " Revenue rose 4% to $31 million, compared with $21 million.",  # says nothing
    " Of the voters 43.9% chose blue, 35.4% green and 20.7% red.",  # agrees
    " Of the voters 43.9% chose blue, 38.4% green and 20.7% red.",  # says nothing
)
TEXTS = (
    "Acme will sponsor the next six Olympic Games through 2028.",
    "Sales rose 50% to $3.1 million from $2.4 million.",
    "The bridge cost 1 billion yuan ($146 million).",
    "A 12-year partnership was announced through 2028.",
    "Revenue rose 55% from a year earlier to 34.3 billion yuan, including 38.5 billion yuan from e-commerce.",
    "The board met.",
)
EVERY_RULE = (*mf.RULES, olympics.OLYMPICS)


def weak_and_sure(text: str) -> tuple[int, int]:
    tied = links(mf.extract(text, published=DAY), language("en"))
    return len(tied) - len(certain(tied)), len(certain(tied))


@pytest.mark.parametrize(
    "sentence",
    [
        *TEXTS,
        *WEAK,
        "Sales and profit rose to $14 million and $2.1 million from $12 million and $3.2 million, respectively.",
        "Sales and profit rose 5% and 20% to $21 million and $2 million from €20 million and €2 million, respectively.",
        "The fund sold 1.4 million shares at $12.50 each, raising $19.3 million.",
        "It had sales of 7.1 billion euros and an operating profit of 640 million euros, a margin of 9.6%.",
    ],
)
def test_a_finding_has_its_figures_in_the_order_of_the_text(sentence: str) -> None:
    for finding in mf.check(sentence, rules=EVERY_RULE, published=DAY, min_confidence=0):
        places = [part.start for part in finding.facts]
        assert places == sorted(places)


@pytest.mark.parametrize("sentence", WEAK)
def test_the_sentences_are_tied_loosely(sentence: str) -> None:
    """What the laws below are about: no sure link, and a weak one."""
    weak, sure = weak_and_sure(sentence)
    assert weak
    assert not sure


@given(st.lists(st.sampled_from(TEXTS), max_size=3), st.lists(st.sampled_from(WEAK), min_size=1, max_size=3))
def test_a_weak_link_behind_a_text_repeats_no_finding_and_loses_none(texts: list[str], weak: list[str]) -> None:
    """What is found of a text stays as it is, and what comes to it is of the sentences put after it."""
    text = "\n\n".join([*texts, ""])
    before = mf.check(text, rules=EVERY_RULE, published=DAY, min_confidence=0)
    after = mf.check(text + "".join(weak), rules=EVERY_RULE, published=DAY, min_confidence=0)
    inside = [each for each in after if any(part.start < len(text) for part in each.facts)]
    assert inside == list(before)
    assert max(Counter(after.findings).values(), default=1) == 1


@pytest.mark.parametrize("sentence", ["", *WEAK])
def test_each_rule_is_asked_once(sentence: str) -> None:
    """By one call, which sees the links of either kind: a rule that looks at the document alone reports once."""
    scenes: list[mf.Scene] = []

    def find(scene: mf.Scene) -> Iterator[mf.Finding]:
        scenes.append(scene)
        for fact in scene.document:
            yield mf.Finding("seen", "strained", "seen", (mf.Part("figure", fact.text, fact.start, fact.end),))

    text = TEXTS[1] + sentence
    found = mf.check(text, rules=(mf.Rule("seen", find),), published=DAY)
    assert len(scenes) == 1
    assert [part.start for each in found for part in each.facts] == [fact.start for fact in mf.extract(text)]
    weak, sure = weak_and_sure(text)
    assert (len(scenes[0].weak), len(scenes[0].links)) == (weak, sure)
    assert all(link.weak for link in scenes[0].weak)
    assert not any(link.weak for link in scenes[0].links)


@pytest.mark.parametrize("verdict", VERDICTS)
def test_what_a_weak_link_may_say(verdict: Verdict) -> None:
    """That its figures agree, whatever slip would explain why not; a sure one may say anything."""
    document = mf.extract(WEAK[0])
    [weak] = [link for link in links(document, language("en")) if link.weak][:1]

    def judge(_: object) -> Finding:
        return Finding("seen", verdict, "seen", slip="one digit is wrong")

    assert (said(weak, judge) is not None) == (verdict == "agrees")
    [sure] = certain(links(mf.extract(TEXTS[1]), language("en")))[:1]
    assert said(sure, judge) is not None


def test_olympic_games_are_counted_once() -> None:
    found = mf.check(TEXTS[0] + WEAK[0], rules=EVERY_RULE, published=DAY, min_confidence=0)
    assert [each.rule for each in found] == ["olympics", "growth"]
