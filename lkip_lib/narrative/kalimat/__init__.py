"""The sentences of the report: each is chosen by what the figures say."""
