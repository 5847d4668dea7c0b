"""Which needs may be the same: texts of needs come in, pairs for a person to decide go out, each with a score and its reason."""
