"""What all records of the library share: frozen, quick to make, and a JSON form that gives an equal record back.

A record lists, in `_readers`, how each of its fields is read from JSON. What does not fit is refused with a ValueError
that leads to it: "Document.facts: Fact.value: Money.amount: 'abc' is not a number".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar, Generic, Self, TypeVar, overload

import msgspec

from .interval import exact, plain

Reader = Callable[[Any], Any]
PLACE = frozenset({"line", "column"})  # of what has a `start` in a text
Item = TypeVar("Item")


class Record(msgspec.Struct, frozen=True, gc=False):
    """An immutable record with a JSON form of its fields: numbers as strings, dates as ISO 8601, null for no value.

    The garbage collector need not follow records: what cannot change cannot come to hold itself.
    """

    _readers: ClassVar[Mapping[str, Reader]] = {}
    _shown: ClassVar[frozenset[str]] = frozenset()  # what a JSON form may say besides, which follows from the rest

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form: every field present, null where there is no value."""
        return {name: to_json(getattr(self, name)) for name in self.__struct_fields__}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Return the record whose `to_dict` is `data`; one that may be empty may also be left out.

        Raises ValueError for a field that is unknown, missing or malformed, and names it.
        """
        if not isinstance(data, Mapping):
            raise ValueError(f"{cls.__name__} is read from an object, not from {data!r}")
        fields = {}
        for name, value in data.items():
            if name in cls._shown:
                continue
            if name not in cls._readers:
                raise ValueError(f"{cls.__name__} has no field {name!r}; it has {', '.join(cls._readers)}")
            try:
                fields[name] = cls._readers[name](value)
            except ValueError as problem:
                raise ValueError(f"{cls.__name__}.{name}: {problem}") from None
        try:
            return cls._from_fields(fields)
        except TypeError as problem:  # the constructor's own: "Missing required argument 'currency'"
            raise ValueError(f"{cls.__name__}: {problem}") from None

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._said())})"

    def _said(self) -> Iterator[tuple[str, Any]]:
        """Yield the fields that say more than leaving them out would."""
        required = len(self.__struct_fields__) - len(self.__struct_defaults__)
        for place, name in enumerate(self.__struct_fields__):
            value = getattr(self, name)
            if place < required or value != self.__struct_defaults__[place - required]:
                yield name, value

    @classmethod
    def _from_fields(cls, fields: dict[str, Any]) -> Self:
        return cls(**fields)


class Series(Record, Generic[Item], frozen=True):
    """A record that is also a sequence of its items."""

    def _items(self) -> tuple[Item, ...]:
        raise NotImplementedError

    def __len__(self) -> int:
        return len(self._items())

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items())

    def __reversed__(self) -> Iterator[Item]:
        return reversed(self._items())

    def __contains__(self, item: object) -> bool:
        return item in self._items()

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, index: int | slice) -> Item | tuple[Item, ...]:
        return self._items()[index]

    def index(self, item: Item, start: int = 0, stop: int | None = None) -> int:
        """Return the place of the first item that equals `item`; raises ValueError where none does."""
        items = self._items()
        return items.index(item, start, len(items) if stop is None else stop)

    def count(self, item: Item) -> int:
        """Return how many items equal `item`."""
        return self._items().count(item)


Sequence.register(Series)


def to_json(value: Any) -> Any:
    """Return a field as it travels: a record as an object, a tuple as a list, a number as its digits."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        return [to_json(item) for item in value]
    if isinstance(value, Decimal | Fraction):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()
    return value.to_dict()


def optional(read: Reader) -> Reader:
    """Return a reader that lets null be."""
    return lambda value: None if value is None else read(value)


def many(read: Reader) -> Reader:
    """Return a reader of a list, each item of which `read` reads."""

    def read_all(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise ValueError(f"{value!r} is not a list")
        return tuple(read(item) for item in value)

    return read_all


def one_of(names: tuple[str, ...]) -> Reader:
    """Return a reader of a text that is one of `names`."""

    def read_one(value: Any) -> str:
        if value not in names:
            raise ValueError(f"{value!r} is none of {', '.join(names)}")
        return str(value)

    return read_one


def a_text(value: Any) -> str:
    """Read a text."""
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not a text")
    return value


def a_flag(value: Any) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise ValueError(f"{value!r} is neither true nor false")
    return value


def an_offset(value: Any) -> int:
    """Read a place in a text: a whole number that is not negative."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(f"{value!r} is not a place in a text")
    return value


def a_stretch(value: Any) -> tuple[int, int]:
    """Read a stretch of a text: the place where it begins, and the one where it ends."""
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise ValueError(f"{value!r} is not a stretch of a text: where it begins and ends")
    start, end = map(an_offset, value)
    if start > end:
        raise ValueError(f"{value!r} ends before it begins")
    return start, end


def a_number(value: Any) -> Decimal | Fraction:
    """Read a number as `plain` prints it."""
    return exact(value)


def a_decimal(value: Any) -> Decimal:
    """Read a number that decimals can say."""
    number = exact(value)
    if isinstance(number, Fraction):
        raise ValueError(f"{value!r} is not a decimal number")
    return number


def a_date(value: Any) -> date:
    """Read a date as ISO 8601 has it: "2017-01-20"."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError(f"{value!r} is not an ISO 8601 date") from None
