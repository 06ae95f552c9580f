"""The rules know no language: what is checked in English is checked in every language of news, by its file alone."""

from __future__ import annotations

import pytest

from moneyfacts.api import check

GROWTH = {
    "en": "Revenue rose {rate}% to {now} million euros from {then} million euros.",
    "de": "Der Umsatz stieg um {rate} % auf {now} Millionen Euro von {then} Millionen Euro.",
    "es": "Los ingresos subieron un {rate}% hasta {now} millones de euros desde {then} millones de euros.",
    "fr": "Le chiffre d'affaires a progressé de {rate} % à {now} millions d'euros contre {then} millions d'euros.",
    "hi": "राजस्व {then} करोड़ रुपये से {rate}% बढ़कर {now} करोड़ रुपये हो गया।",
    "it": "I ricavi sono saliti del {rate}% a {now} milioni di euro da {then} milioni di euro.",
    "ja": "売上高は{then}億円から{rate}%増の{now}億円になった。",
    "ko": "매출은 {then}억원에서 {now}억원으로 {rate}% 증가했다.",
    "pt": "A receita subiu {rate}% para {now} milhões de reais ante {then} milhões de reais.",
    "ru": "Выручка выросла на {rate}% до {now} млн рублей с {then} млн рублей.",
    "zh": "营收由{then}亿元增长{rate}%至{now}亿元。",
}

COMMAS = ("de", "es", "fr", "it", "pt", "ru")  # before decimals


@pytest.mark.parametrize("locale", GROWTH)
@pytest.mark.parametrize(("rate", "verdict"), [("5.1", "agrees"), ("9.7", "conflicts")])
def test_a_rate_of_growth_fits_its_levels_or_does_not(locale: str, rate: str, verdict: str) -> None:
    figures = {"rate": rate, "now": "105.3", "then": "100.2"}
    if locale in COMMAS:
        figures = {name: figure.replace(".", ",") for name, figure in figures.items()}
    findings = check(GROWTH[locale].format(**figures), locale=locale)
    assert [(finding.rule, finding.verdict) for finding in findings] == [("growth", verdict)]


CONVERSIONS = {
    "de": "Der Vertrag über 1 Milliarde Yuan (146 Millionen Dollar) läuft.",
    "es": "El contrato vale 1.000 millones de yuanes (146 millones de dólares).",
    "fr": "Le contrat vaut 1 milliard de yuans (146 millions de dollars).",
    "hi": "सौदा 1 अरब युआन (14.6 करोड़ डॉलर) का है।",
    "it": "Il contratto vale 1 miliardo di yuan (146 milioni di dollari).",
    "ja": "契約は10億元（1億4600万ドル）だ。",
    "ko": "계약은 10억 위안(1억4천6백만 달러)이다.",
    "pt": "O contrato vale 1 bilhão de yuans (146 milhões de dólares).",
    "ru": "Контракт стоит 1 млрд юаней (146 млн долларов).",
    "zh": "合同价值10亿元（约1.46亿美元）。",
}


@pytest.mark.parametrize("locale", CONVERSIONS)
def test_a_conversion_in_brackets_is_one(locale: str) -> None:
    """When it was published is not said, so no rate can decide."""
    [finding] = check(CONVERSIONS[locale], locale=locale)
    assert (finding.rule, finding.verdict) == ("fx", "undecided")
