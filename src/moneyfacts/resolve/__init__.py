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
        loose = draft.qualifier
        facts.append(
            Fact(
                value,
                text[draft.start : draft.end],
                draft.start,
                draft.end,
                Qualifier(text[loose[0] : loose[1]], loose[2]) if loose else None,  # type: ignore[arg-type]
                draft.precision,
                found.get(index, NO_CONTEXT),
            )
        )
    return Document(text, language.locale, tuple(facts), published, home_currency)
