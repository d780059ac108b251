"""Sentences read once: quotations as opaque items, nominals, verb groups with subject and agent, clauses."""
