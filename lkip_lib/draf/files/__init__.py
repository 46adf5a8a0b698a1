"""The files that an office has: each becomes paragraphs and tables in their order, whatever it was written with."""
