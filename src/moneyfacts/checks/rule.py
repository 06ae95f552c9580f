"""What a rule is: a name, and a function from a scene to findings. A rule of the caller's own is made the same way."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from ..link import Link
from ..model.facts import Document
from ..model.findings import Finding
from ..rates.base import ExchangeRates


class Scene(msgspec.Struct, frozen=True):
    """All that a rule may look at: the document, which of its figures are linked, and the exchange rates.

    `links` are those that the words make certain, `weak` the others: of these a rule should say something only where
    their figures agree, or nearly do.
    """

    document: Document
    links: tuple[Link, ...]
    rates: ExchangeRates
    weak: tuple[Link, ...] = ()


class Rule(msgspec.Struct, frozen=True):
    """One check: `find` yields a finding for each identity it can speak of; `name` is the findings' stable `rule`.

    `check` calls it once for each document. `about` says in a sentence which figures it looks at, for those who read a
    report of its findings; None for a rule that does not say.
    """

    name: str
    find: Callable[[Scene], Iterable[Finding]]
    about: str | None = None
