"""Existing documents: minutes, plans and reports as candidates for needs, each with its place and its own words."""
