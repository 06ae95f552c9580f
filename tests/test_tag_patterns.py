"""Patterns of tags: what they match, that the tags they need are in all that they match, and that each one ties."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moneyfacts.api import extract
from moneyfacts.lang import language
from moneyfacts.lang.tables.links import KEYS, LinksTable
from moneyfacts.link import links
from moneyfacts.link import patterns as patterns_module
from moneyfacts.link.catalogue import PATTERNS, TIES, Tie, named
from moneyfacts.link.movement_patterns import MOVEMENTS_OF_UNSPACED
from moneyfacts.link.patterns import SETS, TagPattern, TagPatterns, expression, needs
from moneyfacts.link.tags import LETTERS, NAMES, TAGS, WORDS, Item, TagSequence

EVERY = [pytest.param(listed, id=name) for name, listed in {**PATTERNS, "unspaced": MOVEMENTS_OF_UNSPACED}.items()]
ALPHABET = st.sampled_from([tag.name for tag in TAGS if tag.name != "taken"])


_DIGITS = 're.compile(r"\\d+")'  # of a date


def sequence(*names: str) -> TagSequence:
    return TagSequence("".join(LETTERS[name] for name in names), tuple(Item(name) for name in names))


def of_verbs_first(tags: TagSequence) -> TagSequence:
    """Return the sequence as it was before a verb had served: `of` is asked once, for the whole cascade."""
    return sequence(*("moved" if item.tag == "moved_before" else item.tag for item in tags.items))


@pytest.mark.parametrize("patterns", EVERY)
@given(names=st.lists(ALPHABET, max_size=14))
def test_a_sequence_that_lacks_a_tag_of_a_pattern_does_not_hold_it(patterns: TagPatterns, names: list[str]) -> None:
    """`of` passes over no pattern that is in the sequence; a verb that served already once was another tag."""
    tags = sequence(*names)
    fitting = patterns.of(of_verbs_first(tags))
    for pattern in patterns:
        assert pattern in fitting or pattern.first(tags) is None


@pytest.mark.parametrize("patterns", EVERY)
@given(data=st.data())
def test_what_a_pattern_matches_has_all_that_it_needs(patterns: TagPatterns, data: st.DataObject) -> None:
    """The same, of sequences that do match."""
    pattern = data.draw(st.sampled_from(patterns))
    neutral = expression("<neutral>").pattern
    plain = re.sub(rf"{re.escape(neutral)}\{{0,\d+\}}\+", "[wnD]{0,2}", pattern.expression.pattern)
    drawn = st.from_regex(re.compile(plain), fullmatch=True, alphabet=st.sampled_from("".join(NAMES)))
    tags = sequence(*(NAMES[letter] for letter in data.draw(drawn)))
    assert pattern in patterns.of(of_verbs_first(tags))


@given(names=st.lists(ALPHABET, max_size=30), most=st.integers(1, 12))
def test_the_pieces_of_a_sequence_make_it_up(names: list[str], most: int) -> None:
    pieces = list(sequence(*names).pieces(most))
    assert [item.tag for piece in pieces for item in piece.items] == names
    assert all(0 < len(piece.code) == len(piece.items) <= most for piece in pieces)


@pytest.mark.parametrize(
    ("notation", "tags", "places"),
    [
        ("{change} ... <to> {current}", "word relative word date to amount", {"change": 1, "current": 5}),
        ("{change} ..., <to>{* current}", "relative word , word to word amount", {"change": 0, "current": 6}),
        ("{change} ..., <to>{* current}", "relative , word , word , to amount", None),
        ("{verb} ...& <to>{* current}", "moved word and word to amount", {"verb": 0, "current": 5}),
        ("{verb} ..., <to>{* current}", "moved word and word to amount", None),
        ("{verb2} <to> {current}", "moved_before to amount", {"verb2": 0, "current": 2}),
        ("{verb2} <to> {current}", "moved to amount", None),
        ("{whole} (?: <and> {part} )?", "amount and amount", {"whole": 0, "part": 2}),
        ("{whole} <(|-|and> {part}", "amount - amount", {"whole": 0, "part": 2}),
        ("{whole} <)> ,? {part}", "amount ) , amount", {"whole": 0, "part": 3}),
        ("(?<=<date>) <and> {pct}(?!<of>)", "date and ratio", {"pct": 2}),
        ("(?<=<date>) <and> {pct}(?!<of>)", "date and ratio of", None),
        ("{numerator} @of {denominator}", "amount of word word of earlier amount", {"numerator": 0, "denominator": 6}),
    ],
)
def test_a_pattern_finds_its_roles(notation: str, tags: str, places: dict[str, int] | None) -> None:
    found = [each.groups for each in TagPattern("any", notation, "").search(sequence(*tags.split()))]
    assert found == ([] if places is None else [places])


@pytest.mark.parametrize(
    ("notation", "fault"),
    [
        ("{change} <towards> {current}", "no tag is called 'towards'"),
        ("{changes}", "no role is called 'changes'"),
        ("@all {current}", "no fragment is called 'all'"),
        ("{change} to {current}", "'to {current}' is not in the notation"),
        ("{change} ...,? {current}", r"'\.\.\.,\? {current}' is not in the notation"),
    ],
)
def test_what_is_no_notation_is_refused(notation: str, fault: str) -> None:
    """A gap with commas and a gap before a comma that may be missing look alike: the second needs its blank."""
    with pytest.raises(ValueError, match=fault):
        expression(notation)


@pytest.mark.parametrize(
    ("notation", "wanted"),
    [
        ("{change} ..., <to>{* current}", ["absolute relative ratio", "to", "amount percent"]),
        ("{change} (?: ,? <or|(> {also} <,|)>? | , <moved> {also2} )? <to>", ["absolute relative ratio", "to"]),
        ("{verb2} <to|moved|,>? <qualifier>? <from|versus>", ["moved", "from versus"]),
        ("{pct}(?! ,?<of>) <and|->*", ["percent ratio"]),
        ("(?: <from> | <versus> ) <share>{0,3} <out_of>", ["out_of"]),
        ("{pct} ... <and>{1,3} = @of", ["percent ratio", "and", "=", "of"]),
    ],
)
def test_what_a_pattern_needs(notation: str, wanted: list[str]) -> None:
    assert [{NAMES[letter] for letter in each} for each in needs(notation)] == [set(each.split()) for each in wanted]


@pytest.mark.parametrize("tie", [pytest.param(tie, id=name) for name, tie in named().items()])
def test_a_tie_ties_its_example(tie: TagPattern | Tie) -> None:
    """The sentence beside each pattern is one that this very pattern ties, whatever others are tried before it."""
    published = date.fromisoformat(tie.published) if isinstance(tie, Tie) and tie.published else None
    found = links(extract(tie.example, tie.locale, published), language(tie.locale))
    assert tie.name in [link.tie for link in found]


def test_each_tie_has_a_name_of_its_own() -> None:
    every = [pattern.name for listed in PATTERNS.values() for pattern in listed] + [tie.name for tie in TIES]
    assert len(every) == len(set(every)) == len(named())
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", name) for name in every)


def test_each_tag_has_a_name_and_a_letter_of_its_own() -> None:
    assert len(TAGS) == len(LETTERS) == len(NAMES)
    assert all(len(tag.letter) == 1 for tag in TAGS)
    assert {name for listed in SETS.values() for name in listed} <= LETTERS.keys()
    assert SETS.keys().isdisjoint(LETTERS)


def test_each_key_that_lists_ties_has_one_tag() -> None:
    """The tags of words and the keys of `[links]` are one table: no key is left without a tag, or has two."""
    keys = [key for listed in KEYS.values() for key in listed]
    assert len(keys) == len(set(keys))
    others = {"current_after", "prior_after", "wholes", "table", "margins", "losses", "fillers"}
    others |= {"judging", "adverse", "net", "inverse", "annual", "extremes"}
    assert {*keys, *others} == set(LinksTable.__struct_fields__)
    assert KEYS.keys() <= {tag.name for tag in WORDS}


@pytest.mark.parametrize("path", sorted(Path(patterns_module.__file__).parent.glob("*.py")), ids=lambda path: path.stem)
def test_only_the_table_of_tags_knows_their_letters(path: Path) -> None:
    """All others speak of tags by name: no string of one letter, and none of several that are no word."""
    constants = (node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant))
    letters = [each for each in constants if isinstance(each, str) and len(each) == 1 and each.isalpha()]
    assert bool(letters) == (path.stem == "tags")
    assert path.stem == "patterns" or "re.compile" not in path.read_text("utf-8").replace(_DIGITS, "")
