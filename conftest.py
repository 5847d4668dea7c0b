"""Hypothesis profiles, a small budget by default and a large one on demand; and the Python examples of README.md and docs/ as tests."""

import pytest
from hypothesis import HealthCheck, settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

settings.register_profile("default", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("large", max_examples=3000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
# As many tables as the proofs are held to against enumeration, and against z3 (`nox -s proofs`).
settings.register_profile("proofs", max_examples=10_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("default")

# The pages of the diagnostics have a test of their own, which runs them in a folder with their files.
pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser()], patterns=["README.md", "docs/**/*.md"], excludes=["docs/diagnostics/**"]
).pytest()


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Let one worker run a file, where tests are spread over several: the examples of a page lean on those before them."""
    if getattr(config.option, "numprocesses", None) and config.option.dist == "no":
        config.option.dist = "loadfile"
