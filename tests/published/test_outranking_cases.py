"""Worked cases of TOPSIS and PROMETHEE II from the literature. Each names its source; data and figures are from memory."""

from fractions import Fraction

import pytest

from prioritera.methods.outrank import Preference, Shape, exact_net_flows, promethee_net_flows, topsis_closeness

# Hwang & Yoon (1981), Multiple Attribute Decision Making: four fighter aircraft; the cost is the fourth, and less of it is better.
AIRCRAFT = ((2.0, 1500, 20000, 5.5, 5, 9), (2.5, 2700, 18000, 6.5, 3, 5), (1.8, 2000, 21000, 4.5, 7, 7), (2.2, 1800, 20000, 5.0, 5, 5))
# Brans, Vincke & Mareschal (1986), How to select and how to rank projects: the PROMETHEE method, European Journal of Operational Research
# 24: six power stations on six criteria of equal weight, one preference function each.
STATIONS = ("80 90 600 5.4 8 5", "65 58 200 9.7 1 1", "83 60 400 7.2 4 7", "40 80 1000 7.5 7 10", "52 72 600 2.0 3 8", "94 96 700 3.6 5 6")
WAYS = (-1, 1, -1, -1, -1, 1)
FUNCTIONS = (
    Preference(shape=Shape.U_SHAPE, indifference=10),
    Preference(shape=Shape.V_SHAPE, preference=30),
    Preference(shape=Shape.LINEAR, indifference=50, preference=500),
    Preference(shape=Shape.LEVEL, indifference=1, preference=6),
    Preference(shape=Shape.USUAL),
    Preference(shape=Shape.GAUSSIAN, spread=5),
)
# The published index of how far each is preferred to each other, row to column.
PREFERRED = (
    (0, 0.296, 0.250, 0.268, 0.100, 0.185),
    (0.462, 0, 0.389, 0.333, 0.296, 0.500),
    (0.236, 0.180, 0, 0.333, 0.056, 0.429),
    (0.399, 0.505, 0.305, 0, 0.223, 0.212),
    (0.444, 0.515, 0.487, 0.380, 0, 0.448),
    (0.286, 0.399, 0.250, 0.432, 0.133, 0),
)


def test_topsis_of_hwang_and_yoon_s_aircraft() -> None:
    found = topsis_closeness(AIRCRAFT, (0.2, 0.1, 0.1, 0.1, 0.2, 0.3), (1, 1, 1, -1, 1, 1))

    assert found == pytest.approx((0.643, 0.268, 0.613, 0.312), abs=6e-4)


def test_every_preference_of_the_power_stations_is_the_published_one() -> None:
    rows = [[float(cell) for cell in row.split()] for row in STATIONS]

    for one, published in zip(rows, PREFERRED, strict=True):
        differences = [[way * (mine - theirs) for way, mine, theirs in zip(WAYS, one, other, strict=True)] for other in rows]
        found = [float(sum(f.of(gap) for f, gap in zip(FUNCTIONS, gaps, strict=True))) / 6 for gaps in differences]
        assert found == pytest.approx(published, abs=0.0015)


def test_the_power_stations_stand_in_the_published_order() -> None:
    rows = [[Fraction(cell) for cell in row.split()] for row in STATIONS]
    turned = [[way * cell for way, cell in zip(WAYS, row, strict=True)] for row in rows]

    flows = promethee_net_flows([[float(cell) for cell in row] for row in rows], [1] * 6, WAYS, FUNCTIONS)

    assert sorted(range(1, 7), key=lambda station: -flows[station - 1]) == [5, 2, 4, 6, 3, 1]
    published = [(sum(row) - sum(other[at] for other in PREFERRED)) / 5 for at, row in enumerate(PREFERRED)]
    assert flows == pytest.approx(published, abs=0.001)
    assert [float(flow) for flow in exact_net_flows(turned, [1] * 6, FUNCTIONS)] == pytest.approx(flows, abs=1e-12)
