"""What an editor's desk asks of `check`: rules by name, what was accepted, formats of code checkers, when to fail."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moneyfacts import Finding, Report, check, extract, strategies
from moneyfacts.checks.confidence import SURE
from moneyfacts.report.github import github_command
from moneyfacts.report.located import File, Located
from moneyfacts.report.places import Places
from moneyfacts.report.totals import Totals
from test_cli import CONFLICTING, SILENT, lines_of, refused, run

STRAINED = "Sales rose 23% to $3.1 million from $2.4 million."
UNDECIDED = "Costs rose 5% to $3.1 million."
AN_EMOJI = "😀 Sales rose 50%\r\nto $3.1 million from $2.4 million."


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two articles in the folder that commands run in."""
    monkeypatch.chdir(tmp_path)
    Path("one.txt").write_text(f"The board met.\n\n{CONFLICTING}\n", encoding="utf-8")
    Path("two.txt").write_text(f"{STRAINED}\n{UNDECIDED}\n", encoding="utf-8")
    return tmp_path


def verdicts(*arguments: str) -> list[str]:
    found = lines_of(run("check", "--json", *arguments))
    return [finding["verdict"] for line in found for finding in line["findings"]]


def test_the_texts_of_these_tests_are_what_they_are_called() -> None:
    for text, verdict in ((CONFLICTING, "conflicts"), (STRAINED, "strained"), (UNDECIDED, "undecided")):
        assert [finding.verdict for finding in check(text)] == [verdict]


# Places


@given(st.text("a\r\né😀", max_size=30), st.data())
def test_a_place_is_where_an_editor_counts_it(text: str, data: st.DataObject) -> None:
    """As many lines as line ends before it, and as many characters since the last."""
    offset = data.draw(st.integers(0, len(text)))
    line, column = Places(text).of(offset)
    before = text[:offset].split("\n")
    assert (line, column) == (len(before), len(before[-1]) + 1)


def test_json_has_lines_and_columns(news: Path) -> None:
    """Beside each `start`: of figures, of findings and their sentences; `from_dict` passes over them."""
    (news / "odd.txt").write_bytes(AN_EMOJI.encode())
    [line] = lines_of(run("check", "--json", "odd.txt"))
    [finding] = line["findings"]
    assert [(part["text"], part["line"], part["column"]) for part in finding["facts"]] == [
        ("50%", 1, 14),
        ("$3.1 million", 2, 4),
        ("$2.4 million", 2, 22),
    ]
    assert (finding["sentence"]["line"], finding["sentence"]["column"]) == (1, 1)
    assert Finding.from_dict(finding) == check(AN_EMOJI)[0]
    [line] = lines_of(run("extract", "--json", "odd.txt"))
    assert [(fact["line"], fact["column"]) for fact in line["facts"]] == [(1, 14), (2, 4), (2, 22)]
    [line] = lines_of(run("ground", "--json", "--source", "one.txt", "odd.txt"))
    assert [(figure["line"], figure["column"]) for figure in line["figures"]] == [(1, 14), (2, 4), (2, 22)]
    assert [(each["line"], each["column"]) for each in line["figures"][0]["evidence"]] == [(3, 12)]
    for name, told in (("a.txt", "$4.2 billion"), ("b.txt", "$4.9 billion")):
        (news / name).write_text(f"Hello.\nAcme's sales were {told} in 2016.", encoding="utf-8")
    [line] = lines_of(run("compare", "--json", "a.txt", "b.txt"))
    assert [(part["line"], part["column"]) for part in line["findings"][0]["facts"]] == [(2, 19), (2, 19)]


@pytest.mark.usefixtures("news")
def test_text_has_file_line_and_column() -> None:
    assert "conflicts  one.txt:3:12  growth  " in run("check", "one.txt").stdout


# Rules


