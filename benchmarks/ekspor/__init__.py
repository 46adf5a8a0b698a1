"""The benchmark of imports: files as offices export them, with known truth, and what `lkip impor` makes of each."""
