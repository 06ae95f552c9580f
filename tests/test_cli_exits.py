"""How the command leaves, in processes of its own: with which exit code, in how many lines, and never with a traceback.

Descriptors that are closed, full disks, broken pipes and Ctrl-C are those of POSIX: elsewhere these tests are skipped.
"""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import moneyfacts

PYTHON = shlex.quote(sys.executable)
COMMAND = f"{PYTHON} -m moneyfacts"
FULL = Path("/dev/full")
# A process that a shell began in the background does not hear SIGINT, nor do its children, until it is asked for anew.
LISTENING = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": os.pathsep.join(
        filter(None, (str(Path(moneyfacts.__file__).parent.parent), os.getenv("PYTHONPATH")))
    ),
    "PYTHONIOENCODING": "utf-8",
    "PYTHONUNBUFFERED": "",  # so that what is printed waits in a buffer, as it usually does
}
FULL_DISK, BROKEN, CLOSED = "No space left on device", "Broken pipe", "standard output is closed"

posix = pytest.mark.skipif(os.name != "posix", reason="descriptors and signals as POSIX has them")
full = pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text("Sales rose 50% to $3.1 million from $2.4 million.", encoding="utf-8")
    return path


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of bash, whose exit code is that of the first command of a pipe that failed."""
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
    )


@posix
@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("extract <&-", "Error: standard input is closed"),
        ("check - <&-", "Error: standard input is closed"),
        ("extract .", "Error: .: Is a directory"),
        ("extract article.txt >&-", f"Error: {CLOSED}"),
        ("--help >&-", f"Error: {CLOSED}"),
        ("check article.txt | head -c0", f"Error: standard output: {BROKEN}"),
        pytest.param("--version >/dev/full", f"Error: [Errno 28] {FULL_DISK}", marks=full),
        pytest.param("check article.txt >/dev/full", f"Error: standard output: {FULL_DISK}", marks=full),
        pytest.param("extract --json article.txt >/dev/full", f"Error: standard output: {FULL_DISK}", marks=full),
    ],
)
def test_trouble_is_one_line_and_the_exit_code_2(article: Path, line: str, said: str) -> None:
    done = shell(f"{COMMAND} {line}", article.parent)
    assert (done.stderr, done.returncode) == (f"{said}\n", 2)


@posix
@full
@pytest.mark.parametrize("closed", ["2>&-", "2>/dev/full", ">/dev/full 2>/dev/full", "<&- >&- 2>&-"])
def test_the_exit_code_is_2_where_nothing_can_be_said(article: Path, closed: str) -> None:
    assert shell(f"{COMMAND} extract nowhere.txt {closed}", article.parent).returncode == 2


@posix
def test_what_is_not_needed_may_be_closed(article: Path) -> None:
    done = shell(f"{COMMAND} check article.txt <&- 2>&-", article.parent)
    assert done.stdout.endswith("checks: 1, conflicts: 1\n")
    assert done.returncode == 1


@posix
@full
def test_what_only_the_last_flush_finds_is_said_too(tmp_path: Path) -> None:
    """A rule of another package may print, too: what it printed is written when the process ends."""
    program = (
        "import moneyfacts.cli.commands as c; c.moneyfacts = lambda prog_name: print(prog_name); "
        "from moneyfacts.cli import main; main()"
    )
    done = shell(f"{PYTHON} -c {shlex.quote(program)} >/dev/full", tmp_path)
    assert (done.stderr, done.returncode) == (f"Error: standard output: {FULL_DISK}\n", 2)


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may read any file")
def test_a_file_that_one_may_not_read(article: Path) -> None:
    article.chmod(0)
    done = shell(f"{COMMAND} extract article.txt", article.parent)
    assert (done.stderr, done.returncode) == ("Error: article.txt: Permission denied\n", 2)


@posix
def test_ctrl_c_in_the_middle_of_a_long_text() -> None:
    """What was done before stands; then nothing is said, and the exit code is 130."""
    process = subprocess.Popen(
        [sys.executable, "-c", f"{LISTENING}from moneyfacts.cli import main; main()", "check", "--jsonl", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
    )
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b'{"text": "Sales rose 5%."}\n')
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == 1
        long = "Sales rose 50% to $3.1 million from $2.4 million. " * 50_000
        process.stdin.write(json.dumps({"text": long}).encode() + b"\n")
        process.stdin.flush()  # all but what a pipe holds is read: the text is begun, or is about to be
        process.send_signal(signal.SIGINT)
        process.stdin.close()
        assert process.stdout.read() == process.stderr.read() == b""
    assert process.returncode == 130


@posix
def test_ctrl_c_before_the_command_begins(tmp_path: Path) -> None:
    """While what it stands on is loaded."""
    (tmp_path / "rich").mkdir()
    interrupting = "import os, signal; os.kill(os.getpid(), signal.SIGINT)"
    (tmp_path / "rich" / "__init__.py").write_text(interrupting, encoding="utf-8")
    program = f"{LISTENING}import sys; sys.path.insert(0, '.'); from moneyfacts.cli import main; main()"
    done = shell(f"{PYTHON} -c {shlex.quote(program)} --help", tmp_path)
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 130)


def test_it_runs_as_a_module(article: Path) -> None:
    """Down a pipe: plain text, in UTF-8, and the exit code; the usage says how it was called."""

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
        program = [sys.executable, "-m", "moneyfacts", *map(str, arguments)]
        return subprocess.run(program, capture_output=True, check=False, env=ENVIRONMENT)

    done = run("check", article)
    assert done.returncode == 1
    assert done.stdout.decode().startswith("Sales rose [50%]")
    done = run("nonsense")
    assert done.returncode == 2
    assert done.stderr.decode().startswith("Usage: python -m moneyfacts [OPTIONS] COMMAND")


def test_a_missing_extra_is_named_by_the_module_too() -> None:
    program = textwrap.dedent("""
        import runpy, sys
        sys.modules["click"] = None
        runpy.run_module("moneyfacts", run_name="__main__")
    """)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, env=ENVIRONMENT)
    assert done.returncode == 2
    assert done.stderr == (
        'Error: the command line needs click, which the extra "cli" installs: pip install "moneyfacts[cli]"\n'
    )
