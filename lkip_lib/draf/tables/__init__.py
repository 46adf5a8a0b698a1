"""What the tables of a draft are, and what each of their cells states."""
