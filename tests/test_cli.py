"""The command line as people and programs use it: real files, exit codes, and what is said of mistakes."""

from __future__ import annotations

import codecs
import io
import itertools
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from moneyfacts import __version__, cli
from moneyfacts.cli import output
from moneyfacts.cli.commands import moneyfacts
from moneyfacts.model.facts import Document
from moneyfacts.model.findings import Report

EXAMPLES = Path(__file__).parent.parent / "examples"
ARTICLE, RATES = EXAMPLES / "harbour-games.txt", EXAMPLES / "rates.csv"

CONFLICTING = "Sales rose 50% to $3.1 million from $2.4 million."
AGREEING = "Sales rose 29% to $3.1 million from $2.4 million."
SILENT = "Sales rose."


def run(
    *arguments: str | Path, input: str | bytes | None = None, env: Mapping[str, str | None] | None = None
) -> Result:
    result = CliRunner().invoke(moneyfacts, [str(each) for each in arguments], input=input, env=env)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def lines_of(result: Result) -> list[dict[str, Any]]:
    *lines, last = result.stdout.split("\n")
    assert not last
    return [json.loads(line) for line in lines]


def refused(result: Result, *words: str) -> None:
    """Hold that nothing was done: exit code 2, a message with these words, no traceback."""
    assert result.exit_code == 2
    said = " ".join(result.stderr.split())
    assert all(word in said for word in words), said
    assert "Traceback" not in said


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    found = {}
    for name, content in {"conflicting": CONFLICTING, "agreeing": AGREEING, "silent": SILENT, "empty": ""}.items():
        found[name] = tmp_path / f"{name}.txt"
        found[name].write_text(content, encoding="utf-8")
    return found


# extract


def test_extract_prints_the_text_with_its_figures_and_a_row_for_each() -> None:
    result = run("extract", "-", input=CONFLICTING)
    assert result.exit_code == 0
    assert result.stdout.startswith("Sales rose [50%] to [$3.1 million] from [$2.4 million].\n\n")
    rows = [re.split("  +", line) for line in result.stdout.splitlines()]
    assert rows[2][:3] == ["change", "50%", "up 50%"]
    assert rows[3][:3] == ["money", "$3.1 million", "USD 3.1 million"]
    assert "3 figures" in result.stdout


def test_extract_reads_standard_input_for_no_file() -> None:
    assert run("extract", input=CONFLICTING).stdout == run("extract", "-", input=CONFLICTING).stdout


def test_extract_as_json_is_the_document(files: dict[str, Path]) -> None:
    (data,) = lines_of(run("extract", "--json", "--published", "2017-01-20", files["conflicting"]))
    assert data.pop("id") == str(files["conflicting"])
    document = Document.from_dict(data)
    assert document.text == CONFLICTING
    assert document.published == date(2017, 1, 20)
    assert [fact.text for fact in document] == ["50%", "$3.1 million", "$2.4 million"]


def test_extract_without_figures(files: dict[str, Path]) -> None:
    assert run("extract", files["silent"]).stdout == "Sales rose.\n\nno figures\n"
    assert run("extract", files["empty"]).stdout == "no figures\n"


def test_extract_of_several_files_heads_each_with_its_name(files: dict[str, Path]) -> None:
    result = run("extract", "--no-text", files["conflicting"], files["silent"])
    heads = [line for line in result.stdout.splitlines() if line.startswith("==")]
    assert heads == [f"== {files['conflicting']} ==", f"== {files['silent']} =="]
    assert result.stdout.count(f"\n\n== {files['silent']} ==\n\nno figures\n") == 1
    assert "Sales rose [" not in result.stdout


def test_options_reach_the_reader() -> None:
    (data,) = lines_of(run("extract", "--json", "--home-currency", "cad", "--locale", "en_GB", input="It cost $5."))
    assert (data["locale"], data["home_currency"]) == ("en_GB", "CAD")
    assert data["facts"][0]["value"]["currency"] == "CAD"
    (data,) = lines_of(run("extract", "--json", "--published", "2017-01-20", input="It rose 5% on Thursday."))
    assert data["facts"][1]["value"]["start"] == "2017-01-19"


# check


