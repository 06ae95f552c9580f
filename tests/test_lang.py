"""Languages: what a file may hold, what is refused, and that every entry of every file is used by an example."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moneyfacts import lang
from moneyfacts.api import extract
from moneyfacts.errors import UnknownLocaleError
from moneyfacts.grounding.topic import topic_of
from moneyfacts.lang import language, language_of, languages
from moneyfacts.lang.lexicon import LeftLexicon, Lexicon
from moneyfacts.lang.orientation import oriented
from moneyfacts.lang.tokenizer import SPACED, alternation
from moneyfacts.link import Link, links
from moneyfacts.model.facts import Context
from moneyfacts.model.values import DateSpan
from moneyfacts.read.sentences import sentences
from tables import Row, assert_reads, shown

SOURCE = (lang.DATA / "en.toml").read_text(encoding="utf-8")
EN = oriented(tomllib.loads(SOURCE))
CODES = language("en").cldr.currency_codes

Example = tuple[str, str]  # a sentence, and its facts, one a line, in the notation of the tables
Examples = Callable[[], Iterator[tuple[str, Example]]]
EXAMPLES: dict[str, Examples] = {}


def uses(*paths: str) -> Callable[[Examples], Examples]:
    """Register examples, one for each entry of some tables or keys of the English file."""

    def register(examples: Examples) -> Examples:
        assert not EXAMPLES.keys() & set(paths)
        EXAMPLES.update(dict.fromkeys(paths, examples))
        return examples

    return register


SEPARATELY: set[str] = set()  # tables whose entries have tests of their own

# Entries that are not read as the file says, so far: a dead word, or one that two tables claim.
KNOWN_WRONG = {
    "changes.up: cut of": "also a verb that governs percentages alone, which wins",
    "context.places_after: near": "where it begins a sentence it is taken for a part of the name",
    "context.places_after: across": "the same",
    "context.places_after: outside": "the same",
    "context.accounting.adjusted: excluding one-time items": "its first number word is counted",
    "deals.runs: extend": "also an ongoing deal's, which wins",
    "deals.runs: extends": "the same",
}

NAMES: set[str] = set()


def entry(name: str, *values: object) -> Any:
    """Return the parameters of one entry, which must fail while it is known to be read wrong."""
    NAMES.add(name)
    reason = KNOWN_WRONG.get(name)
    return pytest.param(*values, id=name, marks=[pytest.mark.xfail(reason=reason, strict=True)] if reason else [])


def listed(path: str) -> list[str]:
    table: Any = EN
    for key in path.split("."):
        table = table[key]
    return list(table)


def each_word(*paths: str) -> pytest.MarkDecorator:
    """Run a test on every word of some lists of the English file."""
    SEPARATELY.update(".".join(path.split(".")[:2]) for path in paths)
    return pytest.mark.parametrize("word", [entry(f"{path}: {word}", word) for path in paths for word in listed(path)])


def each_keyed_word(*paths: str) -> pytest.MarkDecorator:
    """Run a test on every word of some lists of the English file, with the key that each list stands under."""
    SEPARATELY.update(".".join(path.split(".")[:2]) for path in paths)
    pairs = [(path, word) for path in paths for word in listed(path)]
    return pytest.mark.parametrize(
        ("key", "word"), [entry(f"{path}: {word}", path.rpartition(".")[2], word) for path, word in pairs]
    )


def lines(*facts: str) -> str:
    return "\n".join(facts)


@uses("numbers.units", "numbers.tens")
def _() -> Iterator[tuple[str, Example]]:
    for word, number in (*EN["numbers"]["units"].items(), *EN["numbers"]["tens"].items()):
        yield word, (f"It lent {word} million euros.", f"{word} million euros -> money EUR {number}e6")


@uses("numbers.scales", "numbers.hundred")
def _() -> Iterator[tuple[str, Example]]:
    for word, power in EN["numbers"]["scales"].items():
        yield word, (f"It cost 5 {word} euros.", f"5 {word} euros -> money EUR 5e{power}")
    for word in EN["numbers"]["hundred"]:
        yield word, (f"It cost five {word} euros.", f"five {word} euros -> money EUR 500")


@uses("numbers.scale_letters", "numbers.code_letters")
def _() -> Iterator[tuple[str, Example]]:
    for letter, power in EN["numbers"]["scale_letters"].items():
        for each in (letter, letter.upper()):
            yield each, (f"It cost €5{each}.", f"€5{each} -> money EUR 5e{power}")
    for letter, power in EN["numbers"]["code_letters"].items():
        yield f"{letter}eur", (f"It cost 5 {letter.upper()}EUR.", f"5 {letter.upper()}EUR -> money EUR 5e{power}")


@uses(
    "numbers.ones_words",
    "numbers.wholes",
    "numbers.conjunctions",
    "numbers.points",
    "numbers.minus",
    "numbers.before_brackets",
)
def _() -> Iterator[tuple[str, Example]]:
    for word in EN["numbers"]["wholes"]:
        yield word, (f"It cost a {word} euro.", f"a {word} euro -> money EUR 1")
    for word in EN["numbers"]["before_brackets"]:
        yield word, (f"It {word} (€5) then.", "(€5) -> money EUR -5")
    for word in EN["numbers"]["minus"]:
        yield word, (f"The rate is {word} 5%.", f"{word} 5% -> percent -5%")
    for word in EN["numbers"]["ones_words"]:
        yield word, (f"It cost {word} million euros.", f"{word} million euros -> money EUR 1e6")
    for word in EN["numbers"]["conjunctions"]:
        said = f"one hundred {word} five euros"
        yield word, (f"It cost {said}.", f"{said} -> money EUR 105")
    for word in EN["numbers"]["points"]:
        yield word, (f"It cost one {word} three five euros.", f"one {word} three five euros -> money EUR 1.35")


@uses("numbers.fractions")
def _() -> Iterator[tuple[str, Example]]:
    for word, share in EN["numbers"]["fractions"].items():
        plural = word + "s" in EN["numbers"]["fractions"] or word == "half"
        said = f"a {word}" if plural else f"three-{word}"
        ratio = {"1/2": "0.5", "1/4": "0.25", "1/5": "0.2", "1/8": "0.125", "1/10": "0.1"} if plural else _THREE
        yield word, (f"It felled {said} of the wood.", f"{said} -> ratio {ratio.get(share, share)} word")


_THREE = {
    "1/3": "1",
    "1/4": "0.75",
    "1/5": "0.6",
    "1/6": "0.5",
    "1/7": "3/7",
    "1/8": "0.375",
    "1/9": "1/3",
    "1/10": "0.3",
}


@uses("numbers.multiples", "numbers.times", "numbers.out_of")
def _() -> Iterator[tuple[str, Example]]:
    for word, number in EN["numbers"]["multiples"].items():
        yield word, (f"He earns {word} her wage.", f"{word} -> ratio {number} word")
    for word in EN["numbers"]["times"]:
        said = f"20 {word}" if len(word) > 1 else f"20{word}"
        yield word, (f"It is {said} her wage.", f"{said} -> ratio 20")
    for word in EN["numbers"]["out_of"]:
        yield word, (f"It cured one {word} five boys.", f"one {word} five -> ratio 0.2 word")


@uses("ranges.connectors", "ranges.between", "ranges.from", "ranges.ranging")
def _() -> Iterator[tuple[str, Example]]:
    for word in EN["ranges"]["connectors"]:
        yield word, (f"It takes 5 {word} 9 euros.", f"5 {word} 9 euros -> money EUR 5..9")
    first, then = EN["ranges"]["between"]
    yield (
        first,
        (
            f"It takes {first} 5 {then} 9 euros.",
            f'5 {then} 9 euros -> money EUR 5..9 between "{first}"',
        ),
    )
    for word in EN["ranges"]["from"]:
        yield word, (f"It went {word} €5 to €9.", lines("€5 -> money EUR 5", "€9 -> money EUR 9"))
    for word in EN["ranges"]["ranging"]:
        yield word, (f"The prices {word} from €5 to €9.", "€5 to €9 -> money EUR 5..9")


@uses("currencies.symbols")
def _() -> Iterator[tuple[str, Example]]:
    for sign, codes in EN["currencies"]["symbols"].items():
        if sign not in BEHIND:
            yield sign, (f"Then {sign}5 went.", f"{sign}5 -> money {'|'.join(codes)} 5 because the sign {sign}")
        if sign[-1] != ".":
            yield f"{sign} behind", (f"Then 5 {sign} went.", f"5 {sign} -> money {'|'.join(codes)} 5")


BEHIND = "元円"  # these stand after their numbers


@uses("currencies.words", "currencies.thousands", "currencies.minor", "currencies.ones")
def _() -> Iterator[tuple[str, Example]]:
    for word in EN["currencies"]["ones"]:
        number = "0.01" if word in EN["currencies"]["minor"] else "1"
        words = EN["currencies"]["words"] | EN["currencies"]["minor"]
        known = "|".join(code for code in words[word] if code[0] != "*")
        yield word, (f"It cost a {word}.", f"a {word} -> money {known} {number} because the word {word}")
    for table, amount in (("words", "5"), ("thousands", "5e3"), ("minor", "0.05")):
        for word, codes in EN["currencies"][table].items():
            said = f"5 {word}" if len(word) > 1 else f"5{word}"
            known = "|".join(code for code in codes if code[0] != "*")
            yield word, (f"It cost {said}.", f"{said} -> money {known} {amount} because the word {word}")


@uses("currencies.doubtful", "currencies.not_codes", "currencies.unspaced", "currencies.glued")
def _() -> Iterator[tuple[str, Example]]:
    for word in EN["currencies"]["glued"]:
        known = "|".join(EN["currencies"]["words"][word])
        yield word, (f"It cost {word}26.", f"{word}26 -> money {known} 26 because the word {word}")
    for word in EN["currencies"]["doubtful"]:
        yield word, (f"It has five {word} boxes.", f"five -> count 5 {word} boxes")
    units = {word: unit for unit, words in EN["units"].items() for word in words}
    for word in EN["currencies"]["not_codes"]:
        counted = f"7,007 -> count 7007 {word} boxes"
        measured = f"7,007 {word} -> measurement 7007 {units[word]}" if word in units else counted
        yield word, (f"It has 7,007 {word} boxes.", measured)
    for sign in EN["currencies"]["unspaced"]:
        yield sign, (f"They made {sign[0].lower()} $5 cut.", "$5 -> change down USD? 5")


@uses("currencies.places")
def _() -> Iterator[tuple[str, Example]]:
    money = EN["currencies"]
    said = [*money["words"].items(), *money["minor"].items(), *money["symbols"].items()]
    for place, code in money["places"].items():
        name = " ".join(part.capitalize() for part in place.split())
        word = next(word for word, codes in said if code in codes and len(codes) > 1 and "USD" not in codes)
        amount = "0.05" if word in money["minor"] else "5"
        yield place, (f"In the {name} shop it cost 5 {word}.", f"5 {word} -> money {code}? {amount}")


@uses("shared.lists", "shared.commas", "shared.parts", "shared.sums", "shared.again")
def _() -> Iterator[tuple[str, Example]]:
    for word in EN["shared"]["lists"]:
        gap = word if word.startswith(",") else f" {word}"
        yield word, (f"It costs 8{gap} 9 euros.", lines("8 -> money EUR 8", "9 euros -> money EUR 9"))
    for word in EN["shared"]["commas"]:
        facts = lines("7 -> money EUR 7", "8 -> money EUR 8", "9 euros -> money EUR 9")
        yield word, (f"It costs 7{word} 8 or 9 euros.", facts)
    for word in EN["shared"]["parts"]:
        facts = lines("2 million -> money EUR 2e6", "5 million euros -> money EUR 5e6")
        yield word, (f"It spent 2 million {word} 5 million euros.", facts)
    for word in EN["shared"]["sums"]:
        said = " ".join(f"20 dollars {word} 43 cents".split())
        yield word or "nothing", (f"It costs {said}.", f"{said} -> money USD? 20.43")
    for word in EN["shared"]["again"]:
        gap = word if word == "," else f" {word}"
        facts = lines("5% -> change up 5%", "June 2016 -> date 2016-06-01..2016-06-30 month", "7% -> change up 7%")
        yield word, (f"Output rose 5% in June 2016{gap} 7% then.", facts)


@uses("percent.percent", "percent.percentage_point", "percent.basis_point", "percent.ones")
def _() -> Iterator[tuple[str, Example]]:
    for word, sign in zip(EN["percent"]["ones"], ("pp", "bp"), strict=True):
        yield word, (f"The gap is a {word} point.", f"a {word} point -> percent 1{sign}")
    for unit, sign in (("percent", "%"), ("percentage_point", "pp"), ("basis_point", "bp")):
        for word in EN["percent"][unit]:
            yield word, (f"It is 5 {word} there.", f"5 {word} -> percent 5{sign}")


@uses("per.markers", "per.each", "per.not_before", "per.nouns")
def _() -> Iterator[tuple[str, Example]]:
    for word in EN["per"]["markers"]:
        gap = word if word == "/" else f" {word} "
        yield word, (f"It cost €5{gap}share.", "€5 -> money EUR 5 per share")
    for word in EN["per"]["each"]:
        yield word, (f"They cost €5 {word}.", "€5 -> money EUR 5 per unit")
    for word in EN["per"]["not_before"]:
        yield word, (f"It made €5 a year {word}.", "€5 -> money EUR 5")
    for noun, what in EN["per"]["nouns"].items():
        yield noun, (f"It cost €5 per {noun}.", f"€5 -> money EUR 5 per {what}")


@uses("durations")
def _() -> Iterator[tuple[str, Example]]:
    for unit, words in EN["durations"].items():
        for word in words:
            said = f"5{word}" if len(word) == 1 else f"5 {word}"
            length = "10 to the nearest 2 week" if unit == "fortnight" else f"5 {unit}"
            yield word, (f"It took {said}.", f"{said} -> duration {length}")


@uses("units")
def _() -> Iterator[tuple[str, Example]]:
    for unit, words in EN["units"].items():
        for word in words:
            yield word, (f"It is 5 {word} there.", f"5 {word} -> measurement 5 {unit}")


@uses("qualifiers.levels", "qualifiers.signs")
def _() -> Iterator[tuple[str, Example]]:
    for word in EN["qualifiers"]["levels"]:
        sense = next((sense for sense, words in EN["qualifiers"]["before"].items() if word in words), "no qualifier")
        yield word, (f"Output went up {word} 5%.", f'5% -> percent 5% {sense} "{word}"')
    for sense, signs in EN["qualifiers"]["signs"].items():
        for sign in signs:
            yield sign, (f"It cost {sign}€5.", f'€5 -> money EUR 5 {sense} "{sign}"')


@uses("qualifiers.before", "qualifiers.after")
def _() -> Iterator[tuple[str, Example]]:
    for sense, phrases in EN["qualifiers"]["before"].items():
        for phrase in phrases:
            said = "€5 to €9 -> money EUR 5..9" if sense == "between" else "€5 -> money EUR 5"
            text = f"It cost {phrase} €5 to €9." if sense == "between" else f"It cost {phrase} €5."
            yield phrase, (text, f'{said} {sense} "{phrase}"')
    for sense, phrases in EN["qualifiers"]["after"].items():
        for phrase in phrases:
            yield phrase, (f"It cost €5 {phrase}.", f'€5 -> money EUR 5 {sense} "{phrase}"')


@uses("changes.up", "changes.down")
def _() -> Iterator[tuple[str, Example]]:
    for way in ("up", "down"):
        words = EN["changes"][way]
        moved, still = f"5% -> change {way} 5%", "€5 -> money EUR 5"
        for word in (*words["verbs"], *words["particles"]):
            yield word, (f"Output {word} 5%.", moved)
            yield word, (f"Output {word} €5.", f"€5 -> change {way} EUR 5")
        for word in words["share_verbs"]:
            yield word, (f"Output {word} 5%.", moved)
            yield word, (f"Output {word} €5.", still)
        for word in words["nouns"]:
            yield word, (f"It saw a {word} of 5%.", moved)
            yield f"{word} of", (f"It saw a {word} of €5.", f"€5 -> change {way} EUR 5")
            yield word, (f"It saw a 5% {word} there.", moved)
        for word in words["share_nouns"]:
            yield word, (f"It saw a 5% {word} there.", moved)
            yield word, (f"It saw a €5 {word} there.", still)
        for word in words["after"]:
            yield word, (f"It closed €5 {word}.", f"€5 -> change {way} EUR 5")
        for word in words["share_after"]:
            yield word, (f"It was 5% {word} than that.", moved)


@each_word("changes.scored")
def test_what_an_index_gains(word: str) -> None:
    """`changes.scored`: a verb of gain governs points as it does cents, but not things; so does a noun after them."""
    said = f"gained 30 {word}, or 1.2 percent" if word.endswith("s") else f"saw a 30-{word}, or 1.2 percent, drop"
    assert [fact.value.kind for fact in Row(f"The index {said}.").document()] == ["change"] * 2
    assert [fact.value.kind for fact in Row("The club gained 30 members.").document()] == ["count"]


@uses("changes.auxiliaries", "changes.infinitives", "changes.apart")
def _() -> Iterator[tuple[str, Example]]:
    for word in EN["changes"]["apart"]:
        yield word, (f"It cut its own output {word} 5%.", "5% -> change down 5%")
    loose = {phrase: sense for sense, phrases in EN["qualifiers"]["before"].items() for phrase in phrases}
    for word in EN["changes"]["auxiliaries"]:
        qualifier = f' {loose[word]} "{word}"' if word in loose else ""
        yield word, (f"Output {word} double.", f"double -> change up 2x word{qualifier}")
    for word, factor in EN["changes"]["infinitives"].items():
        way = "up" if factor > 0 else "down"
        yield word, (f"Output will {word}.", f"{word} -> change {way} {abs(factor)}x word")
        yield word, (f"It has {word} rooms.", "")


@uses("changes.multiples")
def _() -> Iterator[tuple[str, Example]]:
    for word, factor in EN["changes"]["multiples"].items():
        way = "up" if factor > 0 else "down"
        yield word, (f"Output {word}.", f"{word} -> change {way} {abs(factor)}x word")


@uses(
    "changes.fillers",
    "changes.paces",
    "changes.noun_links",
    "changes.after_fillers",
    "changes.alternatives",
)
def _() -> Iterator[tuple[str, Example]]:
    for phrase in EN["changes"]["paces"]:
        basis = ", annualized" if "annual" in phrase else ""
        yield phrase, (f"Output rose {phrase} 5%.", f"5% -> change up 5%{basis}")
    for word in EN["changes"]["fillers"]:
        yield word, (f"Output rose {word} 5%.", "5% -> change up 5%")
    for word in EN["changes"]["noun_links"]:
        yield word, (f"It saw a rise {word} 5%.", "5% -> change up 5%")
    for word in EN["changes"]["after_fillers"]:
        yield word, (f"It saw a 5% {word} rise.", "5% -> change up 5%")
    for word in EN["changes"]["alternatives"]:
        facts = lines("€5 -> change up EUR 5", "7% -> change up 7%")
        yield word, (f"Output rose €5, {word} 7%.", facts)


@uses("bases")
def _() -> Iterator[tuple[str, Example]]:
    for basis, phrases in EN["bases"].items():
        for phrase in phrases:
            dates = "since 2012 -> date 2012-01-01.. year" if phrase == "since" else ""
            text = f"Output rose 5% {phrase}{' 2012' if dates else ''}."
            yield phrase, (text, lines(f"5% -> change up 5%, {basis}", dates))


@uses(
    "dates.months", "dates.day_suffixes", "dates.of", "dates.ordinals", "dates.ambiguous_months", "dates.prepositions"
)
def _() -> Iterator[tuple[str, Example]]:
    for name, number in EN["dates"]["months"].items():
        yield name, (f"It shut on 3 {name} 2016.", f"3 {name} 2016 -> date 2016-{number:02}-03")
    for suffix in EN["dates"]["day_suffixes"]:
        yield suffix, (f"It shut on 3{suffix} May 2016.", f"3{suffix} May 2016 -> date 2016-05-03")
    for word in EN["dates"]["of"]:
        said = f"third quarter {word} 2016"
        yield word, (f"It shut in the {said}.", f"{said} -> date 2016-07-01..2016-09-30 quarter")
    for word, number in EN["dates"]["ordinals"].items():
        if number > 0:
            said = f"{word} of May 2016"
            yield word, (f"It shut on the {said}.", f"{said} -> date 2016-05-{number:02}")
        if number < 5:
            first, last = ((1, "03-31"), (4, "06-30"), (7, "09-30"), (10, "12-31"))[max(number, -1) - (number > 0)]
            said = f"{word} quarter of 2016"
            yield (
                f"{word} quarter",
                (f"In the {said} it shut.", f"{said} -> date 2016-{first:02}-01..2016-{last} quarter"),
            )
    for name in EN["dates"]["ambiguous_months"]:
        yield name, (f"{name} they rest.", "")
    led = {word for words in EN["dates"]["edges"].values() for word in words} | set(EN["dates"]["relative"])
    led |= {word for words in EN["dates"]["portions"].values() for word in words} | set(EN["dates"]["relative"])
    for word in EN["dates"]["prepositions"]:
        said = f"{word} May" if word in led else "May"
        yield word, (f"It was {word} May there.", f"{said} -> date ? month")


@uses("dates.span_words", "dates.from", "dates.between", "dates.ended", "dates.edges")
def _() -> Iterator[tuple[str, Example]]:
    span = "date 2016-07-01..2016-09-30 month"
    for word in EN["dates"]["span_words"]:
        said = f"July {word} September 2016"
        yield word, (f"It was shut {said}.", f"{said} -> {span}")
    for word in EN["dates"]["from"]:
        yield word, (f"It was shut {word} July to September 2016.", f"July to September 2016 -> {span}")
    first, then = EN["dates"]["between"]
    said = f"July {then} September 2016"
    yield first, (f"It was shut {first} {said}.", f"{said} -> {span}")
    for word in EN["dates"]["ended"]:
        said = f"three months {word} Sept. 30, 2016"
        held = lines(f"{said} -> date 2016-07-01..2016-09-30 quarter fiscal", "three months -> duration 3 month")
        yield word, (f"It was shut in the {said}.", held)
    for edge, words in EN["dates"]["edges"].items():
        for word in words:
            yield word, (f"It was shut {word} 2016.", f"{word} 2016 -> date {OPEN[edge]} year")


OPEN = {"until": "..2016-12-31", "since": "2016-01-01..", "before": "..2015-12-31", "after": "2017-01-01.."}
PARTS = {
    "early": "2016-01-01..2016-04-30",
    "mid": "2016-05-01..2016-08-31",
    "late": "2016-09-01..2016-12-31",
    "start": "2016-01-01",
    "end": "2016-12-31",
}


@uses("dates.edges_after", "dates.portions", "dates.to_date", "dates.weekdays", "dates.further", "dates.moments")
def _() -> Iterator[tuple[str, Example]]:
    for edge, words in EN["dates"]["edges_after"].items():
        for word in words:
            yield word, (f"It was built in 2016 {word}.", f"2016 {word} -> date {OPEN[edge]} year")
    for part, words in EN["dates"]["portions"].items():
        grain = "" if part in ("start", "end") else " year"
        for word in words:
            yield word, (f"It was shut {word} 2016.", f"{word} 2016 -> date {PARTS.get(part, '?')}{grain}")
    for word in EN["dates"]["to_date"]:
        yield word, (f"It lost money in the year {word}.", f"year {word} -> date ? year")
    for name in EN["dates"]["weekdays"]:
        yield name, (f"It shut on {name}, 22 May 2016.", f"{name}, 22 May 2016 -> date 2016-05-22")
    for words in EN["dates"]["further"]:
        grain = "day" if words.split()[1] in EN["dates"]["days"] else "week"
        yield words, (f"It will shut the {grain} {words}.", f"{grain} {words} -> date ? {grain}")
    for word in EN["dates"]["moments"]:
        said = f"between {word} and May 3, 2016"
        yield word, (f"It will shut {said}.", f"{said.removeprefix('between ')} -> date ? day")


@uses("dates.rolling", "dates.told", "dates.determiners", "dates.fillers", "dates.business", "dates.counts")
def _() -> Iterator[tuple[str, Example]]:
    for word in EN["dates"]["rolling"]:
        yield word, (f"It lost money in the {word} year.", f"{word} year -> date ? year")
    for word in EN["dates"]["told"]:
        yield word, (f"It lost money in {word} week.", f"{word} week -> date ? week")
    for word in EN["dates"]["determiners"]:
        yield word, (f"It shut during {word} week.", f"{word} week -> date ? week")
    for word in EN["dates"]["fillers"]:
        yield word, (f"It shut in this {word} year.", f"this {word} year -> date ? year")
    for word in EN["dates"]["business"]:
        yield word, (f"It shut in the last two {word} days.", f"last two {word} days -> date ? day")
    for word in EN["dates"]["counts"]:
        yield word, (f"It shut in the next {word} weeks.", f"next {word} weeks -> date ? week")


@uses("dates.seasons", "dates.decades", "dates.abbreviations", "dates.personal", "dates.not_present")
def _() -> Iterator[tuple[str, Example]]:
    for word, number in EN["dates"]["seasons"].items():
        yield word, (f"It shut in the {word} of 2016.", f"{word} of 2016 -> date ? quarter 2016-{number}")
    for word in EN["dates"]["decades"]:
        yield word, (f"It shut in the {word}.", f"{word} -> date ? decade")
    for word, grain in EN["dates"]["abbreviations"].items():
        yield word, (f"Sales {word} rose.", f"{word} -> date ? {grain}")
    for word in EN["dates"]["personal"]:
        yield word, (f"She is in {word} fifties.", "")
    for word in EN["dates"]["not_present"]:
        yield word, (f"It shut in the year {word} that.", "")


@uses("dates.within", "dates.starting", "dates.lasting", "dates.old_year_words")
def _() -> Iterator[tuple[str, Example]]:
    for word in EN["dates"]["within"]:
        qualifier = ' below "less than"' if word == "in less than" else ' below "under"' if word == "in under" else ""
        held = lines(f"{word} two weeks -> date ? week", f"two weeks -> duration 2 week{qualifier}")
        yield word, (f"It will shut {word} two weeks.", held)
    for word in EN["dates"]["starting"]:
        said = f"two weeks, {word} May 20, 2016"
        held = lines(f"{said} -> date 2016-05-20..2016-06-02 week", "two weeks -> duration 2 week")
        yield word, (f"It will shut for {said}.", held)
    for word in EN["dates"]["lasting"]:
        held = lines("two days from today -> date ? day", "two days -> duration 2 day")
        yield word, (f"It will shut {word} two days from today.", held)
    edges = EN["dates"]["edges"]
    opened = {word: edge for edge in edges for word in edges[edge]}
    years = {"until": "..1865-12-31", "since": "1865-01-01..", "before": "..1864-12-31", "after": "1866-01-01.."}
    for word in EN["dates"]["old_year_words"]:
        edge = opened.get(word)
        quote = f"{word} 1865" if edge or word == "year" else "1865"
        yield (
            word,
            (f"It shut {word} 1865.", f"{quote} -> date {years[edge] if edge else '1865-01-01..1865-12-31'} year"),
        )


@uses(
    "lengths.units",
    "lengths.ones",
    "lengths.wholes",
    "lengths.articles",
    "lengths.before_articles",
    "lengths.couples",
    "lengths.senses",
)
def _() -> Iterator[tuple[str, Example]]:
    for word in EN["lengths"]["units"]:
        yield word, (f"It took an {word}.", f"an {word} -> duration 1 {word} word")
    for word in EN["lengths"]["ones"]:
        yield word, (f"It took {word} week.", f"{word} week -> duration 1 week word")
    for word in EN["lengths"]["wholes"]:
        yield word, (f"It shut for {word} month.", f"{word} month -> duration 1 month word")
    for word in EN["lengths"]["articles"]:
        yield word, (f"It took {word} week.", f"{word} week -> duration 1 week word")
    loose = {phrase: sense for sense, phrases in EN["qualifiers"]["before"].items() for phrase in phrases}
    for word in EN["lengths"]["before_articles"]:
        qualifier = f' {loose[word]} "{word}"' if word in loose else ""
        yield word, (f"It shut {word} a week.", f"a week -> duration 1 week word{qualifier}")
    for word, number in EN["lengths"]["couples"].items():
        sense = EN["lengths"]["senses"].get(word)
        qualifier = f' {sense} "{word}"' if sense else ""
        yield word, (f"It took a {word} days.", f"a {word} days -> duration {number} day word{qualifier}")


@uses("dates.fiscal", "dates.own_years", "dates.prefixes")
def _() -> Iterator[tuple[str, Example]]:
    for word in EN["dates"]["fiscal"]:
        yield word, (f"It shut in {word} 2016.", f"{word} 2016 -> date ? year fiscal FY2016")
    facts = {
        "quarter": "1 2016 -> date 2016-01-01..2016-03-31 quarter",
        "half": "1 2016 -> date 2016-01-01..2016-06-30 half",
        "fiscal": "2016 -> date ? year fiscal FY2016",
        "year": "2016 -> date 2016-01-01..2016-12-31 year",
    }
    for word in EN["dates"]["own_years"]:
        yield word, (f"It shut in the {word} year 2016.", f"{word} year 2016 -> date ? year fiscal FY2016")
    for prefix, what in EN["dates"]["prefixes"].items():
        number = "1 2016" if what in ("quarter", "half") else "2016"
        yield prefix, (f"It shut in {prefix.upper()}{number}.", f"{prefix.upper()}{facts[what]}")


@uses(
    "counts.plural_endings",
    "counts.plurals",
    "counts.not_plurals",
    "counts.not_nouns",
    "counts.countables",
    "counts.labels",
)
def _() -> Iterator[tuple[str, Example]]:
    for ending in EN["counts"]["plural_endings"]:
        yield ending, (f"It has 7 mill{ending}.", f"7 -> count 7 mill{ending}")
    for word in EN["counts"]["plurals"]:
        if not any(word in words for words in EN["units"].values()):
            yield word, (f"It has 7 {word}.", f"7 -> count 7 {word}")
    for word in EN["counts"]["not_plurals"]:
        yield word, (f"It has 7,007 {word} that.", "7,007 -> count 7007")
    moves = {word for way in ("up", "down") for word in EN["changes"][way]["after"]}
    for word in EN["counts"]["not_nouns"]:
        if word not in moves and word not in EN["per"]["each"]:
            yield word, (f"It has 7,007 {word} boxes.", "7,007 -> count 7007")
    for word in EN["counts"]["countables"]:
        yield word, (f"It has 2016 {word}.", f"2016 -> count 2016 {word}")
    for word in EN["counts"]["labels"]:
        yield word, (f"See {word} 7.", "")


@uses("counts.articles", "counts.streets", "counts.times_of_day")
def _() -> Iterator[tuple[str, Example]]:
    for word in EN["counts"]["articles"]:
        yield word, (f"It fell to {word} -5% plan.", "-5% -> percent -5%")
    for word in EN["counts"]["streets"]:
        yield word, (f"It is at 10 Main {word.capitalize()}.", "")
    for word in EN["counts"]["times_of_day"]:
        hour = "7 o'clock" if word == "o" else f"7 {word}"
        yield word, (f"It rang at {hour} then.", "")


@uses("dates.relative", "dates.periods", "dates.days")
def _() -> Iterator[tuple[str, Example]]:
    for word, offset in EN["dates"]["relative"].items():
        for grain, names in EN["dates"]["periods"].items():
            if grain == "fortnight" and not offset:
                continue  # which one "this fortnight" is, nobody can tell
            for name in names:
                shown = {"weekend": "week", "working": "week", "fortnight": "week"}.get(grain, grain)
                yield f"{word} {name}", (f"It shut {word} {name}.", f"{word} {name} -> date ? {shown}")
    for word in EN["dates"]["days"]:
        yield word, (f"It shut {word}.", f"{word} -> date ? day")


def entries() -> list[Any]:
    first = {examples: path for path, examples in reversed(EXAMPLES.items())}
    return [entry(f"{path}: {name}", *example) for examples, path in first.items() for name, example in examples()]


@pytest.mark.parametrize(("text", "facts"), entries())
def test_every_entry_is_used_by_an_example(text: str, facts: str) -> None:
    """A word of the file is read, in a sentence, as the file says: all the facts of the sentence, and no others."""
    quoted = [tuple(line.split(" -> ")) for line in facts.splitlines()]
    row = Row(text, tuple((quote, meaning) for quote, meaning in quoted))
    assert_reads(row, row.document(), shown)


@each_word("dates.past")
def test_a_word_in_the_past_sets_a_day_in_the_past(word: str) -> None:
    [fact] = extract(f"It {word} there on 3 May.", published=date(2017, 1, 20)).of("date_span")
    assert isinstance(fact.value, DateSpan)
    assert fact.value.end == date(2016, 5, 3)


@each_word("dates.past_endings")
def test_an_ending_of_the_past_sets_a_day_in_the_past(word: str) -> None:
    [fact] = extract(f"It travell{word} there on 3 May.", published=date(2017, 1, 20)).of("date_span")
    assert isinstance(fact.value, DateSpan)
    assert fact.value.end == date(2016, 5, 3)


@each_word("counts.not_names")
def test_a_capital_letter_that_opens_a_sentence_makes_no_name(word: str) -> None:
    """`counts.not_names`: "About 7,007" counts, as "Boeing 7,007" does not."""
    assert [fact.text for fact in Row(f"{word.capitalize()} 7,007 boxes.").document()] == ["7,007"]
    assert not list(Row("Boeing 7,007 boxes.").document())


PUBLISHED = date(2017, 1, 20)


@each_word("dates.from_now")
def test_words_that_look_ahead(word: str) -> None:
    """`dates.from_now`: before a month they mean the next one."""
    [fact] = Row(f"It {word} in March.", published=PUBLISHED).document()
    assert shown(fact) == "date 2017-03-01..2017-03-31 month"
    [fact] = Row("It was shut in March.", published=PUBLISHED).document()
    assert shown(fact) == "date 2016-03-01..2016-03-31 month"


@each_word("dates.reporting")
def test_the_day_of_saying_is_no_period(word: str) -> None:
    """`dates.reporting`: on that day somebody said it; it did not happen then."""
    _, fact = Row(f"It {word} on Thursday that tea cost €5.", published=PUBLISHED).document()
    assert fact.context.period is None
    _, fact = Row("It burned on Thursday when tea cost €5.", published=PUBLISHED).document()
    assert fact.context.period is not None


@each_word("context.measures")
def test_measures(word: str) -> None:
    """`context.measures`: in the middle of a sentence, and as its first word."""
    for text in (f"Its {word} came to €5.", f"{word.capitalize()} came to €5."):
        [fact] = Row(text).document()
        assert (fact.context.measure or "").casefold() == word


@each_word("context.measure_modifiers")
def test_words_that_belong_to_the_name_of_a_measure(word: str) -> None:
    """`context.measure_modifiers`"""
    fact = Row(f"Its {word} revenue came to €5.", published=PUBLISHED).document().of("money")[0]
    assert fact.context.measure == f"{word} revenue"


@each_word("context.not_subjects", "context.adjectives")
def test_first_words_that_are_no_subject(word: str) -> None:
    """`context.not_subjects` and `context.adjectives`: capitalised because the sentence begins there, or always."""
    fact = Row(f"{word.capitalize()} tea came to €5.").document().of("money")[0]
    assert fact.context.subject is None


@each_word("context.places_after")
def test_a_place_at_the_head_of_a_sentence_is_no_subject(word: str) -> None:
    """`context.places_after`"""
    fact = Row(f"{word.capitalize()} Oslo, Lumen paid €5.").document().of("money")[0]
    assert fact.context.subject == "Lumen"


@each_keyed_word(*(f"context.same.{name}" for name in EN["context"]["same"]))
def test_same_measures(key: str, word: str) -> None:
    """`context.same`: a measure of the file, by what it is in any language."""
    assert topic_of(Context(measure=word), lang.language("en")).measure == key
    assert any(measure.endswith(word) for measure in EN["context"]["measures"])


@each_keyed_word("context.accounting.adjusted", "context.accounting.reported", "context.accounting.guidance")
def test_accounting(key: str, word: str) -> None:
    """`context.accounting`: in the middle of a sentence, and where it begins."""
    for text in (f"It said, {word}, tea came to €5.", f"{word[0].upper()}{word[1:]} it came to €5."):
        assert [fact.context.accounting for fact in Row(text).document()] == [key]


TIES = {"current": "current", "prior": "prior", "alternative": "pct", "part": "part", "more": "part"}


def tie(key: str, phrase: str) -> tuple[str, str]:
    match key:
        case "current":
            return f"Output rose 5% {phrase} €7.", "€7"
        case "prior":
            return f"Output fell to €7 {phrase} €9.", "€9"
        case "alternative":
            return f"Output rose €7, {phrase} 5%, to €70.", "5%"
        case "part":
            return f"It paid €70, {phrase} €7 for tea.", "€7"
        case _:
            return f"It paid €70, including €7 for tea {phrase} €9 for milk.", "€9"


@each_keyed_word("links.current", "links.prior", "links.alternative", "links.part", "links.more")
def test_ties(key: str, word: str) -> None:
    """`links.current` and its like: the figure after the phrase is in the role that the phrase names."""
    text, quoted = tie(key, word)
    found = [role for link in tied(text) for role in link.roles if role[1].text == quoted]
    assert [role for role, _ in found] == [TIES[key]]


@each_word("links.restated")
def test_restatements(word: str) -> None:
    """`links.restated`: what may stand between a bracket and the amount said again in it."""
    for text in ("It paid €70 ($77).", f"It paid €70 ({word} $77)."):
        assert [link.relation for link in tied(text)] == ["conversion"]


DIRECTIONS = {
    **dict.fromkeys(("above", "beating", "up"), "up"),
    **dict.fromkeys(("below", "missing", "down", "compared"), "down"),
}
LINKED = {
    "compared": ("Output fell to €7 {} €9.", "movement"),
    "above": ("Output was €9, {} the €7 of May.", "movement"),
    "below": ("Output was €7, {} the €9 of May.", "movement"),
    "beating": ("Output was €9, {} forecasts of €7.", "movement"),
    "missing": ("Output was €7, {} forecasts of €9.", "movement"),
    "up": ("Output was €7, {} to €9.", "movement"),
    "down": ("Output was €9, {} to €7.", "movement"),
    "of": ("It sold €7, or 10% {} the €70.", "share"),
    "consisting": ("It has 9 mills, {} 7 in Oslo and 2 in Bergen.", "sum"),
    "out_of": ("It sold 7 mills {} 70 mills.", "part_whole"),
    "share": ("Of €70, €7, {} 10%, went abroad.", "share"),
}


@each_keyed_word(*(f"links.{key}" for key in LINKED))
def test_words_that_tie_two_levels(key: str, word: str) -> None:
    """`links.above` and its like: the relation that the words make of the figures on both sides, and its direction."""
    text, relation = LINKED[key]
    [link] = [link for link in tied(text.format(word)) if link.relation == relation]
    assert link.direction == DIRECTIONS.get(key)


@each_keyed_word("links.wholes.market")
def test_two_shares_of_one_whole(key: str, word: str) -> None:
    """`links.wholes`: figures with percentages of what the word names are held against each other."""
    others = f"followed by Tan with 1 million lamps for a 10 percent {word}"
    [link] = tied(f"Lumen sold 2 million lamps for a 20 percent {word}, {others}.")
    assert (key, link.relation) == ("market", "share")


DOUBTS = {
    "adverse": "Its {} came to €14, better than the €19 expected.",
    "net": "It had {} debt of €14, including €19 of bonds.",
    "inverse": "The note was lower, to {} 3.57% from 3.44%.",
    "annual": "Credit increased €5.50, or a 6.8% {}, to €968.",
    "extremes": "Oil rose €3 to €46 from a {} of €41.",
}


@each_keyed_word(*(f"links.{key}" for key in DOUBTS), "links.judging")
def test_words_that_make_a_tie_doubtful(key: str, word: str) -> None:
    """`links.judging` and its like: nothing is certain where they stand, and without them it is."""
    if key == "judging":
        return_to = ("improved", "improve", "improves", "improving", "improvement", "worsened", "worsens", "worsening")
        verb = word in return_to or word == "deteriorated"
        text = f"Its ratio {word} to 80% from 83%." if verb else f"Its loss was €14, {word} than the €19 expected."
        assert not [link for link in tied(text) if not link.weak]
        return
    text = DOUBTS[key]
    assert not [link for link in tied(text.format(word)) if not link.weak]
    assert [link for link in tied(text.format("profit" if key == "adverse" else "xyz")) if not link.weak]


BALANCE = {"exports": "exports", "imports": "imports", "surplus": "surplus", "deficit": "deficit"}


@each_keyed_word(*(f"links.{key}" for key in BALANCE))
def test_a_balance_of_trade(key: str, word: str) -> None:
    """`links.exports` and its like: the two sides, and what one is more than the other."""
    names = {**BALANCE, key: word}
    balance = names["deficit"] if key == "deficit" else names["surplus"]
    [link] = tied(f"Trade had {names['exports']} of €9 and {names['imports']} of €7, a {balance} of €2.")
    minuend = link.get("minuend")
    assert link.relation == "difference"
    assert minuend is not None
    assert minuend.text == ("€7" if key == "deficit" else "€9")


@each_keyed_word("links.table.share", "links.table.net", "links.table.shares")
def test_tables_of_results(key: str, word: str) -> None:
    """`links.table`: what a share earns, times how many there are, is the net, this year and the year before."""
    rows = {"share": "Shr", "net": "Net", "shares": "Avg shrs"} | {key: word.capitalize()}
    text = "{share} 20 cts vs 15 cts {net} 1.2 mln vs 0.9 mln {shares} 6.0 mln vs 6.1 mln"
    found = tied(text.format_map(rows))
    assert [link.relation for link in found] == ["per_unit", "per_unit"]
    assert [[fact.text for _, fact in link.roles] for link in found] == [
        ["20 cts", "1.2 mln", "6.0 mln"],
        ["15 cts", "0.9 mln", "6.1 mln"],
    ]


@each_word("links.margins")
def test_margins(word: str) -> None:
    """`links.margins`"""
    [link] = tied(f"It made a profit of €7 on sales of €70, a {word} of 10%.")
    assert link.relation == "ratio"


@each_word("links.earlier")
def test_what_went_before(word: str) -> None:
    """`links.earlier`: without such a word a level that another is compared with need not have been one before."""
    for behind, weak in ((f" {word}", False), ("", True)):
        [link] = tied(f"Output rose 5% to €9, compared with €7{behind}.")
        assert link.weak == weak


@each_word("links.expected")
def test_what_was_expected_did_not_go_before(word: str) -> None:
    """`links.expected`"""
    assert not [link.get("prior") for link in tied(f"Output rose to €9, compared with {word} output of €7.")]


@each_word("links.losses")
def test_losses(word: str) -> None:
    """`links.losses`: the level is below zero, and the other one is not."""
    [link] = tied(f"It made a profit of €9, up from a {word} of €7.")
    assert link.losses == ("prior",)


@each_word("links.fillers")
def test_words_between_figures_that_say_nothing(word: str) -> None:
    """`links.fillers`"""
    assert [link.relation for link in tied(f"Output rose 5% to {word} €7.")] == ["movement"]


@each_word("links.breaks")
def test_words_between_figures_that_part_them(word: str) -> None:
    """`links.breaks`: all but a comma, which only parts a figure from a measure."""
    assert bool(tied(f"Output rose 5% {word} it moved to €7.")) == (word == ",")


@each_keyed_word(*(f"dates.adjectives.{unit}" for unit in EN["dates"]["adjectives"]))
def test_adjectives_of_time(key: str, word: str) -> None:
    """`dates.adjectives`: they say how long the dates after them are."""
    [link] = tied(f"It sold 40 lamps and had {word} costs from July through September 2016.")
    assert [(each.role, each.value) for each in link.assumed] == [("duration", f"1 {key}")]


@each_keyed_word("deals.nouns", "deals.runs", "deals.opening", "deals.ongoing")
def test_deals(key: str, word: str) -> None:
    """`deals`: a new agreement of a stated length begins when it is published; one that goes on began before."""
    texts = {
        "nouns": f"It signed a 12-year {word} through 2028.",
        "runs": f"It signed a 12-year lease that will, for all its mills and offices, {word} through 2028.",
        "opening": f"Lumen {word} a 12-year lease through 2028.",
        "ongoing": f"It signed the {word} 12-year lease through 2028.",
    }
    [*found] = tied(texts[key])
    assert [link.relation for link in found] == ([] if key == "ongoing" else ["span"])


@each_keyed_word(*(f"ages.{key}" for key in ("births", "deaths", "aged", "birthdays", "foundings", "anniversaries")))
def test_ages(key: str, word: str) -> None:
    """`ages`: they tie an age, or an anniversary, to the dates beside it."""
    texts = {
        "births": f"A man {word} in 1950 died in 2010 aged 59.",
        "deaths": f"A man born in 1950 {word} in 2010 aged 59.",
        "aged": f"A man born in 1950 died in 2010 {word} 59.",
        "birthdays": f"A man born in 1950 had his 60th {word} in 2010.",
        "foundings": f"It was {word} in 1950 and has its 60th anniversary in 2010.",
        "anniversaries": f"It was founded in 1950 and has its 60th {word} in 2010.",
    }
    assert [link.relation for link in tied(texts[key])] == ["age"]


@each_word("sentences.abbreviations")
def test_abbreviations_end_no_sentence(word: str) -> None:
    """`sentences.abbreviations`"""
    text = f"It paid {word.capitalize()}. Tan for tea. He left."
    found = sentences(text, language("en"), range(len(text)))
    assert [text[each.start : each.end] for each in found] == [text[:-8], "He left."]


def test_the_day_of_a_month_ends_no_sentence() -> None:
    """`dates.day_suffixes`: where days have a full stop a month may follow it; a year's full stop ends a sentence."""
    text = "Am 5. Mai kam er. Es waren 12. Tom ging 2016. Mai sang."
    found = sentences(text, language("de"), range(len(text)))
    parts = ["Am 5. Mai kam er.", "Es waren 12.", "Tom ging 2016.", "Mai sang."]
    assert [text[each.start : each.end].strip() for each in found] == parts
    english = sentences("He left on 5. May came.", language("en"), [11, 14])
    assert len(list(english)) == 2


