"""The types are true: what the pages show, and what the public face promises, passes `mypy --strict` and pyright.

mypy runs once over all of it; pyright where it is installed (the extra `dev` has it), and .ci/run installs that.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import moneyfacts

ROOT = Path(__file__).parent.parent
SOURCE = Path(moneyfacts.__file__).parent.parent
PAGES = ("README.md", "docs/tutorial.md", "docs/rates.md", "docs/checks.md")
_STATEMENT = re.compile(r"^(?:>>>|\.\.\.) ?(.*)\n", re.MULTILINE)
_FENCE = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_RAISES = re.compile(r"^>>> .*\n(?:\.\.\. .*\n)*(?=Traceback)", re.MULTILINE)


def session(page: Path) -> str:
    """Return the Python of a page, from top to bottom, without what is shown to be an error."""
    shown = _RAISES.sub("", "".join(_FENCE.findall(page.read_text(encoding="utf-8"))))
    return "".join(f"{line}\n" for line in _STATEMENT.findall(shown))


@pytest.fixture(scope="module")
def snippets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the code of each page as a module, the snippets of the public face, and one that is wrong."""
    folder = tmp_path_factory.mktemp("snippets")
    for name in PAGES:
        page = ROOT / name
        (folder / f"{page.stem.lower()}_page.py").write_text(session(page), encoding="utf-8")
    public = ROOT / "tests" / "typing" / "public.py"
    (folder / "public.py").write_text(public.read_text(encoding="utf-8"), encoding="utf-8")
    wrong = 'import moneyfacts as mf\nmf.extract("$5").of("money")[0].value.start\n'
    (folder / "wrong.py").write_text(wrong, encoding="utf-8")
    return folder


def complaints(command: list[str], folder: Path) -> list[str]:
    """Return the lines in which a type checker complains."""
    files = sorted(path.name for path in folder.glob("*.py"))
    paths = {"MYPYPATH": str(SOURCE), "PYTHONPATH": str(SOURCE)}
    done = subprocess.run(
        [*command, *files], cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, **paths}
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return [line for line in done.stdout.splitlines() if re.search(r"\berror\b.*[:(\[]", line)]


def test_what_is_shown_passes_mypy(snippets: Path) -> None:
    cache = str(ROOT / ".mypy_cache" / "snippets")
    found = complaints([sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--cache-dir", cache], snippets)
    assert [line for line in found if not line.startswith("wrong.py")] == []
    assert found, "a wrong one passes, too"


@pytest.mark.skipif(find_spec("basedpyright") is None, reason="pyright is not installed: the extra dev has it")
def test_what_is_shown_passes_pyright(snippets: Path) -> None:
    (snippets / "pyrightconfig.json").write_text(
        '{"typeCheckingMode": "standard", "reportUnusedExpression": false}', encoding="utf-8"
    )
    command = [sys.executable, "-m", "basedpyright", "--pythonpath", sys.executable]
    found = complaints(command, snippets)
    assert [line for line in found if "wrong.py" not in line] == []
    assert found, "a wrong one passes, too"
