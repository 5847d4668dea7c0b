from builders import need
from prioritera.model.merge import DIFFERENT, SAME, PairDecision
from prioritera.model.need import Need, Refused
from prioritera.stages.reconcile import reconcile
from prioritera.stages.same_need import same_need

RECORDS: list[Need | Refused] = [
    need("a", title="Undernäring golv", wordings=[]),
    need("b", title="Undernäring golvet", wordings=[]),
    need("c", title="Undernäring golv lampor", wordings=[]),
    Refused(id="x", diagnostics=[]),
]


def row(first: str, verdict: str, second: str, **more: str) -> PairDecision:
    return PairDecision(first=first, second=second, verdict=verdict, **more)  # type: ignore[arg-type]  # texts only


def test_what_waits_stands_beside_what_is_decided() -> None:
    rows = [row("a", SAME, "b"), row("b", DIFFERENT, "c", first_wording="before"), row("a", SAME, "x"), row("a", SAME, "nobody")]
    decisions, _ = reconcile(RECORDS, (), rows)

    found = same_need(decisions, rows)

    assert sorted(found.needs) == ["a", "b", "c"]
    assert [(one.first, one.second) for one in found.open] == [("a", "c")]
    assert found.clusters == (("a", "c"),)
    assert [one.second for one in found.decided] == ["b"]
    assert [one.second for one in found.changed] == ["c"]
    assert [one.second for one in found.aside] == ["x", "nobody"]


def test_a_decision_of_the_round_before_that_does_not_fit_is_not_asked_about() -> None:
    before = PairDecision(first="a", second="gone", verdict=SAME, carried=True)

    found = same_need(reconcile(RECORDS)[0], [before])

    assert (found.decided, found.changed, found.aside) == ((), (), ())
