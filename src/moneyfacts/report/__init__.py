"""Facts and findings for people and for programs: plain text, a coloured terminal, JSON Lines.

>>> from moneyfacts import check, extract
>>> document = extract("Sales rose 5%.")
>>> print(text(check(document), document, article=False), end="")
nothing to check: no two figures say something of each other

`moneyfacts.report.terminal` draws the same for a terminal, with rich (the extra "cli").
"""

from .content import Mark, marked
from .jsonlines import Line, facts_line, findings_line, read_line
from .plain import facts_text, text

__all__ = ["Line", "Mark", "facts_line", "facts_text", "findings_line", "marked", "read_line", "text"]
