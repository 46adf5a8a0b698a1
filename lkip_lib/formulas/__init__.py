"""The formulas of the report: pure, vectorised, numpy and pandas only."""