@pytest.mark.parametrize(
    ("options", "rules"),
    [
        ((), {"growth", "part_whole"}),
        (("--only", "growth"), {"growth"}),
        (("--only", "fx,growth"), {"growth"}),
        (("--only", "fx", "--only", "part whole"), {"part_whole"}),
        (("--skip", "growth"), {"part_whole"}),
        (("--skip", "growth, part-whole"), set()),
        (("--only", "growth", "--skip", "growth"), set()),
    ],
)
def test_rules_by_name(options: tuple[str, ...], rules: set[str]) -> None:
    text = "Sales rose 50% to $3.1 million from $2.4 million, including $4 million from mills."
    [line] = lines_of(run("check", "--json", *options, input=text))
    assert {finding["rule"] for finding in line["findings"]} == rules


@pytest.mark.parametrize("option", ["--only", "--skip"])
def test_the_name_of_no_rule_is_refused_with_those_there_are(option: str) -> None:
    refused(run("check", option, "growth,grwth", input=SILENT), option, "'grwth'", "growth, growth_direction", "cagr")


# When to fail


@pytest.mark.parametrize(
    ("text", "fails_on"),
    [
        (CONFLICTING, {"conflicts", "strained", "undecided"}),
        (STRAINED, {"strained", "undecided"}),
        (UNDECIDED, {"undecided"}),
        (SILENT, set()),
    ],
)
def test_the_exit_code_says_whether_a_finding_is_as_bad(text: str, fails_on: set[str]) -> None:
    """By default where something conflicts; never with --exit-zero."""
    for verdict in ("conflicts", "strained", "undecided"):
        code = run("check", "--fail-on", verdict, input=text).exit_code
        assert code == (verdict in fails_on)
        assert run("check", "--fail-on", verdict, "--exit-zero", input=text).exit_code == 0
    assert run("check", input=text).exit_code == ("conflicts" in fails_on)


# Baselines


@pytest.mark.usefixtures("news")
def test_what_was_accepted_is_not_reported() -> None:
    """Neither shown nor counted for the exit code, in this version of the article and in the next."""
    accepting = run("check", "--write-baseline", "known.json", "one.txt", "two.txt")
    assert accepting.exit_code == 0
    assert accepting.stderr == "Accepted: 2 findings in known.json\n"
    quiet = run("check", "--baseline", "known.json", "--fail-on", "strained", "--no-text", "one.txt")
    assert (quiet.exit_code, quiet.stdout, quiet.stderr) == (0, "checks: 1, accepted: 1\n", "")
    assert verdicts("--baseline", "known.json", "one.txt", "two.txt") == ["undecided"]
    Path("one.txt").write_text(f"Nobody spoke. {CONFLICTING} It rained.", encoding="utf-8")
    assert verdicts("--baseline", "known.json", "one.txt") == []
    Path("one.txt").write_text(f"{CONFLICTING} {CONFLICTING.replace('Sales', 'Costs')}", encoding="utf-8")
    again = run("check", "--baseline", "known.json", "--no-text", "one.txt")
    assert again.exit_code == 1
    assert again.stdout.endswith("\n\nchecks: 2, conflicts: 1, accepted: 1\n")


def test_a_baseline_is_for_people_too(news: Path) -> None:
    """Sorted JSON, an entry of a few lines for each finding, the same however often it is written."""
    run("check", "--write-baseline", "known.json", "./two.txt", "one.txt")
    written = Path("known.json").read_bytes()
    data = json.loads(written)
    assert data["moneyfacts_baseline"] == 1
    assert [(each["source"], each["rule"]) for each in data["accepted"]] == [
        ("one.txt", "growth"),
        ("two.txt", "growth"),
    ]
    assert data["accepted"][0]["key"] == check(CONFLICTING)[0].key
    assert data["accepted"][0]["message"].startswith("from $2.4 million to $3.1 million is up ")
    assert written.endswith(b"}\n")
    assert written.count(b"\n") > 12
    run("check", "--write-baseline", "known.json", "one.txt", "two.txt")
    assert Path("known.json").read_bytes() == written
    assert {path.name for path in news.iterdir()} == {"one.txt", "two.txt", "known.json"}


