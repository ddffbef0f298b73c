"""Measures what the search finds, by words, by meaning and by both, on the passages that the cases point at."""
