"""What the four rules about levels that rose or fell share: which rule a movement falls to, and what it leaves open.

Each movement falls to the rule of the fullest identity that it states: `absolute_change` where it has an amount of
change, else `growth` or `multiple` by its percentage or factor, else `growth_direction`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from ..identities.levels import Way
from ..link import Link
from ..model.facts import Fact
from ..model.findings import Derived, Finding
from ..model.readings import Readings
from ..model.values import Change, Quantity, Ratio
from .rule import Rule
from .run import judging
from .verdict import Judged, comparison, currencies, is_bare, shown, unit_of
from .wording import amount, quoted

LEVELS = {"prior": "before", "current": "after"}
CHANGES = ("change", "pct", "factor")
_LEADS = {"prior": "from", "current": "to"}
_BY_UNIT = {"percent": "growth", "multiple": "multiple"}


class Movement(NamedTuple):
    """Something that rose or fell: its figures by role with their readings, and which way.

    The levels are amounts in the unit of `like`.
    """

    way: Way
    facts: dict[str, Fact]
    readings: dict[str, Readings]
    like: Quantity

    @property
    def levels(self) -> int:
        """How many of the two levels, before and after, are stated."""
        return ("prior" in self.facts) + ("current" in self.facts)

    @property
    def losses(self) -> int:
        """How many of them are negative: a percentage or multiple of a loss has no agreed meaning."""
        below = (self.readings[role] for role in LEVELS if role in self.facts and self.readings[role].low < 0)
        return sum(each.typical.high is not None and each.typical.high < 0 for each in below)

    def could_be_turned(self, judgment: Callable[[Way], Judged]) -> bool:
        """Tell whether figures that conflict fit the other way, where nothing says what they are of.

        Where a currency rises its rate falls: "the krona rose 0.8 percent to 9.35 from 9.43".
        """
        return is_bare(self.like) and judgment("down" if self.way == "up" else "up").verdict == "agrees"

    def without(self, role: str) -> Movement:
        """Return the movement without the figure in a role."""
        facts = {name: fact for name, fact in self.facts.items() if name != role}
        return self._replace(facts=facts, readings={name: self.readings[name] for name in facts})

    def said(self) -> str:
        """Return the movement in words: "down 63 cents, or 0.63 percent, to $74.70"."""
        changes = [(name, self.facts[name]) for name in CHANGES if name in self.facts]
        told = ", or ".join(quoted(fact) for _, fact in changes)
        bare = any(fact.precision[0].word for _, fact in changes)  # "doubled" is a verb already
        levels = [f"{word} {quoted(self.facts[role])}" for role, word in _LEADS.items() if role in self.facts]
        comma = "," if len(changes) > 1 and levels else ""
        lasting = [f"in {quoted(self.facts['duration'])}"] if "duration" in self.facts else []
        moved = [told + comma if bare else f"{self.way} {told}{comma}"] if told else []
        return " ".join((*moved, *levels, *lasting))

    def finding(self, rule: str, found: Judged, message: str) -> Finding:
        """Return a finding on all figures of the movement."""
        return Finding(rule, found.verdict, message, shown(self.facts.items(), found.stated, found.implied))

    def undecided(self, rule: str, found: Judged) -> Finding | None:
        """Return a finding that derives the levels which the text does not state; None where nothing follows."""
        derived = []
        for role in LEVELS:
            implied = found.implied.get(role)
            if role not in self.facts and implied is not None and implied.low is not None and implied.high is not None:
                derived.append((role, implied))
        if not derived:
            return None
        values = " and ".join(f"{amount(implied, self.like)} {LEVELS[role]}" for role, implied in derived)
        message = f"{self.said()}: {values}, which is not stated"
        code = next(iter(currencies(self.like)), None)
        return Finding(
            rule,
            "undecided",
            message,
            shown(self.facts.items(), found.stated, found.implied),
            derived=tuple(Derived(role, implied.rounded_outward(), code) for role, implied in derived),
        )


def movement_rule(name: str, judge: Callable[[Movement], Finding | None], *, slips: bool = True) -> Rule:
    """Return the rule that judges the movements that fall to it; amounts in two currencies always conflict."""
    return Rule(name, judging(partial(_judged, name, judge), slips=slips))


def _judged(rule: str, judge: Callable[[Movement], Finding | None], link: Link) -> Finding | None:
    movement = movement_of(link, rule) if _rule_of(link) == rule else None
    if movement is None:
        return None
    compared = comparison(amount for _, amount in _amounts(movement.facts))
    if compared == "currencies":
        return _in_two_currencies(rule, movement)
    return judge(movement) if compared == "same" else None


def _rule_of(link: Link) -> str | None:
    if link.relation != "movement":
        return "cagr" if link.relation == "cagr" else None
    if link.get("change") is not None:
        return "absolute_change"
    pct = link.get("pct")
    if pct is None:
        return "growth_direction"
    if isinstance(pct.value, Ratio):
        return "multiple"  # "twice the 2.7 percent"
    return _BY_UNIT.get(pct.value.unit) if isinstance(pct.value, Change) else None


def movement_of(link: Link, rule: str) -> Movement | None:
    """Return the movement of a link for a rule, None where it has no direction or no amounts."""
    facts: dict[str, Fact] = {}
    readings: dict[str, Readings] = {}
    direction = link.direction
    for role, fact in link.roles:
        found = fact.readings
        if found is None or role in facts:
            continue
        name = "factor" if rule == "multiple" and role == "pct" else role
        facts[name], readings[name] = fact, found.negated() if role in link.losses else found
        if isinstance(fact.value, Change) and name in CHANGES:
            direction = fact.value.direction
    amounts = [value for _, value in _amounts(facts)]
    if rule == "multiple" and _is_a_part_or_times(facts.get("factor")):
        direction = "up"  # "three times the 4 percent", and "fell to a third of the 12 percent" as well
    if direction is None or direction == "flat" or not amounts:
        return None
    return Movement(direction, facts, readings, unit_of(amounts))


def _is_a_part_or_times(factor: Fact | None) -> bool:
    """Tell whether a factor says itself which level is the greater: a third, or twice."""
    return factor is not None and isinstance(factor.value, Ratio)


def _amounts(facts: Mapping[str, Fact]) -> list[tuple[Fact, Quantity]]:
    """Return the figures that are amounts, rather than percentages or factors, with their values."""
    return [
        (fact, fact.value)
        for role, fact in facts.items()
        if role in (*LEVELS, "change") and isinstance(fact.value, Quantity)
    ]


def _in_two_currencies(rule: str, movement: Movement) -> Finding:
    """Return the conflict of "£2.28 billion, up 12% from $2.6 billion"."""
    codes = {currencies(value)[0]: quoted(fact) for fact, value in _amounts(movement.facts) if currencies(value)}
    message = f"{' and '.join(codes.values())} are in two currencies, {' and '.join(codes)}"
    return Finding(rule, "conflicts", message, shown(movement.facts.items(), {}, {}))
