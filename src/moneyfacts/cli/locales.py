"""Which locale a text is read in: the one asked for, with a warning where it is evidently in another language."""

from __future__ import annotations

from ..lang.detect import detect, detectable
from .trouble import say

AUTO = "auto"  # stands for the language that the text is evidently in
DEFAULT = "en"


def settled(locale: str, text: str, where: str) -> str:
    """Return the locale to read a text in, which `where` names; what is doubtful about it is said in a line.

    Of a language that is not told from others, nothing is said.
    """
    evident = detect(text)
    if locale == AUTO:
        if evident is None:
            say(
                "Warning",
                f"{where}: in which language is not evident; read as {DEFAULT}, unless --locale names another",
            )
        return evident or DEFAULT
    language = locale.replace("-", "_").partition("_")[0].lower()
    if evident not in (None, language) and language in detectable():
        say(
            "Warning",
            f"{where}: evidently {evident}, but read as {locale}; --locale {evident} or --locale auto mends that",
        )
    return locale
