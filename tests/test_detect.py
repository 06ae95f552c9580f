"""Which language a text is evidently in: sentences of each, the tables, and what tells too little."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moneyfacts.lang import languages
from moneyfacts.lang.detect import _commonest, detect, detectable
from tables import FOLDER, rows

SENTENCES = {
    "ar": "قالت الشركة إن أرباحها ارتفعت بنسبة 5% إلى 3.1 مليون دولار خلال العام الماضي، بعد أن كانت قد تراجعت.",
    "bg": "Печалбата на дружеството е нараснала с 5 процента до 3,1 милиона евро през миналата година.",
    "ca": "L'empresa va vendre més de 300 cotxes aquest any, un 5% més que l'any passat, segons el seu director.",
    "cs": "Zisk banky se loni zvýšil o 5 procent na 3,1 milionu korun, ale tržby byly nižší než před rokem.",
    "da": "Selskabets overskud steg med 5 procent til 3,1 millioner kroner efter at have været lavere end året før.",
    "de": "Der Gewinn der Bank stieg im vergangenen Jahr um 5 Prozent auf 3,1 Millionen Euro, wie sie mitteilte.",
    "el": "Τα κέρδη της τράπεζας αυξήθηκαν κατά 5% σε 3,1 εκατομμύρια ευρώ.",
    "en": "The bank said on Monday that its profit was up 5% last year, to $3.1 million.",
    "es": "El beneficio del banco subió un 5% el año pasado, hasta los 3,1 millones de euros, según su presidente.",
    "fi": "Yhtiön liikevaihto oli viime vuonna 3,1 miljoonaa euroa, ja se kasvoi yli 5 prosenttia.",
    "fr": "Le bénéfice de la banque a augmenté de 5 % l'an dernier, à 3,1 millions d'euros, selon son président.",
    "ga": "Bhí brabús an bhainc níos mó i mbliana, agus dhíol sé níos mó ná 300 teach sa bhliain seo.",
    "he": "רווחי הבנק עלו בשנה שעברה ב-5% ל-3.1 מיליון דולר.",
    "hi": "बैंक का मुनाफा पिछले साल 5 प्रतिशत बढ़कर 3.1 करोड़ रुपये हो गया है।",
    "hr": "Dobit banke prošle je godine porasla za 5 posto na 3,1 milijun eura, ali su prihodi bili niži nego prije.",
    "hu": "A bank nyeresége az elmúlt évben 5 százalékkal nőtt, és elérte a 3,1 millió forintot, de ez kevesebb.",
    "id": "Laba bank itu naik 5 persen menjadi 3,1 juta dolar pada tahun lalu, lebih tinggi dari yang diharapkan.",
    "it": "L'utile della banca è salito del 5% nello scorso anno, a 3,1 milioni di euro, secondo il suo presidente.",
    "ja": "銀行の純利益は前年に比べて5%増え、310万ドルになった。",
    "ka": "ბანკის მოგება გასულ წელს 5 პროცენტით გაიზარდა.",
    "ko": "은행의 순이익은 지난해보다 5% 늘어난 310만 달러였다.",
    "mn": "Банкны ашиг өнгөрсөн онд 5 хувиар өссөн бөгөөд 3.1 сая төгрөг болсон байна.",
    "nb": "Overskuddet til banken økte med 5 prosent i fjor, til 3,1 millioner kroner, men det var mindre enn ventet.",
    "nl": "De winst van de bank steeg vorig jaar met 5 procent tot 3,1 miljoen euro, maar dat was minder dan verwacht.",
    "pl": "Zysk banku wzrósł w tym roku o 5 proc. i jest większy niż był w ubiegłym roku.",
    "pt": "O lucro do banco subiu 5% no ano passado, para 3,1 milhões de euros, mas as receitas não foram além disso.",
    "ro": "Profitul băncii a crescut cu 5% anul trecut, la 3,1 milioane de lei, dar este mai mic decât cel din 2015.",
    "ru": "Прибыль банка в прошлом году выросла на 5 процентов и составила 3,1 миллиона рублей.",
    "sr": "Добит банке је прошле године порасла за 5 одсто, али су приходи били мањи него што је очекивано.",
    "sv": "Bankens vinst ökade med 5 procent förra året till 3,1 miljoner kronor, men det var mindre än väntat.",
    "th": "กำไรของธนาคารเพิ่มขึ้น 5 เปอร์เซ็นต์",
    "tr": "Bankanın kârı geçen yıl yüzde 5 arttı ve 3,1 milyon lira oldu, ancak gelir daha az.",
    "uk": "Прибуток банку торік зріс на 5 відсотків і становить 3,1 млн гривень, але це менше, ніж було до того.",
    "vi": "Lợi nhuận của ngân hàng đã tăng 5% so với năm trước, lên 3,1 triệu đồng.",
    "zh": "该银行去年净利润增长5%，达到310万美元。",
}


def test_sentences_are_in_every_language_with_a_file() -> None:
    assert set(languages()) - {"und"} <= set(SENTENCES)
    assert set(SENTENCES) <= detectable()


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_tells_its_language(language: str) -> None:
    assert detect(SENTENCES[language]) == language


def stretches(size: int) -> Iterator[tuple[str, str]]:
    """Yield every so many rows of the tables that follow one another, as one text, with their language."""
    found = defaultdict(list)
    for path in sorted(FOLDER.rglob("*.txt")):
        for row in rows(path.read_text(encoding="utf-8"), path.stem):
            found[{"no": "nb"}.get(row.locale, row.locale.partition("_")[0])].append(row.text)
    for language, texts in found.items():
        for start in range(len(texts) - size + 1):
            yield language, "\n".join(texts[start : start + size])


@pytest.mark.parametrize("size", [1, 3, 5])
def test_rows_of_the_tables_are_not_taken_for_another_language(size: int) -> None:
    """Rather none than a wrong one, however little a row says: at most one stretch in a thousand tells a wrong one."""
    listed = list(stretches(size))
    wrong = [(language, found, text) for language, text in listed if (found := detect(text)) not in (None, language)]
    assert len(wrong) * 1000 <= len(listed), wrong


def test_five_rows_of_the_tables_tell_their_language() -> None:
    """At least five texts in six; and half of those of any language, where tables list forms and no sentences."""
    told: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for language, text in stretches(5):
        every[language] += 1
        told[language] += detect(text) == language
    assert told.total() * 6 >= every.total() * 5
    assert [language for language in every if told[language] * 2 < every[language]] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5%",
        "Acme Corp. Q4 EPS $1.20",
        "Banco de Chile, Banco de Brasil, Banco de Bogotá: 5, 6, 7",
        "東京都千代田区霞が関三菱東京日本郵船飯野海運川崎汽船第一中央汽船",
        "Sales Umsatz ventes",
        "Компания Рога 5%",
        "the the the the the the the",
        "Das ist der erste und kürzere Satz, and the other is as short",
        "Der Umsatz der Bank stieg im Jahr 2016 um 5 Prozent. 该银行去年净利润增长, 达到美元。",
    ],
)
def test_what_tells_too_little_or_two_things_tells_nothing(text: str) -> None:
    assert detect(text) is None


def test_names_of_another_script_change_nothing() -> None:
    assert detect(SENTENCES["en"] + " 阿里巴巴集团") == "en"
    assert detect(SENTENCES["zh"] * 6 + " ソニー") == "zh"
    assert detect(SENTENCES["zh"] + " Apple Inc., Alphabet") == "zh"
    assert detect(SENTENCES["ru"] + " General Electric") == "ru"


def test_japanese_without_kana() -> None:
    assert detect("売上高5億円、純利益2億円") == "ja"


def test_the_beginning_of_a_long_text_is_enough() -> None:
    assert detect(SENTENCES["de"] * 300 + SENTENCES["en"] * 3000) == "de"


@given(st.text())
def test_it_tells_something_or_nothing_of_any_text(text: str) -> None:
    assert detect(text) in {None, *detectable()}


def test_the_data_is_whole() -> None:
    """Each language that shares its script has words, each once, of letters of that script, and as texts are cut."""
    data = _commonest()
    for name, script in data.scripts.items():
        assert len(script.languages) == 1 or all(language in data.words for language in script.languages), name
    for language, words in data.words.items():
        scripts = [script.letters for script in data.scripts.values() if language in script.languages]
        listed = words.split()
        assert len(listed) == len(set(listed)), language
        assert [word for word in listed if word != word.lower()] == []
        assert [word for word in listed if not any(re.fullmatch(f"[{each}]+", word) for each in scripts)] == []
