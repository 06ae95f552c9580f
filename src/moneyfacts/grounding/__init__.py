"""Grounding: each figure of a claim traced to the sources it was written from.

A figure is looked for among those of the sources that are of the same kind and unit: the same value (`amounts`), about
the same thing (`matches`). A figure that no source states may be derived from figures that are stated (`derive`).
"""

from __future__ import annotations

from .verdict import grounded

__all__ = ["grounded"]
