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

from ...identities.figures import Figures, Implied
from ...identities.shares import sum_of
from ...link import Link
from ...model.findings import Finding
from ...model.interval import Interval
from ...model.values import Percent, Quantity
from ..operand import Operand, listed, numbered, operands, pct_of
from ..rule import Rule
from ..run import judging
from ..verdict import Judged, comparison, in_other_currencies, is_bare, judged, shared_unit
from ..wording import amount, fits, quoted

_ALL = Interval.point(100)


def judge(link: Link) -> Finding | None:
    """Return whether items add up to what the text says they do."""
    return _of_all(link) if link.get("total") is None else _of_total(link)


def _of_total(link: Link) -> Finding | None:
    totals, items = operands("total", link.all("total")[:1]), operands("item", link.all("item"))
    if not totals or items is None or len(items) < 2:
        return None
    [total] = totals
    values = [each.value for each in items]
    compared = comparison([total.value, *values])
    if compared == "currencies":
        return in_other_currencies("sum", (*items, total))
    if compared == "different":
        return None
    like = shared_unit(values if is_bare(total.value) else [total.value])
    return _finding(judged({"total": total, **numbered(items)}, sum_of), items, like, quoted(total.fact))


def _of_all(link: Link) -> Finding | None:
    """Return whether percentages make up 100."""
    items = [each for fact in link.all("item") if (each := pct_of(fact, "item"))]
    if len(items) < max(2, len(link.all("item"))):
        return None
    return _finding(judged(numbered(items), _of_a_hundred), items, Percent(), "100%")


def _of_a_hundred(items: Figures) -> Implied:
    return sum_of({"total": _ALL, **items})


def _finding(found: Judged, items: Sequence[Operand], like: Quantity, total: str) -> Finding:
    is_so = f"{listed(items)} add up to {amount(found.follows('total'), like)}"
    return found.finding("sum", f"{is_so}, {fits(found.verdict, total)}")


SUM = Rule("sum", judging(judge, "sum"), about="Items and what they add up to.")
