from collections.abc import Callable

import pytest

from prioritera.diagnostics import Faults, describe
from prioritera.model.round import Record
from prioritera.sources.json_needs import read_json, read_ndjson

MADE = 'n.json:{}: note[ids-from-rows]: the sheet has no column "id"; each need is called by the file and its row, the first "n-1"'


def told(text: str, read: Callable[[str, str, Faults], tuple[Record, ...]] = read_json) -> tuple[list[str], tuple[Record, ...]]:
    """The first lines of what is said of a text and of its records, and the records."""
    faults = Faults()
    records = read(text, "n.json", faults)
    found = (*faults.all(), *(one for record in records for one in record.faults))
    return [describe(one, "en").split("\n")[0] for one in found], records


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[1 2]", "1:4: error[json-no-comma]: a comma is missing here, before “2]”"),
        ("[1,]", "1:3: error[json-trailing-comma]: a comma too many"),
        ('{"a": 1,}', "1:8: error[json-trailing-comma]: a comma too many"),
        ("[1,,2]", "1:4: error[json-trailing-comma]: a comma too many"),
        ('{"a":,}', "1:6: error[json-syntax]: the JSON cannot be read here: “,}”"),
        ('{"a": 3,5}', "1:9: error[json-decimal-comma]: the number has a decimal comma"),
        ('{"a": 3, b: 1}', "1:10: error[json-quotes]: a double quotation mark is expected here: “b: 1}”"),
        ('{"å": 3,\n  "b": ”x”}', "2:8: error[json-quotes]: a double quotation mark is expected here: “”x”}”"),
        ("{_a: 1}", "1:2: error[json-quotes]: a double quotation mark is expected here: “_a: 1}”"),
        ("{1: 2}", "1:2: error[json-syntax]: the JSON cannot be read here: “1: 2}”"),
        ("[True]", "1:2: error[json-syntax]: the JSON cannot be read here: “True]”"),
        ('[{"a": 1\n', "1:8: error[json-cut-short]: the file ends here, in the middle of a value"),
        ('["a', "1:2: error[json-text-not-closed]: the text that begins or breaks off here does not end on its line"),
        ('["a\tb"]', "1:4: error[json-text-not-closed]: the text that begins or breaks off here does not end on its line"),
        ('["C:\\P"]', "1:5: error[json-backslash]: what follows \\ here is nothing that JSON knows"),
        ('["b", "\\ud83d"]', "1:7: error[json-backslash]: what follows \\ here is nothing that JSON knows"),
        ("[1] [2]", "1:5: error[json-more-text]: after what is complete there is more: “[2]”"),
        (f"[1] {'x' * 50}", f"1:5: error[json-more-text]: after what is complete there is more: “{'x' * 39}…”"),
        ('["NaN", -Infinity]', "1:9: error[json-not-finite]: -Infinity is no number"),
        ("[" * 65 + "]" * 65, "1:1: error[json-too-deep]: values lie within each other more than 64 deep"),
        ("[" * 5000, "1:1: error[json-too-deep]: values lie within each other more than 64 deep"),
        ('{"needs": 3}', "1:11: error[json-not-needs]: a list of needs is expected here, not 3"),
        ('{"values": [1, {"key": "N1"}]}', "1:1: error[json-not-needs]: a list of needs is expected here, not { … }"),
        ('{"values": {"kpi": "N1"}}', "1:1: error[json-not-needs]: a list of needs is expected here, not { … }"),
        ('"needs"', '1:1: error[json-not-needs]: a list of needs is expected here, not "needs"'),
        ('[["n1"]]', "1:2: error[json-not-a-need]: a need is expected here, { … }, not [ … ]"),
    ],
)
def test_a_text_that_is_no_list_of_needs_is_told_of_at_its_place(text: str, said: str) -> None:
    assert told(text) == ([f"n.json:{said}"], ())


def test_whole_and_decimal_numbers_of_any_length_are_no_fault_of_the_file() -> None:
    said, records = told(f'[{{"x": {"9" * 5000}, "y": 1e99999999999999999999, "z": 0.10, "s": "\\u00e5"}}, {{"x": {"9" * 50}}}]')

    assert said == [
        'n.json:1:2: note[ids-from-rows]: the sheet has no column "id"; each need is called by the file and its row, the first "n-1"'
    ]
    assert dict(records[0].data) == {"id": "n-1", "x": "1e+999999", "y": "1e+999999", "z": "0.1", "s": "å"}
    assert dict(records[1].data) == {"id": "n-2", "x": hex(int("9" * 50))}


def test_every_key_that_is_written_twice_is_told_of_with_where_it_stood_first() -> None:
    faults = Faults()

    assert read_json('[{"a": 1, "b": {"c": 1, "c": 2}, "a": 2}]', "n.json", faults) == ()

    assert [describe(one, "en").split("\n")[:2] for one in faults.all()] == [
        ["n.json:1:25: error[json-key-repeated]: the key “c” stands twice", "    n.json:1:17: first written here"],
        ["n.json:1:34: error[json-key-repeated]: the key “a” stands twice", "    n.json:1:3: first written here"],
    ]


