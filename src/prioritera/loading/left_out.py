"""What no message settles is left out of a draft, as little as can be, and what then is not known any more is marked."""

from prioritera.diagnostics import Diagnostic
from prioritera.loading.draft import CONCLUSIONS, SECTIONS, Draft
from prioritera.model.outcome import FACT_NEEDED
from prioritera.reading.ids import as_id
from prioritera.reading.place import Path

_IN_RULES = frozenset({"ask", "source", "status", "via", "also"})
_IN_FIELDS = frozenset({"source", "status", "find_out"})
_IN_CRITERIA = frozenset({"filled_by", "source", "status", "panel", "barred_in"})
_IN_HEADS = {"id": "x", "version": "0"}
# No proof hangs on these.
_OF_HEADS = frozenset({"status", "owner", "source", "object", "domain", "valid_from", "valid_to"})
_AROUND = ("bands", "classes", "forbidden", "lists", "missing", "tie_breakers")


def leave_out(found: Diagnostic, draft: Draft) -> None:
    """Leave out what one fault is about; where too much hangs on it, the draft is lost."""
    if found.code == "missing-section" and found.params.get("key") == "weights":
        draft.put(("weights",), {"shares": {}})
        draft.scores = True
        return
    place = draft.path_of(found)
    if place is None:
        draft.lost = True
        return
    path = place[0]
    rule = draft.rule_at(path)
    if rule is not None:
        _in_rule(found, *rule, draft)
    elif path[0] in {*SECTIONS, "tables"}:
        _in_table(path, draft)
    elif path[0] == "fields" and len(path) > 1:
        _in_field(found, path, draft)
    elif path[0] == "criteria" and len(path) > 1:
        _in_criterion(found, path, draft)
    elif path[0] == "weights":
        _in_weights(path, draft)
    elif path[0] == "ruleset":
        _in_head(found, path, draft)
    else:
        _around(path, draft)


def _in_rule(found: Diagnostic, table: str, path: Path, rest: Path, draft: Draft) -> None:
    rule = draft.table(path)
    name = (table, str(rule.get("id", "")))
    key = str(rest[0]) if rest else str(found.params.get("key", ""))
    if key == CONCLUSIONS.get(table, "then"):
        conclusion = _any_conclusion(found, table, draft)
        draft.put((*path, key), conclusion)
        draft.conclusions.add(name)
        draft.lost = draft.lost or not conclusion
    elif key == "when":
        draft.drop((*path, *rest[:2]))
        draft.conditions.add(name)
    elif key in _IN_RULES:
        draft.drop((*path, key))
    elif key in {"id", "before", "after"} or not rest:
        # Rules without an id or a place cannot be told apart or put in order.
        draft.lost = True
    else:
        draft.drop((*path, key))
        if "when" not in rule:
            draft.conditions.add(name)


def _any_conclusion(found: Diagnostic, table: str, draft: Draft) -> str:
    """A conclusion that holds the place of one that is not known: one that is, or another rule's; "" where there is none."""
    if table == "destination":
        return "origin"
    known = found.params.get("known", ())
    if found.code == "unknown-conclusion" and isinstance(known, tuple):
        return known[0]
    if table == "triage":
        return FACT_NEEDED
    return next((then for rule in draft.rules_of(table) if isinstance(then := rule.get("then"), str) and then), "")


def _in_table(path: Path, draft: Draft) -> None:
    """The label of a table is for people; without its hit policy nobody knows what its rules mean together."""
    table, key = (path[0], path[1:2]) if path[0] in SECTIONS else (path[1] if len(path) > 1 else "", path[2:3])
    if key == ("hit",):
        draft.drop(path)
        draft.tables.add(str(table))
    elif key and key not in {("rules",), ("concludes",), ("remove",)}:
        unknown = path[: path.index(key[0]) + 1]
        if isinstance(draft.get(unknown), list | dict):
            # They may be rules whose heading is spelt wrong.
            draft.tables.add(str(table))
        draft.drop(unknown)
    elif table in SECTIONS or not table:
        draft.lost = True
    else:
        # What it would have concluded is left out in its turn.
        draft.leave_table(str(table))


def _in_field(found: Diagnostic, path: Path, draft: Draft) -> None:
    field = draft.table(path[:2])
    # A key that nobody knows may be the one by which a set is never empty; of another field none but known ones say what it can be.
    harmless = found.code == "unknown-key" and (field.get("kind") != "set" or "empty" in field)
    if len(path) > 2 and (path[2] in _IN_FIELDS or harmless):  # noqa: PLR2004 -- fields, an id, a key
        draft.drop(path[:3])
        return
    # Conditions on it are left out in their turn, each with its mark.
    draft.drop(path[:2])
    for name in [name for name, table in draft.table(("tables",)).items() if isinstance(table, dict) and table.get("concludes") == path[1]]:
        draft.leave_table(name)


def _in_criterion(found: Diagnostic, path: Path, draft: Draft) -> None:
    draft.scores = True
    if len(path) > 2 and (path[2] in _IN_CRITERIA or found.code == "unknown-key"):  # noqa: PLR2004 -- criteria, an id, a key
        # It may be a minimum, with an outcome of its own, that is written wrong.
        draft.outcomes = draft.outcomes or isinstance(draft.get(path[:3]), dict)
        draft.drop(path[:3])
        return
    if found.code == "criterion-without-weight":
        if draft.holds(("weights", "domains")):
            draft.drop(("weights",))
            return
        shares = draft.get(("weights", "shares"))
        draft.put(("weights", "shares", str(path[1])) if isinstance(shares, dict) else ("weights", "shares"), 1)
        return
    draft.outcomes = draft.outcomes or "minimum" in draft.table(path[:2])
    draft.drop(path[:2])
    draft.drop(("weights", "shares", path[1]))


def _in_weights(path: Path, draft: Draft) -> None:
    draft.scores = True
    if draft.holds(("weights", "domains")):
        draft.drop(("weights",))
    elif path == ("weights",):
        draft.put(("weights", "shares"), {})
    elif path == ("weights", "shares"):
        draft.put(path, {})
    else:
        draft.drop(path)


def _in_head(found: Diagnostic, path: Path, draft: Draft) -> None:
    key = str(path[1]) if len(path) > 1 else str(found.params.get("key", ""))
    if key in _IN_HEADS:
        draft.put(("ruleset", key), as_id(str(draft.get(("ruleset", key)) or "")) or _IN_HEADS[key])
    elif key in _OF_HEADS or (len(path) > 1 and found.code == "unknown-key"):
        draft.drop(("ruleset", key))
    else:
        draft.lost = True


def _around(path: Path, draft: Draft) -> None:
    """What stands around the criteria is left out whole; outcomes and words are what the tables range over."""
    if path[0] in _AROUND:
        draft.scores = True
        draft.drop(path[:1])
        # Classes may stand instead of criteria.
        draft.lost = draft.lost or (path[0] == "classes" and "criteria" not in draft.data)
    elif path[0] == "outcomes" and len(path) > 2:  # noqa: PLR2004 -- outcomes, an id, a key
        draft.outcomes = True
        draft.drop(path[:3])
    elif path[0] in {"outcomes", "vocabularies"}:
        draft.lost = True
    else:
        # It may be a rule, an outcome or a field whose heading is spelt wrong.
        draft.lost = draft.lost or isinstance(draft.get(path[:1]), list | dict)
        draft.drop(path[:1])
