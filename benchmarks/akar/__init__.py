"""The benchmark of roots: agencies with planted causes, and whether the notes of one cause make one job."""
