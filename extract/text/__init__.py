"""Text as it stands: tokens, sentences, running prose, phrases looked up in it, and the calendar."""
