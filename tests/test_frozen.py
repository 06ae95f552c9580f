"""What is kept of CLDR: the files are whole, hold what Babel says, and name locales as CLDR does."""

from __future__ import annotations

from typing import Any

import pytest
from babel import Locale, localedata
from hypothesis import given
from hypothesis import strategies as st

from moneyfacts import UnknownLocaleError
from moneyfacts.lang import frozen, gather, generate

KEPT = {name: frozen.merged(frozen.entries(frozen.language_of(name)), name) for name in frozen.names()}
INSTALLED = sorted(KEPT.keys() & set(localedata.locale_identifiers()))


def test_each_digest_is_that_of_its_locale() -> None:
    """No locale was changed by hand."""
    assert list(generate.changed(KEPT)) == []
    assert all(frozen.DIGEST in frozen.entries(frozen.language_of(name))[name] for name in KEPT)


def test_the_signs_of_all_locales_are_those_of_the_files() -> None:
    assert generate.SIGNS.read_text(encoding="utf-8") == generate.signs_file(KEPT)


def test_what_babel_says_is_kept() -> None:
    """Each form of a CLDR that the files were written from is in them, whichever of these Babel carries.

    A newer one may say more: that its prints are read back is for test_printed to show.
    """
    kept = frozen.world().cldr
    assert list(kept) == sorted(kept, key=int, reverse=True)
    if gather.version() in kept:
        missing = [name for name in gather.names() if generate.merge(KEPT[name], generate.gathered(name)) != KEPT[name]]
        assert missing == [], "run `python -m moneyfacts.lang.generate`"
    if gather.version() == kept[0]:
        assert list(generate.changed(generate.gathered_all())) == [], "run `python -m moneyfacts.lang.generate`"
        assert generate.world_file() == frozen.WORLD.read_text(encoding="utf-8")
    assert set(INSTALLED) > {"en", "de_CH", "zh_Hant_TW"}


@given(st.sampled_from(INSTALLED), st.sampled_from(["-", "_"]), st.sampled_from([str, str.lower, str.upper]))
def test_a_locale_is_named_as_babel_names_it(name: str, joint: str, case: type[str]) -> None:
    """In any case of letters, with hyphens or without."""
    assert frozen.normalized(case(name).replace("_", joint)) == str(Locale.parse(name))


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("zh-TW", "zh_Hant_TW"),
        ("zh_CN", "zh_Hans_CN"),
        ("sr_RS", "sr_Cyrl_RS"),
        ("iw", "he_IL"),
        ("en_UK", "en_GB"),
        ("cnr", "sr_Latn_ME"),
        ("de_DE.UTF-8", "de_DE"),
        ("de_DE@euro", "de_DE"),
        ("ca-ES-valencia", "ca_ES_VALENCIA"),
        ("es-419", "es_419"),
        ("en_Latn_US", "en_US"),
        ("fr_ZZ", "fr_FR"),
    ],
)
def test_other_names_of_locales(given: str, name: str) -> None:
    assert frozen.normalized(given) == name


@pytest.mark.parametrize(
    "given", ["", "xx", "root", "en_US_", "e n", "en/US", "../world", "world", "en_USA", "de-", "1"]
)
def test_what_is_no_locale(given: str) -> None:
    with pytest.raises(UnknownLocaleError):
        frozen.normalized(given)


# How forms are merged


def test_newer_forms_stand_first() -> None:
    old = {
        "groups": [[3, 3]],
        "signs": {"USD": ["$"], "EUR": ["EU"]},
        "months": {"May": 5, "Mai": 5},
        "day_first": True,
    }
    new = {"groups": [[3, 2]], "signs": {"USD": ["US$"]}, "months": {"May": 5}, "day_first": False}
    assert generate.merge(new, old) == {
        "groups": [[3, 2], [3, 3]],
        "signs": {"USD": ["US$", "$"], "EUR": ["EU"]},
        "months": {"May": 5, "Mai": 5},
        "day_first": False,
    }


def test_merging_once_more_changes_nothing() -> None:
    for name in ("de_CH", "fr_CH", "en_ZA", "es_US"):
        assert generate.merge(KEPT[name], KEPT[name]) == KEPT[name]


def test_an_entry_says_how_it_differs() -> None:
    """What another locale has and this one lacks is nothing there."""
    data: dict[str, dict[str, Any]] = {
        "a": {"signs": {"USD": ["$"], "EUR": ["€"]}},
        "a_B": {"signs": {"EUR": ["€"]}, "groups": [[3, 3]]},
    }
    held = frozen.decoded(generate.language_file(data))
    assert held["a_B"]["signs"] == {"USD": None}
    assert {name: frozen.merged(held, name) for name in held} == data


def test_an_older_cldr_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its forms would stand before the newer ones."""
    monkeypatch.setattr(gather, "version", lambda: "44")
    with pytest.raises(SystemExit, match="CLDR 44 is older"):
        generate.main()
