"""From a language file and a locale's CLDR data to look-ups by position: how a `Language` is made."""

from __future__ import annotations

from . import around, trigger
from .cldr import Cldr
from .language import Language
from .schema import LanguageFile
from .signs import Signs
from .tables import (
    ages,
    bases,
    changes,
    context,
    counts,
    currencies,
    dates,
    deals,
    lengths,
    links,
    numbers,
    per,
    percent,
    qualifiers,
    ranges,
    sentences,
    shared,
    units,
)
from .tables.units import Unit
from .tokenizer import Tokenizer, phrases, words_of


def compiled(data: LanguageFile, cldr: Cldr, signs: Signs[Unit] | None = None) -> Language:
    """Return the language of a data file, with the CLDR data of a locale of that language.

    `signs` are those that currencies have where no language is known.
    """
    words, capitals = _words(data, cldr), data.counts.capitals
    months = dates.month_names(data.dates, cldr, data.numbers, spaced=data.spaced)
    beside = units.compiled(data, cldr, words, signs)
    cues = changes.compiled(data.changes, words)
    loose = qualifiers.compiled(data.qualifiers, words)
    against = bases.compiled(data.bases, words, capitals=capitals)
    return Language(
        locale=cldr.locale,
        data=data,
        cldr=cldr,
        words=words,
        trigger=trigger.compiled(data, months, (*cldr.weekdays, *data.dates.weekdays), beside, words),
        around=around.compiled(data, cues, loose, against, beside, words),
        numbers=numbers.compiled(data.numbers, cldr, words, data.numerals),
        ranges=ranges.compiled(data.ranges),
        currencies=currencies.compiled(data.currencies),
        shared=shared.compiled(data.shared),
        percent=percent.compiled(data.percent, words),
        per=per.compiled(data.per, words),
        units=beside,
        qualifiers=loose,
        changes=cues,
        bases=against,
        dates=dates.compiled(data.dates, cldr, months, data.numbers, words),
        lengths=lengths.compiled(data.lengths, data.durations.get("quarter", ()), data.dates, data.numbers, words),
        counts=counts.compiled(data.counts, data.numbers),
        context=context.compiled(data.context, data.dates.days, words, capitals=capitals),
        links=links.compiled(data.links, cues, words),
        deals=deals.compiled(data.deals),
        ages=ages.compiled(data.ages),
        sentences=sentences.compiled(data.sentences),
    )


def _words(data: LanguageFile, cldr: Cldr) -> Tokenizer:
    """Return how the language's texts are cut into words: by all the words that its file and CLDR know."""
    known = {word for phrase in phrases(data) for word in phrase.split()}
    known -= _opened_by_numbers(data)
    if not data.spaced:
        numbers = {*data.numbers.units, *data.numbers.multipliers, *data.numbers.scales}
        named = {word for name in (*cldr.currency_names, *cldr.weekdays) for word in name.split()}
        known |= {word for word in named if not numbers.issuperset(word)}  # "오만" is Oman, and fifty thousand
        known |= {word for name in cldr.scales for word in name.split()}
    return words_of(known, spaced=data.spaced)


def _opened_by_numbers(data: LanguageFile) -> set[str]:
    """Return the words that begin like a number and are none: within a number they are no words."""
    numbers = (*data.numbers.units, *data.numbers.tens, *data.numbers.multipliers, *data.numbers.scales)
    return {word for word in data.numbers.lookalikes if word.startswith(numbers)}
