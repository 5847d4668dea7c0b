import pytest

from prioritera.diagnostics import Diagnostic, Faults, Span
from prioritera.loading.document import document_of
from prioritera.loading.draft import Draft

TEXT = """\
[ruleset]
id = "ours"

[[triage.rules]]
id = "first"
when = { a = 1, b = 2 }

[tables.class]
rules = [{ id = "x" }, 7]

[fields]
x.kind = "flag"
"""


def draft() -> Draft:
    document = document_of(TEXT, "rules.toml", None, Faults())
    assert document is not None
    return Draft(document)


@pytest.mark.parametrize(
    ("line", "column", "found"),
    [
        (1, 1, (("ruleset",), False)),
        (2, 1, (("ruleset", "id"), True)),
        (2, 6, (("ruleset", "id"), False)),
        (4, 1, (("triage", "rules", 0), False)),
        (6, 10, (("triage", "rules", 0, "when", "a"), True)),
        (9, 24, (("tables", "class", "rules", 1), False)),
        (2, 2, None),
        (11, 1, (("fields",), False)),
        (12, 1, (("fields", "x"), True)),
        (12, 3, (("fields", "x", "kind"), True)),
    ],
)
def test_a_place_is_found_again_by_what_begins_there(line: int, column: int, found: object) -> None:
    assert draft().path_of(Diagnostic(code="x", span=Span("rules.toml", line, column))) == found


def test_a_place_in_another_file_or_none_is_not_found() -> None:
    assert draft().path_of(Diagnostic(code="x", span=Span("other.toml", 2, 1))) is None
    assert draft().path_of(Diagnostic(code="x")) is None


def test_what_is_gone_is_not_there_and_changing_it_changes_nothing() -> None:
    ours = draft()
    ours.drop(("triage", "rules", 0, "when"))
    after = repr(ours.data)

    ours.drop(("triage", "rules", 0, "when", "a"))
    ours.put(("triage", "rules", 0, "when", "a"), 2)
    ours.rename(("triage", "rules", 0, "when", "a"), "c")

    assert repr(ours.data) == after
    assert not ours.holds(("triage", "rules", 0, "when", "a"))
    assert ours.get(("triage", "rules", 9)) is None
    assert ours.table(("ruleset", "id")) == {}


def test_a_value_is_written_in_a_table_or_a_list() -> None:
    ours = draft()

    ours.put(("ruleset", "id"), "x")
    ours.put(("tables", "class", "rules", 1), {"id": "y"})

    assert (ours.get(("ruleset", "id")), [rule["id"] for rule in ours.rules_of("class")]) == ("x", ["x", "y"])


def test_a_key_that_is_renamed_stays_where_it_stood() -> None:
    ours = draft()

    ours.rename(("triage", "rules", 0, "when", "a"), "c")

    assert list(ours.table(("triage", "rules", 0, "when"))) == ["c", "b"]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (("triage", "rules", 0), ("triage", ("triage", "rules", 0), ())),
        (("tables", "class", "rules", 1, "when", "a"), ("class", ("tables", "class", "rules", 1), ("when", "a"))),
        (("triage", "rules"), None),
        (("triage", "hit", "x"), None),
        (("fields", "class", "rules", 1), None),
        ((), None),
    ],
)
def test_a_path_leads_into_a_rule_or_not(path: tuple[str | int, ...], found: object) -> None:
    assert draft().rule_at(path) == found


def test_the_rules_of_a_table_are_those_that_are_tables() -> None:
    ours = draft()

    assert [list(ours.rules_of(name)) for name in ("class", "destination")] == [[{"id": "x"}], []]
