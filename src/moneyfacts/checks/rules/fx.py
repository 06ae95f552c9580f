"""Conversion: an amount of money and the same amount in another currency, mostly in brackets.

    equivalent = amount x rate

"More than 1 billion yuan ($146 million)", published on 20 January 2017: the bracket restates what is printed, so 1
billion yuan exactly stands against 145.5 to 146.5 million dollars. At the ECB's rates of 19 January (7.3241 yuan and
1.0668 dollars for a euro) it is 1 billion x 1.0668 / 7.3241 = $145.66 million: it agrees. "($246 million)" conflicts.

Which rates: one that the text prints itself ("$1 = 6.88 yuan"), else those published in the 10 calendar days up to
publication, from the lowest to the highest; where the figure is of a stated period of at most a quarter, and that
ended before those days, those of the period will do as well (from 10 days before its end at the latest), and the
better verdict counts. Where no rate is published, another conversion between the same currencies beside this one
stands in for it.

* `agrees`: the amount as printed, the equivalent in its typical reading; * `strained`: the equivalent in its
plausible reading, the rates 2% further on either side (for the hour of the day, and for buying and selling), and the
amount in its plausible reading, but no more than 25% from what is printed; * `conflicts` otherwise. No date, no rates
and no pair beside it: `undecided`, and the message says which is missing.

The finding names the latest rate under which the figures agree, else the one nearest to what they imply, and shows
what each figure is by that rate. An amount of a year that ended more than two years before publication agrees or is
undecided: a line of a chronicle is converted at the rate of its day, which the text does not say. Nothing is said where
the amounts are per different things, or where one is negative.

Source: the annotation guidelines of the gold relations; the ECB's reference rates are set at 14:15 CET of each day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from ...identities.shares import conversion
from ...link import Link
from ...model.findings import VERDICTS, Finding, Verdict
from ...model.interval import Interval, nearest, plain
from ...model.values import Count, Money
from ...rates.base import SHOWN_DIGITS
from ..explain import explained
from ..fx_rates import Pair, Quote, beside, dates_beside, is_old, printed, published
from ..naming import in_words_of
from ..operand import in_order, part
from ..rule import Rule, Scene
from ..slips import Reach
from ..verdict import Judged
from ..wording import amount, fits, quoted

_BY_FIT = ("undecided", "conflicts", "strained", "agrees")
RATE_TOLERANCE = Fraction(2, 100)

_LONG_PAST = "they are of a time long past, and the day of the rate is not known"
_SPREAD = Interval(1 - RATE_TOLERANCE, 1 + RATE_TOLERANCE)


class Held(NamedTuple):
    """A pair held to the rates of a window: the verdict, the rate that is named for it, and the window."""

    verdict: Verdict
    quote: Quote
    window: Sequence[Quote]
    exactly: bool  # the figures agree under the named rate itself, not only between two of the window


def find(scene: Scene) -> Iterator[Finding]:
    """Yield whether each converted amount is what its currency was worth."""
    every = [pair for link in scene.links if (pair := Pair.of(link))]
    pairs = [pair for pair in every if not is_old(pair, scene.document.published)]
    yield from (_long_past(pair, scene) for pair in every if pair not in pairs)
    told = {frozenset((rate.base, rate.quote)): rate for link in scene.links if (rate := Pair.of(link, "rate"))}
    alike: dict[frozenset[str], list[Pair]] = defaultdict(list)
    places = []
    for pair in pairs:
        same = alike[frozenset((pair.base, pair.quote))]
        places.append((same, len(same)))
        same.append(pair)
    open_ones: dict[tuple[int, str], list[Pair]] = defaultdict(list)
    for pair, (same, place) in zip(pairs, places, strict=True):
        if (rate := told.get(frozenset((pair.base, pair.quote)))) is not None:
            yield _explained(pair, printed(rate, pair.base), "")
            continue
        windows, missing = published(pair, scene.rates, scene.document.published)
        windows = windows or beside(same, place)
        if not windows:
            open_ones[pair.amount.fact.start, pair.amount.fact.text].append(pair)
        yield _fitting(pair, scene) or _explained(pair, windows, missing)
    for first, *others in open_ones.values():
        # "20 trillion rupiah ($2.2bn; £1.1bn)": without a rate of the rupiah, the dollars and pounds
        for other in others:
            roles = (("amount", first.equivalent.fact), ("equivalent", other.equivalent.fact))
            if between := Pair.of(Link("conversion", roles, tie=first.tie)):
                found = _finding(between, *published(between, scene.rates, scene.document.published))
                if found.verdict != "conflicts":  # each restates a third, perhaps at rates of its own day
                    yield found


def _long_past(pair: Pair, scene: Scene) -> Finding:
    """Return that an amount of long ago agrees at the rates of publication, at which many newsrooms convert."""
    found = _finding(pair, *published(pair, scene.rates, scene.document.published))
    return found if found.verdict == "agrees" else _finding(pair, [], _LONG_PAST)


def _fitting(pair: Pair, scene: Scene) -> Finding | None:
    """Return that a pair agrees in another currency that its words may mean, or at the rates of a date beside it.

    "A$8.4 billion ($8.3 billion)": the second is of the United States. "In May 2010 it paid 14 billion euros ($18
    billion)": at the rates of that May. None where it agrees as it is read, or nowhere.
    """
    day = scene.document.published
    if day is None or _finding(pair, *published(pair, scene.rates, day)).verdict in ("agrees", "undecided"):
        return None
    days = (day, *dates_beside(pair, scene.document))
    sure = (fact.value.candidates for fact in scene.document.of("money"))
    known = frozenset(codes[0] for codes in sure if len(codes) == 1)
    findings = [
        _finding(other, *published(other, scene.rates, each)) for other in pair.candidates(known) for each in days
    ]
    best = max(findings, key=lambda found: _BY_FIT.index(found.verdict))
    return best if best.verdict in ("strained", "agrees") else None


def _explained(pair: Pair, windows: Sequence[Sequence[Quote]], missing: str) -> Finding:
    """Return the finding on a pair, with the slip that would explain a conflict."""

    def judge(meant: Link) -> Finding | None:
        other = Pair.of(meant)
        return other and _finding(other, windows, missing)

    link = Link("conversion", tuple((role, each.fact) for role, each in pair.operands.items()), tie=pair.tie)
    return explained(_finding(pair, windows, missing), link, judge, partial(_reach, pair, windows))


def _reach(pair: Pair, windows: Sequence[Sequence[Quote]]) -> Reach:
    """Return what each figure of a pair has to be for some rate; an amount with a qualifier counts as it is printed."""
    first, *others = (_all_of(window) for window in windows)
    rates = first
    for each in others:
        rates = rates.hull(each)
    amount, equivalent = pair.amount, pair.equivalent
    reach = {equivalent.fact.start: amount.typical * rates}
    return reach if amount.fact.qualifier else {**reach, amount.fact.start: equivalent.typical / rates}


def _finding(pair: Pair, windows: Sequence[Sequence[Quote]], missing: str) -> Finding:
    amount, equivalent = pair.amount, pair.equivalent
    if not windows:
        message = f"{quoted(amount.fact)} and {quoted(equivalent.fact)} cannot be compared: {missing}"
        parts = in_order(part(role, each.fact) for role, each in pair.operands.items())
        return Finding("fx", "undecided", message, parts, tie=pair.tie)
    held = max((_held(pair, window) for window in windows), key=lambda each: VERDICTS.index(each.verdict))
    implied = conversion({"amount": amount.typical, "rate": held.quote.range, "equivalent": equivalent.typical})
    message = _message(pair, held, implied["equivalent"])
    message = in_words_of(message, (pair.amount.fact, pair.equivalent.fact))
    return Judged(pair.operands, held.verdict, implied).finding("fx", message, rate=held.quote.used(), tie=pair.tie)


def _held(pair: Pair, window: Sequence[Quote]) -> Held:
    implied = conversion({"amount": pair.amount.typical, "equivalent": pair.equivalent.typical})["rate"]
    for quote in reversed(window):
        if quote.range.overlaps(implied):
            return Held("agrees", quote, window, True)
    rates = _all_of(window)
    nearest_quote = min(reversed(window), key=lambda quote: _gap(quote.range, implied))
    if rates.overlaps(implied):
        return Held("agrees", nearest_quote, window, False)
    strained = pair.equivalent.loose.overlaps(pair.amount.loose * rates * _SPREAD)
    return Held("strained" if strained else "conflicts", nearest_quote, window, False)


def _all_of(window: Sequence[Quote]) -> Interval:
    """Return everything from the lowest rate of a window to the highest."""
    rates = window[0].range
    for quote in window[1:]:
        rates = rates.hull(quote.range)
    return rates


def _gap(one: Interval, other: Interval) -> Fraction:
    """Return how far apart two intervals are that do not meet."""
    gaps = ((one.low, other.high), (other.low, one.high))
    return max(low - high for low, high in gaps if low is not None and high is not None)


def _message(pair: Pair, held: Held, value: Interval) -> str:
    printed, restated, origin = pair.amount.fact, pair.equivalent.fact, held.quote.told
    if held.verdict == "agrees" and not held.exactly:
        value, origin = pair.amount.typical * _all_of(held.window), f"{held.window[0].told} to {held.window[-1].day}"
    is_so = f"{printed.text} is {amount(value, Money(currency=pair.quote), SHOWN_DIGITS)} at {origin}"
    if held.exactly and restated.qualifier is None:
        return f"{is_so}, which prints as {restated.text}"
    off = _off(pair.restated, value) if held.verdict == "conflicts" else ""
    return f"{is_so}, {fits(held.verdict, quoted(restated))}{off}"


def _off(printed: Interval, value: Interval) -> str:
    """Return how far what is printed is from what it should be: ", which is 69% too high"."""
    over, under = (printed / value).low or 0, (value / printed).low or 0
    how, times = ("high", over) if over > under else ("low", under)
    if times >= 2:
        return f", which is too {how} by a factor of {amount(Interval.point(times), Count(), 2)}"
    share = times - 1 if how == "high" else 1 - 1 / Fraction(times)
    return f", which is {plain(nearest(Fraction(share * 100), digits=2))}% too {how}"


FX = Rule("fx", find, about="An amount of money and the same amount in another currency.")
