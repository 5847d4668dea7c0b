from itertools import permutations

from builders import need
from prioritera.diagnostics import Diagnostic, Span, describe
from prioritera.matching.groups import Groups, grouped, standing
from prioritera.model.merge import DIFFERENT, PART_OF, SAME, PairDecision
from prioritera.model.need import Wording

NAMES = ("a", "b", "c", "d")
APART = {name: name for name in NAMES}


def row(first: str, verdict: str, second: str, line: int = 0, **more: object) -> PairDecision:
    return PairDecision(first=first, second=second, verdict=verdict, span=Span("merge.csv", line, 1) if line else None, **more)  # type: ignore[arg-type]  # whatever a row may hold


def told(found: tuple[Diagnostic, ...] | list[Diagnostic], language: str = "en") -> list[str]:
    return [describe(one, language) for one in found]


def test_what_is_the_same_is_one_by_the_first_id() -> None:
    found = grouped(APART, [row("c", SAME, "b"), row("b", SAME, "d")])

    assert found == Groups(kept={"a": "a", "b": "b", "c": "b", "d": "b"}, wholes={})


def test_the_order_of_the_rows_changes_nothing() -> None:
    rows = [row("a", SAME, "b"), row("b", SAME, "c"), row("a", DIFFERENT, "c"), row("d", PART_OF, "a")]

    groups = [grouped(APART, list(order)) for order in permutations(rows)]

    assert all((one.kept, one.wholes, one.identical) == (groups[0].kept, groups[0].wholes, groups[0].identical) for one in groups)


def test_a_need_that_same_as_has_kept_stays_kept() -> None:
    found = grouped({**APART, "a": "b"}, [row("a", SAME, "c")])

    assert dict(found.kept) == {"a": "b", "b": "b", "c": "b", "d": "d"}


def test_rows_that_contradict_each_other_are_all_named_and_none_is_followed() -> None:
    found = grouped(APART, [row("a", SAME, "b", 2), row("b", SAME, "c", 3), row("c", DIFFERENT, "a", 4)])

    assert dict(found.kept) == APART
    assert told(found.faults) == [
        (
            'merge.csv:4:1: error[merge-contradiction]: "c" and "a" are kept apart by one row, but other rows make them one: b = c, a = b\n'
            "    merge.csv:3:1: says that two of them are the same\n"
            "    merge.csv:2:1: says that two of them are the same\n"
            "    why:  all of the rows cannot hold: none of those needs is merged\n"
            "    mend: change one of the rows"
        )
    ]
    assert told(found.faults, "sv") == [
        (
            "merge.csv:4:1: fel[merge-contradiction]: ”c” och ”a” hålls isär av en rad, men andra rader gör dem till ett: b = c, a = b\n"
            "    merge.csv:3:1: säger att två av dem är samma\n"
            "    merge.csv:2:1: säger att två av dem är samma\n"
            "    varför: alla raderna kan inte gälla: inget av de behoven förs samman\n"
            "    åtgärd: ändra en av raderna"
        )
    ]


def test_a_contradiction_elsewhere_stops_nothing() -> None:
    found = grouped({**APART, "e": "e"}, [row("a", SAME, "b"), row("a", PART_OF, "b"), row("d", SAME, "e")])

    assert found.kept["e"] == "d"
    assert [one.code for one in found.faults] == ["merge-contradiction"]
    assert not found.faults[0].related


def test_same_as_stands_against_a_row() -> None:
    found = grouped({**APART, "a": "b"}, [row("a", DIFFERENT, "b", 2)])

    assert found.kept["a"] == "b"
    assert told(found.faults) == [
        (
            'merge.csv:2:1: error[merge-against-same-as]: "a" and "b" are kept apart by a row, but same_as makes them one\n'
            "    why:  both cannot hold; same_as is followed\n"
            "    mend: change the row, or take same_as away"
        )
    ]
    assert told(found.faults, "sv") == [
        (
            "merge.csv:2:1: fel[merge-against-same-as]: ”a” och ”b” hålls isär av en rad, men same_as gör dem till ett\n"
            "    varför: båda kan inte gälla; same_as följs\n"
            "    åtgärd: ändra raden, eller ta bort same_as"
        )
    ]


def test_a_part_is_linked_to_the_need_that_its_whole_went_into() -> None:
    found = grouped(APART, [row("a", PART_OF, "c"), row("b", SAME, "c")])

    assert dict(found.wholes) == {"a": ("b",)}


def test_parts_in_a_circle_are_told_and_not_followed() -> None:
    found = grouped(APART, [row("a", PART_OF, "b", 2), row("b", PART_OF, "a", 3), row("c", PART_OF, "a", 4)])

    assert dict(found.wholes) == {"c": ("a",)}
    assert told(found.faults, "sv") == [
        (
            f"merge.csv:{line}:1: fel[merge-parts-in-circle]: ”{part}” är en del av ”{whole}”, som är en del av ”{part}”\n"
            "    varför: en helhet kan inte vara en del av sin egen del: ingen av dem visas som det\n"
            "    åtgärd: bestäm vilket behov som är helheten"
        )
        for line, part, whole in ((2, "a", "b"), (3, "b", "a"))
    ]
    assert told(found.faults)[0] == (
        'merge.csv:2:1: error[merge-parts-in-circle]: "a" is a part of "b", which is a part of "a"\n'
        "    why:  a whole cannot be a part of its own part: neither is shown as that\n"
        "    mend: decide which need is the whole"
    )


