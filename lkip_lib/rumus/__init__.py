"""The formulas: named figures in, a figure out; each a plain function, traced once, from which all else is told."""
