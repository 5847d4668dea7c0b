"""Doors: what is handed over, and what may not come back, with a library of the tests' own; nothing here needs the real ones."""

import sys
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from types import ModuleType

import pytest

from prioritera.diagnostics import PrioriteraError, describe
from prioritera.doors import libraries
from prioritera.doors.catalogue import DOORS, Kind
from prioritera.doors.door import door, is_door, scores_by
from prioritera.doors.libraries import LIBRARIES, Library
from prioritera.methods.many import UnfitError, places
from prioritera.reading import extras

HALF = Fraction(1, 2)
ROWS = [[Fraction(1), HALF, HALF], [HALF, Fraction(1), HALF], [Fraction(1, 4), Fraction(1, 4), HALF]]
WEIGHTS = [3, 1, 2]
Answer = Callable[[Sequence[Sequence[float]], Sequence[float]], Sequence[float]]


def library(answer: Answer) -> Library:
    def ask(
        _name: str, _kind: Kind, rows: Sequence[Sequence[float]], shares: Sequence[float], _told: Mapping[str, float]
    ) -> Sequence[float]:
        return answer(rows, shares)

    return Library(title="made-up", names=lambda: ["SUM"], ask=ask)


def summed(rows: Sequence[Sequence[float]], shares: Sequence[float]) -> list[float]:
    return [sum(value * share for value, share in zip(row, shares, strict=True)) for row in rows]


def reason(answer: Answer, rows: Sequence[Sequence[Fraction]] = ROWS, kind: Kind | None = None) -> str:
    with pytest.raises(UnfitError) as error:
        scores_by(library(answer), "SUM", kind or Kind(), rows, WEIGHTS)
    return error.value.reason


def test_what_tells_nobody_apart_or_weighs_nothing_is_not_handed_over() -> None:
    handed = []

    def answer(rows: Sequence[Sequence[float]], shares: Sequence[float]) -> list[float]:
        handed.append(([list(row) for row in rows], list(shares)))
        return summed(rows, shares)

    scores_by(library(answer), "SUM", Kind(), ROWS, WEIGHTS)
    scores_by(library(answer), "SUM", Kind(), ROWS, [1, 0, 1])

    assert handed[0] == ([[1.0, 0.5], [0.5, 1.0], [0.25, 0.25]], [0.75, 0.25])
    assert handed[1][0] == handed[0][0][::-1]
    assert handed[2] == ([[1.0], [0.5], [0.25]], [1.0])


def test_scores_are_shares_of_the_greatest_and_turned_where_less_is_better() -> None:
    more = scores_by(library(lambda rows, _: [8.0 * row[0] for row in rows]), "SUM", Kind(), ROWS, WEIGHTS)
    less = scores_by(library(lambda rows, _: [1 - row[0] for row in rows]), "SUM", Kind(more=False), ROWS, WEIGHTS)

    assert list(more) == [1, 0.5, 0.25]
    assert places(less, exact=False) == (1, 2, 3)


def test_scores_that_are_all_nothing_are_a_tie() -> None:
    assert list(scores_by(library(lambda rows, _: [0.0] * len(rows)), "SUM", Kind(), ROWS, WEIGHTS)) == [0, 0, 0]


def test_sums_that_floating_point_tells_apart_are_a_tie() -> None:
    """0.1 + 0.2 against 0.3: ranked first and second by every library that was tried."""
    rows = [[Fraction(1, 10), Fraction(2, 10)], [Fraction(3, 10), Fraction(0)]]

    found = scores_by(library(lambda rows, _: [sum(row) for row in rows]), "SUM", Kind(), rows, [1, 1])

    assert sum([0.1, 0.2]) != 0.3
    assert places(found, exact=False) == (1, 1)


def test_needs_that_are_alike_are_handed_over_once_where_they_would_strike_each_other_out() -> None:
    rows = [[Fraction(1)], [Fraction(1)], [HALF]]

    def kernel(rows: Sequence[Sequence[float]], _: Sequence[float]) -> list[float]:
        return [float(all(row[0] > other[0] for other in rows if other is not row)) for row in rows]

    assert list(scores_by(library(kernel), "SUM", Kind(once=True), rows, [1])) == [1, 1, 0]
    assert list(scores_by(library(kernel), "SUM", Kind(), rows, [1])) == [0, 0, 0]


