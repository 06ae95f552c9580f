"""The schema of a language file: one record a table of the TOML, so that an unknown key or a wrong type is refused.

docs/languages.md explains each key for people who add a language; the English file is the worked example.
"""

from __future__ import annotations

from functools import cache
from typing import Any, get_args, get_origin

import msgspec

from ..model.values import Basis
from .tables.ages import AgesTable
from .tables.changes import ChangesTable
from .tables.context import ContextTable
from .tables.counts import CountsTable
from .tables.currencies import CurrenciesTable
from .tables.dates import DatesTable
from .tables.deals import DealsTable
from .tables.lengths import LengthsTable
from .tables.links import LinksTable
from .tables.numbers import NumbersTable, Numerals
from .tables.per import PerTable
from .tables.percent import PercentTable
from .tables.qualifiers import QualifiersTable
from .tables.ranges import RangesTable
from .tables.sentences import SentencesTable
from .tables.shared import SharedTable
from .tables.table import Table, WordList


class LanguageFile(Table, frozen=True):
    """A whole language file."""

    locale: str
    numerals: Numerals
    spaced: bool
    numbers: NumbersTable
    ranges: RangesTable
    currencies: CurrenciesTable
    shared: SharedTable
    percent: PercentTable
    per: PerTable
    durations: dict[str, WordList]
    units: dict[str, WordList]
    qualifiers: QualifiersTable
    changes: ChangesTable
    bases: dict[Basis, WordList]
    dates: DatesTable
    lengths: LengthsTable
    counts: CountsTable
    context: ContextTable
    links: LinksTable
    deals: DealsTable
    ages: AgesTable
    sentences: SentencesTable


@cache
def fields_of(kind: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    """Return the fields of a table with their types, worked out once."""
    return msgspec.structs.fields(kind)


def completed(table: dict[str, Any], kind: type[msgspec.Struct] = LanguageFile) -> dict[str, Any]:
    """Return a table of a language file with what it leaves out added empty: no language has no words.

    >>> completed({"between": ["from", "to"]}, RangesTable)
    {'between': ['from', 'to'], 'connectors': (), 'closed': (), 'closing': (), 'from': (), 'ranging': ()}
    """
    found = dict(table)
    for field in fields_of(kind):
        if isinstance(field.type, type) and issubclass(field.type, msgspec.Struct):
            found[field.encode_name] = completed(found.get(field.encode_name, {}), field.type)
        elif field.required and field.encode_name not in found:
            found[field.encode_name] = _empty(field.type)
    return found


def _empty(kind: Any) -> object:
    if get_origin(kind) is dict:
        return {}
    sizes = get_args(kind)
    return () if sizes[-1:] == (...,) else ("",) * len(sizes)
