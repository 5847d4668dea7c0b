import json
from importlib.resources import files
from pathlib import Path

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it comes without types

from prioritera.diagnostics import Faults
from prioritera.loading.files import Files
from prioritera.loading.signal_files import read_signals
from prioritera.report.signals import signals_document, signals_json
from prioritera.report.text import to_text
from prioritera.signals.gathered import Signals

EXAMPLES = Path(__file__).parents[3] / "examples" / "signals"
NAMES = ("indikatorer.csv", "kompetens.csv", "avvikelser.csv", "regler.toml")


def gathered() -> Signals:
    faults = Faults()
    found = read_signals([(Files(EXAMPLES), name) for name in NAMES], faults)
    assert faults.all() == ()
    return found


def test_candidates_come_first_and_then_what_they_rest_on() -> None:
    assert to_text(signals_document(gathered(), "sv")) == (Path(__file__).parent / "signals.txt").read_text(encoding="utf-8")


def test_no_candidate_is_said() -> None:
    assert to_text(signals_document(Signals(), "en")) == "Candidates for needs\n====================\n\nNo signal gave a candidate.\n"


def test_the_json_fits_its_schema() -> None:
    schema = json.loads(files("prioritera.report").joinpath("signals.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)

    record = json.loads(signals_json(gathered()))

    assert list(Draft202012Validator(schema).iter_errors(record)) == []
    assert record["indicators"][0]["median"] == {"num": 13, "den": 1}
    assert [(one["year"], one["shown"]["kind"]) for one in record["deviations"]] == [(2025, "few"), (2024, "count"), (2025, "count")]
    assert record["gaps"][2]["actual"] is None
