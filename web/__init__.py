"""Shows: what a visitor's browser receives, built by pure functions from answers. No web framework is imported here."""
