from fractions import Fraction
from pathlib import Path

import pytest

from judged_rounds import CHNRI, FINAL, INTERIM, voted, write_judged
from prioritera.loading.load import load_rules, read_rules
from prioritera.model.judged import Item, JudgedBy
from wrong_cases import Case, assert_told, cases


@cases("judged")
def test_what_is_wrong_with_how_a_criterion_is_judged_is_told(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_judged(tmp_path, case.of(f"{CHNRI}\n{INTERIM}"), {})
    monkeypatch.chdir(tmp_path)

    assert_told(case, lambda: read_rules("rules.toml")[1])


def rule(folder: Path, criteria: str) -> JudgedBy | None:
    (criterion,) = load_rules(write_judged(folder, criteria, {}) / "rules.toml").criteria
    return criterion.judged


def test_answers_and_items_are_read(tmp_path: Path) -> None:
    found = rule(tmp_path, CHNRI)

    assert found is not None
    assert [item.id for item in found.items] == ["q1", "q2", "q3"]
    assert dict(found.answers) == {"ja": 1, "nej": 0, "osäker": Fraction(1, 2), "vet ej": None}


def test_without_items_the_criterion_is_its_own(tmp_path: Path) -> None:
    found = rule(tmp_path, voted('from = "scores", combine = "mean", answer_step = "1/2"'))

    assert found is not None
    assert [item.id for item in found.items] == ["choice"]
    assert found.answer_step == Fraction(1, 2)


def test_a_step_of_answers_may_be_a_number(tmp_path: Path) -> None:
    found = rule(tmp_path, voted('from = "scores", combine = "mean", answer_step = 0.5, voices = "organisation"'))

    assert found is not None
    assert (found.answer_step, found.voices) == (Fraction(1, 2), ("organisation",))


def test_orders_and_votes_are_read(tmp_path: Path) -> None:
    assert rule(tmp_path / "1", FINAL) == JudgedBy(source="orders", combine="sum-of-ranks")
    assert rule(tmp_path / "2", voted('from = "ballots", combine = "borda", unchosen = "nothing"')) == JudgedBy(
        source="ballots", combine="borda", unchosen="nothing"
    )


def test_what_cannot_be_made_of_a_kind_of_sheet_is_no_value() -> None:
    with pytest.raises(ValueError, match="borda of scores; expected one of"):
        JudgedBy(source="scores", combine="borda", items=[Item(id="q")])


def test_a_criterion_that_only_records_say_is_judged_by_nobody(tmp_path: Path) -> None:
    assert rule(tmp_path, '[criteria.choice]\nlabel = "c"\npoints = [{ at = 0, value = 0 }, { at = 1, value = 1 }]\n') is None
