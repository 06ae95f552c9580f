"""Versions of the library side by side: the source of each, and a process that runs it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

BENCH = Path(__file__).resolve().parent
ROOT = BENCH.parent


@contextmanager
def source(version: str) -> Iterator[Path]:
    """Yield the folder to import a version from: of a checkout ("." is one), or else of a git revision of this project.

    A revision is unpacked into a folder that lasts as long as the block. Raises SystemExit where there is no library.
    """
    if (checkout := Path(version).resolve() / "src").is_dir():
        yield _held(checkout, version)
        return
    git = ["git", "-C", str(ROOT), "archive", "--format=tar", version, "--", "src"]
    packed = subprocess.run(git, capture_output=True, check=False)
    if packed.returncode:
        raise SystemExit(f"{version}: {packed.stderr.decode(errors='replace').strip()}")
    with TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
            archive.extractall(folder, filter="data")
        yield _held(Path(folder).resolve() / "src", version)


def _held(folder: Path, version: str) -> Path:
    """Return the folder; without the check an installed library would be taken for the version."""
    if not (folder / "moneyfacts" / "__init__.py").is_file():
        raise SystemExit(f"{version}: no moneyfacts in {folder}")
    return folder


def started(folder: Path, program: str, *arguments: str) -> subprocess.Popen[str]:
    """Start a Python program in which `import moneyfacts` is the one of a folder, and `import` finds these files."""
    paths = os.pathsep.join(map(str, (folder, BENCH)))
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        env={**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"},
        cwd=folder,  # it comes first on the path of `-c`
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
