"""Who plays which role: figures that the words of a text tie together, before anybody asks whether they agree.

Figures are tied from left to right within a sentence, by the words between two neighbours: dates, qualifiers and what a
change is measured against ("from a year earlier") are set aside, and the last words that remain say the tie. Which
words those are is language data; nothing here knows a language.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from .facts import Document, Fact
from .findings import Assumed
from .lang.language import Language
from .read.behind import cue
from .text import Sentence, sentences
from .values import Change, Count, DateSpan, Direction, Duration, Measurement, Money, Percent

Relation = Literal[
    "movement", "conversion", "part_whole", "span", "share", "ratio", "sum", "difference", "per_unit", "repeat", "cagr"
]
Tie = Literal["current", "prior", "alternative", "part", "moved", "restated", "more"]

_LONGEST_GAP = 160  # characters between two figures that are tied
_MOST_UNKNOWN = 8  # words between two figures that say nothing of their tie
_LONGEST_MONTH = 31
_WORDS_APART = 5  # between an adjective and its dates
_NEAR = 48  # characters in which a verb governs the date or level behind it
_FACTS_AHEAD = 12
_SENTENCES_AHEAD = 2  # in which the end of a stated duration may follow

Roles = list[tuple[str, Fact]]


class Link(msgspec.Struct, frozen=True):
    """Figures in their roles, as the words tie them: nothing here says whether they agree.

    The relations and their roles (those in brackets may be missing):

    * `movement`: something rose or fell. [`pct`] a Change in percent, in points or a multiple, or a Ratio ("twice"),
      [`change`] a Change in money or a count, [`prior`] the level before (or what it is held against: a forecast),
      [`current`] the level after; `direction` from the words; `losses` are the levels that the words make negative.
    * `cagr`: a movement at a yearly rate: `pct`, `prior`, `current`, and the `duration` between them.
    * `conversion`: `amount`, and `equivalent`, the same amount restated in another currency or unit, or per another.
    * `part_whole`: `whole`, and one or more `part`s that the text says are in it.
    * `share`: `numerator`, `pct` (a Percent or Ratio), `denominator`; or, where no whole is stated, two or more pairs
      of `numerator` and `pct` that share one, in this order.
    * `ratio`: `numerator`, `denominator`, and `pct`, their quotient: a margin, which may be more than a whole.
    * `sum`: two or more `item`s that make up the whole [`total`]; without it, percentages that make up 100.
    * `difference`: `minuend` less `subtrahend` is `result`.
    * `per_unit`: `price` x `count` = `total`.
    * `repeat`: `first`, and `again`, the same figure said another way.
    * `span`: `duration`, [`start`] and [`end`] date spans; `assumed` holds what the text does not state.
    """

    relation: Relation
    roles: tuple[tuple[str, Fact], ...]
    direction: Direction | None = None
    assumed: tuple[Assumed, ...] = ()
    losses: tuple[str, ...] = ()

    def get(self, role: str) -> Fact | None:
        """Return the first figure in a role, None where nobody plays it."""
        return next((fact for name, fact in self.roles if name == role), None)

    def all(self, role: str) -> tuple[Fact, ...]:
        """Return every figure in a role, in the order of the text."""
        return tuple(fact for name, fact in self.roles if name == role)


def links(document: Document, language: Language, ranges: Sequence[Sentence] | None = None) -> tuple[Link, ...]:
    """Return the figures of a document that its words tie together, in the order of the text.

    `ranges` are the sentences of its figures, where somebody has found them already.
    """
    if ranges is None:
        ranges = list(sentences(document.text, language, [fact.start for fact in document.facts]))
    facts = document.facts
    grouped = [((each.start, each.end), facts[each.first : each.last]) for each in ranges]
    found: list[Link] = []
    for span, group in grouped:
        found += _Chain(document.text, span, group, language).links()
        found += _adjectives(document.text, span, group, language)
    return (*found, *_deals(document, grouped, language))


class _Chain:
    """The figures of one sentence, tied from left to right."""

    def __init__(self, text: str, span: tuple[int, int], facts: Sequence[Fact], language: Language) -> None:
        self.text = text
        self.span = span
        self.facts = facts
        self.language = language
        self.found: list[Link] = []
        self.movement: Roles = []
        self.direction: Direction | None = None
        self.dates: list[Fact] = []  # since the last figure
        self.last: list[Fact] = []  # the last two figures
        self.skip = 0  # the end of a bracket that restated the figure before it

    def links(self) -> list[Link]:
        """Return the links of the sentence, in the order of their last figures."""
        before: Fact | None = None
        for fact in self.facts:
            if isinstance(fact.value, DateSpan):
                self.dates.append(fact)
            if not isinstance(fact.value, Money | Percent | Change | Count | Measurement):
                continue
            if before is not None and self._restates(before, fact):
                self.found.append(Link("conversion", (("amount", before), ("equivalent", fact))))
                self.skip = fact.end + 1
                continue
            self._add(before, fact)
            before, self.skip, self.dates, self.last = fact, 0, [], [*self.last[-1:], fact]
        self._close()
        return self.found

    def _restates(self, before: Fact, fact: Fact) -> bool:
        """Tell whether a figure in brackets says the amount before it in another currency."""
        if not isinstance(before.value, Money) or not isinstance(fact.value, Money):
            return False
        if before.value.currency == fact.value.currency:
            return False
        gap = self.language.words.tokens(self.text[before.end : _begin(self.text, fact)].replace("（", "("))
        if gap[:1] != ["("] and "(" in gap:
            gap = gap[gap.index("(") :] if len(gap[: gap.index("(")]) <= 2 and before.value.per else gap
        inside = " ".join(word.casefold() for word in gap[1:])
        return (
            gap[:1] == ["("]
            and (not inside or inside in self.language.restated)
            and self.text[fact.end : fact.end + 1] in ")]）"
        )

    def _add(self, before: Fact | None, fact: Fact) -> None:
        tie = self._tie(before, fact) if before is not None else None
        roles = dict(self.movement)
        if isinstance(fact.value, Change):
            role = "pct" if fact.value.unit in _RELATIVE else "change"
            if before is not None and tie == "alternative" and role not in roles and before in roles.values():
                self.movement.append((role, fact))
            elif before is not None and tie == "moved" and _level(before):
                if before not in roles.values():
                    self._close()
                    self.movement.append(("prior" if self._is_prior(before) else "current", before))
                self.movement.append((role, fact))
            else:
                self._close()
                self.movement += [*self._led(fact), (role, fact)]
            self.direction = fact.value.direction
            return
        joined = before is not None and before in roles.values()
        if joined and tie in ("current", "prior") and tie not in roles:
            self.movement.append((tie, fact))
        elif before is not None and tie == "prior" and self._moved_before(before, fact):
            self._close()
            self.movement += [("current", before), ("prior", fact)]
            self.direction = self._moved_before(before, fact)
        elif before is not None and tie == "part":
            self.found.append(Link("part_whole", (("whole", before), ("part", fact))))
        elif before is not None and tie == "more" and self.found and self._of_one_list(before, fact):
            whole = self.found.pop()
            self.found.append(Link("part_whole", (*whole.roles, ("part", fact))))
        elif before is not None and (direction := self._led_to(before, fact)):
            self._close()
            self.movement, self.direction = [("prior", before), ("current", fact)], direction
        elif before is not None and not roles and _level(before) and self._is_prior(fact, ()):
            self.movement = [("current", before), ("prior", fact)]  # "36亿元，去年同期32亿元，增长12.5%"
        else:
            self._start(fact)

    def _is_prior(self, level: Fact, behind: Sequence[str] = ()) -> bool:
        """Tell whether a word before a level, and a verb right `behind` it, say that something moved from it.

        Where words need no spaces: "由5.8%降至5.7%", "较去年同期的206位增加13.4%".
        """
        language = self.language
        if not language.words.unspaced or not language.cues.keys() >= set(behind):
            return False
        before = [each for each in self.facts if each.end <= level.start]
        begin = max((each.end for each in before if not isinstance(each.value, DateSpan)), default=self.span[0])
        window = self.text[max(begin, level.start - _NEAR) : level.start]
        for each in before:
            window = window.replace(each.text, "") if isinstance(each.value, DateSpan) else window
        found = language.ties.find([each for each in language.words.tokens(window) if each not in language.tie_fillers])
        return found is not None and found[1] == "prior"

    def _led_to(self, before: Fact, fact: Fact) -> Direction | None:
        """Return the direction of the verb between two levels, where words need no spaces: "由5.8%降至5.7%"."""
        language = self.language
        if not _level(before) or not _level(fact) or not self._is_prior(before):
            return None
        tokens = [word for word in self._tokens(before, fact) if word not in _COMMAS]
        found = language.ties.find(tokens)
        if found is None or found[1] != "current" or len(tokens) > found[0] + 1:
            return None
        said = "".join(tokens)
        verb = max((word for word in language.cues if said.startswith(word)), key=len, default="")
        return language.cues[verb].direction if verb else None

    def _led(self, fact: Fact) -> Roles:
        """Return the levels before a change that the words behind them name: "100억원에서 105억원으로 5% 증가"."""
        roles: Roles = []
        for level in reversed(self.last if self.language.level_particles else ()):
            of = level.value.of if isinstance(level.value, Count) else None
            end = self.text.index(of, level.end) + len(of) if of else level.end
            behind = self.language.next(self.text, end)
            role = self.language.level_particles.get(behind[1].casefold()) if behind else None
            between = self.language.words.tokens(self.text[level.end : _begin(self.text, fact)])
            if (
                role is None
                or role in dict(roles)
                or not _level(level)
                or not self.language.tie_breaks.isdisjoint(between)
            ):
                break
            roles.insert(0, (role, level))
        return roles

    def _start(self, fact: Fact) -> None:
        """Begin a movement at a level that a verb leads to: "rose to $5 million", "fell from 7 percent"."""
        window = self.text[max(self.span[0], _begin(self.text, fact) - _NEAR) : _begin(self.text, fact)]
        last = self.language.words.tokens(window)[-1:] if self.language.words.unspaced else window.rsplit(None, 1)[-1:]
        if not last or last[0].casefold() not in self.language.ties.entries:
            return  # nearly always
        tokens = [word.casefold() for word in self.language.words.tokens(window)]
        found = self.language.ties.find(tokens)
        if found is None or found[1] not in ("current", "prior"):
            return
        rest = tokens[: len(tokens) - found[0]]
        while rest and (rest[-1].endswith("ly") or rest[-1] in self.language.fillers):
            rest.pop()
        verb = self.language.changes.find(rest)
        direction = self.language.cues[verb[1]].direction if verb else self._moved_behind(fact)
        if direction:
            self._close()
            self.movement = [(found[1], fact)]
            self.direction = direction

    def _moved_behind(self, fact: Fact) -> Direction | None:
        """Return the direction of the verb behind a level and the next: "von 100 auf 110 Euro gestiegen"."""
        found = cue(self.text, fact.end, self.language) if self.language.change_levels else None
        return found.direction if found and not found.noun else None

    def _close(self) -> None:
        if len(self.movement) > 1 and self.direction:
            self.found.append(Link("movement", tuple(self.movement), self.direction))
        self.movement, self.direction = [], None

    def _of_one_list(self, before: Fact, fact: Fact) -> bool:
        last = self.found[-1]
        return last.relation == "part_whole" and last.roles[-1][1] is before and type(before.value) is type(fact.value)

    def _tokens(self, before: Fact, fact: Fact) -> list[str]:
        """Return the words between two figures, without dates, qualifiers, and what a change is measured against."""
        pieces, position = [], max(before.end, self.skip)
        if self.language.words.unspaced and isinstance(before.value, Count) and before.value.of:
            position = max(position, self.text.index(before.value.of, before.end) + len(before.value.of))
        end = _begin(self.text, fact)
        for each in self.dates:
            if position <= each.start and each.end <= end:
                pieces.append(self.text[position : each.start])
                position = each.end
        pieces.append(self.text[position:end])
        gap = self.language.basis_pattern.pattern.sub(" ", " ".join(pieces))
        return [
            word
            for token in self.language.words.tokens(gap)
            if (word := token.casefold()) not in self.language.tie_fillers
        ]

    def _tie(self, before: Fact, fact: Fact) -> Tie | None:
        if fact.start - before.end > _LONGEST_GAP:
            return None
        tokens = self._tokens(before, fact)
        if isinstance(fact.value, Change) and tokens and (self._only_cues(tokens) or self._is_prior(before, tokens)):
            return "moved"
        found = self.language.ties.find(tokens)
        if found is None:
            return None
        rest = tokens[: len(tokens) - found[0]]
        if found[1] == "prior":
            rest = [word for word in rest if word not in self.language.cues]
        while rest and rest[-1] in _COMMAS:
            rest.pop()
        if len(rest) > _MOST_UNKNOWN or any(word in self.language.tie_breaks for word in rest):
            return None
        if any(word in self.language.cues for word in rest):
            return None
        return found[1]  # type: ignore[return-value]

    def _only_cues(self, tokens: Sequence[str]) -> bool:
        """Tell whether only words like ", up" or "(an increase of" stand between a level and its change."""
        language = self.language
        return (
            tokens[0] in ",，、(（–—-"
            and any(word in language.cues for word in tokens)
            and all(
                word in language.cues or word in language.fillers or word in language.noun_links for word in tokens[1:]
            )
        )

    def _moved_before(self, before: Fact, fact: Fact) -> Direction | None:
        """Return the direction in "$45 million, up from $42 million", None without a word that states one."""
        if not _level(before) or not _level(fact):
            return None
        for word in self._tokens(before, fact):
            if word in self.language.cues:
                return self.language.cues[word].direction
        return None


_COMMAS = (",", "，", "、")
_RELATIVE = frozenset({"percent", "percentage_point", "basis_point", "multiple"})


def _level(fact: Fact) -> bool:
    return not isinstance(fact.value, Change | Duration | DateSpan)


def _begin(text: str, fact: Fact) -> int:
    """Return where a figure begins with its qualifier, where that stands before it."""
    if fact.qualifier is None:
        return fact.start
    begin = fact.start - len(fact.qualifier.text)
    return begin if text.startswith(fact.qualifier.text, begin) else begin - 1


def _adjectives(text: str, span: tuple[int, int], facts: Sequence[Fact], language: Language) -> Iterator[Link]:
    """Yield "quarterly revenue from July through September": an adjective that says how long the dates are.

    It does so only of a measure: an annual meeting from 3 to 5 July lasts three days, and it is annual.
    """
    for index, fact in enumerate(facts):
        if not _compound(fact):
            continue
        begin = max(span[0], fact.start - _NEAR, facts[index - 1].end if index else 0)
        words = [word.casefold() for word in language.words.tokens(text[begin : fact.start])][-_WORDS_APART:]
        for place, word in enumerate(words):
            if word in language.adjectives and not language.measures.isdisjoint(words[place + 1 :]):
                unit = language.adjectives[word]
                yield Link("span", (("end", fact),), assumed=(Assumed("duration", f"1 {unit}", word),))


def _compound(fact: Fact) -> bool:
    """Tell whether dates were said from one to another: more than one day, or more than one month."""
    value = fact.value
    if not isinstance(value, DateSpan) or value.start is None or value.end is None:
        return False
    return (
        value.end > value.start
        if value.grain == "day"
        else value.grain == "month" and (value.end - value.start).days > _LONGEST_MONTH
    )


def _deals(
    document: Document, grouped: Sequence[tuple[tuple[int, int], Sequence[Fact]]], language: Language
) -> Iterator[Link]:
    """Yield a stated duration with the end that the text states: "a 12-year partnership", "running through 2028"."""
    text = document.text
    for index, (span, facts) in enumerate(grouped):
        deals = [fact for fact in facts if isinstance(fact.value, Duration) and _of_deal(text, fact, language)]
        if not deals:
            continue
        words = {word.casefold() for word in language.words.tokens(text[span[0] : span[1]])}
        new = not words.isdisjoint(language.deal_opening) and words.isdisjoint(language.deal_ongoing)
        ends = [fact for _, group in grouped[index : index + 1 + _SENTENCES_AHEAD] for fact in group]
        for fact in deals:
            end = _end_of(text, fact, ends, language)
            if end is None:
                continue
            if isinstance(end.value, DateSpan) and end.value.start is not None:
                yield Link("span", (("duration", fact), ("start", end), ("end", end)))
            elif document.published is not None and new:
                assumed = Assumed("start", document.published.isoformat(), "published")
                yield Link("span", (("duration", fact), ("end", end)), assumed=(assumed,))


def _of_deal(text: str, fact: Fact, language: Language) -> bool:
    """Tell whether a duration is that of an agreement: one of its nouns follows within three words."""
    words = language.words.tokens(text[fact.end : fact.end + _NEAR])[:3]
    return any(word.casefold() in language.deal_nouns for word in words)


def _end_of(text: str, duration: Fact, facts: Sequence[Fact], language: Language) -> Fact | None:
    """Return the date up to which the agreement runs: one of the next few behind its duration."""
    first = bisect_right(facts, duration.start, key=lambda fact: fact.start)
    for fact in facts[first : first + _FACTS_AHEAD]:
        value = fact.value
        if not isinstance(value, DateSpan) or value.end is None or value.grain == "day":
            continue
        words = language.words.tokens(text[max(duration.end, fact.start - _NEAR) : fact.start])[-3:]
        runs = any(word.casefold() in language.deal_runs for word in words)
        near = fact.start - duration.end <= _NEAR
        if (value.start is None and (runs or near)) or (value.start is not None and near and " " in fact.text):
            return fact
    return None
