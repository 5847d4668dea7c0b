"""What may be written of judged criteria is the same to schema and to loading."""

from pathlib import Path

import pytest
import tomli

from judged_rounds import CHNRI, FINAL, INTERIM, RATED, voted, write_judged
from prioritera.loading.load import read_round, read_rules
from prioritera.schema.known import Known
from schema_files import fits

RIGHT = {
    "chnri": CHNRI,
    "interim": INTERIM,
    "final": FINAL,
    "rated": RATED,
    "borda": voted('from = "ballots", combine = "borda", unchosen = "nothing", min_answers = 3'),
    "voices": voted(
        'from = "scores", combine = "mean-of-items", items = ["q"], answer_step = 0.5, voices = ["organisation", "population"]'
    ),
    "zero": voted('from = "scores", combine = "mean", answers = { a = 0, b = "0.5", c = "blank" }'),
}
WRONG = {
    "unknown-kind": voted('from = "score", combine = "mean"'),
    "combine-of-another-kind": voted('from = "scores", combine = "borda"'),
    "median-of-two": voted('from = "scores", combine = "median", items = ["q", "r"]'),
    "points-missing": voted('from = "ballots", combine = "points"'),
    "points-of-another-kind": voted('from = "orders", combine = "borda", points = [1]'),
    "voice": voted('from = "scores", combine = "mean", voices = ["town"]'),
    "item-reserved": voted('from = "scores", combine = "mean", items = ["judge"]'),
    "answer": voted('from = "scores", combine = "mean", answers = { a = "much" }'),
}


def accepted(folder: Path, criteria: str) -> tuple[bool, bool]:
    """Whether the schema, and whether loading, takes the criteria."""
    path = write_judged(folder, criteria, {}) / "rules.toml"
    return fits("rules", Known(language="sv"))(tomli.loads(path.read_text(encoding="utf-8"))), read_rules(path)[0] is not None


@pytest.mark.parametrize("criteria", RIGHT.values(), ids=list(RIGHT))
def test_what_can_be_read_fits(criteria: str, tmp_path: Path) -> None:
    assert accepted(tmp_path, criteria) == (True, True)


@pytest.mark.parametrize("criteria", WRONG.values(), ids=list(WRONG))
def test_what_cannot_be_read_does_not_fit(criteria: str, tmp_path: Path) -> None:
    assert accepted(tmp_path, criteria) == (False, False)


@pytest.mark.parametrize(
    ("named", "is_right"),
    [
        ('file = "s.csv"\nkind = "scores"\njudge = "Anna"\ngroup = "g"\norganisation = "o"\nround = 2', True),
        ('file = "s.csv"\nkind = "score"', False),
        ('kind = "scores"', False),
        ('file = "s.csv"\nkind = "scores"\nround = 0', False),
    ],
)
def test_files_of_judgements_are_named_alike(named: str, is_right: bool, tmp_path: Path) -> None:  # noqa: FBT001 -- a parameter
    path = write_judged(tmp_path, RATED, {"s.csv": "judge;need;choice\n"}, named=f"[[judgements]]\n{named}\n") / "round.toml"

    assert fits("round", Known(language="sv"))(tomli.loads(path.read_text(encoding="utf-8"))) == is_right
    assert (read_round(path)[0] is not None) == is_right
