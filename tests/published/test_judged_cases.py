"""Published cases of groups that judge, through the whole way: sheets in, values out. Each names its source."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import tomli

from judged_rounds import RATED, judged, run, voted, write_judged
from prioritera.pipeline import load_model, prioritise

SHARED = Path(__file__).parents[2].parent / "shared"
CASES = SHARED / "cases" / "methods"
EXAMPLES = Path(__file__).parents[2] / "examples"
ONE = Fraction(1)
from_shared = pytest.mark.skipif(not CASES.is_dir(), reason="the published cases (shared/cases/methods) are not beside the repository")


def case(name: str) -> dict[str, Any]:
    return tomli.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))


@from_shared
@pytest.mark.parametrize("combine", ["borda", "kemeny"])
def test_young_s_sixty_voters(combine: str, tmp_path: Path) -> None:
    young = case("09_kemeny_borda_young60")
    orders = [ballot["order"] for ballot in young["input"]["ballots"] for _ in range(ballot["count"])]
    sheet = "voter;ranked list\n" + "".join(f"v{number};{' > '.join(order)}\n" for number, order in enumerate(orders))

    result = run(write_judged(tmp_path, voted(f'from = "ballots", combine = "{combine}"'), {"ballots.csv": sheet}))

    found = {need: judged(result, need).value for need in "abc"}
    if combine == "borda":
        assert found == young["expected"]["borda"]
    else:
        assert sorted("abc", key=lambda need: -(found[need] or 0)) == young["expected"]["kemeny_order"]


@from_shared
def test_a_panel_that_does_not_disagree(tmp_path: Path) -> None:
    rand = case("12_rand_ucla_ipras")
    sheet = "judge;need;choice\n" + "".join(f"j{number};a;{rating}\n" for number, rating in enumerate(rand["input"]["ratings"]))

    found = judged(run(write_judged(tmp_path, RATED, {"scores.csv": sheet})), "a")

    assert found.value == rand["expected"]["median"]
    assert found.agreement.rand is not None
    assert (float(found.agreement.rand.allowed), found.agreement.rand.disagree) == (rand["expected"]["ipras"], False)


def test_rps_and_aea_are_what_the_formulas_give_of_the_sheet() -> None:
    """Rudan et al. 2008: a criterion's score is the mean of its answers, RPS the mean of the five; AEA the mean share of the commonest."""
    heads, *rows = [line.split(";") for line in (EXAMPLES / "chnri" / "svar.csv").read_text(encoding="utf-8").splitlines()]
    counts = {"ja": ONE, "nej": ONE * 0, "osäker": ONE / 2}

    round_, model = load_model(EXAMPLES / "chnri")
    result = prioritise(round_, model)

    for decision in result.decisions:
        answers = [
            [
                counts[row[heads.index(f"{decision.need_id} [q{item}]")]]
                for row in rows
                if row[heads.index(f"{decision.need_id} [q{item}]")] in counts
            ]
            for item in range(1, 16)
        ]
        means = [
            sum(said, ONE * 0) / len(said) for at in range(0, 15, 3) if (said := [one for item in answers[at : at + 3] for one in item])
        ]
        aea = sum(Fraction(max(item.count(one) for one in item), len(item)) for item in answers) / 15
        assert decision.score is not None
        assert decision.need is not None
        assert Fraction(decision.score.low, decision.score.of) == Fraction(decision.score.high, decision.score.of) == sum(means) / 5
        judgements = [one.judged for one in decision.need.assess.values() if one.judged is not None]
        assert sum((one.agreement.expert or 0) * one.agreement.questions for one in judgements) / 15 == aea


def test_equal_scores_are_told_as_equal_whatever_they_are_made_of(tmp_path: Path) -> None:
    """One third, thrice, and one whole are the same sum: no rounding tells them apart."""
    answers = {"a": ["ja", "nej", "nej"] * 3 + ["nej"] * 6, "b": ["ja"] * 3 + ["nej"] * 12}
    (tmp_path / "needs.csv").write_text("id;rubrik;avsändare\na;A;okänd\nb;B;okänd\n", encoding="utf-8")
    heads = ";".join(f"q{item}" for item in range(1, 16))
    lines = [f"j;{need};{';'.join(said)}" for need, said in answers.items()]
    (tmp_path / "s.csv").write_text(f"judge;need;{heads}\n" + "\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "round.toml").write_text(
        '[round]\nid = "r"\nlabel = "r"\nrules = "prioritera:chnri"\nnetwork = "prioritera:panel"\nareas = ["research"]\n'
        'needs = ["needs.csv"]\n[[judgements]]\nfile = "s.csv"\nkind = "scores"\n',
        encoding="utf-8",
    )

    result = prioritise(*load_model(tmp_path))

    assert [(one.standing.best, one.standing.worst) for one in result.decisions if one.standing is not None] == [(1, 1), (1, 1)]
