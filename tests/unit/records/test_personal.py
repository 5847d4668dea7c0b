"""People's data in records: stopped or masked, and repeated nowhere."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from prioritera.diagnostics import Diagnostic, Span
from prioritera.loading.load import load_model_of, read_round
from prioritera.model.need import Need, Refused
from prioritera.model.round import Record, Round
from prioritera.model.text import Label
from prioritera.records.personal import guarded
from prioritera.stages.intake import intake
from small_rules import NEEDS, ROUND, changed, told, write_round

NUMBER = "880320-0016"


def round_of(*records: Mapping[str, object], choice: str = "stop", faults: tuple[Diagnostic, ...] = ()) -> Round:
    return Round(id="r", label=Label(sv="r", en="r"), records=[Record(data, faults=faults) for data in records], personal_data=choice)


def test_a_round_without_any_is_the_same_round() -> None:
    round_ = round_of({"id": "n1", "note": "12 av 14 kommuner", "links": ["a", 3, None]}, {"id": "SN 2018/00123"})

    assert guarded(round_) is round_


def test_a_record_with_any_keeps_only_what_is_nobodys() -> None:
    round_ = round_of({"id": "n1", "title": "Fall", "origins": [{"unknown": True, "wording": f"Pnr {NUMBER}"}]}, {"id": "n2"})

    first, second = guarded(round_).records

    assert first.data == {"id": "n1", "title": "Fall"}
    assert told(first.faults) == (
        "record 1.origins.0.wording: error[personal-data]: the text holds a person's data: [personnummer] ••••••-••••\n"
        "    why:  needs are read by many, and nobody must be recognised in them; the need is set aside and nothing of the text is shown\n"
        '    mend: take the data out of the text, or write personal_data = "mask" in round.toml to have it replaced when the file is read'
    )
    assert told(first.faults, "sv") == (
        "record 1.origins.0.wording: fel[personal-data]: texten har personuppgifter: [personnummer] ••••••-••••\n"
        "    varför: behov läses av många, och ingen enskild ska kunna kännas igen; behovet ställs åt sidan och inget av texten visas\n"
        '    åtgärd: ta bort uppgifterna ur texten, eller skriv personal_data = "mask" i round.toml så ersätts de när filen läses'
    )
    assert second is round_.records[1]


def test_a_masked_record_has_words_in_their_place_and_a_note_says_how_many() -> None:
    round_ = round_of(
        {
            "id": "n1",
            "note": f"Anna Berg, {NUMBER} och 19{NUMBER}, {NUMBER}",
            "wording": "Anna Berg ringde",
            "pnr": 198803200016,
            "size": 10**9,
        },
        choice="mask",
    )

    clean = guarded(round_)

    assert clean.records[0].data == {
        "id": "n1",
        "note": "[namn], [personnummer] och [personnummer], [personnummer]",
        "wording": "[namn] ringde",
        "pnr": "[personnummer]",
        "size": 10**9,
    }
    assert [(str(note.span), note.severity.value, note.params["found"]) for note in clean.faults] == [
        ("record 1.note", "note", "[personnummer] 19••••••-••••, [personnummer] ••••••-•••• ×2, [namn]"),
        ("record 1.wording", "note", "[namn]"),
        ("record 1.pnr", "note", "[personnummer] 19••••••-••••"),
    ]
    assert told(clean.faults[1:2]) == (
        "record 1.wording: note[personal-data-masked]: people's data has been replaced: [namn]\n"
        '    why:  the round has chosen so (personal_data = "mask"); the file itself is untouched\n'
        "    mend: take it out of the file as well, if it is not needed there"
    )
    assert told(clean.faults[1:2], "sv") == (
        "record 1.wording: upplysning[personal-data-masked]: personuppgifter har ersatts: [namn]\n"
        '    varför: omgången har valt det (personal_data = "mask"); filen själv är orörd\n'
        "    åtgärd: ta bort dem ur filen också, om de inte behövs där"
    )
    assert guarded(clean) is clean


def test_a_key_may_hold_a_number_too() -> None:
    stopped = guarded(round_of({"id": "n1", "facts": {NUMBER: 1}})).records[0]
    masked = guarded(round_of({"id": "n1", "facts": {NUMBER: 1}}, choice="mask")).records[0]

    assert [str(fault.span) for fault in stopped.faults] == ["record 1.facts"]
    assert masked.data == {"id": "n1", "facts": {"[personnummer]": 1}}


def test_a_number_too_long_to_be_written_is_no_persons() -> None:
    round_ = round_of({"id": "n1", "size": 10**5000})

    assert guarded(round_) is round_


def test_what_was_wrong_with_the_row_is_said_without_names() -> None:
    row = Diagnostic(code="cell-unclear", span=Span("a.csv", 2, 1), params={"value": "Anna Berg?", "known": ("Anna Berg", "b"), "many": 2})
    round_ = round_of({"id": "n1", "note": f"Anna Berg {NUMBER}"}, faults=(row,))

    first = guarded(round_).records[0].faults[0]

    assert dict(first.params) == {"value": "[namn]?", "known": ("[namn]", "b"), "many": 2}


def taken(folder: Path) -> tuple[Need | Refused, ...]:
    round_, _ = read_round(folder)
    assert round_ is not None
    return intake(guarded(round_), *load_model_of(folder, round_))


def test_a_stopped_need_keeps_its_id_and_is_set_aside_for_that_alone(tmp_path: Path) -> None:
    needs = changed(NEEDS, 'area = "elderly"', f'area = "nowhere"\nnote = "Anna Berg, {NUMBER}"')
    write_round(tmp_path, needs=needs)

    (refused,) = taken(tmp_path)

    assert isinstance(refused, Refused)
    assert (refused.id, refused.title) == ("n1", "Fallskador")
    assert [(fault.code, str(fault.span)) for fault in refused.diagnostics] == [("personal-data", "needs.toml:5:8")]


@pytest.mark.parametrize("name", ["id", "ID"])
def test_a_row_of_a_sheet_is_stopped_at_its_cell(tmp_path: Path, name: str) -> None:
    write_round(tmp_path, round=changed(ROUND, "needs.toml", "needs.csv"))
    (tmp_path / "needs.csv").write_text(f"{name};Rubrik;Område\nn1;Fall {NUMBER};äldre\n{NUMBER};Fall;äldre\n", encoding="utf-8")

    first, second = taken(tmp_path)

    assert isinstance(first, Refused)
    assert isinstance(second, Refused)
    assert (first.id, first.title, second.id, second.title) == ("n1", "", "#2", "")
    assert [str(fault.span) for fault in (*first.diagnostics, *second.diagnostics)] == ["needs.csv:2:4", "needs.csv:3:1"]


def test_a_masked_round_is_read_with_the_masks(tmp_path: Path) -> None:
    needs = changed(NEEDS, 'area = "elderly"', f'area = "elderly"\nnote = "Anna Berg, {NUMBER}"')
    write_round(tmp_path, needs=needs, round=f'{ROUND}personal_data = "mask"\n')

    (need,) = taken(tmp_path)

    assert isinstance(need, Need)
    assert need.note == "[namn], [personnummer]"


def test_rows_of_the_analyst_and_what_cells_have_no_room_for_are_guarded_too() -> None:
    row, more = Record({"id": "n1", "note": NUMBER}, text=True), Record({"id": "n1"}, more={"origins": [{"example": NUMBER}]})
    label = Label(sv="r", en="r")

    stopped = guarded(Round(id="r", label=label, records=[more], analyst=[row, Record({"id": "n2"})]))
    masked = guarded(Round(id="r", label=label, records=[more], analyst=[row], personal_data="mask"))

    assert [dict(one.data) for one in stopped.analyst] == [{"id": "n2"}]
    assert [fault.code for fault in stopped.faults] == ["personal-data"]
    assert (stopped.records[0].more, [fault.code for fault in stopped.records[0].faults]) == ({}, ["personal-data"])
    assert masked.records[0].more == {"origins": ({"example": "[personnummer]"},)}
    assert masked.analyst[0].data["note"] == "[personnummer]"
    assert guarded(stopped) is stopped
