from prioritera.diagnostics import Diagnostic, Related, Span, describe
from prioritera.report.findings import findings_text


def test_a_short_finding_is_told_as_it_is_described() -> None:
    found = Diagnostic(code="option-without-value", span=Span("a.toml", 1, 2), params={"option": "--x"})

    assert findings_text([found], "sv") == f"{describe(found, 'sv')}\n"


def test_nothing_found_is_nothing_told() -> None:
    assert findings_text([], "sv") == ""


def test_long_lines_are_broken_and_set_in() -> None:
    found = Diagnostic(code="unknown-command", params={"value": "x", "known": ("run", "check", "explain", "rule"), "close": ""})

    assert findings_text([found], "en", columns=60) == (
        "error[unknown-command]: there is no command “x”\n"
        "    why:  it cannot be known what is to be done\n"
        "    mend: the commands are run, check, explain or rule; a\n"
        "        round is ranked by prioritera and the name of its\n"
        "        folder\n"
    )


def test_findings_stand_apart() -> None:
    found = Diagnostic(code="option-without-value", params={"option": "--x"})

    assert findings_text([found, found], "sv").count("\n\nfel[") == 1


def test_what_people_wrote_is_never_obeyed_nor_breaks_a_line() -> None:
    found = Diagnostic(
        code="unknown-option",
        span=Span("a\n\x1b[2J.toml", 1, 1),
        params={"value": "x\ny\x1b[31m", "command": "c", "known": ("p\x07",), "close": ""},
        related=[Related(span=Span("b\x07.toml"), role="first")],
    )

    assert findings_text([found], "en").splitlines()[:3] == [
        "a �[2J.toml:1:1: error[unknown-option]: there is no option x y�[31m for c",
        "    b�.toml: first written here",
        "    why:  an option that is skipped in silence gives another answer than was",
    ]


def test_a_number_is_told_as_it_is() -> None:
    found = Diagnostic(code="out-not-folder", params={"name": 7})

    assert findings_text([found], "sv").startswith("fel[out-not-folder]: ”7” är ingen mapp\n")


def test_the_name_of_a_file_that_is_too_long_stands_alone_and_whole() -> None:
    long = f"{'mapp/' * 20}behov.toml"
    found = Diagnostic(code="option-without-value", span=Span(long, 12, 3), params={"option": "--x"})

    assert findings_text([found], "sv").splitlines()[:2] == [
        f"{long}:12:3:",
        "    fel[option-without-value]: valet --x tar inget värde",
    ]
