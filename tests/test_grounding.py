"""Grounding: what the sources say of each figure of a claim, in cases that a careful reader judged."""

from __future__ import annotations

import itertools
from fractions import Fraction
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from grounding_cases import KINDS, VERDICTS, Case, grounding_of, load, verdict_on
from moneyfacts import extract, ground

CASES = load()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_each_figure_gets_its_verdict(case: Case) -> None:
    """A figure that is marked as missed gets another verdict, so far; one that is right now loses its mark."""
    grounding = grounding_of(case)
    wrong = {
        figure.text: found
        for figure in case.figures
        if ((found := verdict_on(figure, grounding)) == figure.verdict) == figure.missed
    }
    assert not wrong


# Laws: articles made from true values, and claims that are true of them, or wrong by a digit


class Company(NamedTuple):
    """What a generated article tells, in millions and in heads."""

    revenue: int
    before: int
    profit: int
    people: int

    @property
    def article(self) -> str:
        return (
            f"Norvale said on Thursday its revenue was ${self.revenue:,} million in 2016, "
            f"compared with ${self.before:,} million in 2015. Net profit came to ${self.profit:,} million. "
            f"The maker of pumps has {self.people:,} employees."
        )

    @property
    def values(self) -> list[Fraction]:
        """The values that the article states, and those that follow from two amounts of money."""
        money = [Fraction(each) for each in (self.revenue, self.before, self.profit)]
        pairs = list(itertools.permutations(money, 2))
        return [
            *money,
            *(Fraction(each) for each in (self.people, 2015, 2016)),
            *(one + other for one, other in pairs),
            *(abs(one - other) for one, other in pairs),
            *(100 * one / other for one, other in pairs),
            *(100 * abs(one / other - 1) for one, other in pairs),
            *(each / self.people for each in money),
        ]


COMPANIES = st.builds(
    Company, st.integers(2000, 9999), st.integers(2000, 9999), st.integers(100, 900), st.integers(11_000, 99_999)
)


def rounded(value: Fraction, places: int) -> str:
    """Return a number rounded to some decimal places, half up."""
    shown = int(value * 10**places + Fraction(1, 2))
    whole, rest = divmod(shown, 10**places)
    return f"{whole:,}.{rest:0{places}}" if places else f"{whole:,}"


def true_claims(company: Company) -> dict[str, tuple[str, str]]:
    """Return true claims with their figure, by the verdict on it."""
    growth = Fraction(company.revenue, company.before) - 1
    way = "rose" if growth > 0 else "fell"
    share = Fraction(100 * company.profit, company.revenue)
    return {
        "stated": (f"Norvale has {company.people:,} employees.", f"{company.people:,}"),
        "rounded": (
            f"Norvale's revenue was about ${rounded(Fraction(company.revenue, 1000), 1)} billion in 2016.",
            rounded(Fraction(company.revenue, 1000), 1),
        ),
        "derived": (
            f"Norvale's revenue {way} {rounded(abs(100 * growth), 1)}% in 2016.",
            rounded(abs(100 * growth), 1),
        ),
        "derived share": (
            f"Norvale's net profit was {rounded(share, 1)}% of its revenue of ${company.revenue:,} million.",
            rounded(share, 1),
        ),
    }


@given(COMPANIES)
def test_true_claims_are_supported(company: Company) -> None:
    for verdict, (claim, figure) in true_claims(company).items():
        if figure in ("0.0", "100.0"):
            continue
        [found] = [each for each in ground(claim, [company.article]) if figure in each.text]
        assert found.is_supported, claim
        if verdict == "stated":
            assert found.verdict == "stated"


@given(COMPANIES, st.sampled_from(("stated", "rounded", "derived", "derived share")), st.data())
def test_claims_with_a_digit_changed_are_not(company: Company, verdict: str, data: st.DataObject) -> None:
    """Where the figure is then farther off than its reading allows from all that the article states or implies."""
    claim, figure = true_claims(company)[verdict]
    places = [place for place, letter in enumerate(figure) if letter.isdigit()]
    place, digit = data.draw(st.sampled_from(places)), data.draw(st.sampled_from("123456789"))
    other = figure[:place] + digit + figure[place + 1 :]
    value = Fraction(other.replace(",", "")) * (1000 if verdict == "rounded" else 1)
    assume(all(abs(value - each) > value / 8 for each in company.values))
    [found] = [each for each in ground(claim.replace(figure, other), [company.article]) if other in each.text]
    assert not found.is_supported, (found.how, claim.replace(figure, other), company.article)


def test_enough_is_right() -> None:
    """There are whole summaries of which each figure is right, of every verdict and every way to follow from others."""
    right = [case for case in CASES if not any(figure.missed for figure in case.figures)]
    figures = [figure for case in right for figure in case.figures]
    assert len(right) >= 100
    assert {figure.verdict for figure in figures} == set(VERDICTS)
    assert {figure.why for figure in figures} >= {*KINDS, "noun", "direction", "period", "subject", "measure", "points"}


TEXTS = st.sampled_from([source.text for case in CASES for source in case.sources if source.locale == "en"])


@given(TEXTS, st.lists(TEXTS, max_size=3), st.randoms(use_true_random=False))
def test_any_text_is_held_against_any_others(claim: str, sources: list[str], random: Random) -> None:
    """Each figure of the claim is judged, in its place, by figures that stand where they are said to."""
    words = claim.split(" ")
    random.shuffle(words)
    claim = " ".join(words)
    grounding = ground(claim, sources)
    assert [(each.start, each.end) for each in grounding] == [(fact.start, fact.end) for fact in extract(claim)]
    for figure in grounding:
        assert claim[figure.start : figure.end] == figure.text
        assert figure.is_supported <= bool(figure.evidence)
        for each in (*figure.evidence, *([figure.nearest] if figure.nearest else [])):
            assert sources[each.source][each.start : each.end] == each.text


@pytest.mark.parametrize("item", ["{}%", "${} million and", "{} years from 2017", "from {} through 2028", "{} tonnes,"])
def test_a_list_without_end_is_read_to_its_end(item: str) -> None:
    text = " ".join(item.format(place % 97 + 2) for place in range(700))
    claim = text[:200]
    assert "stated" in {figure.verdict for figure in ground(claim, [text])}
