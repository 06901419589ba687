"""Who is who across articles: names of officials, reports of one meeting or relation, and what people put right."""

from kg.identity.resolution import Resolution, resolve, same_person

__all__ = ["Resolution", "resolve", "same_person"]
