"""All ways in which figures are tied, by name: the patterns, and what ties without one.

The names are stable: each link has that of its tie, and each finding that of its link (`Finding.tie`).
"""

from __future__ import annotations

from typing import NamedTuple

from .averages import AVERAGES
from .movement_patterns import MOVEMENTS
from .parts import LISTED, LOOSE_SHARES, PARTS, SHARES, SUMS
from .patterns import TagPattern, TagPatterns
from .restated import BESIDE, CONVERTED, RATE, REPEATED
from .unstated_wholes import PAIRS

PATTERNS: dict[str, TagPatterns] = {
    "movements": MOVEMENTS,
    "parts": PARTS,
    "sums": SUMS,
    "shares": SHARES,
    "loose shares": LOOSE_SHARES,
    "percentages of all": LISTED,
    "averages": AVERAGES,
    "conversions": CONVERTED,
    "repeats": REPEATED,
    "rates": RATE,
    "levels beside others": TagPatterns((BESIDE,)),
    "shares of unstated wholes": PAIRS,
}
"""The lists of patterns, each in the order in which its patterns are tried."""


class Tie(NamedTuple):
    """A way to tie figures without a pattern: its name, what it goes by, and a text in which it ties.

    `published` is the day of the text, where that matters, and `locale` its language.
    """

    name: str
    meaning: str
    example: str
    locale: str = "en"
    published: str | None = None


TIES = (
    Tie(
        "level_in_next_sentence",
        "the level before, which one of the next sentences states alone",
        "Profit at Acme rose 20 percent to $6 million. Profit was $5 million in 2015.",
    ),
    Tie(
        "levels_after_lead",
        "the percentage of a lead, and the levels that a sentence after it moves between",
        "Sales at Acme rose 5 percent. Sales rose to $21 million from $20 million.",
    ),
    Tie(
        "share_that_fits",
        "a percentage of something, and two amounts of which it is the quotient to the digit",
        "Exports to Norland were $69 billion, just 6.6 percent of all exports of $1.045 trillion.",
    ),
    Tie(
        "product_that_fits",
        "a number of things, what one costs, and the product of the two to the digit",
        "The owners will get 23.7 million shares, worth $30.6 million, based on a closing price of $1.29.",
    ),
    Tie(
        "changes_that_fit",
        "a percentage and an amount that prove by their digits to be one change of a level",
        "The shares dropped 21.3 percent, ending down $7.19 at $26.55.",
    ),
    Tie(
        "level_that_fits",
        "a level that no word ties, where it alone completes a change and the other level to the last digit",
        "The shares rose 2.1 percent to $18.67 after closing at $18.29.",
    ),
    Tie(
        "bracket_after_full_stop",
        "an amount at the end of a sentence, and its conversion in a bracket after that",
        "It spent 4 trillion yuan. ($586 billion)",
    ),
    Tie(
        "headline_and_body",
        "a figure of the headline, and the one that says it again in the first sentences of the body",
        "Acme profit up 12 percent\n\nAcme said its profit rose 11.7 percent in 2015.",
    ),
    Tie(
        "level_said_again",
        "what two movements of one measure say of a level that both lead to",
        "Sales at Acme rose 5% to $3.1 million. It is a record. Sales climbed 9% to $3.1 million.",
    ),
    Tie(
        "price_count_total",
        "one price, one number of what it is for, and one total in a sentence, in any order",
        "The company sold 20 million shares at $25 each for $500 million.",
    ),
    Tie(
        "margin",
        "two amounts and a percentage that is named a margin",
        "A profit of $4 million on sales of $40 million is a margin of 10 percent.",
    ),
    Tie(
        "trade_balance",
        "exports, imports, and a surplus or deficit",
        "Exports of $112 billion and imports of $96 billion left a trade surplus of $16 billion.",
    ),
    Tie(
        "table_of_results",
        "the rows of a table: what a share earns, what all earn, how many there are",
        "Shr 20 cts vs 15 cts Net 1.21 mln vs 0.92 mln Avg shrs 6.02 mln vs 6.11 mln",
    ),
    Tie(
        "share_of_holding",
        "a part with its share of what somebody holds, and the holding named before",
        "甲方持有公司股份3.0亿股，占公司股份总数的40%；已质押1.8亿股，占其所持股份总数的60%。",
        "zh",
    ),
    Tie(
        "share_of_later_holding",
        "the same, where the holding is named after it",
        "甲方已质押1.8亿股，占其所持股份总数的60%；其持有公司股份3.0亿股，占公司股份总数的40%。",
        "zh",
    ),
    Tie(
        "adjective_of_dates",
        "an adjective that says how long the dates of a measure are",
        "Quarterly revenue from July through September fell.",
        published="2016-10-20",
    ),
    Tie(
        "duration_of_dates",
        "a length of time right before the dates that it lasts",
        "It grew in the five years from 2012 until 2016.",
    ),
    Tie(
        "duration_of_deal",
        "how long a new agreement lasts, and the date up to which it runs",
        "The two signed a 12-year partnership running through 2028.",
        published="2016-05-02",
    ),
    Tie(
        "duration_of_signed_deal",
        "how long an agreement lasts, the date on which it was made, and the one up to which it runs",
        "The five-year deal, signed in 2014, runs through 2018.",
    ),
    Tie(
        "age_at_death",
        "an age, and the dates of birth and death in its sentence",
        "Born in 1950, he died on May 3, 2010, aged 59.",
    ),
    Tie(
        "anniversary",
        "which anniversary it is, the date of the founding and that of the anniversary in one sentence",
        "Founded in 1912, the brewery marks its 100th anniversary in 2012.",
    ),
    Tie(
        "weekday_of_date",
        "a weekday, and the date that it stands right beside",
        "It opened on Tuesday, May 5, 2015.",
    ),
)


def named() -> dict[str, TagPattern | Tie]:
    """Return each tie by its name."""
    patterns = {pattern.name: pattern for listed in PATTERNS.values() for pattern in listed}
    return {**patterns, **{tie.name: tie for tie in TIES}}
