"""The schemas in a real language server: right files have nothing wrong, wrong ones are told at their place, words are completed."""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from editor import Said, Server, lint, needs_tombi
from prioritera.schema.known import Known
from prioritera.schema.write import WRITTEN, file_name, schema_text
from schema_files import default_model

pytestmark = needs_tombi

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = {
    "rules/sbu-four.toml": "rules",
    "rules/networks/municipalities-2018.toml": "network",
    "rules/networks/municipalities.toml": "network",
    "rules/networks/sweden.toml": "network",
    "rules/vocabularies/outcomes.toml": "vocabulary",
    "rules/vocabularies/socialtjanst.toml": "vocabulary",
    "examples/nsks-2018/needs.toml": "needs",
    "examples/nsks-2018/round.toml": "round",
    "examples/illustrative/answers.toml": "answers",
    "examples/illustrative/needs.toml": "needs",
}
# Files that name actors of another network than the default one.
UNKNOWING = {
    **SHIPPED,
    "rules/networks/sweden-2018.toml": "network",
    "examples/nsks-2018/catalogue.toml": "catalogue",
    "examples/illustrative/catalogue.toml": "catalogue",
    "examples/illustrative/round.toml": "round",
}
HEAD = '[ruleset]\nid = "ours"\nversion = "1"\nlabel = "ours"\nextends = "prioritera:sbu-four"\n\n'
NEED = '[[needs]]\nid = "n1"\ntitle = "t"\narea = "not-stated"\norigins = [{ unknown = true }]\n'


@pytest.fixture(scope="module")
def knowing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the schemas that know the default rule set and network, in Swedish."""
    rules, network = default_model()
    return schemas_in(tmp_path_factory.mktemp("knowing"), Known(language="sv", rules=rules, network=network))


@pytest.fixture(scope="module")
def unknowing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the schemas that know nothing, in English."""
    return schemas_in(tmp_path_factory.mktemp("unknowing"), Known(language="en"))


@pytest.fixture(scope="module")
def server(knowing: Path) -> Iterator[Server]:
    with Server(knowing) as started:
        yield started


def schemas_in(folder: Path, known: Known) -> Path:
    for kind in WRITTEN:
        (folder / file_name(kind)).write_text(schema_text(kind, known), encoding="utf-8")
    return folder


def of_kind(kind: str, text: str) -> str:
    """A file that names its schema."""
    return f"#:schema ./{file_name(kind)}\n{text}"


def found(folder: Path, kind: str, text: str) -> list[Said]:
    path = folder / "file.toml"
    path.write_text(of_kind(kind, text), encoding="utf-8")
    return lint(path)


