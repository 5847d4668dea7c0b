"""Prioritisation as code: rules that can be read, proved and replayed."""

from prioritera.version import __version__

__all__ = ["__version__"]
