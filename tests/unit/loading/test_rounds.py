"""Rounds from their folders: everything round.toml may say, its files, and all that is said of what is wrong."""

import hashlib
from datetime import date
from pathlib import Path

from prioritera.diagnostics import Diagnostic, Span
from prioritera.loading.load import load_round, read_round
from prioritera.model.round import Answer, CommitteeDecision, Cut, InputFile, LeftOut, Response, SameAs
from prioritera.model.text import Label
from small_rules import NEEDS, ROUND, changed, told, write_round
from wrong_cases import Case, assert_told, cases

WHOLE = """\
[round]
id = "second"
label = "Round two"
about = { sv = "om", en = "about" }
illustrative = { sv = "påhittat", en = "made up" }
period = "2018"
areas = ["elderly"]
holder = "north"
decided_on = 2018-05-01
look_again = 2019-05-01
catalogue = "catalogue.toml"
needs = ["needs.toml", "more/sheet.csv"]
answers = "answers.toml"
previous_round = "../before"

[[responses]]
actor = "t2"
state = "no-answer"
by = "RSS"

[[same_as]]
keep = " n1 "
merged = ["n2", "n3"]
by = "RSS"

[[left_out]]
area = "elderly"
criterion = "impact"
decided_by = "RSS"
on = 2018-04-01
because = "too little is known"

[[cuts]]
k = 10
area = "elderly"
destination = "agency"

[[committee]]
need = "n1"
committee = "au"
decision = "taken-up"
on = 2018-04-02
because = "so"
source = "p. 1"
"""

ANSWERS = """\
[[answers]]
need = "n1"
question = "What exists?"
who = "agency"
on = 2018-06-01
text = "A guide."
link = "l"
source = "p. 2"
"""


def write_whole(folder: Path) -> Path:
    write_round(folder / "before")
    second = write_round(folder / "second", round=WHOLE, answers=ANSWERS)
    (second / "more").mkdir()
    (second / "more" / "sheet.csv").write_text("id;title\nn2;x\n", encoding="utf-8")
    return second


@cases("round")
def test_what_is_wrong_is_said_with_place_reason_and_remedy(case: Case, tmp_path: Path) -> None:
    def found() -> tuple[Diagnostic, ...]:
        return read_round(write_round(tmp_path / "rounds" / "one", round=case.of(ROUND)))[1]

    assert_told(case, found)


def test_a_round_is_read_with_everything_it_may_say(tmp_path: Path) -> None:
    round_ = load_round(write_whole(tmp_path))

    assert (round_.id, round_.label, round_.about) == ("second", Label(sv="Round two", en="Round two"), Label(sv="om", en="about"))
    assert round_.illustrative == Label(sv="påhittat", en="made up")
    assert (round_.period, round_.areas, round_.holder) == ("2018", ("elderly",), "north")
    assert (round_.decided_on, round_.look_again) == (date(2018, 5, 1), date(2019, 5, 1))
    assert (round_.rules_names[0], round_.network_name, round_.previous_round) == (
        "prioritera:sbu-four",
        "prioritera:sweden",
        "../before",
    )
    assert list(round_.catalogue.entries) == ["guide"]
    assert [record.data["id"] for record in round_.records] == ["n1", "n2"]
    assert [record.text for record in round_.records] == [False, True]
    assert round_.answers == (
        Answer(need="n1", question="What exists?", who="agency", on=date(2018, 6, 1), text="A guide.", link="l", source="p. 2"),
    )
    assert round_.responses == (Response(actor="t2", state="no-answer", by="RSS"),)
    assert round_.same_as == (SameAs(keep="n1", merged=["n2", "n3"], by="RSS"),)
    assert round_.left_out == (
        LeftOut(area="elderly", criterion="impact", decided_by="RSS", on=date(2018, 4, 1), because="too little is known"),
    )
    assert round_.cuts == (Cut(k=10, area="elderly", destination="agency"),)
    assert round_.committee == (
        CommitteeDecision(need="n1", committee="au", decision="taken-up", on=date(2018, 4, 2), because="so", source="p. 1"),
    )
    assert (round_.span, round_.faults) == (Span("round.toml", 1, 1), ())


