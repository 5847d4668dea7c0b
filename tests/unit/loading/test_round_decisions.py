"""What a round says of whom it reached, and of sizes."""

import pytest

from prioritera.diagnostics import Faults, describe
from prioritera.loading.round_decisions import read_decisions, read_size_limits
from prioritera.model.round import Reached
from prioritera.reading.cursor import Cursor
from prioritera.reading.place import NoFile


@pytest.mark.parametrize("limits", [[], [0, 5], [5, 5], [7, 5], ["5"], [True], 5])
def test_limits_of_size_are_rising_whole_numbers(limits: object) -> None:
    faults = Faults()

    read_size_limits(Cursor({"size_limits": limits}, (), NoFile("round"), faults))

    assert [describe(one, "en").partition(": ")[0] for one in faults.all()] == ["round size_limits"]


def test_limits_that_are_right_are_taken_and_none_are_none() -> None:
    faults = Faults()

    assert read_size_limits(Cursor({"size_limits": [15000, 50000]}, (), NoFile("round"), faults)) == (15000, 50000)
    assert read_size_limits(Cursor({}, (), NoFile("round"), faults)) == ()
    assert faults.all() == ()


def test_whom_the_inventory_reached_is_read() -> None:
    faults = Faults()
    rows = [{"group": "users", "state": "missed"}, {"group": "others", "state": "reached"}]

    found = read_decisions(Cursor({"reached": rows}, (), NoFile("round"), faults))["reached"]

    assert found == (Reached(group="users", state="missed"),)
    assert [one.code for one in faults.all()] == ["unknown-value"]