def test_check_shows_what_conflicts_and_exits_with_1(files: dict[str, Path]) -> None:
    result = run("check", files["conflicting"])
    assert result.exit_code == 1
    first, _, finding, _, last = result.stdout.splitlines()
    assert first == "Sales rose [50%] to [$3.1 million] from [$2.4 million]."
    assert re.split("  +", finding)[:3] == ["conflicts", f"{files['conflicting'].as_posix()}:1:12", "growth"]
    assert last == "checks: 1, conflicts: 1"


def test_exit_zero_shows_and_does_not_fail(files: dict[str, Path]) -> None:
    shown = run("check", files["conflicting"])
    done = run("check", "--exit-zero", files["conflicting"])
    assert (done.exit_code, done.stdout) == (0, shown.stdout)
    assert run("check", "--exit-zero", files["conflicting"], "missing.txt").exit_code == 2


def test_check_exits_with_0_where_nothing_conflicts(files: dict[str, Path]) -> None:
    result = run("check", files["agreeing"], "--no-text")
    assert result.exit_code == 0
    assert result.stdout.endswith("\n\nchecks: 1, agrees: 1\n")
    result = run("check", files["silent"])
    assert result.exit_code == 0
    assert result.stdout == "Sales rose.\n\nnothing to check: no two figures say something of each other\n"


def test_one_conflict_among_several_files_is_enough(files: dict[str, Path]) -> None:
    assert run("check", files["conflicting"], files["agreeing"]).exit_code == 1
    assert run("check", files["agreeing"], files["conflicting"]).exit_code == 1
    assert run("check", files["agreeing"], files["silent"]).exit_code == 0


def test_check_as_json_is_the_report(files: dict[str, Path]) -> None:
    result = run("check", "--json", files["conflicting"], "--published", "2017-01-20")
    assert result.exit_code == 1
    (data,) = lines_of(result)
    assert list(data) == ["id", "published", "locale", "findings", "doubtful"]
    assert (data["id"], data["published"], data["locale"]) == (str(files["conflicting"]), "2017-01-20", "en")
    (finding,) = Report.from_dict({"findings": data["findings"]})
    assert (finding.rule, finding.verdict) == ("growth", "conflicts")
    assert {part.role: part.text for part in finding.facts} == {
        "pct": "50%",
        "current": "$3.1 million",
        "prior": "$2.4 million",
    }


def test_check_hides_what_is_undecided_until_it_is_asked_for() -> None:
    growth = "Revenue rose 55% from a year earlier to 34.3 billion yuan."
    assert "undecided: 1 (hidden; --all shows it)" in run("check", input=growth).stdout
    everything = run("check", "--all", input=growth)
    assert everything.exit_code == 0
    assert "derived: prior CNY 22.03 to 22.23 billion" in everything.stdout
    assert everything.stdout.endswith("checks: 1, undecided: 1\n")


def test_check_takes_rates_of_your_own(tmp_path: Path) -> None:
    """At a house rate of 5 yuan to the dollar, what conflicts by the ECB agrees."""
    table = tmp_path / "house.csv"
    table.write_text("date,CNY\n2017-01-19,5\n", encoding="utf-8")
    body = "It cost 5.21 million yuan ($1.042 million)."
    arguments = ("check", "--json", "--published", "2017-01-20")
    assert run(*arguments, input=body).exit_code == 1
    result = run(*arguments, "--rates", table, "--rates-base", "usd", input=body)
    assert result.exit_code == 0
    assert lines_of(result)[0]["findings"][0]["rate"]["source"] == "house.csv"


def test_the_example_shows_a_newcomer_what_does_not_add_up() -> None:
    """The article of the README: two conflicts, each with a sentence, and more that agrees."""
    result = run("check", "--json", ARTICLE)
    assert result.exit_code == 1
    (data,) = lines_of(result)
    assert data["published"] == "2019-02-22"
    found = [(finding["rule"], finding["verdict"]) for finding in data["findings"]]
    assert sorted(rule for rule, verdict in found if verdict == "conflicts") == ["fx", "growth"]
    assert Counter(verdict for _, verdict in found)["agrees"] >= 4
    assert {"span", "part_whole", "absolute_change", "fx"} <= {rule for rule, verdict in found if verdict == "agrees"}
    odd = [part["text"] for each in data["findings"] if each["verdict"] == "conflicts" for part in each["facts"]]
    assert {"$29 million", "12%"} <= set(odd)


def test_the_example_agrees_with_the_rates_beside_it() -> None:
    ours, theirs = run("check", "--rates", RATES, ARTICLE), run("check", ARTICLE)
    assert "rates.csv" in ours.stdout
    assert ours.stdout.splitlines()[-1] == theirs.stdout.splitlines()[-1]


