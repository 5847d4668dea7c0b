"""Rounds with selections, as files: Gotland's rules, without their own selection unless asked for, with needs and what is selected."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from judged_rounds import write_judged
from prioritera.model.result import Result
from prioritera.model.ruleset import Model
from prioritera.model.selection import Selected
from prioritera.pipeline import load_model, prioritise
from round_files import write_round

_RULES = """\
[ruleset]
id = "ours"
version = "1"
label = { sv = "vår", en = "ours" }
extends = "prioritera:gotland-arshjul"
"""
REMOVED = 'remove = { selections = ["next-year"] }\n'
_MORE = """\
areas = ["barnsam", "vuxensam"]
holder = "panel"

"""
_HEADINGS = "id;title;area;origin;users;summed-up;joint;urgency;units"


def row(need: str, area: str = "barnsam", urgency: str = "foremost", units: int | str = 1) -> str:
    """One proposal that may become a joint effort."""
    return f"{need};Förslag {need};{area};participants;ja;ja;ja;{urgency};{units}"


def write(folder: Path, selections: str, rows: Sequence[str], *, rules: str = REMOVED) -> Path:
    """The files of a round."""
    return write_round(folder, _RULES + rules, "\n".join([_HEADINGS, *rows]), more=_MORE + selections, files={})


def run(folder: Path, selections: str, rows: Sequence[str], *, rules: str = REMOVED) -> tuple[Result, Model]:
    """A round of these files, run."""
    round_, model = load_model(write(folder, selections, rows, rules=rules))
    return prioritise(round_, model), model


def sides(selected: Selected) -> dict[str, str]:
    """The side of each need."""
    return {pick.need: pick.side.value for pick in selected.picks}


PER_AREA = '[[selections]]\nid = "x"\nper = "area"\n'
CHILDREN = [row("a", units=9), row("b", units=8), row("c", units=7)]
ADULTS = [row("d", "vuxensam", units=9), row("e", "vuxensam", units=8)]
BALLOTS = "voter;group;choice 1;choice 2\nv1;users;a;b\nv2;users;a;\nv3;staff;c;b\n"
UNION = '[[selections]]\nid = "x"\nkind = "union"\ntop = {top}\nper = "judges"\ncriterion = "choice"\n'


def judged(folder: Path, criterion: str, files: Mapping[str, str], top: int = 1) -> Result:
    """A round that judges have judged, with the union of their tops."""
    write_judged(folder, criterion, files, needs=("a", "b", "c", "d", "e"))
    with (folder / "round.toml").open("a", encoding="utf-8") as file:
        file.write(UNION.format(top=top))
    return prioritise(*load_model(folder))
