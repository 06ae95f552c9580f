"""The command line: `moneyfacts extract`, `check`, `ground`, `compare`, `convert`. It needs the extra "cli"."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from typing import TYPE_CHECKING, NoReturn, TextIO

from ..errors import MissingExtraError

if TYPE_CHECKING:
    import click

TROUBLE, INTERRUPTED = 2, 130  # the exit codes beside 0 and 1, which say what was found
_NEEDED = ("click", "rich")


def main(program: str = "moneyfacts") -> NoReturn:
    """Run the command line on the arguments of the process: what the command `moneyfacts` does.

    It leaves with an exit code and never with a traceback: 0, or 1 where something conflicts; 2 where something cannot
    be read, written or understood, with a line on standard error; 130 for Ctrl-C. `program` is what the usage calls it.
    """
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - None where it is closed
    try:
        code = _run(program)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except OSError:  # standard error cannot be written to
        code = TROUBLE
    if code == INTERRUPTED:
        with contextlib.suppress(ValueError):  # outside of the main thread
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second Ctrl-C has nothing left to stop
    if (problem := _lost(sys.stdout)) and code < TROUBLE:
        code = TROUBLE
        with contextlib.suppress(OSError):
            sys.stderr.write(f"Error: standard output: {problem.strerror}\n")
    _lost(sys.stderr)
    sys.exit(code)


def _run(program: str) -> int:
    """Run the command line, and return its exit code."""
    try:
        _command()(prog_name=program)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else 0
    except MissingExtraError as absent:
        sys.stderr.write(f"Error: {absent}\n")
        return TROUBLE
    return 0


def _command() -> click.Group:
    """Return the command; raises MissingExtraError where what it stands on is not installed."""
    try:
        import rich  # noqa: F401, PLC0415 - asked for before the work begins, not in the middle of it

        from .commands import moneyfacts  # noqa: PLC0415 - click may not be installed
    except ModuleNotFoundError as absent:
        if absent.name not in _NEEDED:
            raise
        raise MissingExtraError(
            f'the command line needs {absent.name}, which the extra "cli" installs: pip install "moneyfacts[cli]"'
        ) from absent
    return moneyfacts


def _lost(stream: TextIO | None) -> OSError | None:
    """Write out what was printed, and return what kept it from being written.

    Python would try once more when it ends, and complain: what is lost goes nowhere instead.
    """
    if stream is None:
        return None
    try:
        stream.flush()
    except OSError as problem:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return problem
    return None
