"""The `kg` command: one thin function for each verb, and how answers are printed."""
