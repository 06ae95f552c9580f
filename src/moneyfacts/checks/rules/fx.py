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
what each figure is by that rate. An amount of a year that ended more than two years before publication is undecided:
a line of a chronicle is converted at the rate of its day, which the text does not say. Nothing is said where the
amounts are per different things, or where one is negative.

Source: the annotation guidelines of the gold relations; the ECB's reference rates are set at 14:15 CET of each day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from ...link import Link
from ...model.findings import VERDICTS, Finding, Verdict
from ...model.interval import Interval, nearest, plain
from ...model.values import Count, Money
from ...rates.base import SHOWN_DIGITS
from ..explain import explained
from ..fx_rates import Pair, Quote, beside, is_old, printed, published
from ..rule import Rule, Scene
from ..slips import Reach
from ..verdict import part
from ..wording import amount, fits, quoted

RATE_TOLERANCE = Fraction(2, 100)
AMOUNT_REACH = Fraction(25, 100)

_LONG_PAST = "they are of a time long past, and the day of the rate is not known"
_SPREAD = Interval(1 - RATE_TOLERANCE, 1 + RATE_TOLERANCE)
_REACH = Interval(1 - AMOUNT_REACH, 1 + AMOUNT_REACH)


class JudgedConversion(NamedTuple):
    """The verdict on a pair, the rate that is named for it, and the rates among which it was found."""

    verdict: Verdict
    quote: Quote
    window: Sequence[Quote]
    exactly: bool  # the figures agree under the named rate itself, not only between two of the window


def find(scene: Scene) -> Iterator[Finding]:
    """Yield whether each converted amount is what its currency was worth."""
    every = [pair for link in scene.links if (pair := Pair.of(link))]
    pairs = [pair for pair in every if not is_old(pair, scene.document.published)]
    yield from (_finding(pair, [], _LONG_PAST) for pair in every if pair not in pairs)
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
            open_ones[pair.amount.start, pair.amount.text].append(pair)
        yield _explained(pair, windows, missing)
    for first, *others in open_ones.values():
        # "20 trillion rupiah ($2.2bn; £1.1bn)": without a rate of the rupiah, the dollars and pounds
        for other in others:
            roles = (("amount", first.equivalent), ("equivalent", other.equivalent))
            if between := Pair.of(Link("conversion", roles, tie=first.tie)):
                found = _finding(between, *published(between, scene.rates, scene.document.published))
                if found.verdict != "conflicts":  # each restates a third, perhaps at rates of its own day
                    yield found


def _explained(pair: Pair, windows: Sequence[Sequence[Quote]], missing: str) -> Finding:
    """Return the finding on a pair, with the slip that would explain a conflict."""

    def judge(meant: Link) -> Finding | None:
        other = Pair.of(meant)
        return other and _finding(other, windows, missing)

    link = Link("conversion", (("amount", pair.amount), ("equivalent", pair.equivalent)), tie=pair.tie)
    return explained(_finding(pair, windows, missing), link, judge, partial(_reach, pair, windows))


def _reach(pair: Pair, windows: Sequence[Sequence[Quote]]) -> Reach:
    """Return what each figure of a pair has to be for some rate; an amount with a qualifier counts as it is printed."""
    first, *others = (_all_of(window) for window in windows)
    rates = first
    for each in others:
        rates = rates.hull(each)
    reach = {pair.equivalent.start: pair.printed * rates}
    return reach if pair.amount.qualifier else {**reach, pair.amount.start: pair.typical / rates}


def _finding(pair: Pair, windows: Sequence[Sequence[Quote]], missing: str) -> Finding:
    if not windows:
        message = f"{quoted(pair.amount)} and {quoted(pair.equivalent)} cannot be compared: {missing}"
        roles = (("amount", pair.amount), ("equivalent", pair.equivalent))
        return Finding("fx", "undecided", message, tuple(part(role, fact) for role, fact in roles), tie=pair.tie)
    found = max((_judged(pair, window) for window in windows), key=lambda each: VERDICTS.index(each.verdict))
    rate = found.quote.range
    return Finding(
        "fx",
        found.verdict,
        _message(pair, found),
        (
            part("amount", pair.amount, pair.printed, pair.typical / rate),
            part("equivalent", pair.equivalent, pair.typical, pair.printed * rate),
        ),
        found.quote.used(),
        tie=pair.tie,
    )


def _judged(pair: Pair, window: Sequence[Quote]) -> JudgedConversion:
    implied = pair.typical / pair.printed
    for quote in reversed(window):
        if quote.range.overlaps(implied):
            return JudgedConversion("agrees", quote, window, True)
    rates = _all_of(window)
    nearest_quote = min(reversed(window), key=lambda quote: _gap(quote.range, implied))
    if rates.overlaps(implied):
        return JudgedConversion("agrees", nearest_quote, window, False)
    loose = pair.amount.plausible
    loose = loose and loose.intersection(pair.printed * _REACH)
    amounts = loose.hull(pair.printed) if loose else pair.printed
    strained = pair.plausible.overlaps(amounts * rates * _SPREAD)
    return JudgedConversion("strained" if strained else "conflicts", nearest_quote, window, False)


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


def _message(pair: Pair, found: JudgedConversion) -> str:
    rates, origin = found.quote.range, found.quote.told
    if found.verdict == "agrees" and not found.exactly:
        rates, origin = _all_of(found.window), f"{found.window[0].told} to {found.window[-1].day}"
    value = pair.printed * rates
    is_so = f"{pair.amount.text} is {amount(value, Money(currency=pair.quote), SHOWN_DIGITS)} at {origin}"
    if found.exactly and pair.equivalent.qualifier is None:
        return f"{is_so}, which prints as {pair.equivalent.text}"
    off = _off(pair.restated, value) if found.verdict == "conflicts" else ""
    return f"{is_so}, {fits(found.verdict, quoted(pair.equivalent))}{off}"


def _off(printed: Interval, value: Interval) -> str:
    """Return how far what is printed is from what it should be: ", which is 69% too high"."""
    over, under = (printed / value).low or 0, (value / printed).low or 0
    how, times = ("high", over) if over > under else ("low", under)
    if times >= 2:
        return f", which is too {how} by a factor of {amount(Interval.point(times), Count(), 2)}"
    share = times - 1 if how == "high" else 1 - 1 / Fraction(times)
    return f", which is {plain(nearest(Fraction(share * 100), digits=2))}% too {how}"


FX = Rule("fx", find)
