from collections.abc import Iterable
from typing import Any

import attrs

from prioritera.methods.order import Side
from prioritera.model.judged import JudgedBy
from prioritera.model.result import Decision, RankedList, Result, Standing
from prioritera.model.round import LeftOut
from prioritera.model.ruleset import TieBreaker
from prioritera.report.document import Document
from prioritera.report.ranked import list_title, need_title, place_line, ranked_section
from prioritera.report.text import to_text
from prioritera.report.voice import Voice
from results import changed, decision, voice, whole


def standing(best: int, worst: int, **more: bool) -> Standing:
    return Standing(best=best, worst=worst, lower=(0, best), upper=(0, worst), shared=more.get("shared", False))


def run_of(members: Iterable[Decision], **of_list: Any) -> Result:  # noqa: ANN401 -- whatever a list holds
    """A run of one list with these needs placed in it, in this order."""
    decisions = tuple(members)
    ranked = attrs.evolve(home_care(), placed=[one.need_id for one in decisions if one.placed], **{"k": None, **of_list})
    others = [one.need_id for one in decisions if not one.placed]
    return attrs.evolve(whole()[0], decisions=decisions, lists=[attrs.evolve(ranked, not_placed=others)])


def home_care() -> RankedList:
    return next(ranked for ranked in whole()[0].lists if ranked.key["area"] == "home-care")


def placed(need: str, title: str, at: Standing, band: str = "a", **more: object) -> Decision:
    """A need with nothing to tell of but its place."""
    plain = {"fired": (), "walks": (), "score": None, "band": band, "band_high": band, "placed": True, "standing": at, **more}
    return changed("fall", need_id=need, title=title, **plain)


def text_of(result: Result, *, points: bool = False) -> str:
    section = ranked_section(voice(), result, points=points)
    return "" if section is None else to_text(Document("T", (section,))).partition("\n\nHemtjänst")[2]


def test_nothing_is_told_of_a_round_without_lists() -> None:
    assert ranked_section(voice(), attrs.evolve(whole()[0], lists=()), points=False) is None


def test_a_list_of_one_says_no_place() -> None:
    result = run_of([placed("a", "Ett", standing(1, 1))])

    assert text_of(result) == ": ny forskning, mottagare Myndigheten\n  Grupp A (listans enda)\n    • Ett (a)\n"


def test_when_all_share_a_place_no_number_is_said() -> None:
    result = run_of([placed("a", "Ett", standing(1, 1)), placed("b", "Två", standing(1, 1))])

    assert text_of(result).splitlines()[1:] == ["  Grupp A (alla delar plats)", "    • Ett (a)", "    • Två (b)"]


def test_a_group_that_is_one_shared_place_says_it_once() -> None:
    result = run_of([placed("a", "Ett", standing(1, 1)), *(placed(name, name, standing(2, 2), band="b") for name in "bc")])

    assert text_of(result).splitlines()[1:] == [
        "  Grupp A (plats 1)",
        "    • Ett (a)",
        "",
        "  Grupp B (delad plats 2–3)",
        "    • b",
        "    • c",
    ]


def test_places_in_a_group_are_said_in_words() -> None:
    result = run_of(
        [
            placed("a", "Ett", standing(1, 1)),
            *(placed(name, name, standing(2, 2)) for name in "bc"),
            placed("d", "Fyra", standing(4, 6)),
        ]
    )

    assert text_of(result).splitlines()[1:] == [
        "  Grupp A",
        "    • Plats 1: Ett (a)",
        "    • Delad plats 2–3: b",
        "    • Delad plats 2–3: c",
        "    • Mellan plats 4 och 6: Fyra (d)",
    ]


def test_needs_below_every_group_stand_in_none() -> None:
    result = run_of([placed("a", "Ett", standing(1, 1), band="")])

    assert text_of(result).splitlines()[1:] == ["  Utan grupp (listans enda)", "    • Ett (a)"]


def test_a_group_without_a_label_is_named_by_its_id() -> None:
    result = run_of([placed("a", "Ett", standing(1, 1), band="z")])

    assert text_of(result).splitlines()[1] == "  Grupp Z (listans enda)"


def test_the_side_of_a_cut_is_told_except_outside_it() -> None:
    sides = (Side.INSIDE, Side.GREY_ZONE, Side.OUTSIDE)
    members = [placed(side.value, side.value, attrs.evolve(standing(place, place), side=side)) for place, side in enumerate(sides, 1)]

    text = text_of(run_of(members, k=1))

    assert text.splitlines()[1:] == [
        "  Kortlistan har plats för 1 behov. Behov på delad plats skiljs aldrig åt.",
        "",
        "  Grupp A",
        "    • Plats 1: inside",
        "      Kortlista: föreslås",
        "",
        "    • Plats 2: grey-zone",
        "      Kortlista: gränsfall, kan hamna på endera sidan om strecket",
        "",
        "    • Plats 3: outside",
    ]


