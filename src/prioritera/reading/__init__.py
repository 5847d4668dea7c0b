"""Reading plain data carefully: typed reads that gather every fault with its place, numbers exact, names with "did you mean"."""
