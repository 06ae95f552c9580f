"""One name for one currency within a message."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from moneyfacts import Money, check, extract
from moneyfacts.checks.naming import in_words_of
from moneyfacts.model.currencies import is_currency
from tables import rows

FOLDER = Path(__file__).parent / "linking"
CODE = re.compile(r"\b([A-Z]{3}) \d")  # with an amount: "are in two currencies, USD and GBP" tells what was read


@pytest.mark.parametrize(
    ("text", "message", "named"),
    [
        ("1.8 billion yuan", "is up CNY 200 to 400 million, which fits", "is up 200 to 400 million yuan, which fits"),
        ("1.8 billion yuan", "CNY 950,000 to 1.05 million or more", "950,000 to 1.05 million yuan or more"),
        ("1.8 billion yuan", "-CNY 3.5 million", "-3.5 million yuan"),
        ("3 million dollars", "is $3.1 million", "is 3.1 million dollars"),
        ("3 million dollars", "is A$3.1 million", "is A$3.1 million"),
        ("5 million Hong Kong dollars", "HKD 4 million", "4 million Hong Kong dollars"),
        ("25 cents", "makes $0.75 before", "makes $0.75 before"),
        ("2.50 cents", "makes $0.75 before", "makes $0.75 before"),
        ("2.50 dollars", "makes $0.75 before", "makes 0.75 dollars before"),
        ("$5 million", "makes $3 million before", "makes $3 million before"),
        ("5 million euros and EUR 3 million", "EUR 3 million is €2 million", "EUR 3 million is €2 million"),
        ("5 million yuan", "is $91.505 million", "is $91.505 million"),
    ],
)
def test_what_follows_is_named_as_the_text_names_it(text: str, message: str, named: str) -> None:
    """By the word of the text, where that is all that the text has, and names the whole unit."""
    assert in_words_of(message, extract(text).facts) == named


def test_no_message_has_a_code_beside_the_word_for_its_currency() -> None:
    """Over all tables of linking: neither the message nor the slip, where the text itself has no code."""
    seen, both = 0, []
    for path in sorted(FOLDER.glob("*.txt")):
        for row in rows(path.read_text(encoding="utf-8"), path.stem, ": "):
            document = extract(row.text, row.locale, row.published, row.home)
            for finding in check(document):
                places = {part.start for part in finding.parts}
                named = {
                    fact.value.currency
                    for fact in document.of("money")
                    if fact.start in places and (fact.value.reason or "").startswith("the word")
                }
                seen += len(named)
                said = f"{finding.message} {finding.slip or ''}"
                codes = {code for code in CODE.findall(said) if is_currency(code) and code not in row.text}
                both += [said for _ in codes & named]
    assert seen
    assert not both


def test_findings_name_it_so() -> None:
    """Every way to a message: what is derived, what conflicts, the slip that explains it, a conversion."""
    said = [
        finding.message
        for text in (
            "Revenue rose 55% to 34.3 billion yuan.",
            "Profit rose by 300 million yuan to 2.1 billion yuan from 1.8 billion yuan.",
            "It paid $90 million (400 million yuan).",
        )
        for finding in check(text, published="2019-02-22")
    ]
    assert said[0] == "up 55% to 34.3 billion yuan: 22.03 to 22.23 billion yuan before, which is not stated"
    assert "is up 200 to 400 million yuan, which fits 300 million yuan" in said[1]
    assert re.search(r"\$90 million is [\d.]+ million yuan at the ECB rates", said[2])
    assert isinstance(extract("5 yuan")[0].value, Money)
