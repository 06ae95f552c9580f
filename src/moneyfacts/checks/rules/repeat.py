"""Repeat: one figure, and the same said again in another way.

    first = again

"Less than a quarter, or 24 percent": the true share lies in (24, 25) by the first and in [23.5, 24.5] percent by the
second, which meet: it agrees. "More than a third, or 31 percent" is a share of more than 33.3, and conflicts. A
fraction, a percentage and basis points are held to each other, and so are "350,000 tonnes" in a headline and below it.

Nothing is said of unlike things, nor of amounts in two currencies: those restate each other as conversions.

Source: the definition of an apposition; the readings are those of `moneyfacts.model.readings`.
"""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from ...identities.shares import same
from ...link import Link
from ...model.findings import Finding
from ...model.interval import Interval
from ...model.values import Percent, Quantity
from ..operand import Operand, as_printed, pct_of
from ..rule import Rule
from ..run import judging
from ..verdict import comparison, judged, unit_of
from ..wording import amount, fits, quoted

_NEARLY = Interval.around(1, Fraction(1, 20))


def judge(link: Link) -> Finding | None:
    """Return whether two figures can be one, None where they are of different things."""
    first, again = link.get("first"), link.get("again")
    if first is None or again is None:
        return None
    facts = {"first": first, "again": again}
    shares = {role: replace(share, stretch=_nearly) for role, fact in facts.items() if (share := pct_of(fact, role))}
    known = shares or {role: each for role, fact in facts.items() if (each := Operand.of(role, fact))}
    values = [each.value for each in known.values()]
    if len(known) < 2 or not (shares or comparison(values) == "same"):
        return None
    found = judged(known, same)
    told = amount(known["first"].typical, Percent() if shares else _plain(values))
    return found.finding("repeat", f"{quoted(first)} is {told}, {fits(found.verdict, quoted(again))}")


def _nearly(share: Operand) -> Interval:
    """Return a qualified fraction in a word without most of its looseness: beside it stands what it is."""
    if not share.fact.precision[0].word or share.fact.qualifier is None:
        return as_printed(share)
    middle = share.in_identity(Interval.point(share.value.amount or 0))
    return share.typical.hull(middle * _NEARLY)


def _plain(values: list[Quantity]) -> Quantity:
    return replace(unit_of(values), low=None, high=None)


REPEAT = Rule("repeat", judging(judge, "repeat"), about="One figure, said again in another way.")