@pytest.mark.usefixtures("news")
def test_a_stale_entry_is_mentioned_and_dropped() -> None:
    """Where its text was read, and its rule ran, and it was not found again; entries of other texts are kept."""
    run("check", "--write-baseline", "known.json", "one.txt", "two.txt")
    Path("one.txt").write_text("Nobody spoke.\n", encoding="utf-8")
    stale = run("check", "--baseline", "known.json", "one.txt")
    assert stale.exit_code == 0
    assert stale.stderr.startswith("Stale: known.json: 553bf3a9b1bf5425, growth in one.txt: from $2.4 million to ")
    assert stale.stderr.count("\n") == 1
    assert run("check", "--baseline", "known.json", "two.txt").stderr == ""
    assert run("check", "--baseline", "known.json", "--skip", "growth", "one.txt").stderr == ""
    run("check", "--baseline", "known.json", "--write-baseline", "known.json", "one.txt")
    assert [each["source"] for each in json.loads(Path("known.json").read_text())["accepted"]] == ["two.txt"]


@pytest.mark.usefixtures("news")
def test_a_baseline_that_is_there_only_after_the_first_run() -> None:
    """One command for every run: the file that is to be written need not be there."""
    for _ in range(2):
        done = run("check", "--baseline", "known.json", "--write-baseline", "known.json", "one.txt")
        assert (done.exit_code, done.stderr) == (0, "Accepted: 1 finding in known.json\n")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, ("No such file", "--write-baseline")),
        (b"", ("not a baseline",)),
        (b"{", ("not a baseline",)),
        (b"\xff\xfe", ("not a baseline",)),
        (b"[]", ("not a baseline", "Expected `object`, got `array`")),
        (b'{"accepted": []}', ("not a baseline", "moneyfacts_baseline")),
        (b'{"moneyfacts_baseline": 2, "accepted": []}', ("version 2", "reads 1")),
        (b'{"moneyfacts_baseline": 1, "accepted": [{"key": 5}]}', ("not a baseline", "accepted[0]")),
    ],
)
@pytest.mark.usefixtures("news")
def test_a_broken_baseline_is_refused(content: bytes | None, words: tuple[str, ...]) -> None:
    if content is not None:
        Path("known.json").write_bytes(content)
    refused(run("check", "--baseline", "known.json", "one.txt"), "known.json", *words)


def test_a_baseline_is_written_whole_or_not_at_all(news: Path) -> None:
    """A folder that is not there, or a folder in its place, is a fault; a link stays one."""
    refused(run("check", "--write-baseline", "missing/known.json", "one.txt"), "missing/known.json")
    Path("folder").mkdir()
    refused(run("check", "--write-baseline", "folder", "one.txt"), "folder")
    assert not list(news.glob(".*"))
    Path("real.json").write_text("old", encoding="utf-8")
    Path("link.json").symlink_to("real.json")
    run("check", "--write-baseline", "link.json", "one.txt")
    assert Path("link.json").is_symlink()
    assert json.loads(Path("real.json").read_text())["accepted"]


# Summary


@pytest.mark.usefixtures("news")
def test_several_files_are_summed_up() -> None:
    """A line each: documents, checks, each verdict with its rules; one file needs no summary, and JSON has none."""
    done = run("check", "--no-text", "one.txt", "two.txt")
    assert done.stdout.endswith(
        "\n== summary ==\n\ndocuments: 2\nchecks: 3\nconflicts: 1 (growth: 1)\nstrained: 1 (growth: 1)\n"
        "undecided: 1 (growth: 1)\n"
    )
    assert "summary" not in run("check", "one.txt").stdout
    assert len(lines_of(run("check", "--json", "one.txt", "two.txt"))) == 2
    assert "summary" in run("check", "--width", "80", "one.txt", "two.txt").stdout


