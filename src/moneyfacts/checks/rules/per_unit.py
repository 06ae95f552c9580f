"""Per unit: what one costs, how many there are, and what all of them cost.

    price x count = total

"1.4 million shares at $12.50 each, raising $19.3 million": the true price lies in [12.495, 12.505] dollars and the
count in [1.35, 1.45] million, so all of them cost 16.87 to 18.13 million dollars: it conflicts. A printed range of
prices ("at $12.10 to $12.90") is all of it. A number of periods will do for a count: "€3.2 billion a year for five
years" is €16 billion, and so is "for 60 months".

Whole things and whole periods are counted: "four trucks" are four, not 3.5 to 4.5. Zeros at the end of a count may
still be round (`plausible`: "20 trucks" may be 15 to 25), which those of a length of time are not.

Amounts in different currencies are undecided. Nothing is said of unlike things, of a price per day and a number of
months, which have no agreed number of days, nor where price and total are bare numbers: cents and dollars look alike.

Source: the definition of a unit price; the intervals are those of `moneyfacts.model.readings`.
"""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from ...identities.shares import per_unit, periods
from ...link import Link
from ...model.facts import Fact
from ...model.findings import Finding
from ...model.interval import Interval
from ...model.values import Change, Count, Duration, Measurement, Money, Quantity
from ..operand import Operand
from ..rule import Rule
from ..run import judging
from ..verdict import comparison, in_other_currencies, is_bare, judged, unit_of
from ..wording import amount, fits, quoted


def judge(link: Link) -> Finding | None:
    """Return whether a price and a number make the total that the text says."""
    facts = [fact for role in ("price", "count", "total") if (fact := link.get(role))]
    if len(facts) < 3:
        return None
    price, total = Operand.of("price", facts[0]), Operand.of("total", facts[2])
    count = _counted(facts[1], getattr(facts[0].value, "per", None))
    if price is None or count is None or total is None:
        return None
    amounts = [_at_once(price.value), _at_once(total.value)]
    compared = comparison(amounts)
    if compared == "currencies":
        return in_other_currencies("per_unit", (price, total), (count,))
    if compared == "different" or (is_bare(price.value) and isinstance(total.value, Count)):
        return None
    found = judged({"price": price, "count": count, "total": total}, per_unit)
    is_so = f"{quoted(price.fact)} times {quoted(count.fact)} is {amount(found.follows('total'), unit_of(amounts))}"
    return found.finding("per_unit", f"{is_so}, {fits(found.verdict, quoted(total.fact))}")


def _counted(fact: Fact, per: str | None) -> Operand | None:
    """Return how many there are: of things, or of the periods that a price is for."""
    value = fact.value
    if not isinstance(value, Count | Duration | Measurement | Change):
        return None
    if isinstance(value, Change) and value.unit != "count":
        return None
    unit = periods(value.unit, per) if isinstance(value, Duration) and per is not None else Fraction(1)
    count = None if unit is None else Operand.of("count", fact, unit)
    return _whole(count) if count is not None and not isinstance(value, Measurement) else count


def _whole(count: Operand) -> Operand:
    """Return a count that says a whole number of things without qualification as that number."""
    number, fact = count.value.amount, count.fact
    if number is None or fact.qualifier or fact.precision[0].word or fact.precision[0].digit != 1:
        return count
    is_round = isinstance(count.value, Count) and fact.precision[0].nonzero != 1
    exactly = count.in_identity(Interval.point(number))
    return replace(count, typical=exactly, stretch=count.stretch if is_round else _exactly)


def _exactly(count: Operand) -> Interval:
    return count.typical


def _at_once(value: Quantity) -> Quantity:
    """Return a price as the amount of money that it is."""
    return replace(value, per=None) if isinstance(value, Money | Count | Change) else value


PER_UNIT = Rule("per_unit", judging(judge, "per_unit"), about="A price, how many, and what all of them come to.")
