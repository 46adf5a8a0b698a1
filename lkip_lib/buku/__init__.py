"""What a notebook holds: open a year, read, save; and run the notebooks in order, in one process."""
