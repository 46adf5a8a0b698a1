"""What the sentences of a draft state of the things that its tables name."""
