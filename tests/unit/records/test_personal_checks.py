"""People's data in what was said in step two: left out or masked, as the round has chosen, and told by its place."""

import attrs
import pytest

from pilot import judged
from prioritera.diagnostics import Span
from prioritera.model.agreement import Check, Missed
from prioritera.model.round import Round
from prioritera.records.personal import guarded

CHECKS = [
    Check(need="n", actor="a", answer="partly", comment="Ring 070-174 06 05 om Anna", comment_at=Span("ark.csv", 2, 1)),
    Check(need="n", actor="b", comment="Mest unga"),
    Check(need="n", actor="c", comment="19121212-1212"),
]
MISSED = [Missed(text="ett stöd till 19121212-1212", span=Span("ark.csv", 9, 1)), Missed(text="Ensamhet", comment="Mest äldre")]


def after(choice: str) -> Round:
    """A round with these sheets, guarded."""
    round_ = judged("fyrbodal")[0].round
    return guarded(attrs.evolve(round_, checks=CHECKS, missed=MISSED, records=(), faults=(), personal_data=choice))


def test_under_stop_the_comment_is_left_out_and_the_answer_stays() -> None:
    found = after("stop")

    assert [(one.answer, one.comment) for one in found.checks] == [("partly", ""), ("", "Mest unga"), ("", "")]
    assert [one.text for one in found.missed] == ["Ensamhet"]
    assert [(str(one.span), one.code) for one in found.faults] == [
        ("ark.csv:2:1", "personal-data"),
        ("check", "personal-data"),
        ("ark.csv:9:1", "personal-data"),
    ]


def test_under_mask_the_rest_of_the_text_stays() -> None:
    found = after("mask")

    assert [one.comment == before.comment for one, before in zip(found.checks, CHECKS, strict=True)] == [False, True, False]
    assert "070" not in found.checks[0].comment
    assert found.missed[0].text.startswith("ett stöd till ")
    assert "1912" not in found.missed[0].text
    assert {one.code for one in found.faults} == {"personal-data-masked"}


@pytest.mark.parametrize("choice", ["stop", "mask"])
def test_what_is_done_twice_is_done_once(choice: str) -> None:
    once = after(choice)

    assert guarded(once) == once
