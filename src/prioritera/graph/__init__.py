"""The graph: actors and channels."""
