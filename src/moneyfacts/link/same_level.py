"""One movement, told twice: a lead says what its level rose by, and a later sentence says it again or from what.

"Sales rose 5% to $3.1 million", and further down "sales climbed 9% to $3.1 million": the two percentages are one, since
the level after them is. Where the second says the level before, or the amount of change, the percentage is held to it.

Two levels are one where they are the same amount, of one measure and no two subjects; where no measure is named, only
if the subject is and three digits are the same, or more than three. The level before may be that of another time than
the percentage is since, so that it is tied loosely, and so are percentages since different times.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model.facts import Context, Fact
from ..model.values import Change, Count, Money
from .relations import Link

TIE = "level_said_again"
_DIGITS = 3
_SHORTEST = 3  # letters of a word that names a subject


def said_again(links: Sequence[Link]) -> Iterator[Link]:
    """Yield what the movements of a document say of each other whose levels after them are one."""
    known: dict[object, list[Link]] = {}
    for link in links:
        current = link.get("current")
        if link.relation != "movement" or link.weak or current is None or not (key := _level(current)):
            continue
        earlier = known.setdefault(key, [])
        for other in earlier:
            if (found := _held(other, link)) is not None:
                yield found
                break
        earlier.append(link)


def _level(fact: Fact) -> object:
    """Return what two levels have in common that are printed alike, None for one that may recur: a rate, a share."""
    value = fact.value
    if fact.qualifier is not None or not isinstance(value, Money | Count) or value.amount is None:
        return None
    noun = value.of if isinstance(value, Count) else value.currency
    return value.kind, value.amount, noun, value.per


def _held(one: Link, other: Link) -> Link | None:
    """Return what two movements to one level say together, None where they are not one."""
    levels = [fact for link in (one, other) for role, fact in link.roles if role == "current"]
    if one.direction != other.direction or levels[0].start == levels[1].start or not _are_one(*levels):
        return None
    first, again = one.get("pct"), other.get("pct")
    if first is not None and again is not None:
        if not _alike(first, again):
            return None
        return Link("repeat", (("first", first), ("again", again)), weak=_basis(first) != _basis(again), tie=TIE)
    if (first is None) == (again is None):
        return None
    pct, rest = (first, other) if first is not None else (again, one)
    if pct is None or not _is_percent(pct) or not (rest.get("prior") or rest.get("change")) or rest.losses:
        return None
    return Link("movement", (("pct", pct), *rest.roles), rest.direction, weak=True, tie=TIE)


def _are_one(level: Fact, again: Fact) -> bool:
    one, other = level.context, again.context
    if one.accounting != other.accounting or _differ(one.subject, other.subject):
        return False
    digits = min(sum(map(str.isdigit, fact.text)) for fact in (level, again))
    if one.measure is None or other.measure is None:
        return digits > _DIGITS or (digits == _DIGITS and one.subject is not None and other.subject is not None)
    return _measure(one) == _measure(other)


def _differ(subject: str | None, other: str | None) -> bool:
    """Tell whether two subjects have no word in common."""
    if subject is None or other is None:
        return False
    one, another = ({word for word in each.casefold().split() if len(word) >= _SHORTEST} for each in (subject, other))
    return one.isdisjoint(another)


def _measure(context: Context) -> str:
    """Return the head of a measure, without the time before it: "first-quarter profit" is profit."""
    words = (context.measure or "").casefold().split(" ")
    return " ".join(words[1:] if len(words) > 1 and "-" in words[0] else words)


def _alike(one: Fact, other: Fact) -> bool:
    first, second = one.value, other.value
    return isinstance(first, Change) and isinstance(second, Change) and first.unit == second.unit


def _is_percent(fact: Fact) -> bool:
    return isinstance(fact.value, Change) and fact.value.unit == "percent"


def _basis(fact: Fact) -> str | None:
    return fact.value.basis if isinstance(fact.value, Change) else None
