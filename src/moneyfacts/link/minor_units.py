"""Bare numbers beside amounts in hundredths of a currency: "to 810 pence from 785" is from 7.85 pounds."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from msgspec.structs import replace

from ..model.facts import Fact
from ..model.interval import product
from ..model.readings import Precision
from ..model.values import Count, Money

_HUNDREDTH = Fraction(1, 100)


def in_its_unit(bare: Fact, other: Fact) -> Fact:
    """Return a bare number as the hundredths of the other's currency, where the other is printed in these."""
    count, money = bare.value, other.value
    if not isinstance(count, Count) or count.of is not None or not isinstance(money, Money) or not _is_minor(other):
        return bare
    named = {name: getattr(money, name) for name in ("currency", "candidates", "reason")}
    precision = tuple(
        Precision(product(each.digit, _HUNDREDTH), product(each.nonzero, _HUNDREDTH), each.word)
        for each in bare.precision
    )
    value = Money(_hundredth(count.amount), _hundredth(count.low), _hundredth(count.high), **named)
    return replace(bare, value=value, precision=precision)


def _hundredth(number: Decimal | Fraction | None) -> Decimal | Fraction | None:
    return None if number is None else product(number, _HUNDREDTH)


def _is_minor(fact: Fact) -> bool:
    """Tell whether an amount is a hundredth of the number that is printed: "810 pence", "66.2 cents"."""
    amount = fact.value.amount if isinstance(fact.value, Money) else None
    digits = "".join(each for each in fact.text if each.isdecimal() or each == ".").strip(".")
    return bool(amount) and digits.replace(".", "", 1).isdecimal() and Fraction(digits) * _HUNDREDTH == amount
