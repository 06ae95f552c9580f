"""Anchored readers, one for each form: from a position in the text to a figure, or to nothing."""
