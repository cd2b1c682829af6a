"""Seeded corpora: the same size and seed give the same bytes on every machine."""
