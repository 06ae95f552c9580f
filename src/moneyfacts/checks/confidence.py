"""How credible a conflict is: the probability that its figures are truly wrong, rather than wrongly tied.

    confidence = errors x distance / (errors x distance + false)

`errors` is how often newsrooms err in what a rule checks, `false` how often figures that are tied so, at a place with
such features, conflict because they do not belong together, and `distance` how much likelier a real error is than a
wrong tie to be off by so much. Each is a quotient of counts on real text, which stand in `link/reliability.toml`; no
weight is trained.

"Sales rose 50% to $3 million from $2.9 million": of a hundred levels that a percentage leads to in such words one or
none is of something else, and newsrooms err as often, so that the conflict is worth an editor's time. With a forecast
in between every third is of something else, and it is not.

Source: the counts, over the articles named at the head of that file; where conflicts were read, those that were found
real.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache

from msgspec.structs import replace

from ..link.features import Places
from ..link.reliability import measured
from ..model.findings import Finding
from ..model.interval import Interval, scaled
from ..resolve.reading import Reading

LEAST_CONFIDENCE = Decimal("0.5")
"""What a conflict has to have to be reported, unless a caller asks for more or less."""

SURE = Decimal("0.8")
"""What it has to have for those who want hardly any false alarm."""

MOST = Fraction(98, 100)
"""No conflict is more certain than that: nobody can know what a writer meant."""

_NEAR = Fraction(5, 4)
_THOUSANDS = tuple(Fraction(1000) ** power for power in (1, 2, 3))
_ONE = Fraction(1)


def with_confidence(findings: Iterable[Finding], reading: Reading) -> Iterator[Finding]:
    """Yield findings, each conflict that a tie led to with its confidence."""
    facts = {fact.start: fact for fact in reading.document.facts}
    places = Places(reading.document, reading.sentences, reading.language)
    for finding in findings:
        if finding.verdict != "conflicts" or finding.tie is None:
            yield finding
            continue
        figures = [facts[part.start] for part in finding.facts if part.start in facts]
        yield replace(finding, confidence=confidence(finding, places.features(figures) if figures else ()))


def parted(findings: Iterable[Finding], least: Decimal | Fraction) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return findings without the conflicts that are less credible than `least`, and these."""
    shown: list[Finding] = []
    doubtful: list[Finding] = []
    for finding in findings:
        known = finding.confidence
        (doubtful if known is not None and Fraction(known) < least else shown).append(finding)
    return tuple(shown), tuple(doubtful)


def confidence(finding: Finding, place: Iterable[str]) -> Decimal | None:
    """Return the probability that the figures of a conflict are wrong, None for a rule that was never measured.

    `place` are the features of the place where they stand.
    """
    rule = measured().rules.get(finding.rule)
    if rule is None or finding.tie is None:
        return None
    real = _errors(finding.rule) * _likelier(distance(finding))
    return _rounded(min(MOST, real / (real + rule.false_rate(finding.tie, place, _common()))))


@cache
def _errors(rule: str) -> Fraction:
    return measured().errors(rule)


@cache
def _common() -> Fraction:
    return measured().common


def distance(finding: Finding) -> str | None:
    """Return how far off a conflict is: "near" (up to a quarter), "thousands" (about 1,000 times), or "far".

    It is that of the figure which is farthest from what the others imply; None where nothing is implied.
    """
    times = [ratio for part in finding.facts if (ratio := _times(part.stated, part.implied))]
    if not times:
        return None
    farthest = max(times)
    if farthest <= _NEAR:
        return "near"
    if any(each / _NEAR <= farthest <= each * _NEAR for each in _THOUSANDS):
        return "thousands"
    return "far"


def _times(stated: Interval | None, implied: Interval | None) -> Fraction | None:
    """Return how many times the one range is the other, by their middles; None where they are of two signs."""
    middles = [middle for each in (stated, implied) if each is not None and (middle := _middle(each))]
    if len(middles) < 2 or (middles[0] < 0) != (middles[1] < 0):
        return None
    ratio = middles[0] / middles[1]
    return ratio if ratio >= 1 else 1 / ratio


def _middle(interval: Interval) -> Fraction | None:
    return None if interval.low is None or interval.high is None else (interval.low + interval.high) / 2


@cache
def _likelier(off: str | None) -> Fraction:
    """Return how much likelier a real error is to be so far off than figures that don't belong together."""
    counted = measured().off
    if off is None or off not in counted:
        return _ONE
    real, false = (sum(each[turn] + 1 for each in counted.values()) for turn in (0, 1))
    here = counted[off]
    return Fraction(here.real + 1, real) / Fraction(here.false + 1, false)


def _rounded(share: Fraction) -> Decimal:
    return scaled(str(round(share * 100)), -2)
