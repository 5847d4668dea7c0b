"""What a form was made for, in a hidden sheet of it: by that it is known when it comes back."""

from collections.abc import Sequence

from prioritera.model.meaning import meaning_hash
from prioritera.model.ruleset import RuleSet
from prioritera.records.form_marks import MARK_SHEET, SCHEMA, definitions
from prioritera.workbooks.book import Column, Page


def mark_page(kind: str, rules: RuleSet, asked: Sequence[str], *read: str) -> Page:
    """The hidden sheet: schema version, rule set, the hash of what it means, and of each definition that the form asks by.

    Args:
        kind: what the form is.
        rules: the rule set that it was made for.
        asked: the fields and criteria that it asks for.
        read: the titles of the sheets that are filled in; the others are for people alone.
    """
    known = definitions(rules)
    rows = [
        ("schema", SCHEMA, ""),
        ("kind", kind, ""),
        ("rules", rules.id, ""),
        ("version", rules.version, ""),
        ("hash", meaning_hash(rules), ""),
        *(("read", title, "") for title in read),
        *(("asked", ident, known[ident]) for ident in asked),
    ]
    columns = [Column(id=ident, label=ident, locked=True) for ident in ("key", "value", "hash")]
    return Page(title=MARK_SHEET, columns=columns, rows=rows, hidden=True, protect=True)