@pytest.mark.parametrize("name", SHIPPED)
def test_what_comes_with_prioritera_has_nothing_wrong(name: str, knowing: Path) -> None:
    assert found(knowing, SHIPPED[name], (ROOT / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", UNKNOWING)
def test_nor_has_it_for_a_schema_that_knows_nothing(name: str, unknowing: Path) -> None:
    assert found(unknowing, UNKNOWING[name], (ROOT / name).read_text(encoding="utf-8")) == []


def test_what_is_wrong_with_rules_is_told_at_its_place(knowing: Path) -> None:
    text = """\
[[triage.rules]]
id = "ours"
before = "whole-area"
when = { bredth = "area", causes = { any = ["reserch-gap"] }, anchoring = { min = 9 } }
outcome = "infrom"
becuase = "x"

[[destination.rules]]
id = "theirs"
before = "back"
when = { band = "d", under-provided = "yes" }
to = "sbuu"
"""

    assert [(said.line, said.column, said.text) for said in found(knowing, "rules", HEAD + text)] == [
        (11, 10, '"bredth" is not allowed'),
        (11, 45, f'the value must be one of {words("causes")}, but found "reserch-gap"'),
        (11, 83, "the value must be ≤ 5, but found 9"),
        (12, 11, f'the value must be one of {words("outcome")}, but found "infrom"'),
        (13, 1, '"becuase" is not allowed'),
        (18, 17, 'the value must be one of ["a", "b", "c"], but found "d"'),
        *((18, 39, f"expected a value of type {kind}, but found String") for kind in ("Array", "Boolean", "Table")),
        (19, 6, f'the value must be one of {listed(["origin", *default_model()[1].actors])}, but found "sbuu"'),
    ]


def test_what_does_not_go_with_a_hit_policy_is_told_at_its_place(knowing: Path) -> None:
    text = """\
[tables.level]
order = ["local", "local"]
default = { when = {}, then = "locall" }

[tables.new]
concludes = "level"
hit = "collect"
aggregate = "sum"
order = ["a"]
rules = [{ id = "a", then = 1 }]

[triage]
hit = "first"
order = ["inform"]
"""

    assert [(said.line, said.column, said.text) for said in found(knowing, "rules", HEAD + text)] == [
        (9, 10, "array values must be unique"),
        (9, 19, "array values must be unique"),
        (10, 13, '"when" is not allowed'),
        (10, 31, f'the value must be one of {words("level")}, but found "locall"'),
        (16, 9, '"not" schema is matched'),
        (21, 9, '"not" schema is matched'),
    ]


def words(field: str) -> str:
    """The words of a field as tombi lists them."""
    return listed(default_model()[0].fields[field].words)


def listed(known: Iterable[str]) -> str:
    return "[" + ", ".join(f'"{word}"' for word in known) + "]"


def test_a_text_is_told_from_a_date(unknowing: Path) -> None:
    text = '[round]\nid = "ours"\nlabel = 2026-05-31\nneeds = []\ndecided_on = "2026-05-31"\n'

    assert found(unknowing, "round", text) == [
        Said(4, 9, "expected a value of type String, but found LocalDate"),
        Said(4, 9, "expected a value of type Table, but found LocalDate"),
        Said(6, 14, "expected a value of type LocalDate, but found String"),
    ]


def test_what_a_rule_set_must_hold_is_asked_for_unless_it_extends_another(unknowing: Path) -> None:
    alone = '[ruleset]\nid = "ours"\nversion = "1"\nlabel = "ours"\n'

    assert {said.text for said in found(unknowing, "rules", alone)} == {
        f'"{key}" is required' for key in ("areas", "criteria", "weights", "classes", "triage", "destination")
    }
    assert found(unknowing, "rules", HEAD) == []


@pytest.mark.parametrize(
    ("kind", "text", "labels"),
    [
        ("rules", '[[triage.rules]]\nid = "x"\nwhen = { breadth = "|" }\n', ['"question"', '"area"']),
        ("rules", '[[triage.rules]]\nid = "x"\nwhen = { causes = { | } }\n', ["any", "all", "none", "only", "missing", "missing = true"]),
        ("rules", '[[destination.rules]]\nid = "x"\nwhen = { band = "|" }\n', ['"a"', '"b"', '"c"']),
        ("rules", '[[destination.rules]]\nid = "x"\nto = { | }\n', ["actor", "nearest", 'contact_of = "support"']),
        ("rules", '[[tables.level.rules]]\nid = "x"\nthen = "|"\n', ['"local"', '"regional"', '"national"', '"unknown"']),
        ("rules", '[tables.level]\nhit = "|"\n', ['"first"', '"unique"', '"any"', '"priority"']),
        ("rules", "[triage]\ndefault = { | }\n", ["id", "outcome", "ask", "because", "source", "status"]),
        ("rules", '[tables.new]\naggregate = "|"\n', ['"list"', '"sum"', '"min"', '"max"', '"count"']),
        ("rules", '[tables.level]\norder = ["|"]\n', ['"local"', '"regional"', '"national"', '"unknown"']),
        ("rules", "[weights]\nshares = { | }\n", ["prevalence", "impact", "economic-consequences", "practice-variation"]),
        ("needs", NEED + "[needs.assess]\n|\n", ["prevalence", "impact", "economic-consequences", "practice-variation"]),
        (
            "needs",
            NEED + '[needs.facts]\nbreadth = { missing = "|" }\n',
            ['"not-filled-in"', '"dont-know"', '"not-yet-judged"', '"varies"', '"not-applicable"'],
        ),
    ],
)
def test_the_rule_set_s_own_words_are_completed(server: Server, kind: str, text: str, labels: list[str]) -> None:
    head = HEAD if kind == "rules" else ""

    assert server.completes(of_kind(kind, head + text)) == labels


def test_fields_actors_and_levels_are_completed(server: Server) -> None:
    rules, network = default_model()

    conditions = server.completes(of_kind("rules", HEAD + '[[triage.rules]]\nid = "x"\nwhen = { | }\n'))
    courses = server.completes(of_kind("rules", HEAD + '[[destination.rules]]\nid = "x"\nto = "|"\n'))
    senders = server.completes(of_kind("needs", '[[needs]]\nid = "n"\n[[needs.origins]]\nactor = "|"\n'))
    levels = server.completes(of_kind("needs", NEED + "[needs.assess]\nimpact = |\n"))

    assert conditions == [name for name in rules.fields if name != "outcome"]
    assert courses == ['"origin"', *(f'"{name}"' for name in network.actors)]
    assert senders == [f'"{name}"' for name in network.actors]
    assert levels[:4] == ["0", "1", "2", "3"]


def test_labels_and_proposals_are_shown_as_people_write_them(server: Server) -> None:
    told = server.tells(of_kind("needs", NEED + "[needs.assess]\nimp|act = 2\n"))

    assert told.startswith("Betydelse för den enskilde (förslag)\nVad händer för den enskilde om vi fortsätter som i dag?\n- 0: liten\n")


def test_the_first_line_is_what_names_the_schema(knowing: Path, tmp_path: Path) -> None:
    """Without it nothing is known of the file: the test above would pass for no reason."""
    shutil.copy(knowing / file_name("needs"), tmp_path)
    (tmp_path / "file.toml").write_text("[nedds]\n", encoding="utf-8")

    assert lint(tmp_path / "file.toml") == []
    assert [said.text for said in found(tmp_path, "needs", "[nedds]\n")] == ['"nedds" is not allowed', '"needs" is required']
