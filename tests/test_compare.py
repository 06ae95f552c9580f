"""The same fact in several documents: told alike, told differently, and the many ways to tell another."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moneyfacts import Report, compare, extract

PUBLISHED = date(2017, 1, 20)

# two documents, and the verdicts on what both tell, in their order
SAME = [
    (
        "Norvale's net profit rose 12% to $5.3 billion in 2016.",
        "Norvale had a net profit of $5.3 billion in 2016.",
        "agrees",
    ),
    (
        "Norvale's net profit rose 12% to $5.3 billion in 2016.",
        "Norvale had a net profit of $3.5 billion in 2016.",
        "conflicts",
    ),
    ("Norvale's revenue was $4.2 billion in 2016.", "In 2016 Norvale's sales were $4.17 billion.", "agrees"),
    ("Norvale's revenue was $4.2 billion in 2016.", "In 2016 Norvale's sales were $4.29 billion.", "strained"),
    ("Norvale's revenue was $4.2 billion in 2016.", "In 2016 Norvale's sales were $4.7 billion.", "conflicts"),
    ("Norvale's sales rose 8% in 2016.", "Sales of Norvale rose, it said. Norvale's sales rose 8% in 2016.", "agrees"),
    ("Norvale's sales rose 8% in 2016.", "Norvale's sales fell 8% in 2016.", "conflicts"),
    ("Norvale's sales rose 8% in 2016.", "In 2016 Norvale's sales grew by 18%.", "conflicts"),
    ("Norvale's operating margin was 9.1% in 2016.", "In 2016 Norvale had an operating margin of 19.1%.", "conflicts"),
    (
        "Norvale's revenue in the third quarter of 2016 was €310 million.",
        "Norvale's revenue was €301 million in the third quarter of 2016.",
        "conflicts",
    ),
    ("Norvale Steel has 5,200 employees.", "Norvale Steel has 5,200 employees.", "agrees"),
    ("Norvale Steel has 5,200 employees.", "Norvale Steel employs, or had, 2,500 employees.", "conflicts"),
    ("Norvale's revenue was 42亿 in 2016.", "Norvale's sales were $4.2 billion in 2016.", ""),
    ("Norvale's exports were about 40,000 tonnes.", "Norvale's exports were 40,000 tonnes.", ""),
    ("Norvale's revenue was more than $4 billion in 2016.", "Norvale's revenue was $4.2 billion in 2016.", "agrees"),
    ("Norvale's revenue was more than $4 billion in 2016.", "Norvale's revenue was $3.2 billion in 2016.", "conflicts"),
]

# two documents that tell different things: nothing is said
TRAPS = [
    ("Norvale's price was $33.83 in 2016.", "Norvale's price in 2016 was about $16.9 billion."),
    ("Norvale's revenue was $4.2 billion in 2016.", "Norvale's revenue was $1.1 billion in 2016."),
    (
        "The price of Norvale's notes due in August 2017 is 66.5 cents.",
        "The price of Norvale's notes due in August 2017 is 83 cents.",
    ),
    ("Norvale will have 544 million shares.", "Norvale sells 70 million shares."),
    ("Norvale's revenue was $4.2 billion in 2016.", "Ostmark's revenue was $4.9 billion in 2016."),
    ("Norvale's revenue was $4.2 billion in 2016.", "Norvale's revenue was $4.9 billion in 2015."),
    ("Norvale's revenue was $4.2 billion in 2016.", "Norvale's profit was $0.9 billion in 2016."),
    ("Norvale's net profit was $0.4 billion in 2016.", "Norvale's operating profit was $0.9 billion in 2016."),
    ("Norvale's revenue was $4.2 billion in 2016.", "Norvale's revenue was $1.1 billion in the third quarter of 2016."),
    ("Norvale's revenue was $4.2 billion in 2016.", "Norvale expects revenue of $4.9 billion in 2016."),
    (
        "Norvale's revenue was $4.2 billion in 2016.",
        "Analysts had forecast a revenue of Norvale of $4.9 billion in 2016.",
    ),
    ("Norvale's profit was $2.10 per share in 2016.", "Norvale's profit was $430 million in 2016."),
    ("Norvale's revenue was $4.2 billion in 2016.", "Norvale's revenue was €3.9 billion in 2016."),
    ("Norvale's sales rose 8% in 2016.", "Norvale's sales rose by $300 million in 2016."),
    ("Norvale's operating margin was 9% in 2016.", "Norvale's operating margin rose 2 percentage points in 2016."),
    ("Norvale's sales rose 8% in 2016.", "Norvale's sales rose 8% to $4.2 billion in 2016 from $3.9 billion in 2015."),
    ("Norvale's adjusted profit was $520 million in 2016.", "Norvale's profit was $430 million in 2016."),
    ("Norvale has 5,200 employees.", "Norvale has 310 stores."),
    ("Norvale Steel has 5,200 employees.", "Norvale Foods has 2,100 employees."),
    ("Norvale's revenue was $4.2 billion in 2016.", "Norvale's retail revenue was $1.9 billion in 2016."),
    ("Norvale's revenue was $4.2 billion in 2016, including $1.9 billion from shops.", "Norvale took $9 a head."),
    (
        "Norvale's revenue was $4.2 billion in 2016.",
        "Norvale's revenue in Asia, $1.4 billion, rose in 2015.",
    ),
    ("Norvale's dividend was $2 in 2016.", "Norvale's revenue was $2 billion in 2016."),
    ("Norvale lost $4.2 billion in 2016.", "Norvale was fined $4.9 billion in 2016."),
    ("Revenue was $4.2 billion in 2016.", "Revenue was $4.9 billion in 2016."),
    (
        "Norvale's revenue was $4.2 billion in 2016, and Ostmark's was $4.9 billion.",
        "Ostmark's revenue was $4.9 billion.",
    ),
    ("Norvale paid 5% interest in 2016.", "Norvale's sales rose 9% in 2016."),
    (
        "Norvale's revenue fell to $4.2 billion in 2016 from $4.9 billion.",
        "Norvale's revenue was $4.2 billion in 2014.",
    ),
    ("Norvale and Ostmark had combined revenue of $9 billion in 2016.", "Ostmark's revenue was $4.9 billion in 2016."),
    (
        "Norvale's revenue was $4.2 billion in 2016. Norvale restated it: Norvale's 2016 revenue was $4.1 billion.",
        "Norvale's revenue was $3.1 billion in 2016.",
    ),
]


def verdicts(report: Report) -> str:
    return " ".join(finding.verdict for finding in report)


@pytest.mark.parametrize(("one", "other", "expected"), SAME)
def test_one_fact_in_two_documents(one: str, other: str, expected: str) -> None:
    assert verdicts(compare([one, other], published=PUBLISHED)) == expected


@pytest.mark.parametrize(("one", "other"), TRAPS)
def test_another_fact_is_no_difference(one: str, other: str) -> None:
    report = compare([one, other], published=PUBLISHED)
    assert {finding.verdict for finding in report} <= {"agrees"}


def test_each_figure_names_its_document() -> None:
    """`Part.document` is the place among the documents, and its offsets are those of that document."""
    texts = [
        "Nothing to see.",
        "Norvale's revenue was $4.2 billion in 2016.",
        "Norvale's sales in 2016 were $4.7 billion.",
    ]
    [finding] = compare(texts, published=PUBLISHED)
    assert [(part.role, part.document) for part in finding.facts] == [("first", 1), ("again", 2)]
    assert [texts[part.document or 0][part.start : part.end] for part in finding.facts] == [
        "$4.2 billion",
        "$4.7 billion",
    ]
    assert Report.from_dict(compare(texts, published=PUBLISHED).to_dict()) == compare(texts, published=PUBLISHED)


def test_a_slip_is_named() -> None:
    [finding] = compare(["Norvale's revenue was $4.2 billion in 2016.", "In 2016 Norvale's revenue was $4.2 million."])
    assert finding.slip is not None
    assert "billion" in finding.slip


def test_several_languages() -> None:
    """Measures are compared by what they are in any language, names by their letters."""
    french = extract("Norvale a réalisé un chiffre d'affaires de 4,9 milliards de dollars en 2016.", "fr")
    assert verdicts(compare(["Norvale's revenue was $4.2 billion in 2016.", french])) == "conflicts"
    assert verdicts(compare(["Norvale's revenue was $4.9 billion in 2016.", french])) == "agrees"


SENTENCES = st.sampled_from([text for pair in (*SAME, *TRAPS) for text in pair[:2]])


@given(st.lists(SENTENCES, max_size=6).map(" ".join))
def test_a_document_agrees_with_itself(text: str) -> None:
    assert {finding.verdict for finding in compare([text, text], published=PUBLISHED)} <= {"agrees"}


@given(st.lists(SENTENCES, min_size=2, max_size=2))
def test_the_order_of_two_documents_changes_no_verdict(texts: list[str]) -> None:
    one, other = (compare(each, published=PUBLISHED) for each in (texts, texts[::-1]))
    assert sorted(finding.verdict for finding in one) == sorted(finding.verdict for finding in other)


def printed(value: Fraction, places: int) -> tuple[str, Fraction]:
    """Return a number rounded to some decimal places, and half the unit of its last one."""
    shown = round(value * 10**places)
    whole, rest = divmod(shown, 10**places)
    return f"{whole}.{rest:0{places}}" if places else f"{whole}", Fraction(1, 2 * 10**places)


@given(st.fractions(1, 900), st.integers(0, 3), st.integers(0, 3), st.fractions(-20, 20))
def test_prints_of_one_value_are_never_at_odds(value: Fraction, one: int, other: int, beyond: Fraction) -> None:
    """Rounded twice, a value agrees with itself; where no value has both prints they never do, and conflict if near."""
    first, half = printed(value, one)
    again, other_half = printed(abs(value + beyond * half), other)
    texts = [f"Norvale's revenue was ${each} million in 2016." for each in (first, again)]
    verdict = verdicts(compare(texts))
    gap = abs(Fraction(first) - Fraction(again))
    assert (verdict == "agrees") == (gap <= half + other_half)
    least = min(Fraction(first), Fraction(again))
    if least / 4 >= gap > 2 * half + 2 * other_half and least % 10:  # trailing zeros loosen more
        assert verdict in ("conflicts", "strained")
