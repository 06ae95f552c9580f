"""Quantities: a number with its unit, and what the words around it make of it."""
