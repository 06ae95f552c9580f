"""The verdict on each figure of a claim: stated or rounded, else derived, else contradicted, else unsupported."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from ..checks.wording import quoted
from ..model.facts import Fact
from ..model.grounding import Evidence, Grounded, Grounding, Support
from ..model.values import Change
from ..rates.base import ExchangeRates
from .amounts import Amount, amount_of
from .contradicted import contradiction, nearest, rival
from .derive.candidates import Candidates
from .derive.conversions import currencies, units
from .derive.dates import ends, lengths
from .derive.derivation import Derivation
from .derive.growth import growth, levels, rises
from .derive.shares import portions, shares
from .derive.shares import rates as unit_rates
from .derive.sums import rests, sums
from .indexed import IndexedDocument
from .matches import ClaimFigure, Match, dates_in, matches

Derive = Callable[[Amount, Candidates], Iterator[Derivation]]


def grounded(claim: IndexedDocument, sources: Sequence[IndexedDocument], rates: ExchangeRates) -> Grounding:
    """Return what the sources say of each figure of a claim."""
    found = [_found(ClaimFigure(claim, place), sources) for place in range(len(claim.document.facts))]
    converted = partial(currencies, rates=rates, on=claim.document.published)
    return Grounding(
        tuple(
            _borne_out(ClaimFigure(claim, place), match, sources)
            if match
            else _other(ClaimFigure(claim, place), sources, found, converted)
            for place, match in enumerate(found)
        )
    )


def _found(asked: ClaimFigure, sources: Sequence[IndexedDocument]) -> Match | None:
    """Return the figure of the sources that bears out one of the claim best, None where none does."""
    amount = amount_of(asked.fact)
    found = matches(asked, amount, sources) if amount else dates_in(asked, sources)
    return max(found, key=lambda match: (match.fit == "stated", match.likeness), default=None)


def _borne_out(asked: ClaimFigure, match: Match, sources: Sequence[IndexedDocument]) -> Grounded:
    """Return the verdict on a figure that a source has, too: it is of the same thing, or of another."""
    amount = amount_of(asked.fact)
    if amount and (against := rival(asked, amount, match, sources)):
        evidence = against.text.evidence(against.fact)
        how = f"the source says {_said(against.fact)}, and {_said(asked.fact)} of something else"
        return _grounded(asked, "contradicted", how, (evidence,), evidence)
    return _stated(asked, match)


def _stated(asked: ClaimFigure, match: Match) -> Grounded:
    mine, other = quoted(asked.fact), quoted(match.fact)
    how = f"{mine} is {other}, rounded"
    if match.fit == "stated":
        how = "the source says the same" if mine == other else f"the source says {other}"
    return _grounded(asked, match.fit, how, (match.text.evidence(match.fact),))


def _other(
    asked: ClaimFigure, sources: Sequence[IndexedDocument], found: Sequence[Match | None], converted: Derive
) -> Grounded:
    """Return the verdict on a figure that no source states."""
    amount = amount_of(asked.fact)
    used = frozenset((match.text.place, match.place) for match in found if match)
    for follows in _derivations(asked, amount, sources, found, converted):
        evidences = tuple(text.evidence(fact) for text, fact in follows.facts)
        return _grounded(asked, "derived", follows.how, evidences)
    if amount and (against := contradiction(asked, amount, sources, used)):
        evidence = against.text.evidence(against.fact)
        how = f"the source says {_said(against.fact)}, not {_said(asked.fact)}"
        return _grounded(asked, "contradicted", how, (evidence,), evidence)
    beside = nearest(asked, amount, sources)
    if beside is None:
        return _grounded(asked, "unsupported", f"no source has a figure like {quoted(asked.fact)}")
    how = f"no source says {quoted(asked.fact)}; the nearest figure is {quoted(beside.fact)}"
    return _grounded(asked, "unsupported", how, (), beside.text.evidence(beside.fact))


def _derivations(
    asked: ClaimFigure,
    amount: Amount | None,
    sources: Sequence[IndexedDocument],
    found: Sequence[Match | None],
    converted: Derive,
) -> Iterator[Derivation]:
    """Yield what follows from the figures of the sources and bears out a figure of the claim, the surest first."""
    number = asked.text.sentence(asked.place)
    first, last = asked.text.sentences[max(number - 1, 0)].first, asked.text.sentences[number].last
    beside = [match for match in found[first:last] if match]
    places = [
        Candidates(asked, source, frozenset(match.place for match in beside if match.text is source))
        for source in sources
    ]
    if amount is None:
        for place in places:
            yield from ends(asked.fact, place)
        return
    of_two = (shares, growth) if amount.way is None else (growth, shares)
    for kind in (*of_two, rises, levels, portions, sums, rests, unit_rates, converted, units, lengths):
        for place in places:
            for follows in kind(amount, place):
                if follows.bears_out(amount):
                    yield follows


def _said(fact: Fact) -> str:
    """Return a figure as its text has it, and what its words leave to the sentence around it."""
    value = fact.value
    way = f"{value.direction} " if isinstance(value, Change) else ""
    per: str | None = getattr(value, "per", None)
    return f"{way}{quoted(fact)}{f' per {per}' if per and per not in fact.text else ''}"


def _grounded(
    asked: ClaimFigure, verdict: Support, how: str, evidence: tuple[Evidence, ...] = (), beside: Evidence | None = None
) -> Grounded:
    fact = asked.fact
    found = Grounded(fact.text, fact.start, fact.end, fact.kind, verdict, how, evidence, beside)
    return asked.text.layout.placed(found)
