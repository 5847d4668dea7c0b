"""What people wrote of decisions and answers shows nobody, whatever the round's choice; the decision holds."""

from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

from prioritera.diagnostics import Severity, Span
from prioritera.model.by_hand import Appeal, Override
from prioritera.model.merge import PairDecision
from prioritera.model.round import Answer, CommitteeDecision, LeftOut, Reached, Response, Round, SameAs, SupportDecision
from prioritera.model.selection import Selection
from prioritera.model.text import Label
from prioritera.records.people_in_decisions import masked_decisions
from prioritera.records.personal import guarded
from selection_rounds import CHILDREN, row, run, sides
from small_rules import told

WHO = "Anna Berg, 070-123 45 67, anna.berg@gr.example, 880320-0016"
MASK = "[namn], [telefon], [e-post], [personnummer]"
DAY = date(2026, 5, 31)
AT = Span("merge.csv", 2, 3)
PARTS: dict[str, attrs.AttrsInstance] = {
    "answers": Answer(need=WHO, question=WHO, who=WHO, text=WHO, link=WHO, source=WHO),
    "responses": Response(actor="a", state="no-need", by=WHO),
    "reached": Reached(group="users", state="missed", name=WHO, how=WHO, source=WHO),
    "same_as": SameAs(keep="a", merged=["b"], by=WHO),
    "pairs": PairDecision(first=WHO, second=WHO, verdict="same", first_wording=WHO, second_wording=WHO, by=WHO, because=WHO),
    "left_out": LeftOut(area="x", criterion="y", decided_by=WHO, because=WHO),
    "committee": CommitteeDecision(need="n", committee="c", decision="taken-up", because=WHO, source=WHO),
    "overrides": Override(need=WHO, thing="outcome", to="x", by=WHO, on=DAY, because=WHO, source=WHO),
    "appeals": Appeal(need=WHO, by=WHO, on=DAY, because=WHO, answer=WHO, answered_on=DAY, source=WHO),
    "existing": SupportDecision(need=WHO, entry=WHO, decision="no", by=WHO),
}


def made(choice: str, **parts: Any) -> Round:  # noqa: ANN401 -- any part of a round
    return attrs.evolve(Round(id="r", label=Label(sv="r", en="r"), records=[], personal_data=choice), **parts)


@pytest.mark.parametrize("part", PARTS)
def test_every_text_that_people_write_is_masked(part: str) -> None:
    one = PARTS[part]
    written = attrs.asdict(one, recurse=False)

    clean, noted = masked_decisions(made("stop", **{part: [one]}))

    assert attrs.asdict(getattr(clean, part)[0], recurse=False) == {key: MASK if value == WHO else value for key, value in written.items()}
    assert len(noted) == 1


def test_every_text_of_a_selection_is_masked_and_what_it_selects_is_not() -> None:
    said = Label(sv=f"{WHO} sade", en=f"{WHO} said")
    one = Selection(
        id="x", size=2, areas=["a"], chosen=["a", WHO], label=said, decided_by=WHO, on=DAY, because=said, source=WHO, status=WHO, span=AT
    )
    clean_said = Label(sv=f"{MASK} sade", en=f"{MASK} said")

    clean, noted = masked_decisions(made("stop", selections=[one]))

    assert clean.selections == (
        attrs.evolve(one, chosen=["a", MASK], label=clean_said, decided_by=MASK, because=clean_said, source=MASK, status=MASK),
    )
    assert [(fault.code, fault.span) for fault in noted] == [("decision-masked", AT)]


def test_a_selection_in_which_nobody_is_named_is_the_same() -> None:
    round_ = made("stop", selections=[Selection(id="x", size=2, chosen=["a"], label=Label(sv="Nästa år", en="Next year"))])

    assert masked_decisions(round_) == (round_, ())


def test_a_need_that_is_chosen_by_an_id_that_is_masked_is_chosen(tmp_path: Path) -> None:
    person = "880320-0016"
    who = 'decided_by = "Anna Berg, 08-123 456 78"\non = 2026-05-01\nbecause = "Vi vill."\n'
    chosen = f'[[selections]]\nid = "x"\nsize = 1\n{who}chosen = ["{person}"]\n'
    masks = 'personal_data = "mask"\n'

    result, _ = run(tmp_path, masks + chosen, [row(person, units=9), row("a", units=9), *CHILDREN[1:]])

    assert sides(result.selections[0]) == {"[personnummer]": "inside", "a": "outside", "b": "outside", "c": "outside"}
    assert (result.selections[0].selection.chosen, result.selections[0].selection.decided_by) == (("[personnummer]",), "[namn], [telefon]")


def test_a_round_without_any_is_the_same_round() -> None:
    round_ = made("stop", same_as=[SameAs(keep="a", merged=["b"], by="RSS")])

    assert masked_decisions(round_) == (round_, ())
    assert guarded(round_) is round_


def test_it_is_warned_of_and_the_decision_holds() -> None:
    pair = PairDecision(first="a", second="b", verdict="same", by="Anna Berg, 08-123 456 78", because="Berit, säger Anna Berg", span=AT)
    round_ = made("stop", pairs=[pair, PairDecision(first="a", second="c", verdict="different")])

    clean = guarded(round_)

    assert clean.pairs == (attrs.evolve(pair, by="[namn], [telefon]", because="Berit, säger [namn]"), round_.pairs[1])
    assert told(clean.faults) == (
        "merge.csv:2:3: warning[decision-masked]: people's data in a decision or an answer has been replaced: [telefon], [namn] ×2\n"
        "    why:  decisions and answers are read by several, and nobody must be recognised; it holds all the same, "
        "and the file is untouched\n"
        "    mend: take it out of the file as well"
    )
    assert told(clean.faults, "sv") == (
        "merge.csv:2:3: varning[decision-masked]: personuppgifter i ett beslut eller svar har ersatts: [telefon], [namn] ×2\n"
        "    varför: beslut och svar läses av flera, och ingen enskild ska kunna kännas igen; beslutet eller svaret gäller ändå, "
        "och filen är orörd\n"
        "    åtgärd: ta bort dem ur filen också"
    )
    assert guarded(clean) is clean


def test_a_round_that_masks_notes_it() -> None:
    clean = guarded(made("mask", existing=[SupportDecision(need="n", decision="no", by="880320-0016")]))

    assert clean.existing[0].by == "[personnummer]"
    assert [(fault.code, fault.severity) for fault in clean.faults] == [("decision-masked", Severity.NOTE)]
