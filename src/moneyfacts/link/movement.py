"""What rose or fell: a change, the level before it and the level after it, in any order of words.

Patterns are tried from the most to the least telling. What one has taken is folded away before the next is tried, so
that "94 cents, up 13% from 81 cents, beating the 89 cents expected" holds 94 against 81, and then 94 against 89.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from msgspec.structs import replace

from ..lang.language import Language
from ..model.facts import Fact
from ..model.interval import Interval
from ..model.values import Change, Count, Direction, Measurement, Money, Percent, Quantity
from .doubts import is_doubtful
from .minor_units import in_its_unit
from .movement_patterns import MOVEMENTS, MOVEMENTS_OF_UNSPACED
from .patterns import Found, expression
from .refuted import is_refuted
from .relations import Link
from .restated import BESIDE
from .tags import LETTERS, TagSequence, letters

_LEVELS = ("prior", "current")
_CURRENT, _PRIOR = ("current", "moved", "turned", "profit"), ("prior", "base", "loss")  # by their names in patterns
_NAMES = (("prior", _PRIOR), ("current", _CURRENT))
_NOUNS = frozenset({"movement", "balance"})
_VERBS = frozenset({"moved", "moved_before"})
_STAYING = frozenset({"level", "verb", "verb2"})  # among the tags, when the rest is folded away
_POINTS = frozenset({"percentage_point", "basis_point"})
_RELATIVE = frozenset({"percent", "percentage_point", "basis_point", "multiple"})
_FROM_LOSS: dict[tuple[str, ...], Direction] = {("prior",): "up", ("current",): "down"}
_HELD = expression("<from|versus><word|movement|of|expected|earlier|date>{0,6}$").search
_PLAIN = "<word|movement|of|expected>{0,2}"
_LISTED = expression(f"{_PLAIN}<and>{_PLAIN}<amount|percent>").match
_TIMES = letters("date", "earlier")
_WAYS = {"up", "down"}
_SHARES = Interval(Fraction(4, 5), Fraction(5, 4))
_MOST_TIMES = 10_000  # that one level is the other
_NEAR = 4  # items before a level


def fold_movements(tags: TagSequence, beside: Mapping[int, Fact], language: Language) -> tuple[TagSequence, list[Link]]:
    """Return tags without what rose or fell in them, and that; `beside` are figures said beside others, by those."""
    links: list[Link] = []
    for each in (MOVEMENTS_OF_UNSPACED if language.words.unspaced else MOVEMENTS).of(tags):
        start = 0
        while found := each.first(tags, start):
            made = _both(found, language) if "current2" in found.groups else [_movement(found, beside, language)]
            whole = [link for link in made if link is not None]
            if len(whole) < len(made):
                start = found.start + 1
                continue
            for link in whole:
                links += (link, *_alike_beside(link, beside))
            tags = _folded(found)
            start = max(0, found.start - 1) if len(tags.code) < len(found.tags.code) else found.start + 1
    return tags, links


def _both(found: Found, language: Language) -> list[Link | None]:
    """Return the two movements of a list whose figures belong to each other respectively."""
    change, rate = found.fact("change"), found.fact("rate")
    way = _way(found, change, language)
    made: list[Link | None] = []
    for turn in (0, 1):
        levels = [(role, facts[turn]) for role in _LEVELS if (facts := found.facts(role))]
        pct = change if turn == 0 else rate and way and as_change(rate, way)
        figures = [*([("pct", pct)] if pct else []), *levels]
        alike = len(levels) < 2 or same(levels[0][1], levels[1][1])
        fits = way and alike and len(figures) > 1
        made.append(Link("movement", tuple(figures), way, tie=found.pattern) if fits else None)
    return made


def _movement(found: Found, beside: Mapping[int, Fact], language: Language) -> Link | None:
    """Return the movement of a pattern, None where its figures cannot be one."""
    way = _way(found, found.fact("change") or found.fact("factor"), language)
    changes = _changes(found, beside, way)
    if changes is None or _is_another_way(found, *changes):
        return None
    change, also = changes
    levels = _levels(found, change, way, beside, language)
    if levels is None:
        return None
    prior = levels[0]
    if change is None and prior is not None and way is not None and (more := _more_than(found, beside, way)):
        return Link("movement", (*more, ("prior", prior)), way, tie=found.pattern)
    losses = _losses(found, language) if prior is not None else ()
    if found.fact("loss") is not None:
        way = _FROM_LOSS.get(losses)
    if way is None:
        return None
    named = {_role(fact): fact for fact in (also, change) if fact is not None}  # of two alike the first
    roles = [*named.items(), *((role, fact) for role, fact in zip(_LEVELS, levels, strict=True) if fact is not None)]
    weak = _is_untimed(found) or is_doubtful(found, change, language)
    ordered = tuple(sorted(roles, key=lambda role: role[1].start))
    return Link("movement", ordered, way, losses=losses, weak=weak, tie=found.pattern)


def _changes(found: Found, beside: Mapping[int, Fact], way: Direction | None) -> tuple[Fact | None, Fact | None] | None:
    """Return what says by how much it moved, and what says it again; None where a figure cannot."""
    change, also = found.fact("change") or found.fact("factor"), found.fact("also")
    rate, amount = found.fact("rate"), found.fact("amount")
    if amount is not None:
        if change is not None and way is not None and isinstance(change.value, Change):
            return change, as_change(amount, way)  # "$10 million, or 20 percent lower"
        rate = rate or beside.get(amount.start)  # "gained $7.40, or 22.8 percent, to $39.80"
        if way is None or rate is None or not isinstance(rate.value, Percent):
            return None
        also = as_change(amount, way)
    if rate is not None and way is not None:
        change = as_change(rate, way)
    return change, also


def _levels(
    found: Found, change: Fact | None, way: Direction | None, beside: Mapping[int, Fact], language: Language
) -> tuple[Fact | None, Fact | None] | None:
    """Return the levels before and after, None where they cannot be those of one movement."""
    prior, current = (_first(found, roles) for roles in (_PRIOR, _CURRENT))
    if prior is not None and current is not None:
        prior, current = in_its_unit(prior, current), in_its_unit(current, prior)
        if change is None and _dwarfs(current, prior):
            current = beside.get(current.start)  # "$5 million, or 94 cents a share, beating the 89 cents expected"
    if prior is None or not found.groups.keys() & {*_CURRENT}:
        return None if prior is None and current is None else (prior, current)
    if current is None or not same(current, prior) or not _fits(found, change):
        return None  # a later pattern may read it without
    if is_refuted(found, current, prior, change, way, language) or (change is not None and _dwarfs(current, prior)):
        return None
    if _compares(found):
        prior = replace(prior, qualifier=None)  # "3, above the 2 of May" does not loosen the 2
    return prior, current


def _is_another_way(found: Found, change: Fact | None, also: Fact | None) -> bool:
    """Tell whether a second change cannot say the first again: "up 26 percent this year, slipped 8 cents"."""
    one, other = (fact.value if fact else None for fact in (change, also))
    if not isinstance(one, Change) or not isinstance(other, Change):
        return False
    if {one.unit, other.unit} & _POINTS and {one.unit, other.unit} - _RELATIVE:
        return True  # "grow 1 or 2 percentage points"
    return {one.direction, other.direction} == _WAYS and not (found.has("or") or found.has("("))


def as_change(rate: Fact, way: Direction) -> Fact:
    """Return a figure as the change that a verb makes of it: "fell to 3 from 4, or by 25 percent"."""
    value = rate.value
    numbers = {name: getattr(value, name) for name in ("amount", "low", "high", "alternatives")}
    match value:
        case Percent(unit=unit):
            moved = Change(direction=way, unit=unit, **numbers)
        case Money(currency=code, candidates=codes, per=per):
            moved = Change(direction=way, unit=code, candidates=codes, per=per, **numbers)
        case Count(of=noun, per=per):
            moved = Change(direction=way, unit="count", of=noun, per=per, **numbers)
        case _:
            return rate
    return replace(rate, value=moved)


def _more_than(found: Found, beside: Mapping[int, Fact], way: Direction) -> tuple[tuple[str, Fact], ...]:
    """Return the change in "$5 million, or 2%, above the $240 million of May", where it is no level."""
    moved = found.fact("moved")
    share = beside.get(moved.start) if moved is not None else None
    if moved is None or share is None or not isinstance(share.value, Percent):
        return ()
    return ("change", as_change(moved, way)), ("pct", as_change(share, way))


def _compares(found: Found) -> bool:
    """Tell whether what seems to loosen the level before is what holds the other against it."""
    place = next(place for role in _PRIOR for place in found.places(role))
    return found.tags.has("qualifier", max(0, place - 1), place)


def _first(found: Found, roles: Iterable[str]) -> Fact | None:
    return next((fact for role in roles if (fact := found.fact(role)) is not None), None)


def _role(change: Fact) -> str:
    value = change.value
    return "change" if isinstance(value, Change) and value.unit not in _RELATIVE else "pct"


def _way(found: Found, change: Fact | None, language: Language) -> Direction | None:
    """Return the direction of the change, or that of the last word which states one, if none gainsays it."""
    items = found.tags.items
    verbs = (*found.places("verb"), *found.places("verb2"))
    if change is not None:
        moved: Direction = change.value.direction if isinstance(change.value, Change) else "up"
        said = {items[place].direction for place in verbs}
        return None if said - {moved} else moved  # "rose to 3 from 2, offsetting a 14 percent drop"
    stated = [item for item in reversed(items[found.start : found.end]) if item.direction and item.tag not in _NOUNS]
    governing = [item for item in stated if item.tag in _VERBS and "moved" in found.pattern]
    way = next((item.direction for item in governing or stated), None)
    if verbs:
        first = min(place for role in ("current", "prior") for place in found.places(role))
        nouns = {item.direction for item in items[verbs[0] : first] if item.tag == "movement"}
        if nouns - {way} and items[verbs[0]].word in language.changes.particles:
            return None  # "chalked up the decline to 52 from 54"
    return way


def same(current: Fact, prior: Fact) -> bool:
    """Tell whether two figures can be levels of one thing: a bare number may be of anything that the other is of."""
    one, other = current.value, prior.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    if isinstance(one, Change) and isinstance(other, Change) and one.direction != other.direction:
        return False
    if _is_bare(one) or _is_bare(other):
        return True
    if isinstance(one, Money) and isinstance(other, Money):
        return one.per == other.per or None in (one.per, other.per)
    if isinstance(one, Count) and isinstance(other, Count):
        return one.per == other.per
    if isinstance(one, Money) and isinstance(other, Change):
        return not {*one.candidates}.isdisjoint(other.candidates)  # "a loss of 15 cents"
    units = (Percent, Change, Measurement)
    return isinstance(one, units) and isinstance(other, units) and one.unit == other.unit


def _dwarfs(large: Fact, small: Fact) -> bool:
    """Tell whether one figure is so much larger than another that it is no level of the same thing."""
    one, other = large.typical, small.typical
    return bool(one and other and one.low and other.high and one.low > _MOST_TIMES * other.high > 0)


def _is_bare(value: Quantity) -> bool:
    return isinstance(value, Count) and value.of is None and value.per is None


def _fits(found: Found, change: Fact | None) -> bool:
    """Tell whether the words between and after two levels let the second be what the first is held to."""
    places = sorted(place for role in (*_CURRENT, *_PRIOR) for place in found.places(role))
    between = found.tags.code[places[0] : places[-1]]
    after = found.tags.code[places[-1] + 1 : places[-1] + 7]
    expected = LETTERS["expected"] in between + after
    if LETTERS["beat"] in between:
        return expected
    compared = LETTERS["versus"] in between
    if compared and expected:
        return False  # "compared with the 3 expected"
    if found.groups.keys() & {"moved", "base"} and _HELD(found.tags.code[: places[0]]):
        return False  # "compared with 7 and well below the 4 expected"
    if compared and _LISTED(after):
        return False  # "compared with 7 and 8 in May and June"
    if change is None or not isinstance(change.value, Change):
        return True
    verbs = (item for item in found.tags.items[places[0] : places[-1]] if item.tag in _VERBS)
    return all(item.direction == change.value.direction for item in verbs if item.direction)


def _is_untimed(found: Found) -> bool:
    """Tell whether a level is held to one which nothing says was one before: "rose to 4, compared with 3"."""
    places = [*found.places("current"), *found.places("prior")]
    if len(places) < 2:
        return False
    around = found.tags.code[min(places) : max(places) + 7]
    held = around.find(LETTERS["versus"])
    return held >= 0 and _TIMES.isdisjoint(around[held:])


def _losses(found: Found, language: Language) -> tuple[str, ...]:
    """Return which level is a loss, where the other is none; two losses are held against each other as they stand."""
    levels = [(role, place) for role, names in _NAMES for name in names for place in found.places(name)]
    lost = [role for role, place in levels if _is_loss(found.tags, place, language)]
    return tuple(lost) if language.links.losses and len(lost) == 1 and len(levels) == 2 else ()


def _is_loss(tags: TagSequence, place: int, language: Language) -> bool:
    """Tell whether a level is below zero: by the measure named shortly before it, else by that of its sentence."""
    fact = tags.items[place].fact
    assert fact is not None
    if isinstance(fact.value, Change) and fact.value.candidates:
        return fact.value.direction == "down"  # "a loss of 15 cents"
    if not isinstance(fact.value, Money):
        return False
    for item in reversed(tags.items[max(0, place - _NEAR) : place]):
        if item.fact is not None:
            break
        if item.word in language.context.measures:
            return item.word in language.links.losses
    measure = fact.context.measure
    return measure is not None and measure.casefold().rpartition(" ")[2] in language.links.losses


def _alike_beside(link: Link, beside: Mapping[int, Fact]) -> Iterator[Link]:
    """Yield the same movement of the figures beside its levels: to "$92 million, or 53 cents a share", from others."""
    levels = [(role, beside[fact.start]) for role, fact in link.roles if role in _LEVELS and fact.start in beside]
    if len(levels) < 2:
        return
    factor = [(role, fact) for role, fact in link.roles if role == "pct" and _is_multiple(fact)]
    roles = (*factor, *levels)
    yield Link("movement", roles, link.direction, losses=link.losses, weak=not _are_apart(link), tie=BESIDE.name)


def _are_apart(link: Link) -> bool:
    """Tell whether two levels differ by more than the number of shares is likely to.

    A profit may fall by some percent where what a share earns rises, since there are fewer shares.
    """
    one, other = (fact.typical if fact else None for fact in map(link.get, _LEVELS))
    return not link.losses and one is not None and other is not None and not (one * _SHARES).overlaps(other)


def _is_multiple(fact: Fact) -> bool:
    return isinstance(fact.value, Change) and fact.value.unit == "multiple"


def _folded(found: Found) -> TagSequence:
    """Return the tags without what a movement took, but for the level that it led to; its verb may serve once more."""
    kept = next((place for role in _CURRENT for place in found.places(role)), -1)
    tags = found.tags
    for place in found.places("verb"):
        tags = tags.with_item(place, tags.items[place]._replace(tag="moved_before"))
    taken = sorted(place for role, place in found.groups.items() if place != kept and role not in _STAYING)
    behind = [place for place in taken if 0 <= kept < place]
    if behind and "current2" not in found.groups:
        tags = tags.without(kept + 1, behind[-1] + 1)
        taken = taken[: len(taken) - len(behind)]
    for place in reversed(taken):
        tags = tags.blanked(place)
    return tags
