"""From a language file and a locale's CLDR data to look-ups by position: how a `Language` is made."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.values import Direction
from .calendar import calendar, lengths
from .cldr import SWISS, Cldr
from .frozen import Separators, territory_of
from .language import Cue, Language, Trigger, Unit
from .lexicon import LeftLexicon, Lexicon
from .numerals import numerals
from .patterns import anywhere, measures, number, other_numbers, trigger
from .schema import LanguageFile, Movement
from .signs import Signs
from .ties import ties
from .tokenizer import SPACES, Tokenizer, phrases, spelled_out, words_of
from .units import behind, named_before, prefixes


def compiled(data: LanguageFile, cldr: Cldr, signs: Signs[Unit] | None = None) -> Language:
    """Return the language of a data file, with the CLDR data of a locale of that language.

    `signs` are those that currencies have where no language is known.
    """
    words = _words(data, cldr)
    months = {**cldr.months, **cldr.month_abbreviations, **data.dates.months} if data.spaced else data.dates.months
    numbers = {*data.numbers.units, *data.numbers.tens, *data.numbers.hundreds}
    months = {name: month for name, month in months.items() if name.casefold() not in numbers}  # "dez" is ten
    multiples = {**data.changes.multiples, **data.changes.infinitives}
    triggers = _triggers(data)
    names: dict[str, Trigger] = {
        **dict.fromkeys(months, "month"),
        **dict.fromkeys((*cldr.weekdays, *data.dates.weekdays), "weekday"),
    }
    before = {**signs.before} if signs else prefixes(data, cldr)
    for sign in signs.priced if signs else ():
        before.pop(sign, None)  # without a price behind it, a word like any other
    changes, after = _changes(data), Lexicon(_changes_after(data), words)
    loose = Lexicon({phrase: sense for sense, listed in data.qualifiers.after.items() for phrase in listed}, words)
    bases = Lexicon({phrase: basis for basis, listed in data.bases.items() for phrase in listed}, words)
    followers = {*after.entries, *loose.entries, *bases.entries, *data.per.markers, *data.per.each}
    followers |= {*data.per.behind}
    followers |= {*data.changes.after_fillers, *data.changes.levels}
    followers |= {*data.per.before} if words.unspaced else set()
    opens, joins = data.ranges.paired[::2], data.ranges.paired[1::2]
    pairs = {join: frozenset(opens[i] for i, other in enumerate(joins) if other == join) for join in joins if join}
    leads = frozenset(
        (
            *(phrase.split(" ")[-1] for listed in data.qualifiers.before.values() for phrase in listed),
            *(phrase.split(" ")[-1] for phrase in changes),
            *data.changes.fillers,
            *(phrase.split(" ")[-1] for phrase in data.changes.paces),
            *data.changes.noun_links,
            *data.changes.alternatives,
            *data.changes.apart,
            *data.changes.levels,
        )
    )
    named = {} if signs else named_before(data, cldr)
    ends = (*leads, *data.per.before, *data.numbers.minus, *named) if words.unspaced else leads
    return Language(
        locale=cldr.locale,
        data=data,
        next=words.next,
        words=words,
        cldr=cldr,
        calendar=calendar(
            data.dates, cldr, {name.casefold(): month for name, month in months.items()}, data.numbers, words
        ),
        lengths=lengths(data.lengths, data.dates, data.numbers, words),
        trigger=signs.trigger if signs else trigger(triggers, names, before, data, words),
        triggers={name.casefold(): tag for name, tag in (*triggers.items(), *names.items())},
        number=number(cldr),
        other_numbers=other_numbers(cldr),
        spaced_groups=_groups(cldr),
        numbers=numerals(data.numbers, cldr, words, data.numerals),
        percent_before=_itself(spelled_out(data.percent.before, words), words),
        scale_letters=data.numbers.scale_letters,
        before_brackets=frozenset(data.numbers.before_brackets),
        minus_words=frozenset(data.numbers.minus),
        prefixes=before,
        signs=signs,
        after=signs or behind(data, cldr, words),
        per_nouns=Lexicon(data.per.nouns, words),
        per_markers=frozenset(data.per.markers),
        per_each=frozenset(data.per.each),
        per_not_before=frozenset(data.per.not_before),
        pairs=pairs,
        range_words=frozenset((*data.ranges.connectors, *data.ranges.closed, *pairs)),
        per_before=data.per.before,
        qualifiers=LeftLexicon(
            {phrase: sense for sense, listed in data.qualifiers.before.items() for phrase in listed}
        ),
        qualifiers_after=loose,
        qualifier_signs={sign: sense for sense, signs in data.qualifiers.signs.items() for sign in signs},
        levels=frozenset(data.qualifiers.levels),
        apart=frozenset(data.changes.apart),
        change_levels=frozenset(data.changes.levels),
        doubtful=frozenset(data.currencies.doubtful),
        tight=frozenset(data.currencies.tight),
        named_before=named,
        articles=frozenset({*data.numbers.ones_words, *data.counts.articles}),
        not_codes=frozenset(data.currencies.not_codes),
        times_of_day=frozenset(data.counts.times_of_day),
        changes=LeftLexicon({phrase: phrase for phrase in changes}),
        cues=changes,
        cues_after=after,
        followers=frozenset(followers),
        fillers=frozenset(data.changes.fillers),
        paces=LeftLexicon({phrase: phrase for phrase in data.changes.paces}),
        leads=leads,
        lead_ends=frozenset((*(word[-1] for word in ends if word), *SPACES)),
        noun_links=frozenset(data.changes.noun_links),
        alternatives=frozenset(data.changes.alternatives),
        after_fillers=frozenset(data.changes.after_fillers),
        basis_pattern=anywhere(
            (phrase for listed in data.bases.values() for phrase in listed), words, capitals=data.counts.capitals
        ),
        bases=bases,
        basis_leads=frozenset(
            word for listed in data.bases.values() for phrase in listed for word in words.split(phrase.casefold())[:-1]
        ),
        months={name.casefold(): number for name, number in months.items()},
        ambiguous_months=frozenset(
            name.casefold()
            for name in (
                *data.dates.ambiguous_months,
                *(cldr.month_abbreviations.keys() - cldr.months),
                *(name for name in data.dates.months if _shortens(name, cldr.months)),
            )
        ),
        date_prepositions=frozenset(data.dates.prepositions),
        from_now=frozenset(data.dates.from_now),
        weekdays={name.casefold(): number for name, number in cldr.weekdays.items()},
        periods={word: period for period, words in data.dates.periods.items() for word in words},
        reporting=frozenset(data.dates.reporting),
        places=tuple((_title(name), code) for name, code in data.currencies.places.items()),
        measure_pattern=measures(data, words),
        measures=frozenset(word for phrase in data.context.measures for word in phrase.split(" ")[-1:]),
        same_measures={word: name for name, listed in data.context.same.items() for word in listed},
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
        accounting_pattern=anywhere(
            (phrase for listed in data.context.accounting.values() for phrase in listed),
            words,
            capitals=data.counts.capitals,
        ),
        abbreviations=frozenset(data.sentences.abbreviations),
        longest_abbreviation=max(map(len, data.sentences.abbreviations), default=1),
        ties=ties(
            data,
            {word: cue.direction for word, cue in changes.items()},
            _pure_nouns(data),
            words,
        ),
        losses=frozenset(data.links.losses),
        margins=frozenset(data.links.margins),
        table_rows={phrase: name for name, listed in data.links.table.items() for phrase in listed},
        compared=frozenset(phrase for phrase in data.links.compared if " " not in phrase),
        expected=frozenset(data.links.expected),
        wholes={word: name for name, listed in data.links.wholes.items() for word in listed},
        level_particles={
            **dict.fromkeys(data.links.current_behind, "current"),
            **dict.fromkeys(data.links.prior_behind, "prior"),
        },
        tie_fillers=frozenset(data.links.fillers),
        tie_breaks=frozenset(data.links.breaks),
        adjectives={word: unit for unit, words in data.dates.adjectives.items() for word in words},
        deal_nouns=frozenset(data.deals.nouns),
        deal_runs=frozenset(data.deals.runs),
        deal_opening=frozenset(data.deals.opening),
        deal_ongoing=frozenset(data.deals.ongoing),
        accounting_words=frozenset(
            max(phrase.casefold().split(" "), key=len)
            for listed in data.context.accounting.values()
            for phrase in listed
        ),
        accounting={phrase: basis for basis, listed in data.context.accounting.items() for phrase in listed},
        stops=frozenset(data.counts.stops),
        plurals=frozenset(data.counts.plurals),
        plural_endings=data.counts.plural_endings,
        classifiers=frozenset(data.counts.classifiers),
        not_plurals=frozenset(data.counts.not_plurals),
        openers=frozenset(data.counts.openers),
        countables=frozenset(data.counts.countables),
        labels=frozenset(data.counts.labels),
        streets=frozenset(data.counts.streets),
        multiples=multiples,
        infinitives=frozenset(data.changes.infinitives),
        auxiliaries=frozenset(data.changes.auxiliaries),
        again=frozenset(data.shared.again),
        out_of=Lexicon(dict.fromkeys(data.numbers.out_of, True), words),
    )


def _words(data: LanguageFile, cldr: Cldr) -> Tokenizer:
    """Return how the language's texts are cut into words: by all the words that its file and CLDR know."""
    known = {word for phrase in phrases(data) for word in phrase.split()}
    known -= _opened_by_numbers(data)
    if not data.spaced:
        numbers = {*data.numbers.units, *data.numbers.multipliers, *data.numbers.scales}
        named = {word for name in (*cldr.currency_names, *cldr.weekdays) for word in name.split()}
        known |= {word for word in named if not numbers.issuperset(word)}  # "오만" is Oman, and fifty thousand
        known |= {word for name in cldr.scales for word in name.split()}
    return words_of(known, spaced=data.spaced)


