"""Ratio: a margin, an amount by what it is measured by.

    pct = numerator / denominator

"Operating profit of 640 million euros on sales of 7.1 billion euros, a margin of 9.0%": the true profit lies in [639.5,
640.5] million and the sales in [7.05, 7.15] billion, so the one is 8.944% to 9.085% of the other, and 9.0% is 8.95% to
9.05%: it agrees. A margin of 9.6% would conflict. Unlike a share it may be more than a whole: debt of 120% of equity,
or "twice" its equity.

Amounts in different currencies are undecided. Nothing is said of a negative margin, nor of unlike things.

Source: the definition of a margin; the intervals are those of `moneyfacts.model.readings`.
"""

from __future__ import annotations

from ...link import Link
from ...model.findings import Finding
from ..quotient import quotient
from ..rule import Rule
from ..run import judging


def judge(link: Link) -> Finding | None:
    """Return whether a margin is that of its amounts."""
    numerator, pct, denominator = (link.get(role) for role in ("numerator", "pct", "denominator"))
    if numerator is None or pct is None or denominator is None:
        return None
    return quotient("ratio", numerator, pct, (denominator,))


RATIO = Rule(
    "ratio", judging(judge, "ratio"), about="A margin: two amounts and the percentage that one is of the other."
)
