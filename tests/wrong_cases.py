"""Wrong input and every word that is said of it, read from the files in `wrong/`: one table a case, with what is said in both languages."""

from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
import tomli

from prioritera.diagnostics import Diagnostic
from small_rules import changed, told

FOLDER = Path(__file__).parent / "wrong"


@attrs.frozen
class Case:
    """What is wrong, as a whole text or as a passage `old` of a right one that is written as `new`, and what is said of it."""

    old: str
    new: str
    text: str
    en: str
    sv: str

    def of(self, right: str) -> str:
        """The wrong text, made of the right one."""
        return self.text or changed(right, self.old, self.new)


def cases(name: str) -> pytest.MarkDecorator:
    """A mark that runs a test once for each case of a file, under the case's name."""
    found = tomli.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    params = [
        pytest.param(Case(*(said.get(key, "") for key in ("old", "new", "text", "en", "sv"))), id=case) for case, said in found.items()
    ]
    return pytest.mark.parametrize("case", params)


def assert_told(case: Case, found: Callable[[], tuple[Diagnostic, ...]]) -> None:
    """The whole of what is said, in both languages."""
    diagnostics = found()

    assert told(diagnostics) == case.en.strip("\n")
    assert told(diagnostics, "sv") == case.sv.strip("\n")
