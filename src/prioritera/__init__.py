"""Prioritisation as code: rules that can be read, proved and replayed.

The public names, each loaded when it is first asked for, so that importing the package costs nothing:

>>> from prioritera import load_model, prioritise
>>> round_, model = load_model("examples/nsks-2018")
>>> prioritise(round_, model).decision("orebro-kognitiv-svikt").outcome
'new-research'
"""

import sys
from importlib import import_module
from types import ModuleType

from prioritera.version import __version__

# Read by type checkers as true, as the one in `typing` is, which takes longer to import than all of this.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from prioritera.diagnostics import Diagnostic, PrioriteraError, Related, Severity, Span, describe
    from prioritera.loading.load import load_catalogue, load_model_of, load_network, load_round, load_rules, loads_rules
    from prioritera.loading.shipped import shipped
    from prioritera.model.catalogue import Catalogue, Support
    from prioritera.model.criterion import Criterion
    from prioritera.model.explanation import Comparison, Explanation
    from prioritera.model.field import Field
    from prioritera.model.need import Need, Origin
    from prioritera.model.network import Actor, Channel, Network
    from prioritera.model.result import Decision, RankedList, Result
    from prioritera.model.round import Record, Round
    from prioritera.model.rules_diff import RulesDiff
    from prioritera.model.ruleset import Model, RuleSet, VerifiedRuleSet
    from prioritera.model.run import RunsDiff
    from prioritera.model.table import Rule, Table
    from prioritera.model.text import Label
    from prioritera.model.trace import Trace
    from prioritera.model.value import Exact, Interval, Missing, Panel, Reason
    from prioritera.pipeline import load_model, prioritise
    from prioritera.questions import compare, compare_methods, coverage, diff_results, explain, robustness, supply
    from prioritera.report.compare import compare_document
    from prioritera.report.compose import compose
    from prioritera.report.diff_json import rules_diff_json, runs_diff_json
    from prioritera.report.explain import explain_document
    from prioritera.report.json import comparison_json, diagnostics_json, explanation_json, result_json
    from prioritera.report.rules_diff import rules_diff_document
    from prioritera.report.runs_diff import runs_diff_document
    from prioritera.report.supply import supply_document
    from prioritera.report.supply_json import supply_json
    from prioritera.report.text import to_text
    from prioritera.sources.frames import records_of
    from prioritera.verify.diff import diff_rules
    from prioritera.verify.network import bind, check_network, check_network_alone
    from prioritera.verify.verify import check_rules, verify

# Where each public name stands.
_HOMES = {
    "diagnostics": ("Diagnostic", "PrioriteraError", "Related", "Severity", "Span", "describe"),
    "loading.load": ("load_catalogue", "load_model_of", "load_network", "load_round", "load_rules", "loads_rules"),
    "loading.shipped": ("shipped",),
    "model.catalogue": ("Catalogue", "Support"),
    "model.criterion": ("Criterion",),
    "model.explanation": ("Comparison", "Explanation"),
    "model.field": ("Field",),
    "model.need": ("Need", "Origin"),
    "model.network": ("Actor", "Channel", "Network"),
    "model.result": ("Decision", "RankedList", "Result"),
    "model.round": ("Record", "Round"),
    "model.rules_diff": ("RulesDiff",),
    "model.run": ("RunsDiff",),
    "model.ruleset": ("Model", "RuleSet", "VerifiedRuleSet"),
    "model.table": ("Rule", "Table"),
    "model.text": ("Label",),
    "model.trace": ("Trace",),
    "model.value": ("Exact", "Interval", "Missing", "Panel", "Reason"),
    "pipeline": ("load_model", "prioritise"),
    "questions": ("compare", "compare_methods", "coverage", "diff_results", "explain", "robustness", "supply"),
    "report.compare": ("compare_document",),
    "report.compose": ("compose",),
    "report.diff_json": ("rules_diff_json", "runs_diff_json"),
    "report.explain": ("explain_document",),
    "report.json": ("comparison_json", "diagnostics_json", "explanation_json", "result_json"),
    "report.rules_diff": ("rules_diff_document",),
    "report.runs_diff": ("runs_diff_document",),
    "report.supply": ("supply_document",),
    "report.supply_json": ("supply_json",),
    "report.text": ("to_text",),
    "sources.frames": ("records_of",),
    "verify.diff": ("diff_rules",),
    "verify.network": ("bind", "check_network", "check_network_alone"),
    "verify.verify": ("check_rules", "verify"),
}
_HOME = {name: f"{__name__}.{home}" for home, names in _HOMES.items() for name in names}

__all__ = [
    "Actor",
    "Catalogue",
    "Channel",
    "Comparison",
    "Criterion",
    "Decision",
    "Diagnostic",
    "Exact",
    "Explanation",
    "Field",
    "Interval",
    "Label",
    "Missing",
    "Model",
    "Need",
    "Network",
    "Origin",
    "Panel",
    "PrioriteraError",
    "RankedList",
    "Reason",
    "Record",
    "Related",
    "Result",
    "Round",
    "Rule",
    "RuleSet",
    "RulesDiff",
    "RunsDiff",
    "Severity",
    "Span",
    "Support",
    "Table",
    "Trace",
    "VerifiedRuleSet",
    "__version__",
    "bind",
    "check_network",
    "check_network_alone",
    "check_rules",
    "compare",
    "compare_document",
    "compare_methods",
    "comparison_json",
    "compose",
    "coverage",
    "describe",
    "diagnostics_json",
    "diff_results",
    "diff_rules",
    "explain",
    "explain_document",
    "explanation_json",
    "load_catalogue",
    "load_model",
    "load_model_of",
    "load_network",
    "load_round",
    "load_rules",
    "loads_rules",
    "prioritise",
    "records_of",
    "result_json",
    "robustness",
    "rules_diff_document",
    "rules_diff_json",
    "runs_diff_document",
    "runs_diff_json",
    "shipped",
    "supply",
    "supply_document",
    "supply_json",
    "to_text",
    "verify",
]


def __getattr__(name: str) -> object:
    """Load a public name when it is first asked for."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_HOME[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """The public names, loaded or not."""
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """The package as a module on which `verify` is the function, though a folder of the package has the same name.

    Python binds every subpackage to its parent when it is first imported; here the function is already what the name means.
    """

    @property
    def verify(self) -> object:
        """The function of that name."""
        return import_module(_HOME["verify"]).verify

    @verify.setter
    def verify(self, _: object) -> None:
        """The import system offers the subpackage; the function stays."""


sys.modules[__name__].__class__ = _Package
