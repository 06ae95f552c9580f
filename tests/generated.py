"""Statements that are consistent by construction, and the same with one figure wrong, in the languages of the news.

    python tests/generated.py [N]

True numbers are drawn first and made to fit exactly; then each is printed, rounded as its digits allow. So no check may
call such a statement a conflict, whatever the digits. A figure is made wrong by so much that no rounding explains it.
Of N statements the program prints how many conflict, and how many wrong ones are caught, by relation and language.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import NamedTuple

import moneyfacts as mf

COMMAS = frozenset({"de", "es", "fr", "it", "pt", "ru", "tr"})
"""Languages that print a comma before decimals."""

PUBLISHED = date(2017, 1, 20)
RATE = Fraction(5, 4)
"""Dollars for a euro, on every day."""

RATES = mf.RateTable({PUBLISHED: {"USD": "1.25"}}, base="EUR")
_FAR = Fraction(3, 2)
_HUNDRED = 100


class Statement(NamedTuple):
    """A sentence of a relation, with the places of its figures where one of them is wrong."""

    locale: str
    relation: str
    text: str
    wrong: str | None = None


FRAMES: dict[str, dict[str, tuple[str, ...]]] = {
    "growth": {
        "en": (
            "Sales rose {pct}% to ${now} million from ${then} million.",
            "Harbour Line's profit was ${now} million, up {pct}% from ${then} million a year earlier.",
            "Output increased by {pct} percent from {then} million tonnes to {now} million tonnes.",
        ),
        "de": (
            "Der Umsatz stieg um {pct} % auf {now} Millionen Euro von {then} Millionen Euro.",
            "Der Gewinn stieg um {pct} Prozent von {then} Millionen Euro auf {now} Millionen Euro.",
        ),
        "es": ("Los ingresos subieron un {pct}% hasta {now} millones de euros desde {then} millones de euros.",),
        "fr": (
            "Le chiffre d'affaires a progressé de {pct} % à {now} millions d'euros contre {then} millions d'euros.",
        ),
        "hi": ("राजस्व {then} करोड़ रुपये से {pct}% बढ़कर {now} करोड़ रुपये हो गया।",),
        "it": ("I ricavi sono saliti del {pct}% a {now} milioni di euro da {then} milioni di euro.",),
        "ja": ("売上高は{then}億円から{pct}%増の{now}億円になった。",),
        "ko": ("매출은 {then}억원에서 {now}억원으로 {pct}% 증가했다.",),
        "pt": ("A receita subiu {pct}% para {now} milhões de reais ante {then} milhões de reais.",),
        "ru": ("Выручка выросла на {pct}% до {now} млн рублей с {then} млн рублей.",),
        "zh": ("营收由{then}亿元增长{pct}%至{now}亿元。", "净利润为{now}亿元，较去年同期的{then}亿元增长{pct}%。"),
    },
    "fall": {
        "en": (
            "Sales fell {pct}% to ${now} million from ${then} million.",
            "Turnover was £{now} million, down {pct}% from £{then} million in 2015.",
        ),
        "de": ("Der Umsatz sank um {pct} % auf {now} Millionen Euro von {then} Millionen Euro.",),
        "es": ("Los ingresos cayeron un {pct}% hasta {now} millones de euros desde {then} millones de euros.",),
        "fr": ("Le chiffre d'affaires a reculé de {pct} % à {now} millions d'euros contre {then} millions d'euros.",),
        "it": ("I ricavi sono scesi del {pct}% a {now} milioni di euro da {then} milioni di euro.",),
        "ja": ("売上高は{then}億円から{pct}%減の{now}億円になった。",),
        "ko": ("매출은 {then}억원에서 {now}억원으로 {pct}% 감소했다.",),
        "pt": ("A receita caiu {pct}% para {now} milhões de reais ante {then} milhões de reais.",),
        "ru": ("Выручка упала на {pct}% до {now} млн рублей с {then} млн рублей.",),
        "zh": ("营收由{then}亿元下降{pct}%至{now}亿元。",),
    },
    "quote": {
        "en": (
            "Harbour Line shares rose ${change}, or {pct} percent, to ${now}.",
            "The index gained {change} points, or {pct} percent, to {now}.",
            "Shares of Nordvik were up ${change}, or {pct} percent, at ${now} on Friday.",
        ),
        "de": ("Die Aktie stieg um {change} Euro oder {pct} Prozent auf {now} Euro.",),
        "zh": ("黄金期货上涨{change}美元，涨幅{pct}%，报{now}美元。",),
    },
    "change": {
        "en": ("Sales rose ${change} million to ${now} million from ${then} million.",),
        "zh": ("营收由{then}亿元增加{change}亿元至{now}亿元。",),
    },
    "direction": {
        "en": (
            "Profit rose to ${now} million from ${then} million.",
            "Revenue increased to €{now} million in 2016 from €{then} million in 2015.",
            "The unemployment rate climbed to {now} percent from {then} percent in May.",
        ),
        "de": ("Der Gewinn stieg auf {now} Millionen Euro von {then} Millionen Euro.",),
        "fr": ("Le bénéfice a progressé à {now} millions d'euros contre {then} millions d'euros.",),
        "it": ("L'utile è salito a {now} milioni di euro da {then} milioni di euro.",),
        "zh": ("失业率从{then}%升至{now}%。",),
    },
    "conversion": {
        "en": (
            "The bridge cost €{euros} million (${dollars} million).",
            "It paid {euros} million euros (${dollars} million).",
        ),
        "de": ("Die Brücke kostete {euros} Millionen Euro ({dollars} Millionen Dollar).",),
        "es": ("El puente costó {euros} millones de euros ({dollars} millones de dólares).",),
        "fr": ("Le pont a coûté {euros} millions d'euros ({dollars} millions de dollars).",),
        "it": ("Il ponte è costato {euros} milioni di euro ({dollars} milioni di dollari).",),
        "ja": ("橋の費用は{euros}億ユーロ（{dollars}億ドル）だった。",),
        "ko": ("다리 비용은 {euros}억 유로({dollars}억 달러)였다.",),
        "pt": ("A ponte custou {euros} milhões de euros ({dollars} milhões de dólares).",),
        "ru": ("Мост стоил {euros} млн евро ({dollars} млн долларов).",),
        "tr": ("Köprü {euros} milyon avroya ({dollars} milyon dolar) mal oldu.",),
        "zh": ("大桥耗资{euros}亿欧元（{dollars}亿美元）。",),
    },
    "units": {
        "en": (
            "The pipeline is {km} km ({miles} miles) long.",
            "It crosses {km} kilometers ({miles} miles) of desert.",
        ),
    },
    "share": {
        "en": (
            "Pellworth earned ${part} million, or {pct} percent of the group's ${whole} million in profit.",
            "Some {part} people are on the drug, only {pct}% of the {whole} who need it.",
        ),
        "zh": ("公司营收{whole}亿元，海外收入{part}亿元，占比{pct}%。",),
    },
    "part": {
        "en": (
            "The company has {whole} employees, {part} of whom work abroad.",
            "Costs were ${whole} million, including ${part} million for fuel.",
        ),
        "de": ("Die Kosten betrugen {whole} Millionen Euro, darunter {part} Millionen Euro für Treibstoff.",),
        "zh": ("公司有员工{whole}人，其中工程师{part}人。",),
    },
    "price": {
        "en": ("The company sold {count} million shares at ${price} each for ${total} million.",),
    },
}
"""Sentences by relation and language, a slot for each figure."""

_WHOLE_NUMBERS = frozenset({"part:en:0", "share:en:1", "part:zh:0"})  # frames that count people
_Numbers = dict[str, Fraction]


def _movement(chance: random.Random, way: int) -> _Numbers:
    then = Fraction(chance.randint(1100, 98_000), 100)
    pct = Fraction(chance.randint(120, 6500), 100)
    now = then * (1 + way * pct / _HUNDRED)
    return {"pct": pct, "then": then, "now": now, "change": abs(now - then)}


def _share(chance: random.Random) -> _Numbers:
    whole = Fraction(chance.randint(12_000, 98_000), 10)
    pct = Fraction(chance.randint(110, 9000), 100)
    return {"whole": whole, "pct": pct, "part": whole * pct / _HUNDRED}


def _conversion(chance: random.Random) -> _Numbers:
    euros = Fraction(chance.randint(1100, 98_000), 100)
    return {"euros": euros, "dollars": euros * RATE}


def _units(chance: random.Random) -> _Numbers:
    km = Fraction(chance.randint(300, 90_000), 10)
    return {"km": km, "miles": km / Fraction("1.609344")}


def _price(chance: random.Random) -> _Numbers:
    count, price = Fraction(chance.randint(200, 9000), 100), Fraction(chance.randint(200, 9000), 100)
    return {"count": count, "price": price, "total": count * price}


NUMBERS: dict[str, Callable[[random.Random], _Numbers]] = {
    "growth": lambda chance: _movement(chance, 1),
    "fall": lambda chance: _movement(chance, -1),
    "quote": lambda chance: _movement(chance, 1),
    "change": lambda chance: _movement(chance, 1),
    "direction": lambda chance: _movement(chance, 1),
    "conversion": _conversion,
    "units": _units,
    "share": _share,
    "part": _share,
    "price": _price,
}
"""True numbers that fit each relation exactly."""

SLOTS = {"direction": ("now", "then"), "part": ("whole", "part")}
"""The relations that are an order: a figure is made wrong by being put on the other side."""


def statement(chance: random.Random, relation: str, locale: str, wrong: bool) -> Statement:
    """Return a statement of a relation in a language, one of whose figures is wrong if that is asked for."""
    number = chance.randrange(len(FRAMES[relation][locale]))
    frame = FRAMES[relation][locale][number]
    numbers = NUMBERS[relation](chance)
    slots = [name for name in numbers if "{" + name + "}" in frame]
    changed = None
    if wrong:
        changed = chance.choice(slots)
        numbers = _with_a_wrong_one(chance, relation, numbers, changed)
    counted = f"{relation}:{locale}:{number}" in _WHOLE_NUMBERS
    digits = {name: 0 if counted and name != "pct" else chance.choice((1, 2)) for name in slots}
    printed = {name: _printed(numbers[name], digits[name], locale) for name in slots}
    return Statement(locale, relation, frame.format(**printed), changed)


def _with_a_wrong_one(chance: random.Random, relation: str, numbers: _Numbers, changed: str) -> _Numbers:
    """Return numbers one of which is so far off that no rounding explains it."""
    if relation in SLOTS:
        greater, less = SLOTS[relation]
        factor = 1 + _FAR * chance.randint(1, 4)
        swapped = numbers[less] / factor if changed == greater else numbers[greater] * factor
        return {**numbers, changed: swapped}
    factor = _FAR + Fraction(chance.randint(0, 300), 100)
    return {
        **numbers,
        changed: numbers[changed] * factor if chance.random() < 0.5 else numbers[changed] / factor,
    }  # a coin


def _printed(number: Fraction, digits: int, locale: str) -> str:
    step = Decimal(1).scaleb(-digits)
    rounded = (Decimal(number.numerator) / Decimal(number.denominator)).quantize(step, ROUND_HALF_UP)
    text = f"{rounded:,}" if locale == "en" else f"{rounded}"
    return text.replace(".", ",") if locale in COMMAS else text


def statements(seed: int, size: int, *, wrong: bool) -> Iterator[Statement]:
    """Yield so many statements of all relations and languages."""
    chance = random.Random(seed)
    kinds = [(relation, locale) for relation, by_locale in FRAMES.items() for locale in by_locale]
    for turn in range(size):
        relation, locale = kinds[turn % len(kinds)]
        yield statement(chance, relation, locale, wrong)


def conflicts(each: Statement, *, every: bool = False) -> bool:
    """Tell whether the library calls a statement a conflict: one that it reports by default, or any at all."""
    report = mf.check(each.text, RATES, locale=each.locale, published=PUBLISHED)
    return bool(report.of("conflicts")) or (every and bool(report.doubtful))


def main(size: int) -> None:
    """Print how many statements conflict, and how many wrong ones are caught."""
    false: Counter[tuple[str, str]] = Counter()
    caught: Counter[tuple[str, str, bool]] = Counter()
    for each in statements(1, size, wrong=False):
        if conflicts(each, every=True):
            false[each.relation, each.locale] += 1
            print("false:", each.text)
    for each in statements(2, size, wrong=True):
        caught[each.relation, each.locale, conflicts(each)] += 1
    print(f"{sum(false.values())} false conflicts in {size}")
    for relation, locale in sorted({key[:2] for key in caught}):
        yes, no = caught[relation, locale, True], caught[relation, locale, False]
        print(f"{relation:11} {locale}: {100 * yes / (yes + no):6.2f}% of {yes + no} caught")
    yes = sum(n for key, n in caught.items() if key[2])
    print(f"{100 * yes / size:.2f}% of {size} caught")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
