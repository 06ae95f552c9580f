"""Results for people and for programs: plain text, a coloured terminal, JSON Lines.

>>> from moneyfacts import check, extract
>>> document = extract("Sales rose 5%.")
>>> print(text(check(document), document, article=False), end="")
nothing to check: no two figures say something of each other

`moneyfacts.report.terminal` draws the same for a terminal, with rich (the extra "cli").
"""

from .grounding import Named
from .jsonlines import Line, comparison_line, facts_line, findings_line, grounding_line, read_line
from .plain import comparison_text, facts_text, grounding_text, text
from .rows import Mark, marked

__all__ = [
    "Line",
    "Mark",
    "Named",
    "comparison_line",
    "comparison_text",
    "facts_line",
    "facts_text",
    "findings_line",
    "grounding_line",
    "grounding_text",
    "marked",
    "read_line",
    "text",
]
