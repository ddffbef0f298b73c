"""Reads: documents become entries (one record of a table) and passages (prose), each with its exact place."""
