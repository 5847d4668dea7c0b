"""Libraries that only some kinds of file need: imported when they are, and told of when they are not there."""

from importlib import import_module
from types import ModuleType

from prioritera.diagnostics import Diagnostic, PrioriteraError


def need_extra(module: str, extra: str) -> ModuleType:
    """A library that comes with an extra.

    Args:
        module: the name it is imported by.
        extra: the extra of prioritera that it comes with, as `prioritera[extra]`.

    Raises:
        PrioriteraError: it is not installed.

    >>> need_extra("json", "excel").dumps([1])
    '[1]'
    """
    try:
        return import_module(module)
    except ModuleNotFoundError:
        raise PrioriteraError([Diagnostic(code="extra-missing", params={"extra": extra, "module": module.partition(".")[0]})]) from None
