"""The libraries themselves: each imported when it is asked, and asked in its own way."""

import inspect
import io
import pkgutil
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from importlib import import_module
from importlib.metadata import version
from types import ModuleType

import attrs

from prioritera.doors.catalogue import EXTRA, PYMCDM, SKCRITERIA, Kind
from prioritera.reading.extras import need_extra

Floats = Sequence[Sequence[float]]
# What a method is asked with: its name, what is known of it, the values, the shares of the weights, and what it is told besides.
Ask = Callable[[str, Kind, Floats, Sequence[float], Mapping[str, float]], Sequence[float]]


@attrs.frozen(kw_only=True)
class Library:
    """A library: what it is called where it is published, the names of its methods, and how one is asked for its figures."""

    title: str
    names: Callable[[], Sequence[str]]
    ask: Ask

    def called(self) -> str:
        """The library with its version."""
        return f"{self.title} {version(self.title)}"


@contextmanager
def quiet() -> Iterator[None]:
    """What a library warns of and writes on the screen is no part of our answer; what it comes to is looked at instead."""
    with warnings.catch_warnings(), redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore")
        yield


def _of_skcriteria() -> Sequence[str]:
    """Every class of the library that ranks."""
    need_extra(SKCRITERIA, EXTRA)
    package = import_module(f"{SKCRITERIA}.agg")
    modules = [import_module(f"{package.__name__}.{found.name}") for found in pkgutil.iter_modules(package.__path__)]
    return sorted({name for module in modules for name in _classes(module, package.SKCDecisionMakerABC)})


def _of_pymcdm() -> Sequence[str]:
    methods = need_extra(f"{PYMCDM}.methods", EXTRA)
    base = import_module(f"{PYMCDM}.methods.mcda_method").MCDA_method
    return sorted(_classes(methods, base))


def _classes(module: ModuleType, base: type) -> set[str]:
    found = vars(module).copy().items()
    return {
        name for name, one in found if inspect.isclass(one) and issubclass(one, base) and one is not base and not inspect.isabstract(one)
    }


def _ask_skcriteria(name: str, kind: Kind, rows: Floats, shares: Sequence[float], told: Mapping[str, float]) -> Sequence[float]:
    """Scores where the method has them; otherwise its ranks, or 1 in the kernel and 0 outside. Its own ranks break ties by float noise."""
    library = need_extra(SKCRITERIA, EXTRA)
    method = getattr(import_module(f"{SKCRITERIA}.agg.{kind.module}"), name)
    matrix = library.mkdm([list(row) for row in rows], [max] * len(shares), weights=list(shares))
    found = method(**told).evaluate(matrix)
    return [float(score) for score in (found.e_[kind.gives] if kind.gives else found.values)]


def _ask_pymcdm(name: str, kind: Kind, rows: Floats, shares: Sequence[float], told: Mapping[str, float]) -> Sequence[float]:
    methods = need_extra(f"{PYMCDM}.methods", EXTRA)
    bounds = {"bounds": [[0.0, 1.0]] * len(shares)} if kind.bounded else {}
    method = getattr(methods, name)(**bounds, **told)
    return [float(score) for score in method([list(row) for row in rows], list(shares), [1] * len(shares))]


LIBRARIES: Mapping[str, Library] = {
    SKCRITERIA: Library(title="scikit-criteria", names=_of_skcriteria, ask=_ask_skcriteria),
    PYMCDM: Library(title="pymcdm", names=_of_pymcdm, ask=_ask_pymcdm),
}