def tied(text: str) -> tuple[Link, ...]:
    return links(Row(text, published=PUBLISHED).document(), language("en"))


def test_every_table_of_the_file_has_examples() -> None:
    """A key that is new to the file needs an example that uses it."""
    tables = {
        path
        for table, keys in EN.items()
        if isinstance(keys, dict)
        for path in ([table] if table in ("durations", "units", "bases") else [f"{table}.{key}" for key in keys])
    }
    assert tables == EXAMPLES.keys() | SEPARATELY


def test_what_is_known_to_be_wrong_is_an_entry() -> None:
    """A word that leaves the file leaves the list."""
    assert KNOWN_WRONG.keys() <= NAMES


@pytest.fixture
def data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A folder of language files of one's own, in place of the library's."""
    monkeypatch.setattr(lang, "DATA", tmp_path)
    clear()
    yield tmp_path
    clear()


def clear() -> None:
    language.cache_clear()
    language_of.cache_clear()
    lang._file.cache_clear()


@pytest.mark.parametrize(
    ("written", "instead", "named"),
    [
        ("million = 6", 'million = "6"', "numbers.scales"),
        ('half = "1/2"', "half = 0.5", "numbers.fractions"),
        ("[qualifiers.before]\nabove =", "[qualifiers.before]\nbeyond =", "qualifiers.before"),
        ("[bases] ", '[bases]\nday_on_day = ["on the day"]\n', "bases"),
        ('numerals = "decimal-words"', 'numerals = "roman"', "numerals"),
        ("spaced = true", 'spaced = "yes"', "spaced"),
        ("spaced = true", "spaced = true\ncolour = 1", "colour"),
        ("[percent]\n", "[percent]\npromille = []\n", "promille"),
        ("[sentences]\n", "[sentences\n", "line"),
    ],
)
def test_a_file_that_is_not_to_the_schema_is_refused(data: Path, written: str, instead: str, named: str) -> None:
    """The message names the file, and the key in it."""
    assert written in SOURCE
    (data / "en.toml").write_text(SOURCE.replace(written, instead, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=rf"^en\.toml: .*{re.escape(named)}"):
        language("en")


def test_a_new_language_is_one_file(data: Path) -> None:
    """No Python knows a language: a file under another name is read with that locale's own separators."""
    (data / "de.toml").write_text(SOURCE, encoding="utf-8")
    assert languages() == ("de",)
    document = Row("It cost 1.234,50 euros.", locale="de_AT").document()
    assert [shown(fact) for fact in document] == ["money EUR 1234.50"]