# JSON Lines


def jsonl(*lines: Mapping[str, Any]) -> str:
    return "".join(json.dumps(line) + "\n" for line in lines)


def test_json_lines_go_in_and_come_out_in_order() -> None:
    body = jsonl(
        {"id": "b", "text": AGREEING, "published": "2017-01-20"},
        {"id": 1, "text": CONFLICTING, "locale": "en_IN", "url": "https://example.com"},
    )
    result = run("check", "--json", "--jsonl", "--published", "2019-02-22", input=f"\n{body}\n\n")
    assert result.exit_code == 1
    assert [(each["id"], each["published"], each["locale"]) for each in lines_of(result)] == [
        ("b", "2017-01-20", "en"),
        (1, "2019-02-22", "en_IN"),
    ]
    facts = lines_of(run("extract", "--json", "--jsonl", input=body))
    assert [each["text"] for each in facts] == [AGREEING, CONFLICTING]


def test_json_lines_for_people_are_headed_by_their_ids() -> None:
    result = run("extract", "--jsonl", "--no-text", input=jsonl({"id": "b", "text": AGREEING}, {"id": 7, "text": ""}))
    assert result.stdout.startswith("== b ==\n\nchange")
    assert result.stdout.endswith("\n\n== 7 ==\n\nno figures\n")


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ('{"id": 2}', "missing required field `text`"),
        ("{", "truncated"),
        ("[1]", "Expected `object`"),
        ('{"id": 2, "text": "x", "published": "soon"}', "$.published"),
        ('{"id": 2, "text": "x", "locale": "xx"}', "'xx' is not a CLDR locale"),
    ],
)
def test_a_bad_line_is_named_and_passed_over(tmp_path: Path, bad: str, why: str) -> None:
    """The others are read, unless the first bad one is to end the run; 2 is the exit code, whatever conflicts."""
    path = tmp_path / "news.jsonl"
    path.write_text(jsonl({"id": 1, "text": CONFLICTING}) + bad + "\n" + jsonl({"text": ""}), encoding="utf-8")
    result = run("check", "--json", "--jsonl", path)
    refused(result, f"Skipped: {path}:2: ", why, "Error: 1 skipped")
    assert [each["id"] for each in lines_of(result)] == [1, 3]
    result = run("check", "--json", "--jsonl", "--on-error", "stop", path)
    refused(result, f"Error: {path}:2: ", why)
    assert [each["id"] for each in lines_of(result)] == [1]
    assert result.stderr.count("\n") == 1


def test_an_unreadable_file_is_named_and_passed_over(files: dict[str, Path]) -> None:
    """A lone one takes one line; of several, how many is said at the end."""
    arguments = (files["conflicting"].parent, files["conflicting"], "nowhere.txt", files["silent"])
    result = run("check", *arguments)
    assert result.exit_code == 2
    assert result.stdout.count("checks: 1, conflicts: 1") == result.stdout.count("nothing to check") == 1
    assert result.stderr.splitlines() == [
        f"Skipped: {arguments[0]}: Is a directory",
        "Skipped: nowhere.txt: No such file or directory",
        "Error: 2 skipped",
    ]
    result = run("check", *arguments, "--on-error", "stop")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"Error: {arguments[0]}: Is a directory\n"
    assert run("check", "nowhere.txt").stderr == "Error: nowhere.txt: No such file or directory\n"


def test_a_published_timestamp_is_its_day() -> None:
    times = ("2017-01-20T02:34:00+08:00", "2017-01-20T23:59:59.123Z", "2017-01-20 02:34", "2017-01-20")
    body = jsonl(*({"text": "It rose 5% on Thursday.", "published": time} for time in times))
    assert [each["published"] for each in lines_of(run("extract", "--json", "--jsonl", input=body))] == [
        "2017-01-20"
    ] * 4


def test_json_is_utf8_whatever_the_text() -> None:
    """Whatever the terminal's encoding is; half of a surrogate pair makes a line of ASCII."""
    body = "Sales of 亿元 rose 5%."
    result = CliRunner(charset="ascii").invoke(
        moneyfacts, ["extract", "--json", "--jsonl"], input=jsonl({"id": 1, "text": body})
    )
    assert json.loads(result.stdout_bytes.decode("utf-8"))["text"] == body
    assert body.encode() in result.stdout_bytes