def test_a_column_with_nothing_is_refused_where_logarithms_are_taken() -> None:
    with pytest.raises(UnfitError) as error:
        scores_by(library(summed), "SUM", Kind(positive=True), [[Fraction(1), Fraction(0)], [HALF, HALF]], [1, 1])

    assert (error.value.reason, error.value.columns) == ("zeros", (1,))


def test_needs_that_nothing_tells_apart_are_not_asked_about() -> None:
    assert reason(summed, [[HALF] * 3, [HALF] * 3]) == "nothing-differs"


@pytest.mark.parametrize("answer", [[1.0, float("nan"), 0.0], [1.0, float("inf"), 0.0], [1.0, 0.0], []])
def test_what_is_not_a_number_a_need_is_no_answer(answer: list[float]) -> None:
    assert reason(lambda _rows, _shares: answer) == "no-number"


def test_a_library_that_breaks_off_has_no_answer() -> None:
    def broken(_rows: object, _shares: object) -> list[float]:
        raise KeyError("nan")

    assert reason(broken) == "failed"


def test_a_library_that_is_not_there_is_told_of_and_no_broken_answer() -> None:
    def missing(_rows: object, _shares: object) -> list[float]:
        extras.need_extra("a_library_that_is_not_installed", "mcda")
        return []

    with pytest.raises(PrioriteraError):
        scores_by(library(missing), "SUM", Kind(), ROWS, WEIGHTS)


def test_an_order_that_hangs_on_how_needs_are_listed_is_no_answer() -> None:
    assert reason(lambda rows, _: [float(place) for place in range(len(rows))]) == "unsteady"


def test_a_need_behind_one_that_it_is_as_good_as_in_everything_is_no_answer() -> None:
    assert reason(lambda rows, shares: [-score for score in summed(rows, shares)]) == "best-behind"


def test_needs_that_are_alike_and_come_apart_are_no_answer() -> None:
    alike = [[Fraction(1), HALF, HALF], [HALF, HALF, HALF], [Fraction(1), HALF, HALF]]

    assert reason(lambda rows, _: [1.0, 0.0, 0.5] if rows[1][0] == HALF else [], alike) == "unsteady"
    assert reason(apart, alike) == "alike-apart"


def apart(rows: Sequence[Sequence[float]], _: Sequence[float]) -> list[float]:
    """By the object that a row is in memory, and so the same however rows are listed: the first row that was handed over is best."""
    known = SEEN or [id(one) for one in rows]
    SEEN[:] = known
    return [float(-known.index(id(row))) for row in rows]


SEEN: list[int] = []


def test_what_a_library_writes_and_warns_of_stays_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    def loud(rows: Sequence[Sequence[float]], shares: Sequence[float]) -> list[float]:
        sys.stdout.write("[0.58 0.64]")
        sys.stderr.write("welcome")
        return summed(rows, shares)

    scores_by(library(loud), "SUM", Kind(), ROWS, WEIGHTS)

    assert capsys.readouterr() == ("", "")


def test_names_of_doors_are_known_from_others() -> None:
    assert [is_door(name) for name in ("skcriteria:VIKOR", "pymcdm:anything", "topsis", "other:VIKOR", "pymcdm")] == [
        True,
        True,
        False,
        False,
        False,
    ]


class _Base:
    def evaluate(self, matrix: tuple[list[list[float]], list[object], list[float]]) -> object:
        rows, objectives, weights = matrix
        assert objectives == [max] * len(weights)

        class Found:
            e_ = {"q_k": [1 - score for score in summed(rows, weights)]}  # noqa: RUF012 -- as the library has it
            values = [score > 0.5 for score in summed(rows, weights)]  # noqa: RUF012

        return Found()


class _Told(_Base):
    def __init__(self, **told: float) -> None:
        self.told = told


