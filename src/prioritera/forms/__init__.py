"""Sheets and files that people fill in or send on: rule sets, needs and rounds come in, pages and texts go out."""
