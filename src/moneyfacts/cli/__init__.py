"""The command line: `moneyfacts extract`, `check`, `ground`, `compare`, `convert`. It needs the extra "cli"."""

from __future__ import annotations

import sys

_NEEDED = ("click", "rich")


def main() -> None:
    """Run the command line on the arguments of the process: what the command `moneyfacts` does.

    Exits with 2 where click or rich is not installed, and names the extra that installs them.
    """
    try:
        import rich  # noqa: F401, PLC0415 - asked for before the work begins, not in the middle of it

        from .commands import moneyfacts  # noqa: PLC0415 - click may not be installed
    except ModuleNotFoundError as absent:
        if absent.name not in _NEEDED:
            raise
        sys.stderr.write(
            f"moneyfacts: the command line needs {absent.name}, which is not installed. "
            'Install it with the extra "cli":\n\n    pip install "moneyfacts[cli]"\n'
        )
        sys.exit(2)
    moneyfacts(prog_name="moneyfacts")
