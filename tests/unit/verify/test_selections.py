"""The selections of a rule set: what they name is there, and what is written otherwise is told."""

from builders import rule_set
from prioritera.methods.limits import Limits
from prioritera.model.selection import Selection
from prioritera.verify.diff_parts import parts_of
from prioritera.verify.selections import check_selections

NEXT = Selection(id="next", per="area", limits=Limits(1, 3), size=5, groups={"elderly": Limits(0, 2)}, areas=["elderly"])


def test_what_a_selection_names_must_be_there() -> None:
    wrong = Selection(id="x", per="causes", limits=Limits(0, 1), outcomes=["inform"])

    assert check_selections(rule_set(selections=[NEXT])) == ()
    assert [one.params["value"] for one in check_selections(rule_set(selections=[wrong]))] == ["inform", "causes"]


def test_selections_that_are_written_otherwise_are_told() -> None:
    union = Selection(id="next", kind="union", per="list", top=3)

    found = {part.key: (part.before, part.after) for part in parts_of(rule_set(selections=[NEXT]), rule_set(selections=[union]))}

    assert found == {
        "selected": ("limits", "union"),
        "per": ("area", "list"),
        "size": ("5", ""),
        "limits": ("1–3", "0–"),
        "groups": ("elderly 0–2", ""),
        "top": ("", "3"),
        "about": ("elderly", ""),
    }
    assert [(part.kind, part.id, part.after) for part in parts_of(rule_set(), rule_set(selections=[NEXT]))] == [
        ("selection", "next", "next")
    ]
