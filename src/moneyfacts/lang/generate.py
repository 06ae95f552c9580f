"""Writes what the installed Babel knows of CLDR into the files that are read: `locales`, world.json and signs.toml.

    python -m moneyfacts.lang.generate

What the files hold already stays: a form that the new CLDR no longer has goes after those that it has. The locales
whose data changed are printed. A CLDR older than the files' own is refused, for its forms would go before newer ones.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import msgspec

from . import frozen, gather
from .frozen import DIGEST, LIKE, Locale, World

SIGNS = frozen.WORLD.parent / "signs.toml"
_HEAD = """\
# The signs of currencies in all of CLDR's locales, with the codes that each may mean, the one of most languages first.
# Written by `python -m moneyfacts.lang.generate`: edit data/und.toml, which goes before this, and not this file.
# Source: Unicode CLDR (https://cldr.unicode.org) through Babel, under the Unicode License v3.

"""
_FORMS = ("numbers", "money", "signs", "names", "plurals")  # fields of lists by key

Data = dict[str, Any]


def merge(new: Data, old: Data) -> Data:
    """Return all the data of a locale, or of the world: what is new, and after it what only older versions had."""
    both = {**old, **new}
    for field in new.keys() & old.keys():
        if isinstance(new[field], list):
            both[field] = _union(new[field], old[field])
        elif field in _FORMS:
            keys = {**old[field], **new[field]}
            both[field] = {key: _union(new[field].get(key, []), old[field].get(key, [])) for key in keys}
        elif isinstance(new[field], dict):
            both[field] = {**old[field], **new[field]}
        elif isinstance(new[field], bool) and field != "day_first":
            both[field] = new[field] or old[field]
    if "plurals" in both:
        known = both.get("names", {})
        plurals = {code: _without(known.get(code, ()), forms) for code, forms in both["plurals"].items()}
        both["plurals"] = {code: forms for code, forms in plurals.items() if forms}
    return both


def _union(new: list[Any], old: list[Any]) -> list[Any]:
    return [*new, *_without(new, old)]


def _without(held: Collection[Any], forms: Iterable[Any]) -> list[Any]:
    return [form for form in forms if form not in held]


def digest(data: Data) -> str:
    """Return a digest of all the data of a locale: two locales that have one have the same data."""
    return hashlib.sha256(_compact(data).encode()).hexdigest()[:12]


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def gathered(name: str) -> Data:
    """Return what the installed Babel says of a locale."""
    return _plain(gather.locale(name))


def gathered_all() -> dict[str, Data]:
    """Return the data of all locales: what the installed Babel says of them, merged with what the files hold."""
    new = set(gather.names())
    found = {}
    for name in sorted({*new, *frozen.names()}):
        kept = frozen.entries(frozen.language_of(name))
        old = frozen.merged(kept, name) if name in kept else {}
        found[name] = merge(gathered(name), old) if name in new else old
    return found


def _plain(record: Locale | World) -> Data:
    data: Data = msgspec.json.decode(msgspec.json.encode(record))
    return data


def language_file(locales: Mapping[str, Data]) -> str:
    """Return the text of the file of a language: its locales, each as it differs from the one that it is most like."""
    lines = []
    for name, data in locales.items():
        ways = [(_difference(data, locales[other]), other) for other in locales if other < name]
        entry, like = min(ways, key=lambda way: (len(_compact(way[0])), way[1]), default=(data, ""))
        head = {DIGEST: digest(data), **({LIKE: like} if like else {})}
        fields = ",\n".join(f"{_compact(key)}:{_compact(value)}" for key, value in {**head, **entry}.items())
        lines.append(f"{_compact(name)}:{{\n{fields}}}")
    return "{\n" + ",\n".join(lines) + "}\n"


def _difference(data: Data, other: Data) -> Data:
    """Return what there is to change of another locale's data to have these."""
    changed: Data = {}
    for field in sorted({*data, *other}):
        here, there = data.get(field), other.get(field)
        if here == there:
            continue
        if isinstance(here, dict) or isinstance(there, dict):
            here, there = here or {}, there or {}
            kept = {key: each for key, each in here.items() if there.get(key) != each}
            changed[field] = kept | dict.fromkeys(there.keys() - here)
        else:
            changed[field] = here
    return changed


def world_file() -> str:
    """Return the text of world.json; which currency a territory has is what the newest CLDR says."""
    held = msgspec.json.decode(frozen.WORLD.read_bytes()) if frozen.WORLD.is_file() else {}
    both = merge(_plain(gather.world()), held)
    return "{\n" + ",\n".join(f"{_compact(key)}:{_compact(value)}" for key, value in both.items()) + "}\n"


def signs_file(locales: Mapping[str, Data]) -> str:
    """Return the text of signs.toml: the signs of currencies in all locales, with the codes that each may mean."""
    found: dict[str, dict[str, set[str]]] = {}
    for name, data in locales.items():
        for code, signs in data.get("signs", {}).items():
            for sign in signs:
                seen = " ".join(sign.replace("\u200b", "").split())
                if seen and code not in (seen, "XXX"):  # "¤" stands for no currency
                    found.setdefault(seen, {}).setdefault(code, set()).add(frozen.language_of(name))
    lines = (f"{_quoted(sign)} = [{', '.join(map(_quoted, _ordered(codes)))}]" for sign, codes in sorted(found.items()))
    return _HEAD + "[signs]\n" + "\n".join(lines) + "\n"


def _ordered(codes: Mapping[str, set[str]]) -> list[str]:
    return sorted(codes, key=lambda code: (-len(codes[code]), code))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def changed(locales: Mapping[str, Data]) -> Iterator[str]:
    """Yield the locales whose data is not what the files hold."""
    for name, data in locales.items():
        if frozen.entries(frozen.language_of(name)).get(name, {}).get(DIGEST) != digest(data):
            yield name


def _by_language(locales: Mapping[str, Data]) -> dict[str, dict[str, Data]]:
    found: dict[str, dict[str, Data]] = {}
    for name, data in locales.items():
        found.setdefault(frozen.language_of(name), {})[name] = data
    return found


def files(locales: Mapping[str, Data]) -> Iterator[tuple[str, str]]:
    """Yield the language and the text of each file of `locales`."""
    for language, held in _by_language(locales).items():
        yield language, language_file(held)


def _newest(versions: Iterable[str]) -> tuple[int, ...]:
    return max((tuple(map(int, version.split("."))) for version in versions), default=())


def main() -> None:
    """Write the files; refuses a CLDR that is older than theirs."""
    held = frozen.world().cldr if frozen.WORLD.is_file() else ()
    if _newest([gather.version()]) < _newest(held):
        raise SystemExit(f"CLDR {gather.version()} is older than that of the files, {held[0]}")
    locales = gathered_all()
    names, world = list(changed(locales)), world_file()
    frozen.LOCALES.mkdir(exist_ok=True)
    for language, text in files(locales):
        (frozen.LOCALES / f"{language}.json").write_text(text, encoding="utf-8")
    frozen.WORLD.write_text(world, encoding="utf-8")
    SIGNS.write_text(signs_file(locales), encoding="utf-8")
    sys.stdout.write(f"CLDR {gather.version()}: {len(names)} of {len(locales)} locales changed\n")
    sys.stdout.writelines(f"  {name}\n" for name in names)


if __name__ == "__main__":
    main()
