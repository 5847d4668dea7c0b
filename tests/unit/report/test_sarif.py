"""The log is held against models made from the official schema of SARIF 2.1.0, which know no key that the standard does not."""

import json
from typing import Any

import pytest
from pydantic import ValidationError
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log

from prioritera.cli.codes import sentence
from prioritera.diagnostics import Diagnostic, Related, Severity, Span
from prioritera.report.sarif import FINGERPRINT, sarif, uri

TWICE = Diagnostic(
    code="duplicate-id",
    span=Span("regler/hemtjänst 1.toml", 5, 6, end=(5, 13)),
    params={"value": "små"},
    related=[Related(span=Span("regler/hemtjänst 1.toml", 2, 6), role="first")],
)


def logged(*found: Diagnostic, language: str = "en", done: bool = True) -> Any:  # noqa: ANN401 -- JSON
    text = sarif(found, language, sentence, done=done)
    Log.model_validate_json(text)
    log = json.loads(text)
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    return log["runs"][0]


def test_a_key_that_the_standard_does_not_know_is_refused_by_the_models() -> None:
    log = json.loads(sarif([TWICE], "en", sentence))
    log["runs"][0]["results"][0]["place"] = "here"

    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        Log.model_validate_json(json.dumps(log))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_nothing_found_is_a_run_without_results(language: str) -> None:
    run = logged(language=language)

    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])
    assert (run["language"], run["columnKind"], run["invocations"]) == (language, "unicodeCodePoints", [{"executionSuccessful": True}])


def test_a_finding_is_a_result_with_its_places() -> None:
    (result,) = logged(TWICE)["results"]

    fingerprint = result.pop("partialFingerprints")
    assert list(fingerprint) == [FINGERPRINT]
    assert result == {
        "ruleId": "duplicate-id",
        "ruleIndex": 0,
        "level": "error",
        "message": {
            "text": '"små" is written twice\nwhy: only one of them could count, and nobody could see which\n'
            "mend: give one of them another id, or take it away"
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "regler/hemtj%C3%A4nst%201.toml"},
                    "region": {"startLine": 5, "startColumn": 6, "endLine": 5, "endColumn": 13},
                }
            }
        ],
        "relatedLocations": [
            {
                "id": 0,
                "physicalLocation": {
                    "artifactLocation": {"uri": "regler/hemtj%C3%A4nst%201.toml"},
                    "region": {"startLine": 2, "startColumn": 6},
                },
                "message": {"text": "first written here"},
            }
        ],
    }


def test_a_rule_is_what_its_code_means_whatever_the_case() -> None:
    (rule,) = logged(TWICE)["tool"]["driver"]["rules"]

    assert rule == {
        "id": "duplicate-id",
        "shortDescription": {"text": '"‹value›" is written twice'},
        "fullDescription": {"text": "only one of them could count, and nobody could see which"},
        "help": {"text": "give one of them another id, or take it away"},
        "defaultConfiguration": {"level": "error"},
    }


def test_a_rule_stands_once_with_its_gravest_weight_and_results_name_it() -> None:
    found = [
        Diagnostic(code="file-empty", severity=Severity.NOTE, span=Span("a")),
        Diagnostic(code="duplicate-id", severity=Severity.NOTE, span=Span("a"), params={"value": "x"}),
        Diagnostic(code="file-empty", severity=Severity.WARNING, span=Span("b")),
    ]

    run = logged(*found)

    rules = run["tool"]["driver"]["rules"]
    assert [(rule["id"], rule["defaultConfiguration"]["level"]) for rule in rules] == [("duplicate-id", "note"), ("file-empty", "warning")]
    assert [(one["ruleIndex"], one["level"]) for one in run["results"]] == [(1, "note"), (0, "note"), (1, "warning")]


def test_a_whole_file_has_no_region_and_no_place_no_location() -> None:
    file, nowhere = logged(Diagnostic(code="file-empty", span=Span("a")), Diagnostic(code="option-date", params={"value": "x"}))["results"]

    assert file["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "a"}}}]
    assert "locations" not in nowhere
    assert "relatedLocations" not in nowhere


def test_braces_are_doubled_as_the_standard_asks_for() -> None:
    (result,) = logged(Diagnostic(code="table-gap", params={"table": "t", "need": "x = { missing = true }"}))["results"]

    assert result["message"]["text"].startswith('table "t" has no rule for x = {{ missing = true }}\n')


def test_a_fingerprint_holds_when_lines_move_and_in_every_language() -> None:
    moved = Diagnostic(code=TWICE.code, span=Span("regler/hemtjänst 1.toml", 50, 7), params=TWICE.params)

    prints = [logged(found, language=language)["results"][0]["partialFingerprints"] for found, language in ((TWICE, "sv"), (moved, "en"))]

    assert prints[0] == prints[1]


def test_findings_that_are_alike_have_fingerprints_that_differ() -> None:
    moved = Diagnostic(code=TWICE.code, span=Span("regler/hemtjänst 1.toml", 50, 7), params=TWICE.params)

    first, second = [one["partialFingerprints"][FINGERPRINT] for one in logged(TWICE, moved)["results"]]

    assert (first[:-2], first[-2:], second[-2:]) == (second[:-2], "/1", "/2")


def test_what_could_not_be_done_is_said() -> None:
    assert logged(done=False)["invocations"] == [{"executionSuccessful": False}]


@pytest.mark.parametrize(
    ("name", "reference"),
    [
        ("a:b.toml", "a%3Ab.toml"),
        ("../x/å.toml", "../x/%C3%A5.toml"),
        ("/regler/100%.toml", "file:///regler/100%25.toml"),
        ("prioritera:networks/x y.toml", "prioritera:networks/x%20y.toml"),
        ("a\udcff.toml", "a%ED%B3%BF.toml"),
    ],
)
def test_the_name_of_a_file_is_a_reference(name: str, reference: str) -> None:
    assert uri(name) == reference


def test_a_cell_of_a_workbook_is_named_and_is_no_line_of_a_text() -> None:
    found = Diagnostic(code="duplicate-id", span=Span("behov.xlsx", 7, 2, sheet="Behov"), params={"value": "n1"})
    (result,) = logged(found)["results"]

    assert result["locations"] == [
        {
            "physicalLocation": {"artifactLocation": {"uri": "behov.xlsx"}},
            "logicalLocations": [{"fullyQualifiedName": "Behov!B7", "kind": "member"}],
        }
    ]
