"""From a language file and a locale's CLDR data to look-ups by position: how a `Language` is made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction

from ..interval import MAX_DIGITS
from ..values import Direction
from .calendar import calendar, lengths
from .cldr import Cldr
from .language import Cue, Language, NumberWords, Trigger, Unit
from .lexicon import Lexicon, Suffixes, alternation, split
from .schema import LanguageFile, Movement
from .signs import Signs

# What may stand right before a figure: of ASCII, Latin-1 and general punctuation, all but letters, digits and "_".
BEFORE = r"[\x00-/:-@\[-^`{-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u2000-\u206f\u2190-\u2bff\u3000-\u303f\uff00-\uff0f]"


def compiled(data: LanguageFile, cldr: Cldr, signs: Signs[Unit] | None = None) -> Language:
    """Return the language of a data file, with the CLDR data of a locale of that language.

    `signs` are those that currencies have where no language is known.
    """
    months = {**cldr.months, **cldr.month_abbreviations, **data.dates.months}
    multiples = {**data.changes.multiples, **data.changes.infinitives}
    triggers: dict[str, Trigger] = {}
    for tag, words in (
        ("number", (*data.numbers.units, *data.numbers.tens, *data.numbers.hundred, *data.numbers.scales)),
        ("period", (word for each in data.dates.periods.values() for word in each)),
        ("length", (*data.lengths.bare, *(word for word in data.lengths.couples if " " not in word))),
        ("fraction", data.numbers.fractions),
        ("relative", data.dates.relative),
        ("ordinal", data.dates.ordinals),
        ("day", data.dates.days),
        ("fiscal", data.dates.fiscal),
        ("era", (*data.dates.decades, *data.dates.abbreviations)),
        ("era", data.dates.seasons),
        ("multiple", multiples),
        ("one_of", (*data.currencies.thousands, *data.currencies.ones)),
        ("ratio", data.numbers.multiples),
    ):
        triggers.update(dict.fromkeys((word.casefold() for word in words), tag))  # type: ignore[arg-type]
    names: dict[str, Trigger] = {
        **dict.fromkeys(months, "month"),
        **dict.fromkeys((*cldr.weekdays, *data.dates.weekdays), "weekday"),
    }
    prefixes = {**signs.before} if signs else _prefixes(data, cldr)
    for sign in signs.priced if signs else ():
        prefixes.pop(sign, None)  # without a price behind it, a word like any other
    changes, after = _changes(data), _changes_after(data)
    loose = Lexicon({phrase: sense for sense, phrases in data.qualifiers.after.items() for phrase in phrases})
    bases = Lexicon({phrase: basis for basis, phrases in data.bases.items() for phrase in phrases})
    followers = {*after, *loose.entries, *bases.entries, *data.changes.after_fillers, *data.per.markers, *data.per.each}
    return Language(
        locale=cldr.locale,
        data=data,
        cldr=cldr,
        calendar=calendar(data.dates, cldr, {name.casefold(): number for name, number in months.items()}, data.numbers),
        lengths=lengths(data.lengths, data.dates, data.numbers),
        trigger=signs.trigger if signs else _trigger(triggers, names, prefixes, data),
        triggers={**triggers, **{name.casefold(): tag for name, tag in names.items()}},
        number=_number(cldr),
        numbers=NumberWords(
            small=data.numbers.units,
            tens=data.numbers.tens,
            hundreds=frozenset(data.numbers.hundred),
            scales=data.numbers.scales,
            fractions={word: Fraction(value) for word, value in data.numbers.fractions.items()},
            ones=frozenset(data.numbers.ones_words),
            conjunctions=frozenset(data.numbers.conjunctions),
            and_words=data.numbers.conjunctions,
            and_letters=frozenset(word[0] for word in data.numbers.conjunctions),
            points=frozenset(data.numbers.points),
            apart=frozenset(f" {lead[:1]}" for lead in (cldr.decimal, *data.numbers.points) if lead),
        ),
        scale_letters=data.numbers.scale_letters,
        before_brackets=frozenset(data.numbers.before_brackets),
        minus_words=frozenset(data.numbers.minus),
        prefixes=prefixes,
        signs=signs,
        after=signs or _after(data, cldr),
        per_nouns=Lexicon(data.per.nouns),
        per_markers=frozenset(data.per.markers),
        per_each=frozenset(data.per.each),
        per_not_before=frozenset(data.per.not_before),
        range_words=frozenset((*data.ranges.connectors, data.ranges.paired[1])),
        qualifiers=Suffixes({phrase: sense for sense, phrases in data.qualifiers.before.items() for phrase in phrases}),
        qualifiers_after=loose,
        qualifier_signs={sign: sense for sense, signs in data.qualifiers.signs.items() for sign in signs},
        levels=frozenset(data.qualifiers.levels),
        apart=frozenset(data.changes.apart),
        doubtful=frozenset(data.currencies.doubtful),
        tight=frozenset(data.currencies.tight),
        named_before={} if signs else _named_before(data, cldr),
        articles=frozenset({*data.numbers.ones_words, *data.counts.articles}),
        not_codes=frozenset(data.currencies.not_codes),
        times_of_day=frozenset(data.counts.times_of_day),
        changes=Suffixes({phrase: phrase for phrase in changes}),
        cues=changes,
        cues_after=after,
        followers=frozenset(followers),
        fillers=frozenset(data.changes.fillers),
        paces=Suffixes({phrase: phrase for phrase in data.changes.paces}),
        leads=frozenset(
            (
                *(phrase.split(" ")[-1] for phrases in data.qualifiers.before.values() for phrase in phrases),
                *(phrase.split(" ")[-1] for phrase in changes),
                *data.changes.fillers,
                *(phrase.split(" ")[-1] for phrase in data.changes.paces),
                *data.changes.noun_links,
                *data.changes.alternatives,
                *data.changes.apart,
            )
        ),
        noun_links=frozenset(data.changes.noun_links),
        alternatives=frozenset(data.changes.alternatives),
        after_fillers=frozenset(data.changes.after_fillers),
        basis_pattern=_anywhere(phrase for phrases in data.bases.values() for phrase in phrases),
        bases=bases,
        basis_leads=frozenset(
            word for phrases in data.bases.values() for phrase in phrases for word in split(phrase)[:-1]
        ),
        months={name.casefold(): number for name, number in months.items()},
        ambiguous_months=frozenset(
            name.casefold() for name in (*data.dates.ambiguous_months, *cldr.month_abbreviations, *data.dates.months)
        ),
        date_prepositions=frozenset(data.dates.prepositions),
        from_now=frozenset(data.dates.from_now),
        weekdays={name.casefold(): number for name, number in cldr.weekdays.items()},
        periods={word: period for period, words in data.dates.periods.items() for word in words},
        reporting=frozenset(data.dates.reporting),
        places=tuple((_title(name), code) for name, code in data.currencies.places.items()),
        measure_pattern=_measures(data),
        measures=frozenset(word for phrase in data.context.measures for word in phrase.split(" ")[-1:]),
        not_subjects=frozenset(data.context.not_subjects),
        never_alone=frozenset(
            word
            for words in (
                data.context.adjectives,
                data.context.measures,
                data.context.measure_modifiers,
                data.dates.days,
                *data.context.accounting.values(),
            )
            for phrase in words
            for word in phrase.split(" ")[:1]
        ),
        places_after=frozenset(data.context.places_after),
        find_accounting=_anywhere(phrase for phrases in data.context.accounting.values() for phrase in phrases).search,
        abbreviations=frozenset(data.sentences.abbreviations),
        longest_abbreviation=max(map(len, data.sentences.abbreviations), default=1),
        ties=_ties(data),
        tie_fillers=frozenset(data.links.fillers),
        tie_breaks=frozenset(data.links.breaks),
        restated=frozenset(data.links.restated),
        adjectives={word: unit for unit, words in data.dates.adjectives.items() for word in words},
        deal_nouns=frozenset(data.deals.nouns),
        deal_runs=frozenset(data.deals.runs),
        deal_opening=frozenset(data.deals.opening),
        deal_ongoing=frozenset(data.deals.ongoing),
        accounting_words=frozenset(
            max(phrase.casefold().split(" "), key=len)
            for phrases in data.context.accounting.values()
            for phrase in phrases
        ),
        accounting={phrase: basis for basis, phrases in data.context.accounting.items() for phrase in phrases},
        stops=frozenset(data.counts.stops),
        plurals=frozenset(data.counts.plurals),
        not_plurals=frozenset(data.counts.not_plurals),
        openers=frozenset(data.counts.openers),
        countables=frozenset(data.counts.countables),
        labels=frozenset(data.counts.labels),
        streets=frozenset(data.counts.streets),
        multiples=multiples,
        infinitives=frozenset(data.changes.infinitives),
        auxiliaries=frozenset(data.changes.auxiliaries),
        again=frozenset(data.shared.again),
        out_of=Lexicon(dict.fromkeys(data.numbers.out_of, True)),
    )


def _trigger(
    triggers: Mapping[str, Trigger], names: Mapping[str, Trigger], prefixes: Mapping[str, Unit], data: LanguageFile
) -> Callable[[str], Iterator[re.Match[str]]]:
    """Return the one pass over a text: finds where a figure or a date may begin.

    A match begins one character before the trigger, with what may stand before a figure: a small set of characters
    first is what lets the search skip quickly.
    """
    signs = [sign for sign in prefixes if not sign.isalpha()]
    last = "".join(sorted({sign[-1] for sign in signs if not sign[-1].isalpha()}))
    lettered = [sign for sign in signs if len(sign) > 1 and sign[-1] in last and sign not in data.currencies.tight]
    forms = {*signs, *(form for sign in lettered for form in (sign.lower(), f"{sign[:-1]} {sign[-1]}"))}  # "US $5"
    forms |= {f"{sign[:-1]} {sign[-1]}".lower() for sign in lettered}
    forms |= {form for word in triggers for form in (word, word.capitalize(), word.upper())}
    forms |= {form for name in names for form in (name, name.upper())}
    forms |= {name.lower() for name, tag in names.items() if tag == "month" and len(name) > 3} - {
        name.lower() for name in data.dates.ambiguous_months
    }
    whole = rf"(?:(?![^\W_])|(?<=[{re.escape(last)}]))"  # a word is whole; a digit may follow a sign
    code = r"[A-Z](?=[A-Za-z]{0,3}+[ \u00a0]?[-−]?\d)"  # "EUR 5", "Q3"
    part = (
        rf"[{''.join(sorted({word[0] for word in data.dates.prefixes}))}](?=[a-z]?\d)"
        if data.dates.prefixes
        else "(?!)"
    )
    small = rf"{alternation(name.lower() for name in data.dates.ambiguous_months)}(?=[ \u00a0]\d)"  # "may 5th"
    return re.compile(rf"{BEFORE}(?:\d|{_by_case(forms, whole)}|{code}|{part}|{small})").finditer


def _number(cldr: Cldr) -> re.Pattern[str]:
    """Return the pattern of a number in digits, grouped as the locale groups them or not at all."""
    group, decimal = re.escape(cldr.group), re.escape(cldr.decimal)
    groups = rf"\d{{1,3}}(?:{group}\d{{2,3}})*{group}\d{{3}}"
    return re.compile(rf"({groups}|\d{{1,{MAX_DIGITS}}})(?:{decimal}(\d{{1,{MAX_DIGITS}}}))?")


def _prefixes(data: LanguageFile, cldr: Cldr) -> dict[str, Unit]:
    codes = {code: Unit("currency", code, 0, (code,), f"the code {code}") for code in sorted(cldr.currency_codes)}
    signs = {
        sign: Unit("currency", candidates[0], 0, candidates, f"the sign {sign}")
        for sign, candidates in data.currencies.symbols.items()
    }
    coded = {f"{code}$": codes[code] for code in data.currencies.symbols.get("$", ())}  # "CAD$ 15"
    return {**codes, **coded, **signs}


def _after(data: LanguageFile, cldr: Cldr) -> Lexicon[Unit]:
    """Return what may follow a number: where two tables name one word, the later here has it."""
    found: dict[str, Unit] = {}
    for unit, words in data.units.items():
        found.update({word: Unit("unit", unit) for word in words})
    for name, codes in cldr.currency_names.items():
        found[name] = Unit("currency", codes[0], 0, codes, f"the words {name}")
        found.setdefault(name.replace(" ", ""), found[name])  # as the web runs them together: "saudiriyal"
    for code in sorted(cldr.currency_codes):
        if code.casefold() in data.currencies.not_codes:
            continue
        found[code.casefold()] = Unit("currency", code, 0, (code,), f"the code {code}")
        for letter, power in data.numbers.code_letters.items():  # "48.5 MGBP"
            found[letter + code.casefold()] = Unit("currency", code, power, (code,), f"the code {code}")
    for word, listed in data.currencies.words.items():
        codes = _own(listed, data, cldr)
        found[word] = Unit("currency", codes[0], 0, codes, f"the word {word}")
    for word, listed in data.currencies.thousands.items():
        codes = _own(listed, data, cldr)
        found[word] = Unit("currency", codes[0], 3, codes, f"the word {word}")
    for word, codes in data.currencies.minor.items():
        found[word] = Unit("minor", codes[0], -2, codes, f"the word {word}")
    for sign, codes in data.currencies.symbols.items():
        found[sign.casefold()] = Unit("currency", codes[0], 0, codes, f"the sign {sign}")
    for unit, words in data.durations.items():
        found.update({word: Unit("duration", unit) for word in words})
    for unit in ("percent", "percentage_point", "basis_point"):
        found.update({word: Unit("percent", unit) for word in getattr(data.percent, unit)})
    found["%"] = Unit("percent", "percent")
    found.update({word: Unit("times", "times") for word in data.numbers.times})
    for word, power in data.numbers.scales.items():
        found[word] = Unit("scale", word, power)
    return Lexicon(found)


def _named_before(data: LanguageFile, cldr: Cldr) -> dict[str, Unit]:
    """Return the words that may name a currency before its number: "ringgit 42", "usd 20"."""
    found = {
        word: Unit("currency", codes[0], 0, codes, f"the word {word}")
        for word, listed in data.currencies.words.items()
        if (codes := _own(listed, data, cldr)) and word not in data.currencies.doubtful
    }
    for code in sorted(cldr.currency_codes):
        if code.casefold() not in data.currencies.not_codes:
            found.setdefault(code.casefold(), Unit("currency", code, 0, (code,), f"the code {code}"))
    for sign, codes in data.currencies.symbols.items():
        if sign.isalpha():
            found.setdefault(sign.casefold(), Unit("currency", codes[0], 0, codes, f"the sign {sign}"))
    return found


def _own(codes: tuple[str, ...], data: LanguageFile, cldr: Cldr) -> tuple[str, ...]:
    """Return the candidates of a colloquial word: "*dollars" is the territory's currency, if "dollars" may mean it."""
    home = cldr.home_currency
    found = []
    for code in codes:
        if not code.startswith("*"):
            found.append(code)
        elif home in data.currencies.words[code[1:]]:
            found.append(home)
    return tuple(dict.fromkeys(found))


