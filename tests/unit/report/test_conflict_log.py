"""The conflict log, in words, as a sheet and as data."""

import attrs

from pilot import judged
from prioritera.model.conflict import Conflict, Saying
from prioritera.model.value import Assessment, Exact
from prioritera.report.conflict_log import conflict_page, conflict_record, conflict_rows
from prioritera.report.records import Voices
from prioritera.report.voice import Voice

NEED = "rss-gr:digitala-stod"
SAID = [
    Conflict(
        need=NEED, about="area", sayings=[Saying(record="a", structures=("rss-gr",), value="disability"), Saying(record="b", value="x")]
    ),
    Conflict(need=NEED, about="impact", sayings=[Saying(record="a", value=Assessment(value=Exact(2), source="Enkät"))]),
]


def test_areas_and_assessments_are_told_in_words_and_an_unknown_structure_as_such() -> None:
    result, model = judged("national")
    voice = Voice("sv", model.rules, model.network)
    told = attrs.evolve(result, conflicts=SAID)

    assert conflict_rows(voice, told, NEED) == (
        ("Om område", "RSS Göteborgsregionen (GR): funktionshinder (a); okänd RSS: x (b)"),
        ("Om Betydelse för den enskilde", "okänd RSS: måttlig (a)"),
    )
    assert conflict_rows(voice, told, "other") == ()
    assert [row[2:] for row in conflict_page(voice, told).rows][-1] == (
        "Betydelse för den enskilde",
        "okänd RSS",
        "a",
        "måttlig",
        "Enkät",
        "",
    )


def test_a_conflict_is_data_in_both_languages() -> None:
    result, model = judged("national")

    record = conflict_record(Voices(model.rules, model.network), result.conflicts[0])

    assert (record["need"], record["about"]["id"], record["between_structures"]) == (NEED, "causes", True)
    assert [(one["record"], one["words"]["en"]) for one in record["sayings"]] == [
        ("rss-gr:digitala-stod", "knowledge support is missing"),
        ("rss-fyrbodal:digitalt-stod", "staff lack competence"),
    ]