def test_a_minimum_that_may_fail_is_told_of() -> None:
    score = decision("nutrition").score
    assert score is not None
    shares = [attrs.evolve(share, tier_low=0) if share.criterion == "weight-of-it" else share for share in score.shares]
    result = run_of([placed("a", "Ett", standing(1, 1), score=attrs.evolve(score, shares=shares))])

    assert text_of(result).splitlines()[3] == "      Lägsta nivå: når kanske inte upp till lägsta nivån för Betydelse"


def test_a_need_of_which_too_little_is_known_names_one_thing_to_find_out_first() -> None:
    unknown = changed("natt", fired=(), walks=())

    text = text_of(run_of([unknown]), points=True)

    assert text.splitlines()[1:] == [
        "  Underlag saknas (ej grupperat)",
        "    • Nattfrid (natt)",
        "      Känt: 1 av 3 kriterier",
        "      Ta först reda på: Räckvidd. Hur många berörs? Fylls i av analytiker vid",
        "        RSS eller SKR.",
        "      Poäng: mellan 0,25 och 1,00 av högst 1",
    ]


def test_a_need_with_nothing_to_find_out_and_no_score_is_only_named() -> None:
    unknown = changed("natt", fired=(), walks=(), find_out=(), score=None)

    assert text_of(run_of([unknown]), points=True).splitlines()[1:] == ["  Underlag saknas (ej grupperat)", "    • Nattfrid (natt)"]


def test_a_criterion_left_out_is_told_with_who_decided_and_the_other_order() -> None:
    result = run_of([placed("a", "Ett", standing(1, 1)), placed("b", "Två", standing(2, 2))], left_out=("spread",), order_with=("b", "a"))
    decided = LeftOut(area="home-care", criterion="spread", decided_by="RSS i väst")

    text = text_of(attrs.evolve(result, round=attrs.evolve(result.round, left_out=[decided])))

    assert text.splitlines()[5:] == [
        "  Variation ingår inte: beslut av RSS i väst.",
        "",
        "  Ordning nu  Ordning med allt medräknat",
        "  ----------  --------------------------",
        "  Ett         Två",
        "  Två         Ett",
    ]


def test_a_criterion_left_out_by_nobody_known_says_so() -> None:
    result = run_of([placed("a", "Ett", standing(1, 1))], left_out=("spread",))

    assert text_of(result).splitlines()[4:] == ["  Variation ingår inte: beslut av okänd."]


def test_orders_of_different_length_leave_cells_empty() -> None:
    result = run_of([placed("a", "Ett", standing(1, 1))], left_out=("spread",), order_with=("a", "fall"))
    both = attrs.evolve(result, decisions=(*result.decisions, decision("fall")))

    assert text_of(both).splitlines()[6:] == [
        "  Ordning nu  Ordning med allt medräknat",
        "  ----------  --------------------------",
        "  Ett         Ett",
        "              Fall i hemmet",
    ]


def test_what_all_needs_of_a_list_have_in_common_is_told_once() -> None:
    text = text_of(run_of([changed("las", list_id=home_care().id), changed("rakna", list_id=home_care().id)]))

    assert text.count("Ärendegång: Dal →* RSS Väst → Rådet → Myndigheten") == 1


def test_lists_come_in_the_order_of_the_result() -> None:
    section = ranked_section(voice(), whole()[0], points=False)

    assert section is not None
    assert [block.title for block in section.blocks if hasattr(block, "title")] == [
        "Hemtjänst: ny forskning, mottagare Myndigheten",
        "Skola: ny forskning, mottagare Myndigheten",
    ]


def test_a_list_is_titled_by_what_its_needs_have_in_common() -> None:
    keys = [
        {"area": "school", "outcome": "research"},
        {"outcome": "research"},
        {"area": "school"},
        {"causes": "gap+law", "size": "large"},
        {},
    ]

    titles = [list_title(voice(), RankedList(id="l", key=key, placed=())) for key in keys]

    assert titles == [
        "Skola: ny forskning",
        "Ny forskning",
        "Skola",
        "Orsak: kunskap saknas och juridisk fråga, storlek: stor",
        "Alla behov",
    ]


def test_a_need_is_named_by_title_and_id_and_by_id_alone_where_they_are_the_same() -> None:
    assert need_title(voice(), decision("fall")) == "Fall i hemmet (fall)"
    assert need_title(voice(), decision("orsak-okand")) == "orsak-okand"
    assert need_title(voice(), changed("fall", title="")) == "fall"


