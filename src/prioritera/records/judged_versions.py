"""Whether judges judged by the definitions that the round is read by: one meaning in a round (R79)."""

from collections.abc import Iterator

from prioritera.diagnostics import Diagnostic, Span
from prioritera.model.judgement import JudgementSheet
from prioritera.model.judgement_columns import VERSION
from prioritera.model.ruleset import RuleSet


def version_faults(sheets: tuple[JudgementSheet, ...], rules: RuleSet) -> Iterator[Diagnostic]:
    """What is told of judgements by another version of the rules, once a sheet and version. A sheet that says none is taken at its word.

    >>> from prioritera import load_rules
    >>> list(version_faults((), load_rules("prioritera:sbu-four")))
    []
    """
    for sheet in sheets:
        for version, at in _versions(sheet).items():
            if version != rules.version:
                params = {"version": version, "now_version": rules.version}
                yield Diagnostic(code="judgements-of-other-rules", span=at, params=params)


def _versions(sheet: JudgementSheet) -> dict[str, Span]:
    """The versions that a sheet speaks of, each where it is first said: row by row, or for the whole file."""
    found: dict[str, Span] = {}
    column = sheet.columns.get(VERSION, 0)
    for number, cells in sheet.rows:
        cell = cells[column - 1].strip() if 0 < column <= len(cells) else ""
        version = cell or sheet.given.get(VERSION, "").strip()
        if version and version not in found:
            found[version] = sheet.at(number, VERSION)
    return found
