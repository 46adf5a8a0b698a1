"""What contradicts itself in a draft, and the cell that it is about."""
