"""A page around its text: site furniture, headline, dateline, publication date and issuer."""
