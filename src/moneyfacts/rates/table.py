"""Exchange rates of your own: a table of printed figures by day, from Python or from a CSV file.

A rate that a text itself prints ("at 6.87 yuan to the dollar") is a table of one day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import zip_longest
from pathlib import Path
from typing import Any, Self

from ..model.interval import MAX_DIGITS
from .history import RateHistory, is_plain_date

Figure = str | int | Decimal

_CODE = re.compile("[A-Z]{3}")
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?([Ee][+-]?[0-9]{1,3})?")
_NONE = ("", "N/A")


class RateTable(RateHistory):
    """Rates from a mapping of days to figures: how many units of a currency one unit of `base` is on that day.

    Figures are strings, ints or Decimals, and positive. The last day published serves up to `FALLBACK_DAYS` after it,
    as with the ECB. `name` is the source as findings name it; the table is copied, and does not change afterwards.

    Raises TypeError for a float (it is not the figure that was printed), for a key that is no `datetime.date`, and for
    anything but mappings; ValueError for a figure that is not positive, for a currency that does not look like an
    ISO 4217 code, and for a table without figures; the message says where.

    >>> printed = RateTable({date(2017, 1, 19): {"CNY": "6.87"}}, base="USD", name="the text")
    >>> printed.rate("CNY", "USD", date(2017, 1, 20)).value
    Fraction(100, 687)
    >>> RateTable({date(2017, 1, 19): {"CNY": 6.87}}, base="USD")
    Traceback (most recent call last):
        ...
    TypeError: CNY on 2017-01-19: the float 6.87 is not the figure that was printed; give it as a string, '6.87'
    """

    def __init__(self, rates: Mapping[date, Mapping[str, Figure]], *, base: str, name: str = "table") -> None:
        if not isinstance(name, str):
            raise TypeError(f"name has to be a str, as findings name the source, not {name!r}")
        super().__init__(name, _code(base, "the base"))
        self._rows: dict[date, dict[str, Decimal]] = {}
        for day, row in _mapping(rates, "rates map days to figures").items():
            if not is_plain_date(day):
                raise TypeError(f"rates are keyed by day, a datetime.date, not by {day!r}")
            figures = _mapping(row, f"{day}: figures are keyed by currency")
            self._rows[day] = {
                _code(currency, str(day)): _figure(figure, currency, base, f"{currency} on {day}")
                for currency, figure in figures.items()
            }
        self._sorted_days = tuple(sorted(self._rows))
        self._currencies = tuple(sorted({base, *(currency for row in self._rows.values() for currency in row)}))
        if self._currencies == (base,):
            raise ValueError(f"{name} has no rates: no currency but {base} has a figure")

    @classmethod
    def from_csv(cls, path: str | Path, *, base: str, name: str | None = None) -> Self:
        """Read a table from a CSV file: a column "date" (ISO 8601), then a column a currency, headed by its code.

        An empty cell, or N/A, is none; a column may lack a header where it is empty. The ECB's own eurofxref-hist.csv
        is such a file, with base="EUR". `name` is the source as findings name it, by default the file's name.

        Raises ValueError, naming file, line and column, for another header, for a bad date, for one
        that stands twice, and for a figure that is not a positive number; OSError where the file cannot be read.
        """
        if not isinstance(path, str | Path):
            raise TypeError(f"path has to be a str or a Path, not {path!r}")
        path = Path(path)
        return cls(_read(path, _code(base, "the base")), base=base, name=path.name if name is None else name)

    def __repr__(self) -> str:
        return f"<RateTable {self.name!r}: {', '.join(self.currencies)}; {self._days[0]} to {self._days[-1]}>"

    @property
    def currencies(self) -> tuple[str, ...]:
        """The codes of all currencies that have a figure on at least one day, the base among them, sorted."""
        return self._currencies

    @property
    def _days(self) -> Sequence[date]:
        return self._sorted_days

    def _printed(self, position: int, currency: str) -> Decimal | None:
        return self._rows[self._sorted_days[position]].get(currency)


def _mapping(given: Any, wanted: str) -> Mapping[Any, Any]:
    if not isinstance(given, Mapping):
        raise TypeError(f"{wanted}, as in {{date(2017, 1, 19): {{'CNY': '6.87'}}}}, not the {type(given).__name__}")
    return given


def _read(path: Path, base: str) -> dict[date, dict[str, Decimal]]:
    """Return the figures of a CSV file; a ValueError says in which line and column it is wrong."""
    lines = _cells(path)
    first, header = next(lines, (1, []))
    currencies = _header(header, f"{path}:{first}")
    rows: dict[date, dict[str, Decimal]] = {}
    for line, cells in lines:
        where = f"{path}:{line}: column"
        day = _day(cells[0], f"{where} {header[0]}")
        if day in rows:
            raise ValueError(f"{where} {header[0]}: {day} stands in an earlier line already")
        rows[day] = {}
        for number, (cell, currency) in enumerate(zip_longest(cells[1:], currencies, fillvalue=""), 2):
            if cell not in _NONE:
                if not currency:
                    raise ValueError(f"{where} {number}: {cell!r} stands under no currency")
                rows[day][currency] = _figure(cell, currency, base, f"{where} {currency}")
    return rows


def _cells(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield each line that is not empty, with its number, its cells stripped."""
    import csv  # noqa: PLC0415 - only for those who read a file

    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        try:
            for row in reader:
                cells = [cell.strip() for cell in row]
                if any(cells):
                    yield reader.line_num, cells
        except UnicodeDecodeError as problem:  # raised for a block of lines: which one is not known
            raise ValueError(f"{path}: no UTF-8 text: {problem}") from None
        except csv.Error as problem:
            raise ValueError(f"{path}:{reader.line_num}: no CSV text: {problem}") from None


