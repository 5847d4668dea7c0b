"""What other programs import is described, and every function of it shows an example that runs with the doctests."""

import inspect

import pytest

import prioritera

PUBLIC = {name: getattr(prioritera, name) for name in prioritera.__all__}
FUNCTIONS = [name for name, value in PUBLIC.items() if inspect.isfunction(value)]


@pytest.mark.parametrize("name", [name for name, value in PUBLIC.items() if inspect.isfunction(value) or inspect.isclass(value)])
def test_every_public_name_is_described(name: str) -> None:
    assert inspect.getdoc(PUBLIC[name])


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_public_function_shows_an_example(name: str) -> None:
    assert ">>> " in (inspect.getdoc(PUBLIC[name]) or "")


def test_the_functions_are_found() -> None:
    assert {"load_round", "load_rules", "verify", "bind", "prioritise", "explain", "compare"} <= set(FUNCTIONS)
