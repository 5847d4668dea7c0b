"""The graph: actors and channels, and the only door to networkx."""
