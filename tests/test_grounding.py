"""Grounding: what the sources say of each figure of a claim, in cases that a careful reader judged."""

from __future__ import annotations

import pytest

from grounding_cases import Case, grounding_of, load, verdict_on

CASES = load()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_each_figure_gets_its_verdict(case: Case) -> None:
    """A figure that is marked as missed gets another verdict, so far; one that is right now loses its mark."""
    grounding = grounding_of(case)
    wrong = {
        figure.text: found
        for figure in case.figures
        if ((found := verdict_on(figure, grounding)) == figure.verdict) == figure.missed
    }
    assert not wrong