@given(st.lists(st.tuples(strategies.reports(), st.integers(0, 2)), max_size=3))
def test_a_summary_counts_all(reports: list[tuple[Report, int]]) -> None:
    totals = Totals()
    for report, accepted in reports:
        totals.add(report, accepted)
    lines = dict(line.split(": ", 1) for line in totals.text().splitlines())
    counts = [int(told.split(" ")[0]) for name, told in lines.items() if name not in ("documents", "checks")]
    assert int(lines["documents"]) == len(reports)
    assert int(lines["checks"]) == sum(counts) == sum(len(report) + accepted for report, accepted in reports)


# GitHub


def located(text: str, path: str | None = "a.txt", row: int | None = None, accepted: bool = False) -> list[Located]:
    places = Places(text)
    return [Located(each, File(path, row), text, places, accepted) for each in check(text)]


@pytest.mark.usefixtures("news")
def test_github_shows_findings_beside_their_lines() -> None:
    """Conflicts are errors, what is strained a warning, and with --all what is undecided a notice."""
    done = run("check", "--format", "github", "one.txt", "two.txt")
    first, second = done.stdout.splitlines()
    assert done.exit_code == 1
    assert first.startswith(
        "::error file=one.txt,line=3,endLine=3,col=12,endColumn=49,title=growth conflicts::"
        "from $2.4 million to $3.1 million is up 24.49%25 to 34.04%25, not 50%25"
    )
    assert second.startswith("::warning file=two.txt,line=1,endLine=1,col=12,endColumn=49,title=growth strained::")
    assert "::notice file=two.txt,line=2," in run("check", "--format", "github", "--all", "two.txt").stdout


def test_github_escapes() -> None:
    """As @actions/core does: of a property ":" and "," too."""
    text = "It cost 5%.\nIt is so."
    finding = Finding("my_rule", "conflicts", "100% a:b, c", slip="5%,\nor so")
    found = Located(finding, File("a,b:c%.txt"), text, Places(text))
    assert github_command(found) == (
        "::error file=a%2Cb%3Ac%25.txt,line=1,endLine=1,col=1,endColumn=1,title=my rule conflicts::"
        "100%25 a:b, c%0Aperhaps: 5%25, or so\n"
    )


def test_github_has_no_columns_over_several_lines_and_no_place_without_a_file() -> None:
    [several] = located(AN_EMOJI)
    assert str(github_command(several)).startswith("::error file=a.txt,line=1,endLine=2,title=")
    [piped] = located(CONFLICTING, None)
    assert str(github_command(piped)).startswith("::error title=growth conflicts::")
    [row] = located(CONFLICTING, "a.jsonl", 7)
    assert str(github_command(row)).startswith("::error file=a.jsonl,line=7,title=")
    [known] = located(CONFLICTING, accepted=True)
    assert github_command(known) is None


def test_one_format_at_a_time() -> None:
    refused(run("check", "--json", "--format", "sarif", input=SILENT), "--json", "sarif")
    assert run("check", "--format", "json", input=SILENT).stdout == run("check", "--json", input=SILENT).stdout
    assert extract(SILENT).text == SILENT


# How credible


@pytest.mark.parametrize(
    ("options", "least"),
    [
        ((), None),
        (("--suspicious",), 0),
        (("--min-confidence", "0"), 0),
        (("--min-confidence", "1"), 1),
        (("--sure",), SURE),
        (("--sure", "--min-confidence", "0"), SURE),
    ],
)
def test_how_credible_a_conflict_has_to_be(options: tuple[str, ...], least: float | None) -> None:
    """The command line shows what `check` does: here one is doubtful, and one is as good as sure."""
    text = f"{CONFLICTING} The line is of up to 350 billion yuan, or 45 billion euros."
    day = date(2013, 10, 10)
    wanted = check(text, published=day) if least is None else check(text, published=day, min_confidence=least)
    [line] = lines_of(run("check", "--json", "--published", "2013-10-10", *options, input=text))
    assert [finding["message"] for finding in line["findings"]] == [finding.message for finding in wanted]
    assert len(check(text, published=day, min_confidence=0)) == 2


def test_sure_and_suspicious_exclude_each_other() -> None:
    refused(run("check", "--sure", "--suspicious", input=SILENT), "--sure", "--suspicious exclude each other")
