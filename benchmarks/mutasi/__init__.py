"""Mutation of the formulas and of the reading of numbers: one small fault at a time, and whether a test notices."""