def test_texts_alike_are_merged_but_never_against_a_row() -> None:
    alike = [("a", "b"), ("a", "c")]

    assert grouped(APART, [], alike).identical == {"b", "c"}
    assert dict(grouped(APART, [row("b", DIFFERENT, "c")], alike).kept) == APART
    assert grouped(APART, [row("b", DIFFERENT, "c")], alike).faults == ()


def test_what_a_row_has_merged_is_not_merged_by_its_text() -> None:
    found = grouped(APART, [row("b", SAME, "c")], [("a", "b")])

    assert dict(found.kept) == {"a": "a", "b": "a", "c": "a", "d": "d"}
    assert found.identical == {"b"}


NEEDS = {name: need(name, title=f"Need {name}", wordings=[Wording(need=name, text=f"wording {name}")]) for name in ("Behov-1", "behov-2")}


def held(*rows: PairDecision, refused: tuple[str, ...] = ()) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    found, faults = standing(rows, NEEDS, refused)
    return [(one.first, one.second) for one in found], told(faults), told(faults, "sv")


def test_ids_are_the_same_id_whatever_their_letter_case() -> None:
    assert held(row("BEHOV-1", SAME, "Behov-2")) == ([("Behov-1", "behov-2")], [], [])


def test_a_row_about_an_unknown_need_is_told_with_the_nearest() -> None:
    found, english, swedish = held(row("behov-1", SAME, "behov3", 2), row("behov-1", SAME, "zz", 3))

    assert found == []
    assert english == [
        (
            'merge.csv:2:1: error[merge-need-unknown]: the round has no need "behov3"\n'
            "    why:  a decision about two needs must name needs of this round\n"
            '    mend: did you mean "behov-2"?'
        ),
        (
            'merge.csv:3:1: error[merge-need-unknown]: the round has no need "zz"\n'
            "    why:  a decision about two needs must name needs of this round\n"
            "    mend: correct the id, or take the row away"
        ),
    ]
    assert swedish[1] == (
        "merge.csv:3:1: fel[merge-need-unknown]: omgången har inget behov ”zz”\n"
        "    varför: ett beslut om två behov måste gälla behov i omgången\n"
        "    åtgärd: rätta id:t, eller ta bort raden"
    )


def test_a_row_about_a_record_that_was_set_aside_waits() -> None:
    found, english, swedish = held(row("behov-1", SAME, "X", 2), refused=("x",))

    assert found == []
    assert english == [
        (
            'merge.csv:2:1: warning[merge-need-set-aside]: the decision is about "X", which was set aside\n'
            "    why:  a record that could not be read cannot be merged with another\n"
            '    mend: mend "X"; what is wrong with it is said where it stands'
        )
    ]
    assert swedish == [
        (
            "merge.csv:2:1: varning[merge-need-set-aside]: beslutet gäller ”X”, som har lagts åt sidan\n"
            "    varför: en post som inte gick att läsa kan inte föras samman med en annan\n"
            "    åtgärd: rätta ”X”; vad som är fel sägs där den står"
        )
    ]


def test_a_decision_about_a_wording_that_is_another_now_does_not_hold() -> None:
    found, english, swedish = held(row("behov-1", SAME, "behov-2", 2, first_wording=" wording\n Behov-1", second_wording="before"))

    assert found == []
    assert english == [
        (
            'merge.csv:2:1: warning[merge-wording-changed]: the need "behov-2" has another wording since the decision\n'
            '    why:  the decision was about "before"; now it says "wording behov-2", which may be another question\n'
            "    mend: read the pair again, write the new wording in the row, and decide anew"
        )
    ]
    assert swedish == [
        (
            "merge.csv:2:1: varning[merge-wording-changed]: behovet ”behov-2” har fått en annan formulering sedan beslutet\n"
            "    varför: beslutet gällde ”before”; nu står det ”wording behov-2”, och det kan vara en annan fråga\n"
            "    åtgärd: läs paret igen, skriv den nya formuleringen i raden och beslutet på nytt"
        )
    ]


def test_a_row_without_wordings_holds_in_its_own_round_only() -> None:
    ours, before = row("behov-1", SAME, "behov-2"), row("behov-1", SAME, "behov-2", carried=True)

    assert held(ours)[0] == [("Behov-1", "behov-2")]
    assert held(before) == ([], [], [])


def test_a_decision_of_the_round_before_gives_way_to_one_of_this() -> None:
    whole = {"first_wording": "wording Behov-1", "second_wording": "wording behov-2"}
    before = row("behov-1", SAME, "behov-2", 0, carried=True, **whole)

    assert standing([before], NEEDS, ())[0][0].carried
    assert [one.verdict for one in standing([before, row("behov-2", DIFFERENT, "behov-1")], NEEDS, ())[0]] == [DIFFERENT]
    assert held(row("behov-1", SAME, "gone", carried=True)) == ([], [], [])
