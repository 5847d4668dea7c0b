"""What people decide about pairs of needs is followed, and told of; the rest goes on by itself."""

from builders import need
from prioritera.diagnostics import describe
from prioritera.model.merge import DIFFERENT, PART_OF, SAME, PairDecision
from prioritera.model.need import Evidence, Need, Origin, Refused, Wording
from prioritera.model.result import Decision
from prioritera.model.round import SameAs
from prioritera.stages.reconcile import reconcile


def row(first: str, verdict: str, second: str, **more: object) -> PairDecision:
    return PairDecision(first=first, second=second, verdict=verdict, **more)  # type: ignore[arg-type]  # whatever a row may hold


def said(ident: str, text: str, **more: object) -> Need:
    return need(ident, title=text, wordings=[Wording(need=ident, text=text)], **more)


def done(*records: Need | Refused, pairs: tuple[PairDecision, ...] = (), identical: bool = False) -> dict[str, Decision]:
    return {one.need_id: one for one in reconcile(records, (), pairs, identical=identical)[0]}


def test_a_decision_that_two_are_the_same_merges_them_and_says_how() -> None:
    found = done(said("b", "one", origins=[Origin(actor="x")]), said("a", "two", origins=[Origin(actor="y")]), pairs=(row("b", SAME, "a"),))

    assert (found["b"].merged_into, found["b"].merged_how) == ("a", "decided")
    kept = found["a"].need
    assert kept is not None
    assert [one.text for one in kept.wordings] == ["two", "one"]
    assert [one.actor for one in kept.origins] == ["y", "x"]


def test_evidence_and_notes_of_all_are_kept() -> None:
    first = said("a", "one", note="from Anna", evidence=[Evidence(kind="survey")])
    found = done(first, said("b", "two", note="from Bo", evidence=[Evidence(kind="review")]), pairs=(row("a", SAME, "b"),))

    kept = found["a"].need
    assert kept is not None
    assert kept.note == "from Anna\nfrom Bo"
    assert [one.kind for one in kept.evidence] == ["survey", "review"]


def test_a_part_stays_a_need_and_names_the_whole() -> None:
    found = done(said("a", "one"), said("b", "two"), said("c", "three"), pairs=(row("a", PART_OF, "c"), row("b", SAME, "c")))

    assert (found["a"].outcome, found["a"].merged_into) == ("", "")
    assert found["a"].need is not None
    assert found["a"].need.part_of == ("b",)


def test_identical_texts_are_merged_only_where_the_round_allows_it() -> None:
    records = (said("a", "Fall"), said("b", " Fall\u00a0"), said("c", "fall"), said("d", "Fall", area="disability"))

    assert [one.outcome for one in done(*records).values()] == ["", "", "", ""]
    found = done(*records, identical=True)
    assert [(one.merged_into, one.merged_how) for one in found.values()] == [("", ""), ("a", "identical"), ("", ""), ("", "")]


def test_same_as_and_rows_go_together() -> None:
    decisions, faults = reconcile([said("a", "one"), said("b", "two"), said("c", "three", same_as="b")], (), [row("c", SAME, "a")])

    assert [(one.merged_into, one.merged_how) for one in decisions] == [("", ""), ("a", "decided"), ("a", "said")]
    assert faults == ()


def test_a_row_about_a_record_in_a_circle_is_one_about_a_record_set_aside() -> None:
    circle = [SameAs(keep="a", merged=["b"]), SameAs(keep="b", merged=["a"])]

    decisions, faults = reconcile([said("a", "one"), said("b", "two"), said("c", "three")], circle, [row("a", SAME, "c")])

    assert [one.outcome for one in decisions] == ["error", "error", ""]
    assert [one.code for one in faults] == ["merge-need-set-aside"]


def test_how_many_decisions_of_the_round_before_hold_is_told() -> None:
    before = (
        row("a", DIFFERENT, "b", carried=True, first_wording="one", second_wording="two"),
        row("a", SAME, "c", carried=True, first_wording="one", second_wording="another"),
    )

    decisions, faults = reconcile([said("a", "one"), said("b", "two"), said("c", "three")], (), before)

    assert [one.outcome for one in decisions] == ["", "", ""]
    assert [describe(one, "en") for one in faults] == [
        (
            "note[merge-carried]: decisions about pairs from the round before: 2, of which 1 hold here too\n"
            "    why:  a decision holds as long as both needs are there with the same wording\n"
            "    mend: run prioritera reconcile with --out: those that hold stand in the sheet, and can be changed"
        )
    ]
    assert [describe(one, "sv") for one in faults] == [
        (
            "upplysning[merge-carried]: beslut om par från förra omgången: 2, varav 1 gäller också här\n"
            "    varför: ett beslut gäller så länge båda behoven finns kvar med samma formulering\n"
            "    åtgärd: kör prioritera reconcile med --out: de som gäller står med i bladet och kan ändras"
        )
    ]
