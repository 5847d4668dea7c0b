"""What comes with prioritera, found by name: in a wheel, in an editable install and in a checkout alike."""

from functools import cache
from pathlib import Path

PREFIX = "prioritera:"
NETWORKS = "networks"
CATALOGUES = "catalogues"


def is_shipped(source: str | Path) -> bool:
    """Whether a source is named as what comes with prioritera.

    >>> is_shipped("prioritera:sbu-four"), is_shipped("rules.toml"), is_shipped(Path("prioritera:sbu-four"))
    (True, False, False)
    """
    return isinstance(source, str) and source.startswith(PREFIX)


@cache
def shipped_folder() -> Path:
    """The folder of the shipped files: inside the installed package, otherwise beside the sources."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "rules"
    return installed if installed.is_dir() else package.parents[1] / "rules"


@cache
def shipped_files() -> dict[str, str]:
    """The file of every shipped name, relative to the folder; rule sets first, then networks, then catalogues, each sorted."""
    rule_sets = {f"{PREFIX}{path.stem}": path.name for path in sorted(shipped_folder().glob("*.toml"))}
    return rule_sets | _inside(NETWORKS) | _inside(CATALOGUES)


def _inside(part: str) -> dict[str, str]:
    return {f"{PREFIX}{path.stem}": f"{part}/{path.name}" for path in sorted((shipped_folder() / part).glob("*.toml"))}


def shipped() -> tuple[str, ...]:
    """The names of the rule sets, networks and catalogues that come with prioritera.

    >>> "prioritera:sbu-four" in shipped()
    True
    """
    return tuple(shipped_files())
