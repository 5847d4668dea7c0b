"""Whether a form that comes back was made for the rules that it is read by: one meaning in a round (R79)."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from prioritera.diagnostics import Diagnostic, Severity
from prioritera.model.meaning import meaning_hash
from prioritera.model.round import FormMark
from prioritera.model.ruleset import RuleSet

# The hidden sheet of a form, and the version of what stands in it.
MARK_SHEET = "prioritera"
SCHEMA = "prioritera/form/1"


def definitions(rules: RuleSet) -> Mapping[str, str]:
    """What each field and criterion that can be asked for means, as a hash: its words or its scale, not how much it weighs."""
    scales = {one.id: meaning_hash((one.step, Fraction(one.low or 0), one.high, one.function)) for one in rules.criteria}
    return {**{name: meaning_hash(field) for name, field in rules.fields.items()}, **scales}


def form_faults(marks: Sequence[FormMark], rules: RuleSet) -> Iterator[Diagnostic]:
    """What is told of forms that were made for other rules.

    Where what they ask means something else now, it is an error that names it: answers to two questions would be taken for answers to one.
    Where only the rest of the rules differs, it is a warning.
    """
    now, seal = definitions(rules), meaning_hash(rules)
    for mark in marks:
        if mark.schema != SCHEMA:
            yield Diagnostic(code="form-schema-unknown", span=mark.span, params={"value": mark.schema, "known": SCHEMA})
        elif mark.hash != seal:
            changed = tuple(name for name, meant in mark.asked.items() if now.get(name) != meant)
            params = {"rules": mark.rules, "version": mark.version, "now": rules.id, "now_version": rules.version}
            if changed:
                yield Diagnostic(code="form-means-other", span=mark.span, params={**params, "fields": ", ".join(changed)})
            else:
                yield Diagnostic(code="form-of-other-rules", severity=Severity.WARNING, span=mark.span, params=params)