class _Simple:
    def __init__(self, **told: object) -> None:
        self.told = told

    def __call__(self, rows: list[list[float]], weights: list[float], types: list[int]) -> list[float]:
        assert types == [1] * len(weights)
        return [1 - score for score in summed(rows, weights)] if "bounds" in self.told else summed(rows, weights)


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Both libraries, as small as they can be: the names that ours are asked by."""
    folder = tmp_path_factory.mktemp("agg")
    (folder / "vikor.py").touch()

    def made(name: str, **names: object) -> ModuleType:
        module = ModuleType(name)
        vars(module).update(names)
        monkeypatch.setitem(sys.modules, name, module)
        return module

    vikor, simus = type("VIKOR", (_Base,), {}), type("SIMUS", (_Base,), {})
    made("skcriteria", mkdm=lambda rows, objectives, weights: (rows, objectives, weights))
    made("skcriteria.agg", SKCDecisionMakerABC=_Base, __path__=[str(folder)])
    made("skcriteria.agg.vikor", VIKOR=vikor, SIMUS=simus, _Base=_Base, other=1)
    made("skcriteria.agg.electre", ELECTRE1=type("ELECTRE1", (_Told,), {}))
    spotis, comet = type("SPOTIS", (_Simple,), {}), type("COMET", (_Simple,), {})
    made("pymcdm")
    made("pymcdm.methods", SPOTIS=spotis, COMET=comet, EDAS=type("EDAS", (_Simple,), {}))
    made("pymcdm.methods.mcda_method", MCDA_method=_Simple)
    monkeypatch.setattr(libraries, "version", lambda _: "9.9")


@pytest.mark.usefixtures("installed")
def test_each_library_is_asked_in_its_own_way() -> None:
    orders = {name: door(name) for name in ("skcriteria:VIKOR", "skcriteria:ELECTRE1", "pymcdm:SPOTIS", "pymcdm:EDAS")}

    assert {name: places(method.scores(ROWS, WEIGHTS), exact=False) for name, method in orders.items()} == {
        "skcriteria:VIKOR": (1, 2, 3),
        "skcriteria:ELECTRE1": (1, 1, 3),
        "pymcdm:SPOTIS": (1, 2, 3),
        "pymcdm:EDAS": (1, 2, 3),
    }
    assert [(one.library, one.reverses, one.exact, one.note) for one in orders.values()] == [
        ("scikit-criteria 9.9", True, False, ""),
        ("scikit-criteria 9.9", True, False, "kernel"),
        ("pymcdm 9.9", False, False, "bounded"),
        ("pymcdm 9.9", True, False, ""),
    ]


def told(name: str, language: str) -> str:
    with pytest.raises(PrioriteraError) as error:
        door(name)
    return "\n".join(describe(one, language) for one in error.value.diagnostics)


@pytest.mark.usefixtures("installed")
def test_a_name_that_the_library_has_not_is_told_with_the_nearest_that_it_has() -> None:
    assert told("skcriteria:SIMU", "en").splitlines()[0] == "error[door-method-unknown]: scikit-criteria has no method “SIMU”"
    assert "did you mean SIMUS? There are doors to ARAS, CODAS," in told("skcriteria:SIMU", "en")
    assert "menade du SPOTIS? Det finns dörrar till ARAS" in told("pymcdm:Spotis", "sv")


@pytest.mark.usefixtures("installed")
def test_a_method_without_a_door_is_told_of() -> None:
    assert told("skcriteria:SIMUS", "sv").splitlines()[0] == "fel[door-closed]: det finns ingen dörr till SIMUS i scikit-criteria"
    assert told("pymcdm:COMET", "en").splitlines()[0] == "error[door-closed]: there is no door to COMET in pymcdm"


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> ModuleType:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(extras, "import_module", missing)

    assert told("skcriteria:VIKOR", "en") == (
        "error[extra-missing]: what is needed for this is not installed: skcriteria\n"
        "    why:  it does not come along from the start, for not everyone needs it\n"
        "    mend: install it with: pip install 'prioritera[mcda]'"
    )
    assert "pip install 'prioritera[mcda]'" in told("pymcdm:SPOTIS", "sv")


def test_there_are_doors_to_the_libraries_that_there_are() -> None:
    assert DOORS.keys() == LIBRARIES.keys()
