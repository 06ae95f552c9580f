"""The comparison with other libraries: its labels are in the articles, and its count is right. No library is needed."""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path

import pytest

BENCH = Path(__file__).parent.parent / "bench"
sys.path.insert(0, str(BENCH))
import peers  # noqa: E402
from peers import Figure, Peer, Score  # noqa: E402

ARTICLES = {path.name: path.read_text(encoding="utf-8") for path in (BENCH.parent / "examples").glob("*.txt")}
FIVE = Figure(8, 10, Decimal(5), "USD")


@pytest.mark.parametrize("name", ARTICLES)
def test_moneyfacts_reads_every_labelled_figure_and_no_other(name: str) -> None:
    score = peers.scored(peers.PEERS[0], peers.by_paragraph(peers.moneyfacts()), {name: ARTICLES[name]})
    assert (score.exact, score.nearly, score.units, score.places) == (score.asked,) * 4
    assert (score.asked > 20, score.extra) == (True, 0)


@pytest.mark.parametrize(
    ("found", "score"),
    [
        ([FIVE], Score(1, 1, 1, 1, 1, 0)),
        ([], Score(1, 0, 0, 0, 0, 0)),
        ([Figure(8, 10, Decimal("5.000000000001"), "USD")], Score(1, 0, 1, 1, 1, 0)),
        ([Figure(8, 10, Decimal("5.1"), "USD")], Score(1, 0, 0, 0, 1, 0)),
        ([Figure(8, 10, Decimal(5), "EUR")], Score(1, 1, 1, 0, 1, 0)),
        ([Figure(7, 10, Decimal(5), "USD")], Score(1, 1, 1, 1, 0, 0)),
        ([FIVE, Figure(20, 22, Decimal(7), "USD")], Score(1, 1, 1, 1, 1, 1)),
        ([Figure(9, 10, Decimal(7), "USD"), FIVE], Score(1, 1, 1, 1, 1, 0)),
    ],
)
def test_a_figure_is_held_to_the_finding_that_shares_most_of_its_text(found: list[Figure], score: Score) -> None:
    counted = Score()
    peers.compared([FIVE], found, counted)
    assert counted == score


def test_a_reader_of_paragraphs_finds_what_it_finds_in_each_where_it_stands() -> None:
    def digits(text: str) -> list[Figure]:
        return [Figure(text.index("5"), text.index("5") + 1, Decimal(5), "")] if "5" in text else []

    text = "It has 5.\n\nNone here.\nAnd 5 more."
    assert [text[each.start : each.end] for each in peers.by_paragraph(digits)(text)] == ["5", "5"]


def test_labels_that_no_article_holds_are_refused(tmp_path: Path) -> None:
    (tmp_path / "figures.toml").write_text('"a.txt" = [{ text = "6", value = "6", unit = "" }]', encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.txt has no '6' behind character 0"):
        peers.gold("a.txt", "It has 16.", tmp_path / "figures.toml")


def test_a_library_that_fails_or_is_missing_stops_no_other(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> peers.Reader:
        raise ImportError("no such part")

    failing = (Peer("pytest", broken), Peer("surely-not-there", broken, hint="pip install it"), peers.PEERS[0])
    monkeypatch.setattr(peers, "PEERS", failing)
    monkeypatch.setattr(peers, "start_cost", lambda _: 1.0)
    peers.main(["--rounds", "1", "--markdown"])
    shown = capsys.readouterr().out.splitlines()
    assert "fails: ImportError: no such part" in shown[2]
    assert "not installed: pip install it" in shown[3]
    assert shown[4].startswith("| moneyfacts")
