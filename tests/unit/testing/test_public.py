"""What other programs' tests import is described, and every function of it shows an example that runs."""

import inspect

import pytest

from prioritera import testing


@pytest.mark.parametrize("name", testing.__all__)
def test_every_public_name_is_described_with_an_example(name: str) -> None:
    assert ">>> " in (inspect.getdoc(getattr(testing, name)) or "")


def test_the_names_are_sorted_and_stand_once() -> None:
    assert testing.__all__ == sorted(set(testing.__all__))