def _opened_by_numbers(data: LanguageFile) -> set[str]:
    """Return the words that begin like a number and are none: within a number they are no words."""
    numbers = (*data.numbers.units, *data.numbers.tens, *data.numbers.multipliers, *data.numbers.scales)
    return {word for word in data.numbers.lookalikes if word.startswith(numbers)}


def _triggers(data: LanguageFile) -> dict[str, Trigger]:
    """Return the words that a figure may begin with, as they are printed, by what reads it."""
    numbers, dates = data.numbers, data.dates
    multiples = {**data.changes.multiples, **data.changes.infinitives}
    found: dict[str, Trigger] = {}
    for tag, listed in (
        ("number", (*numbers.units, *numbers.tens, *numbers.hundreds, *numbers.hundred, *numbers.multipliers)),
        ("number", numbers.scales),
        ("period", (word for each in dates.periods.values() for word in each)),
        ("length", (*data.lengths.bare, *(word for word in data.lengths.couples if " " not in word))),
        ("fraction", numbers.fractions),
        ("relative", dates.relative),
        ("ordinal", dates.ordinals),
        ("day", dates.days),
        ("fiscal", dates.fiscal),
        ("era", (*dates.decades, *dates.abbreviations)),
        ("era", dates.seasons),
        ("multiple", multiples),
        ("one_of", (*data.currencies.thousands, *data.currencies.ones, *data.percent.ones)),
        ("ratio", numbers.multiples),
        ("marked", (*dates.phrases, *dates.nth)),
        ("lead", data.percent.before),
    ):
        found.update(dict.fromkeys(listed, tag))  # type: ignore[arg-type]
    return found


