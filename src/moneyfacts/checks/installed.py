"""Rules that other installed distributions offer: entry points of the group "moneyfacts.checks".

An entry point names a `Rule`, or a sequence of them. See docs/checks.md for a package that offers one.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import EntryPoint, entry_points

from ..errors import PluginError
from . import RULES
from .rule import Rule

GROUP = "moneyfacts.checks"


def installed_rules() -> tuple[Rule, ...]:
    """Return the rules that installed distributions offer, in the order of their entry points' names.

    `check` runs none of them unless it is given them, since what a library finds must not depend on what else is
    installed: `check(text, rules=(*RULES, *installed_rules()))`. The command line does so. Raises PluginError where an
    entry point does not load, is no rule, or where two rules have one name.

    >>> installed_rules()
    ()
    """
    found: list[Rule] = []
    sources = {rule.name: "moneyfacts itself" for rule in RULES}
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)):
        for rule in _rules_of(entry):
            if rule.name in sources:
                raise PluginError(
                    f"{_named(entry)} offers a rule called {rule.name!r}, and so does {sources[rule.name]}: "
                    "uninstall one of them, or name the rules that you want in check(..., rules=...)"
                )
            sources[rule.name] = _named(entry)
            found.append(rule)
    return tuple(found)


def _rules_of(entry: EntryPoint) -> Sequence[Rule]:
    """Return the rules that an entry point names; raises PluginError for anything else."""
    try:
        loaded = entry.load()
    except Exception as problem:
        raise PluginError(f"{_named(entry)} does not load: {type(problem).__name__}: {problem}") from problem
    rules = loaded if isinstance(loaded, Sequence) and not isinstance(loaded, str) else (loaded,)
    for rule in rules:
        if not isinstance(rule, Rule):
            raise PluginError(f"{_named(entry)} is {rule!r}: it should be a moneyfacts.Rule, or a sequence of them")
    return rules


def _named(entry: EntryPoint) -> str:
    distribution = f" of {entry.dist.name}" if entry.dist else ""
    return f"the entry point {entry.name} = {entry.value!r}{distribution}"
