"""What needs context: the figures of a scan, with dates placed, currencies chosen, and what each figure is about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..lang.language import Language
from ..model.facts import NO_CONTEXT, Document, Fact, Qualifier
from ..read.layout import Layout
from ..read.mention import Mention
from ..read.sentences import Sentence
from .context import contexts
from .currency import decide
from .dateline import dateline
from .dates import resolved


def resolve(
    laid: Layout,
    drafts: Sequence[Mention],
    language: Language,
    published: date | None,
    home_currency: str | None,
    ranges: Sequence[Sentence],
) -> Document:
    """Return the document that a scan of a text amounts to, given its day and whose money its readers use.

    `ranges` are the sentences of the drafts.
    """
    text = laid.text
    published = published or dateline(laid, drafts)
    drafts = decide(text, drafts, language, home_currency)
    spans = [None if draft.when is None else resolved(draft.when, published) for draft in drafts]
    found = contexts(text, drafts, spans, ranges, language)
    facts = []
    for index, draft in enumerate(drafts):
        value = draft.value or spans[index]
        assert value is not None
        facts.append(
            Fact(
                value,
                text[draft.start : draft.end],
                draft.start,
                draft.end,
                _qualifier(text, draft.qualifier),
                draft.precision,
                found.get(index, NO_CONTEXT),
                draft.extent,
            )
        )
    return Document(text, language.locale, tuple(facts), published, home_currency)


def _qualifier(text: str, loose: tuple[int, int, str] | None) -> Qualifier | None:
    if loose is None:
        return None
    start, end, sense = loose
    return Qualifier(text[start:end], sense, start, end)  # type: ignore[arg-type]
