"""How fast it is: measurements by name, each of them ratios within one run; `python -m benchmarks.kinerja`."""
