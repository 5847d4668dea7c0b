"""Selections as they are written: in a round, in a rule set, and over the layers of one."""

from datetime import date
from pathlib import Path

import pytest

from prioritera.diagnostics import Faults, PrioriteraError, describe
from prioritera.frozen import FrozenMap
from prioritera.loading.selections import read_selections
from prioritera.methods.limits import Limits
from prioritera.model.selection import Selection
from prioritera.model.text import Label
from prioritera.pipeline import load_model
from prioritera.reading.cursor import Cursor
from prioritera.reading.place import NoFile
from selection_rounds import row, run, write


def read(*rows: dict[str, object]) -> tuple[tuple[Selection, ...], list[str]]:
    faults = Faults()
    found = read_selections(Cursor({"selections": list(rows)}, (), NoFile("round"), faults).tables("selections"), faults)
    return found, [describe(one, "en").splitlines()[0] for one in faults.all()]


def test_a_selection_within_limits_is_read_whole() -> None:
    written = {
        "id": "next",
        "label": {"sv": "nästa", "en": "next"},
        "areas": "barnsam",
        "outcomes": ["joint-effort"],
        "destinations": ["panel"],
        "per": "area",
        "size": 5,
        "min": 1,
        "max": 3,
        "groups": {"barnsam": {"max": 4}, "vuxensam": {"min": 0}},
        "decided_by": "ledningen",
        "on": date(2026, 5, 31),
        "because": "så är det",
        "source": "K18:406",
        "status": "proposal",
    }

    assert read(written) == (
        (
            Selection(
                id="next",
                label=Label(sv="nästa", en="next"),
                areas=["barnsam"],
                outcomes=["joint-effort"],
                destinations=["panel"],
                per="area",
                size=5,
                limits=Limits(1, 3),
                groups=FrozenMap({"barnsam": Limits(1, 4), "vuxensam": Limits(0, 3)}),
                decided_by="ledningen",
                on=date(2026, 5, 31),
                because=Label(sv="så är det", en="så är det"),
                source="K18:406",
                status="proposal",
            ),
        ),
        [],
    )


def test_a_union_is_read_with_the_groups_that_it_is_of() -> None:
    found, told = read(
        {"id": "a", "kind": "union", "top": 10}, {"id": "b", "kind": "union", "top": 10, "per": "judges", "criterion": "votes"}
    )

    assert [(one.per, one.top, one.criterion) for one in found] == [("list", 10, ""), ("judges", 10, "votes")]
    assert told == []


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"id": "a"}, "round selections.0: error[selection-without-limits]: the selection sets no limit"),
        ({"id": "a", "min": 0}, "round selections.0: error[selection-without-limits]: the selection sets no limit"),
        ({"id": "a", "groups": {}}, "round selections.0: error[selection-without-limits]: the selection sets no limit"),
        ({"id": "a", "per": "area"}, "round selections.0: error[selection-without-limits]: the selection sets no limit"),
        (
            {"id": "a", "per": "area", "min": 0, "groups": {"x": {}, "y": {"min": 0}}},
            "round selections.0: error[selection-without-limits]: the selection sets no limit",
        ),
        (
            {"id": "a", "max": 3},
            "round selections.0.max: error[selection-without-per]: “max” is a limit of each group, but the selection does not say what",
        ),
        (
            {"id": "a", "per": "area", "min": 3, "max": 1},
            "round selections.0.max: error[selection-limits-reversed]: the limits are at least 3 and at most 1",
        ),
        (
            {"id": "a", "per": "area", "max": 3, "groups": {"x": {"min": 4}}},
            "round selections.0.groups.x.min: error[selection-limits-reversed]: the limits are at least 4 and at most 3",
        ),
        ({"id": "a", "per": "area", "min": -1}, "round selections.0.min: error[number-too-small]: "),
        ({"id": "a", "per": "area", "max": "3"}, "round selections.0.max: error[not-a-whole]: "),
        ({"id": "a", "per": "area", "max": -2}, "round selections.0.max: error[number-too-small]: "),
        ({"id": "a", "size": 0}, "round selections.0.size: error[number-too-small]: "),
        ({"id": "a", "size": 3, "groups": 5}, "round selections.0.groups: error[not-a-table]: "),
        ({"id": "a", "per": "area", "groups": {"x": 5}}, "round selections.0.groups.x: error[not-a-table]: "),
        ({"id": "a", "per": "area", "groups": {"x": {"mix": 5}}}, "round selections.0.groups.x.mix: error[unknown-key]: "),
        ({"id": "a", "kind": "unoin", "top": 3}, "round selections.0.kind: error[unknown-value]: "),
        ({"id": "a", "kind": "union"}, "round selections.0: error[missing-key]: "),
        ({"id": "a", "kind": "union", "top": 3, "size": 4}, "round selections.0.size: error[unknown-key]: "),
        ({"id": "a", "kind": "union", "top": 3, "per": "judges"}, "round selections.0: error[missing-key]: "),
        ({"id": "Å", "size": 3}, "round selections.0.id: error[bad-id]: "),
        ({"size": 3}, "round selections.0: error[missing-key]: "),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(written: dict[str, object], told: str) -> None:
    _, faults = read(written)

    assert any(one.startswith(told) for one in faults), faults


