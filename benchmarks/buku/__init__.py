"""The benchmark of Excel reading: workbooks with every known quirk in random mixes, and what is read of them."""