# Input that is not right


def test_a_wrong_encoding_is_named_with_the_byte_that_does_not_fit(tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("Café sales rose 5%.".encode("cp1252"))
    refused(run("extract", path), str(path), "byte 0xe9 in position 3", "--encoding cp1252")
    assert "Café sales rose [5%]." in run("extract", "--encoding", "cp1252", path).stdout
    refused(run("extract", "--jsonl", path), f"{path}:1", "--encoding")


BIG_ENDIAN = {"utf-16": codecs.BOM_UTF16_BE, "utf-32": codecs.BOM_UTF32_BE}


def marked(text: str, encoding: str, *, big: bool) -> bytes:
    """Return a text with its byte order mark, the greater half of each code unit first or last."""
    return BIG_ENDIAN[encoding] + text.encode(f"{encoding}-be") if big else text.encode(encoding)


@pytest.mark.parametrize(
    ("encoding", "big"), [("utf-8-sig", False), *itertools.product(("utf-16", "utf-32"), (False, True))]
)
def test_a_byte_order_mark_is_no_text_and_names_the_encoding(tmp_path: Path, encoding: str, big: bool) -> None:
    """Whatever --encoding says: as a file, and as JSON Lines with characters whose bytes hold that of a line's end."""
    path = tmp_path / "marked.txt"
    path.write_bytes(marked("5% of sales Ċਊ\n", encoding, big=big))
    for given in ("utf-8", "cp1252"):
        (data,) = lines_of(run("extract", "--json", "--encoding", given, path))
        assert (data["text"], data["facts"][0]["start"]) == ("5% of sales Ċਊ\n", 0)
    texts = ["5% of Ċਊ", "up 5% \u2028"]
    body = "\n".join(json.dumps({"text": text}, ensure_ascii=False) for text in texts)
    path.write_bytes(marked(body, encoding, big=big))
    assert [(each["id"], each["text"]) for each in lines_of(run("extract", "--json", "--jsonl", path))] == [
        (1, texts[0]),
        (2, texts[1]),
    ]


def test_utf_16_without_its_mark_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "unmarked.txt"
    path.write_bytes("up 5%".encode("utf-16-be"))
    refused(run("extract", path), f"{path}: a binary file", "byte 0 is 0", "UTF-16")
    assert "up [5%]" in run("extract", "--encoding", "utf-16-be", path).stdout


@pytest.mark.parametrize("options", [[], ["--jsonl"]])
def test_a_binary_file_is_called_one_in_one_line(tmp_path: Path, options: list[str]) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\n\0\n\0" * 9)
    result = run("extract", *options, path)
    refused(result, f"{path}: a binary file, no text")
    assert result.stderr.splitlines()[0].count("a binary file") == 1
    assert "codec" not in result.stderr


def test_line_ends_stay_as_they_are() -> None:
    """Offsets count the characters of the file."""
    (data,) = lines_of(run("extract", "--json", input=b"Up\r\n5%."))
    assert data["text"] == "Up\r\n5%."


@pytest.mark.parametrize("verb", ["extract", "check"])
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.txt"], ["nowhere.txt: No such file"]),
        (["."], [".: Is a directory"]),
        (["--on-error", "ignore", "-"], ["--on-error", "skip", "stop"]),
        (["--published", "20 Jan", "-"], ["--published", "'20 Jan' is not a day such as 2017-01-20"]),
        (["--published", "2017-02-30", "-"], ["day is out of range for month"]),
        (["--locale", "xx", "-"], ["--locale", "'xx' is not a CLDR locale"]),
        (["--home-currency", "pounds", "-"], ["'pounds' is not an ISO 4217 currency; did you mean GBP"]),
        (["--home-currency", "QQQ", "-"], ["'QQQ' is not an ISO 4217 currency; codes look like USD"]),
        (["--encoding", "utf-9", "-"], ["'utf-9' is not a text encoding"]),
        (["--encoding", "hex", "-"], ["'hex' is not a text encoding"]),
        (["--width", "5", "-"], ["--width"]),
        (["--nonsense"], ["No such option"]),
    ],
)
def test_what_cannot_be_is_refused_with_a_word_on_what_can(verb: str, arguments: list[str], words: list[str]) -> None:
    refused(run(verb, *arguments, input=AGREEING), *words)


