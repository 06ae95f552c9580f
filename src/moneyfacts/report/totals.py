"""What the findings of several documents come to: how many documents, how many findings by verdict and by rule."""

from __future__ import annotations

from collections import Counter

from ..model.findings import Report, Verdict

_SHOWN: tuple[Verdict, ...] = ("conflicts", "strained", "agrees", "undecided")


class Totals:
    """The findings of several documents, counted.

    >>> from moneyfacts import check
    >>> totals = Totals()
    >>> totals.add(check("Sales rose 50% to $3.1 million from $2.4 million."))
    >>> totals.add(check("Nobody spoke."), accepted=2)
    >>> print(totals.text(), end="")
    documents: 2
    checks: 3
    conflicts: 1 (growth: 1)
    accepted: 2
    """

    def __init__(self) -> None:
        self.documents = 0
        self._found: Counter[tuple[Verdict, str]] = Counter()
        self._accepted = 0

    def add(self, report: Report, accepted: int = 0) -> None:
        """Count the findings of one document more, and how many of it a baseline keeps from being shown."""
        self.documents += 1
        self._found.update((finding.verdict, finding.rule) for finding in report)
        self._accepted += accepted

    def text(self) -> str:
        """Return the counts, a line each: the documents, all checks, and each verdict with its rules, most first."""
        lines = [f"documents: {self.documents}", f"checks: {self._found.total() + self._accepted}"]
        for verdict in _SHOWN:
            rules = Counter({rule: count for (each, rule), count in self._found.items() if each == verdict})
            if rules:
                ordered = sorted(rules.items(), key=lambda rule: (-rule[1], rule[0]))
                told = ", ".join(f"{rule.replace('_', ' ')}: {count}" for rule, count in ordered)
                lines.append(f"{verdict}: {rules.total()} ({told})")
        if self._accepted:
            lines.append(f"accepted: {self._accepted}")
        return "\n".join(lines) + "\n"
