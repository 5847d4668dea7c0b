import pytest

from prioritera.diagnostics import Diagnostic, Related, Severity, Span, describe
from prioritera.report.findings import findings_text, no_text


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


@pytest.mark.parametrize("length", range(50, 100))
def test_a_place_is_never_broken_however_long_its_file_is_named(length: int) -> None:
    place = Span(f"{'m' * (length - len('.toml'))}.toml", 18, 54)
    found = Diagnostic(code="option-without-value", span=place, params={"option": "--x"}, related=[Related(span=place, role="first")])

    lines = findings_text([found], "sv").splitlines()

    assert [line.lstrip(" ").startswith(f"{place}:") for line in lines].count(True) == 2
    assert [line for line in lines if len(line) > 80 and line.strip() != f"{place}:"] == []


RULES = 'size = "hihg"\nid = "small"\n\n[[rules]]\nid = "small"\n'
TWICE = Diagnostic(
    code="duplicate-id",
    span=Span("å.toml", 5, 6, end=(5, 13)),
    params={"value": "small"},
    related=[Related(span=Span("å.toml", 2, 6, end=(2, 13)), role="first")],
)


def test_each_place_is_shown_with_its_line_before_the_reason_and_the_mend() -> None:
    assert findings_text([TWICE], "en", text_of={"å.toml": RULES}.get) == (
        'å.toml:5:6: error[duplicate-id]: "small" is written twice\n'
        "     |\n"
        '   5 | id = "small"\n'
        "     |      ^^^^^^^\n"
        "    å.toml:2:6: first written here\n"
        "     |\n"
        '   2 | id = "small"\n'
        "     |      ^^^^^^^\n"
        "    why:  only one of them could count, and nobody could see which\n"
        "    mend: give one of them another id, or take it away\n"
    )


def test_a_file_that_cannot_be_read_any_more_leaves_the_finding_as_it_is_described() -> None:
    assert findings_text([TWICE], "sv", text_of=no_text) == f"{describe(TWICE, 'sv')}\n"


def test_a_line_that_is_no_longer_there_is_left_out() -> None:
    assert findings_text([TWICE], "sv", text_of={"å.toml": ""}.get) == f"{describe(TWICE, 'sv')}\n"


def test_a_whole_file_has_no_line_to_show() -> None:
    found = Diagnostic(code="file-empty", span=Span("a.toml"))

    assert findings_text([found], "sv", text_of={"a.toml": "x"}.get) == f"{describe(found, 'sv')}\n"


def test_of_many_other_places_the_first_four_are_shown_with_their_lines() -> None:
    many = Diagnostic(code="option-without-value", params={"option": "--x"}, related=[Related(span=Span("a", 1, 1), role="first")] * 6)

    text = findings_text([many], "sv", text_of={"a": "x"}.get)

    assert (text.count("skrevs först här"), text.count("   1 | x")) == (6, 4)


def test_a_terminal_gets_weight_and_marks_in_colour_and_the_margin_faint() -> None:
    found = Diagnostic(
        code="table-waits", severity=Severity.WARNING, span=Span("a.toml", 4, 1, end=(4, 10)), params={"table": "warning[table-waits]"}
    )

    assert findings_text([found], "en", text_of={"a.toml": RULES}.get, colour=True).splitlines()[:6] == [
        'a.toml:4:1: \x1b[1;33mwarning[table-waits]\x1b[0m: table "warning[table-waits]" is not proved',
        "    until the faults are mended",
        "\x1b[2m     |\x1b[0m",
        "\x1b[2m   4 |\x1b[0m [[rules]]",
        "\x1b[2m     |\x1b[0m \x1b[1;33m^^^^^^^^^\x1b[0m",
        '\x1b[2m   5 |\x1b[0m id = "small"',
    ]


def test_marks_in_the_line_itself_are_left_as_they_are() -> None:
    found = Diagnostic(code="option-without-value", span=Span("a", 1, 3), params={"option": "--x"})

    lines = findings_text([found], "sv", text_of={"a": "^^^^"}.get, colour=True).splitlines()

    assert lines[2:4] == ["\x1b[2m   1 |\x1b[0m ^^^^", "\x1b[2m     |\x1b[0m   \x1b[1;31m^\x1b[0m"]
