"""Parts and their whole: what is in it, which share of it something is, and what makes it up.

Percentages that nearly make up 100 are meant to: three or four of them in a sentence, one after the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from ..lang.language import Language
from ..model.facts import Fact
from ..model.interval import Interval
from ..model.values import Change, Count, Measurement, Money, Quantity
from .patterns import Found, TagPatterns, expression
from .patterns import TagPattern as Pattern
from .relations import Link
from .tags import LETTERS, TagSequence, letters

PARTS = TagPatterns(
    (
        Pattern(
            "whole_including_part",
            """{whole} ...& <,|(|->? <including|made_of>{* part}
            (?: ..., <from>?... <,|and>+ {* part2} )? (?: ..., <from>?... <,|and>+ {* part3} )?""",
            "The company has 9,800 employees, including 2,300 engineers.",
        ),
        Pattern(
            "whole_part_of_which",
            "{whole} ..., , {part} <including>",
            "The group has 9,800 employees, 2,300 of whom work abroad.",
        ),
        Pattern(
            "part_out_of_whole",
            "{part} ... <out_of>{* whole}",
            "Marlow bears the brunt, with 3,100 layoffs out of a total of 4,250 employees in the city.",
        ),
        Pattern(
            "of_whole_part",
            "^ <of>{* whole} ... , {* part} (?: ..., <,|and>+ {* part2} )? (?: ..., <,|and>+ {* part3} )?",
            "Of the 940 jobs to go, 310 are in Vaasa.",
        ),
    )
)
SUMS = TagPatterns(
    (
        Pattern(
            "whole_parts_of_it",
            "{whole} ... , ... {part} ..., <,|and>+ {* part2} (?: ..., <,|and>+ {* part3} )?",
            "The chain runs 90 shops, 60 of its own and 30 of partners.",
        ),
        Pattern(
            "parts_make_whole",
            "{part} ... ,? <and>{* part2} ... <to>?{* whole}",
            "Sales of $41.5 million and service fees of $8.5 million brought revenue to a total of $50.0 million.",
        ),
    )
)
SHARES = TagPatterns(
    (
        Pattern(
            "part_or_share_of_whole",
            "{numerator} <word>{0,3} ,? <or|(> {pct} ,? @of {denominator}",
            "Pellworth earned $309 million, or 9.1 percent of the group's $3.40 billion in net income.",
        ),
        Pattern(
            "share_or_part_of_whole",
            "{pct} ,? <or|(> {numerator} <)>? ,? @of {denominator}",
            "Pellworth earned 9.1 percent, or $309 million, of the group's $3.40 billion in net income.",
        ),
        Pattern(
            "part_share_of_whole",
            "{numerator} ... (?: , <share|and|break>{0,3} | <break>?<share> ) {pct} @of {denominator}",
            "Some 640,000 people are on the drug, only 11% of the 5.9 million who need it.",
        ),
        Pattern(
            "share_of_whole_or_part",
            "{pct} @of {denominator} , <to|or>{* numerator}",
            "About a third of the group's 6,000 workers, or 2,010, are in Vaasa.",
        ),
        Pattern(
            "whole_part_or_share",
            "{denominator} ..., ,?<including> ..., <to>?{* numerator} , (?: <or> | <share> ... <to>? ){pct}",
            "The market will reach $412 million by 2027, of which medicine takes $103 million, or 25%.",
        ),
        Pattern(
            "part_of_whole_its_share",
            "{numerator} ..., ,? <share>{* denominator} ... {pct}",
            "解除质押600万股，占其所持8,000万股的7.5%。",
            "zh",
        ),
    )
)
LOOSE_SHARES = TagPatterns(
    (
        Pattern(
            "part_accounting_for_share",
            "{numerator} ..., <,|->? <and|break>?<and|break>? ... <to|share>? {pct} @of {denominator}",
            "The unit earned $309 million and so made 9.1 percent of the group's $3.40 billion in net income.",
        ),
        Pattern(
            "of_whole_share_or_part",
            "{denominator} ..., {pct} <,|->* <or>{numerator}",
            "Of the 9,400 cells, 71 percent, or 6,674, were good.",
        ),
        Pattern(
            "whole_part_accounting_for",
            "{denominator} ..., ,?<including>? ..., {* numerator} ,? ... <share> ... {pct}",
            "公司营收31.0亿元，海外收入9.3亿元，占比30.0%。",
            "zh",
        ),
    )
)
LISTED = TagPatterns(
    (
        Pattern(
            "percentages_of_all",
            "{item}@between {item2}@between {item3}(?:@between {item4})?",
            "About 35% of sales came from chemicals, 41% from shipping and 24% from systems.",
        ),
    )
)
_FAR = Interval(Fraction(1, 10), Fraction(10))
_SCALED = 1000
_FEW = 10
_NEAR = 4  # items
_OF_ANOTHER = expression("<,|and|break><word>{2,}<including>|<word>{3,}<including>").search
_HAS_PARTS = expression("<neutral>{0,8},?<including>").match
_AND_SHARE = expression("<and><share>").search
_PRIOR = letters("from", "versus")
_ABOUT_ALL = Interval.around(100, 3)


def parts_in(tags: TagSequence, language: Language) -> Iterator[Link]:
    """Yield the parts of wholes, and the percentages that make up all, in a sentence."""
    for found in PARTS.search(tags):
        whole = found.fact("whole")
        if whole is not None and not (found.tags.has("including", found.end - 1, found.end) and _is_another(found)):
            yield from _divided(whole, found, language)
    for found in SUMS.search(tags):
        whole, items = found.fact("whole"), found.facts("part")
        if whole is not None and all(
            _alike(fact, whole) and _is_one(fact) and not _differ(fact, whole) for fact in items
        ):
            yield Link("sum", (("total", whole), *(("item", fact) for fact in items)), weak=True, tie=found.pattern)
    for found in LISTED.search(tags):
        items = found.facts("item")
        if _add_up(items, None):
            yield Link("sum", tuple(("item", fact) for fact in items), weak=True, tie=found.pattern)


def _is_another(found: Found) -> bool:
    """Tell whether "55 projects of which" is of other things than the count before it."""
    whole, part = found.fact("whole"), found.fact("part")
    return whole is not None and part is not None and _differ(whole, part)


def _is_one(fact: Fact) -> bool:
    """Tell whether a figure is no printed range."""
    return isinstance(fact.value, Quantity) and fact.value.amount is not None


def _differ(one: Fact, other: Fact) -> bool:
    """Tell whether two counts are of things with different names."""
    nouns = [fact.value.of for fact in (one, other) if isinstance(fact.value, Count)]
    return len(nouns) == 2 and None not in nouns and nouns[0] != nouns[1]


def _divided(whole: Fact, found: Found, language: Language) -> Iterator[Link]:
    """Yield a whole with the parts that follow it: all of them, where they make it up, else those that "and" joins."""
    places = [place for place in found.places("part") if _alike(_at(found, place), whole)]
    places = places[:1] + [place for place in places[1:] if not _is_whole(found, place)]
    items = [_at(found, place) for place in places]
    for size in range(len(items), 1, -1):
        if found.has("made_of") or _add_up(items[:size], whole):
            yield Link("sum", (("total", whole), *(("item", fact) for fact in items[:size])), tie=found.pattern)
            return
    joined = _joined(whole, found, places)
    if joined:
        parts = [_at(found, place) for place in joined]
        roles = (("whole", whole), *(("part", part) for part in parts))
        yield Link("part_whole", roles, weak=_is_doubtful(whole, found, joined, language), tie=found.pattern)


def _joined(whole: Fact, found: Found, places: list[int]) -> list[int]:
    """Return the places of the parts that "and" joins; those after the first have to find room in the whole."""
    joined = places[:1]
    for place in places[1:]:
        if not found.tags.has("and", joined[-1], place):
            break
        joined.append(place)
    if len(joined) > 1 and _exceed([_at(found, place) for place in joined], whole):
        return joined[:1]  # "including 760 in lending, and ended with 57,682"
    return joined


def _is_doubtful(whole: Fact, found: Found, joined: list[int], language: Language) -> bool:
    """Tell whether what seems a part may be of something else, or more than what it seems a part of."""
    part = _at(found, joined[0])
    around = found.tags.items[min(found.places("whole")[0], joined[0]) + 1 : joined[-1] + _NEAR]
    adverse = any(item.word in language.links.adverse for item in around)  # a profit is less than the charges on it
    apart = not found.has("out_of") and (_are_apart(whole, part) or adverse or _is_net(found, language))
    if _is_price(whole) and not _is_price(part):
        return True  # "earnings of 31 cents, which included $14 million of reserves"
    return apart or _is_open(whole) or _is_few(whole) or _is_a_name(part, whole)


def _is_price(fact: Fact) -> bool:
    """Tell whether an amount of money is of the size of what one thing costs or earns."""
    value = fact.value
    return isinstance(value, Money) and isinstance(value.amount, Decimal) and abs(value.amount) < _SCALED


def _is_net(found: Found, language: Language) -> bool:
    """Tell whether what seems a whole may be less than its parts, or another's: a loss, "with this level including"."""
    at = found.places("whole")[0]
    before = found.tags.items[max(0, at - _NEAR) : at]
    links = language.links
    lost = any(item.word in links.net or (item.direction == "down" and item.word in links.adverse) for item in before)
    return lost or _OF_ANOTHER(found.tags.code[at : found.end]) is not None


def _is_whole(found: Found, place: int) -> bool:
    """Tell whether what seems to be a part has parts itself: "and $912 billion to Italy, including $282 billion"."""
    return _HAS_PARTS(found.tags.code, place + 1) is not None


def _are_apart(whole: Fact, part: Fact) -> bool:
    """Tell whether two figures are of things with different names, or of different measures."""
    measures = {fact.context.measure for fact in (whole, part)} - {None}
    return _differ(whole, part) or len(measures) > 1


def _at(found: Found, place: int) -> Fact:
    fact = found.tags.items[place].fact
    assert fact is not None
    return fact


def shares_in(language: Language, *tags: TagSequence) -> Iterator[Link]:
    """Yield the shares of a stated whole in a sentence: in its tags, and in what is left of them without movements."""
    taken: set[int] = set()
    for patterns, searched in ((SHARES, tags), (LOOSE_SHARES, tags[::-1])):
        for found in (found for each in searched for found in patterns.search(each)):
            one, pct, whole = (found.fact(role) for role in ("numerator", "pct", "denominator"))
            if one is None or pct is None or whole is None or pct.start in taken or not _alike(one, whole):
                continue
            if _is_greater(one, whole) or _is_before(found):
                continue  # "8,000 shares, or 17 percent of all, following purchases of 500"
            taken.add(pct.start)
            loose = found.pattern == "part_accounting_for_share" or (
                found.pattern == "whole_part_accounting_for" and not language.words.unspaced
            )
            ranked = found.pattern == "part_share_of_whole" and _is_few(whole, _SCALED)  # "our top 100 clients"
            weak = loose or ranked or _is_listed(found) or _is_few(one)
            roles = (("numerator", one), ("pct", pct), ("denominator", whole))
            yield Link("share", roles, weak=weak, tie=found.pattern)


def _is_open(whole: Fact) -> bool:
    """Tell whether a whole may be more than it says: "bonuses of $1 million or more, including one of $4.6 million"."""
    return whole.qualifier is not None and whole.qualifier.sense in ("above", "at_least")


def _is_a_name(part: Fact, whole: Fact) -> bool:
    """Tell whether a small number without a noun may be the name of a thing: "30 Boeing models, including the 787"."""
    value = part.value
    bare = isinstance(value, Count) and value.of is None and value.amount is not None and value.amount < _SCALED
    return bare and isinstance(whole.value, Count) and whole.value.of is not None


def _is_few(fact: Fact, most: int = _FEW) -> bool:
    """Tell whether a figure counts a few things: "the two unions, representing half of the 5 million workers"."""
    value = fact.value
    return isinstance(value, Count) and value.amount is not None and value.amount < most


def _is_before(found: Found) -> bool:
    """Tell whether what seems a part is a level before: "up from 440,000, but only 12% of the 5.8 million"."""
    [one] = found.places("numerator")
    return found.tags.code[max(0, one - 1) : one] in _PRIOR


def _is_listed(found: Found) -> bool:
    """Tell whether "and" stands between a figure and the percentage: "one of 35 million and a third of 45 million"."""
    [one], [pct] = found.places("numerator"), found.places("pct")
    between = found.tags.code[min(one, pct) : max(one, pct)]
    return LETTERS["and"] in between and not _AND_SHARE(between)  # but "and accounted for a third"


def _is_greater(one: Fact, other: Fact) -> bool:
    """Tell whether a figure is greater than another by far."""
    part, whole = one.typical, other.typical
    return part is not None and whole is not None and not (part * _FAR).overlaps(whole) and _over(part, whole)


def _over(part: Interval, whole: Interval) -> bool:
    return part.low is not None and whole.high is not None and part.low > whole.high


def _alike(one: Fact, other: Fact) -> bool:
    """Tell whether one figure can be a part of another: money of money, things of things."""
    part, whole = one.value, other.value
    if isinstance(part, Count) and part.of is None and isinstance(whole, Money):
        return one.precision[0].digit >= _SCALED  # "$880 million, including 240 million for the mill"
    if isinstance(part, Money):
        return isinstance(whole, Money) and part.per == whole.per and bool({*part.candidates} & {*whole.candidates})
    if isinstance(part, Change):
        return isinstance(whole, Money) and bool({*part.candidates} & {*whole.candidates})
    if isinstance(part, Count) and isinstance(whole, Count):
        return part.per == whole.per
    return isinstance(part, Measurement) and isinstance(whole, Measurement) and part.unit == whole.unit


def _exceed(parts: Sequence[Fact], whole: Fact) -> bool:
    """Tell whether figures together are more than another, each of them being no more."""
    all_of_it, readings = whole.typical, [fact.typical for fact in parts]
    if all_of_it is None or None in readings:
        return False
    together = sum((each for each in readings[1:] if each is not None), readings[0] or Interval.point(0))
    return _over(together, all_of_it)


def _add_up(items: Sequence[Fact], total: Fact | None) -> bool:
    """Tell whether figures make up a total as they are printed; percentages that nearly do are meant to make up all."""
    readings = [fact.typical for fact in items]
    whole = total.typical if total else _ABOUT_ALL
    together = Interval.point(0)
    for each in readings:
        if each is None:
            return False
        together += each
    return whole is not None and whole.overlaps(together)
