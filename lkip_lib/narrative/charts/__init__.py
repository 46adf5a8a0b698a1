"""The charts of the report, each with what it finds as its title."""
