"""The rule sets and networks that come with prioritera, found by name: in a wheel, in an editable install and in a checkout alike."""

from functools import cache
from pathlib import Path

PREFIX = "prioritera:"
_NETWORKS = "networks"


@cache
def shipped_folder() -> Path:
    """The folder of the shipped files: inside the installed package, otherwise beside the sources."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "rules"
    return installed if installed.is_dir() else package.parents[1] / "rules"


@cache
def shipped_files() -> dict[str, str]:
    """The file of every shipped name, relative to the folder; rule sets first, then networks, each sorted."""
    folder = shipped_folder()
    rule_sets = {f"{PREFIX}{path.stem}": path.name for path in sorted(folder.glob("*.toml"))}
    networks = {f"{PREFIX}{path.stem}": f"{_NETWORKS}/{path.name}" for path in sorted((folder / _NETWORKS).glob("*.toml"))}
    return rule_sets | networks


def shipped() -> tuple[str, ...]:
    """The names of the rule sets and networks that come with prioritera.

    >>> "prioritera:sbu-four" in shipped()
    True
    """
    return tuple(shipped_files())