def _header(cells: Sequence[str], where: str) -> Iterable[str]:
    """Return the currencies that head the columns after the first; "" heads a column that has to be empty."""
    if not cells or cells[0].lower() != "date":
        raise ValueError(f"{where}: the first column is to be headed date, not {cells[0] if cells else ''!r}")
    seen: set[str] = set()
    for number, cell in enumerate(cells[1:], 2):
        if cell:
            _code(cell, f"{where}: column {number}")
        if cell in seen:
            raise ValueError(f"{where}: column {number}: {cell!r} heads an earlier column already")
        seen.add(cell)
    return cells[1:]


def _day(cell: str, where: str) -> date:
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise ValueError(f"{where}: {cell!r} is not an ISO 8601 date, such as 2017-01-19") from None


def _code(currency: object, where: str) -> str:
    if not isinstance(currency, str) or _CODE.fullmatch(currency) is None:
        raise ValueError(f"{where}: {currency!r} is not an ISO 4217 code, three letters such as USD")
    return currency


def _figure(figure: object, currency: str, base: str, where: str) -> Decimal:
    """Return a figure as it is printed, digit for digit."""
    if isinstance(figure, bool) or not isinstance(figure, str | int | Decimal):
        raise TypeError(f"{where}: {_not_printed(figure)}")
    number = None if isinstance(figure, str) and not _NUMBER.fullmatch(figure) else Decimal(figure)
    if number is None or not _is_sensible(number):
        raise ValueError(f"{where}: {figure!r} is not a positive number of less than {MAX_DIGITS} digits")
    if currency == base and number != 1:
        raise ValueError(f"{where}: one {base} is 1 {base}, not {figure}")
    return number


def _is_sensible(number: Decimal) -> bool:
    if not number.is_finite() or number <= 0:
        return False
    return abs(number.adjusted()) < MAX_DIGITS and len(number.as_tuple().digits) < MAX_DIGITS


def _not_printed(figure: object) -> str:
    if isinstance(figure, float):
        return f"the float {figure!r} is not the figure that was printed; give it as a string, {str(figure)!r}"
    return f"{figure!r} is neither a string nor an int nor a Decimal"
