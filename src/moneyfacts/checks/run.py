"""How rules are asked, each of them once, and what a weak link may say.

A link is weak where its words alone do not make it certain that its figures belong together. Then the figures have to
say it: they agree, since an identity seldom holds to the last digit by chance. Else nothing is said. Nothing follows
from a weak link for any other figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from msgspec.structs import replace

from ..link import Link, Relation
from ..model.facts import Document
from ..model.findings import Finding
from ..rates.base import ExchangeRates
from .explain import explained
from .naming import in_words_of
from .rule import Rule, Scene

Judge = Callable[[Link], Finding | None]


def found(document: Document, links: Iterable[Link], rates: ExchangeRates, rules: Iterable[Rule]) -> list[Finding]:
    """Return what rules find in a document, in the order of its text."""
    tied = tuple(links)
    scene = Scene(document, certain(tied), rates, tuple(link for link in tied if link.weak))
    findings = [finding for rule in rules for finding in rule.find(scene)]
    return sorted(findings, key=lambda finding: min((part.start for part in finding.facts), default=0))


def certain(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return the links from which something follows, whether or not their figures agree: all but the weak ones."""
    return tuple(link for link in links if not link.weak)


def judging(judge: Judge, *relations: Relation, slips: bool = True) -> Callable[[Scene], Iterator[Finding]]:
    """Return how a rule finds things that judges each link of some relations by itself.

    `slips` says whether a conflict may be explained by one: not where nearly any other figure would satisfy the rule.
    """
    return partial(_judged, judge, relations, slips)


def _judged(judge: Judge, relations: tuple[Relation, ...], slips: bool, scene: Scene) -> Iterator[Finding]:
    for link in (*scene.links, *scene.weak):
        if link.relation in relations and (finding := said(link, judge, slips=slips)) is not None:
            yield finding


def said(link: Link, judge: Judge, *, slips: bool = True) -> Finding | None:
    """Return what a rule says of a link, None where it says nothing, or may not."""
    finding = judge(link)
    if finding is None:
        return None
    message = in_words_of(finding.message, (fact for _, fact in link.roles))
    finding = replace(finding, tie=link.tie, message=message)
    if slips:
        finding = explained(finding, link, judge)
    return finding if not link.weak or finding.verdict == "agrees" else None
