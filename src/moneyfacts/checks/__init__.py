"""The checks: each rule a file that says what it means, by which formula, and how it reads an example.

`RULES` are those that `moneyfacts.check` runs by default. A rule sees figures in their roles and never a word of the
text, so none is ever written for a language.
"""

from __future__ import annotations

from .absolute_change import ABSOLUTE_CHANGE
from .cagr import CAGR
from .difference import DIFFERENCE
from .fx import FX
from .growth import GROWTH
from .growth_direction import GROWTH_DIRECTION
from .multiple import MULTIPLE
from .part_whole import PART_WHOLE
from .per_unit import PER_UNIT
from .ratio import RATIO
from .repeat import REPEAT
from .rule import Rule, Scene
from .share import SHARE
from .span import SPAN
from .sum import SUM
from .unit_conversion import UNIT_CONVERSION

__all__ = ["RULES", "Rule", "Scene"]

RULES: tuple[Rule, ...] = (
    *(GROWTH, GROWTH_DIRECTION, ABSOLUTE_CHANGE, MULTIPLE, FX, PART_WHOLE, SPAN),
    *(SHARE, RATIO, SUM, PER_UNIT, DIFFERENCE, UNIT_CONVERSION, REPEAT, CAGR),
)
