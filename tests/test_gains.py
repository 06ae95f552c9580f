"""What one version reads and another does not: all of it, each once, and nothing where nothing changed."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import moneyfacts
from moneyfacts import check, extract

BENCH = Path(__file__).parent.parent / "bench"
sys.path.insert(0, str(BENCH))
import against  # noqa: E402
import gains  # noqa: E402
import versions  # noqa: E402
from gains import Comparison, Difference, Record, Text  # noqa: E402


def reading(text: str, locale: str = "en") -> Record:
    document = extract(text, locale)
    return {
        "facts": [fact.to_dict() for fact in document],
        "findings": [finding.to_dict() for finding in check(document)],
        "raised": None,
    }


def differences(text: str, old: Record, new: Record, comparison: Comparison | None = None) -> list[str]:
    found = (comparison or Comparison()).differences(Text(text), old, new)
    return [str(each).removeprefix(f'- "{text}": ') for each in found]


NO: Record = {"facts": [], "findings": [], "raised": None}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It paid more than $5 a share.", "money USD? 5 per share above"),
        ("It is down 3-5 percentage points from a year earlier.", "change down 3..5 percentage_point year_on_year"),
        ("It hired 40 clerks.", "count 40 clerks"),
        ("It opens in July 2016.", "date_span 2016-07-01..2016-07-31 month"),
        ("It opened on July 3, 2016.", "date_span 2016-07-03 day"),
        ("It closed last week.", "date_span week because relative to a publication date that is not known"),
    ],
)
def test_a_fact_is_gained_or_lost_in_the_words_of_the_tables(text: str, said: str) -> None:
    assert differences(text, NO, reading(text)) == [f"nothing -> {said}"]
    assert differences(text, reading(text), NO) == [f"{said} -> nothing"]
    assert differences(text, reading(text), reading(text)) == []


def test_what_stands_at_one_place_is_one_change() -> None:
    text = "It fell 8,000 to 480,000."
    old, new = reading(text), reading(text)
    old["findings"] = new["findings"] = []
    whole = {**new["facts"][0], "start": new["facts"][0]["start"], "end": new["facts"][1]["end"]}
    old["facts"] = [whole | {"kind": "count", "value": {"amount": None, "low": "8000", "high": "480000"}}]
    assert differences(text, old, new) == ["count 8000..480000 -> change down 8000 count and count 480000"]


def test_a_verdict_that_changed_is_one_change_and_other_findings_are_none() -> None:
    text = "Sales rose 5% to $3.1 million from $2.95 million; profit rose 50% to $3 million from $2 million."
    old, new = reading(text), reading(text)
    old["findings"][0]["verdict"] = "strained"
    figures = "pct 5%, current $3.1 million, prior $2.95 million"
    assert differences(text, old, new) == [f"growth strained: {figures} -> growth agrees: {figures}"]
    old["findings"] = old["findings"][1:]
    assert differences(text, old, new) == [f"nothing -> growth agrees: {figures}"]


def test_what_looks_the_same_shows_the_fields_that_changed() -> None:
    text = "Sales at Lumen were $5."
    old, new = reading(text), reading(text)
    old["facts"][0]["context"]["subject"] = "Oslo"
    assert differences(text, old, new) == ["money USD? 5, context.subject Oslo -> context.subject Lumen"]


def test_the_words_of_a_message_and_fields_of_one_version_count_where_asked() -> None:
    text = "Sales rose 50% to $3 million from $2 million."
    old, new = reading(text), reading(text)
    [finding], message = old["findings"], new["findings"][0]["message"]
    finding["message"] = "They agree."
    said = gains.finding_said(finding)
    assert differences(text, old, new) == []
    assert differences(text, old, new, Comparison(messages=True)) == [
        f"{said}, message They agree. -> message {message}"
    ]
    finding["message"] = message
    del finding["slip"]
    finding["rate"] = {"source": "ECB"}
    assert differences(text, old, new) == [f'{said}, rate {{"source": "ECB"}} -> rate null']
    finding["rate"] = None
    finding["surety"] = "0.9"
    assert differences(text, old, new) == []
    assert differences(text, old, new, Comparison(new_fields=True)) == [f"{said}, surety 0.9 -> surety null"]


def test_an_error_of_one_version_is_a_change() -> None:
    assert differences("A 4-1/0 cable.", NO | {"raised": "ValueError: no"}, reading("A 4-1/0 cable.")) == [
        "ValueError: no -> 0 facts, 0 findings"
    ]


def test_a_long_text_is_cut_to_the_words_around_its_figures() -> None:
    text = "Nothing is here to see. " * 20 + "It paid $5 for a cup. " + "And nothing is here. " * 20
    [found] = Comparison().differences(Text(text), NO, reading(text))
    assert found.quote == "… see. Nothing is here to see. It paid $5 for a cup. And nothing is here. And …"
    assert str(found) == f'- "{found.quote}": nothing -> money USD? 5'


def test_the_count_is_by_way_kind_locale_and_table() -> None:
    text = Text("Es kostet 5 Euro.", "de", table="mine")
    found = [Difference("money", "nothing", "money EUR 5", text.text, text), Difference("fx", "a", "b", "", text)]
    plain, table = gains.summary(found, markdown=False), gains.summary(found, markdown=True)
    rows = {line.split()[0]: line.split()[-3:] for line in plain.splitlines() if line and line[0] != " "}
    assert rows["money"] == ["1", "0", "0"]
    assert rows["fx"] == ["0", "0", "1"]
    assert rows["de"] == rows["mine"] == ["1", "0", "1"]
    assert "| kind or rule | gained | lost | changed |\n|---|---:|---:|---:|\n| fx | 0 | 0 | 1 |" in table
    assert str(found[0]).startswith('- "Es kostet 5 Euro." (de): nothing -> ')


def test_a_change_to_a_table_shows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The library itself, against a copy that takes "mln" for a billion."""
    copy = tmp_path / "copy" / "src" / "moneyfacts"
    shutil.copytree(Path(moneyfacts.__file__).parent, copy)
    english = copy / "lang" / "data" / "en.toml"
    data = english.read_text(encoding="utf-8")
    assert data.count("\nmln = 6\n") == 1
    english.write_text(data.replace("\nmln = 6\n", "\nmln = 9\n"), encoding="utf-8")
    (tmp_path / "a.txt").write_text("It cost $5 mln.\n\nIt has 40 clerks.", encoding="utf-8")
    gains.main([str(tmp_path / "copy"), str(versions.ROOT), str(tmp_path / "a.txt"), "--only"])
    assert capsys.readouterr().out.splitlines()[:3] == [
        '- "It cost $5 mln. It has 40 clerks.": money USD? 5000000000 -> money USD? 5000000',
        "",
        f"1 texts, {tmp_path / 'copy'} -> {versions.ROOT}",
    ]