@pytest.mark.parametrize(
    ("locale", "text", "facts"),
    [
        ("pl", "Zapłacił 12 mln euro, o 5,2% więcej niż 3 500 zł.", "money EUR 12e6; percent 5.2%; money PLN 3500"),
        ("da", "Prisen er 1.234,50 kr. eller 3 mio. euro.", "money DKK 1234.50; money EUR 3e6"),
        ("th", "กำไร 34.3 ล้านบาท", "money THB 34.3e6"),
        ("fa", "۳۴٫۳ میلیارد ریال", "money IRR 34.3e9"),
        ("sw", "Ilipata $ 20 na 7%.", "money USD? 20; percent 7%"),
    ],
)
def test_a_language_without_a_file_is_what_cldr_knows(locale: str, text: str, facts: str) -> None:
    """Separators, digits, signs and names of currencies, and the scales of compact forms."""
    assert "; ".join(shown(fact) for fact in Row(text, locale=locale).document()) == facts


@pytest.mark.parametrize(
    ("said", "locale"),
    [("en", "en"), ("EN", "en"), ("en-GB", "en_GB"), ("en_gb", "en_GB"), ("en-IN", "en_IN"), ("en_US_POSIX", None)],
)
def test_locales(said: str, locale: str | None) -> None:
    assert language(said).locale == (locale or "en_US_POSIX")


