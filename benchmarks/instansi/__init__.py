"""Fictional agencies by number and seed, complete and valid: `python -m benchmarks.instansi --ke FOLDER`."""
