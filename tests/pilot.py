"""The rounds of the story in `acceptance/pilot-model`, judged once, for tests of what is made of them."""

import io
from functools import cache
from pathlib import Path

from prioritera.cli.main import main
from prioritera.model.result import Result
from prioritera.model.ruleset import Model
from prioritera.pipeline import load_model, prioritise

STORY = Path(__file__).parent / "acceptance" / "pilot-model"


@cache
def judged(name: str) -> tuple[Result, Model]:
    """A round of the story, and what it was judged with."""
    round_, model = load_model(STORY / name)
    return prioritise(round_, model), model


def command(*words: str) -> tuple[int, str, str]:
    """What a command comes to: its exit code, what it says, and what it found."""
    out, err = io.StringIO(), io.StringIO()
    return main(words, io.StringIO(), out, err), out.getvalue(), err.getvalue()
