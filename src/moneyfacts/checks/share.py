"""Share: a figure and the percentage that it is of another.

    numerator = pct / 100 x denominator

"$1.2 million, or almost 25 percent of the $5 million": the true figures lie in [1.15, 1.25] and [4.5, 5.5] million,
so the one is 20.9% to 27.8% of the other, and "almost 25" fits. Where no whole is stated, two figures with their
percentages state it twice: "8,200 shares, or 4.1 percent, up from 6,300 shares, or 3.1 percent" leaves 197,577 to
202,481 shares by the one and 199,984 to 206,574 by the other, and those have values in common.

A fraction in words ("a third of the $9 million") is read like a percentage. Nothing is said where a figure is
negative.

Source: the definition of a percentage; the readings are those of `moneyfacts.qualifiers`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..facts import Fact
from ..findings import Finding, Verdict
from ..interval import Interval
from ..link import Link
from ..proportions import one_whole, share
from ..values import Percent, Quantity
from .judge import comparison, in_percent, judged, part, shown, unit_of
from .rule import Rule, Scene
from .wording import amount, fits, quoted

_PERCENT = Percent()
_FIT: dict[Verdict, str] = {
    "agrees": "one whole fits all",
    "strained": "one whole fits all only loosely",
    "conflicts": "no whole fits all",
}


def find(scene: Scene) -> Iterator[Finding]:
    """Yield whether each share is the percentage of its whole that the text says."""
    for link in scene.links:
        if link.relation == "share":
            finding = of_stated("share", link) if link.get("denominator") else _of_one_whole(link)
            if finding is not None:
                yield finding


def of_stated(rule: str, link: Link) -> Finding | None:
    """Return whether one figure is the percentage of another that the text says."""
    one, pct, whole = (link.get(role) for role in ("numerator", "pct", "denominator"))
    if one is None or pct is None or whole is None or not _are_alike([one, whole]):
        return None
    rate, numerator, of = in_percent(pct), one.readings, whole.readings
    if rate is None or numerator is None or of is None:
        return None
    found = judged({"numerator": numerator, "pct": rate[0], "denominator": of}, share)
    implied = found.implied["pct"]
    if implied is None or implied.low is None or implied.high is None:
        return None
    message = f"{quoted(one)} is {amount(implied, _PERCENT)} of {quoted(whole)}, {fits(found.verdict, quoted(pct))}"
    unit = Interval.point(rate[1])
    stated = {**found.stated, "pct": found.stated["pct"] / unit}
    follows = {**found.implied, "pct": implied / unit}
    return Finding(rule, found.verdict, message, shown(sorted(link.roles, key=_place), stated, follows))


def _place(role: tuple[str, Fact]) -> int:
    return role[1].start


def _of_one_whole(link: Link) -> Finding | None:
    """Return whether figures with their percentages leave a whole in common."""
    numerators, percentages = link.all("numerator"), link.all("pct")
    rates = [each for each in map(in_percent, percentages) if each is not None]
    amounts = [each for fact in numerators if (each := fact.readings) is not None]
    if len(rates) < len(percentages) or len(amounts) < len(numerators) or not _are_alike(numerators):
        return None
    typical = one_whole([each.typical for each in amounts], [rate.typical for rate, _ in rates])
    loose = one_whole([each.plausible for each in amounts], [rate.plausible for rate, _ in rates])
    verdict: Verdict = "agrees" if _in_common(typical) else "strained" if _in_common(loose) else "conflicts"
    said = "; ".join(
        f"{quoted(one)} at {quoted(pct)} is of {amount(whole, unit_of([one.value]))}"
        for one, pct, whole in zip(numerators, percentages, typical, strict=True)
        if isinstance(one.value, Quantity)
    )
    return Finding("share", verdict, f"{said}: {_FIT[verdict]}", tuple(part(role, fact) for role, fact in link.roles))


def _in_common(wholes: Sequence[Interval]) -> bool:
    """Tell whether intervals have a value in common: on a line they do where each two of them have."""
    common: Interval | None = wholes[0]
    for each in wholes[1:]:
        common = common and common.common(each)
    return common is not None


def _are_alike(facts: Sequence[Fact]) -> bool:
    """Tell whether amounts are of one thing, and none of them below zero."""
    values = [fact.value for fact in facts if isinstance(fact.value, Quantity)]
    positive = all(low is None or low >= 0 for fact in facts if (typical := fact.typical) for low in [typical.low])
    return positive and comparison(values) == "same"


SHARE = Rule("share", find)
