"""Printed cells: where they stand, what they were computed from, and by which formula, scale or bound."""
