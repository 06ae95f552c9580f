"""Shapes of lines: what they match, and that the letters they need are in all that they match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moneyfacts.link.line import Item, Line
from moneyfacts.link.movement import _ALL, _WITHOUT_VERBS_FIRST
from moneyfacts.link.parts import _LISTED, _LOOSE_SHARES, _PARTS, _SHARES, _SUMS
from moneyfacts.link.restated import _BESIDE, _CONVERTED, _RATE, _REPEATED
from moneyfacts.link.shape import Shapes, needs, search, shape
from moneyfacts.link.wholes import _PAIRS

EVERY = (
    *(_ALL, _WITHOUT_VERBS_FIRST, _PARTS, _SUMS, _SHARES, _LOOSE_SHARES, _LISTED),
    *(_CONVERTED, _REPEATED, _RATE, _BESIDE, _PAIRS),
)
LETTERS = "LPRCADTtfvkqmydnueorixgahspjzbw,();:-/="


def a_line(code: str) -> Line:
    return Line(code, tuple(Item(letter) for letter in code))


@pytest.mark.parametrize("shapes", EVERY)
@given(code=st.text(st.sampled_from(LETTERS), max_size=14))
def test_a_line_that_lacks_a_letter_of_a_shape_does_not_hold_it(shapes: Shapes, code: str) -> None:
    """`of` passes over no shape that is in the line; a verb that served already once was another letter."""
    fitting = shapes.of(a_line(code.replace("u", "d")))
    for pattern in shapes.patterns:
        assert pattern in fitting or pattern.search(code) is None


@pytest.mark.parametrize("shapes", EVERY)
@given(data=st.data())
def test_what_a_shape_matches_has_all_that_it_needs(shapes: Shapes, data: st.DataObject) -> None:
    """The same, of lines that do match."""
    pattern = data.draw(st.sampled_from(shapes.patterns))
    plain = re.sub(r"\[wnheyDTpjz\]\{0,\d+\}\+", "[wnD]{0,2}", pattern.pattern)  # what hypothesis can draw from
    code = data.draw(st.from_regex(re.compile(plain), fullmatch=True, alphabet=st.sampled_from(LETTERS)))
    assert pattern in shapes.of(a_line(code.replace("u", "d")))


@given(code=st.text(st.sampled_from(LETTERS), max_size=30), most=st.integers(1, 12))
def test_the_pieces_of_a_line_make_it_up(code: str, most: int) -> None:
    pieces = list(a_line(code).pieces(most))
    assert "".join(piece.code for piece in pieces) == code
    assert all(0 < len(piece.code) == len(piece.items) <= most for piece in pieces)


@pytest.mark.parametrize(
    ("notation", "code", "places"),
    [
        ("{change} ~ t {current}", "wCwDtL", {"change": 1, "current": 5}),
        ("{change} ~~ t{~current}", "Cw,wtwL", {"change": 0, "current": 6}),
        ("{change} ~~ t{~current}", "C,w,w,tL", None),
        ("{verb} ~& t{~current}", "dwawtL", {"verb": 0, "current": 5}),
        ("{verb} ~~ t{~current}", "dwawtL", None),
        ("{verb2} t {current}", "utL", {"verb2": 0, "current": 2}),
        ("{whole} (?: a {part} )?", "LaL", {"whole": 0, "part": 2}),
    ],
)
def test_a_shape_finds_its_roles(notation: str, code: str, places: dict[str, int] | None) -> None:
    found = [each.groups for each in search(shape(notation), a_line(code))]
    assert found == ([] if places is None else [places])


@pytest.mark.parametrize(
    ("notation", "wanted"),
    [
        ("{change} ~~ t{~current}", [set("ACR"), {"t"}, set("LP")]),
        ("{change} (?: ,? [o(] {also} [,)]? | , [dn] {also2} )? t", [set("ACR"), {"t"}]),
        ("{verb2} [td,]? q? [fv]", [{"d"}, set("fv")]),
        ("{pct}(?! ,?h) [a-]*", [set("PR")]),
        ("(?: f | v ) s{0,3} x", [{"x"}]),
    ],
)
def test_what_a_shape_needs(notation: str, wanted: list[set[str]]) -> None:
    assert [set(each) for each in needs(notation)] == wanted
