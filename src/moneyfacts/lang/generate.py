"""Writes signs.toml, the signs of currencies in all of CLDR's locales, as Babel carries them.

    python -m moneyfacts.lang.generate

Gathering them takes seconds, so it is done when Babel's CLDR changes and not when a text is read. A test holds that
the file is what this module writes.
"""

from __future__ import annotations

import json

from . import cldr

_HEAD = """\
# The signs of currencies in all of CLDR's locales, with the codes that each may mean, the one of most languages first.
# Written by `python -m moneyfacts.lang.generate`: edit data/und.toml, which goes before this, and not this file.
# Source: Unicode CLDR (https://cldr.unicode.org) through Babel, under the Unicode License v3.

"""


def signs_file() -> str:
    """Return the text of signs.toml, for the CLDR version that the installed Babel carries."""
    lines = [f"{_quoted(sign)} = [{', '.join(map(_quoted, codes))}]" for sign, codes in cldr.symbols().items()]
    return _HEAD + f"cldr = {_quoted(cldr.version())}\n\n[signs]\n" + "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    cldr.SIGNS.write_text(signs_file(), encoding="utf-8")
