"""Where a figure begins and ends with all that belongs to it, and where the words stand that loosen it."""

from __future__ import annotations

import re

import pytest

from moneyfacts.api import extract
from moneyfacts.model.facts import Document


# "[" and "]" stand around what belongs to a figure, "<" and ">" around the words that loosen it
@pytest.mark.parametrize(
    ("locale", "marked"),
    [
        ("en", "It cut [<about> 300 jobs a year]."),
        ("en", "It cut [<more than> 12 million other vendors]."),
        ("en", "It paid [<over> $5 million per barrel], not [$4 million]."),
        ("en", "It sold [5 million barrels <or more>] in [May]."),
        ("en", "A [120-point] drop came after [<nearly> 5%]."),
        ("en", "It earned [$1.20 a share], or [1.1 billion yuan] ([$146 million a year])."),
        ("en", "It lost [<almost> half a million dollars a day]."),
        ("en", "It pays [20 dollars and 43 cents a share] in [March]."),
        ("en", "The fee is [5 dollars 50 a day]."),
        ("en", "Costs rose to [<up to> a record $3 million]."),
        ("en", "It is [<~>5%] of it."),
        ("en", "It had [three [second-quarter] losses]."),
        ("en", "It\u00a0cut [<about>\n300  jobs\n  a\u00a0year], [<more\nthan> 5%]."),
        ("en", "It paid [<ov\u00ader> $5\nmil\u00adlion per \u200bbarrel]."),
        ("de", "Es sind [<rund> 300 Arbeitsplätze pro Jahr]."),
        ("es", "Perdió [2 millones de empleos al año]."),
        ("ru", "Это [40 тыс. семей], [<около> 3 рублей за баррель]."),
        ("tr", "Bu [5.000 TL'nin <altında>] kaldı."),
        ("ko", "[주당 <약> 3달러]다."),
        ("ko", "[주당 3달러]다."),
        ("zh", "[每股派息3元]。"),
        # what may loosen either of two figures loosens the first
        ("ar", "[7 دولارات <تقريبا>] [9 دولارات]."),
        ("es", "Son [30 <como mínimo>] [35 euros]."),
        ("es", "Son por lo menos [<por lo menos> 3%]."),
        ("ja", "1[株当たり30円]だ。"),
    ],
)
def test_extents(locale: str, marked: str) -> None:
    document = extract(re.sub(r"[][<>]", "", marked), locale=locale)
    assert with_marks(document) == marked


def with_marks(document: Document) -> str:
    marks: list[tuple[int, int, str]] = []
    for fact in document:
        marks += (fact.extent[0], 2, "["), (fact.extent[1], 1, "]")
        if loose := fact.qualifier:
            assert loose.start is not None
            assert loose.end is not None
            marks += (loose.start, 3, "<"), (loose.end, 0, ">")
    text = document.text
    for place, _, mark in sorted(marks, reverse=True):
        text = text[:place] + mark + text[place:]
    return text