TINY = """
import re

class Count:
    def __init__(self, match):
        self.match = match

    def to_dict(self):
        (start, end), value = self.match.span(), {"amount": str(int(self.match[0]) * TIMES)}
        return {"kind": "count", "text": self.match[0], "start": start, "end": end, "value": value}

def extract(text, locale, published, home):
    return [Count(match) for match in re.finditer("[0-9]+", text)] if locale == "en" else 1 / 0

def check(document):
    return []
"""


def tiny(folder: Path, times: int) -> str:
    """Return a checkout whose library multiplies all figures, and raises on any language but one."""
    (folder / "src" / "moneyfacts").mkdir(parents=True)
    (folder / "src" / "moneyfacts" / "__init__.py").write_text(f"TIMES = {times}\n{TINY}", encoding="utf-8")
    return str(folder)


def test_texts_of_all_forms_are_read_by_both(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Texts come from folders and from JSON Lines, each with its locale; a text that is there twice is read once."""
    old, new = tiny(tmp_path / "old", 1), tiny(tmp_path / "new", 2)
    folder = tmp_path / "texts"
    (folder / "more").mkdir(parents=True)
    (folder / "a.txt").write_text("It has 40 clerks.", encoding="utf-8")
    (folder / "more" / "b.jsonl").write_text('{"text": "Es hat 5.", "locale": "de"}\n', encoding="utf-8")
    records = [{"text": f"It has {number} users.", "id": number} for number in (3, 3, 5)]
    packed = "".join(json.dumps(record) + "\n" for record in records)
    (folder / "more" / "c.jsonl.gz").write_bytes(gzip.compress(packed.encode()))
    gains.main([old, new, str(folder), "--only"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[:5] == [
        '- "It has 40 clerks.": count 40 -> count 80',
        '- "It has 3 users.": count 3 -> count 6',
        '- "It has 5 users.": count 5 -> count 10',
        "",
        f"4 texts, {old} -> {new}",
    ]
    gains.main([old, new, str(folder), "--only", "--limit", "1", "--markdown"])
    shown = capsys.readouterr().out
    assert shown.startswith('### Read differently\n- "It has 40 clerks.": count 40 -> count 80\n… and 2 more\n')
    assert "|  | gained | lost | changed |\n|---|---:|---:|---:|\n| in all | 0 | 0 | 3 |" in shown
    gains.main([new, new, str(folder), "--only"])
    assert capsys.readouterr().out.splitlines()[-1] == "nothing gained, lost or changed"


def test_the_project_has_texts_of_its_own() -> None:
    texts = list(gains.own_texts())
    tables = {text.table.partition("/")[0] for text in texts}
    assert {"reading", "linking", "grounding", "examples"} <= tables
    assert {"en", "de", "zh", "ru"} <= {text.locale for text in texts}


def test_a_revision_is_unpacked_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "src" / "moneyfacts"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("OLD = True\n", encoding="utf-8")
    git = ["git", "-C", str(tmp_path), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "One"]):
        subprocess.run([*git, *command], check=True)
    (package / "__init__.py").write_text("OLD = False\n", encoding="utf-8")
    monkeypatch.setattr(versions, "ROOT", tmp_path)
    monkeypatch.chdir(tmp_path)
    for version, old in (("HEAD", "True"), (".", "False")):
        with (
            versions.source(version) as folder,
            versions.started(folder, "import moneyfacts as m; print(m.OLD)") as run,
        ):
            assert run.communicate()[0].strip() == old
    with pytest.raises(SystemExit, match="never"), versions.source("never"):
        pass


def test_a_folder_without_the_library_is_refused(tmp_path: Path) -> None:
    """Or the installed library would be compared with itself, and nothing ever change."""
    (tmp_path / "src").mkdir()
    with pytest.raises(SystemExit, match="no moneyfacts in"), versions.source(str(tmp_path)):
        pass


def test_a_path_that_is_not_there_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        gains.main([".", ".", "no-such-folder"])
    assert stopped.value.code == 2
    assert "no such file or folder: no-such-folder" in capsys.readouterr().err


def test_versions_are_timed_turn_by_turn(tmp_path: Path) -> None:
    versions = [Path(tiny(tmp_path / name, 1)) / "src" for name in ("old", "new")]
    for version in versions:  # the tiny library as the verbs have it
        module = version / "moneyfacts" / "__init__.py"
        source = module.read_text(encoding="utf-8").replace("(text, locale, published, home)", "(text, locale)")
        module.write_text(source.replace("check(document)", "check(text, locale)"), encoding="utf-8")
    found = against.timings(versions, {"a": Text("It has 5."), "b": Text("It has none.")}, rounds=2)
    assert {name: set(verbs) for name, verbs in found.items()} == {name: set(against.VERBS) for name in "ab"}
    assert all(0 < taken < sys.maxsize for verbs in found.values() for pair in verbs.values() for taken in pair)


def test_a_version_that_takes_half_as_long_again_stands_as_one_and_a_half() -> None:
    found = {"a": {"extract": (100, 150), "check": (200, 100)}, "b": {"extract": (100, 50), "check": (200, 200)}}
    rows = [line.split() for line in against.table(found).splitlines()]
    assert rows == [
        ["extract", "check"],
        ["a", "1.50", "0.50"],
        ["b", "0.50", "1.00"],
        ["all", "of", "them", "1.00", "0.75"],
    ]


def test_a_sample_is_from_all_texts_of_a_language() -> None:
    texts = [Text(f"Text {number}." * 100, locale) for number in range(40) for locale in ("de", "de_CH", "en")]
    found = against.samples(texts)
    assert set(found) == {"de", "en"}
    assert len(found["de"].text) <= against.SAMPLE
    assert "Text 30." in found["de"].text
