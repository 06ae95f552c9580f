"""From bytes to text: byte order marks, encodings, and files that are no text."""

from __future__ import annotations

import codecs

from .trouble import Fault

# The mark of UTF-32 begins as that of UTF-16 does, so it is looked for first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def encoding_of(data: bytes, otherwise: str) -> str:
    """Return the encoding that a byte order mark names, `otherwise` where there is none.

    >>> encoding_of("5%".encode("utf-16"), "utf-8"), encoding_of(b"5%", "utf-8")
    ('utf-16', 'utf-8')
    """
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), otherwise)


def is_wide(encoding: str) -> bool:
    r"""Return whether the bytes of "\n" may stand inside other characters, and byte 0 in any, as in UTF-16.

    >>> is_wide("utf-16"), is_wide("gb18030")
    (True, False)
    """
    return "\n".encode(encoding) != b"\n"


def decoded(data: bytes, where: str, encoding: str) -> str:
    """Return bytes as text, without a byte order mark, its line ends as they are; raises Fault for other bytes."""
    if not is_wide(encoding):
        hold_to_text(data, where)
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeError as problem:  # it says which byte does not fit, and where that stands
        raise Fault(
            f"{where}: {problem}; name the encoding that it has with --encoding, such as --encoding cp1252"
        ) from None


def hold_to_text(data: bytes, where: str) -> None:
    """Raise Fault for bytes that are no text in an encoding that is not wide."""
    if b"\0" in data:
        raise Fault(
            f"{where}: a binary file, no text: byte {data.index(0)} is 0; UTF-16 without its mark has to be named"
        )
