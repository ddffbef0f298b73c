"""Asks the assistant, as a user would, and marks the answers."""
