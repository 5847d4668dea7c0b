"""The reference of methods names what there is: every function in it exists, and no public method is left out."""

import re
from importlib import import_module
from inspect import getmembers, isfunction
from pathlib import Path
from pkgutil import iter_modules

import prioritera.methods

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "methods.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([a-z]+)\.([A-Za-z0-9_]+)`", PAGE))
# What the methods lean on, and what is a part of one that the page names.
PARTS = {
    ("aggregate", "mean"),
    ("aggregate", "median"),
    ("aggregate", "to_whole"),
    ("evenest", "evenest"),
    ("finite", "check_finite"),
    ("groups", "mean_of_answers"),
    ("limits", "is_within"),
    ("limits", "most_together"),
    ("limits", "shortfalls"),
    ("limits", "sides_of_tops"),
    ("logarithms", "log_part"),
    ("many", "places"),
    ("order", "doubled_places"),
    ("order", "rank_ranges"),
    ("order", "sides_of_cut"),
    ("relative", "scale_of"),
    ("scales", "corners"),
    ("scales", "exact_scale"),
    ("scales", "is_falling"),
    ("scales", "is_rising"),
    ("scales", "value_range"),
    ("search", "nearest"),
    ("weights", "whole_shares"),
}


def functions() -> set[tuple[str, str]]:
    modules = [import_module(f"{prioritera.methods.__name__}.{found.name}") for found in iter_modules(prioritera.methods.__path__)]
    return {
        (module.__name__.rpartition(".")[2], name)
        for module in modules
        for name, one in getmembers(module, isfunction)
        if one.__module__ == module.__name__ and not name.startswith("_")
    }


def test_every_function_that_the_page_names_is_there() -> None:
    for module, name in sorted(NAMED):
        assert hasattr(import_module(f"{prioritera.methods.__name__}.{module}"), name)


def test_every_method_stands_on_the_page() -> None:
    assert functions() - NAMED == PARTS
