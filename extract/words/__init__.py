"""What single words mean: the tables of data/, compiled once, and what they say of a word."""
