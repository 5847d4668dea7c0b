import pickle

import pytest

from prioritera.diagnostics import (
    Diagnostic,
    Faults,
    PrioriteraError,
    Related,
    Severity,
    Span,
    by_place,
    describe,
    mend,
    what,
)

UNKNOWN = {"value": "Orebro", "known": ("orebro", "gavle"), "close": "orebro"}


def test_a_place_is_shown_with_line_and_column_where_there_is_a_line() -> None:
    assert str(Span("rules.toml", 14, 1)) == "rules.toml:14:1"
    assert str(Span("rules.toml")) == "rules.toml"


def test_a_diagnostic_says_where_what_why_and_how_to_mend() -> None:
    found = Diagnostic(code="round-area-unknown", span=Span("round.toml", 3, 9), params={**UNKNOWN, "close": ""})

    assert describe(found, "en") == (
        'round.toml:3:9: error[round-area-unknown]: the rule set has no area "Orebro"\n'
        "    why:  what is said of it would have no effect, unseen\n"
        "    mend: write orebro or gavle"
    )


def test_a_diagnostic_is_said_in_swedish_too() -> None:
    found = Diagnostic(code="round-area-unknown", span=Span("round.toml", 3, 9), params={**UNKNOWN, "close": ""})

    assert describe(found, "sv") == (
        "round.toml:3:9: fel[round-area-unknown]: prioriteringsmodellen har inget område ”Orebro”\n"
        "    varför: det som sägs om det skulle bli utan verkan, utan att någon såg det\n"
        "    åtgärd: skriv orebro eller gavle"
    )


def test_the_nearest_right_answer_takes_the_place_of_the_list() -> None:
    close = Diagnostic(code="round-area-unknown", params=UNKNOWN)
    none = Diagnostic(code="round-area-unknown", params={**UNKNOWN, "close": ""})

    assert mend(close, "en") == 'did you mean "orebro"?'
    assert mend(none, "en") == "write orebro or gavle"


def test_a_code_without_a_sentence_for_the_nearest_answer_keeps_its_own() -> None:
    found = Diagnostic(code="same-as-circle", params={"need": "n1", "close": "n2"})

    assert mend(found, "en") == "name one of them as the need to keep, and let it be the same as no other"


def test_a_diagnostic_without_a_place_begins_with_its_weight() -> None:
    found = Diagnostic(code="same-as-circle", severity=Severity.WARNING, params={"need": "n1"})

    assert describe(found, "en").startswith('warning[same-as-circle]: need "n1" is the same as one that is the same as it\n')


def test_other_places_are_named_under_the_first() -> None:
    found = Diagnostic(
        code="same-as-circle",
        severity=Severity.NOTE,
        span=Span("a.toml", 2, 1),
        params={"need": "n1"},
        related=[Related(span=Span("a.toml", 1, 1), role="first")],
    )

    assert describe(found, "en").splitlines()[:2] == [
        'a.toml:2:1: note[same-as-circle]: need "n1" is the same as one that is the same as it',
        "    a.toml:1:1: first written here",
    ]


@pytest.mark.parametrize(
    ("file", "shown"),
    [("needs.toml", "rounds/2018/needs.toml:1:2: "), ("prioritera:sbu-four", "prioritera:sbu-four:1:2: "), ("<text>", "<text>:1:2: ")],
)
def test_a_folder_is_put_before_files_but_not_before_what_is_no_file(file: str, shown: str) -> None:
    found = Diagnostic(
        code="same-as-circle", span=Span(file, 1, 2), params={"need": "n1"}, related=[Related(span=Span(file, 1, 2), role="first")]
    )

    first, second, *_ = describe(found, "en", "rounds/2018").splitlines()

    assert first.startswith(f"{shown}error[")
    assert second == f"    {shown}first written here"


def test_a_parameter_may_have_any_name() -> None:
    found = Diagnostic(code="same-as-circle", params={"need": "n1", "key": "k", "language": "l"})

    assert what(found, "en") == 'need "n1" is the same as one that is the same as it'


def test_what_a_file_holds_is_shown_on_one_line_and_not_endlessly() -> None:
    odd = Diagnostic(code="round-area-unknown", params={"value": "a\nb\x1b[31m", "known": ("c\td", "e" * 400), "close": ""})

    assert what(odd, "en") == 'the rule set has no area "a\\nb\\x1b[31m"'
    assert mend(odd, "en") == f"write c\\td or {'e' * 299}…"


def test_faults_are_gathered_counted_and_sorted_by_place() -> None:
    faults = Faults()

    faults.add("late", Span("b.toml", 1, 1), value="x")
    faults.warn("early", Span("a.toml", 9, 1), related=(Related(span=Span("c"), role="first"),))
    faults.add("nowhere")

    assert [found.code for found in faults.all()] == ["nowhere", "early", "late"]
    assert [found.severity for found in faults.all()] == [Severity.ERROR, Severity.WARNING, Severity.ERROR]
    assert faults.all()[2].params == {"value": "x"}
    assert faults.all()[1].related == (Related(span=Span("c"), role="first"),)
    assert faults.count == 2


def test_related_places_of_an_error_are_kept() -> None:
    faults = Faults()

    faults.add("twice", Span("a"), related=(Related(span=Span("c"), role="first"),))

    assert faults.all()[0].related == (Related(span=Span("c"), role="first"),)


def test_an_error_stops_and_carries_what_was_found_with_it() -> None:
    faults = Faults()
    faults.warn("same-as-circle", need="n2")
    faults.add("same-as-circle", need="n1")

    with pytest.raises(PrioriteraError) as stopped:
        faults.stop()

    assert [found.severity for found in stopped.value.diagnostics] == [Severity.ERROR, Severity.WARNING]
    assert str(stopped.value) == "\n".join(describe(found, "en") for found in stopped.value.diagnostics)


def test_warnings_and_notes_stop_nothing() -> None:
    faults = Faults()
    faults.warn("same-as-circle", need="n1")
    faults.extend([Diagnostic(code="x", severity=Severity.NOTE)])

    faults.stop()

    assert faults.count == 0
    assert len(faults.all()) == 2


def test_findings_are_sorted_by_file_line_column_code_and_content_and_none_is_said_twice() -> None:
    made = [
        Diagnostic(code="b", span=Span("a", 2, 1)),
        Diagnostic(code="a", span=Span("a", 2, 1), params={"value": "2"}),
        Diagnostic(code="a", span=Span("a", 2, 1), params={"value": "1"}),
        Diagnostic(code="a", span=Span("a", 1, 5)),
        Diagnostic(code="a", span=Span("a", 1, 5)),
        Diagnostic(code="z"),
    ]

    assert by_place(made) == (made[5], made[3], made[2], made[1], made[0])
    assert by_place(reversed(made)) == by_place(made)


def test_the_error_can_be_pickled() -> None:
    error = PrioriteraError([Diagnostic(code="same-as-circle", span=Span("a", 1, 1), params={"need": "n1"})])

    again = pickle.loads(pickle.dumps(error))  # noqa: S301 -- our own bytes

    assert again.diagnostics == error.diagnostics
