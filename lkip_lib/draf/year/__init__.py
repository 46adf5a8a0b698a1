"""The tables of a year as a draft states them, in memory or written down."""
