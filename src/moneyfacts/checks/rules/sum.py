"""Sum: items that make up a whole.

    item + item + ... = total

"Orders of 12.4 million, 30 million and 8.35 million euros, 58.7 million in all": the true items lie in [12.35, 12.45],
[29.5, 30.5] and [8.345, 8.355] million and add up to 50.2 to 51.31 million euros: it conflicts with 58.7 million.

Percentages without a total must make up 100: "47.2%, 31.5% and 21.3%" add up to 99.85% to 100.15%. Three that are
printed to whole numbers may add up to 99 or 101, since each is half a point either way.

Amounts in different currencies are undecided; nothing is said of unlike things.

Source: the definition of a sum; the intervals are those of `moneyfacts.model.readings`.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...identities.shares import sum_of
from ...link import Link
from ...model.findings import Finding
from ...model.interval import Interval
from ...model.values import Percent, Quantity
from ..operand import JudgedTerms, Term, in_other_currencies, judged, listed, pct_of, shared_unit, terms_of
from ..rule import Rule
from ..run import judging
from ..verdict import comparison, is_bare
from ..wording import amount, fits, quoted

_ALL = Interval.point(100)


def judge(link: Link) -> Finding | None:
    """Return whether items add up to what the text says they do."""
    if link.relation != "sum":
        return None
    return _of_all(link) if link.get("total") is None else _of_total(link)


def _of_total(link: Link) -> Finding | None:
    total, items = terms_of("total", link.all("total")[:1]), terms_of("item", link.all("item"))
    if not total or items is None or len(items) < 2:
        return None
    terms = [*total, *items]
    values = [term.value for term in terms]
    compared = comparison(values)
    if compared == "currencies":
        return in_other_currencies("sum", [*items, *total], terms)
    if compared == "different":
        return None
    like = shared_unit(values[1:] if is_bare(values[0]) else values[:1])
    return _finding(judged(terms, sum_of), items, like, quoted(total[0].fact))


def _of_all(link: Link) -> Finding | None:
    """Return whether percentages make up 100."""
    items = [term._replace(role="item") for fact in link.all("item") if (term := pct_of(fact))]
    if len(items) < max(2, len(link.all("item"))):
        return None
    return _finding(judged(items, _rests), items, Percent(), "100%")


def _rests(*items: Interval) -> tuple[Interval, ...]:
    """Return what the others leave of a hundred for each item."""
    return sum_of(_ALL, *items)[1:]


def _finding(found: JudgedTerms, items: Sequence[Term], like: Quantity, total: str) -> Finding:
    added = sum_of(_ALL, *(item.typical for item in items))[0]
    is_so = f"{listed(items)} add up to {amount(added, like)}"
    return found.finding("sum", f"{is_so}, {fits(found.verdict, total)}")


SUM = Rule("sum", judging(judge))
