"""Rules of other distributions: found by their entry points, refused where they are none, run when asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from moneyfacts import RULES, PluginError, check, installed_rules
from test_cli import refused, run

RULE = """
from moneyfacts import Finding, Part, Rule

def find(scene):
    for fact in scene.document:
        yield Finding({name!r}, "agrees", "seen", (Part("figure", fact.text, fact.start, fact.end),))

{variable} = Rule({name!r}, find)
"""


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., None]:
    """Return a function that installs a distribution of one module with entry points."""
    monkeypatch.syspath_prepend(tmp_path)

    def installed(module: str, code: str, **points: str) -> None:
        (tmp_path / f"{module}.py").write_text(code, encoding="utf-8")
        folder = tmp_path / f"{module}-1.0.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n", encoding="utf-8")
        lines = "\n".join(f"{name} = {value}" for name, value in points.items())
        monkeypatch.delitem(sys.modules, module, raising=False)  # another test's
        (folder / "entry_points.txt").write_text(f"[moneyfacts.checks]\n{lines}\n", encoding="utf-8")

    return installed


def test_rules_come_in_the_order_of_their_names(install: Callable[..., None]) -> None:
    code = RULE.format(name="later", variable="LATER") + RULE.format(name="sooner", variable="SOONER")
    install("plug_order", code + "BOTH = [SOONER]\n", b="plug_order:LATER", a="plug_order:BOTH")
    assert [rule.name for rule in installed_rules()] == ["sooner", "later"]


def test_check_runs_them_only_if_it_is_given_them(install: Callable[..., None]) -> None:
    install("plug_seen", RULE.format(name="seen", variable="SEEN"), seen="plug_seen:SEEN")
    text = "Sales rose 5%."
    assert not check(text)
    assert [finding.rule for finding in check(text, rules=(*RULES, *installed_rules()))] == ["seen"]
    assert "agrees  -:1:12  seen  seen" in run("check", input=text).stdout
    assert "nothing to check" in run("check", "--no-plugins", input=text).stdout


@pytest.mark.parametrize(
    ("code", "value", "why"),
    [
        ("X = 5", "plug_bad:X", "is 5: it should be a moneyfacts.Rule"),
        ("X = 'growth'", "plug_bad:X", "is 'growth': it should be a moneyfacts.Rule"),
        ("X = 5", "plug_bad:Y", "does not load: AttributeError"),
        ("raise OSError('no disk')", "plug_bad:X", "does not load: OSError: no disk"),
        (RULE.format(name="growth", variable="X"), "plug_bad:X", "'growth', and so does moneyfacts itself"),
    ],
)
def test_what_is_no_rule_is_named(install: Callable[..., None], code: str, value: str, why: str) -> None:
    install("plug_bad", code, mine=value)
    with pytest.raises(PluginError) as caught:
        installed_rules()
    assert why in str(caught.value)
    assert f"mine = '{value}' of plug_bad" in str(caught.value)
    refused(run("check", input="Sales rose 5%."), "plug_bad", "--no-plugins")
    assert run("check", "--no-plugins", input="Sales rose 5%.").exit_code == 0


def test_two_plugins_of_one_name(install: Callable[..., None]) -> None:
    install("plug_one", RULE.format(name="mine", variable="X"), one="plug_one:X")
    install("plug_two", RULE.format(name="mine", variable="X"), two="plug_two:X")
    with pytest.raises(PluginError, match=r"plug_two offers a rule called 'mine', and so does .* of plug_one"):
        installed_rules()
