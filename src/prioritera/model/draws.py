"""How weights are drawn to try what hangs on them: among which, how many times, and from which seed."""

from typing import Final

# Among which weights the draws are: all that are shares of a whole, or those in the order of the round's own.
ANY, ORDER = WEIGHTS = ("any", "order")
# So many draws that a share is within one percentage point nineteen times of twenty (1.96² / (4 · 0.01²) = 9 604), and a seed; proposals.
SAMPLES: Final = 10_000
SEED: Final = 1
