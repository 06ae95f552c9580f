"""What a careful reader gets from a sentence, row by row: the tables of tests/reading, in the notation of tables.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from moneyfacts import strategies
from moneyfacts.facts import Fact
from moneyfacts.lang import language
from moneyfacts.link import Link, links
from moneyfacts.values import Change, DateSpan, Duration, Money
from tables import Row, assert_reads, places, rows, shown, span, table, tables


@table(*tables("facts"))
def test_the_facts_of_a_sentence(row: Row) -> None:
    """A row lists all facts of its sentence, so what is missed fails, and so does what means nothing."""
    assert_reads(row, row.document(), shown)


@table("context")
def test_what_a_figure_is_about(row: Row) -> None:
    """Each quantity has the subject, measure, period and accounting of its row, and no other."""
    quantities = [fact for fact in row.document() if not isinstance(fact.value, DateSpan | Duration)]
    assert_reads(row, quantities, about)


@table("datelines")
def test_when_a_text_was_published(row: Row) -> None:
    published = row.document().published
    assert [("published", str(published or "none").lower())] == list(row.lines)


@table("links")
def test_which_figures_belong_together(row: Row) -> None:
    """A row lists all links of its sentence, so a tie that no words state fails."""
    document = row.document()
    found = [tied(link) for link in links(document, language(row.locale))]
    assert sorted(found) == sorted(row.lines)


def about(fact: Fact, _: str) -> str:
    context = fact.context
    period = span(context.period) if context.period else None
    parts = {"subject": context.subject, "measure": context.measure, "period": period, "accounting": context.accounting}
    return "; ".join(f"{name}: {part}" for name, part in parts.items() if part) or "nothing"


def tied(link: Link) -> tuple[str, str]:
    roles = [f"{role}: {fact.text}" for role, fact in link.roles]
    assumed = [f"{each.role} assumed {each.value}" for each in link.assumed]
    return f"{link.relation} {link.direction or ''}".strip(), "; ".join(roles + assumed)