def test_a_file_that_cannot_be_read_is_named(monkeypatch: pytest.MonkeyPatch, files: dict[str, Path]) -> None:
    def broken(*_: Any) -> Any:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", broken)
    refused(run("extract", files["agreeing"]), f"{files['agreeing']}: Input/output error")


@pytest.mark.parametrize(
    ("content", "why"),
    [("day,CNY\n", "headed date"), ("date,CNY\n2017-01-19,x\n", "house.csv:2: column CNY"), ("date,CNY\n", "no rates")],
)
def test_rates_that_are_none_are_named(tmp_path: Path, content: str, why: str) -> None:
    table = tmp_path / "house.csv"
    table.write_text(content, encoding="utf-8")
    refused(run("check", "--rates", table, input=AGREEING), why)
    refused(run("convert", "5 yuan", "USD", "--on", "2017-01-20", "--rates", table), why)


def test_nothing_to_read_on_a_terminal_shows_the_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("moneyfacts.cli.options._at_a_terminal", lambda: True)
    result = run("check")
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: moneyfacts check [OPTIONS] [FILES...]")
    assert result.stdout == ""
    assert run("check", "-", input=AGREEING).exit_code == 0


# convert


def test_convert_says_what_it_comes_to_at_which_rate_of_which_day() -> None:
    result = run("convert", "34.3 billion yuan", "usd", "--on", "2017-01-20")
    assert result.exit_code == 0
    assert result.stdout == (
        "34.3 billion yuan = USD 4.99 billion\n"
        "\n"
        "in full    USD 4,987,044,102.56\n"
        "rate       6.8778 CNY/USD\n"
        "published  2017-01-20 by ECB\n"
    )


def test_convert_says_when_the_date_fell_back() -> None:
    result = run("convert", "34.3 billion yuan", "USD", "--on", "2017-01-21")
    assert "2017-01-21 is a Saturday; 2017-01-20 is the last day published before it" in result.stdout


def test_convert_as_json() -> None:
    (data,) = lines_of(run("convert", "34.3 billion yuan", "USD", "--on", "2017-01-21", "--json"))
    assert (data["text"], data["on"], data["rounded"]) == ("34.3 billion yuan", "2017-01-21", "4987044102.56")
    assert (data["from"]["currency"], data["money"]["currency"]) == ("CNY", "USD")
    assert (data["rate"]["date"], data["rate"]["source"]) == ("2017-01-20", "ECB")


def test_convert_takes_rates_and_a_home_currency() -> None:
    result = run("convert", "AED 5 million", "EUR", "--on", "2019-02-21", "--rates", RATES)
    assert result.stdout.startswith("AED 5 million = EUR 1.2 million\n")
    assert "by rates.csv" in result.stdout
    result = run("convert", "$5", "EUR", "--on", "2019-02-21", "--home-currency", "CAD")
    assert "CAD/EUR" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["5 yuan", "USD"], ["--on 2017-01-20", "nothing here reads the clock"]),
        (["5 yuan", "USD", "--on", "yesterday"], ["'yesterday' is not a day"]),
        (["5 yuan", "USDD", "--on", "2017-01-20"], ["'USDD' is not an ISO 4217 currency; did you mean USD"]),
        (["5 yuan", "dollars", "--on", "2017-01-20"], ["did you mean USD, CAD"]),
        (["5 yuan", "VND", "--on", "2017-01-20"], ["ECB has no rates of 'VND'", "it covers"]),
        (["5 yuan", "USD", "--on", "1998-01-20"], ["no CNY/USD rate for 1998-01-20", "begins on 1999-01-04"]),
        (["5 yuan", "USD", "--on", "2998-01-20"], ["no CNY/USD rate for 2998-01-20", "ends"]),
        (["5 zuan", "USD", "--on", "2017-01-20"], ["'5 zuan' is not one whole figure", "^"]),
        (["5 yuan", "USD", "--on", "2017-01-20", "--locale", "xx"], ["'xx' is not a CLDR locale"]),
        (["5 yuan"], ["Missing argument 'CURRENCY'"]),
    ],
)
def test_convert_refuses_what_it_cannot_do(arguments: list[str], words: list[str]) -> None:
    refused(run("convert", *arguments), *words)


# Where it is shown


class Screen(io.StringIO):
    """A stream that says it is a terminal, as long as it is `there`."""

    there = True

    def isatty(self) -> bool:
        return self.there


