"""What one sentence leaves open and another says.

"Profit rose 20 percent to $6 million. Profit was $5 million in 2015." It is a percentage with both of its levels.

Only figures of one measure and one subject are tied so, and only between neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..model.facts import Context, Fact
from ..model.values import Change, Percent
from .movement import same
from .relations import Link
from .restated import converts
from .tags import LETTERS, TagSequence, letters

AHEAD = 2  # sentences in which the level before may follow
_LEAD = 4  # sentences in which the levels may follow a percentage
_LEVELS = letters("amount", "percent")
_PLAIN = letters(*("word", "movement", "of", "expected", "earlier", ",", "date", "duration", "from", "(", ")"))
_TIMES = letters("date", "earlier", "from")
_AMOUNTS = letters("amount", "absolute", "percent")
_BRACKET = "".join(LETTERS[name] for name in ("(", "amount", ")"))


class Said(NamedTuple):
    """A sentence with figures: its number, its tags, and what is tied in it."""

    number: int
    tags: TagSequence
    links: list[Link]

    @property
    def is_open(self) -> bool:
        """Whether a movement in it lacks the level before."""
        return any(link.relation == "movement" and link.get("prior") is None for link in self.links)


def complete(sentences: Sequence[Said]) -> None:
    """Put to the links of sentences what their neighbours complete."""
    for place, said in enumerate(sentences):
        following = sentences[place + 1 : place + 1 + _LEAD]
        for index, link in enumerate(said.links):
            if (more := _with_prior(link, said, following)) is not None:
                said.links[index] = more
        for change in _alone(said):
            _completed(change, following)
        if following and following[0].tags.code == _BRACKET:
            said.links.extend(_bracketed(said, following[0]))


def _with_prior(link: Link, said: Said, following: Sequence[Said]) -> Link | None:
    """Return a movement with the level before it, which one of the next sentences states alone."""
    current = link.get("current")
    if (
        link.relation != "movement"
        or current is None
        or link.get("prior")
        or not (link.get("pct") or link.get("change"))
    ):
        return None
    for other in following:
        if other.number - said.number > AHEAD:
            break
        level = _only_level(other.tags)
        if level is not None and same(current, level) and _of_one_thing(current.context, level.context):
            roles = (*link.roles, ("prior", level))
            return Link("movement", roles, link.direction, losses=link.losses, weak=True, tie="level_in_next_sentence")
    return None


def _only_level(tags: TagSequence) -> Fact | None:
    """Return the level of a sentence that states one figure and when it was so, and nothing that moves."""
    levels = [item.fact for item in tags.items if item.tag in ("amount", "percent")]
    rest = set(tags.code) - _LEVELS
    return levels[0] if len(levels) == 1 and rest <= _PLAIN and rest & _TIMES else None


def _bracketed(said: Said, bracket: Said) -> Iterator[Link]:
    """Yield "... of 4 trillion yuan. ($586 billion)", which a full stop parts."""
    amount, equivalent = said.tags.items[-1].fact, bracket.tags.items[1].fact
    if amount is not None and equivalent is not None and converts(amount, equivalent, bracket=True):
        yield Link("conversion", (("amount", amount), ("equivalent", equivalent)), tie="bracket_after_full_stop")


def _alone(said: Said) -> Iterator[Fact]:
    """Yield the percentages of change of a sentence without other amounts."""
    if not _AMOUNTS.isdisjoint(said.tags.code):
        return
    tied = {fact.start for link in said.links for _, fact in link.roles}
    for item in said.tags.items:
        fact = item.fact
        if fact is not None and item.tag == "relative" and fact.start not in tied and isinstance(fact.value, Change):
            yield fact


def _completed(change: Fact, following: Sequence[Said]) -> None:
    """Put a percentage of a lead to the levels that the same moved between."""
    for other in following:
        for index, link in enumerate(other.links):
            current, prior = link.get("current"), link.get("prior")
            if link.relation != "movement" or current is None or prior is None or link.get("pct") or link.get("change"):
                continue
            if isinstance(current.value, Percent) or not isinstance(change.value, Change):
                continue
            if link.direction == change.value.direction and _of_one_thing(change.context, current.context):
                roles = (("pct", change), *link.roles)
                other.links[index] = Link(
                    "movement", roles, link.direction, losses=link.losses, weak=True, tie="levels_after_lead"
                )
                return


def _of_one_thing(one: Context, other: Context) -> bool:
    """Tell whether two figures are of the same measure of the same subject, on the same basis."""
    if one.measure is None or other.measure is None or one.accounting != other.accounting:
        return False
    subjects = {each.casefold() for each in (one.subject, other.subject) if each is not None}
    measures = {_plain(each) for each in (one.measure, other.measure)}
    return len(measures) == 1 and len(subjects) <= 1


def _plain(measure: str) -> str:
    """Return a measure without the time that stands before it: "first-quarter profit" is profit."""
    words = measure.casefold().split(" ")
    return " ".join(words[1:] if len(words) > 1 and "-" in words[0] else words)
