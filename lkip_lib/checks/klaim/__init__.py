"""What the sentences of a report claim, and the figures that a claim is held against."""
