"""Named officials: their names, their offices, and which places of an article name one person."""