@pytest.mark.parametrize(
    "locale", ["", " ", "xx", "english", "klingon", "en_XYZ", "en__", "e\0n", "../en", "fr\ud800", "5", "en US"]
)
def test_what_is_no_locale(locale: str) -> None:
    with pytest.raises(UnknownLocaleError, match="not a CLDR locale") as refused:
        language(locale)
    assert repr(locale) in str(refused.value)


def test_a_language_is_made_once() -> None:
    assert language("en_GB") is language("en_GB")
    assert language("en-gb").locale == language("en_GB").locale


words = st.text("abcxyz", min_size=1, max_size=4)
phrases = st.lists(words, min_size=1, max_size=3).map(" ".join)


@given(
    st.lists(st.text("abé.|(*\\-1", min_size=1, max_size=6), min_size=1, max_size=12),
    st.text("abé.|(*\\-1", max_size=6),
)
def test_an_alternation_matches_its_forms_and_nothing_else(forms: list[str], other: str) -> None:
    """alternation(forms) fully matches a string exactly if it is one of them, and prefers the longest."""
    pattern = re.compile(alternation(forms))
    for form in forms:
        assert pattern.fullmatch(form)
    assert bool(pattern.fullmatch(other)) == (other in forms)
    longest = max((form for form in forms if other.startswith(form)), key=len, default=None)
    match = pattern.match(other)
    assert (match[0] if match else None) == longest


