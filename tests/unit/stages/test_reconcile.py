"""Many records of one need become one; nothing is lost and nothing is guessed."""

from builders import assessed, need
from prioritera.diagnostics import Diagnostic, Span, describe
from prioritera.model.need import Need, Origin, Question, Refused, Wording
from prioritera.model.result import Decision
from prioritera.model.round import SameAs
from prioritera.model.value import Fact, Missing, Reason
from prioritera.stages.reconcile import reconcile


def told(diagnostics: tuple[Diagnostic, ...], language: str = "en") -> list[str]:
    return [describe(diagnostic, language) for diagnostic in diagnostics]


def merged(*needs: Need | Refused, same_as: list[SameAs] | None = None) -> dict[str, Decision]:
    decisions, _ = reconcile(needs, same_as or [])
    return {decision.need_id: decision for decision in decisions}


def test_a_need_by_itself_goes_on_without_an_outcome() -> None:
    found = merged(need("a"))

    assert (found["a"].outcome, found["a"].need) == ("", need("a"))


def test_a_merged_record_ends_in_the_need_it_went_into() -> None:
    found = merged(need("a"), need("b", same_as="a"))

    assert (found["b"].outcome, found["b"].merged_into, found["b"].need) == ("merged", "a", need("b", same_as="a"))
    assert found["a"].need is not None
    assert found["a"].need.merged == ("b",)


def test_all_senders_wordings_and_facts_are_kept() -> None:
    first = need("a", origins=[Origin(actor="x")], wordings=[Wording(need="a", text="one")], facts={"kind": Fact(value=Missing())})
    second = need(
        "b", origins=[Origin(actor="y"), Origin(actor="x")], wordings=[Wording(need="b", text="two")], facts={"kind": Fact(value="offer")}
    )

    kept = merged(first, second, same_as=[SameAs(keep="a", merged=["b"])])["a"].need

    assert kept is not None
    assert [origin.actor for origin in kept.origins] == ["x", "y"]
    assert [wording.text for wording in kept.wordings] == ["one", "two"]
    assert kept.facts["kind"].value == "offer"


def test_what_the_first_left_blank_is_taken_from_the_next() -> None:
    first = need("a", benefit="fewer fall", question=Question(target_group="old people"))
    second = need("b", same_as="a", benefit="other", wished_form="a manual", question=Question(target_group="others", context="home care"))

    kept = merged(first, second)["a"].need

    assert kept is not None
    assert (kept.benefit, kept.wished_form) == ("fewer fall", "a manual")
    assert kept.question == Question(target_group="old people", context="home care")


def test_what_nobody_knows_stays_missing_in_the_first_way_it_was_missing() -> None:
    first, second = need("a", assess=assessed(impact=Reason.DONT_KNOW)), need("b", same_as="a", assess=assessed(impact=None))

    kept = merged(first, second)["a"].need

    assert kept is not None
    assert kept.assess["impact"].value == Missing(Reason.DONT_KNOW)


def test_a_chain_of_same_as_ends_in_its_last_need() -> None:
    found = merged(need("a", same_as="b"), need("b", same_as="c"), need("c"))

    assert [found[name].merged_into for name in "abc"] == ["c", "c", ""]
    assert found["c"].need is not None
    assert found["c"].need.merged == ("a", "b")


def test_records_that_disagree_return_the_need() -> None:
    first = need("a", area="elderly", facts={"kind": Fact(value="offer")}, assess=assessed(impact=1))
    second = need("b", area="disability", facts={"kind": Fact(value="question")}, assess=assessed(impact=2), same_as="a")

    found = merged(first, second)["a"]

    assert (found.outcome, found.hangs_on) == ("conflict", ("area", "kind", "impact"))
    assert told(found.diagnostics) == [
        (
            'warning[records-disagree]: need "a" and the records in it say different things about area, kind or impact\n'
            "    why:  nobody can say which is right; the need goes back to those who sent it\n"
            "    mend: ask the senders of b, and write one value in all of them"
        )
    ]


def test_a_refused_record_is_an_error_with_its_own_diagnostics() -> None:
    fault = Diagnostic(code="same-as-circle", params={"need": "x"})

    found = merged(Refused(id="x", title="Bad", diagnostics=[fault]))

    assert (found["x"].outcome, found["x"].title, found["x"].diagnostics) == ("error", "Bad", (fault,))


def test_a_record_that_is_the_same_as_itself_in_the_end_is_set_aside() -> None:
    found = merged(need("a", same_as="b", span=Span("n.toml", 3, 1)), need("b", same_as="a"))

    assert [found[name].outcome for name in "ab"] == ["error", "error"]
    assert told(found["a"].diagnostics, "sv") == [
        (
            "n.toml:3:1: fel[same-as-circle]: behovet ”a” är samma som ett som är samma som det\n"
            "    varför: ingen post blir kvar som de andra kan föras till\n"
            "    åtgärd: bestäm vilket av dem som ska behållas, och låt det inte vara samma som något annat"
        )
    ]


def test_a_decision_about_an_unknown_need_is_told_with_the_nearest_id() -> None:
    decisions, faults = reconcile([need("behov-1"), need("behov-2")], [SameAs(keep="behov-1", merged=["behov2"])])

    assert [decision.outcome for decision in decisions] == ["", ""]
    assert told(faults) == [
        (
            'error[same-as-unknown]: the round has no need "behov2"\n'
            "    why:  a decision that records are the same need must name needs of this round\n"
            '    mend: did you mean "behov-2"?'
        )
    ]


def test_a_record_merged_into_a_refused_one_goes_on_by_itself() -> None:
    decisions, faults = reconcile([need("a", same_as="x"), Refused(id="x", diagnostics=[])])

    assert [decision.outcome for decision in decisions] == ["", "error"]
    assert told(faults) == [
        (
            'warning[same-as-set-aside]: need "a" is the same as "x", which was set aside\n'
            '    why:  a record cannot go into one that could not be read; "a" goes on by itself\n'
            '    mend: mend "x"; what is wrong with it is said where it stands'
        )
    ]


def test_a_refused_record_said_to_be_the_same_stays_an_error() -> None:
    decisions, faults = reconcile([need("a"), Refused(id="x", diagnostics=[])], [SameAs(keep="a", merged=["x"])])

    assert ([decision.outcome for decision in decisions], faults) == (["", "error"], ())


def test_a_record_cannot_be_the_same_as_two() -> None:
    decisions, faults = reconcile([need("a"), need("b"), need("c", same_as="a")], [SameAs(keep="b", merged=["c"])])

    assert [decision.merged_into for decision in decisions] == ["", "", "a"]
    assert told(faults) == [
        (
            'error[same-as-twice]: need "c" is the same as both "a" and "b"\n'
            "    why:  a record can go into one need only\n"
            '    mend: keep one of the two, or say that "a" and "b" are the same'
        )
    ]
