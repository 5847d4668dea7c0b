import attrs

from builders import need
from prioritera.model.need import Question, Wording
from prioritera.model.result import Decision
from prioritera.report.precise import MAKE_PRECISE, is_whole_area, not_stated, precise_line
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


BROAD = attrs.evolve(decision("nutrition"), outcome=MAKE_PRECISE)


def asking(title: str, question: Question) -> Decision:
    assert BROAD.need is not None
    return attrs.evolve(BROAD, need=attrs.evolve(BROAD.need, title=title, wordings=[], question=question))


def test_what_is_to_be_made_precise_is_told_of_a_need_that_goes_back_for_it() -> None:
    area = asking(AREA.sv, Question(context="c"))

    assert precise_line(voice(), area) == "Texten är namnet på ett helt område. Inte angivet: målgrupp och insats eller fråga."
    assert precise_line(voice("en"), area) == "The text is the name of a whole area. Not stated: target group and intervention or question."
    assert precise_line(voice(), asking("Fall", Question(target_group="a", intervention="b"))) == "Inte angivet: sammanhang."
    assert precise_line(voice(), asking("Fall", Question(target_group="a", intervention="b", context="c"))) == ""


def test_nothing_is_told_of_other_needs() -> None:
    assert precise_line(voice(), decision("nutrition")) == ""
    assert precise_line(voice(), attrs.evolve(BROAD, need=None)) == ""
