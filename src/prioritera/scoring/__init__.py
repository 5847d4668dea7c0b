"""From assessments to scores, keys and listings, for the criteria of a rule set: exact, and the reference."""
