"""Whom words mean that are no names: pointers, pronouns, counterparts, and the country an official acts for."""
