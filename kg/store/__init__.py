"""The store: articles and records in SQLite, and beside them what is worked out of them, kept up to date."""
