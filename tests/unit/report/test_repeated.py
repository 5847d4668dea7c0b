"""Of the same finding many times over, the first are told and the rest counted."""

from prioritera.diagnostics import Diagnostic, Severity, Span
from prioritera.report.findings import findings_text
from prioritera.report.repeated import MOST, few


def test_codes_and_files_are_counted_apart() -> None:
    found = [
        Diagnostic(code=code, span=span) for code in ("file-empty", "no-needs") for span in (Span("a"), Span("b"), None) for _ in range(3)
    ]

    told = few(found, most=2)

    assert [(one.params["code"], one.params["count"], one.span) for one in told if one.code == "more-of-the-same"] == [
        (code, 1, span) for code in ("file-empty", "no-needs") for span in (Span("a"), Span("b"), None)
    ]
    assert len(told) == 18


def test_the_rest_weigh_as_much_as_what_they_are() -> None:
    found = [Diagnostic(code="no-needs", severity=Severity.WARNING, span=Span("a", number, 1)) for number in range(MOST + 7)]

    text = findings_text(found, "sv")

    assert text.count("[no-needs]") == MOST
    assert "\n".join(text.splitlines()[-3:]) == (
        "a: varning[more-of-the-same]: 7 till av samma slag: no-needs\n"
        "    varför: när samma fel finns så många gånger är det oftast ett enda att rätta\n"
        "    åtgärd: rätta de första; alla står i resultatet som JSON (--format json)"
    )
