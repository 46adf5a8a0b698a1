"""Which notes are of one cause: what another figure in a cell would make of them, and what is the same mistake."""
