from pathlib import Path

from prioritera.cli.done import code_for, root_of, rooted
from prioritera.diagnostics import Diagnostic, Related, Severity, Span


def test_a_note_alone_is_no_finding_to_mend() -> None:
    assert code_for([Diagnostic(code="a", severity=Severity.NOTE)]) == 0
    assert code_for([Diagnostic(code="a", severity=Severity.NOTE), Diagnostic(code="b", severity=Severity.WARNING)]) == 1


def test_the_root_is_the_folder_that_holds_the_files(tmp_path: Path) -> None:
    file = tmp_path / "behov.csv"
    file.write_text("id")

    assert root_of(tmp_path) == root_of(file) == tmp_path.as_posix()
    assert root_of(Path("behov.csv")) == ""


def test_file_names_lead_from_where_the_command_was_given() -> None:
    found = Diagnostic(code="a", span=Span("../rules/x.toml", 1, 2), related=[Related(span=Span("y.toml"), role="first")])

    (moved,) = rooted([found], "examples/runda")

    assert moved.span == Span("examples/rules/x.toml", 1, 2)
    assert moved.related[0].span == Span("examples/runda/y.toml")


def test_what_has_no_file_and_what_is_shipped_stays_as_it_is() -> None:
    found = [Diagnostic(code="a"), Diagnostic(code="b", span=Span("prioritera:sbu-four.toml")), Diagnostic(code="c", span=Span("<text>"))]

    assert rooted(found, "examples") == tuple(found)
    assert rooted([Diagnostic(code="d", span=Span("x.toml"))], "")[0].span == Span("x.toml")
