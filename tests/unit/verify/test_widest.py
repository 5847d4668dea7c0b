"""The widest box around another in which something holds throughout."""

from collections.abc import Callable

from builders import label, terms
from prioritera.model.field import Field, Kind
from prioritera.verify.axes import Axis, Part, Space
from prioritera.verify.boxes import Box
from prioritera.verify.widest import run_of, widened

NUMBERS = Axis(cells=(0, 3, 6, "missing"), ranges=[(0, 2), (3, 5), (6, 8)])
WORDS = Axis(cells=("a", "b", "c"))
HELD = [Axis(part=Part.WORD, word=word, cells=(False, True)) for word in "xy"]
SPACE = Space(
    fields={
        "number": Field(id="number", kind=Kind.WHOLE, label=label(), high=8),
        "word": Field(id="word", kind=Kind.CHOICE, label=label(), terms=terms("a", "b", "c")),
        "set": Field(id="set", kind=Kind.SET, label=label(), terms=terms("x", "y")),
    },
    axes=(NUMBERS, WORDS, *HELD),
    places={"number": (0,), "word": (1,), "set": (2, 3)},
)
WHOLE = SPACE.whole


def inside(*allowed: int) -> Callable[[Box], bool]:
    """Whether a box lies in another."""

    def asked(box: Box) -> bool:
        return all(mask & ~most == 0 for mask, most in zip(box, allowed, strict=True))

    return asked


def test_what_does_not_matter_is_freed() -> None:
    assert widened((0b1, 0b1, 0b01, 0b10), WHOLE, ["number", "word", "set"], SPACE, lambda _: True) == WHOLE


def test_what_matters_is_widened_cell_by_cell() -> None:
    found = widened((0b0010, 0b001, 0b01, 0b01), WHOLE, ["number", "word", "set"], SPACE, inside(0b1110, 0b101, 0b11, 0b01))

    assert found == (0b1110, 0b101, 0b11, 0b01)


def test_numbers_stay_side_by_side() -> None:
    found = widened((0b0101, 0b111, 0b11, 0b11), WHOLE, ["number"], SPACE, inside(0b0101, 0b111, 0b11, 0b11))

    assert found == (0b0001, 0b111, 0b11, 0b11)


def test_fields_that_are_not_named_stay() -> None:
    assert widened((0b1, 0b1, 0b01, 0b10), WHOLE, ["number"], SPACE, lambda _: True) == (0b1111, 0b1, 0b01, 0b10)


def test_what_is_whole_already_is_not_asked_about() -> None:
    def refused(box: Box) -> bool:
        raise AssertionError(box)

    assert widened(WHOLE, WHOLE, ["number", "word", "set"], SPACE, refused) == WHOLE


def test_a_run_of_cells_may_have_the_missing_one() -> None:
    assert [run_of(mask, NUMBERS) for mask in (0b0111, 0b1101, 0b1000)] == [0b0111, 0b1001, 0b1000]
    assert run_of(0b101, WORDS) == 0b001