def _changes(data: LanguageFile) -> dict[str, Cue]:
    """Return the words that govern a change from before the figure."""
    found: dict[str, Cue] = {}

    def add(words: tuple[str, ...], direction: Direction, noun: bool, share_only: bool) -> None:
        found.update({word: Cue(direction, noun or word in found, share_only) for word in words})

    for direction in ("up", "down"):
        movement: Movement = getattr(data.changes, direction)
        add(movement.nouns, direction, noun=True, share_only=False)
        add(movement.share_nouns, direction, noun=True, share_only=True)
        add(movement.share_verbs, direction, noun=False, share_only=True)
        add(movement.verbs, direction, noun=False, share_only=False)
        add(movement.particles, direction, noun=False, share_only=False)
    return found


def _changes_after(data: LanguageFile) -> dict[str, Cue]:
    """Return the words that govern a change from behind the figure: "a 5% rise", "3 percent higher"."""
    found: dict[str, Cue] = {}
    for direction in ("up", "down"):
        movement: Movement = getattr(data.changes, direction)
        found.update({word: Cue(direction, noun=True) for word in movement.nouns})
        found.update({word: Cue(direction, noun=True, share_only=True) for word in movement.share_nouns})
        found.update({word: Cue(direction) for word in movement.after})
        found.update({word: Cue(direction, share_only=True) for word in movement.share_after})
    return found


