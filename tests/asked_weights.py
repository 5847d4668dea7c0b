"""Filled-in sheets of weights as people write them, for tests."""

from collections.abc import Sequence

from prioritera.diagnostics import Diagnostic, Faults
from prioritera.elicitation.said import Elicited
from prioritera.elicitation.together import elicited
from prioritera.methods.scales import Bins
from prioritera.model.criterion import Criterion, Level
from prioritera.model.text import Label
from prioritera.sheets.comma import comma_grid

LEVELS = (Label(sv="liten", en="small"), Label(sv="mellan", en="middle"), Label(sv="stor", en="great"))


def criterion(ident: str, levels: Sequence[Label] = LEVELS) -> Criterion:
    """A criterion with so many described levels."""
    return Criterion(
        id=ident,
        label=Label(sv=f"kriterium {ident}", en=f"criterion {ident}"),
        weight=1,
        function=Bins([(x, x) for x in range(max(len(levels), 2))]) if len(levels) != 1 else Bins([(0, 1)]),
        levels=[Level(x=x, label=label) for x, label in enumerate(levels)],
    )


THREE = (criterion("a"), criterion("b"), criterion("c"))
POINTS = "person;group;method;a;b;c\n"
PAIRS = "person;method;criterion;other;times\n"
TRADES = "person;method;criterion;left;right;other;other-left;other-right;answer\n"


def asked(
    text: str, criteria: Sequence[Criterion] = THREE, *, method: str = "", voices: str = "person", language: str = "sv"
) -> tuple[Elicited | None, tuple[Diagnostic, ...]]:
    """What a CSV text comes to, and what is wrong with it."""
    faults = Faults()
    grid = comma_grid(text, "svar.csv", faults)
    assert grid is not None
    return elicited([grid], criteria, faults, method=method, voices=voices, language=language), faults.all()


def group(text: str, criteria: Sequence[Criterion] = THREE, *, voices: str = "person") -> Elicited:
    """What a CSV text comes to, nothing being wrong with it."""
    found, faults = asked(text, criteria, voices=voices)
    assert faults == ()
    assert found is not None
    return found


def shares(found: Elicited) -> list[str]:
    """The group's shares as people write fractions."""
    return [str(share) for share in found.shares]


def told(found: Sequence[Diagnostic]) -> list[str]:
    """Each finding's place and code."""
    return [f"{one.span}: {one.code}" for one in found]
