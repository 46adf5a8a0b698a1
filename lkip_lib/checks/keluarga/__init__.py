"""The checks themselves, a family or a part of one in each module."""
