from prioritera.verify.budget import Budget
from prioritera.verify.packed import frame_of

FRAME = frame_of((3, 3))
WHOLE = FRAME.whole


def parts(box: tuple[int, int], cut: tuple[tuple[int, int], ...]) -> list[tuple[int, ...]]:
    return [FRAME.masks(part) for part in FRAME.subtract(FRAME.box(box), FRAME.cut(cut))]


def test_each_axis_has_its_cells_and_a_free_bit_above() -> None:
    assert (FRAME.shifts, FRAME.bits, FRAME.whole, FRAME.free) == ((0, 4), (0b111, 0b1110000), 0b1110111, 0b10001000)


def test_a_box_is_unpacked_as_it_was_packed() -> None:
    assert FRAME.masks(FRAME.box((0b101, 0b010))) == (0b101, 0b010)


def test_a_cut_is_whole_on_the_axes_that_it_does_not_name_and_keeps_within_the_frame() -> None:
    assert FRAME.masks(FRAME.cut(((0, 0b11010),))) == (0b010, 0b111)


def test_what_has_no_cell_on_some_axis_is_no_box() -> None:
    assert FRAME.is_box(FRAME.box((0b100, 0b001)))
    assert not FRAME.is_box(FRAME.box((0b111, 0)))
    assert not FRAME.is_box(FRAME.box((0, 0b111)))


def test_the_parts_outside_a_cut_share_no_point_and_miss_none() -> None:
    assert parts((0b111, 0b111), ((0, 0b001), (1, 0b011))) == [(0b110, 0b111), (0b001, 0b100)]


def test_the_parts_outside_a_cut_stay_inside_the_box() -> None:
    assert parts((0b011, 0b011), ((0, 0b101), (1, 0b001))) == [(0b010, 0b011), (0b001, 0b010)]


def test_nothing_is_left_of_a_box_inside_a_cut() -> None:
    assert parts((0b001, 0b001), ((0, 0b011),)) == []


def test_a_frame_without_axes_has_one_box_which_every_cut_takes() -> None:
    frame = frame_of(())

    assert list(frame.outside(frame.whole, [], Budget())) == [0]
    assert list(frame.outside(frame.whole, [frame.cut(())], Budget())) == []


def test_an_axis_without_cells_empties_no_box() -> None:
    frame = frame_of((2, 0))

    assert frame.is_box(frame.box((0b01, 0)))
    assert [frame.masks(part) for part in frame.outside(frame.whole, [frame.cut(((0, 0b01),))], Budget())] == [(0b10, 0)]
