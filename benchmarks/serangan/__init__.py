"""Attack the pipeline: inputs damaged at random, runs killed at random moments, and changed environments."""
