"""The arithmetic: whole numbers in, whole numbers out. Nothing here knows of needs, files or rules."""
