"""Statements that are consistent by construction never conflict; with one figure wrong they do. See `generated`."""

from __future__ import annotations

from collections import Counter

import pytest

from generated import FRAMES, conflicts, statements

SIZE = 1500
LEAST_CAUGHT = 97  # of 100


@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_consistent_by_construction_never_conflicts(seed: int) -> None:
    """Not even where everything that could be a conflict is asked for."""
    false = [each.text for each in statements(seed, SIZE, wrong=False) if conflicts(each, every=True)]
    assert not false


def test_a_figure_that_no_rounding_explains_is_caught() -> None:
    """As `check` reports by default, in each relation and language together."""
    missed = [each for each in statements(3, SIZE, wrong=True) if not conflicts(each)]
    by_kind = Counter((each.relation, each.locale) for each in missed)
    assert len(missed) <= SIZE * (100 - LEAST_CAUGHT) // 100, by_kind.most_common()


def test_each_relation_is_told_in_english_and_most_in_chinese() -> None:
    assert all("en" in by_locale for by_locale in FRAMES.values())
    assert sum("zh" in by_locale for by_locale in FRAMES.values()) > len(FRAMES) // 2
