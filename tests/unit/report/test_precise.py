import attrs

from builders import need
from prioritera.model.need import Question, Wording
from prioritera.report.precise import is_whole_area, not_stated, precise_line
from results import decision, voice, whole

RULES = whole()[1].rules
AREA = RULES.areas[0].label


def test_only_what_is_blank_is_not_stated() -> None:
    asked = need("a", question=Question(target_group="äldre", context="  "))

    assert not_stated(asked) == ("intervention", "context")
    assert not_stated(attrs.evolve(asked, question=Question(target_group="a", intervention="b", context="c"))) == ()


def test_a_text_is_a_whole_area_only_where_it_is_the_areas_name() -> None:
    assert is_whole_area(need("a", title=f"  {AREA.sv.upper()} "), RULES)
    assert is_whole_area(need("a", title=AREA.en, wordings=[Wording(need="a", text=AREA.en), Wording(need="a", text=" ")]), RULES)
    assert not is_whole_area(need("a", title=AREA.sv, wordings=[Wording(need="a", text="något mer")]), RULES)
    assert not is_whole_area(need("a", title=f"{AREA.sv} och mer"), RULES)
    assert not is_whole_area(need("a", title=""), RULES)


def goes_back() -> str:
    """The id of a need that goes back with a question about itself."""
    return next(one.need_id for one in whole()[0].decisions if precise_line(voice(), one))


def test_what_is_to_be_made_precise_is_told_of_a_need_that_goes_back() -> None:
    found = decision(goes_back())
    assert found.need is not None
    area = attrs.evolve(found, need=attrs.evolve(found.need, title=AREA.sv, wordings=[], question=Question(context="c")))
    clear = attrs.evolve(found, need=attrs.evolve(found.need, question=Question(target_group="a", intervention="b", context="c")))

    assert precise_line(voice(), area) == "Texten är namnet på ett helt område. Inte angivet: målgrupp och insats eller fråga."
    assert precise_line(voice("en"), area) == "The text is the name of a whole area. Not stated: target group and intervention or question."
    assert precise_line(voice(), clear) == ""


def test_nothing_is_told_of_other_needs() -> None:
    found = decision(goes_back())

    assert precise_line(voice(), attrs.evolve(found, need=None)) == ""
    assert precise_line(voice(), attrs.evolve(found, ask=())) == ""
    assert precise_line(voice(), attrs.evolve(found, course=None)) == ""
    assert precise_line(voice(), attrs.evolve(found, ask=("no-such-field",))) == ""
