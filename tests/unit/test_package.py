"""The public names: all there, loaded late, typed, and none of them heavy."""

import importlib
import subprocess
import sys

import pytest

import prioritera

HEAVY = (
    "attrs",
    "attr",
    "networkx",
    "numpy",
    "rich",
    "tree_sitter",
    "tomli",
    "argparse",
    "typing",
    "prioritera.model",
    "prioritera.diagnostics",
)


def loaded_by(code: str) -> list[str]:
    """Which of the heavy modules a fresh process has loaded after some code."""
    shown = f"import sys\n{code}\nprint(*[name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-S", "-c", shown], capture_output=True, text=True, check=True, env={"PYTHONPATH": ":".join(sys.path)}
    )
    return done.stdout.split()


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert loaded_by("import prioritera") == []


def test_the_public_functions_load_neither_networkx_nor_numpy_nor_rich_nor_tree_sitter() -> None:
    loaded = loaded_by("from prioritera import load_rules, prioritise, to_text, verify")

    assert not {"networkx", "numpy", "rich", "tree_sitter"} & set(loaded)


def test_nothing_but_testing_loads_hypothesis() -> None:
    asked = "print('hypothesis' in sys.modules)"
    shown = f"import sys\nfrom prioritera import *\n{asked}\nimport prioritera.testing\n{asked}"

    done = subprocess.run([sys.executable, "-c", shown], capture_output=True, text=True, check=True, env={"PYTHONPATH": ":".join(sys.path)})

    assert done.stdout.split() == ["False", "True"]


@pytest.mark.parametrize("name", prioritera.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(prioritera, name) is not None
    assert name in dir(prioritera)


def test_a_public_name_is_the_thing_itself() -> None:
    home = importlib.import_module("prioritera.pipeline")

    assert prioritera.prioritise is home.prioritise


def test_a_name_that_there_is_not_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'prioritera' has no attribute 'prioritize'"):
        prioritera.prioritize  # noqa: B018 -- the wrong name is the point


@pytest.mark.parametrize(
    "code",
    [
        "from prioritera import verify",
        "import prioritera.verify.boxes\nfrom prioritera import verify",
        "from prioritera import load_model, bind, verify",
    ],
)
def test_verify_is_the_function_whatever_has_been_imported_before(code: str) -> None:
    shown = f"{code}\nimport prioritera\nprint(type(verify).__name__, prioritera.verify is verify)"

    done = subprocess.run([sys.executable, "-c", shown], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["function", "True"]


def test_the_names_of_the_package_are_sorted_and_stand_once() -> None:
    names = prioritera.__all__

    assert len(names) == len(set(names))
    assert {"bind", "load_round", "load_rules", "prioritise", "verify"} <= set(names)
