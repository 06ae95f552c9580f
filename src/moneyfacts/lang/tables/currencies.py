"""[currencies]: what decides which is meant; their words and signs are among `units`, what stands beside a number."""

from __future__ import annotations

import msgspec

from .table import Table, WordList, look_ups


class CurrenciesTable(Table, frozen=True):
    """[currencies]: signs, bare words and minor units with the ISO 4217 codes each may mean, and what decides.

    Where no language is known, `leading` are signs that stand only before a number, and `priced` those that do so only
    before one printed as a price.
    """

    unspaced: WordList
    glued: WordList
    not_codes: WordList
    doubtful: WordList
    symbols: dict[str, WordList]
    words: dict[str, WordList]
    thousands: dict[str, WordList]
    ones: WordList
    minor: dict[str, WordList]
    tenths: dict[str, WordList]
    places: dict[str, str]
    adjectives: dict[str, str]
    endings: WordList
    leading: WordList = ()
    priced: WordList = ()


class Currencies(msgspec.Struct, frozen=True):
    """What is asked of the table; each key of [currencies] says what its words do. `places` begin with capitals."""

    doubtful: frozenset[str]
    unspaced: frozenset[str]
    not_codes: frozenset[str]
    endings: frozenset[str]
    tenths: frozenset[str]
    places: tuple[tuple[str, str], ...]


def compiled(table: CurrenciesTable) -> Currencies:
    """Return the look-ups of the table."""
    places = tuple((_title(name), code) for name, code in table.places.items())
    return look_ups(Currencies, table, tenths=frozenset(table.tenths), places=places)


def _title(name: str) -> str:
    return " ".join(word.capitalize() for word in name.split(" "))
