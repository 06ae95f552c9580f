"""The verbs of the command line that look at several texts at once: `ground` and `compare`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from moneyfacts import Grounding, Report
from test_cli import EXAMPLES, lines_of, refused, run

SOURCE = "Acme said sales rose to $4.2 billion in 2016 from $3.5 billion in 2015. Acme has 9,000 employees."
FAITHFUL = "Acme's sales rose 20% to about $4 billion."
WRONG = "Acme's sales rose to $4.9 billion in 2016."
BEYOND = "Acme's sales rose to $4.2 billion. It paid 7 euros for each."


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    found = {}
    for name, content in {"source": SOURCE, "faithful": FAITHFUL, "wrong": WRONG, "beyond": BEYOND}.items():
        found[name] = tmp_path / f"{name}.txt"
        found[name].write_text(content, encoding="utf-8")
    return found


def test_ground_shows_where_each_figure_is_from(files: dict[str, Path]) -> None:
    done = run("ground", files["faithful"], "--source", files["source"])
    assert done.exit_code == 0
    assert done.stdout.startswith(FAITHFUL)  # nothing is marked
    assert "from $3.5 billion to $4.2 billion is up 20%" in done.stdout
    assert f"{files['source']}:1" in done.stdout
    assert done.stdout.endswith("2 figures: 1 derived, 1 rounded\n")


def test_ground_exits_with_1_where_a_figure_is_contradicted(files: dict[str, Path]) -> None:
    done = run("ground", files["wrong"], "--source", files["source"])
    assert done.exit_code == 1
    assert "[$4.9 billion]" in done.stdout
    assert "the source says $4.2 billion, not $4.9 billion" in done.stdout


def test_ground_exits_with_1_where_one_is_unsupported_if_strict(files: dict[str, Path]) -> None:
    arguments = ("ground", files["beyond"], "--source", files["source"])
    assert run(*arguments).exit_code == 0
    assert run(*arguments, "--strict").exit_code == 1
    assert run(*arguments, "--strict", "--exit-zero").exit_code == 0


def test_ground_as_json_is_the_grounding(files: dict[str, Path]) -> None:
    [line] = lines_of(run("ground", files["faithful"], "--source", files["source"], "--json"))
    assert line.pop("id") == str(files["faithful"])
    assert (line.pop("published"), line.pop("locale")) == (None, "en")
    assert [figure.verdict for figure in Grounding.from_dict(line)] == ["derived", "rounded"]


def test_ground_reads_standard_input(files: dict[str, Path]) -> None:
    assert "1 derived, 1 rounded" in run("ground", "--source", files["source"], input=FAITHFUL).stdout


def test_ground_takes_sources_from_its_lines() -> None:
    german = {"text": "Acme steigerte den Umsatz 2016 auf 4,2 Milliarden Dollar.", "locale": "de"}
    lines = [
        {"id": 1, "text": WRONG, "sources": [SOURCE]},
        {"id": 2, "text": "Acme's sales were $4.2 billion.", "sources": ["Nothing.", german]},
    ]
    done = run("ground", "--jsonl", "--json", input="\n".join(map(json.dumps, lines)))
    assert done.exit_code == 1
    first, second = (Grounding.from_dict({"figures": line["figures"]}) for line in lines_of(done))
    assert [figure.verdict for figure in first] == ["contradicted", "stated"]
    assert [(figure.verdict, figure.evidence[0].source) for figure in second] == [("stated", 1)]


def test_each_source_may_have_a_locale_and_a_day_of_its_own(tmp_path: Path) -> None:
    english, german = tmp_path / "one.txt", tmp_path / "two.txt"
    english.write_text("Acme sold 12,500 pumps.", encoding="utf-8")
    german.write_text("Acme verkaufte 12.500 Pumpen für 1,5 Millionen Euro.", encoding="utf-8")
    sources = ("--source", english, "--source", german, "--source-locale", "en", "--source-locale", "de")
    done = run(
        "ground", *sources, "--source-published", "2017-01-20", input="It sold 12,500 pumps for 1.5 million euros."
    )
    assert done.stdout.endswith("2 figures: 2 stated\n")
    refused(run("ground", *sources, "--source-locale", "fr", input="5%"), "3 times for 2 sources")


def test_a_page_is_drawn_for_a_terminal(files: dict[str, Path]) -> None:
    drawn = run("ground", files["wrong"], "--source", files["source"], "--width", "100", "--color").stdout
    assert "\x1b[1;31m$4.9 billion" in drawn
    plain = run(
        "ground", files["wrong"], "--source", files["source"], "--width", "100", "--no-color", "--no-text"
    ).stdout
    assert plain.startswith("verdict")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], ["From which sources", "--source article.txt"]),
        (["--source", "missing.txt"], ["missing.txt: No such file"]),
        (["--jsonl"], ["no sources", "-:1"]),
        (["--source-locale", "english"], ["english"]),
        (["--source-published", "yesterday"], ["yesterday", "2017-01-20"]),
    ],
)
def test_ground_refuses_what_it_cannot_do(arguments: list[str], words: list[str]) -> None:
    text = '{"id": 1, "text": "Sales rose 5%."}'
    words = [word.replace("-:1", "standard input:1") for word in words]
    refused(run("ground", *arguments, input=text), *words)


def test_compare_shows_what_two_texts_tell_differently(tmp_path: Path) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text("Acme's sales were $4.2 billion in 2016.", encoding="utf-8")
    other.write_text("It was no surprise.\nAcme's sales were $4.9 billion in 2016.", encoding="utf-8")
    done = run("compare", one, other)
    assert done.exit_code == 1
    assert f"{one}:1:19 and {other}:2:19" in done.stdout
    assert "$4.2 billion in document 1, not $4.9 billion in document 2" in done.stdout
    assert run("compare", one, one).exit_code == 0
    [line] = lines_of(run("compare", one, other, "--json"))
    assert line.pop("ids") == [str(one), str(other)]
    assert [finding.verdict for finding in Report.from_dict(line)] == ["conflicts"]
    assert "conflicts" in run("compare", one, other, "--width", "90").stdout


def test_compare_without_a_fact_in_common() -> None:
    done = run("compare", EXAMPLES / "harbour-games.txt")
    assert (done.exit_code, done.stdout) == (0, "nothing to compare: no two documents tell one fact\n")


def test_the_example_shows_what_a_summary_got_wrong() -> None:
    done = run("ground", EXAMPLES / "summaries/harbour-games.txt", "--source", EXAMPLES / "harbour-games.txt")
    assert done.exit_code == 1
    assert "the source says down 12%, not up 12%" in done.stdout
    assert done.stdout.endswith("12 figures: 2 contradicted, 2 derived, 1 rounded, 7 stated\n")
