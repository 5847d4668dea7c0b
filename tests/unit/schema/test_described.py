"""What is said of a rule set's own things, in either language, and that a proposal is called one."""

from fractions import Fraction

import attrs

from builders import criterion, label
from prioritera.loading.load import load_rules
from prioritera.model.criterion import Level
from prioritera.model.field import Field, Kind, Term
from prioritera.model.text import Label
from prioritera.schema.described import marked, of_criterion, of_field, of_labels


def test_a_field_says_its_label_its_question_and_its_words() -> None:
    rules = load_rules("prioritera:sbu-four")

    assert of_field(rules.fields["generalisable"], "sv") == (
        "svaret gäller även andra kommuner (förslag)\nSkulle svaret bli detsamma i en annan kommun?\n- yes: ja\n- partly: delvis\n- no: nej"
    )


def test_words_for_whole_numbers_stand_beside_their_numbers() -> None:
    terms = [Term(id="few", label=Label(sv="få", en="few")), Term(id="many", label=Label(sv="många", en="many"), status="proposal")]
    field = Field(id="asked", kind=Kind.WHOLE, low=1, high=2, label=Label(sv="frågade", en="asked"), terms=terms)

    assert of_field(field, "en") == "asked\n- 1: few\n- 2: many (proposal)"


def test_a_criterion_says_its_unit_and_its_levels_as_they_are_written() -> None:
    levels = [Level(x=0, label=Label(sv="liten", en="small")), Level(x=3, label=Label(sv="stor", en="great"))]
    found = attrs.evolve(
        criterion("impact", step=Fraction(1, 2), levels=levels, unit=Label(sv="per år", en="a year"), question=label("How much?")),
        label=Label(sv="nytta", en="benefit"),
        status="proposal",
    )

    assert of_criterion(found, "sv") == "nytta (förslag) (per år)\nHow much?\n- 0: liten\n- 1.5: stor"


def test_a_criterion_without_levels_is_one_line() -> None:
    assert of_criterion(criterion("impact"), "en") == criterion("impact").label.en


def test_a_status_that_has_no_words_is_shown_as_it_stands() -> None:
    assert marked(label("ours"), "tried-out", "en") == "ours (tried-out)"


def test_ids_are_listed_with_their_labels() -> None:
    assert of_labels([("a", Label(sv="å", en="a"), ""), ("b", Label(sv="ö", en="o"), "proposal")], "sv") == "- a: å\n- b: ö (förslag)"
