"""How a sentence is read: its clauses and their arguments, noun phrases, tense, negation and time."""