def test_the_place_of_one_need_is_said_in_a_line() -> None:
    result = whole()[0]
    alone = run_of([placed("a", "Ett", standing(1, 1), band="")])

    assert place_line(voice(), result, home_care(), decision("nutrition")) == "Grupp B, plats 3 av 4, kan höra till A"
    assert place_line(voice(), result, home_care(), decision("natt")) == "Underlag saknas (ej grupperat)"
    assert place_line(voice(), alone, alone.lists[0], alone.decisions[0]) == "Utan grupp, listans enda"


def test_the_place_that_all_share_and_the_one_that_is_open_for_all_are_told_apart() -> None:
    sure = run_of([placed("a", "Ett", standing(1, 1)), placed("b", "Två", standing(1, 1))])
    open_ = run_of([placed("a", "Ett", standing(1, 2)), placed("b", "Två", standing(1, 2))])

    assert place_line(voice(), sure, sure.lists[0], sure.decisions[0]) == "Grupp A, alla delar plats"
    assert place_line(voice(), open_, open_.lists[0], open_.decisions[0]) == "Grupp A, mellan plats 1 och 2 av 2"


def test_needs_are_told_class_by_class_and_those_that_fail_a_minimum_after_them() -> None:
    rules = attrs.evolve(whole()[1].rules, classes=TieBreaker(field="anchoring"))
    levels = [5, 2, 2, 5]
    members = [
        placed(name, name, standing(at, at), values={"anchoring": level})
        for at, (name, level) in enumerate(zip("abcd", levels, strict=True), 1)
    ]
    result = run_of(members)

    speaker = Voice("sv", rules, whole()[1].network)

    section = ranked_section(speaker, result, points=False)

    assert section is not None
    told = to_text(Document("T", (section,)))
    assert "Grupp" not in told
    assert told.partition("\n\nHemtjänst")[2].splitlines()[1:] == [
        "  Förankring: flera RSS:er",
        "    • Plats 1: a",
        "",
        "  Förankring: kommun",
        "    • Plats 2: b",
        "    • Plats 3: c",
        "",
        "  Förankring: flera RSS:er",
        "    • Plats 4: d",
    ]
    assert place_line(speaker, result, result.lists[0], members[1]) == "Förankring: kommun, plats 2 av 4"


def without_groups(result: Result, *, points: bool = False, **more: Any) -> list[str]:  # noqa: ANN401 -- whatever a rule set holds
    """The lines of a run's list where the rules have no groups."""
    section = ranked_section(ungrouped(**more), result, points=points)
    return [] if section is None else to_text(Document("T", (section,))).partition("\n\nHemtjänst")[2].splitlines()[1:]


def ungrouped(**more: Any) -> Voice:  # noqa: ANN401 -- whatever a rule set holds
    _, model = whole()
    return Voice("sv", attrs.evolve(model.rules, bands=(), **more), model.network)


def test_where_there_are_no_groups_none_is_spoken_of() -> None:
    alone = run_of([placed("a", "Ett", standing(1, 1), band="")])
    several = run_of([placed("a", "Ett", standing(1, 1), band=""), *(placed(name, name, standing(2, 2), band="") for name in "bc")])

    assert without_groups(alone) == ["  • Listans enda: Ett (a)"]
    assert without_groups(several) == ["  • Plats 1: Ett (a)", "  • Delad plats 2–3: b", "  • Delad plats 2–3: c"]
    assert place_line(ungrouped(), several, several.lists[0], several.decisions[1]) == "Delad plats 2–3 av 3"


def test_where_there_are_no_groups_a_need_of_which_too_little_is_known_has_no_place() -> None:
    unknown = run_of([changed("natt", fired=(), walks=())])

    assert without_groups(unknown)[0] == "  Underlag saknas (ej placerat)"
    assert place_line(ungrouped(), unknown, unknown.lists[0], unknown.decisions[0]) == "Underlag saknas (ej placerat)"


def test_the_value_of_an_only_criterion_is_told_and_what_judges_said_is_told_elsewhere() -> None:
    one = run_of([changed("fall", fired=(), walks=(), score=None, standing=standing(1, 1))])
    first = whole()[1].rules.criteria[0]
    judged = attrs.evolve(first, judged=JudgedBy(source="scores", combine="mean"))

    lines = without_groups(one, criteria=[first])

    assert [line for line in lines if "Räckvidd" in line] == [lines[1]]
    assert not any("Räckvidd" in line for line in without_groups(one, criteria=[judged]))
