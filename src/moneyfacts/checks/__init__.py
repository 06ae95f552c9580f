"""The checks: each rule a file that says what it means, by which formula, and how it reads an example.

`RULES` are those that `moneyfacts.check` runs by default. A rule sees figures in their roles and never a word of the
text, so none is ever written for a language.
"""

from __future__ import annotations

from .rule import Rule, Scene
from .rules.absolute_change import ABSOLUTE_CHANGE
from .rules.age import AGE
from .rules.cagr import CAGR
from .rules.difference import DIFFERENCE
from .rules.fx import FX
from .rules.growth import GROWTH
from .rules.growth_direction import GROWTH_DIRECTION
from .rules.multiple import MULTIPLE
from .rules.part_whole import PART_WHOLE
from .rules.per_unit import PER_UNIT
from .rules.points import POINTS
from .rules.ratio import RATIO
from .rules.repeat import REPEAT
from .rules.share import SHARE
from .rules.span import SPAN
from .rules.sum import SUM
from .rules.unit_conversion import UNIT_CONVERSION
from .rules.weekday import WEEKDAY

__all__ = ["RULES", "Rule", "Scene"]

RULES: tuple[Rule, ...] = (
    *(GROWTH, GROWTH_DIRECTION, ABSOLUTE_CHANGE, MULTIPLE, FX, PART_WHOLE, SPAN),
    *(SHARE, RATIO, SUM, PER_UNIT, DIFFERENCE, UNIT_CONVERSION, REPEAT, CAGR),
    *(WEEKDAY, POINTS, AGE),
)
