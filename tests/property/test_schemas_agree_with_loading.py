"""What a schema refuses, loading refuses; and what loading refuses, the schema refuses too, but for what JSON Schema cannot say.

Files that hold every key there is, those of the reference and of every hit policy, are changed in every place, and by default in places
spread over them; those that come with prioritera at random.
"""

import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_files import EVERY_POLICY, OVER_THEM
from prioritera.loading.load import load_network, load_rules
from prioritera.schema.known import Known
from prioritera.schema.write import schema_of
from prioritera.words.catalogue import has
from schema_excuses import BETWEEN, NAMES, OF_A_FIELD
from schema_files import (
    WRONG,
    Changed,
    Written,
    as_toml,
    at,
    changes,
    default_model,
    fits_grammar,
    fits_schema,
    is_excused,
    misspelt,
    paths,
    refusals,
    replaced,
    spread,
    without,
)
from small_rules import RULES

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```(?:toml|csv)\n(?:# (\S+)\n)?(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = {"rule-files": "small.toml", "network-files": "small-network.toml", "round-files": "round.toml"}
REFERENCE = {
    "small": "rules",
    "ours": "rules",
    "policies": "rules",
    "over": "rules",
    "small-network": "network",
    "larger": "network",
    "round": "round",
    "needs": "needs",
    "catalogue": "catalogue",
    "answers": "answers",
}
SHIPPED = {
    "rules/sbu-four": "rules",
    "rules/networks/sweden": "network",
    "examples/stockholm-2020/round": "round",
    "examples/stockholm-2020/needs": "needs",
    "examples/stockholm-2020/catalogue": "catalogue",
    "examples/stockholm-2020/offers": "offers",
}
# Of how many changes of each file loading and the schemas are asked: all of them under the profiles "large" and "proofs".
MOST = settings().max_examples


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Written]:
    """The files that the pages of the reference make, and those of every hit policy, by name."""
    folder = tmp_path_factory.mktemp("reference") / "round"
    folder.mkdir()
    for page, otherwise in PAGES.items():
        texts: dict[str, str] = {}
        for name, text in BLOCK.findall((ROOT / "docs" / "reference" / f"{page}.md").read_text(encoding="utf-8")):
            texts[name or otherwise] = texts.get(name or otherwise, "") + text + ("\n" if not name.endswith(".csv") else "")
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")
    (folder / "policies.toml").write_text(EVERY_POLICY, encoding="utf-8")
    (folder / "over.toml").write_text(OVER_THEM, encoding="utf-8")
    return {name: Written(kind=kind, path=folder / f"{name}.toml", known=known(kind, folder, name)) for name, kind in REFERENCE.items()}


def known(kind: str, folder: Path, name: str) -> Known:
    """The words of a file's own rule set or network; of a round, those that it names."""
    if kind == "rules":
        return Known(language="sv", rules=load_rules(folder / f"{name}.toml"))
    if kind == "network":
        return Known(language="sv", network=load_network(folder / f"{name}.toml"))
    rules, network = default_model()
    return Known(language="sv", rules=rules, network=network)


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The words of the small rule set in a file of their own."""
    folder = tmp_path_factory.mktemp("words")
    first, second = RULES.index("[vocabularies.areas]"), RULES.index("[fields.causes]")
    (folder / "words.toml").write_text(RULES[first:second], encoding="utf-8")
    rest = RULES[:first] + RULES[second:]
    (folder / "rules.toml").write_text(rest.replace('areas = "areas"', 'areas = "areas"\nvocabularies = ["words.toml"]'), encoding="utf-8")
    return Written(kind="vocabulary", path=folder / "words.toml", known=known("rules", folder, "rules"))


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Written]:
    """Copies of files that come with prioritera, by name."""
    folder = tmp_path_factory.mktemp("shipped")
    for name in ("rules", "examples"):
        shutil.copytree(ROOT / name, folder / name)
    rules, network = default_model()
    alone, both = Known(language="en", rules=rules), Known(language="en", rules=rules, network=network)
    # Rules are read without a network, so their schema is asked without one too.
    return {
        name: Written(kind=kind, path=folder / f"{name}.toml", known=alone if kind == "rules" else both) for name, kind in SHIPPED.items()
    }


def disagreements(written: Written, changed: Iterable[Changed]) -> Iterator[str]:
    """Each change of which loading and a schema think differently, without an excuse."""
    for change in changed:
        codes = refusals(written, change.data)
        for knows, does_fit in ((False, fits_grammar(written.kind)), (True, written.fits_known)):
            takes = does_fit(change.data)
            if not takes and not codes:
                yield f"{change.told}: only the schema refuses it"
            if takes and codes and not is_excused(codes, change, knows=knows):
                yield f"{change.told}: only loading refuses it, {', '.join(codes)}"


@pytest.mark.parametrize("name", REFERENCE)
def test_a_right_file_is_right_to_both(reference: dict[str, Written], name: str) -> None:
    written = reference[name]

    assert refusals(written, written.data) == ()
    assert fits_grammar(written.kind)(written.data)
    assert written.fits_known(written.data)


@pytest.mark.parametrize("name", REFERENCE)
def test_schemas_agree_with_loading_about_every_key_of_the_reference(reference: dict[str, Written], name: str) -> None:
    written = reference[name]

    assert list(disagreements(written, spread(changes(written.data), MOST))) == []


def test_schemas_agree_with_loading_about_every_key_of_words(words: Written) -> None:
    assert list(disagreements(words, spread(changes(words.data), MOST))) == []


@pytest.mark.parametrize("name", SHIPPED)
# Each draw loads a whole file that comes with prioritera.
@settings(max_examples=max(6, settings().max_examples // 10))
@given(data=st.data())
def test_schemas_agree_with_loading_about_what_comes_with_prioritera(shipped: dict[str, Written], name: str, data: st.DataObject) -> None:
    written = shipped[name]
    right = written.data
    where = data.draw(st.sampled_from(list(paths(right))))
    ways = [replaced(right, where, value) for value in WRONG]
    if isinstance(where[-1], str):
        ways += [without(right, where), misspelt(right, where)]
    if isinstance(at(right, where), str):
        ways.append(replaced(right, where, f"{at(right, where)}x"))

    change = data.draw(st.sampled_from(ways))

    assert list(disagreements(written, [change])) == []


def test_changes_are_spread_over_the_whole_file(reference: dict[str, Written]) -> None:
    every = list(changes(reference["catalogue"].data))
    size = len(every) // 5
    stretches = [every[start : start + size] for start in range(0, 5 * size, size)]

    chosen = spread(every[: 5 * size], 5)

    assert [change in stretch for change, stretch in zip(chosen, stretches, strict=True)] == [True] * 5
    assert spread(every[: 5 * size], 5) == chosen
    assert spread(every, len(every)) == every


def test_a_schema_that_lacks_a_key_is_found_out(reference: dict[str, Written]) -> None:
    """The law can fail: with a key too few in the schema, a right file is refused."""
    schema = schema_of("catalogue", Known(language="en"))
    support = at(schema, ("properties", "support", "items", "properties"))
    del support["year"]

    assert not fits_schema(schema)(reference["catalogue"].data)


def test_a_schema_that_takes_any_key_is_found_out(reference: dict[str, Written]) -> None:
    """The law can fail: a misspelt key that only loading refuses has no excuse."""
    written = reference["catalogue"]
    schema = schema_of("catalogue", Known(language="en"))
    del at(schema, ("properties", "support", "items"))["additionalProperties"]
    change = misspelt(written.data, ("support", 0, "year"))

    codes = refusals(written, change.data)

    assert fits_schema(schema)(change.data)
    assert codes == ("unknown-key",)
    assert not is_excused(codes, change, knows=False)
    assert not is_excused(codes, change, knows=True)


def test_every_excuse_is_of_a_code_that_there_is_and_no_two_are_of_the_same() -> None:
    excused = [*BETWEEN, *NAMES, *OF_A_FIELD]

    assert [code for code in excused if not has("en", f"diagnostics.{code}.what")] == []
    assert len({*excused}) == len(excused)


def test_data_written_as_toml_is_the_same_data(reference: dict[str, Written]) -> None:
    written = reference["round"]

    changed = attrs.evolve(written, path=written.path.with_name("again.toml"))
    changed.path.write_text(as_toml(written.data), encoding="utf-8")

    assert changed.data == written.data
