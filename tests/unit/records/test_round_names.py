"""What a round names besides its needs is there, or is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builders import network, rule_set
from prioritera.diagnostics import Diagnostic, describe
from prioritera.loading.load import load_model_of, load_round
from prioritera.model.round import LeftOut, Round
from prioritera.model.text import Label
from prioritera.records.round_names import wrong_names
from small_rules import CATALOGUE, OFFERS, ROUND, changed, told, write_round

ANSWERS = '[[answers]]\nneed = "{need}"\nquestion = "?"\nwho = "agency"\ntext = "!"\n'


@pytest.fixture
def found(tmp_path: Path) -> Callable[..., tuple[Diagnostic, ...]]:
    def names(round_more: str = "", answers: str = "", catalogue: str = CATALOGUE, head: str = "") -> tuple[Diagnostic, ...]:
        text = changed(ROUND, "needs = ", f"{head}\nneeds = ") + round_more
        text = changed(text, "needs = ", 'answers = "answers.toml"\nneeds = ') if answers else text
        folder = write_round(tmp_path / "one", round=text, answers=answers, catalogue=catalogue)
        round_ = load_round(folder)
        return wrong_names(round_, *load_model_of(folder, round_))

    return names


def test_names_that_are_there_are_not_told(found: Callable[..., tuple[Diagnostic, ...]]) -> None:
    more = '\n[[committee]]\nneed = "N1"\ncommittee = "north"\ndecision = "taken-up"\n'
    more += '\n[[responses]]\nactor = "t2"\nstate = "no-answer"\n\n[[cuts]]\nk = 3\n\n[[cuts]]\nk = 2\narea = "youth"\n'
    catalogue = changed(CATALOGUE, "year = 2017", 'areas = ["elderly"]\ncontact = "agency"')

    assert found(more, ANSWERS.format(need="n1"), catalogue, 'holder = "north"') == ()


def test_a_need_that_is_not_in_the_round_is_told(found: Callable[..., tuple[Diagnostic, ...]]) -> None:
    more = '\n[[committee]]\nneed = "x"\ncommittee = "north"\ndecision = "taken-up"\n'

    assert told(found(more, ANSWERS.format(need="n11"))) == (
        'answers.toml:1:1: error[round-need-unknown]: the round has no need "n11"\n'
        "    why:  what is said of it would reach nobody\n"
        '    mend: did you mean "n1"?\n'
        'round.toml:11:1: error[round-need-unknown]: the round has no need "x"\n'
        "    why:  what is said of it would reach nobody\n"
        "    mend: write the id of a need of this round"
    )


def test_actors_that_are_not_in_the_network_are_told(found: Callable[..., tuple[Diagnostic, ...]]) -> None:
    more = '\n[[committee]]\nneed = "n1"\ncommittee = "nort"\ndecision = "taken-up"\n\n[[responses]]\nactor = "x"\nstate = "no-need"\n'
    catalogue = changed(CATALOGUE, "year = 2017", 'contact = "agensy"')

    names = found(more, catalogue=catalogue, head='holder = "y"')

    assert [(fault.code, fault.params["value"], str(fault.span)) for fault in names] == [
        ("round-actor-unknown", "y", "round.toml:1:1"),
        ("round-actor-unknown", "x", "round.toml:15:1"),
        ("round-actor-unknown", "nort", "round.toml:10:1"),
        ("round-actor-unknown", "agensy", "catalogue.toml:4:1"),
    ]
    assert told(names[3:], "sv") == (
        "catalogue.toml:4:1: fel[round-actor-unknown]: nätverket har ingen aktör ”agensy”\n"
        "    varför: ingen kan tillfrågas, informeras eller få besked under ett namn som inte är känt\n"
        "    åtgärd: menade du ”agency”?"
    )


def test_areas_that_are_not_in_the_rule_set_are_told(found: Callable[..., tuple[Diagnostic, ...]]) -> None:
    catalogue = changed(CATALOGUE, "year = 2017", 'areas = ["elderly", "x"]')

    assert told(found('\n[[cuts]]\nk = 3\narea = "yuoth"\n', catalogue=catalogue)) == (
        'round.toml:10:1: error[round-area-unknown]: the rule set has no area "yuoth"\n'
        "    why:  what is said of it would have no effect, unseen\n"
        '    mend: did you mean "youth"?\n'
        'catalogue.toml:4:1: error[round-area-unknown]: the rule set has no area "x"\n'
        "    why:  what is said of it would have no effect, unseen\n"
        "    mend: write elderly or youth"
    )


def test_a_blank_is_no_area(found: Callable[..., tuple[Diagnostic, ...]]) -> None:
    catalogue = changed(CATALOGUE, "year = 2017", 'areas = [""]')

    names = found(catalogue=catalogue, head='areas = ["elderly", ""]')

    assert [(fault.code, fault.params["value"], str(fault.span)) for fault in names] == [
        ("round-area-unknown", "", "round.toml:1:1"),
        ("round-area-unknown", "", "catalogue.toml:4:1"),
    ]


def test_a_record_without_an_id_is_no_need_to_name(found: Callable[..., tuple[Diagnostic, ...]], tmp_path: Path) -> None:
    folder = write_round(tmp_path / "two", needs='[[needs]]\ntitle = "x"\n\n[[needs]]\nid = ["x"]\n')
    round_ = load_round(folder)

    assert wrong_names(round_, *load_model_of(folder, round_)) == ()
    assert found() == ()


def test_what_is_left_out_must_be_there(found: Callable[..., tuple[Diagnostic, ...]]) -> None:
    more = '\n[[left_out]]\narea = "youht"\ncriterion = "impakt"\ndecided_by = "the board"\n'

    assert told(found(more, head='areas = ["eldery"]')) == (
        'round.toml:1:1: error[round-area-unknown]: the rule set has no area "eldery"\n'
        "    why:  what is said of it would have no effect, unseen\n"
        '    mend: did you mean "elderly"?\n'
        'round.toml:10:1: error[round-area-unknown]: the rule set has no area "youht"\n'
        "    why:  what is said of it would have no effect, unseen\n"
        '    mend: did you mean "youth"?\n'
        'round.toml:10:1: error[round-criterion-unknown]: the round leaves out the criterion "impakt", which the rule set does not have\n'
        "    why:  a decision to leave out would have no effect, unseen\n"
        '    mend: did you mean "impact"?'
    )


def test_nothing_is_left_out_for_an_area_where_lists_hold_several() -> None:
    label = Label(sv="x", en="x")
    round_ = Round(id="r", label=label, records=[], left_out=[LeftOut(area="elderly", criterion="impact", decided_by="x")])

    assert [describe(one, "en") for one in wrong_names(round_, rule_set(list_key=("destination",)), network())] == [
        (
            'error[left-out-across-areas]: the round leaves out "impact" for the area "elderly", but the lists of this rule set hold'
            " several areas\n"
            "    why:  scores with and without a criterion cannot be compared in one list\n"
            '    mend: put "area" into the list key of the rule set, or take the decision away'
        )
    ]


@pytest.fixture
def in_offers(tmp_path: Path) -> Callable[[str, str], tuple[Diagnostic, ...]]:
    def names(old: str, new: str) -> tuple[Diagnostic, ...]:
        text = changed(OFFERS, 'open_areas = "not-stated"', 'open_areas = "youth"')
        folder = write_round(
            tmp_path / "one",
            round=changed(ROUND, "needs = ", 'offers = "offers.toml"\nneeds = '),
            offers=changed(changed(text, '"competence"', '"gap"'), old, new),
        )
        round_ = load_round(folder)
        return wrong_names(round_, *load_model_of(folder, round_))

    return names


@pytest.mark.parametrize(
    ("old", "new", "en", "sv"),
    [
        ("Kurs", "Course", "", ""),
        (
            'actor = "north"\nareas',
            'actor = "nort"\nareas',
            (
                'offers.toml:11:1: error[round-actor-unknown]: the network has no actor "nort"\n'
                "    why:  nobody can be asked, told or answered under a name that is not known\n"
                '    mend: did you mean "north"?'
            ),
            (
                "offers.toml:11:1: fel[round-actor-unknown]: nätverket har ingen aktör ”nort”\n"
                "    varför: ingen kan tillfrågas, informeras eller få besked under ett namn som inte är känt\n"
                "    åtgärd: menade du ”north”?"
            ),
        ),
        (
            'serves = "all"',
            'serves = ["t1", "t3"]',
            (
                'offers.toml:11:1: error[round-actor-unknown]: the network has no actor "t3"\n'
                "    why:  nobody can be asked, told or answered under a name that is not known\n"
                "    mend: write the id of an actor in the network"
            ),
            (
                "offers.toml:11:1: fel[round-actor-unknown]: nätverket har ingen aktör ”t3”\n"
                "    varför: ingen kan tillfrågas, informeras eller få besked under ett namn som inte är känt\n"
                "    åtgärd: skriv id:t för en aktör i nätverket"
            ),
        ),
        (
            'areas = "elderly"',
            'areas = "elder"',
            (
                'offers.toml:11:1: error[round-area-unknown]: the rule set has no area "elder"\n'
                "    why:  what is said of it would have no effect, unseen\n"
                '    mend: did you mean "elderly"?'
            ),
            (
                "offers.toml:11:1: fel[round-area-unknown]: prioriteringsmodellen har inget område ”elder”\n"
                "    varför: det som sägs om det skulle bli utan verkan, utan att någon såg det\n"
                "    åtgärd: menade du ”elderly”?"
            ),
        ),
        (
            'causes = ["gap"]',
            'cause = ["gap"]',
            (
                'offers.toml:6:1: error[offer-field-unknown]: a kind of support answers to "cause", which the rule set does not ask about\n'
                "    why:  it would never fit a need\n"
                '    mend: did you mean "causes"?'
            ),
            (
                "offers.toml:6:1: fel[offer-field-unknown]: ett slag av stöd svarar mot ”cause”, som modellen inte frågar om\n"
                "    varför: det skulle aldrig stämma med något behov\n"
                "    åtgärd: menade du ”causes”?"
            ),
        ),
        (
            'causes = ["gap"]',
            'causes = ["gapp"]',
            (
                'offers.toml:6:1: error[offer-word-unknown]: a kind of support answers to "gapp", which no fact of a need can be\n'
                "    why:  it would never fit a need\n"
                '    mend: did you mean "gap"?'
            ),
            (
                "offers.toml:6:1: fel[offer-word-unknown]: ett slag av stöd svarar mot ”gapp”, som ingen uppgift om ett behov kan vara\n"
                "    varför: det skulle aldrig stämma med något behov\n"
                "    åtgärd: menade du ”gap”?"
            ),
        ),
    ],
)
def test_names_in_offers_are_there_or_are_told(
    in_offers: Callable[[str, str], tuple[Diagnostic, ...]], old: str, new: str, en: str, sv: str
) -> None:
    names = in_offers(old, new)

    assert told(names) == en
    assert told(names, "sv") == sv
