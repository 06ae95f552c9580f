"""The verbs: read a text, check it, trace it to its sources, or parse one figure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar

import msgspec

from .checks import RULES, Rule, Scene
from .currencies import is_currency
from .errors import ParseError, UnknownCurrencyError
from .facts import Document
from .findings import Finding, Report
from .grounding import Grounding
from .lang import Language, language, language_of
from .lang.cldr import UNDETERMINED
from .lang.printed import Forms, forms
from .link import links
from .rates.base import ExchangeRates
from .read import printed, whole
from .resolve import resolve
from .resolve.currency import choose
from .resolve.dates import resolved
from .retold import compared
from .scan import scan
from .text import Sentence, sentences
from .trace import grounded
from .trace.texts import Text
from .values import Change, DateSpan, Money, Percent

T = TypeVar("T")


def extract(text: str, locale: str = "en", published: date | None = None, home_currency: str | None = None) -> Document:
    """Return the facts of a text: a `Document`, which is a sequence of `Fact`.

    `locale` is a CLDR identifier, "und" where no language is known: separators are then inferred from each figure, and
    `alternatives` of its value lists what else it may amount to. `published` anchors relative dates (by default the
    text's own dateline); `home_currency`, an ISO 4217 code, decides between the candidates of "$" or "rupees". Never
    raises on any string: what cannot be read is no fact. Raises UnknownLocaleError and UnknownCurrencyError for a
    locale or code that there is not.

    >>> for fact in extract("Sales rose 5% to $3.1 million in May 2016."):
    ...     print(fact.kind, fact.text)
    change 5%
    money $3.1 million
    date_span May 2016
    >>> [fact.value.amount for fact in extract("Was 1.299,00 €, now 990,-", locale="und")]
    [Decimal('1299.00'), Decimal('990')]
    """
    return _read(text, locale, published, home_currency)[0]


def check(
    doc: Document | str,
    rates: ExchangeRates | None = None,
    rules: Sequence[Rule] = RULES,
    locale: str = "en",
    published: date | None = None,
    home_currency: str | None = None,
) -> Report:
    """Return what the figures of a document say of each other: a `Report`, which is a sequence of `Finding`.

    A text is extracted first, with `locale`, `published` and `home_currency` as `extract` has them; a document keeps
    its own. `rates` is where exchange rates come from, by default the ECB's history; `rules` are the checks to run, by
    default all (`moneyfacts.RULES`).

    >>> for finding in check("Sales rose 50% to $3.1 million from $2.4 million."):
    ...     print(finding.rule, finding.verdict)
    growth conflicts
    """
    ranges = None
    if isinstance(doc, str):
        doc, ranges = _read(doc, locale, published, home_currency)
    rates = rates or _published_rates()
    tied = links(doc, language(doc.locale), ranges)
    scene = Scene(doc, tuple(link for link in tied if not link.weak), rates)
    found = [finding for rule in rules for finding in rule.find(scene)]
    if weak := tuple(link for link in tied if link.weak):
        scene = Scene(doc, weak, rates)
        found += (finding for rule in rules for finding in rule.find(scene) if _is_believed(finding))
    return Report(tuple(sorted(found, key=lambda finding: min((part.start for part in finding.facts), default=0))))


def _is_believed(finding: Finding) -> bool:
    """Tell whether figures that the words tie loosely belong together: they agree, or one slip keeps them from it."""
    return finding.verdict == "agrees" or (finding.verdict == "conflicts" and finding.slip is not None)


def ground(
    claim: Document | str,
    sources: Iterable[Document | str],
    locale: str = "en",
    published: date | None = None,
    home_currency: str | None = None,
    rates: ExchangeRates | None = None,
) -> Grounding:
    """Return what sources say of each figure of a claim: a `Grounding`, which is a sequence of `Grounded`.

    The claim may be a summary, an answer, any text that was written from the `sources`. Each of its figures is stated,
    rounded, derived, contradicted or unsupported, with the evidence's place in its source and a sentence. Texts are
    extracted first, with `locale`, `published` and `home_currency` as `extract` has them; a document keeps its own, so
    that sources may be of several languages and days. A claim without a day has that of its sources. `rates` is where
    exchange rates come from, by default the ECB's history. Without sources every figure is unsupported. Raises
    UnknownLocaleError and UnknownCurrencyError.

    >>> source = "Acme said sales rose to $4.2 billion in 2016 from $3.5 billion in 2015. Acme has 9,000 employees."
    >>> for figure in ground("Acme's sales rose 20% to about $4 billion. Acme has 8,000 employees.", [source]):
    ...     print(figure.verdict, figure.text, "-", figure.how)
    derived 20% - from $3.5 billion to $4.2 billion is up 20%
    rounded $4 billion - about $4 billion is $4.2 billion, rounded
    contradicted 8,000 - the source says 9,000, not 8,000
    """
    texts = [_text(place, each, locale, published, home_currency) for place, each in enumerate(sources)]
    days = {text.document.published for text in texts}
    day = published or (days.pop() if len(days) == 1 else None)
    return grounded(_text(0, claim, locale, day, home_currency), texts, rates or _published_rates())


def compare(
    docs: Iterable[Document | str],
    locale: str = "en",
    published: date | None = None,
    home_currency: str | None = None,
) -> Report:
    """Return which facts several documents tell, and whether they tell them alike: a `Report` of `Finding`.

    The rule is "repeat"; the figures have the roles `first` and `again`, and `Part.document` says where each stands,
    from 0. Texts are extracted first, with `locale`, `published` and `home_currency` as `extract` has them; a document
    keeps its own. A fact is held against the first document that tells it. Two figures are one fact only where subject,
    measure (or what is counted), time, accounting basis and unit are the same: what is told as a part, a forecast, or
    for comparison is left out. Raises UnknownLocaleError and UnknownCurrencyError.

    >>> texts = "Acme's sales rose to $4.2 billion in 2016.", "Acme had sales of $4.9 billion in 2016."
    >>> for finding in compare(texts):
    ...     print(finding.verdict, "-", finding.message)
    conflicts - Acme, sales, 2016-01-01 to 2016-12-31: $4.2 billion in document 1, not $4.9 billion in document 2
    """
    return compared(_text(place, each, locale, published, home_currency) for place, each in enumerate(docs))


def _text(place: int, text: Document | str, locale: str, published: date | None, home_currency: str | None) -> Text:
    if isinstance(text, str):
        document, ranges = _read(text, locale, published, home_currency)
        return Text(place, document, language(locale), ranges)
    reading = language(text.locale)
    return Text(place, text, reading, list(sentences(text.text, reading, [fact.start for fact in text.facts])))


def parse_money(text: str, locale: str = "en", home_currency: str | None = None) -> Money:
    """Return the amount of money that `text` is, whole.

    Brackets around it are a minus, as CLDR's accounting form prints one. What the language's own reader does not know,
    or where the language has no file, is read as CLDR prints it in the locale. Raises ParseError, which shows where
    reading stopped, for anything else.

    >>> parse_money("34,3 Mrd. €", locale="de").amount
    Decimal('34300000000')
    >>> parse_money("(US$1.2bn)").to_dict()["amount"]
    '-1200000000'
    >>> money = parse_money("129.900 kr", locale="und")
    >>> money.amount, money.alternatives, money.currency
    (Decimal('129900'), (Decimal('129.900'),), 'SEK')
    """
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

    Percentages are read in all locales of CLDR, the others where the language has a file. Raises ParseError for
    anything else.

    >>> parse_percent("25 basis points")
    Percent(amount=Decimal('25'), unit='basis_point')
    """
    return _spoken_or_printed(text, locale, whole.whole_percent, printed.percent)


def parse_change(text: str, locale: str = "en") -> Change:
    """Return the change that `text` is, with the word that says which way; raises ParseError for anything else.

    >>> change = parse_change("rose 55% from a year earlier")
    >>> change.direction, change.amount, change.basis
    ('up', Decimal('55'), 'year_on_year')
    """
    return whole.whole_change(text, language(locale))


def parse_span(text: str, locale: str = "en", published: date | None = None) -> DateSpan:
    """Return the dates that `text` is, whole; raises ParseError for anything else, and for dates that cannot be known.

    >>> span = parse_span("July through September", published=date(2017, 1, 20))
    >>> print(span.start, span.end)
    2016-07-01 2016-09-30
    """
    span = resolved(whole.whole_date(text, language(locale)), published)
    if span.unresolved and not span.fiscal:
        raise ParseError(text, 0, f"a date that can be placed on the calendar: it is {span.unresolved}")
    return span


def parse_number(text: str, locale: str = "en") -> Decimal:
    """Return the number that `text` is, whole, in digits or words, with its scale; raises ParseError for anything else.

    Digits, and the scales of CLDR's compact forms, are read in all of its locales.

    >>> parse_number("34.3 billion"), parse_number("two hundred and six")
    (Decimal('34300000000'), Decimal('206'))
    """
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


def _read(
    text: str, locale: str, published: date | None, home_currency: str | None
) -> tuple[Document, Sequence[Sentence]]:
    """Return the document of a text, and its sentences, which a check would otherwise look for again."""
    reading = language(locale)
    _known(home_currency)
    drafts = scan(text, reading)
    ranges = list(sentences(text, reading, [draft.start for draft in drafts]))
    return resolve(text, drafts, reading, published, home_currency, ranges), ranges


def _published_rates() -> ExchangeRates:
    from .rates.ecb import ECB  # noqa: PLC0415 - the history is opened only when it may be used

    return ECB


def _known(currency: str | None) -> None:
    if currency is not None and not is_currency(currency):
        raise UnknownCurrencyError(f"{currency!r} is not an ISO 4217 currency; codes look like 'USD'")
