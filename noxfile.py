"""The checks, one a session: `nox -s tests`, `nox -s lint` and so on. `.ci/run` runs them all from nothing."""

import nox

nox.options.default_venv_backend = "venv"
PROOFS = (
    "tests/property/test_verdicts_equal_enumeration.py::test_the_proofs_find_what_enumeration_finds_and_nothing_else",
    "tests/property/test_verdicts_equal_z3.py",
)
nox.options.sessions = ["lint", "types", "imports", "tests"]


@nox.session(python=["3.11", "3.12", "3.13"])
def tests(session: nox.Session) -> None:
    """Every test, with branch coverage."""
    session.install("-c", "constraints.txt", ".[test]")
    session.run("python", "-m", "pytest", "--cov", "--cov-report=term", *session.posargs)


@nox.session(python="3.11")
def lint(session: nox.Session) -> None:
    """Style and format."""
    session.install("-c", "constraints.txt", ".[dev]")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session(python="3.11")
def types(session: nox.Session) -> None:
    """Types, strictly."""
    session.install("-c", "constraints.txt", ".[dev]")
    session.run("mypy")


@nox.session(python="3.11")
def imports(session: nox.Session) -> None:
    """The import contracts."""
    session.install("-c", "constraints.txt", ".[dev]")
    session.run("lint-imports")


@nox.session(python="3.11")
def properties(session: nox.Session) -> None:
    """The laws, with a large budget."""
    session.install("-c", "constraints.txt", ".[dev]")
    session.run("python", "-m", "pytest", "tests/property", "--hypothesis-profile=large", *session.posargs)


@nox.session(python="3.11")
def pages(session: nox.Session) -> None:
    """Write the pages of the diagnostics again: their sentences, what their examples say, and the list of them."""
    session.install("-c", "constraints.txt", "-e", ".[test]")
    session.run("python", "tests/diagnostics_pages.py")


@nox.session(python="3.11")
def proofs(session: nox.Session) -> None:
    """What the proofs say against trying every need, on 10 000 tables, and against z3, on 500 larger ones."""
    session.install("-c", "constraints.txt", ".[dev]")
    session.run("python", "-m", "pytest", "-n", "2", "--hypothesis-profile=proofs", *PROOFS, *session.posargs)


@nox.session(python="3.11")
def mutants(session: nox.Session) -> None:
    """Mutants of the folders where a slip is a wrong decision."""
    session.install("-c", "constraints.txt", "-e", ".[dev]")
    session.run("mutmut", "run", *session.posargs)


@nox.session(python="3.11")
def rule_mutants(session: nox.Session) -> None:
    """Mutants of the shipped rule set and network: each is caught, shown different or proved equal, or is counted as undecided."""
    session.install("-c", "constraints.txt", ".")
    session.run("python", "benchmarks/mutants.py", *session.posargs)


@nox.session(python="3.11")
def hook(session: nox.Session) -> None:
    """The hook of `.pre-commit-hooks.yaml` in a repository of its own, as pre-commit runs it; of what has been committed."""
    session.install("-c", "constraints.txt", "pre-commit")
    session.run("python", "tests/hook/try_hook.py", *session.posargs)


@nox.session(python="3.11")
def benchmark(session: nox.Session) -> None:
    """Speed, as ratios in one run."""
    session.install("-c", "constraints.txt", ".[dev,benchmark]")
    session.run("python", "benchmarks/end_to_end.py", *session.posargs)
    session.run("python", "benchmarks/start.py")
    session.run("python", "benchmarks/proofs.py")
    session.run("python", "benchmarks/networks.py")
    session.run("python", "benchmarks/judging.py")


@nox.session(python="3.11")
def doors(session: nox.Session) -> None:
    """The doors to other libraries' methods, with the libraries behind them."""
    session.install("-c", "constraints.txt", ".[mcda]", "hypothesis", "pytest", "pytest-cov", "sybil")
    session.run("python", "-m", "pytest", "-p", "no:cacheprovider", "tests/doors", *session.posargs)


@nox.session(python="3.11")
def fuzz(session: nox.Session) -> None:
    """Damaged files of needs, for as many minutes as are asked for: `nox -s fuzz -- 10`."""
    session.install("-c", "constraints.txt", ".[test]")
    session.run("python", "tests/fuzz/fuzz_readers.py", *session.posargs, env={"PYTHONPATH": "tests"})
