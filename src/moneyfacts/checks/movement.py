"""What the four rules about levels that rose or fell share: which rule a movement falls to, and what it leaves open.

Each movement falls to the rule of the fullest identity that it states: `absolute_change` where it has an amount of
change, else `growth` or `multiple` by its percentage or factor, else `growth_direction`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from ..identities.figures import Figures, Implied, Way
from ..link import Link, Relation
from ..model.findings import Derived, Finding
from ..model.values import Change, Quantity, Ratio
from .operand import Operand, in_order, part
from .rule import Rule
from .run import judging
from .verdict import Judged, comparison, currencies, is_bare, judged, unit_of
from .wording import amount, quoted

LEVELS = {"prior": "before", "current": "after"}
CHANGES = ("change", "pct", "factor")
_LEADS = {"prior": "from", "current": "to"}
_BY_UNIT = {"percent": "growth", "multiple": "multiple"}


class Movement(NamedTuple):
    """Something that rose or fell: its figures by role, and which way.

    The levels are amounts in the unit of `like`.
    """

    way: Way
    operands: dict[str, Operand]
    like: Quantity

    @property
    def levels(self) -> int:
        """How many of the two levels, before and after, are stated."""
        return ("prior" in self.operands) + ("current" in self.operands)

    @property
    def losses(self) -> int:
        """How many of them are negative: a percentage or multiple of a loss has no agreed meaning."""
        levels = (self.operands[role] for role in LEVELS if role in self.operands)
        below = (each.typical.high for each in levels if each.readings.low < 0)
        return sum(high is not None and high < 0 for high in below)

    def judged(self, identity: Callable[[Figures, Way], Implied]) -> Judged:
        """Return whether an identity can be true of the movement."""
        return judged(self.operands, lambda figures: identity(figures, self.way))

    def could_be_turned(self, identity: Callable[[Figures, Way], Implied]) -> bool:
        """Tell whether figures that conflict fit the other way, where nothing says what they are of.

        Where a currency rises its rate falls: "the krona rose 0.8 percent to 9.35 from 9.43".
        """
        turned = self._replace(way="down" if self.way == "up" else "up")
        return is_bare(self.like) and turned.judged(identity).verdict == "agrees"

    def without(self, role: str) -> Movement:
        """Return the movement without the figure in a role."""
        return self._replace(operands={name: each for name, each in self.operands.items() if name != role})

    def quoted(self, *roles: str) -> list[str]:
        """Return the figures in roles as the text has them."""
        return [quoted(self.operands[role].fact) for role in roles]

    def said(self) -> str:
        """Return the movement in words: "down 63 cents, or 0.63 percent, to $74.70"."""
        changes = [self.operands[role].fact for role in CHANGES if role in self.operands]
        told = ", or ".join(map(quoted, changes))
        bare = any(fact.precision[0].word for fact in changes)  # "doubled" is a verb already
        levels = [f"{word} {self.quoted(role)[0]}" for role, word in _LEADS.items() if role in self.operands]
        comma = "," if len(changes) > 1 and levels else ""
        lasting = [f"in {each}" for each in self.quoted("duration")] if "duration" in self.operands else []
        moved = [told + comma if bare else f"{self.way} {told}{comma}"] if told else []
        return " ".join((*moved, *levels, *lasting))

    def undecided(self, rule: str, found: Judged) -> Finding | None:
        """Return a finding that derives the levels which the text does not state; None where nothing follows."""
        derived = []
        for role in LEVELS:
            implied = found.implied.get(role)
            if (
                role not in self.operands
                and implied is not None
                and implied.low is not None
                and implied.high is not None
            ):
                derived.append((role, implied))
        if not derived:
            return None
        values = " and ".join(f"{amount(implied, self.like)} {LEVELS[role]}" for role, implied in derived)
        code = next(iter(currencies(self.like)), None)
        return found._replace(verdict="undecided").finding(
            rule,
            f"{self.said()}: {values}, which is not stated",
            derived=tuple(Derived(role, implied.rounded_outward(), code) for role, implied in derived),
        )


def movement_rule(name: str, judge: Callable[[Movement], Finding | None], *, about: str, slips: bool = True) -> Rule:
    """Return the rule that judges the movements that fall to it; amounts in two currencies always conflict."""
    relation: Relation = "cagr" if name == "cagr" else "movement"
    return Rule(name, judging(partial(_judged, name, judge), relation, slips=slips), about)


def _judged(rule: str, judge: Callable[[Movement], Finding | None], link: Link) -> Finding | None:
    movement = movement_of(link, rule) if _rule_of(link) == rule else None
    if movement is None:
        return None
    compared = comparison(each.value for each in _amounts(movement.operands))
    if compared == "currencies":
        return _in_two_currencies(rule, movement)
    return judge(movement) if compared == "same" else None


def _rule_of(link: Link) -> str | None:
    if link.relation == "cagr":
        return "cagr"
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
    operands: dict[str, Operand] = {}
    direction = link.direction
    for role, fact in link.roles:
        name = "factor" if rule == "multiple" and role == "pct" else role
        operand = None if name in operands else Operand.of(name, fact)
        if operand is None:
            continue
        operands[name] = operand.negated() if role in link.losses else operand
        if isinstance(fact.value, Change) and name in CHANGES:
            direction = fact.value.direction
    if {"change", "pct"} <= operands.keys() and _are_opposite(operands["change"].value, operands["pct"].value):
        operands["pct"] = operands["pct"].negated()  # "fell 30 cents, or 2 percent higher"
        direction = getattr(operands["change"].value, "direction", direction)
    amounts = [each.value for each in _amounts(operands)]
    if rule == "multiple" and "factor" in operands and isinstance(operands["factor"].value, Ratio):
        direction = "up"  # says itself which is more: "three times the 4 percent", "fell to a third of the 12 percent"
    if direction is None or direction == "flat" or not amounts:
        return None
    return Movement(direction, operands, unit_of(amounts))


def _are_opposite(one: Quantity, other: Quantity) -> bool:
    return isinstance(one, Change) and isinstance(other, Change) and {one.direction, other.direction} == {"up", "down"}


def _amounts(operands: dict[str, Operand]) -> list[Operand]:
    """Return the figures that are amounts, rather than percentages or factors."""
    return [each for role, each in operands.items() if role in LEVELS or role == "change"]


def _in_two_currencies(rule: str, movement: Movement) -> Finding:
    """Return the conflict of "£2.28 billion, up 12% from $2.6 billion"."""
    codes = {
        currencies(each.value)[0]: quoted(each.fact) for each in _amounts(movement.operands) if currencies(each.value)
    }
    message = f"{' and '.join(codes.values())} are in two currencies, {' and '.join(codes)}"
    parts = in_order(part(role, each.fact) for role, each in movement.operands.items())
    return Finding(rule, "conflicts", message, parts)
