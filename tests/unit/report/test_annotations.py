from prioritera.diagnostics import Diagnostic, Related, Severity, Span
from prioritera.report.annotations import annotations


def lines(*found: Diagnostic, language: str = "en") -> list[str]:
    return annotations(found, language, paths=2).splitlines()


def test_a_finding_is_one_command_with_its_place_and_its_code() -> None:
    params = {"key": "at", "value": "1", "step": "2", "below": "0", "above": "2"}
    found = Diagnostic(code="off-step", span=Span("å b.toml", 3, 5, end=(3, 7)), params=params)

    assert lines(found) == [
        (
            '::error file=å b.toml,line=3,col=5,endLine=3,endColumn=7,title=off-step::"at" is 1, which lies between two steps of 2'
            "%0Awhy: values are counted in whole steps, so that equal ones are equal%0Amend: write 0 or 2, or give the scale a smaller step"
        ),
        "prioritera check: paths 2, errors 1, warnings 0, notes 0",
    ]


def test_what_commands_give_a_meaning_is_written_so_that_it_has_none() -> None:
    found = Diagnostic(code="duplicate-id", span=Span("a,b:50%\n.toml", 1, 2), params={"value": "100%\r\n::error::x"})

    assert lines(found)[0].startswith(
        '::error file=a%2Cb%3A50%25%0A.toml,line=1,col=2,title=duplicate-id::"100%25\\r\\n::error::x" is written twice%0Awhy: '
    )


def test_weights_have_their_own_commands_and_counts() -> None:
    found = [Diagnostic(code="file-empty", severity=severity, span=Span("a")) for severity in (Severity.NOTE, Severity.WARNING)]

    told = lines(*found, language="sv")

    assert [line.partition(" ")[0] for line in told] == ["::notice", "::warning", "prioritera"]
    assert told[-1] == "prioritera check: sökvägar 2, fel 0, varningar 1, upplysningar 1"


def test_a_place_that_is_no_file_of_the_readers_is_told_in_the_message() -> None:
    found = Diagnostic(code="file-empty", span=Span("prioritera:x.toml", 2, 1))

    assert lines(found)[0].startswith("::error title=file-empty::prioritera:x.toml:2:1: ")


def test_a_finding_without_a_place_has_none() -> None:
    assert lines(Diagnostic(code="option-date", params={"value": "x"}))[0].startswith("::error title=option-date::“x” is no date%0A")


def test_other_places_come_last() -> None:
    found = Diagnostic(
        code="duplicate-id", span=Span("a", 2, 1), params={"value": "x"}, related=[Related(span=Span("b", 1, 1), role="first")]
    )

    assert lines(found)[0].endswith("%0Ab:1:1: first written here")


def test_nothing_found_is_summed_up_too() -> None:
    assert lines() == ["prioritera check: paths 2, errors 0, warnings 0, notes 0"]


def test_a_cell_of_a_workbook_is_told_in_the_message_for_it_has_no_line() -> None:
    found = Diagnostic(code="duplicate-id", span=Span("behov.xlsx", 7, 2, sheet="Behov"), params={"value": "n1"})

    assert lines(found)[0].startswith('::error file=behov.xlsx,title=duplicate-id::behov.xlsx:Behov!B7: "n1" is written twice%0Awhy: ')
