"""A language, ready to read with: its data file and its locale's CLDR data, compiled once into look-ups by position."""

from __future__ import annotations

import msgspec

from .around import Around
from .cldr import Cldr
from .schema import LanguageFile
from .tables.ages import Ages
from .tables.bases import Bases
from .tables.changes import Changes
from .tables.context import Context
from .tables.counts import Counts
from .tables.currencies import Currencies
from .tables.dates import Dates
from .tables.deals import Deals
from .tables.lengths import Lengths
from .tables.links import Links
from .tables.numbers import Numbers
from .tables.per import Per
from .tables.percent import Percents
from .tables.qualifiers import Qualifiers
from .tables.ranges import Ranges
from .tables.sentences import Sentences
from .tables.shared import Shared
from .tables.units import Units
from .tokenizer import Tokenizer
from .trigger import Trigger


class Language(msgspec.Struct, frozen=True):
    """All that reading a text in one locale needs. Made by `moneyfacts.lang.language`, one for each locale.

    Most are the tables of its file, under their names there. `data` is the file itself, for those who write about it;
    readers never ask it.
    """

    locale: str
    data: LanguageFile
    cldr: Cldr
    words: Tokenizer
    trigger: Trigger
    around: Around
    numbers: Numbers
    ranges: Ranges
    currencies: Currencies
    shared: Shared
    percent: Percents
    per: Per
    units: Units
    qualifiers: Qualifiers
    changes: Changes
    bases: Bases
    dates: Dates
    lengths: Lengths
    counts: Counts
    context: Context
    links: Links
    deals: Deals
    ages: Ages
    sentences: Sentences
