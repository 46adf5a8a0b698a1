"""What proves a figure of the report, and what a damaged or disproved one should be."""
