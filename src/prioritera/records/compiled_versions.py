"""Whether a compilation was made by the definitions that the round is read by: one meaning in a round (R79)."""

from collections.abc import Iterator, Sequence

from prioritera.diagnostics import Diagnostic
from prioritera.model.meaning import meaning_hash
from prioritera.model.round import Compilation
from prioritera.model.ruleset import RuleSet
from prioritera.records.form_marks import definitions

# So much of a hash tells two versions apart to people.
_SHORT = 8


def compilation_faults(compilations: Sequence[Compilation], rules: RuleSet) -> Iterator[Diagnostic]:
    """What is told of compilations that were made by other rules, once each.

    Where something that their needs say means something else now, it is an error that names it, and where they do not say what it meant,
    one that says that. Rules that differ only elsewhere weigh and send otherwise, which the round does anew: nothing is told. A plain list
    of needs, which says of no rules, is taken at its word.

    >>> from prioritera import load_rules
    >>> list(compilation_faults((), load_rules("prioritera:sbu-four")))
    []
    """
    now, seal = definitions(rules), meaning_hash(rules)
    for one in compilations:
        if one.hash == seal or (not one.hash and one.version in {"", rules.version}):
            continue
        made_by = " ".join(said for said in (one.rules, one.version or one.hash[:_SHORT]) if said)
        params = {"file": one.file, "rules": made_by, "now": rules.id, "now_version": rules.version}
        changed = tuple(name for name, meant in one.definitions.items() if now.get(name, meant) != meant)
        if changed:
            yield Diagnostic(code="compilation-means-other", span=one.made_by, params={**params, "fields": ", ".join(changed)})
        elif not one.definitions:
            yield Diagnostic(code="compilation-of-other-rules", span=one.made_by, params=params)
