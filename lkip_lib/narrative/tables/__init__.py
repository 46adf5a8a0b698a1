"""The tables of the report, a function each; a figure in a cell carries its trail."""