def test_what_is_written_wrong_is_not_called_no_limit_as_well() -> None:
    assert len(read({"id": "a", "per": "area", "max": "3"})[1]) == 1
    assert read({"id": "a", "per": "area", "groups": {"x": {"min": 1}}})[1] == []


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "sv",
            [
                "round.toml:10:1: fel[selection-without-limits]: urvalet sätter ingen gräns",
                "    varför: allt skulle väljas ut",
                "    åtgärd: skriv size, eller per med max, med min över 0 eller med groups där någon grupp får en gräns",
            ],
        ),
        (
            "en",
            [
                "round.toml:10:1: error[selection-without-limits]: the selection sets no limit",
                "    why:  everything would be selected",
                "    mend: write size, or per with max, with min above 0 or with groups where some group has a limit",
            ],
        ),
    ],
)
@pytest.mark.parametrize("said", ["", "min = 0", "groups = {}", 'per = "area"\nmin = 0\ngroups = {}'])
def test_a_selection_without_limits_is_told_what_to_write(tmp_path: Path, said: str, language: str, expected: list[str]) -> None:
    with pytest.raises(PrioriteraError) as told:
        load_model(write(tmp_path, f'[[selections]]\nid = "x"\n{said}\n', [row("a")]))

    assert [describe(one, language).splitlines() for one in told.value.diagnostics] == [expected]


def test_the_same_id_twice_is_told_with_both_places() -> None:
    _, faults = read({"id": "a", "size": 3}, {"id": "a", "size": 4})

    assert [one.split(":")[1] for one in faults] == [" error[duplicate-id]"]


def test_a_rule_set_takes_away_replaces_and_adds_selections(tmp_path: Path) -> None:
    added = '\n[[selections]]\nid = "all"\nsize = 2\n'
    replaced = '\n[[selections]]\nid = "next-year"\nper = "area"\nmax = 1\n'

    assert [one.id for one in run(tmp_path, "", [row("a")])[1].rules.selections] == []
    assert [one.id for one in run(tmp_path, "", [row("a")], rules=added)[1].rules.selections] == ["next-year", "all"]
    assert [one.limits for one in run(tmp_path, "", [row("a")], rules=replaced)[1].rules.selections] == [Limits(0, 1)]


def test_what_a_rule_set_selects_is_part_of_what_it_means_and_words_are_not(tmp_path: Path) -> None:
    seals = {
        run(tmp_path, "", [row("a")], rules=rules)[1].verified.seal
        for rules in ("", '\n[[selections]]\nid = "next-year"\nper = "area"\nmin = 1\nmax = 3\noutcomes = ["joint-effort"]\n')
    }

    assert len(seals) == 1
    assert run(tmp_path, "", [row("a")])[1].verified.seal not in seals


def test_names_in_a_rule_set_are_checked_with_the_rest_of_it(tmp_path: Path) -> None:
    folder = write(tmp_path, "", [row("a")], rules='\n[[selections]]\nid = "x"\nper = "urgensy"\nmax = 2\n')

    with pytest.raises(PrioriteraError) as told:
        load_model(folder)

    assert describe(told.value.diagnostics[0], "en").splitlines() == [
        "rules.toml:7:1: error[selection-name-unknown]: the selection “x” names “urgensy”, which is not there",
        "    why:  the limit would be without effect, unseen",
        "    mend: did you mean “urgency”?",
    ]