@pytest.mark.parametrize(
    ("terminal", "color", "width", "environment", "drawn"),
    [
        (True, None, None, {}, (72, True)),
        (True, None, None, {"NO_COLOR": "1"}, (72, False)),
        (True, None, None, {"NO_COLOR": ""}, (72, True)),
        (True, None, None, {"TERM": "dumb"}, (72, False)),
        (True, False, 50, {}, (50, False)),
        (True, None, None, {"COLUMNS": "300"}, (100, True)),
        (False, None, None, {}, None),
        (False, None, 60, {}, (60, False)),
        (False, True, None, {"NO_COLOR": "1"}, (72, True)),
        (False, False, None, {}, None),
    ],
)
def test_a_page_for_a_terminal_and_plain_text_for_a_pipe(
    monkeypatch: pytest.MonkeyPatch,
    terminal: bool,
    color: bool | None,
    width: int | None,
    environment: dict[str, str],
    drawn: tuple[int, bool] | None,
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"COLUMNS": "72", **environment}.items():
        monkeypatch.setenv(name, value)
    screen = Screen()
    screen.there = terminal
    monkeypatch.setattr(sys, "stdout", screen)
    page = output.page(color, width)
    assert drawn == (None if page is None else (page.width, page.color))


def test_pages_are_drawn_for_both_verbs(files: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(files["silent"].parent)
    extracted = run("extract", "--width", "60", "conflicting.txt", "silent.txt").stdout
    assert extracted.startswith("conflicting.txt ───")
    assert "\n\nsilent.txt ───" in extracted
    assert "kind    figure" in extracted
    checked = run("check", "--color", files["conflicting"], env={"COLUMNS": "80"}).stdout
    assert "\x1b[1;31m50%\x1b[0m" in checked


def test_what_the_terminal_cannot_say_is_escaped() -> None:
    result = CliRunner(charset="ascii").invoke(
        moneyfacts, ["extract", "--encoding", "latin-1"], input=b"Caf\xe9 up 5%."
    )
    assert result.stdout.startswith("Caf\\xe9 up [5%].")


@pytest.mark.parametrize(("count", "jsonl", "shown"), [(2, False, True), (1, True, True), (1, False, False)])
def test_progress_is_shown_on_standard_error_while_output_goes_elsewhere(
    monkeypatch: pytest.MonkeyPatch, files: dict[str, Path], count: int, jsonl: bool, shown: bool
) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    names = [str(files["conflicting"]), str(files["agreeing"])][:count]
    with output.progress(names, jsonl=jsonl) as advance:
        advance(10)
    assert ("reading" in screen.getvalue()) is shown


def test_progress_of_standard_input_has_no_end(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    with output.progress(["-"], jsonl=True) as advance:
        advance(10)
    assert "reading" in screen.getvalue()


def test_no_progress_where_the_results_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(sys, "stdout", Screen())
    with output.progress(["-", "-"], jsonl=True) as advance:
        advance(10)
    assert screen.getvalue() == ""


# The program itself


def test_help_has_examples() -> None:
    for arguments in (["--help"], ["extract", "-h"], ["check", "-h"], ["convert", "-h"]):
        result = run(*arguments)
        assert result.exit_code == 0
        assert re.search(r"^    moneyfacts (extract|check|convert) .+$", result.stdout, re.MULTILINE)


def test_the_version(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["moneyfacts", "--version"])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == 0
    assert __version__ in capsys.readouterr().out


@pytest.mark.parametrize("absent", ["click", "rich"])
def test_without_the_extra_it_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], absent: str
) -> None:
    monkeypatch.setitem(sys.modules, absent, None)
    monkeypatch.delitem(sys.modules, "moneyfacts.cli.commands")
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert said == (
        f'Error: the command line needs {absent}, which the extra "cli" installs: pip install "moneyfacts[cli]"\n'
    )


def test_another_missing_module_is_no_matter_of_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "moneyfacts.cli.commands", None)
    with pytest.raises(ModuleNotFoundError, match=re.escape("moneyfacts.cli.commands")):
        cli.main()


def test_it_runs_as_a_program(files: dict[str, Path]) -> None:
    """In a process of its own, down a pipe: plain text, in UTF-8, and the exit code."""
    program = [sys.executable, "-c", "from moneyfacts.cli import main; main()"]
    done = subprocess.run(
        [*program, "check", str(files["conflicting"])],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 1
    assert done.stdout.decode().startswith("Sales rose [50%]")
    assert done.stderr == b""