def _groups(cldr: Cldr) -> frozenset[str]:
    """Return the signs between thousands, where they are none of those that any number may hold."""
    found = {pair.group for pair in (Separators(cldr.decimal, cldr.group), *cldr.others)}
    swiss = territory_of(cldr.locale) in SWISS
    spaces = SPACES if swiss or any(map(str.isspace, found)) else ""
    return frozenset(spaces + ("'’" if swiss or "'" in found else ""))


def _itself(listed: tuple[str, ...], words: Tokenizer) -> Lexicon[str] | None:
    """Return the look-up of some phrases, None where there are none."""
    return Lexicon({phrase: phrase for phrase in listed}, words) if listed else None


def _changes(data: LanguageFile) -> dict[str, Cue]:
    """Return the words that govern a change from before the figure."""
    found: dict[str, Cue] = {}

    def add(words: tuple[str, ...], direction: Direction, noun: bool, share_only: bool) -> None:
        found.update({key: Cue(direction, noun or key in found, share_only) for key in map(str.casefold, words)})

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
        found.update({word.casefold(): Cue(direction, closing=True) for word in movement.closing})
        found.update({word.casefold(): Cue(direction, noun=True) for word in movement.nouns})
        found.update({word.casefold(): Cue(direction, noun=True, share_only=True) for word in movement.share_nouns})
        found.update({word.casefold(): Cue(direction) for word in movement.after})
        found.update({word.casefold(): Cue(direction, share_only=True) for word in movement.share_after})
    return found


def _pure_nouns(data: LanguageFile) -> set[str]:
    """Return the nouns of change that are no verbs: "growth", but not "rise"."""
    ways = (data.changes.up, data.changes.down)
    nouns = {word.casefold() for way in ways for word in (*way.nouns, *way.share_nouns)}
    return nouns - {word.casefold() for way in ways for word in (*way.verbs, *way.share_verbs, *way.particles)}


def _title(name: str) -> str:
    return " ".join(word.capitalize() for word in name.split(" "))


def _shortens(name: str, months: Iterable[str]) -> bool:
    """Tell whether a month's name is an abbreviation, which may be another word: "Sept", and not "сентябре"."""
    return any(month != name and month.casefold().startswith(name.casefold()) for month in months)