@given(st.dictionaries(phrases, st.integers(), min_size=1, max_size=8), st.data())
def test_a_lexicon_finds_each_of_its_phrases(entries: dict[str, int], data: st.DataObject) -> None:
    """However it is cased and set, at its place, with its end; of two that begin alike, the longer."""
    lexicon = Lexicon(entries)
    phrase = data.draw(st.sampled_from(sorted(entries)))
    gaps = st.sampled_from([" ", "-"])
    said = "".join(word + data.draw(gaps) for word in phrase.split(" "))[:-1].rstrip(" -")
    said = said.upper() if data.draw(st.booleans()) else said
    text = f"5 {said}; more"
    assert lexicon.find(text, 1) == (2 + len(said), entries[phrase])
    longer = f"{said} {data.draw(words)}"
    end, payload = lexicon.find(f"5 {longer};", 1) or (0, None)
    cut = {phrase: SPACED.split(phrase.casefold()) for phrase in (longer, *entries)}
    best = max((each for each in entries if cut[longer][: len(cut[each])] == cut[each]), key=len)
    assert payload == entries[best]
    assert end >= 2 + len(said)


@given(st.dictionaries(phrases, st.text(max_size=3), min_size=1, max_size=8), st.lists(words, max_size=6))
def test_suffixes_find_the_longest_phrase_that_ends_there(entries: dict[str, str], said: list[str]) -> None:
    """Against the plainest search there is: every phrase, tried at the end of the words."""
    suffixes = LeftLexicon(entries)
    for end in range(len(said) + 1):
        fitting = [each.split(" ") for each in entries if said[:end][-len(each.split(" ")) :] == each.split(" ")]
        longest = max(fitting, key=len, default=None)
        expected = (len(longest), entries[" ".join(longest)]) if longest and end else None
        assert suffixes.find(said, end) == expected
    assert suffixes.find(said) == suffixes.find(said, len(said))


def test_what_may_stand_for_a_phrase_of_no_words() -> None:
    assert Lexicon({"percent": 1}).find("5", 1) is None
    assert Lexicon[int]({}).find("5 percent", 1) is None
    assert LeftLexicon({}).find([]) is None


def test_codes_of_currencies_in_the_file_are_real() -> None:
    """A mistyped code would be a currency that nobody can convert."""
    listed: Iterable[str] = (
        code
        for table in ("symbols", "words", "thousands", "minor")
        for codes in EN["currencies"][table].values()
        for code in codes
    )
    named = {code for code in listed if not code.startswith("*")} | set(EN["currencies"]["places"].values())
    assert named <= CODES
