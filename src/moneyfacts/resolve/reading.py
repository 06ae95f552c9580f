"""A text read once: its facts, its sentences and its layout, as every verb begins with them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from ..lang import Language, language
from ..model.facts import Document
from ..model.findings import Finding, Part, Passage
from ..read.layout import Layout, layout
from ..read.scan import scan
from ..read.sentences import Sentence, sentences
from . import resolve
from .keys import in_sentence, key_of, sentence_of


class Reading(msgspec.Struct, frozen=True):
    """A document whose text is set plainly (see `layout`), the sentences of its facts, and the way back to its places.

    Places in `document` and `sentences` are those of the text as it is read.
    """

    document: Document
    sentences: Sequence[Sentence]
    language: Language
    layout: Layout

    def as_given(self) -> Document:
        """Return the document with its text as given, and each fact in its place there."""
        if not self.layout.places:
            return self.document
        facts = tuple(map(self.layout.fact, self.document.facts))
        return msgspec.structs.replace(self.document, text=self.layout.given, facts=facts)

    def found(self, finding: Finding) -> Finding:
        """Return a finding on the document with its sentence and its key, in places of the text as given."""
        key = key_of(finding.rule, [in_sentence(part, self.document.text, self.sentences) for part in finding.facts])
        facts = tuple(map(self.layout.placed, finding.facts))
        return msgspec.structs.replace(finding, facts=facts, sentence=self._sentence(finding.facts), key=key)

    def _sentence(self, figures: Sequence[Part]) -> Passage | None:
        """Return the sentence of some figures, or all from that of the first to that of the last; None for none."""
        held = [sentence for part in figures if (sentence := sentence_of(part, self.sentences))]
        if not held:
            return None
        start, end = min(each.start for each in held), max(each.end for each in held)
        words = self.document.text[start:end]
        start, end = end - len(words.lstrip()), start + len(words.rstrip())
        start, end = self.layout.span(start, end)
        return Passage(self.layout.given[start:end], start, end)


def read_text(text: str, locale: str, published: date | None, home_currency: str | None) -> Reading:
    """Return a text read: scanned, and resolved."""
    return read_in(text, language(locale), published, home_currency)


def read_in(text: str, reading: Language, published: date | None = None, home_currency: str | None = None) -> Reading:
    """Return a text read in a language that may be one of its own, as `moneyfacts.lang.made_of` gives it."""
    laid = layout(text)
    drafts = scan(laid.text, reading)
    found = list(sentences(laid.text, reading, [draft.start for draft in drafts]))
    return Reading(resolve(laid, drafts, reading, published, home_currency, found), found, reading, laid)


def read_document(document: Document) -> Reading:
    """Return a document read before, with its text set plainly."""
    reading, laid = language(document.locale), layout(document.text)
    if laid.places:
        facts = tuple(map(laid.fact_read, document.facts))
        document = msgspec.structs.replace(document, text=laid.text, facts=facts)
    found = list(sentences(laid.text, reading, [fact.start for fact in document.facts]))
    return Reading(document, found, reading, laid)
