"""Amounts of money as CLDR prints them in a locale."""

from __future__ import annotations

from decimal import Context, Decimal, localcontext

from ..model.interval import plain
from ..model.money import Money
from .cldr import normalized


def printed_money(money: Money, locale: str = "en") -> str:
    r"""Return an amount, rounded to its currency's smallest unit, as CLDR prints it in a locale; a range as both ends.

    What it is paid for is not printed. Raises UnknownLocaleError, and TypeError for money without an amount.

    >>> money = Money(amount=Decimal("1234.5"), currency="EUR")
    >>> fares = Money(low=Decimal(9), high=Decimal(15), currency="USD")
    >>> printed_money(money), printed_money(money, "de"), printed_money(fares)
    ('€1,234.50', '1.234,50\xa0€', '$9.00–$15.00')
    """
    from babel.numbers import format_currency  # noqa: PLC0415 - a locale's data

    name, whole = normalized(locale), money.rounded()
    ends = [end for end in (whole.amount, whole.low, whole.high) if isinstance(end, Decimal)]
    if not ends:
        raise TypeError(f"{money} has no amount to print")
    with localcontext(Context(prec=max(len(plain(end)) for end in ends) + 8, traps=[])):
        said = [format_currency(end, money.currency, locale=name, decimal_quantization=False) for end in ends]
    return "–".join(said)