def test_a_text_with_a_key_written_twice_and_broken_off_is_told_of_where_it_breaks_off() -> None:
    assert told('[{"a": 1, "a": 2}, ')[0] == ["n.json:1:18: error[json-cut-short]: the file ends here, in the middle of a value"]


def test_an_empty_list_has_no_needs() -> None:
    assert told("[]") == (["n.json:1:1: warning[no-needs]: the file has no needs"], ())


def test_beside_the_needs_there_is_nothing_else() -> None:
    said, records = told('{"needs": [{"id": "n1"}], "neds": 1}')

    assert said == ['n.json:1:27: error[unknown-key]: "neds" means nothing here']
    assert [record.data["id"] for record in records] == ["n1"]


def test_flat_values_are_cells() -> None:
    text = '[{"ID": 7, "urgent": true, "wait": 3.50, "causes": ["gap", "support"], "impact": [1, null, 2.5], "note": null, "size": -0}]'

    said, (record,) = told(text)

    assert said == []
    assert record.text
    assert dict(record.data) == {
        "ID": "7",
        "urgent": "true",
        "wait": "3.5",
        "causes": "gap|support",
        "impact": "1||2.5",
        "note": "",
        "size": "0",
    }
    assert str(record.place.value((0, "causes"))) == "n.json:1:52"
    assert str(record.place.key((0, "causes"))) == "n.json:1:42"
    assert str(record.place.value((0, "lacks"))) == "n.json:1:2"


def test_a_need_in_parts_is_read_as_toml_is_and_its_days_are_days() -> None:
    said, (record,) = told('[{"id": "n1", "origins": [{"actor": "t1", "on": "2026-03-01"}, {"actor": "t2"}, 3]}]')

    assert said == []
    assert not record.text
    assert str(record.data["origins"]) == "(FrozenMap({'actor': 't1', 'on': datetime.date(2026, 3, 1)}), FrozenMap({'actor': 't2'}), 3)"


def test_a_day_that_is_none_goes_with_its_need() -> None:
    said, (record,) = told('[{"id": "n1", "origins": [{"actor": "t1", "on": "1/3"}]}]')

    assert said == ["n.json:1:49: error[text-not-a-date]: “on” is “1/3”, which is no date"]
    assert str(record.data["origins"]) == "(FrozenMap({'actor': 't1'}),)"


def test_a_need_whose_senders_are_no_list_is_left_for_the_reader_of_needs() -> None:
    said, (record,) = told('[{"id": "n1", "origins": "t1"}]')

    assert said == []
    assert dict(record.data) == {"id": "n1", "origins": "t1"}


def test_a_line_that_cannot_be_read_is_set_aside_and_the_others_are_taken_in() -> None:
    text = '{"id": "n1"}\r\n\n{"id": "n2"\n[3]\n{"id": "n3"}\n'

    said, records = told(text, read_ndjson)

    assert said == [
        "n.json:3:11: error[json-cut-short]: the file ends here, in the middle of a value",
        "n.json:4:1: error[json-not-a-need]: a need is expected here, { … }, not [ … ]",
    ]
    assert [record.data["id"] for record in records] == ["n1", "n-3", "n-4", "n3"]
    assert str(records[3].place.value(("id",))) == "n.json:5:8"


def test_lines_without_ids_are_called_by_their_numbers() -> None:
    said, records = told('{"title": "a"}\n\n{"title": "b"}\n', read_ndjson)

    assert said == [
        'n.json:1:1: note[ids-from-rows]: the sheet has no column "id"; each need is called by the file and its row, the first "n-1"'
    ]
    assert [record.data["id"] for record in records] == ["n-1", "n-3"]


def test_no_lines_are_no_needs() -> None:
    assert told("\n", read_ndjson) == (["n.json:1:1: warning[no-needs]: the file has no needs"], ())


def test_an_answer_from_kolada_is_known_and_led_to_where_it_is_read() -> None:
    faults = Faults()

    assert read_json('{"count": 1, "values": [{"kpi": "N1", "period": 2024}]}', "kolada.json", faults) == ()

    assert [describe(one, language) for one in faults.all() for language in ("sv", "en")] == [
        (
            "kolada.json: fel[json-is-indicators]: filen är ett svar från Kolada, och inga behov\n"
            "    varför: ett mätvärde kan tyda på ett behov, men är inget förrän en person har formulerat det\n"
            "    åtgärd: gör kandidater av det: prioritera signals kolada.json"
        ),
        (
            "kolada.json: error[json-is-indicators]: the file is an answer from Kolada, and no needs\n"
            "    why:  a measured value may be a sign of a need, but is none until a person has put it into words\n"
            "    mend: make candidates of it: prioritera signals kolada.json"
        ),
    ]
