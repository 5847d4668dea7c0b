"""Several judges' answers or orders become one exact value a need, with how far they agree."""
