"""What `share` and `ratio` share: an amount, what it is measured by, and the quotient of the two in percent."""

from __future__ import annotations

from collections.abc import Sequence

from ..identities.shares import share
from ..model.facts import Fact
from ..model.findings import Finding
from ..model.values import Percent
from .operand import Term, in_other_currencies, judged, listed, pct_of, terms_of
from .verdict import comparison
from .wording import amount, fits, quoted

_PERCENT = Percent()


def quotient(rule: str, numerator: Fact, pct: Fact, denominators: Sequence[Fact]) -> Finding | None:
    """Return whether a quotient is that of its amounts, None where nothing can be said of it."""
    top, rate, wholes = Term.of("numerator", numerator), pct_of(pct), terms_of("denominator", denominators)
    if top is None or rate is None or not wholes:
        return None
    terms = [top, rate, *wholes]
    if any(term.is_negative for term in terms):
        return None
    compared = comparison(term.value for term in (top, *wholes))
    if compared == "currencies":
        return in_other_currencies(rule, (top, *wholes), terms)
    if compared == "different":
        return None
    found = judged(terms, share)
    together = " together" if len(wholes) > 1 else ""
    implied = share(*(term.typical for term in terms))[1]
    is_so = f"{quoted(top.fact)} is {amount(implied, _PERCENT)} of {listed(wholes)}{together}"
    return found.finding(rule, f"{is_so}, {fits(found.verdict, quoted(pct))}")
