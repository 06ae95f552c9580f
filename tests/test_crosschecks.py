"""Checks that hold figures of a text against each other by what they come to: laws, with an arithmetic of their own."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from moneyfacts.api import check

COUNTED = (
    ("{n:,} residents", "${p:,} per resident"),
    ("{n:,} pupils", "${p:,} a pupil"),
    ("{n:,} clinics", "${p:,} each"),
    ("{n:,} acres", "${p:,} an acre"),
    ("{n:,} hectares", "${p:,} per hectare"),
)


@given(st.sampled_from(COUNTED), st.integers(2, 9_999), st.integers(101, 9_999), st.booleans())
def test_a_total_is_so_many_times_its_price(words: tuple[str, str], n: int, p: int, turned: bool) -> None:
    """Whole counts at whole prices make their product, in either order, and not what is far beyond it."""
    many, each = (part.format(n=n, p=p) for part in words)
    for total, verdict in ((n * p, "agrees"), (97 * n * p, "conflicts")):
        first, second = f"paid ${total:,}", f"for {many}"
        text = f"Orrin bought {many} for ${total:,}, or {each}." if turned else f"Orrin {first} {second}, or {each}."
        found = [(finding.rule, finding.verdict) for finding in check(text) if finding.verdict != "undecided"]
        assert found == [("per_unit", verdict)], text


TOLD = (
    ("en", "Orrin profit up {} percent", "Orrin said its profit rose {} percent, as it sold more lamps.", "."),
    ("de", "Umsatz von Nordvik steigt um {} Prozent", "Der Umsatz von Nordvik stieg um {} Prozent, wie es hieß.", ","),
    ("es", "Nordvik compra Orrin por {} millones de euros", "Nordvik compra Orrin por {} millones de euros.", ","),
    ("fr", "Nordvik rachète Orrin pour {} millions d'euros", "Nordvik a racheté Orrin pour {} millions d'euros.", ","),
    ("zh", "北澜股份拟以{}亿元收购远屿能源", "北澜股份公告，拟以{}亿元收购远屿能源。", "."),
)


@given(st.sampled_from(TOLD), st.integers(20, 999), st.integers(20, 999))
def test_a_headline_rounds_what_it_heads(told: tuple[str, str, str, str], tenths: int, others: int) -> None:
    """A headline agrees with the figure that rounds to it, in any language; with one two units off it does not."""
    locale, headline, body, point = told
    rounded = (tenths + 5) // 10
    for each in (tenths, others):
        text = f"{headline.format(rounded)}\n\n{body.format(f'{each // 10}{point}{each % 10}')}"
        found = [finding.verdict for finding in check(text, locale=locale) if finding.rule == "repeat"]
        if abs(each - 10 * rounded) <= 5:
            assert found == ["agrees"], text
        elif rounded % 10 and abs(each - 10 * rounded) > 20:
            assert found == ["conflicts"], text


@given(st.integers(11, 999), st.integers(11, 999), st.integers(11, 999))
def test_two_movements_to_one_level_are_one(tenths: int, others: int, level: int) -> None:
    """Percentages that lead to one level agree where their prints overlap, and conflict where they lie apart."""
    one, other = (f"{each // 10}.{each % 10}%" for each in (tenths, others))
    to = f"to ${level}.5 million"
    text = f"Sales at Orrin rose {one} {to}. It hired clerks. Sales climbed {other} {to}."
    found = [(finding.rule, finding.verdict) for finding in check(text) if finding.verdict != "undecided"]
    if abs(tenths - others) <= 1:
        assert found == [("repeat", "agrees")], text
    elif abs(tenths - others) > 4:
        assert found == [("repeat", "conflicts")], text


@given(st.integers(1_000, 9_999), st.integers(30, 900))
def test_a_change_and_its_percentage_go_one_way(level: int, change: int) -> None:
    """Up by an amount is up by its percentage: with a minus before that it conflicts, whatever the figures."""
    share = round(1000 * change / (level - change)) if level > change else 0
    close, moved, pct = (f"{cents // 100}.{cents % 100:02}" for cents in (level, change, 10 * share))
    for sign, verdict in (("+", "agrees"), ("-", "conflicts")):
        text = f"Marlow closed at ${close}, up ${moved}, or {sign}{pct[:-1]} percent."
        found = [(finding.rule, finding.verdict) for finding in check(text, min_confidence=0)]
        assert not share or found == [("absolute_change", verdict)], text
