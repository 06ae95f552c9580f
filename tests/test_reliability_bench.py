"""What the bench that counts how reliable ties are remembers of one count in the next."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from moneyfacts.link.reliability import COMING_BACK, Counts

sys.path.insert(0, str(Path(__file__).parent.parent / "bench"))
from reliability import remembered, remembering

COUNTS = st.builds(lambda agree, false, real: Counts(agree, 0, false + real, real), *[st.integers(0, 99)] * 3)


@given(st.lists(COUNTS, min_size=1, max_size=6))
def test_what_was_mended_is_the_most_that_was_false_at_once_or_more(runs: list[Counts]) -> None:
    """A false conflict that is gone was mended: nothing that was ever false is forgotten, and none is made up."""
    held = Counts()
    for run in runs:
        held = remembering(run, held)
        assert held._replace(mended=0) == run
    falls = sum(max(0, one.false - other.false) for one, other in pairwise(runs))
    assert held.mended == falls
    assert held.wrong == held.false + COMING_BACK * falls
    assert held.false + held.mended >= max(run.false for run in runs)


def test_a_tie_that_nothing_has_any_more_keeps_what_was_mended() -> None:
    before = {"to_from": Counts(9, 0, 1), "level_above": Counts(0, 0, 2, 1), "moved_to": Counts(0, 0, 1, 1)}
    after = remembered({"to_from": Counts(9)}, before)
    assert after == {"to_from": Counts(9, mended=1), "level_above": Counts(mended=1)}
