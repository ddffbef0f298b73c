"""Ours and a vanilla pipeline, measured in one run as separate processes."""
