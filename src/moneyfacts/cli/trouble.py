"""What goes wrong, each in one line on standard error, and the exit code that it leads to."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from . import INTERRUPTED, TROUBLE


class Fault(click.ClickException):
    """What cannot be done as it was asked for: one clear line, and the exit code 2."""

    exit_code = TROUBLE


class Program(click.Group):
    """A command with verbs, which ends in one line for what the system refuses, and without a word for Ctrl-C."""

    def make_context(self, *arguments: Any, **extra: Any) -> click.Context:
        """Read the arguments, and print the help where they ask for it."""
        with _in_one_line():
            if sys.stdout is None:
                raise Fault("standard output is closed")
            return super().make_context(*arguments, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb."""
        with _in_one_line():
            return super().invoke(ctx)


@contextmanager
def _in_one_line() -> Iterator[None]:
    """Run a block whose end is ours before it is click's, which leaves with 1 for Ctrl-C and for a broken pipe."""
    try:
        yield
    except KeyboardInterrupt:
        raise click.exceptions.Exit(INTERRUPTED) from None
    except OSError as problem:
        raise Fault(str(problem)) from None


def say(what: str, line: str) -> None:
    """Print a line on standard error."""
    click.echo(f"{what}: {line}", err=True)
