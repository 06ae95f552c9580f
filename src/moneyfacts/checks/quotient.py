"""What `share` and `ratio` share: an amount, what it is measured by, and the quotient of the two in percent."""

from __future__ import annotations

from collections.abc import Sequence

from ..identities.shares import share
from ..model.facts import Fact
from ..model.findings import Finding
from ..model.values import Percent
from .operand import Operand, listed, numbered, operands, pct_of
from .verdict import comparison, in_other_currencies, judged
from .wording import amount, fits, quoted

_PERCENT = Percent()


def quotient(rule: str, numerator: Fact, pct: Fact, denominators: Sequence[Fact]) -> Finding | None:
    """Return whether a quotient is that of its amounts, None where nothing can be said of it."""
    top, rate, wholes = Operand.of("numerator", numerator), pct_of(pct), operands("denominator", denominators)
    if top is None or rate is None or not wholes:
        return None
    if any(each.is_negative for each in (top, rate, *wholes)):
        return None
    compared = comparison(each.value for each in (top, *wholes))
    if compared == "currencies":
        return in_other_currencies(rule, (top, *wholes), (rate,))
    if compared == "different":
        return None
    found = judged({"numerator": top, "pct": rate, **numbered(wholes)}, share)
    together = " together" if len(wholes) > 1 else ""
    is_so = f"{quoted(numerator)} is {amount(found.follows('pct'), _PERCENT)} of {listed(wholes)}{together}"
    return found.finding(rule, f"{is_so}, {fits(found.verdict, quoted(pct))}")
