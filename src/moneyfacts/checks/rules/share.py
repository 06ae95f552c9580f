"""Share: an amount, the whole that it is part of, and the percentage that it is of it.

    numerator = pct / 100 x denominator

"$3.1 million, or 36% of the $11.2 million budget": the true amount lies in [3.05, 3.15] million and the budget in
[11.15, 11.25] million, so the one is 27.11% to 28.25% of the other: it conflicts. Where the whole is stated in several
figures ("41% of the 520 vans and 380 trucks") they are added. A share may be said in percent, in basis points or as a
ratio ("a third"), which nobody means to the digit.

Where no whole is stated, shares may have one in common: "41 shops (26%) in the north, 63 (39%) in the south". By the
first it is 152.8 to 162.7 shops, by the second 158.2 to 164.9: they meet, and agree. With 29% in the south it would be
211.9 to 222.8, and conflict.

Amounts in different currencies are undecided; nothing is said of negative amounts, nor of unlike things.

Source: the definition of a percentage; the intervals are those of `moneyfacts.model.readings`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ...identities import shares
from ...link import Link
from ...model.findings import Finding
from ..operand import Operand, operands, pct_of
from ..quotient import quotient
from ..rule import Rule, Scene
from ..run import said
from ..verdict import comparison, in_other_currencies, judged, shared_unit
from ..wording import amount, quoted

_SO = {"agrees": "one whole", "strained": "one whole only loosely", "conflicts": "not one whole"}


def find(scene: Scene) -> Iterator[Finding]:
    """Yield whether each amount is the share that the text says."""
    for link in (*scene.links, *scene.weak):
        for each in _each(link) if link.relation == "share" else ():
            if (finding := said(each, _judge)) is not None:
                yield finding


def _each(link: Link) -> Iterator[Link]:
    """Yield each amount with its share and the whole; all of them together where no whole is stated."""
    if not link.get("denominator"):
        yield link
        return
    whole = tuple(each for each in link.roles if each[0] == "denominator")
    for numerator, pct in zip(link.all("numerator"), link.all("pct"), strict=False):
        yield replace(link, roles=(("numerator", numerator), ("pct", pct), *whole))


def _judge(link: Link) -> Finding | None:
    numerators, pcts, denominators = link.all("numerator"), link.all("pct"), link.all("denominator")
    if not numerators or len(numerators) != len(pcts):
        return None
    if denominators:
        return quotient("share", numerators[0], pcts[0], denominators)
    amounts, rates = operands("numerator", numerators), [rate for pct in pcts if (rate := pct_of(pct))]
    return _of_one(amounts, rates) if amounts is not None and 1 < len(amounts) == len(rates) else None


def _of_one(amounts: Sequence[Operand], rates: Sequence[Operand]) -> Finding | None:
    """Return whether amounts with their shares can be of one whole."""
    if any(each.is_negative for each in (*amounts, *rates)):
        return None
    values = [each.value for each in amounts]
    compared = comparison(values)
    if compared == "currencies":
        return in_other_currencies("share", amounts, rates)
    if compared == "different":
        return None
    like, told = shared_unit(values), []
    figures: dict[str, Operand] = {}
    for number, (each, pct) in enumerate(zip(amounts, rates, strict=True)):
        figures |= {f"numerator {number}": each, f"pct {number}": pct}
        whole = shares.share({"numerator": each.typical, "pct": pct.typical})["denominator"]
        told.append(f"{quoted(each.fact)} is {quoted(pct.fact)} of {amount(whole, like)}")
    found = judged(figures, shares.one_whole)
    *most, last = told
    return found.finding("share", f"{', '.join(most)}, and {last}: {_SO[found.verdict]}")


SHARE = Rule("share", find, about="An amount, what it is a share of, and the percentage.")
