"""Files to begin with: short and commented, one of each kind that people write first, each naming its schema in its first line."""

from importlib.resources import files

BEGUN = ("rules", "network", "round", "needs", "catalogue")


def template_text(kind: str, language: str) -> str:
    """The text of a file to begin with.

    Args:
        kind: one of BEGUN.
        language: that of its comments.

    >>> template_text("rules", "en").splitlines()[0]
    '#:schema ./rules.schema.json'
    """
    return files("prioritera.schema").joinpath("templates", language, f"{kind}.toml").read_text(encoding="utf-8")
