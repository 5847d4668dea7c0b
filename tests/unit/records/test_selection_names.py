"""What selections name: it is there in the rule set, or it is told what is."""

from pathlib import Path

import pytest

from judged_rounds import voted
from prioritera.diagnostics import PrioriteraError, describe
from prioritera.pipeline import load_model, prioritise
from selection_rounds import BALLOTS, CHILDREN, PER_AREA, UNION, judged, run


def test_a_name_that_the_rules_do_not_have_stops_the_round(tmp_path: Path) -> None:
    wrong = PER_AREA + 'max = 1\nareas = ["barnsamm"]\noutcomes = ["own-unit"]\ngroups = { vuxen = { max = 2 } }'

    with pytest.raises(PrioriteraError) as told:
        run(tmp_path, wrong, CHILDREN)

    assert [describe(one, "sv").splitlines() for one in told.value.diagnostics] == [
        [
            f"round.toml:10:1: fel[selection-name-unknown]: urvalet ”x” nämner ”{name}”, som inte finns",
            "    varför: gränsen skulle inte gälla något, utan att det syns",
            f"    åtgärd: {mend}",
        ]
        for name, mend in (("barnsamm", "menade du ”barnsam”?"), ("own-unit", "skriv joint-effort"), ("vuxen", "menade du ”vuxensam”?"))
    ]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ('per = "urgency"\nmax = 1\ngroups = { fst = { max = 2 } }', "fst"),
        ('per = "joint"\nmax = 1\ngroups = { ja = { max = 2 } }', "ja"),
        ('per = "outcome"\nmax = 1\ngroups = { own-unit = { max = 2 } }', "own-unit"),
        ('per = "judges"\nmax = 1', "judges"),
        ('per = "units"\nmax = 1', "units"),
        ('size = 1\ndestinations = ["origin", "nowhere"]', "nowhere"),
        ('per = "destination"\nmax = 1\ngroups = { panel = { max = 2 } }', "panel"),
    ],
)
def test_every_name_is_looked_up(tmp_path: Path, said: str, name: str) -> None:
    with pytest.raises(PrioriteraError) as told:
        run(tmp_path, f'[[selections]]\nid = "x"\n{said}', CHILDREN)

    assert [one.params["value"] for one in told.value.diagnostics] == [name]


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("barnsamm/joint-effort", "did you mean “barnsam/joint-effort”?"),
        ("Barnsam/joint_effort", "did you mean “barnsam/joint-effort”?"),
        ("joint-effort/barnsam", "write barnsam/joint-effort or vuxensam/joint-effort"),
        ("nowhere/joint-effort", "write barnsam/joint-effort or vuxensam/joint-effort"),
        ("barnsam", "write barnsam/joint-effort or vuxensam/joint-effort"),
        ("barnsam-joint-effort", "did you mean “barnsam/joint-effort”?"),
    ],
)
def test_a_list_that_cannot_be_is_told_with_those_that_can(tmp_path: Path, name: str, mend: str) -> None:
    with pytest.raises(PrioriteraError) as told:
        run(tmp_path, f'[[selections]]\nid = "x"\nper = "list"\nmax = 1\ngroups = {{ "{name}" = {{ max = 2 }} }}', CHILDREN)

    assert [describe(one, "en").splitlines() for one in told.value.diagnostics] == [
        [
            f"round.toml:10:1: error[selection-name-unknown]: the selection “x” names “{name}”, which is not there",
            "    why:  the limit would be without effect, unseen",
            f"    mend: {mend}",
        ]
    ]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "sv",
            """\
round.toml:10:1: fel[selection-none-judged]: urvalet ”x” tar de främsta på ”votes” ur varje bedömargrupp, \
men modellen ”ours” har inget bedömt kriterium
    varför: utan bedömda kriterier finns inga främsta att ta
    åtgärd: ta bort criterion och skriv per = "list", eller ge ett kriterium i modellen nyckeln judged""",
        ),
        (
            "en",
            """\
round.toml:10:1: error[selection-none-judged]: the selection “x” takes the first on “votes” of each group of judges, \
but the rules “ours” have no judged criterion
    why:  without judged criteria there are no first ones to take
    mend: take away criterion and write per = "list", or give a criterion of the rules the key judged""",
        ),
    ],
)
def test_a_rule_set_where_nothing_is_judged_has_no_groups_of_judges(tmp_path: Path, language: str, expected: str) -> None:
    with pytest.raises(PrioriteraError) as told:
        run(tmp_path, UNION.format(top=1).replace("choice", "votes"), CHILDREN)

    assert [describe(one, language) for one in told.value.diagnostics] == [expected]


def test_a_criterion_that_is_not_judged_is_told_with_those_that_are(tmp_path: Path) -> None:
    judged(tmp_path, voted('from = "ballots", combine = "points", points = [2, 1]'), {"ballots.csv": BALLOTS})
    written = tmp_path / "round.toml"
    written.write_text(written.read_text(encoding="utf-8").replace('"choice"', '"voices"'), encoding="utf-8")

    with pytest.raises(PrioriteraError) as told:
        prioritise(*load_model(tmp_path))

    assert describe(told.value.diagnostics[0], "sv").splitlines()[2] == "    åtgärd: skriv choice"
