"""A draft of a file's data that may be changed: what is written at a path is replaced, renamed or left out, and the marks of doing so."""

from collections.abc import Iterator
from copy import deepcopy

from prioritera.diagnostics import Diagnostic
from prioritera.loading.document import Document
from prioritera.model.tentative import RuleName
from prioritera.reading.place import Path

# The tables that stand in sections of their own.
SECTIONS = ("triage", "destination")
CONCLUSIONS = {"triage": "outcome", "destination": "to"}


class Draft:
    """The data of a document, copied so that it can be changed, with what is no longer known of it."""

    def __init__(self, document: Document) -> None:
        """Begin with the data as they are written."""
        self.document = document
        self.data = deepcopy(document.data)
        self.conditions: set[RuleName] = set()
        self.conclusions: set[RuleName] = set()
        self.tables: set[str] = set()
        self.left_out: list[str] = []
        self.outcomes = False
        self.scores = False
        # The places that have been changed: what is found inside one of them later is our own doing.
        self.touched: list[Path] = []
        # Nothing can be said of what is left: too much hangs on what could not be read.
        self.lost = False

    def path_of(self, found: Diagnostic) -> tuple[Path, bool] | None:
        """The path of what a finding is about, and whether that is a key; None where it stands in another file, or nowhere."""
        return None if found.span is None else self.document.place.path_of(found.span)

    def holds(self, path: Path) -> bool:
        """Whether there is still something at the path."""
        around = self.around(path)
        return _has(around, path[-1])

    def around(self, path: Path) -> object:
        """What the last step of the path leads from; None where an earlier step leads nowhere."""
        here: object = self.data
        for step in path[:-1]:
            if not _has(here, step):
                return None
            here = here[step]  # type: ignore[index]  # _has has seen that it can be
        return here

    def get(self, path: Path) -> object:
        """What is at the path, or None."""
        around = self.around(path)
        return around[path[-1]] if _has(around, path[-1]) else None  # type: ignore[index]  # _has has seen that it can be

    def table(self, path: Path) -> dict[str, object]:
        """The table at the path; an empty one where there is none."""
        found = self.get(path) if path else self.data
        return found if isinstance(found, dict) else {}

    def put(self, path: Path, value: object) -> None:
        """Write a value at the path, in a table or a list that is there."""
        around, step = self.around(path), path[-1]
        match around:
            case dict():
                around[step] = value
            case list() if isinstance(step, int):
                around[step] = value
        self.touched.append(path)

    def drop(self, path: Path) -> None:
        """Take a key away from its table."""
        around = self.around(path)
        if isinstance(around, dict):
            around.pop(path[-1], None)
        self.touched.append(path)

    def rename(self, path: Path, key: str) -> None:
        """Give what is at the path another key, where it stands."""
        around = self.around(path)
        if isinstance(around, dict):
            items = [(key if name == path[-1] else name, value) for name, value in around.items()]
            around.clear()
            around.update(items)
            self.touched += [path, (*path[:-1], key)]

    def leave_table(self, table: str) -> None:
        """Take a table of the chain away, and remember it."""
        self.drop(("tables", table))
        self.left_out.append(table)

    def rule_at(self, path: Path) -> tuple[str, Path, Path] | None:
        """The table of the rule that a path leads into, the path of the rule, and the rest of the path; None where it leads into none."""
        start = 1 if path[:1] and path[0] in SECTIONS else 2
        if len(path) < start + 2 or path[start] != "rules" or (start != 1 and path[0] != "tables"):
            return None
        return str(path[start - 1]), path[: start + 2], path[start + 2 :]

    def rules_of(self, table: str) -> Iterator[dict[str, object]]:
        """The rules of a table as they are written."""
        rules = self.get((table, "rules") if table in SECTIONS else ("tables", table, "rules"))
        yield from (rule for rule in (rules if isinstance(rules, list) else ()) if isinstance(rule, dict))


def _has(around: object, step: str | int) -> bool:
    if isinstance(around, dict):
        return step in around
    return isinstance(around, list) and isinstance(step, int) and step < len(around)
