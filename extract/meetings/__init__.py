"""Meetings: the sittings that sentences tell of, and the occasions they make up."""
