"""The benchmark of the checks: consistent synthetic agencies, planted errors, and what the checks make of them."""
