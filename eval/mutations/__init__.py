"""Breaks one thing at a time in a copy of the assistant: a gate that never shuts proves nothing."""
