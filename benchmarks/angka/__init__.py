"""The benchmark of reading: numbers printed in every shape that reports use, whole and damaged, with known truth."""
