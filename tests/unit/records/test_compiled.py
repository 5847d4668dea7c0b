"""What a need brings with it from its compilation."""

from prioritera.diagnostics import Faults, describe
from prioritera.model.agreement import Comment, Tally
from prioritera.model.need import Wording
from prioritera.reading.cursor import Cursor
from prioritera.reading.place import NoFile
from prioritera.records.compiled import Brought, read_compiled


def brought(compiled: object) -> tuple[Brought, list[str]]:
    """What is read of a need's `compiled`, and what is wrong with it."""
    faults = Faults()
    found = read_compiled(Cursor({"compiled": compiled}, (), NoFile("n"), faults))
    return found, [describe(one, "en").partition("\n")[0] for one in faults.all()]


def test_wordings_merged_records_and_checks_come_with_it() -> None:
    check = {"need": "n", "through": ["rss-a"], "asked": 3, "agrees": 1, "comments": [{"actor": "ale", "answer": "agrees", "text": "Ja"}]}
    told = {"organisations": {"low": 1}, "structures": [], "support": [], "conflicts": []}

    found, said = brought({"merged": ["m"], "wordings": [{"need": "n", "text": "Hjälp", "source": "s"}], "checks": [check], **told})

    assert said == []
    assert found.wordings == (Wording(need="n", text="Hjälp", source="s"),)
    assert found.merged == ("m",)
    assert found.tallies == (
        Tally(need="n", through=["rss-a"], asked=3, agrees=1, comments=[Comment(actor="ale", answer="agrees", text="Ja")]),
    )


def test_a_need_of_no_compilation_brings_nothing() -> None:
    assert read_compiled(Cursor({}, (), NoFile("n"), Faults())) == Brought()


def test_counts_that_do_not_add_up_are_told_and_left_out() -> None:
    found, said = brought({"checks": [{"need": "n", "asked": 1, "agrees": 1, "partly": 1}, {"need": "n", "asked": -1}]})

    assert found.tallies == ()
    assert said == [
        'n compiled.checks.0.asked: error[more-answers-than-asked]: need "n": 2 answered, of 1 asked',
        'n compiled.checks.1.asked: error[number-too-small]: "asked" is -1; at least 0 is expected',
    ]
