"""Selections as records, whole."""

import json
from pathlib import Path

from prioritera.report.json import result_json
from selection_rounds import ADULTS, CHILDREN, PER_AREA, run

ROWS = [*CHILDREN, *ADULTS]
ASKED: dict[str, object] = {
    "label": None,
    "areas": [],
    "outcomes": [],
    "destinations": [],
    "criterion": None,
    "decided_by": None,
    "on": None,
    "because": None,
    "source": None,
    "status": None,
}


def test_a_selection_within_limits_is_written_whole(tmp_path: Path) -> None:
    result, model = run(tmp_path, PER_AREA + "max = 1", [CHILDREN[0], *ADULTS[:1]])

    (found,) = json.loads(result_json(result, model))["selections"]

    def need(ident: str, area: str) -> dict[str, object]:
        placed = {"list": f"{area}/joint-effort", "best": 1, "worst": 1, "group": area}
        return {"need": ident, "side": "inside", **placed, "why": [], "tie": False, "by_least": False, "by_hand": False, "tops": []}

    def group(area: str) -> dict[str, object]:
        return {"group": area, "limits": {"min": 0, "max": 1}, "of": 1, "inside": 1, "grey_zone": 0, "room": 0}

    assert found == {
        **ASKED,
        "id": "x",
        "kind": "limits",
        "from_rules": False,
        "per": "area",
        "size": None,
        "limits": {"min": 0, "max": 1},
        "top": None,
        "across_lists": False,
        "shortfalls": [],
        "open": 0,
        "barred": [],
        "refused": {},
        "chosen": [],
        "groups": [group("barnsam"), group("vuxensam")],
        "needs": [need("a", "barnsam"), need("d", "vuxensam")],
        "not_placed": [],
        "counts": {"inside": 2, "grey-zone": 0, "outside": 0},
    }


def test_what_is_short_and_which_selection_is_the_rule_sets_is_written(tmp_path: Path) -> None:
    result, model = run(tmp_path, PER_AREA + "min = 2", CHILDREN, rules="")

    first, second = json.loads(result_json(result, model))["selections"]

    assert (first["id"], first["from_rules"], second["from_rules"]) == ("next-year", True, False)
    assert second["shortfalls"] == [{"group": "vuxensam", "asked": 2, "there": 0}]
    assert [(one["group"], one["of"]) for one in second["groups"]] == [("barnsam", 3), ("vuxensam", 0)]


def test_the_order_of_the_rows_changes_nothing(tmp_path: Path) -> None:
    said = PER_AREA + "min = 1\nmax = 2\nsize = 3"

    first, second = (
        json.loads(result_json(*run(tmp_path, said, rows)))["selections"] for rows in ([*CHILDREN, *ADULTS], [*ADULTS, *CHILDREN][::-1])
    )

    assert first == second
