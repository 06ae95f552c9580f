"""Which currency an ambiguous sign or word means, and why: cues in the text, then the caller's, then the locale's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

import msgspec

from ..lang.language import Language
from ..model.values import Change, Money
from ..read.mention import Mention

_MONEY = (Money, Change)


def decide(text: str, drafts: Sequence[Mention], language: Language, home: str | None) -> Sequence[Mention]:
    """Return mentions with the likeliest currency of each ambiguous figure first among its candidates, and the reason.

    In this order: another of the candidates named elsewhere in the text, and the first not; for words ("rupees") a
    place named in the text; the caller's home currency; the currency of the locale's territory.
    """
    money = [(draft, draft.value) for draft in drafts if isinstance(draft.value, _MONEY)]
    if not money:
        return drafts
    named = {value.candidates[0] for _, value in money if len(value.candidates) == 1}
    for (before, one), (draft, value) in pairwise(money):  # "A$10 million ($7.5 million)": these dollars are no A$
        if text[before.end : draft.start].strip() in ("(", "（") and len(value.candidates) > 1:
            named.difference_update(one.candidates[:1])
    notes = [pair for pair in money if not _is_coin(pair[0])]
    settled = dict(_settled(text, notes, named, language, home))
    if len(notes) < len(money):  # "50 cents to $61.20": these are the cents of those dollars
        named.update(code for draft, value in notes for code in settled.get(draft.start, value).candidates[:1])
        coins = [pair for pair in money if _is_coin(pair[0])]
        settled.update(_settled(text, coins, named, language, home))
    return [
        msgspec.structs.replace(draft, value=settled[draft.start])
        if draft.start in settled and isinstance(draft.value, _MONEY)
        else draft
        for draft in drafts
    ]


def _is_coin(draft: Mention) -> bool:
    return draft.unit is not None and draft.unit.tag == "minor"


def _settled(
    text: str,
    money: Iterable[tuple[Mention, Money | Change]],
    named: AbstractSet[str],
    language: Language,
    home: str | None,
) -> Iterator[tuple[int, Money | Change]]:
    """Yield where each figure begins whose currency is another one than seemed, with its value in that."""
    decided: dict[tuple[str, ...], tuple[str, str] | None] = {}
    for draft, value in money:
        candidates = value.candidates
        if len(candidates) < 2:
            continue
        if candidates not in decided:
            decided[candidates] = choose(text, candidates, named, language, home)
        choice = decided[candidates]
        if choice is None or (choice[0] == candidates[0] and not choice[1]):
            continue
        code, reason = choice
        ordered = (code, *(each for each in candidates if each != code))
        if isinstance(value, Money):
            said = f"{value.reason}; {reason}"
            yield draft.start, msgspec.structs.replace(value, currency=code, candidates=ordered, reason=said)
        else:
            yield draft.start, msgspec.structs.replace(value, unit=code, candidates=ordered)


def choose(
    text: str, candidates: tuple[str, ...], named: AbstractSet[str], language: Language, home: str | None
) -> tuple[str, str] | None:
    """Return the likeliest of several currencies and why, None where nothing decides; the text names those `named`."""
    elsewhere = [code for code in candidates if code in named]
    if elsewhere and candidates[0] not in elsewhere:
        return elsewhere[0], f"{elsewhere[0]} is named elsewhere in the text"
    if "USD" not in candidates:  # the dollar is written of every place on earth
        places = [
            (where, code, name)
            for name, code in language.currencies.places
            if code in candidates and (where := text.find(name)) >= 0
        ]
        if places:
            _, code, name = min(places)
            return code, f"the text speaks of {name}"
    for local, reason in ((home, "the home currency"), (language.cldr.home_currency, f"the locale {language.locale}")):
        if local in candidates:
            return local, reason
    return None
