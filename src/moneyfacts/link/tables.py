"""Tables of results as wires print them: "Shr 20 cts vs 15 cts. Net 1.2 mln vs 900,000. Avg shrs 6.0 mln vs 5.9 mln".

What a share earns, times the average number of shares, is the net; but dividends on preferred shares come off before
that. So the figures are tied only where one year's show that there are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ..lang.language import Language
from ..model.facts import Fact
from ..model.values import Change, Count, Money
from .relations import Link

Row = list[Fact]

_BETWEEN = 40  # characters at most between a figure and the one before it, in a row


def tables_in(text: str, start: int, facts: Sequence[Fact], language: Language) -> Iterator[Link]:
    """Yield what a share earns with how many there are and what they earn together, this year's and the last one's."""
    rows: dict[str, Row] = {}
    label, position = "", start
    for fact in facts:
        gap = text[position : fact.start].casefold()
        position = fact.end
        tokens = language.words.tokens(gap)
        if not language.links.compared.isdisjoint(tokens):
            if label and len(gap) <= _BETWEEN and len(rows[label]) == 1:
                rows[label].append(fact)
                if label == "shares":
                    yield from _columns(rows)
            continue
        label = _label(tokens, language)
        if label == "share":
            rows = {}
        if label:
            rows[label] = [fact]


def _label(tokens: Sequence[str], language: Language) -> str:
    """Return what a row is of, by the last words before its first figure; "" for other rows."""
    for place in range(len(tokens) - 1, -1, -1):
        for size in (2, 1):
            name = language.links.table.get(" ".join(tokens[max(0, place + 1 - size) : place + 1]))
            if name:
                return name
    return ""


def _columns(rows: dict[str, Row]) -> Iterator[Link]:
    """Yield the columns of a table, where one of them fits."""
    if not {"share", "net"} <= rows.keys():
        return
    columns = [
        (("price", price), ("total", _bare(total)), ("count", _bare(count)))
        for price, total, count in zip(rows["share"], rows["net"], rows["shares"], strict=False)
        if isinstance(price.value, Money | Change) and isinstance(count.value, Count)
    ]
    if any(_fits(*(fact for _, fact in column)) for column in columns):
        yield from (Link("per_unit", column, tie="table_of_results") for column in columns)


def _fits(price: Fact, total: Fact, count: Fact) -> bool:
    each, many, all_of_them = price.typical, count.typical, total.typical
    return each is not None and many is not None and all_of_them is not None and (each * many).overlaps(all_of_them)


def _bare(fact: Fact) -> Fact:
    """Return a figure without what it seems to count, which is the name of the next row."""
    return replace(fact, value=replace(fact.value, of=None)) if isinstance(fact.value, Count) else fact
