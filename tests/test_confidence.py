"""How credible conflicts are: the features of places, the counts, and what `check` reports."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import moneyfacts as mf
from moneyfacts.checks.confidence import MOST, confidence, distance
from moneyfacts.link.catalogue import named
from moneyfacts.link.features import FEATURES, Places
from moneyfacts.link.reliability import Counts, Reliability, measured
from moneyfacts.model.findings import Finding, Part
from moneyfacts.model.interval import Interval
from moneyfacts.resolve.reading import read_text

COMMON = Fraction(1, 200)
CONFLICT = "Sales rose 50% to $3.1 million from $2.4 million."


def features_of(text: str, *figures: str, locale: str = "en") -> frozenset[str]:
    """Return the features of the place of some figures of a text, named by their words."""
    reading = read_text(text, locale, date(2017, 1, 20), None)
    facts = [fact for fact in reading.document.facts if fact.text in figures]
    assert len(facts) == len(figures)
    return Places(reading.document, reading.sentences, reading.language).features(facts)


@pytest.mark.parametrize(
    ("text", "figures", "feature"),
    [
        ("Sales rose 5%. Sales were $4 million.", ("5%", "$4 million"), "across_sentences"),
        ("Costs of $4 million, $2 million and $9 million rose.", ("$4 million", "$9 million"), "another_between"),
        ("Sales rose 5% while costs, it said, were $4 million.", ("5%", "$4 million"), "clause_between"),
        ("Sales fell (it said) 5% to $4 million (net) in May.", ("5%", "$4 million"), None),
        ("Sales fell 5% (or so) to $4 million.", ("5%", "$4 million"), "bracket_between"),
        ("Sales rose 5% to $4 million after falling in May.", ("5%", "$4 million"), "both_ways"),
        ("Analysts had expected sales of $4 million.", ("$4 million",), "forecast"),
        (
            "Sales of $3 million in May 2015 and in June 2016 of $4 million.",
            ("$3 million", "$4 million"),
            "several_times",
        ),
        ("A reduction of 5% for $4 million of sales.", ("5%", "$4 million"), "noun"),
        ("The index rose 5% to 4,310.", ("5%", "4,310"), "bare"),
        ("In May 2015 sales were $4 million.", ("$4 million",), "dated"),
        ("Gold rose 2% to $1,310, off a peak.", ("2%", "$1,310"), "extreme"),
        ("Sales rose 5% to about $4 million.", ("5%", "$4 million"), "qualified"),
        ("Sales rose 5% to $4-5 million.", ("5%", "$4-5 million"), "range"),
        ("Sales doubled to $4.1 million.", ("doubled", "$4.1 million"), "in_words"),
        ("It earned $41 million, or 53 cents a share.", ("$41 million", "53 cents"), "one_is_per"),
        ("The rate rose to 4.5 percent from 4.1 percent.", ("4.5 percent", "4.1 percent"), "percentages"),
        ("Sales rose 5% to $31 million.", ("5%", "$31 million"), "coarse"),
    ],
)
def test_a_feature_is_told_by_what_stands_around(text: str, figures: tuple[str, ...], feature: str | None) -> None:
    found = features_of(text, *figures)
    if feature is None:
        assert "bracket_between" not in found
    else:
        assert feature in found


def test_tight_figures_have_no_features() -> None:
    assert (
        features_of("Sales rose 5.2% to $31.2 million from $29.7 million.", "5.2%", "$31.2 million", "$29.7 million")
        == set()
    )


def test_each_feature_has_a_name_of_its_own_and_a_meaning() -> None:
    names = [each.name for each in FEATURES]
    assert len({*names}) == len(names)
    assert all(each.meaning for each in FEATURES)


def test_the_counts_speak_of_ties_features_and_rules_that_there_are() -> None:
    ties, features, rules = {*named()}, {each.name for each in FEATURES}, {rule.name for rule in mf.RULES}
    assert {*measured().rules} <= rules
    for each in measured().rules.values():
        assert {*each.ties} <= ties
        assert {*each.features} <= features
        own = [counts for listed in each.own.values() for counts in listed.values()]
        assert {*each.own} <= ties
        assert {name for listed in each.own.values() for name in listed} <= features
        for counts in (each.every, *each.ties.values(), *each.features.values(), *own):
            assert min(counts) >= 0
            assert counts.real <= counts.conflict
        assert sum(counts.places for counts in each.ties.values()) <= each.every.places


_COUNTS = st.builds(
    lambda agree, strained, conflict, real: Counts(agree, strained, conflict, min(conflict, real)),
    *[st.integers(0, 10_000)] * 4,
)


@given(st.dictionaries(st.sampled_from("abc"), _COUNTS, min_size=1), st.dictionaries(st.sampled_from("xyz"), _COUNTS))
def test_a_rate_is_a_share_and_a_feature_never_makes_a_tie_more_reliable(
    ties: dict[str, Counts], features: dict[str, Counts]
) -> None:
    rates = Reliability(Counts(), ties, features)
    for tie in ("a", "unknown"):
        alone = rates.false_rate(tie, (), COMMON)
        assert 0 < alone <= 1
        assert alone <= rates.false_rate(tie, features, COMMON) <= 1


@given(_COUNTS, st.integers(1, 1000))
def test_each_false_conflict_makes_a_tie_less_reliable(counts: Counts, more: int) -> None:
    one, other = (
        Reliability(Counts(), {"a": each}, {}) for each in (counts, counts._replace(conflict=counts.conflict + more))
    )
    assert one.false_rate("a", (), COMMON) <= other.false_rate("a", (), COMMON)


def finding(
    stated: Interval, implied: Interval | None, rule: str = "growth", tie: str | None = "moved_by_to"
) -> Finding:
    return Finding(rule, "conflicts", "", (Part("pct", "5%", 0, 2, stated, implied),), tie=tie)


@pytest.mark.parametrize(
    ("stated", "implied", "off"),
    [
        (5, 6, "near"),
        (6, 5, "near"),
        (5, 5000, "thousands"),
        (5_000_000, 5, "thousands"),
        (5, 50, "far"),
        (5, -5, None),
    ],
)
def test_how_far_off_a_conflict_is(stated: int, implied: int, off: str | None) -> None:
    assert distance(finding(Interval.point(stated), Interval.point(implied))) == off


def test_a_conflict_without_ranges_is_not_far_off_and_not_near() -> None:
    assert distance(finding(Interval.point(5), None)) is None
    assert distance(finding(Interval.everything(), Interval.point(5))) is None


def test_what_was_never_measured_has_no_confidence() -> None:
    point = Interval.point(5)
    assert confidence(finding(point, point, rule="of_my_own"), ()) is None
    assert confidence(finding(point, point, tie=None), ()) is None


def test_a_confidence_is_a_probability_of_two_digits() -> None:
    for rule, each in measured().rules.items():
        for tie in each.ties:
            for features in ((), tuple(each.features)):
                found = confidence(finding(Interval.point(5), Interval.point(6), rule, tie), features)
                assert found is not None
                assert 0 <= Fraction(found) <= MOST
                assert found == round(found, 2)


def test_the_doubtful_are_kept_apart() -> None:
    """Each conflict is either among the findings or doubtful, at any threshold."""
    [conflict] = mf.check(CONFLICT, min_confidence=0)
    assert conflict.confidence is not None
    for least in (0, conflict.confidence, float(conflict.confidence) + 0.005, Fraction(1), 1):
        report = mf.check(CONFLICT, min_confidence=least)
        assert [*report, *report.doubtful] == [conflict]
        assert bool(report) == (Fraction(least) <= Fraction(conflict.confidence))


def test_only_conflicts_have_a_confidence() -> None:
    for text in ("Sales rose 5% to $3.1 million from $2.95 million.", "Sales rose 5% to $3.1 million."):
        assert [each.confidence for each in mf.check(text, min_confidence=1)] == [None]


def test_a_rule_of_the_callers_own_is_always_reported() -> None:
    rule = mf.Rule("mine", lambda _: [Finding("mine", "conflicts", "no good")])
    assert len(mf.check("no figures", rules=[rule], min_confidence=1)) == 1


@pytest.mark.parametrize("least", [-0.1, 1.1, float("nan"), float("inf"), Decimal("2"), Decimal("nan")])
def test_a_confidence_out_of_its_range_is_refused(least: float | Decimal) -> None:
    with pytest.raises(ValueError, match="min_confidence has to be from 0"):
        mf.check(CONFLICT, min_confidence=least)


@pytest.mark.parametrize("least", ["0.5", None, True])
def test_a_confidence_that_is_no_number_is_refused(least: object) -> None:
    with pytest.raises(TypeError, match="min_confidence has to be a number"):
        mf.check(CONFLICT, min_confidence=least)  # type: ignore[arg-type]
