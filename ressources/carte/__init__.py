"""The map of Québec: a background drawn once from public boundaries, and counts laid on it."""
