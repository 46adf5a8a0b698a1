"""Take the export of another system into the tables of a year, through a mapping that is saved and used again."""
