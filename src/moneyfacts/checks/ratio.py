"""Ratio: one figure as a percentage of another that it is no part of, such as a margin.

    pct = 100 x numerator / denominator

"An operating profit of $4.2 million on sales of $35 million, a margin of 12 percent": the true profit lies in [4.15,
4.25] million and the sales in [34.5, 35.5] million, so the margin in [11.69, 12.32] percent: it agrees. A ratio may be
more than 100 percent. Nothing is said where a figure is negative.

Source: as for `share`, whose arithmetic it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding
from .rule import Rule, Scene
from .share import of_stated


def find(scene: Scene) -> Iterator[Finding]:
    """Yield whether each ratio is that of its two figures."""
    for link in scene.links:
        if link.relation == "ratio" and (finding := of_stated("ratio", link)):
            yield finding


RATIO = Rule("ratio", find)
