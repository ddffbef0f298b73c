"""Finds: the exact directory of entries, places and distances, lexical and dense search."""
