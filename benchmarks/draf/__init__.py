"""Draft reports as offices write them, what a reader must read in each, and the judge of a reader."""
