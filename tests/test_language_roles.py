"""What the words of a language file are in it, and what they do in a sentence: `moneyfacts lang try` and `unused`."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from moneyfacts.cli.commands import moneyfacts
from moneyfacts.lang import language, language_file, languages, made_of
from moneyfacts.lang.roles import Role, finder, roles, without
from moneyfacts.lang.tokenizer import phrases
from moneyfacts.report.languages import effects, example_texts, unused
from moneyfacts.resolve.reading import read_in


def run(*arguments: str) -> str:
    done = CliRunner().invoke(moneyfacts, ["lang", *arguments])
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize("name", languages())
def test_every_word_has_a_role(name: str) -> None:
    """All that the tokenizer takes for words of the file, but for what the words of look-ups mean."""
    data = language_file(name)
    found = roles(data)
    meanings = {
        word for listed in found.values() for role in listed for word in (role.meaning, *role.meaning.split(" "))
    }
    assert {*phrases(data)} - found.keys() <= meanings | {"", data.locale, data.numerals}


@pytest.mark.parametrize("name", languages())
def test_a_word_is_gone_from_one_role_and_keeps_the_others(name: str) -> None:
    """One word of each key: without it the file lists all that it did, but for this one."""
    data = language_file(name)
    before = {(phrase, role) for phrase, listed in roles(data).items() for role in listed}
    tried = {role.path: (phrase, role) for phrase, role in sorted(before)}
    for phrase, role in tried.values():
        after = {(other, each) for other, listed in roles(without(data, phrase, role)).items() for each in listed}
        gone = {(other, each.path) for other, each in before - after}
        assert (phrase, role.path) in gone
        if role.path in ("ranges.between", "dates.between"):
            assert {path for _, path in gone} == {role.path}
        elif role.path != "currencies.words":  # for which others may stand
            assert before - after == {(phrase, role)}
            assert after < before


def test_the_words_of_a_text_are_found_as_the_file_spells_them() -> None:
    """In any case, with any space or hyphen between; the longest phrase first, and no phrase across a figure."""
    data, words = language_file("en"), language("en").words
    text = "More\u00a0than 5 percentage-points, more 5 than"
    found = [(text[each.start : each.end], each.roles[0][0]) for each in finder(data, words)(text)]
    assert found[0] == ("More\u00a0than", "more than")
    assert ("percentage-points", "percentage points") in found
    assert [word for word, _ in found].count("more 5 than") == 0


def test_a_word_for_which_others_stand_can_be_taken_away() -> None:
    """ "bucks" are the reader's own dollars, if "dollars" may mean them: without that word they are not."""
    assert "*dollars" in language_file("en").currencies.words["bucks"]
    [role] = [role for role in roles(language_file("en"))["dollars"] if role.path == "currencies.words"]
    data = without(language_file("en"), "dollars", role)
    assert [fact.text for fact in read_in("It cost 5 bucks, or 5 dollars.", made_of(data, "en")).document] == [
        "5 bucks",
        "5",
    ]


@pytest.mark.parametrize(
    ("locale", "sentence", "word", "role", "lost"),
    [
        ("en", "It cost over $5.", "over", Role("qualifiers.before", "above"), "'$5' is money USD 5"),
        ("en", "Up 5%.", "Up", Role("changes.up.particles"), "'5%' is percent 5%"),
        ("en", "Up 5%.", "Up", Role("changes.up.after"), ""),
        ("hr", "Porez je 5 posto.", "posto", Role("percent.percent"), "'5' is count 5"),
        ("hr", "Porez je pet posto.", "pet", Role("numbers.units", "5"), "'pet posto' is no figure"),
        (
            "ru",
            "Он заплатил 5 млн рублей.",
            "рублей",
            Role("currencies.words", "RUB"),
            "'5 млн' is count 5 million рублей",
        ),
        ("zh", "营收同比增长5%。", "同比", Role("bases", "year_on_year"), "'5%' is change up 5%"),
        ("de", "Der Umsatz stieg um 5%.", "Umsatz", Role("context.measures"), "'5%' is of nothing"),
    ],
)
def test_what_a_word_does_is_what_is_lost_without_it(
    locale: str, sentence: str, word: str, role: Role, lost: str
) -> None:
    assert {(each.word, each.role): each.without for each in effects(sentence, locale)}[word, role] == lost


def test_a_tie_that_is_lost_is_told() -> None:
    done = effects("Il fatturato è salito del 5% a 3 milioni di euro.", "it")
    assert ("a", "links.current", "other ties") in {(each.word, each.role.path, each.without) for each in done}


def test_try_shows_facts_ties_and_words() -> None:
    told = run("try", "en", "Sales rose 5% to $3.1 million.")
    assert "\nmoved_by_to: movement, up\n" in told
    assert re.search(r"^money +\$3\.1 million +USD 3\.1 million +Sales$", told, re.MULTILINE)
    assert re.search(r"^rose +changes\.up\.verbs +'5%' is percent 5%", told, re.MULTILINE)


def test_a_sentence_without_a_word_of_the_file() -> None:
    assert run("try", "en", "Zzyzx").endswith("\n\nNo word of the sentence is in the language file.\n")


SOURCE = """# notes

[Novac]
locale = hr
published = 2017-01-20

Kruh stoji 2,50 eura.
    2,50 eura -> money EUR 2.50 per tona

[Money]
It cost 5 kuna.

[Riječi]
locale = hr
frame = Cijena je [7 {}]. -> money HRK 7

lipa -> money EUR
"""


def test_the_sentences_of_a_table_are_its_examples() -> None:
    """Those of the language alone; what is said of them is none."""
    assert [*example_texts(SOURCE, "hr", "en")] == ["Kruh stoji 2,50 eura.", "Cijena je [7 {}].", "lipa"]
    assert [*example_texts(SOURCE, "en", "en")] == ["It cost 5 kuna."]
    assert [*example_texts("Kruh.\nlocale = en", "hr", "hr")] == ["Kruh.", "locale = en"]


def test_a_word_is_unused_where_no_example_holds_it(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("Prodaja je pala za 12 posto.\n", encoding="utf-8")
    told = run("unused", "hr", "--examples", str(tmp_path / "mine.txt"))
    missing = unused("hr", ["Prodaja je pala za 12 posto."])
    everything = roles(language_file("hr"))
    assert "pala" not in missing[Role("changes.down.verbs")]
    assert "pao" in missing[Role("changes.down.verbs")]
    words = {word for listed in missing.values() for word in listed}
    assert told.endswith(
        f"\n\n{len(words)} of {len(everything)} words stand in none of the 1 examples in {tmp_path / 'mine.txt'}.\n"
    )
    assert unused("hr", everything) == {}


def test_the_tests_tables_are_the_examples(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where they are: elsewhere somebody has to name some."""
    monkeypatch.chdir(Path(__file__).parent.parent)
    assert "examples in tests/reading and tests/linking.\n" in run("unused", "hr")
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(moneyfacts, ["lang", "unused", "hr"])
    assert done.exit_code == 2
    assert "--examples" in done.output
    (tmp_path / "latin.txt").write_bytes(b"\xe9t\xe9")
    assert CliRunner().invoke(moneyfacts, ["lang", "unused", "fr", "--examples", "latin.txt"]).exit_code == 2


def test_a_file_is_not_changed_by_what_is_tried() -> None:
    before = msgspec.json.encode(language_file("en"))
    list(effects("It cost over $5.", "en"))
    assert msgspec.json.encode(language_file("en")) == before
