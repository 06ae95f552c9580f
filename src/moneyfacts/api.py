"""The verbs: read a text, check it, trace it to its sources, or parse one figure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

import msgspec

from . import doors
from .checks import RULES, Rule
from .checks.confidence import LEAST_CONFIDENCE, parted, with_confidence
from .checks.run import found
from .errors import ParseError, UnknownCurrencyError
from .grounding import grounded
from .grounding.compare import compared
from .grounding.indexed import IndexedDocument
from .lang import Language, language, language_of
from .lang.cldr import UNDETERMINED
from .link import links
from .model.currencies import is_currency
from .model.facts import Document
from .model.findings import Report
from .model.grounding import Grounding
from .model.values import Change, DateSpan, Money, Percent
from .rates.base import ExchangeRates
from .read import whole
from .read.cldr import parse as printed
from .read.cldr.forms import Forms, forms
from .resolve.currency import choose
from .resolve.dates import resolved
from .resolve.reading import Reading, read_document, read_text

T = TypeVar("T")


def extract(
    text: str, locale: str = "en", published: date | str | None = None, home_currency: str | None = None
) -> Document:
    """Return the facts of a text: a `Document`, which is a sequence of `Fact`.

    `locale` is a CLDR identifier, "und" where no language is known: separators are then inferred from each figure, and
    `alternatives` of its value lists what else it may amount to. `published` anchors relative dates (by default the
    text's own dateline); it is a date, a datetime or an ISO 8601 str, of which the day counts as it is written.
    `home_currency`, an ISO 4217 code, decides between the candidates of "$" or "rupees". Never raises on any string:
    what cannot be read is no fact. Raises UnknownLocaleError and UnknownCurrencyError for a locale or code that there
    is not, ValueError for a `published` that is not a day, TypeError for an argument of another type.

    >>> for fact in extract("Sales rose 5% to $3.1 million in May 2016."):
    ...     print(fact.kind, fact.text)
    change 5%
    money $3.1 million
    date_span May 2016
    >>> [fact.value.amount for fact in extract("Was 1.299,00 €, now 990,-", locale="und")]
    [Decimal('1299.00'), Decimal('990')]
    """
    doors.check_text(text)
    return _read(text, locale, published, home_currency).as_given()


def check(
    doc: Document | str,
    rates: ExchangeRates | None = None,
    rules: Sequence[Rule | str] = RULES,
    locale: str = "en",
    published: date | str | None = None,
    home_currency: str | None = None,
    min_confidence: float | Decimal | Fraction = LEAST_CONFIDENCE,  # a float is compared exactly
) -> Report:
    """Return what the figures of a document say of each other: a `Report`, which is a sequence of `Finding`.

    A text is extracted first, with `locale`, `published` and `home_currency` as `extract` has them; a document keeps
    its own. `rates` is where exchange rates come from, by default the ECB's history; `rules` are the checks to run, or
    their names ("growth"), by default all (`moneyfacts.RULES`). A conflict is reported if it is at least as credible as
    `min_confidence`, from 0 (all of them) to 1: the probability that its figures are truly wrong, which its
    `confidence` is. The others are the report's `doubtful`. Raises what `extract` does, TypeError for anything else as
    rates or rules, and ValueError for the name of no rule and for a confidence out of its range.

    >>> for finding in check("Sales rose 50% to $3.1 million from $2.4 million."):
    ...     print(finding.rule, finding.verdict)
    growth conflicts
    """
    doors.check_document(doc, "doc")
    doors.check_rates(rates)
    doors.check_reading(locale, home_currency)
    chosen = doors.rules(rules, RULES)
    least = doors.confidence(min_confidence)
    reading = _read(doc, locale, published, home_currency)
    tied = links(reading.document, reading.language, reading.sentences)
    findings = [*with_confidence(found(reading.document, tied, rates or published_rates(), chosen), reading)]
    shown, doubtful = parted(map(reading.found, findings), least)
    return Report(shown, doubtful)


def ground(
    claim: Document | str,
    sources: Iterable[Document | str] | Document | str,
    locale: str = "en",
    published: date | str | None = None,
    home_currency: str | None = None,
    rates: ExchangeRates | None = None,
) -> Grounding:
    """Return what sources say of each figure of a claim: a `Grounding`, which is a sequence of `Grounded`.

    The claim may be a summary, an answer, any text that was written from the `sources`. Each of its figures is stated,
    rounded, derived, contradicted or unsupported, with the evidence's place in its source and a sentence. Texts are
    extracted first, with `locale`, `published` and `home_currency` as `extract` has them; a document keeps its own, so
    that sources may be of several languages and days. A lone text or document is one source. A claim without a day has
    that of its sources. `rates` is where exchange rates come from, by default the ECB's history. Without sources every
    figure is unsupported. Raises what `extract` does, and TypeError for a source that is neither a text nor a document.

    >>> source = "Acme said sales rose to $4.2 billion in 2016 from $3.5 billion in 2015. Acme has 9,000 employees."
    >>> for figure in ground("Acme's sales rose 20% to about $4 billion. Acme has 8,000 employees.", [source]):
    ...     print(figure.verdict, figure.text, "-", figure.how)
    derived 20% - from $3.5 billion to $4.2 billion is up 20%
    rounded $4 billion - about $4 billion is $4.2 billion, rounded
    contradicted 8,000 - the source says 9,000, not 8,000
    """
    doors.check_document(claim, "claim")
    doors.check_rates(rates)
    doors.check_reading(locale, home_currency)
    listed, day = doors.documents(sources, "sources"), doors.day(published)
    texts = [IndexedDocument(place, _read(each, locale, day, home_currency)) for place, each in enumerate(listed)]
    days = {text.document.published for text in texts}
    day = day or (days.pop() if len(days) == 1 else None)
    return grounded(IndexedDocument(0, _read(claim, locale, day, home_currency)), texts, rates or published_rates())


def compare(
    docs: Iterable[Document | str] | Document | str,
    locale: str = "en",
    published: date | str | None = None,
    home_currency: str | None = None,
) -> Report:
    """Return which facts several documents tell, and whether they tell them alike: a `Report` of `Finding`.

    The rule is "repeat"; the figures have the roles `first` and `again`, and `Part.document` says where each stands,
    from 0. Texts are extracted first, with `locale`, `published` and `home_currency` as `extract` has them; a document
    keeps its own; a lone one is a list of one. A fact is held against the first document that tells it. Two figures are
    one fact only where subject, measure (or what is counted), time, accounting basis and unit are the same: what is
    told as a part, a forecast, or for comparison is left out. Raises what `extract` does, and TypeError for an item
    that is neither a text nor a document.

    >>> texts = "Acme's sales rose to $4.2 billion in 2016.", "Acme had sales of $4.9 billion in 2016."
    >>> for finding in compare(texts):
    ...     print(finding.verdict, "-", finding.message)
    conflicts - Acme, sales, 2016-01-01 to 2016-12-31: $4.2 billion in document 1, not $4.9 billion in document 2
    """
    doors.check_reading(locale, home_currency)
    listed, day = doors.documents(docs, "docs"), doors.day(published)
    return compared(
        IndexedDocument(place, _read(each, locale, day, home_currency)) for place, each in enumerate(listed)
    )


def parse_money(text: str, locale: str = "en", home_currency: str | None = None) -> Money:
    """Return the amount of money that `text` is, whole.

    Brackets around it are a minus, as CLDR's accounting form prints one. What the language's own reader does not know,
    or where the language has no file, is read as CLDR prints it in the locale. A range is read too, and "between" with
    it; "about $5 million" is not, for a value has no room for what loosens it. Raises ParseError, which shows where
    reading stopped, for anything else, and the errors of `extract` for the other arguments.

    >>> parse_money("34,3 Mrd. €", locale="de").amount
    Decimal('34300000000')
    >>> parse_money("(US$1.2bn)").to_dict()["amount"]
    '-1200000000'
    >>> money = parse_money("129.900 kr", locale="und")
    >>> money.amount, money.alternatives, money.currency
    (Decimal('129900'), (Decimal('129.900'),), 'SEK')
    """
    doors.check_text(text)
    doors.check_reading(locale, home_currency)
    _known(home_currency)
    money = _spoken_or_printed(text, locale, whole.whole_money, printed.money)
    reading = language_of(locale)
    candidates = money.candidates
    if reading:
        candidates = _with_those_of_the_territory(candidates, text, reading.locale)
        choice = choose(text, candidates, frozenset(), reading, home_currency)
    else:
        choice = (home_currency, "the home currency") if home_currency in candidates else None
    code, reason = choice or (money.currency, None)
    ordered = (code, *(each for each in candidates if each != code))
    because = f"{money.reason}; {reason}" if reason else money.reason
    return msgspec.structs.replace(money, currency=code, candidates=ordered, reason=because)


def parse_percent(text: str, locale: str = "en") -> Percent:
    """Return the percentage, percentage points or basis points that `text` is, whole.

    Percentages are read in all locales of CLDR, the others and ranges where the language has a file. Raises
    ParseError for anything else.

    >>> parse_percent("25 basis points")
    Percent(amount=Decimal('25'), unit='basis_point')
    """
    doors.check_text(text)
    doors.check_reading(locale)
    return _spoken_or_printed(text, locale, whole.whole_percent, printed.percent)


def parse_change(text: str, locale: str = "en") -> Change:
    """Return the change that `text` is, with the word that says which way; raises ParseError for anything else.

    Each word at either end has to be a part of it, which "sales" in "sales rose 55%" is not.

    >>> change = parse_change("rose 55% from a year earlier")
    >>> change.direction, change.amount, change.basis
    ('up', Decimal('55'), 'year_on_year')
    """
    doors.check_text(text)
    doors.check_reading(locale)
    return whole.whole_change(text, language(locale))


def parse_span(text: str, locale: str = "en", published: date | str | None = None) -> DateSpan:
    """Return the dates that `text` is, whole; raises ParseError for anything else, and for dates that cannot be known.

    A word that only leads to them may stand before: "in May 2016". `published` is as `extract` has it.

    >>> span = parse_span("July through September", published=date(2017, 1, 20))
    >>> print(span.start, span.end)
    2016-07-01 2016-09-30
    """
    doors.check_text(text)
    doors.check_reading(locale)
    span = resolved(whole.whole_date(text, language(locale)), doors.day(published))
    if span.unresolved and not span.fiscal:
        raise ParseError(text, 0, f"a date that can be placed on the calendar: it is {span.unresolved}")
    return span


def parse_number(text: str, locale: str = "en") -> Decimal:
    """Return the number that `text` is, whole, in digits or words, with its scale; raises ParseError for anything else.

    Digits, and the scales of CLDR's compact forms, are read in all of its locales.

    >>> parse_number("34.3 billion"), parse_number("two hundred and six")
    (Decimal('34300000000'), Decimal('206'))
    """
    doors.check_text(text)
    doors.check_reading(locale)
    return _spoken_or_printed(text, locale, whole.whole_number, printed.number)


def _spoken_or_printed(
    text: str, locale: str, spoken: Callable[[str, Language], T], as_printed: Callable[[str, Forms], T]
) -> T:
    """Return what a language's own reader makes of a text, or else what the printed forms of its locale do.

    Of two errors it is the one of the reading that came farther.
    """
    reading = language_of(locale)
    if reading is None:
        return as_printed(text, forms(locale))
    try:
        return spoken(text, reading)
    except ParseError as error:
        if reading.cldr.language == UNDETERMINED:
            raise
        try:
            return as_printed(text, forms(locale))
        except ParseError as other:
            farther = other if other.position > error.position else error
    raise farther


def _with_those_of_the_territory(candidates: tuple[str, ...], text: str, locale: str) -> tuple[str, ...]:
    """Return the currencies that a text may mean, and those that it is printed for in the locale: "£" in the Falklands.

    A language file has the signs of all its territories, but not every one of a small territory.
    """
    if locale.partition("_")[0] in (locale, UNDETERMINED):
        return candidates
    try:
        local = printed.money(text, forms(locale)).candidates
    except ParseError:
        return candidates
    return tuple(dict.fromkeys((*candidates, *local)))


def _read(text: Document | str, locale: str, published: date | str | None, home_currency: str | None) -> Reading:
    """Return a text read as the arguments say, or a document, which keeps its own."""
    doors.check_reading(locale, home_currency)
    day = doors.day(published)
    if isinstance(text, Document):
        return read_document(text)
    _known(home_currency)
    return read_text(text, locale, day, home_currency)


def published_rates() -> ExchangeRates:
    """Return where exchange rates come from by default: the ECB's history."""
    from .rates.ecb import ECB  # noqa: PLC0415 - the history is opened only when it may be used

    return ECB


def _known(currency: str | None) -> None:
    if currency is not None and not is_currency(currency):
        raise UnknownCurrencyError(f"{currency!r} is not an ISO 4217 currency; codes look like 'USD'")