def _ties(data: LanguageFile) -> Suffixes:
    """Return the phrases between two figures by the tie they state, without the words that are set aside there."""
    fillers = set(data.links.fillers)
    return Suffixes(
        {
            " ".join(word for word in phrase.split(" ") if word not in fillers): tie
            for tie in ("current", "prior", "alternative", "part", "more")
            for phrase in getattr(data.links, tie)
        }
    )


def _measures(data: LanguageFile) -> re.Pattern[str]:
    """Return the pattern of a run of words that name a measure; only one that ends in a noun does."""
    words = _whole_words((*data.context.measures, *data.context.measure_modifiers))
    return re.compile(rf"{BEFORE}({words}(?:[ -]{words})*)")


def _anywhere(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of any of the phrases, as one word or words, in group 1."""
    return re.compile(rf"{BEFORE}({_whole_words(phrases)})")


def _whole_words(phrases: Iterable[str]) -> str:
    """Return the expression of any of the phrases, in lower case or with a capital."""
    forms = {form for phrase in phrases for form in (phrase, phrase[:1].upper() + phrase[1:])}
    return rf"(?:{_by_case(forms)})(?![^\W_])"


def _by_case(forms: Iterable[str], end: str = "") -> str:
    """Return the expression of any of the forms, by their first letters' case, with what must follow a letter-led form.

    Most words fail at the first look-ahead or in the small trie behind it: half the time of one trie for all.
    """
    lower = [form for form in forms if form[0].islower()]
    upper = [form for form in forms if form[0].isupper()]
    other = [form for form in forms if form not in lower and form not in upper]
    parts = [
        rf"(?=[{''.join(sorted({re.escape(form[0]) for form in group}))}]){alternation(group)}{end}"
        for group in (lower, upper, other)
        if group
    ]
    return "|".join(parts) or alternation(())


def _title(name: str) -> str:
    return " ".join(word.capitalize() for word in name.split(" "))