def test_what_people_decided_keeps_its_place(tmp_path: Path) -> None:
    round_ = load_round(write_whole(tmp_path))

    assert [str(one.span) for one in round_.answers] == ["answers.toml:1:1"]
    assert [str(one.span) for one in round_.responses] == ["round.toml:16:1"]
    assert [str(one.span) for one in round_.same_as] == ["round.toml:21:1"]
    assert [str(one.span) for one in round_.left_out] == ["round.toml:26:1"]
    assert [str(one.span) for one in round_.cuts] == ["round.toml:33:1"]
    assert [str(one.span) for one in round_.committee] == ["round.toml:38:1"]


def test_every_file_of_the_round_is_remembered_with_its_hash(tmp_path: Path) -> None:
    second = write_whole(tmp_path)

    files = load_round(second).files

    assert [file.name for file in files] == ["round.toml", "needs.toml", "more/sheet.csv", "catalogue.toml", "answers.toml"]
    assert files[1] == InputFile(name="needs.toml", sha256=hashlib.sha256(NEEDS.encode()).hexdigest())


def test_a_fault_in_one_needs_file_does_not_stop_the_others(tmp_path: Path) -> None:
    folder = write_round(tmp_path / "one", round=changed(ROUND, '["needs.toml"]', '["broken.toml", "needs.toml"]'), broken="[[needs")

    round_ = load_round(folder)

    assert [record.data["id"] for record in round_.records] == ["n1"]
    assert told(round_.faults) == (
        "broken.toml:1:8: error[toml-header-not-closed]: a heading is not closed: [[needs\n"
        "    why:  nobody can tell which table the keys under it belong to\n"
        "    mend: write [name] for a table, [[name]] for one of several"
    )


def test_a_round_without_needs_is_told_and_goes_on(tmp_path: Path) -> None:
    round_ = load_round(write_round(tmp_path / "one", needs="needs = []\n"))

    assert round_.records == ()
    assert told(round_.faults, "sv") == (
        "needs.toml:1:1: varning[no-needs]: filen har inga behov\n"
        "    varför: en lista utan behov förväxlas lätt med en där allt är bra\n"
        "    åtgärd: skriv in behoven, eller ta bort raden som nämner filen"
    )


def test_needs_that_are_no_tables_are_told(tmp_path: Path) -> None:
    listed = load_round(write_round(tmp_path / "one", needs='needs = [{ id = "n1" }, 3]\n'))
    single = load_round(write_round(tmp_path / "two", needs="needs = 3\n"))

    assert [record.data["id"] for record in listed.records] == ["n1"]
    assert told(listed.faults).splitlines()[0] == 'needs.toml:1:25: error[not-a-table]: "needs" is 3; a table is expected'
    assert told(single.faults).splitlines()[0] == 'needs.toml:1:9: error[not-a-tables]: "needs" is 3; a list of tables is expected'


def test_a_fault_in_the_answers_or_the_catalogue_is_the_rounds_own(tmp_path: Path) -> None:
    second = write_whole(tmp_path)
    (second / "answers.toml").write_text("[[answers]]\nneed = 'n1'\nwho = 'x'\ntext = 'y'\n", encoding="utf-8")
    (second / "catalogue.toml").write_text("[catalogue]\nid = 'X'\n", encoding="utf-8")

    round_, found = read_round(second)

    assert round_ is None
    assert [diagnostic.code for diagnostic in found] == ["missing-key", "bad-id"]


def test_a_round_that_is_no_table_is_told(tmp_path: Path) -> None:
    round_, found = read_round(write_round(tmp_path / "one", round="round = 3\n"))

    assert round_ is None
    assert told(found).splitlines()[0] == 'round.toml:1:9: error[not-a-table]: "round" is 3; a table is expected'


def test_the_round_before_must_be_a_round(tmp_path: Path) -> None:
    second = write_whole(tmp_path)
    (tmp_path / "before" / "round.toml").write_text("[network]\nid = 'x'\n", encoding="utf-8")

    _, found = read_round(second)

    assert told(found, "sv") == (
        "round.toml:14:18: fel[previous-not-a-round]: ”../before” är ingen omgång\n"
        "    varför: besked och datum att titta igen hämtas från omgången före, och den har ingen round.toml med [round]\n"
        "    åtgärd: skriv namnet på mappen för omgången före"
    )


def test_what_is_wrong_with_needs_files_is_told_together_with_what_is_wrong_with_the_round(tmp_path: Path) -> None:
    text = changed(ROUND, 'needs = ["needs.toml"]', 'needs = ["needs.toml", "nope.csv"]\nperiod = 2018')

    round_, found = read_round(write_round(tmp_path / "rounds" / "one", round=text))

    assert round_ is None
    assert [one.code for one in found] == ["file-missing", "not-a-text"]
