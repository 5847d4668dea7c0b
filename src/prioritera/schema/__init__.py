"""JSON Schemas of the files that people write, for editors to complete and check while they write, and the files to begin with."""
