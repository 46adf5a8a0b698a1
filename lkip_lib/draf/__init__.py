"""Read the report that an office has already written, where it stands, and hold its figures against each other."""
